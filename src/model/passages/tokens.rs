//! Text → the marks of confidentiality in it, in order.
//!
//! In: any text. Out: `Spot`s. It takes every doubtful mark for one, since that hides more.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::within;
use crate::model::access::Visibility;
use crate::model::text;

/// A mark, and where it stands; for marks that are lines, with the line's end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) at: Range<usize>,
    pub(super) token: Token,
}

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `::: members`
    Open {
        /// For whom the passage is meant.
        level: Visibility,
        /// Whether the word was understood.
        known: bool,
        /// Whether it has a line of its own.
        alone: bool,
    },
    /// `:::`
    Close,
    /// `[[redact: reason]]`
    Redact {
        /// The reason.
        reason: Range<usize>,
        /// Whether the mark ends on its line.
        whole: bool,
    },
    /// `[[/redact]]`
    Unredact,
    /// `[[withheld: reason]]`, typed where the words never came into the archive.
    Withheld {
        /// The reason.
        reason: Range<usize>,
    },
    /// An HTML comment.
    Comment,
    /// A note or an address that nothing calls in what is left; it is told by what is left, not by a mark.
    Uncalled,
}

/// What ends a line for whoever wrote it: word processors put the rarer ones in.
pub(super) const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Every mark of a text, by where it starts.
pub(super) fn tokens(text: &str) -> Vec<Spot> {
    let code = Code::of(text);
    let mut spots = Vec::new();
    if text.contains(":::") {
        fences(text, &code, &mut spots);
    }
    redactions(text, &mut spots);
    comments(text, &code, &mut spots);
    spots.sort_by_key(|spot| (spot.at.start, spot.at.end));
    spots
}

fn fences(text: &str, code: &Code, spots: &mut Vec<Spot>) {
    let mut start = 0;
    // Where a mark stands within a line nobody knows which end is its own: none ends anything any more.
    let mut is_broken = false;
    for line in text.split_inclusive(LINE_ENDS) {
        let at = start..start + line.len();
        start = at.end;
        if !line.contains(":::") || code.holds(at.start) {
            continue;
        }
        match fence(line) {
            Some(Token::Close) if is_broken => {}
            Some(token) => spots.push(Spot { at, token }),
            None => {
                for (mark, level) in within::marks(line) {
                    let token = Token::Open { level, known: true, alone: false };
                    spots.push(Spot { at: at.start + mark.start..at.start + mark.end, token });
                    is_broken = true;
                }
            }
        }
    }
}

/// The fence that a line is. It may be indented, quoted, an item of a list, or stand behind other
/// marks: an author who writes one there means it.
pub(super) fn fence(line: &str) -> Option<Token> {
    let invisible =
        |letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}' | '\u{2060}');
    let before = &line[..line.find(":::")?];
    let comment = before.rfind("-->").map_or(0, |end| end + 3);
    let mut bare = line[comment..].trim_matches(invisible);
    loop {
        let digits = bare.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let next = match bare.chars().next()? {
            '>' => &bare[1..],
            '-' | '*' | '+' if bare[1..].starts_with([' ', '\t']) => &bare[1..],
            '0'..='9' if digits.starts_with(['.', ')']) => &digits[1..],
            '[' if bare.starts_with("[[") => bare.split_once("]]")?.1,
            _ => break,
        };
        bare = next.trim_start_matches(invisible);
    }
    let words = bare.strip_prefix(":::")?.trim_start_matches(':');
    let words = words.trim_matches(invisible).trim_end_matches(':').trim_matches(invisible);
    let word = words.strip_prefix("{.").and_then(|word| word.strip_suffix('}')).unwrap_or(words);
    if word.is_empty() {
        return Some(Token::Close);
    }
    let level = Visibility::parse(word);
    Some(Token::Open { level: level.unwrap_or(Visibility::Private), known: level.is_some(), alone: true })
}

fn redactions(text: &str, spots: &mut Vec<Spot>) {
    let bytes = text.as_bytes();
    // Where the next line end and the next `]]` are, from `at` on: looked for once, not once a mark.
    let mut line_end = Next::default();
    let mut brackets = Next::default();
    let mut from = 0;
    while let Some(found) = text[from..].find("[[") {
        let start = from + found;
        // Of `[[[redact` the last two brackets open it.
        let inner = start + 2 + text[start + 2..].bytes().take_while(|byte| *byte == b'[').count();
        from = inner;
        let Some((word, after)) = word(&text[inner..]) else { continue };
        let at = text.len() - after.len();
        let line = line_end.from(at, |at| memchr::memchr2(b'\n', b'\r', &bytes[at..])).unwrap_or(text.len());
        let close = brackets.from(at, |at| memchr::memmem::find(&bytes[at..], b"]]"));
        let close = close.filter(|close| *close < line);
        let words = &text[at..close.unwrap_or(line)];
        let end = close.map_or(line, |close| close + 2);
        let reason = at + words.len() - words.trim_start().trim_start_matches(':').len()..at + words.len();
        let token = match (word, close.is_some()) {
            ("redact", whole) => Token::Redact { reason, whole },
            ("/redact", true) => Token::Unredact,
            ("withheld", true) => Token::Withheld { reason },
            _ => continue,
        };
        spots.push(Spot { at: inner - 2..end, token });
        from = end;
    }
}

