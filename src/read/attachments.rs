//! The files that records name → what is on disk under those names.
//!
//! In: paths as written. Out: size, checksum and the type that the first bytes tell, whatever the
//! name says. A path that starts with `/` is looked for in `content/`, any other beside the record's
//! file; what lies elsewhere, or is itself a record, is not touched. Nothing is copied here. A file's own
//! properties (who wrote it, where it was taken) are taken out before it is measured: see `clean`.
#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

use std::collections::HashMap;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use sha2::{Digest, Sha256};

use super::clean;
use super::faults;
use super::lower::VISIBILITIES;
use super::media::{self, Media};
use super::notes::Notes;
use super::yaml::Node;
use crate::diag::FieldPath;
use crate::model::access::Visibility;
use crate::model::config::Root;
use crate::model::text::hex;
use crate::model::value::{AttachedFile, Attachment};

/// The files under `content/`, each looked at once however many records name it.
#[derive(Debug)]
pub(super) struct Files {
    root: PathBuf,
    /// The folders that hold records, as they are named and where they really are.
    roots: Vec<(Arc<str>, Option<PathBuf>)>,
    seen: Mutex<HashMap<String, Option<AttachedFile>>>,
    fault: Mutex<Option<anyhow::Error>>,
}

/// The files that a record's field names.
pub(super) fn attachments(
    items: Vec<Node>,
    path: &FieldPath,
    files: &Files,
    notes: &mut Notes,
) -> Vec<Attachment> {
    let mut attachments = Vec::with_capacity(items.len());
    for (n, item) in items.iter().enumerate() {
        let path = path.clone().at(n);
        let (written, called, visibility) = match item {
            // A file that is kept under another name than it had, or is not for everybody who may
            // see the record: `{file: …, name: …, visibility: …}`.
            Node::Map(entries) => {
                for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.as_str())) {
                    notes.unknown_key(&faults::UNKNOWN_KEY, path.clone().then(key.as_str()), KEYS);
                }
                (item.text_of("file"), item.text_of("name"), visibility(entries, &path, notes))
            }
            _ => (item.as_text(), None, Visibility::Public),
        };
        let Some(written) = written else {
            notes.wrong_type(&path, item, "the path of a file");
            continue;
        };
        let written = written.trim();
        let file = match place(written, &notes.file, files.root_of(&notes.file)) {
            Some(place) => files.look(&place),
            None => {
                let message = format!("`{written}` is not a file that may be published");
                let help = "put a copy under `content/assets/` and name that";
                notes.fault_help(&faults::ATTACHMENT_OUTSIDE, &path, message, help);
                None
            }
        };
        let name = written.rsplit(['/', '\\']).next().unwrap_or(written);
        let name = called.as_deref().map(str::trim).filter(|called| !called.is_empty()).unwrap_or(name);
        attachments.push(Attachment { written: written.into(), name: name.into(), file, visibility });
    }
    attachments
}

/// The bytes of a file as they are to be published.
pub(super) fn published(root: &Path, path: &str) -> anyhow::Result<Vec<u8>> {
    let file = root.join(path);
    let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let Media { media_type, .. } = media::media(path, &bytes[..bytes.len().min(HEAD)]);
    Ok(clean::clean(media_type, bytes).bytes)
}

/// What can be said of an attachment.
pub(super) const KEYS: &[&str] = &["file", "name", "visibility"];

/// For whom one attachment is meant; a word that is not understood closes.
fn visibility(entries: &[(String, Node)], path: &FieldPath, notes: &mut Notes) -> Visibility {
    let Some((_, said)) = entries.iter().find(|(key, _)| key == "visibility") else {
        return Visibility::Public;
    };
    let path = path.clone().then("visibility");
    let word = match said.as_text() {
        Some(text) => notes.word(&path, &text, VISIBILITIES, Visibility::parse),
        None => {
            notes.wrong_type(&path, said, "one of `public`, `members` or `private`");
            None
        }
    };
    word.unwrap_or(Visibility::Private)
}

/// The path relative to the root of what is written in a record's file; `None` where it lies outside
/// `content/` or is the file of a record.
fn place(written: &str, record: &str, of: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    // A path that was written on Windows is the same path.
    if !written.starts_with(['/', '\\']) {
        let beside = record.strip_prefix(of).unwrap_or(record);
        parts.extend(beside.split('/').filter(|part| !part.is_empty()));
        parts.pop();
    }
    for part in written.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    // A hidden folder is nobody's to publish: `.git` has the token that the source was fetched with.
    if parts.iter().any(|part| part.starts_with('.')) {
        return None;
    }
    let is_record = parts.first() != Some(&"assets")
        && parts.last().is_some_and(|name| name.to_ascii_lowercase().ends_with(".md"));
    (!is_record && !parts.is_empty()).then(|| format!("{of}/{}", parts.join("/")))
}

