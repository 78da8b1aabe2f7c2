//! Files and folders as they were named → the files to read.
//!
//! In: paths. Out: the files in them, those of folders in order, and what is passed over, with the
//! reason. The data of a published archive say everything in `archive.json`; the tables, lists and
//! checksums beside it say the same again, or hold no record at all. It recognises no documents.
#![expect(clippy::disallowed_methods, reason = "import/ reads documents")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use walkdir::WalkDir;

use super::ledger::Ledger;

/// What is read, and what is not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Files {
    /// The files to read.
    pub(super) read: Vec<PathBuf>,
    /// What is passed over, with a sentence that says why.
    pub(super) passed: Vec<(PathBuf, String)>,
}

/// The files that were named; what a folder hides is not looked at.
///
/// # Errors
/// A file that is not there, an empty folder.
pub(super) fn named(paths: &[PathBuf]) -> Result<Files> {
    let mut files = Vec::new();
    for path in paths {
        let found = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
        let data = path.join("data");
        if !found.is_dir() {
            files.push(path.clone());
        } else if let Some(data) = [path, &data].into_iter().find(|folder| is_export(folder)) {
            files.push(data.join(ARCHIVE));
        } else {
            walk(path, &mut files)?;
        }
    }
    Ok(sift(files))
}

const ARCHIVE: &str = "archive.json";

/// Whether a folder is the data of a published archive.
fn is_export(folder: &Path) -> bool {
    folder.join(ARCHIVE).is_file() && folder.join("datapackage.json").is_file()
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let is_hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let before = files.len();
    let walk = WalkDir::new(path).min_depth(1).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !is_hidden(entry.file_name())) {
        let entry = entry.with_context(|| format!("cannot read {}", path.display()))?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    if files.len() == before {
        bail!("{} is empty", path.display());
    }
    Ok(())
}

/// Passes over what lies beside an `archive.json` that is read.
fn sift(files: Vec<PathBuf>) -> Files {
    let folder = |path: &PathBuf| path.parent().map(Path::to_owned).unwrap_or_default();
    let exports: BTreeSet<PathBuf> = files
        .iter()
        .filter(|path| path.file_name().is_some_and(|name| name == ARCHIVE))
        .map(folder)
        .filter(|folder| is_export(folder))
        .collect();
    let mut beside: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut read = Vec::new();
    for path in files {
        let folder = folder(&path);
        let is_archive = path.file_name().is_some_and(|name| name == ARCHIVE);
        if exports.contains(&folder) && !is_archive {
            *beside.entry(folder).or_default() += 1;
        } else {
            read.push(path);
        }
    }
    let why = |count| format!("{count} files beside {ARCHIVE} say the same, and are passed over");
    let passed = beside.into_iter().map(|(folder, count)| (folder, why(count))).collect();
    Files { read, passed }
}

/// What a file is that Annals published beside its data, and in which there is no record to import.
pub(super) fn companion(text: &str) -> Option<&'static str> {
    let head = text.lines().next().unwrap_or_default().trim_end();
    let start: String = text.chars().filter(|letter| !letter.is_whitespace()).take(6_000).collect();
    if head == "id,collection,title,updated,address" {
        Some(
            "the list of all records that Annals exported, passed over: import archive.json, or the collections' CSV",
        )
    } else if head == "from,field,to,part" {
        Some("the list of all references that Annals exported, passed over: the records have them, too")
    } else if head.starts_with("report,edition,language,date,frozen_on,") {
        Some("the list of signed editions that Annals exported, passed over: the locks have them")
    } else if head == "former,id" {
        Some("the list of old addresses that Annals exported, passed over: the records have them as aliases")
    } else if head.starts_with("topic,title,Document purpose,") {
        Some("the progress matrix that Annals exported, passed over: the topics have it, too")
    } else if start.starts_with('{') && start.contains("\"@graph\":") && start.contains("w3id.org/ro/crate") {
        Some("the description of a published archive (RO-Crate), passed over: it holds no records")
    } else if start.starts_with('{')
        && !start.starts_with("{\"records\"")
        && start.contains("\"resources\":[")
        && start.contains("\"path\":")
    {
        Some("the description of published data (Data Package), passed over: it holds no records")
    } else if start.starts_with("<!doctypehtml>") && start.contains("<aclass=\"skip\"href=\"#_main\">") {
        Some("a page of a site that Annals made, passed over: import its data/archive.json")
    } else if is_checksums(text) {
        Some("checksums, passed over")
    } else {
        None
    }
}

/// Lines of a SHA-256 and a file's name.
fn is_checksums(text: &str) -> bool {
    let is_sum = |line: &str| {
        line.split_once("  ").is_some_and(|(sum, name)| {
            sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()) && !name.is_empty()
        })
    };
    !text.trim().is_empty() && text.lines().all(is_sum)
}

/// What a ledger calls each document that it knows, by the SHA-256 of the document's bytes.
pub(super) fn documents(ledger: &Ledger) -> BTreeMap<String, String> {
    let origins = ledger.records.values().flat_map(|entry| entry.origins());
    origins
        .filter(|origin| !origin.document.is_empty())
        .map(|origin| (origin.document.clone(), origin.source.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_over_what_is_published_beside_the_data() {
        for text in [
            "id,collection,title,updated,address\r\ncases/a,cases,A,,cases/a.html\r\n",
            "from,field,to,part\n",
            "report,edition,language,date,frozen_on,as_of\n",
            "former,id\n",
            "topic,title,Document purpose,Narrative\n",
            "{\"@context\": \"https://w3id.org/ro/crate/1.2/context\",\n \"@graph\": []}",
            "{\"name\": \"x\", \"resources\": [{\"name\": \"cases\", \"path\": \"cases.csv\"}]}",
            "<!doctype html>\n<head></head>\n<body>\n<a class=\"skip\" href=\"#_main\">Skip</a>\n",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  archive.json\n",
        ] {
            assert!(companion(text).is_some_and(|told| told.contains("passed over")), "{text}");
        }
        for text in
            ["id,title,body\n", "{\"records\":[]}", "{\"title\":\"x\"}", "From, field\n", "Notes\n", ""]
        {
            assert_eq!(companion(text), None, "{text}");
        }
    }

    #[test]
    fn reads_one_file_of_an_export() {
        let root = tempfile::tempdir().unwrap();
        let data = root.path().join("site/data");
        fs::create_dir_all(&data).unwrap();
        for name in ["archive.json", "datapackage.json", "cases.csv", "SHA256SUMS"] {
            fs::write(data.join(name), "x").unwrap();
        }
        let archive = vec![data.join("archive.json")];
        assert_eq!(named(std::slice::from_ref(&data)).unwrap().read, archive);
        assert_eq!(named(&[root.path().join("site")]).unwrap().read, archive);
        let all: Vec<PathBuf> =
            ["SHA256SUMS", "archive.json", "cases.csv"].map(|name| data.join(name)).into();
        let found = named(&all).unwrap();
        assert_eq!(found.read, archive);
        assert!(found.passed[0].1.starts_with("2 files beside archive.json"), "{found:?}");
        assert_eq!(named(&[data.join("cases.csv")]).unwrap().read, [data.join("cases.csv")]);
        fs::create_dir(root.path().join("empty")).unwrap();
        assert!(named(&[root.path().join("empty")]).is_err());
    }
}
