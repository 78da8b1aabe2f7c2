//! A PDF → the words of its pages, and of everything else in it that is text.
//!
//! In: a PDF. Out: words: of the pages, as far as their fonts say which letters they show; of every
//! string in its objects (title, author, outline, annotations, alternative texts); of its metadata and
//! the files attached to it. What is encrypted or broken is read as bytes.

use lopdf::{Document, Object, Stream};

use super::bytes::{self, Seen};
use super::markup;
use crate::audience::secrets::Words;

/// Reads every word of a PDF.
pub(super) fn read(pdf: &[u8], seen: &mut Seen<'_>) {
    let Ok(document) = Document::load_mem(pdf) else { return bytes::raw(pdf, seen) };
    if document.is_encrypted() {
        return bytes::raw(pdf, seen);
    }
    let mut words = Words::default();
    for page in document.get_pages().into_keys() {
        if let Ok(text) = document.extract_text(&[page]) {
            words.text(&text);
            words.gap();
        }
    }
    seen.take(&mut words);
    for object in document.objects.values() {
        strings(object, &mut words, seen);
    }
    strings(&Object::Dictionary(document.trailer.clone()), &mut words, seen);
    seen.take(&mut words);
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
            if is(stream, b"Metadata") || is(stream, b"EmbeddedFile") {
                let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                match std::str::from_utf8(&content) {
                    Ok(text) => markup::read(text, seen),
                    Err(_) => bytes::raw(&content, seen),
                }
            }
        }
        _ => {}
    }
}

fn is(stream: &Stream, kind: &[u8]) -> bool {
    stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == kind)
}