impl Files {
    /// The files of the archive whose root this is.
    pub(super) fn of(root: &Path, roots: &[Root]) -> Self {
        let real = |of: &Root| (Arc::clone(&of.path), root.join(&*of.path).canonicalize().ok());
        Files {
            root: root.to_owned(),
            roots: roots.iter().map(real).collect(),
            seen: Mutex::default(),
            fault: Mutex::default(),
        }
    }

    /// The folder of records that a file lies in.
    fn root_of(&self, file: &str) -> &str {
        let within = |of: &&Arc<str>| file.strip_prefix(&***of).is_some_and(|rest| rest.starts_with('/'));
        let of = self.roots.iter().map(|(of, _)| of).filter(within).max_by_key(|of| of.len());
        of.map_or("content", |of| of)
    }

    /// A fault of the world met on the way, if there was one.
    pub(super) fn fault(self) -> Option<anyhow::Error> {
        self.fault.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is at a path; `None` where nothing is.
    fn look(&self, place: &str) -> Option<AttachedFile> {
        if let Some(known) = self.seen.lock().unwrap_or_else(PoisonError::into_inner).get(place) {
            return known.clone();
        }
        let file = self.read(place).unwrap_or_else(|error| {
            let mut fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner);
            fault.get_or_insert(error);
            None
        });
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(place.to_owned(), file.clone());
        file
    }

    fn read(&self, place: &str) -> anyhow::Result<Option<AttachedFile>> {
        let path = self.root.join(place);
        let cannot = || format!("cannot read {}", path.display());
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(error) if is_absence(&error) => return Ok(None),
            Err(error) => return Err(error).with_context(cannot),
        };
        // A link that leads out of `content/` is as good as none.
        let own = self.root_of(place);
        let own = self.roots.iter().find(|(of, _)| &**of == own).and_then(|(_, folder)| folder.as_ref());
        let inside = own.is_some_and(|folder| real.starts_with(folder));
        if !inside || !real.is_file() {
            return Ok(None);
        }
        let mut file = File::open(&real).with_context(cannot)?;
        let mut head = Vec::with_capacity(HEAD);
        file.by_ref().take(HEAD as u64).read_to_end(&mut head).with_context(cannot)?;
        let Media { media_type, extension, misnamed } = media::media(place, &head);
        let mut sum = Sha256::new();
        let (mut size, mut asides) = (0, Vec::new());
        if clean::is_cleaned(media_type) {
            // Size and checksum are those of what is published, and tell nothing of what is not.
            file.read_to_end(&mut head).with_context(cannot)?;
            let cleaned = clean::clean(media_type, head);
            sum.update(&cleaned.bytes);
            size += cleaned.bytes.len() as u64;
            asides = cleaned.asides;
        } else {
            let mut chunk = vec![0; 64 * 1024];
            sum.update(&head);
            size += head.len() as u64;
            loop {
                let n = file.read(&mut chunk).with_context(cannot)?;
                if n == 0 {
                    break;
                }
                sum.update(&chunk[..n]);
                size += n as u64;
            }
        }
        let sha256 = hex(&sum.finalize());
        Ok(Some(AttachedFile {
            path: place.into(),
            size,
            sha256: sha256.into(),
            media_type: Arc::from(media_type),
            extension: extension.into(),
            misnamed,
            asides: asides.into(),
        }))
    }
}

/// Office documents tell their kind only some thousand bytes in.
const HEAD: usize = 8192;

/// A name that no disk could hold is the name of no file.
fn is_absence(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidInput | ErrorKind::InvalidFilename
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_place_of_a_path() {
        let at = |written| place(written, "content/papers/p01.md", "content");
        assert_eq!(at("files\\a.png"), at("files/a.png"), "as Windows writes it");
        assert_eq!(at("/assets/a b/x.y.pdf").as_deref(), Some("content/assets/a b/x.y.pdf"));
        assert_eq!(at("p01.pdf").as_deref(), Some("content/papers/p01.pdf"));
        assert_eq!(at("../assets/./x.pdf").as_deref(), Some("content/assets/x.pdf"));
        assert_eq!(at("/assets/notes.md").as_deref(), Some("content/assets/notes.md"));
    }

    #[test]
    fn refuses_what_is_not_to_be_published() {
        let at = |written| place(written, "content/papers/p01.md", "content");
        for written in [
            "../../annals.yaml",
            "/../x",
            "/.git/config",
            ".env",
            "/assets/.x/y.pdf",
            "../cases/secret.md",
            "p01.MD",
            "..",
            "/",
            "../../../etc/passwd",
        ] {
            assert_eq!(at(written), None, "{written}");
        }
    }
}
