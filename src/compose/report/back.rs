//! The last chapters: what is withheld, the glossary, the references, the errata.
//!
//! In: a scope. Out: blocks. References are the works that the histories and actions name as
//! evidence, each with the passages that are cited.

use std::collections::BTreeMap;

use crate::audience::{Audience, Edition};
use crate::compose::errata::Erratum;
use crate::model::erratum;
use crate::model::id::{RecordId, Ref};
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::value::Value;

use super::name::{link_as, named, parts_of, titled};
use super::narrative::Listed;
use super::prose;
use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Reference};
use super::words::{puts, say, say_n, sentences, text};

/// What is withheld, by reason, sorted; without what is in records that are dated later than the report.
pub(super) fn reasons(scope: &Scope<'_>) -> Vec<(String, usize)> {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for withheld in scope.edition.withheld().iter().filter(|one| !is_later(scope, &one.record)) {
        *reasons.entry(&withheld.reason).or_default() += withheld.count;
    }
    reasons.into_iter().map(|(reason, count)| (reason.to_owned(), count)).collect()
}

/// Whether a record is of a later day than the report.
fn is_later(scope: &Scope<'_>, id: &RecordId) -> bool {
    let Some(record) = scope.edition.get(id) else { return false };
    match &record.kind {
        Kind::Issue(issue) => !issue.raised_by(scope.as_of),
        Kind::Workshop(_) | Kind::Paper(_) | Kind::Artefact(_) => {
            record.date().is_some_and(|date| date.earliest() > scope.as_of)
        }
        _ => false,
    }
}

/// The chapter on what is withheld.
pub(super) fn withheld(scope: &Scope<'_>) -> Vec<Block> {
    let reasons = reasons(scope);
    let total: usize = reasons.iter().map(|(_, count)| count).sum();
    let words = scope.edition.words();
    let left_out = match scope.edition.audience() {
        // What is merely not public is not counted: a count would tell what there is.
        Audience::Public => "report-left-out-public",
        Audience::Members => "report-left-out-members",
    };
    let declared = match total {
        0 => say(words, "report-nothing-withheld", Vec::new()),
        n => say_n(words, "report-passages-withheld", n, Vec::new()),
    };
    let line = sentences(vec![say(words, left_out, Vec::new()), declared]);
    let mut blocks = vec![Block::Paragraph(Paragraph::derived("counts", line))];
    blocks.extend(reasons.into_iter().map(|(reason, count)| Block::Withheld(reason, count)));
    blocks
}

/// The glossary of what the edition uses, in the order of the alphabet; a plural beside its singular is no term of its own.
pub(super) fn glossary(scope: &Scope<'_>) -> Vec<Block> {
    let all = scope.edition.glossary();
    let is_plural = |term: &str| {
        let singular = term.strip_suffix('s');
        singular.is_some_and(|singular| all.iter().any(|(known, _)| known == singular))
    };
    let mut terms: Vec<(String, Vec<Inline>)> = all
        .iter()
        .filter(|(term, _)| !is_plural(term))
        .map(|(term, meaning)| (term.clone(), vec![text(meaning.clone())]))
        .collect();
    terms.sort_by_cached_key(|(term, _)| (term.to_lowercase(), term.clone()));
    if terms.is_empty() {
        let line = say(scope.edition.words(), "report-no-terms", Vec::new());
        return vec![Block::Paragraph(Paragraph::derived("empty", line))];
    }
    vec![Block::Terms(terms)]
}

/// The records that histories and actions name as evidence, with the passages named.
pub(super) fn cited<'s>(scope: &'s Scope<'_>) -> BTreeMap<RecordId, Vec<&'s Ref>> {
    let mut cited: BTreeMap<RecordId, Vec<&Ref>> = BTreeMap::new();
    let events = scope
        .issues
        .iter()
        .flat_map(|stand| &stand.issue.history)
        .filter(|event| event.on.latest() <= scope.as_of)
        .flat_map(|event| event.evidence.iter().chain(&event.asserted_by));
    for to in events.chain(scope.acts.iter().flat_map(|act| &act.action.evidence)) {
        if scope.edition.get(&to.id).is_none() {
            continue;
        }
        let passages = cited.entry(to.id.clone()).or_default();
        if to.part.is_some() && !passages.contains(&to) {
            passages.push(to);
        }
    }
    cited
}

