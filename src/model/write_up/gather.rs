//! Wordings found here and there in a write-up → its actions, each once, by number.
//!
//! In: what tables, lists and prose say, in the order of the text. Out: `WrittenAction`s. It decides
//! which wording comes first, which are the same, and what number an unnumbered one gets.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::blocks::trimmed;
use super::label::{self, Label};
use super::owners::{self, Bracket, WrittenParty};
use super::table::ActionRow;
use super::{Wording, WrittenAction, plain};

/// One wording of an action, where it was found.
#[derive(Debug)]
pub(super) struct Found {
    /// Its number, where its label or its list gives one.
    pub(super) number: Option<u32>,
    /// Whether that number was written as a label, and so is certain.
    pub(super) labelled: bool,
    pub(super) label_at: Option<Range<usize>>,
    pub(super) wording: Wording,
    pub(super) owners: Vec<WrittenParty>,
    pub(super) owners_at: Option<Range<usize>>,
    pub(super) due: Option<String>,
    /// Whether it stands in the list of actions.
    pub(super) listed: bool,
}

/// The action of a row of a table of actions.
pub(super) fn of_row(text: &str, row: ActionRow) -> Found {
    let (wording, _) = wording(text, row.wording, row.label.as_ref(), None);
    Found {
        number: row.number,
        labelled: row.number.is_some(),
        label_at: row.label.map(|label| label.words),
        wording,
        owners: row.owners,
        owners_at: row.owners_at,
        due: row.due,
        listed: true,
    }
}

/// The labelled actions of a run. In a list of actions a bracket at the end names the owners; in
/// prose it does so only where it says `owner:`, and a wording ends with its line.
pub(super) fn of_run(text: &str, masked: &str, run: &Range<usize>, listed: bool) -> Vec<Found> {
    let slice = masked.get(run.clone()).unwrap_or_default();
    let labels = label::labels(slice);
    let starts: Vec<usize> = labels.iter().skip(1).map(|label| label.at.start).chain([slice.len()]).collect();
    let mut found = Vec::new();
    for (label, next) in labels.into_iter().zip(starts) {
        let end = if listed { next } else { label.at.end + line(&slice[label.at.end..next]) };
        let label = super::table::moved(label, run.start);
        let at = label.at.end..run.start + end;
        found.push(of_words(text, at, Some(label), listed));
    }
    found
}

/// An item of a list of actions whose label is only its place in the list.
pub(super) fn of_item(text: &str, run: &Range<usize>, number: Option<u32>) -> Found {
    Found { number, ..of_words(text, run.clone(), None, true) }
}

fn of_words(text: &str, at: Range<usize>, label: Option<Label>, listed: bool) -> Found {
    let (wording, owners) = wording(text, at, label.as_ref(), Some(!listed));
    let (bracket_at, bracket) =
        owners.map_or((None, Bracket::default()), |(at, bracket)| (Some(at), bracket));
    let Bracket { owners, due, .. } = bracket;
    let owners_at = bracket_at.filter(|_| !owners.is_empty());
    Found {
        number: label.as_ref().map(|label| label.number),
        labelled: label.is_some(),
        label_at: label.map(|label| label.words),
        wording,
        owners,
        owners_at,
        due,
        listed,
    }
}

/// How far a wording in prose goes: to a line break in a cell, or to a sentence that only sees to
/// another action.
fn line(words: &str) -> usize {
    let breaks = words.find("<br").unwrap_or(words.len());
    let sees = ["See action", "See Action"].iter().filter_map(|see| words.find(see));
    sees.filter(|at| words[..*at].trim_end().ends_with(['.', '?', '!', ')', ']']))
        .chain([breaks])
        .min()
        .unwrap_or(breaks)
}

