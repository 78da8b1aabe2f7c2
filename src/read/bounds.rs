//! How much YAML may ask for.
//!
//! In: text that is about to be parsed. Out: nothing, or why it is not parsed. Values nested thousands
//! deep take a parser hours, and names of values (`&a`, `*a`) make gigabytes of a few lines. What can do
//! neither is told by a glance; only the rest is walked, event by event, and left at the first that is too
//! much.

use std::collections::HashMap;

use memchr::memmem;
use saphyr_parser::{Event, Parser};

use super::faults;
use super::slips;
use super::yaml::{Node, NotYaml};

/// How deep values may be nested in one another.
const DEEPEST: usize = 100;
/// How many bytes the values may have when every `*name` is written out.
const LARGEST: usize = 8 * 1024 * 1024;
/// How many entries one list or map may have.
pub(super) const MOST: usize = 10_000;

/// Whether text may be parsed.
pub(super) fn before(text: &str) -> Result<(), NotYaml> {
    if is_nested(text) || has_names(text) { walk(text) } else { Ok(()) }
}

/// Whether what was parsed may be used; `None` where it may, else how many entries are too many.
pub(super) fn after(node: &Node) -> Option<usize> {
    match node {
        Node::List(items) if items.len() > MOST => Some(items.len()),
        Node::List(items) => items.iter().find_map(after),
        Node::Map(entries) if entries.len() > MOST => Some(entries.len()),
        Node::Map(entries) => entries.iter().find_map(|(_, value)| after(value)),
        _ => None,
    }
}

/// Whether brackets or dashes may nest values deeply; quotation marks are not looked at.
fn is_nested(text: &str) -> bool {
    let mut depth = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth > DEEPEST {
            return true;
        }
    }
    ["- - - - ", "? ? ? ? "].iter().any(|run| memmem::find(text.as_bytes(), run.as_bytes()).is_some())
}

/// Whether something may be a name of a value, and something else that name used.
fn has_names(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_token = |at: usize| {
        let before =
            at.checked_sub(1).and_then(|at| bytes.get(at)).is_none_or(|byte| b" \t\n[{,:-?!".contains(byte));
        before && bytes.get(at + 1).is_some_and(|after| !after.is_ascii_whitespace())
    };
    memchr::memchr_iter(b'&', bytes).any(is_token) && memchr::memchr_iter(b'*', bytes).any(is_token)
}

/// A list or map that is open, or a value that is done.
#[derive(Clone, Copy, Default)]
struct Size {
    anchor: usize,
    bytes: usize,
}

fn walk(text: &str) -> Result<(), NotYaml> {
    let mut parser = Parser::new_from_str(text);
    let mut open: Vec<Size> = vec![Size::default()];
    let mut named: HashMap<usize, usize> = HashMap::new();
    while let Some(next) = parser.next_event() {
        let (event, span) = next.map_err(|fault| {
            let at = fault.marker();
            // The parser looks ahead, and has a bound of its own.
            let (rule, message) = match fault.info().contains("recursion limit") {
                true => (&faults::TOO_LARGE, nested()),
                false => (&faults::BAD_YAML, fault.info().to_owned()),
            };
            let (line, column) = (at.line().max(1), at.col() + 1);
            let slip = slips::slip(text, line, column);
            NotYaml { rule, message, line: slip.line, column: slip.column, help: slip.help }
        })?;
        let refuse = |message: String| {
            let (line, column) = (span.start.line().max(1), span.start.col() + 1);
            Err(NotYaml { rule: &faults::TOO_LARGE, message, line, column, help: String::new() })
        };
        let done = match event {
            Event::SequenceStart(anchor, ..) | Event::MappingStart(anchor, ..) => {
                open.push(Size { anchor, bytes: 0 });
                if open.len() > DEEPEST + 1 {
                    return refuse(nested());
                }
                continue;
            }
            Event::Scalar(text, _, anchor, _) => Size { anchor, bytes: text.len() },
            Event::Alias(name) => Size { anchor: 0, bytes: named.get(&name).copied().unwrap_or_default() },
            Event::SequenceEnd | Event::MappingEnd => open.pop().unwrap_or_default(),
            _ => continue,
        };
        // Every value takes some room, an empty one too.
        let bytes = done.bytes.saturating_add(16);
        if done.anchor > 0 {
            named.insert(done.anchor, bytes);
        }
        if let Some(around) = open.last_mut() {
            around.bytes = around.bytes.saturating_add(bytes);
            if around.bytes > LARGEST {
                return refuse(format!(
                    "written out, the values have more than {} MB here",
                    LARGEST / 1024 / 1024
                ));
            }
        }
    }
    Ok(())
}

fn nested() -> String {
    format!("values are nested more than {DEEPEST} deep here")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        let fault = before(text).unwrap_err();
        format!("{}:{} {}", fault.line, fault.column, fault.message)
    }

    #[test]
    fn what_people_write_passes() {
        for text in [
            "a: [1, [2, {b: 3}]]\n",
            "base: &base {x: 1}\nother: *base\n",
            "text: 'R&D *and* more'\n",
            &format!("text: '{}'\n", "[".repeat(1000)),
            "text: |\n  - - - - - - - - - - -\n",
        ] {
            assert_eq!(before(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_would_grow_is_refused_where_it_does() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for n in 1..12 {
            let alias = format!("*a{}, ", n - 1).repeat(9);
            bomb.push_str(&format!("a{n}: &a{n} [{alias}*a{}]\n", n - 1));
        }
        assert_eq!(refused(&bomb), "6:30 written out, the values have more than 8 MB here");
        let long = format!("s: &s \"{}\"\nl: [{}]\n", "x".repeat(200_000), "*s, ".repeat(2000));
        assert!(refused(&long).starts_with("2:"), "{}", refused(&long));
    }

    #[test]
    fn what_is_nested_without_end_is_refused() {
        for run in ["[", "{a: ", "- ", "? ", "[{a: "] {
            let text = format!("x:\n  {}", run.repeat(1_000_000));
            assert!(refused(&text).ends_with("nested more than 100 deep here"), "{run}: {}", refused(&text));
        }
    }

    #[test]
    fn long_lists_and_maps_are_counted() {
        let list = |n| Node::Map(vec![("a".to_owned(), Node::List(vec![Node::Null; n]))]);
        assert_eq!((after(&list(MOST)), after(&list(MOST + 1))), (None, Some(MOST + 1)));
    }
}
