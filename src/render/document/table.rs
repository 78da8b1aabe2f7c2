//! Tables of the compiled report as tables of a document, and how wide each column is.
//!
//! In: a table and a pen. Out: a `Table` whose columns share the width by what stands in them: a
//! column gets at least its longest word, and the rest goes to those that have much to say.

use crate::compose::report::tree;

use super::line::Pen;
use super::tree::{Column, Inline, Table, plain};

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
        let labels: Vec<&str> = table.columns.iter().map(|column| &*column.label).collect();
        let columns = table.columns.iter().zip(shares(&labels, &rows)).map(|(column, share)| Column {
            label: column.label.clone(),
            numbers: column.numbers,
            share,
        });
        Table {
            number: numbered.then_some(table.number),
            id: Some(table.id.clone()),
            caption: table.caption.clone(),
            columns: columns.collect(),
            rows,
            turned: table.columns.len() > UPRIGHT,
        }
    }
}

/// The width of each column, in letters.
fn shares(labels: &[&str], rows: &[Vec<Vec<Inline>>]) -> Vec<usize> {
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
        let floor = longest.min(WORD) + 2;
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
