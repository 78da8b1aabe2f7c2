//! The real archive: what the seeds say must come out of it, and the seeds themselves where they are.

use std::path::{Path, PathBuf};

use annals::audience::{Audience, edition};
use annals::diag::Severity;
use annals::model::kinds::Kind;
use annals::{check, compose, read};
use jiff::civil::date;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn it_has_no_errors() {
    let reading = read::archive(root()).unwrap();
    let mut findings = reading.findings;
    findings.extend(check::run(&reading.archive, date(2026, 11, 22)));
    let errors: Vec<_> =
        findings.into_iter().filter(|finding| finding.rule.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{:#?}", read::place(root(), errors));
}

#[test]
fn it_holds_what_the_documents_hold() {
    let archive = read::archive(root()).unwrap().archive;
    let edition = edition(&archive, Audience::Members, date(2026, 11, 22));
    let count = |collection: &str| edition.collection(collection).len();
    assert_eq!(count("topics"), 7);
    assert_eq!(count("milestones"), 30);
    assert_eq!(count("artefacts"), 14);
    assert!(count("issues") >= 25, "{} issues", count("issues"));
    let workshop = edition.records()[edition.collection("workshops")].first().unwrap();
    let write_up = workshop.body.write_up().unwrap();
    assert_eq!(write_up.actions.len(), 20);
    assert_eq!(write_up.rows.len(), 24);
    let owned = edition.records()[edition.collection("actions")]
        .iter()
        .filter(|record| matches!(&record.kind, Kind::Action(action) if action.extracted && !action.responsible.is_empty()))
        .count();
    assert_eq!(owned, 20, "extracted actions with an owner");
}

#[test]
fn every_issue_stands_under_exactly_one_heading_of_the_report() {
    let archive = read::archive(root()).unwrap().archive;
    let edition = edition(&archive, Audience::Public, date(2026, 11, 22));
    let site = compose::site(&edition);
    assert_eq!(site.reports().len(), 1);
    assert_eq!(site.matrix.as_ref().unwrap().columns.len(), 7);
    let timetable = site.timetable.as_ref().unwrap();
    let entries: usize = timetable.years.iter().map(|(_, entries)| entries.len()).sum();
    let repeated =
        timetable.years.iter().flat_map(|(_, entries)| entries).filter(|entry| entry.repeated).count();
    assert_eq!((entries, repeated), (30, 2));
}

/// The folder of the real documents, which is beside the project on the machines that have it.
fn seeds() -> Option<PathBuf> {
    let folder = root().join("../shared/seeds");
    if !folder.is_dir() {
        eprintln!("left out: ../shared/seeds is not here");
        return None;
    }
    Some(folder)
}

#[test]
fn the_case_record_as_exported_is_read_without_loss() {
    let Some(seeds) = seeds() else { return };
    let seed = std::fs::read_dir(seeds)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_string_lossy().starts_with("000_"))
        .unwrap();
    let text = std::fs::read_to_string(seed).unwrap();
    let site = crate::harness::Site::new().file("content/cases/open-space.md", &text);
    let archive = read::archive(site.root()).unwrap().archive;
    let case = &archive.records()[0];
    let keys = text.split("\n---").next().unwrap().lines();
    let keys: Vec<_> = keys
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(':').map(|(key, _)| key))
        .collect();
    assert!(keys.len() > 30);
    let common = ["title", "summary", "table", "airtable_id", "airtable_createdTime"];
    for key in keys.into_iter().filter(|key| !common.contains(key)) {
        let dangling = case.dangling.iter().any(|link| link.path.root() == Some(key));
        assert!(case.field(key).is_some() || dangling, "{key} was dropped");
    }
    assert_eq!(case.body.outline().headings.len(), 7);
    assert!(case.airtable.as_ref().unwrap().id.is_some());
}
