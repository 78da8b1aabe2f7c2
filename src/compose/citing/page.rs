//! How to cite a page of the site.
//!
//! In: an edition, and of each page its title, its authors, its year and its address. Out: the words
//! in the style of the archive, and the facts that other formats are written from. All pages of one
//! year differ only in their title and address, so the style is asked once a year, not once a page.

use std::collections::BTreeMap;

use hayagriva::Entry;
use hayagriva::types::{EntryType, FormatString, QualifiedUrl};
use jiff::civil;

use super::entry::{body, spoken};
use super::{Span, Style};
use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::record::Record;

/// Stand in a pattern for what differs from page to page. No text has the first; the second is no
/// address that could be reached.
const TITLE: &str = "\u{f8ff}";
const URL: &str = "https://annals.invalid/";

/// How to cite every page.
#[derive(Debug, Default)]
pub struct PageCitations {
    author: String,
    site: String,
    base: Option<String>,
    today: Option<civil::Date>,
    /// The words for each year, with marks for the title and the address.
    patterns: BTreeMap<i16, Vec<Span>>,
}

/// How to cite a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formats {
    /// The words in the style of the archive.
    pub words: Vec<Span>,
    /// Who is to be named as its authors.
    pub authors: Vec<String>,
    /// Its title.
    pub title: String,
    /// What it is a part of.
    pub site: String,
    /// Its year.
    pub year: i16,
    /// What is to be said of it: the edition of a report.
    pub note: Option<String>,
    /// Its address on the web, where the site's is known.
    pub url: Option<String>,
    /// The day on which it is read.
    pub read: Option<civil::Date>,
    /// Whether it is a report.
    pub report: bool,
}

impl PageCitations {
    /// Asks the style for every year in which a page of the edition last changed.
    pub fn of(edition: &Edition) -> Self {
        let config = edition.config();
        let author = config.publisher.clone().unwrap_or_else(|| config.title.clone());
        let years = edition.records().iter().map(|record| year(edition, record));
        let years: std::collections::BTreeSet<i16> = years.chain([edition.today().year()]).collect();
        let mut found = PageCitations {
            author,
            site: config.title.clone(),
            base: config.base_url.clone(),
            today: Some(edition.today()),
            patterns: BTreeMap::new(),
        };
        if let Some(style) = Style::of(edition.works().style()) {
            for year in years {
                let entry = found.entry(year);
                let printed = style.print(std::slice::from_ref(&entry), &[]);
                let words = printed.list.into_iter().next().map(|(_, words)| words).unwrap_or_default();
                found.patterns.insert(year, words);
            }
        }
        found
    }

    fn entry(&self, year: i16) -> Entry {
        let mut entry = Entry::new("page", EntryType::Web);
        entry.set_title(FormatString::with_value(TITLE));
        entry.set_authors(vec![body(&self.author)]);
        if let Ok(date) = format!("{year:04}").parse::<Date>() {
            entry.set_date(spoken(date));
        }
        if let (Some(_), Ok(mut url)) = (&self.base, URL.parse::<QualifiedUrl>()) {
            url.visit_date = self.today.map(|today| spoken(Date::from_day(today)));
            entry.set_url(url);
        }
        if self.site != self.author {
            let mut site = Entry::new("site", EntryType::Web);
            site.set_title(FormatString::with_value(self.site.as_str()));
            entry.set_parents(vec![site]);
        }
        entry
    }

    /// How to cite the page of a record, which is at this address on the web.
    pub fn page(&self, edition: &Edition, record: &Record, url: Option<String>) -> Formats {
        let year = year(edition, record);
        let title = record.title.trim_end_matches('.').to_owned();
        let mut words = self.patterns.get(&year).cloned().unwrap_or_default();
        for span in &mut words {
            if span.words.contains(TITLE) {
                span.words = span.words.replace(TITLE, &title);
            }
            if let Some(url) = &url {
                span.words = span.words.replace(URL, url);
                if span.url.is_some() {
                    span.url = Some(url.clone());
                }
            }
        }
        Formats {
            words,
            authors: vec![self.author.clone()],
            title,
            site: self.site.clone(),
            year,
            note: None,
            url,
            read: self.today,
            report: false,
        }
    }
}

/// The year of a page: that of its last change where the editors say so, else the present one.
fn year(edition: &Edition, record: &Record) -> i16 {
    record.updated.map_or(edition.today().year(), Date::year)
}
