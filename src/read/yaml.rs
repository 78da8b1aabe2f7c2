//! YAML text → an ordered tree, with the keys that stand twice told apart.
//!
//! In: front matter or a settings file. Out: `Node`s as written. Nothing is typed here: numbers keep
//! the digits they were written with, and what a value means is for lowering to say.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::bounds;
use super::faults;
use super::folded;
use super::located::{self, Located};
use super::slips;
use crate::diag::{Finding, Rule, Spot};

/// A value as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// Nothing.
    Null,
    /// `true` or `false`, without quotes.
    Boolean(bool),
    /// A whole number, without quotes.
    Integer(i64),
    /// Another number, without quotes, in its own digits.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written, each key once.
    Map(Vec<(String, Node)>),
}

/// What was read.
#[derive(Debug)]
pub(super) struct Parsed {
    /// The value.
    pub(super) node: Node,
    /// The keys that stood a second time, whose values were left out.
    pub(super) repeated: Vec<Repeated>,
}

/// A key that stands a second time in its map.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repeated {
    /// The key.
    pub(super) key: String,
    /// The line, from 1, in the text that was parsed.
    pub(super) line: usize,
    /// The column in characters, from 1.
    pub(super) column: usize,
}

/// Text that is not YAML, or asks for too much.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotYaml {
    /// What kind of fault it is.
    pub(super) rule: &'static Rule,
    /// What is wrong.
    pub(super) message: String,
    /// The line, from 1, in the text that was parsed.
    pub(super) line: usize,
    /// The column in characters, from 1.
    pub(super) column: usize,
    /// What to do about it; empty where the message says it.
    pub(super) help: String,
}

impl NotYaml {
    /// What is told of a file that has so many lines above the text.
    pub(super) fn finding(self, file: &Arc<str>, lines_above: usize) -> Finding {
        let NotYaml { rule, message, line, column, help } = self;
        let finding = Finding::new(rule, file, Spot::Line(line + lines_above, column), message);
        if help.is_empty() { finding } else { finding.help(help) }
    }
}

/// Reads YAML. Lines in what is returned count from 1 in this text; lines that the parser names
/// in its message are moved down by `lines_above`, so that they are those of the file.
pub(super) fn parse(text: &str, lines_above: usize) -> Result<Parsed, NotYaml> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Parsed { node: Node::Map(Vec::new()), repeated: Vec::new() });
    }
    bounds::before(text)?;
    let mut node: Node = serde_yaml::from_str(text).map_err(|error| not_yaml(&error, text, lines_above))?;
    if let Some(again) = folded::apart(text).and_then(|apart| serde_yaml::from_str(&apart).ok()) {
        node = again;
    }
    if let Some(entries) = bounds::after(&node) {
        let message =
            format!("a list or map here has {entries} entries: more than {} are not read", bounds::MOST);
        return Err(NotYaml { rule: &faults::TOO_LARGE, message, line: 1, column: 1, help: String::new() });
    }
    let mut repeated = Vec::new();
    // Places cost a second parse, so it is only done for the few files that need it.
    if needs_places(&node)
        && let Some(located) = located::locate(text)
    {
        mend(&mut node, &located, &mut repeated);
    }
    Ok(Parsed { node, repeated })
}

/// Every text in a map, at whatever depth, with the key of the map that it stands under.
pub(super) fn texts(entries: &[(String, Node)]) -> impl Iterator<Item = (&str, &str)> {
    entries.iter().flat_map(|(key, value)| {
        let mut found = Vec::new();
        gather(value, &mut found);
        found.into_iter().map(move |text| (key.as_str(), text))
    })
}

fn gather<'n>(node: &'n Node, found: &mut Vec<&'n str>) {
    match node {
        Node::Text(text) => found.push(text),
        Node::List(items) => items.iter().for_each(|item| gather(item, found)),
        Node::Map(entries) => entries.iter().for_each(|(_, value)| gather(value, found)),
        _ => {}
    }
}

fn not_yaml(error: &serde_yaml::Error, text: &str, lines_above: usize) -> NotYaml {
    let (mut line, mut column) = error.location().map_or((1, 1), |at| (at.line().max(1), at.column().max(1)));
    let whole = error.to_string();
    let mut message = whole.replacen(&format!(" at line {line} column {column}"), "", 1);
    // The parser says where it gave up and, behind that, where what it was in the midst of began. The second is
    // the slip's own place, but for a block, which began long before; and one place is enough.
    if let Some((what, (begun, at))) = message.rsplit_once(", while ").and_then(|(_, rest)| began(rest)) {
        let is_block = what.contains("block");
        if !is_block {
            (line, column) = (begun, at);
        }
        let words = format!("while {what}");
        let problem = message.split(", while ").next().unwrap_or_default();
        message = if is_block { problem.to_owned() } else { format!("{problem}, {words}") };
    }
    let message = move_lines(&message, lines_above);
    let slip = slips::slip(text, line, column);
    NotYaml { rule: &faults::BAD_YAML, message, line: slip.line, column: slip.column, help: slip.help }
}

/// What the parser was doing, and the line and column where that began.
fn began(words: &str) -> Option<(String, (usize, usize))> {
    let (what, place) = words.rsplit_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    Some((what.to_owned(), (line.parse().ok()?, column.parse().ok()?)))
}

