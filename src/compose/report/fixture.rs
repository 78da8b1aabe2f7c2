//! A small dialogue for the tests of reports: two reports, two topics, one issue for each row of the
//! rule and one for each trap.

use crate::audience::Edition;
use crate::compose::fixture::{Fixture, action, date, event, issue, link, of_kind, record, topic, workshop};
use crate::model::access::Visibility;
use crate::model::action::{Action, Earlier, Party, State};
use crate::model::announced::{Announcement, Narrative};
use crate::model::issue::{Agreement, Editorial, Event, Issue, Position, Work};
use crate::model::kinds::{Count, Editor, Interest, Kind, Milestone, Paper, Participants, Report};
use crate::model::record::Record;
use crate::model::standing::Heading;

/// The first workshop and the third, as references.
const FIRST: &str = "workshops/2018-07-03-workshop-1";
const THIRD: &str = "workshops/2018-12-05-workshop-3";
const PAPER: &str = "papers/progress-v1-0";

fn announced(on: &str) -> Vec<Announcement> {
    vec![Announcement { on: Some(date(on)), ..Announcement::default() }]
}

/// The archive of the dialogue, as at a day after both reports.
pub(crate) fn dialogue() -> Edition {
    archive().edition("2020-03-01")
}

/// The same with the paragraphs counted by chapter.
pub(crate) fn by_chapter() -> Edition {
    archive()
        .configured(|config| config.report.paragraphs = crate::model::config::Paragraphs::ByChapter)
        .edition("2020-03-01")
}

/// A report that covers nothing, and does not say when.
pub(crate) fn nothing() -> Edition {
    let report = Report {
        period: None,
        edition: 1,
        is_final: true,
        editors: Vec::new(),
        commissioned_by: None,
        independence: None,
        previous: None,
        date: None,
        topic_narratives: Vec::new(),
        typed_counts: Vec::new(),
    };
    Fixture::new()
        .with(of_kind("reports/empty", "Nothing yet", Kind::Report(Box::new(report))))
        .edition("2020-03-01")
}

fn archive() -> Fixture {
    let mut fixture = Fixture::new().configured(|config| {
        config.base_url = Some("https://example.org/archive/".to_owned());
        config.glossary = vec![
            ("LEDS".to_owned(), "Law Enforcement Data Service".to_owned()),
            ("HOB".to_owned(), "Home Office Biometrics".to_owned()),
        ];
    });
    for record in meetings().into_iter().chain(issues()).chain(others()).chain(reports()) {
        fixture = fixture.with(record);
    }
    fixture
}

fn meetings() -> Vec<Record> {
    let numbered = |record: Record, number: u32| {
        record.but(|kind| {
            if let Kind::Workshop(workshop) = kind {
                workshop.number = Some(number);
            }
        })
    };
    let told = Participants {
        count: Some(Count::Exactly(24)),
        groups: vec![
            ("Civil society".into(), Some(Count::Exactly(20))),
            ("Commissioners".into(), Some(Count::Exactly(4))),
        ],
        names: Vec::new(),
    };
    let first = numbered(workshop(FIRST, "Workshop 1: the space", "2018-07-03"), 1)
        .saying("First passage.\n\nSecond passage.\n")
        .but(|kind| {
            if let Kind::Workshop(workshop) = kind {
                workshop.participants = told;
            }
        });
    let later = workshop("workshops/2019-10-01-workshop-6", "Workshop 6: later", "2019-10-01");
    let paper = Paper {
        version: Some("1.0".into()),
        date: Some(date("2019-07-11")),
        kind: Some("progress".into()),
        ..Paper::default()
    };
    vec![
        first,
        numbered(workshop(THIRD, "Workshop 3: biometrics", "2018-12-05"), 3).saying(PASSAGES),
        numbered(later, 6),
        of_kind(PAPER, "Outputs and progress", Kind::Paper(Box::new(paper))).saying(PASSAGES),
    ]
}

