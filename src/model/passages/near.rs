//! What looks like a mark of confidentiality and is none.
//!
//! In: any text. Out: where, and what is wrong. Nothing is hidden by it: what nobody can read as a mark is shown,
//! so that whoever meant one has to be told before anything is published.

use super::tokens::{Code, fence};
use crate::model::access::Visibility;

/// Where a text has something that was perhaps meant for a mark, and the fault in a few words.
pub fn misses(text: &str) -> Vec<(usize, &'static str)> {
    let mut misses = Vec::new();
    if !text.contains("::") && !text.contains(['\u{ff1a}', '\u{2236}']) && !text.contains('[') {
        return misses;
    }
    let code = Code::of(text);
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let at = start;
        start += line.len();
        if code.holds(at) {
            continue;
        }
        if is_colons(line) && fence(line).is_none() {
            let words = "this opens no passage: write `::: members` or `::: private`, with three colons";
            misses.push((at + line.len() - line.trim_start().len(), words));
        }
        misses.extend(single(line).map(|found| (at + found, "a redaction stands in double brackets")));
    }
    misses
}

/// Whether a line is colons, of whatever kind, and a word for whom something is.
fn is_colons(line: &str) -> bool {
    let is_colon = |letter: char| matches!(letter, ':' | '\u{ff1a}' | '\u{2236}');
    let bare = line.trim().trim_start_matches(['>', '-', '*', '+', ' ', '\t', '\\']);
    let word = bare.trim_start_matches(is_colon);
    let colons = &bare[..bare.len() - word.len()];
    // A single colon begins the definition of a term.
    let is_several = colons.chars().count() > 1 || colons.chars().any(|letter| letter != ':');
    let level = Visibility::parse(&word.trim_end_matches(is_colon).trim().to_ascii_lowercase());
    is_several && level.is_some_and(|level| level > Visibility::Public)
}

/// Where a line has a redaction in single brackets.
fn single(line: &str) -> Option<usize> {
    if !line.contains('[') {
        return None;
    }
    let small = line.to_ascii_lowercase();
    let found = ["[redact:", "[/redact]"].into_iter().flat_map(|mark| small.match_indices(mark));
    found.map(|(at, _)| at).filter(|at| !small[..*at].ends_with('[') && !is_in_code(line, *at)).min()
}

/// Whether a byte of a line stands in code.
fn is_in_code(line: &str, at: usize) -> bool {
    line[..at].matches('`').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(text: &str) -> bool {
        !misses(text).is_empty()
    }

    #[test]
    fn what_was_perhaps_meant_for_a_mark_is_told() {
        for text in [
            ":: members\nsecret\n::",
            "::members",
            "> :: Members ::",
            "\u{ff1a}\u{ff1a}\u{ff1a} members",
            "\u{ff1a} private",
            "By [redact: principle-5]a name[/redact].",
            "By [Redact: x]a name.",
        ] {
            assert!(is_near(text), "{text}");
        }
        assert_eq!(misses("One.\n  :: members\n")[0].0, 7);
    }

    #[test]
    fn marks_and_words_are_none() {
        for text in [
            "::: members\nsecret\n:::",
            "By [[redact: principle-5]]a name[[/redact]].",
            "Term\n: members",
            "std::members is a path, as 10::members is.",
            ":: public",
            "```\n:: members\n```",
            "`[redact: x]` is no mark.",
            "To the members: welcome.",
        ] {
            assert!(!is_near(text), "{text}");
        }
    }
}
