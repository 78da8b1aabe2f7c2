//! Words of a document that say who may see it.
//!
//! In: passages with their lines, the head and the foot of pages among them. Out: what the records made of the document must bear:
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

/// Sets `visibility` (where a marking restricts) and `marking`, beside what is there already.
/// `has_marking`: whether the collection has that field.
pub(crate) fn apply(markings: &[Marking], front_matter: &mut Mapping, has_marking: bool) {
    if markings.iter().any(|marking| marking.restricts) {
        front_matter.insert(Value::from("visibility"), Value::from("members"));
    }
    let said = front_matter.get("marking").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut words: Vec<&str> = said.split("; ").filter(|words| !words.is_empty()).collect();
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
        doubts.at(marking.line, &MARKED_DOCUMENT, marking.sets(""));
    }
}

impl Marking {
    /// What the marking does to the record; `place` says where it stands, if not in the text.
    pub(crate) fn sets(&self, place: &str) -> String {
        let sets = if self.restricts { "visibility: members" } else { "marking" };
        format!("{}{place} sets `{sets}`", quoted(&self.sentence, 300))
    }
}

/// What a sentence says about who may see the document.
fn read(sentence: &str) -> Option<(String, bool)> {
    // A space that does not break is one.
    let lower = sentence.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if let Some(words) = security(sentence) {
        return Some((words, true));
    }
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let only =
        says(&["only by", "only to", "only for", "only be", "members only", "members’ eyes", "solely"]);
    let seen =
        says(&["viewed", "seen", "circulat", "shared", "read by", "distribut", "available", "for members"]);
    let whom = says(&["member", "participant", "attendee", "recipient", "addressee"]);
    let welsh = lower.replace('’', "'");
    let whom = whom || ["aelod", "cyfranog"].iter().any(|word| welsh.contains(word));
    let barred = says(BARRED) || WELSH.iter().any(|words| welsh.contains(words)) || bars_at_a_start(&lower);
    if barred || (only && seen && whom) || lone(&lower) || opens(&lower) || asks(&lower) {
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

/// Words that keep a document among those who have it, wherever in a sentence they stand.
const BARRED: &[&str] = &[
    "not for publication",
    "not for circulation",
    "not for further circulation",
    "not for general circulation",
    "not for onward",
    "not for wider",
    "not for distribution",
    "not for further distribution",
    "not for public release",
    "not to be published",
    "not to be circulated",
    "not be shared outside",
    "not be circulated outside",
    "strictly confidential",
    "private and confidential",
    "private & confidential",
    "in confidence",
    "do not circulate",
    "do not forward",
];

/// The same in Welsh.
const WELSH: &[&str] = &[
    "nid i'w gyhoeddi",
    "nid i'w chyhoeddi",
    "nid i'w cyhoeddi",
    "nid i'w ddosbarthu",
    "nid i'w dosbarthu",
    "nid i'w rannu",
    "nid i'w rhannu",
    "i aelodau yn unig",
    "aelodau'n unig",
    "ar gyfer aelodau yn unig",
    "i gyfranogwyr yn unig",
    "cyfranogwyr yn unig",
    "yn gwbl gyfrinachol",
    "hollol gyfrinachol",
];

/// Words that do so where they begin a sentence or a part of it; inside one they may be about anything,
/// as in `the police do not publish the figures`.
const BARRED_AT_A_START: &[&str] = &[
    "do not publish",
    "do not distribute",
    "do not share",
    "do not copy",
    "not for sharing",
    "not for release",
    "not for dissemination",
    "not for the public",
    "not to be shared",
    "not to be distributed",
    "not to be forwarded",
    "not to be made public",
    "for internal use",
    "internal use only",
];

fn bars_at_a_start(lower: &str) -> bool {
    BARRED_AT_A_START.iter().flat_map(|words| lower.match_indices(words)).any(|(at, _)| {
        let before = lower.get(..at).unwrap_or_default().trim_end_matches([' ', '*', '_', '“', '"']);
        before.is_empty()
            || before.ends_with(['–', '—', '-', ':', ';', ',', '(', '[', '|', '/'])
            || before.ends_with("please")
    })
}

/// A line that is a marking and nothing more: `Confidential`, `Draft for members only`.
fn lone(lower: &str) -> bool {
    const BESIDE: &[&str] =
        &["drafft", "draft", "strictly", "highly", "private", "commercially", "and", "&", "–", "—", "-"];
    let bare = lower.trim_matches(|letter: char| !letter.is_alphanumeric());
    if matches!(bare, "private" | "restricted" | "cyfyngedig" | "preifat") {
        return true;
    }
    let mut words: Vec<&str> = bare.split(' ').collect();
    let last = words.pop().unwrap_or_default();
    if matches!(last, "confidential" | "cyfrinachol") {
        return words.iter().all(|word| BESIDE.contains(word));
    }
    let members = ["members", "participants", "attendees", "members’ eyes", "members' eyes"];
    words.len() <= 7 && last == "only" && members.iter().any(|who| words.join(" ").ends_with(who))
}

/// A sentence that begins with its marking: `Confidential: the figures are …`, `Members only – draft`.
fn opens(lower: &str) -> bool {
    const FIRST: &[&str] = &[
        "confidential",
        "restricted",
        "cyfrinachol",
        "aelodau yn unig",
        "members only",
        "participants only",
        "for members only",
        "for participants only",
        "embargoed",
        "tlp:amber",
        "tlp:red",
    ];
    let bare = lower.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    FIRST.iter().filter_map(|first| bare.strip_prefix(first)).any(|rest| {
        let rest = rest.trim_start_matches(['*', '_', ']', ')', ' ']);
        rest.starts_with([':', '–', '—', '-', '/', '|']) || rest.starts_with("until ")
    })
}

/// A request for confidence: `Please keep this one confidential`, `This note is confidential`.
fn asks(lower: &str) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let itself =
        ["document", "note", "paper", "write-up", "record", "log", "message", "mail", "email", "e-mail"];
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
    let about_itself = words.windows(2).any(|pair| match pair {
        ["this", what] => itself.contains(what),
        ["these", what] => matches!(*what, "notes" | "minutes" | "papers"),
        _ => false,
    });
    let kept = says(&[
        "keep this",
        "keep these",
        "keep it ",
        "treat this",
        "treat these",
        "treat as",
        "please keep",
    ]);
    let confidential =
        words.contains(&"confidential") && !says(&["not confidential", "no longer confidential"]);
    let to_yourself = ["this", "it", "these"].iter().any(|what| {
        says(&[
            &format!("keep {what} private"),
            &format!("keep {what} to yourself"),
            &format!("keep {what} between us"),
        ])
    });
    confidential && (about_itself || kept) || to_yourself
}

/// A security marking in capitals: `OFFICIAL`, `OFFICIAL-SENSITIVE`, `SECRET`.
fn security(sentence: &str) -> Option<String> {
    const MARKS: &[&str] = &["OFFICIAL", "SECRET", "RESTRICTED", "CONFIDENTIAL", "PROTECT"];
    let bare = sentence.trim().trim_matches(|letter: char| !letter.is_alphanumeric());
    // A headline or a line of its own; capitals inside a sentence of prose may be shouting.
    let is_line = bare.split_whitespace().count() <= 6 && !bare.chars().any(char::is_lowercase);
    let mut words = bare.split(|letter: char| !letter.is_alphanumeric());
    let first = words.next()?;
    let top = bare.starts_with("TOP SECRET") || words.any(|word| word == "CONFIDENTIAL");
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
        for text in [
            "MEMBERS ONLY – do not publish",
            "Members only",
            "Draft for members only",
            "**Members only:** figures of the firm",
        ] {
            assert_eq!(of(text), members, "{text}");
        }
        for text in [
            "Not for circulation",
            "Confidential: the firm may close.",
            "Not for\u{a0}circulation outside the assembly",
            "**Confidential** – draft",
            "Private and confidential",
            "Please keep this one confidential.",
            "This note is confidential, and will stay so.",
            "Embargoed until 3 May 2023",
            "DO NOT SHARE",
        ] {
            assert_eq!(of(text), [("Not for publication".to_owned(), true)], "{text}");
        }
        for text in ["I aelodau yn unig.", "Cyfrinachol: i aelodau yn unig.", "Cyfranogwyr yn unig"] {
            assert_eq!(of(text), members, "{text}");
        }
        for text in ["Cyfrinachol", "**Drafft cyfrinachol**", "Nid i’w gyhoeddi", "Cyfrinachol – drafft"]
        {
            assert_eq!(of(text), [("Not for publication".to_owned(), true)], "{text}");
        }
        assert_eq!(of("DRAFT – CONFIDENTIAL"), [("DRAFT – CONFIDENTIAL".to_owned(), true)]);
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
            "Confidential documents were asked for again.",
            "The police said that the list is confidential.",
            "Members only had: a week.",
            "The police do not publish the figures, and residents do not share their view.",
            "Images are not to be shared between forces.",
            "Keeping sources confidential",
            "It was agreed to keep this under review.",
            "This note is not confidential.",
            "The restricted list was not shared with the public.",
            "Dywedodd yr heddlu fod y rhestr yn gyfrinachol.",
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
