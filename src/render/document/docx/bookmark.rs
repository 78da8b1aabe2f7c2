//! Names of bookmarks.
//!
//! In: the lasting name of a paragraph or a label. Out: a name that Word takes: letters, digits and
//! `_`, a letter first, at most 40.

use sha2::{Digest as _, Sha256};

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
    let digits: String = Sha256::digest(label).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("p_{}_{digits}", &plain[..plain.len().min(LONGEST - 11)])
}

#[cfg(test)]
mod tests {
    use super::bookmark;

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
