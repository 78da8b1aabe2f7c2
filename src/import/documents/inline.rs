//! What converters leave inside a line → clean Markdown.
//!
//! In: the text of a paragraph, an item or a cell, with HTML tags, entities, odd spaces and torn
//! superscripts. Out: Markdown in which `**`, `*`, links, `[^1]` and, in cells, `<br>` are the only
//! marks it makes. Words are never changed, but for look-alike letters by [`fold`].

use std::collections::BTreeMap;

use crate::model::date::MONTHS;
use crate::model::look_alike;

/// Where a text stands: a cell keeps its line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A paragraph, an item, a heading.
    Line,
    /// A cell of a table.
    Cell,
}

/// Cleans a text. `notes` are the labels of the document's footnotes, whose marks become `[^1]`.
pub(crate) fn clean(text: &str, place: Place, notes: &[String]) -> String {
    let mut cleaner = Cleaner {
        out: String::with_capacity(text.len()),
        place,
        depth: 0,
        pending: None,
        open: Vec::new(),
        fresh: false,
    };
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let taken = match letter {
            '<' => cleaner.tag(rest, notes),
            '&' => cleaner.entity(rest),
            '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => letter.len_utf8(),
            letter if letter.is_whitespace() || letter.is_control() => {
                cleaner.out.push_str(if cleaner.fresh { "" } else { " " });
                letter.len_utf8()
            }
            letter => {
                cleaner.flush();
                cleaner.fresh = false;
                cleaner.out.push(letter);
                letter.len_utf8()
            }
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    while let Some(mark) = cleaner.open.last().copied() {
        cleaner.emphasis(mark, true);
    }
    tidy(&cleaner.out)
}

struct Cleaner {
    out: String,
    place: Place,
    /// How deep in lists a cell is.
    depth: usize,
    /// A line end, and what starts the next line, once something follows.
    pending: Option<&'static str>,
    /// Emphasis marks that were opened.
    open: Vec<&'static str>,
    /// Whether one was opened just now: no space may follow it.
    fresh: bool,
}

impl Cleaner {
    /// Makes of the tag at the start of a text what it stands for; how many bytes were taken.
    fn tag(&mut self, rest: &str, notes: &[String]) -> usize {
        let Some((name, closes, length)) = tag_name(rest) else {
            self.flush();
            self.out.push('<');
            return 1;
        };
        match (name.as_str(), closes) {
            ("sup", false) => {
                let inside = rest.get(length..).unwrap_or_default();
                if let Some((raised, _)) = inside.split_once("</sup>") {
                    self.raised(raised.trim(), notes);
                    return length + raised.len() + "</sup>".len();
                }
            }
            ("b" | "strong", _) => self.emphasis("**", closes),
            ("i" | "em", _) => self.emphasis("*", closes),
            ("br", _) => self.pending = Some(""),
            ("ul" | "ol", false) => self.depth += 1,
            ("ul" | "ol", true) => {
                self.depth = self.depth.saturating_sub(1);
                self.pending = Some("");
            }
            ("li", false) => self.pending = Some(if self.depth > 1 { "– " } else { "" }),
            ("li" | "p" | "div", _) => self.pending = Some(""),
            _ => {}
        }
        length
    }

    /// `3 <sup>rd</sup>` is `3rd`; a number that is a footnote's mark leads to it.
    fn raised(&mut self, raised: &str, notes: &[String]) {
        let after_number = self.out.trim_end().ends_with(|letter: char| letter.is_ascii_digit());
        if matches!(raised.to_lowercase().as_str(), "st" | "nd" | "rd" | "th") && after_number {
            let kept = self.out.trim_end().len();
            self.out.truncate(kept);
            self.out.push_str(raised);
        } else if notes.iter().any(|note| note == raised) {
            self.out.push_str(&format!("[^{raised}]"));
        } else if !raised.is_empty() {
            self.out.push_str(&format!("<sup>{raised}</sup>"));
        }
    }

    /// Emphasis marks stand at words, not at spaces; an end without a start is dropped.
    fn emphasis(&mut self, mark: &'static str, closes: bool) {
        if !closes {
            self.flush();
            self.out.push_str(mark);
            self.open.push(mark);
            self.fresh = true;
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| *open == mark) else { return };
        self.open.remove(at);
        self.fresh = false;
        let kept = self.out.trim_end().len();
        let spaces = self.out.len() - kept;
        self.out.truncate(kept);
        // Nothing between the marks: neither is needed.
        match self.out.strip_suffix(mark).map(str::len) {
            Some(before) => self.out.truncate(before),
            None => self.out.push_str(mark),
        }
        self.out.push_str(if spaces > 0 { " " } else { "" });
    }

    fn entity(&mut self, rest: &str) -> usize {
        const ENTITIES: &[(&str, &str)] = &[
            ("&amp;", "&"),
            ("&nbsp;", " "),
            ("&#160;", " "),
            ("&quot;", "\""),
            ("&apos;", "'"),
            ("&#39;", "'"),
            ("&ndash;", "–"),
            ("&mdash;", "—"),
            ("&rsquo;", "’"),
            ("&lsquo;", "‘"),
            ("&ldquo;", "“"),
            ("&rdquo;", "”"),
            ("&hellip;", "…"),
            ("&bull;", "•"),
        ];
        self.flush();
        match ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
            // `&amp;lt;` stays an entity, so that the sign is not taken for a tag.
            Some((name, letter)) => {
                self.out.push_str(letter);
                name.len()
            }
            None => {
                self.out.push('&');
                1
            }
        }
    }

    /// Ends a line that is due, where something stands before it.
    fn flush(&mut self) {
        let Some(start) = self.pending.take() else { return };
        let before = self.out.trim_end();
        let nothing_yet = before.trim_matches(['*', ' ']).is_empty();
        match self.place {
            _ if nothing_yet => {}
            Place::Cell => {
                let kept = before.len();
                self.out.truncate(kept);
                self.out.push_str("<br>");
                self.out.push_str(start);
            }
            Place::Line => self.out.push(' '),
        }
    }
}

