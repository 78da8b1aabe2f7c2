//! A record in a list: key, title, a sentence, and a line of what matters of its kind.

use serde::Serialize;

use super::super::html::{Html, escaped};
use super::super::markdown;
use super::super::place::Place;
use super::super::press::Press;
use super::{action, kinds, values};
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::standing::{Rule, Standing};
use crate::model::words::args;

/// Longer sentences are cut in lists.
const SENTENCE: usize = 320;

/// A record in a list.
#[derive(Debug, Serialize)]
struct View {
    id: String,
    issue: Option<String>,
    heading: Option<&'static str>,
    key: Option<Html>,
    level: u8,
    href: String,
    title: Html,
    summary: Option<Html>,
    meta: Option<Html>,
}

/// Records in a list, under headings of a level; those of level 2 are rendered once for each depth.
pub(super) fn cards(press: &Press, place: Place, level: u8, records: &[usize]) -> anyhow::Result<Vec<Html>> {
    records.iter().map(|index| card(press, place, level, *index)).collect()
}

fn card(press: &Press, place: Place, level: u8, index: usize) -> anyhow::Result<Html> {
    // Lists by facet mix the collections, so there each record says what it is.
    let mixed = place.path().starts_with("tags/");
    let make = |place: Place| press.part(place, "parts/card.html", &view(press, place, level, index, mixed));
    if level == 2 { press.card(place, index, mixed, make) } else { make(place) }
}

fn view(press: &Press, place: Place, level: u8, index: usize, mixed: bool) -> View {
    let record = press.record(index);
    let standing = match &record.kind {
        Kind::Issue(_) => press.site.standings.of(index),
        _ => None,
    };
    let mut meta = meta(press, index, record, standing);
    if mixed {
        let label = press.edition().schema().collection(record.id.collection()).map_or_else(
            || crate::model::schema::Collection::unknown(record.id.collection()).singular,
            |known| known.singular.clone(),
        );
        meta.insert(0, escaped(&label));
    }
    View {
        id: record.id.as_str().to_owned(),
        issue: standing.map(|_| record.id.slug().to_owned()),
        heading: standing.map(|standing| standing.heading.as_str()),
        key: key(press, index, record, standing).map(|markup| Html::new(&markup)),
        level,
        href: press.href(place, index),
        title: press.title(index),
        summary: summary(press, index, record).map(|words| said(press, index, record, &words)),
        meta: (!meta.is_empty()).then(|| Html::new(&meta.join(" · "))),
    }
}

/// The summary, marked where it is in another language than the page.
fn said(press: &Press, index: usize, record: &Record, words: &str) -> Html {
    press.inline(index, record.summary.as_deref().unwrap_or_default(), escaped(words))
}

fn summary(press: &Press, index: usize, record: &Record) -> Option<String> {
    let words = match &record.summary {
        Some(summary) => Some(markdown::words(summary)),
        // The sentence of an issue, an action or a milestone says what the line below says anyhow.
        None if matches!(record.kind, Kind::Issue(_) | Kind::Action(_) | Kind::Milestone(_)) => None,
        None => press.sentence(index).map(str::to_owned),
    }?;
    let kept = super::super::press::cut(&words, SENTENCE);
    Some(if kept.len() < words.len() { format!("{kept} …") } else { words })
}

/// What stands beside the title: a status, a date, years, a reference.
fn key(press: &Press, index: usize, record: &Record, standing: Option<&Standing>) -> Option<String> {
    let heading = standing.map(|standing| super::figure::mark(press, standing.heading));
    match &record.kind {
        Kind::Issue(_) => heading,
        Kind::Topic(_) => {
            let issues = press.site.topics.view(index).map_or(0, |topic| topic.issues.len());
            Some(super::count(press.words(), issues, "n-issue"))
        }
        Kind::Action(action) => Some(escaped(&number(press, action))),
        Kind::Artefact(artefact) => artefact.reference.as_deref().map(escaped),
        Kind::Plain => years(press, record),
        _ => record.date().map(|date| press.time(date)),
    }
}

