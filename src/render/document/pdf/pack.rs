//! A PDF in fewer bytes: the same objects, packed.
//!
//! In: a PDF as Typst writes it, each of its thousands of tags and links in full and by itself, half of
//! the bytes. Out: the same objects with the same numbers, the small ones together in compressed
//! streams (PDF 1.5, which PDF/A-2 and PDF/UA-1 allow), places on a page to a thousandth of a point.
//! What the pages show and how they are tagged stays as it was.

use std::collections::BTreeSet;

use anyhow::Context as _;
use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use super::places::rounded;

/// How hard streams are packed, 12 at most: 12 takes half of the time of a report of 200 pages, to make it a
/// tenth smaller.
const LEVEL: i32 = 9;
/// So many objects stand together.
const TOGETHER: usize = 2_000;
/// Keys of a trailer that are of the file it was read from.
const OWN: [&[u8]; 9] =
    [b"Type", b"Size", b"Prev", b"W", b"Index", b"Filter", b"Length", b"DecodeParms", b"XRefStm"];
/// The bytes of an entry of the cross-reference table: what it is, where, and which.
const ENTRY: usize = 7;

/// The same PDF in fewer bytes.
pub(super) fn packed(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let file = Document::load_mem(bytes).context("the PDF that was made cannot be read again")?;
    let pages = contents(&file);
    let mut packing = Packing {
        out: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(),
        table: vec![[0; ENTRY]; file.max_id as usize + 1],
        deflate: Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default()),
    };
    let mut small = Vec::new();
    for (id, object) in &file.objects {
        match object {
            Object::Stream(stream) => {
                let mut dictionary = stream.dict.clone();
                let is_flate = dictionary
                    .get(b"Filter")
                    .and_then(Object::as_name)
                    .is_ok_and(|name| name == b"FlateDecode");
                let content = if is_flate && !dictionary.has(b"DecodeParms") {
                    let plain = stream.decompressed_content()?;
                    let plain = if pages.contains(id) { rounded(&plain) } else { plain };
                    packing.deflated(&plain)?
                } else {
                    stream.content.clone()
                };
                dictionary.set("Length", content.len() as i64);
                packing.stream(id.0, &dictionary, &content);
            }
            // The index of the file that was read is made anew.
            object => small.push((id.0, object)),
        }
    }
    for objects in small.chunks(TOGETHER) {
        packing.together(objects)?;
    }
    packing.finish(&file.trailer)
}

/// The streams that say what stands on a page.
fn contents(file: &Document) -> BTreeSet<ObjectId> {
    file.get_pages().into_values().flat_map(|page| file.get_page_contents(page)).collect()
}

struct Packing {
    out: Vec<u8>,
    /// The entries of the cross-reference table, by the number of the object.
    table: Vec<[u8; ENTRY]>,
    deflate: Compressor,
}

impl Packing {
    fn deflated(&mut self, plain: &[u8]) -> anyhow::Result<Vec<u8>> {
        let mut packed = vec![0; self.deflate.zlib_compress_bound(plain.len())];
        let length =
            self.deflate.zlib_compress(plain, &mut packed).context("there is no room to pack a stream")?;
        packed.truncate(length);
        Ok(packed)
    }

    /// Writes a stream under a number.
    fn stream(&mut self, id: u32, dictionary: &Dictionary, content: &[u8]) {
        let at = self.out.len() as u32;
        self.enter(id, 1, at, 0);
        self.out.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
        write_dictionary(dictionary, &mut self.out);
        self.out.extend_from_slice(b"\nstream\n");
        self.out.extend_from_slice(content);
        self.out.extend_from_slice(b"\nendstream\nendobj\n");
    }

    fn enter(&mut self, id: u32, kind: u8, place: u32, nth: u16) {
        let at = id as usize;
        if self.table.len() <= at {
            self.table.resize(at + 1, [0; ENTRY]);
        }
        let ([a, b, c, d], [e, f]) = (place.to_be_bytes(), nth.to_be_bytes());
        self.table[at] = [kind, a, b, c, d, e, f];
    }

