//! What happened when, by year.

use serde::Serialize;

use super::super::html::{Html, time};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::count;
use crate::compose::timeline::{Entry, Timeline, What};

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
        on: Html::new(&time(entry.on)),
        title: Html::new(&press.link(place, entry.record)),
        what: what(entry.what),
    };
    let years = timeline.years.iter();
    let view = View {
        lede: "Meetings, papers, reports and promised publications in the order of time. Only what the \
               records date is here."
            .to_owned(),
        years: years.map(|(year, of)| Year { year: *year, entries: of.iter().map(line).collect() }).collect(),
    };
    let sheet = Sheet {
        title: "Timeline",
        description: Some("What happened when: meetings, papers, reports and publications, by year."),
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

fn what(what: What) -> String {
    match what {
        What::Workshop { issues: 0 } => "Workshop".to_owned(),
        What::Workshop { issues } => {
            format!("Workshop; it is in the history of {}", count(issues, "issue", "issues"))
        }
        What::Planned => "Workshop, as it was planned".to_owned(),
        What::Paper => "Paper".to_owned(),
        What::Delivered => "Publication that was promised and came".to_owned(),
        What::Due => "Publication promised for then".to_owned(),
        What::Report => "Report".to_owned(),
    }
}
