//! Markdown → the text that a reader of its page sees.
//!
//! In: Markdown. Out: its text, without marks and without the targets of links; and whether that has the
//! very same words anyway, which spares the parsing of most long texts.

use memchr::{memchr, memchr_iter, memchr2, memchr3, memrchr};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::model::text;

/// Stands in plain text before and behind what heads a section or a table.
pub(super) const BREAK: char = '\u{C}';

/// Markdown as a reader sees it: without marks and without the targets of links.
pub(super) fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, text::markdown()) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::Start(Tag::Heading { .. } | Tag::TableHead)
            | Event::End(TagEnd::Heading(_) | TagEnd::TableHead) => out.push(BREAK),
            Event::End(tag) if !is_inline(tag) => out.push('\n'),
            _ => {}
        }
    }
    out
}

fn is_inline(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image | Superscript | Subscript)
}

/// Whether the words of Markdown are, one by one, those of its page: there is no link, no HTML, no entity,
/// no code, no mark within a word and no number of a list in it. It may say no where it is so.
pub(super) fn has_the_same_words(markdown: &str) -> bool {
    let bytes = markdown.as_bytes();
    if memchr3(b'[', b'<', b'&', bytes).is_some() || memchr2(b'`', b'\0', bytes).is_some() {
        return false;
    }
    let line = |at: usize| {
        let from = memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
        from..memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |length| at + length)
    };
    // By far the most lines have nothing in them that has to be looked at byte by byte.
    let mut at = 0;
    while let Some(length) = bytes.get(at..).and_then(|rest| memchr3(b'*', b'_', b'~', rest)) {
        let line = line(at + length);
        at = line.end;
        if !line_has_the_same_words(&bytes[line]) {
            return false;
        }
    }
    memchr_iter(b'\n', bytes).map(|end| end + 1).chain([0]).all(|from| {
        let first = bytes[from..].iter().find(|byte| is_within(**byte) || **byte == b'\n');
        !first.is_some_and(u8::is_ascii_digit) || line_has_the_same_words(&bytes[line(from)])
    })
}

fn line_has_the_same_words(line: &[u8]) -> bool {
    let (mut before, mut is_marked, mut list) = (b'\n', false, List::Nothing);
    for byte in line.iter().copied() {
        let is_word = is_within(byte);
        match byte {
            // A mark within a word joins what stands beside it.
            b'*' | b'~' | b'_' if is_within(before) || is_marked => is_marked = true,
            _ if is_word && is_marked => return false,
            _ => is_marked = false,
        }
        list = match (list, byte) {
            (List::Nothing | List::Digits, b'0'..=b'9') => List::Digits,
            (List::Digits, b'.' | b')') => return false,
            (List::Nothing, _) if !is_word => List::Nothing,
            _ => List::Text,
        };
        // A fence of code may have a word beside it that nobody sees.
        if byte == b'~' && before == b'~' {
            return false;
        }
        before = byte;
    }
    true
}

/// What a line began with: nothing yet that is part of a word, digits, or more.
#[derive(Clone, Copy)]
enum List {
    Nothing,
    Digits,
    Text,
}

fn is_within(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::words::Words;
    use super::*;

    #[test]
    fn markdown_is_read_as_it_is_seen() {
        let text = "See [the *note*](http://x.y) on J**an**e.\n\n- one\n- two\n";
        assert_eq!(
            plain(text).split_whitespace().collect::<Vec<_>>().join(" "),
            "See the note on Jane. one two"
        );
        assert!(!has_the_same_words(text));
        assert!(has_the_same_words("# A *heading*\n\n- one\n- two, **three**\n\n> In 2018, 4.\n"));
        assert!(
            !has_the_same_words("1. one")
                && !has_the_same_words("J*an*e")
                && !has_the_same_words("~~~rust\n")
        );
    }

    fn hashes(text: &str) -> Vec<u64> {
        Words::of(text).iter().map(|word| word.hash).collect()
    }

    proptest! {
        #[test]
        fn what_is_not_parsed_has_the_same_words(text in "([a-cé1]{1,3}|[ \n]|[ ]{4}|[-*_~#>|:=.)(!\\\\\"{}^$+'\t@/]|::: |www\\.|---|\\*\\*|~~|\\[a\\]|`|<b>|&amp;|\n\n){0,30}") {
            if has_the_same_words(&text) {
                prop_assert_eq!(hashes(&text), hashes(&plain(&text)), "{:?}", plain(&text));
            }
        }
    }
}
