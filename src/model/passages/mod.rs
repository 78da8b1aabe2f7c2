//! Text → what an audience may see of it: passages for members and redactions taken out.
//!
//! In: Markdown or a line of text, and the most closed level that may be seen. Out: the text that is
//! left, with the way back from its bytes to those of the source. The marks, in whole lines and
//! outside closed code blocks:
//!
//! ```text
//! ::: members          also `::: private`; what nobody knows hides as `private` does
//! …
//! :::
//! ```
//!
//! and, anywhere, code too, `[[redact: reason]]…[[/redact]]`. Whatever is malformed hides more,
//! never less: an unclosed mark hides the rest, and so does one that stands within a line, where YAML
//! put it that joins lines. A note that only hidden words call goes with them. It does not know records.

mod faults;
mod frame;
mod hidden;
mod lines;
pub mod near;
mod tokens;
mod uncalled;
mod within;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr3_iter;

pub use self::faults::faults;
pub use self::frame::frame;
pub use self::hidden::hidden;
use self::lines::{Line, blank_lines, is_blank_end};
use self::tokens::{Code, LINE_ENDS, Spot, Token, tokens};
use self::uncalled::{may_define, uncalled};
use super::access::Visibility;

/// What is left of a text for an audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visible<'t> {
    /// The text that is left.
    pub text: Cow<'t, str>,
    /// The reason of each redaction that leaves a mark in it, in the order of the text, and of each
    /// mark `[[withheld: reason]]` that was there before; empty where no reason was given.
    pub withheld: Vec<String>,
    pieces: Vec<Piece>,
}

/// A stretch of the source that is left: where it stands now, where it stood, how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    new: usize,
    old: usize,
    length: usize,
}

/// How a redaction is shown to those who may not see what it hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `[[withheld: reason]]`, which rendering makes a mark of.
    Markdown,
    /// `[withheld]`, for text that is shown as it is.
    Plain,
}

/// Whether a text holds anything that this module acts on.
pub fn has_marks(text: &str) -> bool {
    let begins_mark = |rest: &[u8]| [&b"[["[..], b":::", b"<!--"].iter().any(|mark| rest.starts_with(mark));
    memchr3_iter(b'[', b':', b'<', text.as_bytes()).any(|at| begins_mark(&text.as_bytes()[at..]))
}

/// Whether something of a text may be hidden from somebody: by a mark, or as a note of what is hidden.
pub fn may_hide(text: &str) -> bool {
    has_marks(text) || may_define(text)
}

/// What is left of a text for those who may see things up to a level.
///
/// Only the public does not see what is redacted; for others the marks go and the words stay. Nor
/// does it get HTML comments, nor addresses that no link of a text uses: they are notes among editors, no
/// reader sees them on a page, and exported Markdown would tell them.
pub fn visible(text: &str, up_to: Visibility, mark: Mark) -> Visible<'_> {
    let mut spots = if has_marks(text) { tokens(text) } else { Vec::new() };
    let mut left = walked(text, &spots, up_to, mark);
    if mark == Mark::Plain || up_to == Visibility::Private || !may_define(text) {
        return left;
    }
    // Where a definition is cut out, what stood behind it may be one that was none before.
    for _ in 0..DEEP {
        let cut = uncalled(&left.text, text, up_to);
        if cut.is_empty() {
            break;
        }
        let spot = |at: Range<usize>| Spot { at: left.source(&at), token: Token::Uncalled };
        spots.extend(cut.into_iter().map(spot));
        spots.sort_by_key(|spot| (spot.at.start, spot.at.end));
        left = walked(text, &spots, up_to, mark);
    }
    left
}

/// How often definitions are looked for again where some were cut out.
const DEEP: usize = 4;

fn walked<'t>(text: &'t str, spots: &[Spot], up_to: Visibility, mark: Mark) -> Visible<'t> {
    if spots.is_empty() {
        return Visible { text: Cow::Borrowed(text), withheld: Vec::new(), pieces: Vec::new() };
    }
    let mut walk = Walk { source: text, up_to, mark, ..Walk::default() };
    for spot in spots {
        walk.show(spot.at.start);
        walk.step(spot.token.clone(), spot.at.clone());
    }
    walk.show(text.len());
    walk.finish()
}

/// The mark that stands for what is withheld, as `[[withheld: reason]]`.
pub fn mark(reason: &str) -> String {
    let reason = tidy(reason);
    let colon = if reason.is_empty() { "" } else { ": " };
    format!("[[withheld{colon}{reason}]]")
}

