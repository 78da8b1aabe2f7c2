//! What each kind of record says of itself in its summary list, beside the fields that every record
//! may have.

use super::super::html::{Html, escaped, link, none};
use super::super::press::Press;
use super::count;
use super::facts::List;
use super::matrix::cell;
use crate::compose::matrix::{ATTRIBUTE_KEYS, Cell, Part};
use crate::compose::report::participants::people;
use crate::compose::timetable::standing;
use crate::model::action::{Action, Earlier, Party};
use crate::model::id::Ref;
use crate::model::kinds::{Artefact, Count, Interest, Kind, Milestone, Paper, Participants, Topic, Workshop};
use crate::model::words::args;

/// Adds the facts of a kind.
pub(super) fn facts(list: &mut List, kind: &Kind) {
    match kind {
        Kind::Workshop(workshop) => of_workshop(list, workshop),
        Kind::Paper(paper) => of_paper(list, paper),
        Kind::Topic(topic) => of_topic(list, topic),
        Kind::Action(action) => of_action(list, action),
        Kind::Artefact(artefact) => of_artefact(list, artefact),
        Kind::Milestone(milestone) => of_milestone(list, milestone),
        Kind::Interest(interest) => of_interest(list, interest),
        Kind::Issue(_) | Kind::Report(_) | Kind::Plain | Kind::Page { .. } => {}
    }
}

fn of_workshop(list: &mut List, workshop: &Workshop) {
    let (press, place, index) = (list.press, list.place, list.index);
    let date = workshop.date.map(|date| match workshop.planned {
        true => format!("{} {}", press.time(date), none(press.words().say("workshop-planned"))),
        false => press.time(date),
    });
    list.markup("date", date);
    list.words("place", workshop.place.as_ref());
    list.add("purpose", workshop.purpose.iter().map(|text| press.field(place, index, text)).collect());
    list.references("run-by", &workshop.facilitator);
    list.add("took-part", participants(press, &workshop.participants));
    list.references("topics", &workshop.topics);
    list.references("sources", &workshop.sources);
}

/// Who took part: names only where the edition holds them, numbers as far as it has them.
fn participants(press: &Press, participants: &Participants) -> Vec<Html> {
    let mut values = Vec::new();
    if let Some(all) = participants.count {
        values.push(match all {
            Count::NotGiven => Html::new(&none(press.words().say("sum-not-given"))),
            all => Html::text(&press.words().fill("n-in-all", args![count = people(press.words(), all)])),
        });
    }
    for (group, members) in &participants.groups {
        values.push(Html::text(&match members {
            Some(members) => format!("{group}: {}", people(press.words(), *members)),
            None => group.to_string(),
        }));
    }
    for named in &participants.names {
        values.push(Html::text(&match &named.group {
            Some(group) => format!("{} ({group})", named.name),
            None => named.name.to_string(),
        }));
    }
    if participants.names.is_empty() && !values.is_empty() {
        values.push(Html::new(&none(press.words().say("names-only-with-sign-off"))));
    }
    values
}

fn of_paper(list: &mut List, paper: &Paper) {
    list.words("reference", paper.reference.as_ref());
    list.words("version", paper.version.as_ref());
    list.date("date", paper.date);
    let kind = paper.kind.as_deref().map(|kind| list.press.words().find("kind", kind).unwrap_or(kind));
    list.term("kind-of-paper", "kind", kind);
    list.words("marking", paper.marking.as_ref());
    list.references("put-to", &paper.workshop);
    list.references("replaces", &paper.supersedes);
    list.references("topics", &paper.topics);
}

fn of_topic(list: &mut List, topic: &Topic) {
    let (press, place, index) = (list.press, list.place, list.index);
    let column = press
        .site
        .matrix
        .as_ref()
        .and_then(|matrix| matrix.columns.iter().find(|column| column.topic == index));
    for (label, parts) in ATTRIBUTE_KEYS.iter().zip(column.map_or(&[][..], |column| &column.cells)) {
        let html = cell(press, place, index, parts);
        let label = format!("matrix-{label}");
        let mut values =
            vec![html.unwrap_or_else(|| Html::new(&none(press.words().say("nothing-recorded"))))];
        values.extend(series(press, parts));
        list.add(&label, values);
    }
    list.references("organisations-concerned", &topic.organisations);
}

/// Of which series the numbers in a cell are: action 9 of the log is not action 9 of a write-up.
fn series(press: &Press, cell: &Cell) -> Option<Html> {
    let numbers = cell.parts.iter().filter_map(|part| match part {
        Part::LogNumber(_, held) => Some(*held),
        _ => None,
    });
    let held: Vec<Option<usize>> = numbers.collect();
    let missing = held.iter().filter(|held| held.is_none()).count();
    (!held.is_empty()).then(|| Html::new(&none(&count(press.words(), missing, "log-numbers"))))
}

