//! Pictures of a document: files that a record names, shown in its text.
//!
//! In: an attachment, what it shows in words, and later its bytes. Out: a piece of a line that says which
//! file is to be shown and how large, or, where the file is no picture that paper can hold, its words.
//! Nothing is read here: the bytes come from above, as they are published.

mod size;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::tree::{Document, Inline};
use crate::model::value::Attachment;
use crate::render::files;

/// What those are told who cannot see a picture that nobody has described.
const NOT_DESCRIBED: &str = "A picture that nobody has described";

/// A picture in a line.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Picture {
    /// The file, by the address that it has in the site.
    pub to: String,
    /// What it shows, in words.
    pub alt: String,
    /// How wide it is by itself, in points, at 96 dots an inch; 0 until it was looked at.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// The file in the archive.
    #[serde(skip)]
    pub path: Arc<str>,
    /// The file as the record names it.
    #[serde(skip)]
    pub written: Arc<str>,
}

/// The bytes of pictures, by the address of each.
pub type Pictures = BTreeMap<String, Vec<u8>>;

/// A picture that cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    /// The file as the record names it.
    pub written: Arc<str>,
    /// Why not.
    pub why: String,
}

/// On what a picture is to be shown: not every kind can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A PDF.
    Pdf,
    /// A Word file.
    Word,
}

impl Inline {
    /// A picture, by the record's attachment; its words where there is no such file.
    pub(super) fn picture(attachment: &Attachment, alt: String) -> Self {
        let Some(file) = &attachment.file else { return Inline::lost(&alt) };
        Inline::Picture(Box::new(Picture {
            to: files::address(attachment, file),
            alt: if alt.trim().is_empty() { NOT_DESCRIBED.to_owned() } else { alt },
            width: 0.0,
            height: 0.0,
            path: Arc::clone(&file.path),
            written: Arc::clone(&attachment.written),
        }))
    }

    /// What stands in place of a picture that cannot be shown.
    pub(super) fn lost(alt: &str) -> Self {
        Inline::Withheld { words: format!("[Picture: {alt}]") }
    }
}

impl Document {
    /// Looks at the bytes of each picture, which `read` gets by the path in the archive, and leaves the
    /// words of those that cannot be shown on this kind of sheet.
    ///
    /// # Errors
    /// What `read` says.
    pub fn show(
        &mut self,
        sheet: Sheet,
        read: &dyn Fn(&str) -> anyhow::Result<Vec<u8>>,
    ) -> anyhow::Result<(Pictures, Vec<Lost>)> {
        let (mut pictures, mut lost) = (Pictures::new(), Vec::new());
        let (mut known, mut fault) = (BTreeMap::new(), None);
        each_picture(self, &mut |picture| {
            let seen = known.entry(picture.to.clone()).or_insert_with(|| match read(&picture.path) {
                Ok(bytes) => {
                    let size = size::of(&bytes, sheet);
                    match &size {
                        Ok(_) => drop(pictures.insert(picture.to.clone(), bytes)),
                        Err(why) => {
                            lost.push(Lost { written: Arc::clone(&picture.written), why: why.clone() });
                        }
                    }
                    size
                }
                Err(error) => {
                    fault.get_or_insert(error);
                    Err(String::new())
                }
            });
            if let Ok((width, height)) = seen {
                (picture.width, picture.height) = (*width, *height);
            }
            seen.is_ok()
        });
        fault.map_or(Ok((pictures, lost)), Err)
    }

    /// Leaves the words of every picture, and tells of each why.
    pub fn lose(&mut self, why: &str) -> Vec<Lost> {
        let mut lost = BTreeSet::new();
        each_picture(self, &mut |picture| {
            lost.insert(Lost { written: Arc::clone(&picture.written), why: why.to_owned() });
            false
        });
        lost.into_iter().collect()
    }
}

/// Every picture of a document; what `look` says no to is left as its words.
fn each_picture(document: &mut Document, look: &mut dyn FnMut(&mut Picture) -> bool) {
    super::label::each_line(document, &mut |line| in_line(line, look));
}

fn in_line(line: &mut [Inline], look: &mut dyn FnMut(&mut Picture) -> bool) {
    for piece in line {
        match piece {
            Inline::Picture(picture) => {
                if !look(picture) {
                    *piece = Inline::lost(&picture.alt);
                }
            }
            Inline::Emphasis { inner }
            | Inline::Strong { inner }
            | Inline::Struck { inner }
            | Inline::Web { inner, .. }
            | Inline::Here { inner, .. } => in_line(inner, look),
            Inline::Note { blocks, .. } => {
                blocks
                    .iter_mut()
                    .for_each(|block| super::label::lines(block, &mut |line| in_line(line, look)));
            }
            Inline::Text { .. }
            | Inline::Code { .. }
            | Inline::Mark { .. }
            | Inline::Withheld { .. }
            | Inline::Break => {}
        }
    }
}
