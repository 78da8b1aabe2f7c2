//! A finished page → its passages: what can be read on it, with the anchor of each piece.
//!
//! In: the HTML of a page. Out: one line a passage, in the order of the page: `#`, the anchor, a tab
//! and the words of a heading, or `-` and the same of a passage. Only what is in `main` counts, and in
//! there not what is about the page instead of on it: navigation, the records that lead to it, how to
//! cite it, lists of other records, and what a theme marks with `data-search="no"`. It decodes what our
//! own pages hold, and never fails on other people's markup; it changes no page.

use std::borrow::Cow;

use memchr::{memchr, memchr3, memmem};

/// The passages of a page.
pub(super) fn passages(html: &str) -> String {
    let main = html.find("<main").and_then(|at| Some(at + html[at..].find('>')? + 1)).unwrap_or(html.len());
    let end = html[main..].find("</main>").map_or(html.len(), |at| main + at);
    let mut reader = Reader { out: String::with_capacity((end - main) / 2), ..Reader::default() };
    let mut rest = &html[main..end];
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        reader.text(&rest[..at]);
        let tag = &rest[at..];
        let skip = if tag.starts_with("<!--") { tag.find("-->").map(|end| end + 3) } else { close(tag) };
        let Some(length) = skip else {
            rest = "";
            break;
        };
        reader.tag(&tag[1..length - 1]);
        rest = &tag[length..];
    }
    reader.text(rest);
    reader.flush();
    reader.out
}

/// The bytes of a tag up to its `>`, which may stand in a quoted value.
fn close(tag: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr3(b'>', b'"', b'\'', tag.as_bytes().get(at..)?)? + 1;
        match tag.as_bytes()[at - 1] {
            b'>' => return Some(at),
            quote => at += memchr(quote, &tag.as_bytes()[at..])? + 1,
        }
    }
}

/// What is known half-way through a page.
#[derive(Default)]
struct Reader<'h> {
    out: String,
    /// The words of the passage, and whether a space is due before the next.
    words: String,
    space: bool,
    /// The elements that are open, with their anchors.
    open: Vec<(&'h str, Option<&'h str>)>,
    /// How deep the element that is not read lies.
    skipped: Option<usize>,
    /// The anchor that was met last in the passage.
    met: Option<&'h str>,
    /// The anchor of the heading above, and how many elements were open around it.
    heading: Option<(&'h str, usize)>,
}

impl<'h> Reader<'h> {
    fn tag(&mut self, tag: &'h str) {
        if let Some(name) = tag.strip_prefix('/') {
            return self.close(name.trim_end());
        }
        let end = tag.find(|letter: char| letter.is_ascii_whitespace() || letter == '/').unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(end);
        if name.starts_with('!') {
            return;
        }
        if is_void(name) {
            self.space = true;
            return;
        }
        if self.skipped.is_none() {
            if is_skipped(name, attributes) {
                self.flush();
                self.skipped = Some(self.open.len());
            } else if is_block(name) {
                self.flush();
            } else if matches!(name, "td" | "th" | "dd") {
                self.apart();
            }
        }
        let anchor = attribute(attributes, "id");
        if self.skipped.is_none() && anchor.is_some() {
            self.met = anchor;
        }
        self.open.push((name, anchor));
    }

    fn close(&mut self, name: &str) {
        let Some(depth) = self.open.iter().rposition(|(open, _)| *open == name) else { return };
        if let Some(skipped) = self.skipped {
            self.open.truncate(depth);
            if depth <= skipped {
                self.skipped = None;
            }
            return;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end_heading(depth),
            "dt" => self.words.push(':'),
            name if is_block(name) => self.flush(),
            _ => {}
        }
        self.open.truncate(depth);
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        let mut rest = text;
        while let Some(start) = rest.bytes().position(|byte| !is_space(byte)) {
            self.space |= start > 0;
            let (words, after) = rest[start..].split_at(single_spaced(&rest.as_bytes()[start..]));
            if std::mem::take(&mut self.space) && !self.words.is_empty() {
                self.words.push(' ');
            }
            decode(words, &mut self.words);
            rest = after;
        }
        self.space |= !rest.is_empty();
    }

