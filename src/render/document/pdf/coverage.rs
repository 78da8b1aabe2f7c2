//! Characters that no font has: found before Typst meets them, because one bullet out of a Word
//! file would else cost the whole PDF.
//!
//! In: a document and the fonts. Out: the document with something visible in place of each such
//! character, and which they were.

use std::collections::{BTreeMap, BTreeSet};

use typst::text::Font;

use crate::render::document::label;
use crate::render::document::tree::{Block, Document, Inline};

/// Puts something visible in place of every character that no font has.
pub(super) fn substitute(document: &mut Document, fonts: &[Font]) -> BTreeSet<char> {
    let mut glyphs = Glyphs { fonts, known: BTreeMap::new(), missing: BTreeSet::new() };
    for words in [&mut document.archive, &mut document.title, &mut document.short, &mut document.number] {
        glyphs.mend(words);
    }
    document.authors.iter_mut().for_each(|author| glyphs.mend(author));
    document.facts.iter_mut().for_each(|fact| glyphs.mend(&mut fact.label));
    document.blocks.iter_mut().for_each(|block| glyphs.block(block));
    label::each_line(document, &mut |line| glyphs.line(line));
    glyphs.missing
}

struct Glyphs<'f> {
    fonts: &'f [Font],
    known: BTreeMap<char, bool>,
    missing: BTreeSet<char>,
}

impl Glyphs<'_> {
    /// The words of a block that stand in no line.
    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading(heading) => self.mend(&mut heading.words),
            Block::Verbatim { words } | Block::Withheld { words } => self.mend(words),
            Block::Table(table) => {
                self.mend(&mut table.caption);
                table.columns.iter_mut().for_each(|column| self.mend(&mut column.label));
            }
            Block::Chart(chart) => {
                self.mend(&mut chart.caption);
                // No place to break a word is put into a drawing.
                self.show(&mut chart.svg);
                chart.table.columns.iter_mut().for_each(|column| self.mend(&mut column.label));
            }
            Block::Bars(bars) => {
                self.mend(&mut bars.caption);
                bars.bars.iter_mut().for_each(|bar| self.mend(&mut bar.label));
                bars.table.columns.iter_mut().for_each(|column| self.mend(&mut column.label));
            }
            Block::Positions { positions } => {
                positions.iter_mut().for_each(|position| self.mend(&mut position.party));
            }
            Block::Facts { facts } => facts.iter_mut().for_each(|fact| self.mend(&mut fact.label)),
            Block::Terms { terms } => terms.iter_mut().for_each(|term| self.mend(&mut term.term)),
            Block::List { items, .. } => {
                items.iter_mut().flatten().for_each(|block| self.block(block));
            }
            Block::Quote { blocks } => blocks.iter_mut().for_each(|block| self.block(block)),
            Block::Voice { .. }
            | Block::Paragraph(_)
            | Block::Judgement { .. }
            | Block::History { .. }
            | Block::References { .. } => {}
        }
    }

    fn line(&mut self, line: &mut [Inline]) {
        for piece in line {
            match piece {
                Inline::Text { words } | Inline::Code { words } | Inline::Withheld { words } => {
                    self.mend(words);
                }
                Inline::Mark { words, .. } => self.mend(words),
                Inline::Emphasis { inner }
                | Inline::Strong { inner }
                | Inline::Struck { inner }
                | Inline::Web { inner, .. }
                | Inline::Here { inner, .. } => self.line(inner),
                Inline::Note { blocks, .. } => {
                    for block in blocks {
                        self.block(block);
                        label::lines(block, &mut |line| self.line(line));
                    }
                }
                Inline::Picture(_) | Inline::Break => {}
            }
        }
    }

    fn mend(&mut self, words: &mut String) {
        self.show(words);
        if let Some(broken) = super::breaks::broken(words) {
            *words = broken;
        }
    }

    /// Something visible for each character that no font has.
    fn show(&mut self, words: &mut String) {
        if words.is_ascii() && !words.bytes().any(|byte| byte.is_ascii_control()) {
            return;
        }
        if words.chars().all(|letter| self.has(letter)) {
            return;
        }
        let mut mended = String::with_capacity(words.len() + 8);
        for letter in words.chars() {
            if self.has(letter) {
                mended.push(letter);
                continue;
            }
            self.missing.insert(letter);
            match letter {
                // What Word's Symbol font has for a bullet.
                '\u{f0b7}' | '\u{f0a7}' => mended.push('•'),
                letter => mended.push_str(&format!("[U+{:04X}]", u32::from(letter))),
            }
        }
        *words = mended;
    }

    fn has(&mut self, letter: char) -> bool {
        if let Some(known) = self.known.get(&letter) {
            return *known;
        }
        let known = match letter {
            '\n' | '\t' => true,
            // What is not printed needs no glyph: soft hyphens, joiners, marks of direction.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => true,
            '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => true,
            // Private letters mean nothing outside the font they were made for, and PDF/A refuses them.
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => false,
            letter if letter.is_control() => false,
            letter => self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter))),
        };
        self.known.insert(letter, known);
        known
    }
}
