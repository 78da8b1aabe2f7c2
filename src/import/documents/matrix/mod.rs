//! A progress matrix → topics, artefacts, papers and actions, and the paper it stands in.
//!
//! In: text as `pdftotext` writes it, in which the cells of the matrix follow each other in one
//! column. Out: what can be told for certain. A row is read only if its pieces are as many as the
//! matrix has columns; what had to be cut is a doubt, and what could not be told apart is one too.
//! Action numbers here are those of the action log, never those of a write-up.

mod cells;
mod chunks;
mod register;
mod rows;
#[cfg(test)]
mod tests;
mod topics;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_yaml::Value;

use self::chunks::{COMPLETED, Chunk, Label};
use self::register::{Listed, Origin};
use self::rows::Rows;
use super::block::{self, Block};
use super::doubts::Doubts;
use super::markdown::{Entry, Piece};
use super::paper::{self, Paper};
use super::rules::{CONFLICTING_DOCUMENTS, DOUBTFUL_DATE};
use super::write_up;
use super::written_date;
use crate::import::{Draft, Imported};
use crate::model::action::State;
use crate::model::record::Record;

/// Reads a document with a progress matrix. `known`: the archive's records, for its topics.
pub fn read(file: &Arc<str>, text: &str, known: &[Arc<Record>]) -> Imported {
    let all = chunks::of(text);
    let (opening, torn) = all.split_at_checked(start(&all)).unwrap_or((&all, &[]));
    let last = opening.last().and_then(|chunk| chunk.lines.last()).map_or(0, |(line, _)| *line);
    let before: Vec<&str> = text.lines().take(last).collect();
    of_chunks(file, block::read(&before.join("\n")), torn, known)
}

/// Reads one whose blocks another reader has made: its table is whole.
pub(super) fn of_blocks(file: &Arc<str>, mut blocks: Vec<Block>, known: &[Arc<Record>]) -> Imported {
    let at = blocks.iter().position(|block| block.cells().is_some()).unwrap_or(blocks.len());
    let torn = chunks::of_blocks(&blocks.split_off(at));
    of_chunks(file, blocks, &torn, known)
}

fn of_chunks(file: &Arc<str>, opening: Vec<Block>, torn: &[Chunk], known: &[Arc<Record>]) -> Imported {
    let mut doubts = Doubts::about(file);
    let opening = write_up::tidy(opening, &mut doubts);
    let paper = paper::first_page(opening, &mut doubts);
    let parts = parts(torn);
    let rows = Rows::of(&parts, &mut doubts);
    let names = parts.get(&Label::Output).and_then(|chunks| topics::names(chunks, &rows, &mut doubts));
    let origin = Origin { paper: &paper.id, date: paper.date, restricted: paper.restricted };

    doubt_dates(&rows, &parts, &mut doubts);

    let names = names.unwrap_or_default();
    let mut drafts = topics::drafts(&names, &rows, paper.restricted, known);
    let topic_count = drafts.len();
    let list = |label: Label| parts.get(&label).map(Vec::as_slice).unwrap_or_default();
    let artefacts = register::listed(list(Label::ExistingArtefacts), "A", &mut doubts);
    for listed in &artefacts {
        let topic = topic_of(&listed.reference, &names, &rows).map(|name| topics::id(name, known));
        drafts.push(register::artefact(listed, topic.as_ref(), origin, &mut doubts));
    }
    let papers = register::listed(list(Label::ExtemporaryPapers), "P", &mut doubts);
    drafts.extend(papers.iter().map(|listed| register::paper(listed, origin)));
    let live = register::listed(list(Label::LiveActions), "", &mut doubts);
    let mut actions = actions(&live, torn, origin);
    if chunks::are_completed(torn) {
        completed(&mut actions, &artefacts, origin, &mut doubts);
    }
    let issues = topics::issues(&names, &rows, origin, known);
    register::join(&mut actions, known);
    let counts = [
        ("topics", topic_count),
        ("artefacts", artefacts.len()),
        ("extemporary papers", papers.len()),
        ("draft issues", issues.len()),
        ("actions of the log", actions.len()),
    ];
    drafts.extend(actions);
    drafts.extend(issues);
    let pieces =
        pieces(&paper, &names, &rows, [("A", &artefacts), ("P", &papers), ("", &live)], torn, &mut doubts);
    drafts.insert(0, paper.draft(&pieces));
    Imported {
        recognised: "a progress matrix".to_owned(),
        drafts,
        figures: counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect(),
        doubts: doubts.sorted(),
        ..Imported::default()
    }
}

