//! Addresses in raw HTML → only those that lead to something an audience may see.
//!
//! In: a stretch of Markdown that is HTML, and where each address leads. Out: what is to stand in place
//! of its `href`, `src` and `cite`. It reads no tags: whatever looks like one of these attributes is
//! treated as one, so that nothing gets past it by being odd. What tags may do at all is for
//! `render::markdown` to say.

use std::ops::Range;

use super::links::{Edit, Fate};

const NAMES: [&str; 3] = ["href", "src", "cite"];

/// What is to be changed in a stretch of HTML.
pub(super) fn edits(text: &str, within: Range<usize>, fate: &dyn Fn(&str) -> Fate, edits: &mut Vec<Edit>) {
    let html = text.get(within.clone()).unwrap_or_default();
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('=')) {
        let equals = at + found;
        at = equals + 1;
        let before = html[..equals].trim_end_matches(is_gap);
        let Some(name) = NAMES.iter().find(|name| ends_with(before, name)) else { continue };
        let start = before.len() - name.len();
        let value = value(html, equals + 1);
        let now = match fate(&read(&html[value.clone()])) {
            Fate::Stays => continue,
            Fate::To(to) => format!("{name}=\"{}\"", to.replace('&', "&amp;").replace('"', "%22")),
            Fate::Words => String::new(),
        };
        let quoted = html[value.end..].starts_with(['"', '\'']) && html[..value.start].ends_with(['"', '\'']);
        at = value.end + usize::from(quoted);
        edits.push((within.start + start..within.start + at, now));
    }
}

/// What may stand around an equals sign; `>` begins the lines of a quotation.
fn is_gap(letter: char) -> bool {
    letter.is_ascii_whitespace() || letter == '>'
}

/// Whether a text ends with this word, in any case, and not with a longer one.
fn ends_with(text: &str, name: &str) -> bool {
    let Some(start) = text.len().checked_sub(name.len()) else { return false };
    text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(name))
        && !text[..start].ends_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '-')
}

/// The value that begins after an equals sign, without its quotation marks.
fn value(html: &str, from: usize) -> Range<usize> {
    let rest = &html[from..];
    let start = from + rest.len() - rest.trim_start_matches(is_gap).len();
    let rest = &html[start..];
    match rest.chars().next().filter(|first| matches!(first, '"' | '\'')) {
        Some(mark) => {
            let length = rest[1..].find(mark).unwrap_or(rest.len() - 1);
            start + 1..start + 1 + length
        }
        None => {
            let length = rest.find(is_gap).unwrap_or(rest.len());
            start..start + length
        }
    }
}

/// An address as a browser reads it: without line ends and tabs, its entities read. One that holds an
/// entity which is not known here leads nowhere.
fn read(value: &str) -> String {
    let value: String = value.trim().chars().filter(|letter| !matches!(letter, '\t' | '\n' | '\r')).collect();
    let mut read = String::with_capacity(value.len());
    let mut rest = value.as_str();
    while let Some(at) = rest.find('&') {
        read.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|letter: char| letter != '#' && !letter.is_ascii_alphanumeric());
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        });
        match number.and_then(char::from_u32) {
            Some(letter) => read.push(letter),
            None if name == "amp" || !after.starts_with(';') => {
                read.push('&');
                // `&b=2` is the next part of a query.
                read.push_str(if name == "amp" { "" } else { name });
            }
            None => return "\\".to_owned(),
        }
        rest = after.strip_prefix(';').unwrap_or(after);
    }
    read + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(html: &str) -> String {
        let fate = |to: &str| match to {
            to if to.starts_with("open") || to.starts_with("https:") => Fate::Stays,
            "#p-3" => Fate::To("#p-2".to_owned()),
            _ => Fate::Words,
        };
        let mut found = Vec::new();
        edits(html, 0..html.len(), &fate, &mut found);
        let mut left = html.to_owned();
        for (at, now) in found.into_iter().rev() {
            left.replace_range(at, &now);
        }
        left
    }

    #[test]
    fn only_addresses_that_lead_somewhere_stay() {
        for (written, now) in [
            (r#"<a href="closed/a">x</a>"#, "<a >x</a>"),
            (r#"<a class=b HREF = 'closed/a' id=c>"#, "<a class=b  id=c>"),
            (r#"<a href=closed/a>x</a>"#, "<a >x</a>"),
            ("<a\n> href=\n> \"closed/a\">", "<a\n> >"),
            (r#"<a href="open/a">"#, r#"<a href="open/a">"#),
            (r##"<a href="#p-3">"##, r##"<a href="#p-2">"##),
            (r#"<a href="clo&#115;ed/a"><img src='x.png'>"#, "<a ><img >"),
            (r#"<a href="https&colon;//example.org/a">"#, "<a >"),
            (
                r#"<a href="https://a.example/?b=1&amp;c=2&d=3">"#,
                r#"<a href="https://a.example/?b=1&amp;c=2&d=3">"#,
            ),
            (r#"<a href="closed/a"#, "<a "),
            (r#"<p data-href="closed/a" title="a=b">"#, r#"<p data-href="closed/a" title="a=b">"#),
            ("<q cite=\"closed/a\">=</q> href", "<q >=</q> href"),
            ("é=é <a href=é", "é=é <a "),
        ] {
            assert_eq!(left(written), now, "{written}");
        }
    }
}