/// The number of an action in its series: `Workshop 1, action 3` or `Log 72`.
pub(super) fn number(press: &Press, action: &crate::model::action::Action) -> String {
    let workshop = action.workshop.as_ref().and_then(|to| press.edition().get(&to.id));
    match (action.number, workshop, action.log_number) {
        (Some(number), Some(workshop), _) => match &workshop.kind {
            Kind::Workshop(of) if of.number.is_some() => {
                let workshop = of.number.unwrap_or_default();
                press.words().fill("workshop-action-n", args![workshop = workshop, number = number])
            }
            _ => press.words().fill("action-n", args![number = number]),
        },
        (Some(number), None, None) => press.words().fill("action-n", args![number = number]),
        (_, _, Some(log)) => press.words().fill("log-n", args![number = log]),
        (None, _, None) => press.words().say("not-numbered").to_owned(),
    }
}

fn years(press: &Press, record: &Record) -> Option<String> {
    let of = |key: &str| record.field(key).and_then(|value| values::short(press, value));
    let start = of("start_year")?;
    Some(match of("end_year") {
        Some(end) if end == start => start,
        Some(end) => format!("{start}–{end}"),
        None => format!("{start}–"),
    })
}

fn meta(press: &Press, index: usize, record: &Record, standing: Option<&Standing>) -> Vec<String> {
    let title = |to: &crate::model::id::Ref| press.edition().index_of(&to.id).map(|found| press.name(found));
    let mut meta: Vec<String> = Vec::new();
    match &record.kind {
        Kind::Issue(issue) => {
            meta.extend(issue.topic.as_ref().and_then(title));
            meta.extend(standing.map(|standing| since(press, standing)));
        }
        Kind::Action(action) => {
            meta.push(action::state(press, action.state));
            meta.extend(Some(escaped(&kinds::names(press, action))).filter(|names| !names.is_empty()));
        }
        Kind::Topic(_) => {
            let issues = press.site.topics.view(index).map_or(&[][..], |topic| &topic.issues);
            let words: Vec<String> = press
                .site
                .standings
                .by_heading(issues)
                .iter()
                .filter(|(_, issues)| !issues.is_empty())
                .map(|(heading, issues)| format!("{} {}", issues.len(), super::figure::word(press, *heading)))
                .collect();
            meta.extend(Some(press.words().row(&words)).filter(|words| !words.is_empty()));
        }
        Kind::Paper(paper) => {
            meta.extend(paper.kind.as_deref().map(|kind| escaped(&paper_kind(press, kind))));
            meta.extend(
                paper
                    .version
                    .as_deref()
                    .map(|version| press.words().markup("version-n", args![version = escaped(version)])),
            );
            meta.extend(paper.workshop.as_ref().and_then(title));
        }
        Kind::Milestone(milestone) => {
            let found =
                crate::compose::timetable::standing(press.edition(), milestone, press.edition().today());
            meta.push(super::timetable::mark(press, found));
            meta.extend(milestone.owner.as_deref().map(escaped));
        }
        Kind::Artefact(artefact) => meta.extend(artefact.topic.as_ref().and_then(title)),
        Kind::Interest(interest) => meta.extend(interest.topic.as_ref().and_then(title)),
        Kind::Workshop(workshop) => meta.extend(workshop.place.as_deref().map(escaped)),
        Kind::Report(report) => {
            meta.extend(report.period.map(|period| escaped(&press.words().interval(period))));
            meta.push(press.words().say(if report.is_final { "final" } else { "draft" }).to_owned());
        }
        Kind::Plain => {
            for key in ["theme_tag", "organisation_type_tag", "methods_tag"] {
                meta.extend(
                    record
                        .field(key)
                        .and_then(|value| values::short(press, value))
                        .map(|words| escaped(&words)),
                );
            }
        }
        Kind::Page { .. } => {}
    }
    meta
}

/// Why an issue stands where it stands, in a few words: `agreed, work to do, since 26 February 2019`.
pub(super) fn since(press: &Press, standing: &Standing) -> String {
    let rule = match standing.editorial {
        Some(_) => press.words().say("by-editors-judgement"),
        None => press.words().named("rule", standing.rule.key()),
    };
    let said = standing.event.filter(|_| standing.rule != Rule::NotYetDiscussed).map(|(_, event)| event.on);
    match standing.editorial.and_then(|judgement| judgement.on).or(said) {
        Some(on) => press.words().markup("rule-as-at", args![rule = escaped(rule), date = press.time(on)]),
        None => escaped(rule),
    }
}

/// What a paper was for: `Discussion paper`.
fn paper_kind(press: &Press, kind: &str) -> String {
    match press.words().find("paper-kind", kind) {
        Some(known) => known.to_owned(),
        None => press.words().fill("paper-of-kind", args![kind = super::super::html::capital(kind)]),
    }
}
