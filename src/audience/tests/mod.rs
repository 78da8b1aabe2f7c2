//! Who sees what, one rule of the house at a time.

mod actions;
pub(super) mod fixture;
mod grains;
mod interference;

use super::*;
use crate::model::access::{SignOff, Visibility};
use crate::model::body::{Body, Form};
use crate::model::config::{CollectionConfig, FieldConfig};
use crate::model::issue::{Agreement, Position, Work};
use crate::model::kinds::{Interest, Kind, Participant, Workshop};
use crate::model::record::{Airtable, Dangling, Unresolved};
use crate::model::value::{Field, Value};

use self::fixture::{
    archive, configured, event, field, issue, link, members, public, record, reference, with_body,
};

fn names(edition: &Edition) -> Vec<&str> {
    edition.records().iter().map(|record| record.id.as_str()).collect()
}

#[test]
fn only_what_is_marked_public_is_public() {
    let access = |name: &str, change: fn(&mut Record)| {
        let mut record = record(name);
        change(&mut record);
        record
    };
    let archive = archive(vec![
        access("a/public", |record| record.access.visibility = Visibility::Public),
        access("a/members", |record| record.access.visibility = Visibility::Members),
        access("a/private", |record| record.access.visibility = Visibility::Private),
        access("a/draft", |record| record.access.draft = true),
        access("a/embargo-to-a-day", |record| record.access.embargo = "2019-07-11".parse().ok()),
        access("a/embargo-to-a-month", |record| record.access.embargo = "2019-07".parse().ok()),
    ]);
    assert_eq!(names(&public(&archive, "2019-07-10")), ["a/public"]);
    assert_eq!(names(&public(&archive, "2019-07-11")), ["a/embargo-to-a-day", "a/public"]);
    assert_eq!(names(&public(&archive, "2019-07-31")).len(), 3);
    assert_eq!(
        names(&members(&archive, "2019-07-10")),
        ["a/draft", "a/embargo-to-a-day", "a/embargo-to-a-month", "a/members", "a/public"]
    );
}

#[test]
fn what_may_be_seen_whole_is_shared() {
    let archive =
        archive(vec![with_body(record("a/one"), "Text."), reference(record("a/two"), &["a/one#p-1"])]);
    let edition = public(&archive, "2020-01-01");
    assert!(edition.records().iter().zip(archive.records()).all(|(seen, kept)| Arc::ptr_eq(seen, kept)));
    assert!(std::ptr::eq(edition.config(), &**archive.config()));
}

#[test]
fn every_reference_leads_to_a_record_of_the_edition() {
    let mut hidden = record("a/hidden");
    hidden.access.visibility = Visibility::Members;
    let archive =
        archive(vec![hidden, record("a/shown"), reference(record("a/two"), &["a/hidden", "a/shown"])]);
    let edition = public(&archive, "2020-01-01");
    let two = edition.get(&fixture::id("a/two")).unwrap();
    assert_eq!(two.references().len(), 1);
    // A field with nothing left in it is as if it were not there.
    let only = archive_of_one_hidden_link();
    assert!(public(&only, "2020-01-01").records()[0].fields.is_empty());
}

fn archive_of_one_hidden_link() -> Archive {
    let mut hidden = record("a/hidden");
    hidden.access.visibility = Visibility::Private;
    archive(vec![hidden, reference(record("a/two"), &["a/hidden"])])
}

#[test]
fn a_link_to_nothing_looks_like_a_link_to_what_is_hidden() {
    let mut one = record("a/one");
    one.dangling = vec![Dangling {
        path: crate::diag::FieldPath::key("x"),
        written: "a/gone".to_owned(),
        why: Unresolved::NotAReference,
    }];
    let edition = public(&archive(vec![one]), "2020-01-01");
    assert!(edition.records()[0].dangling.is_empty());
}

