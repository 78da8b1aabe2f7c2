//! A spreadsheet's bytes → its cells as text, with what is odd about them.
//!
//! In: `.csv`, `.tsv`, `.xlsx`, `.ods`. Out: sheets of rows. Of a formula the stored result is read,
//! a merged cell gives its value to every row it covers, a date is a date whatever it looks like. A sheet
//! that is hidden is named and not read, nor are hidden rows and columns of others: who sent the workbook may
//! not know that they are there.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Ods, Range, Reader, SheetVisible, Xlsx};

use super::super::package::Package;
use super::super::source::{self, unreadable};
use super::unseen::{self, Unseen, is_in};
use crate::diag::{Finding, Spot};
use crate::model::date::Date;

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its name, in a workbook.
    pub(super) name: Option<String>,
    /// Its rows; none of them is read where it is hidden.
    pub(super) rows: Vec<Row>,
    /// Whether nobody sees it who opens the workbook.
    pub(super) is_hidden: bool,
    /// What of it is not seen as it stands; only of rows and columns that have words.
    pub(super) unseen: Unseen,
}

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// The line in the file, or the row in the sheet, from 1.
    pub(super) line: usize,
    /// Its cells.
    pub(super) cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// What it shows.
    pub(super) text: String,
    /// The date, where the spreadsheet knows it for one.
    pub(super) date: Option<Date>,
    /// Why its value is not certain.
    pub(super) doubt: Option<&'static str>,
    /// Whether it has no value at all, although something is meant to stand there.
    pub(super) is_lost: bool,
}

impl Sheet {
    /// Takes out what is hidden; the rows and columns with words that went are kept as such.
    fn cover(&mut self, mut unseen: Unseen) {
        let (hidden, columns) = (std::mem::take(&mut unseen.rows), std::mem::take(&mut unseen.columns));
        let is_filled = |cell: &Cell| !cell.text.is_empty();
        self.rows.retain(|row| {
            let stays = !is_in(&hidden, row.line);
            if !stays && row.cells.iter().any(is_filled) {
                unseen.rows.push((row.line, row.line));
            }
            stays
        });
        for row in &mut self.rows {
            for (n, cell) in row.cells.iter_mut().enumerate().filter(|(n, _)| is_in(&columns, *n)) {
                if is_filled(cell) && !is_in(&unseen.columns, n) {
                    unseen.columns.push((n, n));
                }
                *cell = Cell::default();
            }
        }
        unseen.columns.sort_unstable();
        self.unseen = unseen;
    }
}

/// A sheet may not have more cells than this, empty ones among them.
const MOST_CELLS: u64 = 4_000_000;

/// Reads every sheet.
///
/// # Errors
/// A file that is cut, encrypted, too large, or in another encoding.
pub(super) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Vec<Sheet>, Finding> {
    if bytes.starts_with(b"PK") || bytes.starts_with(super::super::package::COMPOUND_FILE) {
        let mut package = Package::open(file, bytes)?;
        let is_office = package.has("xl/workbook.xml");
        // The library stumbles over some damaged files; they must not take the program with them.
        let read = || if is_office { xlsx(file, bytes) } else { ods(file, bytes) };
        let mut sheets = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read))
            .unwrap_or_else(|_| Err(unreadable(file, Spot::File, "the spreadsheet is damaged")))?;
        let mut found =
            if is_office { unseen::of_excel(&mut package) } else { unseen::of_open_document(&mut package) };
        for sheet in sheets.iter_mut().filter(|sheet| !sheet.is_hidden) {
            if let Some(unseen) = sheet.name.as_ref().and_then(|name| found.remove(name)) {
                sheet.cover(unseen);
            }
        }
        return Ok(sheets);
    }
    let text = source::text(file, bytes)?;
    Ok(vec![separated(file, &text)?])
}

