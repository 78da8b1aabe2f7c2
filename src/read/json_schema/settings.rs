//! The settings of `annals.yaml`: a table of every key with a word of help, and its schema.
//!
//! In: nothing. Out: the table, which the reference is generated from, and JSON Schema. `config` reads
//! the settings; a test holds the two together.

use serde_json::{Map, Value, json};

use super::types::{described, listed, of_shape, text};
use crate::model::schema::FieldType;

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its keys from the outermost on, with a dot between them; `*` is a name of your own.
    pub path: &'static str,
    /// Its type, as `types` names it, or `address`, `type`, `paragraphs`, `pairs`, `roots`.
    pub kind: &'static str,
    /// What it is for.
    pub help: &'static str,
    /// What holds where it is left out.
    pub default: &'static str,
    /// One, as in YAML.
    pub example: &'static str,
}

macro_rules! settings {
    ($($path:literal $kind:literal $help:literal $default:literal $example:literal;)*) => {
        &[$(Setting { path: $path, kind: $kind, help: $help, default: $default, example: $example }),*]
    };
}

/// Every setting, in the order in which the reference lists them.
pub const SETTINGS: &[Setting] = settings! {
    "title" "text" "what the archive is called; the one setting that must be there" "" "LEDS/HOB Open Space";
    "summary" "text" "a sentence or two on what it is, Markdown" "" "The record of a dialogue";
    "base_url" "address" "where it will be published; canonical links, feeds and citations need it" "" "https://example.org/archive/";
    "languages" "texts" "languages of the site (BCP 47), the main one first; every other has the site below a folder of its name" "[en]" "[en, cy]";
    "publisher" "text" "who publishes it" "" "The editors";
    "licence" "text" "an SPDX expression, for the public edition; nothing is assumed, and the members' edition is under none" "" "CC-BY-4.0";
    "theme" "text" "the folder below themes/ whose files replace the built-in ones" "default" "default";
    "default_visibility" "visibility" "who may see what nobody marked" "members" "members";
    "content" "roots" "the folders that hold records: paths, or maps of path, public_repository (everybody can read its source) and optional (it may be absent)" "content" "[{path: content, public_repository: true}, {path: ../private, optional: true}]";
    "facets" "texts" "the fields that readers can browse by" "[]" "[topic, heading]";
    "facet_pairs" "pairs" "pairs of facets whose values have pages together; an empty list for none" "the usual ones" "[[topic, heading]]";
    "page_size" "count" "records on a list page" "50" "50";
    "participants.small_cell" "count" "groups of fewer participants than this are told as fewer than it" "5" "5";
    "collections.*.visibility" "visibility" "who may see its records where they say nothing" "default_visibility" "public";
    "collections.*.label" "text" "its name in the plural, for readers" "" "Cases";
    "collections.*.singular" "text" "its name in the singular, for readers" "" "Case";
    "collections.*.sentence" "text" "the sentence on each page, a template in Tera" "" "\"{{ title }}\"";
    "collections.*.order" "texts" "fields to sort its records by; a leading - turns the order round" "" "[-start_year, title]";
    "collections.*.fields.*.label" "text" "the field's name for readers" "its key in words" "Our takeaway";
    "collections.*.fields.*.type" "type" "what is written there" "text" "markdown";
    "collections.*.fields.*.visibility" "visibility" "who may see it" "as the record" "members";
    "airtable.base" "text" "the base, as in app…" "" "appABCdefGHI01234";
    "airtable.tables.*.table" "text" "the table of the base, where it is not called as the collection is" "" "Participatory cases";
    "airtable.tables.*.view" "text" "the view to which its records are limited" "" "Public";
    "airtable.tables.*.fields.*" "text" "the key that a field of the base becomes; blank, and it never leaves the base" "" "title";
    "accessibility" "text" "the file with what a check of this site’s pages for accessibility came to; pages/accessibility tells it" "" "accessibility.json";
    "redaction_reasons.*" "text" "why something is withheld, in the words that readers see" "" "\"Working-together principle: confidentiality\"";
    "glossary.*" "text" "what an initialism stands for" "" "Law Enforcement Data Service";
    "report.style" "text" "how works are cited: harvard, chicago, apa, mhra, a style that comes with the program, or a .csl file" "harvard" "harvard";
    "report.paragraphs" "paragraphs" "whether paragraphs are counted through the report or anew in each chapter" "continuous" "continuous";
    "public.base_url" "address" "the same as base_url, for those who set both editions side by side" "" "https://example.org/archive/";
    "public.output" "text" "the folder that is published; the members' edition is never put into it" "output/public" "site";
    "public.words" "texts" "words that may be told whatever hidden records say: what a false alarm of the leak scan is mended with" "[]" "[Town Hall]";
    "translations.*.title" "text" "what the archive is called in another language of it" "title" "Archif y ddeialog";
    "translations.*.summary" "text" "what it is, in that language" "summary" "Cofnod o ddeialog";
    "translations.*.publisher" "text" "who publishes it, in that language" "publisher" "Y golygyddion";
    "translations.*.collections.*.label" "text" "a collection's name in the plural, in that language" "the catalogue's" "Achosion";
    "translations.*.collections.*.singular" "text" "its name in the singular" "the catalogue's" "Achos";
    "translations.*.collections.*.fields.*" "text" "the label of a field, by its key" "the catalogue's" "Ein casgliad";
    "translations.*.redaction_reasons.*" "text" "a reason for redaction, in that language" "redaction_reasons" "Preifatrwydd";
    "translations.*.glossary.*" "text" "what an initialism stands for, in that language" "glossary" "Cronfa Ddata Gwasanaethau Gorfodi'r Gyfraith";
    "members.base_url" "address" "where the members' edition will be put; never below the public address" "" "https://members.example.org/";
};

