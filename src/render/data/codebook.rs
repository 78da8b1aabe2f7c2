//! The codebook: what every column of the tables means, and how many records fill it in.
//!
//! In: the schema and the columns as they were written. Out: a chapter for each collection.

use std::collections::BTreeMap;

use serde::Serialize;

use super::tables::Column;
use crate::compose::address::url;
use crate::model::schema::{COMMON, FieldType};
use crate::render::place::Place;
use crate::render::press::Press;

/// What the columns of one table mean.
#[derive(Debug, Serialize)]
pub(crate) struct Chapter {
    collection: String,
    /// The way to the table.
    table: String,
    label: String,
    records: usize,
    fields: Vec<Entry>,
}

impl Chapter {
    /// The collection's folder.
    pub(crate) fn collection(&self) -> &str {
        &self.collection
    }

    /// Its name for readers.
    pub(crate) fn label(&self) -> &str {
        &self.label
    }
}

/// A column.
#[derive(Debug, Serialize)]
struct Entry {
    name: String,
    label: String,
    kind: String,
    help: String,
    filled: usize,
}

/// A chapter for every collection that has records, in the order of the lists.
pub(super) fn chapters(press: &Press, columns: &BTreeMap<&str, &[Column]>) -> Vec<Chapter> {
    let here = Place::at("data/codebook.html");
    let chapter = |listing: &crate::compose::listing::Listing| Chapter {
        collection: listing.collection.to_string(),
        table: press.shared(here, &url(&format!("data/{}.csv", listing.collection))),
        label: listing.label.clone(),
        records: listing.records.len(),
        fields: columns
            .get(&*listing.collection)
            .into_iter()
            .flat_map(|columns| columns.iter())
            .map(|column| entry(press, &listing.collection, column))
            .collect(),
    };
    press.site.listings.iter().map(chapter).collect()
}

/// The label of a column for readers.
pub(super) fn label(press: &Press, collection: &str, name: &str) -> String {
    match name {
        "id" | "address" | "body" | "heading" | "rule" => press.words().named("codebook", name).to_owned(),
        _ => press.edition().schema().field_label(collection, name),
    }
}

fn entry(press: &Press, collection: &str, column: &Column) -> Entry {
    let schema = press.edition().schema().collection(collection);
    let declared = schema.and_then(|schema| schema.field(&column.name));
    let common = COMMON.iter().find(|(key, ..)| *key == column.name);
    let help = match (&*column.name, declared, common) {
        (name @ ("id" | "address" | "body" | "heading" | "rule"), ..) => {
            press.words().named("codebook-help", name)
        }
        // The help of fields is written for editors, in English.
        _ if !press.words().is_english() => "",
        (_, Some(field), _) => field.help,
        (_, _, Some((.., help))) => help,
        _ => "",
    };
    let kind = match declared.map(|field| &field.kind) {
        Some(FieldType::Shape(shape)) => in_words_of_readers(shape),
        Some(FieldType::Link(Some(to))) => format!("references to {to}"),
        Some(kind) => kind.to_string(),
        None => "text".to_owned(),
    };
    Entry {
        label: label(press, collection, &column.name),
        name: column.name.clone(),
        kind,
        help: help.to_owned(),
        filled: column.filled,
    }
}

/// The shape of a field, for somebody who knows tables and not this program.
fn in_words_of_readers(shape: &str) -> String {
    match shape.split_once(' ') {
        Some(("reference", to)) => format!("reference to {to}"),
        Some(("references", to)) => format!("references to {to}"),
        Some(("documents", to)) => format!("references to {to}, or words"),
        _ => match shape {
            "words" => "text".to_owned(),
            "texts" => "list of texts".to_owned(),
            "count" => "whole number".to_owned(),
            "numbers" => "list of numbers".to_owned(),
            "day" => "date".to_owned(),
            "reference" | "references" => shape.to_owned(),
            _ => format!("{shape}, as JSON where it is more than one value"),
        },
    }
}
