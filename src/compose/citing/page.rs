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
    /// The words for the site as a whole, with a mark for the address.
    whole: Vec<Span>,
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
    /// Its date, where more than the year is known.
    pub date: Option<Date>,
    /// Its edition, where it is a report.
    pub edition: Option<u32>,
    /// What is to be said of it: the edition of a report.
    pub note: Option<String>,
    /// Its address on the web, where the site's is known.
    pub url: Option<String>,
    /// The day on which it is read.
    pub read: Option<civil::Date>,
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
            whole: Vec::new(),
        };
        if let Some(style) = Style::of(edition.works().style()) {
            let print = |entry: Entry| {
                let printed = style.print(std::slice::from_ref(&entry), &[]);
                printed.list.into_iter().next().map(|(_, words)| words).unwrap_or_default()
            };
            for year in years {
                found.patterns.insert(year, print(found.entry(year)));
            }
            let mut whole = found.entry(edition.today().year());
            whole.set_title(FormatString::with_value(found.site.as_str()));
            whole.set_parents(Vec::new());
            found.whole = print(whole);
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
        let title = record.title.trim_end_matches('.');
        Formats { date: record.updated, ..self.titled(title, year(edition, record), url) }
    }

    /// How to cite a page that the program makes of many records, at this address on the web.
    pub fn listing(&self, edition: &Edition, title: &str, url: Option<String>) -> Formats {
        self.titled(title, edition.today().year(), url)
    }

    /// How to cite the site as a whole.
    pub fn site(&self, edition: &Edition, url: Option<String>) -> Formats {
        let year = edition.today().year();
        Formats { words: put(&self.whole, "", url.as_deref()), ..self.titled(&self.site, year, url) }
    }

    fn titled(&self, title: &str, year: i16, url: Option<String>) -> Formats {
        let pattern = self.patterns.get(&year).map(Vec::as_slice).unwrap_or_default();
        Formats {
            words: put(pattern, title, url.as_deref()),
            authors: vec![self.author.clone()],
            title: title.to_owned(),
            site: self.site.clone(),
            year,
            date: None,
            edition: None,
            note: None,
            url,
            read: self.today,
        }
    }
}

/// The words of a pattern, with a title and an address in the place of their marks.
fn put(pattern: &[Span], title: &str, url: Option<&str>) -> Vec<Span> {
    let mut words = pattern.to_vec();
    for span in &mut words {
        if span.words.contains(TITLE) {
            span.words = span.words.replace(TITLE, title);
        }
        if let Some(url) = url {
            if span.words.contains(URL) {
                span.words = span.words.replace(URL, url);
            }
            if span.url.is_some() {
                span.url = Some(url.to_owned());
            }
        }
    }
    words
}

/// The year of a page: that of its last change where the editors say so, else the present one.
pub(super) fn year(edition: &Edition, record: &Record) -> i16 {
    record.updated.map_or(edition.today().year(), Date::year)
}
