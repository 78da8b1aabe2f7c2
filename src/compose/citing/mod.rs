//! Citations in a style of the Citation Style Language: in the text, and as a list of works.
//!
//! In: works and where they are cited, in the order of the document. Out: the words, as plain
//! `Span`s; whoever prints them escapes them. The style, the locale and the rules are hayagriva's;
//! nothing of its own output formats is used, for they do not escape.

mod entry;
mod page;
mod report;
mod span;
mod style;

use std::sync::Arc;

use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{IndependentStyle, StyleClass};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, CitePurpose, Entry,
    LocatorPayload, SpecificLocator,
};

use crate::model::mention::Item;
use crate::model::works;

pub use entry::{body, of_record};
pub use page::{Formats, PageCitations};
pub use report::{ParagraphCitation, ReportCitation};
pub use span::Span;

/// A style made ready.
pub struct Style {
    csl: Arc<IndependentStyle>,
}

/// A place where works are cited.
#[derive(Debug)]
pub struct Cited<'c> {
    /// The works, by their index among all of them, and what is said of each.
    pub items: Vec<(usize, &'c Item)>,
    /// Whether it is a part of the sentence.
    pub in_text: bool,
}

/// What stands in a text for a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InText {
    /// The words; each span may lead to one of the citation's works.
    pub words: Vec<Span>,
    /// Words for a note, where the style cites in notes.
    pub note: Option<Vec<Span>>,
}

/// A list of works and the words of each citation.
#[derive(Debug, Default)]
pub struct Printed {
    /// For each citation, in the order given.
    pub citations: Vec<InText>,
    /// The list, in the order of the style: the index of the work, and its words. Empty where the
    /// style has no list.
    pub list: Vec<(usize, Vec<Span>)>,
}

/// Unpacks what every style needs, so that it is there when the first page is composed: a caller with
/// something else to do meanwhile lets a thread do this.
pub fn prepare() {
    style::locales();
}

impl Style {
    /// The style that the archive asks for; `None` where it is no style of its own.
    pub fn of(asked: &works::Style) -> Option<Self> {
        style::ready(asked).map(|csl| Style { csl })
    }

    /// Prints citations, and the list of all works, cited or not.
    pub fn print(&self, works: &[Entry], cited: &[Cited<'_>]) -> Printed {
        let locales = style::locales();
        let locale = || Some(style::locale());
        let is_note = self.csl.settings.class == StyleClass::Note;
        let mut driver = BibliographyDriver::new();
        for place in cited {
            let purpose = match (place.in_text, is_note) {
                (false, _) => None,
                (true, true) => Some(CitePurpose::Author),
                (true, false) => Some(CitePurpose::Prose),
            };
            driver.citation(self.request(works, place, purpose, locales));
            // In a style of notes a work named in the sentence has its note beside it.
            if place.in_text && is_note {
                driver.citation(self.request(works, place, None, locales));
            } else if without_author(place) && !is_note {
                driver.citation(self.request(works, place, Some(CitePurpose::Year), locales));
            }
        }
        let all = works.iter().map(|entry| CitationItem::new(entry, None, None, true, None)).collect();
        driver.citation(CitationRequest::new(all, &self.csl, locale(), locales, None));
        let rendered = driver.finish(BibliographyRequest::new(&self.csl, locale(), locales));
        let mut words = rendered.citations.into_iter().map(|one| one.citation);
        let mut next = || words.next().map(|words| span::spans(&words)).unwrap_or_default();
        let citations = cited
            .iter()
            .map(|place| {
                let mut first = next();
                if without_author(place) && !is_note {
                    leave_authors_out(&mut first, &next(), place);
                }
                before(&mut first, place);
                match (is_note, place.in_text) {
                    (false, _) => InText { words: first, note: None },
                    (true, false) => InText { words: Vec::new(), note: Some(first) },
                    (true, true) => InText { words: first, note: Some(next()) },
                }
            })
            .collect();
        let list = rendered.bibliography.map_or_else(Vec::new, |list| {
            list.items
                .into_iter()
                .filter_map(|item| {
                    let at = works.iter().position(|entry| entry.key() == item.key)?;
                    let mut words = item.first_field.iter().flat_map(span::of_child).collect::<Vec<_>>();
                    if !words.is_empty() {
                        words.push(Span::plain(" "));
                    }
                    words.extend(span::spans(&item.content));
                    Some((at, words))
                })
                .collect()
        });
        Printed { citations, list }
    }

    fn request<'a>(
        &'a self,
        works: &'a [Entry],
        place: &Cited<'a>,
        purpose: Option<CitePurpose>,
        locales: &'static [hayagriva::citationberg::Locale],
    ) -> CitationRequest<'a, Entry> {
        let items = place.items.iter().map(|(work, item)| {
            let locator = item.locator.as_deref().map(locator);
            CitationItem::new(&works[*work], locator, None, false, purpose)
        });
        CitationRequest::new(items.collect(), &self.csl, Some(style::locale()), locales, None)
    }
}

/// Whether a citation has a work whose author the sentence names.
fn without_author(place: &Cited<'_>) -> bool {
    !place.in_text && place.items.iter().any(|(_, item)| item.only_year)
}

/// Takes what stands before the year out of the works whose authors the sentence names. A style's own form of a year
/// alone has neither its brackets nor the page.
fn leave_authors_out(words: &mut Vec<Span>, years: &[Span], place: &Cited<'_>) {
    for n in (0..place.items.len()).filter(|n| place.items[*n].1.only_year) {
        let is_of = |span: &&Span| span.item == Some(n);
        let year: String = years.iter().filter(is_of).map(|span| &*span.words).collect();
        let found =
            words.iter().position(|span| is_of(&span) && !year.is_empty() && span.words.contains(&year));
        // A style without years tells the whole work.
        let Some(found) = found else { continue };
        let at = words[found].words.find(&year).unwrap_or(0);
        words[found].words.drain(..at);
        let mut seen = 0;
        words.retain(|span| {
            seen += 1;
            seen > found || span.item != Some(n)
        });
    }
}

/// Puts the words that editors wrote before a work (`see`) where its citation starts.
fn before(words: &mut Vec<Span>, place: &Cited<'_>) {
    for (n, (_, item)) in place.items.iter().enumerate() {
        let Some(before) = &item.before else { continue };
        let at = words.iter().position(|span| span.item == Some(n)).unwrap_or(0);
        words.insert(at, Span::plain(&format!("{before} ")));
    }
}

/// What a locator is, by its first word: `p. 9`, `§ 2`, `para. 4`; digits alone are a page. Anything
/// else is printed as it was written.
fn locator(written: &str) -> SpecificLocator<'_> {
    let (word, rest) = written.split_once(' ').unwrap_or(("", written));
    let kind = match word.trim_end_matches('.').to_lowercase().as_str() {
        "p" | "pp" | "page" | "pages" => Locator::Page,
        "chap" | "ch" | "chapter" => Locator::Chapter,
        "para" | "paras" | "paragraph" | "¶" => Locator::Paragraph,
        "sec" | "section" | "§" | "§§" => Locator::Section,
        "fig" | "figure" => Locator::Figure,
        "tab" | "table" => Locator::Table,
        "n" | "note" => Locator::Note,
        "vol" | "volume" => Locator::Volume,
        "app" | "appendix" => Locator::Appendix,
        "" if written.starts_with(|letter: char| letter.is_ascii_digit()) => Locator::Page,
        _ => return SpecificLocator(Locator::Custom, LocatorPayload::Str(written)),
    };
    SpecificLocator(kind, LocatorPayload::Str(rest))
}
