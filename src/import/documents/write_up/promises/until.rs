//! Words in an action that say until when: `… by 31/03/2023`, `… by the end of the year`.
//!
//! In: the words of an action. Out: those that say until when, and the day, where they name one. What is
//! read from them is written behind the action; what is not is told.

use super::super::super::doubts::{Doubts, quoted};
use super::super::super::rules::DOUBTFUL_DATE;
use super::super::super::written_date;
use crate::model::write_up::WrittenAction;

/// Words that say until when.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Until<'t> {
    /// From the `by` on.
    words: &'t str,
    /// The day as written, where it is a whole one.
    pub(super) day: Option<&'t str>,
}

/// So many words after a `by` say until when.
const LONGEST: usize = 7;

/// The last words of an action that say until when.
pub(super) fn of(wording: &str) -> Option<Until<'_>> {
    let marks = ["by ", "before ", "no later than "];
    let starts =
        marks.iter().flat_map(|mark| wording.match_indices(mark).map(|(at, mark)| (at, at + mark.len())));
    let mut starts: Vec<(usize, usize)> = starts
        .filter(|(at, _)| {
            wording.get(..*at).is_some_and(|before| before.ends_with([' ', '(', ',']) || before.is_empty())
        })
        .collect();
    starts.sort_unstable();
    starts.into_iter().rev().find_map(|(at, from)| {
        let rest = wording.get(from..)?;
        let long = rest.match_indices(' ').nth(LONGEST - 1).map_or(rest.len(), |(end, _)| end);
        let rest = rest.get(..long)?;
        if let Some(date) = written_date::all(rest).first().filter(|date| leads_to(rest, date.at)) {
            let words = wording.get(at..from + date.end)?;
            let day = date.date().and(date.day).and_then(|_| rest.get(date.at..date.end));
            return Some(Until { words, day });
        }
        let lower = rest.to_lowercase();
        let vague = [
            "the end of",
            "end of",
            "the start of",
            "the middle of",
            "mid-",
            "early ",
            "late ",
            "next ",
            "spring",
            "summer",
            "autumn",
            "winter",
            "christmas",
            "easter",
        ]
        .iter()
        .any(|words| {
            lower.strip_prefix("the ").unwrap_or(&lower).starts_with(words.trim_start_matches("the "))
        });
        // What waits for the next meeting has no day of its own.
        let meets = ["meeting", "workshop", "session"].iter().any(|word| lower.contains(word));
        let end = rest.find(['.', ',', ';', ')', '(']).unwrap_or(rest.len());
        (vague && !meets).then(|| wording.get(at..from + end).map(|words| Until { words, day: None }))?
    })
}

/// Whether nothing but a weekday or a little word stands before a date.
fn leads_to(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().to_lowercase();
    before.split_whitespace().all(|word| {
        let word = word.trim_matches([',', '.', '(']);
        matches!(word, "the" | "of" | "end" | "on" | "about" | "around" | "mid" | "early" | "late")
            || word.ends_with("day")
    })
}

/// Doubts an action whose words say until when, and whose record will not.
pub(in crate::import::documents::write_up) fn doubt(
    action: &WrittenAction,
    line: usize,
    doubts: &mut Doubts,
) {
    if action.due.is_some() {
        return;
    }
    let Some(until) = action.wordings.iter().find_map(|wording| of(&wording.text)) else { return };
    let (number, said) = (action.number, quoted(until.words, 60));
    let message = format!("action {number} says {said}, which is not read as the day it is due");
    let day = until.day.unwrap_or("30 June 2021");
    let help =
        format!("if that is meant, write who does it and until when at its end: `(owner: …, due: {day})`");
    doubts.with_help(line, &DOUBTFUL_DATE, message, help);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_words_that_say_until_when() {
        let told = |text: &'static str| of(text).map(|until| (until.words, until.day));
        assert_eq!(
            told("Town to publish a plan by 31/03/2023."),
            Some(("by 31/03/2023", Some("31/03/2023")))
        );
        assert_eq!(
            told("Publish, by Friday 3 May 2023, the map"),
            Some(("by Friday 3 May 2023", Some("3 May 2023")))
        );
        assert_eq!(told("Send it before the end of June 2023"), Some(("before the end of June 2023", None)));
        assert_eq!(told("Share the map by the end of the year"), Some(("by the end of the year", None)));
        assert_eq!(told("Answer by 3 May"), Some(("by 3 May", None)));
        for text in [
            "Read the plan by the town of 3 May 2023",
            "Send it by post",
            "Say it by the next meeting",
            "Stand by 3 lamps",
            "",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
