//! A file that belongs to the archive → its bytes, if it is one that may be read.
//!
//! In: a path, the folder it has to lie in, and how large it may be. Out: bytes, or why it is not read.
//! A link that leads out of that folder would bring a file of the machine into a page, a finding or the
//! log of a build; a pipe would keep the build waiting; a file of gigabytes would fill the memory.
#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;

use super::faults;
use crate::diag::{Finding, Spot};

/// The most that a record, the settings or a bibliography may have, in bytes: a million words.
pub(super) const LARGEST: u64 = 8 * 1024 * 1024;
/// The most that a lock may have: it holds every edition of a report.
pub(super) const LARGEST_LOCK: u64 = 64 * 1024 * 1024;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is, or lies behind, a link that leads elsewhere.
    Outside,
    /// It is a pipe, a device or a folder.
    NoFile,
    /// It has more bytes than this.
    TooLarge(u64),
}

/// The bytes of a file that has to lie in a folder.
///
/// # Errors
/// A file that is not there, or may not be read.
pub(super) fn bytes(path: &Path, within: &Path, most: u64) -> anyhow::Result<Result<Vec<u8>, Unfit>> {
    let cannot = || format!("cannot read {}", path.display());
    let real = path.canonicalize().with_context(cannot)?;
    if !within.canonicalize().is_ok_and(|folder| real.starts_with(folder)) {
        return Ok(Err(Unfit::Outside));
    }
    plain(path, most)
}

/// The bytes of a file that is known to be no link.
///
/// # Errors
/// A file that is not there, or may not be read.
pub(super) fn plain(path: &Path, most: u64) -> anyhow::Result<Result<Vec<u8>, Unfit>> {
    let cannot = || format!("cannot read {}", path.display());
    let found = std::fs::metadata(path).with_context(cannot)?;
    // To open a pipe is to wait for somebody to write into it.
    if !found.is_file() {
        return Ok(Err(Unfit::NoFile));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len().min(most)).unwrap_or(0) + 1);
    let file = std::fs::File::open(path).with_context(cannot)?;
    // It may have grown since.
    file.take(most + 1).read_to_end(&mut bytes).with_context(cannot)?;
    Ok(if bytes.len() as u64 > most { Err(Unfit::TooLarge(most)) } else { Ok(bytes) })
}

impl Unfit {
    /// What is told of a file that is not read. No line of it is shown.
    pub(super) fn finding(self, file: &Arc<str>) -> Finding {
        let (rule, message, help) = match self {
            Unfit::Outside => {
                let message = "a symbolic link that leads out of the archive is not followed".to_owned();
                (&faults::LINK_OUTSIDE, message, "put the file itself there")
            }
            Unfit::NoFile => {
                let message = "it is not a file with text in it, but a pipe, a device or a folder".to_owned();
                (&faults::LINK_OUTSIDE, message, "put a file there")
            }
            Unfit::TooLarge(most) => {
                let message = format!("the file has more than {} MB", most / 1024 / 1024);
                (&faults::TOO_LARGE, message, "divide it, or attach what is long as a file of its own")
            }
        };
        let mut finding = Finding::new(rule, file, Spot::File, message).help(help);
        finding.show("");
        finding
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_read() {
        let there = tempfile::tempdir().unwrap();
        let folder = there.path().join("content");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(there.path().join("secret"), "token").unwrap();
        std::fs::write(folder.join("own"), "words").unwrap();
        let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, folder.join(name)).unwrap();
        link("../secret", "out");
        link("own", "in");
        link("nowhere", "gone");
        let read = |name: &str, most| bytes(&folder.join(name), &folder, most);
        assert_eq!(read("own", 5).unwrap(), Ok(b"words".to_vec()));
        assert_eq!(read("in", 5).unwrap(), Ok(b"words".to_vec()));
        assert_eq!(read("own", 4).unwrap(), Err(Unfit::TooLarge(4)));
        assert_eq!(read("out", 5).unwrap(), Err(Unfit::Outside));
        assert_eq!(read(".", 5).unwrap(), Err(Unfit::NoFile));
        assert!(read("gone", 5).is_err() && read("none", 5).is_err());
    }
}
