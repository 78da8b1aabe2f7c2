//! What is told of a workbook beside its entries: what is hidden in it, struck out, commented on, or written
//! at the heads and feet of its pages.

use super::super::doubts::{Doubts, quoted};
use super::super::rules::{COMMENTED_PASSAGE, HIDDEN_TEXT, LEFT_OUT, MARKED_DOCUMENT, STRUCK_OUT};
use super::sheet::Sheet;
use super::unseen::Unseen;
use crate::import::markings::{self, Marking};

/// Tells what of a sheet is not seen as it stands.
pub(super) fn of_sheet(sheet: &Sheet, doubts: &mut Doubts) {
    let Unseen { rows, columns, struck, comments, margins: _ } = &sheet.unseen;
    let name = sheet.name.as_deref().unwrap_or_default();
    let is_are = |count: usize| if count == 1 { "is hidden and is" } else { "are hidden and are" };
    let help = "take the filter off or show them, and import the file again, if they belong to the log; if not, \
                delete them before you pass the file on";
    if let Some((first, _)) = rows.first() {
        let lines = listed(rows.iter().map(|(row, _)| row.to_string()));
        let what = if rows.len() == 1 { "row" } else { "rows" };
        let message =
            format!("{what} {lines} of the sheet {} {} left out", quoted(name, 60), is_are(rows.len()));
        doubts.with_help(*first, &HIDDEN_TEXT, message, help);
    }
    if !columns.is_empty() {
        let letters = listed(columns.iter().map(|(column, _)| column_name(*column)));
        let what = if columns.len() == 1 { "column" } else { "columns" };
        let message =
            format!("{what} {letters} of the sheet {} {} left out", quoted(name, 60), is_are(columns.len()));
        doubts.with_help(1, &HIDDEN_TEXT, message, help);
    }
    for (row, columns) in struck {
        let cells = sheet.rows.iter().find(|one| one.line == *row).map(|one| &one.cells);
        let filled = columns
            .iter()
            .filter(|n| cells.and_then(|cells| cells.get(**n)).is_some_and(|cell| !cell.text.is_empty()));
        let names = listed(filled.map(|column| format!("{}{row}", column_name(*column))));
        if !names.is_empty() {
            let message =
                format!("what stands in {names} is struck out, wholly or in part, and is read all the same");
            let help = "if the action is done or given up, say so in its status; if the row is none any more, delete it";
            doubts.with_help(*row, &STRUCK_OUT, message, help);
        }
    }
    for (row, column) in comments {
        let Some(found) = sheet.rows.iter().find(|one| one.line == *row) else { continue };
        let cell = found.cells.get(*column).map_or("", |cell| cell.text.as_str());
        let message = format!(
            "a comment stands at the cell {}{row}, {}, and is left out",
            column_name(*column),
            quoted(cell, 60)
        );
        let help =
            "open the workbook and read it: it may ask for other words, or for these to stay unpublished";
        doubts.with_help(*row, &COMMENTED_PASSAGE, message, help);
    }
}

/// What the heads and feet of the pages say of who may see the log; all of it is told.
pub(super) fn of_margins(sheets: &[&Sheet], doubts: &mut Doubts) -> Vec<Marking> {
    let mut seen: Vec<&(&str, String)> = Vec::new();
    let mut marks = Vec::new();
    for margin in sheets.iter().flat_map(|sheet| &sheet.unseen.margins) {
        if seen.contains(&margin) {
            continue;
        }
        seen.push(margin);
        let (place, text) = margin;
        let found = markings::find([(1, text.as_str())]);
        if found.is_empty() {
            doubts.of_all(&LEFT_OUT, format!("{place}, {}, is left out", quoted(text, 60)));
        }
        for mark in &found {
            doubts.of_all(&MARKED_DOCUMENT, mark.sets(&format!(" at {place}")));
        }
        marks.extend(found);
    }
    marks
}

/// `3`, `3 and 7`, `3, 7 and 9`; of many only how many more there are.
fn listed(names: impl Iterator<Item = String>) -> String {
    const MOST: usize = 8;
    let mut names: Vec<String> = names.collect();
    if names.len() > MOST {
        let more = names.len() - MOST;
        names.truncate(MOST);
        names.push(format!("{more} more"));
    }
    let Some(last) = names.pop() else { return String::new() };
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

/// The letters of a column, as a spreadsheet names it.
pub(super) fn column_name(mut n: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + (n % 26) as u8));
        n /= 26;
        if n == 0 {
            return name;
        }
        n -= 1;
    }
}

#[cfg(test)]
mod tests;
