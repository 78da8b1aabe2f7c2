//! A file → the words that a reader of it could read.
//!
//! In: a path and bytes. Out: words, in one sequence or several. What a file is, its ending tells, or
//! its first bytes.

use std::collections::BTreeSet;

use super::tags::Tags;
use super::{markup, office, package, pdf};
use crate::audience::secrets::{Letters, Verbatim, Way, Words};

/// What is done with the words of a file.
pub(super) struct Seen<'s> {
    /// What is not read of it.
    pub(super) verbatim: &'s Verbatim,
    /// What another file left behind.
    pub(super) room: &'s mut Room,
    /// Takes a sequence of words, and leaves none behind.
    pub(super) found: &'s mut dyn FnMut(&mut Words),
    /// In how many packages what is read lies.
    pub(super) depth: usize,
    /// How much may still be unpacked.
    pub(super) left: u64,
    /// What could not be looked into.
    pub(super) doubts: BTreeSet<&'static str>,
}

/// Room for the words of a file, which is asked for once and not for every file.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub(super) letters: Letters,
    pub(super) text: Words,
    pub(super) tags: Tags,
}

impl<'s> Seen<'s> {
    /// What is done with the words of a file that lies in no package.
    pub(super) fn of(
        verbatim: &'s Verbatim,
        room: &'s mut Room,
        found: &'s mut dyn FnMut(&mut Words),
    ) -> Self {
        Seen { verbatim, room, found, depth: 0, left: package::ROOM, doubts: BTreeSet::new() }
    }

    /// Something could not be looked into.
    pub(super) fn doubt(&mut self, what: &'static str) {
        self.doubts.insert(what);
    }

    /// Takes a sequence of words, and leaves none behind.
    pub(super) fn take(&mut self, words: &mut Words) {
        (self.found)(words);
    }
}

/// Reads every word of a file.
pub(super) fn read(path: &str, bytes: &[u8], seen: &mut Seen<'_>) {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => return pdf::read(bytes, seen),
        [b'P', b'K', 3, 4, ..] => return package::read(bytes, seen),
        _ => {}
    }
    // Behind the ending of what might run stands another.
    let path = path.strip_suffix(".bin").unwrap_or(path);
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let Ok(text) = std::str::from_utf8(bytes) else { return raw(bytes, seen) };
    if matches!(ending, "fodt" | "fods" | "fodp") {
        return office::read(text, seen);
    }
    let mut room = std::mem::take(seen.room);
    match ending {
        "html" | "htm" | "xml" | "svg" | "xhtml" | "rels" => markup::read_in(text, &mut room, seen),
        "json" | "webmanifest" | "js" | "jsonl" | "geojson" => json(text, &mut room, seen),
        "csv" => csv(text, &mut room, path.starts_with("data/"), seen),
        "txt" | "md" => lines(text, &mut room, seen),
        _ => room.text.text(text),
    }
    seen.take(&mut room.text);
    *seen.room = room;
}

/// Bytes that are no text: the ASCII and the UTF-16 in them.
pub(super) fn raw(bytes: &[u8], seen: &mut Seen<'_>) {
    let mut words = Words::default();
    words.bytes(bytes);
    seen.take(&mut words);
    let wide = bytes.windows(8).any(|eight| {
        eight.iter().step_by(2).all(u8::is_ascii_graphic)
            && eight.iter().skip(1).step_by(2).all(|byte| *byte == 0)
    });
    if wide {
        // A letter and a nought by turns: without the noughts it is text.
        for byte in bytes.iter().filter(|byte| **byte != 0) {
            words.bytes(&[*byte]);
        }
        seen.take(&mut words);
    }
}

/// Rows of cells: what ends one row is not read on into the next. In a table of the site's own it is not read
/// on into the next cell either; in somebody else's a name may have two cells.
fn csv(text: &str, room: &mut Room, is_own: bool, seen: &mut Seen<'_>) {
    let Room { letters, text: words, .. } = room;
    letters.read(text.as_bytes(), [b'"', b'\n', if is_own { b',' } else { b'\n' }]);
    let (mut at, mut is_quoted) = (0, false);
    loop {
        let way = if is_quoted { Way::Quoted } else { Way::Parts };
        at = words.read_on(text, letters, at, seen.verbatim, way);
        let Some(letter) = text[at..].chars().next() else { break };
        match letter {
            '\n' if !is_quoted => seen.take(words),
            '"' => is_quoted = !is_quoted,
            ',' if is_own && !is_quoted => words.end_block(),
            _ => {}
        }
        words.letter(letter);
        at += letter.len_utf8();
    }
}

/// Text of lines and cells.
fn lines(text: &str, room: &mut Room, seen: &Seen<'_>) {
    let Room { letters, text: words, .. } = room;
    letters.read(text.as_bytes(), [b'\n', b'\t']);
    let mut at = 0;
    loop {
        at = words.read_on(text, letters, at, seen.verbatim, Way::Parts);
        let Some(letter) = text[at..].chars().next() else { break };
        words.letter(letter);
        at += letter.len_utf8();
    }
}

