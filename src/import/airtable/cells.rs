//! A cell → the value of a key.
//!
//! In: a JSON value or a CSV cell, and what the key holds. Out: a YAML value, or nothing where the
//! cell is empty; and what is in doubt about it. E-mail addresses of collaborators stay in the base.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use serde_yaml::Value as Yaml;

use super::links::{Links, is_airtable_id};
use super::mapping::Want;
use super::table::Form;
use super::{csv, days, faults};
use crate::diag::Rule;

/// What a cell's value depends on beside the cell.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// What links may lead to.
    pub links: &'a Links,
    /// The attachments that are in the archive, by their ids in the base.
    pub files: &'a BTreeMap<String, Arc<str>>,
    /// How cells are written.
    pub form: Form,
}

/// Something that is in doubt about a cell.
pub type Doubt = (&'static Rule, String);

/// The value of a cell.
pub fn value(cell: &Value, want: &Want, around: Around<'_>, doubts: &mut Vec<Doubt>) -> Option<Yaml> {
    let value = match (around.form, cell) {
        (Form::Csv, Value::String(text)) => from_text(text, want, around, doubts),
        _ => from_json(cell, want, around, doubts),
    };
    value.filter(|value| !is_empty(value))
}

fn is_empty(value: &Yaml) -> bool {
    match value {
        Yaml::Null => true,
        Yaml::String(text) => text.trim().is_empty(),
        Yaml::Sequence(items) => items.is_empty(),
        _ => false,
    }
}

fn from_json(cell: &Value, want: &Want, around: Around<'_>, doubts: &mut Vec<Doubt>) -> Option<Yaml> {
    match want {
        Want::Links { to, one, or_words } => {
            let written = texts(cell, doubts);
            Some(links(&written, to.as_ref(), (*one, *or_words), around, doubts))
        }
        Want::Files => files(cell, around, doubts),
        Want::List => match cell {
            Value::Array(_) => plain(cell, doubts).map(words),
            _ => plain(cell, doubts).map(|value| words(Yaml::Sequence(vec![value]))),
        },
        Want::Day => match single(cell) {
            Value::String(text) => Some(day(text, doubts)),
            other => plain(other, doubts),
        },
        Want::Text | Want::Number | Want::Boolean => plain(single(cell), doubts),
        Want::Any => match cell {
            Value::Array(items) if !items.is_empty() && items.iter().all(is_link) => {
                Some(links(&texts(cell, doubts), None, (false, false), around, doubts))
            }
            Value::Array(items)
                if items.iter().any(|item| item.get("url").is_some() && item.get("filename").is_some()) =>
            {
                files(cell, around, doubts)
            }
            _ => plain(cell, doubts),
        },
    }
}

fn is_link(item: &Value) -> bool {
    item.as_str().is_some_and(is_airtable_id)
}

/// The one item of a list of one, as lookups are.
fn single(cell: &Value) -> &Value {
    match cell {
        Value::Array(items) if items.len() == 1 => items.first().unwrap_or(cell),
        _ => cell,
    }
}

/// A value without regard to what the key holds.
fn plain(cell: &Value, doubts: &mut Vec<Doubt>) -> Option<Yaml> {
    Some(match cell {
        Value::Null => return None,
        Value::Bool(value) => Yaml::Bool(*value),
        Value::Number(_) => serde_yaml::to_value(cell).ok()?,
        Value::String(text) => Yaml::String(lines(text)),
        Value::Array(items) => Yaml::Sequence(items.iter().filter_map(|item| plain(item, doubts)).collect()),
        Value::Object(map) => {
            if let Some(told) = map.get("error").or_else(|| map.get("specialValue")) {
                let told = told.as_str().map_or_else(|| told.to_string(), str::to_owned);
                doubts.push((&faults::UNREADABLE_CELL, format!("a formula failed here: {told}")));
                return None;
            }
            // A collaborator, a barcode, a button, a text that was generated: what a reader sees of
            // each. A collaborator's e-mail address is never written.
            let seen = match map.get("id").and_then(Value::as_str) {
                Some(id) if id.starts_with("usr") => map.get("name"),
                _ => ["text", "url", "value", "name"].into_iter().find_map(|key| map.get(key)),
            };
            match seen {
                Some(Value::Object(_)) | None => {
                    doubts.push((
                        &faults::UNREADABLE_CELL,
                        "a value of a kind that has no form in a record".into(),
                    ));
                    return None;
                }
                Some(seen) => return plain(seen, doubts),
            }
        }
    })
}

/// Every item as text.
fn words(list: Yaml) -> Yaml {
    match list {
        Yaml::Sequence(items) => {
            Yaml::Sequence(items.into_iter().map(text_of).filter(|item| !is_empty(item)).collect())
        }
        other => other,
    }
}

fn text_of(item: Yaml) -> Yaml {
    match item {
        Yaml::Number(number) => Yaml::String(number.to_string()),
        Yaml::Bool(value) => Yaml::String(value.to_string()),
        other => other,
    }
}

fn texts(cell: &Value, doubts: &mut Vec<Doubt>) -> Vec<String> {
    let items = match cell {
        Value::Array(items) => items.iter().collect(),
        other => vec![other],
    };
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        match item {
            Value::Null => {}
            Value::String(text) => texts.push(text.clone()),
            Value::Object(map) => match map.get("id").and_then(Value::as_str) {
                Some(id) => texts.push(id.to_owned()),
                None => doubts.push((&faults::UNREADABLE_CELL, "a link without a record's id".to_owned())),
            },
            other => texts.push(other.to_string()),
        }
    }
    texts
}

