//! The chunks of a torn matrix → its rows, as many cells each as it has columns.

use std::collections::BTreeMap;

use super::super::doubts::{Doubts, quoted};
use super::super::rules::TORN_COLUMN;
use super::cells::{self, Cut};
use super::chunks::{Chunk, Label};

/// The rows that could be read.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// How many columns the matrix has, the labels not counted.
    pub(super) columns: usize,
    cells: BTreeMap<Label, Vec<String>>,
}

impl Rows {
    /// Reads every row but that of the names.
    pub(super) fn of(parts: &BTreeMap<Label, Vec<Chunk>>, doubts: &mut Doubts) -> Self {
        let rows = || parts.iter().filter(|(label, _)| label.is_row() && **label != Label::Output);
        let columns = columns(rows().map(|(_, chunks)| chunks.len()));
        let mut read = Rows { columns, cells: BTreeMap::new() };
        for (label, chunks) in rows() {
            let Some(line) = chunks.first().map(Chunk::line) else { continue };
            match cells::of(chunks, columns) {
                Some((cells, cut)) => {
                    if cut != Cut::Whole {
                        let message = format!(
                            "cells of the row {} ran together; they are cut {}",
                            quoted(label.in_words(), 40),
                            cut.in_words()
                        );
                        doubts.at(line, &TORN_COLUMN, message);
                    }
                    read.cells.insert(*label, cells);
                }
                None => {
                    let message = format!(
                        "the row {} has {} pieces for {columns} columns, and nothing tells which belong together; it is left out of the topics",
                        quoted(label.in_words(), 40),
                        chunks.len()
                    );
                    doubts.at(line, &TORN_COLUMN, message);
                }
            }
        }
        read
    }

    /// The cell of a row in a column, from 0.
    pub(super) fn cell(&self, label: Label, column: usize) -> Option<&str> {
        self.cells.get(&label)?.get(column).map(String::as_str)
    }

    /// Every row that could be read, in the order of the matrix.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Label, &Vec<String>)> {
        self.cells.iter()
    }
}

/// How many columns: the number of pieces that most rows have; of two such numbers the larger, since
/// cells run together more often than they come apart.
fn columns(counts: impl Iterator<Item = usize>) -> usize {
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    counts.filter(|count| *count > 1).for_each(|count| *times.entry(count).or_default() += 1);
    times.into_iter().max_by_key(|(count, times)| (*times, *count)).map_or(0, |(count, _)| count)
}
