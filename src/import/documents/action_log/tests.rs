//! Action logs as people keep them, in words of our own.

use proptest::prelude::*;

use super::super::package::tests::zipped;
use super::*;
use crate::import::Draft;

fn known() -> Vec<Arc<Record>> {
    super::super::tests::records(&[
        (
            "workshops/2018-07-03-workshop-1",
            "title: One\nnumber: 1\ndate: 2018-07-03\n",
            "## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Draw it. | T |\n| **Action 2:** Send it. | T |\n",
        ),
        (
            "actions/2018-07-03-workshop-1-action-2",
            "title: Send it\nworkshop: 2018-07-03-workshop-1\nnumber: 2\nlog_number: 53\n",
            "",
        ),
        ("artefacts/a5", "title: A map\nreference: A5\n", ""),
        ("topics/lamps", "title: Lamps and oil\nshort_title: Lamps\n", ""),
    ])
}

fn log(text: &str) -> Imported {
    read(&"in/log.csv".into(), text.as_bytes(), &known()).unwrap()
}

fn front(draft: &Draft) -> String {
    serde_yaml::to_string(&draft.front_matter).unwrap()
}

fn ids(imported: &Imported) -> Vec<&str> {
    imported.drafts.iter().map(|draft| draft.id.as_str()).collect()
}

fn doubts(imported: &Imported) -> Vec<(Spot, &'static str)> {
    imported.doubts.iter().map(|doubt| (doubt.spot.clone(), doubt.rule.code)).collect()
}

#[test]
fn makes_an_action_of_every_entry() {
    let imported = log(
        "Action log,,,,,\nLast updated 11 July 2019,,,,,\nNo,Action,Owner,Date raised,By when,Status,Latest update,Artefact,Theme\n\
         7,Publish the list. It is long.,Town & Guild,03/07/2018,2019-09-01,Live,Nearly there,A5,Lamps\n",
    );
    assert_eq!(ids(&imported), ["actions/log-007"]);
    assert_eq!(
        front(&imported.drafts[0]),
        "title: Publish the list\nlog_number: 7\nraised: 2018-07-03\nresponsible:\n- Town\n- Guild\nstate: open\nstate_on: 2019-07-11\ndue: 2019-09-01\n\
         artefact:\n- artefacts/a5\ntopic: lamps\nnote: Nearly there.\n"
    );
    assert_eq!(imported.drafts[0].body, "Publish the list. It is long.\n");
    assert_eq!(
        doubts(&imported),
        [(Spot::Line(4, 1), "uncertain_value"), (Spot::Line(4, 1), "unjoined_action")]
    );
}

#[test]
fn joins_by_log_number_and_by_workshop_and_number() {
    let imported = log(
        "Log no,Workshop,Action no,Description,Status\n53,,,Send it now,Completed\n8,Workshop 1,1,Draw it,Ongoing\n9,WS1,4,Fold it,Live\n10,Workshop 6,1,Burn it,Live\n",
    );
    assert_eq!(
        ids(&imported),
        [
            "actions/2018-07-03-workshop-1-action-2",
            "actions/2018-07-03-workshop-1-action-1",
            "actions/log-009",
            "actions/log-010"
        ]
    );
    assert!(
        front(&imported.drafts[1])
            .contains("workshop: workshops/2018-07-03-workshop-1\nnumber: 1\nlog_number: 8\n")
    );
    let messages: Vec<&str> = imported.doubts.iter().map(|doubt| doubt.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "log entry 9 could not be joined to a write-up: workshops/2018-07-03-workshop-1 has no action 4",
            "the archive has no workshop “Workshop 6”; kept in the note",
            "log entry 10 could not be joined to a write-up: the archive has no workshop “Workshop 6”",
        ]
    );
    let note = |n: usize| imported.drafts[n].front_matter.get("note").and_then(|note| note.as_str());
    assert_eq!(note(2), Some("Number in the write-up: 4."));
    assert_eq!(note(3), Some("Workshop in the log: Workshop 6. Number in the write-up: 1."));
    assert!(front(&imported.drafts[2]).contains("workshop: workshops/2018-07-03-workshop-1\n"));
    assert_eq!(imported.figures[1], ("joined to write-ups".to_owned(), 2));
}

#[test]
fn lists_of_numbers_are_entries_each() {
    let imported = log(
        "No,Action,Status\n\"2, 3\",One for both,Live\n54–56,For three,Other closed\n\"77,127,\",For two,Completed\n",
    );
    assert_eq!(
        ids(&imported),
        [
            "actions/log-002",
            "actions/log-003",
            "actions/log-054",
            "actions/log-055",
            "actions/log-056",
            "actions/log-077",
            "actions/log-127"
        ]
    );
    assert!(front(&imported.drafts[3]).contains("state: closed"));
    assert!(doubts(&imported).contains(&(Spot::Line(3, 1), "doubtful_number")));
}

