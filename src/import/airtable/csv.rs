//! A grid view's CSV → rows.
//!
//! In: the file that Airtable's "Download CSV" gives. Out: rows of text, each with its line. Which
//! columns hold lists is not known here; `list` takes such a cell apart.

use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};
use serde_json::Value;

use super::table::{Cell, Row};
use super::text::{Text, unreadable};
use crate::diag::Finding;

/// Reads the rows.
///
/// # Errors
/// A finding for every row that has more or fewer cells than the head, or the one that says why the
/// file is no table.
pub fn rows(text: &Text) -> Result<Vec<Row>, Vec<Finding>> {
    let fault = |byte: usize, message: String| unreadable(&text.file, text.at(byte), message);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text.as_str()))
        .from_reader(text.as_str().as_bytes());
    let mut records = reader.records();
    let mut first = records.next();
    if let Some(Ok(row)) = &first
        && is_separator(row)
    {
        first = records.next();
    }
    let head = match first {
        Some(Ok(head)) => head,
        Some(Err(error)) => return Err(vec![fault(0, error.to_string())]),
        None => return Err(vec![fault(0, "empty: there is no head".to_owned())]),
    };
    let fields = fields(&head).map_err(|message| vec![fault(0, message)])?;
    let (mut rows, mut faults, mut last) = (Vec::new(), Vec::new(), 0);
    for record in records {
        let record = record.map_err(|error| vec![fault(last, error.to_string())])?;
        last = start_of(&record, text);
        if record.len() == fields.len() {
            rows.extend(row(&record, &fields, last));
        } else if faults.len() < MOST_FAULTS {
            let (found, wanted) = (record.len(), fields.len());
            let message = format!("a row of {found} cells under a head of {wanted}");
            faults.push(fault(last, message).help("a comma or a line end stands outside quotes, perhaps"));
        }
    }
    // The reader takes an unclosed quotation to the end of the file without a word.
    if text.as_str().bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        return Err(vec![fault(
            last,
            "a quotation mark that opens in this row, or in one near it, is never closed".to_owned(),
        )]);
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// Whether a row only tells Excel what stands between cells: `sep=;`.
fn is_separator(row: &StringRecord) -> bool {
    row.get(0).is_some_and(|cell| cell.trim().eq_ignore_ascii_case("sep="))
        && row.iter().skip(1).all(str::is_empty)
}

/// The names in the head of a table, or why it is none.
pub fn head(text: &str) -> Option<Vec<String>> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let mut head = records.next()?.ok()?;
    if is_separator(&head) {
        head = records.next()?.ok()?;
    }
    Some(head.iter().map(|name| name.trim().to_owned()).collect())
}

/// The items of a cell that holds a list: commas between them, quotes round those that have one.
pub fn list(cell: &str) -> Vec<String> {
    let (mut items, mut item, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = cell.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // A quotation mark opens one only where an item begins; elsewhere it is a letter.
            '"' if !quoted && item.trim().is_empty() => {
                quoted = true;
                item.clear();
            }
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                item.push('"');
            }
            '"' if quoted => quoted = false,
            ',' if !quoted => items.push(std::mem::take(&mut item)),
            '\n' if !quoted => item.push(' '),
            letter => item.push(letter),
        }
    }
    items.push(item);
    items.iter().map(|item| item.trim()).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

const MOST_FAULTS: usize = 20;

/// A comma; a semicolon or a tab where the first line has those and no comma.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    match (head.contains(','), head.contains('\t'), head.contains(';')) {
        (false, true, _) => b'\t',
        (false, false, true) => b';',
        _ => b',',
    }
}

fn fields(head: &StringRecord) -> Result<Vec<Arc<str>>, String> {
    let mut fields: Vec<Arc<str>> = Vec::with_capacity(head.len());
    for name in head {
        let name = name.trim();
        if name.is_empty() {
            return Err(format!("column {} has no name in the head", fields.len() + 1));
        }
        if fields.iter().any(|known| **known == *name) {
            return Err(format!("two columns are called `{name}`"));
        }
        fields.push(name.into());
    }
    Ok(fields)
}

fn start_of(record: &StringRecord, text: &Text) -> usize {
    record.position().map_or(0, |position| {
        let mut byte = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        // The position may be that of blank lines before the row.
        while text.as_str().as_bytes().get(byte) == Some(&b'\n') {
            byte += 1;
        }
        byte
    })
}

fn row(record: &StringRecord, fields: &[Arc<str>], at: usize) -> Option<Row> {
    let cells = fields.iter().zip(record).filter(|(_, text)| !text.trim().is_empty());
    let cells: Vec<_> = cells
        .map(|(field, text)| Cell { field: Arc::clone(field), value: Value::String(text.to_owned()), at })
        .collect();
    (!cells.is_empty()).then_some(Row { id: None, created: None, cells, at })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Row>, Vec<String>> {
        let text = Text::of(&"cases.csv".into(), text.as_bytes().to_vec()).unwrap();
        rows(&text).map_err(|faults| {
            faults.iter().map(|fault| format!("{:?} {}", fault.spot, fault.message)).collect()
        })
    }

    #[test]
    fn reads_quoted_lines_and_keeps_their_place() {
        let rows = read("\u{feff}Name,Notes\r\n\r\nOne,\"a\nb, \"\"c\"\"\"\r\nTwo,\r\n,\r\n").unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.at, row.cells.len())).collect();
        assert_eq!(told, [(12, 2), (29, 1)]);
        assert_eq!(rows[0].cells[1].value, "a\nb, \"c\"");
    }

    #[test]
    fn says_which_rows_are_ragged() {
        let faults = read("Name,Notes\nOne\nTwo,x\nThree,x,y\n").unwrap_err();
        assert_eq!(
            faults,
            [
                "Line(2, 1) a row of 1 cells under a head of 2",
                "Line(4, 1) a row of 3 cells under a head of 2"
            ]
        );
        let open = read("Name,Notes\nOne,\"x\nTwo,y\n").unwrap_err();
        assert!(open[0].starts_with("Line(2, 1) a quotation mark"), "{open:?}");
        assert_eq!(read("Name,Name\n").unwrap_err(), ["Line(1, 1) two columns are called `Name`"]);
        assert_eq!(read("").unwrap_err(), ["Line(1, 1) empty: there is no head"]);
    }

    #[test]
    fn the_line_that_tells_excel_the_separator_is_no_head() {
        let rows = read("sep=;\r\nName;Notes\r\nOne;a, b\r\n").unwrap();
        assert_eq!(
            (rows.len(), &*rows[0].cells[0].field, rows[0].cells[1].value.as_str()),
            (1, "Name", Some("a, b"))
        );
        assert_eq!(head("sep=;\nName;Notes\n").unwrap(), ["Name", "Notes"]);
    }

    #[test]
    fn takes_lists_apart() {
        assert_eq!(list("a,b , c"), ["a", "b", "c"]);
        assert_eq!(list("\"Foo, Inc\",Bar, \"Baz, \"\"x\"\"\""), ["Foo, Inc", "Bar", "Baz, \"x\""]);
        assert_eq!(list(""), Vec::<String>::new());
    }
}
