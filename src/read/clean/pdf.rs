//! PDF: who made it, with what program and from which drafts goes; what is under or behind the pages is
//! told.
//!
//! Letters are made blanks where they stand, so that every other byte stays where it is and no reader
//! can stumble over the file. What is packed where this cannot be done (an encrypted or a signed file,
//! properties in a compressed part) stays, and is told. The title, the dates and the declarations of PDF/A
//! and PDF/UA stay.

use std::ops::Range;

use lopdf::xref::XrefEntry;
use lopdf::{Document, Object, ObjectId};
use memchr::memmem;

use super::{Cleaned, covered, left, picture, taken};
use crate::model::value::Aside;

/// Keys of the properties that go, and what they are.
const KEYS: &[(&str, &str)] = &[
    ("Author", "its author"),
    ("Creator", "the program it was written with"),
    ("Producer", "the program that made it"),
    ("Keywords", "keywords"),
    ("Subject", "a subject"),
    ("Company", "a company"),
    ("Manager", "a manager"),
    ("SourceModified", "when its source was changed"),
];

/// Elements and attributes of XMP that go.
const XMP: &[&str] = &[
    "dc:creator",
    "dc:contributor",
    "dc:description",
    "dc:subject",
    "pdf:Producer",
    "pdf:Keywords",
    "xmp:CreatorTool",
    "xmpMM:DocumentID",
    "xmpMM:InstanceID",
    "xmpMM:OriginalDocumentID",
    "xmpMM:History",
    "xmpMM:DerivedFrom",
    "photoshop:AuthorsPosition",
    "pdfx:Company",
    "pdfx:Manager",
    "pdfx:SourceModified",
];

/// Takes out of a PDF who made it and how.
pub(super) fn clean(bytes: Vec<u8>) -> Cleaned {
    let Ok(document) = Document::load_mem(&bytes) else {
        return Cleaned::left(bytes, "pages that could not be read: it is broken, or its form is not known");
    };
    if document.is_encrypted() || document.was_encrypted() {
        return Cleaned::left(bytes, "pages that could not be looked into, because it is encrypted");
    }
    let mut asides: Vec<Aside> = covered::told(&document).into_iter().map(left).collect();
    if document.revision_count() > 1 {
        asides.push(left("earlier versions of itself"));
    }
    let photographs = photographs(&document);
    if !photographs.is_empty() {
        asides.push(left(format!("photographs that tell {}", photographs.join(", "))));
    }
    let (mut told, mut stuck, mut blanks) = (Vec::new(), Vec::new(), Vec::new());
    properties(&document, &bytes, &mut told, &mut stuck, &mut blanks);
    metadata(&document, &bytes, &mut told, &mut stuck, &mut blanks);
    for list in [&mut told, &mut stuck] {
        list.sort_unstable();
        list.dedup();
    }
    if is_signed(&document) && !told.is_empty() {
        asides.push(left(format!("{}; it is signed, so nothing was changed", told.join(", "))));
        return Cleaned { bytes, asides };
    }
    if !stuck.is_empty() {
        asides.push(left(stuck.join(", ")));
    }
    if blanks.is_empty() {
        return Cleaned { bytes, asides };
    }
    let mut made = bytes.clone();
    for (range, blank) in blanks {
        if let Some(stretch) = made.get_mut(range) {
            for (n, byte) in stretch.iter_mut().enumerate() {
                *byte = blank.get(n % blank.len()).copied().unwrap_or(b' ');
            }
        }
    }
    let is_whole =
        Document::load_mem(&made).is_ok_and(|again| again.get_pages().len() == document.get_pages().len());
    if !is_whole {
        asides.push(left(told.join(", ")));
        return Cleaned { bytes, asides };
    }
    asides.push(taken(told.join(", ")));
    Cleaned { bytes: made, asides }
}

