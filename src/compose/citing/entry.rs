//! A record as a work that can be cited.
//!
//! In: an edition and one of its records. Out: an entry as hayagriva knows it, its key the record's
//! name. Bodies are kept whole as names: which part of one would be the family name cannot be told.

use hayagriva::Entry;
use hayagriva::types::{Date, EntryType, FormatString, Person, QualifiedUrl};

use crate::audience::Edition;
use crate::model::date;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::value::Value;

/// A record of the archive as a work.
pub fn of_record(edition: &Edition, record: &Record, name: &str) -> Entry {
    let kind = match &record.kind {
        Kind::Paper(_) | Kind::Report(_) => EntryType::Report,
        Kind::Workshop(_) | Kind::Artefact(_) => EntryType::Report,
        _ if record.id.collection() == "sources" => EntryType::Report,
        _ => EntryType::Misc,
    };
    let mut entry = Entry::new(record.id.as_str(), kind);
    entry.set_title(FormatString::with_value(name));
    let authors = authors(edition, record);
    if !authors.is_empty() {
        entry.set_authors(authors);
    }
    if let Some(on) = record.date() {
        entry.set_date(spoken(on));
    }
    if let Kind::Workshop(_) = &record.kind {
        entry.set_genre(FormatString::with_value("Record of the meeting"));
    }
    if let Some(Value::Url(url)) = record.field("link")
        && let Ok(url) = url.parse::<QualifiedUrl>()
    {
        entry.set_url(url);
    }
    entry
}

/// The bodies that a record names as its own; for a report its editors.
fn authors(edition: &Edition, record: &Record) -> Vec<Person> {
    if let Kind::Report(report) = &record.kind {
        return report.editors.iter().map(|editor| body(&editor.name)).collect();
    }
    match record.field("organisation_link") {
        Some(Value::Links(links)) => {
            links.iter().filter_map(|to| Some(body(&edition.get(&to.id)?.title))).collect()
        }
        _ => Vec::new(),
    }
}

/// A name that is printed as it stands.
pub fn body(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        given_name: None,
        prefix: None,
        suffix: None,
        comma_suffix: false,
        alias: None,
    }
}

/// A date as citations have it.
pub(super) fn spoken(on: date::Date) -> Date {
    let from_zero = |n: u8| n.checked_sub(1);
    Date {
        year: i32::from(on.year()),
        month: on.month().and_then(from_zero),
        day: on.day().and_then(from_zero),
        approximate: false,
        season: None,
    }
}
