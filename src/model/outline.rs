//! Markdown → outline: the headings, numbered passages and images of a body, and its words.
//!
//! In: Markdown. Out: `Outline`, the one place that decides which parts a body has and what their
//! anchors are. It makes no HTML: rendering walks the same events again and looks each part up by
//! the byte at which it starts.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::text;

/// The parts of a body.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outline {
    /// Headings in the order of the text.
    pub headings: Vec<Section>,
    /// Numbered passages in the order of the text: every top-level paragraph, every top-level list
    /// item and every row of a top-level table's body. The N-th has the anchor `p-N`, N from 1.
    ///
    /// Each is the range that the Markdown parser gives with the start of that paragraph, item or
    /// table row, so a renderer finds a passage by `range.start` of `Tag::Paragraph`, `Tag::Item`
    /// or `Tag::TableRow`; no two passages start at the same byte. A block quote is looked through:
    /// what stands at the top of one counts as top-level. What stands in a footnote does not count.
    pub passages: Vec<Range<usize>>,
    /// Bytes at which an image without alternative text starts.
    pub images_without_text: Vec<usize>,
    /// How many words a reader sees: runs without white space that hold a letter or a digit. Raw
    /// HTML blocks are not counted.
    pub words: usize,
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its level as written, 1 to 6.
    pub level: u8,
    /// Its words, without markup.
    pub title: String,
    /// Its anchor, without `#`; each once in a body, and never one of `p-N`, `q-N`, `action-N`.
    pub anchor: Arc<str>,
    /// The byte at which it starts.
    pub at: usize,
}

impl Outline {
    /// Reads the outline of a body in one pass.
    pub fn of(text: &str) -> Self {
        let mut walk = Walk::default();
        for (event, range) in Parser::new_ext(text, text::markdown()).into_offset_iter() {
            walk.step(event, range);
        }
        walk.outline
    }

    /// The same outline with every place moved.
    #[must_use]
    pub(super) fn placed(mut self, place: &impl Fn(&Range<usize>) -> Range<usize>) -> Self {
        self.passages.iter_mut().for_each(|passage| *passage = place(passage));
        self.headings.iter_mut().for_each(|heading| heading.at = place(&(heading.at..heading.at)).start);
        self.images_without_text.iter_mut().for_each(|at| *at = place(&(*at..*at)).start);
        self
    }

    /// The number, from 1, of the passage that starts at this byte.
    pub fn passage_at(&self, start: usize) -> Option<usize> {
        self.passages.binary_search_by_key(&start, |passage| passage.start).ok().map(|n| n + 1)
    }

    /// The number, from 1, of the passage in which this byte stands.
    pub fn passage_around(&self, byte: usize) -> Option<usize> {
        self.passages.iter().rposition(|one| one.start <= byte && byte < one.end).map(|n| n + 1)
    }

    /// The heading that starts at this byte.
    pub fn heading_at(&self, start: usize) -> Option<&Section> {
        self.headings.binary_search_by_key(&start, |heading| heading.at).ok().map(|n| &self.headings[n])
    }
}

/// What is known half-way through a body.
#[derive(Default)]
struct Walk {
    outline: Outline,
    /// How many items and footnotes are open: what is in them is not top-level.
    nested: usize,
    word: Word,
    heading: Option<Section>,
    image: Option<Image>,
    anchors: HashMap<Arc<str>, usize>,
}

/// An image, half read.
struct Image {
    at: usize,
    has_text: bool,
    /// How many images are open, this one and those in its text.
    depth: usize,
}

/// A run without white space, half read.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Word {
    /// None has begun.
    #[default]
    None,
    /// No letter or digit in it so far.
    Marks,
    /// Counted already.
    Counted,
}

