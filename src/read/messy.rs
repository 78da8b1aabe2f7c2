//! A `Node` as a serde source that reads messy values: quoted numbers, one value for a list, a list
//! of one for a value, a Python list as text.
//!
//! In: nodes. Out: whatever serde shape is asked for, `read::raw`'s mostly. What cannot be read as
//! the type that is asked for is an error; nothing is guessed.

use serde::de::value::SeqDeserializer;
use serde::de::{Deserializer, Expected, IntoDeserializer, Visitor};

use super::unread::{Entries, Items, Unread};
use super::yaml::Node;
use crate::diag::FieldPath;

impl Node {
    /// A single value as text; a list of one counts as the one. `None` for lists, maps and nothing.
    pub(super) fn as_text(&self) -> Option<String> {
        match self {
            Node::Boolean(value) => Some(value.to_string()),
            Node::Integer(value) => Some(value.to_string()),
            Node::Number(text) | Node::Text(text) => Some(text.clone()),
            Node::List(items) => match &items[..] {
                [only] => only.as_text(),
                _ => None,
            },
            Node::Null | Node::Map(_) => None,
        }
    }

    /// The text under a key of a map.
    pub(super) fn text_of(&self, key: &str) -> Option<String> {
        let Node::Map(entries) = self else { return None };
        entries.iter().find(|(name, _)| name == key).and_then(|(_, value)| value.as_text())
    }

    /// The values in it: of a list its items, of a Python list as text the items that it names, of
    /// a single value itself. What is null or empty is left out.
    pub(super) fn into_items(self) -> Vec<Node> {
        let items = match self {
            Node::List(items) => items,
            Node::Text(text) => match list_as_text(&text) {
                Some(items) => items.into_iter().map(Node::Text).collect(),
                None => vec![Node::Text(text)],
            },
            other => vec![other],
        };
        items.into_iter().filter(|item| !item.is_nothing()).collect()
    }

    /// The items of the list under a key of a map, each with its path; a single value is a list of
    /// one.
    /// Whether a map has a key, whatever stands behind it.
    pub(super) fn has(&self, key: &str) -> bool {
        matches!(self, Node::Map(entries) if entries.iter().any(|(name, _)| name == key))
    }

    pub(super) fn items_of(&self, path: &FieldPath, key: &str) -> Vec<(FieldPath, &Node)> {
        let Node::Map(entries) = self else { return Vec::new() };
        let Some((_, value)) = entries.iter().find(|(name, _)| name == key) else { return Vec::new() };
        let items = match value {
            Node::List(items) => items.iter().collect(),
            other => vec![other],
        };
        let items = items.into_iter().enumerate().filter(|(_, item)| !item.is_nothing());
        items.map(|(n, item)| (path.clone().then(key).at(n), item)).collect()
    }

    /// Whether nothing is written there.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Node::Null => true,
            Node::Text(text) => text.trim().is_empty(),
            Node::List(items) => items.iter().all(Node::is_nothing),
            Node::Map(entries) => entries.is_empty(),
            _ => false,
        }
    }

    /// What it is, for a message.
    pub(super) fn in_words(&self) -> String {
        match self {
            Node::Null => "nothing".to_owned(),
            Node::List(_) => "a list".to_owned(),
            Node::Map(_) => "a map of keys and values".to_owned(),
            other => format!("`{}`", shortened(&other.as_text().unwrap_or_default())),
        }
    }
}

/// Text cut to what a message can hold.
pub(super) fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}

/// The items of a list written as text, as Python or JSON print one: `['recA', "recB"]`.
pub(super) fn list_as_text(text: &str) -> Option<Vec<String>> {
    let mut rest = text.trim().strip_prefix('[')?.strip_suffix(']')?.trim();
    let mut items = Vec::new();
    while !rest.is_empty() {
        let quote = rest.chars().next().filter(|first| matches!(first, '\'' | '"'));
        let (item, after) = match quote {
            Some(quote) => quoted(&rest[1..], quote)?,
            None => {
                let end = rest.find(',').unwrap_or(rest.len());
                // A bracket in Markdown, as in `[label] (see below)`, is no list.
                if rest[..end].contains(['[', ']', '\n']) {
                    return None;
                }
                (rest[..end].trim().to_owned(), &rest[end..])
            }
        };
        items.push(item);
        let after = after.trim_start();
        rest = match after.strip_prefix(',') {
            Some(more) => more.trim_start(),
            None if after.is_empty() => after,
            None => return None,
        };
    }
    Some(items)
}

/// The text up to the closing quote, and what follows it.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut item = String::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => item.push(letters.next()?.1),
            letter if letter == quote => return Some((item, &text[at + letter.len_utf8()..])),
            letter => item.push(letter),
        }
    }
    None
}

/// Reads `True`, `yes`, `1`, `checked` and their opposites.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "checked" | "on" => Some(true),
        "false" | "no" | "n" | "0" | "unchecked" | "off" => Some(false),
        _ => None,
    }
}

