//! What Annals itself exported → drafts again.
//!
//! In: `data/archive.json` or `data/<collection>.csv` of a published archive. Out: drafts that, built
//! again, export the same bytes. What was derived when the archive was built (addresses, headings,
//! actions that stand in a write-up) is left for the build to derive.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_yaml::{Mapping, Value};

use super::csv;
use super::text::{Text, unreadable};
use crate::diag::Finding;
use crate::import::Draft;
use crate::model::access::Visibility;
use crate::model::config::Config;
use crate::model::id::RecordId;
use crate::model::schema::{FieldType, Schema};

/// What an export holds.
#[derive(Debug, Default)]
pub struct Own {
    /// Its records.
    pub drafts: Vec<Draft>,
    /// The published files that they name, as addresses below the site's base.
    pub files: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Archive<'t> {
    edition: Option<String>,
    #[serde(borrow)]
    records: Vec<&'t RawValue>,
}

/// Whether JSON is an archive that Annals exported.
pub fn is_archive(text: &str) -> bool {
    let head: String = text.chars().take(2_000).collect();
    head.starts_with("{\"title\":") && head.contains("\"edition\":") && head.contains("\"as_at\":")
}

/// Whether a CSV with this head is a collection that Annals exported.
pub fn is_collection(head: &[String]) -> bool {
    head.first().is_some_and(|first| first == "id")
        && head.get(1).is_some_and(|second| second == "title")
        && head.last().is_some_and(|last| last == "body")
}

/// Reads `archive.json`.
///
/// # Errors
/// The finding that says where it breaks.
pub fn archive(text: &Text, config: &Config) -> Result<Own, Finding> {
    let fault = |at, message: String| unreadable(&text.file, at, message);
    let raw: Archive = serde_json::from_str(text.as_str()).map_err(|error| {
        let told = if error.is_eof() {
            "cut short: the JSON ends in the middle".to_owned()
        } else {
            error.to_string()
        };
        fault((error.line().max(1), error.column().max(1)), told)
    })?;
    let records: Vec<Mapping> = raw
        .records
        .par_iter()
        .map(|raw| {
            serde_json::from_str(raw.get())
                .map_err(|error| fault(text.place_of(raw.get()), format!("no record: {error}")))
        })
        .collect::<Result<_, _>>()?;
    let is_public = raw.edition.as_deref() == Some("public");
    own(records, text, config, is_public)
}

/// Reads the CSV of a collection.
///
/// # Errors
/// The findings that say which rows break.
pub fn collection(text: &Text, config: &Config, schema: &Schema) -> Result<Own, Vec<Finding>> {
    let rows = csv::rows(text)?;
    let mut records = Vec::with_capacity(rows.len());
    for row in rows {
        let cells: Vec<_> =
            row.cells.iter().map(|cell| (&*cell.field, cell.value.as_str().unwrap_or_default())).collect();
        let id = cells.iter().find(|(key, _)| *key == "id").map(|(_, id)| *id).unwrap_or_default();
        let collection = schema.collection(id.split('/').next().unwrap_or_default());
        let entries = cells.iter().map(|(key, cell)| {
            let kind =
                collection.and_then(|collection| collection.field(key)).map(|field| field.kind.clone());
            (
                Value::from(*key),
                typed(unguarded(cell), kind.or_else(|| FieldType::by_convention(key)).as_ref()),
            )
        });
        records.push(entries.collect());
    }
    own(records, text, config, false).map_err(|fault| vec![fault])
}

/// A cell without the apostrophe that keeps spreadsheets from taking it for a formula: the export
/// puts one before what begins, perhaps after other apostrophes, as a formula does.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

/// A cell by its field's type: lists have `; ` between their items, what is deeper is JSON.
fn typed(cell: &str, kind: Option<&FieldType>) -> Value {
    if cell.starts_with(['[', '{'])
        && !matches!(kind, Some(FieldType::Text | FieldType::Markdown))
        && let Ok(value) = serde_json::from_str::<Value>(cell)
    {
        return value;
    }
    let is_list = match kind {
        Some(FieldType::Tag | FieldType::Link(_)) => true,
        Some(FieldType::Shape(shape)) => {
            let shape = shape.split(' ').next().unwrap_or_default();
            matches!(shape, "references" | "documents" | "log_references" | "texts" | "parties" | "numbers")
        }
        _ => false,
    };
    if is_list { Value::Sequence(cell.split("; ").map(Value::from).collect()) } else { Value::from(cell) }
}

fn own(records: Vec<Mapping>, text: &Text, config: &Config, is_public: bool) -> Result<Own, Finding> {
    let mut own = Own::default();
    for record in records {
        let id = record.get("id").and_then(Value::as_str).and_then(RecordId::parse);
        let Some(id) = id else {
            return Err(unreadable(&text.file, (1, 1), "a record without an id, as in `cases/leeds`"));
        };
        if is_derived(&record) {
            continue;
        }
        let mut body = String::new();
        let mut front_matter = Mapping::with_capacity(record.len());
        for (key, value) in record {
            match key.as_str().unwrap_or_default() {
                "id" | "collection" | "address" | "wording" | "other_wordings" => {}
                "heading" | "rule" if id.collection() == "issues" => {}
                "body" => body = value.as_str().unwrap_or_default().to_owned(),
                _ => {
                    let value = files(value, &mut own.files);
                    front_matter.insert(key, value);
                }
            }
        }
        // What stood in a public edition is public, whatever the settings here say of its neighbours.
        if is_public && config.visibility_of(id.collection()) != Visibility::Public {
            front_matter.insert("visibility".into(), "public".into());
        }
        own.drafts.push(Draft { id, front_matter, body });
    }
    Ok(own)
}

