//! What an edition says → stretches of a file that say the very same and need not be read.
//!
//! In: the texts of an edition, which were read for what secrets have in common with them. Out: whether a long
//! piece of one of them begins at a place of a file. Nothing within it is a secret, as the edition says it; only
//! with what stands before or behind it could its first or its last words tell one. Every text of a record
//! stands in several files, so that this spares half of the reading.

use std::ops::Range;

use twox_hash::XxHash3_64;
use wide::u8x16;

use super::letters::Letters;
use super::runs::RUN;

/// Pieces of what an edition says, by how they begin: two of them share a place, and what finds no room is read
/// as everything else is. A look at the memory tells, and of most that stands in a file that it is none of them.
#[derive(Debug, Default)]
pub struct Verbatim {
    places: Vec<[Stretch; 2]>,
    shift: u32,
}

/// A piece of a text: ASCII that no format writes in another way, from a letter or digit to a letter or digit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    hash: u64,
    /// 0 where there is none.
    length: u16,
    /// How many bytes its first words take with what is behind them, and its last ones with what is before them:
    /// as many words as a run may have of it that goes on before or behind it.
    head: u16,
    tail: u16,
    /// A part of what it is looked for by.
    tag: u16,
}

/// By so many bytes a piece is looked for.
const KEY: usize = 32;

/// How many words at either end are read all the same.
const EDGE: usize = RUN - 1;

/// The long pieces of some texts, with what they are looked for by.
#[derive(Debug, Default)]
pub(super) struct Pieces(Vec<(u64, Stretch)>);

impl Verbatim {
    /// A shorter piece is not worth it.
    pub const LEAST: usize = 96;

    /// Of all these pieces.
    pub(super) fn of(parts: &[Pieces]) -> Self {
        let places = parts.iter().map(|part| part.0.len()).sum::<usize>().next_power_of_two().max(2);
        let mut known =
            Verbatim { places: vec![Default::default(); places], shift: 64 - places.trailing_zeros() };
        for (key, stretch) in parts.iter().flat_map(|part| &part.0) {
            let place = known.places.get_mut((key >> known.shift) as usize);
            if let Some(room) = place.and_then(|place| place.iter_mut().find(|known| known.length == 0)) {
                *room = *stretch;
            }
        }
        known
    }

    /// The piece that begins at a place of a text, which is known not to be within a word or an address.
    #[inline]
    pub fn at(&self, text: &[u8], at: usize) -> Option<Stretch> {
        let key = key(text.get(at..)?.first_chunk()?);
        let place = self.places.get(key.checked_shr(self.shift)? as usize)?;
        let is_it = |stretch: &&Stretch| {
            let goes_on = |byte: &u8| {
                byte.is_ascii_alphanumeric() || *byte >= 0x80 || matches!(byte, b'-' | b'_' | b'/')
            };
            let end = at + stretch.length();
            stretch.tag == tag(key)
                && !text.get(end).is_some_and(goes_on)
                && text.get(at..end).is_some_and(|text| XxHash3_64::oneshot(text) == stretch.hash)
        };
        place.iter().find(is_it).copied()
    }
}

impl Stretch {
    /// How many bytes it has.
    pub(super) fn length(self) -> usize {
        self.length.into()
    }

    /// How many bytes its first words take, with what is behind them.
    pub(super) fn head(self) -> usize {
        self.head.into()
    }

    /// Where that begins which is before its last words.
    pub(super) fn tail(self) -> usize {
        self.length() - usize::from(self.tail)
    }
}

impl Pieces {
    /// Adds those of a text, of which is known where letters and digits stand.
    pub(super) fn add(&mut self, text: &str, letters: &Letters) {
        let bytes = text.as_bytes();
        if bytes.len() < Verbatim::LEAST {
            return;
        }
        let (blocks, rest) = bytes.as_chunks();
        let mut last = [0; BLOCK];
        last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        let mut from = 0;
        for (n, block) in blocks.iter().chain([&last]).enumerate() {
            let mut ends = changed(block);
            while ends != 0 {
                let end = n * BLOCK + ends.trailing_zeros() as usize;
                if end >= from + Verbatim::LEAST {
                    self.0.extend(piece(bytes, letters, from..end));
                }
                from = end + 1;
                ends &= ends - 1;
            }
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

fn piece(text: &[u8], letters: &Letters, range: Range<usize>) -> Option<(u64, Stretch)> {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric();
    let bytes = text.get(range.clone())?;
    let (first, last) = (bytes.iter().position(is_letter)?, bytes.iter().rposition(is_letter)?);
    let bytes = bytes.get(first..=last).filter(|bytes| bytes.len() >= Verbatim::LEAST)?;
    let (start, end) = (range.start + first, range.start + last + 1);
    let head = edge(letters.at(start).0).or_else(|| long_edge(bytes.iter()))?;
    let tail = edge(letters.at(end - 64).0.reverse_bits()).or_else(|| long_edge(bytes.iter().rev()))?;
    // Between both ends something has to be left.
    let length = bytes.len().try_into().ok().filter(|_| head + tail <= bytes.len())?;
    let key = key(bytes.first_chunk()?);
    let (hash, head, tail) = (XxHash3_64::oneshot(bytes), head as u16, tail as u16);
    Some((key, Stretch { hash, length, head, tail, tag: tag(key) }))
}

/// How many bytes the first words take, with what is behind them, where 64 bytes hold those and the start of the next.
/// These are the letters and digits in them, the first of which is one.
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
    let (mut words, mut is_within) = (0, false);
    for (at, byte) in bytes.enumerate() {
        let is_letter = byte.is_ascii_alphanumeric();
        words += usize::from(is_letter && !is_within);
        if words > EDGE {
            return Some(at);
        }
        is_within = is_letter;
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
        pieces.add(text, &letters);
        pieces
    }

    /// How long a piece is that begins at a place, where this is what the edition says.
    fn known(body: &str, text: &str, at: usize) -> Option<usize> {
        let known = Verbatim::of(&[pieces(body)]);
        known.at(text.as_bytes(), at).map(Stretch::length)
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
    fn both_ends_are_read_to_the_next_word() {
        let (_, stretch) = pieces(PIECE).0[0];
        let words = |text: &str| {
            text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).count()
        };
        assert_eq!((words(&PIECE[..stretch.head()]), words(&PIECE[stretch.tail()..])), (EDGE, EDGE));
        assert!(PIECE[..stretch.head()].ends_with(' ') && PIECE[stretch.tail()..].starts_with(' '));
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
