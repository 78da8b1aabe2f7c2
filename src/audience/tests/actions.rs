//! Actions that write-ups hold, when the write-up or a part of it is hidden.

use super::fixture::{archive, id, link, members, public, record, with_body};
use crate::audience::Edition;
use crate::model::access::Visibility;
use crate::model::action::{Action, Party, TakenOver};
use crate::model::kinds::Kind;
use crate::model::record::Record;

const WRITE_UP: &str = "\
## Actions

| Action | Responsible |
| --- | --- |
| Action 1: Show the open model. | HO |
::: members
| Action 2: Show the closed model. | SECRET |
:::
| Action 3: Write to [[redact: r]]SECRET[[/redact]]. | HO |
";

fn workshop() -> Record {
    let record = with_body(record("workshops/one"), WRITE_UP);
    Record { kind: Kind::Workshop(Box::default()), ..record }
}

/// The record of an action as `read` makes it.
fn action(workshop: &Record, number: u32, own_file: bool) -> Record {
    let written =
        workshop.body.write_up().unwrap().actions.iter().find(|action| action.number == number).unwrap();
    let party =
        |name: &str| Party { name: name.into(), written: None, organisation: None, by_reference: false };
    let kind = Action {
        workshop: Some(link("workshops/one")),
        number: Some(number),
        responsible: written.responsible.iter().map(|known| party(&known.name)).collect(),
        wording: written.wordings.first().map(|wording| wording.text.clone()),
        state_on: "2018-07-03".parse().ok(),
        extracted: true,
        taken_over: TakenOver { responsible: true, state: true, ..TakenOver::default() },
        ..Action::default()
    };
    let name =
        if own_file { format!("actions/file-{number}") } else { format!("actions/one-action-{number}") };
    let mut record = Record { title: written.title(), kind: Kind::Action(Box::new(kind)), ..record(&name) };
    record.source.own_file = own_file;
    if own_file {
        record.title = "From the file".to_owned();
        record.aliases = vec![format!("actions/one-action-{number}.html").into()];
    }
    record
}

fn of<'e>(edition: &'e Edition, name: &str) -> &'e Action {
    match &edition.get(&id(name)).unwrap().kind {
        Kind::Action(action) => action,
        _ => unreachable!(),
    }
}

#[test]
fn an_action_without_a_file_goes_with_its_write_up() {
    let mut workshop = workshop();
    let action = action(&workshop, 1, false);
    let with = archive(vec![workshop.clone(), action.clone()]);
    assert!(public(&with, "2020-01-01").get(&action.id).is_some());
    workshop.access.visibility = Visibility::Members;
    let with = archive(vec![workshop, action.clone()]);
    assert!(public(&with, "2020-01-01").get(&action.id).is_none());
    assert!(members(&with, "2020-01-01").get(&action.id).is_some());
}

#[test]
fn an_action_in_a_hidden_passage_goes_with_it() {
    let workshop = workshop();
    let actions: Vec<Record> = (1..=3).map(|number| action(&workshop, number, false)).collect();
    let archive = archive([vec![workshop], actions].concat());
    let edition = public(&archive, "2020-01-01");
    assert!(edition.get(&id("actions/one-action-2")).is_none());
    assert!(!format!("{:?}", edition.records()).contains("SECRET"));
    assert_eq!(of(&edition, "actions/one-action-3").wording.as_deref(), Some("Write to [[withheld: r]]."));
    assert_eq!(edition.get(&id("actions/one-action-3")).unwrap().title, "Write to [withheld]");
    assert_eq!(edition.withheld().len(), 1);
    let edition = members(&archive, "2020-01-01");
    assert_eq!(of(&edition, "actions/one-action-3").wording.as_deref(), Some("Write to SECRET."));
    assert_eq!(edition.records().len(), 4);
}

#[test]
fn a_file_keeps_what_it_says_itself_and_no_more() {
    let workshop = workshop();
    let action = action(&workshop, 2, true);
    let edition = public(&archive(vec![workshop.clone(), action.clone()]), "2020-01-01");
    let seen = edition.get(&action.id).unwrap();
    assert_eq!((seen.title.as_str(), seen.aliases.len()), ("From the file", 0));
    let kind = of(&edition, "actions/file-2");
    assert_eq!(
        (kind.wording.as_ref(), kind.responsible.len(), kind.state_on, kind.extracted),
        (None, 0, None, false)
    );
    assert_eq!(kind.number, Some(2));
    // Members see the whole.
    let archive = archive(vec![workshop, action]);
    assert_eq!(of(&members(&archive, "2020-01-01"), "actions/file-2").responsible.len(), 1);
}

#[test]
fn a_name_that_a_hidden_record_gives_goes_with_it() {
    let mut organisation = record("organisations/closed");
    organisation.access.visibility = Visibility::Members;
    let party = |name: &str, by_reference| Party {
        name: name.into(),
        written: None,
        organisation: Some(link("organisations/closed")),
        by_reference,
    };
    let kind =
        Action { responsible: vec![party("Closed", true), party("Typed", false)], ..Action::default() };
    let action = Record { kind: Kind::Action(Box::new(kind)), ..record("actions/log-001") };
    let edition = public(&archive(vec![organisation, action]), "2020-01-01");
    let seen = &of(&edition, "actions/log-001").responsible;
    assert_eq!((seen.len(), &*seen[0].name, &seen[0].organisation), (1, "Typed", &None));
}

#[test]
fn a_hidden_body_takes_its_actions() {
    use crate::model::config::{CollectionConfig, FieldConfig};
    let hidden = FieldConfig { visibility: Some(Visibility::Members), ..FieldConfig::default() };
    let said = CollectionConfig { fields: vec![("body".into(), hidden)], ..CollectionConfig::default() };
    let workshop = Record { kind: Kind::Workshop(Box::default()), ..workshop() };
    let action = action(&workshop, 1, false);
    let archive = super::configured(vec![workshop, action], |config| {
        config.collections = vec![("workshops".into(), said)]
    });
    assert_eq!(public(&archive, "2020-01-01").records().len(), 1);
}
