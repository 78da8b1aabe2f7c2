//! What an edition says → stretches of a file that say the very same and need not be read.
//!
//! In: the texts of an edition, which were read for what secrets have in common with them. Out: whether a long
//! piece of one of them begins at a place of a file. Nothing within it is a secret, as the edition says it; only
//! with what stands before or behind it could its first or its last words tell one. Every text of a record
//! stands in several files, so that this spares half of the reading. In data it stands from its first word to its
//! last: there a piece is gone on from in the text itself (`alike`).

use std::ops::Range;
use std::sync::Arc;

use twox_hash::XxHash3_64;
use wide::u8x16;

use super::alike::{Way, alike};
use super::letters::Letters;
use super::runs::RUN;

/// Pieces of what an edition says, by how they begin: two of them share a place, and what finds no room is read
/// as everything else is. A look at the memory tells, and of most that stands in a file that it is none of them.
#[derive(Debug, Default)]
pub struct Verbatim {
    texts: Vec<Arc<str>>,
    places: Vec<[Piece; 2]>,
    shift: u32,
}

/// A piece of a text: ASCII that no format writes in another way, from a letter or digit to a letter or digit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Piece {
    hash: u64,
    /// The number of its text,
    text: u32,
    /// and where in it the piece ends.
    end: u32,
    /// 0 where there is none.
    length: u16,
    /// How many bytes its first words take with what is behind them, and its last ones with what is before them:
    /// as many words as a run may have of it that goes on before or behind it.
    head: u16,
    tail: u16,
    /// A part of what it is looked for by.
    tag: u16,
}

/// What of a file is said by the edition word for word, by places of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where its first words end with what is behind them,
    pub(super) head: usize,
    /// and where its last words begin with what is before them: as many words as a run may have of it that goes on
    /// before or behind it, at least.
    pub(super) tail: usize,
    /// How far these are ASCII that nobody has to look at.
    pub(super) end: usize,
}

/// By so many bytes a piece is looked for.
const KEY: usize = 32;

/// How many words at either end are read all the same.
const EDGE: usize = RUN - 1;

/// The long pieces of some texts, with what they are looked for by.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    texts: Vec<Arc<str>>,
    all: Vec<(u64, Piece)>,
}

impl Verbatim {
    /// A shorter piece is not worth it.
    pub const LEAST: usize = 96;

    /// Of all these pieces.
    pub(super) fn of(parts: Vec<Pieces>) -> Self {
        let places = parts.iter().map(|part| part.all.len()).sum::<usize>().next_power_of_two().max(2);
        let mut known = Verbatim {
            texts: Vec::with_capacity(parts.iter().map(|part| part.texts.len()).sum()),
            places: vec![Default::default(); places],
            shift: 64 - places.trailing_zeros(),
        };
        for part in parts {
            let before = known.texts.len() as u32;
            known.texts.extend(part.texts);
            for (key, piece) in part.all {
                let place = known.places.get_mut((key >> known.shift) as usize);
                if let Some(room) = place.and_then(|place| place.iter_mut().find(|known| known.length == 0)) {
                    *room = Piece { text: piece.text + before, ..piece };
                }
            }
        }
        known
    }

    /// What is said from a place of a file on, which is known not to be within a word or an address.
    #[inline]
    pub fn at(&self, file: &[u8], letters: &Letters, at: usize, way: Way) -> Option<Stretch> {
        let key = key(file.get(at..)?.first_chunk()?);
        let place = self.places.get(key.checked_shr(self.shift)? as usize)?;
        let is_it = |piece: &&Piece| {
            let goes_on = |byte: &u8| is_within(byte) || is_joining(byte);
            let end = at + usize::from(piece.length);
            piece.tag == tag(key)
                && !file.get(end).is_some_and(goes_on)
                && file.get(at..end).is_some_and(|text| XxHash3_64::oneshot(text) == piece.hash)
        };
        let piece = place.iter().find(is_it)?;
        let end = at + usize::from(piece.length);
        let head = at + usize::from(piece.head);
        let beyond = if way.is_whole() { self.beyond(*piece, file, letters, end, way) } else { None };
        Some(match beyond {
            Some(tail) => Stretch { head, tail, end: tail },
            None => Stretch { head, tail: end - usize::from(piece.tail), end },
        })
    }

