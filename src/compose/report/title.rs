//! The title block of a report, and how to cite it.
//!
//! In: a scope. Out: `TitleBlock`: what the editors wrote in front matter, with the words that go
//! with it.

use crate::model::date::{Date, Interval};
use crate::model::id::Ref;
use crate::model::kinds::Editor;

use super::scope::Scope;
use super::tree::{Inline, Target};
use super::words::{and, capital, ordinal, text};

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
}

/// The title block of a report.
pub(super) fn block(scope: &Scope<'_>) -> TitleBlock {
    let report = scope.report;
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
        cite: cite(scope),
    }
}

impl TitleBlock {
    /// Its edition and status in words: `First edition`, `First edition, draft`.
    pub fn standing(&self) -> String {
        let edition = format!("{} edition", capital(&ordinal(self.edition)));
        if self.is_final { edition } else { format!("{edition}, draft") }
    }
}

/// Names are given as their bearers write them: which part is the family name cannot be told.
fn cite(scope: &Scope<'_>) -> Vec<Inline> {
    let report = scope.report;
    let config = scope.edition.config();
    let editors: Vec<String> = report.editors.iter().map(|editor| editor.name.clone()).collect();
    let author = match (editors.as_slice(), &config.publisher) {
        ([], Some(publisher)) => publisher.clone(),
        ([], None) => config.title.clone(),
        (names, _) => and(names),
    };
    let year = report.date.map_or_else(|| "no date".to_owned(), |date| date.year().to_string());
    let edition = format!("{} edition", ordinal(report.edition));
    let mut line = vec![
        text(format!("{author} ({year}) ")),
        Inline::Title(vec![text(scope.record.title.clone())]),
        text(format!(", {edition}{}.", if report.is_final { "" } else { ", draft" })),
    ];
    if let Some(publisher) = &config.publisher
        && *publisher != author
    {
        line.push(text(format!(" {}.", publisher.trim_end_matches('.'))));
    }
    if let Some(base) = &config.base_url {
        let address = format!("{base}reports/{}/", scope.record.id.slug());
        let link = Inline::Link(vec![text(address.clone())], Target::Web(address));
        line.extend([text(" Available at: "), link, text(".")]);
    }
    line
}
