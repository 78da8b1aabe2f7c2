//! `ACTION: …` without a number, anywhere in a text → a label with a number.

use super::super::super::doubts::{Doubts, quoted};
use super::super::super::rules::{PRESUMED_NUMBER, PRESUMED_OWNER};
use super::{Listed, until};
use crate::model::write_up::{label, owners};

/// A label without a number.
#[derive(Debug, PartialEq, Eq)]
struct Loose {
    start: usize,
    end: usize,
    /// Whom it names: `Action (Town):`.
    owner: Option<String>,
}

/// Whether a text says `ACTION: …` without a number.
pub(in crate::import::documents::write_up) fn is_in(text: &str) -> bool {
    find(text).is_some()
}

/// Gives every action of a text that says `ACTION:` and no number the next one, or that of the listed
/// action it repeats.
pub(super) fn number(text: &mut String, line: usize, listed: &mut Listed, doubts: &mut Doubts) {
    let mut out = String::new();
    let mut rest = text.clone();
    let mut told = false;
    while let Some(loose) = find(&rest) {
        let after = rest.get(loose.end..).unwrap_or_default();
        let next = find(after).map(|next| next.start);
        let labelled = label::labels(after).first().map(|label| label.at.start);
        let end = next.into_iter().chain(labelled).min().unwrap_or(after.len());
        let wording = after.get(..end).unwrap_or_default();
        let (number, told_as) = match listed.same(wording) {
            Some(number) => (number, "is the listed action"),
            None => (listed.next(), "has no number; it is numbered"),
        };
        doubts.at(line, &PRESUMED_NUMBER, format!("{} {told_as} {number}", quoted(wording, 60)));
        out.push_str(rest.get(..loose.start).unwrap_or_default());
        out.push_str(&format!("**Action {number}:** "));
        out.push_str(&owned(wording, loose.owner, line, doubts));
        rest = after.get(end..).unwrap_or_default().to_owned();
        told = true;
    }
    if told {
        *text = out + &rest;
    }
}

/// The wording with its owner in a bracket that says so.
fn owned(wording: &str, owner: Option<String>, line: usize, doubts: &mut Doubts) -> String {
    let trimmed = wording.trim_end();
    let gap = wording.get(trimmed.len()..).unwrap_or_default();
    let bare = trimmed.trim_end_matches('.');
    let stop = trimmed.get(bare.len()..).unwrap_or_default();
    if let Some(owner) = owner {
        doubts.at(
            line,
            &PRESUMED_OWNER,
            format!("{} is read as who does it: {}", quoted(&owner, 60), quoted(wording, 60)),
        );
        // A whole day in the words is when it is due; beside the owner it is read.
        let due = until::of(bare).and_then(|until| until.day);
        let due = due.map(|day| format!(", due: {day}")).unwrap_or_default();
        return format!("{bare} (owner: {owner}{due}){stop}{gap}");
    }
    // In running text only a bracket that says `owner:` names one; this one closes the action.
    let open = bare.strip_suffix([')', ']']).and_then(|inner| inner.rfind(['(', '[']));
    let inner = open.and_then(|open| bare.get(open + 1..bare.len() - 1));
    let names = |inner: &str| {
        let read = owners::bracketed(inner).is_some_and(|(owners, _)| !owners.is_empty());
        let few =
            (2..=4).contains(&inner.split_whitespace().count()) && inner.starts_with(char::is_uppercase);
        !inner.contains(':') && (read || few)
    };
    match (open, inner) {
        (Some(open), Some(inner)) if names(inner) => {
            let head = bare.get(..open).unwrap_or_default();
            format!("{head}(owner: {inner}){stop}{gap}")
        }
        _ => wording.to_owned(),
    }
}

/// The first label without a number.
fn find(text: &str) -> Option<Loose> {
    // One letter of ASCII for another: places stay what they were.
    let lower = text.to_ascii_lowercase();
    lower.match_indices("action").find_map(|(at, _)| loose(text, at))
}

