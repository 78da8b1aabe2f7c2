//! The records of one kind, and where to point in them.
//!
//! In: an archive or a record. Out: iterators over records of a kind, and spots. It finds nothing
//! itself.

use std::sync::Arc;

use crate::diag::{FieldPath, Spot};
use crate::model::action::Action;
use crate::model::archive::Archive;
use crate::model::issue::Issue;
use crate::model::kinds::{Kind, Report};
use crate::model::record::Record;
use crate::model::write_up::WrittenAction;

/// Every issue.
pub(super) fn issues(archive: &Archive) -> impl Iterator<Item = (&Record, &Issue)> {
    archive.records().iter().filter_map(|record| match &record.kind {
        Kind::Issue(issue) => Some((&**record, &**issue)),
        _ => None,
    })
}

/// Every action, extracted ones too.
pub(super) fn actions(archive: &Archive) -> impl Iterator<Item = (&Record, &Action)> {
    archive.records().iter().filter_map(|record| match &record.kind {
        Kind::Action(action) => Some((&**record, &**action)),
        _ => None,
    })
}

/// Every annual report.
pub(super) fn reports(archive: &Archive) -> impl Iterator<Item = (&Record, &Report)> {
    archive.records().iter().filter_map(|record| match &record.kind {
        Kind::Report(report) => Some((&**record, &**report)),
        _ => None,
    })
}

/// Every record with a file of its own: those whose body is theirs and no other's.
pub(super) fn files(archive: &Archive) -> impl Iterator<Item = &Record> {
    archive.records().iter().map(|record| &**record).filter(|record| record.source.own_file)
}

/// A byte of a record's body.
pub(super) fn body_spot(record: &Record, at: usize) -> Spot {
    Spot::Byte(record.source.body_at + at)
}

/// An action as its write-up has it, with the workshop's record.
pub(super) fn written<'a>(archive: &'a Archive, action: &Action) -> Option<(&'a Record, &'a WrittenAction)> {
    let workshop = archive.get(&action.workshop.as_ref()?.id)?;
    let number = action.number?;
    let written = workshop.body.write_up()?.actions.iter().find(|written| written.number == number)?;
    Some((workshop, written))
}

/// Where a judgement of the editors stands: one alone is written without a list.
pub(super) fn judgement(issue: &Issue, n: usize) -> FieldPath {
    let field = FieldPath::key("editorial");
    if issue.editorial.len() == 1 { field } else { field.at(n) }
}

/// Where an action is to be mended: a field of its own file, else its label in the write-up.
pub(super) fn action_spot(
    archive: &Archive,
    record: &Record,
    action: &Action,
    field: FieldPath,
) -> (Arc<str>, Spot) {
    if !record.source.own_file
        && let Some((workshop, written)) = written(archive, action)
    {
        return (Arc::clone(&workshop.source.file), body_spot(workshop, start(written)));
    }
    (Arc::clone(&record.source.file), own_spot(record, field))
}

/// The byte of a body at which an action starts: its label, else its wording.
pub(super) fn start(action: &WrittenAction) -> usize {
    let wording = action.wordings.first().map(|wording| wording.at.start);
    action.label_at.as_ref().map(|label| label.start).or(wording).unwrap_or(0)
}

/// A field of a record's own file; where it has none, the place it was extracted from.
pub(super) fn own_spot(record: &Record, field: FieldPath) -> Spot {
    if record.source.own_file { Spot::Field(field) } else { Spot::Byte(record.source.body_at) }
}
