//! The title block of a report, and how to cite it.
//!
//! In: a scope. Out: `TitleBlock`: what the editors wrote in front matter, with the words that go
//! with it.

use crate::compose::citing::{ReportCitation, Span};
use crate::model::date::{Date, Interval};
use crate::model::id::Ref;
use crate::model::kinds::Editor;
use crate::model::words::Words;

use super::scope::Scope;
use super::tree::{Inline, Target};
use super::words::{capital, edition, text};

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
    /// The same for programs, and how to cite its paragraphs.
    pub citation: ReportCitation,
}

/// The title block of a report.
pub(super) fn block(scope: &Scope<'_>) -> TitleBlock {
    let report = scope.report;
    let citation = ReportCitation::of(scope.edition, scope.record, report);
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
        cite: cited(scope.edition.words(), line(&citation.whole.words)),
        citation,
    }
}

impl TitleBlock {
    /// Its edition and status in words: `First edition`, `First edition, draft`.
    pub fn standing(&self, words: &Words) -> String {
        capital(&edition(words, self.edition, self.is_final))
    }
}

/// Words of a citation, which are British English in whatever language they are printed among.
pub(super) fn cited(words: &Words, line: Vec<Inline>) -> Vec<Inline> {
    match words.is_english() || line.is_empty() {
        true => line,
        false => vec![Inline::Spoken("en".to_owned(), line)],
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
