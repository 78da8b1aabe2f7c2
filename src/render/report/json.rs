//! `report.json`: the report as data, its shape a promise to re-users (CONTRACT).
//!
//! In: a compiled report. Out: bytes. The first fields of each object are the promised ones, in
//! their order; what follows them may grow.

use serde::Serialize;

use crate::compose::Site;
use crate::compose::report::CompiledReport;
use crate::compose::report::entry::Entry;
use crate::compose::report::tree::{Block, Chapter, Inline, Part, is_matrix, plain};
use crate::model::action::State;
use crate::model::date::Date;
use crate::model::lock::Frozen;
use crate::model::standing::{self, Heading};

use super::frozen::stands_in;

#[derive(Serialize)]
struct Report<'r> {
    slug: &'r str,
    period: Period,
    edition: u32,
    status: &'static str,
    counts: Counts,
    topics: Vec<Topic<'r>>,
    actions: Actions,
    withheld: Vec<Withheld<'r>>,
    title: &'r str,
    as_of: String,
    date: Option<String>,
    previous: Option<String>,
    paragraphs: Vec<Paragraph<'r>>,
}

#[derive(Serialize)]
struct Period {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct Counts {
    resolved: usize,
    unresolved: usize,
    outstanding: usize,
    set_aside: usize,
}

#[derive(Serialize)]
struct Topic<'r> {
    /// The topic's slug; null for the issues that have none.
    topic: Option<&'r str>,
    issues: Vec<Issue<'r>>,
    counts: Counts,
    /// What the progress matrix says of it; absent from an edition that is shown as it was frozen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    matrix: Vec<Attribute<'r>>,
}

/// A row of the progress matrix.
#[derive(Serialize)]
struct Attribute<'r> {
    /// Its label, in the language of the report.
    attribute: &'r str,
    /// What it says: lines that stand for themselves.
    says: Vec<String>,
}

#[derive(Serialize)]
struct Issue<'r> {
    issue: &'r str,
    heading: &'static str,
    rule: &'r str,
    as_of: String,
    evidence: Vec<String>,
    changed_since_previous: bool,
    editorial: Option<Editorial>,
    title: &'r str,
    #[serde(rename = "move")]
    movement: &'static str,
    decided_on: Option<String>,
    last_evidence: Option<String>,
    months_since_evidence: Option<u32>,
    actions: Vec<Promise<'r>>,
    replies: Vec<Reply<'r>>,
    paragraph: String,
    anchor: &'r str,
}

#[derive(Serialize)]
struct Editorial {
    heading: &'static str,
    reason: String,
    by: String,
    on: Option<String>,
}

#[derive(Serialize)]
struct Reply<'r> {
    party: &'r str,
    state: &'static str,
}

#[derive(Serialize)]
struct Promise<'r> {
    action: &'r str,
    state: &'static str,
}

#[derive(Serialize)]
struct Actions {
    open: usize,
    in_progress: usize,
    completed: usize,
    closed: usize,
    ongoing: usize,
    not_stated: usize,
}

#[derive(Serialize)]
struct Withheld<'r> {
    reason: &'r str,
    count: usize,
}

#[derive(Serialize)]
struct Paragraph<'r> {
    number: String,
    id: &'r str,
    voice: &'r str,
}

/// The report as JSON, indented, ending in a line feed.
///
/// # Errors
/// None that content can cause.
pub fn json(site: &Site, index: usize) -> anyhow::Result<Vec<u8>> {
    let mut report = report(site, &site.reports()[index]);
    if let Some(frozen) = stands_in(site, index) {
        report.say(frozen);
    }
    let mut bytes = serde_json::to_vec_pretty(&report)?;
    bytes.push(b'\n');
    Ok(bytes)
}

impl<'r> Report<'r> {
    /// Says what was frozen, as the page of the report then does.
    fn say(&mut self, frozen: &'r Frozen) {
        self.counts = counts(frozen.issues.iter().map(|said| said.heading).collect());
        self.topics.iter_mut().for_each(|topic| topic.matrix.clear());
        for issue in self.topics.iter_mut().flat_map(|topic| &mut topic.issues) {
            if let Some(said) = frozen
                .issues
                .iter()
                .find(|said| said.issue.as_ref().is_some_and(|id| id.as_str() == issue.issue))
            {
                issue.heading = said.heading.as_str();
                issue.rule = &said.rule;
                issue.evidence = said.evidence.clone();
                issue.paragraph = said.paragraph.clone();
            }
        }
        let numbered = frozen.passages.iter().filter_map(|one| {
            let (number, voice) = (one.number.clone()?, one.voice.as_deref().unwrap_or("records"));
            Some(Paragraph { number, id: &one.id, voice })
        });
        self.paragraphs = numbered.collect();
    }
}

