//! The text of a document → what it is made of: headings, paragraphs, list items, rows of tables.
//!
//! In: Markdown as converters leave it, or plain text. Out: blocks in order, each with its line. It
//! joins wrapped lines and knows where pages break; what a block means is for others to say, and
//! marks inside a line are left as they are.

mod lines;

pub(super) use self::lines::{is_bold, is_field, is_point, spaced_tables};

/// A piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    /// The line it starts at, from 1.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a piece of a document is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A heading, its level as marked, 1 to 6.
    Heading {
        /// As marked.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words, on one line.
        text: String,
        /// Whether it starts with a lone space, as where a converter lost the bullet.
        indented: bool,
    },
    /// An item of a list.
    Item {
        /// How many columns it is indented.
        indent: usize,
        /// What stands before it.
        marker: Marker,
        /// Its words, on one line.
        text: String,
    },
    /// A row of a table.
    Row {
        /// Its cells.
        cells: Vec<String>,
        /// Whether a ruler under it says that it is the head.
        head: bool,
    },
    /// The note at the foot of a page or of the document.
    Note {
        /// Its mark.
        label: String,
        /// Its words.
        text: String,
    },
    /// Where a page ends, as far as the text shows it.
    PageBreak,
}

/// What stands before a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    /// A bullet of any kind.
    Bullet,
    /// A number or letter, as in `3.` or `iv.`; the text without its full stop.
    Number(String),
}

impl Block {
    /// The words of a heading, a paragraph, an item or a note; empty for others.
    pub(crate) fn text(&self) -> &str {
        match &self.kind {
            Kind::Heading { text, .. }
            | Kind::Paragraph { text, .. }
            | Kind::Item { text, .. }
            | Kind::Note { text, .. } => text,
            Kind::Row { .. } | Kind::PageBreak => "",
        }
    }

    /// Its words; of a row those of its one filled cell, as of a box that was drawn as a table.
    pub(crate) fn words(&self) -> &str {
        let mut filled = self.cells().unwrap_or_default().iter().filter(|cell| !cell.is_empty());
        match (filled.next(), filled.next()) {
            (Some(only), None) => only,
            _ => self.text(),
        }
    }

    /// Every text in it, to be changed.
    pub(crate) fn texts_mut(&mut self) -> Vec<&mut String> {
        match &mut self.kind {
            Kind::Heading { text, .. }
            | Kind::Paragraph { text, .. }
            | Kind::Item { text, .. }
            | Kind::Note { text, .. } => vec![text],
            Kind::Row { cells, .. } => cells.iter_mut().collect(),
            Kind::PageBreak => Vec::new(),
        }
    }

    /// The cells of a row.
    pub(crate) fn cells(&self) -> Option<&[String]> {
        match &self.kind {
            Kind::Row { cells, .. } => Some(cells),
            _ => None,
        }
    }
}

/// So many empty lines in a row are a page break: a converter leaves one or two.
const LINES_OF_A_PAGE_BREAK: usize = 3;

/// Reads the blocks of a text.
pub(crate) fn read(text: &str) -> Vec<Block> {
    let mut reader = Reader { blocks: Vec::new(), last: "", open: false, empty: 0 };
    for (n, line) in text.lines().enumerate() {
        // A form feed is how `pdftotext` ends a page.
        for (part, piece) in line.split('\u{c}').enumerate() {
            if part > 0 {
                reader.page_break(n + 1);
            }
            if part == 0 || !piece.trim().is_empty() {
                reader.line(n + 1, piece);
            }
        }
    }
    while matches!(reader.blocks.last(), Some(Block { kind: Kind::PageBreak, .. })) {
        reader.blocks.pop();
    }
    reader.blocks
}

struct Reader<'t> {
    blocks: Vec<Block>,
    /// The line before, where the next one may go on with it.
    last: &'t str,
    /// Whether the next line may continue the last block.
    open: bool,
    /// How many empty lines came just before.
    empty: usize,
}

impl<'t> Reader<'t> {
    fn line(&mut self, number: usize, line: &'t str) {
        if line.trim().is_empty() && !line.contains('\t') {
            self.empty += 1;
            self.open = false;
            if self.empty == LINES_OF_A_PAGE_BREAK {
                self.page_break(number);
            }
            return;
        }
        let after_empty = std::mem::take(&mut self.empty) > 0;
        let kind = self.kind_of(line, after_empty);
        self.last = line.trim();
        if let Some(kind) = kind {
            self.open = matches!(kind, Kind::Paragraph { .. } | Kind::Item { .. } | Kind::Note { .. });
            self.blocks.push(Block { line: number, kind });
        }
    }

