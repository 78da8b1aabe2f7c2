//! The write-up of a workshop → its record, with a body that the archive's own parser reads back.
//!
//! In: text as converters leave it (PDF to Markdown, plain text), or blocks from another reader.
//! Out: a draft of the workshop, drafts of its issues, figures, doubts. It knows nothing
//! of one particular write-up: what columns and headings mean stands in `model::write_up::words`.

mod areas;
pub(super) mod body;
mod loose;
mod names;
mod promises;
pub(super) mod records;
mod states;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::block::{self, Block, Kind, Marker, is_bold};
use super::doubts::{Doubts, quoted};
use super::inline::{self, Case, Place};
use super::meeting::Meeting;
use super::rules::{DOUBTFUL_NUMBER, DOUBTFUL_OWNER, FOLDED_LETTERS};
use super::{headings, leave_out, markdown};
use crate::import::{Imported, markings};
use crate::model::record::Record;
use crate::model::text::slug;
use crate::model::write_up::{WriteUp, label, mention, words};

/// Reads a write-up. `known`: the archive's records, for the topics of its issues.
pub fn read(file: &Arc<str>, text: &str, known: &[Arc<Record>]) -> Imported {
    of_blocks(file, block::read(text), known)
}

/// Reads a write-up whose blocks another reader has made.
pub(super) fn of_blocks(file: &Arc<str>, blocks: Vec<Block>, known: &[Arc<Record>]) -> Imported {
    let mut doubts = Doubts::about(file);
    let blocks = tidy(blocks, &mut doubts);
    // Before headings are settled: those lose their capitals, which some markings are known by.
    let marks = markings::find(blocks.iter().map(|block| (block.line, block.words())));
    markings::doubt(&marks, &mut doubts);
    let blocks = without_banner(blocks, &marks);
    let running = running_text(&blocks);
    let mut case = Case::default();
    // Lines in capitals teach nothing about the case of letters.
    running.lines().filter(|line| line.chars().any(char::is_lowercase)).for_each(|line| case.learn(line));
    let (title, blocks) = headings::settle(blocks, &case);
    let blocks = promises::settle(blocks, &mut doubts);
    names::doubt(&blocks, &mut doubts);

    let mut passages: Vec<(usize, &str)> =
        title.iter().map(|(line, words)| (*line, words.as_str())).collect();
    passages.extend(
        blocks.iter().filter(|block| !block.text().is_empty()).map(|block| (block.line, block.text())),
    );
    let meeting = Meeting::of(&passages, &running, &mut doubts);
    let title = title.map_or_else(|| untitled(&meeting), |(_, words)| words);

    let pieces = body::assemble(&blocks, &mut doubts);
    let text = markdown::write(&pieces);
    let held = WriteUp::read(&text);
    doubt_series(&held, &blocks, &mut doubts);
    let areas = areas::of(&pieces);

    let mut workshop = records::workshop(&meeting, &title, text);
    markings::apply(&marks, &mut workshop.front_matter, false);
    let figures = vec![
        ("actions".to_owned(), held.actions.len()),
        ("discussion rows".to_owned(), held.rows.len()),
        ("mentions of actions".to_owned(), held.mentions.len()),
        ("issue areas".to_owned(), areas.listed.len()),
        ("areas with key questions".to_owned(), areas.with_questions),
        ("key questions".to_owned(), areas.questions.len()),
        ("principles".to_owned(), areas.principles),
        ("sources".to_owned(), areas.sources),
    ];
    let mut drafts = records::issues(&areas, &workshop.id, &meeting, known);
    drafts.extend(states::drafts(&blocks, &held, &workshop.id, known, &mut doubts));
    // What is drawn out of a document is for no more people than the document.
    drafts.iter_mut().for_each(|issue| markings::apply(&marks, &mut issue.front_matter, false));
    drafts.insert(0, workshop);
    Imported {
        recognised: "a workshop write-up".to_owned(),
        drafts,
        figures: figures.into_iter().filter(|(_, count)| *count > 0).collect(),
        doubts: doubts.sorted(),
        ..Imported::default()
    }
}

/// Whether blocks are a write-up, for recognising it: they define actions, have the tables of one, or
/// say that they are one.
pub(crate) fn is_write_up(blocks: &[Block]) -> bool {
    let texts = || {
        blocks.iter().flat_map(|block| {
            block.cells().unwrap_or_default().iter().map(String::as_str).chain([block.text()])
        })
    };
    let labels = texts().map(|text| label::labels(text).len()).sum::<usize>();
    let tables = blocks.iter().any(|block| block.cells().is_some_and(table::is_head));
    let headed = blocks.iter().any(|block| {
        let stands_out = match &block.kind {
            Kind::Heading { .. } => true,
            Kind::Paragraph { text, .. } => is_bold(text),
            Kind::Item { marker, text, .. } => *marker != Marker::Bullet && *text == text.to_uppercase(),
            _ => false,
        };
        stands_out && words::is_actions_heading(block.text())
    });
    let spoken = blocks.iter().filter(|block| promises::spoken::is_in(block.text())).count();
    let says = blocks.iter().take(6).any(|block| {
        let lower = block.text().to_lowercase();
        [
            "write up",
            "write-up",
            "writeup",
            "minutes",
            "meeting note",
            "note of the",
            "notes of the",
            "record of the meeting",
        ]
        .iter()
        .any(|words| lower.contains(words))
    });
    labels >= 2 || spoken >= 2 || tables || headed || says
}