fn report<'r>(site: &'r Site, report: &'r CompiledReport) -> Report<'r> {
    let record = site.edition.record(report.record);
    let period = report.title.period;
    let end = |date: Option<Date>| date.map(|date| date.to_string());
    Report {
        slug: record.id.slug(),
        period: Period {
            from: end(period.and_then(|period| period.from)),
            to: end(period.and_then(|period| period.to)),
        },
        edition: report.title.edition,
        status: if report.title.is_final { "final" } else { "draft" },
        counts: counts(report.counts),
        topics: report.chapters.iter().filter_map(|chapter| topic(site, report, chapter)).collect(),
        actions: actions(report.actions),
        withheld: report.withheld.iter().map(|(reason, count)| Withheld { reason, count: *count }).collect(),
        title: &report.title.title,
        as_of: report.as_of.to_string(),
        date: end(report.title.date),
        previous: report.title.previous.as_ref().map(|to| to.id.to_string()),
        paragraphs: report
            .paragraphs()
            .into_iter()
            .map(|paragraph| Paragraph {
                number: paragraph.number.to_string(),
                id: &paragraph.id,
                voice: paragraph.voice.as_str(),
            })
            .collect(),
    }
}

fn counts(counts: standing::Counts) -> Counts {
    Counts {
        resolved: counts.of(Heading::Resolved),
        unresolved: counts.of(Heading::Unresolved),
        outstanding: counts.of(Heading::Outstanding),
        set_aside: counts.of(Heading::SetAside),
    }
}

fn actions(counts: [usize; State::ALL.len()]) -> Actions {
    let of = |state: State| {
        State::ALL.iter().zip(counts).find(|(known, _)| **known == state).map_or(0, |(_, count)| count)
    };
    Actions {
        open: of(State::Open),
        in_progress: of(State::InProgress),
        completed: of(State::Completed),
        closed: of(State::Closed),
        ongoing: of(State::Ongoing),
        not_stated: of(State::NotStated),
    }
}

fn topic<'r>(site: &'r Site, report: &'r CompiledReport, chapter: &'r Chapter) -> Option<Topic<'r>> {
    let topic = match chapter.part {
        Part::Topic(index) => Some(site.edition.record(index).id.slug()),
        Part::NoTopic => None,
        _ => return None,
    };
    let entries = CompiledReport::entries(chapter);
    Some(Topic {
        topic,
        counts: counts(entries.iter().map(|entry| entry.heading).collect()),
        issues: entries.into_iter().map(|entry| issue(site, report, entry)).collect(),
        matrix: matrix(site, chapter),
    })
}

fn matrix<'r>(site: &'r Site, chapter: &'r Chapter) -> Vec<Attribute<'r>> {
    let sections = chapter.blocks.iter().filter_map(|block| match block {
        Block::Section(section) if is_matrix(&section.id) => Some(section),
        _ => None,
    });
    let terms = sections.flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Terms(terms) => Some(terms),
        _ => None,
    });
    let lines = |line: &[Inline]| -> Vec<String> {
        let parts = line.split(|piece| *piece == Inline::Break);
        parts.map(|part| plain(site.edition.words(), part)).filter(|said| !said.is_empty()).collect()
    };
    terms.flatten().map(|(attribute, line)| Attribute { attribute, says: lines(line) }).collect()
}

fn issue<'r>(site: &'r Site, report: &CompiledReport, entry: &'r Entry) -> Issue<'r> {
    let name = |index: usize| site.edition.record(index).id.as_str();
    Issue {
        issue: name(entry.issue),
        heading: entry.heading.as_str(),
        rule: entry.rule.name(),
        as_of: report.as_of.to_string(),
        evidence: entry.evidence.iter().map(ToString::to_string).collect(),
        changed_since_previous: entry.movement.is_change(),
        editorial: entry.judgement.as_ref().filter(|judgement| judgement.ran_out.is_none()).map(
            |judgement| Editorial {
                heading: judgement.heading.as_str(),
                reason: plain(site.edition.words(), &judgement.reason),
                by: judgement.by.clone(),
                on: judgement.on.map(|on| on.to_string()),
            },
        ),
        title: &entry.title,
        movement: entry.movement.as_str(entry.heading),
        decided_on: entry.decided_by().map(|event| event.on.to_string()),
        last_evidence: entry.silence.last_evidence.map(|on| on.to_string()),
        months_since_evidence: entry.silence.months,
        actions: entry
            .actions
            .iter()
            .map(|promise| Promise { action: name(promise.action), state: promise.state.as_str() })
            .collect(),
        replies: entry
            .replies
            .iter()
            .map(|reply| Reply { party: &reply.party, state: reply.state.as_str() })
            .collect(),
        paragraph: entry.standing.number.to_string(),
        anchor: &entry.standing.id,
    }
}
