//! A meeting: date, agenda, papers, participants.
//!
//! In: front matter. Out: `Workshop`. Its body is read as a write-up elsewhere.

use super::super::raw;
use super::super::yaml::Node;
use super::common::listed;
use super::front::Front;
use crate::diag::FieldPath;
use crate::model::kinds::{AgendaItem, Count, Participant, Participants, Workshop};

/// Takes a workshop's own keys out of the front matter.
pub(super) fn workshop(front: &mut Front<'_>) -> Workshop {
    Workshop {
        number: front.count("number"),
        date: front.day("date"),
        planned: front.word("status", &["held", "planned"], is_planned).unwrap_or(false),
        place: front.text("place"),
        facilitator: front.reference("facilitator", Some("organisations")),
        purpose: front.texts("purpose"),
        agenda: agenda(front),
        papers: front.references("papers", Some("papers")),
        topics: front.references("topics", Some("topics")),
        sources: front.take("sources").map_or_else(Vec::new, |value| {
            let found = front.references_in(&FieldPath::key("sources"), value, Some("sources"));
            found.into_iter().map(|(_, link)| link).collect()
        }),
        participants: participants(front),
    }
}

fn is_planned(word: &str) -> Option<bool> {
    match word.trim().to_lowercase().as_str() {
        "planned" => Some(true),
        "held" => Some(false),
        _ => None,
    }
}

fn agenda(front: &mut Front<'_>) -> Vec<AgendaItem> {
    let Some(value) = front.take("agenda") else { return Vec::new() };
    let mut agenda = Vec::new();
    for (n, item) in listed(value).iter().enumerate() {
        let path = FieldPath::key("agenda").at(n);
        match item {
            Node::Map(_) => {
                let Some(raw::AgendaItem { time, item, papers, .. }) = front.notes.shape(&path, item) else {
                    continue;
                };
                let papers = front.papers_at(&path.clone().then("papers"), &papers);
                match item {
                    Some(item) => agenda.push(AgendaItem { time, item, papers }),
                    None => front.notes.incomplete(&path, &["item"]),
                }
            }
            item => match item.as_text() {
                Some(item) => agenda.push(AgendaItem { time: None, item, papers: Vec::new() }),
                None if item.is_nothing() => {}
                None => front.notes.wrong_type(&path, item, "an item of an agenda"),
            },
        }
    }
    agenda
}

fn participants(front: &mut Front<'_>) -> Participants {
    let Some(value) = front.take("participants") else { return Participants::default() };
    let path = FieldPath::key("participants");
    // A bare count may stand for the whole.
    if !matches!(value, Node::Map(_)) {
        let count = value.as_text().and_then(|text| text.trim().parse().ok()).map(Count::Exactly);
        if count.is_none() {
            front.notes.wrong_type(&path, &value, "a map of `count`, `groups` and `names`");
        }
        return Participants { count, ..Participants::default() };
    }
    let Some(raw::Participants { count, .. }) = front.notes.shape(&path, &value) else {
        return Participants::default();
    };
    let mut participants = Participants { count: count.map(Count::Exactly), ..Participants::default() };
    for (path, item) in value.items_of(&path, "groups") {
        let raw::Group { group, count, .. } = match item {
            Node::Map(_) => front.notes.shape(&path, item).unwrap_or_default(),
            item => raw::Group { group: item.as_text(), ..Default::default() },
        };
        match group {
            Some(group) => participants.groups.push((group.trim().into(), count.map(Count::Exactly))),
            None => front.notes.incomplete(&path, &["group"]),
        }
    }
    for (path, item) in value.items_of(&path, "names") {
        let raw::Participant { name, group, known_as, .. } = match item {
            Node::Map(_) => front.notes.shape(&path, item).unwrap_or_default(),
            item => raw::Participant { name: item.as_text(), ..Default::default() },
        };
        match name {
            Some(name) => participants.names.push(Participant {
                name: name.trim().into(),
                group: group.map(|group| group.trim().into()),
                known_as: known_as.iter().map(|name| name.trim().into()).collect(),
            }),
            None => front.notes.incomplete(&path, &["name"]),
        }
    }
    participants
}