    fn page_break(&mut self, line: usize) {
        self.open = false;
        let again = self.blocks.last().is_none_or(|last| last.kind == Kind::PageBreak);
        if !again {
            self.blocks.push(Block { line, kind: Kind::PageBreak });
        }
    }

    /// What a line starts; `None` where it continues the last block or marks it.
    fn kind_of(&mut self, line: &str, after_empty: bool) -> Option<Kind> {
        let trimmed = line.trim();
        if let Some(kind) = self.bare_bars(trimmed, after_empty) {
            return kind;
        }
        if let Some(cells) = self.row(line, after_empty) {
            if is_ruler(&cells) {
                if let Some(Kind::Row { head, .. }) = self.blocks.last_mut().map(|block| &mut block.kind) {
                    *head = true;
                }
                return None;
            }
            return Some(Kind::Row { cells, head: false });
        }
        if let Some((level, text)) = heading(trimmed) {
            return Some(Kind::Heading { level, text: text.to_owned() });
        }
        if let Some(level) = self.underline(trimmed) {
            if let Some(last) = self.blocks.last_mut() {
                last.kind = Kind::Heading { level, text: last.text().to_owned() };
            }
            self.open = false;
            return None;
        }
        if let Some((label, text)) = note(trimmed) {
            return Some(Kind::Note { label, text });
        }
        if let Some((marker, text)) = item(trimmed) {
            let indent = line.chars().take_while(|letter| letter.is_whitespace()).map(columns).sum();
            return Some(Kind::Item { indent, marker, text: text.to_owned() });
        }
        // Only the very first line can be one, and not the one below it.
        let is_first = matches!(self.blocks.as_slice(), [only] if only.text() == self.last);
        let opens = is_first && lines::is_title(self.last, trimmed);
        let starts = opens || lines::starts_anew(self.last, trimmed);
        if self.open
            && !starts
            && let Some(last) = self.blocks.last_mut().and_then(|block| block.texts_mut().pop())
        {
            last.push(' ');
            last.push_str(trimmed);
            return None;
        }
        let indented = line.starts_with(' ') && !line.starts_with("  ");
        Some(Kind::Paragraph { text: trimmed.to_owned(), indented })
    }

    /// A table whose lines have bars between the cells and none at the ends: `Some(None)` for the ruler
    /// under its head, which is a paragraph of one line so far.
    fn bare_bars(&mut self, line: &str, after_empty: bool) -> Option<Option<Kind>> {
        if line.starts_with('|') || !line.contains('|') || after_empty {
            return None;
        }
        let cells = bar_cells(line);
        match self.blocks.last_mut().map(|block| &mut block.kind) {
            Some(Kind::Row { cells: above, .. }) if above.len() == cells.len() => {
                Some(Some(Kind::Row { cells, head: false }))
            }
            Some(kind @ Kind::Paragraph { .. }) if self.open && is_ruler(&cells) => {
                let head = bar_cells(self.last);
                let Kind::Paragraph { text, .. } = &*kind else { return None };
                let fits = head.len() == cells.len() && *text == self.last;
                fits.then(|| *kind = Kind::Row { cells: head, head: true }).map(|()| {
                    self.open = false;
                    None
                })
            }
            _ => None,
        }
    }

    /// The cells of a line that is a row: cut by tabs, or by upright bars.
    fn row(&self, line: &str, after_empty: bool) -> Option<Vec<String>> {
        if let Some(bars) = line.trim().strip_prefix('|') {
            return Some(bar_cells(bars));
        }
        let first_tab = line.find('\t')?;
        let lead = line.get(..first_tab).unwrap_or_default().trim();
        let rest = line.get(first_tab..).unwrap_or_default();
        // A tab before a bullet or before the words of a paragraph only indents; but where a table
        // goes on, over a page break too, it is an empty first cell.
        let mut before = self.blocks.iter().rev().map(|block| &block.kind);
        let over_break = matches!(self.blocks.last(), Some(Block { kind: Kind::PageBreak, .. }));
        let width = match before.find(|kind| **kind != Kind::PageBreak) {
            // Two tabs and more do not indent a paragraph, whatever stands between.
            Some(Kind::Row { cells, .. }) if over_break || !after_empty || cells.len() > 2 => cells.len(),
            _ => 0,
        };
        let tabs = line.chars().filter(|letter| *letter == '\t').count();
        let goes_on = width > 1 && tabs + 1 == width;
        let only_indents =
            lead.is_empty() && !rest.trim().contains('\t') && (item(rest.trim()).is_some() || !goes_on);
        let is_list =
            item(line.trim()).is_some_and(|(marker, text)| marker == Marker::Bullet && !text.contains('\t'));
        if only_indents || is_list {
            return None;
        }
        Some(line.trim_matches([' ', '\n']).split('\t').map(|cell| cell.trim().to_owned()).collect())
    }

