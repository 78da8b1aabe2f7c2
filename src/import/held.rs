//! The workshops of a run → those of which nothing says whether they were held.
//!
//! In: the sheets as they would be written, and the slide packs of the run. Out: a doubt at each pack whose workshop
//! has no `status`, neither there nor in its record as it stands. Other documents tell of a meeting that was.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use super::airtable::exported;
use super::documents::rules::UNSURE_IF_HELD;
use super::folders::Folders;
use super::ledger::{Ledger, Origin};
use super::merge::Papers;
use super::recognise::Form;
use super::writer::{Sheet, on_disk};
use crate::diag::{Finding, Spot};

/// What is told of the packs of a run.
///
/// # Errors
/// A fault of the disk, a ledger that cannot be understood.
pub(super) fn doubts(folders: &Folders, sheets: &[Sheet], papers: &Papers) -> Result<Vec<Finding>> {
    let ledger = Ledger::read(folders)?;
    let mut found = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.id.collection() == "workshops") {
        let is_pack = |origin: &&Origin| origin.kind == Form::Slides.as_str();
        let Some(pack) = sheet.origins().find(is_pack) else { continue };
        // Of a document that is no text the name alone is known.
        let file = papers
            .get(&pack.source)
            .map_or_else(|| pack.source.as_str().into(), |(file, _)| Arc::clone(file));
        if says(&sheet.text) || stands(&folders.root.join(folders.place(&sheet.id, &ledger)))? {
            continue;
        }
        let message = format!("nothing says whether {} was held: the slides were made before it", sheet.id);
        let help = "write `status: held` or `status: planned` into its record, or import its write-up";
        found.push(Finding::new(&UNSURE_IF_HELD, &file, Spot::File, message).help(help));
    }
    Ok(found)
}

/// Whether the record as it stands says so.
fn stands(file: &Path) -> Result<bool> {
    Ok(on_disk(file)?.is_some_and(|found| says(&String::from_utf8_lossy(&found))))
}

fn says(text: &str) -> bool {
    exported::front(text).is_some_and(|(front, _)| front.lines().any(|line| line.starts_with("status:")))
}
