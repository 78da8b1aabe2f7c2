//! The issues of each topic by heading.
//!
//! In: a scope. Out: a chart, one bar a topic, in the order of the topics.

use super::super::scope::Scope;
use super::super::summary;
use super::super::tree::{Bar, Figure, Row, Table};
use super::super::words::text;
use super::{Chart, Look, stacks};
use crate::model::standing::Heading;
use crate::model::words::Words;

pub(super) fn chart(scope: &Scope<'_>) -> Option<Chart> {
    if scope.issues.is_empty() {
        return None;
    }
    let figure = summary::figure(scope);
    let bars = || figure.bars.iter().filter(|bar| bar.total() > 0);
    let parts = |bar: &Bar| Heading::ALL.into_iter().map(Look::Heading).zip(bar.counts).collect();
    let stacks: Vec<stacks::Stack> =
        bars().map(|bar| stacks::Stack { label: bar.label.clone(), parts: parts(bar) }).collect();
    let words = scope.edition.words();
    let (shapes, height) = stacks::shapes(&stacks, &key(words));
    let table = table(words, &figure);
    let Figure { title, description, as_of, .. } = figure;
    Some(Chart { number: 0, id: String::new(), title, description, as_of, height, shapes, table })
}

/// What the looks of headings mean.
pub(super) fn key(words: &Words) -> [(Look, &str); 4] {
    Heading::ALL.map(|heading| (Look::Heading(heading), words.named("heading", heading.as_str())))
}

fn table(words: &Words, figure: &Figure) -> Table {
    let columns = ["topic", "#resolved", "#unresolved", "#outstanding", "#set-aside", "#all"];
    let mut table = Table::new(words, "", "", &columns);
    for bar in figure.bars.iter().chain([&figure.total]) {
        let mut cells = vec![vec![text(bar.label.clone())]];
        cells.extend(bar.counts.iter().chain([&bar.total()]).map(|n| vec![text(n.to_string())]));
        table.rows.push(Row { record: bar.record.clone(), cells });
    }
    table
}