    /// The level that a line of `=` or `-` under a paragraph makes it.
    fn underline(&self, line: &str) -> Option<u8> {
        let under =
            self.open && matches!(self.blocks.last(), Some(Block { kind: Kind::Paragraph { .. }, .. }));
        let of = |mark: char| line.len() >= 3 && line.chars().all(|letter| letter == mark);
        match (under, of('='), of('-')) {
            (true, true, _) => Some(1),
            (true, _, true) => Some(2),
            _ => None,
        }
    }
}

fn columns(space: char) -> usize {
    if space == '\t' { 4 } else { 1 }
}

/// The cells of a row between upright bars; `\|` is a bar in a cell.
fn bar_cells(line: &str) -> Vec<String> {
    let line = line.trim_end();
    let line = if line.ends_with("\\|") { line } else { line.strip_suffix('|').unwrap_or(line) };
    let mut cells = vec![String::new()];
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek() == Some(&'|') => {
                letters.next();
                if let Some(cell) = cells.last_mut() {
                    cell.push('|');
                }
            }
            '|' => cells.push(String::new()),
            letter => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(letter);
                }
            }
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

fn is_ruler(cells: &[String]) -> bool {
    !cells.is_empty()
        && cells
            .iter()
            .all(|cell| cell.contains("--") && cell.chars().all(|letter| matches!(letter, '-' | ':')))
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    if (1..=6).contains(&level) && text.starts_with([' ', '\t']) {
        return Some((level as u8, text.trim().trim_end_matches('#').trim_end()));
    }
    None
}

/// A footnote: `[^1]: …`, `<sup>1</sup> …`, also where a converter made `<sup>&</sup>lt;sup>1</sup>` of it.
fn note(line: &str) -> Option<(String, String)> {
    let rest = line.strip_prefix("[^").map(|rest| rest.split_once("]:")).unwrap_or_else(|| {
        ["<sup>&</sup>lt;sup>", "&lt;sup>", "&lt;sup&gt;", "<sup>"]
            .into_iter()
            .find_map(|mark| line.strip_prefix(mark))
            .and_then(|rest| rest.split_once("</sup>").or_else(|| rest.split_once("&lt;/sup&gt;")))
    });
    let (label, text) = rest?;
    let label = label.trim();
    let is_label = !label.is_empty() && label.len() <= 3 && label.chars().all(char::is_alphanumeric);
    (is_label && !text.trim().is_empty()).then(|| (label.to_owned(), text.trim().to_owned()))
}

/// Bullets that word processors and converters make; the private-use ones are Symbol and Wingdings.
const BULLETS: &[char] = &[
    '-', '*', '+', '•', '·', '▪', '▫', '◦', '‣', '⁃', '○', '●', '■', '□', '–', '—', '►', '➢', '✓',
    '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}', '\u{2610}',
];

/// The marker and the words of a list item.
pub(crate) fn item(line: &str) -> Option<(Marker, &str)> {
    let mut text = line;
    let mut marker = None;
    // Converters put their own bullet before the one that was there.
    while let Some(rest) = text.strip_prefix(BULLETS)
        && rest.starts_with([' ', '\t', '\u{a0}'])
        && !rest.trim().is_empty()
    {
        text = rest.trim_start();
        marker = Some(Marker::Bullet);
    }
    if let Some((number, rest)) = numbered(text) {
        return Some((Marker::Number(number.to_owned()), rest));
    }
    marker.map(|marker| (marker, text))
}

/// `3. …`, `3) …`, `iv. …`, `b) …`.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let end = text.find(['.', ')'])?;
    let number = text.get(..end)?;
    let rest = text.get(end + 1..)?;
    let digits = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let roman = (1..=5).contains(&number.len()) && number.bytes().all(|byte| b"ivx".contains(&byte));
    let letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase());
    let spaced = rest.starts_with([' ', '\t', '\u{a0}']) && !rest.trim().is_empty();
    ((digits || roman || letter) && spaced).then(|| (number, rest.trim_start()))
}

#[cfg(test)]
mod tests;