impl Walk {
    fn step(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(&tag, range),
            Event::End(tag) => self.close(tag),
            Event::Text(words) | Event::Code(words) => self.read(&words),
            Event::SoftBreak | Event::HardBreak => self.read(" "),
            Event::InlineHtml(html) | Event::Html(html) => self.html(&html, range.start),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::Item | Tag::TableRow => {
                self.word = Word::None;
                if self.nested == 0 {
                    self.outline.passages.push(range);
                }
                self.nested += usize::from(matches!(tag, Tag::Item));
            }
            Tag::FootnoteDefinition(_) => {
                self.word = Word::None;
                self.nested += 1;
            }
            Tag::Heading { level, .. } => {
                self.word = Word::None;
                self.heading = Some(Section {
                    level: *level as u8,
                    title: String::new(),
                    anchor: Arc::default(),
                    at: range.start,
                });
            }
            Tag::TableHead | Tag::TableCell | Tag::CodeBlock(_) => self.word = Word::None,
            Tag::Image { .. } => match &mut self.image {
                Some(image) => image.depth += 1,
                None => self.image = Some(Image { at: range.start, has_text: false, depth: 1 }),
            },
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Item | TagEnd::FootnoteDefinition => self.nested = self.nested.saturating_sub(1),
            TagEnd::Heading(_) => {
                if let Some(heading) = self.heading.take() {
                    self.add(heading);
                }
            }
            TagEnd::Image => match self.image.take() {
                Some(image) if image.depth > 1 => {
                    self.image = Some(Image { depth: image.depth - 1, ..image });
                }
                Some(image) if !image.has_text => self.outline.images_without_text.push(image.at),
                _ => {}
            },
            _ => {}
        }
    }

    fn read(&mut self, words: &str) {
        if let Some(heading) = &mut self.heading {
            heading.title.push_str(words);
        }
        if let Some(image) = &mut self.image {
            image.has_text |= !words.trim().is_empty();
        }
        let (word, count) = count(words, self.word);
        self.word = word;
        self.outline.words += count;
    }

    /// An image written as HTML may say `alt=""` on purpose; one that says nothing is at fault.
    fn html(&mut self, html: &str, start: usize) {
        if html.starts_with("<br") {
            self.read(" ");
        }
        for (at, _) in html.match_indices('<') {
            let tag = &html[at + 1..];
            let named = tag.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("img"));
            if named && tag[3..].starts_with([' ', '\t', '\n', '/', '>']) {
                let tag = tag.split('>').next().unwrap_or_default().to_ascii_lowercase();
                let speaks = tag.match_indices("alt").any(|(at, _)| {
                    tag[..at].ends_with([' ', '\t', '\n', '"', '\''])
                        && tag[at + 3..].trim_start().starts_with('=')
                });
                if !speaks {
                    self.outline.images_without_text.push(start + at);
                }
            }
        }
    }

    fn add(&mut self, mut heading: Section) {
        heading.title = heading.title.split_whitespace().collect::<Vec<_>>().join(" ");
        heading.anchor = self.anchor(&heading.title);
        self.outline.headings.push(heading);
    }

    /// An anchor that no heading before has: the title's slug, or that with `-2`, `-3` …
    fn anchor(&mut self, title: &str) -> Arc<str> {
        let mut slug = text::slug(title);
        let taken = self.anchors.contains_key(slug.as_str());
        if is_reserved(&slug) || taken && is_reserved(&format!("{slug}-2")) {
            slug.insert_str(0, "section-");
        }
        let mut anchor: Arc<str> = slug.as_str().into();
        let mut n = self.anchors.get(&anchor).copied().unwrap_or(1);
        while self.anchors.contains_key(&anchor) {
            n += 1;
            anchor = format!("{slug}-{n}").into();
        }
        if n > 1 {
            self.anchors.insert(slug.into(), n);
        }
        self.anchors.insert(Arc::clone(&anchor), 1);
        anchor
    }
}

