//! The rows of a timetable → its entries, each with its year and month.

use super::super::block::{Block, Kind};
use super::super::doubts::{Doubts, quoted};
use super::super::inline::unmarked;
use super::super::rules::{SPLIT_CELL, STRAY_MONTH, STRAY_YEAR};
use super::super::written_date;
use super::entry::Entry;
use crate::model::date::MONTHS;

/// What a row gives.
struct Row {
    line: usize,
    year: Option<i16>,
    month: Option<u8>,
    text: String,
    /// Whether a page breaks before it, or an empty line stands there.
    after_gap: bool,
}

/// Reads the entries of every row; how many rows there were, and the entries.
pub(super) fn entries(blocks: &[Block], doubts: &mut Doubts) -> (usize, Vec<Entry>) {
    let rows = rows(blocks);
    let mut reader = Reader { entries: Vec::new(), year: None, month: None, stray: None, doubts };
    for row in &rows {
        reader.row(row);
    }
    reader.give_up_stray();
    (rows.len(), reader.entries)
}

/// How many rows give a month, and how many a year.
pub(super) fn dated(blocks: &[Block]) -> (usize, usize) {
    let rows = rows(blocks);
    // A list of actions with dates is none: there the date stands after the text.
    let count = |is: fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    (count(|row| row.month.is_some()), count(|row| row.year.is_some()))
}

fn rows(blocks: &[Block]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last = 0;
    for block in blocks {
        if let Kind::Row { cells, .. } = &block.kind
            && let Some(row) = read(block.line, cells, block.line > last + 1)
        {
            rows.push(row);
            last = block.line;
        }
    }
    rows
}

/// The year, the month and the text of a row; `None` for the head of the table.
fn read(line: usize, cells: &[String], after_gap: bool) -> Option<Row> {
    let (mut year, mut month) = (None, None);
    let mut text: Vec<&str> = Vec::new();
    let last = cells.len().saturating_sub(1);
    for (n, cell) in cells.iter().enumerate() {
        let plain = unmarked(cell);
        // A date stands before the text, never in the last column of three.
        let may_date = text.is_empty() && (n < last || cells.len() == 1);
        if plain.is_empty() {
            continue;
        } else if let Some(found) = written_date::full_year(&plain).filter(|_| may_date) {
            year = Some(found);
        } else if let Some(found) = written_date::month(&plain).filter(|_| may_date) {
            month = Some(found);
        } else if let Some(found) =
            written_date::first(&plain).filter(|_| may_date && plain.split_whitespace().count() <= 4)
        {
            year = Some(found.year());
            month = found.month();
        } else {
            text.push(cell);
        }
    }
    let heads = year.is_none()
        && month.is_none()
        && cells.iter().all(|cell| {
            matches!(
                unmarked(cell).to_lowercase().as_str(),
                "year"
                    | "month"
                    | "date"
                    | "when"
                    | "publication"
                    | "what"
                    | "entry"
                    | "milestone"
                    | "item"
                    | "description"
                    | "activity"
            )
        });
    (!heads).then(|| Row { line, year, month, text: text.join(" "), after_gap })
}

struct Reader<'d> {
    entries: Vec<Entry>,
    year: Option<i16>,
    month: Option<u8>,
    /// A month without text, and its line.
    stray: Option<(usize, u8)>,
    doubts: &'d mut Doubts,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row) {
        if let Some(year) = row.year {
            self.year = Some(year);
            self.month = None;
        }
        if row.text.is_empty() {
            match (row.month, row.year) {
                (Some(month), _) => {
                    self.give_up_stray();
                    self.stray = Some((row.line, month));
                }
                (None, Some(year)) => {
                    let message = format!("the row is only the year {year}; it holds for the rows below");
                    self.doubts.at(row.line, &STRAY_YEAR, message);
                }
                (None, None) => {}
            }
            return;
        }
        if row.month.is_none() && row.year.is_none() && self.goes_on(row) {
            self.join(row);
            return;
        }
        let mut entry = Entry { line: row.line, text: row.text.clone(), ..Entry::default() };
        if let Some(month) = row.month {
            self.give_up_stray();
            self.month = Some(month);
        } else if let Some((line, month)) = self.stray.take() {
            self.month = Some(month);
            let name = name(month);
            let message = format!(
                "{name} stands alone here, and the text of line {} has no month; they are read as one entry",
                row.line
            );
            self.doubts.at(line, &STRAY_MONTH, message);
            entry.notes.push(format!("{name} stands alone in the row above, and this text has no month; they are read as one entry."));
        } else if self.month.is_none() {
            self.doubts.at(
                row.line,
                &STRAY_MONTH,
                format!("no month stands with {}", quoted(&unmarked(&row.text), 60)),
            );
            entry.notes.push("No month stands with this entry.".to_owned());
        }
        (entry.year, entry.month) = (self.year, self.month);
        self.entries.push(entry);
    }

    /// Whether a row without a date is the rest of the entry above: that has no end, and a page
    /// broke between them or the row starts in the middle of a sentence.
    fn goes_on(&self, row: &Row) -> bool {
        let Some(above) = self.entries.last().filter(|_| self.stray.is_none()) else { return false };
        let open = !unmarked(&above.text).ends_with(['.', '!', '?', ')']);
        open && (row.after_gap || unmarked(&row.text).starts_with(char::is_lowercase))
    }

    fn join(&mut self, row: &Row) {
        let Some(above) = self.entries.last_mut() else { return };
        let message = format!(
            "{} is read as the rest of the cell of line {}, {}",
            quoted(&unmarked(&row.text), 60),
            above.line,
            quoted(&above.plain(), 60)
        );
        self.doubts.at(row.line, &SPLIT_CELL, message);
        above.notes.push("A page break cuts this entry in the source; it is joined here.".to_owned());
        above.text = format!("{} {}", above.text, row.text).replace("** **", " ");
    }

    /// A month that nothing followed is an entry that was lost.
    fn give_up_stray(&mut self) {
        if let Some((line, month)) = self.stray.take() {
            self.doubts.at(line, &STRAY_MONTH, format!("{} has no text; an entry may be lost", name(month)));
        }
    }
}

fn name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
}
