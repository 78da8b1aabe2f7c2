//! The actions by how long ago they were promised, and by state.
//!
//! In: a scope. Out: a chart, one bar an age, the oldest first; actions whose date nobody recorded
//! have a bar of their own.

use super::super::scope::{Act, Scope};
use super::super::tree::{Column, Row, Table};
use super::super::words::{capital, count, months, text};
use super::{Chart, Look, stacks};
use crate::model::action::State;
use crate::model::words::{Words, args};

/// Counts in the order of `State::ALL`.
type ByState = [usize; State::ALL.len()];

/// Ages in months by their messages `chart-age-…`: from, to (not included).
const AGES: [(&str, u32, u32); 4] =
    [("year", 12, u32::MAX), ("half-year", 6, 12), ("quarter", 3, 6), ("lately", 0, 3)];

pub(super) fn chart(scope: &Scope<'_>) -> Option<Chart> {
    if scope.acts.is_empty() {
        return None;
    }
    let age = |act: &Act<'_>| act.made.map(|made| months(made.latest().min(scope.as_of), scope.as_of));
    let words = scope.edition.words();
    let mut rows: Vec<(&str, ByState)> = AGES
        .into_iter()
        .map(|(label, from, to)| {
            let label = words.named("chart-age", label);
            (label, by_state(scope, |act| age(act).is_some_and(|age| (from..to).contains(&age))))
        })
        .collect();
    rows.push((words.say("chart-age-unknown"), by_state(scope, |act| act.made.is_none())));
    rows.retain(|(_, counts)| counts.iter().sum::<usize>() > 0);
    let used: Vec<State> = State::ALL
        .into_iter()
        .enumerate()
        .filter(|(n, _)| rows.iter().any(|(_, counts)| counts[*n] > 0))
        .map(|(_, state)| state)
        .collect();
    let stacks: Vec<stacks::Stack> = rows
        .iter()
        .map(|(label, counts)| stacks::Stack {
            label: (*label).to_owned(),
            parts: State::ALL.into_iter().map(Look::State).zip(*counts).collect(),
        })
        .collect();
    let said = |state: &State| words.named("state", state.as_str());
    let key: Vec<(Look, &str)> = used.iter().map(|state| (Look::State(*state), said(state))).collect();
    let (shapes, height) = stacks::shapes(&stacks, &key);
    let all = by_state(scope, |_| true);
    let parts: Vec<String> = State::ALL
        .iter()
        .zip(all)
        .filter(|(_, n)| *n > 0)
        .map(|(state, n)| format!("{n} {}", said(state)))
        .collect();
    let actions = count(words, "report-n-actions", scope.acts.len());
    Some(Chart {
        number: 0,
        id: String::new(),
        title: words.say("chart-actions").to_owned(),
        description: words
            .fill("chart-actions-described", args![actions = actions, parts = parts.join(", ")]),
        as_of: scope.as_of,
        height,
        shapes,
        table: table(words, &rows, all),
    })
}

fn by_state(scope: &Scope<'_>, fits: impl Fn(&Act<'_>) -> bool) -> ByState {
    State::ALL.map(|state| scope.acts.iter().filter(|act| act.state == state && fits(act)).count())
}

fn table(words: &Words, rows: &[(&str, ByState)], all: ByState) -> Table {
    let mut table = Table::new(words, "", "", &["promised-when"]);
    let total = words.say("report-all");
    let state = |state: State| capital(words.named("state", state.as_str()));
    let labels = State::ALL.map(state).into_iter().chain([total.to_owned()]);
    table.columns.extend(labels.map(|label| Column { label, numbers: true }));
    for (label, counts) in rows.iter().copied().chain([(total, all)]) {
        let mut cells = vec![vec![text(label)]];
        cells.extend(counts.iter().chain([&counts.iter().sum()]).map(|n| vec![text(n.to_string())]));
        table.rows.push(Row { record: None, cells });
    }
    table
}