/// Whether the word of a mark would stand across the seam of two texts, which is no mark in either.
pub(super) fn makes_a_mark(before: &str, after: &str) -> bool {
    // More than this is no word of a mark; whole lines would be looked at once a seam.
    const NEAR: usize = 64;
    let from = (before.len().saturating_sub(NEAR)..).find(|at| before.is_char_boundary(*at));
    let to = (0..=after.len().min(NEAR)).rev().find(|at| after.is_char_boundary(*at));
    let before = &before[from.unwrap_or(before.len())..];
    let (text, seam) = (format!("{before}{}", &after[..to.unwrap_or(0)]), before.len());
    let mut from = 0;
    while let Some(found) = text[from..].find("[[") {
        let start = from + found;
        from = start + 2 + text[start + 2..].bytes().take_while(|byte| *byte == b'[').count();
        if from - 2 >= seam {
            return false;
        }
        if word(&text[from..]).is_some_and(|(_, after)| text.len() - after.len() > seam) {
            return true;
        }
    }
    false
}

/// The next place of something, remembered until it is passed.
#[derive(Default)]
struct Next {
    /// From where it was looked for, and where it is.
    known: Option<(usize, Option<usize>)>,
}

impl Next {
    fn from(&mut self, at: usize, find: impl FnOnce(usize) -> Option<usize>) -> Option<usize> {
        match self.known {
            Some((from, found)) if from <= at && found.is_none_or(|found| found >= at) => found,
            _ => {
                let found = find(at).map(|found| at + found);
                self.known = Some((at, found));
                found
            }
        }
    }
}

/// The word of a mark, small, and what follows it.
pub(super) fn word(text: &str) -> Option<(&'static str, &str)> {
    let bare = text.trim_start_matches([' ', '\t']);
    let (closes, bare) = match bare.strip_prefix('/') {
        Some(rest) => (true, rest.trim_start_matches([' ', '\t'])),
        None => (false, bare),
    };
    let after = |word: &str| {
        bare.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
            .then(|| &bare[word.len()..])
    };
    match (closes, after("redact"), after("withheld")) {
        (true, Some(after), _) => Some(("/redact", after)),
        (false, Some(after), _) => Some(("redact", after)),
        (false, None, Some(after)) => Some(("withheld", after)),
        _ => None,
    }
}

fn comments(text: &str, code: &Code, spots: &mut Vec<Spot>) {
    let (mut from, mut line) = (0, 0);
    while let Some(found) = text[from..].find("<!--") {
        let start = from + found;
        line = text[from..start].rfind('\n').map_or(line, |end| from + end + 1);
        from = start + 4;
        if code.holds(start) {
            continue;
        }
        let alone = text[line..start].len() < 100 && text[line..start].trim().is_empty();
        let end = match text[from..].find("-->") {
            Some(close) => from + close + 3,
            None => text.len(),
        };
        // A comment that has its lines for itself goes with them.
        let rest = &text[end..];
        let whole = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
        let at = match alone && (rest[whole..].starts_with('\n') || rest.len() == whole) {
            true => line..(end + whole + 1).min(text.len()),
            false => start..end,
        };
        from = end;
        spots.push(Spot { at, token: Token::Comment });
    }
}

/// Where a text shows code in fenced blocks: there a mark may be an example of itself.
pub(super) struct Code {
    /// The blocks; none where one of them is not closed, for then nobody knows which are meant.
    closed: Vec<Range<usize>>,
}

impl Code {
    pub(super) fn of(text: &str) -> Self {
        let mut closed = Vec::new();
        if !text.contains("```") && !text.contains("~~~") {
            return Code { closed };
        }
        for (event, range) in Parser::new_ext(text, text::markdown()).into_offset_iter() {
            if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) = event {
                if !is_closed(&text[range.clone()]) {
                    return Code { closed: Vec::new() };
                }
                closed.push(range);
            }
        }
        Code { closed }
    }

    /// Whether a block begins on a line.
    pub(super) fn begins(&self, line: Range<usize>) -> bool {
        let after = self.closed.partition_point(|range| range.start < line.start);
        self.closed.get(after).is_some_and(|range| line.contains(&range.start))
    }

    pub(super) fn holds(&self, byte: usize) -> bool {
        let after = self.closed.partition_point(|range| range.start <= byte);
        after.checked_sub(1).is_some_and(|n| self.closed[n].contains(&byte))
    }
}

/// Whether a fenced block ends with its closing fence.
fn is_closed(block: &str) -> bool {
    let mut lines = block.trim_end().lines();
    let (Some(first), Some(last)) = (lines.next(), lines.next_back()) else { return false };
    let fence = first.trim_start();
    let mark = if fence.starts_with('~') { '~' } else { '`' };
    let length = fence.len() - fence.trim_start_matches(mark).len();
    let last = last.trim_start_matches([' ', '\t', '>']).trim_end();
    last.len() >= length && last.chars().all(|letter| letter == mark)
}
