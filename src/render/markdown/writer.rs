//! The pass over the events of a Markdown text that prints them as HTML.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::super::html::escaped;
use super::notes::Notes;
use super::table::Table;
use super::{Links, clean, code, url};
use crate::model::body::Outline;
use crate::model::words::args;
use crate::model::write_up::{Mention, WriteUp};
use crate::render::html::escape;

/// Prints one text.
pub(super) struct Writer<'t> {
    text: &'t str,
    links: &'t dyn Links,
    outline: Option<&'t Outline>,
    write_up: Option<&'t WriteUp>,
    /// By how many levels headings move.
    shift: i16,
    out: String,
    notes: Notes,
    /// The outputs that are put aside while a footnote is printed, with its label.
    aside: Vec<(String, String)>,
    table: Option<Table>,
    /// The table that was printed already, in another form.
    replaced: Range<usize>,
    /// The mark of withholding that was printed already.
    marked: Range<usize>,
    links_open: Vec<bool>,
    /// The words of an image's alternative text, while they are gathered, and the image's address.
    image: Option<(String, String)>,
    images_nested: usize,
    code: Option<(String, String)>,
    /// Whether tags of the source were printed as they are.
    raw: bool,
}

impl<'t> Writer<'t> {
    pub(super) fn new(text: &'t str, links: &'t dyn Links) -> Self {
        Writer {
            text,
            links,
            outline: None,
            write_up: None,
            shift: 0,
            out: String::with_capacity(text.len() + text.len() / 3 + 64),
            notes: Notes::default(),
            aside: Vec::new(),
            table: None,
            replaced: 0..0,
            marked: 0..0,
            links_open: Vec::new(),
            image: None,
            images_nested: 0,
            code: None,
            raw: false,
        }
    }

    /// Prints the anchors of an outline, and headings so many levels deeper.
    pub(super) fn outline(&mut self, outline: &'t Outline, write_up: Option<&'t WriteUp>, shift: i16) {
        self.outline = Some(outline);
        self.write_up = write_up;
        self.shift = shift;
    }