fn of_action(list: &mut List, action: &Action) {
    let (press, place, index) = (list.press, list.place, list.index);
    let responsible = parties(list, &action.responsible);
    list.add("responsible", or_none(responsible, press.words().say("nobody-named")));
    let state = super::action::state(press, action.state);
    let state = match action.state_on {
        Some(on) => press.words().markup("state-as-at", args![state = state, date = press.time(on)]),
        None => state,
    };
    list.markup("state", Some(state));
    let mut earlier = action.earlier.clone();
    earlier.sort_by_key(|one| one.on);
    let earlier = earlier.into_iter().map(|Earlier { state, on }| {
        let state = super::action::state(press, state);
        Html::new(&press.words().markup("state-as-at", args![state = state, date = press.time(on)]))
    });
    list.add("earlier", earlier.collect());
    let due = super::action::due(press, place, index, action);
    list.markup("due", Some(due.unwrap_or_else(|| none(press.words().say("no-date-set")))));
    list.references("led-to", &action.artefacts);
    let from = action.workshop.iter().map(|to| match action.number {
        // The passage itself, where the workshop's page shows it.
        Some(number) => Ref { id: to.id.clone(), part: Some(format!("action-{number}").into()) },
        None => to.clone(),
    });
    let from: Vec<Ref> = from.collect();
    list.references("promised-at", &from);
    list.words(
        "in-the-action-log",
        action.log_number.map(|number| press.words().fill("number-n", args![number = number])),
    );
    list.markup("raised", action.raised.map(|on| press.time(on)));
    list.references("topic", &action.topic);
    list.references("evidence", &action.evidence);
    list.add("note", action.note.iter().map(|note| press.field(place, index, note)).collect());
}

/// Who is responsible, each with a link where there is a record, and with the letters of the source
/// where they were look-alikes.
fn parties(list: &List, parties: &[Party]) -> Vec<Html> {
    let one = |party: &Party| {
        let index = party.organisation.as_ref().and_then(|to| list.press.edition().index_of(&to.id));
        let name = match index {
            Some(index) => link(&list.press.href(list.place, index), &party.name),
            None => escaped(&party.name),
        };
        let name = match list.press.glossary.get(&party.name) {
            Some((_, meaning)) => format!("{name} ({})", escaped(meaning)),
            None => name,
        };
        let folded = match &party.written {
            Some(_) => format!(" {}", none(list.press.words().say("look-alike-letters"))),
            None => String::new(),
        };
        Html::new(&format!("{name}{folded}"))
    };
    parties.iter().map(one).collect()
}

/// The names of who is responsible, in a row: one that is written in initials here and in full there stands
/// in full in all lists. The page of the action has it as it is written.
pub(super) fn names(press: &Press, action: &Action) -> String {
    let names = action.responsible.iter().map(|party| press.glossary.in_full(&party.name).to_owned());
    press.words().row(&names.collect::<Vec<_>>())
}

fn or_none(values: Vec<Html>, words: &str) -> Vec<Html> {
    if values.is_empty() { vec![Html::new(&none(words))] } else { values }
}

fn of_artefact(list: &mut List, artefact: &Artefact) {
    let (press, place) = (list.press, list.place);
    list.words("reference", artefact.reference.as_ref());
    let log = |number: u32| press.words().fill("log-n", args![number = number]);
    let mut from: Vec<String> = artefact
        .from_log
        .iter()
        .map(|number| match press.site.register.by_log_number(press.edition(), *number) {
            Some(action) => link(&press.href(place, action), &log(*number)),
            None => escaped(&log(*number)),
        })
        .collect();
    from.extend(artefact.from_actions.iter().filter_map(|to| press.reference(place, to)));
    let label = if from.len() == 1 { "from-action" } else { "from-actions" };
    list.markup(label, Some(from.join(", ")).filter(|markup| !markup.is_empty()));
    list.references("topic", &artefact.topic);
    list.references("paper", &artefact.paper);
    list.date("date", artefact.date);
    list.references("evidence", &artefact.evidence);
}

fn of_milestone(list: &mut List, milestone: &Milestone) {
    let edition = list.press.edition();
    let found = standing(edition, milestone, edition.today());
    list.markup("kept-or-missed", Some(super::timetable::mark(list.press, found)));
    let today = list.press.edition().today();
    list.date("due", milestone.due_on(today));
    let put_off = milestone.put_off_by(today).into_iter().map(|due| Html::new(&list.press.time(due)));
    list.add("put-off-from", put_off.collect());
    list.date("delivered", milestone.delivered);
    list.date("known-to-be-missed", milestone.missed);
    list.words("owner", milestone.owner.as_ref());
    list.words("with", milestone.with.as_ref());
    list.words("objective", milestone.objective.as_ref());
    list.references("repeats", &milestone.repeats);
    list.field("editors-doubt", milestone.doubt.as_deref());
    list.references("source", &milestone.source);
    list.references("evidence", &milestone.evidence);
}

fn of_interest(list: &mut List, interest: &Interest) {
    list.references("topic", &interest.topic);
    match (&interest.registered_by, &interest.group) {
        (Some(name), _) => list.words("registered-by", Some(name)),
        (None, Some(group)) => list.words("registered-by", Some(group)),
        (None, None) => {
            list.markup("registered-by", Some(none(list.press.words().say("names-only-with-sign-off"))))
        }
    }
    list.date("registered", interest.registered_on);
    list.references(if interest.issues.len() == 1 { "issue" } else { "issues" }, &interest.issues);
    if interest.issues.is_empty() {
        list.markup("issues", Some(none(list.press.words().say("interest-without-issue"))));
    }
    list.references("source", &interest.source);
}
