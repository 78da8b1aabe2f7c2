//! Texts of records → files in the folders of records, all of a run or none.
//!
//! In: the texts, where each came from, and what is to be removed. Out: a `Plan` that can be shown
//! as a unified diff or carried out. A record that was edited by hand since it was last imported
//! (its bytes are not those of the ledger) stays as it is, unless it is forced. Every text is staged
//! beside the file it will replace, and only when all are staged do they take their places, so that
//! an interrupted import leaves whole records; what it staged is swept by the next one.
#![expect(clippy::disallowed_methods, reason = "import/ writes content")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use rustix::fs::{FlockOperation, flock};
use similar::TextDiff;
use walkdir::WalkDir;

use super::airtable::faults;
use super::folders::{CONTENT, Folders, within};
use super::ledger::{Entry, Ledger, Origin, Part, STAGED, sha256, staged};
use crate::diag::{Finding, Spot};
use crate::model::id::RecordId;

/// A record's file as an importer would have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The record.
    pub id: RecordId,
    /// The whole text of its file.
    pub text: String,
    /// Where it came from; of several documents the one it rests on.
    pub origin: Origin,
    /// What each document says of it, where there is more than one.
    pub parts: Vec<Part>,
    /// Whether the text is what somebody wrote by hand with additions, so that it is never taken for
    /// an import of its own.
    pub onto_hand: bool,
}

impl Sheet {
    /// A record of one document or table.
    pub fn of(id: RecordId, text: String, origin: Origin) -> Self {
        Sheet { id, text, origin, parts: Vec::new(), onto_hand: false }
    }

    /// Every document and table that it is made of.
    pub(super) fn origins(&self) -> impl Iterator<Item = &Origin> {
        self.parts.iter().map(|part| &part.origin).chain([&self.origin])
    }
}

/// What would happen to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is written anew.
    New,
    /// It is written over the text that was imported before.
    Changed,
    /// It has these bytes already.
    Same,
    /// It was edited by hand and stays; `news` tells whether the source has changed since.
    Edited {
        /// Whether what would be imported is not what was imported last.
        news: bool,
    },
    /// It was deleted by hand and stays so.
    Deleted,
    /// It goes: its source has it no more.
    Removed,
}

/// What an import would do.
#[derive(Debug)]
pub struct Plan {
    folders: Folders,
    steps: Vec<Step>,
    ledger: Ledger,
}

#[derive(Debug)]
struct Step {
    id: RecordId,
    path: String,
    fate: Fate,
    text: String,
    entry: Option<Entry>,
}

/// How many files met which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Written anew.
    pub new: usize,
    /// Written over.
    pub changed: usize,
    /// As they were.
    pub same: usize,
    /// Edited by hand, and left.
    pub edited: usize,
    /// Deleted by hand, and not made again.
    pub deleted: usize,
    /// Removed.
    pub removed: usize,
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Figures { new, changed, same, edited, deleted, removed } = self;
        write!(
            out,
            "{new} new, {changed} changed, {removed} removed, {same} as they were, {edited} left as edited by hand"
        )?;
        if *deleted > 0 {
            write!(out, ", {deleted} not made again since they were deleted by hand")?;
        }
        Ok(())
    }
}

/// Compares what an import has with what is there; writes nothing.
///
/// `gone` are records to remove, which happens only where the ledger has them and nobody edited
/// them. `force` gives up what was edited by hand.
///
/// # Errors
/// Two texts for one record, a record whose name cannot be a file's, a fault of the disk.
pub fn plan(folders: &Folders, sheets: Vec<Sheet>, gone: &[RecordId], force: bool) -> Result<Plan> {
    let ledger = Ledger::read(folders)?;
    let mut sources: BTreeMap<&RecordId, &str> = BTreeMap::new();
    for sheet in &sheets {
        check_name(&sheet.id)?;
        let source = &*sheet.origin.source;
        if let Some(other) = sources.insert(&sheet.id, source) {
            bail!("{other} and {source} both make {}: give one of them another title", sheet.id);
        }
    }
    let steps = sheets.into_par_iter().map(|sheet| step(folders, &ledger, sheet, force));
    let mut steps = steps.collect::<Result<Vec<_>>>()?;
    for id in gone {
        steps.extend(removal(folders, &ledger, id, force)?);
    }
    steps.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Plan { folders: folders.clone(), steps, ledger })
}

/// The path of a new record's file, below the root.
pub fn path_of(id: &RecordId) -> String {
    within(CONTENT, id)
}

fn check_name(id: &RecordId) -> Result<()> {
    let good = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
            && name.len() <= 200
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    if !good(id.collection()) || !good(id.slug()) || matches!(id.collection(), "assets" | "data" | "tags") {
        bail!(
            "{id} cannot be the name of a record: letters, digits and hyphens only, and not `assets`, `data` or `tags`"
        );
    }
    Ok(())
}

