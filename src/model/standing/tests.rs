//! The heading rule, row by row of DOMAIN.md §3, as at any date.

use super::super::access::Visibility;
use super::super::date::Date;
use super::super::id::{RecordId, Ref};
use super::*;

fn issue(raised: &str, events: &[(&str, Agreement, Work)]) -> Issue {
    let history = events
        .iter()
        .map(|(on, agreement, work)| Event {
            on: on.parse().unwrap(),
            at: None,
            discussed: true,
            stated_discussed: Some(true),
            agreement: *agreement,
            work: *work,
            stated_agreement: Some(*agreement),
            stated_work: Some(*work),
            positions: Vec::new(),
            asserted_by: None,
            evidence: Vec::new(),
            note: None,
            visibility: Visibility::Public,
            own: Visibility::Public,
            corrects: None,
        })
        .collect();
    Issue {
        topic: None,
        raised_at: None,
        raised_on: raised.parse().ok(),
        actions: Vec::new(),
        related: Vec::new(),
        next_discussion: Vec::new(),
        history,
        editorial: Vec::new(),
        replies: Vec::new(),
    }
}

#[test]
fn counts_every_issue_once_under_its_heading_of_the_day() {
    let issues = [
        issue("2018-07-03", &[("2018-12-05", Agreement::Agreed, Work::Done)]),
        issue("2018", &[("2019-02", Agreement::NotAgreed, Work::NotNeeded)]),
        issue("2018-07-03", &[]),
        issue("2019-08", &[]),
    ];
    let as_of = |text: &str| counts(&issues, text.parse().unwrap());
    let shape = |counts: Counts| Heading::ALL.map(|heading| counts.of(heading));
    assert_eq!(shape(as_of("2018-12-04")), [0, 0, 3, 0]);
    // A coarse date counts from the last day that it may mean.
    assert_eq!(shape(as_of("2019-02-27")), [1, 0, 2, 0]);
    assert_eq!(shape(as_of("2019-07-31")), [1, 1, 1, 0]);
    assert_eq!(as_of("2019-08-01").total(), 4);
}

#[test]
fn what_was_decided_by_a_day_had_been_raised_by_then() {
    let slip = issue("2022-02-28", &[("2020-02-29", Agreement::Agreed, Work::Done)]);
    assert!(!slip.raised_by(day("2020-02-28")) && slip.raised_by(day("2020-02-29")));
    // An entry that may be of a later day says nothing yet of the day when it was raised.
    let coarse = issue("2020-07-03", &[("2020", Agreement::Agreed, Work::Done)]);
    assert!(!coarse.raised_by(day("2020-07-02")) && coarse.raised_by(day("2020-07-03")));
}

#[test]
fn a_discussion_that_was_none_is_not_counted() {
    let mut issue = issue(
        "2018-07-03",
        &[
            ("2018-07-03", Agreement::Agreed, Work::Done),
            ("2019-03-01", Agreement::NoneYet, Work::NoEvidence),
        ],
    );
    let none = &mut issue.history[1];
    (none.discussed, none.stated_discussed, none.corrects) = (false, Some(false), "2018-07-03".parse().ok());
    assert_eq!(issue.standing(day("2018-12-31")).rule, Rule::DiscussedAndResolved);
    assert_eq!(issue.standing(day("2019-03-01")).rule, Rule::NotYetDiscussed);
    assert!(!issue.discussed_since("2018".parse().unwrap(), day("2019-03-01")));
}

fn day(text: &str) -> civil::Date {
    text.parse().unwrap()
}

fn at(issue: &Issue, as_of: &str) -> (Heading, Rule) {
    let standing = issue.standing(day(as_of));
    (standing.heading, standing.rule)
}

#[test]
fn every_combination_falls_under_its_row_of_the_table() {
    use Agreement::{Agreed, NoneYet, NotAgreed, OutOfScope, PartlyAgreed};
    use Work::{Done, NotNeeded};
    for agreement in Agreement::ALL {
        for work in Work::ALL {
            assert_eq!(Rule::of(false, agreement, work), Rule::NotYetDiscussed);
            let (rule, heading) = match agreement {
                Agreed | PartlyAgreed if matches!(work, Done | NotNeeded) => {
                    (Rule::DiscussedAndResolved, Heading::Resolved)
                }
                Agreed | PartlyAgreed => (Rule::AgreedWorkToDo, Heading::Outstanding),
                NotAgreed => (Rule::DiscussedAndNotResolved, Heading::Unresolved),
                NoneYet => (Rule::DiscussionToContinue, Heading::Outstanding),
                OutOfScope => (Rule::SetAside, Heading::SetAside),
            };
            assert_eq!(Rule::of(true, agreement, work), rule, "{agreement:?} {work:?}");
            assert_eq!(rule.heading(), heading);
            let issue = issue("2018", &[("2018-12-05", agreement, work)]);
            assert_eq!(at(&issue, "2018-12-05"), (heading, rule));
        }
    }
    assert_eq!(Rule::NotYetDiscussed.heading(), Heading::Outstanding);
}

#[test]
fn an_issue_that_nobody_discussed_is_outstanding_whatever_is_said_of_it() {
    let mut silent = issue("2018", &[("2018-12-05", Agreement::Agreed, Work::Done)]);
    silent.history[0].discussed = false;
    assert_eq!(at(&silent, "2019-01-01"), (Heading::Outstanding, Rule::NotYetDiscussed));
    // Once discussed, it stays so.
    silent
        .history
        .insert(0, issue("2018", &[("2018-07-03", Agreement::NoneYet, Work::NoEvidence)]).history.remove(0));
    assert_eq!(at(&silent, "2019-01-01"), (Heading::Resolved, Rule::DiscussedAndResolved));
    assert_eq!(at(&issue("2018", &[]), "2019-01-01"), (Heading::Outstanding, Rule::NotYetDiscussed));
}

