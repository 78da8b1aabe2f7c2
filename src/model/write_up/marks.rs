//! Marks of emphasis around words: `**`, `_`, `<b>` and their like, and the space between.
//!
//! In: a text. Out: how many of its bytes at the start or the end are marks or space. Every
//! function here stops at the first letter, so reading a run label by label stays linear.

use super::plain;

/// The byte at which the marks, bullets and spaces that end a text begin.
pub(super) fn strip_marks_before(text: &str) -> usize {
    let mut rest = text;
    loop {
        let bare = rest.trim_end_matches(['*', '_', ' ', '\t', '•', '·', '\u{a0}']);
        let bare = match bare.rfind('<').filter(|_| bare.ends_with('>')) {
            Some(at) if is_mark(&bare[at..]) => &bare[..at],
            _ => bare,
        };
        if bare.len() == rest.len() {
            break;
        }
        rest = bare;
    }
    // The spaces after what comes before belong to it.
    rest.len() + text[rest.len()..].len() - text[rest.len()..].trim_start_matches([' ', '\t']).len()
}

/// How many bytes of marks and spaces a text starts with; no spaces where there are no marks.
pub(super) fn marks(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = &text[end..];
        let spaces = gap_spaces(rest);
        match mark(&rest[spaces..]) {
            0 => break end,
            mark => end += spaces + mark,
        }
    }
}

/// How many bytes at the start of a text close these opening marks.
pub(super) fn closing_marks(text: &str, open: &str) -> usize {
    let spaces = gap_spaces(text);
    let rest = &text[spaces..];
    let stars: String = open.chars().rev().filter(|letter| matches!(letter, '*' | '_')).collect();
    if !stars.is_empty() && rest.starts_with(&stars) {
        return spaces + stars.len();
    }
    match plain::tag(rest) {
        Some(tag) if tag.starts_with("</") && is_mark(tag) => spaces + tag.len(),
        _ => 0,
    }
}

/// The length of the emphasis mark or tag that a text starts with, 0 for none.
pub(super) fn mark(text: &str) -> usize {
    let stars = text.bytes().take_while(|byte| matches!(byte, b'*' | b'_')).count();
    if stars > 0 {
        return stars;
    }
    plain::tag(text).filter(|tag| is_mark(tag)).map_or(0, str::len)
}

pub(super) fn is_mark(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).trim_end_matches('>');
    ["b", "strong", "i", "em", "u", "span"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Spaces, a line end and marks between two words.
pub(super) fn gap(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = &text[end..];
        let step = match rest.chars().next() {
            Some(letter @ (' ' | '\t' | '\n' | '\u{a0}' | '\u{202f}')) => letter.len_utf8(),
            Some('&') if rest.starts_with("&nbsp;") => 6,
            _ => mark(rest),
        };
        if step == 0 {
            return end;
        }
        end += step;
    }
}

pub(super) fn gap_spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t', '\u{a0}']).len()
}
