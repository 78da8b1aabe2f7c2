//! An action that a write-up holds → what of it an audience that sees only a part of the write-up
//! may see.
//!
//! In: the record of an action. Out: the same, its wordings read again from what is left of the
//! write-up. Where nothing of it is left there, only what its own file says stays. Actions without a
//! file, of which nothing is left, are not in the edition at all; `sight` sees to that.

use super::rewrite::Rewrite;
use crate::model::action::{Action, Party, State, TakenOver, extracted_id, former_ids};
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::write_up::{WrittenAction, by_when};

/// Rewrites the record of an action; other records stay as they are.
pub(super) fn rewrite(record: &mut Record, index: usize, to: &mut Rewrite<'_>) {
    let source = to.sight.record(index);
    let Kind::Action(action) = &mut record.kind else { return };
    let Some(workshop) = action.workshop.as_ref().filter(|_| action.extracted).map(|link| link.id.clone())
    else {
        return;
    };
    // The old addresses of a workshop tell those of its actions.
    if to.sight.written(source).is_none() || to.sight.keeps(&workshop, "aliases") {
        let of_workshop = to.sight.archive.get(&workshop).map_or(&[][..], |record| &record.aliases);
        let former = former_ids(of_workshop, action.number.unwrap_or_default());
        let told = record.aliases.len();
        record.aliases.retain(|known| !former.iter().any(|id| format!("{id}.html") == **known));
        to.changed |= record.aliases.len() != told;
    }
    // The day of a meeting that is kept from an audience is not told by what was promised there.
    if to.sight.keeps(&workshop, "date") && (action.taken_over.state || !record.source.own_file) {
        to.changed |= action.state_on.take().is_some();
    }
    if to.sight.keeps(&workshop, "updated") && !record.source.own_file {
        to.changed |= record.updated.take().is_some();
    }
    match to.sight.written(source) {
        Some(written) if to.sight.is_cut(&workshop) => {
            read_again(action, written);
            if !record.source.own_file {
                record.title = written.title();
            }
            to.changed = true;
        }
        Some(_) => {}
        None => {
            let alias = format!("{}.html", extracted_id(&workshop, action.number.unwrap_or_default()));
            forget(action);
            record.aliases.retain(|known| **known != *alias);
            to.changed = true;
        }
    }
}

/// Takes over what is left of the write-up.
fn read_again(action: &mut Action, written: &WrittenAction) {
    let mut wordings = written.wordings.iter().map(|wording| wording.text.clone());
    action.wording = wordings.next();
    action.other_wordings = wordings.collect();
    let TakenOver { responsible, due, state: _ } = action.taken_over;
    if responsible {
        let parties = written.responsible.iter();
        action.responsible = parties
            .map(|party| Party {
                name: party.name.clone(),
                written: party.written.clone(),
                organisation: None,
                by_reference: false,
            })
            .collect();
    }
    if due || action.due_as_written.is_some() {
        (action.due, action.due_as_written) = written.due.clone().map(by_when).unwrap_or_default();
    }
}

/// Leaves what the action's own file says.
fn forget(action: &mut Action) {
    let TakenOver { responsible, due, state } = std::mem::take(&mut action.taken_over);
    action.wording = None;
    action.other_wordings.clear();
    action.due_as_written = None;
    action.extracted = false;
    if responsible {
        action.responsible.clear();
    }
    if due {
        action.due = None;
    }
    if state {
        (action.state, action.state_on) = (State::NotStated, None);
    }
}
