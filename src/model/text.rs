//! Words as anchors, as plain text, and as Markdown events: the one place that says which Markdown
//! this archive reads.

use pulldown_cmark::Options;

/// The Markdown that is understood: tables, footnotes, strikethrough, task lists and GitHub's
/// quotations.
///
/// Heading attributes are left out because they would let content set `onclick`, definition lists
/// because messy exports contain lone colons.
pub fn markdown() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// Words as an address or an anchor: lower-case ASCII letters and digits, runs of anything else
/// made one hyphen. Never empty: text without any such letter becomes `x`.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for piece in deunicode::deunicode(text).bytes() {
        match piece {
            b'0'..=b'9' | b'a'..=b'z' => slug.push(char::from(piece)),
            b'A'..=b'Z' => slug.push(char::from(piece.to_ascii_lowercase())),
            b'\'' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let kept = slug.trim_end_matches('-').len();
    slug.truncate(kept);
    if slug.is_empty() { "x".to_owned() } else { slug }
}
