//! The public edition is the same whether or not there is anything confidential behind it.
//!
//! Each archive is built twice from the same choices, once with and once without what is
//! confidential. Every confidential word is a canary, so none may be told either.

use std::sync::Arc;

use proptest::prelude::*;

use super::fixture::{
    archive, configured, event, field, id, issue, link, members, public, record, reference, told, with_body,
};
use crate::model::access::{SignOff, Visibility};
use crate::model::action::{Action, Party, State};
use crate::model::announced::Narrative;
use crate::model::archive::{Alone, Archive};
use crate::model::config::{CollectionConfig, FieldConfig};
use crate::model::issue::{Agreement, Position, Work};
use crate::model::kinds::{Interest, Kind, Participant, Topic, Workshop};
use crate::model::record::{Airtable, Dangling, Record, Unresolved};
use crate::model::value::{Attachment, Data, Value};

/// What is confidential in an archive: a bit for each place.
#[derive(Clone, Copy)]
struct Secrets(u64);

impl Secrets {
    fn at(self, place: u32) -> bool {
        self.0 >> place & 1 == 1
    }

    /// A value that is there only where the place holds a secret.
    fn some<T>(self, place: u32, value: T) -> Option<T> {
        self.at(place).then_some(value)
    }
}

fn body(secrets: Secrets, salt: u32) -> String {
    let mut text = String::from("## Start\n\nOne.\n");
    let pieces = [
        "\n::: members\n\nCANARY\n\n:::\n",
        "\n::: private\nCANARY\n\n::: members\nCANARY\n:::\n\nCANARY\n:::\n",
        "\n::: Members\n\n## CANARY\n\n:::\n",
        "\n<!-- CANARY -->\n",
    ];
    for (n, piece) in pieces.iter().enumerate() {
        if secrets.at(salt + n as u32) {
            text += piece;
        }
        text += &format!("\nPassage {n}, of which action {n} speaks.\n");
    }
    text += "\n| Action | Responsible |\n| - | - |\n| Action 1: Show it. | HO |\n";
    if secrets.at(salt + 4) {
        text += "::: members\n| Action 2: CANARY | CANARY |\n:::\n";
    }
    text + "| Action 3: Send it. | HO |\n"
}

fn hidden(name: &str, n: u32) -> Record {
    let mut hidden = with_body(record(name), "CANARY");
    hidden.title = "CANARY".to_owned();
    match n % 4 {
        0 => hidden.access.visibility = Visibility::Members,
        1 => hidden.access.visibility = Visibility::Private,
        2 => hidden.access.draft = true,
        _ => hidden.access.embargo = "2031".parse().ok(),
    }
    hidden
}

