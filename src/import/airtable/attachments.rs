//! Attachments of the live base → `assets/airtable/` in a folder of records, each content once.
//!
//! In: what a cell says of a file. Out: the file at full size, under the first half of its SHA-256,
//! and a line in `.annals/attachments.jsonl` that says which attachment it is, so that a pull that was
//! interrupted goes on where it stopped. A file is kept only when it is whole and is what it was
//! announced to be; its thumbnail is never asked for.
#![expect(clippy::disallowed_methods, reason = "import/ keeps attachments")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::client::{Client, Taking};
use super::faults;
use crate::diag::Rule;
use crate::import::folders::{CONTENT, Copied, Folders};
use crate::import::ledger::{STAGED, replace};
use crate::model::text::hex;

/// The list of attachments, below the archive's root.
const LIST: &str = ".annals/attachments.jsonl";
/// The folder of attachments, below a folder of records.
const FOLDER: &str = "assets/airtable";
/// The largest file that is taken, in bytes.
const LARGEST: u64 = 512 * 1024 * 1024;

/// The attachments that are in the archive.
#[derive(Debug)]
pub struct Attachments {
    folders: Folders,
    kept: BTreeMap<String, Kept>,
    /// What was fetched now, as records write it.
    fetched: BTreeSet<String>,
}

/// An attachment that is in the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    id: String,
    file: String,
    size: u64,
    sha256: String,
}

/// A file as a cell of the base announces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// Its id, as in `attABCdefGHI01234`.
    pub id: String,
    /// Its name.
    pub name: String,
    url: String,
    size: Option<u64>,
}

impl Announced {
    /// The files that a cell announces.
    pub fn all_in(cell: &Value) -> Vec<Announced> {
        let items = cell.as_array().map(Vec::as_slice).unwrap_or_default();
        let announced = items.iter().filter_map(|item| {
            let text = |key: &str| item.get(key).and_then(Value::as_str).map(str::to_owned);
            Some(Announced {
                id: text("id")?,
                name: text("filename").unwrap_or_default(),
                url: text("url")?,
                size: item.get("size").and_then(Value::as_u64),
            })
        });
        announced.collect()
    }
}

impl Attachments {
    /// The attachments that an archive has; those whose files are gone are not among them.
    ///
    /// # Errors
    /// A list that cannot be read.
    pub fn read(folders: &Folders) -> Result<Self> {
        let path = folders.root.join(LIST);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        let mut kept = BTreeMap::new();
        // A line that an interruption cut is a file that is fetched again.
        for one in text.lines().filter_map(|line| serde_json::from_str::<Kept>(line).ok()) {
            let is_whole = |place: PathBuf| fs::metadata(place).is_ok_and(|found| found.len() == one.size);
            if folders.holding(&one.file).any(is_whole) {
                kept.insert(one.id.clone(), one);
            }
        }
        Ok(Attachments { folders: folders.clone(), kept, fetched: BTreeSet::new() })
    }

    /// The path, as records write it, of each attachment.
    pub fn paths(&self) -> BTreeMap<String, Arc<str>> {
        self.kept.iter().map(|(id, kept)| (id.clone(), Arc::from(&*kept.file))).collect()
    }

    /// Whether an attachment is in the archive.
    pub fn has(&self, announced: &Announced) -> bool {
        self.kept.get(&announced.id).is_some_and(|kept| announced.size.is_none_or(|size| size == kept.size))
    }

