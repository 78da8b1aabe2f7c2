//! The compiled annual report.
//!
//! In: an edition. Out: each report as a tree of chapters, blocks and lines that HTML, JSON,
//! Markdown and print draw alike. Everything counts what the report's scope holds, as it stood on
//! the last day of the period; nothing here knows HTML.

mod actions;
mod back;
mod before;
pub mod chart;
mod documents;
pub mod entry;
mod expand;
pub mod gone;
mod interests;
mod left;
mod matrix;
mod method;
pub mod moves;
pub mod name;
mod narrative;
mod numbering;
mod on_record;
pub mod participants;
mod promises;
mod prose;
pub mod reply;
pub mod said;
mod scope;
pub mod stood;
mod summary;
mod timetable;
pub mod title;
mod topics;
pub mod tree;
mod walk;
pub mod why;
pub mod words;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiff::civil;

use crate::audience::Edition;
use crate::compose::errata::{self, Erratum};
use crate::diag::Finding;
use crate::model::standing::Counts;

use entry::Entry;
use narrative::Narratives;
use scope::Scope;
use title::TitleBlock;
use tree::{Block, Chapter, Paragraph, Part};

pub use back::correction;
pub use narrative::faults::RULES;
pub use prose::line as prose_line;
pub use summary::described;

/// A report, compiled.
#[derive(Debug)]
pub struct CompiledReport {
    /// The report's record.
    pub record: usize,
    /// The day as at which it speaks: the last day of its period.
    pub as_of: civil::Date,
    /// What stands above it.
    pub title: TitleBlock,
    /// A sentence that gives its counts.
    pub sentence: String,
    /// How many issues stand under each heading.
    pub counts: Counts,
    /// How many actions are in each state, in the order of `State::ALL`.
    pub actions: [usize; crate::model::action::State::ALL.len()],
    /// What is withheld, by reason.
    pub withheld: Vec<(String, usize)>,
    /// Its chapters, numbered.
    pub chapters: Vec<Chapter>,
    /// Every anchor in it, but for the numbers of paragraphs.
    pub anchors: BTreeSet<String>,
    /// What is known to be wrong in this edition, to be shown at each place.
    pub errata: Vec<Erratum>,
    /// What is wrong in what the editors wrote: with one of these the report is not published.
    pub faults: Vec<Finding>,
    /// The keys of the works that the editors cite.
    pub cited: BTreeSet<String>,
}

/// The compiled reports of an edition, newest first.
pub fn reports(edition: &Edition) -> Vec<CompiledReport> {
    let mut reports: Vec<CompiledReport> =
        edition.collection("reports").filter_map(|index| compile(edition, index)).collect();
    reports.sort_by_key(|report| {
        let id = edition.record(report.record).id.clone();
        std::cmp::Reverse((report.as_of, report.title.edition, report.title.date, id))
    });
    reports
}

/// What is wrong in the reports of an archive, each fault once: as its members read them, and then as
/// everybody does. Works that no report cites are told too.
pub fn findings(members: &Edition, public: &Edition) -> Vec<Finding> {
    let compiled = reports(members);
    let uncited = members
        .works()
        .all()
        .iter()
        .filter(|work| !compiled.iter().any(|report| report.cited.contains(work.entry.key())));
    let mut findings: Vec<Finding> = uncited.map(narrative::faults::uncited).collect();
    for fault in faults(compiled).into_iter().chain(faults(reports(public))) {
        let same = |known: &Finding| {
            (known.rule.code, &known.file, &known.spot) == (fault.rule.code, &fault.file, &fault.spot)
        };
        if !findings.iter().any(same) {
            findings.push(fault);
        }
    }
    findings
}

/// What is wrong in compiled reports.
fn faults(reports: Vec<CompiledReport>) -> Vec<Finding> {
    reports.into_iter().flat_map(|report| report.faults).collect()
}