#[test]
fn parts_lead_to_where_their_passages_went() {
    let text = "One.\n\n::: members\n\n## Closed\n\nTwo.\n\n:::\n\n## Open\n\nThree.\n";
    let mut target = with_body(record("a/target"), text);
    assert_eq!(target.body.outline().passages.len(), 3);
    target.access.visibility = Visibility::Public;
    let parts =
        ["a/target#p-1", "a/target#p-2", "a/target#p-3", "a/target#closed", "a/target#open", "a/target#p-9"];
    let archive = archive(vec![target, reference(record("a/two"), &parts)]);
    let told = |edition: &Edition| {
        let two = edition.get(&fixture::id("a/two")).unwrap();
        two.references().iter().map(|(_, link)| link.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        told(&public(&archive, "2020-01-01")),
        ["a/target#p-1", "a/target", "a/target#p-2", "a/target", "a/target#open", "a/target"]
    );
    let parts = ["a/target#p-1", "a/target#p-2"];
    let whole = [with_body(record("a/target"), "One."), reference(record("a/two"), &parts)];
    let whole = fixture::archive(whole.to_vec());
    assert_eq!(told(&public(&whole, "2020-01-01")), ["a/target#p-1", "a/target"]);
    assert_eq!(
        told(&members(&archive, "2020-01-01"))[1..5],
        ["a/target#p-2", "a/target#p-3", "a/target#closed", "a/target#open"]
    );
}

#[test]
fn the_last_entry_that_can_be_seen_decides() {
    let mut hidden = event("2018-12-05", Some(Agreement::Agreed), Some(Work::Done));
    hidden.visibility = Visibility::Members;
    let mut correction = event("2019-07-11", None, None);
    correction.corrects = "2018-12-05".parse().ok();
    let history = vec![event("2018-07-03", Some(Agreement::NotAgreed), None), hidden, correction];
    let archive = archive(vec![issue("issues/one", history)]);
    let seen = |edition: Edition| match &edition.records()[0].kind {
        Kind::Issue(issue) => issue.history.clone(),
        _ => Vec::new(),
    };
    let history = seen(public(&archive, "2020-01-01"));
    assert_eq!(history.len(), 2);
    assert_eq!((history[1].agreement, history[1].work), (Agreement::NotAgreed, Work::NoEvidence));
    assert_eq!(history[1].corrects, None);
    let history = seen(members(&archive, "2020-01-01"));
    assert_eq!((history[2].agreement, history[2].work), (Agreement::Agreed, Work::Done));
    assert!(history[2].corrects.is_some());
}

#[test]
fn positions_are_for_those_they_are_for() {
    let mut said = event("2018-07-03", None, None);
    let position = |view: &str, visibility| Position {
        party: "CSOs".into(),
        view: view.to_owned(),
        visibility,
        own: visibility,
    };
    said.positions = vec![position("open", Visibility::Public), position("closed", Visibility::Members)];
    let archive = archive(vec![issue("issues/one", vec![said])]);
    assert!(!format!("{:?}", public(&archive, "2020-01-01").records()).contains("closed"));
    assert!(format!("{:?}", members(&archive, "2020-01-01").records()).contains("closed"));
}

#[test]
fn names_need_a_sign_off() {
    let mut workshop = record("workshops/one");
    let named = |name: &str, group: &str| Participant {
        name: name.into(),
        group: Some(group.into()),
        known_as: Vec::new(),
    };
    let mut kind = Workshop::default();
    kind.participants.names = vec![named("Signed Society", "CSOs"), named("Silent Society", "Others")];
    kind.participants.groups = vec![("CSOs".into(), Some(crate::model::kinds::Count::Exactly(12)))];
    workshop.kind = Kind::Workshop(Box::new(kind));
    workshop.access.sign_offs =
        vec![SignOff { who: "Signed Society".to_owned(), on: None, covers: None, parts: None }];
    let mut interest = record("interests/one");
    interest.kind = Kind::Interest(Box::new(Interest {
        registered_by: Some("Silent Society".to_owned()),
        group: Some("CSOs".into()),
        ..Interest::default()
    }));
    let archive = archive(vec![workshop, interest]);
    let told = format!("{:?}", public(&archive, "2020-01-01").records());
    assert!(
        told.contains("Signed Society") && told.contains("Others") && told.contains("registered_by: None")
    );
    assert!(!told.contains("Silent Society") && !told.contains("SignOff"));
    assert!(format!("{:?}", members(&archive, "2020-01-01").records()).contains("SignOff"));
}

#[test]
fn fields_may_be_kept_for_members() {
    let fields = |names: &[&str]| {
        names
            .iter()
            .map(|name| {
                (
                    (*name).into(),
                    FieldConfig { visibility: Some(Visibility::Members), ..FieldConfig::default() },
                )
            })
            .collect()
    };
    let said = CollectionConfig { fields: fields(&["notes", "place"]), ..CollectionConfig::default() };
    let mut workshop = field(record("workshops/one"), "notes", Value::Text("closed".to_owned()));
    workshop.kind =
        Kind::Workshop(Box::new(Workshop { place: Some("closed".to_owned()), ..Workshop::default() }));
    let archive = configured(vec![workshop], |config| config.collections = vec![("workshops".into(), said)]);
    let edition = public(&archive, "2020-01-01");
    assert!(!format!("{:?}", edition.records()).contains("closed"));
    assert!(!format!("{:?}{:?}", edition.config(), edition.schema()).contains("notes"));
    assert!(format!("{:?}", members(&archive, "2020-01-01").records()).matches("closed").count() == 2);
}

#[test]
fn a_hidden_description_takes_the_body_that_repeats_it() {
    let hidden = FieldConfig { visibility: Some(Visibility::Members), ..FieldConfig::default() };
    let said =
        CollectionConfig { fields: vec![("description".into(), hidden)], ..CollectionConfig::default() };
    let mut case = with_body(record("cases/one"), "closed");
    case.fields.push(Field {
        key: "description".into(),
        value: Value::Markdown("closed".to_owned()),
        declared: true,
    });
    let archive = configured(vec![case], |config| config.collections = vec![("cases".into(), said)]);
    assert!(!format!("{:?}", public(&archive, "2020-01-01").records()).contains("closed"));
}

#[test]
fn the_names_of_hidden_collections_are_hidden() {
    let said = CollectionConfig { label: Some("Zebras".to_owned()), ..CollectionConfig::default() };
    let archive =
        configured(vec![record("a/one")], |config| config.collections = vec![("zebras".into(), said)]);
    let edition = public(&archive, "2020-01-01");
    assert!(!format!("{:?}{:?}", edition.config(), edition.schema()).to_lowercase().contains("zebra"));
    assert!(members(&archive, "2020-01-01").schema().collection("zebras").is_some());
}

#[test]
fn ids_of_the_base_are_for_members() {
    let mut case = record("cases/one");
    case.airtable =
        Some(Airtable { table: Some("Cases".into()), id: Some("rec1".into()), created: Some("2020".into()) });
    let archive = archive(vec![case]);
    let seen = |edition: Edition| edition.records()[0].airtable.clone().unwrap();
    let from = seen(public(&archive, "2020-01-01"));
    assert_eq!((from.table.as_deref(), from.id, from.created), (Some("Cases"), None, None));
    assert_eq!(seen(members(&archive, "2020-01-01")).id.as_deref(), Some("rec1"));
}

#[test]
fn redactions_are_marked_and_counted_once() {
    let text = "By [[redact: p5]]Somebody[[/redact]], and [[redact: unheard of]]else[[/redact]].";
    let mut case = with_body(record("cases/one"), text);
    case.fields.push(Field {
        key: "description".into(),
        value: Value::Markdown(text.to_owned()),
        declared: true,
    });
    case.title = "Letter of [[redact: p5]]Somebody[[/redact]]".to_owned();
    case.summary = Some("From [[redact]]Somebody[[/redact]].".to_owned());
    let archive = configured(vec![case], |config| {
        config.redaction_reasons = vec![("p5".to_owned(), "Confidentiality".to_owned())];
    });
    let edition = public(&archive, "2020-01-01");
    let seen = &edition.records()[0];
    assert_eq!(seen.title, "Letter of [withheld]");
    assert_eq!(seen.body.text(), "By [[withheld: p5]], and [[withheld: unheard of]].");
    let counts: Vec<_> = edition.withheld().iter().map(|held| (held.reason.as_str(), held.count)).collect();
    assert_eq!(counts, [("Confidentiality", 2), ("no reason given", 1), ("unheard of", 1)]);
    let edition = members(&archive, "2020-01-01");
    assert_eq!(edition.records()[0].body.text(), "By Somebody, and else.");
    assert_eq!(edition.records()[0].title, "Letter of Somebody");
    assert!(edition.withheld().is_empty());
}

#[test]
fn anchors_are_those_of_what_is_seen() {
    let target = with_body(
        record("a/target"),
        "## Rules\n\n::: private\n\n## Rules\n\nx\n\n:::\n\n## Rules\n\nEnd.\n",
    );
    let edition = public(&archive(vec![target]), "2020-01-01");
    let outline = edition.records()[0].body.outline();
    let anchors: Vec<&str> = outline.headings.iter().map(|head| &*head.anchor).collect();
    assert_eq!((anchors, outline.passages.len()), (vec!["rules", "rules-2"], 1));
}

#[test]
fn the_whole_body_is_read_without_its_marks() {
    let text = "One.\n::: members\nTwo.\n:::\nThree.\n";
    let body = Body::new(text, Form::Prose);
    let passages: Vec<&str> = body.outline().passages.iter().map(|at| text[at.clone()].trim()).collect();
    assert_eq!(passages, ["One.", "Two.", "Three."]);
    assert_eq!(link("a/b#c").part.as_deref(), Some("c"));
}