    /// Where the last words begin of what a file says as the text of a piece does, where that is long behind the piece,
    /// which ends at a place of the file.
    fn beyond(&self, piece: Piece, file: &[u8], letters: &Letters, end: usize, way: Way) -> Option<usize> {
        let text = self.texts.get(piece.text as usize)?.as_bytes();
        let (mut at, mut said, mut last) = (end, piece.end as usize, None);
        loop {
            let (rest, said_rest) = (file.get(at..)?, text.get(said..)?);
            let length = way.plain(rest.get(..alike(rest, said_rest))?);
            if length >= Verbatim::LEAST {
                last = Some(at..at + length);
            }
            (at, said) = (at + length, said + length);
            let Some((written, meant)) = way.escape(file.get(at..)?, text.get(said..)?) else { break };
            (at, said) = (at + written, said + meant);
        }
        tail(file, letters, last?)
    }
}

/// Where the last words of these bytes of a file begin, with what is before them. What stands behind the last byte that
/// is neither a part of a word nor of an address is left out: it may go on.
fn tail(file: &[u8], letters: &Letters, bytes: Range<usize>) -> Option<usize> {
    let is_apart = |byte: &u8| !is_within(byte) && !is_joining(byte);
    let end = bytes.start + file.get(bytes.clone())?.iter().rposition(is_apart)?;
    // What may be a letter is taken for one: that makes no words of fewer.
    let (letters, others) = letters.at(end.checked_sub(64)?);
    let length = edge((letters | others).reverse_bits());
    let length = length.or_else(|| long_edge(file.get(bytes.start..end)?.iter().rev()))?;
    end.checked_sub(length).filter(|tail| *tail >= bytes.start)
}

/// Whether a byte may be a part of a word.
fn is_within(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || *byte >= 0x80
}

/// Whether a byte may stand within an address.
fn is_joining(byte: &u8) -> bool {
    matches!(byte, b'-' | b'_' | b'/')
}

impl Pieces {
    /// Adds those of a text, of which is known where letters and digits stand, and the text itself if it has any.
    pub(super) fn add(&mut self, text: &str, letters: &Letters, kept: impl FnOnce() -> Arc<str>) {
        let bytes = text.as_bytes();
        if bytes.len() < Verbatim::LEAST {
            return;
        }
        let before = self.all.len();
        let number = self.texts.len() as u32;
        let (blocks, rest) = bytes.as_chunks();
        let mut last = [0; BLOCK];
        last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        let mut from = 0;
        for (n, block) in blocks.iter().chain([&last]).enumerate() {
            let mut ends = changed(block);
            while ends != 0 {
                let end = n * BLOCK + ends.trailing_zeros() as usize;
                if end >= from + Verbatim::LEAST {
                    self.all.extend(piece(bytes, letters, from..end, number));
                }
                from = end + 1;
                ends &= ends - 1;
            }
        }
        if self.all.len() > before {
            self.texts.push(kept());
        }
    }
}

/// As many bytes as are looked at together.
const BLOCK: usize = 64;

/// Which of these bytes formats may write in other ways, or are no ASCII; the first in the lowest bit.
fn changed(block: &[u8; BLOCK]) -> u64 {
    let mut all = 0;
    for bytes in block.as_chunks::<16>().0.iter().rev() {
        let bytes = u8x16::new(*bytes);
        let within = |first: u8, last: u8| {
            let from = bytes - u8x16::splat(first);
            from.min(u8x16::splat(last - first)).simd_eq(from)
        };
        let is = |byte: u8| bytes.simd_eq(u8x16::splat(byte));
        let is_kept = within(b' ', b'}');
        let is_changed = is(b'"')
            | within(b'%', b'&')
            | within(b')', b'*')
            | is(b'<')
            | is(b'>')
            | within(b'[', b']')
            | within(b'_', b'`')
            | is(b'|');
        all = all << 16 | u64::from(is_changed.to_bitmask() | !is_kept.to_bitmask() & 0xFFFF);
    }
    all
}

