//! Word, Excel, PowerPoint and OpenDocument files: their properties go, and those of the pictures in them;
//! comments, tracked changes, hidden sheets, rows and columns and files that are embedded, which are part of
//! what somebody wrote, stay and are told.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::unseen::{self, Beside};
use super::{Cleaned, left, picture, taken};
use crate::model::value::Aside;

/// Parts that hold properties, and the same without any.
const PROPERTIES: &[(&str, &str)] = &[
    (
        "docProps/core.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
    ),
    (
        "docProps/app.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
    ),
    (
        "docProps/custom.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
    ),
    (
        "word/people.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w15:people xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"/>",
    ),
    (
        "meta.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\"><office:meta/></office:document-meta>",
    ),
];

/// Properties, by their element, in words.
const TOLD: &[(&str, &str)] = &[
    ("dc:creator", "its author"),
    ("meta:initial-creator", "its author"),
    ("cp:lastModifiedBy", "who saved it last"),
    ("Company", "a company"),
    ("Manager", "a manager"),
    ("dc:title", "a title"),
    ("dc:subject", "a subject"),
    ("dc:description", "a description"),
    ("cp:keywords", "keywords"),
    ("dcterms:created", "when it was made"),
    ("meta:creation-date", "when it was made"),
    ("property", "properties of somebody's own"),
    ("meta:user-defined", "properties of somebody's own"),
];

/// What is left in, by the beginning of a part's name and what the part then has.
const LEFT: &[(&str, &[&str], &str)] = &[
    ("word/comments", &["<w:comment "], "comments"),
    ("xl/comments", &[""], "comments"),
    ("xl/threadedComments/", &[""], "comments"),
    ("xl/pivotCache/pivotCacheRecords", &[""], "the whole table behind a pivot table"),
    ("word/embeddings/", &[""], EMBEDDED),
    ("xl/embeddings/", &[""], EMBEDDED),
    ("ppt/embeddings/", &[""], EMBEDDED),
    ("word/_rels/settings.xml.rels", &["\"file:"], "in which folder its template lies"),
    ("ppt/comments", &[""], "comments"),
    ("ppt/notesSlides/notesSlide", &[""], "notes of the speaker"),
    ("content.xml", &["<office:annotation"], "comments"),
    ("content.xml", &["<text:tracked-changes"], "tracked changes"),
];

const EMBEDDED: &str = "files embedded in it, as the whole table behind a chart";

/// The most that is read of a part.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Takes its properties out of a document.
pub(super) fn clean(bytes: Vec<u8>) -> Cleaned {
    let Some(looked) = look(&bytes) else {
        return Cleaned::left(bytes, "parts that could not be unpacked");
    };
    let Looked { mut asides, told, pictures, is_signed } = looked;
    if told.is_empty() {
        return Cleaned { bytes, asides };
    }
    let what = told.join(", ");
    if is_signed {
        asides.push(left(format!("{what}; it is signed, so nothing was changed")));
        return Cleaned { bytes, asides };
    }
    match without(&bytes, &pictures) {
        Some(made) => {
            asides.push(taken(what));
            Cleaned { bytes: made, asides }
        }
        None => {
            asides.push(left(what));
            Cleaned { bytes, asides }
        }
    }
}

struct Looked {
    asides: Vec<Aside>,
    told: Vec<String>,
    /// Pictures by the names of their parts, without what they do not show.
    pictures: BTreeMap<String, Vec<u8>>,
    is_signed: bool,
}