#[test]
fn what_is_no_entry_is_left_out_and_said() {
    let imported = log(
        "No,Action,Owner,Status\n,,,\nLamps,,,\n1,Light,Town,Live\nNo,Action,Owner,Status\n2,Dim,Town,Live\nTotal,2,,\n",
    );
    assert_eq!(ids(&imported), ["actions/log-001", "actions/log-002"]);
    let left: Vec<Spot> =
        doubts(&imported).into_iter().filter(|(_, code)| *code == "left_out").map(|(spot, _)| spot).collect();
    assert_eq!(left, [Spot::Line(3, 1), Spot::Line(5, 1), Spot::Line(7, 1)]);
}

#[test]
fn ragged_rows_odd_values_and_doubles_are_doubts() {
    let imported = log(
        "No,Action,Owner,Due,Status\n1,Light,НО,soon,parked\n2,Dim\n3,Burn,Town,,Live,more\nx,Blow,Town,,Live\n1,Again,Town,,Live\n",
    );
    let of = |code: &str| {
        let doubts = imported.doubts.iter().filter(|doubt| doubt.rule.code == code);
        doubts.map(|doubt| (doubt.spot.clone(), doubt.message.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(of("ragged_csv").len(), 2);
    assert_eq!(
        of("uncertain_value"),
        [(Spot::Line(2, 1), "“parked” is no state that is known"), (Spot::Line(2, 1), "“soon” is no date")]
    );
    assert_eq!(of("folded_letters").len(), 1);
    assert_eq!(of("doubtful_number")[0], (Spot::Line(5, 1), "“x” is no number"));
    assert_eq!(of("doubtful_number")[1].0, Spot::Line(6, 1));
    assert_eq!(ids(&imported), ["actions/log-001", "actions/log-002", "actions/log-003", "actions/blow"]);
    assert!(front(&imported.drafts[0]).contains("- HO\n"));
    assert!(front(&imported.drafts[0]).contains("note: 'Status in the log: parked. Due: soon.'"));
}

#[test]
fn a_table_of_another_kind_is_refused_by_its_heads() {
    let fault = read(&"x.csv".into(), b"Name,Address\nJo,Here\n", &[]).unwrap_err();
    assert_eq!(fault.rule.code, "unknown_document");
    assert!(fault.message.contains("Name, Address"), "{}", fault.message);
}

const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Actions" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn workbook(rows: &str, merged: &str) -> Vec<u8> {
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{merged}</worksheet>"#
    );
    zipped(&[
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn inline(cell: &str, text: &str) -> String {
    format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[test]
fn spreadsheets_have_formulas_dates_and_merged_cells() {
    let rows = [
        format!(
            r#"<row r="1">{}{}{}{}</row>"#,
            inline("A1", "No"),
            inline("B1", "Action"),
            inline("C1", "Owner"),
            inline("D1", "Due")
        ),
        format!(
            r#"<row r="2"><c r="A2"><v>1</v></c>{}{}<c r="D2" s="1"><v>43284</v></c></row>"#,
            inline("B2", "Light"),
            inline("C2", "Town")
        ),
        format!(
            r#"<row r="3"><c r="A3"><f>A2+1</f><v>2</v></c>{}<c r="D3"><v>43285</v></c></row>"#,
            inline("B3", "Dim")
        ),
        format!(
            r#"<row r="4"><c r="A4"><f>A3+1</f></c>{}{}</row>"#,
            inline("B4", "Burn"),
            inline("C4", "Guild")
        ),
    ]
    .concat();
    let bytes = workbook(&rows, r#"<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>"#);
    let imported = read(&"log.xlsx".into(), &bytes, &[]).unwrap();
    assert_eq!(ids(&imported), ["actions/log-001", "actions/log-002", "actions/burn"]);
    assert!(front(&imported.drafts[0]).contains("due: 2018-07-03"), "{}", front(&imported.drafts[0]));
    assert!(front(&imported.drafts[1]).contains("due: 2018-07-04"));
    assert!(front(&imported.drafts[1]).contains("- Town"));
    let messages: Vec<&str> = imported
        .doubts
        .iter()
        .filter(|doubt| ["uncertain_value", "unreadable_document"].contains(&doubt.rule.code))
        .map(|doubt| doubt.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "the cell C3, “Town” is merged with the cells above; their value is read here too (sheet Actions, row 3)",
            "the cell A4 is a formula without a stored result (sheet Actions, row 4)"
        ]
    );
    // What the spreadsheet itself cannot show stops the import.
    let stops = imported.doubts.iter().filter(|doubt| doubt.rule.severity == crate::diag::Severity::Error);
    assert_eq!(stops.map(|doubt| doubt.rule.code).collect::<Vec<_>>(), ["unreadable_document"]);
}

/// A workbook of two logs, the second of which has this attribute.
fn two_sheets(state: &str) -> Vec<u8> {
    let heads = format!(
        r#"<row r="1">{}{}{}</row>"#,
        inline("A1", "No"),
        inline("B1", "Action"),
        inline("C1", "Owner")
    );
    let sheet = |number: u32, words: &str, owner: &str| {
        let row = format!(
            r#"<row r="2"><c r="A2"><v>{number}</v></c>{}{}</row>"#,
            inline("B2", words),
            inline("C2", owner)
        );
        format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{heads}{row}</sheetData></worksheet>"#
        )
    };
    let book = WORKBOOK
        .replace("</sheets>", &format!(r#"<sheet name="Drafts" sheetId="2" {state} r:id="rId2"/></sheets>"#));
    let second = RELATIONS.replace(
        "</Relationships>",
        r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#,
    );
    zipped(&[
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &second),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet(8, "Light it", "Town")),
        ("xl/worksheets/sheet2.xml", &sheet(9, "Hidden one", "Bob")),
    ])
}

#[test]
fn a_hidden_sheet_is_left_out_and_told() {
    let told = |state: &str| {
        let imported = read(&"log.xlsx".into(), &two_sheets(state), &[]).unwrap();
        let ids: Vec<String> = ids(&imported).iter().map(|id| (*id).to_owned()).collect();
        let doubts = imported.doubts.iter().filter(|doubt| doubt.rule.code == "hidden_sheet");
        (ids, doubts.map(|doubt| (doubt.message.clone(), doubt.help.clone().unwrap())).collect::<Vec<_>>())
    };
    assert_eq!(told(""), (vec!["actions/log-008".to_owned(), "actions/log-009".to_owned()], Vec::new()));
    for state in [r#"state="hidden""#, r#"state="veryHidden""#] {
        let (ids, doubts) = told(state);
        assert_eq!(ids, ["actions/log-008"], "{state}");
        let [(message, help)] = &doubts[..] else { panic!("{state}: {doubts:?}") };
        assert_eq!(message, "the sheet “Drafts” is hidden and is left out");
        assert!(help.contains("Unhide"), "{help}");
    }
}

#[test]
fn a_sheet_of_millions_of_empty_cells_is_refused() {
    let rows = format!(
        r#"<row r="1">{}</row><row r="1048576">{}</row>"#,
        inline("A1", "No"),
        inline("XFD1048576", "x")
    );
    let fault = read(&"log.xlsx".into(), &workbook(&rows, ""), &[]).unwrap_err();
    assert!(fault.message.contains("cells"), "{}", fault.message);
}

#[test]
fn open_document_spreadsheets_are_read() {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let row = |cells: &[&str]| {
        format!(
            "<table:table-row>{}</table:table-row>",
            cells.iter().map(|text| cell(text)).collect::<String>()
        )
    };
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Log">{}{}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        row(&["No", "Action", "Status"]),
        row(&["3", "Light", "Ongoing"]),
    );
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
    ]);
    let imported = read(&"log.ods".into(), &bytes, &[]).unwrap();
    assert_eq!(ids(&imported), ["actions/log-003"]);
    assert!(front(&imported.drafts[0]).contains("state: ongoing"));
    assert!(read(&"log.ods".into(), &bytes[..bytes.len() - 30], &[]).is_err());
    let hidden = r#"<office:automatic-styles><style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" style:name="ta2" style:family="table"><style:table-properties table:display="false"></style:table-properties></style:style></office:automatic-styles><office:body>"#;
    let content = content
        .replace("<office:body>", hidden)
        .replace(r#"table:name="Log""#, r#"table:name="Log" table:style-name="ta2""#);
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
    ]);
    let fault = read(&"log.ods".into(), &bytes, &[]).unwrap_err();
    assert_eq!(fault.message, "the sheets that are shown are empty; the others are hidden and are not read");
}

