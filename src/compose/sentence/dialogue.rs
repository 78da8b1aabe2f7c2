//! Sentences on what the dialogue itself made: workshops, papers, issues, actions, artefacts,
//! milestones.

use super::grammar::{an, list, short_title, the, title, today, when};
use crate::audience::Edition;
use crate::compose::register::is_overdue;
use crate::compose::timetable::{Outcome, standing};
use crate::model::action::{Action, State};
use crate::model::issue::Issue;
use crate::model::kinds::{Artefact, Count, Kind, Milestone, Paper, Workshop};
use crate::model::record::Record;
use crate::model::value::Value;

/// “Held on 3 July 2018 (London), facilitated by Involve, with 24 participants; 20 actions came of
/// it.”
pub(super) fn workshop(edition: &Edition, record: &Record, workshop: &Workshop) -> Option<String> {
    let is_to_come = workshop.date.is_some_and(|date| date.earliest() > edition.today());
    let mut said = match workshop.date {
        Some(date) if workshop.planned => format!("Planned for {}", date.in_words()),
        Some(date) if is_to_come => format!("To be held {}", when(date)),
        Some(date) => format!("Held {}", when(date)),
        None if workshop.planned => "Planned, with no date recorded".to_owned(),
        None => "A workshop with no date recorded".to_owned(),
    };
    if let Some(place) = workshop.place.as_deref().map(str::trim).filter(|place| !place.is_empty()) {
        said.push_str(&format!(" ({place})"));
    }
    if let Some(name) = workshop.facilitator.as_ref().and_then(|link| title(edition, link)) {
        said.push_str(&format!(", facilitated by {}", the(name)));
    }
    if let Some(Count::Exactly(count @ 1..)) = workshop.participants.count {
        said.push_str(&format!(", with {}", counted(count as usize, "participant")));
    }
    let papers = workshop.papers.len();
    let actions = record.body.write_up().map_or(0, |write_up| write_up.actions.len());
    let put = (papers > 0).then(|| {
        format!("{} {} put to it", counted(papers, "paper"), if papers == 1 { "was" } else { "were" })
    });
    let came = (actions > 0).then(|| format!("{} came of it", counted(actions, "action")));
    let both: Vec<String> = put.into_iter().chain(came).collect();
    if !both.is_empty() {
        said.push_str(&format!("; {}", list(&both)));
    }
    (said != "A workshop with no date recorded").then_some(said)
}

/// “A stimulus paper (P03), version 1.0, dated 20 September 2018, by the Home Office, put to
/// Workshop 2.”
pub(super) fn paper(edition: &Edition, record: &Record, paper: &Paper) -> Option<String> {
    let kind = paper.kind.as_deref().map(|kind| kind.trim().to_lowercase()).filter(|kind| !kind.is_empty());
    let noun = match &kind {
        Some(kind) if kind.ends_with("paper") => an(kind),
        Some(kind) => an(&format!("{kind} paper")),
        None => "a paper".to_owned(),
    };
    let mut said = noun.clone();
    if let Some(reference) = &paper.reference {
        said.push_str(&format!(" ({reference})"));
    }
    if let Some(version) = &paper.version {
        said.push_str(&format!(", version {}", version.trim_start_matches(['v', 'V'])));
    }
    if let Some(date) = paper.date {
        said.push_str(&format!(", dated {}", date.in_words()));
    }
    if let Some(Value::Links(links)) = record.field("organisation_link") {
        let names: Vec<String> = links.iter().filter_map(|link| title(edition, link)).map(the).collect();
        if !names.is_empty() {
            said.push_str(&format!(", by {}", list(&names)));
        }
    }
    if let Some(name) = paper.workshop.as_ref().and_then(|link| title(edition, link)) {
        said.push_str(&format!(", put to {name}"));
    }
    if let Some(name) = paper.supersedes.as_ref().and_then(|link| title(edition, link)) {
        said.push_str(&format!(", superseding {name}"));
    }
    (kind.is_some() || said != noun).then_some(said)
}