/// Whether a record is an action that was read out of a write-up and that no file adds to: the next
/// build reads it there again.
fn is_derived(record: &Mapping) -> bool {
    const READ_OUT: &[&str] = &[
        "id",
        "collection",
        "title",
        "workshop",
        "number",
        "responsible",
        "due",
        "wording",
        "other_wordings",
        "address",
    ];
    record.contains_key("wording")
        && record.iter().all(|(key, value)| match key.as_str() {
            Some("state") => value.as_str() == Some("open"),
            Some(key) => READ_OUT.contains(&key),
            None => false,
        })
}

/// Attachments as records write them; their addresses on the site are told.
fn files(value: Value, found: &mut BTreeSet<String>) -> Value {
    let Value::Sequence(items) = value else { return value };
    let items = items.into_iter().map(|item| {
        let text = |key: &str| item.get(key).and_then(Value::as_str);
        let (Some(name), Some(address), Some(_)) = (text("name"), text("address"), text("sha256")) else {
            return item;
        };
        let (file, name) = (format!("/{address}"), name.to_owned());
        found.insert(address.to_owned());
        Value::Mapping([("file".into(), file.into()), ("name".into(), name.into())].into_iter().collect())
    });
    Value::Sequence(items.collect())
}

/// What the ledger calls the source.
pub fn source(text: &Text) -> Arc<str> {
    text.file.rsplit('/').next().unwrap_or(&text.file).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::yaml_out;

    fn told(own: &Own) -> String {
        let records = own.drafts.iter().map(|draft| {
            format!("{}\n{}", draft.id, yaml_out::record(&draft.front_matter, &draft.body).unwrap())
        });
        records.collect()
    }

    #[test]
    fn reads_an_archive_back() {
        let json = concat!(
            "{\"title\":\"T\",\"edition\":\"public\",\"as_at\":\"2026-11-22\",\"records\":[\n",
            "{\"id\":\"issues/a\",\"collection\":\"issues\",\"title\":\"A\",\"heading\":\"resolved\",\"rule\":\"x\",\"z\":{\"b\":1,\"a\":2},\"address\":\"issues/a.html\",\"body\":\"Text\"},\n",
            "{\"id\":\"actions/w-action-1\",\"collection\":\"actions\",\"title\":\"Do\",\"workshop\":\"workshops/w\",\"number\":1,\"state\":\"open\",\"wording\":\"Do\",\"address\":\"y\"},\n",
            "{\"id\":\"papers/p\",\"collection\":\"papers\",\"title\":\"P\",\"attachments\":[{\"name\":\"a b.pdf\",\"address\":\"assets/files/0123/a-b.pdf\",\"media_type\":\"application/pdf\",\"size\":3,\"sha256\":\"0123\"}],\"address\":\"z\"}\n]}\n",
        );
        assert!(is_archive(json));
        let text = Text::of(&"data/archive.json".into(), json.into()).unwrap();
        let own = archive(&text, &Config::titled("T")).unwrap();
        insta::assert_snapshot!(told(&own), @r"
        issues/a
        ---
        title: A
        z:
          b: 1
          a: 2
        visibility: public
        ---

        Text
        papers/p
        ---
        title: P
        attachments:
        - file: /assets/files/0123/a-b.pdf
          name: a b.pdf
        visibility: public
        ---
        ");
        assert_eq!(own.files.iter().collect::<Vec<_>>(), ["assets/files/0123/a-b.pdf"]);
        assert_eq!(&*source(&text), "archive.json");
    }

    #[test]
    fn undoes_the_guard_against_formulas() {
        let csv = "id,title,summary,topics,agenda,note,address,body\r\nworkshops/w,'=1+1,\"'- a\n- b\",a; b,\"[{\"\"item\"\":\"\"x\"\"}]\",it's,w.html,'@you\r\n";
        let text = Text::of(&"workshops.csv".into(), csv.into()).unwrap();
        assert!(is_collection(&csv::head(csv).unwrap()));
        let config = Config::titled("T");
        let own = collection(&text, &config, &Schema::of(&config)).unwrap();
        insta::assert_snapshot!(told(&own), @r"
        workshops/w
        ---
        title: =1+1
        summary: |-
          - a
          - b
        topics:
        - a
        - b
        agenda:
        - item: x
        note: it's
        ---

        @you
        ");
    }

    #[test]
    fn says_where_an_export_is_cut() {
        let json =
            "{\"title\":\"T\",\"edition\":\"public\",\"as_at\":\"2026-11-22\",\"records\":[\n{\"id\":\"iss";
        let text = Text::of(&"archive.json".into(), json.into()).unwrap();
        let fault = archive(&text, &Config::titled("T")).unwrap_err();
        assert_eq!(
            (fault.spot, &*fault.message),
            (crate::diag::Spot::Line(2, 10), "cut short: the JSON ends in the middle")
        );
    }
}
