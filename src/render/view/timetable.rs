//! The timetable of promised publications, by year.

use serde::Serialize;

use super::super::html::{Html, capital, escaped, none, status, time};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::count;
use crate::compose::timetable::{Entry as Promise, Outcome, Timetable};
use crate::model::kinds::Kind;

#[derive(Debug, Serialize)]
struct View {
    lede: Html,
    years: Vec<Year>,
    sources: Vec<Html>,
    csv: String,
}

#[derive(Debug, Serialize)]
struct Year {
    anchor: String,
    label: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    state: &'static str,
    due: Html,
    title: Html,
    note: Option<Html>,
    owner: Html,
    outcome: Html,
}

/// The page of the timetable.
pub(crate) fn page(press: &Press, place: Place, timetable: &Timetable) -> anyhow::Result<String> {
    let mut years: Vec<Year> = timetable
        .years
        .iter()
        .map(|(year, entries)| Year {
            anchor: format!("_y{year}"),
            label: year.to_string(),
            rows: rows(press, place, entries),
        })
        .collect();
    if !timetable.undated.is_empty() {
        years.push(Year {
            anchor: "_undated".to_owned(),
            label: "Without a date".to_owned(),
            rows: rows(press, place, &timetable.undated),
        });
    }
    let view = View {
        lede: lede(press, timetable),
        sources: sources(press, place),
        csv: place.href("data/milestones.csv"),
        years,
    };
    let sheet = Sheet {
        title: "Timetable of publications",
        description: Some("What was promised to be published, by when, and whether it came."),
        section: "timetable",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "timetable.html", &view)
}

fn rows(press: &Press, place: Place, entries: &[Promise]) -> Vec<Row> {
    entries.iter().filter_map(|entry| row(press, place, entry)).collect()
}

fn row(press: &Press, place: Place, entry: &Promise) -> Option<Row> {
    let record = press.record(entry.milestone);
    let Kind::Milestone(milestone) = &record.kind else { return None };
    let mut notes: Vec<String> = Vec::new();
    if entry.repeated {
        notes.push("The source repeats an entry word for word here; it is counted once".to_owned());
    }
    notes.extend(milestone.doubt.as_deref().map(super::super::markdown::words));
    let owner = match (&milestone.owner, &milestone.with) {
        (Some(owner), Some(with)) => escaped(&format!("{owner} with {with}")),
        (Some(owner), None) => escaped(owner),
        (None, Some(with)) => escaped(with),
        (None, None) => none("Not named"),
    };
    let mut outcome = mark(entry.outcome);
    if let Some(on) = milestone.delivered {
        outcome.push_str(&format!(" {}", time(on)));
    }
    for evidence in press.references(place, &milestone.evidence) {
        outcome.push_str(", ");
        outcome.push_str(evidence.as_str());
    }
    Some(Row {
        id: record.id.as_str().to_owned(),
        state: entry.outcome.as_str(),
        due: Html::new(&milestone.due.map_or_else(|| none("No date"), time)),
        title: Html::new(&press.link(place, entry.milestone)),
        note: (!notes.is_empty()).then(|| Html::text(&notes.join(". "))),
        owner: Html::new(&owner),
        outcome: Html::new(&outcome),
    })
}

/// How a promise was kept, as a status.
pub(super) fn mark(outcome: Outcome) -> String {
    status(outcome.as_str(), &outcome.in_words())
}

fn lede(press: &Press, timetable: &Timetable) -> Html {
    let tally = timetable.tally();
    let mut words = vec![format!("{} promised", was(tally.entries))];
    for (number, what) in [
        (tally.kept, "came in time"),
        (tally.late, "came late"),
        (tally.missed, "known to have been missed"),
        (tally.no_evidence, "past the date without evidence of delivery"),
        (tally.not_yet_due, "not yet due"),
        (tally.undated, "without a date"),
    ] {
        if number > 0 {
            words.push(format!("{number} {what}"));
        }
    }
    let (first, rest) = (words.remove(0), super::in_a_row(&words));
    let today = press.today();
    let mut lede = format!("{}. As at {}: {}.", capital(&first), today.as_str(), escaped(&rest));
    if tally.repeated > 0 {
        lede.push_str(&format!(" {} left out of the counts.", repeats(tally.repeated)));
    }
    Html::new(&lede)
}

fn was(entries: usize) -> String {
    let publications = count(entries, "publication", "publications");
    format!("{publications} {}", if entries == 1 { "was" } else { "were" })
}

fn repeats(number: usize) -> String {
    match number {
        1 => "One entry repeats another and is".to_owned(),
        _ => format!("{number} entries repeat others and are"),
    }
}

/// The tables that the entries stand in.
fn sources(press: &Press, place: Place) -> Vec<Html> {
    let mut sources = Vec::new();
    for record in &press.edition().records()[press.edition().collection("milestones")] {
        if let Kind::Milestone(milestone) = &record.kind
            && let Some(source) = &milestone.source
            && !sources.contains(&source)
        {
            sources.push(source);
        }
    }
    press.references(place, sources)
}