fn step(folders: &Folders, ledger: &Ledger, sheet: Sheet, force: bool) -> Result<Step> {
    let path = folders.place(&sheet.id, ledger);
    let sha256_now = sha256(sheet.text.as_bytes());
    let known = ledger.records.get(&path);
    let makes = |origin: &Origin| sheet.origins().any(|own| own.is_same(origin));
    let fate = match on_disk(&folders.root.join(&path))? {
        None if !force && known.is_some_and(|known| known.origins().any(makes)) => Fate::Deleted,
        None => Fate::New,
        Some(found) if sheet.onto_hand && !force => Fate::Edited { news: found != sheet.text.as_bytes() },
        Some(found) if found == sheet.text.as_bytes() => Fate::Same,
        Some(_) if force => Fate::Changed,
        Some(found) if known.is_some_and(|known| known.sha256 == sha256(&found)) => Fate::Changed,
        Some(_) => Fate::Edited { news: known.is_none_or(|known| known.sha256 != sha256_now) },
    };
    let entry = Entry { sha256: sha256_now, origin: sheet.origin, parts: sheet.parts };
    Ok(Step { id: sheet.id, path, fate, text: sheet.text, entry: Some(entry) })
}

fn removal(folders: &Folders, ledger: &Ledger, id: &RecordId, force: bool) -> Result<Option<Step>> {
    let path = folders.place(id, ledger);
    let Some(known) = ledger.records.get(&path) else { return Ok(None) };
    if known.parts.len() > 1 {
        // Other documents say something of it, too.
        return Ok(None);
    }
    let fate = match on_disk(&folders.root.join(&path))? {
        Some(found) if !force && known.sha256 != sha256(&found) => Fate::Edited { news: true },
        _ => Fate::Removed,
    };
    Ok(Some(Step { id: id.clone(), path, fate, text: String::new(), entry: None }))
}

