//! HTML and XML → the words between the tags, and the words in them.
//!
//! In: markup. Out: two sequences of words: what is between tags, where a tag that does not break a
//! line does not break a word either, and what is in tags, comments apart. Entities are read in both.

use memchr::{memchr, memchr2};

use super::bytes::Seen;
use crate::audience::secrets::Words;

/// What a tag ends.
enum Edge {
    /// Nothing: it stands within a line, and what it stands around is read on with what is before and
    /// after it.
    None,
    /// The line or the cell: a name may go on over it, but a word may not.
    Word,
    /// The paragraph.
    Block,
}

impl Edge {
    /// Of a tag of this name.
    fn of(name: &str) -> Self {
        match name {
            "a" | "abbr" | "b" | "bdi" | "bdo" | "cite" | "code" | "data" | "del" | "dfn" | "em" | "font"
            | "i" | "ins" | "kbd" | "mark" | "q" | "s" | "samp" | "small" | "span" | "strong" | "sub"
            | "sup" | "time" | "u" | "var" | "wbr" => Edge::None,
            "br" | "td" | "th" | "tab" | "t" | "r" => Edge::Word,
            name if name.bytes().any(|letter| letter.is_ascii_uppercase()) => {
                Edge::of(&name.to_ascii_lowercase())
            }
            _ => Edge::Block,
        }
    }
}

/// Reads every word of markup.
pub(super) fn read(markup: &str, seen: Seen<'_>) {
    let (mut text, mut tags) = (Words::default(), Words::default());
    let mut rest = markup;
    while let Some(at) = memchr2(b'<', b'&', rest.as_bytes()) {
        text.text(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            rest = &rest[entity(rest, &mut text)..];
            continue;
        }
        let name = rest[1..].trim_start_matches('/');
        let end = name.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len());
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            // A comment, a declaration, or less-than: what is in it is read as text.
            text.gap();
            rest = &rest[1..];
            continue;
        }
        match Edge::of(&name[..end]) {
            Edge::None => {}
            Edge::Word => text.gap(),
            Edge::Block => text.block(),
        }
        let after = &name[end..];
        let length = tag_end(after);
        attributes(&after[..length], &mut tags);
        rest = after[length..].strip_prefix('>').unwrap_or(&after[length..]);
    }
    text.text(rest);
    seen(&mut text);
    seen(&mut tags);
}

/// Where a tag ends: at the first `>` outside quotation marks, else at the end.
fn tag_end(tag: &str) -> usize {
    let bytes = tag.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'>', b'"', rest)) {
        at += found;
        if bytes.get(at) == Some(&b'>') {
            return at;
        }
        match bytes.get(at + 1..).and_then(|rest| memchr(b'"', rest)) {
            Some(close) => at += close + 2,
            // A quotation mark that nothing closes: the tag is read as if it had none.
            None => return memchr(b'>', bytes).unwrap_or(bytes.len()),
        }
    }
    bytes.len()
}

fn attributes(tag: &str, words: &mut Words) {
    words.block();
    if tag.is_empty() {
        return;
    }
    let decoded = memchr(b'%', tag.as_bytes()).map(|_| unescaped(tag));
    let mut rest = decoded.as_deref().unwrap_or(tag);
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        words.text(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[entity(rest, words)..];
    }
    words.text(rest);
}

/// `%20` and the like read, as in addresses.
fn unescaped(text: &str) -> String {
    let (bytes, mut out) = (text.as_bytes(), Vec::with_capacity(text.len()));
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = text.get(at + 1..at + 3).filter(|_| *byte == b'%');
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Reads the entity that a text starts with; returns how many bytes it takes.
fn entity(text: &str, words: &mut Words) -> usize {
    let name = text.get(1..).unwrap_or_default();
    let end = name.bytes().take(32).position(|byte| byte != b'#' && !byte.is_ascii_alphanumeric());
    let end = end.unwrap_or(name.len().min(32));
    let (name, closed) = (&name[..end], name[end..].starts_with(';'));
    let length = 1 + end + usize::from(closed);
    let number = name.strip_prefix('#').map(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    });
    match number {
        Some(Ok(code)) => words.letter(char::from_u32(code).unwrap_or(' ')),
        _ if !closed => {
            words.gap();
            return 1;
        }
        _ => match named(name) {
            Some(letters) => letters.chars().for_each(|letter| words.letter(letter)),
            None => words.gap(),
        },
    }
    length
}

/// The letters of a named entity; accents do not count here.
fn named(name: &str) -> Option<&str> {
    const ACCENTS: &[&str] = &[
        "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "slash", "caron", "macr", "breve", "ogon",
    ];
    match name {
        "shy" | "zwj" | "zwnj" => Some(""),
        "szlig" => Some("ss"),
        "AElig" | "aelig" => Some("ae"),
        "OElig" | "oelig" => Some("oe"),
        "sol" => Some("/"),
        "hyphen" | "dash" => Some("-"),
        _ => {
            let base = name.get(..1)?;
            ACCENTS.contains(&name.get(1..)?).then_some(base)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words between tags, then those in them, as hashes.
    fn words(markup: &str) -> Vec<Vec<u64>> {
        let mut all = Vec::new();
        read(markup, &mut |words| {
            all.push(words.finish().iter().map(|word| word.hash).collect());
            words.clear();
        });
        all
    }

    fn plain(text: &str) -> Vec<u64> {
        Words::of(text).iter().map(|word| word.hash).collect()
    }

    #[test]
    fn tags_and_entities_hide_no_word() {
        for markup in [
            "<p>Ja<b>ne</b> D&#111;&#x65;</p>",
            "Jane<br>Doe",
            "<td>Jane</td><td>Doe</td>",
            "<td title=\"a > b\">Jane</td><td>D<span class=x>oe</span></td>",
            "<!-- Jane --> Doe",
            "<![CDATA[",
            "J&aacute;ne&nbsp;Doe",
            "J&shy;ane D\u{ad}oe",
        ] {
            let found = &words(markup)[0];
            let expected = if markup.contains("CDATA") { plain("cdata") } else { plain("Jane Doe") };
            assert_eq!(*found, expected, "{markup}");
        }
    }

    #[test]
    fn attributes_are_read() {
        let found = &words("<img alt=\"Jane &amp; Doe\" src='a/jane%20d%C3%B6e.png'>")[1];
        assert_eq!(*found, plain("alt Jane Doe src a jane doe png"));
    }

    #[test]
    fn broken_markup_is_read_to_its_end() {
        for markup in [
            "<",
            "<a",
            "<a href=\"",
            "&",
            "&#",
            "&#x;",
            "&#99999999999;",
            "a < b & c",
            "</",
            "<a b=\"c> Jane",
        ] {
            let _ = words(markup);
        }
        assert!(words("<a b=\"c> Jane")[0].ends_with(&plain("Jane")));
        assert_eq!(words("AT&T & co")[0], plain("AT T co"));
    }
}
