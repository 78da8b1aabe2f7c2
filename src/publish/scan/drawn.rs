//! Drawing operators of a PDF → the words that they show.
//!
//! In: operators, and the fonts of the document. Out: words. A font that is not known by its name is read as
//! ASCII; where several have one name, the words are read with each. It does not know where on a page words
//! stand: a new line or place ends a word and nothing more.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object};

use super::bytes::Seen;
use super::pdf;
use crate::audience::secrets::Words;

/// The fonts of a document, by the names that pages give them.
pub(super) struct Fonts<'d> {
    document: &'d Document,
    /// Looked up when a name is first asked for: most documents have nothing that needs them.
    named: OnceCell<BTreeMap<&'d [u8], Vec<Encoding<'d>>>>,
}

/// With so many fonts of one name words are read, at most.
const ALIKE: usize = 4;

/// A gap between letters that is as wide as a space, in thousandths of their size.
const SPACE: f32 = -180.0;

impl<'d> Fonts<'d> {
    /// The fonts of a document.
    pub(super) fn of(document: &'d Document) -> Self {
        Fonts { document, named: OnceCell::new() }
    }

    fn named(&self, name: &[u8]) -> Option<&[Encoding<'d>]> {
        let named = self.named.get_or_init(|| {
            let mut fonts: BTreeMap<&'d [u8], Vec<&'d Dictionary>> = BTreeMap::new();
            for object in self.document.objects.values() {
                let dictionary = match object {
                    Object::Dictionary(dictionary) => dictionary,
                    Object::Stream(stream) => &stream.dict,
                    _ => continue,
                };
                let inner = dictionary.get_deref(b"Resources", self.document).and_then(Object::as_dict);
                for resources in [Some(dictionary), inner.ok()].into_iter().flatten() {
                    for (name, font) in fonts_in(self.document, resources) {
                        let alike = fonts.entry(name).or_default();
                        if alike.len() < ALIKE && !alike.iter().any(|known| std::ptr::eq(*known, font)) {
                            alike.push(font);
                        }
                    }
                }
            }
            let encoding =
                |font: &'d Dictionary| font.get_font_encoding_with_limit(self.document, pdf::LARGEST).ok();
            fonts
                .into_iter()
                .map(|(name, fonts)| (name, fonts.into_iter().filter_map(encoding).collect()))
                .collect()
        });
        named.get(name).map(Vec::as_slice)
    }

    /// Reads the words that operators show, with the fonts of their own resources first; tells whether
    /// they are operators at all.
    pub(super) fn read(&self, content: &[u8], own: Option<&'d Dictionary>, seen: &mut Seen<'_>) -> bool {
        let Ok(Content { operations }) = Content::decode(content) else { return false };
        if operations.is_empty() {
            return false;
        }
        let own: BTreeMap<&[u8], Encoding<'d>> = own
            .into_iter()
            .flat_map(|own| fonts_in(self.document, own))
            .filter_map(|(name, font)| {
                Some((name, font.get_font_encoding_with_limit(self.document, pdf::LARGEST).ok()?))
            })
            .collect();
        let mut words = Words::default();
        let (mut nth, mut more) = (0, true);
        while more && nth < ALIKE {
            more = false;
            let mut font = None;
            for operation in &operations {
                match operation.operator.as_str() {
                    "Tf" => {
                        let name = operation.operands.first().and_then(|name| name.as_name().ok());
                        let is_own = name.is_some_and(|name| own.contains_key(name));
                        let alike = name.filter(|_| !is_own).and_then(|name| self.named(name));
                        more |= alike.is_some_and(|alike| alike.len() > nth + 1);
                        font = name
                            .and_then(|name| own.get(name))
                            .or_else(|| alike.and_then(|alike| alike.get(nth).or(alike.last())));
                    }
                    "Tj" | "TJ" => show(&operation.operands, font, &mut words),
                    "'" | "\"" => {
                        words.gap();
                        show(&operation.operands, font, &mut words);
                    }
                    "Td" | "TD" | "Tm" | "T*" | "ET" | "BT" => words.gap(),
                    _ => {}
                }
            }
            seen.take(&mut words);
            nth += 1;
        }
        true
    }
}

/// The fonts that resources name.
fn fonts_in<'d>(document: &'d Document, resources: &'d Dictionary) -> Vec<(&'d [u8], &'d Dictionary)> {
    let named = resources.get_deref(b"Font", document).and_then(Object::as_dict).ok();
    let font = |font: &'d Object| document.dereference(font).ok()?.1.as_dict().ok();
    named.into_iter().flatten().filter_map(|(name, object)| Some((&**name, font(object)?))).collect()
}

fn show(operands: &[Object], font: Option<&Encoding<'_>>, words: &mut Words) {
    for operand in operands {
        match operand {
            Object::Array(items) => show(items, font, words),
            Object::String(bytes, _) => match font.and_then(|font| Document::decode_text(font, bytes).ok()) {
                Some(text) => words.text(&text),
                None => words.bytes(bytes),
            },
            number if number.as_float().is_ok_and(|number| number < SPACE) => words.gap(),
            _ => {}
        }
    }
}