/// Whether a table is a progress matrix, for recognising it.
pub(crate) fn is_table(blocks: &[Block]) -> bool {
    let labelled = blocks.iter().filter(|block| {
        let first = block.cells().and_then(|cells| cells.first());
        first.is_some_and(|cell| {
            chunks::label(cell).is_some_and(|(label, rest)| label.is_row() && rest.is_empty())
        })
    });
    labelled.count() >= 5
}

/// Whether a text holds a progress matrix, for recognising it.
pub(crate) fn is_matrix(text: &str) -> bool {
    chunks::rows_named(text) >= 5
}

/// The chunk at which the matrix starts: that of its names, the last `Output` before another row. The
/// paper itself may be called `Outputs and progress`.
fn start(chunks: &[Chunk]) -> usize {
    let label =
        |chunk: &Chunk| chunks::label(&chunk.flat()).map(|(label, _)| label).filter(|label| label.is_row());
    let first = chunks.iter().position(|chunk| label(chunk).is_some_and(|label| label != Label::Output));
    let first = first.unwrap_or(chunks.len());
    chunks.iter().take(first).rposition(|chunk| label(chunk) == Some(Label::Output)).unwrap_or(first)
}

/// The chunks of each part; words that stand with its label are its first chunk.
fn parts(torn: &[Chunk]) -> BTreeMap<Label, Vec<Chunk>> {
    let mut parts: BTreeMap<Label, Vec<Chunk>> = BTreeMap::new();
    let mut open: Option<Label> = None;
    for chunk in torn {
        let flat = chunk.flat();
        let labelled = chunks::label(&flat).filter(|(label, _)| !parts.contains_key(label));
        match labelled {
            Some((label, rest)) => {
                open = Some(label);
                let part = parts.entry(label).or_default();
                part.extend(without_label(chunk, &flat, rest));
            }
            None => {
                if let Some(part) = open.and_then(|label| parts.get_mut(&label)) {
                    part.push(chunk.clone());
                }
            }
        }
    }
    parts
}

/// A chunk without the words of its label, its lines kept.
fn without_label(chunk: &Chunk, flat: &str, rest: &str) -> Option<Chunk> {
    if rest.is_empty() {
        return None;
    }
    let mut skip = flat.len() - rest.len();
    let mut lines = Vec::new();
    for (line, text) in &chunk.lines {
        let cut = skip.min(text.len());
        // One more for the space that joined the lines.
        skip = skip.saturating_sub(cut + usize::from(cut == text.len() && !text.is_empty()));
        let kept = text.get(cut..).unwrap_or_default().trim();
        if !kept.is_empty() || !lines.is_empty() {
            lines.push((*line, kept.to_owned()));
        }
    }
    (!lines.is_empty()).then_some(Chunk { lines })
}

/// Says once that dates in figures are read with the day first.
fn doubt_dates(rows: &Rows, parts: &BTreeMap<Label, Vec<Chunk>>, doubts: &mut Doubts) {
    for label in [Label::LastDiscussion, Label::NextDiscussion] {
        let cells = (0..rows.columns).filter_map(|n| rows.cell(label, n));
        let two_ways = cells
            .flat_map(written_date::all)
            .find(|date| date.two_ways)
            .and_then(written_date::Written::date);
        if let (Some(date), Some(chunk)) = (two_ways, parts.get(&label).and_then(|chunks| chunks.first())) {
            let message = format!("dates in figures are read with the day first, as {}", date.in_words());
            doubts.at(chunk.line(), &DOUBTFUL_DATE, message);
        }
    }
}

/// The topic in whose column an artefact's reference stands.
fn topic_of<'n>(reference: &str, names: &'n [String], rows: &Rows) -> Option<&'n String> {
    names.iter().enumerate().find_map(|(n, name)| {
        let cell = rows.cell(Label::Artefacts, n)?;
        cell.split([',', ' ']).any(|word| word == reference).then_some(name)
    })
}

