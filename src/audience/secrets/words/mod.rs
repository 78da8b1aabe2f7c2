//! Text → its words as the leak scan compares them.
//!
//! In: text, in pieces. Out: one hash a word, without case, accents, punctuation and what is invisible
//! (soft hyphens, zero-width letters), so that a sentence is the same sentence in Markdown, HTML, JSON
//! and an address. It knows no format: whoever reads a file takes its markup away first.

mod known;
#[cfg(test)]
mod tests;

use std::hash::{Hash, Hasher};
use std::ops::Range;

use super::letters::Letters;

/// A word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Stands for its letters and digits.
    pub hash: u64,
    /// The one byte between it and the word before; 0 where there is another number of them, `BLOCK`
    /// where a paragraph, a heading or the like ended.
    pub joint: u8,
    /// Letters and digits, 255 at most.
    pub length: u8,
    /// Bit 0: it has a digit. Bit 1: it has a letter. Known of the words of short texts.
    mix: u8,
}

impl Hash for Word {
    /// Words that are equal have equal letters, which nearly always tell them from others.
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        hasher.write_u64(self.hash);
    }
}

/// Words in the order of a text, while they are gathered.
#[derive(Debug, Default)]
pub struct Words {
    all: Vec<Word>,
    open: Open,
    /// What was met since the last word: the byte that it was, or one of the constants below.
    joint: u8,
    room: Letters,
}

/// A word that is being read.
#[derive(Debug, Default)]
struct Open {
    hash: u64,
    /// Up to eight letters that are not in the hash yet: it is mixed once for all of them.
    letters: u64,
    length: u32,
    mix: u8,
}

/// Between two words there is another number of bytes than one.
const MORE: u8 = 0;

/// Between two words that no reader takes for neighbours.
pub(super) const BLOCK: u8 = 1;

/// Nothing was met since the last word.
const NOTHING: u8 = 255;

/// Of a text of so many words nobody asks what each is made of.
const SHORT: usize = 64;

/// As many bytes as are looked at together.
const WINDOW: usize = 64;

impl Word {
    /// Whether it has letters and digits both, as codes and names of versions have.
    pub(super) fn is_mixed(self) -> bool {
        self.mix == 3
    }

    /// Whether it has a letter.
    pub(super) fn has_letters(self) -> bool {
        self.mix & 2 == 2
    }
}

impl Open {
    /// Adds one to eight letters and digits, small, the first in the lowest byte, and nought above them.
    fn append(&mut self, letters: u64, count: u32) {
        let filled = self.length % 8;
        self.letters |= letters << (8 * filled);
        self.length = self.length.wrapping_add(count);
        if filled + count >= 8 {
            self.stir();
            // What found no room begins the next eight; a shift by all 64 bits leaves nothing.
            self.letters = letters.checked_shr(8 * (8 - filled)).unwrap_or(0);
        }
    }

    fn stir(&mut self) {
        self.mix |= mix(self.letters);
        (self.hash, self.letters) = (stirred(self.hash, self.letters), 0);
    }

    /// The word, with what stood before it.
    fn word(mut self, joint: u8) -> Word {
        if self.letters != 0 {
            self.stir();
        }
        let length = u8::try_from(self.length).unwrap_or(u8::MAX);
        Word { hash: self.hash, joint, length, mix: self.mix }
    }
}

/// A hash with up to eight letters more.
fn stirred(hash: u64, letters: u64) -> u64 {
    let mixed = (hash ^ letters).wrapping_mul(0x9E6C_63D0_876A_3F6B);
    mixed ^ mixed >> 32
}

/// Whether there are digits and letters among up to eight that are small, as in `Word::mix`.
fn mix(letters: u64) -> u8 {
    // Small letters have the bit 0x40, and digits have 0x10 without it.
    let digits = letters & !(letters >> 2) & u64::from_ne_bytes([0x10; 8]);
    let others = letters & u64::from_ne_bytes([0x40; 8]);
    u8::from(digits != 0) | u8::from(others != 0) << 1
}

/// What stands between two words, of so many bytes of which this is the first, after what was met before.
#[inline]
fn joint(before: u8, gap: usize, byte: u8) -> u8 {
    match (gap, before) {
        (1, NOTHING) if byte > BLOCK => byte,
        (0, _) | (_, BLOCK) => before,
        _ => MORE,
    }
}