/// A report, compiled; `None` where the record is no report.
fn compile(edition: &Edition, index: usize) -> Option<CompiledReport> {
    let scope = Scope::of(edition, index)?;
    let chapter = |part: Part, id: &str, blocks: Vec<Block>| Chapter {
        number: 0,
        id: id.to_owned(),
        title: edition.words().named("report-chapter", id).to_owned(),
        lang: None,
        part,
        blocks,
    };
    let mut narratives = Narratives::of(&scope);
    let errata = errata::of_report(edition, &scope.record.id);
    let mut chapters = vec![chapter(Part::Summary, "summary", summary::chapter(&scope))];
    let account = summary::account(&scope, &narratives);
    if !account.is_empty() {
        chapters.push(chapter(Part::Account, "account", account));
    }
    chapters.extend([
        chapter(Part::Changes, "changes", moves::chapter(&scope)),
        chapter(Part::Method, "method", method::chapter(&scope)),
    ]);
    chapters.extend(topics::chapters(&scope, &narratives));
    chapters.extend([
        chapter(Part::Actions, "actions", actions::chapter(&scope)),
        chapter(Part::Timetable, "timetable", timetable::chapter(&scope)),
        chapter(Part::Interests, "interests", interests::chapter(&scope)),
        chapter(Part::Documents, "documents", documents::chapter(&scope)),
        chapter(Part::Participants, "participants", participants::chapter(&scope)),
        chapter(Part::Withheld, "withheld", back::withheld(&scope)),
        chapter(Part::Glossary, "glossary", back::glossary(&scope)),
        chapter(Part::References, "references", back::references(&scope, &narratives.listed)),
        chapter(Part::Errata, "errata", back::errata(&scope, &errata)),
    ]);
    let anchors = numbering::number(&mut chapters, edition.config().report.paragraphs);
    let mut faults = narrative::settle(scope.narrators(), &mut chapters, &mut narratives);
    faults.append(&mut narratives.faults);
    expand::expand(&mut chapters, &edition.config().glossary);
    let errata: Vec<Erratum> =
        errata.into_iter().filter(|erratum| erratum.edition == Some(scope.report.edition)).collect();
    Some(CompiledReport {
        record: index,
        as_of: scope.as_of,
        title: title::block(&scope),
        sentence: summary::sentence(&scope),
        counts: scope.counts(),
        actions: actions::counts(&scope),
        withheld: back::reasons(&scope),
        chapters,
        anchors,
        errata,
        faults,
        cited: narratives.cited,
    })
}

impl CompiledReport {
    /// Every numbered paragraph, in the order of the document.
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        gathered(&self.chapters)
    }

    /// The numbered paragraphs of a chapter.
    pub fn paragraphs_of(chapter: &Chapter) -> Vec<&Paragraph> {
        gathered(std::slice::from_ref(chapter))
    }

    /// What is known to be wrong in a paragraph of this edition, by its lasting name: lines that each
    /// stand for themselves.
    pub fn errata_at(&self, edition: &Edition, paragraph: &str) -> Vec<Vec<tree::Inline>> {
        let here = self.errata.iter().filter(|erratum| erratum.id.as_deref() == Some(paragraph));
        here.map(|erratum| back::correction(edition, erratum)).collect()
    }

    /// The issues of a chapter, in the order of the document.
    pub fn entries(chapter: &Chapter) -> Vec<&Entry> {
        let mut found = Vec::new();
        for block in &chapter.blocks {
            if let Block::Section(section) = block {
                found.extend(section.blocks.iter().filter_map(|block| match block {
                    Block::Issue(entry) => Some(&**entry),
                    _ => None,
                }));
            }
        }
        found
    }
}

fn gathered(chapters: &[Chapter]) -> Vec<&Paragraph> {
    let mut found = Vec::new();
    chapters.iter().for_each(|chapter| gather(&chapter.blocks, &mut found));
    found
}

fn gather<'t>(blocks: &'t [Block], found: &mut Vec<&'t Paragraph>) {
    for block in blocks {
        match block {
            Block::Section(section) => gather(&section.blocks, found),
            Block::Paragraph(paragraph) => found.push(paragraph),
            Block::Issue(entry) => found.push(&entry.standing),
            _ => {}
        }
    }
}
