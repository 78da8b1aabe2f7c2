//! What a record, or a part of one, is called in running text: `Workshop 1, passage 14`.
//!
//! In: an edition and a reference. Out: words and links, in the words of the edition; a title that is in
//! another language is marked. The two series of action numbers are never confused: an action is named
//! with its workshop or with the action log.

use crate::audience::Edition;
use crate::model::action::Action;
use crate::model::id::Ref;
use crate::model::issue::Event;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::words::{Words, args};

use super::tree::{Inline, Target, plain};
use super::words::{and_lines, joined, puts, say, text, when};

/// A link to a record by its short name.
pub(super) fn link(edition: &Edition, to: &Ref) -> Inline {
    Inline::Link(line(edition, to), Target::Record(to.clone()))
}

/// A link to a record with words of one's own.
pub(super) fn link_as(words: impl Into<String>, to: &Ref) -> Inline {
    Inline::Link(vec![text(words)], Target::Record(to.clone()))
}

/// A link to a record by its title.
pub(super) fn titled(edition: &Edition, record: &Record) -> Inline {
    Inline::Link(title(edition, record), Target::Record(Ref::to(record.id.clone())))
}

/// A link to a record by its short name.
pub(super) fn named(edition: &Edition, record: &Record) -> Inline {
    Inline::Link(of_record(edition, record), Target::Record(Ref::to(record.id.clone())))
}

/// The title of a record.
pub fn title(edition: &Edition, record: &Record) -> Vec<Inline> {
    spoken(edition, record, &record.title, vec![text(record.title.clone())])
}

/// A line that words of a record were made into, marked where they are in another language.
pub fn spoken(edition: &Edition, record: &Record, words: &str, line: Vec<Inline>) -> Vec<Inline> {
    match language(edition, record, words) {
        Some(language) if !line.is_empty() => vec![Inline::Spoken(language, line)],
        _ => line,
    }
}

/// The language of words of a record, where it is not the edition's.
pub fn language(edition: &Edition, record: &Record, words: &str) -> Option<String> {
    let index = edition.index_of(&record.id)?;
    edition.is_foreign(index, words).then(|| edition.config().main_language().to_owned())
}

/// The short name of a record and its part.
pub fn line(edition: &Edition, to: &Ref) -> Vec<Inline> {
    let Some(record) = edition.get(&to.id) else { return vec![text(to.to_string())] };
    with_part(edition, record, of_record(edition, record), to)
}

fn with_part(edition: &Edition, record: &Record, mut name: Vec<Inline>, to: &Ref) -> Vec<Inline> {
    if let Some(part) = &to.part {
        name.push(text(", "));
        name.extend(part_of(edition, record, part));
    }
    name
}

/// The short name of a record and its part, as plain words.
pub fn of(edition: &Edition, to: &Ref) -> String {
    plain(edition.words(), &line(edition, to))
}

/// The short name of a record: a workshop's number or date, a paper with its version, an action with its
/// series, and the title of anything else.
pub(super) fn of_record(edition: &Edition, record: &Record) -> Vec<Inline> {
    let words = edition.words();
    match &record.kind {
        Kind::Workshop(workshop) => match (workshop.number, workshop.date) {
            (Some(number), _) => say(words, "workshop-n", puts![number = number.to_string()]),
            (None, Some(date)) => say(words, "report-workshop-of", puts![date = words.date(date)]),
            (None, None) => title(edition, record),
        },
        Kind::Paper(paper) => match &paper.version {
            Some(version) if !record.title.contains(&**version) => {
                let version = version.trim_start_matches(['v', 'V']);
                let version = say(words, "version-n", puts![version = version]);
                joined(vec![title(edition, record), version], &text(", "))
            }
            _ => title(edition, record),
        },
        Kind::Action(action) => of_action(edition, action).unwrap_or_else(|| title(edition, record)),
        Kind::Artefact(artefact) => match &artefact.reference {
            Some(reference) => {
                joined(vec![vec![text(reference.to_string())], title(edition, record)], &text(", "))
            }
            None => title(edition, record),
        },
        _ => title(edition, record),
    }
}

