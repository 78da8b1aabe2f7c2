//! How far actions got, where a table of a write-up has a column for it.
//!
//! In: the blocks of a write-up, and the actions that the archive reads in its record. Out: a record for
//! each action that the column calls anything but open, since a write-up itself says only what was promised;
//! and a doubt at each, since a table does not say since when. A state that is not known is told.

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::block::{Block, Kind};
use super::super::doubts::{Doubts, quoted};
use super::super::inline;
use super::super::rules::UNCERTAIN_VALUE;
use super::table::is_head;
use crate::import::Draft;
use crate::model::action::{State, extracted_id};
use crate::model::id::RecordId;
use crate::model::kinds;
use crate::model::record::Record;
use crate::model::text::slug;
use crate::model::write_up::table::Columns;
use crate::model::write_up::{WriteUp, WrittenAction, label};

const HEADS: &[&str] = &["status", "state", "rag", "statws"];

/// The records of actions of a workshop that have a state.
pub(super) fn drafts(
    blocks: &[Block],
    held: &WriteUp,
    workshop: &RecordId,
    known: &[Arc<Record>],
    doubts: &mut Doubts,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut columns = None;
    for block in blocks {
        let Some(cells) = block.cells() else {
            columns = columns.filter(|_| !matches!(block.kind, Kind::Heading { .. }));
            continue;
        };
        if is_head(cells) || matches!(block.kind, Kind::Row { head: true, .. }) {
            columns = of_head(cells);
            continue;
        }
        let Some((action, status)) = columns else { continue };
        let (Some(words), Some(status)) = (cells.get(action), cells.get(status)) else { continue };
        let status = inline::unmarked(status);
        let Some(action) = action_of(words, held).filter(|_| !status.trim().is_empty()) else { continue };
        let help =
            "write `state` and `state_on` into the record of the action, and what bears it out as `evidence`";
        match State::parse(&status) {
            Some(State::Open | State::NotStated) => {}
            Some(state) => {
                let id = extracted_id(workshop, action.number);
                let message = format!(
                    "action {} is {} in the table, which does not say since when",
                    action.number,
                    quoted(&status, 40)
                );
                doubts.with_help(block.line, &UNCERTAIN_VALUE, message, help);
                if !drafts.iter().any(|draft| draft.id == id) && !has_other_file(known, workshop, action, &id)
                {
                    drafts.push(draft(id, workshop, action, state));
                }
            }
            None => {
                let message =
                    format!("{} of action {} is no state that is known", quoted(&status, 60), action.number);
                doubts.with_help(block.line, &UNCERTAIN_VALUE, message, help);
            }
        }
    }
    drafts
}

/// The columns of the action and of its state.
fn of_head(cells: &[String]) -> Option<(usize, usize)> {
    let Columns::Actions { action, .. } = Columns::of(&cells.iter().map(String::as_str).collect::<Vec<_>>())?
    else {
        return None;
    };
    let says_state = |cell: &String| slug(cell).split('-').any(|word| HEADS.contains(&word));
    Some((action, cells.iter().position(says_state)?))
}

/// The action that has the words of a cell.
fn action_of<'w>(cell: &str, held: &'w WriteUp) -> Option<&'w WrittenAction> {
    let bare = label::label_at_start(cell).and_then(|label| cell.get(label.at.end..)).unwrap_or(cell);
    let words = slug(&inline::unmarked(bare));
    let says = |action: &&WrittenAction| {
        action.wordings.iter().any(|wording| slug(&inline::unmarked(&wording.text)) == words)
    };
    held.actions.iter().find(says)
}

/// Whether an editor has put what is known of the action into a record of another name.
fn has_other_file(known: &[Arc<Record>], workshop: &RecordId, action: &WrittenAction, id: &RecordId) -> bool {
    known.iter().any(|record| match &record.kind {
        kinds::Kind::Action(other) => {
            record.source.own_file
                && record.id != *id
                && other.number == Some(action.number)
                && other.workshop.as_ref().is_some_and(|other| other.id == *workshop)
        }
        _ => false,
    })
}

fn draft(id: RecordId, workshop: &RecordId, action: &WrittenAction, state: State) -> Draft {
    let mut front_matter = Mapping::new();
    front_matter.insert("title".into(), action.title().into());
    front_matter.insert("workshop".into(), workshop.as_str().into());
    front_matter.insert("number".into(), Value::from(action.number));
    front_matter.insert("state".into(), state.as_str().into());
    Draft { id, front_matter, body: String::new() }
}
