//! The title block of a report, and how to cite it.
//!
//! In: a scope. Out: `TitleBlock`: what the editors wrote in front matter, with the words that go
//! with it.

use crate::compose::citing::{self, Cited, Span, Style};
use crate::model::date::{Date, Interval};
use crate::model::id::Ref;
use crate::model::kinds::Editor;
use crate::model::mention::Item;

use super::scope::Scope;
use super::tree::{Inline, Number, Target};
use super::words::{capital, ordinal, text};

/// What stands above a report.
#[derive(Clone, Debug, PartialEq)]
pub struct TitleBlock {
    /// Its title.
    pub title: String,
    /// One or two sentences on it, by its editors; Markdown.
    pub summary: Option<String>,
    /// The stretch of time it covers.
    pub period: Option<Interval>,
    /// Its edition, from 1.
    pub edition: u32,
    /// Whether it is final, or still a draft.
    pub is_final: bool,
    /// Who wrote it.
    pub editors: Vec<Editor>,
    /// Its date.
    pub date: Option<Date>,
    /// Who commissioned it.
    pub commissioned_by: Option<String>,
    /// Who commissioned it and did not write it.
    pub independence: Option<String>,
    /// The report before it.
    pub previous: Option<Ref>,
    /// How to cite it.
    pub cite: Vec<Inline>,
    /// The same as plain spans.
    pub cited: Vec<Span>,
    /// How to cite its first paragraph in a text.
    pub cite_paragraph: Vec<Inline>,
}

/// The title block of a report.
pub(super) fn block(scope: &Scope<'_>, first: Number) -> TitleBlock {
    let report = scope.report;
    let (cited, paragraph) = cite(scope, &first.to_string());
    TitleBlock {
        title: scope.record.title.clone(),
        summary: scope.record.summary.clone(),
        period: report.period,
        edition: report.edition,
        is_final: report.is_final,
        editors: report.editors.clone(),
        date: report.date,
        commissioned_by: report.commissioned_by.clone(),
        independence: report.independence.clone(),
        previous: report.previous.clone(),
        cite: line(&cited),
        cited,
        cite_paragraph: line(&paragraph),
    }
}

impl TitleBlock {
    /// Its edition and status in words: `First edition`, `First edition, draft`.
    pub fn standing(&self) -> String {
        let edition = format!("{} edition", capital(&ordinal(self.edition)));
        if self.is_final { edition } else { format!("{edition}, draft") }
    }
}

/// How to cite the report, in the style of the archive, and how to cite its first paragraph. Names are
/// given as their bearers write them: which part is the family name cannot be told.
fn cite(scope: &Scope<'_>, first: &str) -> (Vec<Span>, Vec<Span>) {
    let report = scope.report;
    let config = scope.edition.config();
    let mut entry = citing::of_record(scope.edition, scope.record, &scope.record.title);
    if report.editors.is_empty() {
        entry.set_authors(vec![citing::body(config.publisher.as_ref().unwrap_or(&config.title))]);
    }
    let standing = format!("{} edition", ordinal(report.edition));
    let standing = if report.is_final { standing } else { format!("{standing}, draft") };
    if let Some(base) = &config.base_url
        && let Ok(url) = format!("{base}{}", address(scope)).parse()
    {
        entry.set_url(url);
    }
    let item =
        Item { key: String::new(), locator: Some(format!("para. {first}")), before: None, only_year: false };
    let places = [Cited { items: vec![(0, &item)], in_text: false }];
    let printed = Style::of(scope.edition.works().style())
        .map(|style| style.print(std::slice::from_ref(&entry), &places))
        .unwrap_or_default();
    let mut words = printed.list.into_iter().next().map(|(_, words)| words).unwrap_or_default();
    // Few styles print the edition of a report, and none that it is a draft; both matter here.
    let title = &scope.record.title;
    if let Some(at) = words.iter().position(|span| span.words.contains(title.as_str())) {
        let span = words[at].clone();
        let (before, after) = span.words.split_once(title.as_str()).unwrap_or_default();
        let part = |words: String| Span { words, ..span.clone() };
        let tail = Span { words: after.to_owned(), ..span.clone() };
        words[at] = part(format!("{before}{title}"));
        words.insert(at + 1, Span::plain(&format!(", {standing}")));
        if !after.is_empty() {
            words.insert(at + 2, tail);
        }
    }
    let paragraph = printed.citations.into_iter().next();
    let paragraph = paragraph.map(|one| one.note.unwrap_or(one.words)).unwrap_or_default();
    (words, paragraph)
}

/// The address to be cited: of a final edition the one at which it stays when there is a newer one.
fn address(scope: &Scope<'_>) -> String {
    let slug = scope.record.id.slug();
    match scope.report.is_final {
        true => format!("reports/{slug}/edition-{}/", scope.report.edition),
        false => format!("reports/{slug}/"),
    }
}

/// Spans as a line without links to a list of works.
fn line(spans: &[Span]) -> Vec<Inline> {
    let piece = |span: &Span| {
        let words = vec![text(span.words.clone())];
        let words = if span.italic { vec![Inline::Title(words)] } else { words };
        match &span.url {
            Some(url) => vec![Inline::Link(words, Target::Web(url.clone()))],
            None => words,
        }
    };
    spans.iter().flat_map(piece).collect()
}