    /// Prints the events.
    pub(super) fn write(mut self, events: impl Iterator<Item = (Event<'t>, Range<usize>)>) -> String {
        for (event, at) in events {
            let within = |of: &Range<usize>| at.start >= of.start && at.end <= of.end && !of.is_empty();
            if within(&self.replaced) || (within(&self.marked) && is_inline(&event)) {
                continue;
            }
            match event {
                Event::Start(tag) => self.open(tag, at),
                Event::End(tag) => self.close(tag),
                Event::Text(words) => self.words(&words, at),
                Event::Code(words) => {
                    if let Some((alt, _)) = &mut self.image {
                        alt.push_str(&words);
                    } else {
                        self.out.push_str("<code>");
                        escape(&words, &mut self.out);
                        self.out.push_str("</code>");
                    }
                }
                Event::Html(tags) | Event::InlineHtml(tags) => self.tags(&tags),
                Event::SoftBreak => self.space("\n"),
                Event::HardBreak => self.space("<br>\n"),
                Event::Rule => self.out.push_str("<hr>\n"),
                Event::FootnoteReference(label) => self.notes.refer(&label, &mut self.out),
                Event::TaskListMarker(done) => {
                    let (label, sign) = if done { ("task-done", "☑") } else { ("task-to-do", "☐") };
                    let label = escaped(self.links.words().say(label));
                    let _ = write!(self.out, "<span role=\"img\" aria-label=\"{label}\">{sign}</span> ");
                }
                Event::InlineMath(words) | Event::DisplayMath(words) => escape(&words, &mut self.out),
            }
        }
        let links = self.links;
        self.notes.print(links.words(), &mut self.out);
        if self.raw { clean::clean(&self.out) } else { self.out }
    }

    fn open(&mut self, tag: Tag<'t>, at: Range<usize>) {
        match tag {
            Tag::Paragraph => self.passage("p", &at),
            Tag::Heading { level, .. } => {
                let level = self.level(level);
                let _ = write!(self.out, "<h{level}");
                let heading = self.outline.and_then(|outline| {
                    let found = outline.headings.binary_search_by_key(&at.start, |heading| heading.at);
                    found.ok().map(|n| &outline.headings[n])
                });
                if let Some(heading) = heading {
                    let _ = write!(self.out, " id=\"{}\"", heading.anchor);
                }
                self.out.push('>');
            }
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => {
                        info.split([' ', ',', '{']).next().unwrap_or_default().to_owned()
                    }
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language, String::new()));
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(start)) => {
                let _ = writeln!(self.out, "<ol start=\"{start}\">");
            }
            Tag::Item => self.passage("li", &at),
            Tag::FootnoteDefinition(label) => {
                self.aside.push((label.to_string(), std::mem::take(&mut self.out)));
            }
            Tag::Table(align) => self.open_table(align, &at),
            Tag::TableHead => {
                if let Some(table) = &mut self.table {
                    table.open_head(&mut self.out);
                }
            }
            Tag::TableRow => {
                self.passage("tr", &at);
                let question = self.question(&at);
                if let Some(table) = &mut self.table {
                    table.open_row();
                    table.row_anchor = question;
                }
            }
            Tag::TableCell => {
                if let Some(table) = &mut self.table {
                    table.open_cell(&mut self.out);
                }
            }
            Tag::Emphasis => self.inline("<em>"),
            Tag::Strong => self.inline("<strong>"),
            Tag::Strikethrough => self.inline("<del>"),
            Tag::Superscript => self.inline("<sup>"),
            Tag::Subscript => self.inline("<sub>"),
            Tag::Link { dest_url, title, .. } => self.open_link(&dest_url, &title),
            Tag::Image { dest_url, .. } => {
                if self.image.is_none() {
                    self.image = Some((String::new(), dest_url.to_string()));
                } else {
                    self.images_nested += 1;
                }
            }
            Tag::HtmlBlock
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::Heading(level) => {
                let _ = writeln!(self.out, "</h{}>", self.level(level));
            }
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => {
                if let Some((language, words)) = self.code.take() {
                    code::print(&language, &words, &mut self.out);
                }
            }
            TagEnd::List(true) => self.out.push_str("</ol>\n"),
            TagEnd::List(false) => self.out.push_str("</ul>\n"),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::FootnoteDefinition => {
                if let Some((label, before)) = self.aside.pop() {
                    let said = std::mem::replace(&mut self.out, before);
                    self.notes.define(&label, said);
                }
            }
            TagEnd::Table => {
                self.out.push_str("</tbody></table>\n");
                self.table = None;
            }
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.close_head(&mut self.out);
                }
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => {
                if let Some(table) = &mut self.table {
                    table.close_cell(&mut self.out);
                }
            }
            TagEnd::Emphasis => self.inline("</em>"),
            TagEnd::Strong => self.inline("</strong>"),
            TagEnd::Strikethrough => self.inline("</del>"),
            TagEnd::Superscript => self.inline("</sup>"),
            TagEnd::Subscript => self.inline("</sub>"),
            TagEnd::Link => {
                if self.image.is_none() && self.links_open.pop() == Some(true) {
                    self.out.push_str("</a>");
                }
            }
            TagEnd::Image => self.close_image(),
            TagEnd::HtmlBlock
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Headings never reach h1, which is the page's title.
    fn level(&self, level: HeadingLevel) -> i16 {
        (level as i16 + self.shift).clamp(2, 6)
    }

    /// Opens an element with the anchor of the passage that starts there, if one does.
    fn passage(&mut self, element: &str, at: &Range<usize>) {
        self.out.push('<');
        self.out.push_str(element);
        let found = self.outline.and_then(|outline| {
            outline.passages.binary_search_by_key(&at.start, |passage| passage.start).ok()
        });
        if let Some(n) = found {
            let _ = write!(self.out, " id=\"p-{}\"", n + 1);
        }
        self.out.push('>');
    }

    /// The anchor of the discussion row that starts there, if one does.
    fn question(&self, at: &Range<usize>) -> Option<String> {
        let rows = &self.write_up?.rows;
        let n = rows.binary_search_by_key(&at.start, |row| row.at.start).ok()?;
        Some(format!("q-{}", n + 1))
    }

    fn open_table(&mut self, align: Vec<pulldown_cmark::Alignment>, at: &Range<usize>) {
        if let Some(other) = self.links.table(at) {
            self.out.push_str(&other);
            self.replaced = at.clone();
            return;
        }
        let pairs =
            self.write_up.is_some_and(|write_up| write_up.rows.iter().any(|row| at.contains(&row.at.start)));
        self.table = Some(Table::open(align, pairs, &mut self.out));
    }

    fn open_link(&mut self, to: &str, title: &str) {
        if self.image.is_some() {
            return;
        }
        let href = Some(to).filter(|to| url::is_safe(to)).and_then(|to| self.links.link(to));
        self.links_open.push(href.is_some());
        if let Some(href) = href {
            self.out.push_str("<a href=\"");
            escape(&href, &mut self.out);
            if !title.is_empty() {
                self.out.push_str("\" title=\"");
                escape(title, &mut self.out);
            }
            self.out.push_str("\">");
        }
    }

    /// An image of the site is shown; one from elsewhere, which a page may not load, is linked.
    fn close_image(&mut self) {
        if self.images_nested > 0 {
            self.images_nested -= 1;
            return;
        }
        let Some((alt, to)) = self.image.take() else { return };
        let words = |alt: &str| self.links.words().markup("image-is", args![words = escaped(alt)]);
        match self.links.image(&to) {
            Some(src) => {
                self.out.push_str("<img src=\"");
                escape(&src, &mut self.out);
                self.out.push_str("\" alt=\"");
                escape(&alt, &mut self.out);
                self.out.push_str("\" loading=\"lazy\">");
            }
            None if url::is_safe(&to) && to.contains(':') && !self.links_open.contains(&true) => {
                let (to, words) = (escaped(&to), words(&alt));
                let _ = write!(self.out, "<a href=\"{to}\">{words}</a>");
            }
            None => {
                let words = words(&alt);
                let _ = write!(self.out, "<span class=\"none\">[{words}]</span>");
            }
        }
    }

    fn inline(&mut self, tag: &str) {
        if self.image.is_none() {
            self.out.push_str(tag);
        }
    }

    fn space(&mut self, markup: &str) {
        match &mut self.image {
            Some((alt, _)) => alt.push(' '),
            None => self.out.push_str(markup),
        }
    }

    /// Raw HTML: a line break is our own, a comment is dropped, anything else has to be cleaned.
    fn tags(&mut self, tags: &CowStr<'t>) {
        let bare = tags.trim();
        if self.image.is_some() || (bare.starts_with("<!--") && bare.ends_with("-->")) {
            return;
        }
        if matches!(bare, "<br>" | "<br/>" | "<br />" | "<BR>") {
            self.out.push_str("<br>");
        } else {
            self.raw = true;
            self.out.push_str(tags);
        }
    }

    fn words(&mut self, words: &CowStr<'t>, at: Range<usize>) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(words);
        } else if let Some((alt, _)) = &mut self.image {
            alt.push_str(words);
        } else if let Some((reason, end)) = super::mark::withheld(self.text, at.start) {
            let _ = write!(self.out, "<span class=\"withheld\" data-withheld=\"");
            escape(reason, &mut self.out);
            self.out.push_str("\">[Withheld: ");
            escape(self.links.reason(reason), &mut self.out);
            self.out.push_str("]</span>");
            self.marked = at.start..end;
        } else if self.write_up.is_some_and(|write_up| !write_up.mentions.is_empty()) {
            self.words_with_mentions(words, at);
        } else {
            escape(words, &mut self.out);
        }
    }

    /// Words in which `Action N` becomes a link to the action.
    fn words_with_mentions(&mut self, words: &str, at: Range<usize>) {
        let mentions: &'t [Mention] = self.write_up.map_or(&[], |write_up| &write_up.mentions);
        let first = mentions.partition_point(|mention| mention.at.start < at.start);
        let mut printed = 0;
        // Where an entity or an escape was read, bytes of the words are not bytes of the text.
        let same = self.text.get(at.clone()) == Some(words) && self.links_open.is_empty();
        for mention in mentions[first..].iter().take_while(|mention| same && mention.at.end <= at.end) {
            let (start, end) = (mention.at.start - at.start, mention.at.end - at.start);
            let Some(href) = self.links.action(mention.number) else { continue };
            if let (Some(before), Some(name)) = (words.get(printed..start), words.get(start..end)) {
                escape(before, &mut self.out);
                self.out.push_str("<a href=\"");
                escape(&href, &mut self.out);
                self.out.push_str("\">");
                escape(name, &mut self.out);
                self.out.push_str("</a>");
                printed = end;
            }
        }
        escape(&words[printed..], &mut self.out);
    }
}

/// Whether an event is part of a line of text: the paragraph around a mark may begin and end where
/// the mark does.
fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => super::is_inline(tag.to_end()),
        Event::End(tag) => super::is_inline(*tag),
        _ => true,
    }
}
