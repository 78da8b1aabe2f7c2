//! HTML and XML → the words between the tags, and the words in them.
//!
//! In: markup. Out: two sequences of words: what is between tags, where a tag that does not break a
//! line does not break a word either, and what is in tags, comments apart. Entities are read in both.

use memchr::memchr;

use super::bytes::{Room, Seen};
use super::tags::Tags;
use crate::audience::secrets::{Letters, Way, Words};

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
    #[inline]
    fn of(name: &[u8]) -> Self {
        // Most tags end a paragraph, as the first letter of these tells.
        match (name.len(), name.first().map(|first| first | 0x20)) {
            (1, Some(b'p')) | (2, Some(b'd' | b'h' | b'l' | b'u')) | (0 | 7.., _) => Edge::Block,
            _ => Edge::looked_up(name),
        }
    }

    fn looked_up(name: &[u8]) -> Self {
        match name {
            b"a" | b"abbr" | b"b" | b"bdi" | b"bdo" | b"cite" | b"code" | b"data" | b"del" | b"dfn"
            | b"em" | b"font" | b"i" | b"ins" | b"kbd" | b"mark" | b"q" | b"s" | b"samp" | b"small"
            | b"span" | b"strong" | b"sub" | b"sup" | b"time" | b"u" | b"var" | b"wbr" => Edge::None,
            b"br" | b"td" | b"th" | b"tab" | b"t" | b"r" => Edge::Word,
            name if name.iter().any(u8::is_ascii_uppercase) => Edge::looked_up(&name.to_ascii_lowercase()),
            _ => Edge::Block,
        }
    }
}

/// Reads every word of markup.
pub(super) fn read(markup: &str, seen: &mut Seen<'_>) {
    let mut room = std::mem::take(seen.room);
    read_in(markup, &mut room, seen);
    *seen.room = room;
}

/// The same, in room that is at hand.
pub(super) fn read_in(markup: &str, room: &mut Room, seen: &mut Seen<'_>) {
    let Room { letters, text, tags } = room;
    letters.read_tags(markup.as_bytes(), [b'<', b'&'], [b'>', b'"', b'%']);
    let mut at = 0;
    loop {
        at = text.read_on(markup, letters, at, seen.verbatim, Way::Parts);
        match markup.as_bytes().get(at) {
            None => break,
            Some(b'<') => at = tag(markup, letters, at, text, tags),
            Some(b'&') => at += entity(&markup[at..], text),
            Some(_) => {
                let Some(letter) = markup[at..].chars().next() else { break };
                text.letter(letter);
                at += letter.len_utf8();
            }
        }
    }
    seen.take(text);
    seen.take(&mut tags.words);
}

/// Reads what begins with less-than at a place; tells where it ends.
fn tag(markup: &str, letters: &Letters, at: usize, text: &mut Words, tags: &mut Tags) -> usize {
    let bytes = markup.as_bytes();
    let mut name = at + 1;
    while bytes.get(name) == Some(&b'/') {
        name += 1;
    }
    let end = name + letters.word(name);
    if !bytes.get(name).is_some_and(u8::is_ascii_alphabetic) {
        // A comment, a declaration, or less-than: what is in it is read as text.
        text.gap();
        return at + 1;
    }
    match Edge::of(&bytes[name..end]) {
        Edge::None => {}
        Edge::Word => text.gap(),
        Edge::Block => text.end_block(),
    }
    if bytes.get(end) == Some(&b'>') {
        return end + 1;
    }
    let (close, is_plain) = tag_end(bytes, letters, end);
    let after = close + usize::from(close < bytes.len());
    if tags.knows(&bytes[at..close]) {
        return after;
    }
    tags.words.end_block();
    if is_plain {
        tags.words.ascii(markup, letters, end..close);
    } else {
        attributes(&markup[end..close], &mut tags.words);
    }
    after
}

/// Where a tag ends: at the first `>` outside quotation marks, else at the end; and whether it can be read
/// as it stands.
fn tag_end(bytes: &[u8], letters: &Letters, start: usize) -> (usize, bool) {
    let (mut is_quoted, mut is_plain, mut at) = (false, true, start);
    while at < bytes.len() {
        let mut stops = letters.in_tag(at);
        while stops != 0 {
            let place = at + stops.trailing_zeros() as usize;
            match bytes.get(place) {
                Some(b'>') if !is_quoted => return (place, is_plain),
                Some(b'"') => is_quoted = !is_quoted,
                Some(b'&' | b'%' | 0x80..) => is_plain = false,
                _ => {}
            }
            stops &= stops - 1;
        }
        at += 64;
    }
    if is_quoted {
        // A quotation mark that nothing closes: the tag is read as if it had none.
        let close = memchr(b'>', &bytes[start..]).map_or(bytes.len(), |length| start + length);
        return (close, false);
    }
    (bytes.len(), is_plain)
}

fn attributes(tag: &str, words: &mut Words) {
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
pub(super) fn entity(text: &str, words: &mut Words) -> usize {
    // By far the most: JSON in a page has one beside each of its words.
    if text.starts_with("&quot;") {
        words.gap();
        return "&quot;".len();
    }
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
    use crate::audience::secrets::Verbatim;

    /// The words between tags, then those in them, as hashes.
    fn words(markup: &str) -> Vec<Vec<u64>> {
        let mut all = Vec::new();
        let mut found = |words: &mut Words| {
            all.push(words.finish().iter().map(|word| word.hash).collect());
            words.clear();
        };
        read(markup, &mut Seen::of(&Verbatim::default(), &mut Room::default(), &mut found));
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
