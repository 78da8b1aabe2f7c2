//! Markdown that a hand wrote → blocks and lines of the tree.
//!
//! In: an edition, the record the text stands in, its Markdown. Out: blocks, links resolved to
//! records. Raw HTML does not pass: its tags are dropped and its words kept, so nothing that draws
//! the tree has to sanitise it.

use std::cell::Cell;
use std::iter::Peekable;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::audience::Edition;
use crate::compose::links;
use crate::model::id::Ref;
use crate::model::record::Record;
use crate::model::text as markdown;

use super::tree::{Block, Column, Inline, Paragraph, Row, Section, Table, Target, Voice, plain};
use super::words::joined;

/// A text by one voice, as numbered paragraphs under the text's own headings.
///
/// A list, a quotation or a table belongs to the paragraph before it, as in a printed paper; it
/// bears a number of its own only where no paragraph comes before. Notes are counted on from
/// `counted`, through the whole report.
pub(super) fn chapter(
    edition: &Edition,
    record: &Record,
    source: &str,
    voice: Voice,
    counted: &Cell<u32>,
) -> Vec<Block> {
    let mut flat = Vec::new();
    let mut notes = Vec::new();
    for piece in read(edition, record, source, counted) {
        match piece {
            Piece::Block(Block::Plain(content)) => flat.push(Piece::Block(Block::Paragraph(Paragraph {
                voice,
                source: Some(Ref::to(record.id.clone())),
                ..Paragraph::derived("", content)
            }))),
            Piece::Block(note @ Block::Note(..)) => notes.push(note),
            Piece::Block(block) => match flat.last_mut() {
                Some(Piece::Block(Block::Paragraph(paragraph))) => paragraph.more.push(block),
                _ => flat.push(Piece::Block(Block::Paragraph(Paragraph {
                    voice,
                    source: Some(Ref::to(record.id.clone())),
                    more: vec![block],
                    ..Paragraph::derived("", Vec::new())
                }))),
            },
            heading @ Piece::Heading(..) => flat.push(heading),
        }
    }
    let mut blocks = nest(&mut flat.into_iter().peekable(), 0);
    blocks.extend(notes);
    blocks
}

/// A short text as one line: paragraphs and items after one another.
pub fn line(edition: &Edition, record: &Record, source: &str) -> Vec<Inline> {
    let mut lines = Vec::new();
    for piece in read(edition, record, source, &Cell::new(0)) {
        match piece {
            Piece::Block(block) => flatten(block, &mut lines),
            Piece::Heading(_, title) => lines.push(vec![Inline::Text(title)]),
        }
    }
    joined(lines, &Inline::Break)
}

fn flatten(block: Block, lines: &mut Vec<Vec<Inline>>) {
    match block {
        Block::Plain(mut line) => {
            line.retain(|piece| !matches!(piece, Inline::Note(_)));
            lines.push(line);
        }
        Block::List(_, items) => items.into_iter().flatten().for_each(|block| flatten(block, lines)),
        Block::Quote(blocks) | Block::Note(_, blocks) => {
            blocks.into_iter().for_each(|block| flatten(block, lines));
        }
        Block::Verbatim(text) => lines.push(vec![Inline::Code(text)]),
        Block::Table(table) => lines.extend(table.rows.into_iter().flat_map(|row| row.cells)),
        _ => {}
    }
}

/// A block, or a heading with its level.
enum Piece {
    Block(Block),
    Heading(u8, String),
}

/// Headings with what follows them, down to the next of their level.
fn nest(pieces: &mut Peekable<std::vec::IntoIter<Piece>>, above: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    while let Some(piece) = pieces.peek() {
        if matches!(piece, Piece::Heading(level, _) if *level <= above) {
            break;
        }
        match pieces.next() {
            Some(Piece::Heading(level, title)) => {
                let id = markdown::slug(&title);
                let blocks_in = nest(pieces, level);
                blocks.push(Block::Section(Section { id, title, heading: None, blocks: blocks_in }));
            }
            Some(Piece::Block(block)) => blocks.push(block),
            None => break,
        }
    }
    blocks
}

fn read(edition: &Edition, record: &Record, source: &str, counted: &Cell<u32>) -> Vec<Piece> {
    let mut reader = Reader {
        edition,
        record,
        events: Parser::new_ext(source, markdown::markdown()),
        counted: counted.get(),
        notes: Vec::new(),
        definitions: Vec::new(),
    };
    let mut pieces = reader.pieces();
    counted.set(reader.counted + u32::try_from(reader.notes.len()).unwrap_or(0));
    let mut notes = std::mem::take(&mut reader.definitions);
    notes.sort_by_key(|(number, _)| *number);
    pieces.extend(notes.into_iter().map(|(number, blocks)| Piece::Block(Block::Note(number, blocks))));
    pieces
}

struct Reader<'e, 's> {
    edition: &'e Edition,
    record: &'e Record,
    events: Parser<'s>,
    /// How many notes other texts have.
    counted: u32,
    /// The labels of notes in the order in which the text first names them.
    notes: Vec<String>,
    definitions: Vec<(u32, Vec<Block>)>,
}