proptest! {
    #[test]
    fn never_panics(text in "(No|Action|Owner|Status|Due|[0-9]{1,3}|[,;\"\n\t]|\\PC){0,120}") {
        let _ = read(&"x.csv".into(), text.as_bytes(), &[]);
        let _ = read(&"x.csv".into(), format!("No,Action,Owner,Due,Status\n{text}").as_bytes(), &[]);
    }

    #[test]
    fn damaged_workbooks_never_panic(at in 0usize..2400, byte in any::<u8>()) {
        let mut bytes = workbook(&format!(r#"<row r="1">{}{}</row>"#, inline("A1", "No"), inline("B1", "Action")), "");
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        let _ = read(&"x.xlsx".into(), &bytes, &[]);
    }

    #[test]
    fn odd_workbooks_never_panic(pieces in prop::collection::vec(prop::sample::select(&[
        "<row r=\"1\">", "</row>", "<row>", "<c r=\"A1\">", "<c r=\"ZZZ9\" s=\"9\">", "<c t=\"s\">", "<c r=\"\">", "</c>", "<v>", "</v>",
        "7", "-1", "1e99", "<f>", "</f>", "<is><t>No</t></is>", "<f t=\"shared\" si=\"0\" ref=\"A1:B2\">", "<mergeCell ref=\"B2:A1\"/>", "&amp;",
    ][..]), 0..40)) {
        let rows = pieces.concat();
        let _ = read(&"x.xlsx".into(), &workbook(&rows, &format!("<mergeCells>{rows}</mergeCells>")), &[]);
    }
}
