//! The workshops of the period and, month by month, what moved: issues raised, and issues that came
//! to stand under another heading.
//!
//! In: a scope. Out: a chart with a lane for each, and the same as a table. What was recorded with a
//! coarse date counts in the month of the last day that it may mean, as the rule has it.

use std::collections::BTreeMap;

use jiff::civil;

use super::super::documents::dated;
use super::super::moves::turns;
use super::super::scope::Scope;
use super::super::tree::{Row, Table};
use super::super::words::{capital, count, text};
use super::{Chart, End, Look, Shape, Share, WHOLE, words};
use crate::model::issue::Issue;
use crate::model::kinds::Kind;
use crate::model::standing::Heading;
use crate::model::words::{Words, args};

const LANE: u32 = 50;

/// A lane: its label, its look, and how many in each month.
struct Lane<'w> {
    label: &'w str,
    look: Look,
    months: BTreeMap<(i16, i8), Vec<String>>,
}

pub(super) fn chart(scope: &Scope<'_>) -> Option<Chart> {
    let (from, to) = (scope.period.from?.earliest(), scope.as_of);
    if to <= from {
        return None;
    }
    let says = scope.edition.words();
    let lanes = lanes(scope, from);
    if lanes.is_empty() {
        return None;
    }
    let months = months(from, to);
    let middle = |month: usize| share(month * 2 + 1, months.len() * 2);
    let mut shapes = Vec::new();
    let mut y = 0;
    for lane in &lanes {
        shapes.push(words(0, y + 14, End::Start, false, lane.label));
        shapes.push(Shape::Rule { from: (0, y + 29), to: (WHOLE, y + 29) });
        for (n, month) in months.iter().enumerate() {
            let Some(found) = lane.months.get(month) else { continue };
            shapes.push(Shape::Mark { look: lane.look, x: middle(n), y: y + 29 });
            let said = if lane.look == Look::Meeting { found.join(", ") } else { found.len().to_string() };
            shapes.push(words(middle(n), y + 29 + 17, End::Middle, true, said));
        }
        y += LANE + 4;
    }
    // Every month has its tick; every third is named, so that the names fit on a phone.
    for (n, (year, month)) in months.iter().enumerate() {
        let x = share(n, months.len());
        shapes.push(Shape::Rule { from: (x, y), to: (x, y + if n % 3 == 0 { 8 } else { 4 }) });
        if n % 3 == 0 {
            let name = name(says, *year, *month, n == 0 || *month == 1);
            shapes.push(words(x, y + 22, End::Start, true, name));
        }
    }
    shapes.push(Shape::Rule { from: (0, y), to: (WHOLE, y) });
    let told: Vec<String> = lanes
        .iter()
        .map(|lane| {
            let n: usize = lane.months.values().map(Vec::len).sum();
            says.fill("chart-lane-count", args![lane = lane.label.to_lowercase(), count = n])
        })
        .collect();
    let over = count(says, "report-n-months", months.len());
    Some(Chart {
        number: 0,
        id: String::new(),
        title: says.say("chart-timeline").to_owned(),
        description: says.fill("chart-timeline-described", args![months = over, lanes = told.join("; ")]),
        as_of: scope.as_of,
        height: y + 30,
        shapes,
        table: table(says, &lanes, &months),
    })
}

fn lanes<'e>(scope: &Scope<'e>, from: civil::Date) -> Vec<Lane<'e>> {
    let words = scope.edition.words();
    let lane = |key, look| Lane { label: words.say(key), look, months: BTreeMap::new() };
    let mut lanes = vec![
        lane("chart-lane-workshops", Look::Meeting),
        lane("chart-lane-raised", Look::Plain),
        lane("chart-lane-resolved", Look::Heading(Heading::Resolved)),
        lane("chart-lane-unresolved", Look::Heading(Heading::Unresolved)),
        lane("chart-lane-outstanding", Look::Heading(Heading::Outstanding)),
        lane("chart-lane-set-aside", Look::Heading(Heading::SetAside)),
    ];
    let within = |day: civil::Date| day >= from && day <= scope.as_of;
    let mut add = |at: usize, day: civil::Date, what: String| {
        if within(day)
            && let Some(lane) = lanes.get_mut(at)
        {
            lane.months.entry((day.year(), day.month())).or_default().push(what);
        }
    };
    for record in dated(scope, "workshops") {
        let Kind::Workshop(workshop) = &record.kind else { continue };
        if let Some(date) = workshop.date.filter(|date| date.month().is_some() && !workshop.planned) {
            // A meeting without a number is called by its day.
            let number = match (workshop.number, date.day()) {
                (Some(number), _) => number.to_string(),
                (None, Some(day)) => {
                    let month = short(words, date.month().unwrap_or(1));
                    words.fill("chart-day", args![day = day.to_string(), month = month])
                }
                (None, None) => String::new(),
            };
            add(0, date.latest(), number);
        }
    }
    for stand in &scope.issues {
        if let Some(raised) = stand.issue.raised_on {
            add(1, raised.latest(), stand.record.title.clone());
        }
        for (day, heading) in moves(stand.issue) {
            let at = 2 + Heading::ALL.iter().position(|known| *known == heading).unwrap_or(0);
            add(at, day, stand.record.title.clone());
        }
    }
    lanes.retain(|lane| !lane.months.is_empty());
    lanes
}

/// The days on which an issue came to stand under another heading, by the rule or by the editors' judgement.
fn moves(issue: &Issue) -> Vec<(civil::Date, Heading)> {
    let mut now = Heading::Outstanding;
    let days = turns(issue).into_iter().map(|day| (day, issue.standing(day).heading));
    days.filter(|(_, heading)| std::mem::replace(&mut now, *heading) != *heading).collect()
}

fn months(from: civil::Date, to: civil::Date) -> Vec<(i16, i8)> {
    let mut months = Vec::new();
    let mut month = (from.year(), from.month());
    // A report covers years at most; a period that is written wrong does not fill the memory.
    while month <= (to.year(), to.month()) && months.len() < 120 {
        months.push(month);
        month = if month.1 == 12 { (month.0 + 1, 1) } else { (month.0, month.1 + 1) };
    }
    months
}

fn name(words: &Words, year: i16, month: i8, with_year: bool) -> String {
    let short = short(words, month.unsigned_abs());
    match with_year {
        true => words.fill("date-month", args![month = short, year = year.to_string()]),
        false => short.to_owned(),
    }
}

/// A month's name where there is little room, by its number from 1.
fn short(words: &Words, month: u8) -> &str {
    words.find("month-short", &month.to_string()).unwrap_or_default()
}

fn share(n: usize, of: usize) -> Share {
    Share::try_from(n * WHOLE as usize / of.max(1)).unwrap_or(WHOLE)
}

fn table(words: &Words, lanes: &[Lane<'_>], months: &[(i16, i8)]) -> Table {
    let mut table = Table::new(words, "", "", &["month"]);
    table.columns.extend(
        lanes.iter().map(|lane| super::super::tree::Column { label: capital(lane.label), numbers: true }),
    );
    for (year, month) in months {
        let counts: Vec<usize> =
            lanes.iter().map(|lane| lane.months.get(&(*year, *month)).map_or(0, Vec::len)).collect();
        if counts.iter().all(|n| *n == 0) {
            continue;
        }
        let month = words.month(month.unsigned_abs());
        let label = words.fill("date-month", args![month = month, year = year.to_string()]);
        let mut cells = vec![vec![text(label)]];
        cells.extend(counts.iter().map(|n| vec![text(n.to_string())]));
        table.rows.push(Row { record: None, cells });
    }
    table
}
