//! The pieces of a body → its issue areas with their key questions, principles and sources.
//!
//! In: pieces. Out: `Areas`. It finds them by the words of their headings and by how lists stand
//! under them.

use super::super::markdown::{Entry, Piece};

/// What a write-up says beside actions and discussion rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Areas {
    /// The issue areas that the write-up lists, in its order, or else those with key questions.
    pub(super) listed: Vec<String>,
    /// Whether that order is one of priority.
    pub(super) ordered: bool,
    /// Every key question, with the area it stands under.
    pub(super) questions: Vec<(String, String)>,
    /// Areas that have a section with key questions.
    pub(super) with_questions: usize,
    /// Principles of working together.
    pub(super) principles: usize,
    /// Sources of further information.
    pub(super) sources: usize,
}

/// Reads the issue areas of a body.
pub(super) fn of(pieces: &[Piece]) -> Areas {
    let mut areas = Areas::default();
    let mut path: Vec<(u8, &str)> = Vec::new();
    let mut sections: Vec<&str> = Vec::new();
    for (n, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Heading(level, text) => {
                path.retain(|(above, _)| above < level);
                path.push((*level, text));
            }
            Piece::List(entries) => {
                let under = |words: &[&str]| path.iter().any(|(_, heading)| has_any(heading, words));
                let last = |back: usize| path.iter().rev().nth(back).map_or("", |(_, heading)| heading);
                // `Repairs › Key questions`, or `Issues raised › Repairs`.
                let area = match (is_key_questions(last(0)), is_key_questions(last(1))) {
                    (true, _) => Some(last(1)),
                    (false, true) => Some(last(0)),
                    (false, false) => None,
                };
                // A list of nothing but questions needs no heading that says so.
                let asks = || {
                    !entries.is_empty()
                        && entries.iter().all(|entry| entry.text.trim_end().ends_with('?'))
                        && !under(&["principle", "source", "agenda", "action"])
                };
                let area = area.or_else(|| (!path.is_empty() && asks()).then(|| last(0)));
                if let Some(area) = area {
                    if !sections.contains(&area) {
                        sections.push(area);
                    }
                    areas.questions.extend(entries.iter().map(|entry| (area.to_owned(), entry.text.clone())));
                } else if under(&["principle"]) {
                    areas.principles += entries.iter().filter(|entry| entry.depth == 0).count();
                } else if under(&["source", "further reading", "references"]) {
                    areas.sources += leaves(entries);
                } else if areas.listed.is_empty() && introduces_areas(pieces.get(n.wrapping_sub(1))) {
                    areas.listed = entries.iter().map(|entry| entry.text.clone()).collect();
                    areas.ordered = entries.iter().all(|entry| entry.number.is_some());
                }
            }
            _ => {}
        }
    }
    areas.with_questions = sections.len();
    if areas.listed.is_empty() {
        areas.listed = sections.into_iter().filter(|area| !area.is_empty()).map(str::to_owned).collect();
    }
    areas
}

fn has_any(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    words.iter().any(|word| lower.contains(word))
}

/// `Key Questions/Themes`, `Key questions`, `Themes`, `Issues raised`.
fn is_key_questions(heading: &str) -> bool {
    let words: Vec<String> = heading
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let known = [
        "key",
        "questions",
        "question",
        "themes",
        "theme",
        "main",
        "and",
        "issues",
        "concerns",
        "raised",
        "open",
        "points",
    ];
    let names = |word: &String| matches!(word.as_str(), "questions" | "themes");
    let raised = || {
        words.last().is_some_and(|word| word == "raised") || words.first().is_some_and(|word| word == "key")
    };
    (words.iter().any(names)
        || words.iter().any(|word| matches!(word.as_str(), "issues" | "concerns" | "points")) && raised())
        && words.iter().all(|word| known.contains(&word.as_str()))
}

/// Whether a paragraph says that a list of issue areas follows.
fn introduces_areas(before: Option<&Piece>) -> bool {
    let Some(Piece::Paragraph(text)) = before else { return false };
    text.trim_end().ends_with(':')
        && has_any(text, &["issue area", "key area", "priority area", "issues were identified", "areas were"])
}

/// Items without items under them.
fn leaves(entries: &[Entry]) -> usize {
    let has_below = |n: usize, depth: usize| entries.get(n + 1).is_some_and(|next| next.depth > depth);
    entries.iter().enumerate().filter(|(n, entry)| !has_below(*n, entry.depth)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_areas_and_their_questions() {
        let heading = |level, text: &str| Piece::Heading(level, text.to_owned());
        let list = |texts: &[&str]| Piece::List(texts.iter().map(|text| Entry::bullet(0, *text)).collect());
        let areas = of(&[
            heading(2, "Issues"),
            Piece::Paragraph("These issue areas were found:".to_owned()),
            list(&["Lamps", "Tolls", "Bins"]),
            heading(3, "Lamps"),
            heading(4, "Key Questions/Themes"),
            list(&["Who lights them?", "Why?"]),
            heading(2, "Appendix A: principles"),
            heading(3, "All agree"),
            list(&["Be kind", "Be short"]),
            heading(2, "Appendix B: sources"),
            Piece::List(vec![Entry::bullet(0, "Books:"), Entry::bullet(1, "One"), Entry::bullet(1, "Two")]),
        ]);
        assert_eq!(areas.listed, ["Lamps", "Tolls", "Bins"]);
        assert_eq!(areas.questions.len(), 2);
        assert_eq!(areas.questions[0], ("Lamps".to_owned(), "Who lights them?".to_owned()));
        assert_eq!((areas.with_questions, areas.principles, areas.sources), (1, 2, 2));
        assert!(!areas.ordered);
    }
}
