//! What the tests of the importers share: archives of a few records, and drafts read back.
#![expect(clippy::disallowed_methods, reason = "tests write what is to be read")]

use std::sync::Arc;

use crate::diag::{Diagnostic, Severity};
use crate::import::Draft;
use crate::model::record::Record;
use crate::read;

/// The records of these files: id, front matter, body.
pub(super) fn records(files: &[(&str, &str, &str)]) -> Vec<Arc<Record>> {
    let texts =
        files.iter().map(|(id, front, body)| ((*id).to_owned(), format!("---\n{front}---\n\n{body}")));
    archive(texts).0
}

/// The faults that the reader finds in drafts, as the writer would write them.
pub(super) fn faults(drafts: &[Draft]) -> Vec<Diagnostic> {
    let texts = drafts.iter().map(|draft| {
        let front = serde_yaml::to_string(&draft.front_matter).unwrap();
        (draft.id.to_string(), format!("---\n{front}---\n\n{}", draft.body))
    });
    let (_, found) = archive(texts);
    found.into_iter().filter(|fault| fault.severity != Severity::Remark).collect()
}

fn archive(files: impl Iterator<Item = (String, String)>) -> (Vec<Arc<Record>>, Vec<Diagnostic>) {
    let root = tempfile::tempdir().unwrap();
    std::fs::write(root.path().join("annals.yaml"), "title: Test\n").unwrap();
    // It has to be there, whether or not anything comes into it.
    std::fs::create_dir(root.path().join("content")).unwrap();
    for (id, text) in files {
        let path = root.path().join(format!("content/{id}.md"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let reading = read::archive(root.path()).unwrap();
    (reading.archive.records().to_vec(), read::place(root.path(), reading.findings))
}
