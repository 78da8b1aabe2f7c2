//! Word files as they come back, part by part.

use super::super::documents::package::tests::zipped;
use super::*;

fn document(body: &str) -> String {
    format!("<w:document xmlns:w=\"w\" xmlns:w14=\"w14\"><w:body>{body}</w:body></w:document>")
}

fn comments(comments: &str) -> String {
    format!("<w:comments xmlns:w=\"w\" xmlns:w14=\"w14\">{comments}</w:comments>")
}

fn comment(id: u32, paragraph: &str, words: &str) -> String {
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"Ana\" w:date=\"2019-08-03T10:15:00Z\"><w:p w14:paraId=\"{paragraph}\">\
         <w:r><w:annotationRef/></w:r><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
    )
}

fn reviewed(parts: &[(&str, &str)]) -> Reviewed {
    read(&"back.docx".into(), &zipped(parts)).unwrap()
}

#[test]
fn a_comment_is_on_its_words_however_they_are_cut() {
    let body = "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"issue_wells\"/><w:r><w:t>12</w:t></w:r><w:r><w:tab/></w:r>\
        <w:r><w:t xml:space=\"preserve\">Not </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>agr</w:t></w:r>\
        <w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>eed</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>\
        <w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let found = reviewed(&[
        ("word/document.xml", &document(body)),
        ("word/comments.xml", &comments(&comment(0, "A", "It was"))),
    ]);
    assert_eq!(found.passages[0].number.as_deref(), Some("12"));
    assert_eq!(found.passages[0].bookmarks, ["issue_wells"]);
    assert_eq!(found.passages[0].sent, "Not agreed.");
    let [remark] = &found.remarks[..] else { panic!("{found:?}") };
    assert_eq!((&*remark.author, remark.date.as_deref()), ("Ana", Some("2019-08-03T10:15:00Z")));
    let What::Comment { on, words, .. } = &remark.what else { panic!("{remark:?}") };
    assert_eq!((&**on, &**words), ("agreed", "It was"));
}

#[test]
fn one_comment_over_paragraphs_and_its_reply_that_is_dealt_with() {
    let body = "<w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/><w:p><w:r><w:t>One</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Two</w:t></w:r></w:p><w:p><w:r><w:t>Thr</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>\
        <w:commentRangeEnd w:id=\"1\"/><w:r><w:t>ee</w:t></w:r></w:p>";
    let said = comments(&format!("{}{}", comment(0, "AA", "Why?"), comment(1, "BB", "Because")));
    let threads = "<w15:commentsEx xmlns:w15=\"w15\"><w15:commentEx w15:paraId=\"AA\" w15:done=\"1\"/>\
        <w15:commentEx w15:paraId=\"BB\" w15:paraIdParent=\"AA\" w15:done=\"0\"/></w15:commentsEx>";
    let found = reviewed(&[
        ("word/document.xml", &document(body)),
        ("word/comments.xml", &said),
        ("word/commentsExtended.xml", threads),
    ]);
    assert_eq!(found.remarks.len(), 2);
    assert_eq!(found.remarks[0].passages, 0..=2);
    let What::Comment { on, done, answers, .. } = &found.remarks[0].what else { panic!() };
    assert_eq!((&**on, done, answers), ("One\nTwo\nThr", &true, &None));
    let What::Comment { words, answers, .. } = &found.remarks[1].what else { panic!() };
    assert_eq!((&**words, answers), ("Because", &Some(0)));
}

#[test]
fn changes_of_one_hand_in_one_place_are_one_and_looks_are_only_counted() {
    let body = "<w:p><w:pPr><w:rPr><w:ins w:id=\"9\" w:author=\"Ben\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">It is </w:t></w:r>\
        <w:del w:id=\"1\" w:author=\"Ben\" w:date=\"2019-08-04T00:00:00Z\"><w:r><w:delText>part</w:delText></w:r>\
        <w:r><w:delText>ly</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"Ben\" w:date=\"2019-08-04T00:00:00Z\">\
        <w:r><w:t>wholly</w:t></w:r></w:ins><w:r><w:rPr><w:b/><w:rPrChange w:id=\"3\" w:author=\"Ben\"><w:rPr/></w:rPrChange></w:rPr>\
        <w:t xml:space=\"preserve\"> agreed</w:t></w:r><w:ins w:id=\"4\" w:author=\"Cy\"><w:r><w:t>!</w:t></w:r></w:ins></w:p>";
    let found = reviewed(&[("word/document.xml", &document(body))]);
    assert_eq!(found.passages[0].sent, "It is partly agreed");
    assert_eq!(found.passages[0].words, "It is wholly agreed!");
    assert_eq!(found.looks, 1);
    let told: Vec<_> = found
        .remarks
        .iter()
        .map(|one| match &one.what {
            What::Change { removed, added } => (&*one.author, &**removed, &**added),
            What::Comment { .. } => panic!(),
        })
        .collect();
    assert_eq!(told, [("Ben", "partly", "wholly"), ("Cy", "", "!")]);
}

#[test]
fn a_cell_belongs_to_what_names_its_row_and_a_note_to_what_names_it() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let body = format!(
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:r><w:t>A</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:bookmarkStart w:id=\"2\" w:name=\"row\"/><w:r><w:t>First</w:t></w:r></w:p></w:tc>{}</w:tr>\
         <w:tr>{}</w:tr></w:tbl>",
        cell("Second"),
        cell("Other")
    );
    let notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:ins w:id=\"1\" w:author=\"Ana\"><w:r><w:t>New</w:t></w:r></w:ins></w:p></w:footnote></w:footnotes>";
    let found = reviewed(&[("word/document.xml", &document(&body)), ("word/footnotes.xml", notes)]);
    let names: Vec<_> = found.passages.iter().map(|one| one.bookmarks.join(" ")).collect();
    assert_eq!(names, ["a", "row", "row", "", "", ""]);
    assert_eq!(found.passages[5].under, Some(0));
    assert_eq!(found.remarks[0].passages, 5..=5);
}

#[test]
fn what_is_no_word_file_is_told_as_such() {
    let fault = |bytes: &[u8]| read(&"back.docx".into(), bytes).unwrap_err();
    assert!(fault(&zipped(&[("content.xml", "<a/>")])).message.contains("no .docx"));
    assert!(fault(b"Dear Ana").message.contains("cut or damaged"));
    let cut = zipped(&[("word/document.xml", "<w:document><w:body>")]);
    assert!(fault(&cut).message.contains("in the middle of an element"));
    for fault in [fault(b""), fault(&cut)] {
        assert!(fault.help.is_some() || fault.message.contains("damaged"), "{fault:?}");
    }
}
