//! The texts of a record that the public may come to see, with where they are written.
//!
//! In: an archive and a record. Out: texts and their places, without those of entries, positions,
//! fields and files that are not for the public. Marks within a text are for the caller to read.

use super::texts::{self, Place};
use crate::diag::{FieldPath, Step};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::value::{Data, Value};

/// Whether a record is in the public edition, today or when its embargo lifts.
pub(super) fn is_public(record: &Record) -> bool {
    record.access.visibility == Visibility::Public && !record.access.draft
}

/// Whether a field of a record is kept from the public, by the settings or by the record itself.
pub(super) fn is_kept(archive: &Archive, record: &Record, key: &str) -> bool {
    let said = archive.config().collection(record.id.collection());
    let is_hidden = said.is_some_and(|said| {
        said.fields
            .iter()
            .any(|(known, field)| **known == *key && field.visibility > Some(Visibility::Public))
    });
    is_hidden || record.access.redactions.iter().any(|one| one.path.root() == Some(key))
}

/// The texts of a record that the public may come to see.
pub(super) fn texts<'r>(archive: &Archive, record: &'r Record) -> Vec<(Place<'r>, &'r str)> {
    let mut shown = texts::each(record, |_| true);
    for field in &record.fields {
        let key = || FieldPath::key(field.key.clone());
        match &field.value {
            Value::Tags(tags) => {
                shown.extend(tags.iter().enumerate().map(|(n, tag)| (Place::Field(key().at(n)), &**tag)));
            }
            Value::Attachments(files) => {
                let open = files.iter().enumerate().filter(|(_, file)| file.visibility == Visibility::Public);
                shown.extend(open.map(|(n, file)| (Place::Field(key().at(n)), &*file.name)));
            }
            Value::Other(data) => tree(data, &key(), &mut shown),
            _ => {}
        }
    }
    shown.retain(|(place, _)| !is_hidden(archive, record, place));
    shown
}

/// The texts of a value that nobody declared.
pub(super) fn tree<'r>(data: &'r Data, path: &FieldPath, shown: &mut Vec<(Place<'r>, &'r str)>) {
    match data {
        Data::Text(text) => shown.push((Place::Field(path.clone()), text)),
        Data::List(items) => {
            items.iter().enumerate().for_each(|(n, item)| tree(item, &path.clone().at(n), shown));
        }
        Data::Map(entries) => {
            for (key, value) in entries {
                let path = path.clone().then(key.as_str());
                // Who voted how is a map from names: what it calls its values is told as well.
                shown.push((Place::Field(path.clone()), key));
                tree(value, &path, shown);
            }
        }
        Data::Null | Data::Boolean(_) | Data::Integer(_) | Data::Float(_) => {}
    }
}

fn is_hidden(archive: &Archive, record: &Record, place: &Place<'_>) -> bool {
    let keys: &[&str] = match place {
        Place::Body(_) => &["body", "description"],
        Place::Field(path) => &[path.root().unwrap_or_default()],
    };
    let said = archive.config().collection(record.id.collection());
    let is_kept = said.is_some_and(|said| {
        said.fields.iter().any(|(key, field)| {
            keys.contains(&&**key) && field.visibility.is_some_and(|level| level > Visibility::Public)
        })
    });
    let is_redacted = match place {
        Place::Body(_) => record.access.redactions.iter().any(|one| one.path.root() == Some("body")),
        Place::Field(path) => {
            record.access.redactions.iter().any(|one| path.steps().starts_with(one.path.steps()))
        }
    };
    is_kept || is_redacted || is_in_hidden_entry(record, place)
}

fn is_in_hidden_entry(record: &Record, place: &Place<'_>) -> bool {
    let (Kind::Issue(issue), Place::Field(path)) = (&record.kind, place) else { return false };
    let [Step::Key(key), Step::Index(n), rest @ ..] = path.steps() else { return false };
    let Some(event) = issue.history.get(*n).filter(|_| &**key == "history") else { return false };
    let position = match rest {
        [Step::Key(_), Step::Index(m), ..] => event.positions.get(*m).map(|position| position.visibility),
        _ => None,
    };
    event.visibility > Visibility::Public || position.is_some_and(|level| level > Visibility::Public)
}
