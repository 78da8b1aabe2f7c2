//! A draft that came back from its reviewers (`.docx`) → what each of them said of which passage.
//!
//! In: the bytes of a Word file that `annals report --format docx` made and people have commented
//! on, in Word, LibreOffice or another program. Out: its passages with the bookmarks they stand in,
//! and remarks: comments, replies and tracked changes. Knows no archive: which record a passage was
//! made from is looked up by whoever asks. A file without our bookmarks is read all the same.

#![expect(clippy::disallowed_methods, reason = "import/ reads documents")]

mod answers;
mod numbers;
mod passages;
#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;

use super::documents::docx::xml::{Element, Xml};
use super::documents::package::Package;
use super::documents::source::unreadable;
use crate::diag::{Finding, Spot};

pub use numbers::left_out;

/// A draft that came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reviewed {
    /// What it says it is: `reports/2018-2019, edition 1`.
    pub number: Option<String>,
    /// For whom it was made: `public` or `members`.
    pub audience: Option<String>,
    /// Its paragraphs, those in cells of tables too, and then those of its footnotes.
    pub passages: Vec<Passage>,
    /// What was said, in the order of the document.
    pub remarks: Vec<Remark>,
    /// How many changes of looks there are, of which nothing is told.
    pub looks: usize,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// The bookmarks that begin in it; in a table, those of its row.
    pub bookmarks: Vec<String>,
    /// The number that stands before it.
    pub number: Option<String>,
    /// What it said when it was sent: without what was inserted, with what was deleted.
    pub sent: String,
    /// What it says now.
    pub words: String,
    /// Of a footnote, the passage that names it.
    pub under: Option<usize>,
}

/// What a reviewer said of a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The first and the last passage it is on.
    pub passages: RangeInclusive<usize>,
    /// Who.
    pub author: String,
    /// When, as the file says: `2019-08-03T10:15:00Z`.
    pub date: Option<String>,
    /// What.
    pub what: What,
}

/// What kind of remark it is.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A comment.
    Comment {
        /// The words it is on; empty where it is on a point.
        on: String,
        /// What it says.
        words: String,
        /// Whether somebody marked it as dealt with.
        done: bool,
        /// The remark it replies to, by its index.
        answers: Option<usize>,
    },
    /// A tracked change.
    Change {
        /// What was deleted.
        removed: String,
        /// What was inserted.
        added: String,
    },
}

/// The bytes of a file that came back.
///
/// # Errors
/// A file that is not there or may not be read.
pub fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Reads a draft that came back.
///
/// # Errors
/// A file that is cut, encrypted, or no Word file.
pub fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reviewed, Finding> {
    let mut package = Package::open(file, bytes).map_err(word)?;
    let Some(document) = package.part("word/document.xml")? else {
        let fault = unreadable(file, Spot::File, "the file has no part word/document.xml: it is no .docx");
        return Err(word(fault));
    };
    let damaged = |part: &'static str| {
        move |error: String| unreadable(file, Spot::File, format!("{part} in it is damaged: {error}"))
    };
    let mut found = Reviewed::default();
    if let Some(core) = package.part("docProps/core.xml")? {
        let subject = subject(&core).map_err(damaged("docProps/core.xml"))?;
        if let Some((number, audience)) = subject.rsplit_once(", for ") {
            (found.number, found.audience) = (Some(number.to_owned()), Some(audience.trim().to_owned()));
        }
    }
    let mut reader = passages::Reader::default();
    reader.read(&document).map_err(damaged("word/document.xml"))?;
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = package.part(part)? {
            reader.read(&notes).map_err(damaged(part))?;
        }
    }
    let said = package.part("word/comments.xml")?.unwrap_or_default();
    let threads = package.part("word/commentsExtended.xml")?.unwrap_or_default();
    let said = answers::read(&said, &threads).map_err(damaged("word/comments.xml"))?;
    (found.passages, found.remarks, found.looks) = reader.finish(said);
    Ok(found)
}

/// The same fault, with what to do about it where nothing is said of that.
fn word(fault: Finding) -> Finding {
    if fault.help.is_some() {
        return fault;
    }
    fault.help("give the Word file that a reviewer sent back, saved as .docx")
}

/// What the document says of itself.
fn subject(core: &str) -> Result<String, String> {
    let mut subject = String::new();
    let mut xml = Xml::of(core);
    while let Some(element) = xml.next()? {
        match element {
            Element::Text(words) if xml.inside("subject") => subject.push_str(&words),
            _ => {}
        }
    }
    Ok(subject)
}
