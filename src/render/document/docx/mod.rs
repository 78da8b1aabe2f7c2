//! A document as a Word file, for members to comment on.
//!
//! In: a `Document`. Out: the bytes of a DOCX: real headings, tables with heads, footnotes, links, and
//! every numbered paragraph in a bookmark of its lasting name, so that a comment can be traced back.
//! Changes are tracked from the first letter that is typed. Written here, on the zip crate;
//! crates that write Word files have not been compared.

mod blocks;
mod bookmark;
mod line;
mod parts;
mod picture;

use std::borrow::Cow;
use std::io::{Cursor, Write as _};

use anyhow::Context as _;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::picture::Pictures;
use super::tree::Document;
use blocks::Body;

pub(super) use bookmark::words_of;
pub use bookmark::{bookmark, said, sum};

/// The Word file of a document, with its pictures.
///
/// # Errors
/// None that content can cause.
pub fn docx(document: &Document, pictures: &Pictures) -> anyhow::Result<Vec<u8>> {
    let mut body = Body::default();
    body.document(document);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(document)),
        ("word/document.xml", body.file()),
        ("word/_rels/document.xml.rels", parts::document_relations(&body.links, &body.pictures)),
        ("word/_rels/footnotes.xml.rels", parts::note_relations(&body.links, &body.pictures)),
        ("word/styles.xml", parts::styles(document)),
        ("word/numbering.xml", parts::numbering(&body.lists)),
        ("word/footnotes.xml", parts::footnotes(&body.notes)),
        ("word/footer1.xml", parts::footer(document)),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
    ];
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // Word has no use for the day; with one, the same report would not be the same bytes.
    let how = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let shown = body.pictures.iter().enumerate().filter_map(|(n, to)| {
        let bytes = pictures.get(to)?.as_slice();
        Some((picture::name(n, to), Cow::Borrowed(bytes)))
    });
    let texts = files.into_iter().map(|(name, text)| (name.to_owned(), Cow::Owned(text.into_bytes())));
    for (name, bytes) in texts.chain(shown) {
        file.start_file(&*name, how).with_context(|| format!("cannot pack {name}"))?;
        file.write_all(&bytes)?;
    }
    Ok(file.finish()?.into_inner())
}

#[cfg(test)]
mod tests;
