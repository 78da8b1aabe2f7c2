//! Everyone who is named as owner of a promise or as a voice, with the letters of the source.
//!
//! In: an archive. Out: names as written; their places when they are asked for. Two rules look at
//! their letters.

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
    record: &'a Record,
    place: Place<'a>,
}

/// Where in its record a name stands. A path is made of it only for a finding.
enum Place<'a> {
    Party(&'a Action, usize, &'a Party),
    Field(&'static str),
    Position(usize, usize),
}

/// Owners of actions and milestones, and the parties of positions, in the order of the records.
pub(super) fn all(archive: &Archive) -> Vec<Owner<'_>> {
    let mut found = Vec::new();
    for record in archive.records() {
        match &record.kind {
            Kind::Action(action) => {
                found.extend(action.responsible.iter().enumerate().map(|(n, party)| {
                    let written: &str = party.written.as_ref().unwrap_or(&party.name);
                    let folded = party.written.as_ref().map(|_| Cow::Borrowed(&*party.name));
                    Owner { written, folded, record, place: Place::Party(action, n, party) }
                }));
            }
            Kind::Milestone(milestone) => {
                let names = [("owner", &milestone.owner), ("with", &milestone.with)];
                found.extend(
                    names.into_iter().filter_map(|(key, name)| {
                        Some(Owner::of(record, name.as_deref()?, Place::Field(key)))
                    }),
                );
            }
            Kind::Issue(issue) => {
                for (n, event) in issue.history.iter().enumerate() {
                    let positions = event.positions.iter().enumerate();
                    found.extend(
                        positions
                            .map(|(m, position)| Owner::of(record, &position.party, Place::Position(n, m))),
                    );
                }
            }
            _ => {}
        }
    }
    found
}

impl<'a> Owner<'a> {
    fn of(record: &'a Record, written: &'a str, place: Place<'a>) -> Self {
        Owner { written, folded: look_alike::fold(written).map(Cow::Owned), record, place }
    }

    /// The file the name is written in, and where in it.
    pub(super) fn place(&self, archive: &Archive) -> (Arc<str>, Spot) {
        let path = match self.place {
            Place::Party(action, n, party) => return party_place(archive, self.record, action, n, party),
            Place::Field(key) => FieldPath::key(key),
            Place::Position(n, m) => FieldPath::key("history").at(n).then("positions").at(m).then("party"),
        };
        (Arc::clone(&self.record.source.file), Spot::Field(path))
    }
}

/// The very letters in the write-up where the party stands there, else the field of the action's file.
fn party_place(
    archive: &Archive,
    record: &Record,
    action: &Action,
    index: usize,
    party: &Party,
) -> (Arc<str>, Spot) {
    let in_write_up = each::written(archive, action).filter(|(_, written)| {
        written.responsible.iter().any(|theirs| theirs.name == party.name && theirs.written == party.written)
    });
    if let Some((workshop, written)) = in_write_up
        && let Some(cell) = &written.responsible_at
    {
        let letters: &str = party.written.as_ref().unwrap_or(&party.name);
        let text = workshop.body.text().get(cell.clone()).unwrap_or_default();
        let at = cell.start + text.find(letters).unwrap_or(0);
        return (Arc::clone(&workshop.source.file), each::body_spot(workshop, at));
    }
    each::action_spot(archive, record, action, FieldPath::key("responsible").at(index))
}
