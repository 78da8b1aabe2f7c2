//! `content/`, or the folders that `annals.yaml` names in its place → the files of its records, in order, with the names their places give them.
//!
//! In: the root. Out: files and findings on names that cannot be addresses. Hidden files,
//! `assets` and files that are not Markdown are passed over, documents not without a word; nothing is opened.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use walkdir::{DirEntry, WalkDir};

use super::{faults, loose};
use crate::diag::{Bearing, FieldPath, Finding, Rule, Spot};
use crate::model::config::Root;
use crate::model::file_name::{has_ending, is_portable};
use crate::model::id::RecordId;
use crate::model::text::slug;

/// A file that holds a record.
#[derive(Debug)]
pub(super) struct Found {
    /// Where it is on disk.
    pub(super) path: PathBuf,
    /// The same relative to the root, with `/` between its parts.
    pub(super) file: Arc<str>,
    /// The record's name.
    pub(super) id: RecordId,
}

/// Finds the files of all records, in every folder that holds some.
pub(super) fn walk(root: &Path, roots: &[Root]) -> anyhow::Result<(Vec<Found>, Vec<Finding>)> {
    let (mut found, mut findings) = (Vec::new(), Vec::new());
    for (n, of) in roots.iter().enumerate() {
        let folder = root.join(&*of.path);
        let told = |rule: &'static Rule, message: String, help: &str| {
            let spot = Spot::Field(FieldPath::key("content").at(n));
            Finding::new(rule, &super::config::FILE.into(), spot, message).help(help)
        };
        if let Some(message) = misplaced(root, &folder, of) {
            findings.push(told(&faults::LINK_OUTSIDE, message, "name the folder that holds the collections"));
        } else if folder.exists() {
            walk_one(&folder, of, &mut found, &mut findings)?;
        } else if !of.optional {
            // It may well have been there yesterday: nothing in its place would be a site without a record.
            let message = format!("there is no folder `{}`", of.path);
            let help = match &*of.path {
                "content" => "put records into it, or say `content: [{path: content, optional: true}]`",
                _ => "correct its path, or say `optional: true` if it is not everywhere",
            };
            findings.push(told(&faults::MISSING_ROOT, message, help));
        }
    }
    findings.extend(spelled_twice(&found));
    Ok((found, findings))
}

/// The collections whose names differ in the case of letters alone: many disks take them for one folder.
fn spelled_twice(found: &[Found]) -> Vec<Finding> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for file in found {
        let name = file.id.collection();
        let known = *first.entry(name.to_ascii_lowercase()).or_insert(name);
        if known != name && told.insert(name) {
            let message = format!(
                "`{name}` is the name of the collection `{known}` too, but for the case of its letters"
            );
            let finding = Finding::new(&faults::BAD_NAME, &file.file, Spot::File, message);
            findings.push(finding.help(format!("move its records to `{known}`")));
        }
    }
    findings
}

/// Why a folder may not hold records, where it may not.
fn misplaced(root: &Path, folder: &Path, of: &Root) -> Option<String> {
    let (archive, real) = (root.canonicalize().ok()?, folder.canonicalize().ok()?);
    if archive.starts_with(&real) {
        return Some(format!("`{}` holds `annals.yaml` itself, and whatever lies beside it", of.path));
    }
    let is_inside = !of.path.starts_with('/') && !of.path.split('/').any(|part| part == "..");
    (is_inside && !real.starts_with(&archive))
        .then(|| format!("`{}` is a symbolic link that leads out of the archive", of.path))
}

fn walk_one(
    folder: &Path,
    of: &Root,
    found: &mut Vec<Found>,
    findings: &mut Vec<Finding>,
) -> anyhow::Result<()> {
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(name.starts_with('.') || entry.depth() == 1 && name == "assets")
    };
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(visible) {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        let kind = entry.file_type();
        let is_file = kind.is_file() || kind.is_symlink();
        if entry.depth() > 0 && kind.is_symlink() && entry.path().is_dir() {
            findings.push(link(&format!("{}/{}", of.path, relative(&entry, folder).join("/"))));
            continue;
        }
        if !is_file {
            continue;
        }
        if !is_markdown(entry.path()) {
            findings.extend(loose::finding(&relative(&entry, folder), &of.path));
            continue;
        }
        match record(&entry, folder, of) {
            Ok(record) => found.push(record),
            Err(finding) => findings.push(*finding),
        }
    }
    Ok(())
}

