//! A PDF → the words of its pages, and of everything else in it that is text.
//!
//! In: a PDF. Out: words: of the pages, as far as their fonts say which letters they show; of every
//! string in its objects (title, author, outline, annotations, alternative texts); of what is drawn by no
//! page itself (forms, annotations, objects that nothing names); of its metadata, the heads of its
//! photographs and the files attached to it; and of what `remains` finds. What is encrypted or broken is read
//! as bytes.

use std::collections::BTreeSet;

use lopdf::{Document, Object, Stream};
use memchr::memmem;

use super::bytes::{self, Seen};
use super::drawn::Fonts;
use super::{markup, remains};
use crate::audience::secrets::Words;

/// The most that is unpacked of a stream.
pub(super) const LARGEST: usize = 64 << 20;

/// Reads every word of a PDF.
pub(super) fn read(pdf: &[u8], seen: &mut Seen<'_>) {
    let Ok(document) = Document::load_mem(pdf) else { return bytes::raw(pdf, seen) };
    if document.is_encrypted() {
        return bytes::raw(pdf, seen);
    }
    let mut words = Words::default();
    let mut shown = BTreeSet::new();
    for (number, page) in document.get_pages() {
        // A font that is not understood keeps back no more than what is set in it.
        for text in document.extract_text_chunks(&[number]).into_iter().flatten() {
            words.text(&text);
        }
        words.gap();
        shown.extend(document.get_page_contents(page));
    }
    seen.take(&mut words);
    for object in document.objects.values() {
        strings(object, &mut words, seen);
    }
    strings(&Object::Dictionary(document.trailer.clone()), &mut words, seen);
    seen.take(&mut words);
    let fonts = Fonts::of(&document);
    for (id, object) in &document.objects {
        if let Object::Stream(stream) = object
            && !shown.contains(id)
            && draws(stream)
            && let Ok(content) = stream.decompressed_content_with_limit(LARGEST)
        {
            let own = stream.dict.get_deref(b"Resources", &document).and_then(Object::as_dict).ok();
            if !fonts.read(&content, own, seen) && !stream.dict.has_type(b"XObject") {
                bytes::raw(&content, seen);
            }
        }
    }
    if document.was_encrypted() {
        // Its bytes are letters of nothing.
        return;
    }
    remains::read(pdf, &document, &fonts, seen);
}

fn strings(object: &Object, words: &mut Words, seen: &mut Seen<'_>) {
    match object {
        Object::String(..) => {
            if let Ok(text) = lopdf::decode_text_string(object) {
                words.text(&text);
            }
            words.gap();
        }
        Object::Array(items) => items.iter().for_each(|item| strings(item, words, seen)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, value)| strings(value, words, seen)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| strings(value, words, seen));
            if stream.dict.has_type(b"Metadata") || stream.dict.has_type(b"EmbeddedFile") {
                let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                file(&content, seen);
            } else if stream.filters().is_ok_and(|filters| filters == [b"DCTDecode"]) {
                // What a camera wrote stands before the picture itself.
                let head = memmem::find(&stream.content, b"\xff\xda").unwrap_or(stream.content.len());
                bytes::raw(&stream.content[..head], seen);
            }
        }
        _ => {}
    }
}

/// Reads a file that is in a PDF.
pub(super) fn file(content: &[u8], seen: &mut Seen<'_>) {
    match std::str::from_utf8(content) {
        Ok(text) if !content.starts_with(b"%PDF") && !content.starts_with(b"PK\x03\x04") => {
            markup::read(text, seen)
        }
        _ => bytes::read("", content, seen),
    }
}

/// Whether a stream may be made of drawing operators: it is no picture, font, table or file.
fn draws(stream: &Stream) -> bool {
    let dictionary = &stream.dict;
    let is = |key: &[u8], names: &[&[u8]]| {
        dictionary.get(key).and_then(Object::as_name).is_ok_and(|name| names.contains(&name))
    };
    let is_other = is(b"Type", &[b"ObjStm", b"XRef", b"Metadata", b"EmbeddedFile", b"CMap"])
        || is(b"Subtype", &[b"Image", b"Type1C", b"CIDFontType0C", b"OpenType"]);
    // A colour profile has a number of components, the program of a font its lengths.
    !is_other
        && ![&b"N"[..], b"Length1", b"FunctionType", b"ShadingType"].iter().any(|key| dictionary.has(key))
}