/// Enough passages for what the evidence points at.
const PASSAGES: &str = "One.\n\nTwo.\n\n- three\n- four\n- five\n- six\n- seven\n- eight\n- nine\n";

/// A history as it stands in most issues: one discussion at workshop 3.
fn discussed(agreement: Agreement, work: Work) -> Vec<Event> {
    vec![witnessed(event("2018-12-05", Some(THIRD), agreement, work), &[&format!("{THIRD}#p-2")])]
}

fn witnessed(event: Event, evidence: &[&str]) -> Event {
    Event { evidence: evidence.iter().map(|to| link(to)).collect(), ..event }
}

fn said(party: &str, view: &str) -> Position {
    Position {
        party: party.into(),
        view: view.to_owned(),
        visibility: Visibility::Public,
        own: Visibility::Public,
    }
}

fn with(record: Record, change: impl FnOnce(&mut Issue)) -> Record {
    record.but(|kind| {
        if let Kind::Issue(issue) = kind {
            change(issue);
        }
    })
}

fn issues() -> Vec<Record> {
    use Agreement::{Agreed, NoneYet, NotAgreed, OutOfScope, PartlyAgreed};
    const IMAGES: Option<&str> = Some("topics/images");
    let raised = Some("2018-07-03");
    let mut kept = discussed(PartlyAgreed, Work::NotStarted);
    kept[0].positions = vec![said("Home Office", "Needs time."), said("CSOs", "Wants a *date*.")];
    let mut shown = witnessed(
        event("2019-07-11", Some(PAPER), PartlyAgreed, Work::InProgress),
        &[&format!("{PAPER}#p-9")],
    );
    shown.discussed = false;
    shown.positions = vec![said("Home Office", "A review is [near](papers/progress-v1-0).")];
    shown.asserted_by = Some(link(PAPER));
    kept.push(shown);
    // After the first report and before the second: settled, and then in doubt again.
    let settled = event("2019-10-01", Some("workshops/2019-10-01-workshop-6"), Agreed, Work::Done);
    kept.push(settled);
    let mut aside = discussed(OutOfScope, Work::NotNeeded);
    aside[0].note = Some("It lies outside LEDS.".to_owned());
    let mut settled_early = discussed(Agreed, Work::NotNeeded);
    settled_early[0].positions = vec![said("Home Office", "Accepts it.")];
    let mut reopened = discussed(Agreed, Work::Done);
    reopened.push(event("2019-10-01", None, NoneYet, Work::NoEvidence));
    vec![
        with(issue("issues/kept", IMAGES, raised, kept), |issue| {
            issue.raised_at = Some(link(FIRST));
            issue.actions = vec![link("actions/workshop-1-action-1"), link("actions/log-072")];
            issue.next_discussion = announced("2019-09-11");
        }),
        with(issue("issues/no-dispute", IMAGES, raised, discussed(NotAgreed, Work::NoEvidence)), |issue| {
            issue.next_discussion = announced("2019-05-14");
        }),
        issue("issues/settled", IMAGES, raised, settled_early),
        issue("issues/in-talks", IMAGES, raised, discussed(NoneYet, Work::NoEvidence)),
        issue("issues/silent", Some("topics/sharing"), raised, Vec::new()),
        issue("issues/aside", Some("topics/sharing"), raised, aside),
        issue("issues/reopened", Some("topics/sharing"), raised, reopened),
        with(issue("issues/overruled", None, Some("2018"), discussed(NoneYet, Work::NoEvidence)), |issue| {
            issue.editorial = vec![Editorial {
                heading: Heading::Unresolved,
                reason: "Both papers call the difference one of principle.".to_owned(),
                by: "A. Editor".to_owned(),
                on: Some(date("2019-07-20")),
                until: None,
            }];
        }),
        issue("issues/later", IMAGES, Some("2019-10-01"), Vec::new()),
    ]
}

