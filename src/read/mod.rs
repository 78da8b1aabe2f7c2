//! Disk → `Archive` + findings.
//!
//! Walks `content/`, splits front matter from body, reads the raw shapes, lowers them into records
//! and resolves links. A fault in one file hides nothing of the others.

mod actions;
mod attachments;
mod clean;
mod config;
pub mod faults;
mod located;
mod lower;
mod media;
mod messy;
mod notes;
mod place;
mod raw;
mod records;
mod references;
mod roots;
mod split;
#[cfg(test)]
mod tests;
mod theme;
mod walk;
mod yaml;

use std::collections::BTreeMap;
use std::path::Path;

use crate::diag::{Diagnostic, Finding};
use crate::model::archive::Archive;
use crate::model::config::Config;

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

/// Reads the archive as it would be with these texts in it, by the path of their file below the root.
///
/// # Errors
/// As those of [`archive`].
pub fn archive_with(root: &Path, texts: &BTreeMap<String, String>) -> anyhow::Result<Reading> {
    records::archive(root, texts)
}

/// Reads only the settings of an archive, and what is wrong with them.
///
/// # Errors
/// An `annals.yaml` that may not be read.
pub fn settings(root: &Path) -> anyhow::Result<(Config, Vec<Finding>)> {
    let mut findings = Vec::new();
    Ok((records::settings(root, &mut findings)?, findings))
}

/// Gives findings their lines and columns, reading again only the files they are in; sorted by
/// file, line, column and code.
pub fn place(root: &Path, findings: Vec<Finding>) -> Vec<Diagnostic> {
    place::place(root, findings)
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
