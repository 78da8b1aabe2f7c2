//! The lists after a matrix → artefacts, extemporary papers and actions of the log.
//!
//! References stand in one column and what they stand for in another, so a converter writes first all
//! of the one and then all of the other. They are paired in order, if there are as many of each.

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::doubts::{Doubts, quoted};
use super::super::number_list;
use super::super::rules::{DOUBTFUL_NUMBER, RECONSTRUCTED_ROW, TORN_COLUMN};
use super::chunks::Chunk;
use crate::import::Draft;
use crate::model::action::State;
use crate::model::date::Date;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::record::Record;

/// A reference and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Listed {
    pub(super) line: usize,
    pub(super) reference: String,
    pub(super) words: Option<String>,
}

/// Pairs the references of a kind (`A`, `P`, or none for bare numbers) with the lines after them.
pub(super) fn listed(chunks: &[Chunk], letter: &str, doubts: &mut Doubts) -> Vec<Listed> {
    let mut all = Vec::new();
    let mut codes: Vec<(usize, String)> = Vec::new();
    for chunk in chunks {
        let mut words: Vec<(usize, String)> = Vec::new();
        for line in chunk.filled().filter(|(_, line)| !is_aside(line)) {
            if !is_reference(&line.1, letter) {
                words.push(line.clone());
                continue;
            }
            // The next references may follow the words of the last ones without an empty line.
            if !words.is_empty() {
                all.extend(paired(std::mem::take(&mut codes), &std::mem::take(&mut words), doubts));
            }
            codes.push(line.clone());
        }
        if !words.is_empty() && !codes.is_empty() {
            all.extend(paired(std::mem::take(&mut codes), &words, doubts));
        }
    }
    all.extend(unpaired(codes, doubts));
    all
}

fn paired(codes: Vec<(usize, String)>, words: &[(usize, String)], doubts: &mut Doubts) -> Vec<Listed> {
    if codes.len() != words.len() {
        return unpaired(codes, doubts);
    }
    if let [(line, first), .., (_, last)] = codes.as_slice() {
        let message = format!(
            "{first} to {last} and what they stand for are in separate columns; they are paired in order"
        );
        doubts.at(*line, &RECONSTRUCTED_ROW, message);
    }
    let pair = |((line, reference), (_, words)): ((usize, String), &(usize, String))| Listed {
        line,
        reference,
        words: Some(words.clone()),
    };
    codes.into_iter().zip(words).map(pair).collect()
}

fn unpaired(codes: Vec<(usize, String)>, doubts: &mut Doubts) -> Vec<Listed> {
    if let Some((line, first)) = codes.first() {
        let message = format!(
            "{} references from {first} on have not as many lines to go with them; they stay without words",
            codes.len()
        );
        doubts.at(*line, &TORN_COLUMN, message);
    }
    codes.into_iter().map(|(line, reference)| Listed { line, reference, words: None }).collect()
}