    /// Fetches an attachment that is not there yet. What is in doubt about it is told; one that is not
    /// what it was announced to be is not kept.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn fetch(
        &mut self,
        client: &Client,
        announced: &Announced,
    ) -> Result<Option<(&'static Rule, String)>> {
        let not_fetched = |why: String| {
            Ok(Some((
                &faults::ATTACHMENT_NOT_FETCHED,
                format!("the attachment `{}` was not fetched: {why}", announced.name),
            )))
        };
        if announced.id.is_empty() || !announced.id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return not_fetched("it has no id".to_owned());
        }
        if !client.may_fetch(&announced.url) {
            return not_fetched("its address is not https".to_owned());
        }
        if announced.size.is_some_and(|size| size > LARGEST) {
            return not_fetched(format!("it is larger than {} MB", LARGEST / 1_000_000));
        }
        // Who may see the record that it hangs in is not known yet.
        let of = self.folders.closed().unwrap_or(CONTENT);
        let folder = self.folders.root.join(of).join(FOLDER);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let staged = folder.join(format!(".{}{STAGED}", announced.id));
        let fetched = client.download(&announced.url, |from| take(from, &staged, announced));
        let found = match fetched {
            Ok(found) => found,
            Err(error) => {
                remove(&staged)?;
                return match error.downcast::<std::io::Error>() {
                    Ok(disk) => Err(disk).with_context(|| format!("cannot write {}", staged.display())),
                    Err(error) => not_fetched(format!("{error:#}")),
                };
            }
        };
        let verdict = verdict(&announced.name, &found.head);
        let extension = match &verdict {
            Verdict::As(extension) | Verdict::Misnamed(extension) => extension,
            Verdict::Refused(why) => {
                remove(&staged)?;
                return not_fetched((*why).to_owned());
            }
        };
        let stem = found.sha256.get(..16).unwrap_or(&found.sha256);
        let place = folder.join(format!("{stem}.{extension}"));
        fs::rename(&staged, &place).with_context(|| format!("cannot write {}", place.display()))?;
        let file = format!("/{FOLDER}/{stem}.{extension}");
        self.keep(Kept { id: announced.id.clone(), file, size: found.size, sha256: found.sha256 })?;
        Ok(match &verdict {
            Verdict::Misnamed(extension) => Some((
                &faults::MISNAMED_DOWNLOAD,
                format!(
                    "the attachment `{}` is a {extension} by its first bytes, and is kept as that",
                    announced.name
                ),
            )),
            _ => None,
        })
    }

    /// Adds a line at the end, so that nothing is fetched twice if this is interrupted.
    fn keep(&mut self, kept: Kept) -> Result<()> {
        let path = self.folders.root.join(LIST);
        let failed = || format!("cannot write {}", path.display());
        fs::create_dir_all(self.folders.root.join(".annals")).with_context(failed)?;
        let mut list = OpenOptions::new().create(true).append(true).open(&path).with_context(failed)?;
        // Begins with a line end: the line before may have been cut.
        let line = format!("\n{}\n", serde_json::to_string(&kept)?);
        list.write_all(line.as_bytes()).with_context(failed)?;
        self.fetched.insert(kept.file.clone());
        self.kept.insert(kept.id.clone(), kept);
        Ok(())
    }

    /// Sorts the list, if it grew.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn finish(&self) -> Result<()> {
        if self.fetched.is_empty() {
            return Ok(());
        }
        self.write_list()
    }

    /// The files of the attachments; the folders are not settled yet.
    pub fn copies(&self) -> Vec<Copied> {
        let files: BTreeSet<&String> = self.kept.values().map(|kept| &kept.file).collect();
        let copied = |file: &String| {
            let from = self.folders.holding(file).next()?;
            Some(Copied { from, file: file.clone(), to: BTreeSet::new() })
        };
        if self.folders.many() { files.into_iter().filter_map(copied).collect() } else { Vec::new() }
    }

    /// Takes away what was fetched now into a folder none of whose records names it.
    ///
    /// # Errors
    /// A fault of the disk.
    pub fn leave(&self, copies: &[Copied]) -> Result<()> {
        let closed = self.folders.closed();
        let fetched = copies.iter().filter(|copied| self.fetched.contains(&copied.file));
        fetched.filter(|copied| closed.is_some_and(|of| !copied.to.contains(of))).try_for_each(|copied| {
            let of = self.folders.root.join(closed.unwrap_or(CONTENT));
            remove(&of.join(copied.file.trim_start_matches('/')))
        })
    }

    /// The files of which no attachment is `announced` any more.
    pub(super) fn unannounced(&self, announced: &BTreeSet<String>) -> BTreeSet<String> {
        let (used, unused): (Vec<_>, Vec<_>) =
            self.kept.values().partition(|kept| announced.contains(&kept.id));
        // One file may be several attachments.
        let used: BTreeSet<&str> = used.iter().map(|kept| &*kept.file).collect();
        unused.into_iter().filter(|kept| !used.contains(&*kept.file)).map(|kept| kept.file.clone()).collect()
    }

    /// Removes files, and what the list says of them.
    ///
    /// # Errors
    /// A fault of the disk.
    pub(super) fn remove(&mut self, files: &BTreeSet<String>) -> Result<()> {
        for file in files {
            self.folders.holding(file).try_for_each(|place| remove(&place))?;
        }
        self.kept.retain(|_, kept| !files.contains(&kept.file));
        self.write_list()
    }

    fn write_list(&self) -> Result<()> {
        let mut text = String::new();
        for kept in self.kept.values() {
            text.push_str(&serde_json::to_string(kept)?);
            text.push('\n');
        }
        replace(&self.folders.root.join(LIST), text.as_bytes())
    }
}

