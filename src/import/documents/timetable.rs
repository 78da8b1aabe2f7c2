//! A timetable of publications in a paper → milestones, and the paper.
//!
//! In: text with rows of year, month and entry. Out: a milestone for each entry, the paper with the
//! timetable as a table, and a doubt for whatever a page break or a slip has left: years and months
//! carried down, cells joined, entries that repeat another word for word, a month without text.

mod entry;
mod rows;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_yaml::Mapping;

use self::entry::Entry;
use super::block::{self, Block, Kind};
use super::doubts::{Doubts, quoted};
use super::markdown::Piece;
use super::paper::{self, Paper};
use super::rules::{DOUBTFUL_OWNER, REPEATED_ROW, SHORT_TITLE};
use super::write_up;
use super::write_up::records::{free, short_slug};
use crate::import::writer::path_of;
use crate::import::{Draft, Imported};
use crate::model::body::Outline;
use crate::model::date::MONTHS;
use crate::model::id::RecordId;

/// Reads a paper with a timetable in it.
pub fn read(file: &Arc<str>, text: &str) -> Imported {
    of_blocks(file, block::read(text))
}

/// Reads one whose blocks another reader has made.
pub(super) fn of_blocks(file: &Arc<str>, blocks: Vec<Block>) -> Imported {
    let mut doubts = Doubts::about(file);
    let blocks = write_up::tidy(blocks, &mut doubts);
    let mut paper = paper::first_page(blocks, &mut doubts);
    let (raw, entries) = rows::entries(&paper.rest, &mut doubts);
    let heading = heading_above(&paper.rest);
    let table = table(&entries);
    let first_row = paper.rest.iter().position(|block| block.cells().is_some());
    let first_row = first_row.unwrap_or(paper.rest.len());
    paper.rest.retain(|block| block.cells().is_none());
    let (before, after) = paper.rest.split_at_checked(first_row).unwrap_or((&paper.rest, &[]));
    paper::doubt_numbers(before, &mut doubts);

    let mut pieces = write_up::body::assemble(before, &mut doubts);
    pieces.push(table);
    pieces.extend(write_up::body::assemble(after, &mut doubts));
    let draft = paper.draft(&pieces);
    let anchor = heading.and_then(|heading| anchor(&draft.body, &heading));
    let milestones = milestones(&entries, &paper, anchor.as_deref(), &mut doubts);
    let repeats = milestones.iter().filter(|draft| draft.front_matter.contains_key("repeats")).count();
    let figures =
        [("milestones", milestones.len()), ("rows of the timetable", raw), ("repeated entries", repeats)];
    let mut drafts = vec![draft];
    drafts.extend(milestones);
    Imported {
        recognised: "a timetable".to_owned(),
        drafts,
        figures: figures.into_iter().map(|(name, count)| (name.to_owned(), count)).collect(),
        doubts: doubts.sorted(),
        ..Imported::default()
    }
}

/// Whether blocks hold a timetable, for recognising it: several rows start with a month, and a year
/// stands with some of them.
pub(crate) fn is_timetable(blocks: &[Block]) -> bool {
    let (months, years) = rows::dated(blocks);
    months >= 3 && years >= 1
}

/// The heading over the timetable.
fn heading_above(blocks: &[Block]) -> Option<String> {
    let first = blocks.iter().position(|block| block.cells().is_some())?;
    blocks.iter().take(first).rev().find_map(|block| match &block.kind {
        Kind::Heading { text, .. } => Some(text.clone()),
        _ => None,
    })
}

/// The anchor of a heading in a body.
fn anchor(body: &str, heading: &str) -> Option<String> {
    let outline = Outline::of(body);
    outline
        .headings
        .iter()
        .rfind(|section| section.title == heading)
        .map(|section| section.anchor.to_string())
}

fn table(entries: &[Entry]) -> Piece {
    let head = ["Year", "Month", "Entry"].map(str::to_owned).to_vec();
    let month = |entry: &Entry| {
        entry.month.and_then(|month| MONTHS.get(usize::from(month) - 1)).copied().unwrap_or("")
    };
    let year = |entry: &Entry| entry.year.map(|year| year.to_string()).unwrap_or_default();
    Piece::Table(
        head,
        entries.iter().map(|entry| vec![year(entry), month(entry).to_owned(), entry.text.clone()]).collect(),
    )
}

fn milestones(entries: &[Entry], paper: &Paper, anchor: Option<&str>, doubts: &mut Doubts) -> Vec<Draft> {
    let mut taken = BTreeSet::new();
    let mut drafts: Vec<Draft> = Vec::new();
    let source = match anchor {
        Some(anchor) => format!("{}#{anchor}", paper.id),
        None => paper.id.to_string(),
    };
    for (n, entry) in entries.iter().enumerate() {
        let said = entry.said();
        let due = entry.due();
        let stem = match &due {
            Some(due) => format!("{due}-{}", short_slug(&said.title)),
            None => short_slug(&said.title),
        };
        let id = RecordId::new("milestones", &free(&stem, &mut taken));
        if said.owner.is_none() {
            let message = format!("no owner is named for {}", quoted(&entry.plain(), 60));
            doubts.with_help(
                entry.line,
                &DOUBTFUL_OWNER,
                message,
                format!("write `owner` into `{}`", path_of(&id)),
            );
        }
        if said.is_cut {
            let message =
                format!("the title {} leaves out the better part of the entry", quoted(&said.title, 60));
            let help = format!("write a `title` into `{}` that says what is to be published", path_of(&id));
            doubts.with_help(entry.line, &SHORT_TITLE, message, help);
        }
        let mut notes = entry.notes.clone();
        let same = |other: &&Entry| other.due() == due && other.plain() == entry.plain();
        let first = entries.iter().take(n).position(|other| same(&other));
        let repeats = first.and_then(|first| drafts.get(first)).map(|first: &Draft| first.id.clone());
        if let (Some(first), Some(repeated)) = (first.and_then(|first| entries.get(first)), &repeats) {
            let message = format!("{} repeats line {} word for word", quoted(&entry.plain(), 60), first.line);
            doubts.with_help(
                entry.line,
                &REPEATED_ROW,
                message,
                format!("kept, and marked `repeats: {repeated}`"),
            );
            notes.push("It repeats the entry before it word for word.".to_owned());
        }
        let mut front = Mapping::new();
        let mut set = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                front.insert(key.into(), value.into());
            }
        };
        set("title", Some(said.title));
        set("summary", Some(said.summary));
        set("visibility", paper.restricted.then(|| "members".to_owned()));
        set("owner", said.owner);
        set("with", said.partner);
        set("due", due);
        set("objective", said.objective);
        set("repeats", repeats.map(|id| id.to_string()));
        set("doubt", (!notes.is_empty()).then(|| notes.join(" ")));
        set("source", Some(source.clone()));
        drafts.push(Draft { id, front_matter: front, body: String::new() });
    }
    drafts
}

#[cfg(test)]
mod tests;
