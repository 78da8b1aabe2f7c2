//! Numbers and lasting names for what a report holds, given once, in the order of the document.
//!
//! In: chapters as they were written. Out: the same with numbers and ids: paragraphs, tables and
//! figures are counted, and every id is the only one of its name.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::model::config::Paragraphs;
use crate::model::text::hex;
use crate::model::words::of_language;

use super::tree::{Block, Chapter, Inline, Number, Paragraph, Target, Voice, plain};

/// Numbers the chapters of a report and everything in them; returns every name it gave.
pub(super) fn number(chapters: &mut [Chapter], mode: Paragraphs) -> BTreeSet<String> {
    let mut counter = Counter { mode, ..Counter::default() };
    for chapter in chapters.iter_mut() {
        // The names of chapters come first: what stands in one cannot take the name of another.
        counter.name(&mut chapter.id);
    }
    for chapter in chapters.iter_mut() {
        counter.chapter += 1;
        chapter.number = counter.chapter;
        if mode == Paragraphs::ByChapter {
            counter.paragraph = 0;
        }
        for block in &mut chapter.blocks {
            counter.block(block, &chapter.id);
        }
    }
    counter.taken
}

#[derive(Default)]
struct Counter {
    mode: Paragraphs,
    taken: BTreeSet<String>,
    /// How often each name was wanted: the numbers up to there are taken.
    wanted: BTreeMap<String, usize>,
    chapter: u32,
    paragraph: u32,
    table: u32,
    figure: u32,
}

impl Counter {
    fn block(&mut self, block: &mut Block, chapter: &str) {
        match block {
            Block::Section(section) => {
                self.name(&mut section.id);
                section.blocks.iter_mut().for_each(|block| self.block(block, chapter));
            }
            Block::Paragraph(paragraph) => {
                paragraph.id = match given(paragraph) {
                    Some(name) => name,
                    None => format!("{chapter}-{}", name(paragraph)),
                };
                self.paragraph(paragraph);
                paragraph.more.iter_mut().for_each(|block| self.block(block, chapter));
            }
            Block::Issue(entry) => self.paragraph(&mut entry.standing),
            Block::Table(table) => {
                // What an editor typed without a caption shows no number, so it takes none.
                if !table.caption.is_empty() {
                    self.table += 1;
                    table.number = self.table;
                }
                self.name(&mut table.id);
            }
            Block::Figure(figure) => {
                self.figure += 1;
                figure.number = self.figure;
                self.name(&mut figure.id);
            }
            Block::Chart(chart) => {
                self.figure += 1;
                chart.number = self.figure;
                self.name(&mut chart.id);
            }
            Block::References(references) => {
                references.iter_mut().for_each(|reference| self.name(&mut reference.id));
            }
            Block::List(_, items) => {
                items.iter_mut().flatten().for_each(|block| self.block(block, chapter));
            }
            Block::Quote(blocks) | Block::Note(_, blocks) => {
                blocks.iter_mut().for_each(|block| self.block(block, chapter));
            }
            Block::Plain(_) | Block::Verbatim(_) | Block::Terms(_) | Block::Withheld(..) => {}
        }
    }

    fn paragraph(&mut self, paragraph: &mut Paragraph) {
        self.paragraph += 1;
        let chapter = (self.mode == Paragraphs::ByChapter).then_some(self.chapter);
        paragraph.number = Number { chapter, n: self.paragraph };
        self.name(&mut paragraph.id);
    }

    /// Makes an id the only one of its name.
    fn name(&mut self, id: &mut String) {
        let n = self.wanted.entry(id.clone()).or_insert(0);
        let mut unique = id.clone();
        loop {
            *n += 1;
            if *n > 1 {
                unique = format!("{id}-{n}");
            }
            if !is_number(&unique) && self.taken.insert(unique.clone()) {
                break;
            }
        }
        *id = unique;
    }
}

/// Whether an id would be taken for the number of a paragraph.
fn is_number(id: &str) -> bool {
    id.strip_prefix("p-").is_some_and(|n| n.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
}

/// The anchor of a paragraph that its editor named, which stays whatever words it has.
fn given(paragraph: &Paragraph) -> Option<String> {
    let is_given = paragraph.voice != Voice::Records && !paragraph.id.is_empty();
    is_given.then(|| format!("p-{}", paragraph.id))
}

/// What a paragraph is called within its chapter: its own name where it was derived, else the first
/// eight digits of the SHA-256 of its words with white space made even.
fn name(paragraph: &Paragraph) -> String {
    if paragraph.voice == Voice::Records {
        return paragraph.id.clone();
    }
    let mut words = typed(&paragraph.content);
    paragraph.more.iter().for_each(|block| add_words(block, &mut words));
    let even = words.split_whitespace().collect::<Vec<_>>().join(" ");
    hex(&Sha256::digest(even.as_bytes())[..4])
}

/// The words of a line without those that stand for a citation or a cross-reference: another style,
/// or another number of a figure, does not make it another paragraph.
fn typed(line: &[Inline]) -> String {
    let within = |piece: &Inline| match piece {
        Inline::Spoken(_, inner) => inner.clone(),
        piece => vec![piece.clone()],
    };
    let pieces = line.iter().flat_map(within);
    let typed: Vec<Inline> =
        pieces.filter(|piece| !matches!(piece, Inline::Link(_, Target::Here(_)))).collect();
    // A name is the same in whatever language the report is compiled.
    plain(&of_language("en"), &typed)
}

fn add_words(block: &Block, words: &mut String) {
    let mut line = |line: &[Inline]| {
        words.push(' ');
        words.push_str(&typed(line));
    };
    match block {
        Block::Plain(content) => line(content),
        Block::Verbatim(code) => line(&[Inline::Text(code.clone())]),
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| line(cell)),
        Block::List(_, items) => items.iter().flatten().for_each(|block| add_words(block, words)),
        Block::Quote(blocks) | Block::Note(_, blocks) => {
            blocks.iter().for_each(|block| add_words(block, words));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_wanted_again_and_again_is_found_at_once() {
        let mut counter = Counter::default();
        let mut named = |wanted: &str| {
            let mut id = wanted.to_owned();
            counter.name(&mut id);
            id
        };
        assert_eq!(
            [named("a"), named("a-3"), named("a"), named("a"), named("p-1")].join(" "),
            "a a-3 a-2 a-4 p-1-2"
        );
        // (Counted from one each time, these would take minutes.)
        let last = (0..50_000).map(|_| named("b")).last();
        assert_eq!(last.as_deref(), Some("b-50000"));
    }
}
