//! Labels: each stands once, only where something leads to it, and no link leads to one that is not
//! there. Typst refuses a document that has a label twice or a link to nothing.
//!
//! In: a document. Out: the same, mended.

use std::collections::BTreeSet;

use super::tree::{Bars, Block, Chart, Document, Inline};

/// Mends the labels of a document.
pub(super) fn settle(document: &mut Document) {
    let (mut there, mut wanted) = (BTreeSet::new(), BTreeSet::new());
    each_label(&mut document.blocks, &mut |label| {
        if let Some(id) = label {
            there.insert(id.clone());
        }
    });
    each_line(document, &mut |line| cut(line, &there, &mut wanted));
    let mut used = BTreeSet::new();
    each_label(&mut document.blocks, &mut |label| {
        if label.as_ref().is_some_and(|id| !wanted.contains(id) || !used.insert(id.clone())) {
            *label = None;
        }
    });
}

/// Makes links that lead to no label plain words, and gathers the labels of the others.
fn cut(line: &mut Vec<Inline>, there: &BTreeSet<String>, wanted: &mut BTreeSet<String>) {
    let mut made = Vec::with_capacity(line.len());
    for mut piece in line.drain(..) {
        match &mut piece {
            Inline::Here { to, inner } => {
                cut(inner, there, wanted);
                if there.contains(to) {
                    wanted.insert(to.clone());
                } else {
                    made.append(inner);
                    continue;
                }
            }
            Inline::Emphasis { inner }
            | Inline::Strong { inner }
            | Inline::Struck { inner }
            | Inline::Web { inner, .. } => cut(inner, there, wanted),
            Inline::Note { blocks, .. } => {
                blocks.iter_mut().for_each(|block| lines(block, &mut |line| cut(line, there, wanted)));
            }
            Inline::Text { .. }
            | Inline::Code { .. }
            | Inline::Mark { .. }
            | Inline::Withheld { .. }
            | Inline::Picture(_)
            | Inline::Break => {}
        }
        made.push(piece);
    }
    *line = made;
}

/// Every line of a document, but for those within others.
pub(super) fn each_line(document: &mut Document, look: &mut dyn FnMut(&mut Vec<Inline>)) {
    look(&mut document.lede);
    look(&mut document.cite);
    document.facts.iter_mut().flat_map(|fact| &mut fact.values).for_each(&mut *look);
    document.blocks.iter_mut().for_each(|block| lines(block, look));
}

pub(super) fn lines(block: &mut Block, look: &mut dyn FnMut(&mut Vec<Inline>)) {
    match block {
        Block::Heading(_) | Block::Voice { .. } | Block::Verbatim { .. } => {}
        Block::Withheld { .. } => {}
        Block::Paragraph(paragraph) => look(&mut paragraph.words),
        Block::List { items, .. } => items.iter_mut().flatten().for_each(|block| lines(block, look)),
        Block::Quote { blocks } => blocks.iter_mut().for_each(|block| lines(block, look)),
        Block::Table(table) | Block::Chart(Chart { table, .. }) | Block::Bars(Bars { table, .. }) => {
            table.rows.iter_mut().flatten().for_each(look);
        }
        Block::Positions { positions } => {
            for position in positions {
                look(&mut position.view);
                look(&mut position.place);
            }
        }
        Block::Judgement { words } => look(words),
        Block::Facts { facts } => facts.iter_mut().flat_map(|fact| &mut fact.values).for_each(look),
        Block::History { events } => events.iter_mut().for_each(|event| look(&mut event.words)),
        Block::Terms { terms } => terms.iter_mut().for_each(|term| look(&mut term.words)),
        Block::References { works } => works.iter_mut().for_each(|work| look(&mut work.words)),
    }
}

/// Every label that stands in these blocks.
fn each_label(blocks: &mut [Block], look: &mut dyn FnMut(&mut Option<String>)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => look(&mut heading.id),
            Block::Paragraph(paragraph) => look(&mut paragraph.id),
            Block::Table(table) => look(&mut table.id),
            Block::Bars(bars) => look(&mut bars.id),
            Block::Chart(chart) => look(&mut chart.id),
            Block::References { works } => works.iter_mut().for_each(|work| look(&mut work.id)),
            Block::List { items, .. } => items.iter_mut().for_each(|item| each_label(item, look)),
            Block::Quote { blocks } => each_label(blocks, look),
            Block::Voice { .. }
            | Block::Verbatim { .. }
            | Block::Positions { .. }
            | Block::Judgement { .. }
            | Block::Facts { .. }
            | Block::History { .. }
            | Block::Terms { .. }
            | Block::Withheld { .. } => {}
        }
    }
}
