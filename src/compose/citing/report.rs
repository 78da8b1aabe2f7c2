//! How to cite a report, and each numbered paragraph of it.
//!
//! In: what is told of a report or of one of its frozen editions. Out: the words in the style of the
//! archive, and the facts that other formats are written from. The style is asked once a report: the
//! paragraphs differ in their numbers and addresses alone.

use hayagriva::Entry;
use hayagriva::types::{EntryType, FormatString};

use super::entry::{body, spoken};
use super::{Cited, Formats, Span, Style, page};
use crate::audience::Edition;
use crate::compose::address;
use crate::compose::report::words::{capital, edition as edition_of};
use crate::model::date::Date;
use crate::model::id::RecordId;
use crate::model::kinds::Report;
use crate::model::lock::Frozen;
use crate::model::mention::Item;
use crate::model::record::Record;
use crate::model::words::of_language;

/// Stands for the number of a paragraph in a pattern.
const NUMBER: &str = "987654321";

/// How to cite a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportCitation {
    /// The report as a whole.
    pub whole: Formats,
    /// The key of the whole, for programs.
    pub key: String,
    /// Whether the numbers of its paragraphs stay for good.
    pub lasting: bool,
    /// The report's own key and address, at which its newest edition is.
    report: String,
    page: Option<String>,
    /// Its edition and status in words, as they stand within a line.
    standing: String,
    /// How a text cites a paragraph, with a mark for its number.
    in_text: Vec<Span>,
}

/// How to cite a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphCitation {
    /// For a list of works, and for programs.
    pub formats: Formats,
    /// For a text: `(Editors, 2019, para. 14)`.
    pub in_text: Vec<Span>,
    /// Its key, for programs.
    pub key: String,
}

/// What is to be told of a report.
struct Told<'t> {
    id: &'t RecordId,
    title: &'t str,
    authors: Vec<String>,
    date: Option<Date>,
    year: i16,
    edition: u32,
    is_final: bool,
}

impl ReportCitation {
    /// How to cite a report as it is compiled now.
    pub fn of(edition: &Edition, record: &Record, report: &Report) -> Self {
        let told = Told {
            id: &record.id,
            title: record.title.trim_end_matches('.'),
            authors: report.editors.iter().map(|editor| editor.name.clone()).collect(),
            date: report.date,
            year: page::year(edition, record),
            edition: report.edition,
            is_final: report.is_final,
        };
        told.cited(edition, &address::cited(edition, &record.id, report.edition))
    }

    /// How to cite a frozen edition of a report, by what was frozen.
    pub fn of_frozen(edition: &Edition, report: &RecordId, frozen: &Frozen) -> Self {
        let told = Told {
            id: report,
            title: frozen.title.trim_end_matches('.'),
            authors: frozen.authors.clone(),
            date: frozen.date,
            year: frozen.frozen_on.year(),
            edition: frozen.edition,
            is_final: true,
        };
        told.cited(edition, &address::edition_page(report, frozen.edition))
    }

    /// How to cite the paragraph of this number and lasting name. Its number stays once it is frozen; of
    /// any other the name, on the page of the report itself, is what leads there.
    pub fn paragraph(&self, number: &str, id: &str, is_frozen: bool) -> ParagraphCitation {
        let (anchor, key, page) = match is_frozen {
            true => (format!("p-{number}"), &self.key, &self.whole.url),
            false => (id.to_owned(), &self.report, &self.page),
        };
        let whole = &self.whole;
        let url = page.as_ref().map(|url| format!("{url}#{anchor}"));
        let note = format!("{}, paragraph {number}", self.standing);
        let mut words = whole.words.clone();
        for span in &mut words {
            span.words = span.words.replace(&self.standing, &note);
            if let (Some(from), Some(to)) = (&whole.url, &url) {
                span.words = span.words.replace(from, to);
                span.url = span.url.as_ref().map(|known| if known == from { to } else { known }.clone());
            }
        }
        ParagraphCitation {
            formats: Formats { words, note: Some(capital(&note)), url, ..whole.clone() },
            in_text: self.in_text(number),
            key: format!("{key}-{anchor}"),
        }
    }

