//! Disk → `Archive` + findings.
//!
//! Walks `content/`, splits front matter from body, reads the raw shapes, lowers them into records
//! and resolves links. A fault in one file hides nothing of the others.

mod accessibility;
mod actions;
mod attachments;
mod bib_bounds;
mod bounds;
mod clean;
mod config;
mod conflict;
mod cut;
pub mod faults;
mod file;
mod folded;
mod git;
pub mod json_schema;
mod kept;
mod located;
mod locks;
mod loose;
mod lower;
mod media;
mod messy;
mod nesting;
mod not_a_day;
mod notes;
mod place;
mod quoted;
mod raw;
mod records;
mod references;
mod retold;
mod roots;
mod shelf;
mod slips;
mod split;
mod spoken;
mod standards;
mod style_bounds;
#[cfg(test)]
mod tests;
mod theme;
mod translations;
mod unread;
mod walk;
mod words;
mod works;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Diagnostic, Finding, Spot};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::config::{Config, Root};
use crate::model::id::RecordId;
use crate::model::lock::Lock;
use crate::model::record::Record;

pub use shelf::Shelf;
pub use translations::Begun;

/// An archive, and what was wrong with it.
#[derive(Debug)]
pub struct Reading {
    /// What could be read.
    pub archive: Archive,
    /// What could not, or not wholly.
    pub findings: Vec<Finding>,
}

/// Reads the archive whose root holds `annals.yaml`.
///
/// # Errors
/// A fault of the world: no `annals.yaml`, a folder that may not be read. Faults of the content are
/// in the findings.
pub fn archive(root: &Path) -> anyhow::Result<Reading> {
    records::archive(root, &BTreeMap::new())
}

/// The same, where files that have not changed since they were put on this shelf are not parsed again.
///
/// # Errors
/// As those of [`archive`].
pub fn archive_again(root: &Path, shelf: &mut Shelf) -> anyhow::Result<Reading> {
    records::archive_again(root, shelf)
}

/// The records of an archive whose files are among these paths and have another text below their front matter
/// now, where nothing else of them is another. Of an archive that was read with this shelf, as of its other
/// files then; what cannot be told from one file alone is not among them.
pub fn retold(
    root: &Path,
    shelf: &Shelf,
    archive: &Archive,
    changed: &BTreeSet<PathBuf>,
) -> Vec<Arc<Record>> {
    retold::records(root, shelf, archive, changed)
}

/// Reads the archive as it would be with these texts in it, by the path of their file below the root.
///
/// # Errors
/// As those of [`archive`].
pub fn archive_with(root: &Path, texts: &BTreeMap<String, String>) -> anyhow::Result<Reading> {
    records::archive(root, texts)
}

/// Reads the archive as it was in a revision of its git repository: its records, settings and locks,
/// not its attachments. Nothing is written, and the working folder is not touched.
///
/// # Errors
/// No `git`, no repository, no such revision, or no archive in it.
pub fn revision(root: &Path, revision: &str) -> anyhow::Result<Reading> {
    records::archive_of(&git::texts(root, revision)?)
}

/// The text of a lock's file, which reads back as the same lock.
///
/// # Errors
/// None that content can cause.
pub fn lock_text(lock: &Lock) -> anyhow::Result<String> {
    locks::text(lock)
}

/// The file of a report's lock in a folder of records, relative to the root.
pub fn lock_file(records: &str, report: &RecordId, audience: Visibility) -> String {
    locks::file_of(records, report, audience)
}

/// The file in which the translation of a record begins; `None` where no file holds such a record.
///
/// # Errors
/// As those of [`archive`].
pub fn translation(root: &Path, of: &RecordId) -> anyhow::Result<Option<Begun>> {
    records::translation(root, of)
}

/// The folder of an archive within its git repository, as in `forum/`; nothing where it is the repository's own
/// root, or in none.
pub fn below_repository(root: &Path) -> String {
    let asked = git::ask(root, &["rev-parse", "--show-prefix"]).unwrap_or_default();
    String::from_utf8_lossy(&asked).trim_end_matches(['\n', '\r']).to_owned()
}

/// Reads only the settings of an archive, and what is wrong with them.
///
/// # Errors
/// An `annals.yaml` that may not be read.
pub fn settings(root: &Path) -> anyhow::Result<(Config, Vec<Finding>)> {
    let mut findings = Vec::new();
    Ok((records::settings(root, &mut findings)?, findings))
}

/// The names of the records in some of an archive's folders, by their files; none where they cannot be read.
pub fn names_in(root: &Path, folders: &[Root]) -> Vec<RecordId> {
    walk::walk(root, folders)
        .map(|(found, _)| found.into_iter().map(|one| one.id).collect())
        .unwrap_or_default()
}

/// The folders that an archive is made of, for whoever waits for a change, and whether all that is below
/// them counts: of the archive's own folder, only what stands in it.
pub fn watched(root: &Path) -> Vec<(PathBuf, bool)> {
    let roots = settings(root).map(|(config, _)| config.roots).unwrap_or_default();
    let below = roots.iter().map(|of| root.join(&*of.path)).chain([root.join("themes")]);
    let below = below.filter(|folder| folder.is_dir()).map(|folder| (folder, true));
    std::iter::once((root.to_owned(), false)).chain(below).collect()
}

/// Gives findings their lines and columns, reading again only the files they are in; sorted by
/// file, line, column and code.
pub fn place(root: &Path, findings: Vec<Finding>) -> Vec<Diagnostic> {
    place::place(root, findings)
}

/// A file that an earlier run kept, if it is there.
pub fn kept(path: &Path) -> Option<Vec<u8>> {
    kept::file(path)
}

/// The byte of a file's text at which `words` first stand, as `Spot::Byte` counts.
pub fn spot(root: &Path, file: &str, words: &str) -> Option<usize> {
    kept::spot(root, file, words)
}

/// The line of a file at which a spot is.
pub fn line(root: &Path, file: &Arc<str>, spot: &Spot) -> usize {
    place::line(root, file, spot)
}

/// The line of a file on which words stand that were printed from it, whatever marks stand between
/// them there; none where they are not in it.
pub fn quoted(root: &Path, file: &str, printed: &str) -> Option<usize> {
    quoted::line(root, file, printed)
}

/// A file that a record names, by its path relative to the root, as it is to be published.
///
/// # Errors
/// A file that may not be read any more.
pub fn attachment(root: &Path, path: &str) -> anyhow::Result<Vec<u8>> {
    attachments::published(root, path)
}

/// The files of a site's own theme, `themes/<name>/`, by path relative to that folder, sorted.
///
/// # Errors
/// A file that may not be read. A folder that is not there has no files.
pub fn theme_files(root: &Path, name: &str) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    theme::files(root, name)
}
