//! Initialisms and what they stand for, found in running text.
//!
//! In: the glossary of the settings. Out: where its terms stand in a text. A plural with a small `s`
//! is its term; what a term means is not inflected.

use std::collections::BTreeMap;
use std::ops::Range;

/// The terms of a glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: BTreeMap<String, String>,
}

/// A term where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use<'g> {
    /// Its bytes.
    pub at: Range<usize>,
    /// The term as the glossary's singular has it: one name for `CSO` and `CSOs`.
    pub term: &'g str,
    /// What it stands for, in the number in which it stands there where the glossary has both.
    pub meaning: &'g str,
}

impl Glossary {
    /// The terms of the settings; those without a meaning are left out.
    pub fn of(terms: &[(String, String)]) -> Self {
        let told = terms.iter().filter(|(term, meaning)| !term.is_empty() && !meaning.is_empty());
        Glossary { terms: told.cloned().collect() }
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The term that a word is, and what it means.
    pub fn get(&self, word: &str) -> Option<(&str, &str)> {
        let singular = word.strip_suffix('s').and_then(|word| self.terms.get_key_value(word));
        let exact = self.terms.get_key_value(word);
        match (exact, singular) {
            (Some((_, meaning)), Some((term, _)))
            | (Some((term, meaning)), None)
            | (None, Some((term, meaning))) => Some((term, meaning)),
            (None, None) => None,
        }
    }

    /// A name in full, where it is a term.
    pub fn in_full<'n>(&'n self, name: &'n str) -> &'n str {
        self.get(name).map_or(name, |(_, meaning)| meaning)
    }

    /// Where terms stand in a text, in order.
    pub fn uses<'g>(&'g self, text: &str) -> Vec<Use<'g>> {
        words(text)
            .filter_map(|at| self.get(&text[at.clone()]).map(|(term, meaning)| Use { at, term, meaning }))
            .collect()
    }
}

/// The words of a text that may be initialisms: letters and digits, with two capitals at least.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.as_bytes().get(at..)?.iter().position(u8::is_ascii_uppercase)?;
            let length =
                text[start..].find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len() - start);
            at = start + length;
            let word = &text[start..at];
            let is_start = !text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
            let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
            if is_start && capitals >= 2 {
                return Some(start..at);
            }
        }
    })
}

/// Whether two capitals stand side by side, as those of nearly every initialism do; few texts have two.
pub fn may_have_words(text: &str) -> bool {
    let is_capital = |byte: &u8| u8::from(byte.is_ascii_uppercase());
    let next = text.as_bytes().get(1..).unwrap_or_default();
    // Not `any`: that would stop at each letter to ask.
    text.as_bytes().iter().zip(next).fold(0, |found, (a, b)| found | (is_capital(a) & is_capital(b))) != 0
}

/// Whether a text spells a term out right before its use (`Law Enforcement Data Service (LEDS`) or
/// right after it (`LEDS (Law Enforcement Data Service`).
pub fn is_spelt_out(text: &str, found: &Use<'_>) -> bool {
    let meaning = found.meaning.to_lowercase();
    let ends = |before: &str| {
        let before = before.trim_end_matches(['(', ' ', '“', '‘', '*', '_']).to_lowercase();
        before.ends_with(&meaning) || before.trim_end_matches('s').ends_with(meaning.trim_end_matches('s'))
    };
    if text.to_lowercase().contains(&format!("({meaning}")) {
        return true;
    }
    let after = text[found.at.end..].trim_start_matches([' ', '(', ',']).to_lowercase();
    ends(&text[..found.at.start]) || after.starts_with(&meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        let terms = [
            ("LEDS", "Law Enforcement Data Service"),
            ("CSO", "Civil society organisation"),
            ("ToR", "Terms of reference"),
        ];
        Glossary::of(&terms.map(|(term, meaning)| (term.to_owned(), meaning.to_owned())))
    }

    #[test]
    fn terms_are_whole_words() {
        let glossary = glossary();
        let text = "LEDS and CSOs; not LEDSX, XLEDS or leds, but (ToR) and LEDS/HOB.";
        let found: Vec<&str> = glossary.uses(text).into_iter().map(|found| &text[found.at]).collect();
        assert_eq!(found, ["LEDS", "CSOs", "ToR", "LEDS"]);
        assert_eq!(glossary.get("CSOs"), Some(("CSO", "Civil society organisation")));
        let names = ["LEDS", "The council"].map(|name| glossary.in_full(name));
        assert_eq!(names, ["Law Enforcement Data Service", "The council"]);
    }

    #[test]
    fn what_is_spelt_out_is_seen() {
        let glossary = glossary();
        let is_spelt = |text: &str| is_spelt_out(text, &glossary.uses(text)[0]);
        assert!(is_spelt("the law enforcement data service (LEDS) is"));
        assert!(is_spelt("civil society organisations (CSOs)"));
        assert!(is_spelt("LEDS (Law Enforcement Data Service)"));
        assert!(!is_spelt("LEDS is the Law Enforcement Data Service"));
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,60}") {
            let glossary = glossary();
            for found in glossary.uses(&text) {
                is_spelt_out(&text, &found);
            }
        }
    }
}
