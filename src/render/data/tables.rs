//! Tables as CSV, safe to open in a spreadsheet.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::record::entries;
use crate::compose::matrix::{ATTRIBUTES, Matrix};
use crate::render::press::Press;
use crate::render::view::cell_words;

/// The columns that every table begins with.
const FIRST: [&str; 5] = ["id", "title", "summary", "visibility", "updated"];

/// The records of a collection, one a row: common columns, the schema's, what nobody declared by
/// name, and the body last.
pub(super) fn collection(press: &Press, name: &str) -> anyhow::Result<Vec<u8>> {
    let columns = columns(press, name);
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(columns.iter().map(|column| guarded(column).into_owned()))?;
    for index in press.edition().collection(name) {
        let entries = entries(press, index).0;
        let row = columns.iter().map(|column| {
            let cell = entries.iter().find(|(key, _)| key == column).map(|(_, cell)| cell.flat());
            guarded(&cell.unwrap_or_default()).into_owned()
        });
        table.write_record(row)?;
    }
    Ok(table.into_inner()?)
}

/// The columns of the table of a collection: those that some record has, and the schema's.
pub(super) fn columns(press: &Press, name: &str) -> Vec<String> {
    let mut columns: Vec<String> = FIRST.iter().map(|&column| column.to_owned()).collect();
    let schema = press.edition().schema().collection(name);
    columns.extend(schema.iter().flat_map(|schema| &schema.fields).map(|field| field.key.to_string()));
    let mut others = BTreeSet::new();
    for index in press.edition().collection(name) {
        for (key, _) in entries(press, index).0 {
            if !columns.iter().any(|column| *column == key) && !LAST.contains(&&*key) {
                others.insert(key.into_owned());
            }
        }
    }
    let mut seen = BTreeSet::new();
    columns.extend(others);
    columns.extend(LAST.iter().map(|&column| column.to_owned()));
    columns.retain(|column| !matches!(&**column, "collection" | "visibility") && seen.insert(column.clone()));
    columns
}

const LAST: [&str; 2] = ["address", "body"];

/// The matrix: a row a topic, a column an attribute.
pub(super) fn matrix(press: &Press, matrix: &Matrix) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(["topic", "title"].into_iter().chain(ATTRIBUTES))?;
    for column in &matrix.columns {
        let record = press.record(column.topic);
        let mut row = vec![record.id.as_str().to_owned(), guarded(&record.title).into_owned()];
        row.extend(column.cells.iter().map(|cell| guarded(&cell_words(cell)).into_owned()));
        table.write_record(row)?;
    }
    Ok(table.into_inner()?)
}

/// A cell that no spreadsheet takes for a formula: one that begins as a formula does, and is no
/// number, gets an apostrophe before it. So does one that would look as if it had got one, so that an
/// import knows which apostrophes to take away.
fn guarded(text: &str) -> Cow<'_, str> {
    let formula = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && text.parse::<f64>().is_err() { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+CMD|' /C calc'!A0", "-x", "@SUM(A1)", "\tx", "'=1", "'-5"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "a=b", "-5", "+3.5", "2018-07-03", "e-mail"] {
            assert_eq!(guarded(text), text);
        }
    }
}