fn separated(file: &Arc<str>, text: &str) -> Result<Sheet, Finding> {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| head.bytes().filter(|byte| *byte == mark).count();
    let delimiter =
        [b',', b';', b'\t'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut record = csv::StringRecord::new();
    let mut last_line = 1;
    loop {
        let more = reader.read_record(&mut record).map_err(|error| {
            unreadable(
                file,
                Spot::Line(last_line, 1),
                format!("the row after this one cannot be read: {error}"),
            )
        })?;
        if !more {
            break;
        }
        last_line = record.position().map_or(last_line, |position| position.line() as usize);
        let cell = |text: &str| Cell { text: text.trim().to_owned(), ..Cell::default() };
        sheet.rows.push(Row { line: last_line, cells: record.iter().map(cell).collect() });
    }
    // A quoted cell that never ends swallows the rest of the file: the download was cut.
    let quotes = text.bytes().filter(|byte| *byte == b'"').count();
    if quotes % 2 == 1 && record_ends_open(text, last_line) {
        let fault = unreadable(
            file,
            Spot::Line(last_line, 1),
            "a quoted cell that starts here never ends: the file is cut",
        );
        return Err(fault.help("fetch or save the file again"));
    }
    Ok(sheet)
}

/// Whether the last row, from its line on, has a quotation mark without its partner.
fn record_ends_open(text: &str, line: usize) -> bool {
    let rest: Vec<&str> = text.lines().skip(line.saturating_sub(1)).collect();
    rest.iter().map(|line| line.matches('"').count()).sum::<usize>() % 2 == 1
}

fn xlsx(file: &Arc<str>, bytes: &[u8]) -> Result<Vec<Sheet>, Finding> {
    let damaged = |error: calamine::XlsxError| {
        unreadable(file, Spot::File, format!("the spreadsheet is damaged: {error}"))
    };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for (name, is_hidden) in named(book.sheets_metadata()) {
        if is_hidden {
            sheets.push(Sheet { name: Some(name), is_hidden, ..Sheet::default() });
            continue;
        }
        let in_sheet = |error: calamine::XlsxError| {
            unreadable(file, Spot::File, format!("the sheet {name} is damaged: {error}"))
        };
        // One cell in the last row of a sheet would make a table of millions: look before.
        let (mut rows, mut columns) = (0, 0);
        match book.worksheet_cells_reader(&name) {
            Ok(mut cells) => {
                while let Some(cell) = cells.next_cell().map_err(in_sheet)? {
                    let (row, column) = cell.get_position();
                    (rows, columns) = (rows.max(u64::from(row) + 1), columns.max(u64::from(column) + 1));
                }
            }
            // A sheet that is a chart has no cells.
            Err(_) => continue,
        }
        fits(file, &name, rows * columns)?;
        let values = book.worksheet_range(&name).map_err(in_sheet)?;
        let formulas = book.worksheet_formula(&name).map_err(in_sheet)?;
        let mut sheet = of_range(&name, &values, &formulas);
        if let Ok(merged) = book.merge_cells_by_sheet_name(&name) {
            for region in merged {
                fill(&mut sheet, region.start, region.end);
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn ods(file: &Arc<str>, bytes: &[u8]) -> Result<Vec<Sheet>, Finding> {
    let damaged = |error: calamine::OdsError| {
        unreadable(file, Spot::File, format!("the spreadsheet is damaged: {error}"))
    };
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for (name, is_hidden) in named(book.sheets_metadata()) {
        if is_hidden {
            sheets.push(Sheet { name: Some(name), is_hidden, ..Sheet::default() });
            continue;
        }
        let values = book.worksheet_range(&name).map_err(damaged)?;
        let formulas = book.worksheet_formula(&name).map_err(damaged)?;
        let (height, width) = values.get_size();
        fits(file, &name, height as u64 * width as u64)?;
        sheets.push(of_range(&name, &values, &formulas));
    }
    Ok(sheets)
}

/// The names of the sheets, and whether each is hidden.
fn named(sheets: &[calamine::Sheet]) -> Vec<(String, bool)> {
    sheets.iter().map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

fn fits(file: &Arc<str>, name: &str, cells: u64) -> Result<(), Finding> {
    if cells <= MOST_CELLS {
        return Ok(());
    }
    let fault = unreadable(file, Spot::File, format!("the sheet {name} spans {cells} cells"));
    Err(fault.help("delete the empty rows and columns after the last one that is used, and save it again"))
}

fn of_range(name: &str, values: &Range<Data>, formulas: &Range<String>) -> Sheet {
    let mut rows = Vec::new();
    let (Some((top, left)), Some((bottom, right))) = (values.start(), values.end()) else {
        return Sheet { name: Some(name.to_owned()), rows, ..Sheet::default() };
    };
    for row in top..=bottom {
        // From the first column on, so that a cell's index is its column.
        let cells = (0..=right).map(|column| {
            if column < left {
                return Cell::default();
            }
            let formula = formulas.get_value((row, column)).is_some_and(|formula| !formula.is_empty());
            cell(values.get_value((row, column)).unwrap_or(&Data::Empty), formula)
        });
        rows.push(Row { line: row as usize + 1, cells: cells.collect() });
    }
    Sheet { name: Some(name.to_owned()), rows, ..Sheet::default() }
}

fn cell(value: &Data, formula: bool) -> Cell {
    let text = |text: String| Cell { text: text.trim().to_owned(), ..Cell::default() };
    match value {
        Data::Empty if formula => {
            Cell { doubt: Some("is a formula without a stored result"), is_lost: true, ..Cell::default() }
        }
        Data::Empty => Cell::default(),
        Data::String(value) => text(value.clone()),
        Data::Int(value) => text(value.to_string()),
        Data::Float(value) => text(value.to_string()),
        Data::Bool(value) => text(if *value { "yes" } else { "no" }.to_owned()),
        Data::DateTime(value) if value.is_duration() => text(value.as_f64().to_string()),
        Data::DateTime(value) => {
            let (year, month, day, ..) = value.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            Cell { date: date.parse().ok(), ..text(date) }
        }
        Data::DateTimeIso(value) => {
            let day = value.get(..10).unwrap_or(value);
            Cell { date: day.parse().ok(), ..text(day.to_owned()) }
        }
        Data::DurationIso(value) => text(value.clone()),
        Data::Error(error) => {
            Cell { doubt: Some("shows an error"), is_lost: true, ..text(error.to_string()) }
        }
    }
}

/// Gives the value of a merged cell to every row it covers; across, it stays where it is.
fn fill(sheet: &mut Sheet, start: (u32, u32), end: (u32, u32)) {
    let at = |sheet: &Sheet, row: u32| sheet.rows.iter().position(|one| one.line == row as usize + 1);
    let column = start.1 as usize;
    let Some(value) = at(sheet, start.0).and_then(|n| sheet.rows.get(n)?.cells.get(column).cloned()) else {
        return;
    };
    // A region may reach to the end of the sheet; only rows that are there are filled.
    for row in
        sheet.rows.iter_mut().filter(|row| row.line > start.0 as usize + 1 && row.line <= end.0 as usize + 1)
    {
        if let Some(cell) = row.cells.get_mut(column).filter(|cell| cell.text.is_empty()) {
            *cell = Cell {
                doubt: Some("is merged with the cells above; their value is read here too"),
                ..value.clone()
            };
        }
    }
}

/// The day that a spreadsheet's serial number stands for, days from the end of 1899.
pub(super) fn serial_day(text: &str) -> Option<Date> {
    let serial: f64 = text.parse().ok().filter(|serial| (20_000.0..80_000.0).contains(serial))?;
    let start = jiff::civil::date(1899, 12, 30);
    let days = jiff::Span::new().try_days(serial.trunc() as i64).ok()?;
    start.checked_add(days).ok().map(Date::from_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_file_is_refused_where_it_breaks() {
        let fault = read(&"log.csv".into(), b"No,Action\n1,Send it\n2,\"Read it and").unwrap_err();
        assert_eq!(fault.spot, Spot::Line(3, 1));
        assert!(read(&"log.csv".into(), b"No,Action\n1,\"Send \"\"it\"\"\nnow\"\n").is_ok());
    }

    #[test]
    fn separators_are_found() {
        let cells = |text: &str| {
            let sheets = read(&"x".into(), text.as_bytes()).unwrap();
            sheets[0].rows[0].cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(cells("No;Action, agreed;Who\n"), ["No", "Action, agreed", "Who"]);
        assert_eq!(cells("No\tAction\n"), ["No", "Action"]);
        assert_eq!(cells("\u{feff}No,Action\n"), ["No", "Action"]);
    }

    #[test]
    fn serial_numbers_are_days() {
        assert_eq!(serial_day("43284").unwrap().to_string(), "2018-07-03");
        assert_eq!(serial_day("43284.5").unwrap().to_string(), "2018-07-03");
        assert_eq!(serial_day("12"), None);
        assert_eq!(serial_day("1e300"), None);
    }
}