/// A stretch of bytes that goes, and what stands there instead.
type Blank = (Range<usize>, &'static [u8]);

fn properties(
    document: &Document,
    bytes: &[u8],
    told: &mut Vec<&'static str>,
    stuck: &mut Vec<&'static str>,
    blanks: &mut Vec<Blank>,
) {
    let Ok(id) = document.trailer.get(b"Info").and_then(Object::as_reference) else { return };
    let Ok(info) = document.get_dictionary(id) else { return };
    let place = place(document, bytes, id);
    for (key, words) in KEYS {
        let text = info.get(key.as_bytes()).ok().and_then(|value| lopdf::decode_text_string(value).ok());
        if text.is_none_or(|text| text.trim().is_empty()) {
            continue;
        }
        match place.clone().and_then(|place| string(bytes, place, key)) {
            Some(blank) => {
                told.push(words);
                blanks.push(blank);
            }
            None => stuck.push(words),
        }
    }
}

/// Where an object stands in the file, from its number to its `endobj`; `None` where it is packed with
/// others.
fn place(document: &Document, bytes: &[u8], id: ObjectId) -> Option<Range<usize>> {
    let Some(XrefEntry::Normal { offset, .. }) = document.reference_table.get(id.0) else { return None };
    let start = *offset as usize;
    let length = memmem::find(bytes.get(start..)?, b"endobj")?;
    Some(start..start + length)
}

/// The letters of the string that a key has in an object.
fn string(bytes: &[u8], place: Range<usize>, key: &str) -> Option<Blank> {
    let object = bytes.get(place.clone())?;
    let name = format!("/{key}");
    let at = memmem::find_iter(object, name.as_bytes())
        .find(|at| object.get(at + name.len()).is_some_and(|next| !next.is_ascii_alphanumeric()))?;
    let mut at = at + name.len();
    while object.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    let start = at + 1;
    let mut end = start;
    match object.get(at)? {
        b'(' => {
            let mut depth = 1;
            loop {
                match object.get(end)? {
                    b'\\' => end += 1,
                    b'(' => depth += 1,
                    b')' => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
                end += 1;
            }
            Some((place.start + start..place.start + end, b" "))
        }
        b'<' => {
            end += object.get(start..)?.iter().position(|byte| *byte == b'>')?;
            Some((place.start + start..place.start + end, b"20"))
        }
        _ => None,
    }
}

fn metadata(
    document: &Document,
    bytes: &[u8],
    told: &mut Vec<&'static str>,
    stuck: &mut Vec<&'static str>,
    blanks: &mut Vec<Blank>,
) {
    const WORDS: &str = "the history of its making (XMP)";
    for (id, object) in &document.objects {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Metadata") {
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            let found = in_xmp(&content);
            if found.is_empty() {
                continue;
            }
            let is_packed = stream.dict.has(b"Filter");
            let start = place(document, bytes, *id)
                .filter(|_| !is_packed)
                .and_then(|place| Some(place.start + memmem::find(bytes.get(place)?, &content)?));
            match start {
                Some(start) => {
                    told.push(WORDS);
                    blanks.extend(found.into_iter().map(|at| (start + at.start..start + at.end, &b" "[..])));
                }
                None => stuck.push(WORDS),
            }
        }
    }
}

/// The stretches of XMP that tell who made a file and how: texts between tags, and attributes.
fn in_xmp(xmp: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for name in XMP {
        let (open, close) = (format!("<{name}"), format!("</{name}>"));
        for at in memmem::find_iter(xmp, open.as_bytes()) {
            let Some(length) = xmp.get(at..).and_then(|rest| memmem::find(rest, close.as_bytes())) else {
                continue;
            };
            texts(xmp, at..at + length, &mut found);
        }
        let attribute = format!("{name}=\"");
        for at in memmem::find_iter(xmp, attribute.as_bytes()) {
            let start = at + attribute.len();
            let rest = xmp.get(start..).unwrap_or_default();
            found.extend(
                rest.iter()
                    .position(|byte| *byte == b'"')
                    .filter(|end| *end > 0)
                    .map(|end| start..start + end),
            );
        }
    }
    found.retain(|at| xmp.get(at.clone()).is_some_and(|text| !text.iter().all(u8::is_ascii_whitespace)));
    found
}

/// The texts between the tags of a stretch, and what is in attributes there.
fn texts(xmp: &[u8], within: Range<usize>, found: &mut Vec<Range<usize>>) {
    let (mut is_tag, mut start) = (true, within.start);
    for at in within.clone() {
        match xmp.get(at) {
            Some(b'<') if !is_tag => {
                found.push(start..at);
                is_tag = true;
            }
            Some(b'<') => is_tag = true,
            Some(b'>') => (is_tag, start) = (false, at + 1),
            _ => {}
        }
    }
    if !is_tag {
        found.push(start..within.end);
    }
    // The steps of a history are attributes of its items.
    for name in
        ["stEvt:softwareAgent", "stEvt:instanceID", "stEvt:when", "stRef:documentID", "stRef:instanceID"]
    {
        let attribute = format!("{name}=\"");
        let stretch = xmp.get(within.clone()).unwrap_or_default();
        for at in memmem::find_iter(stretch, attribute.as_bytes()) {
            let start = at + attribute.len();
            let rest = stretch.get(start..).unwrap_or_default();
            if let Some(end) = rest.iter().position(|byte| *byte == b'"') {
                found.push(within.start + start..within.start + start + end);
            }
        }
    }
}

/// What the photographs in a document tell of people and places.
fn photographs(document: &Document) -> Vec<String> {
    /// A camera writes before the picture itself, which may be long.
    const HEAD: usize = 64 * 1024;
    const EXIF: &[u8] = b"Exif\0\0";
    let in_one = |object: &Object| {
        let Object::Stream(stream) = object else { return None };
        let is_photograph = stream.filters().is_ok_and(|filters| filters == [b"DCTDecode"]);
        let head = stream.content.get(..HEAD.min(stream.content.len())).filter(|_| is_photograph)?;
        head.get(memmem::find(head, EXIF)? + EXIF.len()..).map(picture::described)
    };
    let mut told: Vec<String> = document.objects.values().filter_map(in_one).flatten().collect();
    told.retain(|what| picture::PERSONAL.contains(&what.as_str()));
    told.sort_unstable();
    told.dedup();
    told
}

fn is_signed(document: &Document) -> bool {
    document.objects.values().any(|object| {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            _ => return false,
        };
        dictionary.has(b"ByteRange") && dictionary.has(b"Contents")
    })
}

