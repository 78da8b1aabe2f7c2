//! Boxes of a Word document: words that hang on a paragraph, and stand after it.
//!
//! In: what is open where a drawing starts and ends. Out: the blocks of a box, put where they can be read
//! once the paragraph is done. A box may hold tables and further boxes; a picture is told. Word writes
//! every box twice, for programs that know only the old way; the second time is skipped before it
//! comes here.

use super::super::block::{Block, Kind};
use super::styles::Looks;
use super::{Reader, Table};

/// The drawings and boxes that are open.
#[derive(Default)]
pub(super) struct Boxes {
    /// How many drawings are open around the words that come, since the last box began.
    drawings: usize,
    /// What is open outside each box, the innermost last.
    outside: Vec<Outside>,
    /// The blocks of boxes that hang on the open paragraph.
    held: Vec<Block>,
}

/// What a box interrupts.
struct Outside {
    drawings: usize,
    blocks: Vec<Block>,
    held: Vec<Block>,
    tables: Vec<Table>,
    text: String,
    number: usize,
    looks: Looks,
    styled: (bool, bool),
}

impl Boxes {
    /// Whether what comes is a part of a drawing and no words of a box.
    pub(super) fn is_drawing(&self) -> bool {
        self.drawings > 0
    }
}

impl Reader {
    /// Opens a drawing, a box in it, or a picture; `false` for everything else.
    pub(super) fn opens_box(&mut self, name: &str) -> bool {
        match name {
            "drawing" | "pict" => self.boxes.drawings += 1,
            "txbxContent" => {
                self.changes.open_box();
                self.unseen.open_box();
                self.boxes.outside.push(Outside {
                    drawings: std::mem::take(&mut self.boxes.drawings),
                    blocks: std::mem::take(&mut self.blocks),
                    held: std::mem::take(&mut self.boxes.held),
                    tables: std::mem::take(&mut self.tables),
                    text: std::mem::take(&mut self.text),
                    number: self.number,
                    looks: std::mem::take(&mut self.looks),
                    styled: self.styled,
                });
            }
            // A photograph, a chart, a diagram; a picture of the old way.
            "blip" | "imagedata" | "chart" | "relIds" if self.boxes.is_drawing() => self.unseen.picture(),
            _ => return false,
        }
        true
    }

    /// Closes a drawing or a box; `false` for everything else.
    pub(super) fn closes_box(&mut self, name: &str) -> bool {
        match name {
            "drawing" | "pict" => self.boxes.drawings = self.boxes.drawings.saturating_sub(1),
            "txbxContent" => {
                let Some(outside) = self.boxes.outside.pop() else { return true };
                let inside = std::mem::replace(&mut self.blocks, outside.blocks);
                self.boxes.held = outside.held;
                self.boxes.held.extend(inside);
                self.boxes.drawings = outside.drawings;
                (self.tables, self.text) = (outside.tables, outside.text);
                (self.number, self.looks, self.styled) = (outside.number, outside.looks, outside.styled);
                // The run around it goes on after it, if it does, as plain words.
                (self.in_run, self.bold, self.italic, self.raised) = (true, false, false, false);
                (self.struck, self.hidden) = self.styled;
                self.changes.close_box();
                self.unseen.close_box();
            }
            _ => return false,
        }
        true
    }

    /// Puts down what hangs on a paragraph that is done: in its cell, or after it.
    pub(super) fn put_boxes(&mut self) {
        let held = std::mem::take(&mut self.boxes.held);
        let Some(table) = self.tables.last_mut() else {
            self.blocks.extend(held);
            return;
        };
        for block in held.iter().filter(|block| block.kind != Kind::PageBreak) {
            let words = match block.cells() {
                Some(cells) => cells.join(" "),
                None => block.text().to_owned(),
            };
            add_line(&mut table.cell, words.trim());
        }
    }
}

/// Adds a paragraph to a cell.
pub(super) fn add_line(cell: &mut String, text: &str) {
    if !cell.is_empty() {
        cell.push_str("<br>");
    }
    cell.push_str(text);
}