/// The message with every `line N` in it moved down.
fn move_lines(message: &str, lines_above: usize) -> String {
    let mut moved = String::with_capacity(message.len());
    let mut pieces = message.split("line ");
    moved.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        moved.push_str("line ");
        match piece[..digits].parse::<usize>() {
            Ok(line) => moved.push_str(&(line + lines_above).to_string()),
            Err(_) => moved.push_str(&piece[..digits]),
        }
        moved.push_str(&piece[digits..]);
    }
    moved
}

/// Whether a key stands twice, or a number may have been written otherwise than it prints.
fn needs_places(node: &Node) -> bool {
    match node {
        Node::Number(_) => true,
        Node::List(items) => items.iter().any(needs_places),
        Node::Map(entries) => {
            has_repeated_key(entries) || entries.iter().any(|(_, value)| needs_places(value))
        }
        _ => false,
    }
}

fn has_repeated_key(entries: &[(String, Node)]) -> bool {
    if entries.len() <= 40 {
        (1..entries.len()).any(|n| entries[..n].iter().any(|(key, _)| *key == entries[n].0))
    } else {
        let mut seen = HashSet::with_capacity(entries.len());
        entries.iter().any(|(key, _)| !seen.insert(key))
    }
}

/// Gives numbers the digits they were written with, and takes out the second of two keys.
fn mend(node: &mut Node, located: &Located, repeated: &mut Vec<Repeated>) {
    match (node, &located.inner) {
        (Node::Number(digits), located::Inner::Scalar(written)) => digits.clone_from(written),
        (Node::List(items), located::Inner::List(places)) => {
            for (item, place) in items.iter_mut().zip(places) {
                mend(item, place, repeated);
            }
        }
        (Node::Map(entries), located::Inner::Map(places)) => {
            let mut seen = HashSet::new();
            let mut places = places.iter();
            entries.retain_mut(|(key, value)| {
                let Some(place) = places.next() else { return true };
                let first = seen.insert(key.clone());
                if first {
                    mend(value, &place.value, repeated);
                } else {
                    let (line, column) = (place.key_at.line, place.key_at.column);
                    repeated.push(Repeated { key: key.clone(), line, column });
                }
                first
            });
        }
        _ => {}
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NodeVisitor)
    }
}

/// Text without control characters, which an escape such as `\\e` can bring in: nobody can see one, a
/// terminal obeys it, and XML is broken by it.
fn printable(text: &str) -> String {
    text.replace(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\t'), " ")
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(i64::try_from(value).map_or_else(|_| Node::Number(value.to_string()), Node::Integer))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(printable(value)))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(printable(&value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = from.next_entry()? {
            entries.push(entry);
        }
        Ok(Node::Map(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, from: A) -> Result<Node, A::Error> {
        let (tag, value) = from.variant::<String>()?;
        value.newtype_variant::<Node>()?;
        Err(de::Error::custom(format!("the tag `!{tag}` is not understood")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Node {
        Node::Text(text.to_owned())
    }

    #[test]
    fn keeps_values_as_written() {
        let parsed = parse("year: '2018'\nversion: 1.10\nn: 7\nday: 2018-07-03\nno: no\nx:\n", 0).unwrap();
        let wanted = [
            ("year", text("2018")),
            ("version", Node::Number("1.10".into())),
            ("n", Node::Integer(7)),
            ("day", text("2018-07-03")),
            ("no", text("no")),
            ("x", Node::Null),
        ];
        assert_eq!(parsed.node, Node::Map(wanted.map(|(key, value)| (key.to_owned(), value)).to_vec()));
        assert_eq!(parsed.repeated, []);
    }

    #[test]
    fn keeps_the_first_of_two_keys_and_places_the_second() {
        let parsed = parse("a: 1\nb:\n  - {c: é, d: 2, c: 3}\na: 4\n", 0).unwrap();
        let inner = vec![("c".to_owned(), text("é")), ("d".to_owned(), Node::Integer(2))];
        let wanted =
            vec![("a".to_owned(), Node::Integer(1)), ("b".to_owned(), Node::List(vec![Node::Map(inner)]))];
        assert_eq!(parsed.node, Node::Map(wanted));
        let places = parsed.repeated.iter().map(|key| (&*key.key, key.line, key.column)).collect::<Vec<_>>();
        assert_eq!(places, [("c", 3, 18), ("a", 4, 1)]);
    }

    #[test]
    fn places_what_is_not_yaml() {
        let fault = parse("a: 1\nb: [1, 2\nc: 3\n", 1).unwrap_err();
        assert_eq!((fault.line, fault.column), (2, 4));
        assert_eq!(fault.message, "did not find expected ',' or ']', while parsing a flow sequence");
        assert_eq!(fault.help, "`[` opens and no `]` closes it on this line: `b: [1, 2]`");
        let fault = parse("a: !secret 1\n", 1).unwrap_err();
        assert_eq!((&*fault.message, fault.line), ("a: the tag `!secret` is not understood", 1));
        assert!(parse("a: 1\n...\nb: 2\n", 1).is_err());
    }

    #[test]
    fn control_characters_are_no_text() {
        let parsed = parse(r#"a: "x\e[31m\0\x01y\u0085z\n\tw""#, 0).unwrap();
        assert_eq!(parsed.node, Node::Map(vec![("a".to_owned(), text("x [31m  y z\n\tw"))]));
    }

    #[test]
    fn an_empty_document_is_an_empty_map() {
        assert_eq!(parse("\n# nothing\n", 0).unwrap().node, Node::Map(Vec::new()));
    }
}
