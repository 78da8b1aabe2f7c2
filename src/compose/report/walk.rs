//! A walk through every line of a report's tree.
//!
//! In: chapters and what is to be done. Out: the same, changed. Numbers, ids and titles of sections
//! are not lines.

use super::tree::{Block, Chapter, Inline, Table};

/// Shows every line, in the order of the document.
pub(super) fn lines(chapters: &mut [Chapter], change: &mut dyn FnMut(&mut Vec<Inline>)) {
    for chapter in chapters {
        blocks(&mut chapter.blocks, change);
    }
}

fn blocks(all: &mut [Block], change: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in all {
        match block {
            Block::Section(section) => blocks(&mut section.blocks, change),
            Block::Paragraph(paragraph) => {
                nested(&mut paragraph.content, change);
                blocks(&mut paragraph.more, change);
            }
            Block::Plain(line) => nested(line, change),
            Block::List(_, items) => items.iter_mut().for_each(|item| blocks(item, change)),
            Block::Quote(inner) | Block::Note(_, inner) => blocks(inner, change),
            Block::Table(table) => cells(table, change),
            Block::Issue(entry) => {
                nested(&mut entry.standing.content, change);
                for stated in &mut entry.positions {
                    nested(&mut stated.view, change);
                }
            }
            Block::Verbatim(_)
            | Block::Figure(_)
            | Block::Chart(_)
            | Block::Terms(_)
            | Block::References(_)
            | Block::Withheld(..) => {}
        }
    }
}

fn cells(table: &mut Table, change: &mut dyn FnMut(&mut Vec<Inline>)) {
    table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| nested(cell, change));
}

/// A line, and the lines within its marks, links apart.
fn nested(line: &mut Vec<Inline>, change: &mut dyn FnMut(&mut Vec<Inline>)) {
    change(line);
    for piece in line {
        if let Inline::Emphasis(inner)
        | Inline::Strong(inner)
        | Inline::Struck(inner)
        | Inline::Spoken(_, inner) = piece
        {
            nested(inner, change);
        }
    }
}