/// The actions that the document lists by their state.
fn actions(live: &[Listed], torn: &[Chunk], origin: Origin<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for listed in live {
        let Ok(number) = listed.reference.parse() else { continue };
        let words = listed.words.as_deref().unwrap_or_default();
        drafts.push(register::action(
            number,
            words,
            Some(State::Open),
            "Listed as an additional live action.",
            origin,
        ));
    }
    for (_, line) in torn.iter().flat_map(Chunk::filled) {
        let Some((name, numbers, words)) = register::grouped(line) else { continue };
        let note = format!("Listed under “{name}”.");
        for number in numbers {
            let draft = register::action(number, words, register::state(name), &note, origin);
            if drafts.iter().all(|known| known.id != draft.id) {
                drafts.push(draft);
            }
        }
    }
    drafts
}

/// Adds the actions that artefacts come from, where the paper says that these are completed. One that it lists
/// as live too stays so, and the contradiction is told.
fn completed(actions: &mut Vec<Draft>, artefacts: &[Listed], origin: Origin<'_>, doubts: &mut Doubts) {
    for listed in artefacts {
        for number in register::sources(listed) {
            let note = format!("Listed under “{COMPLETED}”, with the artefact {}.", listed.reference);
            let mut draft = register::action(number, "", Some(State::Completed), &note, origin);
            let Some(known) = actions.iter_mut().find(|known| known.id == draft.id) else {
                let artefact = listed.reference.to_lowercase();
                draft.front_matter.insert("artefact".into(), Value::Sequence(vec![artefact.into()]));
                actions.push(draft);
                continue;
            };
            let state = known.front_matter.get("state").and_then(Value::as_str).unwrap_or_default();
            if state != State::Completed.as_str() {
                let state = if state.is_empty() { State::NotStated.as_str() } else { state };
                let message = format!(
                    "`state` of entry {number} of the log is {state} in one list of the paper, and {} comes from it \
                     under “{COMPLETED}”; the former stands in the record",
                    listed.reference
                );
                let help = "ask how far it got, and mend `state` in the record of the action";
                doubts.with_help(listed.line, &CONFLICTING_DOCUMENTS, message, help);
            }
        }
    }
}

/// The body of the paper: what stood before the matrix, the matrix as a table, the lists after it.
fn pieces(
    paper: &Paper,
    names: &[String],
    rows: &Rows,
    lists: [(&str, &Vec<Listed>); 3],
    torn: &[Chunk],
    doubts: &mut Doubts,
) -> Vec<Piece> {
    let mut pieces = write_up::body::assemble(&paper.rest, doubts);
    if !names.is_empty() {
        pieces.push(Piece::Heading(2, "Outputs".to_owned()));
        let mut head = vec![Label::Output.in_words().to_owned()];
        head.extend(names.iter().cloned());
        let row = |(label, cells): (&Label, &Vec<String>)| {
            let mut row = vec![label.in_words().to_owned()];
            row.extend(cells.iter().cloned());
            row
        };
        pieces.push(Piece::Table(head, rows.all().map(row).collect()));
    }
    for (letter, listed) in lists {
        if listed.is_empty() {
            continue;
        }
        let title = match letter {
            "A" if chunks::are_completed(torn) => COMPLETED,
            "A" => Label::ExistingArtefacts.in_words(),
            "P" => Label::ExtemporaryPapers.in_words(),
            _ => Label::LiveActions.in_words(),
        };
        pieces.push(Piece::Heading(2, title.to_owned()));
        let line = |listed: &Listed| {
            Entry::bullet(
                0,
                format!("**{}:** {}", listed.reference, listed.words.as_deref().unwrap_or("not known")),
            )
        };
        pieces.push(Piece::List(listed.iter().map(line).collect()));
    }
    let groups: Vec<Entry> = torn
        .iter()
        .flat_map(Chunk::filled)
        .filter(|(_, line)| register::grouped(line).is_some())
        .map(|(_, line)| Entry::bullet(0, line.clone()))
        .collect();
    if !groups.is_empty() {
        pieces.push(Piece::Heading(2, "Other actions".to_owned()));
        pieces.push(Piece::List(groups));
    }
    pieces
}