#[cfg(test)]
pub(super) mod tests {
    use lopdf::{Stream, StringFormat, dictionary};

    use super::*;

    /// A PDF of one page with these drawing operators, properties and XMP.
    pub(in crate::read::clean) fn document(page: &str) -> Vec<u8> {
        let mut document = Document::with_version("1.5");
        let pages = document.new_object_id();
        let font = document
            .add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
        let content = document.add_object(Stream::new(dictionary! {}, page.as_bytes().to_vec()));
        let leaf = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), 600.into(), 800.into()],
            "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        });
        document.objects.insert(
            pages,
            Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => vec![leaf.into()], "Count" => 1 }),
        );
        let xmp = "<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator><rdf:Description xmp:CreatorTool=\"Writer of Jane\"/><dc:title>Minutes</dc:title></x:xmpmeta>";
        let mut metadata =
            Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.as_bytes().to_vec());
        metadata.allows_compression = false;
        let metadata = document.add_object(metadata);
        let catalog = document
            .add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => metadata });
        document.trailer.set("Root", catalog);
        let info = document.add_object(dictionary! {
            "Author" => Object::string_literal("Jane (the) Doe"),
            "Producer" => Object::String(b"\xfe\xff\0J\0a\0n\0e".to_vec(), StringFormat::Hexadecimal),
            "Title" => Object::string_literal("Minutes"),
        });
        document.trailer.set("Info", info);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn who_made_it_goes_and_every_other_byte_stays() {
        let from = document("BT /F1 12 Tf 72 700 Td (Words) Tj ET");
        let cleaned = clean(from.clone());
        assert_eq!(cleaned.bytes.len(), from.len());
        let now = Document::load_mem(&cleaned.bytes).unwrap();
        let all = format!("{:?}", now.objects);
        assert!(!String::from_utf8_lossy(&cleaned.bytes).contains("Jane") && !all.contains("Doe"), "{all}");
        assert_eq!(now.extract_text(&[1]).unwrap().trim(), "Words");
        assert!(String::from_utf8_lossy(&cleaned.bytes).contains("<dc:title>Minutes</dc:title>"));
        let what: Vec<_> = cleaned.asides.iter().map(|aside| (&*aside.what, aside.taken_out)).collect();
        assert_eq!(what, [("its author, the history of its making (XMP), the program that made it", true)]);
        assert!(clean(cleaned.bytes.clone()).bytes == cleaned.bytes && clean(from).bytes == cleaned.bytes);
    }

    #[test]
    fn who_took_a_photograph_is_told() {
        let mut made = Document::load_mem(&document("BT ET")).unwrap();
        let head = dictionary! { "Subtype" => "Image", "Filter" => "DCTDecode" };
        made.add_object(Stream::new(head, picture::tests::a_jpeg()));
        assert_eq!(photographs(&made), ["who made it"]);
    }

    #[test]
    fn what_is_not_understood_stays() {
        let cleaned = clean(b"%PDF-1.7\nbroken".to_vec());
        assert!(cleaned.bytes == b"%PDF-1.7\nbroken" && !cleaned.asides[0].taken_out);
    }
}