fn piece(text: &[u8], letters: &Letters, range: Range<usize>, number: u32) -> Option<(u64, Piece)> {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric();
    let bytes = text.get(range.clone())?;
    let (mut first, mut last) = (bytes.iter().position(is_letter)?, bytes.iter().rposition(is_letter)?);
    // What stands beside a letter beyond ASCII may be no word: `caf` is none of `café`.
    let is_cut = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|byte| *byte >= 0x80);
    if is_cut((range.start + first).checked_sub(1)) {
        first += bytes.get(first..)?.iter().position(|byte| !is_letter(byte))?;
        first += bytes.get(first..)?.iter().position(is_letter)?;
    }
    if is_cut(Some(range.start + last + 1)) {
        last = bytes.get(..last)?.iter().rposition(|byte| !is_letter(byte))?;
        last = bytes.get(..last)?.iter().rposition(is_letter)?;
    }
    let bytes = bytes.get(first..=last).filter(|bytes| bytes.len() >= Verbatim::LEAST)?;
    let (start, end) = (range.start + first, range.start + last + 1);
    let head = edge(letters.at(start).0).or_else(|| long_edge(bytes.iter()))?;
    let tail = edge(letters.at(end - 64).0.reverse_bits()).or_else(|| long_edge(bytes.iter().rev()))?;
    // Between both ends something has to be left.
    let length = bytes.len().try_into().ok().filter(|_| head + tail <= bytes.len())?;
    let key = key(bytes.first_chunk()?);
    let (hash, head, tail) = (XxHash3_64::oneshot(bytes), head as u16, tail as u16);
    let end = u32::try_from(end).ok()?;
    Some((key, Piece { hash, text: number, end, length, head, tail, tag: tag(key) }))
}

/// How many bytes the first words take, with what is behind them, where 64 bytes hold those and the start of the next.
/// These are the letters and digits in them.
fn edge(letters: u64) -> Option<usize> {
    let mut starts = letters & !(letters << 1);
    for _ in 0..EDGE {
        starts &= starts.wrapping_sub(1);
    }
    (starts != 0).then_some(starts.trailing_zeros() as usize)
}

/// The same, however many bytes they take; none where there are no more words than those.
#[cold]
fn long_edge<'b>(bytes: impl Iterator<Item = &'b u8>) -> Option<usize> {
    let (mut words, mut is_in_word) = (0, false);
    for (at, byte) in bytes.enumerate() {
        let is_letter = is_within(byte);
        words += usize::from(is_letter && !is_in_word);
        if words > EDGE {
            return Some(at);
        }
        is_in_word = is_letter;
    }
    None
}

