//! Initialisms spelt out where a report first uses them.
//!
//! In: chapters, numbered, and the glossary. Out: the same, with the meaning in brackets behind the
//! first use of each term. It comes after numbering: the name of a paragraph is made from what its
//! editors wrote. Titles, links and what already spells its term out are left as they are.

use std::collections::BTreeSet;

use super::tree::{Chapter, Inline};
use super::walk;
use crate::model::glossary::{Glossary, is_spelt_out};

/// Spells terms out.
pub(super) fn expand(chapters: &mut [Chapter], terms: &[(String, String)]) {
    let glossary = Glossary::of(terms);
    if glossary.is_empty() {
        return;
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    walk::lines(chapters, &mut |line| {
        for piece in line {
            if let Inline::Text(words) = piece {
                spell_out(words, &glossary, &mut seen);
            }
        }
    });
}

fn spell_out(words: &mut String, glossary: &Glossary, seen: &mut BTreeSet<String>) {
    let mut out = String::new();
    let mut end = 0;
    for found in glossary.uses(words) {
        // In `LEDS/HOB` brackets would tear the pair apart.
        let in_pair = words[..found.at.start].ends_with('/') || words[found.at.end..].starts_with('/');
        if in_pair || !seen.insert(found.term.to_owned()) || is_spelt_out(words, &found) {
            continue;
        }
        out.push_str(&words[end..found.at.end]);
        out.push_str(&format!(" ({})", within(found.meaning)));
        end = found.at.end;
    }
    if end > 0 {
        out.push_str(&words[end..]);
        *words = out;
    }
}

/// A meaning as it stands within a sentence: a name keeps its capital, other words lose it.
fn within(meaning: &str) -> String {
    let mut letters = meaning.chars();
    match letters.next() {
        Some(first) if !letters.as_str().contains(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => meaning.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_use_is_spelt_out() {
        let glossary = Glossary::of(&[("PNC".to_owned(), "Police National Computer".to_owned())]);
        let mut seen = BTreeSet::new();
        let mut words = "PND/PNC and the PNC, the PNC".to_owned();
        spell_out(&mut words, &glossary, &mut seen);
        assert_eq!(words, "PND/PNC and the PNC (Police National Computer), the PNC");
        spell_out(&mut words, &glossary, &mut seen);
        assert_eq!(words.matches("Computer").count(), 1);
    }
}
