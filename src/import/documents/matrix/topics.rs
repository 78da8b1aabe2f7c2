//! The rows of a matrix → its topics: their names, and a record of each.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::doubts::{Doubts, quoted};
use super::super::number_list;
use super::super::rules::TORN_COLUMN;
use super::super::write_up::records::{free, known_topic, short_slug};
use super::super::written_date;
use super::chunks::{Chunk, Label};
use super::register::Origin;
use super::rows::Rows;
use crate::import::Draft;
use crate::model::id::RecordId;
use crate::model::record::Record;
use crate::model::text::slug;

/// The names of the columns. Where two ran together in one chunk they are cut at the place at which
/// both parts fit the words of their columns best.
pub(super) fn names(chunks: &[Chunk], rows: &Rows, doubts: &mut Doubts) -> Option<Vec<String>> {
    let whole: Vec<String> = chunks.iter().map(Chunk::flat).collect();
    let line = chunks.first().map_or(1, Chunk::line);
    if whole.len() == rows.columns {
        return Some(whole);
    }
    let missing = rows.columns.checked_sub(whole.len()).filter(|missing| (1..=3).contains(missing));
    let mut ways = Vec::new();
    if let Some(missing) = missing {
        cuts(&whole, missing, &mut Vec::new(), &mut ways);
    }
    let mut scored: Vec<(f64, &Vec<String>)> = ways.iter().map(|names| (score(names, rows), names)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    match scored.as_slice() {
        [(best, names), rest @ ..] if rest.first().is_none_or(|(next, _)| best - next > 0.1) => {
            let cut: Vec<String> =
                names.iter().filter(|name| !whole.contains(name)).map(|name| quoted(name, 40)).collect();
            let message = format!(
                "names of columns ran together; they are read as {}, which fits the words of the columns",
                cut.join(", ")
            );
            doubts.at(line, &TORN_COLUMN, message);
            Some((*names).clone())
        }
        _ => {
            let message = format!(
                "the matrix has {} columns, and {} names could be told apart; no topics are made",
                rows.columns,
                whole.len()
            );
            doubts.at(line, &TORN_COLUMN, message);
            None
        }
    }
}

/// Every way to cut so many chunks in two.
fn cuts(whole: &[String], missing: usize, so_far: &mut Vec<String>, ways: &mut Vec<Vec<String>>) {
    // Names of columns are few and short; more ways than this are no names.
    if ways.len() > 20_000 {
        return;
    }
    let Some((first, rest)) = whole.split_first() else {
        if missing == 0 {
            ways.push(so_far.clone());
        }
        return;
    };
    so_far.push(first.clone());
    cuts(rest, missing, so_far, ways);
    so_far.pop();
    if missing == 0 {
        return;
    }
    for (at, _) in first.match_indices(' ') {
        so_far.push(first.get(..at).unwrap_or_default().to_owned());
        so_far.push(first.get(at + 1..).unwrap_or_default().to_owned());
        cuts(rest, missing - 1, so_far, ways);
        so_far.truncate(so_far.len() - 2);
    }
}

/// How well names fit the words of their columns: 1 for a name that stands there as it is, up to a
/// half for one whose words stand there apart.
fn score(names: &[String], rows: &Rows) -> f64 {
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let column = |n: usize| {
        let cells = [Label::DocumentPurpose, Label::Narrative, Label::LatestDocument, Label::Outstanding];
        words(&cells.iter().filter_map(|label| rows.cell(*label, n)).collect::<Vec<_>>().join(" "))
    };
    let of = |(n, name): (usize, &String)| {
        let (own, column) = (words(name), column(n));
        if own.is_empty() {
            return 0.0;
        }
        if column.windows(own.len()).any(|window| window == own) {
            return 1.0;
        }
        let there = own.iter().filter(|word| column.contains(word)).count();
        there as f64 / own.len() as f64 / 2.0
    };
    names.iter().enumerate().map(of).sum()
}

/// A record of each topic.
pub(super) fn drafts(names: &[String], rows: &Rows, restricted: bool, known: &[Arc<Record>]) -> Vec<Draft> {
    names.iter().enumerate().map(|(n, name)| draft(n, name, rows, restricted, known)).collect()
}

/// The record of a topic: the archive's own, where it has one of that name or of its first words.
pub(super) fn id(name: &str, known: &[Arc<Record>]) -> RecordId {
    if let Some(record) = known_topic(name, known) {
        return record.id.clone();
    }
    let own = slug(name);
    let begins = |record: &&Arc<Record>| {
        record.id.collection() == "topics"
            && own.strip_prefix(record.id.slug()).is_some_and(|rest| rest.starts_with('-'))
    };
    known.iter().find(begins).map_or_else(|| RecordId::new("topics", &own), |record| record.id.clone())
}

fn draft(n: usize, name: &str, rows: &Rows, restricted: bool, known: &[Arc<Record>]) -> Draft {
    let cell = |label| rows.cell(label, n).map(|text| text.trim()).filter(|text| !is_nothing(text));
    let mut front = Mapping::new();
    front.insert("title".into(), name.into());
    if restricted {
        front.insert("visibility".into(), "members".into());
    }
    front.insert("order".into(), (n as u64 + 1).into());
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            front.insert(key.into(), value);
        }
    };
    set("document_purpose", cell(Label::DocumentPurpose).map(Value::from));
    set("narrative", cell(Label::Narrative).map(Value::from));
    set("latest_document", cell(Label::LatestDocument).map(documents));
    set("key_change_log", cell(Label::KeyChangeLog).map(Value::from));
    let last = cell(Label::LastDiscussion);
    let day = last.and_then(only_date);
    set("last_discussion_note", last.filter(|_| day.is_none()).map(Value::from));
    set("stated_last_discussion", day.map(Value::from));
    set("next_discussion", cell(Label::NextDiscussion).map(next));
    set("outstanding_note", cell(Label::Outstanding).map(sentences));
    set("stimulus_paper", cell(Label::Stimulus).map(documents));
    let numbers = |text: &str| {
        number_list::read(text).map_or_else(|| text.to_owned(), |numbers| number_list::write(&numbers))
    };
    set("related_actions", cell(Label::RelatedActions).map(|text| Value::from(numbers(text))));
    Draft { id: id(name, known), front_matter: front, body: String::new() }
}

