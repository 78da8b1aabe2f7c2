//! A Word document (`.docx`) → blocks.
//!
//! In: bytes. Out: headings, paragraphs, items, rows and footnotes as `block` makes them of Markdown;
//! the line of a block is the number of its paragraph, since such a document has no lines. What was
//! deleted under track changes stays deleted, what was inserted is there, and both are told, as comments
//! are. The heads and feet of pages stand apart: they may say who may see the document. The words of a box
//! stand after the paragraph that it hangs on. What is struck out or hidden, and pictures, are left out and
//! told.

mod boxes;
mod changes;
mod margins;
mod styles;
#[cfg(test)]
mod tests;
pub(in crate::import) mod xml;

use std::sync::Arc;

use self::boxes::{Boxes, add_line};
use self::changes::Changes;
use self::margins::Margin;
use self::styles::{Looks, Styles, is_on};
use self::xml::{Element, Xml};
use super::block::{Block, Kind, Marker};
use super::doubts::Doubts;
use super::package::Package;
use super::source::unreadable;
use super::unseen::Unseen;
use crate::diag::{Finding, Spot};
use crate::import::Imported;

/// A Word document as read.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// Its text.
    pub(crate) blocks: Vec<Block>,
    /// What stands at the heads and feet of its pages.
    margins: Vec<Margin>,
    /// What was changed or commented on and not settled.
    changes: Changes,
    /// What is there and is not seen.
    unseen: Unseen,
}

impl Document {
    /// Marks the records as the heads and feet of the pages say, and tells what those say and what nobody
    /// has settled.
    pub(crate) fn tell(&self, imported: &mut Imported, doubts: &mut Doubts) {
        margins::mark(&self.margins, imported, doubts);
        self.changes.tell(doubts);
        self.unseen.tell(doubts);
    }
}

/// Reads the blocks of a Word document.
///
/// # Errors
/// A document that is cut, encrypted, or no Word document.
pub(crate) fn blocks(file: &Arc<str>, bytes: &[u8]) -> Result<Vec<Block>, Finding> {
    read(file, bytes).map(|document| document.blocks)
}

/// Reads a Word document.
///
/// # Errors
/// A document that is cut, encrypted, or no Word document.
pub(crate) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Document, Finding> {
    let mut package = Package::open(file, bytes)?;
    let Some(document) = package.part("word/document.xml")? else {
        return Err(unreadable(
            file,
            Spot::File,
            "the document has no part word/document.xml: it is no .docx",
        ));
    };
    let styles = Styles::read(
        &package.part("word/styles.xml")?.unwrap_or_default(),
        &package.part("word/numbering.xml")?.unwrap_or_default(),
    );
    let damaged = |error: String| unreadable(file, Spot::File, format!("the document is damaged: {error}"));
    let mut reader = Reader { styles, ..Reader::default() };
    reader.read(&document).map_err(damaged)?;
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = package.part(part)? {
            reader.note = Some(String::new());
            reader.read(&notes).map_err(damaged)?;
        }
    }
    let margins = margins::read(&mut package)?.map_err(damaged)?;
    Ok(Document { blocks: reader.blocks, margins, changes: reader.changes, unseen: reader.unseen })
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    blocks: Vec<Block>,
    /// How many paragraphs there were.
    paragraphs: usize,
    text: String,
    looks: Looks,
    /// The marks of the run that is open.
    bold: bool,
    italic: bool,
    raised: bool,
    struck: bool,
    hidden: bool,
    /// Whether the style of the open paragraph strikes its words out, and whether it hides them.
    styled: (bool, bool),
    /// Inside the properties of a run, where `w:b` says how it looks.
    in_run: bool,
    /// Tables that are open, the innermost last.
    tables: Vec<Table>,
    /// How many elements are open in which nothing is read.
    skipping: usize,
    /// The label of the note that is open; empty between notes.
    note: Option<String>,
    /// Whether a page break came that is not put down yet.
    page_break: bool,
    /// The number of the open paragraph.
    number: usize,
    boxes: Boxes,
    changes: Changes,
    unseen: Unseen,
}

#[derive(Default)]
struct Table {
    line: usize,
    cells: Vec<String>,
    /// The row before, whose cells may go on in this one.
    above: Vec<String>,
    head: bool,
    cell: String,
    span: usize,
    continues: bool,
}

/// Elements in which nothing stands that a reader of the document sees, or stands twice.
const SKIPPED: &[&str] = &["del", "moveFrom", "Fallback", "instrText", "rPrChange", "pPrChange"];

