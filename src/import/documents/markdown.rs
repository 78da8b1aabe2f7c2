//! Headings, paragraphs, lists and tables → Markdown as the archive has it.
//!
//! In: pieces whose texts are clean. Out: GFM with `-` as the only bullet, tables with bars, tight
//! lists, one empty line between pieces. It decides nothing about what is in a body.

use super::block::Marker;

/// A piece of a body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    /// A heading and its level, 2 to 6 in a body.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<Entry>),
    /// A table: its head and its rows.
    Table(Vec<String>, Vec<Vec<String>>),
    /// A footnote: its label and its words.
    Note(String, String),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// How deep it is nested, from 0; at most one deeper than the item before.
    pub(crate) depth: usize,
    /// Its number, in a numbered list.
    pub(crate) number: Option<u32>,
    /// Its words.
    pub(crate) text: String,
}

impl Entry {
    /// An item with a bullet.
    pub(crate) fn bullet(depth: usize, text: impl Into<String>) -> Self {
        Entry { depth, number: None, text: text.into() }
    }
}

/// Writes a body; ends with a line end unless it is empty.
pub(crate) fn write(pieces: &[Piece]) -> String {
    let mut body = String::new();
    for piece in pieces {
        if !body.is_empty() {
            body.push('\n');
        }
        match piece {
            Piece::Heading(level, text) => {
                let marks = usize::from(*level).clamp(1, 6);
                body.push_str(&"#".repeat(marks));
                body.push(' ');
                body.push_str(text.trim());
                body.push('\n');
            }
            Piece::Paragraph(text) => {
                body.push_str(&guarded(text.trim()));
                body.push('\n');
            }
            Piece::List(entries) => list(entries, &mut body),
            Piece::Table(head, rows) => table(head, rows, &mut body),
            Piece::Note(label, text) => body.push_str(&format!("[^{label}]: {}\n", text.trim())),
        }
    }
    body
}

/// A paragraph that would be read as something else gets a backslash before its first mark.
fn guarded(text: &str) -> String {
    let first = text.chars().next().unwrap_or_default();
    let starts_list = matches!(first, '-' | '+' | '*') && text.chars().nth(1).is_none_or(char::is_whitespace);
    if starts_list || matches!(first, '#' | '>' | '|') || text.starts_with("===") || text.starts_with("---") {
        return format!("\\{text}");
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..).unwrap_or_default();
    let numbered = (1..=9).contains(&digits)
        && rest.starts_with(['.', ')'])
        && rest.chars().nth(1).is_none_or(char::is_whitespace);
    if numbered { format!("{}\\{rest}", text.get(..digits).unwrap_or_default()) } else { text.to_owned() }
}

fn list(entries: &[Entry], body: &mut String) {
    // For each depth the column at which the words of its last item start, and that item's number.
    let mut levels: Vec<(usize, Option<u32>)> = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        let depth = entry.depth.min(levels.len());
        let before = levels.get(depth).copied();
        levels.truncate(depth);
        // A list that does not start with 1, and one of another kind than the list before it, need an
        // empty line: without it their first line would go on with the words above.
        let starts = match before {
            None => entry.number.is_some_and(|number| number != 1),
            Some((_, last)) => match (last, entry.number) {
                (Some(last), Some(number)) => number != last + 1,
                (last, number) => last.is_some() != number.is_some(),
            },
        };
        if starts && n > 0 {
            body.push('\n');
        }
        let indent = levels.last().map_or(0, |(column, _)| *column);
        let marker = entry.number.map_or("-".to_owned(), |number| format!("{number}."));
        body.push_str(&" ".repeat(indent));
        body.push_str(&format!("{marker} {}\n", guarded(entry.text.trim())));
        levels.push((indent + marker.len() + 1, entry.number));
    }
}