fn others() -> Vec<Record> {
    let party =
        |name: &str| Party { name: name.into(), written: None, organisation: None, by_reference: false };
    let first = Action {
        workshop: Some(link(FIRST)),
        number: Some(1),
        responsible: vec![party("Home Office"), party("CSOs")],
        state: State::Completed,
        state_on: Some(date("2019-07-11")),
        ..Action::default()
    };
    let second = Action {
        workshop: Some(link(FIRST)),
        number: Some(2),
        due: Some(date("2018-10")),
        // Not yet so on the day of the first report.
        state: State::Closed,
        state_on: Some(date("2019-09")),
        earlier: vec![Earlier { state: State::Open, on: date("2018-07-03") }],
        ..Action::default()
    };
    let later = Action {
        workshop: Some(link("workshops/2019-10-01-workshop-6")),
        number: Some(1),
        state: State::Open,
        ..Action::default()
    };
    let logged = Action { log_number: Some(72), state: State::InProgress, ..Action::default() };
    let milestone = |due: &str, repeats: Option<&str>| Milestone {
        owner: Some("Home Office".to_owned()),
        due: Some(date(due)),
        repeats: repeats.map(link),
        ..Milestone::default()
    };
    let interest = Interest {
        topic: Some(link("topics/images")),
        group: Some("Civil society organisations".into()),
        registered_on: Some(date("2019-02-26")),
        issues: vec![link("issues/kept"), link("issues/settled")],
        ..Interest::default()
    };
    let promised = |name: &str, title: &str, milestone: Milestone| {
        of_kind(name, title, Kind::Milestone(Box::new(milestone)))
    };
    vec![
        topic("topics/images", "Custody image policy", Some(1)),
        topic("topics/sharing", "Data sharing", Some(2)).but(|kind| {
            if let Kind::Topic(topic) = kind {
                topic.narrative =
                    vec![Narrative { text: "Papers are being written.".to_owned(), ..Narrative::default() }];
            }
        }),
        topic("topics/unused", "Data quality", Some(3)),
        action("actions/workshop-1-action-1", "Show the system", first),
        action("actions/workshop-1-action-2", "Link up", second),
        action("actions/workshop-6-action-1", "Later", later),
        action("actions/log-072", "Profile the images", logged),
        promised("milestones/2019-06-guide", "Guide", milestone("2019-06", None)),
        promised("milestones/2019-10-code", "Code", milestone("2019-10", None)),
        promised(
            "milestones/2019-10-code-repeat",
            "Code",
            milestone("2019-10", Some("milestones/2019-10-code")),
        ),
        of_kind("interests/images", "Images of the acquitted", Kind::Interest(Box::new(interest))),
        record("cases/open-space", "The Open Space"),
    ]
}

fn reports() -> Vec<Record> {
    let report = |period: &str, previous: Option<&str>, narratives: &[(&str, &str)]| Report {
        period: period.parse().ok(),
        edition: 1,
        is_final: false,
        editors: vec![Editor {
            name: "A. Editor".to_owned(),
            affiliation: Some("Example University".to_owned()),
            orcid: Some("0000-0002-1825-0097".to_owned()),
        }],
        commissioned_by: Some("The members of the Open Space".to_owned()),
        independence: None,
        previous: previous.map(link),
        date: Some(date("2019-07-31")),
        topic_narratives: narratives.iter().map(|(to, words)| (link(to), (*words).to_owned())).collect(),
        typed_counts: Vec::new(),
    };
    let images = "Images came up [often](workshops/2018-07-03-workshop-1#p-2).\n\n- once\n- twice\n";
    let first = report("2018-07/2019-07", None, &[("topics/images", images)]);
    let second = report("2019-08/2019-12", Some("reports/2018-2019"), &[]);
    vec![
        of_kind("reports/2018-2019", "Annual report 2018–2019", Kind::Report(Box::new(first)))
            .saying("Opening words.[^1]\n\n## What moved\n\nMuch <b>moved</b>.\n\n[^1]: A note.\n"),
        of_kind("reports/2019", "Annual report 2019", Kind::Report(Box::new(second))),
    ]
}