/// The works that the report rests on: those that its editors cite and those that are named as
/// evidence, in the order of the style; by author and title where the style has no list.
pub(super) fn references(scope: &Scope<'_>, listed: &[Listed]) -> Vec<Block> {
    let cited = cited(scope);
    let passages =
        |id: &RecordId| cited.get(id).map_or_else(Vec::new, |passages| parts_of(scope.edition, passages));
    let mut references: Vec<Reference> = listed
        .iter()
        .map(|work| Reference {
            id: work.id.clone(),
            record: work.record.clone(),
            words: work.words.clone(),
            passages: work.record.as_ref().map_or_else(Vec::new, |to| passages(&to.id)),
        })
        .collect();
    let words = scope.edition.words();
    if references.is_empty() {
        references = cited
            .keys()
            .filter_map(|id| {
                Some(Reference {
                    id: format!("ref-{}-{}", id.collection(), id.slug()),
                    record: Some(Ref::to(id.clone())),
                    words: work(scope, scope.edition.get(id)?),
                    passages: passages(id),
                })
            })
            .collect();
        references
            .sort_by_cached_key(|one| (super::tree::plain(words, &one.words).to_lowercase(), one.id.clone()));
    }
    if references.is_empty() {
        let line = say(words, "report-no-source", Vec::new());
        return vec![Block::Paragraph(Paragraph::derived("empty", line))];
    }
    vec![Block::References(references)]
}

/// The corrections to this edition and those before it.
pub(super) fn errata(scope: &Scope<'_>, errata: &[Erratum]) -> Vec<Block> {
    if errata.is_empty() {
        let line = say(scope.edition.words(), "no-errata", Vec::new());
        return vec![Block::Paragraph(Paragraph::derived("none", line))];
    }
    let paragraph = |erratum: &Erratum| {
        let record = scope.edition.record(erratum.record);
        let mut line = vec![Inline::Strong(match erratum.part() {
            Some(part) => {
                let to = Ref { id: scope.record.id.clone(), part: Some(part.into()) };
                vec![link_as(erratum.place(scope.edition.words()), &to)]
            }
            None => vec![text(erratum.place(scope.edition.words()))],
        })];
        line.extend(correction(scope.edition, erratum));
        Block::Paragraph(Paragraph {
            source: Some(Ref::to(record.id.clone())),
            ..Paragraph::derived(record.id.slug(), line)
        })
    };
    errata.iter().map(paragraph).collect()
}

/// An erratum in words, without its place: `, 3 September 2019. What was wrong: … How it came: …
/// Correction: … Record of this erratum.`
pub fn correction(edition: &Edition, erratum: &Erratum) -> Vec<Inline> {
    let record = edition.record(erratum.record);
    let mut line = Vec::new();
    if let Some(date) = erratum.date {
        line.extend([text(", "), Inline::Date(date)]);
    }
    line.push(text(". "));
    let Some(said) = erratum::Erratum::of(record) else { return line };
    let says = edition.words();
    let parts =
        [("what-was-wrong", said.wrong), ("how-it-came", said.cause), ("correction", said.correction)];
    for (label, words) in parts {
        let Some(words) = words else { continue };
        line.push(Inline::Emphasis(vec![text(says.say(label))]));
        line.push(text(" "));
        line.extend(prose::line(edition, record, words));
        line.push(text(" "));
    }
    line.push(link_as(says.say("report-erratum-record"), &Ref::to(record.id.clone())));
    line.push(text("."));
    line
}

/// Who made a work, when, and what it is called.
fn work(scope: &Scope<'_>, record: &Record) -> Vec<Inline> {
    let authors: Vec<String> = match record.field("organisation_link") {
        Some(Value::Links(links)) => {
            links.iter().filter_map(|to| Some(scope.edition.get(&to.id)?.title.clone())).collect()
        }
        _ => Vec::new(),
    };
    let says = scope.edition.words();
    let no_date = || says.say("report-without-date").to_owned();
    let year = record.date().map_or_else(no_date, |date| date.year().to_string());
    // A list of works gives a meeting its whole title.
    let name = match &record.kind {
        Kind::Workshop(_) => titled(scope.edition, record),
        _ => named(scope.edition, record),
    };
    let mut words = Vec::new();
    let title = Inline::Title(vec![name]);
    if authors.is_empty() {
        words.extend([title, text(format!(" ({year})."))]);
    } else {
        words.extend([text(format!("{} ({year}) ", says.row(&authors))), title, text(".")]);
    }
    match &record.kind {
        Kind::Workshop(workshop) => {
            words.push(text(" "));
            words.extend(match workshop.date {
                Some(date) => say(says, "report-record-of-meeting-of", puts![date = date]),
                None => say(says, "report-record-of-meeting", Vec::new()),
            });
        }
        Kind::Paper(paper) => {
            if let Some(date) = paper.date {
                words.extend([text(" "), Inline::Date(date), text(".")]);
            }
        }
        _ => {}
    }
    words
}
