//! Text → the labels that define actions: `**Action 3:** …`.
//!
//! In: a run of Markdown or HTML, with what must not be looked into (code, links) blanked. Out:
//! numbers and byte ranges in that run. It does not know tables or lists.

use std::ops::Range;

use super::marks::{closing_marks, gap_spaces, marks, strip_marks_before};
use super::mention::{Named, named};

/// A label that defines an action: the words `Action 3`, the marks around them and the colon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The number.
    pub number: u32,
    /// The whole label with its marks, up to the first letter of the wording.
    pub at: Range<usize>,
    /// The words `Action 3` alone.
    pub words: Range<usize>,
    /// Marks such as `**` that open before the words and do not close in the label.
    pub open: String,
}

/// Every label in a run: at its start, after a line end or `<br>`, and, with a colon, after the end
/// of a sentence.
pub fn labels(run: &str) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for mut label in named(run).filter_map(|named| label(run, &named)) {
        // Marks between two labels belong to the first.
        label.at.start = label.at.start.max(labels.last().map_or(0, |last| last.at.end));
        labels.push(label);
    }
    labels
}

/// The label that a run starts with.
pub fn label_at_start(run: &str) -> Option<Label> {
    labels(run).into_iter().next().filter(|label| run[..label.at.start].trim().is_empty())
}

/// Whether a named action is being defined, and where the label ends.
fn label(run: &str, named: &Named) -> Option<Label> {
    if named.plural {
        return None;
    }
    let before = strip_marks_before(&run[..named.word]);
    let open = run[before..named.word].trim_matches([' ', '\t', '•', '·', '\u{a0}']);
    let at_line_start = is_line_start(&run[..before]);
    let bare = |text: &str| text.chars().all(char::is_whitespace);

    let closes = marks(&run[named.at.end..]);
    let closing = &run[named.at.end..named.at.end + closes];
    let mut end = named.at.end + closes;
    let spaces = gap_spaces(&run[end..]);
    let rest = &run[end + spaces..];
    let separator = rest.chars().next().filter(|letter| match letter {
        ':' => true,
        '.' | ')' => at_line_start && spaces == 0,
        '–' | '—' => at_line_start,
        // A hyphen needs a space after it, else it is a part of a word.
        '-' => at_line_start && rest[1..].starts_with(char::is_whitespace),
        _ => false,
    });
    let in_bold = !open.is_empty() && !bare(closing);
    let defines = match separator {
        Some(':') => at_line_start || in_bold || is_sentence_end(&run[..before]),
        Some(_) => true,
        None => at_line_start && (in_bold || bare(&run[named.at.end..])),
    };
    if !defines || says_see(&run[..before]) {
        return None;
    }
    end += separator.map_or(0, |letter| spaces + letter.len_utf8());
    let after = &run[end..];
    // Marks after the separator close the label only where it opened some.
    let more = if open.is_empty() || !bare(closing) { 0 } else { closing_marks(after, open) };
    let closed = open.is_empty() || !bare(closing) || more > 0;
    end += more;
    end += gap_spaces(&run[end..]);
    Some(Label {
        number: named.number,
        at: before..end,
        words: named.at.clone(),
        open: if closed { String::new() } else { open.to_owned() },
    })
}

fn is_line_start(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t', '\u{a0}']);
    let tag = before.rfind('<').filter(|_| before.ends_with('>')).map(|at| &before[at..]);
    before.is_empty()
        || before.ends_with('\n')
        || tag.is_some_and(|tag| {
            let name = tag.trim_start_matches(['<', '/']).trim_end_matches(['>', '/', ' ']);
            ["br", "p", "li", "ul", "ol", "td", "div"].iter().any(|known| name.eq_ignore_ascii_case(known))
        })
}

fn is_sentence_end(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(['.', '?', '!', ';', ':', ')', ']', '"', '”', '’'])
}

fn says_see(before: &str) -> bool {
    let word = before.trim_end().rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    word.eq_ignore_ascii_case("see") && before.trim_end().ends_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of the label a text starts with, the wording after it and the marks left open.
    fn start(text: &str) -> Option<(u32, &str, String)> {
        label_at_start(text).map(|label| (label.number, &text[label.at.end..], label.open))
    }

    #[test]
    fn reads_every_form_of_a_label() {
        for text in [
            "<b>Action 7</b> : HO to act",
            "<b>Action 7:</b> HO to act",
            "<b>Action 7</b>: HO to act",
            "Action 7: HO to act",
            "**Action 7:** HO to act",
            "**Action 7**: HO to act",
            "**Action 7** HO to act",
            "__Action 7:__ HO to act",
            "***Action 7:*** HO to act",
            "<strong>ACTION 7 :</strong>HO to act",
            "• Action 7 – HO to act",
            "Action 7 - HO to act",
            "Action 7. HO to act",
            "Action&nbsp;7: HO to act",
            "Action\u{a0}7: HO to act",
            "Action point 7: HO to act",
            "Action **7**: HO to act",
            "Action no. 7: HO to act",
            "  Action #7: HO to act",
        ] {
            assert_eq!(start(text), Some((7, "HO to act", String::new())), "{text}");
        }
    }

    #[test]
    fn keeps_track_of_marks_that_stay_open() {
        assert_eq!(start("**Action 7: HO to act**"), Some((7, "HO to act**", "**".to_owned())));
        assert_eq!(start("<b>Action 7: HO</b> to act"), Some((7, "HO</b> to act", "<b>".to_owned())));
        assert_eq!(start("Action 7: **HO** to act"), Some((7, "**HO** to act", String::new())));
    }

    #[test]
    fn a_mention_is_no_label() {
        for text in [
            "See Action 9.",
            "See Action 9: it says so",
            "As Action 9 says",
            "Action 9 was taken up",
            "Actions 3 and 4: see below",
            "Reaction 9: none",
            "Action 2018: a year",
            "Action 3rd: no",
            "Action 3.2: no",
            "Action: no",
        ] {
            assert_eq!(start(text), None, "{text}");
        }
    }

    #[test]
    fn finds_labels_within_a_run() {
        let text = "HO: only style.<br>Action 10: share. And so on. Action 11: list; then\nAction 12 – more, see Action 13: no";
        let numbers: Vec<u32> = labels(text).into_iter().map(|label| label.number).collect();
        assert_eq!(numbers, [10, 11, 12]);
        assert_eq!(&text[labels(text)[0].at.clone()], "Action 10: ");
    }
}
