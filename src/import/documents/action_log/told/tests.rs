//! Workbooks of which a part is not seen.

use super::super::super::package::tests::zipped;
use super::super::read;
use crate::import::Imported;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Actions" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf fontId="1"/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>"#;
const BESIDE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>"#;
const COMMENTS: &str = r#"<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="B4"><text><t>Do not do this</t></text></comment></commentList></comments>"#;

fn workbook(columns: &str, rows: &[(&str, &[&str])], after: &str) -> Imported {
    let row = |(n, (looks, cells)): (usize, &(&str, &[&str]))| {
        let cell = |(column, text): (usize, &&str)| {
            let name = char::from(b'A' + column as u8);
            let (style, text) = text.strip_prefix('~').map_or(("", *text), |text| (r#" s="1""#, text));
            format!(r#"<c r="{name}{}"{style} t="inlineStr"><is><t>{text}</t></is></c>"#, n + 1)
        };
        let cells: String = cells.iter().enumerate().map(cell).collect();
        format!(r#"<row r="{}" {looks}>{cells}</row>"#, n + 1)
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{columns}<sheetData>{rows}</sheetData>{after}</worksheet>"#
    );
    let bytes = zipped(&[
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/worksheets/_rels/sheet1.xml.rels", BESIDE),
        ("xl/comments1.xml", COMMENTS),
    ]);
    read(&"log.xlsx".into(), &bytes, &[]).unwrap()
}

fn told(imported: &Imported, code: &str) -> Vec<String> {
    imported
        .doubts
        .iter()
        .filter(|doubt| doubt.rule.code == code)
        .map(|doubt| doubt.message.clone())
        .collect()
}

const HEADS: (&str, &[&str]) = ("", &["No", "Action", "Status", "Update"]);

#[test]
fn hidden_rows_and_columns_are_left_out_and_told() {
    let imported = workbook(
        r#"<cols><col min="4" max="4" hidden="1"/></cols>"#,
        &[
            HEADS,
            ("", &["1", "Publish the counts", "Live", "Jo refused"]),
            (r#"hidden="1""#, &["2", "Write to the firm", "Live", ""]),
            ("", &["3", "Book the hall", "~Live", ""]),
        ],
        "",
    );
    let all = format!("{:?} {:?}", imported.drafts, imported.doubts);
    assert_eq!(imported.drafts.len(), 2, "{all}");
    assert!(!all.contains("Jo refused") && !all.contains("Write to the firm"), "{all}");
    assert_eq!(
        told(&imported, "hidden_text"),
        [
            "column D of the sheet “Actions” is hidden and is left out (sheet Actions, row 1)",
            "row 3 of the sheet “Actions” is hidden and is left out",
        ]
    );
    assert_eq!(
        told(&imported, "struck_out"),
        [
            "what stands in C4 is struck out, wholly or in part, and is read all the same (sheet Actions, row 4)"
        ]
    );
    assert_eq!(
        told(&imported, "commented_passage"),
        ["a comment stands at the cell B4, “Book the hall”, and is left out (sheet Actions, row 4)"]
    );
    assert!(!all.contains("Do not do this"), "{all}");
}

#[test]
fn the_heads_and_feet_of_pages_say_who_may_see_a_log() {
    let margins = "<headerFooter><oddHeader>&amp;C&amp;\"Arial,Bold\"CONFIDENTIAL - members only</oddHeader><oddFooter>&amp;LTown hall&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>";
    let imported = workbook("", &[HEADS, ("", &["1", "Publish the counts", "Live", ""])], margins);
    assert_eq!(
        imported.drafts[0].front_matter.get("visibility").and_then(|value| value.as_str()),
        Some("members")
    );
    assert_eq!(
        told(&imported, "marked_document"),
        ["“CONFIDENTIAL - members only” at the head of the pages sets `visibility: members`"]
    );
    assert_eq!(told(&imported, "left_out"), ["the foot of the pages, “Town hall”, is left out"]);
}

#[test]
fn what_is_shown_of_a_workbook_raises_no_doubt() {
    let rows: &[(&str, &[&str])] =
        &[HEADS, (r#"hidden="0" ht="15""#, &["1", "Publish the counts", "Live", ""]), (r#"hidden="1""#, &[])];
    let imported = workbook(
        r#"<cols><col min="1" max="3" width="9"/><col min="9" max="16384" hidden="1"/></cols>"#,
        rows,
        "",
    );
    assert_eq!(imported.drafts.len(), 1);
    for code in ["hidden_text", "struck_out", "left_out", "marked_document"] {
        assert_eq!(told(&imported, code), [""; 0], "{code}");
    }
}

#[test]
fn an_open_document_is_looked_through_too() {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let row = |looks: &str, cells: [&str; 3]| {
        format!("<table:table-row {looks}>{}</table:table-row>", cells.map(cell).concat())
    };
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Log"><table:table-column table:number-columns-repeated="3"/>{}{}{}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        row("", ["No", "Action", "Status"]),
        row(r#"table:visibility="filter""#, ["1", "Write to the firm", "Live"]),
        row("", ["2", "Book the hall", "Live"]),
    );
    let styles = r#"<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:text="t"><style:header><text:p>Members only</text:p></style:header></office:document-styles>"#;
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("styles.xml", styles),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
    ]);
    let imported = read(&"log.ods".into(), &bytes, &[]).unwrap();
    assert_eq!(imported.drafts.len(), 1);
    assert_eq!(
        imported.drafts[0].front_matter.get("visibility").and_then(|value| value.as_str()),
        Some("members")
    );
    assert_eq!(told(&imported, "hidden_text"), ["row 2 of the sheet “Log” is hidden and is left out"]);
}
