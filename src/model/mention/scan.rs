//! Markdown → the mentions in it.
//!
//! In: a text. Out: mentions with the bytes they take up. Code, raw HTML and link destinations are
//! passed over.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Directive, Item, Malformed, Mention, Part, What};
use crate::model::text::markdown;

/// Every mention in a text, in order.
pub fn mentions(text: &str) -> Vec<Mention> {
    if !text.contains("{{") && !text.contains('@') {
        return Vec::new();
    }
    let passed_over = passed_over(text);
    let mut found = Vec::new();
    let mut at = 0;
    let mut next = passed_over.iter().peekable();
    while at < text.len() {
        while next.peek().is_some_and(|range| range.end <= at) {
            next.next();
        }
        if let Some(range) = next.peek()
            && range.start <= at
        {
            at = range.end;
            continue;
        }
        let rest = &text[at..];
        let Some(letter) = rest.chars().next() else { break };
        if letter == '\\' {
            // Brackets that are no citation hold none either.
            let next = rest[1..].chars().next().map_or(0, char::len_utf8);
            at += 1 + citation(&rest[1..]).map_or(next, |(length, _)| length);
            continue;
        }
        let mention = match letter {
            '{' if rest.starts_with("{{") => Some(directive(rest)),
            '[' => citation(rest),
            '@' if stands_free(&text[..at]) => in_text(rest),
            _ => None,
        };
        match mention {
            Some((length, what)) => {
                let range = at..at + length;
                found.push(Mention { alone: is_alone(text, &range), at: range, what });
                at += length;
            }
            None => at += letter.len_utf8(),
        }
    }
    found
}

/// Code, raw HTML and the destinations of links, sorted.
fn passed_over(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut link: Option<(usize, usize)> = None;
    for (event, at) in Parser::new_ext(text, markdown()).into_offset_iter() {
        match event {
            Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => ranges.push(at),
            Event::Start(Tag::CodeBlock(_)) => ranges.push(at),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => link = Some((at.end, at.start)),
            Event::Text(_) => link = link.map(|(end, _)| (end, at.end)),
            // What stands in a link after its words is its destination.
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((end, words)) = link.take()
                    && words < end
                {
                    ranges.push(words..end);
                }
            }
            _ => {}
        }
    }
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges
}

/// Whether nothing before it makes an `@` a part of a word, as in an address.
fn stands_free(before: &str) -> bool {
    before.chars().next_back().is_none_or(|letter| {
        letter.is_whitespace()
            || matches!(letter, '(' | '[' | '—' | '–' | '“' | '‘' | '"' | '\'' | '*' | '_' | '>' | '|')
    })
}

/// Whether a mention is a paragraph of its own.
fn is_alone(text: &str, at: &Range<usize>) -> bool {
    let is_blank = |line: Option<&str>| line.is_none_or(|line| line.trim().is_empty());
    let mut before = text[..at.start].rsplit('\n');
    let mut after = text[at.end..].split('\n');
    is_blank(before.next()) && is_blank(before.next()) && is_blank(after.next()) && is_blank(after.next())
}

type Found = (usize, Result<What, Malformed>);

fn directive(rest: &str) -> Found {
    let paragraph = rest.find("\n\n").unwrap_or(rest.len());
    match rest[..paragraph].find("}}") {
        Some(end) => (end + 2, Directive::parse(&rest[2..end]).map(What::Directive)),
        None => {
            let line = rest.find('\n').unwrap_or(rest.len());
            (
                line,
                Err(Malformed { message: "a directive that starts here is not closed by `}}`".to_owned() }),
            )
        }
    }
}

/// Works in brackets; `None` where the brackets hold something else.
fn citation(rest: &str) -> Option<Found> {
    let end = rest.strip_prefix('[')?.find(['[', ']'])? + 1;
    if !rest[end..].starts_with(']') || rest[end + 1..].starts_with(['(', '[', ':']) {
        return None;
    }
    let inner = &rest[1..end];
    if inner.contains("\n\n") || !inner.split(';').any(|item| marked(item).is_some()) {
        return None;
    }
    let items: Option<Vec<Item>> = inner.split(';').map(item).collect();
    let what = items.map(What::Citation).ok_or_else(|| Malformed {
        message: "each work in the brackets is named by its key, as in `[@key, p. 9; @other]`".to_owned(),
    });
    Some((end + 1, what))
}

/// The byte of the `@` that names a work.
fn marked(item: &str) -> Option<usize> {
    item.match_indices('@').map(|(at, _)| at).find(|at| {
        stands_free(item[..*at].strip_suffix('-').unwrap_or(&item[..*at])) && key(&item[at + 1..]).is_some()
    })
}

fn item(written: &str) -> Option<Item> {
    let at = marked(written)?;
    let (before, only_year) = match written[..at].strip_suffix('-') {
        Some(before) => (before, true),
        None => (&written[..at], false),
    };
    let length = key(&written[at + 1..])?;
    let after = written[at + 1 + length..].trim();
    let locator = after.strip_prefix(',').unwrap_or(after).split_whitespace().collect::<Vec<_>>().join(" ");
    let before = before.trim();
    Some(Item {
        key: written[at + 1..at + 1 + length].to_owned(),
        locator: Some(locator).filter(|locator| !locator.is_empty()),
        before: Some(before.to_owned()).filter(|before| !before.is_empty()),
        only_year,
    })
}

/// The length of the key that a text starts with: a full stop or a colon that ends a sentence is no
/// part of it.
fn key(text: &str) -> Option<usize> {
    if !text.starts_with(|letter: char| letter.is_ascii_alphanumeric()) {
        return None;
    }
    let is_key =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | ':' | '.' | '/' | '#');
    let end = text.find(|letter| !is_key(letter)).unwrap_or(text.len());
    Some(text[..end].trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric()).len())
        .filter(|length| *length > 0)
}

fn in_text(rest: &str) -> Option<Found> {
    let length = key(&rest[1..])? + 1;
    let name = &rest[1..length];
    if name.contains('/') {
        return Some((length, Ok(What::Record(name.to_owned()))));
    }
    if let Some((prefix, part)) = name.split_once(':') {
        let parts = [Part::Figure, Part::Table, Part::Section, Part::Paragraph];
        if let Some(kind) = parts.into_iter().find(|kind| kind.prefix() == prefix) {
            return Some((length, Ok(What::Here(kind, part.to_owned()))));
        }
    }
    let mut item = Item { key: name.to_owned(), locator: None, before: None, only_year: false };
    // Pandoc's way to say where: `@key [p. 9]`.
    if let Some(inner) = rest[length..].strip_prefix(" [")
        && let Some(end) = inner.find([']', '[', '\n'])
        && inner[end..].starts_with(']')
        && !inner[end + 1..].starts_with(['(', '[', ':'])
        && !inner[..end].contains('@')
        && inner[..end].contains(|letter: char| letter.is_ascii_digit())
    {
        item.locator = Some(inner[..end].trim().to_owned());
        return Some((length + 2 + end + 1, Ok(What::InText(item))));
    }
    Some((length, Ok(What::InText(item))))
}