/// Bytes that are looked at together, and room to read eight from each of the first 64.
type Block = [u8; WINDOW + 8];

/// Up to eight letters and digits at a place, small, the first in the lowest byte.
#[inline]
fn small(block: &Block, at: usize, count: usize) -> u64 {
    let eight = block[at % WINDOW..].first_chunk().copied().unwrap_or_default();
    (u64::from_le_bytes(eight) | u64::from_ne_bytes([0x20; 8])) & u64::MAX >> (64 - 8 * count)
}

/// What stands for a word of so many letters and digits.
#[inline]
fn hash(block: &Block, at: usize, length: usize) -> u64 {
    if length <= 8 { stirred(0, small(block, at, length)) } else { long_hash(block, at, length) }
}

#[inline(never)]
fn long_hash(block: &Block, mut at: usize, mut length: usize) -> u64 {
    let mut hash = 0;
    while length > 8 {
        hash = stirred(hash, small(block, at, 8));
        (at, length) = (at + 8, length - 8);
    }
    stirred(hash, small(block, at, length))
}

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Vec<Word> {
        let mut words = Words::default();
        words.only(text);
        words.all
    }

    /// The words of this text and of nothing before it.
    pub(super) fn only(&mut self, text: &str) -> &[Word] {
        // What a word is made of is asked of short texts alone.
        self.quickly(text);
        if self.all.len() < SHORT {
            self.tell_mix(text);
        }
        &self.all
    }

    /// Tells of each word of this text what it is made of.
    fn tell_mix(&mut self, text: &str) {
        if text.is_ascii() {
            let mut words = self.all.iter_mut();
            let pieces = text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
            for (piece, word) in pieces.filter(|piece| !piece.is_empty()).zip(&mut words) {
                word.mix = piece.iter().fold(0, |all, byte| all | if byte.is_ascii_digit() { 1 } else { 2 });
            }
        } else {
            self.clear();
            text.chars().for_each(|letter| self.letter(letter));
            self.close();
        }
    }

    /// The same, where nobody asks what each is made of.
    pub(super) fn quickly(&mut self, text: &str) -> &[Word] {
        self.clear();
        self.text(text);
        self.finish()
    }

    /// Where letters and digits stand in the text that was read last.
    pub(super) fn letters(&self) -> &Letters {
        &self.room
    }

    /// Reads on in a text: a word goes on from one piece to the next.
    pub fn text(&mut self, text: &str) {
        let mut letters = std::mem::take(&mut self.room);
        letters.read(text.as_bytes(), []);
        self.part_of(text, &letters, 0..text.len());
        self.room = letters;
    }

    /// Reads on in a part of a text, whatever is to be looked at in it.
    fn part_of(&mut self, text: &str, letters: &Letters, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.up_to_stop(text, letters, at..range.end);
            let Some(letter) = text.get(at..range.end).and_then(|rest| rest.chars().next()) else { return };
            self.letter(letter);
            at += letter.len_utf8();
        }
    }

    /// Reads on in a part of a text up to what is to be looked at first; tells where that is, or the end.
    fn up_to_stop(&mut self, text: &str, letters: &Letters, range: Range<usize>) -> usize {
        let mut at = range.start;
        while at < range.end {
            let (bits, stops) = letters.at(at);
            let room = (stops.trailing_zeros() as usize).min(range.end - at);
            if room > 0 {
                at += self.window(text.as_bytes(), at, bits, room);
            }
            if room < WINDOW {
                break;
            }
        }
        at
    }

    /// Reads on in a part of a text that has nothing but ASCII, and that nobody has to look at.
    pub fn ascii(&mut self, text: &str, letters: &Letters, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at += self.window(text.as_bytes(), at, letters.at(at).0, WINDOW.min(range.end - at));
        }
    }

    /// Reads up to 64 bytes of ASCII from a place on, of which these are letters and digits; tells how many
    /// it read. What ends with them may go on.
    fn window(&mut self, bytes: &[u8], at: usize, letters: u64, room: usize) -> usize {
        let letters = letters & u64::MAX >> (WINDOW - room);
        let rest = bytes.get(at..).unwrap_or_default();
        match rest.first_chunk() {
            Some(block) => self.block(block, letters, room),
            None => self.last_block(rest, letters, room),
        }
    }

    /// The same at the end of a text.
    #[cold]
    fn last_block(&mut self, rest: &[u8], letters: u64, room: usize) -> usize {
        let mut block = [0; WINDOW + 8];
        block.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        self.block(&block, letters, room)
    }

    /// The same, of bytes at hand.
    fn block(&mut self, block: &Block, mut letters: u64, room: usize) -> usize {
        let mut read = 0;
        if self.open.length > 0 {
            read = self.append(block, 0, (!letters).trailing_zeros() as usize);
            if read == room {
                return room;
            }
            self.close();
            letters >>= read;
        }
        let mut before = self.joint;
        while letters != 0 {
            let gap = letters.trailing_zeros() as usize;
            let joint = joint(before, gap, block[read % WINDOW]);
            letters >>= gap;
            read += gap;
            let length = (!letters).trailing_zeros() as usize;
            if read + length == room {
                self.joint = joint;
                // A word that may be longer than what is seen of it is looked at again from its start.
                let is_whole = room < WINDOW || read == 0;
                return read + if is_whole { self.append(block, read, length) } else { 0 };
            }
            self.all.push(Word { hash: hash(block, read, length), joint, length: length as u8, mix: 0 });
            before = NOTHING;
            letters >>= length;
            read += length;
        }
        self.joint = joint(before, room - read, block[read % WINDOW]);
        room
    }

    /// Adds so many letters and digits to the word that is open; tells how many.
    fn append(&mut self, block: &Block, at: usize, length: usize) -> usize {
        for from in (0..length).step_by(8) {
            let count = (length - from).min(8);
            self.open.append(small(block, at + from, count), count as u32);
        }
        length
    }

    /// Reads on in bytes that are no text, for the ASCII in them.
    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                byte if byte.is_ascii_alphanumeric() => self.open.append(u64::from(byte | 0x20), 1),
                _ => self.between(*byte),
            }
        }
    }

    /// Reads one letter.
    #[inline]
    pub fn letter(&mut self, letter: char) {
        match letter {
            letter if letter.is_ascii_alphanumeric() => self.open.append(u64::from(letter as u8 | 0x20), 1),
            letter if letter.is_ascii() => self.between(letter as u8),
            letter => self.beyond_ascii(letter),
        }
    }

    fn beyond_ascii(&mut self, letter: char) {
        match letter {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
            // Dashes, quotation marks and the like, told without a table: most of what a page has beyond ASCII.
            '\u{2010}'..='\u{205f}' => self.gap(),
            letter if letter.is_alphanumeric() => match deunicode::deunicode_char(letter) {
                Some(plain) => {
                    let plain = plain.bytes().filter(u8::is_ascii_alphanumeric);
                    plain.for_each(|byte| self.open.append(u64::from(byte | 0x20), 1));
                }
                None => {
                    let mut bytes = [0; 4];
                    let bytes = letter.encode_utf8(&mut bytes).bytes();
                    bytes.for_each(|byte| self.open.append(u64::from(byte | 0x60), 1));
                }
            },
            _ => self.gap(),
        }
    }

    /// Ends the word, if one is open: what follows is apart from it.
    pub fn gap(&mut self) {
        if self.close() || self.joint != BLOCK {
            self.joint = MORE;
        }
    }

    /// Ends the word and what is read in one go, as the end of a paragraph does.
    pub fn end_block(&mut self) {
        self.close();
        self.joint = BLOCK;
    }

    /// Every word so far.
    pub fn finish(&mut self) -> &[Word] {
        self.close();
        &self.all
    }

    /// Forgets every word, but keeps the room for them.
    pub fn clear(&mut self) {
        self.all.clear();
        (self.open, self.joint) = (Open::default(), MORE);
    }

    /// A byte that is no part of a word.
    fn between(&mut self, byte: u8) {
        self.joint = match (self.close(), self.joint) {
            (true, _) if byte > BLOCK => byte,
            (false, BLOCK) => BLOCK,
            _ => MORE,
        };
    }

    fn close(&mut self) -> bool {
        let is_open = self.open.length > 0;
        if is_open {
            self.all.push(std::mem::take(&mut self.open).word(self.joint));
            self.joint = NOTHING;
        }
        is_open
    }
}
