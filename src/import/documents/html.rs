//! An HTML document → blocks, with the lines of its source.
//!
//! In: text. Out: headings, paragraphs, items, rows and footnotes as `block` makes them of Markdown;
//! tags inside a line stay for `inline` to clean. Scripts, styles and navigation are skipped; what is not
//! shown or struck out, and pictures, are left out and told. Only tokens are read, no tree is built, so
//! nesting that is wrong does no harm.

mod cover;
mod notes;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use self::cover::Cover;
use self::notes::{note_label, note_number};
use super::block::{Block, Kind, Marker};
use super::unseen::Unseen;

/// Reads the blocks of an HTML document.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    read(text).0
}

/// Reads the blocks of an HTML document, and what is in it and not seen.
pub(super) fn read(text: &str) -> (Vec<Block>, Unseen) {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(Builder::default())), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(text));
    // The sink never asks for a halt, so all of it is read at once.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut builder = tokenizer.sink.0.into_inner();
    builder.close_row();
    builder.finish();
    (builder.blocks, builder.unseen)
}

struct Sink(RefCell<Builder>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        match token {
            Token::CharacterTokens(text) => builder.words(&text, line),
            Token::TagToken(tag) => {
                let raw = match &*tag.name {
                    "script" | "noscript" if tag.kind == TagKind::StartTag => Some(RawKind::ScriptData),
                    "style" | "title" if tag.kind == TagKind::StartTag => Some(RawKind::Rawtext),
                    _ => None,
                };
                builder.tag(&tag, line);
                // `noscript` holds ordinary tags.
                if let Some(raw) = raw.filter(|_| &*tag.name != "noscript") {
                    return TokenSinkResult::RawData(raw);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What the next words belong to.
#[derive(Clone, Debug, Default, PartialEq)]
enum Place {
    #[default]
    Paragraph,
    Heading(u8),
    Item(usize, Marker),
    Note(String),
}

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    place: Place,
    text: String,
    /// The line at which the words started.
    line: usize,
    /// Open lists: the next number of a numbered one.
    lists: Vec<Option<u32>>,
    /// How many elements are open in which nothing is read.
    skipping: usize,
    /// The row that is open, whether its cells are all heads, and how deep in tables it is.
    row: Option<(Vec<String>, bool, usize)>,
    in_cell: bool,
    /// Where in its row the open cell stands, and over how many rows it goes.
    cell: (usize, usize),
    /// Cells that go on in the rows below: their column, the rows that are left, and their words.
    over: Vec<(usize, usize, String)>,
    tables: usize,
    /// The address of the link that is open, and where its words start.
    link: Option<(String, usize)>,
    cover: Cover,
    unseen: Unseen,
}

/// Elements in which nothing stands that a record needs.
const SKIPPED: &[&str] = &["script", "style", "title", "nav", "noscript", "template", "svg", "head"];

impl Builder {
    fn words(&mut self, words: &str, line: usize) {
        if self.skipping > 0 {
            return;
        }
        if self.row.is_none() && self.text.trim().is_empty() && !words.trim().is_empty() {
            self.line = line.saturating_sub(words.matches('\n').count()).max(1);
        }
        match self.cover.strikes() {
            Some(true) => return self.unseen.struck(words),
            Some(false) => return self.unseen.hidden(words),
            None => {}
        }
        for letter in words.chars() {
            match letter {
                // What looks like a tag or an emphasis here is neither.
                '<' => self.text.push_str("&lt;"),
                '&' => self.text.push_str("&amp;"),
                '*' | '`' => {
                    self.text.push('\\');
                    self.text.push(letter);
                }
                letter => self.text.push(letter),
            }
        }
    }

    fn tag(&mut self, tag: &Tag, line: usize) {
        let name = &*tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if SKIPPED.contains(&name) {
            self.skipping = if opens { self.skipping + 1 } else { self.skipping.saturating_sub(1) };
            return;
        }
        // A body ends a head that was not closed.
        if name == "body" {
            self.skipping = 0;
            return;
        }
        if self.skipping > 0 || self.cover.is_over(name, opens) {
            return;
        }
        if opens {
            self.cover.begin(tag);
            self.unseen.gap();
        }
        match name {
            "img" => {
                // A point that counts readers is no picture.
                let is_point = ["width", "height"]
                    .iter()
                    .any(|side| attribute(tag, side).is_some_and(|length| matches!(&*length, "0" | "1")));
                if opens && !is_point && attribute(tag, "hidden").is_none() {
                    self.unseen.picture();
                }
            }
            "table" => self.table(opens),
            "tr" if opens => self.open_row(line),
            "tr" => self.close_row(),
            "td" | "th" if opens => self.open_cell(tag),
            "td" | "th" => self.close_cell(),
            "b" | "strong" | "i" | "em" | "sup" | "sub" => {
                self.text.push_str(&format!("<{}{name}>", if opens { "" } else { "/" }));
            }
            "br" => self.text.push_str("<br>"),
            "a" => self.link(tag, opens),
            // Inside a cell lists and paragraphs stay tags, which become lines.
            "ul" | "ol" | "li" | "p" | "div" if self.in_cell => {
                self.text.push_str(&format!("<{}{name}>", if opens { "" } else { "/" }));
            }
            "ul" | "ol" => self.list(name, opens, tag),
            "li" => self.item(opens, tag),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.in_cell => {
                self.finish();
                let level = name.bytes().last().map_or(1, |digit| digit.saturating_sub(b'0'));
                self.place = if opens { Place::Heading(level) } else { Place::Paragraph };
            }
            "hr" if !self.in_cell => {
                self.finish();
                self.blocks.push(Block { line, kind: Kind::PageBreak });
            }
            "p" | "div" | "section" | "article" | "blockquote" | "header" | "footer" | "main" | "pre"
            | "dt" | "dd" | "dl" | "figure" | "figcaption" | "address"
                if !self.in_cell =>
            {
                // The first paragraph of an item is the item.
                let waits =
                    matches!(self.place, Place::Item(..) | Place::Note(_)) && self.text.trim().is_empty();
                if !waits {
                    self.finish();
                }
                if opens && let Some(label) = note_label(tag) {
                    self.place = Place::Note(label);
                }
            }
            _ => {}
        }
    }

    /// Puts down what was read.
    fn finish(&mut self) {
        let text = std::mem::take(&mut self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let place = std::mem::take(&mut self.place);
        self.link = None;
        self.unseen.paragraph(self.line.max(1));
        if text.replace("<br>", "").trim().is_empty() {
            return;
        }
        let kind = match place {
            Place::Paragraph => Kind::Paragraph { text, indented: false },
            Place::Heading(level) => Kind::Heading { level, text },
            Place::Item(indent, marker) => Kind::Item { indent, marker, text },
            Place::Note(label) => Kind::Note { label, text },
        };
        self.blocks.push(Block { line: self.line.max(1), kind });
    }

    fn list(&mut self, name: &str, opens: bool, tag: &Tag) {
        self.finish();
        if opens {
            let start = attribute(tag, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
            self.lists.push((name == "ol").then_some(start));
        } else {
            self.lists.pop();
        }
    }

    fn item(&mut self, opens: bool, tag: &Tag) {
        self.finish();
        if !opens {
            return;
        }
        if let Some(label) = note_label(tag) {
            self.place = Place::Note(label);
            return;
        }
        let indent = self.lists.len().saturating_sub(1) * 2;
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = Marker::Number(number.to_string());
                *number = number.saturating_add(1);
                marker
            }
            _ => Marker::Bullet,
        };
        self.place = Place::Item(indent, marker);
    }

    fn table(&mut self, opens: bool) {
        // A table in a cell gives its words to that cell.
        if opens {
            if self.tables == 0 {
                self.finish();
                self.over.clear();
            }
            self.tables += 1;
        } else {
            if self.tables == 1 {
                self.close_row();
            }
            self.tables = self.tables.saturating_sub(1);
        }
    }

    fn open_row(&mut self, line: usize) {
        if self.tables > 1 && self.in_cell {
            self.text.push_str("<br>");
            return;
        }
        self.close_row();
        self.finish();
        self.line = line;
        self.row = Some((Vec::new(), true, self.tables));
    }

    fn open_cell(&mut self, tag: &Tag) {
        if self.tables > 1 && self.in_cell {
            self.text.push(' ');
            return;
        }
        self.close_cell();
        self.text.clear();
        self.in_cell = true;
        if let Some((cells, all_heads, _)) = &mut self.row {
            *all_heads &= &*tag.name == "th";
            carry(cells, &mut self.over);
            // A cell over two columns leaves the second empty; no real table has more than this.
            let span = |name| attribute(tag, name).and_then(|span| span.parse().ok()).unwrap_or(1).min(30);
            self.cell = (cells.len(), span("rowspan"));
            cells.extend((0..span("colspan").max(1)).map(|_| String::new()));
        }
    }

    fn close_cell(&mut self) {
        if !self.in_cell || self.tables > 1 {
            return;
        }
        let text = std::mem::take(&mut self.text);
        self.in_cell = false;
        self.link = None;
        if let Some((cells, ..)) = &mut self.row {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (at, rows) = self.cell;
            if rows > 1 {
                self.over.push((at, rows - 1, text.clone()));
            }
            if let Some(cell) = cells.get_mut(at) {
                *cell = text;
            }
        }
    }

    fn close_row(&mut self) {
        if self.in_cell && self.tables > 1 {
            return;
        }
        self.close_cell();
        if self.row.is_some() {
            self.unseen.paragraph(self.line.max(1));
        }
        if let Some((mut cells, head, _)) = self.row.take()
            && cells.iter().any(|cell| !cell.is_empty())
        {
            carry(&mut cells, &mut self.over);
            self.blocks.push(Block { line: self.line.max(1), kind: Kind::Row { cells, head } });
        }
    }

    /// A link out of the document; one to a footnote becomes its mark.
    fn link(&mut self, tag: &Tag, opens: bool) {
        if !opens {
            let Some((address, start)) = self.link.take() else { return };
            let words = self.text.get(start..).unwrap_or_default().trim().to_owned();
            self.text.truncate(start);
            match note_number(&address) {
                Some((label, true)) => self.text.push_str(&format!("<sup>{label}</sup>")),
                // The way back from a note is none of its words.
                Some((_, false)) => {}
                None if words.is_empty() => {}
                None => self.text.push_str(&format!("[{words}]({address})")),
            }
            return;
        }
        let Some(address) = attribute(tag, "href") else { return };
        let leads_out = address.starts_with("http://")
            || address.starts_with("https://")
            || address.starts_with("mailto:");
        let plain = leads_out && !address.contains([' ', ')', '<', '>']);
        if plain || note_number(&address).is_some() {
            if let Some((label, false)) = note_number(&address)
                && !self.in_cell
                && self.text.trim().is_empty()
            {
                self.place = Place::Note(label);
            }
            self.link = Some((address, self.text.len()));
        }
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| attribute.value.to_string())
}

/// Puts the words of cells that go on from the row above where they stand in this one.
fn carry(cells: &mut Vec<String>, over: &mut Vec<(usize, usize, String)>) {
    while let Some((_, rows, text)) =
        over.iter_mut().find(|(column, rows, _)| *column == cells.len() && *rows > 0)
    {
        *rows -= 1;
        cells.push(text.clone());
    }
    over.retain(|(_, rows, _)| *rows > 0);
}

#[cfg(test)]
mod tests;