/// What was downloaded.
struct Found {
    sha256: String,
    size: u64,
    head: Vec<u8>,
}

fn take(from: &mut dyn Read, staged: &Path, announced: &Announced) -> Result<Found, Taking> {
    let disk = |error: std::io::Error| Taking::Never(anyhow!(error));
    let mut file = File::create(staged).map_err(disk)?;
    let (mut sum, mut size, mut head) = (Sha256::new(), 0_u64, Vec::with_capacity(HEAD));
    let mut piece = vec![0; 64 * 1024];
    loop {
        let n = from.read(&mut piece).map_err(|error| Taking::reading(&error))?;
        let Some(read) = piece.get(..n).filter(|read| !read.is_empty()) else { break };
        size += read.len() as u64;
        if size > announced.size.unwrap_or(LARGEST).min(LARGEST) {
            return Err(Taking::Again("it is larger than announced".to_owned()));
        }
        head.extend_from_slice(&read[..read.len().min(HEAD - head.len())]);
        sum.update(read);
        file.write_all(read).map_err(disk)?;
    }
    if let Some(wanted) = announced.size.filter(|wanted| *wanted != size) {
        return Err(Taking::Again(format!("it was cut short: {size} bytes of {wanted}")));
    }
    Ok(Found { sha256: hex(&sum.finalize()), size, head })
}

/// Office documents tell their kind only some thousand bytes in.
const HEAD: usize = 8192;

/// What the first bytes say of a name.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// The file is what its name says.
    As(String),
    /// It is something else, of this kind.
    Misnamed(String),
    /// It is not to be kept.
    Refused(&'static str),
}

fn verdict(name: &str, head: &[u8]) -> Verdict {
    let written =
        name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let is_good = |extension: &str| {
        (1..=5).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let start = String::from_utf8_lossy(&head[..head.len().min(512)])
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_ascii_lowercase();
    let is_page = start.starts_with("<!doctype html") || start.starts_with("<html");
    if is_page && !matches!(written.as_str(), "html" | "htm" | "xhtml") {
        return Verdict::Refused("a web page came in its place");
    }
    match infer::get(head).filter(|found| found.matcher_type() != infer::MatcherType::Text) {
        Some(found) if found.extension() == written || are_alike(found.extension(), &written) => {
            Verdict::As(written)
        }
        Some(found) => Verdict::Misnamed(found.extension().to_owned()),
        // These always tell themselves by their first bytes.
        None if TOLD.contains(&written.as_str()) => {
            Verdict::Refused("its bytes are not those of such a file")
        }
        None if is_good(&written) => Verdict::As(written),
        None => Verdict::As("bin".to_owned()),
    }
}

const TOLD: &[&str] = &[
    "pdf", "png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "zip", "docx", "xlsx", "pptx", "odt", "ods",
    "odp",
];

/// Whether two endings are of files that look alike in their first bytes.
fn are_alike(a: &str, b: &str) -> bool {
    const ALIKE: &[&[&str]] = &[
        &["jpg", "jpeg"],
        &["tif", "tiff"],
        &["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"],
        &["doc", "xls", "ppt", "msg"],
        &["mp4", "m4v", "m4a", "mov"],
        &["ogg", "oga", "ogv", "opus"],
        &["webm", "mkv"],
    ];
    ALIKE.iter().any(|group| group.contains(&a) && group.contains(&b))
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