fn build(shape: u8, secrets: Secrets) -> Archive {
    let (mut records, mut alone) = (Vec::new(), Vec::new());
    let closed = |n: u32| (0..8).find(|k| secrets.at(k + n)).map(|k| format!("papers/canary-{k}"));
    for n in 0..8 {
        records.extend(secrets.some(n, hidden(&format!("papers/canary-{n}"), n)));
    }
    records.push(with_body(record("papers/open"), &body(secrets, 8)));

    let mut workshop = with_body(record("workshops/one"), &body(secrets, 13));
    let mut kind = Workshop { papers: vec![link("papers/open")], ..Workshop::default() };
    kind.papers.extend(closed(0).map(|name| link(&name)));
    kind.facilitator = closed(1).map(|name| link(&name));
    kind.participants.groups = vec![("CSOs".into(), Some(crate::model::kinds::Count::Exactly(12)))];
    let named =
        |name: &str| Participant { name: name.into(), group: Some("CSOs".into()), known_as: Vec::new() };
    kind.participants.names.extend(secrets.some(18, named("CANARY")));
    // A day that `annals.yaml` keeps for members.
    let day = if secrets.at(28) { "2018-07-04" } else { "2018-07-03" }.parse().ok();
    kind.date = day;
    workshop.access.sign_offs.extend(
        secrets.some(19, SignOff { who: "CANARY SOCIETY".to_owned(), on: None, covers: None, parts: None }),
    );
    workshop.kind = Kind::Workshop(Box::new(kind));
    for written in &workshop.body.write_up().unwrap().actions {
        let party =
            |name: &str| Party { name: name.into(), written: None, organisation: None, by_reference: false };
        let kind = Action {
            workshop: Some(link("workshops/one")),
            number: Some(written.number),
            wording: written.wordings.first().map(|wording| wording.text.clone()),
            responsible: written.responsible.iter().map(|known| party(&known.name)).collect(),
            state: State::Open,
            state_on: day,
            extracted: true,
            ..Action::default()
        };
        let mut action = record(&format!("actions/one-action-{}", written.number));
        (action.title, action.kind) = (written.title(), Kind::Action(Box::new(kind)));
        action.source.own_file = false;
        // What a file for some says of it.
        let file = match written.number {
            1 => secrets.some(29, hidden("actions/one-action-1", shape.into())),
            3 => secrets.some(30, hidden("actions/canary-log", u32::from(shape) + 1)),
            _ => None,
        };
        let Some(mut file) = file else {
            records.push(action);
            continue;
        };
        file.kind = action.kind.clone();
        let named_by = [id("issues/one")].into();
        alone.push(Alone { record: Arc::new(action), file: file.id.clone(), named_by });
        records.push(file);
    }
    records.push(workshop);

    let first = event("2018-07-03", Some(Agreement::PartlyAgreed), None);
    let mut second = event("2018-12-05", Some(Agreement::NotAgreed), Some(Work::Done));
    (second.visibility, second.note) = (Visibility::Members, Some("CANARY".to_owned()));
    let mut third = event("2019-02-26", None, (shape & 1 == 1).then_some(Work::InProgress));
    third.at = closed(2).map(|name| link(&name));
    third.evidence = vec![link("papers/open#p-1")];
    third.evidence.extend(closed(3).map(|name| link(&format!("{name}#p-1"))));
    let position = |view: &str, visibility| Position {
        party: "HO".into(),
        view: view.to_owned(),
        visibility,
        own: visibility,
    };
    third.positions = vec![position("Open.", Visibility::Public)];
    third.positions.extend(secrets.some(20, position("CANARY", Visibility::Members)));
    third.corrects = secrets.some(21, "2018-12-05".parse().unwrap());
    let history = [Some(first), secrets.some(21, second), Some(third)].into_iter().flatten().collect();
    let mut one = issue("issues/one", history);
    if let Kind::Issue(kind) = &mut one.kind {
        // By the name that the write-up gives it, which leads to its file where there is one.
        let name = if secrets.at(30) { "actions/canary-log" } else { "actions/one-action-3" };
        kind.actions = vec![link(name)];
    }
    records.push(one);

    let mut topic = Topic::default();
    let mut narrative = "Open.".to_owned();
    if secrets.at(22) {
        narrative = "Open.\n\n::: members\nCANARY\n:::\n".to_owned();
    }
    topic.narrative =
        vec![Narrative { text: narrative.trim_end().to_owned() + "\n", ..Narrative::default() }];
    records.push(Record { kind: Kind::Topic(Box::new(topic)), ..record("topics/one") });

    let interest = Interest { registered_by: secrets.some(23, "CANARY".to_owned()), ..Interest::default() };
    records.push(Record { kind: Kind::Interest(Box::new(interest)), ..record("interests/one") });

    let mut case = reference(
        record("cases/one"),
        &["papers/open#start", "papers/open#p-2"][..usize::from(shape & 2 == 2)],
    );
    case.fields.retain(|field| !matches!(&field.value, Value::Links(links) if links.is_empty()));
    if let (Some(name), Some(field)) = (closed(4), case.fields.first_mut())
        && let Value::Links(links) = &mut field.value
    {
        links.push(link(&name));
    }
    if let Some(name) = closed(5) {
        case = field(case, "b_link", Value::Links(vec![link(&name)]));
    }
    if secrets.at(24) {
        case = field(case, "notes", Value::Other(Data::Text("CANARY".to_owned())));
        case = field(
            case,
            "attachments",
            Value::Attachments(vec![Attachment {
                written: "CANARY".into(),
                name: "CANARY".into(),
                file: None,
                visibility: Visibility::Public,
            }]),
        );
    }
    case.airtable = Some(Airtable {
        table: Some("Cases".into()),
        id: secrets.some(25, "recCANARY".into()),
        created: secrets.some(25, "CANARY".into()),
    });
    case.dangling.extend(secrets.some(
        26,
        Dangling {
            path: crate::diag::FieldPath::key("CANARY"),
            written: "CANARY".to_owned(),
            why: Unresolved::MissingItem,
        },
    ));
    records.push(case);

    configured(records, |config| {
        let kept = FieldConfig { visibility: Some(Visibility::Members), ..FieldConfig::default() };
        let fields = vec![("notes".into(), kept.clone()), ("attachments".into(), kept)];
        config.collections =
            vec![("cases".into(), CollectionConfig { fields, ..CollectionConfig::default() })];
        let day = FieldConfig { visibility: Some(Visibility::Members), ..FieldConfig::default() };
        let fields = vec![("date".into(), day)];
        config
            .collections
            .push(("workshops".into(), CollectionConfig { fields, ..CollectionConfig::default() }));
        config.collections.extend(secrets.some(27, ("canary".into(), CollectionConfig::default())));
    })
    .with_alone(alone)
}