impl Reader<'_, '_> {
    /// Blocks up to the end of what is open.
    fn pieces(&mut self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut loose = Vec::new();
        while let Some(event) = self.events.next() {
            let block = match event {
                Event::End(_) => break,
                Event::Start(Tag::Heading { level, .. }) => {
                    settle(&mut loose, &mut pieces);
                    let title = plain(&self.line());
                    pieces.push(Piece::Heading(level as u8, title));
                    continue;
                }
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    let number = self.note(&label);
                    let blocks = self.blocks();
                    self.definitions.push((number, blocks));
                    continue;
                }
                Event::Start(Tag::HtmlBlock) => {
                    let line = self.line();
                    if plain(&line).trim().is_empty() {
                        continue;
                    }
                    Block::Plain(line)
                }
                Event::Start(Tag::Paragraph) => Block::Plain(self.line()),
                Event::Start(Tag::BlockQuote(_)) => Block::Quote(self.blocks()),
                Event::Start(Tag::List(start)) => Block::List(start, self.items()),
                Event::Start(Tag::CodeBlock(kind)) => Block::Verbatim(self.verbatim(&kind)),
                Event::Start(Tag::Table(_)) => Block::Table(self.table()),
                Event::Rule => continue,
                inline => {
                    self.piece(inline, &mut loose);
                    continue;
                }
            };
            settle(&mut loose, &mut pieces);
            pieces.push(Piece::Block(block));
        }
        settle(&mut loose, &mut pieces);
        pieces
    }

    fn blocks(&mut self) -> Vec<Block> {
        let blocks = self.pieces().into_iter().map(|piece| match piece {
            Piece::Block(block) => block,
            Piece::Heading(_, title) => Block::Plain(vec![Inline::Strong(vec![Inline::Text(title)])]),
        });
        blocks.collect()
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(Event::Start(Tag::Item)) = self.events.next() {
            items.push(self.blocks());
        }
        items
    }

    fn verbatim(&mut self, _kind: &CodeBlockKind<'_>) -> String {
        let mut code = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(text) => code.push_str(&text),
                Event::End(_) => break,
                _ => {}
            }
        }
        code
    }

    fn table(&mut self) -> Table {
        let mut table = Table::new("table", "", &[]);
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => {
                    let heads = self.cells();
                    table.columns = heads
                        .iter()
                        .map(|head| Column { label: plain(head), numbers: false })
                        .collect();
                }
                Event::Start(Tag::TableRow) => {
                    table.rows.push(Row { record: None, cells: self.cells() });
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        table
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some(Event::Start(Tag::TableCell)) = self.events.next() {
            cells.push(self.line());
        }
        cells
    }

    /// A line up to the end of what is open.
    fn line(&mut self) -> Vec<Inline> {
        let mut line = Vec::new();
        while let Some(event) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.piece(event, &mut line);
        }
        line
    }

    fn piece(&mut self, event: Event<'_>, line: &mut Vec<Inline>) {
        match event {
            Event::Text(words) => add(line, &words),
            Event::SoftBreak => add(line, " "),
            Event::HardBreak => line.push(Inline::Break),
            Event::Code(code) => line.push(Inline::Code(code.into_string())),
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<br") => {
                line.push(Inline::Break);
            }
            Event::Html(html) => add(line, &without_tags(&html)),
            Event::FootnoteReference(label) => {
                let number = self.note(&label);
                line.push(Inline::Note(number));
            }
            Event::TaskListMarker(done) => add(line, if done { "☑ " } else { "☐ " }),
            Event::Start(Tag::Emphasis) => line.push(Inline::Emphasis(self.line())),
            Event::Start(Tag::Strong) => line.push(Inline::Strong(self.line())),
            Event::Start(Tag::Strikethrough) => line.push(Inline::Struck(self.line())),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let words = self.line();
                match self.target(&dest_url) {
                    Some(target) => line.push(Inline::Link(words, target)),
                    None => line.extend(words),
                }
            }
            // A tree of words holds no pictures: what an image shows is said.
            Event::Start(Tag::Image { .. }) => {
                let words = self.line();
                line.push(Inline::Emphasis(words));
            }
            Event::Start(_) => line.extend(self.line()),
            _ => {}
        }
    }

    /// Where a link leads: a record of the edition, an anchor, or a page of the web; a link to
    /// anything else is only its words.
    fn target(&self, destination: &str) -> Option<Target> {
        if let Some(to) = links::resolve(self.edition, self.record, destination) {
            return Some(Target::Record(to));
        }
        if let Some(anchor) = destination.strip_prefix('#') {
            return Some(Target::Here(anchor.to_owned()));
        }
        let scheme = destination.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
            .then(|| Target::Web(destination.to_owned()))
    }

    fn note(&mut self, label: &str) -> u32 {
        let known = self.notes.iter().position(|note| note == label);
        let at = known.unwrap_or_else(|| {
            self.notes.push(label.to_owned());
            self.notes.len() - 1
        });
        self.counted + u32::try_from(at + 1).unwrap_or(0)
    }
}

/// Loose words of a tight list become a block before the next one comes.
fn settle(loose: &mut Vec<Inline>, pieces: &mut Vec<Piece>) {
    if !loose.is_empty() {
        pieces.push(Piece::Block(Block::Plain(std::mem::take(loose))));
    }
}

fn add(line: &mut Vec<Inline>, words: &str) {
    match line.last_mut() {
        Some(Inline::Text(text)) => text.push_str(words),
        _ => line.push(Inline::Text(words.to_owned())),
    }
}

fn without_tags(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        rest = match tag.strip_prefix("!--") {
            Some(comment) => comment.split_once("-->").map_or("", |(_, after)| after),
            None => tag.split_once('>').map_or("", |(_, after)| after),
        };
    }
    words.push_str(rest);
    words
}