fn table(head: &[String], rows: &[Vec<String>], body: &mut String) {
    let width = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0).max(1);
    let mut line = |cells: &[String]| {
        body.push('|');
        for n in 0..width {
            let cell = cells.get(n).map(|cell| barred(cell)).unwrap_or_default();
            body.push_str(if cell.is_empty() { "" } else { " " });
            body.push_str(&cell);
            body.push_str(" |");
        }
        body.push('\n');
    };
    line(head);
    line(&vec!["---".to_owned(); width]);
    rows.iter().for_each(|row| line(row));
}

/// The words of a cell: bars escaped, line ends as `<br>`.
fn barred(cell: &str) -> String {
    cell.trim().replace("\\|", "|").replace('|', "\\|").replace('\n', "<br>")
}

/// The number that a marker stands for: `3`, `iv`, `c`; 0 for a bullet.
pub(crate) fn value(marker: &Marker) -> u32 {
    let Marker::Number(number) = marker else { return 0 };
    if let Ok(number) = number.parse() {
        return number;
    }
    match roman(number) {
        Some(value) => value,
        None => number.bytes().next().map_or(0, |byte| u32::from(byte.saturating_sub(b'a')) + 1),
    }
}

/// What a roman numeral of small letters stands for.
pub(crate) fn roman(number: &str) -> Option<u32> {
    let of = |letter| match letter {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        _ => None,
    };
    let mut total = 0;
    let mut letters = number.chars().peekable();
    while let Some(letter) = letters.next() {
        let value: u32 = of(letter)?;
        let next = letters.peek().copied().and_then(of).unwrap_or(0);
        // `iv`: the smaller before the larger is taken from it.
        if value < next {
            total += next - value;
            letters.next();
        } else {
            total += value;
        }
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_clean_markdown() {
        let numbered =
            |depth, number, text: &str| Entry { depth, number: Some(number), text: text.to_owned() };
        let body = write(&[
            Piece::Heading(2, "Actions".to_owned()),
            Piece::Table(vec!["Action".to_owned(), "Who".to_owned()], vec![vec!["a | b".to_owned()]]),
            Piece::Paragraph("3. is not a list".to_owned()),
            Piece::List(vec![numbered(0, 9, "nine"), numbered(0, 10, "ten"), Entry::bullet(1, "deeper")]),
            Piece::Note("1".to_owned(), "Later.".to_owned()),
        ]);
        assert_eq!(
            body,
            "## Actions\n\n| Action | Who |\n| --- | --- |\n| a \\| b | |\n\n3\\. is not a list\n\n\
             9. nine\n10. ten\n    - deeper\n\n[^1]: Later.\n"
        );
    }

    /// Items come back at the depth they were written at, whatever they say.
    #[test]
    fn lists_are_read_back() {
        use pulldown_cmark::{Event, Parser, Tag, TagEnd};
        let entry = |depth, number: u32, text: &str| Entry {
            depth,
            number: (number > 0).then_some(number),
            text: text.to_owned(),
        };
        let entries = [
            entry(0, 0, "- dash"),
            entry(1, 4, "four"),
            entry(1, 5, "2019. was"),
            entry(0, 3, "three"),
            entry(0, 7, "seven"),
            entry(1, 0, "# hash"),
        ];
        let body = write(&[Piece::List(entries.to_vec())]);
        let (mut depth, mut items) = (0, Vec::new());
        for event in Parser::new(&body) {
            match event {
                Event::Start(Tag::List(_)) => depth += 1,
                Event::End(TagEnd::List(_)) => depth -= 1,
                Event::Start(Tag::Item) => items.push((depth - 1, String::new())),
                Event::Text(text) => items.last_mut().unwrap().1.push_str(&text),
                _ => {}
            }
        }
        let wanted: Vec<(usize, String)> =
            entries.iter().map(|entry| (entry.depth, entry.text.clone())).collect();
        assert_eq!(items, wanted, "{body}");
    }

    #[test]
    fn counts_in_roman_and_letters() {
        let value = |text: &str| value(&Marker::Number(text.to_owned()));
        assert_eq!(["i", "iv", "viii", "ix", "c", "12"].map(value), [1, 4, 8, 9, 3, 12]);
    }
}
