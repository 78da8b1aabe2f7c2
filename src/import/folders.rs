//! The folders of records → where a record lies, and where a new one is made.
//!
//! In: the root, and the folders that `content` in `annals.yaml` names. Out: the path of a record's file below
//! the root. A record is looked for in every folder, first in those that not everybody can read, so that
//! what an editor has moved there is changed there, and is never made anew where everybody reads it.
#![expect(clippy::disallowed_methods, reason = "import/ looks for records and keeps their files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::ledger::{Ledger, replace};
use super::writer::path_of;
use crate::diag::Finding;
use crate::model::config::{Config, Root};
use crate::model::id::RecordId;

/// The folder that imports make new records in.
pub const CONTENT: &str = "content";

/// The folders of an archive's records.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The archive.
    pub root: PathBuf,
    roots: Vec<Root>,
}

impl Folders {
    /// The folders that the settings name; those that not everybody can read come first.
    pub fn of(root: &Path, config: &Config) -> Self {
        let mut roots = config.roots.clone();
        roots.sort_by_key(|of| (of.public_repository, &*of.path == CONTENT));
        Folders { root: root.to_owned(), roots }
    }

    /// A folder that is named and is not there, where records may lie that would be made a second time.
    pub fn away(&self) -> Option<&str> {
        let mut others = self.paths().filter(|of| *of != CONTENT);
        others.find(|of| !self.root.join(of).is_dir())
    }

    /// Whether there is more than one.
    pub fn many(&self) -> bool {
        self.roots.len() > 1
    }

    /// Each folder as the settings name it.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.roots.iter().map(|of| &*of.path)
    }

    /// The folder for what not everybody may see, where `content/` is none.
    pub fn closed(&self) -> Option<&str> {
        let is_open = self.roots.iter().any(|of| &*of.path == CONTENT && of.public_repository);
        let closed = self.roots.iter().find(|of| !of.public_repository);
        closed.filter(|_| is_open).map(|of| &*of.path)
    }

    /// Where a record lies; where it lay when it was imported, if it is nowhere; else where a new one is made.
    pub fn place(&self, id: &RecordId, ledger: &Ledger) -> String {
        let imported =
            || self.paths().map(|of| within(of, id)).find(|path| ledger.records.contains_key(path));
        self.found(id).or_else(imported).unwrap_or_else(|| path_of(id))
    }

    /// Where a record lies, if it does.
    pub fn found(&self, id: &RecordId) -> Option<String> {
        self.paths().map(|of| within(of, id)).find(|path| self.root.join(path).exists())
    }

    /// The record of a file, by its path below the root.
    pub fn record_of(&self, path: &str) -> Option<RecordId> {
        RecordId::parse(path.strip_prefix(self.folder_of(path)?)?.strip_prefix('/')?.strip_suffix(".md")?)
    }

    /// The folder that a path below the root is in.
    pub fn folder_of(&self, path: &str) -> Option<&str> {
        self.paths().find(|of| path.strip_prefix(of).is_some_and(|rest| rest.starts_with('/')))
    }

    /// Where a file that records name lies (`/assets/…`), by the folders that have it.
    pub fn holding(&self, file: &str) -> impl Iterator<Item = PathBuf> {
        self.paths()
            .map(move |of| self.root.join(of).join(file.trim_start_matches('/')))
            .filter(|at| at.is_file())
    }

    /// Names in findings the files as they are: importers speak of every record as of one in `content/`.
    pub fn name(&self, findings: &mut [Finding], place: &dyn Fn(&RecordId) -> String) {
        if !self.many() {
            return;
        }
        for finding in findings {
            let file = self.renamed(&finding.file, place);
            if *file != *finding.file {
                finding.file = file.into();
            }
            finding.message = self.renamed(&finding.message, place);
            finding.help = finding.help.take().map(|help| self.renamed(&help, place));
        }
    }

    /// A text in which the paths of records are those at which they are.
    fn renamed(&self, text: &str, place: &dyn Fn(&RecordId) -> String) -> String {
        let mut told = String::new();
        let mut rest = text;
        while let Some(at) = rest.find("content/") {
            let (before, from) = rest.split_at(at);
            let end = from.find(".md").map_or(0, |end| end + ".md".len());
            let path = from.get(..end).unwrap_or_default();
            told.push_str(before);
            match path.strip_prefix("content/").and_then(|path| RecordId::parse(path.strip_suffix(".md")?)) {
                Some(id) => {
                    told.push_str(&place(&id));
                    rest = from.get(end..).unwrap_or_default();
                }
                None => {
                    told.push_str("content/");
                    rest = from.strip_prefix("content/").unwrap_or_default();
                }
            }
        }
        told + rest
    }

    /// Copies files of records into the folders whose records name them, each whole or not at all; those that
    /// are there stay.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn copy(&self, copies: &[Copied]) -> Result<()> {
        for Copied { from, file, to } in copies {
            let places = to.iter().map(|of| self.root.join(of).join(file.trim_start_matches('/')));
            for place in places.filter(|place| !place.exists()) {
                let bytes = fs::read(from).with_context(|| format!("cannot read {}", from.display()))?;
                replace(&place, &bytes)?;
            }
        }
        Ok(())
    }
}

/// A file that records name, and the folders that it belongs in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Where it is.
    pub from: PathBuf,
    /// What records call it, as in `/assets/files/map.pdf`.
    pub file: String,
    /// The folders of the records that name it.
    pub to: BTreeSet<String>,
}

/// The path of a record's file in a folder, below the root.
pub fn within(folder: &str, id: &RecordId) -> String {
    format!("{folder}/{}/{}.md", id.collection(), id.slug())
}
