//! Values of fields as markup.

use std::sync::Arc;

use super::super::html::{Html, escaped, link, none};
use super::super::markdown::is_safe;
use super::super::place::Place;
use super::super::press::Press;
use crate::model::date::Edtf;
use crate::model::value::{Data, Value};

/// The value of a field of a record, in the pieces that stand below one another. Attachments have a
/// section of their own and are left out here.
pub(super) fn value(press: &Press, place: Place, index: usize, key: &str, value: &Value) -> Vec<Html> {
    let term = |words: &str| match press.term(place, key, words) {
        Some(href) => link(&href, words),
        None => escaped(words),
    };
    let one = |markup: String| if markup.is_empty() { Vec::new() } else { vec![Html::new(&markup)] };
    match value {
        Value::Text(text) => one(term(text.trim())),
        Value::Markdown(text) => {
            let html = press.field(place, index, text);
            if html.as_str().is_empty() { Vec::new() } else { vec![html] }
        }
        Value::Tags(tags) => one(tags.iter().map(|tag| term(tag)).collect::<Vec<_>>().join(", ")),
        Value::Links(links) => press.references(place, links),
        Value::Year(year) => one(term(&year.to_string())),
        Value::Date(Edtf::Date(date)) => one(press.time(*date)),
        Value::Date(Edtf::Interval(interval)) => one(escaped(&press.words().interval(*interval))),
        Value::Number(number) => one(escaped(number)),
        Value::Boolean(yes) => one(yes_or_no(press, *yes)),
        Value::Url(url) => one(web(url)),
        Value::Email(address) => one(link(&format!("mailto:{address}"), address)),
        Value::Attachments(_) => Vec::new(),
        Value::Other(data) => one(tree(press, data)),
    }
}

/// What stands where a field names records that could not be found. Never the names: they may be
/// those of records that are not for this audience.
pub(super) fn lost(press: &Press, names: usize, found: bool) -> Html {
    Html::new(&none(press.words().say(match (names, found) {
        (1, false) => "lost-one",
        (1, true) => "lost-one-more",
        (_, false) => "lost-several",
        (_, true) => "lost-several-more",
    })))
}

/// A web address as a link, without its scheme; as words where it is none.
fn web(url: &str) -> String {
    let url = url.trim();
    if !url.contains("://") || !is_safe(url) {
        return escaped(url);
    }
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    link(url, bare.trim_start_matches("www.").trim_end_matches('/'))
}

fn yes_or_no(press: &Press, yes: bool) -> String {
    escaped(press.words().say(if yes { "yes" } else { "no" }))
}

/// A tree as nested lists.
fn tree(press: &Press, data: &Data) -> String {
    match data {
        Data::Null => String::new(),
        Data::Boolean(yes) => yes_or_no(press, *yes),
        Data::Integer(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Text(text) => escaped(text),
        Data::List(items) if items.iter().all(is_scalar) => {
            items.iter().map(|item| tree(press, item)).collect::<Vec<_>>().join(", ")
        }
        Data::List(items) => items_of(items.iter().map(|item| tree(press, item))),
        Data::Map(pairs) => items_of(pairs.iter().map(|(key, data)| {
            format!("{}: {}", escaped(&crate::model::schema::in_words(key)), tree(press, data))
        })),
    }
}

fn items_of(items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|item| format!("<li>{item}</li>")).collect();
    format!("<ul>{items}</ul>")
}

fn is_scalar(data: &Data) -> bool {
    !matches!(data, Data::List(_) | Data::Map(_))
}

/// The words of a value, for lists and search: short values only.
pub(super) fn short(press: &Press, value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.trim().to_owned()),
        Value::Tags(tags) => Some(tags.iter().map(Arc::as_ref).collect::<Vec<&str>>().join(", ")),
        Value::Year(year) => Some(year.to_string()),
        Value::Date(date) => Some(press.words().edtf(*date)),
        Value::Number(number) => Some(number.clone()),
        _ => None,
    }
    .filter(|words| !words.is_empty())
}
