//! Markdown that a hand wrote → blocks and lines of the tree.
//!
//! In: an edition, the record the text stands in, its Markdown. Out: blocks, links resolved to
//! records. Raw HTML does not pass: its tags are dropped and its words kept, so nothing that draws
//! the tree has to sanitise it.

mod reader;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::iter::Peekable;

use crate::audience::Edition;
use crate::model::id::Ref;
use crate::model::record::Record;
use crate::model::text as markdown;

use super::name::language;
use super::narrative::Written;
use super::tree::{Block, Inline, Paragraph, Section, Voice};
use super::words::joined;
use reader::{Piece, read};

/// A text by one voice, as numbered paragraphs under the text's own headings.
///
/// A list, a quotation or a table belongs to the paragraph before it, as in a printed paper; it
/// bears a number of its own only where no paragraph comes before. Notes are counted on from
/// `counted`, through the whole report.
pub(super) fn chapter(
    edition: &Edition,
    record: &Record,
    source: &Written,
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
            // What a directive shows has a number and a caption of its own.
            Piece::Block(block @ (Block::Table(_) | Block::Chart(_))) if is_captioned(&block) => {
                flat.push(Piece::Block(block));
            }
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
            Piece::Named(name) => {
                if let Some(Piece::Block(Block::Paragraph(paragraph))) = flat.last_mut() {
                    paragraph.id = name;
                }
            }
        }
    }
    let lang = language(edition, record, &source.text);
    let mut blocks = nest(&mut flat.into_iter().peekable(), 0, lang.as_deref());
    blocks.extend(notes);
    blocks
}

/// A short text as one line: paragraphs and items after one another.
pub fn line(edition: &Edition, record: &Record, source: &str) -> Vec<Inline> {
    let mut lines = Vec::new();
    for piece in read(edition, record, &Written::plain(source), &Cell::new(0)) {
        match piece {
            Piece::Block(block) => flatten(block, &mut lines),
            Piece::Heading(_, title) => lines.push(vec![Inline::Text(title)]),
            Piece::Named(_) => {}
        }
    }
    joined(lines, &Inline::Break)
}

fn is_captioned(block: &Block) -> bool {
    !matches!(block, Block::Table(table) if table.caption.is_empty())
}

fn flatten(block: Block, lines: &mut Vec<Vec<Inline>>) {
    match block {
        Block::Plain(mut line) => {
            drop_notes(&mut line);
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

fn drop_notes(line: &mut Vec<Inline>) {
    line.retain(|piece| !matches!(piece, Inline::Note(..)));
    for piece in line {
        if let Inline::Spoken(_, inner) = piece {
            drop_notes(inner);
        }
    }
}

/// Takes the name of a paragraph, `{#aims}`, from the end of its line.
fn take_name(line: &mut Vec<Inline>) -> Option<String> {
    let mut end = String::new();
    let mut from = line.len();
    while let Some(Inline::Text(words)) = from.checked_sub(1).and_then(|at| line.get(at)) {
        end.insert_str(0, words);
        from -= 1;
    }
    let (words, name) = end.strip_suffix('}')?.rsplit_once("{#")?;
    let is_slug = name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if !is_slug || !words.ends_with(char::is_whitespace) {
        return None;
    }
    let (words, name) = (words.trim_end().to_owned(), name.to_owned());
    line.truncate(from);
    line.push(Inline::Text(words));
    Some(name)
}

/// Headings with what follows them, down to the next of their level.
fn nest(pieces: &mut Peekable<std::vec::IntoIter<Piece>>, above: u8, lang: Option<&str>) -> Vec<Block> {
    let mut blocks = Vec::new();
    while let Some(piece) = pieces.peek() {
        if matches!(piece, Piece::Heading(level, _) if *level <= above) {
            break;
        }
        match pieces.next() {
            Some(Piece::Heading(level, title)) => {
                let id = markdown::slug(&title);
                let (within, lang) = (nest(pieces, level, lang), lang.map(str::to_owned));
                blocks.push(Block::Section(Section { id, title, lang, heading: None, blocks: within }));
            }
            Some(Piece::Block(block)) => blocks.push(block),
            Some(Piece::Named(_)) => {}
            None => break,
        }
    }
    blocks
}