/// Text in which a backslash begins an escape.
fn json(text: &str, room: &mut Room, seen: &Seen<'_>) {
    let Room { letters, text: words, .. } = room;
    letters.read(text.as_bytes(), [b'\\']);
    let mut at = 0;
    loop {
        at = words.read_on(text, letters, at, seen.verbatim, Way::Backslash);
        let Some(letter) = text[at..].chars().next() else { break };
        at += letter.len_utf8();
        if letter != '\\' {
            words.letter(letter);
            continue;
        }
        let escape = text[at..].chars().next().unwrap_or(' ');
        let hex = text.get(at + 1..at + 5).filter(|_| escape == 'u');
        match hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()) {
            Some(code) => {
                // Half of a letter beyond the first plane is no letter that a name would have.
                words.letter(char::from_u32(code).unwrap_or(' '));
                at += 5;
            }
            None => {
                words.letter(if escape == '/' { '/' } else { ' ' });
                at = text.len().min(at + escape.len_utf8());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(path: &str, bytes: &[u8]) -> Vec<u64> {
        let mut all = Vec::new();
        let mut found = |words: &mut Words| {
            all.extend(words.finish().iter().map(|word| word.hash));
            words.clear();
        };
        read(path, bytes, &mut Seen::of(&Verbatim::default(), &mut Room::default(), &mut found));
        all
    }

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        use std::io::Write as _;
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_package_that_lies_too_deep_is_told() {
        let mut bytes = packed(&[("a.txt", b"Jane")]);
        for depth in 1..=7 {
            let mut found = |words: &mut Words| words.clear();
            let (verbatim, mut room) = (Verbatim::default(), Room::default());
            let mut seen = Seen::of(&verbatim, &mut room, &mut found);
            read("a.zip", &bytes, &mut seen);
            assert_eq!(seen.doubts.is_empty(), depth <= 6, "{depth}");
            bytes = packed(&[("in.zip", &bytes)]);
        }
    }

    #[test]
    fn cells_of_the_own_tables_are_apart_and_those_of_others_are_not() {
        let joints = |path: &str| {
            let mut all = Vec::new();
            let mut found = |words: &mut Words| {
                all.extend(words.finish().iter().skip(1).map(|word| word.joint));
                words.clear();
            };
            let (verbatim, mut room) = (Verbatim::default(), Room::default());
            read(path, b"Jane,Doe\n\"Jane, Doe\"\n", &mut Seen::of(&verbatim, &mut room, &mut found));
            all
        };
        assert_ne!(joints("data/cases.csv")[0], joints("assets/files/a.csv")[0]);
        assert_eq!(joints("data/cases.csv")[1], joints("assets/files/a.csv")[1]);
    }

    fn has(path: &str, bytes: &[u8]) -> bool {
        let wanted: Vec<u64> = Words::of("Jane Doe").iter().map(|word| word.hash).collect();
        words(path, bytes).windows(2).any(|two| two == wanted)
    }

    #[test]
    fn every_kind_of_file_is_read() {
        assert!(has("a.json", br#"{"a":"b\nJ\u0061ne\tDoe\\"}"#));
        assert!(has("a.csv", b"id,note\r\n1,\"said \"\"Jane\"\" Doe\"\r\n"));
        assert!(has("a.csv", b"note,id\n\"said\nJane\nDoe\",1\n"));
        assert!(has("a.txt", "x Jane Doe".as_bytes()));
        assert!(has("a.css", b".x:before{content:'Jane Doe'}"));
        assert!(has("a.html", b"<p>Jane<i> </i>Doe"));
        assert!(has("a.png", b"\x89PNG\0\xff\xfetEXtAuthor\0Jane Doe\0"));
        assert!(has("a.svg.bin", b"<svg><text>Jane<tspan> </tspan>Doe</text></svg>"));
        assert!(has("a.bin", b"\xff\xfeJ\0a\0n\0e\0 \0D\0o\0e\0"));
        assert!(has("a.pdf", b"%PDF-1.7 broken (Jane Doe)"));
        assert!(has("a.fodt", b"<text:p>J<text:span>ane</text:span><text:s/>Doe</text:p>"));
        assert!(has("a.docx", b"PK\x03\x04 broken Jane Doe"));
        assert!(!has("a.json", br#"{"a":"Jane","b":"Roe"}"#));
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let bytes = packed(&[
            ("word/document.xml", b"<w:t>Ja</w:t>"),
            ("docProps/core.xml", b"<dc:creator>Jane Doe</dc:creator>"),
        ]);
        assert!(has("a.docx", &bytes));
        let nested = packed(&[("a/b.docx", &bytes)]);
        assert!(has("a.zip", &packed(&[("c.zip", &nested)])));
        assert!(!String::from_utf8_lossy(&bytes).contains("Jane Doe"));
    }
}