/// The reasons that the marks of a text give, with the bytes at which they stand.
pub fn reasons(text: &str) -> Vec<(Range<usize>, String)> {
    let given = |token: Token| match token {
        Token::Redact { reason, whole: true } | Token::Withheld { reason } => Some(reason),
        _ => None,
    };
    let tokens = if text.contains("[[") { tokens(text) } else { Vec::new() };
    let reasons = tokens.into_iter().filter_map(|token| given(token.token));
    reasons.map(|at| (at.clone(), tidy(&text[at]))).filter(|(_, reason)| !reason.is_empty()).collect()
}

/// Where a text begins to hide something that it holds: its passages for some and its redactions.
pub fn hides(text: &str) -> Vec<usize> {
    let tokens = if has_marks(text) { tokens(text) } else { Vec::new() };
    let hides = |token: &Token| match token {
        Token::Open { level, .. } => *level > Visibility::Public,
        Token::Redact { .. } | Token::Comment => true,
        Token::Close | Token::Unredact | Token::Withheld { .. } | Token::Uncalled => false,
    };
    tokens.into_iter().filter(|spot| hides(&spot.token)).map(|spot| spot.at.start).collect()
}

/// Whether a byte of this text stands in a closed block of code, where a mark may be an example of itself.
pub fn code(text: &str) -> impl Fn(usize) -> bool + use<> {
    let code = Code::of(text);
    move |byte| code.holds(byte)
}

impl Visible<'_> {
    /// Where a range of what is left stood in the source.
    pub fn source(&self, range: &Range<usize>) -> Range<usize> {
        if self.pieces.is_empty() {
            return range.clone();
        }
        let start = self.source_of(range.start);
        let before = self.pieces.partition_point(|piece| piece.new < range.end);
        let end = match before.checked_sub(1).and_then(|n| self.pieces.get(n)) {
            Some(piece) if !range.is_empty() => piece.old + (range.end - piece.new).min(piece.length),
            _ => start,
        };
        start..end.max(start)
    }

    /// Where a byte of what is left stood. A byte of a mark stands where the words it hides began,
    /// a line end that was put in where the words after it do.
    pub fn source_of(&self, byte: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.new <= byte);
        let next = || self.pieces.get(after).map(|piece| piece.old);
        match after.checked_sub(1).and_then(|n| self.pieces.get(n)) {
            Some(piece) if byte < piece.new + piece.length || piece.length == 0 => {
                piece.old + (byte - piece.new).min(piece.length)
            }
            Some(piece) => next().unwrap_or(piece.old + piece.length),
            None => next().unwrap_or(byte),
        }
    }
}

struct Walk<'t> {
    source: &'t str,
    up_to: Visibility,
    mark: Mark,
    out: String,
    pieces: Vec<Piece>,
    withheld: Vec<String>,
    /// How far the source was read.
    at: usize,
    /// The levels of the passages that are open.
    fences: Vec<Visibility>,
    /// How many redactions are open.
    redactions: usize,
    /// Whether whole lines were cut out right before.
    cut: bool,
}

impl Default for Walk<'_> {
    fn default() -> Self {
        Walk {
            source: "",
            up_to: Visibility::Public,
            mark: Mark::Markdown,
            out: String::new(),
            pieces: Vec::new(),
            withheld: Vec::new(),
            at: 0,
            fences: Vec::new(),
            redactions: 0,
            cut: false,
        }
    }
}

impl<'t> Walk<'t> {
    fn is_fenced(&self) -> bool {
        self.fences.iter().any(|level| *level > self.up_to)
    }

    fn is_redacted(&self) -> bool {
        self.redactions > 0 && self.up_to == Visibility::Public
    }

    /// Takes over the source up to a byte, if it may be seen.
    fn show(&mut self, to: usize) {
        if to > self.at {
            if !self.is_fenced() && !self.is_redacted() {
                self.put(self.at..to);
            }
            self.at = to;
        }
    }

    fn step(&mut self, token: Token, at: Range<usize>) {
        match token {
            Token::Open { level, .. } => {
                self.fences.push(level);
                self.cut = true;
            }
            Token::Close => {
                self.fences.pop();
                self.cut = true;
            }
            Token::Redact { reason, whole } => {
                if self.up_to == Visibility::Public {
                    if self.redactions == 0 && !self.is_fenced() && at.start >= self.at {
                        self.put_mark(reason, at.end);
                    }
                } else if !whole {
                    // Nothing tells where the mark ends: members see it as it is.
                    self.show(at.end);
                }
                self.redactions += 1;
            }
            Token::Unredact => self.redactions = self.redactions.saturating_sub(1),
            Token::Withheld { reason } => {
                if !self.is_fenced() && !self.is_redacted() && at.start >= self.at {
                    self.withheld.push(tidy(&self.source[reason]));
                    self.show(at.end);
                }
            }
            Token::Comment if self.up_to != Visibility::Public => return,
            Token::Comment | Token::Uncalled => {
                let starts_line = at.start == 0 || self.source[..at.start].ends_with('\n');
                let ends_line = at.end == self.source.len() || self.source[..at.end].ends_with('\n');
                self.cut |= starts_line && ends_line;
            }
        }
        self.at = self.at.max(at.end);
    }

