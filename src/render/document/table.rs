//! Tables of the compiled report as tables of a document, and how wide each column is.
//!
//! In: a table and a pen. Out: a `Table` whose columns share the width by what stands in them: a
//! column gets at least its longest word, and the rest goes to those that have much to say.

use crate::compose::report::tree;

use super::line::Pen;
use super::tree::{Column, Inline, Table, Tag, plain};
use crate::model::id::Ref;

/// How many letters of a table's type fit side by side.
const WIDTH: usize = 104;
/// The longest word that a column is kept wide for.
const WORD: usize = 16;
/// The longest text that a column is kept wide for.
const LONG: usize = 120;
/// Tables with more columns are turned.
const UPRIGHT: usize = 7;

impl Pen<'_> {
    pub(super) fn table(&self, table: &tree::Table) -> Table {
        let numbered = table.number > 0 && !table.caption.is_empty();
        let rows: Vec<Vec<Vec<Inline>>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| self.line(cell)).collect()).collect();
        let labels: Vec<String> = table.columns.iter().map(|column| column.label.clone()).collect();
        let mut fitted = fitted(&labels, rows, &table.caption);
        for (made, column) in fitted.columns.iter_mut().zip(&table.columns) {
            made.numbers = column.numbers;
        }
        Table {
            number: numbered.then_some(table.number),
            id: Some(table.id.clone()),
            tag: Some(Tag::new(&table.id, None)),
            row_tags: row_tags(&table.id, table),
            ..fitted
        }
    }
}

/// A table whose columns are as wide as what stands in them asks for, and that is turned where it has
/// more of them than a page holds.
pub(super) fn fitted(labels: &[String], rows: Vec<Vec<Vec<Inline>>>, caption: &str) -> Table {
    let shares = shares(labels, &rows);
    let column = |(label, share): (&String, usize)| Column { label: label.clone(), numbers: false, share };
    Table {
        number: None,
        id: None,
        caption: caption.to_owned(),
        columns: labels.iter().zip(shares).map(column).collect(),
        turned: labels.len() > UPRIGHT,
        rows,
        tag: None,
        row_tags: Vec::new(),
    }
}

/// The names of the rows of a table that is called so: its own, and that of the record of each.
pub(super) fn row_tags(name: &str, table: &tree::Table) -> Vec<Option<Tag>> {
    let tag = |record: &Ref| Tag::new(format!("{name}-{record}"), Some(record.clone()));
    table.rows.iter().map(|row| Some(tag(row.record.as_ref()?))).collect()
}

/// The width of each column, in letters.
fn shares(labels: &[String], rows: &[Vec<Vec<Inline>>]) -> Vec<usize> {
    let (mut least, mut natural) = (Vec::new(), Vec::new());
    for (n, label) in labels.iter().enumerate() {
        let mut lengths: Vec<usize> = Vec::with_capacity(rows.len());
        let mut longest = longest_word(label);
        for row in rows {
            let words = row.get(n).map(|cell| plain(cell)).unwrap_or_default();
            longest = longest.max(longest_word(&words));
            lengths.push(words.chars().count());
        }
        lengths.sort_unstable();
        // What nearly all rows have room for; a single long cell does not widen its column.
        let most = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0);
        // What is short in every row (`W1, action 12`, a date) is not broken over two lines.
        let whole = lengths.last().copied().filter(|longest| *longest <= WORD).unwrap_or(0);
        let floor = longest.min(WORD).max(whole) + 2;
        least.push(floor);
        natural.push(most.clamp(floor, LONG.max(floor)) + 1);
    }
    let (floor, all) = (least.iter().sum::<usize>(), natural.iter().sum::<usize>());
    if all <= WIDTH || all <= floor {
        return natural;
    }
    let spare = WIDTH.saturating_sub(floor);
    least
        .iter()
        .zip(&natural)
        .map(|(least, natural)| least + (natural - least) * spare / (all - floor))
        .collect()
}

fn longest_word(words: &str) -> usize {
    words.split([' ', '\n', '-', '/']).map(|word| word.chars().count()).max().unwrap_or(0)
}
