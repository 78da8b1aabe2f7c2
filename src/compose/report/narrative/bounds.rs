//! How much a narrative may ask for.
//!
//! In: what directives put into a report, and how often works are cited. Out: nothing, or the one fault
//! where it is more than a report can be read with. A line of 256 kB has room for twenty thousand tables.

use super::super::tree::Block;
use super::reference::Wrong;
use super::{Said, faults};
use crate::diag::Bearing;

/// How many faults of one text are worked out.
pub(super) const FAULTS: usize = 1_000;
/// How many works a report may cite, each as often as it is cited.
pub(super) const CITED: usize = 10_000;
/// How many rows, items and figures all directives of a report may put into it.
const ROWS: usize = 20_000;

/// The rows, items and figures that directives have put into a report.
#[derive(Debug, Default)]
pub(super) struct Rows(usize);

impl Rows {
    /// Whether there are more than a report may have; this was told then.
    pub(super) fn are_too_many(&self) -> bool {
        self.0 > ROWS
    }

    /// Counts what a directive says.
    pub(super) fn add(&mut self, said: &Said) -> Result<(), Wrong> {
        if let Said::Blocks(blocks) = said {
            self.0 += blocks.iter().map(rows).sum::<usize>();
        }
        if !self.are_too_many() {
            return Ok(());
        }
        Err(Wrong {
            rule: &faults::BAD_DIRECTIVE,
            message: format!(
                "with this directive the lists and tables of the report have more than {ROWS} rows"
            ),
            help: "leave rows out by arguments, or name the register, which has a page of its own".to_owned(),
            bearing: Bearing::None,
        })
    }
}

fn rows(block: &Block) -> usize {
    match block {
        Block::Table(table) => table.rows.len(),
        Block::List(_, items) => items.len(),
        // A figure is drawn, and has its numbers as a table.
        Block::Chart(_) => 100,
        _ => 1,
    }
}

/// The fault of the citation that is one too many.
pub(super) fn too_many_cited() -> Wrong {
    Wrong {
        rule: &faults::BAD_DIRECTIVE,
        message: format!("from here on the report cites more than {CITED} works"),
        help: "cite a work once a paragraph".to_owned(),
        bearing: Bearing::None,
    }
}
