//! The agenda slide → items, the papers among them, and their times.

use serde_yaml::{Mapping, Value};

use super::super::block::{Block, Kind};
use super::super::doubts::{Doubts, quoted};
use super::super::inline::unmarked;
use super::super::lists;
use super::super::rules::PRESUMED_LIST;
use crate::import::Draft;

/// What is to be done at a meeting, in order.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    pub(super) items: Vec<Item>,
}

/// An item.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) line: usize,
    /// When in the day.
    pub(super) time: Option<String>,
    pub(super) text: String,
    /// Whether it is a paper that is put to the meeting.
    pub(super) is_paper: bool,
}

/// Whether a slide's title says that it is the agenda.
pub(super) fn is_agenda(title: &str) -> bool {
    let lower = title.to_lowercase();
    lower
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| matches!(word, "agenda" | "programme" | "timetable"))
        && lower.split_whitespace().count() <= 4
        && !lower.contains("update")
}

impl Agenda {
    /// Reads the blocks of an agenda slide.
    pub(super) fn of(blocks: &[Block], doubts: &mut Doubts) -> Self {
        let mut items: Vec<Item> = Vec::new();
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            match &block.kind {
                Kind::Item { .. } => {
                    let run: Vec<&Block> = blocks
                        .iter()
                        .skip(at)
                        .take_while(|block| matches!(block.kind, Kind::Item { .. }))
                        .collect();
                    at += run.len();
                    list(&run, &mut items);
                    continue;
                }
                Kind::Heading { text, .. } => {
                    let message = format!(
                        "{} stands as a heading in the agenda; it is read as an item of it",
                        quoted(text, 60)
                    );
                    doubts.at(block.line, &PRESUMED_LIST, message);
                    push(block.line, text, false, &mut items);
                }
                Kind::Row { cells, .. } => {
                    let text =
                        cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" ");
                    push(block.line, &text, false, &mut items);
                }
                Kind::Paragraph { text, .. } | Kind::Note { text, .. } => {
                    push(block.line, text, false, &mut items)
                }
                Kind::PageBreak => {}
            }
            at += 1;
        }
        Agenda { items }
    }

    /// The field of the record.
    pub(super) fn value(&self, papers: &[Draft]) -> Value {
        let mut papers = papers.iter();
        let value = |item: &Item| {
            let paper = if item.is_paper { papers.next() } else { None };
            if item.time.is_none() && paper.is_none() {
                return Value::from(item.text.as_str());
            }
            let mut map = Mapping::new();
            if let Some(time) = &item.time {
                map.insert("time".into(), time.as_str().into());
            }
            map.insert("item".into(), item.text.as_str().into());
            if let Some(paper) = paper {
                map.insert("papers".into(), Value::Sequence(vec![paper.id.as_str().into()]));
            }
            Value::Mapping(map)
        };
        Value::Sequence(self.items.iter().map(value).collect())
    }
}

fn list(run: &[&Block], items: &mut Vec<Item>) {
    let entries = lists::nest(run.iter().filter_map(|block| match &block.kind {
        Kind::Item { indent, marker, text } => Some((*indent, marker, text.as_str())),
        _ => None,
    }));
    // The depth of an item that says that what is under it are papers.
    let mut papers: Option<usize> = None;
    for (n, (entry, block)) in entries.iter().zip(run).enumerate() {
        if papers.is_some_and(|depth| entry.depth <= depth) {
            papers = None;
        }
        let leads = entries.get(n + 1).is_some_and(|next| next.depth > entry.depth);
        if leads && names_papers(&entry.text) {
            papers = Some(entry.depth);
        } else {
            push(block.line, &entry.text, papers.is_some(), items);
        }
    }
}

/// `3 papers`, `Papers:`, `Discussion papers`.
fn names_papers(text: &str) -> bool {
    let lower = unmarked(text).to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.len() <= 4 && words.last().is_some_and(|word| *word == "papers")
}

fn push(line: usize, text: &str, is_paper: bool, items: &mut Vec<Item>) {
    let text = unmarked(text);
    let (time, rest) = time(&text);
    if !rest.is_empty() {
        items.push(Item { line, time, text: rest.to_owned(), is_paper });
    }
}

/// The time at the start of an item: `10:00`, `10.00–10.15`, `9am`.
fn time(text: &str) -> (Option<String>, &str) {
    let end = text
        .char_indices()
        .find(|(_, letter)| {
            !(letter.is_ascii_digit() || matches!(letter, ':' | '.' | '-' | '–' | ' ' | 'a' | 'p' | 'm'))
        })
        .map_or(text.len(), |(at, _)| at);
    let (start, _) = text.split_at(end);
    // Back to the last space: `10:00 a` of `10:00 all` is not a time.
    let start = start.get(..start.rfind(' ').map_or(0, |space| space + 1)).unwrap_or_default();
    let rest = text.get(start.len()..).unwrap_or(text);
    let time = start.trim().trim_end_matches(['-', '–', ':', '.']).trim();
    let is_time = time.starts_with(|letter: char| letter.is_ascii_digit())
        && (time.contains([':', '.']) || time.ends_with("am") || time.ends_with("pm"))
        && time.len() >= 3;
    if is_time { (Some(time.to_owned()), rest.trim()) } else { (None, text.trim()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_times() {
        let read = |text: &'static str| {
            let (found, rest) = time(text);
            (found.unwrap_or_default(), rest)
        };
        assert_eq!(read("10:00 Welcome"), ("10:00".to_owned(), "Welcome"));
        assert_eq!(read("10.00 – 10.15: All speak"), ("10.00 – 10.15".to_owned(), "All speak"));
        assert_eq!(read("9am Tea"), ("9am".to_owned(), "Tea"));
        for text in ["3 papers", "2019 plan", "Welcome", "a map", ""] {
            assert_eq!(read(text), (String::new(), text), "{text}");
        }
    }
}
