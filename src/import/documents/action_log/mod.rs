//! An action log in a spreadsheet → actions, joined to those of write-ups.
//!
//! In: `.csv`, `.xlsx` or `.ods`, and the records that exist. Out: a draft for each entry of the log.
//! An entry is joined to an action that the archive has by its number in the log, or by workshop and
//! number in the write-up; what could not be joined becomes `log-<nnn>`, and is said. The two series
//! of numbers are never confused: a lone `No.` is the number in the log.

mod columns;
mod heads;
mod join;
mod row;
mod sheet;
#[cfg(test)]
mod tests;
mod told;
mod unseen;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::columns::Column;
use self::heads::{Heads, ROWS_BEFORE_THE_HEAD};
use self::join::Known;
use self::row::{Entry, Reader};
use self::sheet::{Cell, Row, Sheet};
use super::block::Block;
use super::doubts::{Doubts, quoted};
use super::inline;
use super::number_list;
use super::rules::{
    DOUBTFUL_NUMBER, HIDDEN_SHEET, LEFT_OUT, RAGGED_CSV, RAGGED_ROW, SPLIT_CELL, UNCERTAIN_VALUE,
    UNKNOWN_COLUMN, UNKNOWN_DOCUMENT, UNREADABLE_DOCUMENT,
};
use super::written_date;
use crate::diag::{Finding, Spot};
use crate::import::{Imported, markings};
use crate::model::date::Date;
use crate::model::record::Record;

/// Reads an action log.
///
/// # Errors
/// A file that cannot be read, or in which no sheet has the columns of an action log.
pub fn read(file: &Arc<str>, bytes: &[u8], known: &[Arc<Record>]) -> Result<Imported, Finding> {
    of_sheets(file, &sheet::read(file, bytes)?, Vec::new(), known)
}

/// Reads one from the tables of a text.
///
/// # Errors
/// A text in which no table has the columns of an action log.
pub(super) fn of_blocks(
    file: &Arc<str>,
    blocks: &[Block],
    known: &[Arc<Record>],
) -> Result<Imported, Finding> {
    let row = |block: &Block| {
        let cells = block.cells()?.iter();
        let cell =
            |text: &String| Cell { text: inline::clean(text, inline::Place::Line, &[]), ..Cell::default() };
        Some(Row { line: block.line, cells: cells.map(cell).collect() })
    };
    let sheet = Sheet { rows: blocks.iter().filter_map(row).collect(), ..Sheet::default() };
    let around = blocks.iter().filter(|block| block.cells().is_none());
    let marks = markings::find(around.map(|block| (block.line, block.text())));
    of_sheets(file, &[sheet], marks, known)
}

