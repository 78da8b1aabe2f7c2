//! Tables as CSV, safe to open in a spreadsheet.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::record::{beside, entries};
use crate::compose::matrix::{ATTRIBUTES, Matrix};
use crate::render::press::Press;
use crate::render::view::cell_words;

/// A column of the table of a collection.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its name, the key in the front matter.
    pub(super) name: String,
    /// How many records have something there.
    pub(super) filled: usize,
    /// Whether some of it has a `#`, as a reference to a part of a record has.
    pub(super) parts: bool,
}

impl Column {
    fn named(name: &str) -> Self {
        Column { name: name.to_owned(), filled: 0, parts: false }
    }
}

/// The columns that every table begins with.
const FIRST: [&str; 4] = ["id", "title", "summary", "updated"];

/// The records of a collection, one a row: common columns, the schema's, what nobody declared by
/// name, and the body last.
///
/// Columns are counted as they are written: what is filled in, and whether a part of a record is named.
pub(super) fn collection(press: &Press, name: &str, columns: &mut [Column]) -> anyhow::Result<Vec<u8>> {
    let place: BTreeMap<String, usize> =
        columns.iter().enumerate().map(|(n, column)| (column.name.clone(), n)).collect();
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(columns.iter().map(|column| guarded(&*column.name).into_owned()))?;
    for index in press.edition().collection(name) {
        let entries = entries(press, index).0;
        let mut row = vec![Cow::Borrowed(""); columns.len()];
        for (key, cell) in &entries {
            if let Some(n) = place.get(&**key) {
                let words = cell.flat();
                columns[*n].filled += 1;
                columns[*n].parts |= words.contains('#');
                row[*n] = guarded(words);
            }
        }
        table.write_record(row.iter().map(|cell| cell.as_bytes()))?;
    }
    Ok(table.into_inner()?)
}

/// The columns of the table of a collection: the common ones, the schema's, and what its records
/// have beside them, by name.
pub(super) fn columns(press: &Press, name: &str) -> Vec<Column> {
    let schema = press.edition().schema().collection(name);
    let declared: BTreeSet<&str> =
        schema.iter().flat_map(|schema| &schema.fields).map(|field| &*field.key).collect();
    let mut others: BTreeSet<&str> = BTreeSet::new();
    for index in press.edition().collection(name) {
        let record = press.record(index);
        others.extend(record.fields.iter().map(|field| exported(name, &field.key)));
        others.extend(beside(record));
    }
    let own = schema.iter().flat_map(|schema| &schema.fields).map(|field| exported(name, &field.key));
    let others = others.into_iter().filter(|key| !declared.contains(key));
    let mut seen = BTreeSet::new();
    let mut all: Vec<&str> = FIRST.to_vec();
    all.extend(own.chain(others));
    all.extend(LAST);
    all.into_iter().filter(|column| seen.insert(*column)).map(Column::named).collect()
}

/// The key by which a field of a record's own is exported: what the program works out itself keeps its key, and a
/// field that is called so has `own_` before it.
pub(super) fn exported<'k>(collection: &str, key: &'k str) -> &'k str {
    match (collection, key) {
        (_, "id") => "own_id",
        (_, "collection") => "own_collection",
        (_, "address") => "own_address",
        (_, "body") => "own_body",
        ("issues", "heading") => "own_heading",
        ("issues", "rule") => "own_rule",
        ("actions", "wording") => "own_wording",
        ("actions", "other_wordings") => "own_other_wordings",
        _ => key,
    }
}

const LAST: [&str; 2] = ["address", "body"];

/// The matrix: a row a topic, a column an attribute.
pub(super) fn matrix(press: &Press, matrix: &Matrix) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(["topic", "title"].into_iter().chain(ATTRIBUTES))?;
    for column in &matrix.columns {
        let record = press.record(column.topic);
        let mut row = vec![record.id.as_str().to_owned(), guarded(&*record.title).into_owned()];
        row.extend(column.cells.iter().map(|cell| guarded(cell_words(cell)).into_owned()));
        table.write_record(row)?;
    }
    Ok(table.into_inner()?)
}

/// A cell that no spreadsheet takes for a formula: one that begins as a formula does, and is no
/// number, gets an apostrophe before it. So does one that would look as if it had got one, so that an
/// import knows which apostrophes to take away.
pub(super) fn guarded<'t>(text: impl Into<Cow<'t, str>>) -> Cow<'t, str> {
    let text = text.into();
    let formula = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && text.parse::<f64>().is_err() { Cow::Owned(format!("'{text}")) } else { text }
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
