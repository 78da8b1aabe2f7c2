//! What every kind of record has in common: title, summary, access, old addresses, origin.
//!
//! In: front matter. Out: `Common`. Who may see a record is read in `access`.

use std::sync::Arc;

use super::super::faults;
use super::super::walk;
use super::super::yaml::Node;
use super::access;
use super::front::Front;
use crate::diag::FieldPath;
use crate::model::access::Access;
use crate::model::alias;
use crate::model::date::Date;
use crate::model::participants::Participation;
use crate::model::record::Airtable;
use crate::model::schema::in_words;

/// What every kind of record has in common.
#[derive(Debug)]
pub(super) struct Common {
    pub(super) title: String,
    pub(super) summary: Option<String>,
    pub(super) access: Access,
    pub(super) participant: Option<Participation>,
    pub(super) aliases: Vec<Arc<str>>,
    pub(super) updated: Option<Date>,
    pub(super) airtable: Option<Airtable>,
}

/// Takes the common keys out of the front matter.
pub(super) fn common(front: &mut Front<'_>) -> Common {
    Common {
        title: title(front),
        summary: front.text("summary"),
        access: access::access(front),
        participant: access::participant(front),
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
        let good = !address.is_empty()
            && address.trim_end_matches('/').split('/').all(walk::is_good_name)
            && alias::path(address, None).is_some();
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
