//! How much Markdown may ask for.
//!
//! In: the text of a body or a field. Out: nothing, or the first place where it asks for more than a page
//! can be made of in bounded time: a line without end, values nested in one another by the hundred, tags
//! that are opened and never closed, so that a browser (and what cleans raw HTML) would open them again in
//! every paragraph. Ordinary texts are told by a glance; only the rest is parsed.

use pulldown_cmark::{Event, Parser};

use crate::model::text::markdown;

/// The longest line, in bytes.
pub(super) const LONGEST_LINE: usize = 256 * 1024;
/// How deep blocks, marks and tags may be nested in one another.
const DEEPEST: usize = 100;
/// The longest tag of raw HTML, in bytes.
const LONGEST_TAG: usize = 10_000;
/// How many bytes of open tags may be opened again in the blocks that follow them.
const REPEATED: usize = 8 * 1024 * 1024;
/// A text with raw HTML is parsed only if it is as large as this, in bytes.
const SMALL: usize = 2_000;

/// The byte at which a text asks for too much, and what it asks for.
pub(super) fn excess(text: &str) -> Option<(usize, String)> {
    if text.len() < SMALL {
        return None;
    }
    let mut at = 0;
    let mut is_odd = memchr::memchr(b'<', text.as_bytes()).is_some();
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = &text[at..(end + 1).min(text.len())];
        if line.len() > LONGEST_LINE {
            return Some((at, format!("the line has more than {} kB", LONGEST_LINE / 1024)));
        }
        is_odd |= is_indented(line);
        at += line.len();
    }
    if is_odd { walk(text) } else { None }
}

/// Whether a line may begin blocks that are nested deeply.
fn is_indented(line: &str) -> bool {
    let marks = line.bytes().take_while(|byte| b" \t>-*+0123456789.)".contains(byte));
    marks.take(DEEPEST).count() == DEEPEST
}

fn walk(text: &str) -> Option<(usize, String)> {
    let (mut depth, mut spent) = (0_usize, 0_usize);
    let mut open = Open::default();
    for (event, at) in Parser::new_ext(text, markdown()).into_offset_iter() {
        match event {
            Event::Start(_) => {
                depth += 1;
                spent += open.bytes;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Html(html) | Event::InlineHtml(html) => {
                for tag in html.split('<').skip(1) {
                    if tag.len() > LONGEST_TAG {
                        return Some((at.start, format!("a tag has more than {} kB", LONGEST_TAG / 1000)));
                    }
                    open.tag(tag);
                    spent += open.bytes;
                }
            }
            _ => {}
        }
        if depth + open.tags.len() > DEEPEST {
            return Some((at.start, format!("the text is nested more than {DEEPEST} deep here")));
        }
        if spent > REPEATED {
            return Some((at.start, "tags that are not closed would be repeated without end".to_owned()));
        }
    }
    None
}

/// The tags that are open, with their bytes.
#[derive(Default)]
struct Open {
    tags: Vec<(String, usize)>,
    bytes: usize,
}

/// Tags that hold nothing, and those that the next of their kind closes.
const CLOSED: [&str; 20] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "td", "th", "tr", "wbr", "tbody",
];

impl Open {
    /// What stands after a `<`.
    fn tag(&mut self, tag: &str) {
        let (closes, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if name.is_empty() || CLOSED.contains(&&*name) {
            return;
        }
        if !closes {
            self.bytes += tag.len();
            self.tags.push((name, tag.len()));
        } else if let Some(n) = self.tags.iter().rposition(|(open, _)| *open == name) {
            self.bytes -= self.tags.drain(n..).map(|(_, bytes)| bytes).sum::<usize>();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        excess(text).map(|(_, message)| message).unwrap_or_default()
    }

    #[test]
    fn what_people_write_passes() {
        let paragraph = "Members <b>asked</b> for 3<sup>rd</sup> parties.<br>Then *they* left.\n\n";
        for text in [
            paragraph.repeat(5_000),
            format!("<table>{}</table>\n", "<tr><td>a<td>b\n".repeat(2_000)),
            format!("<ul>\n{}</ul>\n", "<li>a\n<p>b\n".repeat(2_000)),
            format!("{}deep", "  ".repeat(2_000)),
            format!("|a|b|\n|-|-|\n{}", "|x|y|\n".repeat(100_000)),
            format!("{}\n\n", "- - - - - - - - -".repeat(200)),
        ] {
            assert_eq!(told(&text), "", "{}", &text[..60]);
        }
    }

    #[test]
    fn what_has_no_end_is_refused() {
        let formatted: String = (0..90).map(|n| format!("<b id=\"{n}{}\">\n", "x".repeat(9_000))).collect();
        for (text, message) in [
            ("x".repeat(300_000), "the line has more than 256 kB"),
            (format!("{}a", "> ".repeat(5_000)), "the text is nested more than 100 deep here"),
            ("<div>\n".repeat(5_000), "the text is nested more than 100 deep here"),
            (format!("a {}", "<b></i>".repeat(5_000)), "the text is nested more than 100 deep here"),
            (format!("<b {}>", "a=1 ".repeat(5_000)), "a tag has more than 10 kB"),
            (
                format!("<p>{formatted}\n\n{}", "a\n\n".repeat(20_000)),
                "tags that are not closed would be repeated without end",
            ),
        ] {
            assert_eq!(told(&text), message);
        }
    }
}
