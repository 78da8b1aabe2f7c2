//! The types of values, as JSON Schema: as wide as reading is, since exports quote their numbers.
//!
//! In: the name of a shape of the table of fields. Out: its schema.

use serde_json::{Value, json};

use super::nested;
use crate::model::action::State;
use crate::model::standing::Heading;

/// A date as coarse as it was written: `2018`, `201X`, `2018-07`, `2018-21`, `2018-07-03?`.
const DAY: &str = "\\d{2}[\\dX]{2}(-[\\dX]{2}(-[\\dX]{2})?)?[?~%]?";

/// A schema with a label and a word of help.
pub(super) fn described(mut schema: Value, label: &str, help: &str) -> Value {
    let words = if help.is_empty() { label.to_owned() } else { format!("{label}: {help}") };
    schema["description"] = json!(words);
    schema
}

/// A list of these, or one alone.
pub(super) fn listed(item: &Value) -> Value {
    json!({"anyOf": [{"type": "array", "items": nullable(item)}, nullable(item)]})
}

fn nullable(item: &Value) -> Value {
    json!({"anyOf": [item, {"type": "null"}]})
}

/// A single value, as text. Numbers and yes or no are text too.
pub(super) fn text() -> Value {
    json!({"type": ["string", "number", "boolean", "null"]})
}

/// Yes or no, as exports write it too.
pub(super) fn boolean() -> Value {
    json!({"anyOf": [
        {"type": "boolean"},
        {"enum": ["True", "False", "true", "false", "yes", "no", "Yes", "No", "checked", "unchecked", 1, 0, "1", "0", null]},
    ]})
}

/// One of a few words.
pub(super) fn words(words: &[&str]) -> Value {
    json!({"enum": words})
}

/// A date or an interval.
pub(super) fn edtf() -> Value {
    let pattern = format!("^\\s*({DAY})?(/(\\.\\.|{DAY})?)?\\s*$");
    json!({"type": ["string", "integer", "null"], "pattern": pattern, "examples": ["2018-07/2019-07"]})
}

fn day() -> Value {
    let pattern = format!("^\\s*{DAY}\\s*$");
    json!({"type": ["string", "integer", "null"], "pattern": pattern, "examples": ["2018-07-03", "2018-07"]})
}

fn count() -> Value {
    json!({"type": ["integer", "string", "null"], "pattern": "^\\s*\\d+(\\.0)?\\s*$", "minimum": 0})
}

/// A shape of the table of fields, by its name.
pub(super) fn of_shape(collection: &str, shape: &str) -> Value {
    let (word, _) = shape.split_once(' ').unwrap_or((shape, ""));
    match word {
        "status" if collection == "workshops" => words(&["held", "planned"]),
        "status" => words(&["draft", "final"]),
        "state" => {
            let own = State::ALL.map(State::as_str);
            words(&[&own[..], &["Live", "Completed", "Other closed", "Ongoing"]].concat())
        }
        "count" => count(),
        "day" => day(),
        "interval" => edtf(),
        "texts" | "references" | "documents" | "numbers" | "log_references" | "parties" => listed(&text()),
        "narratives" => json!({"type": "object", "additionalProperties": text()}),
        "counts" => {
            let headings = Heading::ALL.map(Heading::as_str).into_iter().chain(["set_aside"]);
            let counts = headings.map(|heading| (heading.to_owned(), count()));
            json!({"type": "object", "additionalProperties": false,
                "properties": counts.collect::<serde_json::Map<_, _>>()})
        }
        "raised" => json!({"anyOf": [nested::shape("raised"), text()]}),
        "events" => listed(&nested::shape("event")),
        "states" => listed(&nested::shape("state_on")),
        "replies" => listed(&nested::shape("reply")),
        "editorial" => {
            let one = nested::shape("editorial");
            json!({"anyOf": [one, {"type": "array", "items": one}]})
        }
        "agenda" => listed(&json!({"anyOf": [text(), nested::shape("agenda_item")]})),
        "discussions" => listed(&json!({"anyOf": [text(), nested::shape("discussion")]})),
        "announcements" => listed(&json!({"anyOf": [day(), nested::shape("announced")]})),
        "put_off" => listed(&nested::shape("put_off")),
        "dated_words" => {
            json!({"anyOf": [text(), {"type": "array", "items": nested::shape("narrative")}]})
        }
        "editors" => listed(&json!({"anyOf": [text(), nested::shape("editor")]})),
        "participants" => json!({"anyOf": [count(), nested::shape("participants")]}),
        "agreement" => words(&crate::model::issue::Agreement::ALL.map(|word| word.as_str())),
        "work" => words(&crate::model::issue::Work::ALL.map(|word| word.as_str())),
        "heading" => words(&Heading::ALL.map(Heading::as_str)),
        "visibility" => words(&["public", "members", "private"]),
        "boolean" => boolean(),
        "positions" => listed(&nested::shape("position")),
        "groups" => listed(&json!({"anyOf": [text(), nested::shape("group")]})),
        "names" => listed(&json!({"anyOf": [text(), nested::shape("participant")]})),
        _ => text(),
    }
}