/// “Raised on 3 July 2018 at Workshop 1; outstanding as at 11 July 2019: agreed, work to do.”
pub(super) fn issue(edition: &Edition, issue: &Issue) -> Option<String> {
    let date = issue.raised_on.map(|date| format!(" {}", when(date))).unwrap_or_default();
    let at = issue.raised_at.as_ref().and_then(|link| edition.get(&link.id)).map_or_else(String::new, |at| {
        let word = if matches!(at.kind, Kind::Workshop(_)) { "at" } else { "in" };
        format!(" {word} {}", short_title(at))
    });
    let raised = if date.is_empty() && at.is_empty() { String::new() } else { format!("Raised{date}{at}; ") };
    let standing = issue.standing(edition.today());
    let heading = standing.heading.in_words();
    let day = today(edition);
    Some(match standing.editorial {
        Some(_) => format!("{raised}{heading} in the editor’s judgement as at {day}"),
        None if standing.rule.name() == heading => format!("{raised}{heading} as at {day}"),
        None => format!("{raised}{heading} as at {day}: {}", standing.rule.name()),
    })
}

/// “Action 3 of Workshop 1 (number 36 in the action log), promised by HO, due in September 2019;
/// completed as at 11 July 2019.”
pub(super) fn action(edition: &Edition, action: &Action) -> Option<String> {
    let workshop = action.workshop.as_ref().and_then(|link| title(edition, link));
    let mut said = match (action.number, workshop, action.log_number) {
        (Some(number), Some(workshop), _) => format!("Action {number} of {workshop}"),
        (None, Some(workshop), _) => format!("An action of {workshop}"),
        (Some(number), None, _) => format!("Action {number} of its write-up"),
        (None, None, Some(number)) => format!("Action {number} of the action log"),
        (None, None, None) => "An action".to_owned(),
    };
    if let Some(number) = action.log_number
        && (action.number.is_some() || workshop.is_some())
    {
        said.push_str(&format!(" (number {number} in the action log)"));
    }
    let names: Vec<String> = action.responsible.iter().map(|party| the(&party.name)).collect();
    if !names.is_empty() {
        said.push_str(&format!(", promised by {}", list(&names)));
    }
    if let Some(due) = action.due {
        said.push_str(&format!(", due {}", when(due)));
    }
    said.push_str("; ");
    said.push_str(match action.state {
        State::NotStated => "its state is not stated",
        state => state.in_words(),
    });
    if is_overdue(action, edition.today()) {
        said.push_str(&format!(", and overdue as at {}", today(edition)));
    } else if let Some(on) = action.state_on {
        said.push_str(&format!(" as at {}", on.in_words()));
    }
    Some(said)
}

/// “Artefact A5, dated March 2019, from actions 1 and 36 of the action log, on Custody images.”
pub(super) fn artefact(edition: &Edition, artefact: &Artefact) -> Option<String> {
    let start =
        artefact.reference.as_ref().map_or("An artefact".to_owned(), |name| format!("Artefact {name}"));
    let mut said = start.clone();
    if let Some(date) = artefact.date {
        said.push_str(&format!(", dated {}", date.in_words()));
    }
    let numbers: Vec<String> = artefact.from_log.iter().map(u32::to_string).collect();
    let mut from: Vec<String> = Vec::new();
    match numbers.as_slice() {
        [] => {}
        [one] => from.push(format!("action {one} of the action log")),
        several => from.push(format!("actions {} of the action log", list(several))),
    }
    from.extend(artefact.from_actions.iter().filter_map(|link| title(edition, link)).map(str::to_owned));
    if !from.is_empty() {
        said.push_str(&format!(", from {}", list(&from)));
    }
    if let Some(name) = artefact.topic.as_ref().and_then(|link| title(edition, link)) {
        said.push_str(&format!(", on {name}"));
    }
    (said != start).then_some(said)
}

