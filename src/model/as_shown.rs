//! Markdown → its blocks as a reader sees them, where that is not how they are written.
//!
//! In: Markdown, with inline HTML. Out: the text of each paragraph, cell or heading whose markup might stand
//! within a name (a link, an emphasis, a tag, an entity, the mark of a footnote), the values of attributes,
//! which are read out or are addresses, and the way back to where all that is written. It does not look for
//! anything.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, TagEnd};

use super::text;

/// A text that a reader sees, or hears, in one go.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The text. Where the mark of a footnote was cut out of it is a `\0`, which is no letter of anything.
    pub(super) text: String,
    pieces: Vec<Piece>,
    is_marked: bool,
}

/// A stretch of a block: where it begins, and where it is written.
#[derive(Debug)]
struct Piece {
    new: usize,
    old: Range<usize>,
    /// Whether it is written as it is shown, byte for byte.
    is_verbatim: bool,
}

/// The blocks of a text that are not shown as they are written.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    if !has_markup(markdown) {
        return Vec::new();
    }
    let mut walk = Walk { source: markdown, ..Walk::default() };
    for (event, at) in Parser::new_ext(markdown, text::markdown()).into_offset_iter() {
        walk.take(event, at);
    }
    walk.end();
    walk.blocks
}

/// Whether there is markup in a text that a name might be split by.
fn has_markup(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3(b'[', b'<', b'&', bytes).is_some()
        || memchr::memchr3_iter(b'*', b'`', b'~', bytes).any(|at| {
            let is_word = |at: Option<usize>| {
                at.and_then(|at| bytes.get(at))
                    .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
            };
            let end =
                bytes[at..].iter().position(|byte| *byte != bytes[at]).map_or(bytes.len(), |run| at + run);
            is_word(at.checked_sub(1)) && is_word(Some(end))
        })
}

#[derive(Default)]
struct Walk<'t> {
    source: &'t str,
    open: Block,
    blocks: Vec<Block>,
}

impl Walk<'_> {
    fn take(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Text(words) => self.open.show(self.source, &words, at),
            Event::Code(words) => {
                self.open.is_marked = true;
                self.open.show(self.source, &words, at);
            }
            Event::InlineHtml(_) | Event::Html(_) => self.html(at),
            Event::SoftBreak | Event::HardBreak => self.open.add(" ", at, false),
            Event::Start(tag) if is_inline(tag.to_end()) => self.open.is_marked = true,
            Event::End(end) if is_inline(end) => {}
            Event::Start(_) | Event::End(_) | Event::Rule => self.end(),
            Event::FootnoteReference(_) => self.open.is_marked = true,
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn end(&mut self) {
        let mut block = std::mem::take(&mut self.open);
        block.cut();
        if block.is_marked && !block.text.trim().is_empty() {
            self.blocks.push(block);
        }
    }

    /// Tags within a line join what stands around them, others part it; what their attributes say is
    /// a text of its own.
    fn html(&mut self, at: Range<usize>) {
        self.open.is_marked = true;
        let (source, mut from) = (self.source, at.start);
        while let Some(length) = source.get(from..at.end).and_then(|rest| rest.find('<')) {
            let start = from + length;
            self.open.add(&source[from..start], from..start, true);
            let Some(end) = tag_end(source, start..at.end) else {
                self.open.add(" ", start..start + 1, false);
                from = start + 1;
                continue;
            };
            let tag = &source[start..end];
            let name = tag.trim_start_matches(['<', '/']);
            let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
            if !INLINE.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                self.open.add(" ", start..end, false);
            }
            for value in values(tag) {
                let (value, at) = (&tag[value.clone()], start + value.start..start + value.end);
                let mut block = Block { is_marked: true, ..Block::default() };
                block.add(value, at, true);
                self.blocks.push(block);
            }
            from = end;
        }
        self.open.add(source.get(from..at.end).unwrap_or_default(), from..at.end, true);
    }
}

/// Elements that stand within a line, and within a word.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

fn is_inline(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image | Superscript | Subscript)
}

