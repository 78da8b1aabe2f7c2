//! What a record, or a part of one, is called in running text: `Workshop 1, passage 14`.
//!
//! In: an edition and a reference. Out: words and links. The two series of action numbers are never
//! confused: an action is named with its workshop or with the action log.

use crate::audience::Edition;
use crate::model::action::Action;
use crate::model::id::Ref;
use crate::model::issue::Event;
use crate::model::kinds::Kind;
use crate::model::record::Record;

use super::tree::{Inline, Target};
use super::words::{text, when};

/// A link to a record by its short name.
pub(super) fn link(edition: &Edition, to: &Ref) -> Inline {
    Inline::Link(vec![text(of(edition, to))], Target::Record(to.clone()))
}

/// A link to a record with words of one's own.
pub(super) fn link_as(words: impl Into<String>, to: &Ref) -> Inline {
    Inline::Link(vec![text(words)], Target::Record(to.clone()))
}

/// The short name of a record and its part.
pub fn of(edition: &Edition, to: &Ref) -> String {
    let Some(record) = edition.get(&to.id) else { return to.to_string() };
    let name = of_record(edition, record);
    match &to.part {
        Some(part) => format!("{name}, {}", of_part(record, part)),
        None => name,
    }
}

/// The name of the part alone; the record's where no part is named.
pub fn of_its_part(edition: &Edition, to: &Ref) -> String {
    match (edition.get(&to.id), &to.part) {
        (Some(record), Some(part)) => of_part(record, part),
        _ => of(edition, to),
    }
}

/// The short name of a record: a workshop's number, a paper with its version, an action with its
/// series, and the title of anything else.
pub fn of_record(edition: &Edition, record: &Record) -> String {
    match &record.kind {
        Kind::Workshop(workshop) => match workshop.number {
            Some(number) => format!("Workshop {number}"),
            None => record.title.clone(),
        },
        Kind::Paper(paper) => match &paper.version {
            Some(version) if !record.title.contains(&**version) => {
                format!("{}, version {}", record.title, version.trim_start_matches(['v', 'V']))
            }
            _ => record.title.clone(),
        },
        Kind::Action(action) => of_action(edition, action).unwrap_or_else(|| record.title.clone()),
        Kind::Artefact(artefact) => match &artefact.reference {
            Some(reference) => format!("{reference}, {}", record.title),
            None => record.title.clone(),
        },
        _ => record.title.clone(),
    }
}

/// An action by its workshop and number, or by its number in the action log; `None` without either.
pub fn of_action(edition: &Edition, action: &Action) -> Option<String> {
    let held = action.workshop.as_ref().and_then(|workshop| edition.get(&workshop.id));
    match (held, action.number, action.log_number) {
        (Some(workshop), Some(number), _) => {
            Some(format!("{}, action {number}", of_record(edition, workshop)))
        }
        (_, _, Some(number)) => Some(format!("Action log {number}")),
        _ => None,
    }
}

/// The name of a part of a record, as CONTENT has them: `p-14` is passage 14, `q-4` question 4.
fn of_part(record: &Record, part: &str) -> String {
    let numbered = [("p-", "passage"), ("q-", "question"), ("action-", "action"), ("event-", "entry")];
    for (prefix, word) in numbered {
        if let Some(number) = part.strip_prefix(prefix)
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            return format!("{word} {number}");
        }
    }
    let heading = record.body.outline().headings.iter().find(|heading| &*heading.anchor == part);
    match heading {
        Some(heading) => format!("‘{}’", heading.title),
        None => part.replace('-', " "),
    }
}

/// Where and when something happened: `at Workshop 3 on 5 December 2018`, `in Custody images,
/// version 1.0, of 5 December 2018`, `on 5 December 2018`.
pub(super) fn place(edition: &Edition, event: &Event) -> Vec<Inline> {
    let Some(at) = &event.at else { return when(event.on) };
    let is_meeting = edition.get(&at.id).is_some_and(|record| matches!(record.kind, Kind::Workshop(_)));
    let mut words = vec![text(if is_meeting { "at " } else { "in " }), link(edition, at)];
    if is_meeting {
        words.push(text(" "));
        words.extend(when(event.on));
    } else {
        words.push(text(", "));
        words.push(Inline::Date(event.on));
    }
    words
}
