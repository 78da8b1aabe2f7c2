//! What every kind of record has in common: title, summary, access, old addresses, origin.
//!
//! In: front matter. Out: `Common`. What says who may see a record and cannot be read closes the
//! record: a slip of the pen publishes nothing.

use std::sync::Arc;

use super::super::faults;
use super::super::messy;
use super::super::raw;
use super::super::walk;
use super::super::yaml::Node;
use super::front::Front;
use crate::diag::FieldPath;
use crate::model::access::{Access, Release, SignOff, Visibility};
use crate::model::date::Date;
use crate::model::record::Airtable;
use crate::model::schema::in_words;

/// What every kind of record has in common.
#[derive(Debug)]
pub(super) struct Common {
    pub(super) title: String,
    pub(super) summary: Option<String>,
    pub(super) access: Access,
    pub(super) aliases: Vec<Arc<str>>,
    pub(super) updated: Option<Date>,
    pub(super) airtable: Option<Airtable>,
}

/// The words that `visibility` can have.
pub(in crate::read) const VISIBILITIES: &[&str] = &["public", "members", "private"];

/// Takes the common keys out of the front matter.
pub(super) fn common(front: &mut Front<'_>) -> Common {
    Common {
        title: title(front),
        summary: front.text("summary"),
        access: access(front),
        aliases: aliases(front),
        updated: front.day("updated"),
        airtable: airtable(front),
    }
}

fn title(front: &mut Front<'_>) -> String {
    match front.text("title") {
        Some(title) => title.split_whitespace().collect::<Vec<_>>().join(" "),
        None => {
            let stand_in = in_words(front.id.slug());
            let message = format!("no title; \"{stand_in}\" stands in");
            front.notes.fault(&faults::MISSING_TITLE, &FieldPath::key("title"), message);
            stand_in
        }
    }
}

fn access(front: &mut Front<'_>) -> Access {
    let mut visibility = visibility(front);
    let embargo = embargo(front).unwrap_or_else(|()| {
        visibility = Visibility::Private;
        None
    });
    Access { visibility, embargo, release: release(front), sign_offs: sign_offs(front), draft: draft(front) }
}

fn visibility(front: &mut Front<'_>) -> Visibility {
    let Some(value) = front.take("visibility") else {
        return front.context.config.visibility_of(front.id.collection());
    };
    let path = FieldPath::key("visibility");
    match value.as_text() {
        Some(text) => {
            front.notes.word(&path, &text, VISIBILITIES, Visibility::parse).unwrap_or(Visibility::Private)
        }
        None => {
            front.notes.wrong_type(&path, &value, "one of `public`, `members` or `private`");
            Visibility::Private
        }
    }
}

/// The embargo; an error where one is written that cannot be read.
fn embargo(front: &mut Front<'_>) -> Result<Option<Date>, ()> {
    let Some(value) = front.take("embargo") else { return Ok(None) };
    let path = FieldPath::key("embargo");
    match value.as_text() {
        Some(text) => front.notes.date(&path, &text).map(Some).ok_or(()),
        None => {
            front.notes.wrong_type(&path, &value, "a date");
            Err(())
        }
    }
}

fn draft(front: &mut Front<'_>) -> bool {
    let Some(value) = front.take("draft") else { return false };
    let said = value.as_text().and_then(|text| messy::boolean(&text));
    if said.is_none() {
        front.notes.wrong_type(&FieldPath::key("draft"), &value, "yes or no (`true` or `false`)");
    }
    said.unwrap_or(true)
}

fn release(front: &mut Front<'_>) -> Option<Release> {
    let value = front.take("released")?;
    let path = FieldPath::key("released");
    let raw::Released { by, on, basis, .. } = front.notes.shape(&path, &value)?;
    let missing: Vec<_> = [("by", by.is_none()), ("on", on.is_none()), ("basis", basis.is_none())]
        .into_iter()
        .filter_map(|(key, absent)| absent.then_some(key))
        .collect();
    let (Some(by), Some(on), Some(basis)) = (by, on, basis) else {
        front.notes.incomplete(&path, &missing);
        return None;
    };
    let on = front.notes.date(&path.then("on"), &on)?;
    Some(Release { by, on, basis })
}

fn sign_offs(front: &mut Front<'_>) -> Vec<SignOff> {
    let Some(value) = front.take("sign_off") else { return Vec::new() };
    let mut sign_offs = Vec::new();
    for (n, item) in listed(value).iter().enumerate() {
        let path = FieldPath::key("sign_off").at(n);
        let Some(raw::SignOff { who, on, covers, .. }) = front.notes.shape(&path, item) else { continue };
        let Some(who) = who else {
            front.notes.incomplete(&path, &["who"]);
            continue;
        };
        let on = on.and_then(|on| front.notes.date(&path.then("on"), &on));
        sign_offs.push(SignOff { who, on, covers });
    }
    sign_offs
}

/// The items of a list of maps; a single map is a list of one.
pub(super) fn listed(value: Node) -> Vec<Node> {
    match value {
        Node::List(items) => items,
        other => vec![other],
    }
}

fn aliases(front: &mut Front<'_>) -> Vec<Arc<str>> {
    let Some(value) = front.take("aliases") else { return Vec::new() };
    let mut aliases = Vec::new();
    for (n, item) in value.into_items().iter().enumerate() {
        let path = FieldPath::key("aliases").at(n);
        let Some(text) = item.as_text() else {
            front.notes.wrong_type(&path, item, "an old address");
            continue;
        };
        let address = text.trim().trim_start_matches('/');
        let good = !address.is_empty() && address.trim_end_matches('/').split('/').all(walk::is_good_name);
        if good {
            aliases.push(address.into());
        } else {
            let message = format!("`{text}` cannot be an address");
            let help = "write old addresses relative to the site, as in `cases/old-name.html`";
            front.notes.fault_help(&faults::BAD_NAME, &path, message, help);
        }
    }
    aliases
}

fn airtable(front: &mut Front<'_>) -> Option<Airtable> {
    let (table, id, created) =
        (front.text("table"), front.text("airtable_id"), front.text("airtable_createdTime"));
    let known = table.is_some() || id.is_some() || created.is_some();
    known.then(|| Airtable {
        table: table.map(Into::into),
        id: id.map(|id| id.trim().into()),
        created: created.map(Into::into),
    })
}
