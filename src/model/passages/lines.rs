//! Lines as they stand one after another: which go on with the one before, and where blank ones are.
//!
//! In: text. Out: what kind of line it is, and where its blank lines end. It takes nothing out.

/// Lines that go on with the line before where nothing stands between.
#[derive(PartialEq)]
pub(super) enum Line {
    Row,
    Item,
    Quote,
}

impl Line {
    /// The kind of a line; nothing for one that stands by itself.
    pub(super) fn of(line: &str) -> Option<Self> {
        let bare = line.trim_start();
        let digits = bare.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_item = ["- ", "* ", "+ "].iter().any(|mark| bare.starts_with(mark))
            || digits.len() < bare.len() && (digits.starts_with(". ") || digits.starts_with(") "));
        match bare.chars().next() {
            Some('|') => Some(Line::Row),
            Some('>') => Some(Line::Quote),
            Some(_) if is_item || line.starts_with([' ', '\t']) => Some(Line::Item),
            _ => None,
        }
    }
}

/// Whether a text ends with a blank line, or is blank.
pub(super) fn is_blank_end(text: &str) -> bool {
    let bare = text.trim_end_matches([' ', '\t', '\r']);
    let Some(bare) = bare.strip_suffix('\n') else { return bare.is_empty() };
    let bare = bare.trim_end_matches([' ', '\t', '\r']);
    bare.is_empty() || bare.ends_with('\n')
}

/// How many bytes of blank lines a text starts with.
pub(super) fn blank_lines(text: &str) -> usize {
    let bare = text.trim_start_matches([' ', '\t', '\r', '\n']);
    text[..text.len() - bare.len()].rfind('\n').map_or(0, |end| end + 1)
}
