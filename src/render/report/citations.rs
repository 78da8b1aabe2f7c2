//! How each numbered paragraph of a report is cited.
//!
//! In: a report as it is compiled, or one of its frozen editions. Out: a citation a paragraph, in the
//! order of the document, and the same in three files that stand beside its page, for reference
//! managers: BibTeX, RIS and CSL-JSON. The first entry of each file is the report as a whole.

use std::collections::BTreeSet;

use crate::audience;
use crate::compose::Site;
use crate::compose::citing::{ParagraphCitation, ReportCitation};
use crate::compose::report::CompiledReport;
use crate::compose::report::said::{Said, said};
use crate::compose::report::tree::{Inline, Part};
use crate::model::id::RecordId;
use crate::model::lock::Frozen;

use super::super::cite::{bibtex, csl, ris};
use super::super::markdown;
use super::super::press::cut;
use super::frozen::stands_in;

/// The files, by what they are in words and their names.
pub(crate) const FILES: [(&str, &str); 3] =
    [("BibTeX", "citations.bib"), ("RIS", "citations.ris"), ("CSL-JSON", "citations.json")];

/// How a report and its paragraphs are cited.
#[derive(Debug)]
pub(crate) struct Citations {
    /// The report as a whole.
    pub(crate) report: ReportCitation,
    /// Its paragraphs.
    pub(crate) paragraphs: Vec<Cited>,
}

/// A paragraph that can be cited.
#[derive(Debug)]
pub(crate) struct Cited {
    /// Its number.
    pub(crate) number: String,
    /// What it is about: the question of an issue, or its first words.
    pub(crate) about: Vec<Said>,
    /// How it is cited.
    pub(crate) citation: ParagraphCitation,
}

impl Citations {
    /// Those of a report of the site, in the words that its page shows.
    pub(crate) fn of(site: &Site, index: usize) -> Self {
        let report = &site.reports()[index];
        if let Some(frozen) = stands_in(site, index) {
            let id = &site.edition.record(report.record).id;
            return Citations::of_frozen(site.edition, id, frozen);
        }
        let citation = report.title.citation.clone();
        let titles: Vec<(&str, Said)> = report
            .chapters
            .iter()
            .flat_map(CompiledReport::entries)
            .map(|entry| (&*entry.standing.id, Said { lang: entry.lang.clone(), words: entry.title.clone() }))
            .collect();
        let about = |id: &str, words: &[Inline]| match titles.iter().find(|(known, _)| *known == id) {
            Some((_, title)) => vec![title.clone()],
            None => said(site.edition.words(), words),
        };
        // What is told of an edition after it was frozen, its errata, is not a part of it.
        let later: BTreeSet<&str> = report
            .chapters
            .iter()
            .filter(|chapter| chapter.part == Part::Errata)
            .flat_map(CompiledReport::paragraphs_of)
            .map(|one| &*one.id)
            .collect();
        let paragraphs = report
            .paragraphs()
            .into_iter()
            .map(|one| {
                let is_frozen = citation.lasting && !later.contains(&*one.id);
                let about = about(&one.id, &one.content);
                cited(&citation, one.number.to_string(), &one.id, is_frozen, about)
            })
            .collect();
        Citations { report: citation, paragraphs }
    }

    /// Those of a frozen edition.
    pub(crate) fn of_frozen(edition: &audience::Edition, report: &RecordId, frozen: &Frozen) -> Self {
        let citation = ReportCitation::of_frozen(edition, report, frozen);
        let paragraphs = frozen
            .passages
            .iter()
            .filter_map(|one| {
                let words = one.title.clone().unwrap_or_else(|| markdown::words(&one.text));
                let about = vec![Said { lang: None, words }];
                Some(cited(&citation, one.number.clone()?, &one.id, true, about))
            })
            .collect();
        Citations { report: citation, paragraphs }
    }

    /// The files, by name.
    pub(crate) fn files(&self) -> Vec<(&'static str, String)> {
        let all = || {
            let whole = (&*self.report.key, &self.report.whole);
            let each = self.paragraphs.iter().map(|one| (&*one.citation.key, &one.citation.formats));
            std::iter::once(whole).chain(each)
        };
        let texts = [
            all().map(|(key, facts)| bibtex(key, facts) + "\n\n").collect::<String>(),
            all().map(|(_, facts)| ris(facts) + "\n\n").collect(),
            csl(all()) + "\n",
        ];
        FILES.iter().zip(texts).map(|((_, name), text)| (*name, text)).collect()
    }
}

fn cited(citation: &ReportCitation, number: String, id: &str, is_frozen: bool, about: Vec<Said>) -> Cited {
    Cited {
        number: number.clone(),
        about: opening(about),
        citation: citation.paragraph(&number, id, is_frozen),
    }
}

/// The first words.
fn opening(mut about: Vec<Said>) -> Vec<Said> {
    let all: String = about.iter().map(|piece| &*piece.words).collect();
    let mut room = cut(&all, 90).len();
    if room < all.len() {
        for piece in &mut about {
            piece.words.truncate(room);
            room -= piece.words.len();
        }
        about.retain(|piece| !piece.words.is_empty());
        about.push(Said { lang: None, words: " …".to_owned() });
    }
    about
}
