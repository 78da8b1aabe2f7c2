//! The fields that nobody computes with: values by the type that the schema, `annals.yaml` or the
//! key's ending gives them.
//!
//! In: what the kinds left in the front matter. Out: fields in the order of the schema, then of the
//! file. A value that is not of its type is shown as it was written.

use std::sync::Arc;

use super::super::faults;
use super::super::messy;
use super::super::yaml::Node;
use super::front::Front;
use crate::diag::FieldPath;
use crate::model::schema::{COMMON, Collection, FieldType};
use crate::model::value::{Data, Field, Value};

/// Takes all that is left in the front matter.
pub(super) fn fields(front: &mut Front<'_>) -> Vec<Field> {
    let schema = front.context.schema;
    let collection = schema.collection(front.collection());
    let rest = front.rest();
    let mut fields = Vec::with_capacity(rest.len());
    for (key, value) in rest {
        let spec = collection.and_then(|collection| collection.field(&key));
        let kind = spec.map(|spec| spec.kind.clone()).or_else(|| FieldType::by_convention(&key));
        let declared = spec.is_some() || kind.is_some() && !collection.is_some_and(|known| known.built_in);
        let value = match kind {
            Some(kind) => typed(front, &key, value, &kind),
            None => Some(untyped(value)),
        };
        let key = spec.map_or_else(|| key.as_str().into(), |spec| Arc::clone(&spec.key));
        fields.extend(value.map(|value| Field { key, value, declared }));
    }
    for (key, value) in std::mem::take(&mut front.kept) {
        let declared = is_declared(collection, &key);
        fields.push(Field { key: key.into(), value: untyped(value), declared });
    }
    if let Some(collection) = collection {
        let place = |field: &Field| collection.fields.iter().position(|spec| spec.key == field.key);
        fields.sort_by_cached_key(|field| place(field).unwrap_or(usize::MAX));
    }
    fields
}

fn is_declared(collection: Option<&Collection>, key: &str) -> bool {
    COMMON.iter().any(|(common, ..)| *common == key)
        || collection.is_some_and(|collection| collection.field(key).is_some())
}

/// The most tags that a field of a record has. Two fields that are browsed as a pair make a page for every
/// two of their tags: a record of a few kilobytes would make a million pages.
const MOST_TAGS: usize = 100;

/// A value by its type; `None` where nothing is left of it.
fn typed(front: &mut Front<'_>, key: &str, value: Node, kind: &FieldType) -> Option<Value> {
    let path = FieldPath::key(key);
    let read = match kind {
        FieldType::Text => front.joined(key, value).map(Value::Text),
        FieldType::Markdown => markdown(value).map(Value::Markdown),
        FieldType::Tag => match tags(value) {
            Ok(tags) if tags.len() > MOST_TAGS => {
                let message = format!("{} tags: at most {MOST_TAGS} are read", tags.len());
                front.notes.fault_help(&faults::TOO_LARGE, &path, message, "keep those that lead somewhere");
                Ok(Value::Tags(tags.into_iter().take(MOST_TAGS).collect()))
            }
            Ok(tags) => Ok(Value::Tags(tags)),
            Err((n, items)) => {
                front.notes.wrong_type(&path.at(n), &items[n], "a tag");
                return Some(untyped(Node::List(items)));
            }
        },
        FieldType::Link(collection) => {
            let links = front.references_in(&path, value, collection.as_deref());
            let links = links.into_iter().map(|(_, link)| link).collect::<Vec<_>>();
            // References that lead nowhere are told apart, in the record's own list of them.
            return (!links.is_empty()).then_some(Value::Links(links));
        }
        FieldType::Year => scalar(value, |text| year(text).map(Value::Year)),
        FieldType::Date => match scalar(value, |text| text.parse().ok().map(Value::Date)) {
            Ok(date) => Ok(date),
            Err(Node::Text(text)) => {
                front.notes.date(&path, &text);
                return Some(Value::Text(text));
            }
            Err(other) => Err(other),
        },
        FieldType::Number => {
            scalar(value, |text| is_number(text).then(|| Value::Number(text.trim().to_owned())))
        }
        FieldType::Boolean => scalar(value, |text| messy::boolean(text).map(Value::Boolean)),
        FieldType::Url => url(value),
        FieldType::Email => {
            scalar(value, |text| is_email(text.trim()).then(|| Value::Email(text.trim().to_owned())))
        }
        FieldType::Attachment => Ok(Value::Attachments(super::super::attachments::attachments(
            value.into_items(),
            &path,
            front.context.files,
            &mut front.notes,
        ))),
        // A shape that no kind has taken: the collection has that key by `annals.yaml` only.
        FieldType::Shape(_) => Ok(untyped(value)),
    };
    Some(read.unwrap_or_else(|value| {
        front.notes.wrong_type(&path, &value, &wanted(kind));
        untyped(value)
    }))
}

