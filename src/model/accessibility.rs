//! What a check of a site's pages for accessibility came to.
//!
//! Figures that were measured, by whom and when, and what is known not to work or not to have been tried. An
//! archive has them only if somebody measured its pages and put the results beside its settings; nothing
//! here is assumed.

use super::date::Date;

/// The page that says what was measured.
pub const PAGE: &str = "pages/accessibility";

/// What was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The day of the measurement.
    pub on: Date,
    /// Against what, as in `WCAG 2.2`.
    pub standard: String,
    /// Its levels, as in `A`, `AA`.
    pub levels: Vec<String>,
    /// With what, and in which version.
    pub tools: Vec<(String, String)>,
    /// In how many colour schemes each page was looked at: light alone, or dark too.
    pub dark: bool,
    /// The widths of the window, in CSS pixels.
    pub widths: Vec<u32>,
    /// How many rules could be applied to at least one page.
    pub rules: u32,
    /// The kinds of page that were looked at, one page of each. Not their addresses: a page may be for fewer
    /// readers by now than when it was measured.
    pub kinds: Vec<String>,
    /// How many pages of other archives were looked at, for what this one has not.
    pub elsewhere: u32,
    /// The rules that were broken.
    pub violations: Vec<Broken>,
    /// The rules that the tools could not decide on, which a person has to look at.
    pub undecided: Vec<Broken>,
    /// How many pages have to be scrolled sideways at one of the widths.
    pub overflowing: u32,
    /// What does not work, or was not tried.
    pub gaps: Vec<Gap>,
}

/// A rule, and the pages on which it is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The name that the tool has for it.
    pub rule: String,
    /// What it asks, in the tool's words (English).
    pub asks: String,
    /// On how many pages.
    pub pages: u32,
}

/// What does not work, or was not tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What, by language.
    pub what: Vec<(String, String)>,
    /// Why, by language.
    pub why: Vec<(String, String)>,
}

/// What is said in a language, else in English, else in the first there is; and in which.
pub fn said<'t>(texts: &'t [(String, String)], language: &str) -> Option<(&'t str, &'t str)> {
    let of = |wanted: &str| texts.iter().find(|(tag, _)| tag == wanted);
    let found = of(language).or_else(|| of("en")).or_else(|| texts.first());
    found.map(|(tag, text)| (&**tag, &**text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_language_does_not_say_is_said_in_english() {
        let texts = [("cy", "Dim"), ("en", "None")].map(|(tag, text)| (tag.to_owned(), text.to_owned()));
        assert_eq!(said(&texts, "cy"), Some(("cy", "Dim")));
        assert_eq!(said(&texts, "ga"), Some(("en", "None")));
        assert_eq!(said(&texts[..1], "ga"), Some(("cy", "Dim")));
        assert_eq!(said(&[], "en"), None);
    }
}
