//! The summary list of a record: what its kind says of it, then its fields, long ones apart.

use std::fmt::Display;

use super::super::html::{Html, escaped};
use super::super::place::Place;
use super::super::press::Press;
use super::values::{lost, value};
use super::{Fact, kinds};
use crate::model::access::Release;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::value::Value;
use crate::model::words::args;

/// Longer Markdown than this stands below the body.
const SHORT: usize = 240;

/// What a record's page says in labels and values.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Above the body.
    pub(super) first: Vec<Fact>,
    /// Below it: declared fields with more to say.
    pub(super) further: Vec<Fact>,
    /// Below them: what nobody declared.
    pub(super) other: Vec<Fact>,
}

impl Facts {
    /// The facts of a record on its page.
    pub(super) fn of(press: &Press, place: Place, index: usize) -> Self {
        let record = press.record(index);
        let mut list = List { press, place, index, facts: Vec::new() };
        kinds::facts(&mut list, &record.kind);
        let mut facts = Facts { first: list.facts, ..Facts::default() };
        facts.first.extend(released(press, place, record, index));
        let years = years(press, place, record, index);
        let schema = press.edition().schema();
        for field in &record.fields {
            let key = &*field.key;
            let is_year = years.is_some() && matches!(key, "start_year" | "end_year");
            if is_year && key == "start_year" {
                facts.first.push(Fact {
                    label: press.words().say("years").to_owned(),
                    values: years.iter().cloned().collect(),
                });
            }
            if is_year || key == "description" {
                continue;
            }
            let mut values = value(press, place, index, key, &field.value);
            let names = record.dangling.iter().filter(|dangling| dangling.path.root() == Some(key)).count();
            if names > 0 {
                values.push(lost(press, names, !values.is_empty()));
            }
            if values.is_empty() {
                continue;
            }
            let fact = Fact { label: schema.field_label(record.id.collection(), key), values };
            let long =
                matches!(&field.value, Value::Markdown(text) if text.len() > SHORT || text.contains('\n'));
            match (field.declared, long) {
                (false, _) => facts.other.push(fact),
                (true, true) => facts.further.push(fact),
                (true, false) => facts.first.push(fact),
            }
        }
        facts
    }
}

/// Who let a once-confidential document be public, when, and on what ground.
fn released(press: &Press, place: Place, record: &Record, index: usize) -> Option<Fact> {
    let Release { by, on, basis } = record.access.release.as_ref()?;
    let ground = press.field(place, index, basis.trim_end_matches('.'));
    let args = args![by = escaped(by), date = press.time(*on), basis = ground.as_str()];
    let markup = press.words().markup("released-by", args);
    Some(Fact { label: press.words().say("released").to_owned(), values: vec![Html::new(&markup)] })
}

/// A case's years as one fact: a case without an end is still running, or its end is not known.
fn years(press: &Press, place: Place, record: &Record, index: usize) -> Option<Html> {
    let of = |key: &str| record.field(key).filter(|found| matches!(found, Value::Year(_)));
    let start = of("start_year")?;
    let words = |key: &str, year: &Value| {
        value(press, place, index, key, year).first().map(|html| html.as_str().to_owned()).unwrap_or_default()
    };
    let first = words("start_year", start);
    Some(Html::new(&match of("end_year") {
        Some(end) if end == start => first,
        Some(end) => press.words().markup("years-to", args![first = first, last = words("end_year", end)]),
        None => press.words().markup("years-no-end", args![first = first]),
    }))
}

/// A list of facts while it is made. A fact without a value is left out.
pub(super) struct List<'p, 's> {
    pub(super) press: &'p Press<'s>,
    pub(super) place: Place<'p>,
    pub(super) index: usize,
    pub(super) facts: Vec<Fact>,
}

impl List<'_, '_> {
    /// Adds a fact of ready values; its label is a message of the group `fact`.
    pub(super) fn add(&mut self, label: &str, values: Vec<Html>) {
        if !values.is_empty() {
            let label = self.press.words().named("fact", label).to_owned();
            self.facts.push(Fact { label, values });
        }
    }

    /// Adds ready markup.
    pub(super) fn markup(&mut self, label: &str, markup: Option<String>) {
        self.add(label, markup.iter().map(|markup| Html::new(markup)).collect());
    }

    /// Adds plain words.
    pub(super) fn words(&mut self, label: &str, words: Option<impl Display>) {
        self.markup(label, words.map(|words| escaped(&words.to_string())));
    }

    /// Adds a value that may be one of a facet.
    pub(super) fn term(&mut self, label: &str, key: &str, words: Option<&str>) {
        let values =
            words.map(|words| value(self.press, self.place, self.index, key, &Value::Text(words.to_owned())));
        self.add(label, values.unwrap_or_default());
    }

    /// Adds Markdown.
    pub(super) fn field(&mut self, label: &str, text: Option<&str>) {
        let text = text.filter(|text| !text.trim().is_empty());
        self.add(label, text.iter().map(|text| self.press.field(self.place, self.index, text)).collect());
    }

    /// Adds a date.
    pub(super) fn date(&mut self, label: &str, date: Option<Date>) {
        self.markup(label, date.map(|date| self.press.time(date)));
    }

    /// Adds references.
    pub(super) fn references<'r>(&mut self, label: &str, to: impl IntoIterator<Item = &'r Ref>) {
        self.add(label, self.press.references(self.place, to));
    }
}

/// The body of a record that has none in its file but a `description` that the exporter repeats
/// there; `None` where it has a body, or neither.
pub(super) fn description(record: &Record) -> Option<&str> {
    match record.field("description") {
        Some(Value::Markdown(text) | Value::Text(text)) if record.body.is_empty() => Some(text),
        _ => None,
    }
}

/// The `description` of a record whose body says something else; `None` where they are the same.
pub(super) fn other_description(record: &Record) -> Option<&str> {
    match record.field("description") {
        Some(Value::Markdown(text) | Value::Text(text)) if !record.body.is_empty() => {
            (!same(text, record.body.text())).then_some(text)
        }
        _ => None,
    }
}

/// Whether a record's `description` only repeats its body.
pub(crate) fn description_is_body(record: &Record) -> bool {
    match record.field("description") {
        Some(Value::Markdown(text) | Value::Text(text)) => same(text, record.body.text()),
        _ => false,
    }
}

/// Whether two texts are the same but for white space.
fn same(one: &str, other: &str) -> bool {
    one.trim() == other.trim() || one.split_whitespace().eq(other.split_whitespace())
}

/// Whether a record is of a kind that has a page of its own form.
pub(super) fn is_plain(kind: &Kind) -> bool {
    matches!(kind, Kind::Plain | Kind::Page { .. })
}
