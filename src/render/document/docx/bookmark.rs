//! Names of bookmarks.
//!
//! In: the lasting name of a paragraph or a label. Out: a name that Word takes: letters, digits and
//! `_`, a letter first, at most 40.

use sha2::{Digest as _, Sha256};

use crate::model::text::hex;
use crate::render::document::tree::{Inline, plain};

/// How long a bookmark's name may be.
const LONGEST: usize = 40;

/// The bookmark of a label; two labels never share one.
pub fn bookmark(label: &str) -> String {
    let plain: String =
        label.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    let is_same =
        plain.replace('_', "-") == label && plain.starts_with(|first: char| first.is_ascii_alphabetic());
    if is_same && plain.len() <= LONGEST {
        return plain;
    }
    // Word would cut it; what is cut off is told apart by eight hex digits.
    let digits = hex(&Sha256::digest(label)[..4]);
    format!("p_{}_{digits}", &plain[..plain.len().min(LONGEST - 11)])
}

/// How the hidden bookmark begins that says what a place said.
const SAID: &str = "_annals_";

/// The hidden bookmark of what a place says: Word does not list names that begin with `_`. Places may
/// say the same, and no two bookmarks have one name, so it ends in a number.
pub(super) fn said_bookmark(said: &[&[Inline]], nth: usize) -> String {
    let words = said.iter().map(|line| words_of(line)).collect::<Vec<_>>().join(" ");
    format!("{SAID}{}_{nth}", sum(&words))
}

/// What a place said when the draft was made, as the hidden bookmark has it.
pub fn said(bookmark: &str) -> Option<&str> {
    Some(bookmark.strip_prefix(SAID)?.split('_').next().unwrap_or_default())
}

/// Eight hex digits for words, whatever stands between them.
pub fn sum(words: &str) -> String {
    let mut sum = Sha256::new();
    // A place to break a word at is no part of it, and not every program keeps it.
    let words = words.replace(['\u{ad}', '\u{200b}'], "");
    for word in words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        sum.update(word);
        sum.update(" ");
    }
    hex(&sum.finalize()[..4])
}

/// The words of a line as they stand in a Word file: without the numbers of its notes.
pub(in crate::render::document) fn words_of(line: &[Inline]) -> String {
    let kept: Vec<Inline> =
        line.iter().filter(|piece| !matches!(piece, Inline::Note { .. })).cloned().collect();
    plain(&kept)
}

#[cfg(test)]
mod tests {
    use super::{bookmark, sum};

    #[test]
    fn what_is_said_is_known_by_its_words_alone() {
        assert_eq!(sum("Not  agreed, 3\u{a0}July"), sum("Not agreed 3 July"));
        assert_ne!(sum("Not agreed"), sum("agreed"));
    }

    #[test]
    fn names_are_kept_where_word_takes_them() {
        assert_eq!(bookmark("issue-wells"), "issue_wells");
        let long = bookmark(&"issue-".repeat(20));
        assert!(long.len() <= 40 && long.starts_with("p_issue_"), "{long}");
        assert_ne!(long, bookmark(&"issue-".repeat(21)));
        assert_ne!(bookmark("a_b"), bookmark("a-b"));
        assert!(bookmark("12").starts_with("p_12_"));
    }
}
