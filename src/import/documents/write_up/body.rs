//! The blocks of a write-up → the pieces of a body: real tables, real lists, footnotes.
//!
//! In: clean blocks, their headings settled. Out: pieces in order. A table goes on over page breaks
//! and over what a converter could not keep in its columns; paragraphs that lost their bullets become
//! lists again. Each decision that could be wrong is a doubt.

use std::collections::BTreeMap;

use super::super::block::{Block, Kind};
use super::super::doubts::{Doubts, quoted};
use super::super::lists;
use super::super::markdown::{Entry, Piece};
use super::super::meeting::cardinal;
use super::super::rules::{LEFT_OUT, LOST_FOOTNOTE_MARK, PRESUMED_LIST};
use super::loose;
use super::table::{Table, is_head, labelled};
use crate::model::write_up::table::Columns;

/// Makes the pieces of a body.
pub(in crate::import::documents) fn assemble(blocks: &[Block], doubts: &mut Doubts) -> Vec<Piece> {
    let mut maker = Maker { blocks, doubts, pieces: Vec::new(), wordings: BTreeMap::new(), table: None };
    let mut n = 0;
    while let Some(block) = blocks.get(n) {
        n = match &block.kind {
            Kind::Row { .. } => maker.rows(n),
            Kind::Item { .. } => maker.items(n),
            Kind::Paragraph { .. } => maker.paragraph(n),
            Kind::Note { label, text } => maker.note(n, label, text),
            Kind::Heading { level, text } => {
                maker.table = None;
                maker.pieces.push(Piece::Heading(*level, text.clone()));
                n + 1
            }
            Kind::PageBreak => n + 1,
        };
    }
    maker.pieces
}

struct Maker<'b> {
    blocks: &'b [Block],
    doubts: &'b mut Doubts,
    pieces: Vec<Piece>,
    /// The actions known so far, by number.
    wordings: BTreeMap<u32, String>,
    /// The head of the last table of this section, which a table without one goes on with.
    table: Option<(Vec<String>, Option<Columns>)>,
}

