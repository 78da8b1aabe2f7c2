//! A catalogue's text → its messages, ready to be printed.
//!
//! In: Fluent. Out: the messages by name, with other messages and terms that they name put in. Of
//! Fluent this takes texts, arguments, `NUMBER(…)`, string literals, references and selectors; what else
//! it has is refused with its line, so that a catalogue never says less than it seems to.

use std::collections::BTreeMap;
use std::fmt;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::Message;

/// A piece of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Words.
    Text(String),
    /// An argument; a number may have its thousands set apart.
    Arg {
        /// Its name.
        name: String,
        /// Whether a number's thousands are set apart.
        grouped: bool,
    },
    /// The start of a link to the argument of this name.
    Open(String),
    /// The end of a link.
    Close,
    /// One of the few plain elements that a message may hold.
    Tag(&'static str),
    /// One of several, by an argument.
    Choice {
        /// The argument's name.
        on: String,
        /// What there is to choose from.
        arms: Vec<(Key, Vec<Part>)>,
        /// The one that is taken where none fits.
        other: usize,
    },
}

/// When an arm is taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    /// For this number.
    Exact(i64),
    /// For numbers of this plural, or for this word.
    Word(String),
}

/// Text that is no catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotACatalogue {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub words: String,
}

impl fmt::Display for NotACatalogue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.words)
    }
}

impl std::error::Error for NotACatalogue {}

const TAGS: [&str; 8] = ["<strong>", "</strong>", "<b>", "</b>", "<code>", "</code>", "<em>", "</em>"];

/// References go no deeper than this: a message that names itself is a fault.
const DEEPEST: usize = 8;

type Patterns<'t> = BTreeMap<String, &'t Pattern<&'t str>>;

/// The messages of a catalogue by name.
pub(super) fn read(text: &str) -> Result<BTreeMap<String, Message>, NotACatalogue> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, faults)| {
        let fault = faults.first();
        let at = fault.map_or(0, |fault| fault.pos.start);
        let words = fault.map_or_else(|| "no Fluent".to_owned(), |fault| fault.kind.to_string());
        NotACatalogue { line: line(text, at), words }
    })?;
    let mut patterns = Patterns::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &message.value {
                    patterns.insert(message.id.name.to_owned(), value);
                }
            }
            Entry::Term(term) => {
                patterns.insert(format!("-{}", term.id.name), &term.value);
            }
            _ => {}
        }
    }
    let mut messages = BTreeMap::new();
    for (name, pattern) in patterns.iter().filter(|(name, _)| !name.starts_with('-')) {
        let mut parts = Vec::new();
        lower(pattern, &patterns, 0, &mut parts).map_err(|words| {
            let at = text.find(&format!("\n{name} ")).map_or(0, |at| at + 1);
            NotACatalogue { line: line(text, at), words: format!("`{name}`: {words}") }
        })?;
        let plain = match &*parts {
            [] => Some(String::new()),
            [Part::Text(text)] => Some(text.clone()),
            _ => None,
        };
        messages.insert(name.clone(), Message { parts, plain });
    }
    Ok(messages)
}

fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

fn lower(pattern: &Pattern<&str>, all: &Patterns, depth: usize, out: &mut Vec<Part>) -> Result<(), String> {
    if depth > DEEPEST {
        return Err("it names itself".to_owned());
    }
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words(value, out),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                placed(inline, all, depth, out)?;
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let InlineExpression::VariableReference { id } = selector else {
                    return Err("a choice goes by an argument: `{ $count -> … }`".to_owned());
                };
                let mut arms = Vec::new();
                for variant in variants {
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => Key::Word((*name).to_owned()),
                        VariantKey::NumberLiteral { value } => {
                            Key::Exact(value.parse().map_err(|_| format!("`[{value}]` is no whole number"))?)
                        }
                    };
                    let mut parts = Vec::new();
                    lower(&variant.value, all, depth + 1, &mut parts)?;
                    arms.push((key, parts));
                }
                let other = variants.iter().position(|variant| variant.default).unwrap_or(0);
                out.push(Part::Choice { on: id.name.to_owned(), arms, other });
            }
        }
    }
    Ok(())
}

fn placed(
    inline: &InlineExpression<&str>,
    all: &Patterns,
    depth: usize,
    out: &mut Vec<Part>,
) -> Result<(), String> {
    let refer = |name: String, out: &mut Vec<Part>| match all.get(&name) {
        Some(pattern) => lower(pattern, all, depth + 1, out),
        None => Err(format!("there is no `{name}`")),
    };
    match inline {
        InlineExpression::StringLiteral { value } => push(&unescape_unicode_to_string(value), out),
        InlineExpression::NumberLiteral { value } => push(value, out),
        InlineExpression::VariableReference { id } => {
            out.push(Part::Arg { name: id.name.to_owned(), grouped: false });
        }
        InlineExpression::FunctionReference { id, arguments } => match &*arguments.positional {
            [InlineExpression::VariableReference { id: of }] if id.name == "NUMBER" => {
                out.push(Part::Arg { name: of.name.to_owned(), grouped: true });
            }
            _ => return Err(format!("`{}` is not known: only `NUMBER($name)` is", id.name)),
        },
        InlineExpression::MessageReference { id, .. } => refer(id.name.to_owned(), out)?,
        InlineExpression::TermReference { id, .. } => refer(format!("-{}", id.name), out)?,
        InlineExpression::Placeable { .. } => return Err("a placeable within a placeable".to_owned()),
    }
    Ok(())
}

/// Words with the elements that they may hold.
fn words(text: &str, out: &mut Vec<Part>) {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        let Some(end) = from.find('>') else { break };
        let tag = &from[..=end];
        let name = tag.trim_start_matches('<').trim_start_matches('/').trim_end_matches('>');
        push(before, out);
        rest = &from[end + 1..];
        match TAGS.iter().find(|known| **known == tag) {
            Some(known) => out.push(Part::Tag(known)),
            None if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase()) => push(tag, out),
            None if tag.starts_with("</") => out.push(Part::Close),
            None => out.push(Part::Open(name.to_owned())),
        }
    }
    push(rest, out);
}

fn push(text: &str, out: &mut Vec<Part>) {
    if text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(Part::Text(last)) => last.push_str(text),
        _ => out.push(Part::Text(text.to_owned())),
    }
}

/// The names of the arguments of a message, sorted, each once.
pub(super) fn arguments(parts: &[Part]) -> Vec<&str> {
    let mut names = Vec::new();
    for part in parts {
        match part {
            Part::Arg { name, .. } | Part::Open(name) => names.push(&**name),
            Part::Choice { on, arms, .. } => {
                names.push(on);
                arms.iter().for_each(|(_, parts)| names.extend(arguments(parts)));
            }
            Part::Text(_) | Part::Close | Part::Tag(_) => {}
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// The texts of a message.
pub(super) fn texts<'p>(parts: &'p [Part], out: &mut Vec<&'p str>) {
    for part in parts {
        match part {
            Part::Text(text) => out.push(text),
            Part::Choice { arms, .. } => arms.iter().for_each(|(_, parts)| texts(parts, out)),
            _ => {}
        }
    }
}

/// Words as markup.
pub(super) fn escape(words: &str, out: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#x27;"),
            letter => out.push(letter),
        }
    }
}
