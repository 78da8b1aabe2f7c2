//! The archive before an import and after it → what seems to have become something else.
//!
//! In: the records before, and those that the import would leave. Out: a doubt at an action whose number
//! another promise had before, and at a workshop whose number another record of a near day has. What was
//! written of the one would be told of the other; only an editor can say whether it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::doubts::quoted;
use super::documents::rules::{RENUMBERED_ACTION, SAME_MEETING};
use super::writer::path_of;
use crate::diag::{Finding, Spot};
use crate::model::action::Action;
use crate::model::id::RecordId;
use crate::model::kinds::{Kind, Workshop};
use crate::model::one_thing::{may_be_one_meeting, share_words};
use crate::model::record::Record;

/// What an import makes doubtful beside its own documents.
pub(super) fn doubts(before: &[Arc<Record>], after: &[Arc<Record>]) -> Vec<Finding> {
    let mut found = renumbered(before, after);
    found.extend(meetings(before, after));
    found
}

/// The promises of write-ups by workshop and number.
fn promises(records: &[Arc<Record>]) -> impl Iterator<Item = ((&RecordId, u32), &Action)> {
    records.iter().filter_map(|record| match &record.kind {
        Kind::Action(action) if action.extracted => {
            Some(((&action.workshop.as_ref()?.id, action.number?), &**action))
        }
        _ => None,
    })
}

fn renumbered(before: &[Arc<Record>], after: &[Arc<Record>]) -> Vec<Finding> {
    let old: BTreeMap<(&RecordId, u32), &Action> = promises(before).collect();
    let told = promises(after).filter_map(|(place, now)| {
        let (was, now) = (old.get(&place)?.wording.as_ref()?, now.wording.as_ref()?);
        if share_words(was, now) {
            return None;
        }
        let (workshop, number) = place;
        let message = format!(
            "action {number} of {workshop} was {}, and is {} now",
            quoted(was, 80),
            quoted(now, 80)
        );
        let help = "if the numbers moved, what was recorded of the old promise (its state, evidence and links) is \
                    now told of the new one: correct `number` in the records of the actions, and what names them";
        let file = path_of(workshop).into();
        Some(Finding::new(&RENUMBERED_ACTION, &file, Spot::File, message).help(help))
    });
    told.collect()
}

fn workshops(records: &[Arc<Record>]) -> impl Iterator<Item = (&RecordId, &Workshop)> {
    records.iter().filter_map(|record| match &record.kind {
        Kind::Workshop(workshop) => Some((&record.id, &**workshop)),
        _ => None,
    })
}

fn meetings(before: &[Arc<Record>], after: &[Arc<Record>]) -> Vec<Finding> {
    let is_old = |id: &RecordId| workshops(before).any(|(old, _)| old == id);
    let new = workshops(after).filter(|(id, _)| !is_old(id));
    let told = new.filter_map(|(id, workshop)| {
        let (other, _) = workshops(after).find(|(other, held)| {
            (is_old(other) || *other < id) && *other != id && may_be_one_meeting(workshop, held)
        })?;
        let number = workshop.number.unwrap_or_default();
        let message = format!("{id} is new, and {other} is workshop {number} too, on a day that is near");
        let help = "if they are one meeting, put the date right in the old record, take over there what else is new, \
                    and delete the new one: its actions stand twice; if they are two, correct the number of one";
        Some(Finding::new(&SAME_MEETING, &path_of(id).into(), Spot::File, message).help(help))
    });
    told.collect()
}
