//! The state of the table that is being printed: its columns' names are repeated on its cells, so
//! that below 600 px a table reads as labelled rows.

use pulldown_cmark::Alignment;

use crate::render::html::{escape, plain};

/// A table that is being printed.
pub(super) struct Table {
    align: Vec<Alignment>,
    labels: Vec<String>,
    column: usize,
    /// Where, in the output, the head's first cell starts.
    head_at: usize,
    in_head: bool,
    cell_at: usize,
    /// The anchor of the next cell, for rows that are a question and its answer.
    pub(super) row_anchor: Option<String>,
}

impl Table {
    /// Opens a table; `pairs` for one of questions and answers.
    pub(super) fn open(align: Vec<Alignment>, pairs: bool, out: &mut String) -> Self {
        out.push_str(if pairs { "<table class=\"pairs\">\n" } else { "<table>\n" });
        Table {
            align,
            labels: Vec::new(),
            column: 0,
            head_at: out.len(),
            in_head: false,
            cell_at: 0,
            row_anchor: None,
        }
    }

    pub(super) fn open_head(&mut self, out: &mut String) {
        out.push_str("<thead><tr>");
        self.in_head = true;
        self.column = 0;
    }

    /// Closes the head; a head without a word is taken back.
    pub(super) fn close_head(&mut self, out: &mut String) {
        self.in_head = false;
        if self.labels.iter().all(String::is_empty) {
            out.truncate(self.head_at);
            self.labels.clear();
        } else {
            out.push_str("</tr></thead>\n");
        }
        out.push_str("<tbody>\n");
    }

    pub(super) fn open_row(&mut self) {
        self.column = 0;
    }

    pub(super) fn open_cell(&mut self, out: &mut String) {
        let number = matches!(self.align.get(self.column), Some(Alignment::Right));
        if self.in_head {
            out.push_str("<th scope=\"col\"");
        } else {
            out.push_str("<td");
            if let Some(anchor) = self.row_anchor.take() {
                out.push_str(" id=\"");
                out.push_str(&anchor);
                out.push('"');
            }
            if let Some(label) = self.labels.get(self.column).filter(|label| !label.is_empty()) {
                out.push_str(" data-label=\"");
                escape(label, out);
                out.push('"');
            }
        }
        out.push_str(if number { " class=\"n\">" } else { ">" });
        self.cell_at = out.len();
    }

    pub(super) fn close_cell(&mut self, out: &mut String) {
        if self.in_head {
            self.labels.push(plain(&out[self.cell_at..]).trim().to_owned());
            out.push_str("</th>");
        } else {
            out.push_str("</td>");
        }
        self.column += 1;
    }
}