    /// How a text cites the paragraph of this number.
    pub fn in_text(&self, number: &str) -> Vec<Span> {
        let with = |span: &Span| Span { words: span.words.replace(NUMBER, number), ..span.clone() };
        self.in_text.iter().map(with).collect()
    }
}

impl Told<'_> {
    /// The citation of what is at this address, relative to the site's base.
    fn cited(self, edition: &Edition, at: &str) -> ReportCitation {
        let config = edition.config();
        let lasting = at == address::edition_page(self.id, self.edition);
        let on_the_web = |at: &str| {
            let at = at.strip_suffix("index.html").unwrap_or(at);
            config.base_url.as_ref().map(|base| format!("{base}{}", address::url(at)))
        };
        let url = on_the_web(at);
        let publisher = || config.publisher.as_ref().unwrap_or(&config.title).clone();
        let authors = if self.authors.is_empty() { vec![publisher()] } else { self.authors };
        // A citation is in the words of its style, which are English.
        let standing = edition_of(&of_language("en"), self.edition, self.is_final);
        // Names are given as their bearers write them: which part is the family name cannot be told.
        let mut entry = Entry::new(self.id.as_str(), EntryType::Report);
        entry.set_title(FormatString::with_value(self.title));
        entry.set_authors(authors.iter().map(|name| body(name)).collect());
        let date = self.date.or_else(|| format!("{:04}", self.year).parse().ok());
        if let Some(date) = date {
            entry.set_date(spoken(date));
        }
        if let Some(Ok(url)) = url.as_ref().map(|url| url.parse()) {
            entry.set_url(url);
        }
        let (words, in_text) = print(edition, &entry, self.title, &standing);
        ReportCitation {
            whole: Formats {
                words,
                authors,
                title: self.title.to_owned(),
                site: config.title.clone(),
                year: date.map_or(self.year, Date::year),
                date: self.date,
                edition: Some(self.edition),
                note: Some(capital(&standing)),
                url,
                // What stays as it is may be read on any day.
                read: (!lasting).then(|| edition.today()),
            },
            key: match lasting {
                true => format!("{}-edition-{}", self.id, self.edition),
                false => self.id.to_string(),
            },
            lasting,
            report: self.id.to_string(),
            page: on_the_web(&format!("reports/{}/index.html", self.id.slug())),
            standing,
            in_text,
        }
    }
}

/// The words for a list of works, and those for a paragraph in a text.
fn print(edition: &Edition, entry: &Entry, title: &str, standing: &str) -> (Vec<Span>, Vec<Span>) {
    let item =
        Item { key: String::new(), locator: Some(format!("para. {NUMBER}")), before: None, only_year: false };
    let places = [Cited { items: vec![(0, &item)], in_text: false }];
    let printed = Style::of(edition.works().style())
        .map(|style| style.print(std::slice::from_ref(entry), &places))
        .unwrap_or_default();
    let mut words = printed.list.into_iter().next().map(|(_, words)| words).unwrap_or_default();
    // Few styles print the edition of a report, and none that it is a draft; both matter here.
    let found = words.iter().enumerate().find_map(|(n, span)| Some((n, end_of(&span.words, title)?)));
    if let Some((at, end)) = found {
        let span = words[at].clone();
        let part = |words: &str| Span { words: words.to_owned(), ..span.clone() };
        words[at] = part(&span.words[..end]);
        words.insert(at + 1, Span::plain(&format!(", {standing}")));
        if end < span.words.len() {
            words.insert(at + 2, part(&span.words[end..]));
        }
    }
    let in_text = printed.citations.into_iter().next();
    (words, in_text.map(|one| one.note.unwrap_or(one.words)).unwrap_or_default())
}

/// Where a title ends in words that may have given it other capitals, as some styles do.
fn end_of(words: &str, title: &str) -> Option<usize> {
    let (lower, title) = (words.to_lowercase(), title.to_lowercase());
    let end = lower.find(&title)? + title.len();
    (lower.len() == words.len() && words.is_char_boundary(end)).then_some(end)
}
