//! YAML text → a tree of the places of its values.
//!
//! In: YAML text. Out: where every key and value stands. Only made where something is to be said of
//! a place: serde_yaml, which reads the values, tells places only in its own errors.

use std::borrow::Cow;

use saphyr_parser::{Event, Marker, Parser, Span};

use crate::diag::Step;

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct Located {
    /// Where it starts.
    pub(super) at: Place,
    /// What is in it.
    pub(super) inner: Inner,
}

/// What is in a value.
#[derive(Debug)]
pub(super) enum Inner {
    /// Text as written, without its quotes; empty for an alias.
    Scalar(String),
    /// The items of a list.
    List(Vec<Located>),
    /// The entries of a map, in the order written, a key perhaps more than once.
    Map(Vec<Entry>),
}

/// An entry of a map.
#[derive(Debug)]
pub(super) struct Entry {
    key: String,
    /// Where the key stands.
    pub(super) key_at: Place,
    /// The value.
    pub(super) value: Located,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The line, from 1.
    pub(super) line: usize,
    /// The column in characters, from 1.
    pub(super) column: usize,
    /// How many characters it takes on that line; `None` where it goes on over more lines.
    pub(super) width: Option<usize>,
}

/// The places of the values of the first document; `None` where the text is not YAML.
pub(super) fn locate(text: &str) -> Option<Located> {
    let mut parser = Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        match event {
            Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
            event => return Some(node(&mut parser, event, span, 0)?.0),
        }
    }
    None
}

impl Located {
    /// The place of the value at a path, or of the nearest thing above it that is there; `None`
    /// where not even the first step is there.
    pub(super) fn value(&self, path: &[Step]) -> Option<Place> {
        let mut found = None;
        let mut here = self;
        for step in path {
            let Some((next, _)) = here.step(step) else { break };
            found = Some(next.at);
            here = next;
        }
        found
    }

    /// The place of the key that a path ends in, else what `value` says.
    pub(super) fn key(&self, path: &[Step]) -> Option<Place> {
        let mut here = self;
        let mut key = None;
        for step in path {
            match here.step(step) {
                Some((next, key_at)) => (here, key) = (next, key_at),
                None => return self.value(path),
            }
        }
        key.or_else(|| self.value(path))
    }

    fn step(&self, step: &Step) -> Option<(&Located, Option<Place>)> {
        match (step, &self.inner) {
            (Step::Key(key), Inner::Map(entries)) => entries
                .iter()
                .find(|entry| *entry.key == **key)
                .map(|entry| (&entry.value, Some(entry.key_at))),
            (Step::Index(n), Inner::List(items)) => items.get(*n).map(|item| (item, None)),
            // A single value may stand where a list is asked for.
            (Step::Index(0), Inner::Scalar(_) | Inner::Map(_)) => Some((self, None)),
            _ => None,
        }
    }
}

/// A value whose first event was taken, and the text it has if it is a scalar.
fn node(parser: &mut Source<'_>, event: Event<'_>, span: Span, depth: usize) -> Option<(Located, Span)> {
    // serde_yaml refuses to go deeper.
    if depth > 128 {
        return None;
    }
    let at = place(span);
    let inner = match event {
        Event::Scalar(text, ..) => Inner::Scalar(Cow::into_owned(text)),
        Event::Alias(_) => Inner::Scalar(String::new()),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match parser.next_event()?.ok()? {
                    (Event::SequenceEnd, _) => break Inner::List(items),
                    (event, span) => items.push(node(parser, event, span, depth + 1)?.0),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut entries = Vec::new();
            loop {
                let (event, span) = match parser.next_event()?.ok()? {
                    (Event::MappingEnd, _) => break Inner::Map(entries),
                    next => next,
                };
                let (key, _) = node(parser, event, span, depth + 1)?;
                let (event, span) = parser.next_event()?.ok()?;
                let (value, _) = node(parser, event, span, depth + 1)?;
                let key_at = key.at;
                let Inner::Scalar(key) = key.inner else { return None };
                entries.push(Entry { key, key_at, value });
            }
        }
        _ => return None,
    };
    Some((Located { at, inner }, span))
}

type Source<'t> = Parser<'t, saphyr_parser::StrInput<'t>>;

fn place(span: Span) -> Place {
    let Span { start, end } = span;
    Place { line: start.line(), column: start.col() + 1, width: width(start, end) }
}

fn width(start: Marker, end: Marker) -> Option<usize> {
    (start.line() == end.line()).then(|| end.col().saturating_sub(start.col()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FieldPath;

    const TEXT: &str =
        "topic: custody\nhistory:\n  - on: 2018-12-05\n    evidence: [papers/a, 'é', \"b\"]\n  - on: 2019\n";

    fn value(path: FieldPath) -> Option<(usize, usize, Option<usize>)> {
        let place = locate(TEXT)?.value(path.steps())?;
        Some((place.line, place.column, place.width))
    }

    #[test]
    fn finds_values() {
        assert_eq!(value(FieldPath::key("topic")), Some((1, 8, Some(7))));
        let second = FieldPath::key("history").at(0).then("evidence").at(1);
        assert_eq!(value(second), Some((4, 26, Some(3))));
        assert_eq!(value(FieldPath::key("history").at(1).then("on")), Some((5, 9, Some(4))));
    }

    #[test]
    fn falls_back_to_what_is_above() {
        assert_eq!(value(FieldPath::key("history").at(1).then("evidence").at(3)).map(|at| at.0), Some(5));
        assert_eq!(value(FieldPath::key("history").at(9)).map(|at| (at.0, at.1)), Some((3, 3)));
        assert_eq!(value(FieldPath::key("nothing")), None);
        assert_eq!(value(FieldPath::key("topic").at(0)), Some((1, 8, Some(7))));
    }

    #[test]
    fn finds_keys() {
        let place = locate(TEXT).unwrap().key(FieldPath::key("history").at(0).then("evidence").steps());
        assert_eq!(place, Some(Place { line: 4, column: 5, width: Some(8) }));
    }

    #[test]
    fn text_that_is_not_yaml_has_no_places() {
        assert!(locate("a: [1").is_none());
        assert!(locate("").is_none());
    }
}