fn links(
    written: &[String],
    to: Option<&Arc<str>>,
    (one, or_words): (bool, bool),
    around: Around<'_>,
    doubts: &mut Vec<Doubt>,
) -> Yaml {
    let mut links: Vec<_> = written
        .iter()
        .map(|text| match around.links.resolve(text, to) {
            Some(id) if to.is_some_and(|to| **to == *id.collection()) => id.slug().to_owned(),
            Some(id) => id.as_str().to_owned(),
            None => {
                if !or_words || is_airtable_id(text) {
                    let place = to.map(|to| format!(" in {to}")).unwrap_or_default();
                    doubts.push((&faults::UNRESOLVED_LINK, format!("no record{place} is known as `{text}`")));
                }
                text.clone()
            }
        })
        .collect();
    if one && links.len() == 1 {
        return links.pop().map_or(Yaml::Null, Yaml::String);
    }
    Yaml::Sequence(links.into_iter().map(Yaml::String).collect())
}

fn files(cell: &Value, around: Around<'_>, doubts: &mut Vec<Doubt>) -> Option<Yaml> {
    let Value::Array(items) = cell else { return plain(cell, doubts) };
    let mut files = Vec::with_capacity(items.len());
    for item in items {
        if let Value::String(path) = item {
            files.push(Yaml::String(path.clone()));
            continue;
        }
        let text = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default();
        let name = text("filename").trim();
        match around.files.get(text("id")) {
            Some(path) => files.push(file(path, name)),
            None => {
                let told = if name.is_empty() { "without a name" } else { name };
                doubts.push((
                    &faults::ATTACHMENT_NOT_FETCHED,
                    format!("the attachment `{told}` is not in the archive"),
                ));
            }
        }
    }
    Some(Yaml::Sequence(files))
}

/// An attachment as records write it: where it is, and what it was called.
fn file(path: &str, name: &str) -> Yaml {
    if name.is_empty() {
        return Yaml::String(path.to_owned());
    }
    Yaml::Mapping([("file".into(), path.into()), ("name".into(), name.into())].into_iter().collect())
}

fn from_text(text: &str, want: &Want, around: Around<'_>, doubts: &mut Vec<Doubt>) -> Option<Yaml> {
    Some(match want {
        Want::Text | Want::Any => Yaml::String(lines(text)),
        Want::List => Yaml::Sequence(csv::list(text).into_iter().map(Yaml::String).collect()),
        Want::Links { to, one, or_words } => {
            // A title may have a comma in it that the grid view did not quote.
            let whole = around.links.resolve(text, to.as_ref()).is_some();
            let written = if whole { vec![text.to_owned()] } else { csv::list(text) };
            links(&written, to.as_ref(), (*one, *or_words), around, doubts)
        }
        Want::Day => day(text, doubts),
        Want::Number => match text.trim().parse::<i64>() {
            Ok(number) => Yaml::Number(number.into()),
            Err(_) => Yaml::String(text.trim().to_owned()),
        },
        Want::Boolean => match text.trim().to_ascii_lowercase().as_str() {
            "checked" | "true" | "yes" | "1" => Yaml::Bool(true),
            "unchecked" | "false" | "no" | "0" => Yaml::Bool(false),
            _ => Yaml::String(text.trim().to_owned()),
        },
        Want::Files => {
            for item in csv::list(text) {
                // `name (https://…)`: an address that expires within hours.
                let name = item.rsplit_once(" (http").map_or(item.as_str(), |(name, _)| name);
                doubts.push((
                    &faults::ATTACHMENT_NOT_FETCHED,
                    format!("the attachment `{name}` is not in the archive"),
                ));
            }
            return None;
        }
    })
}

fn day(text: &str, doubts: &mut Vec<Doubt>) -> Yaml {
    let days::Day { text, doubt } = days::day(text);
    doubts.extend(doubt.map(|doubt| (&faults::DOUBTFUL_DAY, doubt)));
    Yaml::String(text)
}

