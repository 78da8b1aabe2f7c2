//! Links in Markdown → only those that lead to something an audience may see.
//!
//! In: Markdown, and where each address leads. Out: the same, where a link to nothing that can be seen
//! is its words alone, and one to a passage has the number that the passage has now. A link to a
//! hidden record and one to no record end up the same. Addresses on the web are not touched. An address
//! that is its own words (`<https://…>`) leaves a mark of omission, since its words would tell the name.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::raw_links;
use crate::model::text::markdown;

/// What stands in place of an address that is its own words.
const LEFT_OUT: &str = "…";

/// What becomes of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stays.
    Stays,
    /// It leads to this address now.
    To(String),
    /// Its words stay.
    Words,
}

/// A link or a picture: where it stands, and where its words stand.
struct Spot {
    at: Range<usize>,
    words: Option<Range<usize>>,
    is_picture: bool,
    /// Whether its words are the address.
    is_bare: bool,
    fate: Fate,
}

/// The text with its links as they are now; `None` where all of them stay.
pub(crate) fn rewritten(text: &str, fate: &dyn Fn(&str) -> Fate) -> Option<String> {
    let has_html = text.contains('<') && (text.contains('=') || text.contains("://"));
    if !text.contains("](") && !text.contains("]:") && !has_html {
        return None;
    }
    let mut edits: Vec<Edit> = Vec::new();
    let mut open: Vec<Spot> = Vec::new();
    let mut events = Parser::new_ext(text, markdown()).into_offset_iter();
    for (event, at) in events.by_ref() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let fate = if link_type == LinkType::Email { Fate::Stays } else { fate(&dest_url) };
                let is_bare = link_type == LinkType::Autolink;
                open.push(Spot { at, words: None, is_picture: false, is_bare, fate });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let fate = fate(&dest_url);
                open.push(Spot { at, words: None, is_picture: true, is_bare: false, fate });
            }
            // A block of HTML is looked at as a whole: a tag of it may be on several lines.
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                open.iter_mut().for_each(|around| around.holds(&at));
                raw_links::edits(text, at, fate, &mut edits);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let Some(spot) = open.pop() else { continue };
                open.iter_mut().for_each(|around| around.holds(&spot.at));
                spot.edit(text, &mut edits);
            }
            _ => open.iter_mut().for_each(|around| around.holds(&at)),
        }
    }
    let definitions = events.reference_definitions().iter().filter(|(_, to)| fate(&to.dest) != Fate::Stays);
    edits.extend(definitions.map(|(_, to)| (to.span.clone(), String::new())));
    edits.sort_by_key(|(at, _)| at.start);
    let now = edited(text, 0..text.len(), edits.iter());
    (now != text).then_some(now)
}

/// A stretch of the text, and what stands there now.
pub(super) type Edit = (Range<usize>, String);

/// A stretch of a text with the edits in it made.
fn edited<'e>(text: &str, within: Range<usize>, edits: impl Iterator<Item = &'e Edit>) -> String {
    let (mut now, mut done) = (String::with_capacity(within.len()), within.start);
    for (at, words) in edits.filter(|(at, _)| at.start >= within.start && at.end <= within.end) {
        if at.start >= done {
            now.push_str(&text[done..at.start]);
            now.push_str(words);
            done = at.end;
        }
    }
    now.push_str(&text[done..within.end]);
    now
}

impl Spot {
    fn holds(&mut self, at: &Range<usize>) {
        self.words = Some(match &self.words {
            Some(words) => words.start.min(at.start)..words.end.max(at.end),
            None => at.clone(),
        });
    }

    /// Adds what stands in its place, with what was edited in its words.
    fn edit(self, text: &str, edits: &mut Vec<Edit>) {
        if self.fate == Fate::Stays {
            return;
        }
        let mark = if self.is_picture { "!" } else { "" };
        let words = self.words.map_or_else(String::new, |words| edited(text, words, edits.iter()));
        let now = match self.fate {
            Fate::Stays | Fate::Words if self.is_bare => LEFT_OUT.to_owned(),
            Fate::To(to) if self.is_bare => format!("<{to}>"),
            // Without words, a passage of nothing but this link must stay a passage.
            Fate::Stays | Fate::Words if words.trim().is_empty() => format!("{mark}[]()"),
            Fate::Stays | Fate::Words => as_words(&text[..self.at.start], &words),
            Fate::To(to) if to.contains([' ', '(', ')']) => format!("{mark}[{words}](<{to}>)"),
            Fate::To(to) => format!("{mark}[{words}]({to})"),
        };
        edits.retain(|(at, _)| at.end <= self.at.start || at.start >= self.at.end);
        edits.push((self.at, now));
    }
}

/// Words that stood between brackets, so that at the start of a line they begin no list or heading.
fn as_words(before: &str, words: &str) -> String {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let starts_line = !line.chars().any(char::is_alphanumeric);
    match words.chars().next() {
        Some(first)
            if starts_line && matches!(first, '0'..='9' | '#' | '-' | '+' | '>' | '=' | '~' | ':') =>
        {
            format!("&#{};{}", u32::from(first), &words[first.len_utf8()..])
        }
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fate(to: &str) -> Fate {
        match to {
            to if to.starts_with("open") => Fate::Stays,
            "#p-3" => Fate::To("#p-2".to_owned()),
            _ => Fate::Words,
        }
    }

    #[test]
    fn only_links_that_lead_somewhere_stay() {
        for (written, now) in [
            ("See [it](open/a) and [this](closed/b \"x\").", "See [it](open/a) and this."),
            ("[passage](#p-3)", "[passage](#p-2)"),
            ("A ![*map*](closed.png) here", "A *map* here"),
            ("[![map](closed.png)](open/a)", "[map](open/a)"),
            ("[![map](open.png)](closed/a)", "![map](open.png)"),
            ("[one][1] and [two][2]\n\n[1]: closed/a\n[2]: open/b\n", "one and [two][2]\n\n\n[2]: open/b\n"),
            ("[](closed/a)", "[]()"),
            ("[1. Aims](closed/a)", "&#49;. Aims"),
            ("`[x](closed/a)`", "`[x](closed/a)`"),
            ("See <closed://a> now.", "See … now."),
            ("A <a href=\"closed/b\">b</a>, <open://a>.", "A <a >b</a>, <open://a>."),
            ("> <div>\n> <a\n> href='closed/b'>b</a>\n", "> <div>\n> <a\n> >b</a>\n"),
            ("[<a href=closed/b>b</a>](closed/c)", "<a >b</a>"),
        ] {
            let left = rewritten(written, &fate).unwrap_or_else(|| written.to_owned());
            assert_eq!(left, now, "{written}");
        }
        assert_eq!(rewritten("nothing here", &fate), None);
        assert_eq!(rewritten("[a](open/a)", &fate), None);
    }

    proptest! {
        #[test]
        fn no_closed_address_is_left(text in crate::model::text::tests::mangled(), words in "[a-z*` ]{0,6}") {
            let text = format!("{text}\n\n[{words}](closed/a) and [x](#p-3)\n");
            let left = rewritten(&text, &fate).unwrap_or(text);
            for event in Parser::new_ext(&left, markdown()) {
                if let Event::Start(Tag::Link { dest_url, .. }) = event {
                    prop_assert!(!dest_url.starts_with("closed"), "{left}");
                }
            }
        }
    }
}
