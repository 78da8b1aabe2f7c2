//! Actions that write-ups hold.

use insta::assert_snapshot;

use super::{Folder, Outcome};
use crate::model::access::Visibility;
use crate::model::action::{Action, State};
use crate::model::kinds::Kind;

const WRITE_UP: &str = "\
## Actions from the workshop

| Action | Responsible |
| --- | --- |
| **Action 1:** Send out **the** paper on sharing. Then wait. | НО |
| **Action 2:** Set a date. | Involve |

## Discussion

See action 2, and **Action 2:** agree on a date for the visit.
";

fn with_write_up(front: &str) -> Folder {
    let text = format!("---\ntitle: Workshop 1\ndate: 2018-07-03\n{front}---\n\n{WRITE_UP}");
    Folder::new().file("content/workshops/w1.md", text)
}

fn action<'o>(read: &'o Outcome, id: &str) -> &'o Action {
    match &read.get(id).kind {
        Kind::Action(action) => action,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_written_action_is_a_record_of_its_own() {
    let read =
        with_write_up("visibility: public\nupdated: 2020-01-02\nsign_off: [{who: A, for: the photograph}]\n")
            .record("organisations/ho", "title: HO\n")
            .record("issues/i", "actions: [w1-action-1, actions/w1-action-2]\n")
            .read();
    assert_snapshot!(read.said(), @"");
    assert_eq!(read.dangling(), [""; 0]);
    assert_eq!(
        read.ids(),
        ["actions/w1-action-1", "actions/w1-action-2", "issues/i", "organisations/ho", "workshops/w1"]
    );
    let record = read.get("actions/w1-action-1");
    assert_eq!(record.title, "Send out the paper on sharing");
    assert_eq!(record.access.visibility, Visibility::Public);
    assert!(record.access.sign_offs.is_empty());
    assert_eq!((&*record.source.file, record.source.own_file), ("content/workshops/w1.md", false));
    let one = action(&read, "actions/w1-action-1");
    assert_eq!((one.number, one.log_number, one.state, one.extracted), (Some(1), None, State::Open, true));
    assert_eq!(one.state_on.unwrap().to_string(), "2018-07-03");
    assert_eq!(one.workshop.as_ref().unwrap().to_string(), "workshops/w1");
    assert_eq!((&*one.responsible[0].name, one.responsible[0].written.as_deref()), ("HO", Some("НО")));
    assert_eq!(one.responsible[0].organisation.as_ref().unwrap().to_string(), "organisations/ho");
}

#[test]
fn a_file_of_the_same_name_is_joined() {
    let front =
        "title: Date\nworkshop: w1\nnumber: '2'\nlog_number: 7\nstate: Other closed\nresponsible: [CSOs]\n";
    let read = with_write_up("visibility: public\n").record("actions/w1-action-2", front).read();
    assert_snapshot!(read.said(), @"");
    let record = read.get("actions/w1-action-2");
    assert_eq!((&*record.title, record.body.text(), record.source.own_file), ("Date", "Body", true));
    assert!(record.aliases.is_empty());
    let two = action(&read, "actions/w1-action-2");
    assert_eq!(
        (two.number, two.log_number, two.state, two.state_on),
        (Some(2), Some(7), State::Closed, None)
    );
    assert_eq!((&*two.responsible[0].name, two.extracted), ("CSOs", true));
    assert_eq!(two.wording.as_deref(), Some("Set a date."));
    assert_eq!(read.ids(), ["actions/w1-action-1", "actions/w1-action-2", "workshops/w1"]);
}

#[test]
fn a_file_of_another_name_keeps_it_and_both_names_lead_there() {
    let read = with_write_up("")
        .record("actions/log-007", "workshop: workshops/w1\nnumber: 2\n")
        .record("issues/i", "actions: [w1-action-2, log-007]\n")
        .read();
    assert_snapshot!(read.said(), @"");
    assert_eq!(read.ids(), ["actions/log-007", "actions/w1-action-1", "issues/i", "workshops/w1"]);
    assert_eq!(&*read.get("actions/log-007").aliases[0], "actions/w1-action-2.html");
    assert_eq!(read.get("issues/i").references().len(), 2);
    assert_eq!(action(&read, "actions/log-007").state_on.unwrap().to_string(), "2018-07-03");
    assert_eq!(read.dangling(), [""; 0]);
}

#[test]
fn a_file_that_does_not_say_which_action_it_is_stands_apart() {
    let read = with_write_up("")
        .record("actions/w1-action-2", "log_number: 2\n")
        .record("actions/x", "workshop: w1\nnumber: 1\n")
        .record("actions/y", "workshop: w1\nnumber: 1\n")
        .read();
    assert_snapshot!(read.said(), @r"
    content/actions/w1-action-2.md:1:1 duplicate_id `actions/w1-action-2` is also the name of action 2 in the write-up of `workshops/w1`
    content/actions/y.md:4:9 duplicate_id action 1 of `workshops/w1` has a file already: `actions/x`
    ");
    assert!(!action(&read, "actions/w1-action-2").extracted);
    assert!(action(&read, "actions/x").extracted && !action(&read, "actions/y").extracted);
}

#[test]
fn an_action_is_not_told_to_more_people_than_its_write_up() {
    let read = with_write_up("visibility: members\nembargo: 2030\n")
        .file("annals.yaml", "title: T\ncollections: {actions: {visibility: public}}\n")
        .record("actions/w1-action-2", "workshop: w1\nnumber: 2\n")
        .read();
    for id in ["actions/w1-action-1", "actions/w1-action-2"] {
        assert_eq!(read.get(id).access.visibility, Visibility::Members, "{id}");
        assert_eq!(read.get(id).access.embargo.unwrap().to_string(), "2030", "{id}");
    }
    let read = with_write_up("visibility: public\n")
        .file("annals.yaml", "title: T\ncollections: {actions: {visibility: private}}\n")
        .read();
    assert_eq!(read.get("actions/w1-action-1").access.visibility, Visibility::Private);
}

#[test]
fn a_file_that_opens_itself_takes_nothing_of_a_closed_write_up() {
    let read = with_write_up("visibility: members\n")
        .record("actions/w1-action-2", "title: Visit\nworkshop: w1\nnumber: 2\nvisibility: public\n")
        .read();
    let two = action(&read, "actions/w1-action-2");
    assert_eq!(read.get("actions/w1-action-2").access.visibility, Visibility::Public);
    assert_eq!((two.wording.as_deref(), two.responsible.len(), two.extracted), (None, 0, true));
}
