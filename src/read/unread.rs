//! Why a nested value could not be read, and where in the whole that was to be read.
//!
//! In: the items of a list and the entries of a map, one after another. Out: their values, or an error
//! that gathers number and key on its way out, so that a finding stands at the value itself. It decides
//! nothing about values: `messy` does.

use std::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, Expected, MapAccess, SeqAccess, Unexpected};

use super::yaml::Node;
use crate::diag::Step;

/// Why a value could not be read, in words, and where in what was to be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unread {
    words: String,
    /// From the inside out.
    steps: Vec<Step>,
}

impl Unread {
    /// A fault in a value, in words.
    pub(super) fn new(words: String) -> Self {
        Unread { words, steps: Vec::new() }
    }

    fn under(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// The way to the value, from the outside in.
    pub(super) fn steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().rev()
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.words)
    }
}

impl std::error::Error for Unread {}

impl de::Error for Unread {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Unread::new(message.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Unread::new(format!("{found} where {wanted} is asked for"))
    }
}

/// The items of a list, which tell their number to whatever goes wrong in them.
pub(super) struct Items<'de> {
    items: std::iter::Enumerate<std::slice::Iter<'de, Node>>,
}

impl<'de> Items<'de> {
    /// The items of a list.
    pub(super) fn of(items: &'de [Node]) -> Self {
        Items { items: items.iter().enumerate() }
    }
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Unread;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unread> {
        let Some((n, item)) = self.items.next() else { return Ok(None) };
        seed.deserialize(item).map(Some).map_err(|error| error.under(Step::Index(n)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The entries of a map, which tell their key to whatever goes wrong in them.
pub(super) struct Entries<'de> {
    entries: std::slice::Iter<'de, (String, Node)>,
    open: Option<&'de (String, Node)>,
}

impl<'de> Entries<'de> {
    /// The entries of a map.
    pub(super) fn of(entries: &'de [(String, Node)]) -> Self {
        Entries { entries: entries.iter(), open: None }
    }
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Unread;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unread> {
        self.open = self.entries.next();
        let Some((key, _)) = self.open else { return Ok(None) };
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unread> {
        let Some((key, value)) = self.open.take() else {
            return Err(de::Error::custom("a value is asked for before its key"));
        };
        seed.deserialize(value).map_err(|error| error.under(Step::Key(key.as_str().into())))
    }
}