/// Where the tag ends that begins a stretch: behind the first `>` outside quotation marks; `None` where
/// less-than begins none.
fn tag_end(source: &str, at: Range<usize>) -> Option<usize> {
    let tag = source.get(at.clone())?;
    if !tag[1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/') {
        return None;
    }
    let mut quote = None;
    for (n, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at.start + n + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Where the values of a tag's attributes stand in it.
fn values(tag: &str) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    let mut at = 0;
    while let Some(sign) = tag.get(at..).and_then(|rest| rest.find('=')) {
        let rest = &tag[at + sign + 1..];
        let blank = rest.len() - rest.trim_start().len();
        let start = at + sign + 1 + blank;
        let value = &tag[start..];
        let range = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let length = value[1..].find(quote).unwrap_or(value.len() - 1);
                start + 1..start + 1 + length
            }
            _ => {
                let length = value.find(|end: char| end.is_whitespace() || end == '>').unwrap_or(value.len());
                start..start + length
            }
        };
        at = range.end;
        values.push(range);
    }
    values.retain(|value| !value.is_empty());
    values
}

impl Block {
    /// Adds words that stand somewhere in a stretch of the source, as they are or as an entity says them.
    fn show(&mut self, source: &str, words: &str, at: Range<usize>) {
        let written = source.get(at.clone()).unwrap_or_default();
        match written.find(words) {
            Some(from) => {
                let start = at.start + from;
                self.add(words, start..start + words.len(), true);
            }
            None => {
                self.is_marked = true;
                self.add(words, at, false);
            }
        }
    }

    fn add(&mut self, words: &str, old: Range<usize>, is_verbatim: bool) {
        if !words.is_empty() {
            self.pieces.push(Piece { new: self.text.len(), old, is_verbatim });
            self.text.push_str(words);
        }
    }

    /// Takes out the marks of footnotes that lead nowhere, and of what is withheld: a name goes on
    /// behind them.
    fn cut(&mut self) {
        for (open, close, instead) in [("[[withheld", "]]", ' '), ("[^", "]", '\0')] {
            let mut from = 0;
            while let Some(start) = self.text.get(from..).and_then(|rest| rest.find(open)).map(|at| from + at)
            {
                from = start + open.len();
                let length = self.text[from..].find(close).filter(|length| *length < 200);
                if let Some(end) = length.map(|length| from + length + close.len()) {
                    let blank: String = std::iter::repeat_n(instead, end - start).collect();
                    self.text.replace_range(start..end, &blank);
                    self.is_marked = true;
                    from = end;
                }
            }
        }
    }

    /// Where a stretch of the block is written.
    pub(super) fn source_of(&self, range: &Range<usize>) -> Range<usize> {
        let start = self
            .piece(range.start)
            .map_or(0, |piece| piece.old.start + if piece.is_verbatim { range.start - piece.new } else { 0 });
        let last = range.end.saturating_sub(1);
        let end = self.piece(last).map_or(start, |piece| {
            if piece.is_verbatim { piece.old.start + (range.end - piece.new) } else { piece.old.end }
        });
        start..end.max(start)
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(self.pieces.partition_point(|piece| piece.new <= at).checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::text::tests::mangled;

    fn shown(markdown: &str) -> Vec<String> {
        blocks(markdown).into_iter().map(|block| block.text.replace('\0', "")).collect()
    }

    #[test]
    fn what_markup_splits_is_read_in_one_go() {
        for (markdown, expected) in [
            ("[Open](https://e.org) [Rights *Group*][x]\n\n[x]: /y", "Open Rights Group"),
            ("O**pen** R<b>igh</b>ts", "Open Rights"),
            ("Open[^1] Rights", "Open Rights"),
            ("O&#112;en R&iacute;ghts", "Open Ríghts"),
            ("<p>Open<br>Ri<wbr>ghts</p>", " Open Rights "),
        ] {
            assert_eq!(shown(markdown), [expected], "{markdown}");
        }
        assert_eq!(shown("<i title='Open Rights' id=open>x</i>"), ["Open Rights", "open", "x"]);
        assert_eq!(shown("Nothing *in* particular, `nor` here.\n\n2 * 3"), Vec::<String>::new());
        assert_eq!(shown("| [Open](x) | Rights |\n| - | - |\n| a | b |"), ["Open"]);
    }

    proptest! {
        #[test]
        fn every_stretch_has_its_place(text in mangled()) {
            for block in blocks(&text) {
                for (at, letter) in block.text.char_indices() {
                    let place = block.source_of(&(at..at + letter.len_utf8()));
                    prop_assert!(text.get(place.clone()).is_some(), "{:?} {:?}", place, block);
                }
            }
        }
    }
}
