//! The page of the lines from question to outcome, with a figure of how far they reach, and the
//! orphans of every step.

use serde::Serialize;

use super::super::html::{Html, capital, link};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::figure::mark;
use super::{Entry, card, count, section};
use crate::compose::threads::{Thread, Threads};
use crate::model::kinds::Kind;

#[derive(Debug, Serialize)]
struct View {
    lede: Html,
    contents: Vec<Entry>,
    bars: Vec<Bar>,
    described: String,
    groups: Vec<Group>,
    orphans: Vec<Orphans>,
}

/// A bar of the figure.
#[derive(Debug, Serialize)]
struct Bar {
    label: &'static str,
    count: usize,
    /// Its width, in per cent.
    width: String,
}

#[derive(Debug, Serialize)]
struct Group {
    anchor: String,
    title: String,
    threads: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    slug: String,
    question: Html,
    outcome: Html,
    steps: Vec<Step>,
}

#[derive(Debug, Serialize)]
struct Step {
    action: Html,
    artefacts: Vec<Made>,
}

#[derive(Debug, Serialize)]
struct Made {
    artefact: Html,
    paper: Option<Html>,
}

/// Records that stand on no line.
#[derive(Debug, Serialize)]
struct Orphans {
    anchor: &'static str,
    title: String,
    note: &'static str,
    records: Vec<Html>,
}

/// The page of the lines.
pub(crate) fn page(press: &Press, place: Place, threads: &Threads) -> anyhow::Result<String> {
    let reach = threads.reach;
    let steps = [
        ("Questions", reach.questions),
        ("with an action", reach.actions),
        ("with an artefact", reach.artefacts),
        ("with a paper", reach.papers),
        ("with an action, and resolved", reach.resolved),
    ];
    let bars = steps.map(|(label, count)| {
        let tenths = (count * 1000).checked_div(reach.questions).unwrap_or(0);
        Bar { label, count, width: format!("{}.{}%", tenths / 10, tenths % 10) }
    });
    let described = format!(
        "Of {}, {} have an action on record, {} an artefact from one, {} a paper; {} of those with an action are resolved.",
        count(reach.questions, "question", "questions"),
        reach.actions,
        reach.artefacts,
        reach.papers,
        reach.resolved,
    );
    let groups: Vec<Group> =
        threads.groups.iter().map(|(topic, lines)| group(press, place, *topic, lines)).collect();
    let orphans: Vec<Orphans> = orphans(press, place, threads);
    let mut contents = vec![section("reach", "How far the lines reach")];
    let under = groups.iter().map(|group| Entry {
        words: group.title.clone(),
        anchor: group.anchor.clone(),
        under: Vec::new(),
    });
    contents.push(Entry { under: under.collect(), ..section("lines", "From question to outcome") });
    let under = orphans.iter().map(|one| Entry {
        words: one.title.clone(),
        anchor: one.anchor.to_owned(),
        under: Vec::new(),
    });
    contents.push(Entry { under: under.collect(), ..section("orphans", "On no line") });
    let view = View {
        lede: Html::new(&format!(
            "What became of each question: the actions promised on it, what they produced, the papers that came \
             of it, and where the question stands, as at {}. Only what records name is joined.",
            press.today().as_str()
        )),
        contents,
        bars: bars.into(),
        described,
        groups,
        orphans,
    };
    let sheet = Sheet {
        title: "From question to outcome",
        description: Some(
            "What became of each question: action, artefact, paper and outcome, and what stands alone.",
        ),
        section: "actions",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "lineage.html", &view)
}

fn group(press: &Press, place: Place, topic: Option<usize>, lines: &[Thread]) -> Group {
    let title = topic.map_or_else(|| "Without a topic".to_owned(), |topic| press.record(topic).title.clone());
    let slug = topic.map_or("no-topic", |topic| press.record(topic).id.slug());
    Group {
        anchor: format!("_{slug}"),
        title,
        threads: lines.iter().map(|line| thread(press, place, line)).collect(),
    }
}

fn thread(press: &Press, place: Place, thread: &Thread) -> Line {
    let to = |index: usize| Html::new(&press.link(place, index));
    Line {
        slug: press.record(thread.issue).id.slug().to_owned(),
        question: to(thread.issue),
        outcome: Html::new(&mark(thread.heading)),
        steps: thread
            .actions
            .iter()
            .map(|step| Step {
                action: action(press, place, step.action),
                artefacts: step
                    .artefacts
                    .iter()
                    .map(|(artefact, paper)| Made { artefact: to(*artefact), paper: paper.map(to) })
                    .collect(),
            })
            .collect(),
    }
}

/// An action by its number, which tells its series, and its title.
fn action(press: &Press, place: Place, index: usize) -> Html {
    let record = press.record(index);
    let Kind::Action(action) = &record.kind else { return Html::new(&press.link(place, index)) };
    let words = format!("{}: {}", card::number(press, action), record.title);
    let state = super::super::html::status(action.state.as_str(), action.state.in_words());
    Html::new(&format!("{} {state}", link(&press.href(place, index), &words)))
}

fn orphans(press: &Press, place: Place, threads: &Threads) -> Vec<Orphans> {
    let lists = [
        (
            "_no-action",
            "question without an action",
            "questions without an action",
            "No action is named on them.",
            &threads.without_action,
        ),
        (
            "_no-question",
            "action without a question",
            "actions without a question",
            "No question names them.",
            &threads.without_question,
        ),
        (
            "_no-origin",
            "artefact without an action",
            "artefacts without an action",
            "No action on record says that it produced them, and they name none.",
            &threads.without_origin,
        ),
        (
            "_no-paper",
            "artefact without a paper",
            "artefacts without a paper",
            "They name no paper on record.",
            &threads.without_paper,
        ),
        (
            "_no-artefact",
            "paper that is no artefact",
            "papers that are no artefact",
            "No artefact on record says that it is one of them.",
            &threads.papers_alone,
        ),
    ];
    let lists = lists.into_iter().filter(|(.., records)| !records.is_empty());
    lists
        .map(|(anchor, one, many, note, records)| Orphans {
            anchor,
            title: capital(&count(records.len(), one, many)),
            note,
            records: records
                .iter()
                .map(|index| match &press.record(*index).kind {
                    Kind::Action(_) => action(press, place, *index),
                    _ => Html::new(&press.link(place, *index)),
                })
                .collect(),
        })
        .collect()
}
