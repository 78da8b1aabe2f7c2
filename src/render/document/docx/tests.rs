//! What is in a Word file, looked at as Word looks at it: part by part.

use std::io::{Cursor, Read as _};

use super::docx;
use crate::render::document::Pictures;
use crate::render::document::tree::{
    Block, Column, Document, Fact, Heading, Inline, Paragraph, Stamp, Table, Tag,
};

fn document() -> Document {
    let linked = Block::Paragraph(Paragraph {
        words: vec![Inline::Web {
            to: "https://example.org/note".to_owned(),
            inner: vec![Inline::text("this")],
        }],
        ..Paragraph::default()
    });
    let note = Inline::Note { number: 1, blocks: vec![paragraph(None, "What the note says."), linked] };
    let numbered = Block::Paragraph(Paragraph {
        number: Some("12".to_owned()),
        tag: Some(Tag::new("issue-wells", None)),
        words: vec![
            Inline::text("Words with <marks> & more\u{0}"),
            note,
            Inline::Web { to: "https://example.org/?a=1&b=2".to_owned(), inner: vec![Inline::text("there")] },
        ],
        ..Paragraph::default()
    });
    let heading = Block::Heading(Heading {
        level: 3,
        id: None,
        words: "Who may dig wells?".to_owned(),
        link: None,
        mark: Some("set-aside"),
        listed: false,
        tag: None,
    });
    let column = |label: &str| Column { label: label.to_owned(), numbers: false, share: 10 };
    let table = Block::Table(Table {
        number: Some(1),
        id: None,
        caption: "Wells".to_owned(),
        columns: vec![column("Well"), column("Depth")],
        rows: vec![vec![vec![Inline::text("First")], vec![Inline::text("3 m")]]],
        turned: false,
        tag: None,
        row_tags: Vec::new(),
    });
    let list = Block::List { start: Some(3), items: vec![vec![paragraph(None, "three")]] };
    Document {
        kind: "Annual report".to_owned(),
        title: "A report".to_owned(),
        language: "en".to_owned(),
        stamp: Stamp { year: 2019, month: 7, day: 31 },
        facts: vec![Fact { label: "Period".to_owned(), values: vec![vec![Inline::text("2019")]] }],
        blocks: vec![heading, numbered, table, list],
        ..Document::default()
    }
}

fn paragraph(number: Option<&str>, words: &str) -> Block {
    Block::Paragraph(Paragraph {
        number: number.map(str::to_owned),
        words: vec![Inline::text(words)],
        ..Paragraph::default()
    })
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    file.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_part_is_well_formed_and_the_same_twice() {
    let bytes = docx(&document(), &Pictures::new()).unwrap();
    assert_eq!(bytes, docx(&document(), &Pictures::new()).unwrap());
    let mut file = zip::ZipArchive::new(Cursor::new(&*bytes)).unwrap();
    let names: Vec<String> =
        (0..file.len()).map(|n| file.by_index(n).unwrap().name().unwrap().to_string()).collect();
    assert_eq!(names.len(), 11);
    for name in names {
        let text = part(&bytes, &name);
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(fault) => panic!("{name}: {fault}"),
            }
        }
    }
}

#[test]
fn paragraphs_are_bookmarks_headings_are_headings_and_words_are_only_words() {
    let bytes = docx(&document(), &Pictures::new()).unwrap();
    let text = part(&bytes, "word/document.xml");
    assert!(text.contains("w:name=\"issue_wells\"") && text.contains("<w:pStyle w:val=\"Heading3\"/>"));
    assert!(text.contains("Words with &lt;marks&gt; &amp; more</w:t>") && text.contains(" · set aside"));
    assert!(text.contains("<w:tblHeader/>") && text.contains("<w:tblCaption w:val=\"Wells\"/>"));
    assert!(text.contains("<w:footnoteReference w:id=\"2\"/>"));
    assert!(part(&bytes, "word/footnotes.xml").contains("What the note says."));
    assert!(part(&bytes, "word/numbering.xml").contains("<w:startOverride w:val=\"3\"/>"));
    let links = part(&bytes, "word/_rels/document.xml.rels");
    assert!(links.contains("Target=\"https://example.org/?a=1&amp;b=2\" TargetMode=\"External\""));
    // A link in a note is the note's: Word looks for it nowhere else.
    assert!(part(&bytes, "word/_rels/footnotes.xml.rels").contains("https://example.org/note"));
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"en-GB\"/>"));
    assert!(part(&bytes, "word/settings.xml").contains("<w:trackRevisions/>"));
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:title>A report</dc:title>"));
}