    /// Writes small objects into one stream.
    fn together(&mut self, objects: &[(u32, &Object)]) -> anyhow::Result<()> {
        let id = self.table.len() as u32;
        let (mut index, mut body) = (String::new(), Vec::new());
        for (nth, (number, object)) in objects.iter().enumerate() {
            index.push_str(&format!("{number} {} ", body.len()));
            write(object, &mut body);
            body.push(b'\n');
            self.enter(*number, 2, id, nth as u16);
        }
        let first = index.len();
        let plain = [index.into_bytes(), body].concat();
        let content = self.deflated(&plain)?;
        let mut dictionary = Dictionary::new();
        dictionary.set("Type", Object::Name(b"ObjStm".to_vec()));
        dictionary.set("N", objects.len() as i64);
        dictionary.set("First", first as i64);
        dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        dictionary.set("Length", content.len() as i64);
        self.stream(id, &dictionary, &content);
        Ok(())
    }

    /// Writes the cross-reference table, each entry as the difference from the one before: a row of
    /// objects that stand together is then nearly nothing.
    fn finish(mut self, trailer: &Dictionary) -> anyhow::Result<Vec<u8>> {
        let (id, at) = (self.table.len() as u32, self.out.len());
        self.enter(id, 1, at as u32, 0);
        let mut plain = Vec::with_capacity(self.table.len() * (ENTRY + 1));
        let mut before = [0; ENTRY];
        for entry in &self.table {
            plain.push(2);
            plain.extend(entry.iter().zip(before).map(|(now, before)| now.wrapping_sub(before)));
            before = *entry;
        }
        let content = self.deflated(&plain)?;
        let mut dictionary = trailer.clone();
        OWN.iter().for_each(|key| drop(dictionary.remove(key)));
        dictionary.set("Type", Object::Name(b"XRef".to_vec()));
        dictionary.set("Size", self.table.len() as i64);
        dictionary.set("W", Object::Array([1, 4, 2].map(Object::Integer).to_vec()));
        dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        let mut how = Dictionary::new();
        how.set("Predictor", 12);
        how.set("Columns", ENTRY as i64);
        dictionary.set("DecodeParms", how);
        dictionary.set("Length", content.len() as i64);
        self.stream(id, &dictionary, &content);
        self.out.extend_from_slice(format!("startxref\n{at}\n%%EOF\n").as_bytes());
        Ok(self.out)
    }
}

fn write(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => word("null", out),
        Object::Boolean(is) => word(if *is { "true" } else { "false" }, out),
        Object::Integer(number) => word(&number.to_string(), out),
        Object::Real(number) => word(&number.to_string(), out),
        Object::Reference((id, generation)) => word(&format!("{id} {generation} R"), out),
        Object::Name(name) => write_name(name, out),
        Object::String(bytes, StringFormat::Hexadecimal) => {
            out.push(b'<');
            bytes.iter().for_each(|byte| out.extend_from_slice(format!("{byte:02X}").as_bytes()));
            out.push(b'>');
        }
        Object::String(bytes, StringFormat::Literal) => {
            out.push(b'(');
            for byte in bytes {
                match byte {
                    b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
                    b'\r' => out.extend_from_slice(b"\\r"),
                    byte => out.push(*byte),
                }
            }
            out.push(b')');
        }
        Object::Array(items) => {
            out.push(b'[');
            items.iter().for_each(|item| write(item, out));
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(dictionary, out),
        // A stream never stands in another object.
        Object::Stream(_) => word("null", out),
    }
}

fn write_dictionary(dictionary: &Dictionary, out: &mut Vec<u8>) {
    let is_link = dictionary.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Annot");
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(key, out);
        match value {
            // Where a link is clicked may be as coarse as a finger.
            Object::Array(items) if is_link && items.iter().any(|item| matches!(item, Object::Real(_))) => {
                out.push(b'[');
                for item in items {
                    match item {
                        Object::Real(number) => word(&((number * 100.0).round() / 100.0).to_string(), out),
                        item => write(item, out),
                    }
                }
                out.push(b']');
            }
            value => write(value, out),
        }
    }
    out.extend_from_slice(b">>");
}

/// Writes what must not run into the word before it.
fn word(word: &str, out: &mut Vec<u8>) {
    if out.last().is_some_and(|last| !b"[]<>()/ \n".contains(last)) {
        out.push(b' ');
    }
    out.extend_from_slice(word.as_bytes());
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"#/()<>[]{}%".contains(byte) {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}