/// Blocks without what no record needs, their texts clean and in one alphabet.
pub(super) fn tidy(blocks: Vec<Block>, doubts: &mut Doubts) -> Vec<Block> {
    let labels: Vec<String> = blocks
        .iter()
        .filter_map(|block| match &block.kind {
            Kind::Note { label, .. } => Some(label.clone()),
            _ => None,
        })
        .collect();
    let mut blocks = leave_out::sift(blocks, doubts);
    for block in &mut blocks {
        let line = block.line;
        let place = if block.cells().is_some() { Place::Cell } else { Place::Line };
        for text in block.texts_mut() {
            *text = inline::clean(text, place, &labels);
            // The letters of cells are folded where it is known which column holds owners.
            if place == Place::Line
                && let Some((folded, letters)) = inline::fold(text)
            {
                doubts.at(line, &FOLDED_LETTERS, letters);
                *text = folded;
            }
        }
    }
    blocks.retain(|block| {
        block.kind == Kind::PageBreak
            || block.cells().is_some()
            || !block.text().trim_matches(['*', ' ']).is_empty()
    });
    blocks
}

/// Blocks without the markings that stand above the title, which would be taken for it.
fn without_banner(mut blocks: Vec<Block>, marks: &[markings::Marking]) -> Vec<Block> {
    let is_mark = |block: &Block| {
        marks
            .iter()
            .any(|mark| mark.restricts && mark.line == block.line && mark.sentence == block.words().trim())
    };
    let banner = blocks.iter().take_while(|block| is_mark(block)).count();
    if banner < blocks.len() {
        blocks.drain(..banner);
    }
    blocks
}

/// The running text: headings left out, since they may be in capitals.
fn running_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks.iter().filter(|block| !matches!(block.kind, Kind::Heading { .. })) {
        text.push_str(block.text());
        for cell in block.cells().into_iter().flatten() {
            text.push_str(cell);
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn untitled(meeting: &Meeting) -> String {
    meeting.number.map_or("Workshop".to_owned(), |number| format!("Workshop {number}"))
}

/// Doubts gaps in the series of actions, mentions of actions that are not there, and owners that
/// nobody names.
fn doubt_series(held: &WriteUp, blocks: &[Block], doubts: &mut Doubts) {
    let lines = lines_of_actions(held, blocks);
    let numbers: Vec<u32> = held.actions.iter().map(|action| action.number).collect();
    let highest = numbers.iter().copied().max().unwrap_or(0);
    for number in (1..highest).filter(|number| !numbers.contains(number)) {
        let line = lines.range(number..).next().map_or(1, |(_, line)| *line);
        doubts.at(
            line,
            &DOUBTFUL_NUMBER,
            format!("there is no action {number}, though there is an action {highest}"),
        );
    }
    for (number, line) in lines.iter().filter(|(number, _)| !numbers.contains(number) && **number > highest) {
        doubts.at(*line, &DOUBTFUL_NUMBER, format!("action {number} is mentioned, and is nowhere defined"));
    }
    for action in &held.actions {
        promises::until::doubt(action, lines.get(&action.number).copied().unwrap_or(1), doubts);
    }
    for action in
        held.actions.iter().filter(|action| action.responsible.is_empty() && action.responsible_at.is_none())
    {
        let line = lines.get(&action.number).copied().unwrap_or(1);
        if doubts.has(line, &DOUBTFUL_OWNER) {
            continue;
        }
        let message = format!("nobody is named as responsible for action {}", action.number);
        // What an action says is no owner, but an editor may see one in it.
        match action.wordings.first().and_then(|wording| wording.text.split_once(" to ")) {
            Some((who, _)) if who.split_whitespace().count() <= 5 && who.starts_with(char::is_alphabetic) => {
                let help = format!("if {} is meant, write `(owner: {who})` at its end", quoted(who, 60));
                doubts.with_help(line, &DOUBTFUL_OWNER, message, help);
            }
            _ => doubts.at(line, &DOUBTFUL_OWNER, message),
        }
    }
}

/// The first line at which each action is named, its definition before others.
fn lines_of_actions(held: &WriteUp, blocks: &[Block]) -> BTreeMap<u32, usize> {
    let mut lines = BTreeMap::new();
    let texts = || {
        blocks.iter().flat_map(|block| {
            let cells = block.cells().into_iter().flatten().map(String::as_str);
            cells.chain([block.text()]).map(|text| (block.line, text)).collect::<Vec<_>>()
        })
    };
    for (line, text) in texts() {
        for label in label::labels(text) {
            lines.entry(label.number).or_insert(line);
        }
    }
    // An item of a list, or a row, may have no label: it is known by its first words.
    for action in held.actions.iter().filter(|action| action.label_at.is_none()) {
        let wording = action.wordings.first().map(|wording| slug(&wording.text)).unwrap_or_default();
        let found = texts().find(|(_, text)| !wording.is_empty() && slug(text).starts_with(&wording));
        if let (Some((line, _)), false) = (found, lines.contains_key(&action.number)) {
            lines.insert(action.number, line);
        }
    }
    for (line, text) in texts() {
        for mention in mention::mentions(text, 0) {
            lines.entry(mention.number).or_insert(line);
        }
    }
    lines
}

#[cfg(test)]
mod tests;
