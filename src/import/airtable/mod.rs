//! Airtable's tables → drafts of records.
//!
//! In: the API's JSON, a grid view's CSV, or a folder of exported Markdown records. Out: drafts,
//! figures and doubts; `pull` brings the same from the live base.

mod access;
pub mod attachments;
pub mod cells;
pub mod client;
pub mod convert;
pub mod csv;
pub mod days;
pub mod existing;
pub mod exported;
pub mod faults;
pub mod json;
pub mod links;
pub mod mapping;
pub mod own;
pub mod pull;
pub mod table;
pub mod text;
#[cfg(feature = "pull")]
mod tls;
pub mod token;
pub mod unused;

use std::sync::Arc;

use rayon::prelude::*;

use super::ledger::Origin;
use super::writer::{Sheet, path_of};
use super::{Draft, yaml_out};
use crate::diag::{Finding, Spot};

/// The texts of drafts, and the drafts that have none.
pub fn sheets(drafts: Vec<(Draft, Origin)>) -> (Vec<Sheet>, Vec<Finding>) {
    let texts = drafts.into_par_iter().map(|(draft, origin)| {
        match yaml_out::record(&draft.front_matter, &draft.body) {
            Ok(text) => Ok(Sheet::of(draft.id, text, origin)),
            Err(yaml_out::Unwritable { key, why }) => {
                let where_in = if key.is_empty() { "its body".to_owned() } else { format!("its `{key}`") };
                let message = format!("{} cannot be written: {where_in} {why}", draft.id);
                Err(Finding::new(&faults::UNREADABLE_EXPORT, &path_of(&draft.id).into(), Spot::File, message))
            }
        }
    });
    let (mut sheets, mut faulty) = (Vec::new(), Vec::new());
    for text in texts.collect::<Vec<_>>() {
        match text {
            Ok(sheet) => sheets.push(sheet),
            Err(finding) => faulty.push(finding),
        }
    }
    (sheets, faulty)
}

/// The finding that says that nobody knows what a document is.
pub fn unrecognised(file: &Arc<str>) -> Finding {
    text::unreadable(file, (1, 1), "not a document that is known here").help("say what it is with --as")
}
