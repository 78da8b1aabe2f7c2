//! The chapter on workshops, papers and artefacts of the period.
//!
//! In: a scope. Out: one section each. A planned workshop is said to be planned, never held.

use crate::model::id::Ref;
use crate::model::kinds::{Artefact, Kind};
use crate::model::record::Record;

use super::name::{in_log, link, named, title};
use super::on_record::{self, Came};
use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Section, Table, Target};
use super::words::{capital, joined, nothing, number, puts, say, say_n, sentences, text};

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let section = |id: &str, line: Vec<Inline>, table: Table| {
        let mut blocks = vec![Block::Paragraph(Paragraph::derived(id, line))];
        blocks.extend((!table.rows.is_empty()).then_some(Block::Table(table)));
        let title = scope.edition.words().say(id).to_owned();
        Block::Section(Section { id: id.to_owned(), title, lang: None, heading: None, blocks })
    };
    let (line, table) = workshops(scope);
    let (papers_line, papers_table) = papers(scope);
    let (artefacts_line, artefacts_table) = artefacts(scope);
    vec![
        section("workshops", line, table),
        section("papers", papers_line, papers_table),
        section("artefacts", artefacts_line, artefacts_table),
    ]
}

/// The records of a collection whose date may lie in the period, by date and title.
pub(super) fn dated<'e>(scope: &Scope<'e>, collection: &str) -> Vec<&'e Record> {
    let mut records: Vec<&Record> = scope
        .edition
        .collection(collection)
        .map(|index| &**scope.edition.record(index))
        .filter(|record| record.date().is_some_and(|date| scope.covers(date)))
        .collect();
    records.sort_by_cached_key(|record| (record.date(), record.title.to_lowercase(), record.id.clone()));
    records
}

fn workshops(scope: &Scope<'_>) -> (Vec<Inline>, Table) {
    let records = dated(scope, "workshops");
    let words = scope.edition.words();
    let columns = ["workshop", "date", "title", "#actions"];
    let mut table = Table::new(words, "table-workshops", words.say("report-table-workshops"), &columns);
    let mut planned = 0;
    for record in &records {
        let Kind::Workshop(workshop) = &record.kind else { continue };
        planned += usize::from(workshop.planned);
        let made = |act: &&super::scope::Act<'_>| {
            act.action.workshop.as_ref().is_some_and(|held| held.id == record.id)
        };
        let mut date = workshop.date.map_or_else(Vec::new, |date| vec![Inline::Date(date)]);
        if workshop.planned {
            date.extend([text(", "), text(words.say("report-planned"))]);
        }
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![named(scope.edition, record)],
                date,
                title(scope.edition, record),
                vec![text(scope.acts.iter().filter(made).count().to_string())],
            ],
        });
    }
    let line = match (records.len(), planned) {
        (0, _) => {
            say(words, nothing(scope.edition, "report-no-workshop", "report-no-workshop-public"), Vec::new())
        }
        (n, 0) => say_n(words, "report-workshops-held", n, Vec::new()),
        (n, planned) if n == planned => say_n(words, "report-workshops-planned", n, Vec::new()),
        (n, planned) => {
            let puts = puts![planned = planned, some = number(words, planned)];
            say_n(words, "report-workshops-fall", n, puts)
        }
    };
    (line, table)
}

fn papers(scope: &Scope<'_>) -> (Vec<Inline>, Table) {
    let records = dated(scope, "papers");
    let words = scope.edition.words();
    let not_recorded = || vec![text(words.say("not-recorded"))];
    let columns = ["paper", "date", "kind", "put-to"];
    let mut table = Table::new(words, "table-papers", words.say("report-table-papers"), &columns);
    for record in &records {
        let Kind::Paper(paper) = &record.kind else { continue };
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![named(scope.edition, record)],
                paper.date.map_or_else(Vec::new, |date| vec![Inline::Date(date)]),
                paper
                    .kind
                    .as_deref()
                    .map_or_else(not_recorded, |kind| vec![text(capital(words.named("kind", kind)))]),
                paper.workshop.as_ref().map_or_else(not_recorded, |to| vec![link(scope.edition, to)]),
            ],
        });
    }
    let none = nothing(scope.edition, "report-no-paper", "report-no-paper-public");
    (counted(scope, none, "report-papers-dated", records.len()), table)
}

/// Artefacts often bear no date: one whose evidence or paper falls in the period counts, and one of which nothing
/// tells when it came stands apart, after the others.
fn artefacts(scope: &Scope<'_>) -> (Vec<Inline>, Table) {
    let mut found: Vec<(Came, &Record, &Artefact)> = scope
        .edition
        .collection("artefacts")
        .filter_map(|index| match &scope.edition.record(index).kind {
            Kind::Artefact(artefact) => {
                Some((on_record::came(scope, artefact)?, &**scope.edition.record(index), &**artefact))
            }
            _ => None,
        })
        .collect();
    found.sort_by_cached_key(|(came, record, artefact)| {
        let reference = artefact.reference.as_deref().unwrap_or_default();
        let digits: String = reference.chars().filter(char::is_ascii_digit).collect();
        let name = (record.title.to_lowercase(), record.id.clone());
        (*came, reference.is_empty(), digits.parse::<u32>().ok(), name)
    });
    let words = scope.edition.words();
    let caption = words.say("report-table-artefacts");
    let mut table = Table::new(words, "table-artefacts", caption, &["artefact", "date", "came-from"]);
    let not_recorded = || vec![text(words.say("not-recorded"))];
    for (_, record, artefact) in &found {
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![named(scope.edition, record)],
                artefact.date.map_or_else(not_recorded, |date| vec![Inline::Date(date)]),
                came_from(scope, artefact),
            ],
        });
    }
    let unknown = found.iter().filter(|(came, ..)| *came == Came::Unknown).count();
    let none = nothing(scope.edition, "report-no-artefact", "report-no-artefact-public");
    let of_period = counted(scope, none, "report-artefacts", found.len() - unknown);
    // It may be of another period: no report says that it is of its own.
    let others = match unknown {
        0 => Vec::new(),
        n => say_n(words, "report-artefacts-undated", n, Vec::new()),
    };
    (sentences(vec![of_period, others]), table)
}

/// How many there are, by one message where there is none and by another where there are some.
fn counted(scope: &Scope<'_>, none: &str, some: &str, n: usize) -> Vec<Inline> {
    let words = scope.edition.words();
    if n == 0 { say(words, none, Vec::new()) } else { say_n(words, some, n, Vec::new()) }
}

/// The actions an artefact came from: by name, and by their numbers in the action log.
fn came_from(scope: &Scope<'_>, artefact: &Artefact) -> Vec<Inline> {
    let mut lines: Vec<Vec<Inline>> =
        artefact.from_actions.iter().map(|to| vec![link(scope.edition, to)]).collect();
    for number in &artefact.from_log {
        let act = scope.acts.iter().find(|act| act.action.log_number == Some(*number));
        let words = in_log(scope.edition.words(), *number);
        lines.push(match act {
            Some(act) => vec![Inline::Link(words, Target::Record(Ref::to(act.record.id.clone())))],
            None => words,
        });
    }
    let none = || vec![text(scope.edition.words().say("not-recorded"))];
    if lines.is_empty() { none() } else { joined(lines, &text(", ")) }
}
