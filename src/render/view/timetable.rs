//! The timetable of promised publications, by year.

use serde::Serialize;

use super::super::html::{Html, capital, escaped, none, status};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::count;
use crate::compose::timetable::{Entry as Promise, Outcome, Timetable};
use crate::model::kinds::Kind;
use crate::model::words::args;

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
            label: press.words().say("without-a-date").to_owned(),
            rows: rows(press, place, &timetable.undated),
        });
    }
    let view = View {
        lede: lede(press, timetable),
        sources: sources(press, place),
        csv: press.shared(place, "data/milestones.csv"),
        years,
    };
    let sheet = Sheet {
        title: press.words().say("timetable-of-publications"),
        description: Some(press.words().say("timetable-describe")),
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
    let today = press.edition().today();
    let due = milestone.due_on(today);
    let mut notes: Vec<String> = Vec::new();
    for was in milestone.put_off_by(today) {
        notes.push(press.words().fill("put-off-from-day", args![date = press.words().date(was)]));
    }
    if entry.repeated {
        notes.push(press.words().say("entry-repeated").to_owned());
    }
    notes.extend(milestone.doubt.as_deref().map(super::super::markdown::words));
    let owner = match (&milestone.owner, &milestone.with) {
        (Some(owner), Some(with)) => {
            escaped(&press.words().fill("owner-with", args![owner = owner, with = with]))
        }
        (Some(owner), None) => escaped(owner),
        (None, Some(with)) => escaped(with),
        (None, None) => none(press.words().say("not-named")),
    };
    let mut outcome = mark(press, entry.outcome);
    if let Some(on) = milestone.delivered {
        outcome.push_str(&format!(" {}", press.time(on)));
    }
    for evidence in press.references(place, &milestone.evidence) {
        outcome.push_str(", ");
        outcome.push_str(evidence.as_str());
    }
    Some(Row {
        id: record.id.as_str().to_owned(),
        state: entry.outcome.as_str(),
        due: Html::new(&due.map_or_else(|| none(press.words().say("no-date")), |due| press.time(due))),
        title: Html::new(&press.link(place, entry.milestone)),
        note: (!notes.is_empty()).then(|| Html::text(&notes.join(". "))),
        owner: Html::new(&owner),
        outcome: Html::new(&outcome),
    })
}

/// How a promise was kept, as a status.
pub(super) fn mark(press: &Press, outcome: Outcome) -> String {
    let words = match outcome {
        Outcome::Late(months) if months > 0 => press.words().fill("outcome-late-by", args![count = months]),
        outcome => press.words().named("outcome", outcome.as_str()).to_owned(),
    };
    status(outcome.as_str(), &words)
}

fn lede(press: &Press, timetable: &Timetable) -> Html {
    let tally = timetable.tally();
    let says = press.words();
    let mut words = Vec::new();
    for (number, what) in [
        (tally.kept, "tally-kept"),
        (tally.late, "tally-late"),
        (tally.missed, "tally-missed"),
        (tally.no_evidence, "tally-no-evidence"),
        (tally.not_yet_due, "tally-not-yet-due"),
        (tally.undated, "tally-undated"),
    ] {
        if number > 0 {
            words.push(says.fill(what, args![count = number]));
        }
    }
    let first = escaped(&capital(&count(says, tally.entries, "n-publications-promised")));
    let today = press.today();
    let args = args![promised = first, date = today.as_str(), tally = escaped(&says.row(&words))];
    let mut lede = says.markup("timetable-lede", args);
    if tally.repeated > 0 {
        lede.push(' ');
        lede.push_str(&escaped(&count(says, tally.repeated, "n-entries-repeat")));
    }
    Html::new(&lede)
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