/// `marks`: what the text around the tables says about who may see them.
fn of_sheets(
    file: &Arc<str>,
    sheets: &[Sheet],
    mut marks: Vec<markings::Marking>,
    known: &[Arc<Record>],
) -> Result<Imported, Finding> {
    let mut doubts = Doubts::about(file);
    let mut entries = Vec::new();
    let mut heads_seen: Vec<String> = Vec::new();
    let index = Known::of(known);
    let mut logs = 0;
    let (hidden, shown): (Vec<&Sheet>, Vec<&Sheet>) = sheets.iter().partition(|sheet| sheet.is_hidden);
    for name in hidden.iter().filter_map(|sheet| sheet.name.as_deref()) {
        doubts.of_all_with_help(
            &HIDDEN_SHEET,
            format!("the sheet {} is hidden and is left out", quoted(name, 60)),
            "if it belongs to the log, show it (Unhide, at the names of the sheets) and import the file again; \
             if not, delete it before you pass the file on",
        );
    }
    for sheet in shown.iter().copied() {
        match heads::find(sheet) {
            Some(Heads { row: at, columns, above }) => {
                logs += 1;
                marks.extend(marks_of(sheet, at));
                let before = doubts.count();
                if let Some((line, words)) = above {
                    let message = format!("the row {} above the heads is left out", quoted(&words, 80));
                    doubts.at(line, &LEFT_OUT, message);
                }
                entries.extend(entries_of(sheet, at, &columns, (known, &index), &mut doubts));
                told::of_sheet(sheet, &mut doubts);
                if let Some(name) = &sheet.name {
                    // A workbook has no lines: its doubts stand at rows of a sheet.
                    doubts.show(before, |row| {
                        let found = sheet.rows.iter().find(|one| one.line == row)?;
                        let cells: Vec<&str> = found.cells.iter().map(|cell| cell.text.as_str()).collect();
                        Some((format!("sheet {name}, row {row}"), cells.join(" | ")))
                    });
                }
            }
            None => heads_seen.extend(no_log(sheet, shown.len() > 1, &mut doubts)),
        }
    }
    if logs == 0 {
        if heads_seen.is_empty() && !hidden.is_empty() {
            let message = "the sheets that are shown are empty; the others are hidden and are not read";
            let help =
                "show the sheet of the log (Unhide, at the names of the sheets) and save the file again";
            return Err(Finding::new(&UNKNOWN_DOCUMENT, file, Spot::File, message).help(help));
        }
        let message =
            format!("no sheet has the columns of an action log; its heads are {}", heads_seen.join("; "));
        let help = "name the columns: number, action, owner, raised, due, status, update, artefact, workshop";
        return Err(Finding::new(&UNKNOWN_DOCUMENT, file, Spot::File, message).help(help));
    }
    markings::doubt(&marks, &mut doubts);
    marks.extend(told::of_margins(&shown, &mut doubts));
    let total = entries.len();
    let joined = entries.iter().filter(|entry| entry.joined).count();
    let mut drafts = Vec::new();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries {
        let id = entry.id.as_str().to_owned();
        if let Some(line) = taken.get(&id) {
            let message = format!(
                "{} is in the log twice, here and in row {line}; this one, {}, is left out",
                entry.name,
                quoted(&entry.title, 80)
            );
            doubts.at(entry.line, &DOUBTFUL_NUMBER, message);
            continue;
        }
        taken.insert(id, entry.line);
        let mut draft = entry.draft();
        markings::apply(&marks, &mut draft.front_matter, false);
        drafts.push(draft);
    }
    let figures =
        [("entries of the log", total), ("joined to write-ups", joined), ("not joined", total - joined)];
    Ok(Imported {
        recognised: "an action log".to_owned(),
        drafts,
        figures: figures.into_iter().map(|(name, count)| (name.to_owned(), count)).collect(),
        doubts: doubts.sorted(),
        ..Imported::default()
    })
}

/// Whether a table of these rows is an action log, for recognising it.
pub(crate) fn is_log(rows: &[Vec<String>]) -> bool {
    rows.iter().take(ROWS_BEFORE_THE_HEAD).any(|row| columns::of(row).is_some())
}

fn no_log(sheet: &Sheet, of_many: bool, doubts: &mut Doubts) -> Option<String> {
    let first = sheet.rows.iter().find(|row| row.cells.iter().any(|cell| !cell.text.is_empty()))?;
    let heads: Vec<&str> =
        first.cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
    if of_many && let Some(name) = &sheet.name {
        doubts.of_all(&LEFT_OUT, format!("the sheet {} is no action log and is left out", quoted(name, 60)));
    }
    Some(heads.join(", ").chars().take(200).collect())
}

/// What stands above the heads, or in a row of its own below them, about who may see the log.
fn marks_of(sheet: &Sheet, head: usize) -> Vec<markings::Marking> {
    let is_lone = |row: &Row| row.cells.iter().filter(|cell| !cell.text.is_empty()).count() == 1;
    let rows = sheet.rows.iter().enumerate().filter(|(n, row)| *n < head || is_lone(row));
    markings::find(rows.flat_map(|(_, row)| row.cells.iter().map(move |cell| (row.line, cell.text.as_str()))))
}

/// The day of the log, where it stands above the heads.
fn day_of(sheet: &Sheet, head: usize) -> Option<Date> {
    let above = sheet.rows.iter().take(head);
    above.flat_map(|row| &row.cells).find_map(|cell| cell.date.or_else(|| written_date::first(&cell.text)))
}