/// The schema of `annals.yaml`.
pub fn settings() -> Value {
    let mut all = object();
    for setting in SETTINGS {
        put(&mut all, setting.path, described(value(setting.kind), last(setting.path), &help(setting)));
    }
    all["$schema"] = json!(super::DRAFT);
    all["title"] = json!("annals.yaml: the settings of an archive");
    all["required"] = json!(["title"]);
    all
}

fn help(setting: &Setting) -> String {
    match setting.default {
        "" => setting.help.to_owned(),
        default => format!("{} [{default} when left out]", setting.help),
    }
}

fn last(path: &str) -> &str {
    path.rsplit('.').find(|part| *part != "*").unwrap_or(path)
}

fn object() -> Value {
    json!({"type": "object", "properties": {}, "additionalProperties": false})
}

/// Puts a schema at its place, making the objects around it.
fn put(into: &mut Value, path: &str, schema: Value) {
    let (first, rest) = match path.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (path, None),
    };
    let Some(keys) = into.as_object_mut() else { return };
    let Some(rest) = rest else {
        if first == "*" {
            keys.insert("additionalProperties".to_owned(), schema);
        } else if let Some(Value::Object(properties)) = keys.get_mut("properties") {
            properties.insert(first.to_owned(), schema);
        }
        return;
    };
    let below = if first == "*" {
        let below = keys.entry("additionalProperties").or_insert_with(object);
        if !below.is_object() {
            *below = object();
        }
        below
    } else {
        let properties = keys.entry("properties").or_insert_with(|| Value::Object(Map::new()));
        let Value::Object(properties) = properties else { return };
        properties.entry(first).or_insert_with(object)
    };
    // What may be left blank, as `cases:` with nothing below it.
    below["type"] = json!(["object", "null"]);
    put(below, rest, schema);
}

fn value(kind: &str) -> Value {
    match kind {
        "address" => json!({"type": "string", "pattern": "^\\s*https?://[^\\s?#\"<>]+\\s*$"}),
        "type" => json!({"enum": FieldType::WORDS}),
        "paragraphs" => json!({"enum": ["continuous", "by-chapter"]}),
        "pairs" => {
            let pair = json!({"type": "array", "items": text(), "minItems": 2, "maxItems": 2});
            json!({"type": "array", "items": pair})
        }
        "roots" => {
            let mut root = object();
            root["required"] = json!(["path"]);
            put(&mut root, "path", text());
            put(&mut root, "public_repository", of_shape("", "boolean"));
            put(&mut root, "optional", of_shape("", "boolean"));
            listed(&json!({"anyOf": [text(), root]}))
        }
        kind => of_shape("", kind),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::super::super::{config, notes::Notes};
    use super::*;

    /// `a.*.b` with an example as YAML of one line.
    fn yaml(path: &str, example: &str) -> String {
        path.rsplit('.').fold(example.to_owned(), |inner, key| {
            format!("{{{}: {inner}}}", if key == "*" { "name" } else { key })
        })
    }

    fn findings(text: &str) -> Vec<String> {
        let mut notes = Notes::on(&Arc::from("annals.yaml"));
        config::read(text, &mut notes);
        notes.findings.iter().map(|found| format!("{} {}", found.rule.code, found.message)).collect()
    }

    #[test]
    fn every_setting_of_the_table_is_read() {
        for Setting { path, example, .. } in SETTINGS {
            // Another language has to be one of the archive's.
            let title = if *path == "title" {
                ""
            } else if path.starts_with("translations") {
                "title: Test\nlanguages: [en, cy]\n"
            } else {
                "title: Test\n"
            };
            let (key, rest) = path.split_once('.').unwrap_or((path, ""));
            let value = if rest.is_empty() { (*example).to_owned() } else { yaml(rest, example) };
            let value = if key == "translations" { value.replacen("name", "cy", 1) } else { value };
            assert_eq!(findings(&format!("{title}{key}: {value}\n")), [""; 0], "{path}");
            // And so is its name: another is not.
            if !path.ends_with('*') {
                let (around, _) = path.rsplit_once('.').unwrap_or(("", path));
                let wrong = format!("{around}{}nosuchkey", if around.is_empty() { "" } else { "." });
                let (key, rest) = wrong.split_once('.').unwrap_or((&wrong, ""));
                let value = if rest.is_empty() { "x".to_owned() } else { yaml(rest, "x") };
                let found = findings(&format!("title: Test\n{key}: {value}\n"));
                assert!(found.iter().any(|found| found.starts_with("unknown_setting")), "{wrong}: {found:?}");
            }
        }
    }

    #[test]
    fn every_setting_that_is_read_is_in_the_table() {
        let mut told: BTreeMap<&str, ()> = BTreeMap::new();
        for setting in SETTINGS {
            told.insert(setting.path.split('.').next().unwrap(), ());
        }
        let mut read = config::KEYS.to_vec();
        read.sort_unstable();
        assert_eq!(told.into_keys().collect::<Vec<_>>(), read);
    }
}
