//! Markdown events → pieces of the tree: blocks, and headings with their levels.
//!
//! In: an edition, the record the text stands in, its Markdown. Out: `Piece`s. Which of them are
//! numbered, and how they nest, is decided above.

use std::cell::Cell;

use pulldown_cmark::{Alignment, Event, Parser, Tag, TagEnd};

use crate::audience::Edition;
use crate::compose::links;
use crate::model::links::names_file;
use crate::model::record::Record;
use crate::model::text as markdown;

use super::super::name::language;
use super::super::narrative::{Said, Written, marked};
use super::super::tree::{Block, Column, Inline, Picture, Row, Table, Target, plain};

/// A block, or a heading with its level.
pub(super) enum Piece {
    Block(Block),
    Heading(u8, String),
    /// The name that an editor gave the paragraph before it, as `{#aims}` at its end.
    Named(String),
}

/// The pieces of a text; its notes last, counted on from `counted`.
pub(super) fn read(edition: &Edition, record: &Record, source: &Written, counted: &Cell<u32>) -> Vec<Piece> {
    let mut reader = Reader {
        edition,
        record,
        language: language(edition, record, &source.text),
        events: Parser::new_ext(&source.text, markdown::markdown()),
        said: &source.said,
        counted: counted.get(),
        notes: Vec::new(),
        definitions: Vec::new(),
    };
    let mut pieces = reader.pieces();
    counted.set(reader.counted + u32::try_from(reader.notes.len()).unwrap_or(0));
    // A note that no text names has no number and no place.
    for (label, number) in reader.notes.iter().zip(reader.counted + 1..) {
        let at = reader.definitions.iter().position(|(known, _)| known == label);
        let blocks = at.map_or_else(Vec::new, |at| reader.definitions.swap_remove(at).1);
        pieces.push(Piece::Block(Block::Note(number, blocks)));
    }
    pieces
}