#[test]
fn the_last_entry_on_or_before_the_day_decides() {
    let issue = issue(
        "2018-07-03",
        &[
            ("2018-07-03", Agreement::NoneYet, Work::NoEvidence),
            ("2018-12-05", Agreement::Agreed, Work::InProgress),
            ("2019-02-26", Agreement::Agreed, Work::Done),
            ("2019-07-11", Agreement::OutOfScope, Work::Done),
        ],
    );
    let rule = |as_of| at(&issue, as_of).1;
    assert_eq!(rule("2018-07-02"), Rule::NotYetDiscussed);
    assert_eq!(rule("2018-07-03"), Rule::DiscussionToContinue);
    assert_eq!(rule("2018-12-04"), Rule::DiscussionToContinue);
    assert_eq!(rule("2018-12-05"), Rule::AgreedWorkToDo);
    assert_eq!(rule("2019-02-26"), Rule::DiscussedAndResolved);
    assert_eq!(rule("2020-01-01"), Rule::SetAside);
    assert_eq!(issue.standing(day("2019-03-01")).event.map(|(n, _)| n), Some(2));
    assert_eq!(issue.standing(day("2018-01-01")).event, None);
}

#[test]
fn a_coarse_date_counts_from_its_last_day() {
    for (on, before, from) in [
        ("2018", "2018-12-30", "2018-12-31"),
        ("2019-02", "2019-02-27", "2019-02-28"),
        ("2018-22", "2018-08-30", "2018-08-31"),
        ("201X", "2019-12-30", "2019-12-31"),
        ("2018-07-03?", "2018-07-02", "2018-07-03"),
    ] {
        let issue = issue("2010", &[(on, Agreement::NotAgreed, Work::NoEvidence)]);
        assert_eq!(at(&issue, before).1, Rule::NotYetDiscussed, "{on}");
        assert_eq!(at(&issue, from).1, Rule::DiscussedAndNotResolved, "{on}");
    }
}

#[test]
fn no_evidence_is_not_not_started_and_neither_is_done() {
    for work in [Work::NotStarted, Work::InProgress, Work::NoEvidence] {
        let issue = issue("2018", &[("2018-07-03", Agreement::PartlyAgreed, work)]);
        assert_eq!(at(&issue, "2019-01-01"), (Heading::Outstanding, Rule::AgreedWorkToDo));
        assert_eq!(issue.history[0].work, work);
    }
}

fn overruled(on: Option<&str>) -> Issue {
    let mut issue = issue("2018", &[("2018-07-03", Agreement::Agreed, Work::InProgress)]);
    issue.editorial = vec![Editorial {
        heading: Heading::Resolved,
        reason: "Overtaken.".to_owned(),
        by: "An editor".to_owned(),
        on: on.map(|on| on.parse::<Date>().unwrap()),
        until: None,
    }];
    issue
}

#[test]
fn an_editor_overrules_from_the_day_of_the_judgement() {
    let issue = overruled(Some("2019-07-11"));
    assert_eq!(at(&issue, "2019-07-10"), (Heading::Outstanding, Rule::AgreedWorkToDo));
    assert!(issue.standing(day("2019-07-10")).editorial.is_none());
    // The rule's own answer stays known beside the editor's.
    assert_eq!(at(&issue, "2019-07-11"), (Heading::Resolved, Rule::AgreedWorkToDo));
    assert!(issue.standing(day("2019-07-11")).editorial.is_some());
}

#[test]
fn an_editors_coarse_or_missing_date_counts_too() {
    let coarse = overruled(Some("2019-07"));
    assert_eq!(at(&coarse, "2019-07-30").0, Heading::Outstanding);
    assert_eq!(at(&coarse, "2019-07-31").0, Heading::Resolved);
    assert_eq!(at(&overruled(None), "2018-01-01"), (Heading::Resolved, Rule::NotYetDiscussed));
}

#[test]
fn the_last_evidence_is_that_of_the_last_entry_that_names_some() {
    let mut issue = issue(
        "2018",
        &[
            ("2018-07-03", Agreement::NoneYet, Work::NoEvidence),
            ("2018-12", Agreement::Agreed, Work::NoEvidence),
            ("2019-02-26", Agreement::Agreed, Work::NoEvidence),
        ],
    );
    assert_eq!(issue.last_evidence(day("2020-01-01")), None);
    for n in [0, 1] {
        issue.history[n].evidence = vec![Ref::to(RecordId::new("papers", "one"))];
    }
    let last = |as_of: &str| issue.last_evidence(day(as_of)).map(|event| event.on.to_string());
    assert_eq!(last("2018-07-02"), None);
    assert_eq!(last("2018-12-30").as_deref(), Some("2018-07-03"));
    assert_eq!(last("2018-12-31").as_deref(), Some("2018-12"));
    assert_eq!(last("2020-01-01").as_deref(), Some("2018-12"));
}

#[test]
fn headings_read_what_they_print() {
    for heading in Heading::ALL {
        assert_eq!(Heading::parse(heading.as_str()), Some(heading));
    }
    assert_eq!(Heading::parse(" set_aside "), Some(Heading::SetAside));
    assert_eq!(Heading::parse("closed"), None);
    for agreement in Agreement::ALL {
        assert_eq!(Agreement::parse(agreement.as_str()), Some(agreement));
    }
    for work in Work::ALL {
        assert_eq!(Work::parse(work.as_str()), Some(work));
    }
}