fn entries_of(
    sheet: &Sheet,
    head: usize,
    columns: &[Column],
    (known, index): (&[Arc<Record>], &Known<'_>),
    doubts: &mut Doubts,
) -> Vec<Entry> {
    let line = sheet.rows.get(head).map_or(1, |row| row.line);
    for column in columns {
        if let Column::Other(name) = column
            && !name.is_empty()
        {
            doubts.at(line, &UNKNOWN_COLUMN, format!("the column {} is kept in the notes", quoted(name, 60)));
        }
    }
    let state = columns.iter().position(|column| *column == Column::Status);
    let state = state.and_then(|n| sheet.rows.get(head)?.cells.get(n)).map(|cell| cell.text.as_str());
    let older =
        columns.iter().filter(|column| matches!(column, Column::Other(name) if columns::is_state(name)));
    if let (Some(state), count @ 1..) = (state, older.count()) {
        let message = format!(
            "{} columns of states; {} is read, and what the others say is kept in the notes",
            count + 1,
            quoted(state, 60)
        );
        let help = "look whether it is the newest; what an action was before can be told in its record";
        doubts.with_help(line, &UNCERTAIN_VALUE, message, help);
    }
    let day = state.and_then(written_date::first).or_else(|| day_of(sheet, head));
    let reader = Reader { columns, known, index, day };
    let mut entries: Vec<Entry> = Vec::new();
    let mut ids = BTreeSet::new();
    for row in sheet.rows.iter().skip(head + 1) {
        if let (Some(words), Some(last)) = (rest_of_a_note(row, columns), entries.last_mut()) {
            let message = format!("{} is read as the rest of the note of {}", quoted(words, 60), last.name);
            doubts.at(row.line, &SPLIT_CELL, message);
            last.add_note(words);
            continue;
        }
        if let Some(why) = no_entry(row, columns) {
            if !why.is_empty() {
                doubts.at(row.line, &LEFT_OUT, why);
            }
            continue;
        }
        doubt_shape(row, columns.len(), doubts);
        entries.extend(reader.entries(row, &mut ids, doubts));
    }
    entries
}

/// The words of a row that goes on with the note of the entry above: nothing else stands in it.
fn rest_of_a_note<'r>(row: &'r Row, columns: &[Column]) -> Option<&'r str> {
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let (n, cell) = filled.next().filter(|_| filled.next().is_none())?;
    (columns.len() > 2 && columns.get(n) == Some(&Column::Update)).then_some(cell.text.as_str())
}

/// Why a row is no entry: it is empty, a total, a heading, or the heads again.
fn no_entry(row: &Row, columns: &[Column]) -> Option<String> {
    let filled: Vec<(usize, &str)> = row
        .cells
        .iter()
        .enumerate()
        .map(|(n, cell)| (n, cell.text.as_str()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let Some((first, text)) = filled.first() else { return Some(String::new()) };
    let lower = text.to_lowercase();
    let total = ["total", "totals", "sum", "subtotal", "grand total", "count"]
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    if total {
        return Some(format!("the row {} is a total", quoted(text, 40)));
    }
    let heads: Vec<String> = row.cells.iter().map(|cell| cell.text.clone()).collect();
    if columns::of(&heads).is_some_and(|again| again == columns) {
        return Some("the heads stand here again".to_owned());
    }
    let is_number = columns.get(*first) == Some(&Column::LogNumber) && number_list::read(text).is_some();
    let is_action = columns.get(*first) == Some(&Column::Action);
    let lone = filled.len() == 1 && columns.len() > 2;
    (lone && !is_number && !is_action).then(|| format!("the row {} is a heading", quoted(text, 60)))
}

fn doubt_shape(row: &Row, width: usize, doubts: &mut Doubts) {
    // A comma outside quotes moves every cell after it; what was pasted may only lack its last ones.
    let is_csv = [".csv", ".tsv"].iter().any(|ending| doubts.file().to_ascii_lowercase().ends_with(ending));
    let rule = if is_csv { &RAGGED_CSV } else { &RAGGED_ROW };
    let more: Vec<&str> =
        row.cells.iter().skip(width).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
    if !more.is_empty() {
        let message = format!(
            "the row has {} cells, the log {width} columns; over the edge: {}",
            row.cells.len(),
            quoted(&more.join(" "), 80)
        );
        doubts.at(row.line, rule, message);
    } else if row.cells.len() < width {
        doubts.at(row.line, rule, format!("the row has {} cells, the log {width} columns", row.cells.len()));
    }
    for (n, cell) in row.cells.iter().enumerate() {
        if let Some(doubt) = cell.doubt {
            let shown =
                if cell.text.is_empty() { String::new() } else { format!(", {}", quoted(&cell.text, 40)) };
            // What the spreadsheet itself cannot show nobody can write down.
            let rule = if cell.is_lost { &UNREADABLE_DOCUMENT } else { &UNCERTAIN_VALUE };
            doubts.at(
                row.line,
                rule,
                format!("the cell {}{}{shown} {doubt}", told::column_name(n), row.line),
            );
        }
    }
}
