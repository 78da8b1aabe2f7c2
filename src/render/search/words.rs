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

/// The same, each as a number, which all are compared with at once.
const COMMON_PACKED: [u64; 32] = {
    let mut all = [0; 32];
    let mut n = 0;
    while n < all.len() {
        all[n] = pack(COMMON[n].as_bytes());
        n += 1;
    }
    all
};

/// Up to eight bytes as a number.
const fn pack(bytes: &[u8]) -> u64 {
    let mut packed = 0;
    let mut n = 0;
    while n < bytes.len() {
        packed = packed << 8 | bytes[n] as u64;
        n += 1;
    }
    packed
}

/// Whether a term says nothing about a text. None of these is longer than five letters.
pub(super) fn is_common(term: &str) -> bool {
    let packed = if term.len() > 5 { return false } else { pack(term.as_bytes()) };
    COMMON_PACKED.iter().fold(false, |found, common| found | (*common == packed))
}

/// Calls `take` with each term of a text, in order.
pub(super) fn each(text: &str, take: &mut impl FnMut(&str)) {
    let mut word = Word::default();
    let mut rest = text;
    loop {
        // Most words are small letters and nothing else, and are taken from where they stand.
        let plain = if word.term.is_empty() { plain(rest.as_bytes()) } else { 0 };
        if plain > 0 && ends_a_word(rest.as_bytes().get(plain)) {
            take_plain(&rest[..plain], take);
            rest = &rest[plain..];
        }
        let Some(letter) = rest.chars().next() else { break };
        rest = &rest[letter.len_utf8()..];
        word.read(letter, take);
    }
    word.end(take);
}

/// How many small letters and digits these bytes begin with, if no more than a term may have.
fn plain(bytes: &[u8]) -> usize {
    let is_plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9');
    let count = bytes.iter().take(LONGEST + 1).take_while(|byte| is_plain(byte)).count();
    if count > LONGEST { 0 } else { count }
}

/// Whether a word is at its end before this byte: a letter, an apostrophe or the half of a letter goes on.
fn ends_a_word(byte: Option<&u8>) -> bool {
    byte.is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'\'')
}

/// A word of small letters and digits alone.
fn take_plain(word: &str, take: &mut impl FnMut(&str)) {
    match ending(word) {
        Ending::Kept => take(word),
        Ending::Cut(length) => take(&word[..length]),
        Ending::Y(length) => take(&format!("{}y", &word[..length])),
    }
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
    fn read(&mut self, letter: char, take: &mut impl FnMut(&str)) {
        match letter {
            'a'..='z' | '0'..='9' => self.letter(letter),
            'A'..='Z' => self.letter(letter.to_ascii_lowercase()),
            '\'' | '’' => self.apostrophe(take),
            '\0'..='\x7f' | '“' | '”' | '–' | '—' | '…' | '\u{a0}' => self.end(take),
            // Letters are told apart from their accents, and written as most keyboards have them.
            _ => decompose_compatible(letter, |part| {
                if !is_combining_mark(part) {
                    part.to_lowercase()
                        .filter(|part| !is_combining_mark(*part))
                        .for_each(|part| self.plain(part, take));
                }
            }),
        }
    }

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

/// What becomes of a term so that it is the singular.
enum Ending {
    Kept,
    /// So many bytes of it.
    Cut(usize),
    /// So many bytes of it, and a `y`.
    Y(usize),
}

/// The singular of an English word, as far as its ending tells.
fn ending(term: &str) -> Ending {
    if term.len() < 4 || !term.ends_with('s') || !term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Ending::Kept;
    }
    match term.strip_suffix("ies").map(str::len) {
        Some(length) if length > 1 => Ending::Y(length),
        Some(_) => Ending::Cut(term.len() - 1),
        None if ["sses", "shes", "ches", "xes", "zes"].iter().any(|end| term.ends_with(end)) => {
            Ending::Cut(term.len() - 2)
        }
        None if ["ss", "us", "is"].iter().any(|end| term.ends_with(end)) => Ending::Kept,
        None => Ending::Cut(term.len() - 1),
    }
}

fn singular(term: &mut String) {
    match ending(term) {
        Ending::Kept => {}
        Ending::Cut(length) => term.truncate(length),
        Ending::Y(length) => {
            term.truncate(length);
            term.push('y');
        }
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

    #[test]
    fn a_common_word_is_told_from_others() {
        assert!(COMMON.iter().all(|word| is_common(word) && word.len() <= 5));
        assert!(["water", "", "b", "ad", "which1"].iter().all(|word| !is_common(word)));
    }

    /// The terms where no word is taken from where it stands: each letter comes alone.
    fn letter_by_letter(text: &str) -> Vec<String> {
        let mut terms = Vec::new();
        let mut word = Word::default();
        let mut take = |term: &str| terms.push(term.to_owned());
        text.chars().for_each(|letter| word.read(letter, &mut take));
        word.end(&mut take);
        terms
    }

    proptest! {
        #[test]
        fn a_word_taken_from_where_it_stands_is_the_same(
            text in "([a-z]{1,6}(s|ies|sses|xes)?|[A-Z]{1,2}|[ '’.é0-9]|o’s|a{39,42}s?|\u{301}|–){0,40}"
        ) {
            prop_assert_eq!(terms(&text), letter_by_letter(&text));
        }

        #[test]
        fn a_term_is_its_own_term_or_shorter(text in any::<String>()) {
            for term in terms(&text) {
                prop_assert!(!term.is_empty() && term.chars().count() <= LONGEST);
                prop_assert!(term.chars().all(char::is_alphanumeric), "{term:?}");
            }
        }
    }
}
