//! The chapter on workshops, papers and artefacts of the period.
//!
//! In: a scope. Out: one section each. A planned workshop is said to be planned, never held.

use crate::model::id::Ref;
use crate::model::kinds::{Artefact, Kind};
use crate::model::record::Record;

use super::name::{link, link_as, of_record};
use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Section, Table};
use super::words::{capital, count_first, joined, number, text, verb};

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let section = |id: &str, title: &str, line: Vec<Inline>, table: Table| {
        let mut blocks = vec![Block::Paragraph(Paragraph::derived(id, line))];
        blocks.extend((!table.rows.is_empty()).then_some(Block::Table(table)));
        Block::Section(Section { id: id.to_owned(), title: title.to_owned(), heading: None, blocks })
    };
    let (line, table) = workshops(scope);
    let (papers_line, papers_table) = papers(scope);
    let (artefacts_line, artefacts_table) = artefacts(scope);
    vec![
        section("workshops", "Workshops", line, table),
        section("papers", "Papers", papers_line, papers_table),
        section("artefacts", "Artefacts", artefacts_line, artefacts_table),
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
    let mut table =
        Table::new("table-workshops", "Workshops of the period", &["Workshop", "Date", "Title", "#Actions"]);
    let mut planned = 0;
    for record in &records {
        let Kind::Workshop(workshop) = &record.kind else { continue };
        planned += usize::from(workshop.planned);
        let made = |act: &&super::scope::Act<'_>| {
            act.action.workshop.as_ref().is_some_and(|held| held.id == record.id)
        };
        let mut date = workshop.date.map_or_else(Vec::new, |date| vec![Inline::Date(date)]);
        if workshop.planned {
            date.push(text(", planned"));
        }
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![link_as(of_record(scope.edition, record), &Ref::to(record.id.clone()))],
                date,
                vec![text(record.title.clone())],
                vec![text(scope.acts.iter().filter(made).count().to_string())],
            ],
        });
    }
    let words = match (records.len(), planned) {
        (0, _) => "No workshop of the period is on record.".to_owned(),
        (n, 0) => format!("{} in the period.", count_first(n, "workshop was held", "workshops were held")),
        (n, planned) => format!(
            "{} in the period; for {} of them the record says only that {} planned.",
            count_first(n, "workshop falls", "workshops fall"),
            number(planned),
            verb(planned, "it was", "they were"),
        ),
    };
    (vec![text(words)], table)
}

fn papers(scope: &Scope<'_>) -> (Vec<Inline>, Table) {
    let records = dated(scope, "papers");
    let mut table = Table::new("table-papers", "Papers of the period", &["Paper", "Date", "Kind", "Put to"]);
    for record in &records {
        let Kind::Paper(paper) = &record.kind else { continue };
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![link_as(of_record(scope.edition, record), &Ref::to(record.id.clone()))],
                paper.date.map_or_else(Vec::new, |date| vec![Inline::Date(date)]),
                vec![text(paper.kind.as_deref().map_or_else(|| "Not recorded".to_owned(), capital))],
                paper
                    .workshop
                    .as_ref()
                    .map_or_else(|| vec![text("Not recorded")], |to| vec![link(scope.edition, to)]),
            ],
        });
    }
    let words = match records.len() {
        0 => "No paper of the period is on record.".to_owned(),
        n => format!("{} dated within the period.", count_first(n, "paper is", "papers are")),
    };
    (vec![text(words)], table)
}

/// Artefacts often bear no date: one whose evidence, paper or action falls in the period counts.
fn artefacts(scope: &Scope<'_>) -> (Vec<Inline>, Table) {
    let mut found: Vec<(&Record, &Artefact)> = scope
        .edition
        .collection("artefacts")
        .filter_map(|index| match &scope.edition.record(index).kind {
            Kind::Artefact(artefact) => Some((&**scope.edition.record(index), &**artefact)),
            _ => None,
        })
        .filter(|(_, artefact)| of_period(scope, artefact))
        .collect();
    found.sort_by_cached_key(|(record, artefact)| {
        let reference = artefact.reference.as_deref().unwrap_or_default();
        let digits: String = reference.chars().filter(char::is_ascii_digit).collect();
        (reference.is_empty(), digits.parse::<u32>().ok(), record.title.to_lowercase(), record.id.clone())
    });
    let mut table =
        Table::new("table-artefacts", "Artefacts of the period", &["Artefact", "Date", "Came from"]);
    for (record, artefact) in &found {
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![link_as(of_record(scope.edition, record), &Ref::to(record.id.clone()))],
                artefact.date.map_or_else(|| vec![text("Not recorded")], |date| vec![Inline::Date(date)]),
                came_from(scope, artefact),
            ],
        });
    }
    let words = match found.len() {
        0 => "No artefact of the period is on record.".to_owned(),
        n => format!(
            "{} on record for the period: what an action produced.",
            count_first(n, "artefact is", "artefacts are")
        ),
    };
    (vec![text(words)], table)
}

fn of_period(scope: &Scope<'_>, artefact: &Artefact) -> bool {
    if let Some(date) = artefact.date {
        return scope.covers(date);
    }
    let dates =
        artefact.evidence.iter().chain(&artefact.paper).filter_map(|to| scope.edition.get(&to.id)?.date());
    let dates: Vec<_> = dates.collect();
    dates.is_empty() || dates.into_iter().any(|date| scope.covers(date))
}

/// The actions an artefact came from: by name, and by their numbers in the action log.
fn came_from(scope: &Scope<'_>, artefact: &Artefact) -> Vec<Inline> {
    let mut lines: Vec<Vec<Inline>> =
        artefact.from_actions.iter().map(|to| vec![link(scope.edition, to)]).collect();
    for number in &artefact.from_log {
        let act = scope.acts.iter().find(|act| act.action.log_number == Some(*number));
        let words = format!("Action log {number}");
        lines.push(match act {
            Some(act) => vec![link_as(words, &Ref::to(act.record.id.clone()))],
            None => vec![text(words)],
        });
    }
    if lines.is_empty() { vec![text("Not recorded")] } else { joined(lines, &text(", ")) }
}
