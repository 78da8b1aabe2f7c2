//! Everyone who is named as owner of a promise or as a voice, with the letters of the source.
//!
//! In: an archive. Out: names as written, with their places. Two rules look at their letters.

use std::borrow::Cow;
use std::sync::Arc;

use super::each;
use crate::diag::{FieldPath, Spot};
use crate::model::action::{Action, Party};
use crate::model::archive::Archive;
use crate::model::kinds::Kind;
use crate::model::look_alike;
use crate::model::record::Record;

/// A name, as it was written somewhere.
pub(super) struct Owner<'a> {
    /// The letters of the source.
    pub(super) written: &'a str,
    /// The same with look-alikes folded, where that changes them.
    pub(super) folded: Option<Cow<'a, str>>,
    /// The file it is written in.
    pub(super) file: Arc<str>,
    /// Where in the file.
    pub(super) spot: Spot,
}

/// Owners of actions and milestones, and the parties of positions, in the order of the records.
pub(super) fn all(archive: &Archive) -> Vec<Owner<'_>> {
    let mut found = Vec::new();
    for record in archive.records() {
        match &record.kind {
            Kind::Action(action) => {
                found.extend(action.responsible.iter().enumerate().map(|(n, party)| {
                    let (file, spot) = party_spot(archive, record, action, n, party);
                    let written: &str = party.written.as_ref().unwrap_or(&party.name);
                    let folded = party.written.as_ref().map(|_| Cow::Borrowed(&*party.name));
                    Owner { written, folded, file, spot }
                }));
            }
            Kind::Milestone(milestone) => {
                let names = [("owner", &milestone.owner), ("with", &milestone.with)];
                found.extend(
                    names.into_iter().filter_map(|(key, name)| {
                        Some(by_field(record, name.as_deref()?, FieldPath::key(key)))
                    }),
                );
            }
            Kind::Issue(issue) => {
                for (n, event) in issue.history.iter().enumerate() {
                    let positions = FieldPath::key("history").at(n).then("positions");
                    found.extend(event.positions.iter().enumerate().map(|(m, position)| {
                        by_field(record, &position.party, positions.clone().at(m).then("party"))
                    }));
                }
            }
            _ => {}
        }
    }
    found
}

fn by_field<'a>(record: &Record, written: &'a str, path: FieldPath) -> Owner<'a> {
    let folded = look_alike::fold(written).map(Cow::Owned);
    Owner { written, folded, file: Arc::clone(&record.source.file), spot: Spot::Field(path) }
}

/// The very letters in the write-up where the party stands there, else the field of the action's file.
fn party_spot(
    archive: &Archive,
    record: &Record,
    action: &Action,
    index: usize,
    party: &Party,
) -> (Arc<str>, Spot) {
    let written = each::written(archive, action).filter(|(_, written)| {
        let same = |theirs: &crate::model::write_up::WrittenParty| {
            theirs.name == party.name && theirs.written == party.written
        };
        written.responsible.iter().any(same)
    });
    if let Some((workshop, written)) = written
        && let Some(cell) = &written.responsible_at
    {
        let letters: &str = party.written.as_ref().unwrap_or(&party.name);
        let text = workshop.body.text().get(cell.clone()).unwrap_or_default();
        let at = cell.start + text.find(letters).unwrap_or(0);
        return (Arc::clone(&workshop.source.file), each::body_spot(workshop, at));
    }
    each::action_spot(archive, record, action, FieldPath::key("responsible").at(index))
}