/// The name of the tag that a text starts with, whether it is an end tag, and its length.
fn tag_name(text: &str) -> Option<(String, bool, usize)> {
    let inner = text.strip_prefix('<')?;
    let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let name: String = inner.chars().take(12).take_while(char::is_ascii_alphanumeric).collect();
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    // No tag of a document is longer; a bound keeps a text full of `<` from being read over and over.
    let length = text.bytes().take(400).position(|byte| byte == b'>')? + 1;
    Some((name.to_ascii_lowercase(), closes, length))
}

/// Runs of spaces made one, none at the ends or around `<br>`.
fn tidy(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines: Vec<&str> = flat.split("<br>").map(str::trim).collect();
    lines.retain(|line| !line.is_empty());
    lines.join("<br>")
}

/// A text without the emphasis marks around it and in it.
pub(crate) fn unmarked(text: &str) -> String {
    text.replace("**", "").trim().trim_matches('*').trim().to_owned()
}

/// A text with look-alike letters folded, and which letters of which words those were:
/// `“НО” has Cyrillic Н (U+041D) and О (U+041E)`. `None` where nothing changes.
pub(crate) fn fold(text: &str) -> Option<(String, String)> {
    let folded = look_alike::fold(text)?;
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        if look_alike::fold(word).is_none() {
            continue;
        }
        let mut letters: Vec<String> = Vec::new();
        for letter in word.chars().filter(|letter| !letter.is_ascii() && letter.is_alphabetic()) {
            let named = format!("{letter} (U+{:04X})", u32::from(letter));
            if !letters.contains(&named) {
                letters.push(named);
            }
        }
        let named = format!("“{word}” has {} {}", alphabet(word), letters.join(" and "));
        if !words.contains(&named) {
            words.push(named);
        }
    }
    Some((folded, words.join(", ")))
}

fn alphabet(word: &str) -> &'static str {
    let first = word.chars().find(|letter| !letter.is_ascii() && letter.is_alphabetic());
    match first.map(u32::from) {
        Some(0x0400..=0x052f) => "Cyrillic",
        Some(0x0370..=0x03ff) => "Greek",
        Some(0xff00..=0xffef) => "full-width",
        _ => "foreign",
    }
}

/// How often each form of a word occurs.
type Forms = BTreeMap<String, usize>;

/// The letter case of a headline in capitals: each word as the document's running text has it, after
/// the same word if that occurs (`Open Space` beside `the space`).
#[derive(Debug, Default)]
pub(crate) struct Case {
    words: BTreeMap<String, Forms>,
    pairs: BTreeMap<(String, String), Forms>,
}

