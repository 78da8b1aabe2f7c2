//! A record's page, by its kind; the generic one, which most kinds have.

use std::borrow::Cow;

use serde::Serialize;

use super::super::html::{Html, capital};
use super::super::place::Place;
use super::super::press::{Press, Sheet, cut};
use super::after::After;
use super::facts::{self, Facts};
use super::measured::Measured;
use super::{Entry, Fact, Pager, action, headings, issue, topic, workshop};
use crate::model::kinds::Kind;

/// What every record's page begins with.
#[derive(Debug, Serialize)]
pub(super) struct Title {
    /// What kind of thing it is.
    pub(super) kind: Html,
    /// Its title.
    pub(super) title: Html,
    /// The sentence that its fields make, and its summary.
    pub(super) ledes: Vec<Html>,
    /// For whom it is, in the members' edition.
    pub(super) access: Option<String>,
}

/// A page of the generic form.
#[derive(Debug, Serialize)]
struct View {
    title: Title,
    contents: Vec<Entry>,
    facts: Vec<Fact>,
    body: Option<Html>,
    /// What was measured, on the accessibility statement.
    measured: Option<Measured>,
    after: After,
    pager: Option<Pager>,
}

/// The page of a record.
pub(crate) fn page(press: &Press, place: Place, index: usize) -> anyhow::Result<String> {
    match &press.record(index).kind {
        Kind::Workshop(of) => workshop::page(press, place, index, of),
        Kind::Issue(of) => issue::page(press, place, index, of),
        Kind::Topic(_) => topic::page(press, place, index),
        Kind::Action(of) => action::page(press, place, index, of),
        _ => generic(press, place, index),
    }
}

fn generic(press: &Press, place: Place, index: usize) -> anyhow::Result<String> {
    let record = press.record(index);
    let facts = Facts::of(press, place, index);
    let body = match facts::description(record) {
        Some(text) => Some(press.field(place, index, text))
            .map(|html| Html::new(&format!("<div>{}</div>", html.as_str()))),
        None if record.body.is_empty() => None,
        None => Some(press.body(place, index, &record.body)),
    };
    let after = After::of(press, place, index, facts.further, facts.other);
    let mut contents = headings(record.body.outline());
    let measured = Measured::of(press, index);
    contents.extend(measured.iter().flat_map(|measured| measured.contents(press)));
    contents.extend(after.contents(press.words()));
    let pager = match &record.kind {
        Kind::Page { .. } | Kind::Plain => None,
        _ => Pager::beside(press, place, index, press.words().say("neighbours")),
    };
    let view = View {
        title: Title::of(press, place, index),
        contents,
        facts: facts.first,
        body,
        measured,
        after,
        pager,
    };
    print(press, place, index, "record.html", &view)
}

/// Prints the page of a record.
pub(super) fn print(
    press: &Press,
    place: Place,
    index: usize,
    template: &str,
    view: &impl Serialize,
) -> anyhow::Result<String> {
    let record = press.record(index);
    let collection = record.id.collection();
    let description = match (press.sentence(index), &record.summary) {
        (Some(sentence), _) => Some(Cow::Borrowed(sentence)),
        (None, Some(summary)) => Some(Cow::Owned(super::super::markdown::words(summary))),
        (None, None) => None,
    };
    let label = press.edition().schema().label(collection);
    let list = format!("{collection}/index.html");
    let crumbs: &[(&str, String)] =
        if facts::is_plain(&record.kind) && collection == "pages" { &[] } else { &[(&label, list)] };
    let facts = press.citation(place, index);
    let sheet = Sheet {
        title: &record.title,
        description: Some(description.as_deref().unwrap_or(&record.title)),
        section: collection,
        crumbs,
        of: Some((index, &facts)),
    };
    press.print(place, &sheet, template, view)
}

impl Title {
    /// What a record's page begins with.
    pub(super) fn of(press: &Press, place: Place, index: usize) -> Self {
        let record = press.record(index);
        let schema = press.edition().schema();
        let collection = schema.collection(record.id.collection());
        let singular = collection.map_or_else(
            || crate::model::schema::Collection::unknown(record.id.collection()).singular,
            |known| known.singular.clone(),
        );
        let sentence = press.sentence(index);
        let summary = record.summary.as_deref().map(|text| press.line(place, index, text));
        let mut ledes: Vec<Html> =
            sentence.iter().map(|words| Html::text(&press.words().bound(words))).collect();
        ledes.extend(summary.filter(|summary| ledes.iter().all(|lede| lede.as_str() != summary.as_str())));
        let kind = match &record.kind {
            Kind::Page { .. } => Html::text(""),
            _ => Html::text(&capital(&singular)),
        };
        Title { kind, title: press.title(index), ledes, access: access(press, index).map(str::to_owned) }
    }
}

/// For whom a record is, where an edition holds more than what is public.
fn access<'s>(press: &Press<'s>, index: usize) -> Option<&'s str> {
    use crate::audience::Audience;
    use crate::model::access::Visibility;
    let access = &press.record(index).access;
    match (press.edition().audience(), access.draft, access.visibility) {
        (Audience::Public, ..) => None,
        (Audience::Members, true, _) => Some(press.words().say("draft-for-members")),
        (Audience::Members, false, Visibility::Public) => None,
        (Audience::Members, false, _) => Some(press.words().say("for-members")),
    }
}

/// A title where there is little room.
pub(super) fn short(title: &str) -> &str {
    cut(title, 60)
}
