//! The issues by heading, as four numbers and a bar, with the same as a table.

use std::collections::BTreeSet;

use jiff::civil;
use serde::Serialize;

use super::super::html::{Html, status};
use super::super::place::Place;
use super::super::press::Press;
use super::count;
use crate::model::kinds::Kind;
use crate::model::standing::{self, Counts, Heading};

/// The figure.
#[derive(Debug, Serialize)]
pub(super) struct Figure {
    label: String,
    counts: Vec<Count>,
    bars: Vec<Bar>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Count {
    heading: &'static str,
    word: String,
    count: usize,
    meaning: String,
}

/// A stretch of the bar, in hundredths of its width.
#[derive(Debug, Serialize)]
struct Bar {
    heading: &'static str,
    x: String,
    width: String,
}

#[derive(Debug, Serialize)]
struct Row {
    topic: Html,
    counts: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Cell {
    label: String,
    count: usize,
}

impl Figure {
    /// The figure of these counts and of those of the topics.
    pub(super) fn new(press: &Press, counts: Counts, topics: &[(Html, Counts)]) -> Self {
        let says = press.words();
        let all = counts.total();
        let pairs = || Heading::ALL.into_iter().map(|heading| (heading, counts.of(heading)));
        let words: Vec<String> =
            pairs().map(|(heading, count)| format!("{count} {}", word(press, heading))).collect();
        let mut bars = Vec::new();
        let mut x = 0.0;
        for (heading, count) in pairs().filter(|(_, count)| *count > 0) {
            // Counts of issues are small: nothing is lost in a float.
            #[expect(clippy::cast_precision_loss, reason = "a share of a bar's width")]
            let width = count as f64 / all as f64 * 100.0;
            let gap = if x + width < 99.9 { 0.4 } else { 0.0 };
            let (x_text, width_text) = (format!("{x:.2}%"), format!("{:.2}%", (width - gap).max(0.2)));
            bars.push(Bar { heading: heading.as_str(), x: x_text, width: width_text });
            x += width;
        }
        Figure {
            label: format!("{}: {}", count(says, all, "n-issue"), says.row(&words)),
            counts: pairs()
                .map(|(heading, count)| Count {
                    heading: heading.as_str(),
                    word: super::super::html::capital(word(press, heading)),
                    count,
                    meaning: says.named("heading-means", heading.as_str()).to_owned(),
                })
                .collect(),
            bars,
            rows: topics
                .iter()
                .map(|(topic, counts)| Row {
                    topic: topic.clone(),
                    counts: Heading::ALL
                        .into_iter()
                        .map(|heading| Cell {
                            label: super::super::html::capital(word(press, heading)),
                            count: counts.of(heading),
                        })
                        .collect(),
                })
                .collect(),
        }
    }

    /// The figure as at a day: issues that were raised later are not in it.
    pub(super) fn as_at(press: &Press, place: Place, day: civil::Date) -> Self {
        let issues = |indices: &mut dyn Iterator<Item = usize>| {
            let issues = indices.filter_map(|index| match &press.record(index).kind {
                Kind::Issue(issue) => Some(&**issue),
                _ => None,
            });
            standing::counts(issues, day)
        };
        let topics = press.site.topics.views.iter().map(|topic| {
            (Html::new(&press.link(place, topic.topic)), issues(&mut topic.issues.iter().copied()))
        });
        let mut topics: Vec<_> = topics.collect();
        let all = issues(&mut (0..press.edition().count()));
        // The rows are all issues that are counted above: those of no topic have one too.
        let placed: BTreeSet<usize> =
            press.site.topics.views.iter().flat_map(|topic| topic.issues.iter().copied()).collect();
        let others = issues(&mut (0..press.edition().count()).filter(|index| !placed.contains(index)));
        if !topics.is_empty() && others.total() > 0 {
            topics.push((Html::text(press.words().say("without-a-topic")), others));
        }
        Figure::new(press, all, &topics)
    }
}

/// A heading as a status.
pub(super) fn mark(press: &Press, heading: Heading) -> String {
    status(heading.as_str(), word(press, heading))
}

/// A heading in one or two words.
pub(crate) fn word<'s>(press: &Press<'s>, heading: Heading) -> &'s str {
    press.words().named("heading", heading.as_str())
}
