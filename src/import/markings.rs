//! Words of a document that say who may see it.
//!
//! In: passages with their lines. Out: what the records made of the document must bear:
//! `visibility: members` and `marking`. A document without such words is left to the archive's own
//! default, which is members too.

use serde_yaml::{Mapping, Value};

use super::documents::doubts::{Doubts, quoted};
use super::documents::rules::MARKED_DOCUMENT;

/// A marking found in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    /// The line it stands at.
    pub line: usize,
    /// The sentence, as written.
    pub sentence: String,
    /// The marking in our words, for the field `marking`.
    pub words: String,
    /// Whether it keeps the document from the public; a disclaimer alone does not.
    pub restricts: bool,
}

/// Every marking in a document, in its order.
pub fn find<'t>(passages: impl IntoIterator<Item = (usize, &'t str)>) -> Vec<Marking> {
    let mut found = Vec::new();
    for (line, passage) in passages {
        for sentence in sentences(passage) {
            if let Some((words, restricts)) = read(sentence) {
                found.push(Marking { line, sentence: sentence.trim().to_owned(), words, restricts });
            }
        }
    }
    found
}

/// Sets `visibility` (where a marking restricts) and `marking`, and doubts each marking once.
/// `has_marking`: whether the collection has that field.
pub(crate) fn apply(markings: &[Marking], front_matter: &mut Mapping, has_marking: bool) {
    if markings.iter().any(|marking| marking.restricts) {
        front_matter.insert(Value::from("visibility"), Value::from("members"));
    }
    let mut words: Vec<&str> = Vec::new();
    for marking in markings {
        if !words.contains(&marking.words.as_str()) {
            words.push(&marking.words);
        }
    }
    if has_marking && !words.is_empty() {
        front_matter.insert(Value::from("marking"), Value::from(words.join("; ")));
    }
}

/// A doubt for each marking, with its sentence.
pub(crate) fn doubt(markings: &[Marking], doubts: &mut Doubts) {
    for marking in markings {
        let sets = if marking.restricts { "visibility: members" } else { "marking" };
        let message = format!("{} sets `{sets}`", quoted(&marking.sentence, 300));
        doubts.at(marking.line, &MARKED_DOCUMENT, message);
    }
}

/// What a sentence says about who may see the document.
fn read(sentence: &str) -> Option<(String, bool)> {
    let lower = sentence.to_lowercase();
    if let Some(words) = security(sentence) {
        return Some((words, true));
    }
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let only =
        says(&["only by", "only to", "only for", "only be", "members only", "members’ eyes", "solely"]);
    let seen =
        says(&["viewed", "seen", "circulat", "shared", "read by", "distribut", "available", "for members"]);
    let whom = says(&["member", "participant", "attendee", "recipient", "addressee"]);
    let barred = says(&[
        "not for publication",
        "not for onward",
        "not for wider",
        "not to be published",
        "not for distribution",
        "not to be circulated",
        "not be shared outside",
        "not for public release",
        "strictly confidential",
        "in confidence",
        "do not circulate",
        "do not forward",
    ]);
    if barred || (only && seen && whom) || lower.trim_end_matches('.') == "confidential" {
        let words = if whom { "For members only" } else { "Not for publication" };
        return Some((words.to_owned(), true));
    }
    let no_policy = says(&[
        "not a statement of",
        "not intended to be a statement",
        "not intended to be viewed as",
        "does not represent",
        "not represent the",
        "not a formal statement",
    ]) && says(&["policy", "position", "intention"]);
    no_policy.then(|| ("Not a statement of policy or intention".to_owned(), false))
}

/// A security marking in capitals: `OFFICIAL`, `OFFICIAL-SENSITIVE`, `SECRET`.
fn security(sentence: &str) -> Option<String> {
    const MARKS: &[&str] = &["OFFICIAL", "SECRET", "RESTRICTED", "CONFIDENTIAL", "PROTECT"];
    let bare = sentence.trim().trim_matches(|letter: char| !letter.is_alphanumeric());
    // A headline or a line of its own; capitals inside a sentence of prose may be shouting.
    let is_line = bare.split_whitespace().count() <= 6 && !bare.chars().any(char::is_lowercase);
    let first = bare.split(|letter: char| !letter.is_alphanumeric()).next()?;
    let top = bare.starts_with("TOP SECRET");
    (is_line && (top || MARKS.contains(&first))).then(|| bare.to_owned())
}

/// Cuts a passage into sentences.
fn sentences(passage: &str) -> impl Iterator<Item = &str> {
    passage.split_inclusive(['.', '!', '?', '\n']).filter(|sentence| !sentence.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(passage: &str) -> Vec<(String, bool)> {
        find([(7, passage)]).into_iter().map(|marking| (marking.words, marking.restricts)).collect()
    }

    #[test]
    fn knows_who_may_see_a_document() {
        let members = [("For members only".to_owned(), true)];
        assert_eq!(of("It goes to and may be viewed only by members of the forum."), members);
        assert_eq!(of("This paper is shared with participants only to prepare. OK"), members);
        assert_eq!(of("Not for publication."), [("Not for publication".to_owned(), true)]);
        assert_eq!(of("OFFICIAL-SENSITIVE"), [("OFFICIAL-SENSITIVE".to_owned(), true)]);
        assert_eq!(of("**OFFICIAL**"), [("OFFICIAL".to_owned(), true)]);
    }

    #[test]
    fn a_disclaimer_hides_nothing() {
        let disclaimer = [("Not a statement of policy or intention".to_owned(), false)];
        assert_eq!(of("It is not a statement of town policy or intention."), disclaimer);
        assert_eq!(of("It is not intended to be a statement of council policy"), disclaimer);
    }

    #[test]
    fn ordinary_words_are_no_marking() {
        for text in [
            "Members only had a week to read it.",
            "The official list was shared.",
            "Only three questions were asked by members.",
            "CSOs asked that confidential documents be released.",
            "OFFICIAL statistics show that the number went up",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn sets_the_fields_of_a_record() {
        let markings = find([(3, "To be seen only by members. It is not a statement of policy.")]);
        let mut front_matter = Mapping::new();
        apply(&markings, &mut front_matter, true);
        assert_eq!(
            serde_yaml::to_string(&front_matter).unwrap(),
            "visibility: members\nmarking: For members only; Not a statement of policy or intention\n"
        );
        assert_eq!(markings[0].line, 3);
        assert_eq!(markings[0].sentence, "To be seen only by members.");
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,200}") {
            let mut front_matter = Mapping::new();
            apply(&find([(1, text.as_str())]), &mut front_matter, true);
        }
    }
}
