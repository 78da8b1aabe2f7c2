//! What each kind of record says of itself in its summary list, beside the fields that every record
//! may have.

use super::super::html::{Html, escaped, link, none, status, time};
use super::facts::List;
use super::matrix::cell;
use super::{count, in_a_row};
use crate::compose::matrix::ATTRIBUTES;
use crate::compose::timetable::outcome;
use crate::model::action::{Action, Party};
use crate::model::id::Ref;
use crate::model::kinds::{Artefact, Count, Interest, Kind, Milestone, Paper, Participants, Topic, Workshop};

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
        true => format!("{} {}", time(date), none("(planned; no record that it took place)")),
        false => time(date),
    });
    list.markup("Date", date);
    list.words("Place", workshop.place.as_ref());
    list.add("Purpose", workshop.purpose.iter().map(|text| press.field(place, index, text)).collect());
    list.references("Run by", &workshop.facilitator);
    list.add("Took part", participants(&workshop.participants));
    list.references("Topics", &workshop.topics);
    list.references("Sources", &workshop.sources);
}

/// Who took part: names only where the edition holds them, numbers as far as it has them.
fn participants(participants: &Participants) -> Vec<Html> {
    let mut values = Vec::new();
    if let Some(all) = participants.count {
        values.push(match all {
            Count::NotGiven => Html::new(&none("The sum is not given: a small group could be worked out")),
            all => Html::text(&format!("{all} in all")),
        });
    }
    for (group, members) in &participants.groups {
        values.push(Html::text(&match members {
            Some(members) => format!("{group}: {members}"),
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
        values.push(Html::new(&none("Names are published only with sign-off")));
    }
    values
}

fn of_paper(list: &mut List, paper: &Paper) {
    list.words("Reference", paper.reference.as_ref());
    list.words("Version", paper.version.as_ref());
    list.date("Date", paper.date);
    list.term("Kind of paper", "kind", paper.kind.as_deref());
    list.words("Marking", paper.marking.as_ref());
    list.references("Put to", &paper.workshop);
    list.references("Replaces", &paper.supersedes);
    list.references("Topics", &paper.topics);
}

fn of_topic(list: &mut List, topic: &Topic) {
    let (press, place, index) = (list.press, list.place, list.index);
    let column = press
        .site
        .matrix
        .as_ref()
        .and_then(|matrix| matrix.columns.iter().find(|column| column.topic == index));
    for (label, parts) in ATTRIBUTES.iter().zip(column.map_or(&[][..], |column| &column.cells)) {
        let html = cell(press, place, index, parts);
        list.add(label, vec![html.unwrap_or_else(|| Html::new(&none("Nothing recorded")))]);
    }
    list.references("Organisations concerned", &topic.organisations);
}

fn of_action(list: &mut List, action: &Action) {
    let (press, place, index) = (list.press, list.place, list.index);
    let responsible = parties(list, &action.responsible);
    list.add("Responsible", or_none(responsible, "Nobody is named"));
    let since = action.state_on.map(|on| format!(", as at {}", time(on))).unwrap_or_default();
    list.markup("State", Some(format!("{}{since}", status(action.state.as_str(), action.state.in_words()))));
    list.markup("Due", Some(action.due.map_or_else(|| none("No date was set"), time)));
    list.references("Led to", &action.artefacts);
    let from = action.workshop.iter().map(|to| match action.number {
        // The passage itself, where the workshop's page shows it.
        Some(number) => Ref { id: to.id.clone(), part: Some(format!("action-{number}").into()) },
        None => to.clone(),
    });
    let from: Vec<Ref> = from.collect();
    list.references("Promised at", &from);
    list.words("In the action log", action.log_number.map(|number| format!("Number {number}")));
    list.references("Topic", &action.topic);
    list.references("Evidence", &action.evidence);
    list.add("Note", action.note.iter().map(|note| press.field(place, index, note)).collect());
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
        let folded = match &party.written {
            Some(_) => none(" (written with look-alike letters in the source)"),
            None => String::new(),
        };
        Html::new(&format!("{name}{folded}"))
    };
    parties.iter().map(one).collect()
}

/// The names of who is responsible, in a row.
pub(super) fn names(action: &Action) -> String {
    let names: Vec<String> = action.responsible.iter().map(|party| party.name.to_string()).collect();
    in_a_row(&names)
}

fn or_none(values: Vec<Html>, words: &str) -> Vec<Html> {
    if values.is_empty() { vec![Html::new(&none(words))] } else { values }
}

fn of_artefact(list: &mut List, artefact: &Artefact) {
    let (press, place) = (list.press, list.place);
    list.words("Reference", artefact.reference.as_ref());
    let mut from: Vec<String> = artefact
        .from_log
        .iter()
        .map(|number| match press.site.register.by_log_number(press.edition(), *number) {
            Some(action) => link(&press.href(place, action), &format!("Log {number}")),
            None => format!("Log {number}"),
        })
        .collect();
    from.extend(artefact.from_actions.iter().filter_map(|to| press.reference(place, to)));
    let label = format!("From {}", if from.len() == 1 { "action" } else { "actions" });
    list.markup(&label, Some(from.join(", ")).filter(|markup| !markup.is_empty()));
    list.references("Topic", &artefact.topic);
    list.references("Paper", &artefact.paper);
    list.date("Date", artefact.date);
    list.references("Evidence", &artefact.evidence);
}

fn of_milestone(list: &mut List, milestone: &Milestone) {
    let found = outcome(milestone, list.press.edition().today());
    list.markup("Kept or missed", Some(super::timetable::mark(found)));
    list.date("Due", milestone.due);
    list.date("Delivered", milestone.delivered);
    list.words("Owner", milestone.owner.as_ref());
    list.words("With", milestone.with.as_ref());
    list.words("Objective", milestone.objective.as_ref());
    list.references("Repeats", &milestone.repeats);
    list.field("Editors’ doubt", milestone.doubt.as_deref());
    list.references("Source", &milestone.source);
    list.references("Evidence", &milestone.evidence);
}

fn of_interest(list: &mut List, interest: &Interest) {
    list.references("Topic", &interest.topic);
    match (&interest.registered_by, &interest.group) {
        (Some(name), _) => list.words("Registered by", Some(name)),
        (None, Some(group)) => list.words("Registered by", Some(group)),
        (None, None) => list.markup("Registered by", Some(none("Names are published only with sign-off"))),
    }
    list.date("Registered", interest.registered_on);
    let label = count(interest.issues.len(), "issue", "issues");
    list.references(if interest.issues.len() == 1 { "Issue" } else { "Issues" }, &interest.issues);
    if interest.issues.is_empty() {
        list.markup("Issues", Some(none(&format!("It comes to {label} of this archive"))));
    }
    list.references("Source", &interest.source);
}
