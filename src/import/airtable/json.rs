//! A page of Airtable's API → rows.
//!
//! In: `{"records": [{"id", "createdTime", "fields": {…}}], "offset"}`, or just the list of records.
//! Out: rows, each cell with its line and column, and the offset of the next page.

use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::table::{Cell, Row};
use super::text::{Text, unreadable};
use crate::diag::Finding;

/// What a page holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Where the next page begins, if there is one.
    pub offset: Option<String>,
}

#[derive(Deserialize)]
struct RawPage<'t> {
    #[serde(borrow)]
    records: Option<Vec<&'t RawValue>>,
    offset: Option<String>,
    #[serde(borrow)]
    error: Option<&'t RawValue>,
}

#[derive(Deserialize)]
struct RawRow<'t> {
    id: String,
    #[serde(rename = "createdTime")]
    created: Option<String>,
    #[serde(borrow, default)]
    fields: Fields<'t>,
}

/// The fields of a record, in the order written.
#[derive(Default)]
struct Fields<'t>(Vec<(Arc<str>, &'t RawValue)>);

/// Reads a page.
///
/// # Errors
/// The finding that says where the text stops being what the API answers.
pub fn page(text: &Text) -> Result<Page, Finding> {
    let is_list = text.as_str().trim_start().starts_with('[');
    let (records, offset) = if is_list {
        (serde_json::from_str::<Vec<&RawValue>>(text.as_str()).map_err(|error| fault(text, &error))?, None)
    } else {
        let raw: RawPage = serde_json::from_str(text.as_str()).map_err(|error| fault(text, &error))?;
        if let Some(error) = raw.error {
            let told = error.get().chars().take(200).collect::<String>();
            return Err(unreadable(
                &text.file,
                text.place_of(error.get()),
                format!("an error, not a table: {told}"),
            ));
        }
        let Some(records) = raw.records else {
            let message = "JSON, but not a table of Airtable: there are no `records`";
            return Err(unreadable(&text.file, (1, 1), message));
        };
        (records, raw.offset)
    };
    let rows = records.into_par_iter().map(|raw| row(text, raw));
    Ok(Page { rows: rows.collect::<Result<_, _>>()?, offset })
}

fn fault(text: &Text, error: &serde_json::Error) -> Finding {
    let message = if error.is_eof() {
        "cut short: the JSON ends in the middle".to_owned()
    } else {
        format!("not what Airtable answers: {}", without_place(error))
    };
    // serde_json counts columns in bytes; the line is certain, and most lines are ASCII.
    unreadable(&text.file, (error.line().max(1), error.column().max(1)), message)
}

fn without_place(error: &serde_json::Error) -> String {
    let told = error.to_string();
    told.rfind(" at line ").map_or_else(|| told.clone(), |at| told[..at].to_owned())
}

fn row(text: &Text, raw: &RawValue) -> Result<Row, Finding> {
    let at = text.byte_of(raw.get());
    let unread = |error: &serde_json::Error, at| {
        unreadable(&text.file, text.at(at), format!("not a record of Airtable: {}", without_place(error)))
    };
    let row: RawRow = serde_json::from_str(raw.get()).map_err(|error| unread(&error, at))?;
    let cells = row.fields.0.into_iter().map(|(field, raw)| {
        let at = text.byte_of(raw.get());
        let value = serde_json::from_str(raw.get()).map_err(|error| unread(&error, at))?;
        Ok(Cell { field, value, at })
    });
    Ok(Row {
        id: Some(row.id.into()),
        created: row.created.map(Into::into),
        cells: cells.collect::<Result<_, _>>()?,
        at,
    })
}

impl<'de: 't, 't> Deserialize<'de> for Fields<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a map of fields")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Fields<'de>, A::Error> {
                let mut fields: Vec<(Arc<str>, &RawValue)> =
                    Vec::with_capacity(from.size_hint().unwrap_or(32));
                while let Some((key, value)) = from.next_entry::<String, &RawValue>()? {
                    if fields.iter().any(|(known, _)| **known == *key) {
                        return Err(de::Error::custom(format!("the field `{key}` stands twice")));
                    }
                    fields.push((key.into(), value));
                }
                Ok(Fields(fields))
            }
        }
        from.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Page, String> {
        let text = Text::of(&"cases.json".into(), text.as_bytes().to_vec()).unwrap();
        page(&text).map_err(|fault| format!("{:?} {}", fault.spot, fault.message))
    }

    #[test]
    fn keeps_order_and_places() {
        let text = "{\"records\": [\n {\"id\": \"recA\", \"createdTime\": \"2022\",\n  \"fields\": {\"Name\": \"é\",\n   \"A\": [1]}}\n], \"offset\": \"itr/2\"}";
        let whole = Text::of(&"cases.json".into(), text.as_bytes().to_vec()).unwrap();
        let page = page(&whole).unwrap();
        let row = &page.rows[0];
        assert_eq!((row.id.as_deref(), row.created.as_deref(), row.at), (Some("recA"), Some("2022"), 15));
        let cells: Vec<_> = row.cells.iter().map(|cell| (&*cell.field, whole.at(cell.at))).collect();
        assert_eq!(cells, [("Name", (3, 22)), ("A", (4, 9))]);
        assert_eq!(page.offset.as_deref(), Some("itr/2"));
    }

    #[test]
    fn says_where_it_breaks() {
        assert_eq!(
            read("{\"records\": [\n{\"id\": \"re").unwrap_err(),
            "Line(2, 10) cut short: the JSON ends in the middle"
        );
        assert_eq!(
            read("{\"records\": [\n{\"id\": 7}]}").unwrap_err(),
            "Line(2, 1) not a record of Airtable: invalid type: integer `7`, expected a string"
        );
        assert!(read("{\"rows\": []}").unwrap_err().contains("there are no `records`"));
        assert!(
            read("{\"error\": {\"type\": \"NOT_FOUND\"}}").unwrap_err().contains("an error, not a table")
        );
        assert!(read("").unwrap_err().contains("cut short"));
        let twice = "[{\"id\": \"recA\", \"fields\": {\"A\": 1, \"A\": 2}}]";
        assert!(read(twice).unwrap_err().contains("the field `A` stands twice"));
        let deep = format!(
            "[{{\"id\": \"recA\", \"fields\": {{\"A\": {}1{}}}}}]",
            "[".repeat(9000),
            "]".repeat(9000)
        );
        assert!(read(&deep).unwrap_err().contains("recursion limit"));
    }
}
