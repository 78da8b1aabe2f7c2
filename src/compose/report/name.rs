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
use super::words::{and_lines, joined, text, when};

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

/// The short name of a record: a workshop's number or date, a paper with its version, an action with its
/// series, and the title of anything else.
pub fn of_record(edition: &Edition, record: &Record) -> String {
    match &record.kind {
        Kind::Workshop(workshop) => match (workshop.number, workshop.date) {
            (Some(number), _) => format!("Workshop {number}"),
            (None, Some(date)) => format!("Workshop of {}", date.in_words()),
            (None, None) => record.title.clone(),
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

/// The name of a part of a record: `p-14` is passage 14, `q-4` question 4, a heading its own words.
pub fn of_part(record: &Record, part: &str) -> String {
    if let Some((word, number)) = numbered(part) {
        return format!("{word} {number}");
    }
    let heading = record.body.outline().headings.iter().find(|heading| &*heading.anchor == part);
    match heading {
        Some(heading) => format!("‘{}’", heading.title),
        None => part.replace('-', " "),
    }
}

/// What a numbered part is, and its number.
pub fn numbered(part: &str) -> Option<(&'static str, u32)> {
    const KINDS: [(&str, &str); 4] =
        [("p-", "passage"), ("q-", "question"), ("action-", "action"), ("event-", "entry")];
    KINDS.into_iter().find_map(|(prefix, word)| {
        let digits = part.strip_prefix(prefix)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten().map(|n| (word, n))
    })
}

/// Where and when something happened: `at Workshop 3 on 5 December 2018`, `in Custody images,
/// version 1.0, of 5 December 2018`, `on 5 December 2018`.
pub(super) fn place(edition: &Edition, event: &Event) -> Vec<Inline> {
    let Some(at) = &event.at else { return when(event.on) };
    let meeting = edition.get(&at.id).and_then(|record| match &record.kind {
        Kind::Workshop(workshop) => Some(workshop),
        _ => None,
    });
    let mut words = vec![text(if meeting.is_some() { "at " } else { "in " })];
    if let Some(meeting) = meeting {
        // A meeting that is called by its date needs no other.
        if meeting.number.is_none() && meeting.date == Some(event.on) {
            words[0] = text("at the ");
            let name = of(edition, at);
            words.push(link_as(name.replacen("Workshop", "workshop", 1), at));
            return words;
        }
        words.push(link(edition, at));
        words.push(text(" "));
        words.extend(when(event.on));
    } else {
        words.push(link(edition, at));
        words.push(text(", "));
        words.push(Inline::Date(event.on));
    }
    words
}

/// Passages as links, those of one record together: `Workshop 1, passages 3 and 12; Workshop 3,
/// question 2`.
pub(super) fn passages(edition: &Edition, all: &[Ref]) -> Vec<Inline> {
    let mut records: Vec<(&Ref, Vec<&Ref>)> = Vec::new();
    for to in all {
        match records.iter_mut().find(|(first, _)| first.id == to.id) {
            Some((_, parts)) => parts.push(to),
            None => records.push((to, vec![to])),
        }
    }
    let lines = records.into_iter().map(|(first, parts)| {
        let mut line = vec![link(edition, &Ref::to(first.id.clone()))];
        let named = parts_of(edition, &parts);
        if !named.is_empty() {
            line.push(text(", "));
            line.extend(named);
        }
        line
    });
    joined(lines.collect(), &text("; "))
}

/// Parts of one record as links, those of one kind together and in order: `passages 3 and 12,
/// question 2`.
pub(super) fn parts_of(edition: &Edition, parts: &[&Ref]) -> Vec<Inline> {
    let mut kinds: Vec<(&str, Vec<(u32, &Ref)>)> = Vec::new();
    let mut others: Vec<Vec<Inline>> = Vec::new();
    for to in parts {
        let Some(part) = &to.part else { continue };
        match numbered(part) {
            Some((word, n)) => match kinds.iter_mut().find(|(known, _)| *known == word) {
                Some((_, found)) => found.push((n, to)),
                None => kinds.push((word, vec![(n, to)])),
            },
            None => others.push(vec![link_as(of_its_part(edition, to), to)]),
        }
    }
    let lines = kinds.into_iter().map(|(word, mut found)| {
        found.sort();
        found.dedup();
        if let [(n, to)] = found.as_slice() {
            return vec![link_as(format!("{word} {n}"), to)];
        }
        let mut line = vec![text(format!("{word}s "))];
        line.extend(and_lines(found.iter().map(|(n, to)| vec![link_as(n.to_string(), to)]).collect()));
        line
    });
    let lines: Vec<Vec<Inline>> = lines.chain(others).collect();
    joined(lines, &text(", "))
}