fn look(bytes: &[u8]) -> Option<Looked> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (mut kept, mut told, mut shown, mut is_signed) = (Vec::new(), Vec::new(), Vec::new(), false);
    let mut pictures = BTreeMap::new();
    let beside =
        Beside::of(&named(&mut archive, "word/styles.xml"), &named(&mut archive, "ppt/presentation.xml"));
    for n in 0..archive.len() {
        let part = archive.by_index(n).ok()?;
        let name = part.name().ok()?.into_owned();
        is_signed |= name.starts_with("_xmlsignatures/") || name == "META-INF/documentsignatures.xml";
        let has_properties = PROPERTIES.iter().any(|(known, _)| *known == name);
        let asked: Vec<_> = LEFT.iter().filter(|(start, ..)| name.starts_with(start)).collect();
        let picture = picture_type(&name);
        let may_hide = unseen::is_asked(&name);
        if !has_properties && asked.is_empty() && picture.is_none() && !may_hide {
            continue;
        }
        let mut content = Vec::new();
        part.take(LARGEST).read_to_end(&mut content).ok()?;
        if let Some(media_type) = picture {
            let Cleaned { bytes, asides } = picture::clean(media_type, content);
            if asides.iter().any(|aside| aside.taken_out) {
                shown.extend(asides.into_iter().map(|aside| aside.what));
                pictures.insert(name, bytes);
            }
            continue;
        }
        let text = String::from_utf8_lossy(&content);
        if has_properties {
            told.extend(TOLD.iter().filter(|(element, _)| says(&text, element)).map(|(_, words)| *words));
            if text.contains("w15:author=\"") {
                told.push("who wrote in it");
            }
        }
        if may_hide {
            kept.extend(unseen::of(&name, &text, &beside));
        }
        kept.extend(
            asked
                .into_iter()
                .filter(|(_, marks, _)| marks.iter().any(|mark| text.contains(mark)))
                .map(|(.., words)| *words),
        );
    }
    for list in [&mut told, &mut kept] {
        list.sort_unstable();
        list.dedup();
    }
    shown.sort_unstable();
    shown.dedup();
    let mut told: Vec<String> = told.into_iter().map(str::to_owned).collect();
    told.extend((!shown.is_empty()).then(|| format!("of pictures in it {}", shown.join(" and "))));
    Some(Looked { asides: kept.into_iter().map(left).collect(), told, pictures, is_signed })
}

/// A part by its name; empty where there is none.
fn named(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> String {
    let mut content = Vec::new();
    let read = archive.by_name(name).ok().map(|part| part.take(LARGEST).read_to_end(&mut content));
    if read.is_some_and(|read| read.is_ok()) {
        String::from_utf8_lossy(&content).into_owned()
    } else {
        String::new()
    }
}

/// The type of a part that is a picture, by its name.
fn picture_type(name: &str) -> Option<&'static str> {
    let is_picture =
        name.contains("/media/") || name.starts_with("Pictures/") || name.starts_with("docProps/thumbnail");
    let (_, ending) = name.rsplit_once('.').filter(|_| is_picture)?;
    match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => Some("image/jpeg"),
        "png" => Some("image/png"),
        "webp" => Some("image/webp"),
        _ => None,
    }
}

/// Whether an element of this name has words in it.
fn says(xml: &str, element: &str) -> bool {
    xml.match_indices(&format!("<{element}")).any(|(at, open)| {
        let rest = &xml[at + open.len()..];
        let is_whole = rest.starts_with(['>', ' ', '\n', '\r', '\t']);
        let inner =
            rest.split_once('>').filter(|(tag, _)| is_whole && !tag.ends_with('/')).map(|(_, inner)| inner);
        inner.is_some_and(|inner| {
            let end = inner.find(&format!("</{element}>")).unwrap_or(0);
            let mut is_tag = false;
            inner[..end].chars().any(|letter| {
                is_tag = letter == '<' || is_tag && letter != '>';
                !is_tag && letter != '>' && !letter.is_whitespace()
            })
        })
    })
}