impl Case {
    /// Learns from running text; words that start a sentence teach nothing.
    pub(crate) fn learn(&mut self, text: &str) {
        let mut starts = true;
        let mut before = String::new();
        for word in text.split_whitespace() {
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            if !starts && !bare.is_empty() {
                let (lower, form) = (bare.to_lowercase(), bare.to_owned());
                let pair = (std::mem::take(&mut before), lower.clone());
                *self.pairs.entry(pair).or_default().entry(form.clone()).or_default() += 1;
                *self.words.entry(lower).or_default().entry(form).or_default() += 1;
            }
            before = bare.to_lowercase();
            starts = word.ends_with(['.', '?', '!', ':', '•']) || bare.is_empty();
        }
    }

    /// A headline in capitals, in sentence case; any other as it is.
    pub(crate) fn lower(&self, headline: &str) -> String {
        let shouts = headline.chars().any(char::is_uppercase) && !headline.chars().any(char::is_lowercase);
        let letters = headline.chars().filter(|letter| letter.is_alphabetic()).count();
        if !shouts || letters < 4 {
            return headline.to_owned();
        }
        let mut before = String::new();
        let mut words = Vec::new();
        for word in headline.split(' ') {
            let lower = word.to_lowercase();
            let bare = lower.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
            words.push(self.word(&before, &lower, &bare));
            before = bare;
        }
        capital(&words.join(" "))
    }

    fn word(&self, before: &str, word: &str, bare: &str) -> String {
        let is_day =
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].contains(&bare);
        if is_day || MONTHS.iter().any(|month| month.to_lowercase() == bare) {
            return word.replacen(bare, &capital(bare), 1);
        }
        let pair = self.pairs.get(&(before.to_owned(), bare.to_owned()));
        let forms = pair.or_else(|| self.words.get(bare));
        match forms.and_then(|forms| forms.iter().max_by_key(|(_, count)| **count)) {
            Some((form, _)) => word.replacen(bare, form, 1),
            None => word.to_owned(),
        }
    }
}

/// A text with its first letter a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(text: &str) -> String {
        clean(text, Place::Line, &["1".to_owned()])
    }

    fn cell(text: &str) -> String {
        clean(text, Place::Cell, &[])
    }

    #[test]
    fn joins_ordinals_and_keeps_other_superscripts() {
        assert_eq!(line("with 3 <sup>rd</sup> parties"), "with 3rd parties");
        assert_eq!(line("3<sup>rd</sup>"), "3rd");
        assert_eq!(line("10 m<sup>2</sup>"), "10 m<sup>2</sup>");
        assert_eq!(line("as said<sup>1</sup>."), "as said[^1].");
    }

    #[test]
    fn makes_markdown_of_tags() {
        assert_eq!(line("<b>Home </b>Office"), "**Home** Office");
        assert_eq!(line("a <i> b</i> <b>c"), "a *b* **c**");
        assert_eq!(line("<b></b>x <span class=\"y\">z</span> 1 < 2 &amp; 3&nbsp;km"), "x z 1 < 2 & 3 km");
        assert_eq!(line("&lt;b&gt;"), "&lt;b&gt;");
    }

    #[test]
    fn lists_in_cells_become_lines() {
        assert_eq!(cell("<ul> <li>Why?</li> </ul>"), "Why?");
        assert_eq!(
            cell("<ul> <li>One</li> <li>Two         <ul> <li>deeper.</li> </ul> </li> </ul>"),
            "One<br>Two<br>– deeper."
        );
        assert_eq!(cell("a<br/>b<p>c</p>"), "a<br>b<br>c");
    }

    #[test]
    fn names_look_alike_letters() {
        let (folded, why) = fold("НО & CSOs").unwrap();
        assert_eq!(folded, "HO & CSOs");
        assert_eq!(why, "“НО” has Cyrillic Н (U+041D) and О (U+041E)");
        assert_eq!(fold("Орган"), None);
    }

    #[test]
    fn headlines_stop_shouting() {
        let mut case = Case::default();
        case.learn(
            "It is about the Open Space and a workshop. The HO runs the space in that space for a workshop.",
        );
        assert_eq!(
            case.lower("TUESDAY 3RD JULY OPEN SPACE WORKSHOP"),
            "Tuesday 3rd July Open Space workshop"
        );
        assert_eq!(case.lower("THE HO"), "The HO");
        assert_eq!(case.lower("Next Steps"), "Next Steps");
    }

    proptest! {
        #[test]
        fn never_panics(text in crate::model::text::tests::mangled()) {
            line(&text);
            cell(&text);
            fold(&text);
            let mut case = Case::default();
            case.learn(&text);
            case.lower(&text.to_uppercase());
        }
    }
}
