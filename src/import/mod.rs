//! Foreign documents → record files and review notes; and the archive and the record an editor starts from.
//!
//! In: a document (an Airtable table, a write-up, a slide pack, an action log, a timetable). Out:
//! `Imported`: drafts of records and every doubt at its line. Only `writer` touches `content/`,
//! all drafts of a run or none.

pub mod airtable;
pub mod comments;
pub mod documents;
mod earlier;
pub mod files;
pub mod folders;
pub mod gather;
mod held;
pub mod ledger;
pub mod markings;
pub mod merge;
mod moved;
pub mod recognise;
pub mod review;
pub mod settle;
pub mod starter;
pub mod template;
pub mod writer;
pub mod yaml_out;

use crate::diag::Finding;
use crate::model::id::RecordId;

/// A record as an importer would write it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its name.
    pub id: RecordId,
    /// Its front matter, in the order in which it is to be written.
    pub front_matter: serde_yaml::Mapping,
    /// Its body, Markdown.
    pub body: String,
}

/// What came out of a document.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// What it was recognised as, for a person: `a workshop write-up`.
    pub recognised: String,
    /// The same as the word after `--as`, for the ledger.
    pub kind: &'static str,
    /// The document's own date, where it gives one.
    pub day: String,
    /// The records.
    pub drafts: Vec<Draft>,
    /// Figures that an editor can hold against the document: `20 actions`, `24 discussion rows`.
    pub figures: Vec<(String, usize)>,
    /// What the importer is unsure of, each at its line of the document.
    pub doubts: Vec<Finding>,
}
