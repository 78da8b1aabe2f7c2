//! A document's bytes → text with places.
//!
//! In: a file, or bytes that came from the API. Out: its text, without byte order mark and with LF
//! line ends, and the line and column of each byte; or the finding that says why it cannot be read.
#![expect(clippy::disallowed_methods, reason = "import/ reads documents")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};

use super::faults;
use crate::diag::{Finding, Spot};
use crate::source;

/// The largest file of text that is taken, in bytes: a table of ten thousand long records has 75 MB.
pub const LARGEST: u64 = 90 * 1024 * 1024;

/// How to convert a text of two bytes a letter.
const WIDE: &str = "save it again as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8 IN > OUT";
/// How to convert a text of one byte a letter.
const NARROW: &str = "save it again as UTF-8 (in Excel: “CSV UTF-8”); text from Windows is often in Windows-1252: \
iconv -f WINDOWS-1252 -t UTF-8 IN > OUT";

/// A document as text.
#[derive(Clone, Debug)]
pub struct Text {
    /// What findings call it.
    pub file: Arc<str>,
    text: String,
    starts: Vec<usize>,
}

/// Reads a file.
///
/// # Errors
/// A file that is not there or may not be read; within it, the finding that says why it is no text.
pub fn read(path: &Path, file: &Arc<str>) -> Result<Result<Text, Finding>> {
    let cannot = || format!("cannot read {}", path.display());
    let size = fs::metadata(path).with_context(cannot)?.len();
    if size > LARGEST {
        let message = format!(
            "too large: {:.0} MB, and {:.0} MB is the most that is taken",
            size as f64 / 1e6,
            LARGEST as f64 / 1e6
        );
        let help = "split it into a folder of smaller files, a table or a part of one each";
        return Ok(Err(unreadable(file, (1, 1), message).help(help)));
    }
    Ok(Text::of(file, fs::read(path).with_context(cannot)?))
}

/// The finding that says why a document cannot be read.
pub(super) fn unreadable(file: &Arc<str>, at: (usize, usize), message: impl Into<String>) -> Finding {
    Finding::new(&faults::UNREADABLE_EXPORT, file, Spot::Line(at.0, at.1), message)
}

impl Text {
    /// The text in these bytes.
    ///
    /// # Errors
    /// The finding that says why they are no text, or a web page.
    pub fn of(file: &Arc<str>, bytes: Vec<u8>) -> Result<Self, Finding> {
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            let message = "written in UTF-16, not in UTF-8";
            return Err(unreadable(file, (1, 1), message).help(WIDE));
        }
        let is_wide = |first: usize| {
            bytes.len() > 3 && bytes.iter().skip(first).step_by(2).take(100).all(|byte| *byte == 0)
        };
        if is_wide(0) || is_wide(1) {
            let message = "written in UTF-16, not in UTF-8";
            return Err(unreadable(file, (1, 1), message).help(WIDE));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(good).copied().unwrap_or_default();
            let head = Text::plain(file, String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned());
            let message = format!("not UTF-8 text: the byte {byte:02X} stands here");
            unreadable(file, head.at(head.text.len()), message).help(NARROW)
        })?;
        let text = Text::plain(file, text);
        if let Some(nul) = text.text.find('\0') {
            return Err(unreadable(file, text.at(nul), "a NUL character stands here: this is no text file"));
        }
        let head: String = text.text.trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
        if head.starts_with("<!doctype html") || head.starts_with("<html") {
            let message = "a web page, not a table: an error or a sign-in page was saved, perhaps";
            return Err(unreadable(file, (1, 1), message));
        }
        Ok(text)
    }

    fn plain(file: &Arc<str>, text: String) -> Self {
        let text = source::normalise(text);
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Text { file: Arc::clone(file), text, starts }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The line and the column, both from 1, the column in characters, of a byte.
    pub fn at(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        // A line may be the whole of a large file, so a column is not counted through all of it.
        let before = self.text.get(start..byte.min(self.text.len())).unwrap_or_default();
        (line, if before.len() > 10_000 { before.len() } else { before.chars().count() } + 1)
    }

    /// The byte at which a part of this text begins, given as a slice of it.
    pub(super) fn byte_of(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }

    /// The place of a part of this text, given as a slice of it.
    pub(super) fn place_of(&self, part: &str) -> (usize, usize) {
        self.at(self.byte_of(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> String {
        let fault = Text::of(&"cases.csv".into(), bytes.to_vec()).unwrap_err();
        format!("{:?} {}", fault.spot, fault.message)
    }

    #[test]
    fn says_where_text_stops_being_text() {
        assert_eq!(fault(b"a\nb\xE9c"), "Line(2, 2) not UTF-8 text: the byte E9 stands here");
        assert_eq!(fault(b"a\nbc\0"), "Line(2, 3) a NUL character stands here: this is no text file");
        assert_eq!(fault(b"\xFF\xFEa\0"), "Line(1, 1) written in UTF-16, not in UTF-8");
        assert!(fault(b"\n<!DOCTYPE HTML><p>Sign in").contains("a web page"));
    }

    #[test]
    fn refuses_what_is_too_large_unread() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.json");
        fs::File::create(&path).unwrap().set_len(100_000_000).unwrap();
        let fault = read(&path, &"cases.json".into()).unwrap().unwrap_err();
        assert_eq!(fault.message, "too large: 100 MB, and 94 MB is the most that is taken");
    }

    #[test]
    fn counts_lines_and_columns() {
        let text = Text::of(&"x".into(), "\u{feff}é1\r\né2".into()).unwrap();
        assert_eq!(text.as_str(), "é1\né2");
        assert_eq!(text.place_of(&text.as_str()[6..]), (2, 2));
    }
}