impl Maker<'_> {
    /// A table, with all its parts; the block after it.
    fn rows(&mut self, from: usize) -> usize {
        let mut n = from;
        let mut table: Option<Table> = None;
        let mut after_break = false;
        while let Some(block) = self.blocks.get(n) {
            match &block.kind {
                Kind::PageBreak => after_break = true,
                Kind::Row { cells, head } => {
                    let heads = *head || is_head(cells);
                    match table.as_mut() {
                        Some(open) if heads && open.head == *cells => {
                            self.doubts.at(
                                block.line,
                                &LEFT_OUT,
                                "the head of the table stands here again; it is left out",
                            );
                        }
                        Some(open) if !heads => open.row(block.line, cells, after_break, self.doubts),
                        _ => {
                            self.close(table.take());
                            table = Some(self.open(block.line, cells, heads));
                        }
                    }
                    after_break = false;
                }
                _ => break,
            }
            n += 1;
        }
        self.close(table);
        self.torn(n)
    }

    /// Starts a table at its head, or goes on with the one above.
    fn open(&mut self, line: usize, cells: &[String], heads: bool) -> Table {
        if heads {
            let columns = Columns::of(&cells.iter().map(String::as_str).collect::<Vec<_>>());
            self.table = Some((cells.to_vec(), columns.clone()));
            return Table::new(cells.to_vec(), columns);
        }
        let above = self.table.clone().filter(|(head, _)| head.len() == cells.len());
        let (head, columns) = above.unwrap_or_else(|| (vec![String::new(); cells.len()], None));
        let mut table = Table::new(head, columns);
        table.row(line, cells, false, self.doubts);
        table
    }

    fn close(&mut self, table: Option<Table>) {
        let Some(table) = table else { return };
        self.wordings.extend(table.wordings());
        self.pieces.push(Piece::Table(table.head, table.rows));
    }

    /// What stands between this table of a discussion and its next part, if that is torn rows.
    fn torn(&mut self, from: usize) -> usize {
        let Some((head, Some(Columns::Discussion { .. }))) = self.table.clone() else { return from };
        let rest = self.blocks.get(from..).unwrap_or_default();
        let ends = |block: &Block| matches!(block.kind, Kind::Heading { .. } | Kind::Row { .. });
        let Some(length) = rest.iter().position(ends) else { return from };
        let goes_on = rest
            .get(length)
            .and_then(Block::cells)
            .is_some_and(|cells| cells.len() == head.len() && !is_head(cells));
        let between = rest.get(..length).unwrap_or_default();
        let texts: Vec<Block> = between
            .iter()
            .filter(|block| matches!(block.kind, Kind::Paragraph { .. } | Kind::Item { .. }))
            .cloned()
            .collect();
        if !goes_on || !loose::is_torn(&texts) {
            return from;
        }
        let mut entries = loose::pair(&texts, &self.wordings, self.doubts);
        entries.iter_mut().for_each(|entry| entry.text = labelled(&entry.text));
        self.pieces.push(Piece::List(entries));
        for (n, block) in between.iter().enumerate() {
            if let Kind::Note { label, text } = &block.kind {
                self.note(from + n, label, text);
            }
        }
        from + length
    }

    /// A list, over page breaks too.
    fn items(&mut self, from: usize) -> usize {
        let belongs = |block: &&Block| matches!(block.kind, Kind::Item { .. } | Kind::PageBreak);
        let run: Vec<&Block> = self.blocks.iter().skip(from).take_while(belongs).collect();
        let items = run.iter().filter_map(|block| match &block.kind {
            Kind::Item { indent, marker, text } => Some((*indent, marker, text.as_str())),
            _ => None,
        });
        let mut entries = lists::nest(items);
        entries.iter_mut().for_each(|entry| entry.text = labelled(&entry.text));
        self.pieces.push(Piece::List(entries));
        from + run.len()
    }

    fn paragraph(&mut self, from: usize) -> usize {
        let Some(block) = self.blocks.get(from) else { return from + 1 };
        let text = block.text();
        self.pieces.push(Piece::Paragraph(labelled(text)));
        if text.trim_end().ends_with(':') { self.bare_list(from + 1) } else { from + 1 }
    }

    /// A list that lost its bullets, after a colon.
    fn bare_list(&mut self, from: usize) -> usize {
        let belongs = |block: &&Block| block.kind == Kind::PageBreak || is_bare_item(block);
        let length = self.blocks.iter().skip(from).take_while(belongs).count();
        let run = self.blocks.get(from..from + length).unwrap_or_default();
        let items: Vec<&Block> = run.iter().filter(|block| block.kind != Kind::PageBreak).collect();
        let (Some(first), true) = (items.first(), items.len() >= 3) else { return from };
        let after = self.blocks.get(from + length);
        let order = after.filter(|block| speaks_of_order(block.text()));
        let texts = items.iter().map(|block| block.text().replace("**", "").trim().to_owned());
        let entries =
            texts.zip(1u32..).map(|(text, number)| Entry { depth: 0, number: order.map(|_| number), text });
        let entries: Vec<Entry> = entries.collect();
        self.doubts.at(
            first.line,
            &PRESUMED_LIST,
            format!("{} short paragraphs are read as a list", entries.len()),
        );
        if let Some(order) = order {
            let top = first_counted(order.text());
            let first = top.map(|top| format!(" the first {top} of")).unwrap_or_default();
            let message = format!(
                "the list above is numbered, since {} says that it was put in order; that holds for{first} its {} items",
                quoted(order.text(), 80),
                entries.len()
            );
            self.doubts.at(order.line, &PRESUMED_LIST, message);
        }
        self.pieces.push(Piece::List(entries));
        from + length
    }

    /// A footnote; one whose mark is lost gets it where the page ended.
    fn note(&mut self, n: usize, label: &str, text: &str) -> usize {
        let mark = format!("[^{label}]");
        let has_mark = self.blocks.iter().any(|block| match &block.kind {
            Kind::Note { .. } | Kind::PageBreak => false,
            Kind::Row { cells, .. } => cells.iter().any(|cell| cell.contains(&mark)),
            _ => block.text().contains(&mark),
        });
        if !has_mark {
            self.pieces
                .push(Piece::Paragraph(format!("*Where this note belongs is lost in the source.*{mark}")));
            let line = self.blocks.get(n).map_or(1, |block| block.line);
            let message = format!("the place of note {label}, {}, is lost", quoted(text, 60));
            self.doubts.with_help(
                line,
                &LOST_FOOTNOTE_MARK,
                message,
                format!("move `{mark}` to the words it belongs to"),
            );
        }
        self.pieces.push(Piece::Note(label.to_owned(), text.to_owned()));
        n + 1
    }
}

/// A paragraph of up to ten words that ends without a mark.
fn is_bare_item(block: &Block) -> bool {
    let Kind::Paragraph { text, .. } = &block.kind else { return false };
    let text = text.replace("**", "");
    let text = text.trim();
    text.split_whitespace().count() <= 10
        && text.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
        && text.ends_with(|letter: char| letter.is_alphanumeric() || letter == ')')
}

fn speaks_of_order(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["prioritis", "prioritiz", "priority order", "order of priority", "ranked", "in order of importance"]
        .iter()
        .any(|words| lower.contains(words))
        && lower.contains("list")
}

/// The six of `the top six`, `the first six`.
fn first_counted(text: &str) -> Option<u32> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).find_map(|pair| match pair {
        [top, number] if matches!(*top, "top" | "first") => cardinal(number),
        _ => None,
    })
}
