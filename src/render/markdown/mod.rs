//! Markdown → HTML: a record's body with its anchors, or the words of a field.
//!
//! In: Markdown, the outline that names its parts, and `Links`, which knows where links lead. Out:
//! markup that is safe to print: either no raw HTML was in the source, and everything printed here
//! is escaped and every address checked, or the result goes through `clean`. Decides no anchor and
//! no address itself.

mod clean;
mod code;
mod mark;
mod notes;
mod table;
mod url;
mod writer;

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::html::{escape, escaped, plain};
use crate::model::body::Body;
use crate::model::text::markdown;
use crate::model::words::Words;
use crate::spent::{self, Work};

pub(crate) use url::is_safe;

/// Where links lead, from the page that is being made.
pub(crate) trait Links {
    /// Where a link as written leads; `None` where a reader would be led nowhere.
    fn link(&self, url: &str) -> Option<String>;

    /// Where an image as written is; `None` where it is not published with the site.
    fn image(&self, url: &str) -> Option<String>;

    /// The page of an action of the write-up that is being printed.
    fn action(&self, number: u32) -> Option<String>;

    /// The words of the interface.
    fn words(&self) -> &Words;

    /// The words for the key of a reason for withholding.
    fn reason<'w>(&'w self, key: &'w str) -> &'w str;

    /// Markup in place of the table at these bytes.
    fn table(&self, at: &Range<usize>) -> Option<String>;
}

/// A body as HTML.
///
/// Headings, passages and discussion rows have the anchors of the outline; the topmost headings
/// become h2, because the one h1 of a page is its title.
pub(crate) fn body(body: &Body, links: &dyn Links) -> String {
    spent::on(Work::Markdown, || of_body(body, links))
}

fn of_body(body: &Body, links: &dyn Links) -> String {
    let top = body.outline().headings.iter().map(|heading| heading.level).min().unwrap_or(2);
    let mut writer = writer::Writer::new(body.text(), links);
    writer.outline(body.outline(), body.write_up(), 2 - i16::from(top));
    writer.write(Parser::new_ext(body.text(), markdown()).into_offset_iter())
}

/// The words of a field: one paragraph without its tags, anything longer as blocks.
pub(crate) fn field(text: &str, links: &dyn Links) -> String {
    let text = text.trim();
    if is_plain(text) {
        return escaped(text);
    }
    spent::on(Work::Markdown, || of_field(text, links))
}

fn of_field(text: &str, links: &dyn Links) -> String {
    let mut events = Parser::new_ext(text, markdown()).into_offset_iter().peekable();
    let paragraph = matches!(events.peek(), Some((Event::Start(Tag::Paragraph), _)));
    let html = writer::Writer::new(text, links).write(events);
    let single = html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>\n"));
    match single {
        Some(inner) if paragraph && !inner.contains("<p>") && !inner.contains("</p>") => inner.to_owned(),
        _ => html,
    }
}

/// The words of a field where only inline markup fits, as in a lede: blocks lose their markup.
pub(crate) fn line(text: &str, links: &dyn Links) -> String {
    let html = field(text, links);
    let blocks = ["<p>", "<ul", "<ol", "<table", "<blockquote", "<pre", "<h"];
    if blocks.iter().any(|tag| html.contains(tag)) {
        let mut out = String::with_capacity(html.len());
        let spaced = html.replace("</p>", " ").replace("</li>", " ").replace("</td>", " ");
        escape(plain(&spaced).split_whitespace().collect::<Vec<_>>().join(" ").as_str(), &mut out);
        return out;
    }
    html
}

/// Words without any markup, for descriptions and data.
pub(crate) fn words(text: &str) -> String {
    let text = text.trim();
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for event in Parser::new_ext(text, markdown()) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            // A word is not broken at the end of emphasis, only at the end of a line or block.
            Event::End(tag) if is_inline(tag) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) if !out.ends_with(' ') && !out.is_empty() => {
                out.push(' ');
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn is_inline(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
}

/// Whether a text is one paragraph without any markup, which most fields are: it begins with a
/// letter, so it is no list, quotation or heading, and none of its bytes can start inline markup.
fn is_plain(text: &str) -> bool {
    text.chars().next().is_none_or(char::is_alphabetic)
        && !text.bytes().any(|byte| {
            matches!(
                byte,
                b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'&' | b'\\' | b'~' | b'!' | b'|' | b'\n'
            )
        })
}

#[cfg(test)]
mod tests;
