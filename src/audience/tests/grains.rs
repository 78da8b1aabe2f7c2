//! What is finer than a record: files, entries that are pointed at, links in words, marked papers, and
//! fields withheld with a reason.

use super::fixture::{archive, configured, event, id, issue, members, public, record, reference, with_body};
use crate::audience::Edition;
use crate::diag::FieldPath;
use crate::model::access::{Redaction, Release, Visibility};
use crate::model::issue::{Agreement, Position};
use crate::model::kinds::{Kind, Paper};
use crate::model::record::Record;
use crate::model::value::{Attachment, Field, Value};

fn with_files(mut record: Record, files: &[(&str, Visibility)]) -> Record {
    let files = files.iter().map(|(name, visibility)| Attachment {
        written: format!("/assets/{name}").into(),
        name: (*name).into(),
        file: None,
        visibility: *visibility,
    });
    let value = Value::Attachments(files.collect());
    record.fields.push(Field { key: "attachments".into(), value, declared: true });
    record
}

fn body<'e>(edition: &'e Edition, name: &str) -> &'e str {
    edition.get(&id(name)).unwrap().body.text()
}

#[test]
fn one_file_may_be_for_members() {
    let text = "See [the map](map.pdf) and ![the plan](plan.png).";
    let files = [("map.pdf", Visibility::Public), ("plan.png", Visibility::Members)];
    let case = with_files(with_body(record("cases/one"), text), &files);
    let only = with_files(record("cases/two"), &[("secret.pdf", Visibility::Private)]);
    let archive = archive(vec![case, only]);
    let edition = public(&archive, "2020-01-01");
    assert!(!format!("{:?}", edition.records()).contains("plan.png"));
    assert_eq!(body(&edition, "cases/one"), "See [the map](map.pdf) and the plan.");
    assert!(edition.get(&id("cases/two")).unwrap().fields.is_empty());
    assert_eq!(body(&members(&archive, "2020-01-01"), "cases/one"), text);
}

#[test]
fn links_in_words_follow_what_is_seen() {
    let text = "One.\n\n::: members\n\nTwo.\n\n:::\n\nThree, not [two](#p-2) but [three](#p-3).\n";
    let mut hidden = record("cases/hidden");
    hidden.access.visibility = Visibility::Members;
    let other = with_body(
        record("cases/other"),
        "[a](target.md#p-3) [b](target.md#p-2) [c](hidden.md) [d](/gone/x.html) [e](https://a.example/x)",
    );
    let edition =
        public(&archive(vec![with_body(record("cases/target"), text), hidden, other]), "2020-01-01");
    assert_eq!(body(&edition, "cases/target"), "One.\n\nThree, not two but [three](#p-2).\n");
    assert_eq!(
        body(&edition, "cases/other"),
        "[a](target.md#p-2) [b](target.md) c d [e](https://a.example/x)"
    );
}

#[test]
fn a_reference_to_an_entry_leads_to_the_same_entry() {
    let mut hidden = event("2018-12-05", None, None);
    hidden.visibility = Visibility::Members;
    let history = vec![event("2018-07-03", None, None), hidden, event("2019-07-11", None, None)];
    let parts = ["issues/one#event-1", "issues/one#event-2", "issues/one#event-3", "issues/one#event-9"];
    let archive = archive(vec![issue("issues/one", history), reference(record("cases/one"), &parts)]);
    let edition = public(&archive, "2020-01-01");
    let told: Vec<String> = edition
        .get(&id("cases/one"))
        .unwrap()
        .references()
        .iter()
        .map(|(_, link)| link.to_string())
        .collect();
    assert_eq!(told, ["issues/one#event-1", "issues/one", "issues/one#event-2", "issues/one"]);
}

#[test]
fn a_marked_paper_is_public_from_its_release_on() {
    let paper = |name: &str, marking: &str, released: Option<&str>| {
        let kind = Paper { marking: Some(marking.to_owned()), ..Paper::default() };
        let mut paper = Record { kind: Kind::Paper(Box::new(kind)), ..record(name) };
        paper.access.release = released.map(|on| Release {
            by: "Town Hall".to_owned(),
            on: on.parse().unwrap(),
            basis: "published".to_owned(),
        });
        paper
    };
    let archive = archive(vec![
        paper("papers/closed", "Members only", None),
        paper("papers/open", "Public", None),
        paper("papers/released", "Members only", Some("2019-07")),
    ]);
    let names = |day: &str| {
        public(&archive, day).records().iter().map(|one| one.id.slug().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("2019-07-30"), ["open"]);
    assert_eq!(names("2019-07-31"), ["open", "released"]);
    assert_eq!(members(&archive, "2019-01-01").records().len(), 3);
}

#[test]
fn fields_are_withheld_with_their_reason() {
    let mut first = event("2018-07-03", Some(Agreement::NotAgreed), None);
    first.note = Some("SECRET".to_owned());
    let said = |view: &str| Position {
        party: "SECRET".into(),
        view: view.to_owned(),
        visibility: Visibility::Public,
        own: Visibility::Public,
    };
    first.positions = vec![said("SECRET"), said("SECRET")];
    let mut second = event("2018-12-05", Some(Agreement::Agreed), None);
    second.note = Some("SECRET".to_owned());
    let mut one = issue("issues/one", vec![first, second]);
    one.summary = Some("SECRET".to_owned());
    one.body = crate::model::body::Body::new("SECRET", crate::model::body::Form::Prose);
    let at = |n: usize| FieldPath::key("history").at(n);
    let paths = [
        FieldPath::key("summary"),
        FieldPath::key("body"),
        at(0).then("note"),
        at(0).then("positions").at(0),
        at(0).then("positions").at(1),
        at(1),
    ];
    one.access.redactions =
        paths.into_iter().map(|path| Redaction { path, reason: "p5".to_owned() }).collect();
    let archive = configured(vec![one], |config| {
        config.redaction_reasons = vec![("p5".to_owned(), "Confidentiality".to_owned())];
    });
    let edition = public(&archive, "2020-01-01");
    assert!(!format!("{:?}", edition.records()).contains("SECRET"));
    let counts: Vec<_> = edition.withheld().iter().map(|held| (held.reason.as_str(), held.count)).collect();
    assert_eq!(counts, [("Confidentiality", 6)]);
    // What is withheld of an entry is not carried over from it either.
    let Kind::Issue(seen) = &edition.records()[0].kind else { panic!() };
    assert_eq!((seen.history.len(), seen.history[1].agreement), (2, Agreement::NotAgreed));
    assert_eq!(format!("{:?}", members(&archive, "2020-01-01").records()).matches("SECRET").count(), 8);
}
