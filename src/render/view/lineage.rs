//! The page of the lines from question to outcome, with a figure of how far they reach, and the
//! orphans of every step.

use serde::Serialize;

use super::super::html::{Html, capital};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::figure::mark;
use super::{Entry, card, count, section};
use crate::compose::threads::{Thread, Threads};
use crate::model::kinds::Kind;
use crate::model::words::args;

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
    label: String,
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
    note: String,
    records: Vec<Html>,
}

/// The page of the lines.
pub(crate) fn page(press: &Press, place: Place, threads: &Threads) -> anyhow::Result<String> {
    let (words, reach) = (press.words(), threads.reach);
    let steps = [
        ("reach-questions", reach.questions),
        ("reach-actions", reach.actions),
        ("reach-artefacts", reach.artefacts),
        ("reach-papers", reach.papers),
        ("reach-resolved", reach.resolved),
    ];
    let bars = steps.map(|(label, count)| {
        let tenths = (count * 1000).checked_div(reach.questions).unwrap_or(0);
        Bar { label: words.say(label).to_owned(), count, width: format!("{}.{}%", tenths / 10, tenths % 10) }
    });
    let described = words.fill(
        "reach-described",
        args![
            questions = count(words, reach.questions, "n-question"),
            actions = reach.actions,
            artefacts = reach.artefacts,
            papers = reach.papers,
            resolved = reach.resolved
        ],
    );
    let groups: Vec<Group> =
        threads.groups.iter().map(|(topic, lines)| group(press, place, *topic, lines)).collect();
    let orphans: Vec<Orphans> = orphans(press, place, threads);
    let mut contents = vec![section("reach", words.say("how-far-lines-reach"))];
    let under = groups.iter().map(|group| Entry {
        words: group.title.clone(),
        anchor: group.anchor.clone(),
        under: Vec::new(),
    });
    contents
        .push(Entry { under: under.collect(), ..section("lines", words.say("from-question-to-outcome")) });
    let under = orphans.iter().map(|one| Entry {
        words: one.title.clone(),
        anchor: one.anchor.to_owned(),
        under: Vec::new(),
    });
    contents.push(Entry { under: under.collect(), ..section("orphans", words.say("on-no-line")) });
    let view = View {
        lede: Html::new(&words.markup("lineage-lede", args![date = press.today().as_str()])),
        contents,
        bars: bars.into(),
        described,
        groups,
        orphans,
    };
    let sheet = Sheet {
        title: words.say("from-question-to-outcome"),
        description: Some(words.say("lineage-describe")),
        section: "actions",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "lineage.html", &view)
}

fn group(press: &Press, place: Place, topic: Option<usize>, lines: &[Thread]) -> Group {
    let title = topic.map_or_else(
        || press.words().say("without-a-topic").to_owned(),
        |topic| press.record(topic).title.clone(),
    );
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
        outcome: Html::new(&mark(press, thread.heading)),
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
    let state = super::action::state(press, action.state);
    Html::new(&format!("{} {state}", press.linked(index, &press.href(place, index), &words)))
}

fn orphans(press: &Press, place: Place, threads: &Threads) -> Vec<Orphans> {
    let lists = [
        (
            "_no-action",
            "n-questions-without-action",
            "questions-without-action-note",
            &threads.without_action,
        ),
        (
            "_no-question",
            "n-actions-without-question",
            "actions-without-question-note",
            &threads.without_question,
        ),
        (
            "_no-origin",
            "n-artefacts-without-action",
            "artefacts-without-action-note",
            &threads.without_origin,
        ),
        ("_no-paper", "n-artefacts-without-paper", "artefacts-without-paper-note", &threads.without_paper),
        ("_no-artefact", "n-papers-no-artefact", "papers-no-artefact-note", &threads.papers_alone),
    ];
    let lists = lists.into_iter().filter(|(.., records)| !records.is_empty());
    lists
        .map(|(anchor, counted, note, records)| Orphans {
            anchor,
            title: capital(&count(press.words(), records.len(), counted)),
            note: press.words().say(note).to_owned(),
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
