//! A compiled report as passages: what is frozen, and what a frozen edition is compared with.
//!
//! In: the site and the index of a report. Out: everything that the edition says, in its order, as
//! Markdown whose links name records. The chapter of errata is left out: errata come later than the
//! edition they correct, and are shown beside it.

use std::collections::BTreeSet;

use crate::compose::Site;
use crate::compose::report::CompiledReport;
use crate::compose::report::entry::Entry;
use crate::compose::report::tree::{Block, Chapter, Paragraph, Part};
use crate::model::cited::Cited;
use crate::model::id::{RecordId, Ref};
use crate::model::lock::{Form, Frozen, FrozenIssue, Passage};
use crate::model::words::args;

use super::line::Pen;
use super::markdown;

/// The version of the program and of its words, which tells a change of its wording from one of the content. Who
/// changes what a report says of the same records counts the words on.
pub(super) const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), "+words.4");

/// A report of the site as it is to be frozen on the edition's day.
pub fn frozen(site: &Site, index: usize) -> Frozen {
    let report = &site.reports()[index];
    let name = |index: usize| site.edition.record(index).id.clone();
    Frozen {
        edition: report.title.edition,
        date: report.title.date,
        frozen_on: site.edition.today(),
        as_of: report.as_of,
        program: PROGRAM.to_owned(),
        language: site.edition.words().language().to_owned(),
        title: report.title.title.clone(),
        authors: report.title.citation.whole.authors.clone(),
        facts: markdown::facts(Pen::new(site, index).by_name()).into_iter().collect(),
        issues: issues(report, &name),
        withdrawn: Vec::new(),
        cited: cited(site, report),
        passages: passages(site, index),
    }
}

/// What a report says of each issue.
pub(super) fn issues(report: &CompiledReport, name: &dyn Fn(usize) -> RecordId) -> Vec<FrozenIssue> {
    let entries = report.chapters.iter().flat_map(CompiledReport::entries);
    entries
        .map(|entry| FrozenIssue {
            issue: Some(name(entry.issue)),
            heading: entry.heading,
            rule: entry.rule.name().to_owned(),
            paragraph: entry.standing.number.to_string(),
            evidence: entry.evidence.iter().map(ToString::to_string).collect(),
        })
        .collect()
}

/// The passages that its issues cite as evidence, as they read now, by name.
fn cited(site: &Site, report: &CompiledReport) -> Vec<Cited> {
    let entries = report.chapters.iter().flat_map(CompiledReport::entries);
    let named: BTreeSet<&Ref> = entries.flat_map(|entry| &entry.evidence).collect();
    named.into_iter().filter_map(|to| Cited::of(&site.edition.get(&to.id)?.body, to)).collect()
}

/// Everything that a report of the site says.
pub(super) fn passages(site: &Site, index: usize) -> Vec<Passage> {
    let mut draft = Draft { pen: Pen::new(site, index).by_name(), passages: Vec::new() };
    let chapters = &site.reports()[index].chapters;
    chapters.iter().filter(|chapter| chapter.part != Part::Errata).for_each(|chapter| draft.chapter(chapter));
    draft.passages
}

struct Draft<'s> {
    pen: Pen<'s>,
    passages: Vec<Passage>,
}

impl Draft<'_> {
    fn chapter(&mut self, chapter: &Chapter) {
        self.heading(2, &chapter.id, &chapter.title);
        chapter.blocks.iter().for_each(|block| self.block(block, 3));
    }

    fn heading(&mut self, level: u8, id: &str, title: &str) {
        let title = Some(title.to_owned());
        let (id, text) = (id.to_owned(), String::new());
        self.passages.push(Passage {
            form: Form::Heading(level),
            number: None,
            id,
            voice: None,
            title,
            text,
        });
    }

    fn block(&mut self, block: &Block, level: u8) {
        match block {
            Block::Section(section) => {
                self.heading(level.min(6), &section.id, &section.title);
                section.blocks.iter().for_each(|block| self.block(block, level + 1));
            }
            Block::Paragraph(paragraph) => self.paragraph(Form::Paragraph, None, paragraph, None),
            Block::Issue(entry) => self.issue(entry),
            Block::Table(table) => self.passages.push(Passage {
                form: Form::Table,
                number: None,
                id: table.id.clone(),
                voice: None,
                title: Some(self.pen.captioned("report-table-caption", table.number, &table.caption)),
                text: self.pen.markdown_table(table),
            }),
            Block::Figure(figure) => self.passages.push(Passage {
                form: Form::Table,
                number: None,
                id: figure.id.clone(),
                voice: None,
                title: Some(self.pen.captioned("report-figure-caption", figure.number, &figure.title)),
                text: table_only(&markdown::block(self.pen, block)),
            }),
            Block::Note(number, blocks) => {
                let note = self.pen.words().fill("report-note", args![number = *number]);
                let words = format!("{note}: {}", self.pen.markdown_blocks(blocks, ""));
                self.belongs(&words);
            }
            other => {
                let words = markdown::block(self.pen, other);
                self.belongs(&words);
            }
        }
    }

    fn issue(&mut self, entry: &Entry) {
        let more = markdown::details(self.pen, entry);
        let title = Some(entry.title.clone());
        self.paragraph(Form::Issue(entry.heading), title, &entry.standing, Some(more));
    }

    fn paragraph(&mut self, form: Form, title: Option<String>, paragraph: &Paragraph, more: Option<String>) {
        let mut text = self.pen.markdown(&paragraph.content);
        if !paragraph.more.is_empty() {
            text.push_str("\n\n");
            text.push_str(&self.pen.markdown_blocks(&paragraph.more, ""));
        }
        if let Some(more) = more {
            text.push_str("\n\n");
            text.push_str(&more);
        }
        self.passages.push(Passage {
            form,
            number: Some(paragraph.number.to_string()),
            id: paragraph.id.clone(),
            voice: Some(paragraph.voice.as_str().to_owned()),
            title,
            text,
        });
    }

    /// What has no name of its own belongs to what stands before it.
    fn belongs(&mut self, words: &str) {
        if let Some(last) = self.passages.last_mut() {
            if !last.text.is_empty() {
                last.text.push_str("\n\n");
            }
            last.text.push_str(words);
        }
    }
}

/// A figure's table without the caption above it, which the passage has as its title.
fn table_only(markdown: &str) -> String {
    let lines: Vec<&str> = markdown.lines().skip_while(|line| !line.starts_with('|')).collect();
    if lines.is_empty() { markdown.to_owned() } else { lines.join("\n") }
}
