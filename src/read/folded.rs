//! YAML text → the same, with marks of passages at the start of a line where YAML would join lines.
//!
//! In: front matter as written. Out: a copy with a blank line before each line that is a mark, or was meant
//! for one, in a value that is not behind `|`; none where there is no such line. A folded value would hide
//! that there was a mark, and with it what is not for everybody. The lines after a mark stay joined to it, so
//! that the check tells of it and everything after it is hidden. Places are looked up in the text as written.

use crate::model::passages::near::is_like_a_mark;

/// The text with its marks apart.
pub(super) fn apart(text: &str) -> Option<String> {
    if !text.contains("::") && !text.contains(['\u{ff1a}', '\u{2236}']) {
        return None;
    }
    let mut apart = String::with_capacity(text.len() + 8);
    let mut block: Option<Block> = None;
    let mut found = false;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start();
        let indent = line.len() - bare.len();
        if block.as_ref().is_some_and(|block| !bare.is_empty() && indent <= block.within) {
            block = None;
        }
        if block.as_ref().is_none_or(|block| !block.keeps_lines) && is_like_a_mark(bare) {
            apart.push('\n');
            found = true;
        }
        if block.is_none() {
            block = Block::begun_by(line);
        }
        apart.push_str(line);
    }
    found.then_some(apart)
}

/// A value of several lines behind `|` or `>`.
struct Block {
    /// How far its key is indented: its own lines are further.
    within: usize,
    /// Whether it is `|`.
    keeps_lines: bool,
}

impl Block {
    fn begun_by(line: &str) -> Option<Self> {
        let line = line.split_once(" #").map_or(line, |(line, _)| line).trim_end();
        let (before, sign) = line.rsplit_once(char::is_whitespace)?;
        let how = sign.strip_prefix(['|', '>'])?;
        let is_sign = how.len() < 3 && how.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'1'..=b'9'));
        if !is_sign || !before.trim_end().ends_with([':', '-']) {
            return None;
        }
        let key = before.trim_start_matches([' ', '-']);
        // An item that is a value itself is indented as its dash is.
        let within =
            if key.is_empty() { before.len() - before.trim_start().len() } else { before.len() - key.len() };
        Some(Block { within, keeps_lines: sign.starts_with('|') })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_would_be_joined_to_other_words_are_set_apart() {
        for (text, with) in [
            ("a: >\n  x\n  ::: members\n  y\n", "a: >\n  x\n\n  ::: members\n  y\n"),
            ("a: x\n  ::: memers\n  y\n", "a: x\n\n  ::: memers\n  y\n"),
            ("a: \"x\n  :: members\n  y\"\n", "a: \"x\n\n  :: members\n  y\"\n"),
            (
                "- n: |\n    x\n  m: >-  # a note\n    x\n    :::\n",
                "- n: |\n    x\n  m: >-  # a note\n    x\n\n    :::\n",
            ),
        ] {
            assert_eq!(apart(text).as_deref(), Some(with));
        }
    }

    #[test]
    fn lines_that_are_kept_are_left_alone() {
        for text in [
            "a: |\n  x\n\n  ::: members\n  y\n  :::\nb: 1\n",
            "- note: |2-\n    ::: members\n    y\n",
            "- |\n  ::: members\n  y\n",
            "a: std::members\nb: >\n  x ::y\n",
        ] {
            assert_eq!(apart(text), None, "{text}");
        }
    }
}