/// An action by its workshop and number, or by its number in the action log; `None` without either.
fn of_action(edition: &Edition, action: &Action) -> Option<Vec<Inline>> {
    let held = action.workshop.as_ref().and_then(|workshop| edition.get(&workshop.id));
    let words = edition.words();
    match (held, action.number, action.log_number) {
        (Some(workshop), Some(number), _) => {
            let workshop = of_record(edition, workshop);
            Some(say(words, "report-action-of", puts![workshop = workshop, number = number.to_string()]))
        }
        (_, _, Some(number)) => Some(in_log(words, number)),
        _ => None,
    }
}

/// An action by its number in the action log.
pub(super) fn in_log(words: &Words, number: u32) -> Vec<Inline> {
    say(words, "report-action-in-log", puts![number = number.to_string()])
}

/// The name of a part of a record: `p-14` is passage 14, `q-4` question 4, a heading its own words.
pub fn of_part(words: &Words, record: &Record, part: &str) -> String {
    if let Some((kind, number)) = numbered(part) {
        return words.fill(&format!("part-{kind}"), args![number = number]);
    }
    let heading = record.body.outline().headings.iter().find(|heading| &*heading.anchor == part);
    match heading {
        Some(heading) => words.fill("report-quoted", args![words = &heading.title]),
        None => part.replace('-', " "),
    }
}

/// The same as a line, the words of a heading marked where they are in another language.
fn part_of(edition: &Edition, record: &Record, part: &str) -> Vec<Inline> {
    let words = vec![text(of_part(edition.words(), record, part))];
    match numbered(part) {
        Some(_) => words,
        None => spoken(edition, record, record.body.text(), words),
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
    let words = edition.words();
    let Some(at) = &event.at else { return when(words, event.on) };
    let found = edition.get(&at.id).and_then(|record| match &record.kind {
        Kind::Workshop(workshop) => Some((record, workshop)),
        _ => None,
    });
    let Some((record, meeting)) = found else {
        return say(words, "report-in-document", puts![document = link(edition, at), date = event.on]);
    };
    // A meeting that is called by its date needs no other.
    if let (None, Some(date)) = (meeting.number, meeting.date)
        && date == event.on
    {
        let name = say(words, "report-workshop-of-inline", puts![date = words.date(date)]);
        let name = Inline::Link(with_part(edition, record, name, at), Target::Record(at.clone()));
        return say(words, "report-at-the-meeting", puts![meeting = name]);
    }
    say(words, "report-at-meeting", puts![meeting = link(edition, at), when = when(words, event.on)])
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
    let words = edition.words();
    let mut kinds: Vec<(&str, Vec<(u32, &Ref)>)> = Vec::new();
    let mut others: Vec<Vec<Inline>> = Vec::new();
    for to in parts {
        let Some(part) = &to.part else { continue };
        match numbered(part) {
            Some((word, n)) => match kinds.iter_mut().find(|(known, _)| *known == word) {
                Some((_, found)) => found.push((n, to)),
                None => kinds.push((word, vec![(n, to)])),
            },
            None => {
                let name = edition.get(&to.id).map(|record| part_of(edition, record, part));
                let name = name.unwrap_or_else(|| vec![text(to.to_string())]);
                others.push(vec![Inline::Link(name, Target::Record((*to).clone()))]);
            }
        }
    }
    let lines = kinds.into_iter().map(|(word, mut found)| {
        found.sort();
        found.dedup();
        if let [(n, to)] = found.as_slice() {
            return vec![link_as(words.fill(&format!("part-{word}"), args![number = *n]), to)];
        }
        let numbers = found.iter().map(|(n, to)| vec![link_as(n.to_string(), to)]).collect();
        say(words, &format!("parts-{word}"), puts![numbers = and_lines(words, numbers)])
    });
    let lines: Vec<Vec<Inline>> = lines.chain(others).collect();
    joined(lines, &text(", "))
}