/// Stands for how a piece begins.
#[inline]
fn key(first: &[u8; KEY]) -> u64 {
    let (eights, _) = first.as_chunks::<8>();
    eights.iter().fold(0, |all, eight| {
        (all ^ u64::from_le_bytes(*eight)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
    })
}

/// What of a key tells one piece from another at the same place.
fn tag(key: u64) -> u16 {
    key as u16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PIECE: &str = "one of those pieces that are long enough, made of words that every format writes just \
                         as they are: nothing is changed in it, and nothing is left out";

    fn pieces(text: &str) -> Pieces {
        let (mut pieces, mut letters) = (Pieces::default(), Letters::default());
        letters.read(text.as_bytes(), []);
        pieces.add(text, &letters, || text.into());
        pieces
    }

    /// How long a piece is that begins at a place, where this is what the edition says.
    fn known(body: &str, text: &str, at: usize) -> Option<usize> {
        let (known, mut letters) = (Verbatim::of(vec![pieces(body)]), Letters::default());
        letters.read(text.as_bytes(), []);
        known.at(text.as_bytes(), &letters, at, Way::Parts).map(|stretch| stretch.end - at)
    }

    #[test]
    fn a_piece_is_known_wherever_it_stands_by_itself() {
        for body in [
            PIECE,
            &format!("## On it\n\n- {PIECE}.\n- Short"),
            &format!("See [it](x.md) {PIECE}, **and** more"),
        ] {
            for (before, behind) in
                [("", ""), ("<p>", ".</p>"), ("\"", "\\n"), ("\t", ", and so on"), ("> ", "&amp;")]
            {
                let text = format!("{before}{PIECE}{behind}");
                assert_eq!(known(body, &text, before.len()), Some(PIECE.len()), "{body}: {text}");
            }
            for behind in ["s", "-wing", "_x", "/x", "é"] {
                assert_eq!(known(body, &format!("{PIECE}{behind}"), 0), None, "{behind}");
            }
        }
        assert_eq!(known(PIECE, &PIECE.replace("every", "any"), 0), None);
        assert_eq!(known(PIECE, &PIECE.replace("left out", "left in"), 0), None);
        assert_eq!(known(PIECE, &PIECE[1..], 0), None);
    }

    #[test]
    fn a_short_piece_and_one_with_marks_are_not_known() {
        let short = &PIECE[..PIECE.len() / 2 + 10];
        assert_eq!(known(short, short, 0), None);
        let marked = PIECE.replace("every", "*every*");
        assert_eq!(known(&marked, &marked, 0), None);
        assert_eq!(known("", "", 0), None);
    }

    #[test]
    fn a_piece_begins_and_ends_with_whole_words() {
        let within = PIECE.trim_start_matches("one ").trim_end_matches(" out");
        for body in [format!("\u{e9}{PIECE}\u{e9}"), format!("it\u{2019}{PIECE}\u{2019}s")] {
            assert_eq!(known(&body, PIECE, 0), None, "{body}");
            assert_eq!(known(&body, within, 0), Some(within.len()), "{body}");
            assert_eq!(known(&body, PIECE, "one ".len()), Some(within.len()), "{body}");
        }
    }

    #[test]
    fn both_ends_are_read_to_the_next_word() {
        let (_, piece) = pieces(PIECE).all[0];
        let (head, tail) = (usize::from(piece.head), PIECE.len() - usize::from(piece.tail));
        let words = |text: &str| {
            text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).count()
        };
        assert_eq!((words(&PIECE[..head]), words(&PIECE[tail..])), (EDGE, EDGE));
        assert!(PIECE[..head].ends_with(' ') && PIECE[tail..].starts_with(' '));
    }

    proptest! {
        #[test]
        fn the_first_words_are_told_alike_by_bits_and_byte_by_byte(text in "[a-z]{1,9}([ ,.-]{1,3}[a-z0-9]{1,12}){0,14}") {
            let mut letters = Letters::default();
            letters.read(text.as_bytes(), []);
            let told = edge(letters.at(0).0);
            let expected = long_edge(text.bytes().collect::<Vec<u8>>().iter());
            prop_assert_eq!(told, expected.filter(|at| *at < 64), "{}", text);
        }
    }

    #[test]
    fn a_piece_ends_at_what_is_written_in_other_ways() {
        for byte in 0..=255_u8 {
            let is_changed = !(b' '..=b'~').contains(&byte) || b"\"%&)*<>[\\]_`|~".contains(&byte);
            let mut block = [b'a'; BLOCK];
            block[usize::from(byte) % BLOCK] = byte;
            assert_eq!(changed(&block), u64::from(is_changed) << (byte % 64), "{byte}");
        }
    }
}
