//! What was imported last: `.annals/imported.json`, which is kept beside the content.
//!
//! What lies in another folder of records has its lines in that folder's own `.annals/imported.json`, where not
//! everybody reads what its documents said.
//!
//! In: the ledger's file. Out: for every record that an import wrote, the SHA-256 of the text it
//! wrote and where that came from. A record whose file has other bytes was edited by hand. Of a
//! record that several documents make, what each of them said is kept too, so that one of them can
//! be imported again without losing what the others gave. The file is sorted, so that two imports of
//! one thing leave the same bytes.
#![expect(clippy::disallowed_methods, reason = "import/ keeps its ledger")]

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::folders::{CONTENT, Folders};
use crate::model::text::hex;

/// The ledger's place below the archive's root, and below each other folder of records.
pub const LEDGER: &str = ".annals/imported.json";

/// What imports wrote, by the path of the file below the root.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// By path, as in `content/cases/leeds.md`; in another folder than `content/` as in `cases/leeds.md`.
    #[serde(default)]
    pub records: BTreeMap<String, Entry>,
}

/// One record as it was imported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// SHA-256 of the file's bytes, 64 lower-case hex digits.
    pub sha256: String,
    /// Where it came from; of several documents the one it rests on.
    #[serde(flatten)]
    pub origin: Origin,
    /// What each document said, where there is more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// Where a record came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// A document's name, or `airtable:<base>/<collection>`.
    pub source: String,
    /// What the document is, as after `--as`; empty for a table or an export of records, which is
    /// the record itself and not a text about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The document's own date, where it gives one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub day: String,
    /// SHA-256 of the document's bytes, by which a renamed copy is known; empty for a table.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
}

/// What one document says of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which document.
    #[serde(flatten)]
    pub origin: Origin,
    /// The record's text as that document alone would make it.
    pub text: String,
}

impl Origin {
    /// A table, or an export of records.
    pub fn table(source: impl Into<String>) -> Self {
        Origin { source: source.into(), ..Origin::default() }
    }

    /// Whether what comes from here takes the place of what came from there: it is the same document,
    /// or both are tables.
    pub fn is_same(&self, other: &Origin) -> bool {
        self.source == other.source || self.is_table() && other.is_table()
    }

    /// Whether this is a table, of which a later export takes the place of an earlier one.
    pub fn is_table(&self) -> bool {
        self.kind.is_empty()
    }
}

impl Entry {
    /// Every document and table that made the record.
    pub fn origins(&self) -> impl Iterator<Item = &Origin> {
        let alone = self.parts.is_empty().then_some(&self.origin);
        alone.into_iter().chain(self.parts.iter().map(|part| &part.origin))
    }
}

impl Ledger {
    /// Reads what the folders of an archive remember; a ledger that is not there is empty. A record that was
    /// moved into another folder by hand is the one that was imported.
    ///
    /// # Errors
    /// A ledger that cannot be read or is not a ledger (a merge left its marks in it, perhaps).
    pub fn read(folders: &Folders) -> Result<Self> {
        let mut records = BTreeMap::new();
        for of in folders.paths() {
            for (path, entry) in Ledger::of_folder(&ledger_of(folders, of))?.records {
                let path = if of == CONTENT { path } else { format!("{of}/{path}") };
                let moved = || folders.found(&folders.record_of(&path)?);
                let now = if folders.many() { moved() } else { None };
                records.entry(now.unwrap_or(path)).or_insert(entry);
            }
        }
        Ok(Ledger { records })
    }

    fn of_folder(path: &Path) -> Result<Self> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Ledger::default()),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        serde_json::from_slice(&bytes).with_context(|| {
            format!(
                "{} cannot be understood: mend it, or delete it (every record then counts as edited by hand)",
                path.display()
            )
        })
    }

    /// The ledger as it is kept.
    ///
    /// # Errors
    /// None in practice: text always has a JSON form.
    pub fn text(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Writes the ledger, to each folder what lies in it, unless it says the same already.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn write(&self, folders: &Folders) -> Result<()> {
        let mut by_folder: BTreeMap<&str, Ledger> =
            folders.paths().map(|of| (of, Ledger::default())).collect();
        for (path, entry) in &self.records {
            let of = folders.folder_of(path).unwrap_or(CONTENT);
            let own = path.strip_prefix(of).and_then(|path| path.strip_prefix('/'));
            let path = if of == CONTENT { path } else { own.unwrap_or(path) };
            by_folder.entry(of).or_default().records.insert(path.to_owned(), entry.clone());
        }
        for (of, ledger) in by_folder {
            let path = ledger_of(folders, of);
            let text = ledger.text()?;
            let is_empty = ledger.records.is_empty() && !path.exists();
            if !is_empty && !fs::read(&path).is_ok_and(|found| found == text.as_bytes()) {
                replace(&path, text.as_bytes())?;
            }
        }
        Ok(())
    }
}

/// The place of a folder's ledger: that of `content/` stands beside it.
fn ledger_of(folders: &Folders, of: &str) -> PathBuf {
    let beside = if of == CONTENT { folders.root.clone() } else { folders.root.join(of) };
    beside.join(LEDGER)
}

/// Puts a file in another's place, whole or not at all.
///
/// # Errors
/// A fault of the disk.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let staged = staged(path);
    let failed = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(failed)?;
    }
    fs::write(&staged, bytes).with_context(failed)?;
    fs::rename(&staged, path).with_context(failed)
}

/// The name under which a file is staged, beside the one it will replace.
pub fn staged(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}{STAGED}"))
}

/// The end of the name of a staged file.
pub const STAGED: &str = ".importing";

/// SHA-256 as 64 lower-case hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::Config;

    #[test]
    fn is_sorted_and_reads_back() {
        let root = tempfile::tempdir().unwrap();
        let folders = Folders::of(root.path(), &Config::titled("T"));
        assert_eq!(Ledger::read(&folders).unwrap(), Ledger::default());
        let mut ledger = Ledger::default();
        for path in ["content/cases/b.md", "content/cases/a.md"] {
            let entry = Entry { sha256: sha256(b""), origin: Origin::table("cases.json"), parts: Vec::new() };
            ledger.records.insert(path.into(), entry);
        }
        ledger.write(&folders).unwrap();
        let text = fs::read_to_string(root.path().join(LEDGER)).unwrap();
        assert!(text.find("cases/a.md") < text.find("cases/b.md"), "{text}");
        assert!(text.contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), "{text}");
        assert_eq!(Ledger::read(&folders).unwrap(), ledger);
    }

    #[test]
    fn says_when_a_merge_broke_it() {
        let root = tempfile::tempdir().unwrap();
        replace(&root.path().join(LEDGER), b"<<<<<<< HEAD\n{}").unwrap();
        let fault =
            format!("{:#}", Ledger::read(&Folders::of(root.path(), &Config::titled("T"))).unwrap_err());
        assert!(fault.contains(".annals/imported.json cannot be understood"), "{fault}");
        assert!(fault.contains("line 1 column 1"), "{fault}");
    }
}
