//! Styles and locales, unpacked once in the life of the program.
//!
//! In: the style that is asked for. Out: the style itself, and British English. Unpacking all
//! locales takes some 50 ms, so it is left until something is cited.

use std::sync::{Arc, OnceLock};

use hayagriva::archive;
use hayagriva::citationberg::{self, IndependentStyle, Locale, LocaleCode};

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

/// The words of British English, and those of American English that it falls back on.
pub(super) fn locales() -> &'static [Locale] {
    static LOCALES: OnceLock<Vec<Locale>> = OnceLock::new();
    LOCALES.get_or_init(|| {
        let english = |locale: &Locale| {
            locale.lang.as_ref().is_some_and(|lang| matches!(lang.0.as_str(), "en-GB" | "en-US"))
        };
        archive::locales().into_iter().filter(english).collect()
    })
}

/// British English.
pub(super) fn locale() -> LocaleCode {
    LocaleCode("en-GB".to_owned())
}
