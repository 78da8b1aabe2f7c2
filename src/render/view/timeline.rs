//! What happened when, by year.

use serde::Serialize;

use super::super::html::Html;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::count;
use crate::compose::timeline::{Entry, Timeline, What};
use crate::model::words::args;

#[derive(Debug, Serialize)]
struct View {
    lede: String,
    years: Vec<Year>,
}

#[derive(Debug, Serialize)]
struct Year {
    year: i16,
    entries: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    id: String,
    /// What kind of thing it is, for marks.
    is: &'static str,
    on: Html,
    title: Html,
    what: String,
}

/// The page of the line of time.
pub(crate) fn page(press: &Press, place: Place, timeline: &Timeline) -> anyhow::Result<String> {
    let line = |entry: &Entry| Line {
        id: press.record(entry.record).id.as_str().to_owned(),
        is: is(entry.what),
        on: Html::new(&press.time(entry.on)),
        title: Html::new(&press.link(place, entry.record)),
        what: what(press, entry.what),
    };
    let years = timeline.years.iter();
    let view = View {
        lede: press.words().say("timeline-lede").to_owned(),
        years: years.map(|(year, of)| Year { year: *year, entries: of.iter().map(line).collect() }).collect(),
    };
    let sheet = Sheet {
        title: press.words().say("timeline"),
        description: Some(press.words().say("timeline-describe")),
        section: "timeline",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "timeline.html", &view)
}

fn is(what: What) -> &'static str {
    match what {
        What::Workshop { .. } => "workshop",
        What::Planned => "planned",
        What::Paper => "paper",
        What::Delivered => "delivered",
        What::Due => "due",
        What::Report => "report",
    }
}

fn what(press: &Press, what: What) -> String {
    let words = press.words();
    match what {
        What::Workshop { issues } if issues > 0 => {
            words.fill("timeline-workshop-issues", args![issues = count(words, issues, "n-issue")])
        }
        what => words.named("timeline", is(what)).to_owned(),
    }
}