fn wanted(kind: &FieldType) -> String {
    match kind {
        FieldType::Text | FieldType::Markdown => "text".to_owned(),
        FieldType::Tag => "a list of tags".to_owned(),
        FieldType::Boolean => "yes or no (`true` or `false`)".to_owned(),
        FieldType::Url => "a web address (`https://…`)".to_owned(),
        FieldType::Email => "an e-mail address".to_owned(),
        other => format!("a {other}"),
    }
}

/// A value as it was written.
fn untyped(value: Node) -> Value {
    match value {
        Node::Text(text) => Value::Text(text),
        other => Value::Other(data(other)),
    }
}

fn data(value: Node) -> Data {
    match value {
        Node::Null => Data::Null,
        Node::Boolean(value) => Data::Boolean(value),
        Node::Integer(value) => Data::Integer(value),
        // Digits that a float would not print again stay text.
        Node::Number(text) => match text.parse::<f64>() {
            Ok(value) if value.to_string() == text => Data::Float(value),
            _ => Data::Text(text),
        },
        Node::Text(text) => Data::Text(text),
        Node::List(items) => Data::List(items.into_iter().map(data).collect()),
        Node::Map(entries) => Data::Map(entries.into_iter().map(|(key, value)| (key, data(value))).collect()),
    }
}

fn scalar(value: Node, read: impl FnOnce(&str) -> Option<Value>) -> Result<Value, Node> {
    match value.as_text().as_deref().and_then(read) {
        Some(read) => Ok(read),
        None => Err(value),
    }
}

/// Markdown; the items of a list become the items of a list.
fn markdown(value: Node) -> Result<String, Node> {
    match value {
        Node::Text(text) => Ok(text),
        Node::List(items) if items.len() > 1 => {
            let texts = items.iter().filter(|item| !item.is_nothing()).map(Node::as_text);
            match texts.collect::<Option<Vec<_>>>() {
                Some(texts) => {
                    Ok(texts.iter().map(|text| format!("- {}\n", text.replace('\n', "\n  "))).collect())
                }
                None => Err(Node::List(items)),
            }
        }
        other => other.as_text().ok_or(other),
    }
}

/// Tags, each once; else all items with the index of the one that is none.
fn tags(value: Node) -> Result<Vec<Arc<str>>, (usize, Vec<Node>)> {
    let items = value.into_items();
    let mut tags: Vec<Arc<str>> = Vec::with_capacity(items.len());
    for (n, item) in items.iter().enumerate() {
        let Some(text) = item.as_text() else { return Err((n, items)) };
        let tag = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !tags.iter().any(|known| **known == *tag) {
            tags.push(tag.into());
        }
    }
    Ok(tags)
}

fn year(text: &str) -> Option<i16> {
    messy::integer(text).filter(|year| (1..=9999).contains(year)).and_then(|year| i16::try_from(year).ok())
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    let digits = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
    let digits = digits.strip_suffix('%').unwrap_or(digits).trim_end();
    digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.ends_with(|letter: char| letter.is_ascii_digit())
        && digits.chars().all(|letter| {
            letter.is_ascii_digit() || matches!(letter, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}')
        })
}

/// A web address; several become a text with links in it. An address that a browser would run
/// (`javascript:`) is none.
fn url(value: Node) -> Result<Value, Node> {
    let Some(texts) = value.clone().into_items().iter().map(Node::as_text).collect::<Option<Vec<_>>>() else {
        return Err(value);
    };
    let addresses = texts.iter().flat_map(|text| text.split_whitespace()).collect::<Vec<_>>();
    if addresses.iter().any(|address| !is_url(address)) {
        return Err(value);
    }
    match &addresses[..] {
        [only] => Ok(Value::Url((*only).to_owned())),
        several => Ok(Value::Markdown(several.iter().map(|address| format!("<{address}>\n")).collect())),
    }
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let rest = rest.or_else(|| text.starts_with("www.").then_some(text));
    rest.is_some_and(|rest| rest.len() > 1 && !rest.contains(['<', '>', '"', '`', '\\']))
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !text.contains(|letter: char| letter.is_whitespace() || "<>\"'?&".contains(letter))
    })
}
