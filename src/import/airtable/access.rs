//! What a row says of who may see it, in columns that nobody mapped to a key of access.
//!
//! In: the cells of a row, and what becomes of their fields. Out: those that say that the row is not for
//! everybody: a column called like a key of access, or a value that is a marking. Such a record is written
//! for members, since what the base keeps to itself is published by no slip. A field that `annals.yaml`
//! leaves in the base on purpose is not asked: an editor has decided about it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::faults;
use super::mapping::{Mapped, Mapping};
use super::table::{Cell, Row, Table};
use crate::diag::Finding;
use crate::import::documents::rules::MARKED_DOCUMENT;
use crate::import::markings;
use crate::model::text::slug;

/// Columns that say for whom a row is, by their names as slugs; what stands in them closes a row unless
/// it opens it.
const CLOSES: &[&str] = &[
    "visibility",
    "embargo",
    "embargoed",
    "embargo-until",
    "embargoed-until",
    "embargo-date",
    "confidential",
    "is-confidential",
    "confidentiality",
    "members-only",
    "private",
    "draft",
    "is-draft",
    "marking",
    "protective-marking",
    "security-marking",
    "not-for-publication",
];

/// Columns whose value closes a row only where it says no.
const OPENS: &[&str] = &["public", "is-public", "publish", "ok-to-publish", "can-be-published"];

/// Values that keep nothing back.
const OPEN: &[&str] = &[
    "public",
    "open",
    "no",
    "false",
    "none",
    "unrestricted",
    "unclassified",
    "everyone",
    "everybody",
    "unchecked",
    "not confidential",
    "n/a",
    "0",
    "-",
];

/// A value longer than this is a text about something, and no marking.
const LONGEST_MARKING: usize = 60;

/// The cells of a row that say that it is not for everybody.
pub(super) fn closing<'r>(table: &Table, row: &'r Row, mapping: &Mapping) -> Vec<&'r Cell> {
    row.cells.iter().filter(|cell| closes(table, cell, mapping.get(&cell.field))).collect()
}

fn closes(table: &Table, cell: &Cell, mapped: &Mapped) -> bool {
    let written = words(&cell.value).to_lowercase();
    let written = written.trim();
    if written.is_empty() {
        return false;
    }
    let name = table.names.iter().find(|(id, _)| **id == *cell.field).map_or(&cell.field, |(_, name)| name);
    let name = slug(name);
    let says_state = name.split('-').any(|word| matches!(word, "status" | "state" | "stage"));
    match mapped {
        Mapped::Kept => false,
        Mapped::To(_) => says_state && is_marking(written, true),
        Mapped::Unmapped if CLOSES.contains(&&*name) => !OPEN.contains(&written),
        Mapped::Unmapped if OPENS.contains(&&*name) => matches!(written, "no" | "false" | "never" | "0"),
        Mapped::Unmapped => is_marking(written, says_state),
    }
}

/// Whether a value is a marking. `Private` and `Members` may also be a sector or a group of people, and
/// count only where a column tells how it stands with the row.
fn is_marking(written: &str, says_state: bool) -> bool {
    if matches!(written, "members" | "private" | "restricted" | "embargoed") {
        return says_state;
    }
    written.chars().count() <= LONGEST_MARKING
        && markings::find([(1, written)]).iter().any(|marking| marking.restricts)
}

/// What a cell shows.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(map) => map.get("name").map(words).unwrap_or_default(),
        other => other.to_string(),
    }
}

/// What is told of the columns by which rows of a table are for members.
pub(super) fn doubts(table: &Table, mapping: &Mapping) -> Vec<Finding> {
    let mut columns: BTreeMap<&str, (usize, &Cell)> = BTreeMap::new();
    for cell in table.rows.iter().flat_map(|row| closing(table, row, mapping)) {
        columns.entry(&cell.field).or_insert((0, cell)).0 += 1;
    }
    let told = columns.into_iter().map(|(field, (rows, first))| {
        let shown = table.shown(field);
        let value = words(&first.value);
        let message = format!(
            "{shown} says that a record is not for everybody (“{value}” is the first): {rows} written with \
             `visibility: members`"
        );
        let (rule, help) = match mapping.get(field) {
            Mapped::Unmapped => (
                &faults::UNMAPPED_FIELD,
                format!(
                    "map it in annals.yaml under `airtable.tables.{}.fields` to `visibility`, `embargo` or `draft`, \
                     or to \"\" if it says nothing of who may see a record",
                    table.collection
                ),
            ),
            _ => (&MARKED_DOCUMENT, "if it was published since, set it so in the record".to_owned()),
        };
        Finding::new(rule, &table.file, table.spot(first.at), message).help(help)
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::super::table::Form;
    use super::*;

    fn closed(field: &str, value: Value) -> bool {
        let row =
            Row { id: None, created: None, cells: vec![Cell { field: field.into(), value, at: 0 }], at: 0 };
        let table = Table {
            collection: "cases".into(),
            file: "x".into(),
            source: "x".into(),
            form: Form::Csv,
            text: None,
            names: Vec::new(),
            rows: vec![row],
        };
        let mapping = Mapping::of(&table, None, None);
        !closing(&table, &table.rows[0], &mapping).is_empty()
    }

    #[test]
    fn a_column_of_access_closes_a_row_unless_it_opens_it() {
        for (field, value) in [
            ("Visibility", "Members"),
            ("visibility", "internal"),
            ("Embargo", "1/1/2031"),
            ("Confidential", "checked"),
            ("Public", "No"),
            ("Status", "Confidential"),
            ("Status", "Private"),
            ("Remarks", "Not for publication"),
        ] {
            assert!(closed(field, value.into()), "{field}: {value}");
        }
        assert!(closed("Confidential", Value::Bool(true)));
    }

    #[test]
    fn ordinary_columns_close_nothing() {
        for (field, value) in [
            ("Visibility", "Public"),
            ("Visibility", " "),
            ("Confidential", "No"),
            ("Public", "checked"),
            ("Status", "Complete"),
            ("Sector", "Private"),
            ("Target group", "Members"),
            (
                "Remarks",
                "The confidential list was asked for, and the firm would not say when it is to be released.",
            ),
        ] {
            assert!(!closed(field, value.into()), "{field}: {value}");
        }
        assert!(!closed("Confidential", Value::Bool(false)));
    }
}
