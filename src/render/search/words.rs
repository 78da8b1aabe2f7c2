//! Words as they are searched: text → terms.
//!
//! `themes/default/assets/search/words.js` does the same to what a reader types; both are held to
//! `tests/fixtures/search/words.tsv`. A term is a run of letters and digits in lower case, without
//! accents, without the apostrophes in it, in the singular where a small rule for English can tell.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Longer words are cut.
const LONGEST: usize = 40;

/// English words that say nothing about a text: not indexed, and passed over in a query.
pub(super) const COMMON: [&str; 32] = [
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have",
    "in", "is", "it", "its", "of", "on", "or", "that", "the", "their", "this", "to", "was", "were", "which",
    "will", "with",
];

/// Calls `take` with each term of a text, in order.
pub(super) fn each(text: &str, take: &mut impl FnMut(&str)) {
    let mut word = Word::default();
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' => word.letter(letter),
            'A'..='Z' => word.letter(letter.to_ascii_lowercase()),
            '\'' | '’' => word.apostrophe(take),
            '\0'..='\x7f' | '“' | '”' | '–' | '—' | '…' | '\u{a0}' => word.end(take),
            // Letters are told apart from their accents, and written as most keyboards have them.
            _ => decompose_compatible(letter, |part| {
                if !is_combining_mark(part) {
                    part.to_lowercase()
                        .filter(|part| !is_combining_mark(*part))
                        .for_each(|part| word.plain(part, take));
                }
            }),
        }
    }
    word.end(take);
}

/// A word, half read.
#[derive(Default)]
struct Word {
    term: String,
    letters: usize,
    /// Where in the term an apostrophe stood last, and whether nothing came after it yet.
    apostrophe: Option<usize>,
    pending: bool,
}

impl Word {
    fn letter(&mut self, letter: char) {
        self.pending = false;
        if self.letters < LONGEST {
            self.term.push(letter);
        }
        self.letters += 1;
    }

    fn plain(&mut self, letter: char, take: &mut impl FnMut(&str)) {
        let two = match letter {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ø' => "o",
            'đ' | 'ð' => "d",
            'ł' => "l",
            'ς' => "σ",
            _ if letter.is_alphanumeric() => return self.letter(letter),
            _ => return self.end(take),
        };
        two.chars().for_each(|letter| self.letter(letter));
    }

    fn apostrophe(&mut self, take: &mut impl FnMut(&str)) {
        if self.pending || self.term.is_empty() {
            return self.end(take);
        }
        self.apostrophe = Some(self.letters);
        self.pending = true;
    }

    fn end(&mut self, take: &mut impl FnMut(&str)) {
        if !self.term.is_empty() {
            if self.apostrophe.is_some_and(|at| at + 1 == self.letters && self.letters <= LONGEST)
                && self.term.ends_with('s')
            {
                self.term.pop();
            }
            singular(&mut self.term);
            take(&self.term);
        }
        self.term.clear();
        *self = Word { term: std::mem::take(&mut self.term), ..Word::default() };
    }
}

/// The singular of an English word, as far as its ending tells.
fn singular(term: &mut String) {
    if term.len() < 4 || !term.ends_with('s') || !term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return;
    }
    if let Some(stem) = term.strip_suffix("ies") {
        let kept = stem.len();
        if kept > 1 {
            term.truncate(kept);
            term.push('y');
        } else {
            term.pop();
        }
    } else if ["sses", "shes", "ches", "xes", "zes"].iter().any(|end| term.ends_with(end)) {
        term.truncate(term.len() - 2);
    } else if !["ss", "us", "is"].iter().any(|end| term.ends_with(end)) {
        term.pop();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let mut terms = Vec::new();
        each(text, &mut |term| terms.push(term.to_owned()));
        terms
    }

    #[test]
    fn words_are_found_as_the_table_has_them() {
        let table = include_str!("../../../tests/fixtures/search/words.tsv");
        let rows: Vec<(&str, &str)> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .collect();
        assert!(rows.len() > 20, "the table has {} rows", rows.len());
        for (text, expected) in rows {
            assert_eq!(terms(text).join(" "), expected, "of {text:?}");
        }
    }

    #[test]
    fn common_words_are_terms_as_they_stand() {
        for word in COMMON {
            assert_eq!(terms(word), [word]);
        }
    }

    proptest! {
        #[test]
        fn a_term_is_its_own_term_or_shorter(text in any::<String>()) {
            for term in terms(&text) {
                prop_assert!(!term.is_empty() && term.chars().count() <= LONGEST);
                prop_assert!(term.chars().all(char::is_alphanumeric), "{term:?}");
            }
        }
    }
}