/// “Promised for September 2019 by the Home Office; came 1 month late, in October 2019.”
pub(super) fn milestone(edition: &Edition, milestone: &Milestone) -> Option<String> {
    let mut said = "Promised".to_owned();
    if let Some(due) = milestone.due_on(edition.today()) {
        said.push_str(&format!(" for {}", due.in_words()));
    }
    if let Some(owner) = &milestone.owner {
        said.push_str(&format!(" by {}", the(owner)));
    }
    if let Some(with) = &milestone.with {
        said.push_str(&format!(" with {}", the(with)));
    }
    let outcome = standing(edition, milestone, edition.today());
    said.push_str("; ");
    match (outcome, milestone.delivered) {
        (Outcome::Kept | Outcome::Late(_), Some(on)) => {
            said.push_str(&format!("{}, {}", outcome.in_words(), when(on)));
        }
        (Outcome::Undated, Some(on)) => said.push_str(&format!("no date given; came {}", when(on))),
        (Outcome::Undated, None) => said.push_str("no date given"),
        _ => said.push_str(&format!("{} as at {}", outcome.in_words(), today(edition))),
    }
    Some(said)
}

fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

#[cfg(test)]
mod tests {
    use crate::compose::fixture::{Fixture, date, event, issue, link, of_kind, record, topic, workshop};
    use crate::compose::sentence::sentence;
    use crate::model::action::{Action, Party, State};
    use crate::model::issue::{Agreement, Editorial, Work};
    use crate::model::kinds::{Artefact, Count, Kind, Milestone, Paper};
    use crate::model::record::Record;
    use crate::model::standing::Heading;

    fn said(of: Record) -> Option<String> {
        let id = of.id.clone();
        let edition = Fixture::new()
            .with(of)
            .with(workshop("workshops/one", "Workshop 1: how to begin", "2018-07-03"))
            .with(record("organisations/involve", "Involve"))
            .with(record("papers/other", "Other"))
            .with(topic("topics/t", "Custody images", None))
            .edition("2019-07-11");
        sentence(&edition, edition.index_of(&id).unwrap())
    }

    #[test]
    fn workshops_say_when_where_and_what_came_of_them() {
        let change = |record: Record, change: fn(&mut crate::model::kinds::Workshop)| {
            record.but(|kind| {
                if let Kind::Workshop(workshop) = kind {
                    change(workshop);
                }
            })
        };
        let held = change(workshop("workshops/w", "W", "2018-12-05"), |workshop| {
            workshop.place = Some("London".into());
            workshop.facilitator = Some(link("organisations/involve"));
            workshop.participants.count = Some(Count::Exactly(24));
            workshop.papers = vec![link("papers/other")];
        });
        let expected = "Held on 5 December 2018 (London), facilitated by Involve, with 24 participants; 1 paper was put to it.";
        assert_eq!(said(held).as_deref(), Some(expected));
        let few = change(workshop("workshops/w", "W", "2018-12"), |workshop| {
            workshop.participants.count = Some(Count::Exactly(2));
        });
        assert_eq!(said(few).as_deref(), Some("Held in December 2018."));
        let planned = change(workshop("workshops/w", "W", "2019-09-19"), |workshop| workshop.planned = true);
        assert_eq!(said(planned).as_deref(), Some("Planned for 19 September 2019."));
        let later = workshop("workshops/w", "W", "2019-09");
        assert_eq!(said(later).as_deref(), Some("To be held in September 2019."));
        assert_eq!(said(of_kind("workshops/w", "W", Kind::Workshop(Box::default()))), None);
    }

    #[test]
    fn papers_say_what_they_are() {
        let paper = |paper: Paper| said(of_kind("papers/p", "P", Kind::Paper(Box::new(paper))));
        let whole = Paper {
            reference: Some("P03".into()),
            version: Some("1.0".into()),
            date: Some(date("2018-09-20")),
            kind: Some("extemporary".into()),
            workshop: Some(link("workshops/one")),
            ..Paper::default()
        };
        assert_eq!(
            paper(whole).as_deref(),
            Some("An extemporary paper (P03), version 1.0, dated 20 September 2018, put to Workshop 1.")
        );
        let dated = Paper { date: Some(date("2019")), ..Paper::default() };
        assert_eq!(paper(dated).as_deref(), Some("A paper, dated 2019."));
        assert_eq!(paper(Paper::default()), None);
    }

