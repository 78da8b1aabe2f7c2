//! The chapters of the topics: the narrative, and the issues by heading, each heading beginning
//! with its count; last the issues that have no topic.
//!
//! In: a scope. Out: chapters without numbers. Every issue of the scope stands in exactly one.

use crate::model::id::Ref;
use crate::model::kinds::Topic;
use crate::model::record::Record;
use crate::model::standing::{Counts, Heading};
use crate::model::words::args;

use super::entry;
use super::matrix::{self, Columns};
use super::name::{language, place};
use super::narrative::{Narratives, Written};
use super::on_record;
use super::prose;
use super::scope::{Scope, Stand};
use super::tree::{Block, Chapter, Inline, Paragraph, Part, Section, Voice};
use super::words::{and_lines, is_public, number, puts, say, say_n, sentences};

/// One chapter a topic, in their order, and one for the issues without a topic where there are any.
pub(super) fn chapters(scope: &Scope<'_>, narratives: &Narratives) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let columns = Columns::default();
    for (index, record, topic) in &scope.topics {
        let mut blocks = narrative(scope, narratives, record, topic);
        blocks.push(Block::Paragraph(Paragraph {
            source: Some(Ref::to(record.id.clone())),
            ..Paragraph::derived("counts", counts(scope, Some(*index), Some(topic)))
        }));
        let id = format!("topic-{}", record.id.slug());
        let told = narratives.text(Some(record.id.slug())).is_none();
        let matrix = matrix::section(scope, &columns, (*index, *record, *topic), told);
        blocks.extend(matrix.map(Block::Section));
        blocks.extend(sections(scope, Some(*index), &id));
        chapters.push(Chapter {
            number: 0,
            id,
            title: record.title.clone(),
            lang: language(scope.edition, record, &record.title),
            part: Part::Topic(*index),
            blocks,
        });
    }
    if scope.of_topic(None).next().is_some() {
        let mut blocks = vec![Block::Paragraph(Paragraph::derived("counts", counts(scope, None, None)))];
        blocks.extend(sections(scope, None, "no-topic"));
        chapters.push(Chapter {
            number: 0,
            id: "no-topic".to_owned(),
            title: scope.edition.words().say("report-chapter-no-topic").to_owned(),
            lang: None,
            part: Part::NoTopic,
            blocks,
        });
    }
    chapters
}

/// The editors' words on the topic; where they wrote none, the matrix's.
fn narrative(scope: &Scope<'_>, narratives: &Narratives, record: &Record, topic: &Topic) -> Vec<Block> {
    match (narratives.text(Some(record.id.slug())), on_record::narrative(scope, topic)) {
        (Some(words), _) => prose::chapter(scope.edition, scope.record, words, Voice::Editors, &scope.notes),
        (None, Some(words)) => {
            prose::chapter(scope.edition, record, &Written::plain(words), Voice::Matrix, &scope.notes)
        }
        (None, None) => Vec::new(),
    }
}

fn counts(scope: &Scope<'_>, index: Option<usize>, topic: Option<&Topic>) -> Vec<Inline> {
    let words = scope.edition.words();
    let counts: Counts = scope.of_topic(index).map(|stand| stand.standing.heading).collect();
    let has = |heading: &Heading| counts.of(*heading) > 0;
    let under: Vec<Heading> = Heading::ALL.into_iter().filter(has).collect();
    let raised = match (counts.total(), under.as_slice()) {
        (0, _) => {
            let named = topic.is_some_and(|topic| named_outstanding(scope, topic));
            let public = is_public(scope.edition);
            let key = match (named, public) {
                (true, _) => "report-topic-none-but-matrix",
                (false, false) => "report-topic-none",
                (false, true) => "report-topic-none-public",
            };
            say(words, key, Vec::new())
        }
        // All under one heading.
        (n, [heading]) => {
            let key = if n == 1 { "report-topic-one" } else { "report-topic-all" };
            say_n(words, key, n, puts![heading = heading.as_str()])
        }
        (n, _) => {
            let part = |heading: &Heading| {
                let n = counts.of(*heading);
                let number = number(words, n);
                words.fill("report-topic-part", args![count = n, number = number, heading = heading.as_str()])
            };
            let parts: Vec<String> = under.iter().map(part).collect();
            say_n(words, "report-topic-raised", n, puts![parts = words.clauses(&parts)])
        }
    };
    let next = topic.map_or_else(Vec::new, |topic| next(scope, topic));
    sentences(vec![raised, last_discussed(scope, index), next])
}

/// Whether the section on the matrix tells of something outstanding.
fn named_outstanding(scope: &Scope<'_>, topic: &Topic) -> bool {
    matrix::names_outstanding(topic) && on_record::matrix(scope, topic)
}

/// The latest discussion of any of its issues, from their histories: of those at a workshop, if any
/// was, as on the page of the topic.
fn last_discussed(scope: &Scope<'_>, index: Option<usize>) -> Vec<Inline> {
    if scope.of_topic(index).next().is_none() {
        return Vec::new();
    }
    let last = scope
        .of_topic(index)
        .flat_map(|stand| stand.issue.discussions(scope.as_of))
        .filter(|event| event.is_discussion())
        .max_by_key(|event| (event.at.is_some(), event.on.latest()));
    let words = scope.edition.words();
    match last {
        Some(last) => say(words, "report-last-discussion", puts![place = place(scope.edition, last)]),
        None => say_n(words, "report-no-meeting", scope.of_topic(index).count(), Vec::new()),
    }
}

/// The discussions that were announced for after the date of the report.
fn next(scope: &Scope<'_>, topic: &Topic) -> Vec<Inline> {
    let announced = on_record::announced(scope, topic).into_iter();
    let to_come: Vec<Vec<Inline>> =
        announced.filter(|on| on.latest() > scope.as_of).map(|on| vec![Inline::Date(on)]).collect();
    if to_come.is_empty() {
        return Vec::new();
    }
    let words = scope.edition.words();
    say(words, "report-next-announced", puts![dates = and_lines(words, to_come)])
}

/// The issues under each heading that has any.
fn sections(scope: &Scope<'_>, index: Option<usize>, chapter: &str) -> Vec<Block> {
    let mut sections = Vec::new();
    for heading in Heading::ALL {
        let stands: Vec<&Stand<'_>> =
            scope.of_topic(index).filter(|stand| stand.standing.heading == heading).collect();
        if stands.is_empty() {
            continue;
        }
        let n = stands.len();
        let key = format!("report-section-{}", heading.as_str());
        sections.push(Block::Section(Section {
            id: format!("{chapter}-{}", heading.as_str()),
            title: scope.edition.words().fill(&key, args![count = n]),
            lang: None,
            heading: Some((heading, n)),
            blocks: stands
                .into_iter()
                .map(|stand| Block::Issue(Box::new(entry::entry(scope, stand))))
                .collect(),
        }));
    }
    sections
}
