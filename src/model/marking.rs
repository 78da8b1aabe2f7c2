//! What a marking on a document says of who may read it.
//!
//! In: the words of a marking. Out: whether they keep the document from the public. Default deny:
//! only words that say so open it.

/// Words of markings that let a paper be public. Every other marking keeps it back.
const OPEN: &[&str] = &["public", "published", "open", "none", "unrestricted", "unmarked"];

/// Whether a marking keeps its document from the public.
pub fn is_closed(marking: &str) -> bool {
    let lower = marking.to_lowercase();
    let words = || lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let denies = |word: &str| matches!(word, "not" | "no" | "non" | "only" | "members" | "member");
    let is_open = words().any(|word| OPEN.contains(&word)) && !words().any(denies);
    words().next().is_some() && !is_open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_say_that_it_is_open_is_closed() {
        for closed in
            ["Members only", "Not for publication", "not public", "Official", "open to members only"]
        {
            assert!(is_closed(closed), "{closed}");
        }
        for open in ["", " ", "Public", "published", "None", "Open, unrestricted"] {
            assert!(!is_closed(open), "{open}");
        }
    }
}
