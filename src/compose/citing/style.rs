//! Styles and locales, unpacked once in the life of the program.
//!
//! In: the style that is asked for. Out: the style itself, and British English. All sixty locales would take
//! longer to unpack than a small site to build, so only those are that are used.

use std::sync::{Arc, OnceLock};

use hayagriva::archive;
use hayagriva::citationberg::{self, IndependentStyle, Locale, LocaleCode};
use memchr::memmem;

use crate::model::works;

/// A style, ready to be used; `None` where it only names another, which none of the archive's does.
pub(super) fn ready(asked: &works::Style) -> Option<Arc<IndependentStyle>> {
    match asked {
        works::Style::Own(style) => Some(Arc::clone(style)),
        works::Style::Known(style) => match style.get() {
            citationberg::Style::Independent(style) => Some(Arc::new(style)),
            citationberg::Style::Dependent(_) => None,
        },
    }
}

/// British English, and what it falls back on.
const WANTED: [&str; 2] = ["en-GB", "en-US"];

/// The words of British English, and those of American English that it falls back on.
pub(super) fn locales() -> &'static [Locale] {
    static LOCALES: OnceLock<Vec<Locale>> = OnceLock::new();
    LOCALES.get_or_init(|| {
        let english =
            |locale: &Locale| locale.lang.as_ref().is_some_and(|lang| WANTED.contains(&lang.0.as_str()));
        let is_wanted =
            |packed: &&&[u8]| WANTED.iter().any(|lang| memmem::find(packed, lang.as_bytes()).is_some());
        let unpacked = |packed: &&[u8]| ciborium::from_reader::<Locale, _>(*packed).ok();
        archive::LOCALES.iter().filter(is_wanted).filter_map(unpacked).filter(english).collect()
    })
}

/// British English.
pub(super) fn locale() -> LocaleCode {
    LocaleCode("en-GB".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locales_that_are_unpacked_are_those_of_the_archive() {
        let english = |locale: &Locale| locale.lang.as_ref().is_some_and(|lang| lang.0.starts_with("en-"));
        let all: Vec<Locale> = archive::locales().into_iter().filter(english).collect();
        assert_eq!(locales(), all);
    }
}
