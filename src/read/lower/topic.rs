//! An issue area: a column of the progress matrix.
//!
//! In: front matter. Out: `Topic`. What can be derived is not typed, and not derived here either.

use super::super::faults;
use super::super::raw;
use super::super::yaml::Node;
use super::common::listed;
use super::front::Front;
use crate::diag::FieldPath;
use crate::model::announced::{Announcement, Narrative};
use crate::model::date::Date;
use crate::model::kinds::Topic;

/// Takes a topic's own keys out of the front matter.
pub(super) fn topic(front: &mut Front<'_>) -> Topic {
    Topic {
        order: front.integer("order"),
        short_title: front.text("short_title"),
        document_purpose: front.text("document_purpose"),
        narrative: narrative(front),
        latest_document: front.documents("latest_document", "papers"),
        key_change_log: front.text("key_change_log"),
        stated_last_discussion: front.text("stated_last_discussion"),
        last_discussion_note: front.text("last_discussion_note"),
        next_discussion: next_discussion(front),
        outstanding_note: front.texts("outstanding_note"),
        stimulus_paper: front.documents("stimulus_paper", "papers"),
        related_actions: related_actions(front),
        organisations: front.references("organisations", Some("organisations")),
    }
}

/// Words without a day, or a list of them with the days on which they were so.
fn narrative(front: &mut Front<'_>) -> Vec<Narrative> {
    if !front.is_mapped("narrative") {
        let plain = |text| Narrative { text, ..Narrative::default() };
        return front.text("narrative").map(plain).into_iter().collect();
    }
    let Some(value) = front.take("narrative") else { return Vec::new() };
    let one = |(n, item): (usize, &Node)| {
        let path = FieldPath::key("narrative").at(n);
        if let Some(text) = item.as_text() {
            return Some(Narrative { text, ..Narrative::default() });
        }
        let raw::Narrative { text, on, until, .. } = front.notes.shape(&path, item)?;
        let Some(text) = text else {
            front.notes.incomplete(&path, &["text"]);
            return None;
        };
        // Without its day it would be told of every time there ever was.
        let mut day = |key: &str, written: Option<String>| match written {
            Some(written) => front.notes.date(&path.clone().then(key), &written).map(Some),
            None => Some(None),
        };
        Some(Narrative { text, on: day("on", on)?, until: day("until", until)? })
    };
    listed(value).iter().enumerate().filter_map(one).collect()
}

fn next_discussion(front: &mut Front<'_>) -> Vec<Announcement> {
    let Some(value) = front.take("next_discussion") else { return Vec::new() };
    let mut discussions = Vec::new();
    for (n, item) in listed(value).iter().enumerate() {
        let path = FieldPath::key("next_discussion").at(n);
        match item {
            Node::Map(_) => {
                let shape = front.notes.shape(&path, item).unwrap_or_default();
                let raw::Discussion { on, note, announced, .. } = shape;
                let on = on.and_then(|on| front.notes.date(&path.clone().then("on"), &on));
                // One that cannot be read is not told as if it had always been known.
                let Some(announced) = announced_on(front, &path, announced) else { continue };
                discussions.push(Announcement { on, note, announced });
            }
            item => match item.as_text() {
                // A date, or words on it.
                Some(text) => match text.parse() {
                    Ok(date) => discussions.push(Announcement { on: Some(date), ..Announcement::default() }),
                    Err(_) => discussions.push(Announcement { note: Some(text), ..Announcement::default() }),
                },
                None => {
                    front.notes.wrong_type(&path, item, "a date, or a map of `on`, `note` and `announced`")
                }
            },
        }
    }
    discussions.retain(|one| one.on.is_some() || one.note.is_some());
    discussions
}

/// The day on which something was announced, where one is written; `None` where it cannot be read.
pub(super) fn announced_on(
    front: &mut Front<'_>,
    path: &FieldPath,
    written: Option<String>,
) -> Option<Option<Date>> {
    match written {
        Some(written) => front.notes.date(&path.clone().then("announced"), &written).map(Some),
        None => Some(None),
    }
}

fn related_actions(front: &mut Front<'_>) -> Vec<u32> {
    let Some(value) = front.take("related_actions") else { return Vec::new() };
    let mut numbers = Vec::new();
    for (n, item) in value.into_items().iter().enumerate() {
        let path = FieldPath::key("related_actions").at(n);
        for text in item.as_text().unwrap_or_default().split([',', ';']) {
            match range(text) {
                Some(range) => numbers.extend(range),
                None if text.trim().is_empty() => {}
                None => {
                    let message = format!("`{}` is not a number of the action log", text.trim());
                    let help = "write numbers and ranges, as in `2, 3, 54-67`";
                    front.notes.fault_help(&faults::WRONG_TYPE, &path, message, help);
                }
            }
        }
    }
    numbers
}

/// A number, or a range with a hyphen or a dash.
fn range(text: &str) -> Option<std::ops::RangeInclusive<u32>> {
    let text = text.trim();
    let (first, last) = match text.split_once(['-', '–', '—']) {
        Some((first, last)) => (first.trim().parse().ok()?, last.trim().parse().ok()?),
        None => {
            let only = text.parse().ok()?;
            (only, only)
        }
    };
    // No action log is that long: a slip of the pen must not fill the memory.
    (first <= last && last - first < 10_000).then_some(first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_and_ranges() {
        let numbers = |text| range(text).map(Iterator::collect::<Vec<_>>);
        assert_eq!(numbers(" 3 "), Some(vec![3]));
        assert_eq!(numbers("54–56"), Some(vec![54, 55, 56]));
        assert_eq!(numbers("7-6"), None);
        assert_eq!(numbers("1-4000000000"), None);
        assert_eq!(numbers("A3"), None);
    }
}