pub(super) fn on_disk(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

impl Plan {
    /// How many files would meet which fate.
    pub fn figures(&self) -> Figures {
        let mut figures = Figures::default();
        for step in &self.steps {
            *match step.fate {
                Fate::New => &mut figures.new,
                Fate::Changed => &mut figures.changed,
                Fate::Same => &mut figures.same,
                Fate::Edited { .. } => &mut figures.edited,
                Fate::Deleted => &mut figures.deleted,
                Fate::Removed => &mut figures.removed,
            } += 1;
        }
        figures
    }

    /// Every file below the root, with its fate.
    pub fn fates(&self) -> impl Iterator<Item = (&str, Fate)> {
        self.steps.iter().map(|step| (step.path.as_str(), step.fate))
    }

    /// The texts that would be written, by path below the root.
    pub fn texts(&self) -> BTreeMap<String, String> {
        let written = self.steps.iter().filter(|step| matches!(step.fate, Fate::New | Fate::Changed));
        written.map(|step| (step.path.clone(), step.text.clone())).collect()
    }

    /// Makes what is new at these paths in the folder that not everybody can read; whether there was any.
    pub fn close(&mut self, paths: &BTreeSet<String>) -> bool {
        let Some(closed) = self.folders.closed() else { return false };
        let open = |step: &&mut Step| step.fate == Fate::New && paths.contains(&step.path);
        let opened: Vec<&mut Step> = self.steps.iter_mut().filter(open).collect();
        let any = !opened.is_empty();
        opened.into_iter().for_each(|step| step.path = within(closed, &step.id));
        any
    }

    /// Where the file of each record is, or will be.
    pub fn places(&self) -> impl Fn(&RecordId) -> String {
        let planned: BTreeMap<_, _> = self.steps.iter().map(|step| (&step.id, &step.path)).collect();
        move |id| {
            planned.get(id).map_or_else(|| self.folders.place(id, &self.ledger), |path| path.to_string())
        }
    }

    /// The folders of the records that name a file; the closed one where none does, or `content/`.
    pub fn folders_for(&self, file: &str) -> BTreeSet<String> {
        let naming = self.steps.iter().filter(|step| self.folders.many() && step.text.contains(file));
        let found: BTreeSet<String> =
            naming.filter_map(|step| self.folders.folder_of(&step.path)).map(str::to_owned).collect();
        let none = || BTreeSet::from([self.folders.closed().unwrap_or(CONTENT).to_owned()]);
        if found.is_empty() { none() } else { found }
    }

    /// The records that were edited by hand while their source changed, and those that were deleted by
    /// hand, as findings.
    pub fn by_hand(&self) -> Vec<Finding> {
        let found = self.steps.iter().filter_map(|step| {
            let (rule, message, help) = match (step.fate, &step.entry) {
                (Fate::Edited { news: true }, Some(_)) => (
                    &faults::EDITED_BY_HAND,
                    "edited by hand, so what was imported now was not written over it",
                    "take over by hand what the diff shows, or import with --force to give up the edit",
                ),
                (Fate::Edited { news: true }, None) => (
                    &faults::EDITED_BY_HAND,
                    "edited by hand, so it was not removed although its source has it no more",
                    "delete it by hand if it is to go",
                ),
                (Fate::Deleted, _) => (
                    &faults::DELETED_BY_HAND,
                    "deleted by hand, so it was not made again",
                    "nothing to do; --force makes it again, with everything else that was deleted",
                ),
                _ => return None,
            };
            Some(Finding::new(rule, &step.path.as_str().into(), Spot::File, message).help(help))
        });
        found.collect()
    }

    /// Everything that would change, as a unified diff.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn diff(&self) -> Result<String> {
        self.diff_of(|fate| matches!(fate, Fate::New | Fate::Changed | Fate::Removed))
    }

    /// What the edited records keep out, as a unified diff from the edit to what was imported now.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn kept_out(&self) -> Result<String> {
        self.diff_of(|fate| fate == Fate::Edited { news: true })
    }

    fn diff_of(&self, wanted: impl Fn(Fate) -> bool) -> Result<String> {
        let mut text = String::new();
        for step in self.steps.iter().filter(|step| wanted(step.fate)) {
            let old = on_disk(&self.folders.root.join(&step.path))?;
            let from = if old.is_some() { format!("a/{}", step.path) } else { "/dev/null".to_owned() };
            let to = if step.entry.is_some() { format!("b/{}", step.path) } else { "/dev/null".to_owned() };
            let old = String::from_utf8_lossy(&old.unwrap_or_default()).into_owned();
            let diff = TextDiff::from_lines(&old, &step.text);
            let _ = write!(text, "{}", diff.unified_diff().header(&from, &to));
        }
        Ok(text)
    }

    /// Carries the plan out.
    ///
    /// # Errors
    /// A fault of the disk while files are staged: then nothing was changed. Another import at work.
    pub fn write(mut self) -> Result<Figures> {
        let content = self.folders.root.join(CONTENT);
        fs::create_dir_all(&content).with_context(|| format!("cannot make {}", content.display()))?;
        // Held until the end: two imports into one archive do not mix.
        let lock = File::open(&content).with_context(|| format!("cannot open {}", content.display()))?;
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_err() {
            bail!("another import is writing {}: wait for it to end", content.display());
        }
        self.sweep()?;
        let written = self.steps.iter().filter(|step| matches!(step.fate, Fate::New | Fate::Changed));
        let written: Vec<_> = written.map(|step| (self.folders.root.join(&step.path), &step.text)).collect();
        if let Err(error) = stage(&written) {
            self.sweep()?;
            return Err(error);
        }
        for (path, _) in &written {
            fs::rename(staged(path), path).with_context(|| format!("cannot write {}", path.display()))?;
        }
        for step in self.steps.iter().filter(|step| step.fate == Fate::Removed) {
            let path = self.folders.root.join(&step.path);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(error).with_context(|| format!("cannot remove {}", path.display()));
                }
                _ => {}
            }
        }
        let figures = self.figures();
        // Last, so that an import that was interrupted finds its own texts again, not edits.
        for step in self.steps {
            match (step.fate, step.entry) {
                (Fate::New | Fate::Changed | Fate::Same, Some(entry)) => {
                    for of in self.folders.paths() {
                        self.ledger.records.remove(&within(of, &step.id));
                    }
                    self.ledger.records.insert(step.path, entry);
                }
                (Fate::Removed, _) => {
                    self.ledger.records.remove(&step.path);
                }
                _ => {}
            }
        }
        self.ledger.write(&self.folders)?;
        Ok(figures)
    }

    /// Takes away what an interrupted import had staged.
    fn sweep(&self) -> Result<()> {
        let folders = self.folders.paths().map(|of| self.folders.root.join(of));
        for entry in folders.flat_map(WalkDir::new).flatten() {
            let name = entry.file_name().to_string_lossy();
            if entry.file_type().is_file() && name.starts_with('.') && name.ends_with(STAGED) {
                fs::remove_file(entry.path())
                    .with_context(|| format!("cannot sweep {}", entry.path().display()))?;
            }
        }
        Ok(())
    }
}

fn stage(written: &[(PathBuf, &String)]) -> Result<()> {
    let mut folders: Vec<_> = written.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.dedup();
    for folder in folders {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    written.par_iter().try_for_each(|(path, text)| {
        if path.is_dir() {
            bail!("{} is a folder, not a record: move it away", path.display());
        }
        fs::write(staged(path), text.as_bytes()).with_context(|| format!("cannot write {}", path.display()))
    })
}

#[cfg(test)]
mod tests;
