//! The places of a document that have a lasting name: what a reviewer's remark can be tied to.
//!
//! In: a document. Out: each place with its bookmark, what it says, and the record it was made from,
//! in the order of the document.

use crate::diag::FieldPath;
use crate::model::id::Ref;

use super::docx::{bookmark, sum, words_of};
use super::tree::{Block, Document, Inline, Table, Tag};

/// A place with a lasting name.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its lasting name.
    pub name: String,
    /// Its bookmark in a Word file.
    pub bookmark: String,
    /// Its number, where it is a numbered paragraph.
    pub number: Option<String>,
    /// What it says.
    pub words: String,
    /// The same in eight hex digits.
    pub sum: String,
    /// The record it was made from; none where it was compiled from many.
    pub source: Option<Ref>,
    /// The field it stands in, where that is known.
    pub field: Option<FieldPath>,
}

/// The places of a document.
pub fn places(document: &Document) -> Vec<Place> {
    let mut found = Vec::new();
    document.blocks.iter().for_each(|block| add(block, &mut found));
    found
}

fn add(block: &Block, found: &mut Vec<Place>) {
    let mut place = |tag: &Option<Tag>, number: Option<&String>, lines: &[&[Inline]]| {
        let Some(tag) = tag else { return };
        let words = lines.iter().map(|line| words_of(line)).collect::<Vec<_>>().join(" ");
        found.push(Place {
            name: tag.name.clone(),
            bookmark: bookmark(&tag.name),
            number: number.cloned(),
            sum: sum(&words),
            words,
            source: tag.source.clone(),
            field: tag.field.clone(),
        });
    };
    match block {
        Block::Heading(heading) => place(&heading.tag, None, &[&[Inline::text(heading.words.clone())]]),
        Block::Paragraph(one) => place(&one.tag, one.number.as_ref(), &[&one.words]),
        Block::Bars(bars) => place(&bars.tag, None, &[&[Inline::text(bars.caption.clone())]]),
        Block::Chart(chart) => {
            place(&chart.tag, None, &[&[Inline::text(chart.caption.clone())]]);
            rows(&chart.table, &mut place);
        }
        Block::Table(table) => {
            place(&table.tag, None, &[&[Inline::text(table.caption.clone())]]);
            rows(table, &mut place);
        }
        Block::Positions { positions } => {
            positions.iter().for_each(|position| place(&position.tag, None, &[&position.view]));
        }
        Block::History { events } => {
            events.iter().for_each(|event| place(&event.tag, None, &[&event.words]));
        }
        Block::List { items, .. } => items.iter().flatten().for_each(|block| add(block, found)),
        Block::Quote { blocks } => blocks.iter().for_each(|block| add(block, found)),
        Block::Voice { .. }
        | Block::Verbatim { .. }
        | Block::Judgement { .. }
        | Block::Facts { .. }
        | Block::Terms { .. }
        | Block::References { .. }
        | Block::Withheld { .. } => {}
    }
}

/// What names the places of a block: a tag, a number, and the lines that stand there.
type Named<'n> = &'n mut dyn FnMut(&Option<Tag>, Option<&String>, &[&[Inline]]);

fn rows(table: &Table, place: Named<'_>) {
    for (row, tag) in table.rows.iter().zip(&table.row_tags) {
        place(tag, None, &row.iter().map(|cell| &**cell).collect::<Vec<_>>());
    }
}
