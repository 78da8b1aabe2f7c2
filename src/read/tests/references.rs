//! References, those that lead nowhere too.

use insta::assert_snapshot;

use super::Folder;
use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::kinds::{Kind, Named};
use crate::read;

fn links(folder: &Folder, id: &str) -> Vec<String> {
    let read = folder.read();
    read.get(id).references().iter().map(|(key, link)| format!("{key} {link}")).collect()
}

#[test]
fn every_way_of_writing_resolves() {
    let folder = Folder::new()
        .record("cases/a", "airtable_id: recAAAAAAAAAAAAAA\naliases: [/cases/old.html]\n")
        .record("organisations/home-office", "title: Home Office\ncases: '[''recAAAAAAAAAAAAAA'', ''recBBBBBBBBBBBBBB'']'\n")
        .record("methods/m", "")
        .record("cases/b", "airtable_id: recBBBBBBBBBBBBBB\norganisation_link: home-office\nprimary_method_link: [methods/m#p-1]\n")
        .record("components/c", "case_link: recAAAAAAAAAAAAAA, cases/old\n");
    assert_snapshot!(folder.read().said(), @"");
    assert_eq!(links(&folder, "organisations/home-office"), ["cases cases/a", "cases cases/b"]);
    assert_eq!(
        links(&folder, "cases/b"),
        ["organisation_link organisations/home-office", "primary_method_link methods/m#p-1"]
    );
    assert_eq!(links(&folder, "components/c"), ["case_link cases/a", "case_link cases/a"]);
}

#[test]
fn what_leads_nowhere_is_written_down_with_its_place() {
    let read = Folder::new()
        .record("organisations/home-office", "")
        .record(
            "cases/a",
            "organisation_link:\n- home-offise\n- missing-item\nlocation_link: '[''recIggAAAAAAAAAAA'']'\n",
        )
        .record("actions/b", "evidence: [p-3, a/b/c]\nnumber: 1\n")
        .read();
    assert_snapshot!(read.dangling().join("\n"), @r#"
    evidence[0] p-3 NotAReference
    evidence[1] a/b/c NotAReference
    organisation_link[0] home-offise NoSuchRecord { collection: Some("organisations"), nearest: Some(`organisations/home-office`) }
    organisation_link[1] missing-item MissingItem
    location_link[0] recIggAAAAAAAAAAA NoSuchAirtableId
    "#);
    assert_eq!(read.get("cases/a").field("organisation_link"), None);
}

#[test]
fn a_file_that_cannot_be_read_is_not_missing_too() {
    let read = Folder::new()
        .file("content/methods/m.md", "nothing")
        .record("cases/a", "primary_method_link: m\n")
        .read();
    assert_snapshot!(read.said(), @"content/methods/m.md:1:1 no_front_matter the file has no front matter");
    // It is noted all the same, so that nothing is said of a field that would be empty without it.
    assert_eq!(read.dangling(), ["primary_method_link[0] m Unread"]);
}

#[test]
fn a_reference_to_another_kind_is_told() {
    let read = Folder::new().record("papers/p", "").record("issues/i", "topic: papers/p\n").read();
    assert_snapshot!(read.said(), @"content/issues/i.md:3:8 wrong_collection `papers/p` is not a record of `topics`");
}

#[test]
fn documents_may_be_words() {
    let read = Folder::new()
        .record("papers/data-quality-v1-0", "")
        .record(
            "topics/t",
            "latest_document: data-quality-v1-0\nstimulus_paper: [To be written (spring), data-quality-v9]\n",
        )
        .read();
    let Kind::Topic(topic) = &read.get("topics/t").kind else { panic!() };
    assert!(matches!(&topic.latest_document[..], [Named::Record(_)]));
    assert_eq!(topic.stimulus_paper, [Named::Words("To be written (spring)".into())]);
    assert_eq!(read.dangling().len(), 1);
}

static ODD: Rule = Rule { code: "odd", severity: Severity::Error, summary: "odd", explanation: "odd" };

#[test]
fn places_are_found_whatever_the_spot() {
    use crate::diag::FieldPath;
    let folder = Folder::new().file(
        "content/cases/a.md",
        "\u{feff}---\r\ntitle: é\r\norganisation_link:\r\n  - one\r\n  - 'zwei ü'\r\n---\r\n\r\nBody é here\r\n",
    );
    let file = "content/cases/a.md".into();
    let spots = [
        Spot::File,
        Spot::Field(FieldPath::key("organisation_link").at(1)),
        Spot::Field(FieldPath::key("organisation_link").at(7)),
        Spot::Field(FieldPath::key("nothing").then("below")),
        Spot::Key(FieldPath::key("organisation_link")),
        Spot::Byte(66),
        Spot::Byte(9999),
        Spot::Line(2, 8),
        Spot::Line(99, 3),
    ];
    let mut findings: Vec<_> =
        spots.map(|spot| Finding::new(&ODD, &file, spot.clone(), format!("{spot:?}"))).to_vec();
    findings.push(Finding::new(&ODD, &"gone.md".into(), Spot::Field(FieldPath::key("x")), "gone"));
    findings.reverse();
    let placed = read::place(folder.path(), findings);
    let lines: String = placed
        .iter()
        .map(|one| {
            format!(
                "{}:{}:{} +{} {} [{}]\n",
                one.file, one.line, one.column, one.width, one.message, one.source
            )
        })
        .collect();
    assert_snapshot!(lines, @r#"
    content/cases/a.md:1:1 +3 Field(FieldPath([Key("nothing"), Key("below")])) [---]
    content/cases/a.md:1:1 +1 File [---]
    content/cases/a.md:2:8 +1 Line(2, 8) [title: é]
    content/cases/a.md:3:1 +17 Key(FieldPath([Key("organisation_link")])) [organisation_link:]
    content/cases/a.md:4:3 +1 Field(FieldPath([Key("organisation_link"), Index(7)])) [  - one]
    content/cases/a.md:5:5 +8 Field(FieldPath([Key("organisation_link"), Index(1)])) [  - 'zwei ü']
    content/cases/a.md:8:6 +6 Byte(66) [Body é here]
    content/cases/a.md:9:1 +1 Byte(9999) []
    content/cases/a.md:9:1 +1 Line(99, 3) []
    gone.md:1:1 +1 gone []
    "#);
}
