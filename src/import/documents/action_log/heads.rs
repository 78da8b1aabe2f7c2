//! Which row of a sheet holds the heads of its columns.
//!
//! In: a sheet. Out: the row, and what its columns hold. Heads may stand in two rows, the upper one over
//! groups of columns (`Who / when` over `Owner` and `Due`): then the lower one counts, and what it
//! leaves open is taken from the upper one.

use super::columns::{self, Column};
use super::sheet::{Row, Sheet};

/// The heads of a log stand in one of its first rows.
pub(super) const ROWS_BEFORE_THE_HEAD: usize = 25;

/// So many rows below the first that reads like heads may hold the heads.
const ROWS_OF_HEADS: usize = 3;

/// The heads of a log.
#[derive(Debug)]
pub(super) struct Heads {
    /// The index of their row, the last of them.
    pub(super) row: usize,
    /// What the columns hold.
    pub(super) columns: Vec<Column>,
    /// The line and the words of a row above them that only names groups of columns.
    pub(super) above: Option<(usize, String)>,
}

/// The heads of a sheet; `None` where it is no action log.
pub(super) fn find(sheet: &Sheet) -> Option<Heads> {
    let (upper, mut columns) = sheet
        .rows
        .iter()
        .take(ROWS_BEFORE_THE_HEAD)
        .enumerate()
        .find_map(|(n, row)| Some((n, columns::of(&texts(row))?)))?;
    let mut row = upper;
    for (n, below) in sheet.rows.iter().enumerate().skip(upper + 1).take(ROWS_OF_HEADS) {
        let lower = texts(below);
        if !lower.iter().all(|text| is_short(text)) {
            continue;
        }
        let joined = over(&texts(sheet.rows.get(upper)?), &lower);
        // The row by itself, or with what only the upper one names: whichever names more columns.
        let read = [columns::of(&lower), columns::of(&joined)].into_iter().flatten();
        let Some(more) = read.max_by_key(|columns| known(columns)) else { continue };
        if known(&more) > known(&columns) {
            (row, columns) = (n, more);
        }
    }
    let above = sheet.rows.get(upper).filter(|_| row != upper).map(|row| {
        let words: Vec<String> = texts(row).into_iter().filter(|text| !text.is_empty()).collect();
        (row.line, words.join(" | "))
    });
    Some(Heads { row, columns, above })
}

fn texts(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| cell.text.clone()).collect()
}

/// How many columns are known.
fn known(columns: &[Column]) -> usize {
    columns.iter().filter(|column| !matches!(column, Column::Other(_))).count()
}

/// Whether a cell may be a head: a few words, and no number or date.
fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= 5 && !text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// The heads of two rows: of each column the lower one, or where that is empty the upper one.
fn over(upper: &[String], lower: &[String]) -> Vec<String> {
    let at = |heads: &[String], n: usize| heads.get(n).filter(|head| !head.is_empty()).cloned();
    let columns = 0..upper.len().max(lower.len());
    columns.map(|n| at(lower, n).or_else(|| at(upper, n)).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Cell;
    use super::*;

    fn found(rows: &[&[&str]]) -> (usize, String) {
        let row = |(n, cells): (usize, &&[&str])| {
            let cell = |text: &&str| Cell { text: (*text).to_owned(), ..Cell::default() };
            Row { line: n + 1, cells: cells.iter().map(cell).collect() }
        };
        let sheet = Sheet { rows: rows.iter().enumerate().map(row).collect(), ..Sheet::default() };
        let heads = find(&sheet).unwrap();
        (heads.row, format!("{:?}", heads.columns))
    }

    #[test]
    fn of_two_rows_of_heads_the_fuller_one_counts() {
        let (row, columns) = found(&[
            &["The log", "", "", ""],
            &["Action", "", "Who / when", ""],
            &["No.", "Action", "Owner", "Due"],
            &["1", "Owner to act", "Town", "Due now"],
        ]);
        assert_eq!((row, columns.as_str()), (2, "[LogNumber, Action, Owner, Due]"));
    }

    #[test]
    fn the_upper_row_names_what_the_lower_one_leaves_open() {
        let (row, columns) = found(&[
            &["No.", "Action", "Who / when", "", "Status"],
            &["", "", "Owner", "Due", ""],
            &["1", "Mend it", "Town", "May", "Live"],
        ]);
        assert_eq!((row, columns.as_str()), (1, "[LogNumber, Action, Owner, Due, Status]"));
    }

    #[test]
    fn one_row_of_heads_is_enough() {
        let rows: &[&[&str]] = &[&["Action", "Owner"], &["Status of log", "Town"], &["Due date", "Who"]];
        assert_eq!(found(rows).0, 0);
    }
}
