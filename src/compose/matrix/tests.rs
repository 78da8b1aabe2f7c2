//! The matrix of a small archive: what is derived, what is stated, and both where they differ.

use super::*;
use crate::compose::fixture::{Fixture, action, date, event, issue, link, of_kind, topic, workshop};
use crate::model::action::Action;
use crate::model::announced::Announcement;
use crate::model::issue::{Agreement, Work};
use crate::model::kinds::{Artefact, Paper};

fn edition(stated: &str) -> Edition {
    of(stated, "2019-07-11")
}

fn of(stated: &str, today: &str) -> Edition {
    let images = topic("topics/images", "Custody image policy", Some(1)).but(|kind| {
        if let Kind::Topic(topic) = kind {
            topic.short_title = Some("Images".into());
            topic.stated_last_discussion = Some(stated.into());
            topic.latest_document = vec![Named::Record(link("papers/images"))];
            topic.stimulus_paper = vec![Named::Words("none".into())];
            topic.next_discussion = vec![Announcement {
                on: Some(date("2019-09")),
                note: Some("an update".into()),
                announced: None,
            }];
            topic.outstanding_note = vec!["A guarantee.".into()];
            topic.related_actions = vec![73, 72];
        }
    });
    let asked = |name: &str, on: &str, agreement, work, next: &str| {
        let history = vec![event(on, Some("workshops/w"), agreement, work)];
        issue(name, Some("topics/images"), Some(on), history).but(|kind| {
            if let Kind::Issue(issue) = kind {
                issue.next_discussion =
                    vec![Announcement { on: Some(date(next)), ..Announcement::default() }];
            }
        })
    };
    let paper = Paper { version: Some("1.0".into()), date: Some(date("2019-07-17")), ..Paper::default() };
    let promise = |log_number| Action { log_number, topic: Some(link("topics/images")), ..Action::default() };
    let artefact =
        Artefact { reference: Some("A14".into()), topic: Some(link("topics/images")), ..Artefact::default() };
    Fixture::new()
        .with(images)
        .with(workshop("workshops/w", "Workshop 5", "2019-05-14"))
        .with(asked("issues/a", "2018-07-03", Agreement::NotAgreed, Work::NotNeeded, "2019-09-19"))
        .with(asked("issues/b", "2019-05-14", Agreement::Agreed, Work::Done, "2019-10"))
        .with(of_kind("papers/images", "Custody images", Kind::Paper(Box::new(paper))))
        .with(action("actions/log-072", "Log 72", promise(Some(72))))
        .with(action("actions/log-090", "Log 90", promise(Some(90))))
        .with(action("actions/w-action-1", "Action 1", promise(None)))
        .with(of_kind("artefacts/a14", "A paper", Kind::Artefact(Box::new(artefact))))
        .edition(today)
}

fn cell(edition: &Edition, attribute: &str) -> Vec<String> {
    let matrix = Matrix::of(edition).unwrap();
    let row = ATTRIBUTES.iter().position(|name| *name == attribute).unwrap();
    let part = |part: &Part| match part {
        Part::Markdown(text) | Part::Words(text) => text.clone(),
        Part::Link(to, words) => format!("{words} → {to}"),
        Part::LogNumber(number, at) => format!("{number}{}", if at.is_some() { " held" } else { "" }),
    };
    matrix.columns[0].cells[row].parts.iter().map(part).collect()
}

#[test]
fn what_can_be_derived_is_derived() {
    let edition = edition("2019-05-14");
    let matrix = Matrix::of(&edition).unwrap();
    assert_eq!(matrix.columns[0].title, "Images");
    assert_eq!(matrix.columns[0].cells.len(), ATTRIBUTES.len());
    assert_eq!(cell(&edition, "Last discussion"), ["14 May 2019, Workshop 5 → workshops/w"]);
    assert_eq!(
        cell(&edition, "Key outstanding issues"),
        ["a (unresolved) → issues/a", "Stated in the papers: A guarantee."]
    );
    assert_eq!(cell(&edition, "Artefacts"), ["A14: A paper → artefacts/a14"]);
    assert_eq!(
        cell(&edition, "Related actions"),
        ["72 held", "73", "90 held", "Action 1 → actions/w-action-1"]
    );
    assert_eq!(
        cell(&edition, "Next discussion"),
        ["September 2019: an update", "October 2019: b → issues/b"]
    );
    let later = of("2019-05-14", "2019-10-02");
    assert_eq!(cell(&later, "Next discussion")[0], "Announced for September 2019: an update");
    assert_eq!(cell(&edition, "Latest document"), ["Custody images v1.0 (17 July 2019) → papers/images"]);
    assert_eq!(cell(&edition, "Stimulus paper"), ["none"]);
    assert_eq!(matrix.columns[0].cells[0], Cell::default());
}

#[test]
fn where_the_papers_state_another_day_both_are_shown() {
    assert_eq!(
        cell(&edition("2018-12-05"), "Last discussion"),
        ["14 May 2019, Workshop 5 → workshops/w", "Stated in the papers: 5 December 2018"]
    );
    assert_eq!(cell(&edition("2019-05"), "Last discussion").len(), 1);
    let carried_over = cell(&edition("2018-12-05, carried over"), "Last discussion");
    assert_eq!(carried_over[1], "Stated in the papers: 5 December 2018, carried over");
    assert_eq!(cell(&edition("n/a"), "Last discussion")[1], "Stated in the papers: n/a");
}

#[test]
fn without_topics_there_is_no_matrix() {
    assert!(Matrix::of(&Fixture::new().edition("2019-07-11")).is_none());
}