/// The package with other properties and pictures; every other part is copied as it is packed.
fn without(bytes: &[u8], pictures: &BTreeMap<String, Vec<u8>>) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut made = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for n in 0..archive.len() {
        let part = archive.by_index_raw(n).ok()?;
        let name = part.name().ok()?.into_owned();
        let empty = PROPERTIES.iter().find(|(known, _)| *known == name).map(|(_, empty)| empty.as_bytes());
        match empty.or_else(|| pictures.get(&name).map(Vec::as_slice)) {
            Some(content) => {
                let options = SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Stored)
                    .last_modified_time(DateTime::default());
                made.start_file(name, options).ok()?;
                made.write_all(content).ok()?;
            }
            None => made.raw_copy_file(part).ok()?,
        }
    }
    let made = made.finish().ok()?.into_inner();
    let again = ZipArchive::new(Cursor::new(&made)).ok()?;
    (again.len() == archive.len()).then_some(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(parts: &[(&str, impl AsRef<[u8]>)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_ref()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    const CORE: &str = "<cp:coreProperties><dc:title/><dc:creator>Jane Doe</dc:creator></cp:coreProperties>";

    #[test]
    fn properties_go_and_what_was_written_stays() {
        let text = "<w:document><w:ins w:author=\"Jane\">x</w:ins></w:document>";
        let from = document(&[
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", text),
            ("docProps/core.xml", CORE),
        ]);
        let cleaned = clean(from.clone());
        assert_eq!(cleaned.asides, [left("tracked changes"), taken("its author")]);
        assert!(!part(&cleaned.bytes, "docProps/core.xml").contains("Jane"));
        assert_eq!(part(&cleaned.bytes, "word/document.xml"), text);
        assert_eq!(clean(from).bytes, cleaned.bytes);
        assert_eq!(clean(cleaned.bytes.clone()).bytes, cleaned.bytes);
    }

    #[test]
    fn pictures_lose_their_properties_and_people_their_names() {
        let picture = picture::tests::a_jpeg();
        let from = document(&[
            ("word/document.xml", &b"<w:document/>"[..]),
            ("word/media/image1.JPG", &picture),
            ("word/people.xml", b"<w15:people><w15:person w15:author=\"Jane Doe\"/></w15:people>"),
        ]);
        let cleaned = clean(from);
        let [aside] = &cleaned.asides[..] else { panic!("{:?}", cleaned.asides) };
        assert!(aside.taken_out, "{aside:?}");
        assert_eq!(aside.what, "who wrote in it, of pictures in it a note in it and who made it");
        assert!(!part(&cleaned.bytes, "word/people.xml").contains("Jane"));
        let mut archive = ZipArchive::new(Cursor::new(&cleaned.bytes)).unwrap();
        let mut left = Vec::new();
        archive.by_name("word/media/image1.JPG").unwrap().read_to_end(&mut left).unwrap();
        assert!(!left.is_empty() && !String::from_utf8_lossy(&left).contains("Jane Doe"));
        assert_eq!(clean(cleaned.bytes.clone()).bytes, cleaned.bytes);
    }

    #[test]
    fn what_is_hidden_in_a_workbook_or_embedded_is_told() {
        let what = |parts: &[(&str, &str)]| {
            clean(document(parts)).asides.into_iter().map(|aside| aside.what).collect::<Vec<_>>().join("; ")
        };
        for sheet in ["<cols><col min=\"2\" hidden=\"1\"/></cols>", "<row r=\"3\" hidden=\"true\">"] {
            assert_eq!(what(&[("xl/worksheets/sheet1.xml", sheet)]), "hidden rows or columns");
        }
        assert_eq!(what(&[("xl/worksheets/sheet1.xml", "<row r=\"3\" hidden=\"0\" ht=\"15\">")]), "");
        for sheet in [
            "<row r='3' hidden = '1' >",
            "<row ht=\"0\" customHeight=\"1\"/>",
            "<cols><col width=\"0\"/></cols>",
        ] {
            assert_eq!(what(&[("xl/worksheets/sheet1.xml", sheet)]), "hidden rows or columns", "{sheet}");
        }
        assert_eq!(
            what(&[("xl/workbook.xml", "<sheets><sheet name='S' state='veryHidden'/></sheets>")]),
            "hidden sheets"
        );
        let behind = "the whole table behind a pivot table";
        assert_eq!(what(&[("xl/pivotCache/pivotCacheRecords1.xml", "<r/>")]), behind);
        let foreign = "<externalLink><row><cell><v>Jane</v></cell></row></externalLink>";
        assert_eq!(what(&[("xl/externalLinks/externalLink1.xml", foreign)]), "cells of other workbooks");
        assert_eq!(what(&[("word/embeddings/a.xlsx", "PK")]), EMBEDDED);
        let template = "<Relationship Target=\"file:///C:/Users/Jane/x.dotm\"/>";
        assert_eq!(what(&[("word/_rels/settings.xml.rels", template)]), "in which folder its template lies");
    }

    #[test]
    fn a_signature_is_not_broken_and_a_broken_file_not_touched() {
        let signed = document(&[("docProps/core.xml", CORE), ("_xmlsignatures/sig1.xml", "<x/>")]);
        let cleaned = clean(signed.clone());
        assert!(cleaned.bytes == signed && !cleaned.asides[0].taken_out);
        assert_eq!(clean(b"PK\x03\x04 no".to_vec()).bytes, b"PK\x03\x04 no");
        let plain = document(&[("word/document.xml", "<w:document/>")]);
        assert!(clean(plain.clone()).bytes == plain && clean(plain).asides.is_empty());
    }
}
