//! Attachments that say a name where only a reader of their form finds it: in runs, in packages within
//! packages, and in those bytes of a PDF that no page shows.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{public, told};
use crate::harness::Site;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// What the scan finds where a public case has this attachment, and members know of Zelda Quist.
fn found(name: &str, bytes: Vec<u8>) -> String {
    let site = Site::new()
        .record("cases/a", &format!("title: A\nattachments: [/assets/{name}]"), "")
        .record(
            "workshops/m",
            "title: M\nvisibility: members\ndate: 2025-02-02\nparticipants: {names: [{name: Zelda Quist, group: A}]}",
            "",
        )
        .file(&format!("content/assets/{name}"), bytes);
    told(&public(site.root()).findings)
}

fn is_found(name: &str, bytes: Vec<u8>) -> bool {
    found(name, bytes).contains("leak")
}

fn word(runs: &str) -> Vec<u8> {
    let text = format!("<w:document><w:body><w:p>{runs}</w:p></w:body></w:document>");
    packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", text.as_bytes())])
}

#[test]
fn a_name_is_found_over_the_runs_of_a_document() {
    for runs in [
        "<w:r><w:t>By Zelda</w:t></w:r><w:r><w:t xml:space=\"preserve\"> Quist today</w:t></w:r>",
        "<w:r><w:rPr><w:b/></w:rPr><w:t>By Zel</w:t></w:r><w:r><w:rPr><w:b/><w:lang w:val=\"en-GB\"/></w:rPr><w:t>da Quist</w:t></w:r>",
        "<w:r><w:t>Zelda</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00A2\"><w:t xml:space=\"preserve\"> Quist</w:t></w:r><w:proofErr w:type=\"spellEnd\"/>",
    ] {
        assert!(is_found("a.docx", word(runs)), "{runs}");
    }
    assert_eq!(
        found("a.docx", word("<w:r><w:t>Zelda</w:t></w:r></w:p><w:p><w:r><w:t>Quist</w:t></w:r>")),
        ""
    );
    for text in [
        "By <text:span text:style-name=\"T1\">Zel</text:span>da <text:span>Quist</text:span>",
        "Zelda<text:s/>Quist",
    ] {
        let text = format!("<office:document-content><text:p>{text}</text:p></office:document-content>");
        let parts: [(&str, &[u8]); 2] =
            [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", text.as_bytes())];
        assert!(is_found("a.odt", packed(&parts)), "{text}");
    }
}

#[test]
fn packages_in_packages_are_unpacked() {
    let inner = word("<w:r><w:t>By Zelda Quist</w:t></w:r>");
    assert!(is_found("all.zip", packed(&[("papers/a.docx", &inner)])));
    assert!(is_found("all.zip", packed(&[("a.zip", &packed(&[("papers/a.docx", &inner)]))])));
    let sheet =
        packed(&[("xl/sharedStrings.xml", b"<sst><si><r><t>Zelda </t></r><r><t>Quist</t></r></si></sst>")]);
    let parts: [(&str, &[u8]); 2] =
        [("word/document.xml", b"<w:p/>"), ("word/embeddings/table.xlsx", &sheet)];
    assert!(is_found("a.docx", packed(&parts)));
}

#[test]
fn what_cannot_be_unpacked_is_not_published_where_there_are_secrets() {
    let mut deep = packed(&[("a.txt", b"Words.")]);
    for _ in 0..7 {
        deep = packed(&[("in.zip", &deep)]);
    }
    let found = found("deep.zip", deep.clone());
    assert!(found.contains("file_not_seen_into") && found.contains("deeper than can be followed"), "{found}");
    let open = Site::new()
        .record("cases/a", "title: A\nattachments: [/assets/deep.zip]", "")
        .file("content/assets/deep.zip", deep);
    assert_eq!(told(&public(open.root()).findings), "");
}

/// A PDF whose page says "Open text", with this before its table and that after its end.
fn pdf(before: &str, after: &str) -> Vec<u8> {
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        "<</Length 39>>\nstream\nBT /F 12 Tf 20 100 Td (Open text) Tj ET\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ];
    pdf += before;
    for (n, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf += &format!("{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let table = pdf.len();
    pdf += "xref\n0 6\n0000000000 65535 f \n";
    for place in places {
        pdf += &format!("{place:010} 00000 n \n");
    }
    pdf += &format!("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n{after}");
    pdf.into_bytes()
}

#[test]
fn bytes_of_a_pdf_that_no_page_shows_are_read() {
    assert_eq!(found("a.pdf", pdf("", "")), "");
    for before in [
        "% Zelda Quist\n",
        "4 0 obj\n<</Length 41>>\nstream\nBT /F 12 Tf 20 100 Td [(Zel)-20(da Qu)30(ist)] TJ ET\nendstream\nendobj\n",
        "9 0 obj\n<</Note(Zelda \\121uist)>>\nendobj\n",
        "9 0 obj\n<</Note<FEFF005A0065006C00640061002000510075006900730074>>>\nendobj\n",
    ] {
        assert!(is_found("a.pdf", pdf(before, "")), "{before}");
    }
    assert!(is_found("a.pdf", pdf("", "Zelda Quist\n")));
}

#[test]
fn what_a_pdf_draws_in_a_form_is_read() {
    use lopdf::{Dictionary, Document, Object, Stream};
    let mut made = Document::load_mem(&pdf("", "")).unwrap();
    let mut head = Dictionary::new();
    head.set("Type", Object::Name(b"XObject".to_vec()));
    head.set("Subtype", Object::Name(b"Form".to_vec()));
    let mut form =
        Stream::new(head, b"BT /F 12 Tf (By Zel) Tj (da Quist) Tj 0 -20 Td (today) Tj ET".to_vec());
    form.compress().unwrap();
    made.add_object(form);
    let mut bytes = Vec::new();
    made.save_to(&mut bytes).unwrap();
    assert!(is_found("a.pdf", bytes));
}