/// Whether a slug would be taken for a passage, a discussion row or an action.
fn is_reserved(slug: &str) -> bool {
    ["p-", "q-", "action-"]
        .into_iter()
        .filter_map(|prefix| slug.strip_prefix(prefix))
        .any(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Counts the words that begin to be words in a piece of text, given how the piece before ended.
fn count(text: &str, mut word: Word) -> (Word, usize) {
    if let Some(counted) = count_plain(text.as_bytes(), word) {
        return counted;
    }
    let mut count = 0;
    for letter in text.chars() {
        let class = match letter {
            letter if letter.is_whitespace() => Word::None,
            letter if letter.is_alphanumeric() => Word::Counted,
            _ => Word::Marks,
        };
        count += usize::from(class == Word::Counted && word != Word::Counted);
        word = if class == Word::None { Word::None } else { word.max(class) };
    }
    (word, count)
}

/// The same for a piece of ASCII in which every word begins with a letter, as most do: then only
/// letters after spaces count, which a processor finds for many bytes at once.
fn count_plain(text: &[u8], word: Word) -> Option<(Word, usize)> {
    let (Some(first), Some(last)) = (text.first(), text.last()) else { return Some((word, 0)) };
    let is_space = |byte: u8| byte == b' ' || byte.wrapping_sub(9) < 5;
    let is_letter = |byte: u8| (byte | 0x20).wrapping_sub(b'a') < 26 || byte.wrapping_sub(b'0') < 10;
    let (mut starts, mut letters) = (0usize, 0usize);
    // Few enough at a time that their count fits a byte.
    for (before, bytes) in text.chunks(128).zip(text[1..].chunks(128)) {
        let (mut some_starts, mut some_letters) = (0u8, 0u8);
        for (before, byte) in before.iter().zip(bytes) {
            let starts_run = is_space(*before) & !is_space(*byte);
            some_starts += u8::from(starts_run);
            some_letters += u8::from(starts_run & is_letter(*byte));
        }
        starts += usize::from(some_starts);
        letters += usize::from(some_letters);
    }
    let is_plain = starts == letters && text.is_ascii() && (is_space(*first) || is_letter(*first));
    let begins = usize::from(is_letter(*first) && word != Word::Counted);
    let end = if is_space(*last) { Word::None } else { Word::Counted };
    is_plain.then_some((end, letters + begins))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn passages(text: &str) -> Vec<&str> {
        Outline::of(text).passages.into_iter().map(|at| text[at].trim_end()).collect()
    }

    fn anchors(text: &str) -> Vec<String> {
        Outline::of(text).headings.into_iter().map(|heading| heading.anchor.to_string()).collect()
    }

    #[test]
    fn numbers_paragraphs_items_and_rows_together() {
        let text = "## Head\n\nOne.\n\n- two\n  - within two\n\n  still two\n- three\n\n\
                    | A | B |\n| - | - |\n| four | x |\n| five | y |\n\n---\n\n```\ncode\n```\n\nSix.\n";
        let starts: Vec<&str> =
            passages(text).iter().map(|passage| passage.split('\n').next().unwrap()).collect();
        assert_eq!(starts, ["One.", "- two", "- three", "| four | x |", "| five | y |", "Six."]);
        assert_eq!(Outline::of(text).passage_at(text.find("Six").unwrap()), Some(6));
    }

    #[test]
    fn looks_through_quotes_but_not_into_footnotes() {
        let text =
            "> Said one.\n>\n> - said two\n\nThree.[^n]\n\n[^n]: A note.\n\n    More of it.\n\nFour.\n";
        assert_eq!(passages(text), ["Said one.", "- said two", "Three.[^n]", "Four."]);
    }

    #[test]
    fn gives_every_heading_an_anchor_of_its_own() {
        assert_eq!(
            anchors(
                "# Key *questions*\n## Key questions\n## Key questions\n## Key questions 2\n### `Öl` & Gas\n## —\n"
            ),
            ["key-questions", "key-questions-2", "key-questions-3", "key-questions-2-2", "ol-gas", "x"],
        );
    }

    #[test]
    fn keeps_headings_apart_from_passages_and_actions() {
        assert_eq!(
            anchors("# P 14\n# Action 3\n# Q 1\n# Action\n# Action\n# Action\n# Actions 3\n"),
            [
                "section-p-14",
                "section-action-3",
                "section-q-1",
                "action",
                "section-action",
                "section-action-2",
                "actions-3"
            ],
        );
    }

    #[test]
    fn heads_have_level_and_title() {
        let outline = Outline::of("Title\n===\n\n### The  [*Space*](x) \\& `rules`\n");
        let heads: Vec<_> =
            outline.headings.iter().map(|head| (head.level, head.title.as_str(), head.at)).collect();
        assert_eq!(heads, [(1, "Title", 0), (3, "The Space & rules", 11)]);
        assert_eq!(outline.heading_at(11).map(|head| &*head.anchor), Some("the-space-rules"));
    }

    #[test]
    fn finds_images_without_text() {
        let text = "![](a.png) ![ ](b.png) ![a map](c.png) ![*x*](d) <img src=e> <img alt=\"\" src=f>\n\n<IMG src='g' />\n";
        let at = Outline::of(text).images_without_text;
        assert_eq!(
            at.iter().map(|at| &text[*at..*at + 4]).collect::<Vec<_>>(),
            ["![](", "![ ]", "<img", "<IMG"]
        );
        assert_eq!(Outline::of("![a ![](in) b](out)").images_without_text, [0usize; 0]);
    }

    #[test]
    fn counts_the_words_a_reader_sees() {
        let words = |text: &str| Outline::of(text).words;
        assert_eq!(words("One *two*three – four\nfive<br>six `seven eight`"), 7);
        assert_eq!(words("| a | b c |\n| - | - |\n| d | e |\n\n# f\n\n- g\n- h"), 8);
        assert_eq!(words("[three words here](https://example.org/not/these) ![two more](x.png)"), 5);
        assert_eq!(words(""), 0);
    }

    proptest! {
        #[test]
        fn words_are_counted_the_same_at_any_speed(text in "[ a-z0-9.,(é\\n]{0,40}", at in 0usize..40) {
            let slow = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            prop_assert_eq!(count(&text, Word::None).1, slow);
            let at = text.char_indices().map(|(at, _)| at).nth(at).unwrap_or(text.len());
            let (word, first) = count(&text[..at], Word::None);
            prop_assert_eq!(first + count(&text[at..], word).1, slow);
        }

        #[test]
        fn never_panics_and_stays_within_the_text(text in crate::model::text::tests::mangled()) {
            let outline = Outline::of(&text);
            for passage in &outline.passages {
                prop_assert!(text.get(passage.clone()).is_some());
            }
            prop_assert!(outline.passages.is_sorted_by(|a, b| a.start < b.start));
            prop_assert!(outline.headings.is_sorted_by(|a, b| a.at < b.at));
            let mut anchors: Vec<_> = outline.headings.iter().map(|head| &head.anchor).collect();
            anchors.sort();
            prop_assert!(anchors.is_sorted_by(|a, b| a < b));
            prop_assert!(outline.images_without_text.iter().all(|at| text.is_char_boundary(*at)));
            for (n, passage) in outline.passages.iter().enumerate() {
                prop_assert_eq!(outline.passage_at(passage.start), Some(n + 1));
            }
        }
    }
}
