//! Markdown → the tables and runs of text of a write-up, in order, with their places.
//!
//! In: a body. Out: `Blocks`. It says what stands where and nothing about what it means.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{plain, words};
use crate::model::text;

/// What a write-up is made of.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// Every run of text, in the order of the body.
    pub(super) runs: Vec<Run>,
    /// Every table, in the order of the body.
    pub(super) tables: Vec<Table>,
    /// The body with code, links, images and tags with attributes blanked, byte for byte as long.
    pub(super) masked: String,
}

/// Text that nothing but emphasis and the like interrupts: a paragraph, the first lines of a list
/// item, a heading, a cell.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) at: Range<usize>,
    pub(super) kind: RunKind,
    /// Whether the heading above says that here is a list of actions.
    pub(super) in_actions: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunKind {
    Prose,
    /// The first run of an item.
    Item {
        /// Which list of the body it is in.
        list: usize,
        /// Its number, in an ordered list.
        number: Option<u32>,
        /// Whether the list is in no other list.
        top: bool,
    },
    Heading,
    Cell,
}

/// A table: the cells of its head, and its rows.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) head: Vec<Range<usize>>,
    pub(super) rows: Vec<Row>,
    /// The index of the heading above.
    pub(super) section: Option<usize>,
}

/// A row and its cells, each without the space around it.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) at: Range<usize>,
    pub(super) cells: Vec<Range<usize>>,
}

/// Reads the blocks of a body.
pub(super) fn of(text: &str) -> Blocks {
    let mut walk = Walk { text, masked: text.as_bytes().to_vec(), ..Walk::default() };
    for (event, range) in Parser::new_ext(text, text::markdown()).into_offset_iter() {
        walk.step(event, range);
    }
    walk.finish_run();
    // Only whole events are blanked, so this is UTF-8 as before.
    walk.blocks.masked = String::from_utf8(walk.masked).unwrap_or_default();
    walk.blocks
}

#[derive(Default)]
struct Walk<'t> {
    text: &'t str,
    masked: Vec<u8>,
    blocks: Blocks,
    headings: usize,
    /// The level of the heading under which everything is a list of actions.
    actions_level: Option<u8>,
    /// Open lists: which one, and the number of the next item.
    lists: Vec<(usize, Option<u64>)>,
    lists_seen: usize,
    /// The item whose first run has not come yet.
    item: Option<RunKind>,
    in_heading: Option<u8>,
    in_cell: bool,
    run: Option<Range<usize>>,
    /// Inside `<a>` or `<code>`, from this byte.
    raw_from: Option<usize>,
}

/// What blanked bytes become: no letter, no space, no mark.
const BLANK: u8 = 1;

impl Walk<'_> {
    fn step(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::Code(_) => {
                self.blank(range.clone());
                self.extend(range);
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::Text(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::FootnoteReference(_) => self.extend(range),
            Event::InlineHtml(html) => {
                self.inline_html(&html, range.clone());
                self.extend(range);
            }
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => {
                self.finish_run();
                self.blank(range);
            }
            Event::Start(tag) => self.open(&tag, range),
            Event::End(tag) => self.close(tag),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        self.finish_run();
        match tag {
            Tag::Heading { level, .. } => self.in_heading = Some(*level as u8),
            Tag::List(start) => {
                self.lists.push((self.lists_seen, *start));
                self.lists_seen += 1;
            }
            Tag::Item => {
                let top = self.lists.len() == 1;
                if let Some((list, next)) = self.lists.last_mut() {
                    let number = next.and_then(|number| u32::try_from(number).ok());
                    self.item = Some(RunKind::Item { list: *list, number, top });
                    *next = next.map(|number| number.saturating_add(1));
                }
            }
            Tag::Table(_) => {
                let section = self.headings.checked_sub(1);
                self.blocks.tables.push(Table { section, ..Table::default() });
            }
            Tag::TableRow => {
                if let Some(table) = self.blocks.tables.last_mut() {
                    table.rows.push(Row { at: range, cells: Vec::new() });
                }
            }
            Tag::TableCell => {
                let cell = trimmed(self.text, range);
                if let Some(table) = self.blocks.tables.last_mut() {
                    match table.rows.last_mut() {
                        Some(row) => row.cells.push(cell.clone()),
                        None => table.head.push(cell.clone()),
                    }
                }
                self.in_cell = true;
                self.push(cell, RunKind::Cell);
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link | TagEnd::Image | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
            TagEnd::TableCell => {
                self.raw_from = None;
                self.run = None;
                self.in_cell = false;
            }
            TagEnd::List(_) => {
                self.finish_run();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.finish_run();
                self.item = None;
            }
            TagEnd::Heading(_) => {
                self.finish_run();
                self.in_heading = None;
                self.headings += 1;
            }
            _ => self.finish_run(),
        }
    }

    fn extend(&mut self, range: Range<usize>) {
        match &mut self.run {
            Some(run) => run.end = run.end.max(range.end),
            None => self.run = Some(range),
        }
    }

    /// Closes the run that is open; a cell's run is known from its range already.
    fn finish_run(&mut self) {
        self.raw_from = None;
        let Some(run) = self.run.take() else { return };
        if self.in_cell {
            return;
        }
        let run = trimmed(self.text, run);
        if let Some(level) = self.in_heading {
            let title = plain::of(&self.text[run.clone()]);
            if words::is_actions_heading(&title) {
                self.actions_level = Some(level);
            } else if self.actions_level.is_some_and(|above| level <= above) {
                self.actions_level = None;
            }
            self.push(run, RunKind::Heading);
        } else {
            let kind = self.item.take().unwrap_or(RunKind::Prose);
            self.push(run, kind);
        }
    }

    fn push(&mut self, at: Range<usize>, kind: RunKind) {
        self.blocks.runs.push(Run { at, kind, in_actions: self.actions_level.is_some() });
    }

    /// Tags that only set text off stay; others are blanked, and what is in a link or in code too.
    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        let name: String =
            html.chars().skip(1).take_while(|letter| *letter == '/' || letter.is_alphanumeric()).collect();
        match name.to_ascii_lowercase().as_str() {
            "a" | "code" | "kbd" | "samp" => {
                self.raw_from = self.raw_from.or(Some(range.start));
                self.blank(range);
            }
            "/a" | "/code" | "/kbd" | "/samp" => {
                let from = self.raw_from.take().unwrap_or(range.start);
                self.blank(from..range.end);
            }
            _ if html.contains(['=', '!', '?']) => self.blank(range),
            _ => {}
        }
    }

    fn blank(&mut self, range: Range<usize>) {
        if let Some(bytes) = self.masked.get_mut(range) {
            bytes.fill(BLANK);
        }
    }
}

/// A range without the space at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(slice) = text.get(range.clone()) else { return range.start..range.start };
    let start = range.start + (slice.len() - slice.trim_start().len());
    start..(start + slice.trim().len())
}
