//! The progress matrix: one column a topic, one row an attribute (DOMAIN.md §5).

use crate::audience::Edition;
use crate::model::id::Ref;

/// The matrix.
#[derive(Debug)]
pub struct Matrix {
    /// The topics in their order.
    pub columns: Vec<Column>,
}

/// A topic's column: the ten attributes, derived ones computed.
#[derive(Debug)]
pub struct Column {
    /// The topic.
    pub topic: usize,
    /// The topic's short title.
    pub title: String,
    /// One cell an attribute, in the order of `ATTRIBUTES`.
    pub cells: Vec<Cell>,
}

/// The attributes, in the order of the rows.
pub const ATTRIBUTES: [&str; 10] = [
    "Document purpose",
    "Narrative",
    "Latest document",
    "Key change log",
    "Last discussion",
    "Next discussion",
    "Key outstanding issues",
    "Stimulus paper",
    "Artefacts",
    "Related actions",
];

/// What stands in a cell: parts in order; empty where nothing is recorded.
#[derive(Debug, Default)]
pub struct Cell {
    /// The parts.
    pub parts: Vec<Part>,
    /// Whether the program computed it from the records, or the editors wrote it.
    pub derived: bool,
}

/// A part of a cell.
#[derive(Debug)]
pub enum Part {
    /// Markdown that the editors wrote.
    Markdown(String),
    /// Plain words.
    Words(String),
    /// A record, with the words of the link.
    Link(Ref, String),
    /// A number of the action log, with its action where the edition holds it.
    LogNumber(u32, Option<usize>),
}

impl Matrix {
    /// The matrix of an edition; `None` without topics.
    pub fn of(_edition: &Edition) -> Option<Self> {
        None
    }
}
