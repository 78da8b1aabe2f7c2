//! Attachments that neither the base nor a record has any more.
//!
//! In: the folders, after the records were written, and the ids that the base announces. Out: the files,
//! which are removed unless this is a trial. A file that any record names stays, whoever wrote it.
#![expect(clippy::disallowed_methods, reason = "import/ reads content")]

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use super::attachments::Attachments;
use crate::import::folders::Folders;

/// Removes the files that nobody uses, and names them.
///
/// # Errors
/// A fault of the disk.
pub fn remove(folders: &Folders, announced: &BTreeSet<String>, dry_run: bool) -> Result<BTreeSet<String>> {
    let mut attachments = Attachments::read(folders)?;
    let mut unused = attachments.unannounced(announced);
    if unused.is_empty() {
        return Ok(unused);
    }
    for entry in folders.paths().map(|of| folders.root.join(of)).flat_map(WalkDir::new) {
        let entry = entry.context("cannot look through the folders of records")?;
        if entry.path().extension().is_some_and(|kind| kind == "md") {
            let text =
                fs::read(entry.path()).with_context(|| format!("cannot read {}", entry.path().display()))?;
            let text = String::from_utf8_lossy(&text);
            unused.retain(|file| !text.contains(file.as_str()));
        }
    }
    if !dry_run && !unused.is_empty() {
        attachments.remove(&unused)?;
    }
    Ok(unused)
}