struct Reader<'e, 's> {
    edition: &'e Edition,
    record: &'e Record,
    /// The language of the text, where it is not the edition's.
    language: Option<String>,
    events: Parser<'s>,
    /// What stands at the marks of the text.
    said: &'s [Said],
    /// How many notes other texts have.
    counted: u32,
    /// The labels of notes in the order in which the text first names them.
    notes: Vec<String>,
    definitions: Vec<(String, Vec<Block>)>,
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
                    self.settle(&mut loose, &mut pieces);
                    let title = plain(self.edition.words(), &self.line());
                    pieces.push(Piece::Heading(level as u8, title));
                    continue;
                }
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    let blocks = self.blocks();
                    self.definitions.push((label.into_string(), blocks));
                    continue;
                }
                Event::Start(Tag::HtmlBlock) => {
                    let words = plain(self.edition.words(), &self.line());
                    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    if words.is_empty() {
                        continue;
                    }
                    Block::Plain(self.spoken(vec![Inline::Text(words)]))
                }
                Event::Start(Tag::Paragraph) => {
                    let mut line = self.line();
                    if let Some(shown) = self.shown(&line) {
                        self.settle(&mut loose, &mut pieces);
                        pieces.extend(shown.iter().cloned().map(Piece::Block));
                        continue;
                    }
                    if let Some(name) = super::take_name(&mut line) {
                        self.settle(&mut loose, &mut pieces);
                        pieces.push(Piece::Block(Block::Plain(self.spoken(line))));
                        pieces.push(Piece::Named(name));
                        continue;
                    }
                    Block::Plain(self.spoken(line))
                }
                Event::Start(Tag::BlockQuote(_)) => Block::Quote(self.blocks()),
                Event::Start(Tag::List(start)) => Block::List(start, self.items()),
                Event::Start(Tag::CodeBlock(_)) => Block::Verbatim(self.verbatim()),
                Event::Start(Tag::Table(align)) => Block::Table(self.table(&align)),
                Event::Rule => continue,
                inline => {
                    self.piece(inline, &mut loose);
                    continue;
                }
            };
            self.settle(&mut loose, &mut pieces);
            pieces.push(Piece::Block(block));
        }
        self.settle(&mut loose, &mut pieces);
        pieces
    }

    /// Loose words of a tight list become a block before the next one comes.
    fn settle(&self, loose: &mut Vec<Inline>, pieces: &mut Vec<Piece>) {
        let line = std::mem::take(loose);
        if !line.is_empty() {
            pieces.push(Piece::Block(Block::Plain(self.spoken(line))));
        }
    }

    /// A line of the text, marked where it is in another language than the report.
    fn spoken(&self, line: Vec<Inline>) -> Vec<Inline> {
        match &self.language {
            Some(language) if !line.is_empty() => vec![Inline::Spoken(language.clone(), line)],
            _ => line,
        }
    }

    fn blocks(&mut self) -> Vec<Block> {
        let blocks = self.pieces().into_iter().filter_map(|piece| match piece {
            Piece::Block(block) => Some(block),
            Piece::Heading(_, title) => Some(Block::Plain(vec![Inline::Strong(vec![Inline::Text(title)])])),
            // What stands within a list or a quotation is no paragraph of the report.
            Piece::Named(_) => None,
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

    fn verbatim(&mut self) -> String {
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

    /// A table; a column that is set to the right is one of numbers, as those that are compiled are.
    fn table(&mut self, align: &[Alignment]) -> Table {
        let mut table = Table::new(self.edition.words(), "table", "", &[]);
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => {
                    let heads = self.cells();
                    table.columns = heads
                        .iter()
                        .enumerate()
                        .map(|(n, head)| Column {
                            label: plain(self.edition.words(), head),
                            numbers: align.get(n) == Some(&Alignment::Right),
                        })
                        .collect();
                }
                Event::Start(Tag::TableRow) => {
                    let cells = self.cells().into_iter().map(|cell| self.spoken(cell)).collect();
                    table.rows.push(Row { record: None, cells });
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
        let line = self.marked(line);
        self.mentioned(line)
    }

    /// The blocks of a directive that is a paragraph of its own.
    fn shown(&self, line: &[Inline]) -> Option<&[Block]> {
        let [Inline::Text(words)] = line else { return None };
        match marked(words, self.said)? {
            ("", Said::Blocks(blocks), "") => Some(blocks),
            _ => None,
        }
    }

    /// A line with what was mentioned in place of the marks.
    fn mentioned(&mut self, line: Vec<Inline>) -> Vec<Inline> {
        if self.said.is_empty() {
            return line;
        }
        let mut out = Vec::with_capacity(line.len());
        for piece in line {
            let Inline::Text(words) = piece else {
                out.push(piece);
                continue;
            };
            let mut rest = words.as_str();
            while let Some((before, said, after)) = marked(rest, self.said) {
                // A block is put in its place where its paragraph ends.
                if matches!(said, Said::Blocks(_)) {
                    break;
                }
                if !before.is_empty() {
                    add(&mut out, before);
                }
                match said {
                    Said::Line(line) => line.iter().for_each(|piece| match piece {
                        Inline::Text(words) => add(&mut out, words),
                        other => out.push(other.clone()),
                    }),
                    Said::Noted(line, note) => {
                        // The mark of a note stands close to the word before it.
                        if line.is_empty()
                            && let Some(Inline::Text(words)) = out.last_mut()
                        {
                            words.truncate(words.trim_end().len());
                        }
                        out.extend(line.iter().cloned());
                        let label = format!("\u{e000}{}", self.notes.len());
                        self.notes.push(label.clone());
                        self.definitions.push((label, vec![Block::Plain(note.clone())]));
                        let number = self.counted + u32::try_from(self.notes.len()).unwrap_or(0);
                        out.push(Inline::Note(number, true));
                    }
                    Said::Blocks(_) => {}
                }
                rest = after;
            }
            if !rest.is_empty() {
                add(&mut out, rest);
            }
        }
        out
    }

    /// A line in which marks of withholding, as the edition leaves them, are what they say.
    fn marked(&self, line: Vec<Inline>) -> Vec<Inline> {
        let mut marked = Vec::with_capacity(line.len());
        for piece in line {
            let Inline::Text(words) = piece else {
                marked.push(piece);
                continue;
            };
            let mut rest = words.as_str();
            while let Some((before, key, after)) = withheld(rest) {
                if !before.is_empty() {
                    marked.push(Inline::Text(before.to_owned()));
                }
                let reasons = &self.edition.config().redaction_reasons;
                let words = reasons.iter().find(|(known, _)| known == key).map_or(key, |(_, words)| words);
                marked.push(Inline::Withheld(key.to_owned(), words.to_owned()));
                rest = after;
            }
            if !rest.is_empty() {
                marked.push(Inline::Text(rest.to_owned()));
            }
        }
        marked
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
                let known = self.notes.iter().position(|note| *note == *label);
                let at = known.unwrap_or_else(|| {
                    self.notes.push(label.into_string());
                    self.notes.len() - 1
                });
                let number = self.counted + u32::try_from(at + 1).unwrap_or(0);
                line.push(Inline::Note(number, known.is_none()));
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
            Event::Start(Tag::Image { dest_url, .. }) => {
                let words = self.line();
                line.push(match self.picture(&dest_url, &words) {
                    Some(picture) => Inline::Picture(Box::new(picture)),
                    // Of what is not ours to show, it is said what it shows.
                    None => Inline::Emphasis(words),
                });
            }
            Event::Start(_) => line.extend(self.line()),
            _ => {}
        }
    }

    /// The picture that an image of the text shows, where the record has it as a file.
    fn picture(&self, destination: &str, words: &[Inline]) -> Option<Picture> {
        let mut attachments = self.record.attachments().map(|(_, _, attachment)| attachment);
        let attachment = attachments.find(|attachment| names_file(attachment, destination))?;
        attachment.file.as_ref()?;
        Some(Picture { alt: plain(self.edition.words(), words), attachment: attachment.clone() })
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
}

fn add(line: &mut Vec<Inline>, words: &str) {
    match line.last_mut() {
        Some(Inline::Text(text)) => text.push_str(words),
        _ => line.push(Inline::Text(words.to_owned())),
    }
}

/// The words before the first mark of withholding, the key of its reason, and the words after it.
fn withheld(words: &str) -> Option<(&str, &str, &str)> {
    let (before, mark) = words.split_once("[[withheld")?;
    let (inner, after) = mark.split_once("]]")?;
    let key = inner.strip_prefix(':').unwrap_or(inner).trim();
    (!key.contains('[')).then_some((before, key, after))
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
