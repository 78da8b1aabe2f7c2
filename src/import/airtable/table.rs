//! A table of Airtable as it was exported, from JSON or CSV: rows of cells with their places.
//!
//! Nothing is interpreted here: what a cell means is for `cells` to say, by the field's type.

use std::sync::Arc;

use serde_json::Value;

use super::text::Text;
use crate::diag::Spot;

/// Rows of one table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The collection its records go to.
    pub collection: Arc<str>,
    /// What findings call the document.
    pub file: Arc<str>,
    /// What the ledger calls it.
    pub source: Arc<str>,
    /// How cells are written.
    pub form: Form,
    /// The document; none where the table came from the live base.
    pub text: Option<Arc<Text>>,
    /// The names of fields that are given by their ids, where they are known.
    pub names: Vec<(Arc<str>, Arc<str>)>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// How cells are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As JSON values, by type.
    Json,
    /// As text, lists with commas between.
    Csv,
}

/// A record of Airtable.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id, as in `recsAOQKc05UmHlSY`; a grid view's CSV has none.
    pub id: Option<Arc<str>>,
    /// When it was made, as written.
    pub created: Option<Arc<str>>,
    /// What is in it, in the order written. Empty cells may be absent.
    pub cells: Vec<Cell>,
    /// The byte of the document at which it stands; its line is only counted where it is told.
    pub at: usize,
}

/// A value of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The field's name or id.
    pub field: Arc<str>,
    /// The value; in CSV always text.
    pub value: Value,
    /// The byte of the document at which it stands; its line is only counted where it is told.
    pub at: usize,
}

impl Table {
    /// The place of a byte of the document.
    pub fn spot(&self, byte: usize) -> Spot {
        match &self.text {
            Some(text) => {
                let (line, column) = text.at(byte);
                Spot::Line(line, column)
            }
            None => Spot::File,
        }
    }

    /// A field as an editor should see it: its name, and its id where the table gives that.
    pub fn shown(&self, field: &str) -> String {
        match self.names.iter().find(|(id, _)| **id == *field) {
            Some((_, name)) => format!("`{name}` ({field})"),
            None => format!("`{field}`"),
        }
    }
}
