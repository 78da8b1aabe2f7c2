//! Stories of archives that are read: a folder is written, read, and what came of it is looked at.

mod access;
mod actions;
mod anything;
mod files;
mod references;
mod seed;
mod settings;
mod values;

use std::path::Path;
use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::record::Record;
use crate::model::value::Value;
use crate::read;

/// An archive in a folder that goes away with it.
struct Folder(tempfile::TempDir);

/// What came of reading one.
struct Outcome {
    archive: Archive,
    diagnostics: Vec<Diagnostic>,
}

impl Folder {
    /// With settings that say no more than a title.
    fn new() -> Self {
        Folder(tempfile::tempdir().unwrap()).file("annals.yaml", "title: Test\n")
    }

    /// With this file too.
    #[expect(clippy::disallowed_methods, reason = "a test writes what is to be read")]
    fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// With a record of this front matter.
    fn record(self, id: &str, front: &str) -> Self {
        let title = if front.contains("title:") { "" } else { "title: T\n" };
        self.file(&format!("content/{id}.md"), format!("---\n{title}{front}---\n\nBody\n"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read(&self) -> Outcome {
        let reading = read::archive(self.path()).unwrap();
        Outcome { archive: reading.archive, diagnostics: read::place(self.path(), reading.findings) }
    }
}

impl Outcome {
    fn get(&self, id: &str) -> &Arc<Record> {
        self.archive.get(&RecordId::parse(id).unwrap()).unwrap_or_else(|| panic!("no {id}"))
    }

    fn ids(&self) -> Vec<&str> {
        self.archive.records().iter().map(|record| record.id.as_str()).collect()
    }

    fn field(&self, id: &str, key: &str) -> &Value {
        self.get(id).fields.iter().find(|field| &*field.key == key).map(|field| &field.value).unwrap()
    }

    /// The findings as a reader of the terminal sees them, without help.
    fn said(&self) -> String {
        let line = |one: &Diagnostic| {
            format!("{}:{}:{} {} {}\n", one.file, one.line, one.column, one.code, one.message)
        };
        self.diagnostics.iter().map(line).collect()
    }

    /// The references that lead nowhere.
    fn dangling(&self) -> Vec<String> {
        let all = self.archive.records().iter().flat_map(|record| &record.dangling);
        all.map(|one| format!("{} {} {:?}", one.path, one.written, one.why)).collect()
    }
}