/// Reads a whole number, also where a spreadsheet made `2018.0` of it.
pub(super) fn integer(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    text.parse().ok()
}

impl<'de> IntoDeserializer<'de, Unread> for &'de Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn wrong<T>(node: &Node, wanted: &dyn Expected) -> Result<T, Unread> {
    Err(Unread::new(format!("{} where {wanted} is asked for", node.in_words())))
}

macro_rules! whole_numbers {
    ($($name:ident)*) => {$(
        fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
            match self.as_text().and_then(|text| integer(&text)) {
                Some(value) => visitor.visit_i64(value),
                None => wrong(self, &"a whole number"),
            }
        }
    )*};
}

macro_rules! texts {
    ($($name:ident)*) => {$(
        fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
            match (self, self.as_text()) {
                (Node::Null, _) => visitor.visit_str(""),
                (_, Some(text)) => visitor.visit_string(text),
                (_, None) => wrong(self, &"text"),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Unread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        match self {
            Node::Null => visitor.visit_unit(),
            Node::Boolean(value) => visitor.visit_bool(*value),
            Node::Integer(value) => visitor.visit_i64(*value),
            Node::Number(text) | Node::Text(text) => visitor.visit_borrowed_str(text),
            Node::List(items) => visitor.visit_seq(Items::of(items)),
            Node::Map(entries) => visitor.visit_map(Entries::of(entries)),
        }
    }

    texts! { deserialize_str deserialize_string deserialize_identifier deserialize_char }
    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        match self.as_text().and_then(|text| boolean(&text)) {
            Some(value) => visitor.visit_bool(value),
            None => wrong(self, &"yes or no (`true` or `false`)"),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        if self.is_nothing() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        match self {
            Node::List(items) => visitor.visit_seq(Items::of(items)),
            Node::Text(text) => match list_as_text(text) {
                Some(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
                None if text.trim().is_empty() => {
                    visitor.visit_seq(SeqDeserializer::new([self; 0].into_iter()))
                }
                None => visitor.visit_seq(SeqDeserializer::new([self].into_iter())),
            },
            Node::Null => visitor.visit_seq(SeqDeserializer::new([self; 0].into_iter())),
            _ => visitor.visit_seq(SeqDeserializer::new([self].into_iter())),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        match self {
            Node::Map(_) => self.deserialize_any(visitor),
            Node::Null => visitor.visit_map(Entries::of(&[])),
            _ => wrong(self, &"a map of keys and values"),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        self.deserialize_map(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 bytes byte_buf unit unit_struct tuple tuple_struct enum
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::read::yaml;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default)]
    struct Shape {
        on: Option<String>,
        yes: Option<bool>,
        count: Option<u32>,
        list: Vec<String>,
    }

    fn read(text: &str) -> Result<Shape, Unread> {
        Shape::deserialize(&yaml::parse(text, 0).unwrap().node)
    }

    #[test]
    fn reads_messy_values() {
        let wanted =
            Shape { on: Some("2018".into()), yes: Some(true), count: Some(70), list: vec!["a".into()] };
        assert_eq!(read("on: 2018\nyes: 'True'\ncount: '70'\nlist: a\n"), Ok(wanted));
        let wanted = Shape { list: vec!["recA".into(), "rec'B".into()], ..Shape::default() };
        assert_eq!(read("on:\nyes: ''\nlist: '[''recA'', \"rec''B\"]'\n"), Ok(wanted));
        let wanted = Shape { on: Some("x".into()), count: Some(2018), ..Shape::default() };
        assert_eq!(read("on: [x]\ncount: 2018.0\nlist:\n"), Ok(wanted));
    }

    #[test]
    fn says_what_it_cannot_read() {
        let fault = read("yes: perhaps\n").unwrap_err();
        assert_eq!(fault.to_string(), "`perhaps` where yes or no (`true` or `false`) is asked for");
        let fault = read("on: {a: b}\n").unwrap_err();
        assert_eq!(fault.to_string(), "a map of keys and values where text is asked for");
        assert!(read("count: -1\n").is_err());
        let fault = read("list: [a, {b: c}]\n").unwrap_err();
        assert_eq!(
            fault.steps().cloned().collect::<Vec<_>>(),
            [crate::diag::Step::Key("list".into()), crate::diag::Step::Index(1)]
        );
    }

    #[test]
    fn brackets_in_prose_are_no_list() {
        assert_eq!(list_as_text("[redacted] and [more]"), None);
        assert_eq!(list_as_text("['a' and 'b']"), None);
        assert_eq!(list_as_text("[]"), Some(vec![]));
        assert_eq!(list_as_text(r#"["a\"b", 3]"#), Some(vec!["a\"b".into(), "3".into()]));
        assert_eq!(list_as_text("['"), None);
    }
}
