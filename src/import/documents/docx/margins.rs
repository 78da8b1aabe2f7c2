//! The heads and feet of the pages of a Word document, and what is written across them.
//!
//! In: the parts of the document. Out: each text once, with where it stands; what it says of who may see
//! the document marks every record that is made of it. No record keeps the words: they are told.

use super::super::doubts::{Doubts, quoted};
use super::super::leave_out::is_page_number;
use super::super::package::Package;
use super::super::rules::{LEFT_OUT, MARKED_DOCUMENT};
use super::xml::{Element, Xml};
use crate::diag::Finding;
use crate::import::{Imported, markings};

/// A paragraph at the head or the foot of pages.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Margin {
    /// `the head of the pages`.
    place: &'static str,
    text: String,
}

/// Reads them; the inner error is that of a part that is damaged.
pub(super) fn read(package: &mut Package<'_>) -> Result<Result<Vec<Margin>, String>, Finding> {
    let mut margins = Vec::new();
    for name in package.names() {
        let Some(part) = name.strip_prefix("word/").filter(|part| part.ends_with(".xml")) else { continue };
        let place = match part {
            _ if part.starts_with("header") => "the head of the pages",
            _ if part.starts_with("footer") => "the foot of the pages",
            _ => continue,
        };
        let Some(text) = package.part(&name)? else { continue };
        match paragraphs(&text) {
            Ok(texts) => {
                for text in texts {
                    let margin = Margin { place, text };
                    // The first page, even pages and each section may have the same once more.
                    if !margins.contains(&margin) {
                        margins.push(margin);
                    }
                }
            }
            Err(error) => return Ok(Err(error)),
        }
    }
    Ok(Ok(margins))
}

/// The paragraphs of a part, those in boxes too, and the words of a watermark.
fn paragraphs(part: &str) -> Result<Vec<String>, String> {
    let mut xml = Xml::of(part);
    let mut texts = Vec::new();
    // A box stands inside a paragraph of its own.
    let mut open: Vec<String> = Vec::new();
    let mut struck = 0_usize;
    while let Some(element) = xml.next()? {
        match element {
            Element::Open(name, attributes) => match name.as_str() {
                "p" => open.push(String::new()),
                "del" | "moveFrom" => struck += 1,
                "tab" | "br" | "cr" => open.iter_mut().for_each(|text| text.push(' ')),
                "textpath" => {
                    texts.extend(
                        attributes.into_iter().filter(|(key, _)| key == "string").map(|(_, text)| text),
                    );
                }
                _ => {}
            },
            Element::Close(name) => match name.as_str() {
                "p" => texts.extend(open.pop()),
                "del" | "moveFrom" => struck = struck.saturating_sub(1),
                _ => {}
            },
            Element::Text(text) if xml.inside("t") && struck == 0 => {
                if let Some(last) = open.last_mut() {
                    last.push_str(&text);
                }
            }
            Element::Text(_) => {}
        }
    }
    let mut told: Vec<String> = Vec::new();
    for text in texts {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().any(char::is_alphabetic) && !is_page_number(&text) && !told.contains(&text) {
            told.push(text);
        }
    }
    Ok(told)
}

/// Marks every record as the heads and feet say, and tells what stands there.
pub(super) fn mark(margins: &[Margin], imported: &mut Imported, doubts: &mut Doubts) {
    for Margin { place, text } in margins {
        let marks = markings::find([(1, text.as_str())]);
        if marks.is_empty() {
            doubts.of_all(&LEFT_OUT, format!("{place}, {}, is left out", quoted(text, 60)));
        }
        for mark in &marks {
            doubts.of_all(&MARKED_DOCUMENT, mark.sets(&format!(" at {place}")));
        }
        for draft in &mut imported.drafts {
            let has_marking = draft.id.collection() == "papers";
            markings::apply(&marks, &mut draft.front_matter, has_marking);
        }
    }
}
