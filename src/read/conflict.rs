//! The marks that git leaves in a file where two sides changed the same lines.
//!
//! In: the text of a file. Out: where the first such mark stands. Between the marks are the words of both sides,
//! those that one of them had taken out or withheld too. Whatever has one is not read.

use std::sync::Arc;

use crate::diag::{Finding, Rule, Severity, Spot};
use crate::model::passages;

/// A file that is half merged.
pub(crate) static CONFLICT_MARKER: Rule = Rule {
    code: "conflict_marker",
    severity: Severity::Error,
    summary: "a file that is half merged",
    explanation: "Where two people changed the same lines, git writes both into the file and puts marks around them. \
Published so, readers would see both, and with them what one of the two had taken out or withheld. The file is not \
read until somebody has decided.\n\n```markdown\n<<<<<<< HEAD\nIt talked of pipes with [[redact: principle-5]]a \
parent[[/redact]].\n=======\nIt talked of pipes with Jo Bloggs.\n>>>>>>> meeting-notes\n```\n\nKeep the lines that are meant, take \
out the others and the lines with the marks, and look whether the history of the repository now holds what it should not.",
};

/// The byte of the first mark in a text: seven signs at the start of a line, where nobody writes them.
pub(super) fn first(text: &str) -> Option<usize> {
    marks(text, false).next()
}

/// The same in front matter, where the lines of a value are indented.
pub(super) fn first_in_front(text: &str) -> Option<usize> {
    marks(text, true).next()
}

/// The same in a text with Markdown in it: what stands in a closed block of code is shown as it is.
pub(super) fn first_in_body(text: &str) -> Option<usize> {
    let mut marks = marks(text, false).peekable();
    marks.peek()?;
    let is_code = passages::code(text);
    marks.find(|at| !is_code(*at))
}

fn marks(text: &str, is_indented: bool) -> impl Iterator<Item = usize> {
    // Hardly any text has one, which is seen without a look at each line.
    let has_one = MARKS.iter().any(|mark| text.contains(mark));
    let text = if has_one { text } else { "" };
    // Seven of the one sign by themselves are a quotation of a quotation, as letters have them.
    let is_merged = text.contains(MARKS[0]) || text.lines().any(|line| line.trim() == "=======");
    let text = if is_merged { text } else { "" };
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let words = if is_indented { line.trim_start() } else { line };
        is_mark(words).then_some(at + line.len() - words.len())
    })
}

const MARKS: [&str; 2] = ["<<<<<<<", ">>>>>>>"];

/// Whether a line is a mark: it has the name of a side behind it, or nothing.
fn is_mark(line: &str) -> bool {
    let rest = MARKS.iter().find_map(|mark| line.strip_prefix(mark));
    rest.is_some_and(|rest| {
        rest.trim_end().is_empty() || rest.starts_with(' ') && !rest.trim().starts_with(['<', '>'])
    })
}

/// What is told of a file with a mark in it.
pub(super) fn finding(file: &Arc<str>, spot: Spot) -> Finding {
    let message = "the file is half merged: here is a mark that git left";
    let help = "keep the lines that are meant, take out the others, and the lines `<<<<<<<`, `=======` and `>>>>>>>`";
    Finding::new(&CONFLICT_MARKER, file, spot, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_where_they_stand() {
        assert_eq!(first("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n"), Some(2));
        assert_eq!(first("a\n=======\nb\n>>>>>>> x\n"), Some(12));
        assert_eq!(first_in_front("a: |\n  b\n  <<<<<<< HEAD\n"), Some(11));
        assert_eq!(first_in_body("```\nx\n```\n<<<<<<< HEAD\n"), Some(10));
        for text in [
            "Title\n=======\n",
            " <<<<<<< HEAD\n",
            "<<<<<<<<< x\n",
            "a <<<<<<< HEAD\n",
            ">>>>>> x\n",
            ">>>>>>> She wrote:\n",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
        assert_eq!(first_in_body("```\n<<<<<<< HEAD\n```\n"), None);
    }
}
