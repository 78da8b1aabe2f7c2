//! What front matter and `annals.yaml` may say, as JSON Schema (draft-07), for the editors people write
//! them in.
//!
//! In: the collections and fields of an archive, the same table that reading, `annals new` and the
//! codebook go by. Out: schemas as JSON values. They take whatever reading takes without a word of
//! complaint; whether a reference leads anywhere is for `annals check`. Draft-07 is what the YAML
//! servers of editors know.

mod nested;
mod settings;
mod snippets;
mod types;

use serde_json::{Map, Value, json};

use crate::model::schema::{COMMON, Collection, FieldSpec, FieldType, Schema};
use types::{described, listed, of_shape};

pub use nested::NESTED;
pub use settings::{SETTINGS, Setting, settings};
pub use snippets::snippets;

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// Every file that editors read: the schema of each declared collection and of the settings, and the
/// snippets, by name.
pub fn files(schema: &Schema) -> Vec<(String, Value)> {
    let mut files = vec![("annals.yaml.schema.json".to_owned(), settings())];
    files.extend(schema.collections().iter().map(|one| (format!("{}.schema.json", one.name), record(one))));
    files.push(("annals.code-snippets".to_owned(), snippets(schema)));
    files
}

/// The schema of the front matter of one collection's records.
pub fn record(collection: &Collection) -> Value {
    let mut properties = Map::new();
    for (key, label, help) in COMMON {
        properties.insert((*key).to_owned(), described(common(key), label, help));
    }
    for field in &collection.fields {
        let value = described(of_field(collection, field), &field.label, field.help);
        properties.insert(field.key.to_string(), value);
    }
    let from = json!({"type": "string", "pattern": "^[0-9a-f]{12}(\\+[0-9a-f]{12})?$"});
    let help = "in a translation: the digest of what was translated; `annals check` names it";
    properties.insert("translated_from".to_owned(), described(from, "Translated from", help));
    // Any record may show pictures, and names them there.
    if !properties.contains_key("attachments") {
        let help = "the pictures that its text shows";
        let value = described(of_type(&FieldType::Attachment), "Attachments", help);
        properties.insert("attachments".to_owned(), value);
    }
    let mut schema = json!({
        "$schema": DRAFT,
        "title": format!("{}: front matter", collection.label),
        "type": "object",
        // A translation, `slug.cy.md`, says only what it translates.
        "anyOf": [{"required": ["title"]}, {"required": ["translated_from"]}],
        "properties": properties,
    });
    if collection.built_in {
        schema["additionalProperties"] = json!(false);
    } else {
        // Fields that nobody declared are meant there, and go by their ending.
        schema["patternProperties"] = json!({
            "_tag$": of_type(&FieldType::Tag),
            "_link$": of_type(&FieldType::Link(None)),
            "^attachments$": of_type(&FieldType::Attachment),
        });
    }
    schema
}

/// The schema that front matter of any declared collection fits.
pub fn any_record(schema: &Schema) -> Value {
    let mut definitions = Map::new();
    for collection in schema.collections() {
        let mut one = record(collection);
        if let Value::Object(keys) = &mut one {
            keys.remove("$schema");
        }
        definitions.insert(collection.name.to_string(), one);
    }
    let each: Vec<Value> =
        definitions.keys().map(|name| json!({"$ref": format!("#/definitions/{name}")})).collect();
    json!({
        "$schema": DRAFT,
        "title": "Front matter of a record",
        "definitions": definitions,
        "anyOf": each,
    })
}

/// The words that a field can have, where there are only a few: what a snippet offers.
pub fn words_of(collection: &str, key: &str, kind: &FieldType) -> Vec<String> {
    let schema = match kind {
        FieldType::Shape(shape) => of_shape(collection, shape),
        _ => return Vec::new(),
    };
    let Some(words) = schema.get("enum").or_else(|| schema.get("examples")).and_then(Value::as_array) else {
        return Vec::new();
    };
    let is_choice = schema.get("enum").is_some() || key == "kind";
    words.iter().filter(|_| is_choice).filter_map(Value::as_str).map(str::to_owned).collect()
}

fn common(key: &str) -> Value {
    match key {
        "visibility" => types::words(&["public", "members", "private"]),
        "embargo" | "updated" => of_shape("", "day"),
        "released" => nested::shape("released"),
        "sign_off" => listed(&nested::shape("sign_off")),
        "redact" => listed(&nested::shape("redact")),
        "participant" => json!({"anyOf": [types::boolean(), nested::shape("participation")]}),
        "aliases" => listed(&types::text()),
        "draft" => types::boolean(),
        _ => types::text(),
    }
}

fn of_field(collection: &Collection, field: &FieldSpec) -> Value {
    match &field.kind {
        // Papers are stimulus, discussion and so on; any other word is taken too.
        FieldType::Shape("words") if &*field.key == "kind" => {
            let mut text = types::text();
            text["examples"] = json!(["stimulus", "discussion", "progress", "extemporary"]);
            text
        }
        FieldType::Shape(shape) => of_shape(&collection.name, shape),
        kind => of_type(kind),
    }
}

/// A field that nobody computes with.
fn of_type(kind: &FieldType) -> Value {
    match kind {
        FieldType::Markdown | FieldType::Tag | FieldType::Link(_) | FieldType::Url => listed(&types::text()),
        FieldType::Year => json!({"type": ["integer", "string"], "pattern": "^\\s*\\d{1,4}(\\.0)?\\s*$"}),
        FieldType::Date => types::edtf(),
        FieldType::Number => json!({"type": ["number", "string"], "pattern": "\\d"}),
        FieldType::Boolean => types::boolean(),
        FieldType::Email => json!({"type": "string", "pattern": "^\\s*\\S+@\\S+\\.\\S+\\s*$"}),
        FieldType::Attachment => listed(&json!({"anyOf": [types::text(), nested::shape("attachment")]})),
        FieldType::Text | FieldType::Shape(_) => types::text(),
    }
}
