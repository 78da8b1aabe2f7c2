//! Whether a family name in a text is a person's: what stands beside it.
//!
//! In: a text in plain letters, where a family name stands in it, and the persons of that name. Out: whom it may
//! mean, and how far the name goes. A family name alone may be a common word and says nothing; a title, letters or a
//! given name beside it says who it is.

use std::ops::Range;

use super::letters::Folded;
use super::lists::{is_particle, is_title};
use super::parts::Person;

/// A family name in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'t> {
    /// The text as it is written.
    pub(super) written: &'t str,
    /// The same in plain letters.
    pub(super) plain: &'t Folded,
}

/// A person who is named.
#[derive(Debug, PartialEq)]
pub(super) struct Found {
    /// Where, in plain letters.
    pub(super) at: Range<usize>,
    /// Whether names of others may stand within: `Ann and Bo Walker`.
    pub(super) is_loose: bool,
}

/// How many words may stand between a given name and the name of the family.
const BETWEEN: usize = 2;

impl<'t> Beside<'t> {
    /// The person, if what stands beside the family name is of this person.
    pub(super) fn of(self, family: &Range<usize>, person: &Person) -> Option<Found> {
        let is_large = self.is_large(family);
        let strict = |at| Some(Found { at, is_loose: false });
        // `van der` belongs to what is behind it.
        let mut start = family.clone();
        for _ in 0..BETWEEN {
            match self.before(&start).filter(|word| is_particle(self.word(word))) {
                Some(word) => start = word.start..family.end,
                None => break,
            }
        }
        let before = self.before(&start);
        if let Some(title) =
            before.clone().filter(|word| is_title(self.word(word), self.is_large(word) && is_large))
        {
            return strict(title.start..family.end);
        }
        if let Some(first) = before.as_ref().and_then(|word| self.letters(word, family, person, is_large)) {
            return strict(first..family.end);
        }
        if !is_large {
            return None;
        }
        if let Some(first) = self.given_before(&start, person) {
            return Some(Found { at: first..family.end, is_loose: true });
        }
        self.given_after(family, person).and_then(|end| strict(family.start..end))
    }

    fn word(self, at: &Range<usize>) -> &'t str {
        self.plain.text.get(at.clone()).unwrap_or_default()
    }

    fn before(self, at: &Range<usize>) -> Option<Range<usize>> {
        self.plain.word_before(at.start)
    }

    fn is_large(self, at: &Range<usize>) -> bool {
        self.word(at).starts_with(|first: char| first.is_ascii_uppercase())
    }

    /// What is written between two words.
    fn gap(self, first: &Range<usize>, second: &Range<usize>) -> &'t str {
        self.plain.between(self.written, first, second)
    }

    /// Where letters for the given names begin: `Q.`, `Q. M.`, `QM`, and `q.` in an address for letters.
    fn letters(
        self,
        word: &Range<usize>,
        family: &Range<usize>,
        person: &Person,
        is_large: bool,
    ) -> Option<usize> {
        let letters = self.word(word);
        let is_of = |letter: &str| {
            person
                .given
                .iter()
                .any(|given| given.get(..1).is_some_and(|first| first.eq_ignore_ascii_case(letter)))
        };
        if !is_large {
            let is_address = self.written.get(self.plain.source(family).end..)?.starts_with('@');
            let is_joined = matches!(self.gap(word, family), "." | "_");
            return (letters.len() == 1 && is_of(letters) && is_address && is_joined).then_some(word.start);
        }
        if !self.is_large(word) || !is_close(self.gap(word, family)) {
            return None;
        }
        let all: String = person.given.iter().filter_map(|given| given.get(..1)).collect();
        if letters.len() > 1 {
            return (person.given.len() > 1 && letters == all.to_uppercase()).then_some(word.start);
        }
        let mut first = word.clone();
        while let Some(before) = self.before(&first)
            && before.len() == 1
            && self.is_large(&before)
            && self.gap(&before, &first).starts_with('.')
        {
            first = before;
        }
        // `A` and `I` are words, and `O` is one in songs.
        let is_word = "AIO".contains(letters) && !self.gap(word, family).starts_with('.');
        (is_of(self.word(&first)) && !is_word).then_some(first.start)
    }

    /// Where a given name begins that stands before the family's, with a second one, a letter, what friends say or
    /// another member of the family between.
    fn given_before(self, family: &Range<usize>, person: &Person) -> Option<usize> {
        let mut next = family.clone();
        for _ in 0..=BETWEEN {
            let word = self.before(&next)?;
            let (letters, gap) = (self.word(&word), self.gap(&word, &next));
            let is_abbreviated = letters.len() < 3;
            let goes_on = gap.matches('\n').count() < 2
                && gap.chars().all(|sign| {
                    sign.is_whitespace()
                        || "'\"“”‘’()*_".contains(sign)
                        || sign == '.' && is_abbreviated
                        || sign == '&'
                });
            if !goes_on {
                return None;
            }
            let is_given = |given: &String| given.len() > 1 && given.eq_ignore_ascii_case(letters);
            if self.is_large(&word) && person.given.iter().any(is_given) {
                return Some(word.start);
            }
            if !(self.is_large(&word) || is_particle(letters) || letters == "and") {
                return None;
            }
            next = word;
        }
        None
    }

    /// Where a given name ends that stands behind the family's: `Walker, Ann`, `Walker, A.`, `Walker (Ms)`.
    fn given_after(self, family: &Range<usize>, person: &Person) -> Option<usize> {
        let word = self.plain.word_after(family.end)?;
        let gap = self.gap(family, &word);
        if gap.trim() == "(" && is_title(self.word(&word), self.is_large(&word)) {
            return Some(word.end);
        }
        let has_comma = gap.trim_matches(|sign: char| sign.is_whitespace() || "*_".contains(sign)) == ",";
        if !(has_comma || gap.trim().is_empty()) || gap.contains("\n\n") {
            return None;
        }
        let is_title = has_comma && is_title(self.word(&word), self.is_large(&word));
        let word = if is_title { self.plain.word_after(word.end)? } else { word };
        let (given, found) = (person.given.first()?, self.word(&word));
        if given.len() > 1
            && (found == given || has_comma && self.is_large(&word) && found.eq_ignore_ascii_case(given))
        {
            return Some(word.end);
        }
        let after = self.written.get(self.plain.source(&word).end..).unwrap_or_default();
        let ends = after.is_empty()
            || after.starts_with(['.', ')', ',', ';', '|', '\n', '('])
            || after.starts_with(" (");
        let is_letter = found.len() == 1 && self.is_large(&word) && given.starts_with(found);
        (has_comma && is_letter && ends).then_some(word.end)
    }
}

/// Whether letters and a family name stand together.
fn is_close(gap: &str) -> bool {
    gap.matches('\n').count() < 2 && gap.chars().all(|sign| sign.is_whitespace() || "._*".contains(sign))
}
