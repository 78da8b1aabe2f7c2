//! Word documents as they are saved, in words of our own.

use proptest::prelude::*;

use super::super::package::tests::zipped;
use super::super::write_up;
use super::*;
use crate::import::Imported;

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Deep"><w:basedOn w:val="H1"/></w:style></w:styles>"#;
const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>"#;
const NOTES: &str = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Two hours.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

fn document(body: &str) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w" xmlns:mc="mc"><w:body>{body}</w:body></w:document>"#);
    zipped(&[
        ("word/document.xml", &document),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", NOTES),
    ])
}

fn p(style: &str, runs: &str) -> String {
    format!(r#"<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>"#)
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn imported(body: &str) -> Imported {
    let file: Arc<str> = "in/note.docx".into();
    write_up::of_blocks(&file, blocks(&file, &document(body)).unwrap(), &[])
}

#[test]
fn reads_what_a_write_up_is_made_of() {
    let heading = r#"<w:pStyle w:val="H1"/>"#;
    let item = |level: u8| format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="2"/></w:numPr>"#);
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let bold = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>");
    let body = [
        p(r#"<w:pStyle w:val="Title"/>"#, &r("Note of 14 May 2019")),
        p(heading, &r("Actions")),
        format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
            cell(&p("", &r("Action"))),
            cell(&p("", &r("Owner"))),
            cell(&p("", &format!("{}{}{}<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>rd</w:t></w:r>{}", bold("Act"), bold("ion 1"), r(": Send it to 3"), r(" parties &amp; all")))),
            cell(&format!("{}{}", p("", &r("Town &amp;")), p("", &r("Guild")))),
        ),
        p(heading, &r("Talk")),
        p("", &format!("{}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>{}</w:ins>", r("It was long"), r(" and good"))),
        p(&item(0), &r("one")),
        p(&item(1), &r("deeper")),
        p(&item(0), &r("two")),
    ]
    .concat();
    let imported = imported(&body);
    assert_eq!(imported.drafts[0].id.as_str(), "workshops/2019-05-14-workshop");
    assert_eq!(
        imported.drafts[0].body,
        "## Actions\n\n| Action | Owner |\n| --- | --- |\n| **Action 1:** Send it to 3rd parties & all | Town &<br>Guild |\n\n\
         ## Talk\n\nIt was long[^2] and good\n\n1. one\n   - deeper\n2. two\n\n[^2]: Two hours.\n"
    );
}

#[test]
fn merged_cells_and_page_breaks_keep_the_table() {
    let cell =
        |property: &str, text: &str| format!("<w:tc><w:tcPr>{property}</w:tcPr>{}</w:tc>", p("", &r(text)));
    let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row(&[cell("", "Question"), cell("", "Response")].concat()),
        row(&cell(r#"<w:gridSpan w:val="2"/>"#, "Lamps")),
        row(&[cell(r#"<w:vMerge/>"#, "x"), cell("", "Yes")].concat()),
    );
    assert!(imported(&body).drafts[0].body.contains("| Lamps | |\n| Lamps | Yes |\n"));
}

#[test]
fn refuses_what_is_no_word_document() {
    let fault = |bytes: &[u8]| blocks(&"x.docx".into(), bytes).unwrap_err().message;
    assert!(fault(&zipped(&[("a", "b")])).contains("no .docx"));
    let whole = document(&p("", &r("x")));
    assert!(fault(&whole[..whole.len() - 40]).contains("cut or damaged"));
    assert!(fault(&zipped(&[("word/document.xml", "<w:document><w:p>")])).contains("damaged"));
}

/// What is told of a document with these parts beside its text, and the records.
fn told(body: &str, parts: &[(&str, &str)]) -> (Vec<String>, Imported) {
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    let mut all = vec![("word/document.xml", document.as_str()), ("word/styles.xml", STYLES)];
    all.extend(parts);
    let form = Some(crate::import::recognise::Form::WriteUp);
    let imported = crate::import::documents::read(&"n.docx".into(), &zipped(&all), form, &[]).unwrap();
    let wanted = ["commented_passage", "left_out", "marked_document", "tracked_change"];
    let told = imported.doubts.iter().filter(|doubt| wanted.contains(&doubt.rule.code));
    (told.map(|doubt| doubt.message.clone()).collect(), imported)
}

#[test]
fn the_heads_and_feet_of_pages_say_who_may_see_it() {
    let header = |inner: &str| format!(r#"<w:hdr xmlns:w="w" xmlns:v="v">{inner}</w:hdr>"#);
    let head = header(&p("", &r("Draft 2, not agreed")));
    let foot = header(&format!(
        r#"{}<w:p><w:r><w:pict><v:textpath string="DO NOT SHARE"/></w:pict></w:r></w:p>{}"#,
        p("", &format!("{}<w:r><w:tab/></w:r>{}", r("Members"), r("only"))),
        p("", &r("Page 1 of 3")),
    ));
    let body =
        [p(r#"<w:pStyle w:val="H1"/>"#, &r("Notes of 14 May 2019")), p("", &r("It was late."))].concat();
    let parts = [("word/header1.xml", &*head), ("word/header2.xml", &*head), ("word/footer1.xml", &*foot)];
    let (told, imported) = told(&body, &parts);
    assert_eq!(
        told,
        [
            "the head of the pages, “Draft 2, not agreed”, is left out",
            "“Members only” at the foot of the pages sets `visibility: members`",
            "“DO NOT SHARE” at the foot of the pages sets `visibility: members`",
        ]
    );
    let visibility = imported.drafts[0].front_matter.get("visibility").and_then(|said| said.as_str());
    assert_eq!(visibility, Some("members"));
    assert_eq!(imported.drafts[0].body, "It was late.\n");
}

#[test]
fn what_was_changed_and_commented_on_is_told() {
    let del = |text: &str| format!("<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>");
    let ins = |text: &str| format!("<w:ins>{}</w:ins>", r(text));
    let note = r#"<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>"#;
    let body = [
        p(r#"<w:pStyle w:val="H1"/>"#, &r("Notes of 14 May 2019")),
        p(
            "",
            &format!(
                "{}{}{}{}",
                r("All came. The firm "),
                del("refused"),
                ins("declined"),
                r(" to say. It was late.")
            ),
        ),
        p("", &del("Jo was angry.")),
        p("", &ins("Tea was had.")),
        p("", &format!(r#"{}<w:commentRangeStart w:id="4"/>{}{note}{}"#, r("It gave "), r("a date"), r("."))),
        // A changed mark of a paragraph changes no word.
        p("<w:rPr><w:ins/></w:rPr>", &r("The end.")),
    ]
    .concat();
    let (told, imported) = told(&body, &[]);
    assert_eq!(
        told,
        [
            "changed under tracked changes: it read “The firm refused to say.”, and is imported as “The firm declined to say.” (paragraph 2)",
            "“Jo was angry.” was struck out under tracked changes, and is left out",
            "“Tea was had.” was put in under tracked changes, and is imported (paragraph 4)",
            "a comment stands at “a date”, and is left out (paragraph 5)",
        ]
    );
    assert!(imported.drafts[0].body.contains("The firm declined to say."), "{}", imported.drafts[0].body);
    assert!(!imported.drafts[0].body.contains("angry"));
}

/// The body of the first record, and what was told, by code.
fn unseen_in(body: &str) -> (Imported, Vec<(&'static str, String)>) {
    let file: Arc<str> = "in/note.docx".into();
    let mut document = read(&file, &document(body)).unwrap();
    let mut imported = write_up::of_blocks(&file, std::mem::take(&mut document.blocks), &[]);
    let mut doubts = Doubts::about(&file);
    document.tell(&mut imported, &mut doubts);
    let found = doubts.sorted().into_iter().map(|doubt| (doubt.rule.code, doubt.message));
    let found = found.collect();
    (imported, found)
}

#[test]
fn words_that_are_struck_out_or_hidden_are_left_out_and_told() {
    let run = |looks: &str, text: &str| {
        format!("<w:r><w:rPr>{looks}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let body = [
        p("", &r("Write-up of 14 May 2019")),
        p(
            "",
            &[
                r("They agreed "),
                run("<w:strike/>", "that Jo is at fault "),
                r("to go on."),
                run("<w:vanish/>", "The chair lied."),
            ]
            .concat(),
        ),
        p(
            "",
            &[
                run("<w:dstrike w:val=\"0\"/>", "It was "),
                run("<w:strike w:val=\"false\"/><w:vanish w:val=\"0\"/>", "late."),
            ]
            .concat(),
        ),
    ]
    .concat();
    let (imported, told) = unseen_in(&body);
    let body = &imported.drafts[0].body;
    assert!(body.starts_with("They agreed to go on.\n\nIt was late.\n"), "{body}");
    assert_eq!(
        told,
        [
            ("hidden_text", "3 words are hidden here, and left out".to_owned()),
            ("struck_out", "“that Jo is at fault” is struck out, and is left out".to_owned()),
        ]
    );
}

#[test]
fn the_words_of_a_box_are_read_once_after_its_paragraph_and_a_picture_is_told() {
    let inside = format!(
        "<w:txbxContent>{}{}</w:txbxContent>",
        p("", &r("Not for publication.")),
        p("", &r("Who pays?"))
    );
    let drawn = format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><a:t>shape</a:t><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    let picture = "<w:r><w:drawing><pic><a:blip/></pic></w:drawing></w:r>";
    let body = [
        p("", &r("Write-up of 14 May 2019")),
        p("", &[r("Before "), drawn, r("and after."), picture.to_owned()].concat()),
        p("", &r("The end.")),
    ]
    .concat();
    let (imported, told) = unseen_in(&body);
    let Imported { drafts, .. } = &imported;
    let body = &drafts[0].body;
    let wanted = "Before and after.\n\nNot for publication.\n\nWho pays?\n\nThe end.\n";
    assert!(body.starts_with(wanted), "{body}");
    assert_eq!(drafts[0].front_matter.get("visibility").and_then(|value| value.as_str()), Some("members"));
    assert_eq!(told, [("left_out_picture", "a picture is left out".to_owned())]);
}

#[test]
fn a_box_in_a_cell_gives_its_words_to_the_cell() {
    let boxed = format!(
        "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>",
        p("", &r("In May."))
    );
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
    let body = format!(
        "{}<w:tbl>{}{}</w:tbl>",
        p("", &r("Write-up of 14 May 2019")),
        row(&p("", &r("Question")), &p("", &r("Response"))),
        row(&p("", &r("When?")), &p("", &format!("{}{boxed}", r("Soon."))))
    );
    assert!(
        imported(&body).drafts[0].body.contains("| When? | Soon.<br>In May. |"),
        "{}",
        imported(&body).drafts[0].body
    );
}

proptest! {
    #[test]
    fn never_panics(pieces in prop::collection::vec(prop::sample::select(&[
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>x</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:b/>",
        "<w:gridSpan w:val=\"999999\"/>", "<w:vMerge/>", "<w:pStyle w:val=\"H1\"/>", "<w:numId w:val=\"2\"/>", "<w:ilvl w:val=\"300\"/>",
        "<w:br w:type=\"page\"/>", "<w:footnoteReference w:id=\"2\"/>", "&amp;", "&x;", "Action 1: y", "<w:del>", "</w:del>",
        "<w:ins>", "</w:ins>", "<w:delText>é. x</w:delText>", "<w:commentRangeStart w:id=\"1\"/>", "<w:commentRangeEnd w:id=\"1\"/>", "<w:commentReference w:id=\"1\"/>",
    ][..]), 0..40)) {
        let file: Arc<str> = "x".into();
        let _ = crate::import::documents::read(&file, &document(&pieces.concat()), Some(crate::import::recognise::Form::WriteUp), &[]);
    }
}