    #[test]
    fn issues_say_where_they_stand_and_by_whose_judgement() {
        let agreed = event("2019-02-26", None, Agreement::Agreed, Work::NotStarted);
        let at = |record: Record| {
            record.but(|kind| {
                if let Kind::Issue(issue) = kind {
                    issue.raised_at = Some(link("workshops/one"));
                }
            })
        };
        let whole = at(issue("issues/q", None, Some("2018-07-03"), vec![agreed.clone()]));
        assert_eq!(
            said(whole).as_deref(),
            Some("Raised on 3 July 2018 at Workshop 1; outstanding as at 11 July 2019: agreed, work to do.")
        );
        let bare = issue("issues/q", None, None, vec![]);
        assert_eq!(said(bare).as_deref(), Some("Outstanding as at 11 July 2019: not yet discussed."));
        let done = event("2019-03", None, Agreement::Agreed, Work::Done);
        let resolved = issue("issues/q", None, Some("2018"), vec![done]);
        assert_eq!(
            said(resolved).as_deref(),
            Some("Raised in 2018; discussed and resolved as at 11 July 2019.")
        );
        let overruled = at(issue("issues/q", None, None, vec![agreed])).but(|kind| {
            if let Kind::Issue(issue) = kind {
                issue.editorial = vec![Editorial {
                    heading: Heading::Resolved,
                    reason: "r".into(),
                    by: "E".into(),
                    on: None,
                    until: None,
                }];
            }
        });
        assert_eq!(
            said(overruled).as_deref(),
            Some(
                "Raised at Workshop 1; discussed and resolved in the editor’s judgement as at 11 July 2019."
            )
        );
    }

    #[test]
    fn actions_keep_their_two_numbers_apart() {
        let action = |action: Action| said(of_kind("actions/a", "A", Kind::Action(Box::new(action))));
        let party =
            |name: &str| Party { name: name.into(), written: None, organisation: None, by_reference: false };
        let whole = Action {
            workshop: Some(link("workshops/one")),
            number: Some(3),
            log_number: Some(36),
            responsible: vec![party("Home Office"), party("CSOs")],
            due: Some(date("2019-09")),
            state: State::Completed,
            state_on: Some(date("2019-06-30")),
            ..Action::default()
        };
        assert_eq!(
            action(whole).as_deref(),
            Some(
                "Action 3 of Workshop 1 (number 36 in the action log), promised by the Home Office and CSOs, \
                 due in September 2019; completed as at 30 June 2019."
            )
        );
        let overdue = Action { log_number: Some(4), due: Some(date("2019-01")), ..Action::default() };
        assert_eq!(
            action(overdue).as_deref(),
            Some(
                "Action 4 of the action log, due in January 2019; its state is not stated, and overdue as at 11 July 2019."
            )
        );
        assert_eq!(action(Action::default()).as_deref(), Some("An action; its state is not stated."));
    }

    #[test]
    fn artefacts_and_milestones_say_where_they_come_from() {
        let artefact = Artefact {
            reference: Some("A5".into()),
            from_log: vec![1, 36],
            topic: Some(link("topics/t")),
            ..Artefact::default()
        };
        assert_eq!(
            said(of_kind("artefacts/a", "A", Kind::Artefact(Box::new(artefact)))).as_deref(),
            Some("Artefact A5, from actions 1 and 36 of the action log, on Custody images.")
        );
        assert_eq!(said(of_kind("artefacts/a", "A", Kind::Artefact(Box::default()))), None);
        let milestone = |due, delivered: Option<&str>| {
            let milestone = Milestone {
                owner: Some("Home Office".into()),
                due: Some(date(due)),
                delivered: delivered.map(date),
                ..Milestone::default()
            };
            said(of_kind("milestones/m", "M", Kind::Milestone(Box::new(milestone)))).unwrap()
        };
        assert_eq!(
            milestone("2019-04", Some("2019-05")),
            "Promised for April 2019 by the Home Office; came 1 month late, in May 2019."
        );
        assert_eq!(
            milestone("2019-04", None),
            "Promised for April 2019 by the Home Office; no evidence that it came as at 11 July 2019."
        );
        assert_eq!(
            milestone("2020-04", None),
            "Promised for April 2020 by the Home Office; not yet due as at 11 July 2019."
        );
    }
}