/// Text with LF line ends and without the blank end that rich text fields have.
fn lines(text: &str) -> String {
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::id::RecordId;

    fn read(form: Form, cell: Value, want: &Want) -> String {
        let mut links = Links::default();
        let home = RecordId::new("organisations", "home-office");
        links.add(&home, Some(&"recHOMEAAAAAAAAAA".into()), Some("Home Office"));
        links.add(&RecordId::new("organisations", "a-b"), None, Some("A, B"));
        let files = BTreeMap::from([("attA".to_owned(), Arc::from("/assets/airtable/0123.pdf"))]);
        let mut doubts = Vec::new();
        let value = value(&cell, want, Around { links: &links, files: &files, form }, &mut doubts);
        let value = value.map_or("nothing".to_owned(), |value| serde_json::to_string(&value).unwrap());
        let doubts: Vec<_> =
            doubts.iter().map(|(rule, message)| format!(" | {}: {message}", rule.code)).collect();
        value + &doubts.concat()
    }

    fn organisations() -> Want {
        Want::Links { to: Some("organisations".into()), one: false, or_words: false }
    }

    #[test]
    fn makes_slugs_of_links_and_keeps_what_it_cannot() {
        let cell = json!(["recHOMEAAAAAAAAAA", "recGONEAAAAAAAAAA"]);
        assert_eq!(
            read(Form::Json, cell.clone(), &organisations()),
            r#"["home-office","recGONEAAAAAAAAAA"] | unresolved_link: no record in organisations is known as `recGONEAAAAAAAAAA`"#
        );
        assert!(read(Form::Json, cell, &Want::Any).starts_with(r#"["organisations/home-office","recGONE"#));
        let one = Want::Links { to: Some("organisations".into()), one: true, or_words: false };
        assert_eq!(read(Form::Json, json!(["recHOMEAAAAAAAAAA"]), &one), r#""home-office""#);
        assert_eq!(
            read(Form::Csv, json!("Home Office,\"A, B\""), &organisations()),
            r#"["home-office","a-b"]"#
        );
        assert_eq!(read(Form::Csv, json!("A, B"), &organisations()), r#"["a-b"]"#);
        let words = Want::Links { to: Some("papers".into()), one: false, or_words: true };
        assert_eq!(read(Form::Csv, json!("none yet"), &words), r#"["none yet"]"#);
    }

    #[test]
    fn never_writes_a_collaborators_address() {
        let cell = json!({"id": "usrA", "email": "a@example.org", "name": "Ann"});
        assert_eq!(read(Form::Json, cell.clone(), &Want::Any), r#""Ann""#);
        assert_eq!(read(Form::Json, json!([cell]), &Want::List), r#"["Ann"]"#);
        let nameless = json!({"id": "usrA", "email": "a@example.org"});
        assert!(!read(Form::Json, nameless, &Want::Any).contains("example.org"));
    }

    #[test]
    fn keeps_types_and_says_what_failed() {
        assert_eq!(read(Form::Json, json!(70), &Want::Number), "70");
        assert_eq!(read(Form::Json, json!("a\r\nb\n"), &Want::Text), r#""a\nb""#);
        assert_eq!(read(Form::Json, json!(["looked up"]), &Want::Text), r#""looked up""#);
        assert_eq!(read(Form::Json, json!("single"), &Want::List), r#"["single"]"#);
        assert_eq!(read(Form::Json, json!([2018]), &Want::List), r#"["2018"]"#);
        assert_eq!(read(Form::Json, json!(" "), &Want::Text), "nothing");
        assert_eq!(
            read(Form::Json, json!({"specialValue": "NaN"}), &Want::Number),
            "nothing | unreadable_cell: a formula failed here: NaN"
        );
        assert_eq!(read(Form::Csv, json!("checked"), &Want::Boolean), "true");
        assert_eq!(read(Form::Csv, json!("2018"), &Want::Number), "2018");
        assert!(read(Form::Csv, json!("3/7/2018"), &Want::Day).contains("doubtful_day"));
    }

    #[test]
    fn names_attachments_by_what_was_kept() {
        let cell = json!([{"id": "attA", "filename": "Annual Report.pdf", "url": "https://x", "thumbnails": {}},
            {"id": "attB", "filename": "b.pdf", "url": "https://x"}]);
        assert_eq!(
            read(Form::Json, cell, &Want::Files),
            r#"[{"file":"/assets/airtable/0123.pdf","name":"Annual Report.pdf"}] | attachment_not_fetched: the attachment `b.pdf` is not in the archive"#
        );
        let told = read(Form::Csv, json!("a (1).pdf (https://v5.airtableusercontent.com/x)"), &Want::Files);
        assert_eq!(
            told,
            "nothing | attachment_not_fetched: the attachment `a (1).pdf` is not in the archive"
        );
    }
}
