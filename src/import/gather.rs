//! Files and folders as they were named → the text of every record that is in them.
//!
//! In: paths, what the user says they are, and what the archive has. Out: sheets for the writer, every
//! doubt at its line, and for each file what it was recognised as. Tables of Airtable and what Annals
//! exported itself are read here; every other document is handed to `others`.
#![expect(clippy::disallowed_methods, reason = "import/ reads documents")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::airtable::attachments::Attachments;
use super::airtable::convert::{self, Context};
use super::airtable::existing::Existing;
use super::airtable::table::{Form, Table};
use super::airtable::text::{self, Text};
use super::airtable::{csv, exported, faults, json, own, sheets};
use super::files::{self, Files};
use super::folders::{Copied, Folders};
use super::ledger::{Ledger, Origin, sha256};
use super::merge::Papers;
use super::review::Told;
use super::writer::Sheet;
use super::{Draft, Imported};
use crate::diag::{Finding, Spot};
use crate::model::config::Config;
use crate::model::id::RecordId;
use crate::model::schema::Schema;
use crate::model::text::slug;

/// What to import.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    /// Files and folders.
    pub files: Vec<PathBuf>,
    /// Whether the user says that they come from Airtable (or that they do not).
    pub airtable: Option<bool>,
    /// The collection that the records go to, where the user says so.
    pub collection: Option<&'a str>,
}

/// A document that is no table.
#[derive(Debug)]
pub struct Document<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// What findings call it.
    pub file: Arc<str>,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What was found in the files.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The records.
    pub sheets: Vec<Sheet>,
    /// What is unsure, each at its line.
    pub doubts: Vec<Finding>,
    /// For each file what it was recognised as, its figures, and its records.
    pub told: Vec<Told>,
    /// The text of each document of this run, by the name the ledger has for it.
    pub papers: Papers,
    /// Published files to copy; the folders are not settled yet.
    pub copies: Vec<Copied>,
}

/// Reads documents that are no tables.
pub type Others<'a> = &'a dyn Fn(Document<'_>) -> Result<Result<Imported, Finding>>;

/// Reads everything that was asked for.
///
/// # Errors
/// A file that is not there or may not be read.
pub fn gather(
    folders: &Folders,
    config: &Config,
    schema: &Schema,
    asked: &Asked<'_>,
    others: Others<'_>,
) -> Result<Gathered> {
    let mut run = Run {
        folders,
        config,
        schema,
        asked,
        existing: Existing::read(folders)?,
        tables: Vec::new(),
        drafts: Vec::new(),
        names: BTreeMap::new(),
        read: BTreeMap::new(),
        known: files::documents(&Ledger::read(folders)?),
        found: Gathered::default(),
    };
    let Files { read, passed } = files::named(&asked.files)?;
    for (path, why) in &passed {
        run.tell(&label(&folders.root, path)?, why.clone(), Vec::new());
    }
    for path in &read {
        *run.names.entry(name(path)).or_default() += 1;
    }
    for path in &read {
        run.one(path, others)?;
    }
    run.finish()
}

struct Run<'a> {
    folders: &'a Folders,
    config: &'a Config,
    schema: &'a Schema,
    asked: &'a Asked<'a>,
    existing: Existing,
    tables: Vec<(Table, bool)>,
    drafts: Vec<(Draft, Origin)>,
    /// How many files of this run have each name.
    names: BTreeMap<Arc<str>, usize>,
    /// The documents of this run by the SHA-256 of their bytes.
    read: BTreeMap<String, Arc<str>>,
    /// What the ledger calls the documents that it knows, by the SHA-256 of their bytes.
    known: BTreeMap<String, String>,
    found: Gathered,
}