#[test]
fn the_builder_builds_secrets() {
    let archive = build(3, Secrets(u64::MAX));
    let all = format!("{:?}", archive.records());
    assert!(all.matches("CANARY").count() > 30, "{}", all.matches("CANARY").count());
    assert!(told(&members(&archive, "2020-01-01")).contains("CANARY"));
    assert!(archive.get(&id("actions/one-action-2")).is_some());
}

proptest! {
    #[test]
    fn the_public_sees_the_same_with_and_without(shape in any::<u8>(), secrets in any::<u64>()) {
        let with = told(&public(&build(shape, Secrets(secrets)), "2020-01-01"));
        let without = told(&public(&build(shape, Secrets(0)), "2020-01-01"));
        prop_assert!(!with.to_uppercase().contains("CANARY"));
        prop_assert!(with == without, "{}", first_difference(&with, &without));
    }

    #[test]
    fn each_secret_alone_changes_nothing(place in 0u32..31) {
        let with = told(&public(&build(0, Secrets(1 << place)), "2020-01-01"));
        let without = told(&public(&build(0, Secrets(0)), "2020-01-01"));
        prop_assert!(with == without, "{}", first_difference(&with, &without));
    }

    #[test]
    fn every_reference_leads_somewhere(shape in any::<u8>(), secrets in any::<u64>()) {
        let archive = build(shape, Secrets(secrets));
        for edition in [public(&archive, "2020-01-01"), members(&archive, "2020-01-01")] {
            for record in edition.records() {
                for (_, link) in record.references() {
                    let to = edition.get(&link.id);
                    prop_assert!(to.is_some());
                    prop_assert!(link.part.as_ref().is_none_or(|part| to.is_some_and(|to| to.body.has_part(part))));
                }
            }
        }
    }

    #[test]
    fn no_reason_but_a_declared_one_is_told(text in crate::model::text::tests::mangled()) {
        let archive = archive(vec![with_body(record("workshops/one"), &text)]);
        let edition = public(&archive, "2020-01-01");
        let marks = edition.records()[0].body.text().matches("[[withheld").count();
        prop_assert_eq!(edition.withheld().iter().map(|held| held.count).sum::<usize>(), marks);
    }
}

fn first_difference(with: &str, without: &str) -> String {
    let lines = with.lines().zip(without.lines()).enumerate().find(|(_, (a, b))| a != b);
    lines.map_or("the end".to_owned(), |(n, (a, b))| format!("line {n}: {a:?} against {b:?}"))
}