fn is_reference(line: &str, letter: &str) -> bool {
    line.strip_prefix(letter).is_some_and(|digits| {
        (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// `(An artefact is a product …)`
fn is_aside(line: &str) -> bool {
    line.starts_with('(') && line.ends_with(')')
}

/// What the records of a document have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin<'p> {
    /// The paper.
    pub(super) paper: &'p RecordId,
    /// Its date.
    pub(super) date: Option<Date>,
    /// Whether it is for members only.
    pub(super) restricted: bool,
}

impl Origin<'_> {
    pub(super) fn front(self, title: &str) -> Mapping {
        let mut front = Mapping::new();
        front.insert("title".into(), title.into());
        if self.restricted {
            front.insert("visibility".into(), "members".into());
        }
        front
    }
}

/// An artefact: `from action 8, 21 – a list of …`.
pub(super) fn artefact(
    listed: &Listed,
    topic: Option<&RecordId>,
    origin: Origin<'_>,
    doubts: &mut Doubts,
) -> Draft {
    let words = listed.words.clone().unwrap_or_default();
    let (numbers, title) = from_actions(&words);
    if listed.words.is_some() && numbers.is_empty() {
        let message = format!("{} does not say which actions of the log it comes from", quoted(&words, 60));
        doubts.at(listed.line, &DOUBTFUL_NUMBER, message);
    }
    let title = if title.is_empty() { format!("Artefact {}", listed.reference) } else { capital(title) };
    let mut front = origin.front(&title);
    front.insert("reference".into(), listed.reference.as_str().into());
    if !numbers.is_empty() {
        front.insert("from_actions".into(), Value::Sequence(numbers.into_iter().map(Value::from).collect()));
    }
    if let Some(topic) = topic {
        front.insert("topic".into(), topic.slug().into());
    }
    front.insert("evidence".into(), Value::Sequence(vec![origin.paper.as_str().into()]));
    Draft {
        id: RecordId::new("artefacts", &listed.reference.to_lowercase()),
        front_matter: front,
        body: String::new(),
    }
}

/// The entries of the log that an artefact comes from.
pub(super) fn sources(listed: &Listed) -> Vec<u32> {
    from_actions(listed.words.as_deref().unwrap_or_default()).0
}

/// The numbers after `from action` and the words after the dash.
fn from_actions(words: &str) -> (Vec<u32>, &str) {
    let lower = words.to_ascii_lowercase();
    let start = ["from actions ", "from action "].into_iter().find(|start| lower.starts_with(start));
    let Some(rest) = start.and_then(|start| words.get(start.len()..)) else { return (Vec::new(), words) };
    let cut =
        [" - ", " – ", " — "].into_iter().filter_map(|dash| rest.find(dash).map(|at| (at, dash.len()))).min();
    let Some((at, length)) = cut else { return (Vec::new(), words) };
    let numbers = number_list::read(rest.get(..at).unwrap_or_default()).unwrap_or_default();
    if numbers.is_empty() {
        (numbers, words)
    } else {
        (numbers, rest.get(at + length..).unwrap_or_default().trim().trim_end_matches('.'))
    }
}

/// A paper that is part of no theme: `Evidence (action 48) - Say what …`.
pub(super) fn paper(listed: &Listed, origin: Origin<'_>) -> Draft {
    let words = listed.words.clone().unwrap_or_default();
    let end =
        [" (", " - ", " – "].into_iter().filter_map(|mark| words.find(mark)).min().unwrap_or(words.len());
    let title = words.get(..end).unwrap_or_default().trim().trim_end_matches('.');
    let title = if title.is_empty() { format!("Paper {}", listed.reference) } else { title.to_owned() };
    let mut front = origin.front(&title);
    front.insert("reference".into(), listed.reference.as_str().into());
    front.insert("kind".into(), "extemporary".into());
    let slug = crate::model::text::slug(&format!("{} {title}", listed.reference));
    let body = if words.len() > title.len() + 1 { format!("{words}\n") } else { String::new() };
    Draft { id: RecordId::new("papers", &slug), front_matter: front, body }
}

/// An entry of the action log that the document says something about.
pub(super) fn action(
    number: u32,
    words: &str,
    state: Option<State>,
    note: &str,
    origin: Origin<'_>,
) -> Draft {
    let first = words.split_once(". ").map_or(words, |(first, _)| first).trim().trim_end_matches('.');
    let title = if first.is_empty() { format!("Log entry {number}") } else { capital(first) };
    let mut front = origin.front(&title);
    front.insert("log_number".into(), number.into());
    if let Some(state) = state {
        front.insert("state".into(), state.as_str().into());
        if let Some(date) = origin.date {
            front.insert("state_on".into(), date.to_string().into());
        }
    }
    front.insert("evidence".into(), Value::Sequence(vec![origin.paper.as_str().into()]));
    front.insert("note".into(), note.into());
    let body =
        if words.trim_end_matches('.').len() > first.len() { format!("{words}\n") } else { String::new() };
    Draft { id: RecordId::new("actions", &format!("log-{number:03}")), front_matter: front, body }
}

/// Gives entries of the log to the actions of write-ups that the archive has under their numbers.
pub(super) fn join(actions: &mut [Draft], known: &[Arc<Record>]) {
    for draft in actions {
        let number = draft.front_matter.get("log_number").and_then(Value::as_u64);
        let place = known.iter().find_map(|record| match &record.kind {
            Kind::Action(action) if action.log_number.map(u64::from) == number => {
                Some((record, action.workshop.as_ref()?, action.number?))
            }
            _ => None,
        });
        if let Some((record, workshop, number)) = place {
            draft.id = record.id.clone();
            draft.front_matter.insert("workshop".into(), workshop.id.as_str().into());
            draft.front_matter.insert("number".into(), number.into());
        }
    }
}

/// A line such as `Other Closed Actions - 70,80` or `Ongoing Action - 71 Policy after a case`: its
/// name, the numbers, the words after them.
pub(super) fn grouped(line: &str) -> Option<(&str, Vec<u32>, &str)> {
    let (name, rest) = [" - ", " – ", " — "].into_iter().find_map(|dash| line.split_once(dash))?;
    let end = rest.find(|letter: char| letter.is_alphabetic()).unwrap_or(rest.len());
    let (numbers, words) = rest.split_at(end);
    let numbers = number_list::read(numbers)?;
    // Words after several numbers may be of the last one only.
    let fits = words.is_empty() || numbers.len() == 1;
    let named = name.chars().any(char::is_alphabetic) && name.split_whitespace().count() <= 6;
    (fits && named && !name.to_lowercase().starts_with("from action"))
        .then(|| (name.trim(), numbers, words.trim()))
}

/// The state that the name of a group of actions says.
pub(super) fn state(name: &str) -> Option<State> {
    let bare: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !matches!(word.to_lowercase().as_str(), "action" | "actions" | "additional"))
        .collect();
    State::parse(&bare.join(" "))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_where_an_artefact_comes_from() {
        assert_eq!(from_actions("from Action 1, 36 - list of guilds"), (vec![1, 36], "list of guilds"));
        assert_eq!(
            from_actions("From action 27 – the short form - of it"),
            (vec![27], "the short form - of it")
        );
        assert_eq!(from_actions("a list of guilds"), (vec![], "a list of guilds"));
    }

    #[test]
    fn reads_groups_of_actions() {
        assert_eq!(
            grouped("Other Closed Actions - 70,80,"),
            Some(("Other Closed Actions", vec![70, 80], ""))
        );
        assert_eq!(
            grouped("Ongoing Action - 71 Rules after the case"),
            Some(("Ongoing Action", vec![71], "Rules after the case"))
        );
        assert_eq!(grouped("Oil and Wicks - some words"), None);
        assert_eq!(state("Other Closed Actions"), Some(State::Closed));
        assert_eq!(state("Additional Live actions"), Some(State::Open));
        assert_eq!(state("Oil and Wicks"), None);
    }
}
