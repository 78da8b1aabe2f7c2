//! The progress matrix: one column a topic, one row an attribute (DOMAIN.md §5).

use std::collections::BTreeSet;

use jiff::civil;

use super::register::{self, Register};
use super::standings::Standings;
use super::topics::{TopicView, Topics};
use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::kinds::{Kind, Named, Topic};
use crate::model::standing::Heading;
use crate::model::words::args;

/// The matrix.
#[derive(Debug)]
pub struct Matrix {
    /// The topics in their order.
    pub columns: Vec<Column>,
}

/// A topic's column: the ten attributes, derived ones computed.
#[derive(Debug)]
pub struct Column {
    /// The topic.
    pub topic: usize,
    /// The topic's short title.
    pub title: String,
    /// One cell an attribute, in the order of `ATTRIBUTES`.
    pub cells: Vec<Cell>,
}

/// The attributes, in the order of the rows.
pub const ATTRIBUTE_KEYS: [&str; 10] = [
    "document-purpose",
    "narrative",
    "latest-document",
    "key-change-log",
    "last-discussion",
    "next-discussion",
    "key-outstanding-issues",
    "stimulus-paper",
    "artefacts",
    "related-actions",
];

/// The same in English, as data has them.
pub const ATTRIBUTES: [&str; 10] = [
    "Document purpose",
    "Narrative",
    "Latest document",
    "Key change log",
    "Last discussion",
    "Next discussion",
    "Key outstanding issues",
    "Stimulus paper",
    "Artefacts",
    "Related actions",
];

/// What stands in a cell: parts in order, each complete in itself; empty where nothing is recorded.
#[derive(Debug, Default, PartialEq)]
pub struct Cell {
    /// The parts.
    pub parts: Vec<Part>,
    /// Whether the program computed it from the records, or the editors wrote it.
    pub derived: bool,
}

/// A part of a cell.
#[derive(Debug, PartialEq)]
pub enum Part {
    /// Markdown that the editors wrote.
    Markdown(String),
    /// Plain words.
    Words(String),
    /// A record, with the words of the link.
    Link(Ref, String),
    /// A number of the action log, with its action where the edition holds it.
    LogNumber(u32, Option<usize>),
}

impl Matrix {
    /// The matrix of an edition; `None` without topics.
    pub fn of(edition: &Edition) -> Option<Self> {
        let standings = Standings::as_at(edition, edition.today());
        Matrix::with(edition, &Register::of(edition), &standings, &Topics::of(edition))
    }

    /// The matrix as at the day of the standings; `None` without topics.
    pub fn with(
        edition: &Edition,
        register: &Register,
        standings: &Standings<'_>,
        topics: &Topics,
    ) -> Option<Self> {
        let columns: Vec<Column> = topics
            .views
            .iter()
            .filter_map(|view| match &edition.record(view.topic).kind {
                Kind::Topic(topic) => Some(column(edition, register, standings, view, topic)),
                _ => None,
            })
            .collect();
        (!columns.is_empty()).then_some(Matrix { columns })
    }
}

fn column(
    edition: &Edition,
    register: &Register,
    standings: &Standings<'_>,
    view: &TopicView,
    topic: &Topic,
) -> Column {
    let record = edition.record(view.topic);
    Column {
        topic: view.topic,
        title: topic.short_title.clone().unwrap_or_else(|| record.title.clone()),
        cells: vec![
            written(topic.document_purpose.as_deref()),
            written(topic.narrative_on(standings.as_of())),
            documents(edition, &topic.latest_document),
            written(topic.key_change_log.as_deref()),
            last_discussion(edition, standings, view, topic),
            next_discussion(edition, standings.as_of(), view, topic),
            outstanding(edition, standings, view, topic),
            documents(edition, &topic.stimulus_paper),
            artefacts(edition, view),
            actions(edition, register, view, topic),
        ],
    }
}

fn written(text: Option<&str>) -> Cell {
    Cell { parts: text.iter().map(|text| Part::Markdown((*text).to_owned())).collect(), derived: false }
}

fn documents(edition: &Edition, named: &[Named]) -> Cell {
    let parts = named
        .iter()
        .map(|document| match document {
            Named::Record(link) => Part::Link(link.clone(), document_words(edition, link)),
            Named::Words(words) => Part::Markdown(words.clone()),
        })
        .collect();
    Cell { parts, derived: false }
}

/// A document by its title, and the version and date by which it can be told from its other versions.
fn document_words(edition: &Edition, link: &Ref) -> String {
    let Some(record) = edition.get(&link.id) else { return link.id.slug().to_owned() };
    let mut words = record.title.clone();
    if let Kind::Paper(paper) = &record.kind {
        if let Some(version) = paper.version.as_deref().map(|version| version.trim_start_matches(['v', 'V']))
            && !record.title.contains(version)
        {
            words.push_str(&format!(" v{version}"));
        }
        if let Some(date) = paper.date {
            words.push_str(&format!(" ({})", edition.words().date(date)));
        }
    }
    words
}

