//! Snippets for Visual Studio Code, whose YAML extension does not look into the front matter of
//! Markdown: a name typed and Ctrl+Space offer the fields of a record and the words each can have.
//!
//! In: the collections and their fields. Out: the text of a `.code-snippets` file.

use serde_json::{Map, Value, json};

use super::nested::NESTED;
use super::{types, words_of};
use crate::model::schema::{Collection, Schema};

/// The nested values that have a snippet: its name there, what is typed, what it is.
const PIECES: &[(&str, &str, &str)] = &[
    ("event", "entry", "An entry of an issue's history"),
    ("position", "position", "What a party said"),
    ("editorial", "editorial", "An editor's judgement over the derived heading"),
    ("reply", "reply", "A right of reply"),
    ("sign_off", "sign-off", "A participant's consent"),
    ("released", "released", "Why a confidential document may be public"),
    ("redact", "redact", "A field that the public sees a mark in place of"),
];

/// The snippets of every declared collection and of the values within records.
pub fn snippets(schema: &Schema) -> Value {
    let mut all = Map::new();
    for collection in schema.collections() {
        let prefix = collection.singular.to_lowercase().replace(' ', "-");
        let name = format!("{} (a whole record)", collection.singular);
        all.insert(name, snippet(&prefix, &format!("A record of {}", collection.label), record(collection)));
    }
    for (shape, prefix, about) in PIECES {
        all.insert((*about).to_owned(), snippet(prefix, about, piece(shape)));
    }
    Value::Object(all)
}

fn snippet(prefix: &str, about: &str, body: Vec<String>) -> Value {
    json!({"scope": "markdown,yaml", "prefix": prefix, "description": about, "body": body})
}

/// A whole record: what is left blank counts as not written.
fn record(collection: &Collection) -> Vec<String> {
    let mut lines = vec!["---".to_owned(), "title: \"$1\"".to_owned()];
    for (n, field) in collection.fields.iter().enumerate() {
        let words = words_of(&collection.name, &field.key, &field.kind);
        let help = if field.help.is_empty() { &field.label } else { field.help };
        lines.push(format!("{}: {}  # {}", field.key, stop(n + 2, &words), escaped(help)));
    }
    lines.extend(["---", "", "$0"].map(str::to_owned));
    lines
}

/// A value within a record, as an item of a list or a map.
fn piece(shape: &str) -> Vec<String> {
    let keys = NESTED.iter().find(|(name, _)| *name == shape).map_or(&[][..], |(_, keys)| keys);
    let is_listed = !matches!(shape, "editorial" | "released");
    let line = |(n, (key, kind, help)): (usize, &(&str, &str, &str))| {
        let words = match types::of_shape("", kind).get("enum").and_then(Value::as_array) {
            Some(words) => words.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            None if *kind == "boolean" => vec!["true".to_owned(), "false".to_owned()],
            None => Vec::new(),
        };
        let lead = if n == 0 && is_listed { "- " } else { "  " };
        format!("{lead}{}: {}  # {}", key.trim_start_matches('!'), stop(n + 1, &words), escaped(help))
    };
    let mut lines: Vec<String> = keys.iter().enumerate().map(line).collect();
    if !is_listed {
        lines.insert(0, format!("{shape}:"));
    }
    lines
}

/// A place to type at, with the words to choose from.
fn stop(n: usize, words: &[String]) -> String {
    match words {
        [] => format!("${n}"),
        // The first choice is blank: nothing is said until somebody says it.
        words => format!("${{{n}| ,{}|}}", words.join(",")),
    }
}

fn escaped(help: &str) -> String {
    help.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::Config;

    #[test]
    fn a_record_and_an_entry_offer_their_words() {
        let all = snippets(&Schema::of(&Config::titled("Test")));
        let body = |name: &str| {
            let lines = all[name]["body"].as_array().unwrap();
            lines.iter().map(|line| line.as_str().unwrap()).collect::<Vec<_>>().join("\n")
        };
        let workshop = body("Workshop (a whole record)");
        assert!(workshop.starts_with("---\ntitle: \"$1\"\nnumber: $2  # omit"), "{workshop}");
        assert!(workshop.contains("status: ${4| ,held,planned|}"), "{workshop}");
        let entry = body("An entry of an issue's history");
        assert!(entry.starts_with("- on: $1  # the day"), "{entry}");
        assert!(entry.contains("agreement: ${4| ,agreed,partly-agreed,"), "{entry}");
        assert!(body("An editor's judgement over the derived heading").starts_with("editorial:\n  heading:"));
    }
}