/// An issue for each key outstanding issue, for an editor to judge: the paper says neither when it was raised nor
/// whether it was discussed.
pub(super) fn issues(names: &[String], rows: &Rows, origin: Origin<'_>, known: &[Arc<Record>]) -> Vec<Draft> {
    let mut taken = BTreeSet::new();
    let mut drafts = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let cell = rows.cell(Label::Outstanding, n).unwrap_or_default();
        let none = |text: &String| is_nothing(text) || text.to_lowercase().starts_with("none,");
        for text in asked(cell).into_iter().filter(|text| !none(text)) {
            let title = text.trim_end_matches('.').to_owned();
            let id = RecordId::new("issues", &free(&short_slug(&title), &mut taken));
            let mut front = origin.front(&title);
            front.insert("topic".into(), self::id(name, known).slug().into());
            front.insert("draft".into(), true.into());
            let day = origin.date.map(|date| format!(", {}", date.in_words())).unwrap_or_default();
            let body = format!(
                "Listed under “{}” of {name}{day}: {}.\n",
                Label::Outstanding.in_words(),
                origin.paper
            );
            drafts.push(Draft { id, front_matter: front, body });
        }
    }
    drafts
}

/// Whether a cell says that there is nothing in it.
pub(super) fn is_nothing(text: &str) -> bool {
    matches!(text.to_lowercase().trim_matches(['.', ' ']), "n/a" | "na" | "-" | "–" | "none" | "")
}

/// The date of a cell that holds nothing else.
fn only_date(text: &str) -> Option<String> {
    let found = written_date::all(text).into_iter().next()?;
    let date = found.date()?;
    let around = [text.get(..found.at)?, text.get(found.end..)?];
    around.iter().all(|rest| rest.trim().is_empty()).then(|| date.to_string())
}

/// `Update July’19` as `{on: 2019-07, note: Update}`; words without a date as a note.
fn next(text: &str) -> Value {
    let mut map = Mapping::new();
    let found = written_date::all(text).into_iter().find_map(|found| Some((found, found.date()?)));
    let mut note = text.to_owned();
    if let Some((found, date)) = found {
        map.insert("on".into(), date.to_string().into());
        let before = text.get(..found.at).unwrap_or_default().trim();
        let after = text.get(found.end..).unwrap_or_default().trim();
        // With words after it the date is part of a sentence, which stays whole.
        note = if after.is_empty() { before.to_owned() } else { text.to_owned() };
    }
    if !note.is_empty() {
        map.insert("note".into(), note.into());
    }
    Value::Sequence(vec![Value::Mapping(map)])
}

/// Documents, each ending with its date in brackets.
fn documents(text: &str) -> Value {
    let pieces = text.split_inclusive(')').map(str::trim).filter(|piece| !piece.is_empty());
    Value::Sequence(pieces.map(Value::from).collect())
}

/// Sentences and questions, one each.
fn sentences(text: &str) -> Value {
    Value::Sequence(asked(text).into_iter().map(Value::from).collect())
}

fn asked(text: &str) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    let mut open = String::new();
    for word in text.split_whitespace() {
        open.push_str(if open.is_empty() { "" } else { " " });
        open.push_str(word);
        if word.ends_with(['.', '?', '!']) {
            list.push(std::mem::take(&mut open));
        }
    }
    if !open.is_empty() {
        list.push(open);
    }
    list
}
