//! The issues of each topic by heading.
//!
//! In: a scope. Out: a chart, one bar a topic, in the order of the topics.

use super::super::scope::Scope;
use super::super::summary;
use super::super::tree::{Bar, Figure, Row, Table};
use super::super::words::text;
use super::{Chart, Look, stacks};
use crate::model::standing::Heading;

pub(super) fn chart(scope: &Scope<'_>) -> Option<Chart> {
    if scope.issues.is_empty() {
        return None;
    }
    let figure = summary::figure(scope);
    let bars = || figure.bars.iter().filter(|bar| bar.total() > 0);
    let parts = |bar: &Bar| Heading::ALL.into_iter().map(Look::Heading).zip(bar.counts).collect();
    let stacks: Vec<stacks::Stack> =
        bars().map(|bar| stacks::Stack { label: bar.label.clone(), parts: parts(bar) }).collect();
    let (shapes, height) = stacks::shapes(&stacks, &key());
    let table = table(&figure);
    let Figure { title, description, as_of, .. } = figure;
    Some(Chart { number: 0, id: String::new(), title, description, as_of, height, shapes, table })
}

/// What the looks of headings mean.
pub(super) fn key() -> [(Look, &'static str); 4] {
    let words = ["resolved", "unresolved", "outstanding", "set aside"];
    let mut key = [(Look::Plain, ""); 4];
    for ((entry, heading), word) in key.iter_mut().zip(Heading::ALL).zip(words) {
        *entry = (Look::Heading(heading), word);
    }
    key
}

fn table(figure: &Figure) -> Table {
    let mut table =
        Table::new("", "", &["Topic", "#Resolved", "#Unresolved", "#Outstanding", "#Set aside", "#All"]);
    for bar in figure.bars.iter().chain([&figure.total]) {
        let mut cells = vec![vec![text(bar.label.clone())]];
        cells.extend(bar.counts.iter().chain([&bar.total()]).map(|n| vec![text(n.to_string())]));
        table.rows.push(Row { record: bar.record.clone(), cells });
    }
    table
}
