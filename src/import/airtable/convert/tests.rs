//! Tables in, texts of records and doubts out.

use super::super::text::Text;
use super::super::{csv, json};
use super::*;
use crate::import::yaml_out;
use crate::model::config::Config;

fn table(collection: &str, form: Form, text: &str) -> Table {
    let file: Arc<str> = format!("{collection}.txt").into();
    let text = Text::of(&file, text.into()).unwrap();
    let rows = match form {
        Form::Json => json::page(&text).unwrap().rows,
        Form::Csv => csv::rows(&text).unwrap(),
    };
    Table {
        collection: collection.into(),
        source: Arc::clone(&file),
        file,
        form,
        text: Some(Arc::new(text)),
        names: Vec::new(),
        rows,
    }
}

fn convert(tables: Vec<Table>, existing: &Existing) -> (Vec<String>, Vec<String>) {
    let schema = Schema::of(&Config::titled("Test"));
    let files = BTreeMap::new();
    let context = Context { schema: &schema, config: None, existing, files: &files };
    let Converted { drafts, doubts } = drafts(tables, context);
    let drafts = drafts.iter().map(|(draft, _)| {
        format!("{}\n{}", draft.id, yaml_out::record(&draft.front_matter, &draft.body).unwrap())
    });
    let doubts =
        doubts.iter().map(|doubt| format!("{:?} {}: {}", doubt.spot, doubt.rule.code, doubt.message));
    (drafts.collect(), doubts.collect())
}

#[test]
fn links_records_across_tables() {
    let cases = r#"{"records": [{"id": "recCASEAAAAAAAAAA", "createdTime": "2022-09-02T10:39:45.000Z", "fields":
        {"summary": "Two\nlines", "Name": "A case", "organisation_link": ["recHOMEAAAAAAAAAA"], "start_year": 2018,
         "description": "Problem\n", "Secret": 1}}]}"#;
    let organisations =
        r#"[{"id": "recHOMEAAAAAAAAAA", "fields": {"Name": "Home Office"}}, {"id": "recE", "fields": {}}]"#;
    let tables = vec![table("cases", Form::Json, cases), table("organisations", Form::Json, organisations)];
    let (drafts, doubts) = convert(tables, &Existing::default());
    insta::assert_snapshot!(drafts[0], @r"
    cases/a-case
    ---
    title: A case
    table: cases
    airtable_id: recCASEAAAAAAAAAA
    airtable_createdTime: 2022-09-02T10:39:45.000Z
    summary: |-
      Two
      lines
    start_year: 2018
    organisation_link:
    - home-office
    description: Problem
    ---

    Problem
    ");
    assert_eq!(drafts.len(), 2);
    assert_eq!(
        doubts,
        [
            "Line(3, 48) unmapped_field: the field `Secret` is not mapped, so it was not written (1 records have it)"
        ]
    );
}

#[test]
fn keeps_the_name_when_the_title_changes() {
    let mut existing = Existing::default();
    let old = RecordId::new("cases", "old-title");
    let known = Known { title: Some("Old title".into()), airtable_id: Some("recA".into()), created: None };
    existing.records.insert(old.clone(), known);
    existing.by_airtable_id.insert("recA".into(), old);
    let json = r#"[{"id": "recA", "fields": {"Name": "New title"}}]"#;
    let (drafts, doubts) = convert(vec![table("cases", Form::Json, json)], &existing);
    assert!(drafts[0].starts_with("cases/old-title\n---\ntitle: New title\n"), "{drafts:?}");
    assert!(doubts.is_empty(), "{doubts:?}");
    let json = r#"[{"id": "recB", "fields": {"Name": "Old title"}}]"#;
    let (_, doubts) = convert(vec![table("cases", Form::Json, json)], &existing);
    assert_eq!(
        doubts,
        [
            "Line(1, 2) same_name: `Old title` (recB) and content/cases/old-title.md of the archive (recA) would both be cases/old-title"
        ]
    );
}

#[test]
fn two_records_of_one_name_collide() {
    let json = "[{\"id\": \"recA\", \"fields\": {\"Name\": \"Leeds\"}},\n{\"id\": \"recB\", \"fields\": {\"Name\": \"leeds!\"}},\n{\"id\": \"recC\", \"fields\": {\"lense\": \"x\"}}]";
    let (drafts, doubts) = convert(vec![table("cases", Form::Json, json)], &Existing::default());
    assert_eq!(drafts.len(), 1);
    assert_eq!(
        doubts,
        [
            "Line(2, 1) same_name: `leeds!` (recB) and `Leeds` (recA) would both be cases/leeds",
            "Line(3, 1) untitled_row: the record recC has no title, so it was left out",
        ]
    );
}

#[test]
fn reads_a_grid_view() {
    let cases = "Name,organisation_link,theme_tag,start_year,airtable_id\nA case,\"Home Office,Gone\",\"a,\"\"b, c\"\"\",2018,recA\n";
    let organisations = "Name\nHome Office\n";
    let tables = vec![table("cases", Form::Csv, cases), table("organisations", Form::Csv, organisations)];
    let (drafts, doubts) = convert(tables, &Existing::default());
    insta::assert_snapshot!(drafts[0], @r"
    cases/a-case
    ---
    title: A case
    table: cases
    airtable_id: recA
    start_year: 2018
    organisation_link:
    - home-office
    - Gone
    theme_tag:
    - a
    - b, c
    ---
    ");
    assert_eq!(
        doubts,
        [
            "Line(2, 1) unresolved_link: no record in organisations is known as `Gone` (in `organisation_link` of `A case` (recA))"
        ]
    );
}

#[test]
fn names_records_that_have_odd_titles() {
    let json = r#"[{"id": "recONE", "fields": {"Name": "???"}}, {"id": "recTWO", "fields": {"Name": "Index"}},
        {"id": "recTHREE", "fields": {"Name": "Page 2"}}, {"id": "recFOUR", "fields": {"Name": 2018}}]"#;
    let (drafts, _) = convert(vec![table("cases", Form::Json, json)], &Existing::default());
    let names: Vec<_> = drafts.iter().map(|draft| draft.lines().next().unwrap()).collect();
    assert_eq!(names, ["cases/recone", "cases/index-record", "cases/page-2-record", "cases/2018"]);
}