    /// Sets the cells of a row and the values of a fact apart.
    fn apart(&mut self) {
        if !self.words.is_empty() && !self.words.ends_with([':', '·', '?', '.']) {
            self.words.push_str(" ·");
        }
        self.space = true;
    }

    fn end_heading(&mut self, depth: usize) {
        // A section is named by the anchor of its heading, or by its own.
        let own = self.met.or_else(|| self.open[..=depth].iter().rev().find_map(|(_, anchor)| *anchor));
        if let Some(own) = own {
            self.heading = Some((own, depth));
        }
        let above = self.heading.map_or("", |(heading, _)| heading);
        self.line('#', own.unwrap_or(above));
    }

    fn flush(&mut self) {
        if self.words.is_empty() {
            self.space = false;
            self.met = None;
            return;
        }
        // The nearest anchor: one in the passage, of an element around it, of the heading above.
        let around = self.open.iter().enumerate().rev().find_map(|(n, (_, anchor))| Some((n, (*anchor)?)));
        let anchor = match (self.met, around, self.heading) {
            (Some(met), ..) => met,
            (None, Some((depth, around)), Some((heading, below))) => {
                if depth >= below {
                    around
                } else {
                    heading
                }
            }
            (None, Some((_, around)), None) => around,
            (None, None, heading) => heading.map_or("", |(heading, _)| heading),
        };
        self.line('-', anchor);
    }

    fn line(&mut self, mark: char, anchor: &str) {
        if !self.words.is_empty() {
            self.out.push(mark);
            decode(anchor, &mut self.out);
            self.out.push('\t');
            self.out.push_str(&self.words);
            self.out.push('\n');
        }
        self.words.clear();
        self.space = false;
        self.met = None;
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
}

/// How far these bytes go on as words with one space between them.
fn single_spaced(bytes: &[u8]) -> usize {
    let is_end = |at: &usize| {
        is_space(bytes[*at]) && (bytes[*at] != b' ' || bytes.get(at + 1).is_none_or(|after| is_space(*after)))
    };
    (0..bytes.len()).find(is_end).unwrap_or(bytes.len())
}

/// Elements that begin or end a passage.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "li"
            | "tr"
            | "div"
            | "dt"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "section"
            | "article"
            | "ul"
            | "ol"
            | "dl"
            | "table"
            | "caption"
            | "figure"
            | "figcaption"
            | "blockquote"
            | "pre"
            | "details"
            | "summary"
            | "header"
            | "footer"
            | "aside"
    )
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr" | "img" | "input" | "wbr" | "meta" | "link" | "area" | "col" | "source" | "path" | "rect"
    )
}

/// Elements whose text is not about what the page is on.
fn is_skipped(name: &str, attributes: &str) -> bool {
    matches!(name, "nav" | "script" | "style" | "svg" | "template" | "form" | "h1")
        || attribute(attributes, "data-search") == Some("no")
        || attribute(attributes, "class").is_some_and(|classes| {
            classes.split(' ').any(|class| match class {
                "backlinks" | "cite" | "num" | "kind" | "records" => true,
                // What a shape says beside it is said to those who cannot see the shape.
                "unseen" => name == "span",
                _ => false,
            })
        })
}

/// The value of an attribute, quoted or bare.
fn attribute<'h>(attributes: &'h str, name: &str) -> Option<&'h str> {
    let mut rest = attributes;
    // Most tags have none, and to look for a name costs more than that.
    while !rest.is_empty() {
        let at = memmem::find(rest.as_bytes(), name.as_bytes())?;
        let before = rest[..at].bytes().next_back();
        rest = &rest[at + name.len()..];
        if let Some(value) =
            rest.strip_prefix('=').filter(|_| before.is_none_or(|byte| byte.is_ascii_whitespace()))
        {
            let value = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
                _ => value.split([' ', '\n', '\t', '/']).next(),
            };
            return value.filter(|value| !value.is_empty());
        }
    }
    None
}