/// The day that the records show, beside the one that the papers of the time state where the two
/// do not agree.
fn last_discussion(edition: &Edition, standings: &Standings<'_>, view: &TopicView, topic: &Topic) -> Cell {
    let last = view.last_discussion(edition, standings.as_of());
    let mut parts = Vec::new();
    if let Some(discussion) = &last {
        let day = edition.words().date(discussion.on);
        parts.push(match discussion.at.as_ref().map(|at| (at, edition.get(&at.id))) {
            Some((at, Some(record))) => Part::Link(at.clone(), format!("{day}, {}", record.title)),
            _ => Part::Words(day),
        });
    }
    if let Some(stated) = topic.stated_last_discussion.as_deref().map(str::trim)
        && !stated.is_empty()
    {
        // A date may be followed by words: only the date can agree with the one that is derived.
        let end = stated.find([',', ';', ' ']).unwrap_or(stated.len());
        let (head, rest) = stated.split_at(end);
        match (head.parse::<Date>(), &last) {
            (Ok(date), Some(last)) if rest.trim().is_empty() && agree(date, last.on) => {}
            (Ok(date), _) => {
                let stated = format!("{}{rest}", edition.words().date(date));
                parts.push(Part::Markdown(edition.words().fill("stated-in-papers", args![stated = stated])));
            }
            (Err(_), _) => {
                parts.push(Part::Markdown(edition.words().fill("stated-in-papers", args![stated = stated])))
            }
        }
    }
    parts.extend(topic.last_discussion_note.clone().map(Part::Markdown));
    Cell { parts, derived: last.is_some() }
}

/// Whether two dates, as coarse as they are, may mean one day.
fn agree(a: Date, b: Date) -> bool {
    a.earliest() <= b.latest() && b.earliest() <= a.latest()
}

/// What the editors of the topic write, and what is promised on its issues beyond that.
fn next_discussion(edition: &Edition, as_of: civil::Date, view: &TopicView, topic: &Topic) -> Cell {
    let words = edition.words();
    // A day that is over is no next one any more; that it was announced stays on record.
    let day = |on: Date| match on.latest() < as_of {
        true => words.fill("was-announced-for", args![date = words.date(on)]),
        false => words.date(on),
    };
    let mut parts: Vec<Part> = topic
        .next_discussion
        .iter()
        .filter(|one| one.is_known_on(as_of))
        .filter_map(|one| match (&one.on, &one.note) {
            (Some(on), Some(note)) => Some(Part::Markdown(format!("{}: {note}", day(*on)))),
            (Some(on), None) => Some(Part::Words(day(*on))),
            (None, Some(note)) => Some(Part::Markdown(note.clone())),
            (None, None) => None,
        })
        .collect();
    let said: Vec<Date> = topic.next_discussion.iter().filter_map(|one| one.on).collect();
    let mut promised: Vec<(Date, usize)> = view
        .issues
        .iter()
        .filter_map(|&index| match &edition.record(index).kind {
            Kind::Issue(issue) => Some((issue.next_discussion_on(as_of)?, index)),
            _ => None,
        })
        .filter(|(on, _)| !said.iter().any(|said| agree(*said, *on)))
        .collect();
    // Stable: issues of one date keep the order of their list.
    promised.sort_by_key(|(on, _)| *on);
    let derived = !promised.is_empty();
    parts.extend(promised.into_iter().map(|(on, index)| {
        let record = edition.record(index);
        Part::Link(Ref::to(record.id.clone()), format!("{}: {}", day(on), record.title))
    }));
    Cell { parts, derived }
}

fn outstanding(edition: &Edition, standings: &Standings<'_>, view: &TopicView, topic: &Topic) -> Cell {
    let open = view.issues.iter().filter(|&&index| {
        matches!(standings.heading(index), Some(Heading::Outstanding | Heading::Unresolved))
    });
    let mut parts: Vec<Part> = open
        .map(|&index| {
            let record = edition.record(index);
            // “Outstanding” is one heading of four: what stands under another says so.
            let title = match standings.heading(index) {
                Some(Heading::Unresolved) => {
                    let heading = edition.words().named("heading", Heading::Unresolved.as_str());
                    format!("{} ({heading})", record.title)
                }
                _ => record.title.clone(),
            };
            Part::Link(Ref::to(record.id.clone()), title)
        })
        .collect();
    let derived = !parts.is_empty();
    // What the papers of the time say is no part of what the records show, and may say something else.
    if !topic.outstanding_note.is_empty() {
        let stated = topic.outstanding_note.join("; ");
        parts.push(Part::Markdown(edition.words().fill("stated-in-papers", args![stated = stated])));
    }
    Cell { parts, derived }
}

fn artefacts(edition: &Edition, view: &TopicView) -> Cell {
    let parts: Vec<Part> = view
        .artefacts
        .iter()
        .map(|&index| {
            let record = edition.record(index);
            let reference = match &record.kind {
                Kind::Artefact(artefact) => artefact.reference.as_deref(),
                _ => None,
            };
            let words = match reference {
                Some(reference) if !record.title.starts_with(reference) => {
                    format!("{reference}: {}", record.title)
                }
                _ => record.title.clone(),
            };
            Part::Link(Ref::to(record.id.clone()), words)
        })
        .collect();
    Cell { derived: !parts.is_empty(), parts }
}

/// The log numbers that the topic names and those of the actions that name the topic, in order;
/// then actions without a log number, by name, so that no number of a write-up is taken for one.
fn actions(edition: &Edition, register: &Register, view: &TopicView, topic: &Topic) -> Cell {
    let mut numbers: BTreeSet<u32> = topic.related_actions.iter().copied().collect();
    let mut named = Vec::new();
    for &index in &view.actions {
        match register::as_action(edition, index).and_then(|action| action.log_number) {
            Some(number) => {
                numbers.insert(number);
            }
            None => {
                let record = edition.record(index);
                named.push(Part::Link(Ref::to(record.id.clone()), record.title.clone()));
            }
        }
    }
    let mut parts: Vec<Part> = numbers
        .into_iter()
        .map(|number| Part::LogNumber(number, register.by_log_number(edition, number)))
        .collect();
    parts.extend(named);
    Cell { derived: !view.actions.is_empty(), parts }
}

#[cfg(test)]
mod tests;
