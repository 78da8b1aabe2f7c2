//! A PDF → the words that no page shows: what earlier revisions said, and bytes outside of objects.
//!
//! In: a PDF, byte by byte, and what it holds by its last table. Out: words: of every string and comment; of
//! what stands between objects; and of streams that the table does not name. Streams that it names are
//! `pdf`'s.

use std::collections::BTreeSet;
use std::ops::Range;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use memchr::memmem;

use super::bytes::Seen;
use super::drawn::Fonts;
use super::{bytes, pdf};
use crate::audience::secrets::Words;

/// Reads what the last table of a PDF does not lead to.
pub(super) fn read(pdf: &[u8], document: &Document, fonts: &Fonts<'_>, seen: &mut Seen<'_>) {
    let named: BTreeSet<usize> = document
        .reference_table
        .entries
        .values()
        .filter_map(|entry| match entry {
            XrefEntry::Normal { offset, .. } => Some(*offset as usize),
            _ => None,
        })
        .collect();
    let mut words = Words::default();
    let mut done = 0;
    while let Some(object) = next(pdf, done) {
        between(&pdf[done..object.start], &mut words);
        let Range { start, mut end } = object;
        if let Some(stream) = stream(pdf, start..end) {
            strings(&pdf[start..stream.start], &mut words);
            if !named.contains(&start) {
                forgotten(&pdf[start..stream.start], &pdf[stream.clone()], fonts, seen);
            }
            let after = memmem::find(&pdf[stream.end..pdf.len().min(stream.end + 64)], b"endobj");
            end = stream.end + after.unwrap_or(0);
        } else {
            strings(&pdf[start..end], &mut words);
        }
        done = end;
    }
    between(&pdf[done..], &mut words);
    seen.take(&mut words);
}

/// Where the next object stands, from its number to its end, a stream in it aside.
fn next(pdf: &[u8], from: usize) -> Option<Range<usize>> {
    let mut at = from;
    loop {
        let sign = at + memmem::find(pdf.get(at..)?, b" obj")?;
        let digits = |end: usize| {
            let run = pdf[from..end].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            end - run
        };
        let generation = digits(sign);
        let number = generation.checked_sub(1).filter(|at| *at >= from && pdf[*at] == b' ').map(digits);
        match number.filter(|number| generation < sign && number + 1 < generation) {
            Some(start) => {
                let end = memmem::find(&pdf[sign..], b"endobj").map_or(pdf.len(), |length| sign + length);
                return Some(start..end);
            }
            None => at = sign + 4,
        }
    }
}

/// Where the bytes of an object's stream stand.
fn stream(pdf: &[u8], object: Range<usize>) -> Option<Range<usize>> {
    let at = memmem::find_iter(&pdf[object.clone()], b"stream").map(|at| object.start + at).find(|at| {
        let before = pdf[object.start..*at].trim_ascii_end();
        before.ends_with(b">>") && matches!(pdf.get(at + 6), Some(b'\r' | b'\n'))
    })?;
    let start = at + 6 + if pdf[at + 6..].starts_with(b"\r\n") { 2 } else { 1 };
    let length = memmem::find(pdf.get(start..)?, b"endstream");
    Some(start..length.map_or(pdf.len(), |length| start + length))
}

/// Words that belong to every PDF and say nothing.
const USUAL: &[&[u8]] = &[b"endobj", b"xref", b"trailer", b"startxref", b"%%EOF", b"R", b"n", b"f"];

/// What stands between objects: tables, and whatever somebody wrote there.
fn between(bytes: &[u8], words: &mut Words) {
    let tokens =
        bytes.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'<' | b'>' | b'[' | b']' | 0));
    for token in tokens {
        if token.starts_with(b"/") || USUAL.contains(&token) || token.iter().all(u8::is_ascii_digit) {
            continue;
        }
        words.bytes(token);
        words.gap();
    }
    words.end_block();
}

/// The strings and the comments of an object.
fn strings(object: &[u8], words: &mut Words) {
    let mut at = 0;
    while let Some(byte) = object.get(at) {
        at += 1;
        match byte {
            b'%' => {
                let line = object[at..].iter().position(|byte| matches!(byte, b'\r' | b'\n'));
                let end = line.map_or(object.len(), |length| at + length);
                words.bytes(&object[at..end]);
                words.end_block();
                at = end;
            }
            b'(' => {
                let (text, end) = literal(object, at);
                say(text, words);
                at = end;
            }
            b'<' if object.get(at) == Some(&b'<') => at += 1,
            b'<' => {
                let length = object[at..].iter().position(|byte| *byte == b'>').unwrap_or(object.len() - at);
                let digits: Vec<u8> = object[at..at + length]
                    .iter()
                    .filter_map(|byte| char::from(*byte).to_digit(16))
                    .map(|digit| digit as u8)
                    .collect();
                say(digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect(), words);
                at += length;
            }
            _ => {}
        }
    }
}

fn say(text: Vec<u8>, words: &mut Words) {
    if let Ok(text) = lopdf::decode_text_string(&Object::String(text, StringFormat::Literal)) {
        words.text(&text);
    }
    words.end_block();
}

/// The bytes of a string that begins at a place, and where it ends.
fn literal(object: &[u8], start: usize) -> (Vec<u8>, usize) {
    let (mut text, mut depth, mut at) = (Vec::new(), 1, start);
    while let Some(byte) = object.get(at) {
        at += 1;
        match byte {
            b'\\' => {
                let octal =
                    object[at..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(*byte)).count();
                if octal > 0 {
                    let code = object[at..at + octal]
                        .iter()
                        .fold(0u32, |all, digit| all * 8 + u32::from(digit - b'0'));
                    text.push(code as u8);
                    at += octal;
                } else {
                    let escaped = object.get(at).copied().unwrap_or(b' ');
                    text.push(if escaped.is_ascii_alphabetic() { b' ' } else { escaped });
                    at += 1;
                }
                continue;
            }
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        text.push(*byte);
    }
    (text, at.min(object.len()))
}

/// A stream that no table names: an earlier revision's, or nobody's.
fn forgotten(head: &[u8], content: &[u8], fonts: &Fonts<'_>, seen: &mut Seen<'_>) {
    const FILTERS: &[&str] = &["FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode"];
    let says = |word: &str| memmem::find(head, word.as_bytes()).is_some();
    if says("/Image") || says("/XRef") || says("/Length1") || says("/FontFile") {
        return;
    }
    let mut filters: Vec<(usize, &str)> =
        FILTERS.iter().filter_map(|filter| Some((memmem::find(head, filter.as_bytes())?, *filter))).collect();
    filters.sort_unstable();
    let mut dictionary = Dictionary::new();
    if !filters.is_empty() {
        let names = filters.iter().map(|(_, name)| Object::Name(name.as_bytes().to_vec())).collect();
        dictionary.set("Filter", Object::Array(names));
    }
    let stream = Stream::new(dictionary, content.to_vec());
    let Ok(content) = stream.decompressed_content_with_limit(pdf::LARGEST) else { return };
    let mut words = Words::default();
    if says("/ObjStm") {
        strings(&content, &mut words);
        seen.take(&mut words);
    } else if says("/Metadata") || says("/EmbeddedFile") {
        pdf::file(&content, seen);
    } else if !fonts.read(&content, None, seen) {
        bytes::raw(&content, seen);
    }
}