fn is_markdown(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    matches!(extension.as_deref(), Some("md" | "markdown"))
}

/// The parts of a path below a folder of records.
fn relative(entry: &DirEntry, folder: &Path) -> Vec<String> {
    let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    relative.iter().map(|part| part.to_string_lossy().into_owned()).collect()
}

fn link(file: &str) -> Finding {
    let finding =
        Finding::new(&faults::STRAY_FILE, &file.into(), Spot::File, "a symbolic link is not followed");
    let mut finding = finding.help("put the file itself there");
    finding.show("");
    finding
}

/// The record in a Markdown file, or what is wrong with its place or name.
fn record(entry: &DirEntry, folder: &Path, of: &Root) -> Result<Found, Box<Finding>> {
    let parts = relative(entry, folder);
    let root = &of.path;
    let file: Arc<str> = format!("{root}/{}", parts.join("/")).into();
    let fault = |rule: &'static Rule, message: String, help: String| {
        Box::new(Finding::new(rule, &file, Spot::File, message).help(help))
    };
    // Whoever names the record means it under the name that it is to have.
    let misplaced = |finding: Box<Finding>, collection: &str, stem: &str| {
        Box::new(finding.bears(Bearing::Misplaces(format!("{collection}/{stem}").into())))
    };
    let name = parts.last().map(String::as_str).unwrap_or_default();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let [collection, _] = &parts[..] else {
        return Err(match &parts[..] {
            [_] => fault(
                &faults::STRAY_FILE,
                format!("a file directly in `{root}/` belongs to no collection"),
                format!("move it to `{root}/<collection>/{name}`"),
            ),
            _ => {
                let collection = parts.first().map_or("", String::as_str);
                let message = "a record in a folder inside a collection is not read".to_owned();
                let help = format!("move it to `{root}/{collection}/{name}`");
                misplaced(fault(&faults::NESTED_RECORD, message, help), collection, stem)
            }
        });
    };
    if entry.file_type().is_symlink() {
        return Err(Box::new(link(&file)));
    }
    if !extension.eq_ignore_ascii_case("md") {
        let message = format!("a file that ends in `.{extension}` is not read");
        let finding = fault(&faults::STRAY_FILE, message, format!("call it `{stem}.md`"));
        return Err(misplaced(finding, collection, stem));
    }
    if !is_good_name(collection)
        || !is_portable(collection)
        || has_ending(collection)
        || is_reserved(collection)
    {
        let message = format!("`{collection}` cannot be the name of a collection");
        let name = other_name(collection);
        let finding = fault(&faults::BAD_NAME, message, format!("call the folder `{name}`"));
        return Err(misplaced(finding, &name, ""));
    }
    if !is_good_name(stem) || !is_portable(stem) || is_list_page(stem) {
        let message = format!("`{stem}` cannot be the name of a record");
        let name = other_name(stem);
        let finding = fault(&faults::BAD_NAME, message, format!("call the file `{name}.md`"));
        return Err(misplaced(finding, collection, &name));
    }
    let id = RecordId::new(collection, stem);
    Ok(Found { path: entry.path().to_owned(), file, id })
}

/// Folders of the site that are no collections.
const RESERVED: &[&str] = &["assets", "data", "search", "tags"];

/// Whether a folder of the site has this name already.
pub(super) fn is_reserved(name: &str) -> bool {
    RESERVED.iter().any(|reserved| name.eq_ignore_ascii_case(reserved))
}

/// Names of a collection's own pages.
fn is_list_page(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    matches!(&*name, "feed" | "index")
        || name.strip_prefix("page-").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a name can be a part of an address as it stands.
pub(super) fn is_good_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

fn other_name(name: &str) -> String {
    let mut other = if is_good_name(name) { format!("the-{name}") } else { slug(name) };
    other.truncate(60);
    other.replace('.', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_good_names() {
        for name in ["a", "2018-07-03-workshop-1", "v1.0", "_draft", "Leeds"] {
            assert!(is_good_name(name), "{name}");
        }
        for name in ["", ".a", "a b", "é", "a#b", "a%20", "..", "-a", "a/b", "a?"] {
            assert!(!is_good_name(name), "{name}");
        }
        assert!(
            is_list_page("index")
                && is_list_page("Page-2")
                && !is_list_page("page-")
                && !is_list_page("page-a")
        );
    }
}
