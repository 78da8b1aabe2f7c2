//! Attachments: their copies name nobody, and nothing about a copy depends on what was taken out of it.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{public, told};
use crate::harness::Site;

/// Minutes in Word's form, written by somebody.
fn minutes(author: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", "<w:document><w:t>Agreed.</w:t></w:document>".to_owned()),
        (
            "docProps/core.xml",
            format!("<cp:coreProperties><dc:creator>{author}</dc:creator></cp:coreProperties>"),
        ),
    ];
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A picture with a text in it.
fn picture(author: &str) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let parts: [(&[u8], &[u8]); 4] = [
        (b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        (b"tEXt", &[b"Author\0", author.as_bytes()].concat()),
        (b"IDAT", &[0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1]),
        (b"IEND", b""),
    ];
    for (kind, content) in parts {
        png.extend((content.len() as u32).to_be_bytes());
        png.extend(kind);
        png.extend(content);
        // The checksum of a part is not looked at before the part is written anew.
        png.extend(crc(&[kind, content].concat()).to_be_bytes());
    }
    png
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}

fn site(author: &str) -> Site {
    Site::new()
        .record("cases/a", "title: A\nattachments: [/assets/minutes.docx, /assets/map.png]", "")
        .file("content/assets/minutes.docx", minutes(author))
        .file("content/assets/map.png", picture(author))
}

#[test]
fn a_copy_names_nobody_and_its_address_tells_nothing() {
    let made = public(site("Zelda Quist").root());
    assert_eq!(told(&made.findings), "");
    let copies: Vec<_> = made.files.iter().filter(|(path, _)| path.starts_with("assets/files/")).collect();
    assert_eq!(copies.len(), 2);
    for (path, bytes) in &copies {
        assert!(!String::from_utf8_lossy(bytes).contains("Zelda"), "{path}");
        if path.ends_with(".docx") {
            let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
            for n in 0..archive.len() {
                let mut text = String::new();
                archive.by_index(n).unwrap().read_to_string(&mut text).unwrap();
                assert!(!text.contains("Zelda"), "{text}");
            }
        }
    }
    let other = public(site("Somebody Else Altogether").root());
    let differ: Vec<_> =
        made.files.iter().filter(|(path, bytes)| other.files.get(*path) != Some(bytes)).collect();
    assert!(differ.is_empty(), "{:?}", differ.iter().map(|(path, _)| path).collect::<Vec<_>>());
}

#[test]
fn what_is_told_of_a_copy_is_true() {
    use sha2::{Digest as _, Sha256};
    let made = public(site("Zelda Quist").root());
    let data = String::from_utf8(made.files["data/archive.json"].clone()).unwrap();
    for (path, bytes) in made.files.iter().filter(|(path, _)| path.starts_with("assets/files/")) {
        let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(data.contains(&sum) && path.contains(&sum[..12]), "{path}: {sum}\n{data}");
        assert!(data.contains(&format!("\"size\":{}", bytes.len())), "{path}");
    }
}

#[test]
fn the_editor_hears_what_was_found() {
    let ran = site("Zelda Quist").run(&["--message-format", "short", "check"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for said in [
        "content/cases/a.md:3:15: remark[attachment_cleaned] `minutes.docx` tells its author, and its copy does not",
        "remark[attachment_cleaned] `map.png` tells its text “Author”, and its copy does not",
    ] {
        assert!(ran.stderr.contains(said), "{said}\n{}", ran.stderr);
    }
}