/// Adds text with its entities undone; control characters, which would break the lines, are left out. A space
/// at which no line breaks is one as any other: nobody types it into a search.
fn decode(text: &str, out: &mut String) {
    let text = match memmem::find(text.as_bytes(), "\u{a0}".as_bytes()) {
        Some(_) => Cow::Owned(text.replace('\u{a0}', " ")),
        None => Cow::Borrowed(text),
    };
    let mut rest = &*text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity =
            rest.find(';').filter(|end| *end <= 10).and_then(|end| Some((letter(&rest[1..end])?, end)));
        let (letter, length) = entity.map_or(('&', 1), |(letter, end)| (letter, end + 1));
        out.push(letter);
        rest = &rest[length..];
    }
    out.push_str(rest);
}

fn letter(entity: &str) -> Option<char> {
    let code = match entity.strip_prefix('#') {
        Some(code) => match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => code.parse().ok(),
        },
        None => None,
    };
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => code.and_then(char::from_u32).map(|letter| if letter.is_control() { ' ' } else { letter }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::passages;

    fn of(main: &str) -> String {
        passages(&format!(
            "<html><body><nav>Home</nav><main id=\"_main\" class=\"x\">{main}</main><p>Foot</p>"
        ))
    }

    #[test]
    fn every_passage_has_the_nearest_anchor() {
        let page = of("<h1>Title</h1><p class=\"lede\">A &amp; <b>b</b>old.</p>\
             <nav>Contents</nav><h2 id=\"one\">One</h2>\n<p id=\"p-1\">First\n<a href=\"x>y\">link</a>.</p><p>Second<br>line.</p>\
             <section id=\"_two\"><h2>Two</h2><ul><li id=\"p-2\">Item<ul><li>Under</li></ul></li></ul></section>\
             <ol><li id=\"action-1\"><div class=\"key\" id=\"p-3\">Action 1</div><div><p>Do it.</p></div></li></ol>");
        insta::assert_snapshot!(page, @r"
        -	A & bold.
        #one	One
        -p-1	First link.
        -one	Second line.
        #_two	Two
        -p-2	Item
        -p-2	Under
        -p-3	Action 1
        -action-1	Do it.
        ");
    }

    #[test]
    fn a_space_that_holds_a_date_together_is_a_space() {
        assert_eq!(of("<p>On 3\u{a0}July\u{a0}2018 &amp; after</p>"), "-\tOn 3 July 2018 & after\n");
    }

    #[test]
    fn rows_and_facts_are_one_passage_each() {
        let page = of("<dl><div><dt>Topics</dt><dd>One</dd><dd>Two</dd></div></dl>\
             <table><thead><tr><th>Question</th><th>Response</th></tr></thead>\
             <tbody><tr id=\"q-1\"><td>Why?</td><td>Because</td></tr></tbody></table>");
        insta::assert_snapshot!(page, @r"
        -	Topics: One · Two
        -	Question · Response
        -q-1	Why? Because
        ");
    }

    #[test]
    fn what_is_about_the_page_is_left_out() {
        let page = of(
            "<p class=\"kind\">Case</p><p>Kept</p><section class=\"backlinks x\"><h2>What links here</h2><section>in</section><p>x</p></section>\
             <ul class=\"records\"><li>Other</li></ul><p data-search=\"no\">Not</p><p class=\"para\"><a class=\"num\">1</a>Said</p>\
             <!-- <p>note</p> --><svg><title>Chart</title></svg><script>x()</script>",
        );
        insta::assert_snapshot!(page, @r"
        -	Kept
        -	Said
        ");
        assert_eq!(passages("<p>No main</p>"), "");
    }

    proptest! {
        #[test]
        fn no_markup_breaks_the_lines(pieces in prop::collection::vec(prop::sample::select(&[
            "<p>", "</p>", "<p id='a'", "<li id=x>", "</li>", "<nav>", "</nav>", "<h2>", "</h2>", "&", "&#10;", "&amp;",
            "&#xFFFFFFFF;", ";", "\"", "'", ">", "<", "<!--", "-->", "é", "word ", "</main>", "\t", "\n", "<td>", "<dd>", "</dt>",
        ][..]), 0..40)) {
            let page = of(&pieces.concat());
            for line in page.lines() {
                prop_assert!(line.starts_with(['#', '-']), "{page:?}");
                prop_assert_eq!(line.matches('\t').count(), 1, "{:?}", page);
            }
        }
    }
}
