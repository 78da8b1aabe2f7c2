//! What re-users find an action of a report by: marks on the rows of its registers (CONTRACT).

use serde::Serialize;

use crate::compose::report::tree::{Inline, Row, Table};

/// The marks of a row that tells of an action.
#[derive(Debug, Serialize)]
pub(super) struct ActionMark {
    /// Its anchor: the name of the table and of the action, since one action may be in several tables.
    anchor: String,
    /// The action.
    id: String,
    /// Its state as the row gives it: that of the report's day.
    state: &'static str,
}

impl ActionMark {
    /// The marks of a row; `None` where it tells of no action, or of no state.
    pub(super) fn of(table: &Table, row: &Row) -> Option<Self> {
        let to = row.record.as_ref().filter(|to| to.id.collection() == "actions")?;
        // Where a row gives two, as in the table of what was carried over, the later one is the last.
        let state = row.cells.iter().flatten().rev().find_map(|piece| match piece {
            Inline::State(state) => Some(state.as_str()),
            _ => None,
        })?;
        Some(ActionMark { anchor: format!("{}-{}", table.id, to.id.slug()), id: to.id.to_string(), state })
    }
}