impl Run<'_> {
    fn one(&mut self, path: &Path, others: Others<'_>) -> Result<()> {
        let file = label(&self.folders.root, path)?;
        let kind = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        let is_text = matches!(kind.as_str(), "json" | "csv" | "md" | "markdown" | "txt");
        if self.asked.airtable == Some(false) || !is_text && self.asked.airtable.is_none() {
            return self.other(path, file, others);
        }
        let text = match text::read(path, &file)? {
            Ok(text) => Arc::new(text),
            Err(fault) => return self.fault(fault),
        };
        if let Some(what) = files::companion(text.as_str()) {
            self.tell(&text.file, what.to_owned(), Vec::new());
            return Ok(());
        }
        match kind.as_str() {
            "json" => self.json(path, &text),
            "csv" if own::is_collection(&csv::head(text.as_str()).unwrap_or_default()) => {
                match own::collection(&text, self.config, self.schema) {
                    Ok(found) => self.own(found, path, &text, "a collection that Annals exported"),
                    Err(faults) => self.found.doubts.extend(faults),
                }
                Ok(())
            }
            "csv" if self.asked.airtable == Some(true) || self.is_table(path) => self.csv(path, &text),
            "csv" => self.other(path, file, others),
            _ if self.asked.airtable == Some(true) || exported::is_record(text.as_str()) => {
                match exported::sheet(&text, path, self.asked.collection, &self.existing) {
                    Ok(sheet) => {
                        let told = format!("a record exported from Airtable: {}", sheet.id);
                        self.tell(&text.file, told, vec![sheet.id.clone()]);
                        self.found.sheets.push(sheet);
                    }
                    Err(fault) => self.found.doubts.push(fault),
                }
                Ok(())
            }
            _ => self.other(path, file, others),
        }
    }

    fn fault(&mut self, fault: Finding) -> Result<()> {
        self.found.doubts.push(fault);
        Ok(())
    }

    fn tell(&mut self, file: &Arc<str>, what: String, records: Vec<RecordId>) {
        self.found.told.push(Told { file: Arc::clone(file), what, records });
    }

    fn json(&mut self, path: &Path, text: &Arc<Text>) -> Result<()> {
        if own::is_archive(text.as_str()) {
            match own::archive(text, self.config) {
                Ok(found) => self.own(found, path, text, "an archive that Annals exported"),
                Err(fault) => self.found.doubts.push(fault),
            }
            return Ok(());
        }
        match json::page(text) {
            Ok(page) => {
                let goes_on = page.offset.is_some();
                self.table(path, text, page.rows, Form::Json, goes_on);
                Ok(())
            }
            Err(fault) => self.fault(fault),
        }
    }

    fn csv(&mut self, path: &Path, text: &Arc<Text>) -> Result<()> {
        match csv::rows(text) {
            Ok(rows) => self.table(path, text, rows, Form::Csv, false),
            Err(faults) => self.found.doubts.extend(faults),
        }
        Ok(())
    }

    fn table(
        &mut self,
        path: &Path,
        text: &Arc<Text>,
        rows: Vec<super::airtable::table::Row>,
        form: Form,
        goes_on: bool,
    ) {
        let collection = self.collection(path);
        let form_told = if form == Form::Json { "the API's JSON" } else { "a grid view's CSV" };
        let told = format!("a table of Airtable, in {form_told}: {} {collection}", rows.len());
        self.tell(&text.file, told, Vec::new());
        let table = Table {
            collection: collection.into(),
            file: Arc::clone(&text.file),
            source: name(path),
            form,
            text: Some(Arc::clone(text)),
            names: Vec::new(),
            rows,
        };
        self.tables.push((table, goes_on));
    }

    /// The collection of a table's file: `Cases-Grid view.csv` holds cases.
    fn collection(&self, path: &Path) -> String {
        if let Some(collection) = self.asked.collection {
            return collection.to_owned();
        }
        let stem = slug(&path.file_stem().unwrap_or_default().to_string_lossy());
        self.table_of(&stem).unwrap_or(stem)
    }

    fn is_table(&self, path: &Path) -> bool {
        let stem = slug(&path.file_stem().unwrap_or_default().to_string_lossy());
        self.table_of(&stem).is_some()
    }

    /// The known table that a file's stem begins with, the longest first.
    fn table_of(&self, stem: &str) -> Option<String> {
        const BASE: &[&str] = &["cases", "components", "methods", "organisations", "sources", "locations"];
        let said = self.config.airtable.iter().flat_map(|airtable| &airtable.tables);
        let mut known: Vec<(String, String)> =
            BASE.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect();
        for (collection, table) in said {
            known.push((collection.to_string(), collection.to_string()));
            known.extend(table.table.iter().map(|name| (slug(name), collection.to_string())));
        }
        let begins =
            |name: &str| stem.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        let found = known.into_iter().filter(|(name, _)| begins(name)).max_by_key(|(name, _)| name.len());
        found.map(|(_, collection)| collection)
    }

    fn own(&mut self, found: own::Own, path: &Path, text: &Arc<Text>, told: &str) {
        self.tell(&text.file, format!("{told}: {} records", found.drafts.len()), Vec::new());
        let origin = Origin::table(&*own::source(text));
        self.drafts.extend(found.drafts.into_iter().map(|draft| (draft, origin.clone())));
        // `data/archive.json` lies beside `assets/` in a published site.
        let site = path.parent().and_then(Path::parent).map(Path::to_owned).unwrap_or_default();
        for address in found.files {
            let from = site.join(&address);
            // An address out of a file may lead anywhere: only plain ones are followed.
            let is_plain =
                address.starts_with("assets/files/") && !address.split('/').any(|part| part == "..");
            if is_plain && from.is_file() {
                self.found.copies.push(Copied { from, file: address, to: BTreeSet::new() });
            } else if self.folders.holding(&address).next().is_none() {
                let message = format!("the attachment {address} is not beside the export");
                let spot = Spot::File;
                self.found.doubts.push(Finding::new(
                    &faults::ATTACHMENT_NOT_FETCHED,
                    &text.file,
                    spot,
                    message,
                ));
            }
        }
    }

    fn other(&mut self, path: &Path, file: Arc<str>, others: Others<'_>) -> Result<()> {
        let size = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?.len();
        if size > text::LARGEST {
            return match text::read(path, &file)? {
                Ok(_) => Ok(()),
                Err(fault) => self.fault(fault),
            };
        }
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        if let Some(what) = str::from_utf8(&bytes).ok().and_then(files::companion) {
            self.tell(&file, what.to_owned(), Vec::new());
            return Ok(());
        }
        let document = sha256(&bytes);
        if let Some(same) = self.read.get(&document) {
            let told = format!("the same document as {same}, byte for byte; it is read once");
            self.tell(&file, told, Vec::new());
            return Ok(());
        }
        self.read.insert(document.clone(), Arc::clone(&file));
        match others(Document { path, file: Arc::clone(&file), bytes: &bytes })? {
            Ok(imported) => {
                let figures = imported.figures.iter().map(|(what, count)| counted(what, *count));
                let figures = figures.collect::<Vec<_>>().join(", ");
                let told = if figures.is_empty() {
                    imported.recognised
                } else {
                    format!("{}: {figures}", imported.recognised)
                };
                self.tell(&file, told, imported.drafts.iter().map(|draft| draft.id.clone()).collect());
                // A renamed copy is the document that it was before.
                let source = self.known.get(&document).cloned().unwrap_or_else(|| self.source(path));
                let kind = imported.kind.to_owned();
                if let Ok(text) = String::from_utf8(bytes) {
                    self.found.papers.insert(source.clone(), (Arc::clone(&file), text));
                }
                let origin = Origin { source, kind, day: imported.day, document };
                self.drafts.extend(imported.drafts.into_iter().map(|mut draft| {
                    draft.body.truncate(draft.body.trim_end().len());
                    (draft, origin.clone())
                }));
                self.found.doubts.extend(imported.doubts);
                Ok(())
            }
            Err(fault) => self.fault(fault),
        }
    }

    /// Makes records of the tables, now that all are there.
    fn finish(mut self) -> Result<Gathered> {
        let last = |n: usize| {
            !self.tables.iter().skip(n + 1).any(|(later, _)| later.collection == self.tables[n].0.collection)
        };
        for n in (0..self.tables.len()).filter(|n| self.tables[*n].1 && last(*n)) {
            let table = &self.tables[n].0;
            let message = format!("only a part of {}: the API would give more pages", table.collection);
            let help = "fetch the pages that follow, or use annals pull";
            self.found
                .doubts
                .push(Finding::new(&faults::INCOMPLETE_TABLE, &table.file, Spot::File, message).help(help));
        }
        let paths = Attachments::read(self.folders)?.paths();
        let context = Context {
            schema: self.schema,
            config: self.config.airtable.as_ref(),
            existing: &self.existing,
            files: &paths,
        };
        let converted = convert::drafts(self.tables.into_iter().map(|(table, _)| table).collect(), context);
        self.found.doubts.extend(converted.doubts);
        self.drafts.extend(converted.drafts);
        let (made, faulty) = sheets(self.drafts);
        self.found.sheets.extend(made);
        self.found.doubts.extend(faulty);
        Ok(self.found)
    }

    /// What the ledger calls a file: its name, wherever it lies, so that it is the same document when it
    /// is fetched anew; with its folder's where two files of one run have the name.
    fn source(&self, path: &Path) -> String {
        let own = name(path);
        let folder = path.parent().and_then(Path::file_name);
        match folder {
            Some(folder) if self.names.get(&own).is_some_and(|count| *count > 1) => {
                format!("{}/{own}", folder.to_string_lossy())
            }
            _ => own.to_string(),
        }
    }
}

/// What findings call a file: its path below the root, else the whole of it.
fn label(root: &Path, path: &Path) -> Result<Arc<str>> {
    let whole =
        std::path::absolute(path).with_context(|| format!("cannot tell where {} is", path.display()))?;
    let shown = whole.strip_prefix(root).unwrap_or(&whole);
    Ok(shown.to_string_lossy().replace('\\', "/").into())
}

fn name(path: &Path) -> Arc<str> {
    path.file_name().unwrap_or_default().to_string_lossy().into()
}

/// A count with what is counted, named in the plural: `2 mentions of actions`, `1 mention of actions`.
fn counted(what: &str, count: usize) -> String {
    let head = [" of ", " with ", " to "].iter().filter_map(|word| what.find(word)).min();
    let (head, rest) = what.split_at(head.unwrap_or(what.len()));
    let one = match (head.strip_suffix("ies"), head.strip_suffix('s')) {
        _ if count != 1 => head.to_owned(),
        (Some(stem), _) => format!("{stem}y"),
        (None, stem) => stem.unwrap_or(head).to_owned(),
    };
    format!("{count} {one}{rest}")
}