impl Reader {
    fn read(&mut self, part: &str) -> Result<(), String> {
        let mut xml = Xml::of(part);
        while let Some(element) = xml.next()? {
            match element {
                Element::Open(name, _) if SKIPPED.contains(&name.as_str()) => {
                    self.skipping += 1;
                    self.changes.open(&name, None);
                }
                Element::Close(name) if SKIPPED.contains(&name.as_str()) => {
                    self.skipping = self.skipping.saturating_sub(1);
                    self.changes.close(&name);
                }
                // Struck out, and in nothing else that is skipped.
                Element::Text(text)
                    if self.skipping > 0
                        && self.changes.strikes(self.skipping)
                        && (xml.inside("delText") || xml.inside("t")) =>
                {
                    self.changes.struck(&text);
                }
                _ if self.skipping > 0 => {}
                Element::Open(name, _) if self.opens_box(&name) => {}
                Element::Close(name) if self.closes_box(&name) => {}
                // Of a drawing only the words of its boxes are read.
                _ if self.boxes.is_drawing() => {}
                Element::Open(name, attributes) => self.open(&name, &attributes),
                Element::Close(name) => self.close(&name),
                Element::Text(text) if xml.inside("t") => self.words(&text),
                Element::Text(_) => {}
            }
        }
        self.skipping = 0;
        self.put_boxes();
        Ok(())
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let value =
            |key: &str| attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
        self.changes.open(name, value("id"));
        let on = is_on(value("val"));
        match name {
            "p" => {
                self.paragraphs += 1;
                self.number = self.paragraphs;
                self.looks = Looks::default();
                self.styled = (false, false);
            }
            "pStyle" => {
                let style = value("val").unwrap_or_default();
                (self.looks, self.styled) = (self.styles.looks(style), self.styles.unseen(style));
            }
            "outlineLvl" => self.looks.outline(value("val").unwrap_or_default()),
            "numId" => self.looks.list = value("val").and_then(|id| id.parse().ok()).or(self.looks.list),
            "ilvl" => self.looks.level = value("val").and_then(|level| level.parse().ok()).unwrap_or(0),
            "r" => {
                (self.bold, self.italic, self.raised, self.in_run) = (false, false, false, true);
                (self.struck, self.hidden) = self.styled;
            }
            "rStyle" if self.in_run => {
                let (struck, hidden) = self.styles.unseen(value("val").unwrap_or_default());
                (self.struck, self.hidden) = (self.struck || struck, self.hidden || hidden);
            }
            "strike" | "dstrike" if self.in_run => self.struck = on,
            "vanish" if self.in_run => self.hidden = on,
            "b" if self.in_run => self.bold = on,
            "i" if self.in_run => self.italic = on,
            "vertAlign" if self.in_run => self.raised = value("val") == Some("superscript"),
            "tab" if self.in_run && self.is_unseen(" ") => {}
            "tab" if self.in_run => {
                self.text.push(' ');
                self.changes.words(" ");
            }
            "br" if value("type") == Some("page") => self.page_break = true,
            "br" | "cr" if self.in_run && self.is_unseen(" ") => {}
            "br" | "cr" if self.in_run => {
                self.text.push_str("<br>");
                self.changes.words(" ");
            }
            "noBreakHyphen" => self.text.push('‑'),
            "footnoteReference" | "endnoteReference" => {
                self.text.push_str(&format!("<sup>{}</sup>", value("id").unwrap_or_default()));
            }
            "footnote" | "endnote" => {
                // Separators between text and notes are notes of a type.
                let is_note = value("type").is_none_or(|kind| kind == "normal");
                self.note =
                    Some(if is_note { value("id").unwrap_or_default().to_owned() } else { String::new() });
            }
            "tbl" => self.tables.push(Table::default()),
            "tr" => {
                let line = self.paragraphs + 1;
                if let Some(table) = self.tables.last_mut() {
                    (table.line, table.head) = (line, false);
                    table.cells.clear();
                }
            }
            "tblHeader" => self.in_table(|table| table.head = on),
            "tc" => self.in_table(|table| {
                table.cell.clear();
                (table.span, table.continues) = (1, false);
            }),
            "gridSpan" => {
                // No real table has more columns than this.
                let span = value("val").and_then(|span| span.parse::<usize>().ok()).unwrap_or(1).clamp(1, 30);
                self.in_table(|table| table.span = span);
            }
            "vMerge" => self.in_table(|table| table.continues = value("val") != Some("restart")),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        self.changes.close(name);
        match name {
            "r" => self.in_run = false,
            "p" => {
                self.paragraph();
                self.put_boxes();
            }
            "tc" => self.in_table(|table| {
                let text = std::mem::take(&mut table.cell);
                let above = table.above.get(table.cells.len()).cloned().unwrap_or_default();
                table.cells.push(if table.continues { above } else { text });
                table.cells.extend((1..table.span).map(|_| String::new()));
            }),
            "tr" => {
                let Some(table) = self.tables.last_mut() else { return };
                let (line, head, cells) = (table.line, table.head, std::mem::take(&mut table.cells));
                table.above.clone_from(&cells);
                // A table in a cell gives its words to that cell.
                if self.tables.len() > 1 {
                    let words =
                        cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ");
                    let outer = self.tables.len() - 2;
                    if let Some(table) = self.tables.get_mut(outer) {
                        add_line(&mut table.cell, &words);
                    }
                } else if cells.iter().any(|cell| !cell.is_empty()) {
                    self.break_page(line);
                    self.blocks.push(Block { line, kind: Kind::Row { cells, head } });
                }
            }
            "tbl" => {
                self.tables.pop();
            }
            "footnote" | "endnote" => self.note = Some(String::new()),
            _ => {}
        }
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    /// Whether words stand where they are not seen; then they are noted.
    fn is_unseen(&mut self, words: &str) -> bool {
        if self.hidden {
            self.unseen.hidden(words);
        } else if self.struck {
            self.unseen.struck(words);
        }
        self.hidden || self.struck
    }

    fn words(&mut self, words: &str) {
        if self.is_unseen(words) {
            return;
        }
        self.changes.words(words);
        let mut text = String::with_capacity(words.len());
        for letter in words.chars() {
            match letter {
                '<' => text.push_str("&lt;"),
                '&' => text.push_str("&amp;"),
                '*' | '`' => {
                    text.push('\\');
                    text.push(letter);
                }
                letter => text.push(letter),
            }
        }
        let marks = [(self.bold, "b"), (self.italic, "i"), (self.raised, "sup")];
        for (_, tag) in marks.iter().filter(|(on, _)| *on) {
            // Runs that look the same are one: Word cuts them where it likes.
            let end = format!("</{tag}>");
            match self.text.strip_suffix(&end).map(str::len) {
                Some(before) => self.text.truncate(before),
                None => self.text.push_str(&format!("<{tag}>")),
            }
        }
        self.text.push_str(&text);
        for (_, tag) in marks.iter().rev().filter(|(on, _)| *on) {
            self.text.push_str(&format!("</{tag}>"));
        }
    }

    /// Puts a paragraph down where it belongs: in a cell, among the notes, or in the text.
    fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        // In a table the row has the line that is shown.
        let shown = self.tables.first().map_or(self.number, |table| table.line);
        self.changes.paragraph(shown);
        self.unseen.paragraph(shown);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.replace("<br>", "").trim().is_empty() {
            return;
        }
        if let Some(table) = self.tables.last_mut() {
            let text = if self.looks.list.is_some() { format!("<li>{text}</li>") } else { text };
            add_line(&mut table.cell, &text);
            return;
        }
        let line = self.number;
        if let Some(label) = &self.note {
            if label.is_empty() {
                return;
            }
            let label = label.clone();
            match self.blocks.last_mut().map(|block| &mut block.kind) {
                // A note of several paragraphs is one note.
                Some(Kind::Note { label: open, text: words }) if *open == label => {
                    words.push(' ');
                    words.push_str(&text);
                }
                _ => self.blocks.push(Block { line, kind: Kind::Note { label, text } }),
            }
            return;
        }
        self.break_page(line);
        // Numbering 0 takes a paragraph out of the list that its style puts it in.
        let list = self.looks.list.filter(|list| *list != 0);
        let kind = match (self.looks.heading, list) {
            (Some(level), _) => Kind::Heading { level, text },
            (None, Some(list)) => {
                let marker = self.styles.marker(list, self.looks.level);
                Kind::Item {
                    indent: usize::from(self.looks.level) * 2,
                    marker: marker.unwrap_or(Marker::Bullet),
                    text,
                }
            }
            (None, None) => Kind::Paragraph { text, indented: false },
        };
        self.blocks.push(Block { line, kind });
    }

    fn break_page(&mut self, line: usize) {
        if std::mem::take(&mut self.page_break) && !self.blocks.is_empty() {
            self.blocks.push(Block { line, kind: Kind::PageBreak });
        }
    }
}
