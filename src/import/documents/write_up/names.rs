//! Names that were cut out of a text without a mark, and passages that start or end in mid-air.

use super::super::block::{Block, Kind};
use super::super::doubts::{Doubts, quoted};
use super::super::rules::{CUT_NAME, CUT_TEXT};

/// Doubts every place that looks as if a name, or more, had been cut out.
pub(super) fn doubt(blocks: &[Block], doubts: &mut Doubts) {
    for (n, block) in blocks.iter().enumerate() {
        if !matches!(block.kind, Kind::Paragraph { .. } | Kind::Item { .. }) {
            continue;
        }
        for words in cut_names(block.text()) {
            doubts.with_help(
                block.line,
                &CUT_NAME,
                format!("a name seems to be missing in {}", quoted(words, 80)),
                "write `[name not given in the source]` where it stood",
            );
        }
        let followed = blocks.get(n + 1).is_some_and(|next| goes_deeper(block, next));
        if matches!(block.kind, Kind::Item { .. }) && block.text().trim_end().ends_with(':') && !followed {
            let message = format!("nothing follows {}", quoted(block.text(), 80));
            doubts.at(block.line, &CUT_TEXT, message);
        }
    }
}

/// Whether a text starts in the middle of a sentence.
pub(super) fn starts_in_mid_air(text: &str) -> bool {
    let first = text.trim_start_matches(['*', ' ']);
    first.starts_with(char::is_lowercase) && !is_small_start(first)
}

/// Words that stand in small letters where a sentence starts: `e-mail`, `iPhone`, an address.
fn is_small_start(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let later_capital = word.chars().skip(1).any(char::is_uppercase);
    later_capital
        || word.trim_end_matches('.').contains(['@', '/', '_', '.'])
        || ABBREVIATIONS.contains(&word.trim_end_matches('.'))
}

fn goes_deeper(block: &Block, next: &Block) -> bool {
    match (&block.kind, &next.kind) {
        (Kind::Item { indent, .. }, Kind::Item { indent: below, .. }) => below > indent,
        (_, Kind::Row { .. } | Kind::Paragraph { .. }) => true,
        _ => false,
    }
}

/// Words before whose full stop no sentence ends.
const ABBREVIATIONS: &[&str] = &[
    "e.g", "i.e", "eg", "ie", "etc", "re", "cf", "vs", "no", "nos", "approx", "incl", "max", "min", "p",
    "pp", "para", "paras", "art", "s", "ss", "v", "mr", "mrs", "ms", "dr", "prof", "st", "inc", "ltd",
    "dept", "gov", "al", "ca", "fig", "vol", "ed", "eds",
];

/// Words after which a person stands.
const BEFORE_A_PERSON: &[&str] = &["from", "by", "and", "with", "to", "thanked", "welcomed", "introduced"];

/// Words before `from` or `by` where somebody spoke.
const SPEAKING: &[&str] = &[
    "heard",
    "hear",
    "introduced",
    "presented",
    "given",
    "led",
    "chaired",
    "opened",
    "closed",
    "welcomed",
    "talk",
    "presentation",
    "update",
    "remarks",
    "words",
    "provided",
];

/// Roles before which a name or `the` stands.
const ROLES: &[&str] = &[
    "Director",
    "Head",
    "Chair",
    "Deputy",
    "Secretary",
    "Minister",
    "Manager",
    "Inspector",
    "Superintendent",
    "Constable",
    "Officer",
    "Adviser",
    "Advisor",
    "Professor",
];

/// The places of a text where a name seems to be missing, with some words around each.
fn cut_names(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let around = |n: usize| {
        let first = words.get(n.saturating_sub(3)).copied().unwrap_or_default();
        let last = words.get((n + 4).min(words.len().saturating_sub(1))).copied().unwrap_or_default();
        let start = first.as_ptr() as usize - text.as_ptr() as usize;
        let end = last.as_ptr() as usize - text.as_ptr() as usize + last.len();
        text.get(start..end).unwrap_or_default()
    };
    let mut found = Vec::new();
    for (n, pair) in words.windows(2).enumerate() {
        let [before, word] = pair else { continue };
        let bare = before.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.');
        let ends_sentence = before.ends_with('.')
            && !before.ends_with("..")
            && !ABBREVIATIONS.contains(&bare.trim_end_matches('.').to_lowercase().as_str());
        // `… ready to start. explained his interest`
        let mid_air = ends_sentence && word.starts_with(char::is_lowercase) && !is_small_start(word);
        let after = words.get(n + 2).copied().unwrap_or_default();
        // `we heard from programme, a serving officer`
        let speaks =
            n.checked_sub(1).and_then(|verb| words.get(verb)).is_some_and(|verb| SPEAKING.contains(verb));
        let appositive = speaks
            && matches!(bare, "from" | "by")
            && word.ends_with(',')
            && word.starts_with(char::is_lowercase)
            && matches!(after, "a" | "an" | "the");
        // `was given by the forum and Director of Policy`
        let role =
            BEFORE_A_PERSON.contains(&bare) && ROLES.contains(word) && matches!(after, "of" | "for" | "on");
        if mid_air || appositive || role {
            found.push(around(n + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sees_where_a_name_was_cut_out() {
        for text in [
            "We heard from programme, an officer on loan to the town.",
            "His team runs the desk. explained his interest in it.",
            "The forum and Director of Roads gave an introduction.",
        ] {
            assert_eq!(cut_names(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn leaves_whole_sentences_alone() {
        for text in [
            "Roads, e.g. lanes, and paths, i.e. ways, etc. are kept re. safety.",
            "They heard from the Director of Roads and Jo Doe, the Head of Paths.",
            "We met by chance, the two of us... and then left.",
            "It was signed by all, a first.",
            "Write to info@town.example. gov.uk holds the rest.",
        ] {
            assert_eq!(cut_names(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn sees_a_cut_opening() {
        assert!(starts_in_mid_air("of closing early – is it meant?"));
        assert!(!starts_in_mid_air("iPhones are allowed"));
        assert!(!starts_in_mid_air("The end"));
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,120}") {
            cut_names(&text);
            starts_in_mid_air(&text);
        }
    }
}
