//! The order of words in a language, and the letter that a word stands under.
//!
//! In: a language's tag. Out: comparisons by the rules of the Unicode collation for it (in Welsh `ch`
//! stands after `c` and before `d`), numbers in the order of their size. English is not sorted here: its
//! letters need no table, and lists of ten thousand titles are sorted by them.

use std::cmp::Ordering;
use std::fmt;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;

/// The letters of Welsh that are written with two.
const WELSH: &[&str] = &["ch", "dd", "ff", "ll", "ng", "ph", "rh", "th"];

/// The order of words in a language.
pub struct Alphabet {
    collator: Option<CollatorBorrowed<'static>>,
    doubles: &'static [&'static str],
}

impl Alphabet {
    /// The alphabet of a language.
    pub(super) fn of(language: &str) -> Self {
        let locale: Option<Locale> = language.parse().ok();
        let primary = language.split('-').next().unwrap_or(language);
        let collator = locale.filter(|_| primary != "en").and_then(|locale| {
            let mut preferences = CollatorPreferences::from(&locale);
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            Collator::try_new(preferences, CollatorOptions::default()).ok()
        });
        Alphabet { collator, doubles: if primary == "cy" { WELSH } else { &[] } }
    }

    /// The order of two texts; `None` where the language has no rules of its own here.
    pub fn compare(&self, one: &str, other: &str) -> Option<Ordering> {
        self.collator.as_ref().map(|collator| collator.compare(one, other))
    }

    /// Whether the language has rules of its own here.
    pub fn has_rules(&self) -> bool {
        self.collator.is_some()
    }

    /// The letter that a folded text starts with, where it is one of two signs: `ll` of `llais`.
    pub fn double(&self, folded: &str) -> Option<&'static str> {
        self.doubles.iter().find(|double| folded.starts_with(**double)).copied()
    }
}

impl fmt::Debug for Alphabet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Alphabet({})", if self.collator.is_some() { "by its own rules" } else { "plain" })
    }
}

#[cfg(test)]
mod tests {
    use super::Alphabet;

    #[test]
    fn welsh_letters_of_two_signs_stand_in_their_places() {
        let welsh = Alphabet::of("cy");
        let mut titles = ["Llais", "Lwc", "Dydd", "Ddoe", "Cymru", "Chwarae", "Cam 10", "Cam 2", "Ôl", "Oes"];
        titles.sort_by(|a, b| welsh.compare(a, b).unwrap());
        assert_eq!(
            titles,
            ["Cam 2", "Cam 10", "Cymru", "Chwarae", "Dydd", "Ddoe", "Lwc", "Llais", "Oes", "Ôl"]
        );
        assert_eq!(welsh.double("llais"), Some("ll"));
        assert_eq!(welsh.double("lwc"), None);
        assert!(Alphabet::of("en").compare("a", "b").is_none());
    }
}