    fn put_mark(&mut self, reason: Range<usize>, content: usize) {
        let reason = tidy(&self.source[reason]);
        let mark = match self.mark {
            Mark::Markdown => mark(&reason),
            Mark::Plain => "[withheld]".to_owned(),
        };
        self.withheld.push(reason);
        self.join("[");
        self.set_apart("[");
        let rest = self.source.get(content..).unwrap_or_default();
        let old = content + rest.len() - rest.trim_start().len();
        // The mark stands for the first word that it hides, so that a passage is found again.
        self.pieces.push(Piece { new: self.out.len(), old, length: 0 });
        self.out.push_str(&mark);
    }

    fn put(&mut self, mut range: Range<usize>) {
        if self.cut {
            if is_blank_end(&self.out) {
                let slice = &self.source[range.clone()];
                range.start += blank_lines(slice);
            }
            if range.is_empty() {
                return;
            }
            let source = self.source;
            self.join(&source[range.clone()]);
        }
        let source = self.source;
        self.set_apart(&source[range.clone()]);
        if let Some(length) = self.makes_a_fence(&source[range.clone()]) {
            self.keep(range.start..range.start + length);
            self.out.push('\\');
            range.start += length;
        }
        self.keep(range);
    }

    /// Where in the text to come a line would become a fence that was none in the source, because
    /// what stood before it is gone: whoever reads what is left again would take it for one.
    fn makes_a_fence(&self, next: &str) -> Option<usize> {
        let first = next.split_inclusive(LINE_ENDS).next()?;
        let is_joined = self.out.ends_with(':') && first.starts_with(':');
        if !is_joined && !first.contains(":::") && !within::may_go_on(&self.out) {
            return None;
        }
        let line = self.out.split_inclusive(LINE_ENDS).next_back().filter(|line| !line.ends_with(LINE_ENDS));
        let before = line.unwrap_or_default();
        let line = format!("{before}{first}");
        let at = match tokens::fence(&line) {
            Some(_) => line.find(":::")?,
            None => within::marks(&line).next()?.0.start,
        };
        Some(at.saturating_sub(before.len()))
    }

    /// A mark before a bracket would be the words of a link; and what a stray mark stood within is none.
    fn set_apart(&mut self, next: &str) {
        if tokens::makes_a_mark(&self.out, next) {
            self.out.push('\\');
        }
        if self.out.ends_with("]]") && next.starts_with(['(', '[']) {
            self.out.push(' ');
        }
    }

    fn keep(&mut self, range: Range<usize>) {
        self.pieces.push(Piece { new: self.out.len(), old: range.start, length: range.len() });
        self.out.push_str(&self.source[range]);
    }

    /// Where lines were cut out, sets what follows apart from what comes before, unless both are
    /// rows of a table, items of a list or lines of a quotation.
    fn join(&mut self, next: &str) {
        if !std::mem::take(&mut self.cut) || is_blank_end(&self.out) {
            return;
        }
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        let before = self.out.trim_end().rsplit('\n').next().unwrap_or_default();
        let first = next.split('\n').next().unwrap_or_default();
        let goes_on = Line::of(before).is_some_and(|kind| Line::of(first) == Some(kind));
        if !goes_on && !first.trim().is_empty() {
            self.out.push('\n');
        }
    }

    fn finish(mut self) -> Visible<'t> {
        if self.cut {
            let kept = self.out.trim_end_matches([' ', '\t', '\n', '\r']).len();
            // It ends as it would if what was cut out had never been there.
            let ends_line = self.source.ends_with('\n') && self.out[kept..].contains('\n');
            self.out.truncate(kept);
            if ends_line && kept > 0 {
                self.out.push('\n');
            }
            self.pieces.retain(|piece| piece.new < kept);
            if let Some(last) = self.pieces.last_mut() {
                last.length = last.length.min(kept - last.new);
            }
        }
        Visible { text: Cow::Owned(self.out), withheld: self.withheld, pieces: self.pieces }
    }
}

/// A reason as it can stand in a mark: one line, without what would end the mark or a table's cell, or begin
/// a passage.
fn tidy(reason: &str) -> String {
    let plain = reason.replace(['[', ']', '|', '<', '>', '`'], " ").replace(":::", " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