/// The words of an action, without the bracket that names its owners (looked for where `bracket`
/// says, and whether only with a mark) and without marks whose other half is in the label.
fn wording(
    text: &str,
    at: Range<usize>,
    label: Option<&Label>,
    bracket: Option<bool>,
) -> (Wording, Option<(Range<usize>, Bracket)>) {
    let mut at = trimmed(text, at);
    while let Some(rest) =
        ["<br>", "<br/>", "<br />"].iter().find_map(|tag| text[at.clone()].strip_suffix(tag))
    {
        at = trimmed(text, at.start..at.start + rest.len());
    }
    let open = label.map_or("", |label| label.open.as_str());
    let close = match open.strip_prefix('<') {
        Some(name) => format!("</{name}"),
        None => open.chars().rev().collect(),
    };
    let mut unclosed = !open.is_empty();
    if unclosed && let Some(rest) = text[at.clone()].strip_suffix(&close) {
        at = trimmed(text, at.start..at.start + rest.len());
        unclosed = false;
    }
    let found = bracket.and_then(|marked_only| owners::in_last_bracket(&text[at.clone()], marked_only));
    let owners = found.map(|found| {
        let bracket = at.start + found.at..at.end;
        at = trimmed(text, at.start..bracket.start);
        (bracket, found)
    });
    let words = &text[at.clone()];
    let words = if unclosed { format!("{open}{words}") } else { words.to_owned() };
    (Wording { text: words, at }, owners)
}

/// The actions, by number: the list's wording first, then the others in the order of the text.
pub(super) fn actions(mut found: Vec<Found>) -> Vec<WrittenAction> {
    number(&mut found);
    found.sort_by_key(|one| (!one.listed, one.wording.at.start));
    let mut actions: BTreeMap<u32, WrittenAction> = BTreeMap::new();
    let mut listed = BTreeSet::new();
    for one in found {
        let Some(number) = one.number else { continue };
        let is_again = one.listed && !listed.insert(number);
        let at = one.label_at.clone().unwrap_or_else(|| one.wording.at.clone());
        let action = actions.entry(number).or_insert_with(|| WrittenAction {
            number,
            label_at: one.label_at,
            wordings: Vec::new(),
            responsible: Vec::new(),
            responsible_at: None,
            due: None,
            twice_at: None,
        });
        if action.responsible.is_empty() {
            action.responsible = one.owners;
            action.responsible_at = one.owners_at.or(action.responsible_at.take());
        }
        action.due = action.due.take().or(one.due);
        let bare = bare(&one.wording.text);
        let known = action.wordings.iter().any(|known| self::bare(&known.text) == bare);
        if is_again && !known && !bare.is_empty() {
            action.twice_at.get_or_insert(at);
        }
        // An empty wording says nothing, but an action must have one.
        if !known && (!bare.is_empty() || action.wordings.is_empty()) {
            action.wordings.push(one.wording);
        }
    }
    actions.into_values().collect()
}

/// Gives a number to each that has none: the next free one after the one before it. The place in an
/// ordered list counts unless another action has that number.
fn number(found: &mut [Found]) {
    let mut taken: BTreeSet<u32> =
        found.iter().filter(|one| one.listed && one.labelled).filter_map(|one| one.number).collect();
    let mut last: u32 = 0;
    // Where looking for a free number from some number on came to: what is below is taken for good.
    let mut reached: BTreeMap<u32, u32> = BTreeMap::new();
    for one in found.iter_mut().filter(|one| one.listed) {
        if !one.labelled {
            let own = one.number.filter(|number| !taken.contains(number));
            let from = own.unwrap_or(last.saturating_add(1));
            let mut number = reached.get(&from).copied().unwrap_or(from);
            while taken.contains(&number) && number < u32::MAX {
                number += 1;
            }
            reached.insert(from, number);
            taken.insert(number);
            one.number = Some(number);
        }
        last = one.number.unwrap_or(last);
    }
}

/// Words without markup and with single spaces, for telling wordings apart.
fn bare(words: &str) -> String {
    plain::of(words).replace('\n', " ")
}