fn loose(text: &str, at: usize) -> Option<Loose> {
    let (before, word) = (text.get(..at)?, text.get(at..at + 6)?);
    let mut rest = text.get(at + 6..)?;
    for noun in [" point", " item", " required", " agreed"] {
        rest = rest
            .get(..noun.len())
            .filter(|next| next.eq_ignore_ascii_case(noun))
            .map_or(rest, |_| rest.get(noun.len()..).unwrap_or_default());
    }
    let marks = |text: &str| text.len() - text.trim_start_matches(['*', '_', ' ', ']']).len();
    let start = before.trim_end_matches(['*', '_', '[', ' ', '•', '·']).len();
    let opening = before.get(..start)?;
    let fresh = opening.is_empty()
        || opening.ends_with(['.', '?', '!', ';', ':', ')', ']', '\n', '”'])
        || opening.ends_with("<br>");
    let shouted = word == "ACTION";
    if !fresh || !(shouted || word == "Action") {
        return None;
    }
    let start = start + before.get(start..)?.len() - before.get(start..)?.trim_start_matches(' ').len();
    let bare = rest.trim_start_matches(['*', '_', ' ', ']']);
    // Who: in a bracket, or a few names before the colon.
    let (owner, bare) = match bare.strip_prefix(['(', '[']) {
        Some(inner) => {
            let end = inner.find([')', ']']).filter(|end| *end <= 60)?;
            (Some(inner.get(..end)?), inner.get(end + 1..)?)
        }
        None => {
            let colon = bare.find(':').filter(|colon| (1..=40).contains(colon));
            let names = colon.and_then(|colon| bare.get(..colon)).map(|names| names.trim_matches(['*', ' ']));
            let names = names.filter(|names| {
                shouted
                    && !names.is_empty()
                    && owners::bracketed(names)
                        .is_some_and(|(owners, due)| !owners.is_empty() && due.is_none())
            });
            match (names, colon) {
                (Some(names), Some(colon)) => {
                    (Some(names.trim_start_matches("for ").trim_start_matches("on ")), bare.get(colon..)?)
                }
                _ => (None, bare),
            }
        }
    };
    let owner = owner.map(|owner| owner.trim_start_matches("owner:").trim().to_owned());
    let bare = bare.trim_start_matches(['*', '_', ' ']);
    let separator = bare.chars().next().filter(|letter| match letter {
        ':' => true,
        '–' | '—' => shouted,
        '-' => shouted && bare.get(1..).is_some_and(|rest| rest.starts_with(' ')),
        _ => false,
    })?;
    let words = bare.get(separator.len_utf8()..)?;
    let words = words.get(marks(words)..)?;
    let is_number = words.starts_with(|letter: char| letter.is_ascii_digit());
    (!words.trim().is_empty() && !is_number).then(|| Loose { start, end: text.len() - words.len(), owner })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbered(text: &str) -> String {
        let mut text = text.to_owned();
        let mut doubts = Doubts::about(&"x".into());
        number(&mut text, 1, &mut Listed::default(), &mut doubts);
        text
    }

    #[test]
    fn numbers_what_people_jot_down() {
        for (text, wanted) in [
            ("ACTION: Town to buy oil.", "**Action 1:** Town to buy oil."),
            (
                "It was late. ACTION: Town to buy oil (owner: Town).",
                "It was late. **Action 1:** Town to buy oil (owner: Town).",
            ),
            ("ACTION (Parish council): count cars.", "**Action 1:** count cars (owner: Parish council)."),
            ("**Action:** buy oil", "**Action 1:** buy oil"),
            (
                "ACTION (Town): buy oil by 31/03/2023.",
                "**Action 1:** buy oil by 31/03/2023 (owner: Town, due: 31/03/2023).",
            ),
            ("ACTION – buy oil. [Guild]", "**Action 1:** buy oil. (owner: Guild)"),
            (
                "ACTION: buy oil [Walkers' association].",
                "**Action 1:** buy oil (owner: Walkers' association).",
            ),
            ("ACTION Jo Bloggs: buy oil", "**Action 1:** buy oil (owner: Jo Bloggs)"),
            ("[ACTION] buy oil", "[ACTION] buy oil"),
            ("Action point: buy oil", "**Action 1:** buy oil"),
            ("Yes. Action: buy oil. ACTION: sell it.", "Yes. **Action 1:** buy oil. **Action 2:** sell it."),
        ] {
            assert_eq!(numbered(text), wanted);
        }
    }

    #[test]
    fn leaves_other_words_alone() {
        for text in [
            "Action 3: buy oil",
            "See Action 3: it is done",
            "Direct action: a history",
            "The class action: nobody won",
            "Actions: none",
            "Take action – now",
            "Action",
            "ACTION:",
        ] {
            assert_eq!(numbered(text), text);
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in crate::model::text::tests::mangled()) {
            numbered(&text);
            numbered(&format!("ACTION (é{text}): {text}"));
        }
    }
}
