//! A value on its way into JSON or a table.

use std::borrow::Cow;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::model::value::Data;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'r> {
    /// Text.
    Text(Cow<'r, str>),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Boolean(bool),
    /// A list.
    List(Vec<Cell<'r>>),
    /// A map, in order; keys without a value are left out by whoever makes it.
    Map(Vec<(Cow<'r, str>, Cell<'r>)>),
    /// What nobody declared.
    Data(&'r Data),
}

impl<'r> Cell<'r> {
    pub(super) fn text(text: impl Into<Cow<'r, str>>) -> Self {
        Cell::Text(text.into())
    }

    pub(super) fn texts<T: Into<Cow<'r, str>>>(texts: impl IntoIterator<Item = T>) -> Self {
        Cell::List(texts.into_iter().map(|text| Cell::Text(text.into())).collect())
    }

    /// A map of those of these keys that have a value.
    pub(super) fn map(pairs: Vec<(&'static str, Option<Cell<'r>>)>) -> Self {
        Cell::Map(
            pairs.into_iter().filter_map(|(key, cell)| cell.map(|cell| (Cow::Borrowed(key), cell))).collect(),
        )
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Cell::Text(text) => text.is_empty(),
            Cell::List(list) => list.is_empty(),
            Cell::Map(map) => map.is_empty(),
            Cell::Data(data) => **data == Data::Null,
            Cell::Number(_) | Cell::Boolean(_) => false,
        }
    }

    /// The cell in a table: a list of texts with `; ` between them, anything deeper as JSON.
    pub(super) fn flat(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Boolean(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
            Cell::Data(Data::Text(text)) => Cow::Borrowed(text),
            Cell::List(list) if list.iter().all(|item| matches!(item, Cell::Text(_) | Cell::Number(_))) => {
                Cow::Owned(list.iter().map(Cell::flat).collect::<Vec<_>>().join("; "))
            }
            _ => Cow::Owned(serde_json::to_string(self).unwrap_or_default()),
        }
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Number(number) => serializer.serialize_i64(*number),
            Cell::Boolean(yes) => serializer.serialize_bool(*yes),
            Cell::List(list) => serializer.collect_seq(list),
            Cell::Map(map) => serializer.collect_map(map.iter().map(|(key, cell)| (key, cell))),
            Cell::Data(data) => tree(data, serializer),
        }
    }
}

fn tree<S: Serializer>(data: &Data, serializer: S) -> Result<S::Ok, S::Error> {
    match data {
        Data::Null => serializer.serialize_unit(),
        Data::Boolean(yes) => serializer.serialize_bool(*yes),
        Data::Integer(number) => serializer.serialize_i64(*number),
        Data::Float(number) => serializer.serialize_f64(*number),
        Data::Text(text) => serializer.serialize_str(text),
        Data::List(list) => {
            let mut seq = serializer.serialize_seq(Some(list.len()))?;
            for data in list {
                seq.serialize_element(&Cell::Data(data))?;
            }
            seq.end()
        }
        Data::Map(pairs) => {
            let mut map = serializer.serialize_map(Some(pairs.len()))?;
            for (key, data) in pairs {
                map.serialize_entry(key, &Cell::Data(data))?;
            }
            map.end()
        }
    }
}

/// A record on its way into JSON: its keys and values in order.
#[derive(Debug)]
pub(super) struct Entries<'r>(pub(super) Vec<(Cow<'r, str>, Cell<'r>)>);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, cell)| (key, cell)))
    }
}
