//! Text → its words as the leak scan compares them.
//!
//! In: text, in pieces. Out: one hash a word, without case, accents, punctuation and what is invisible
//! (soft hyphens, zero-width letters), so that a sentence is the same sentence in Markdown, HTML, JSON
//! and an address. It knows no format: whoever reads a file takes its markup away first.

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
    /// Bit 0: it has a digit. Bit 1: it has a letter.
    mix: u8,
}

/// Words in the order of a text, while they are gathered.
#[derive(Debug, Default)]
pub struct Words {
    all: Vec<Word>,
    open: Open,
    joint: Joint,
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

/// What was met since the last word.
#[derive(Clone, Copy, Debug, Default)]
enum Joint {
    #[default]
    Nothing,
    One(u8),
    More,
    Block,
}

/// Between two words that no reader takes for neighbours.
pub(super) const BLOCK: u8 = 1;

/// The small letter or the digit of each byte of ASCII; 0 where it is neither.
const SMALL: [u8; 128] = {
    let mut small = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            small[byte] = byte as u8 | 0x20;
        }
        byte += 1;
    }
    small
};

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
    /// Adds a letter or a digit, small.
    fn add(&mut self, small: u8) {
        self.append(u64::from(small), 1, 1 << (small >> 6 & 1));
    }

    /// Adds one to eight letters and digits, small, the first in the lowest byte, and nought above them.
    fn append(&mut self, letters: u64, count: u32, mix: u8) {
        self.mix |= mix;
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
        let mixed = (self.hash ^ self.letters).wrapping_mul(0x9E6C_63D0_876A_3F6B);
        (self.hash, self.letters) = (mixed ^ mixed >> 32, 0);
    }

    /// The word, with what stood before it.
    fn word(mut self, joint: u8) -> Word {
        self.stir();
        let length = u8::try_from(self.length).unwrap_or(u8::MAX);
        Word { hash: self.hash, joint, length, mix: self.mix }
    }
}

/// Eight bytes of a text, looked at together: texts are read to the last byte, and one at a time that
/// is a third of what a scan costs.
struct Eight {
    small: u64,
    /// The highest bit of each byte that is an ASCII letter.
    letters: u64,
    /// The highest bit of each byte that is an ASCII digit.
    digits: u64,
    /// The highest bit of each byte that is not ASCII.
    wide: u64,
}

impl Eight {
    /// The eight bytes from a place on; beyond the end there are noughts.
    fn at(bytes: &[u8], at: usize) -> Self {
        let whole = |from: usize| {
            let eight = bytes.get(from..)?.first_chunk::<8>()?;
            Some(u64::from_le_bytes(*eight))
        };
        let last = |room: usize| Some(whole(bytes.len().checked_sub(8)?)? >> (8 * room));
        let bytes = whole(at)
            .or_else(|| last(at + 8 - bytes.len()))
            .unwrap_or_else(|| bytes.iter().skip(at).rev().fold(0, |all, byte| all << 8 | u64::from(*byte)));
        let (ascii, high) = (bytes & all(0x7f), all(0x80));
        let small = ascii | all(0x20);
        // A byte reaches its highest bit when what is added lifts it to 128.
        let from = |bytes: u64, first: u8| bytes + all(0x80 - first);
        let letters = from(small, b'a') & !from(small, b'z' + 1) & !bytes & high;
        let digits = from(ascii, b'0') & !from(ascii, b'9' + 1) & !bytes & high;
        Eight { small, letters, digits, wide: bytes & high }
    }

    /// How many letters and digits it begins with.
    fn word(&self) -> u32 {
        (!(self.letters | self.digits) & all(0x80)).trailing_zeros() / 8
    }

    /// How many bytes of ASCII that are neither follow so many, of which there are less than eight.
    fn apart(&self, word: u32) -> u32 {
        let other = (self.letters | self.digits | self.wide) >> (8 * word);
        (other.trailing_zeros() / 8).min(8 - word)
    }

    /// The first so many bytes, capitals made small.
    fn letters(&self, count: u32) -> u64 {
        self.small & first(count)
    }

    /// Whether there are digits and letters among the first so many, as in `Word::mix`.
    fn mix(&self, count: u32) -> u8 {
        u8::from(self.digits & first(count) != 0) | u8::from(self.letters & first(count) != 0) << 1
    }
}

/// A byte eight times.
const fn all(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The bits of the first so many bytes of eight, of which there is at least one.
const fn first(count: u32) -> u64 {
    u64::MAX >> (64 - 8 * count)
}

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Vec<Word> {
        let mut words = Words::default();
        words.text(text);
        words.finish().to_vec()
    }

    /// Reads on in a text: a word goes on from one piece to the next.
    pub fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let eight = Eight::at(bytes, at);
            let word = eight.word();
            if word > 0 {
                self.open.append(eight.letters(word), word, eight.mix(word));
                at += word as usize;
            }
            if word == 8 {
                continue;
            }
            let apart = (eight.apart(word) as usize).min(bytes.len() - at);
            match (apart, bytes.get(at)) {
                (_, None) => return,
                (0, Some(_)) => {
                    let Some(letter) = text[at..].chars().next() else { return };
                    self.letter(letter);
                    at += letter.len_utf8();
                    continue;
                }
                (1, Some(byte)) => self.part(*byte),
                _ => self.gap(),
            }
            at += apart;
        }
    }

    /// Reads on in bytes that are no text, for the ASCII in them.
    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match SMALL.get(usize::from(*byte)) {
                Some(0) | None => self.part(*byte),
                Some(small) => self.open.add(*small),
            }
        }
    }

    /// Reads one letter.
    pub fn letter(&mut self, letter: char) {
        match letter {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
            letter if letter.is_ascii_alphanumeric() => self.open.add(letter as u8 | 0x20),
            letter if letter.is_ascii() => self.part(letter as u8),
            letter if letter.is_alphanumeric() => match deunicode::deunicode_char(letter) {
                Some(plain) => {
                    plain
                        .bytes()
                        .filter(u8::is_ascii_alphanumeric)
                        .for_each(|byte| self.open.add(byte | 0x20));
                }
                None => {
                    letter.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.open.add(byte | 0x60));
                }
            },
            _ => self.gap(),
        }
    }

    /// Ends the word, if one is open: what follows is apart from it.
    pub fn gap(&mut self) {
        if self.close() || !matches!(self.joint, Joint::Block) {
            self.joint = Joint::More;
        }
    }

    /// Ends the word and what is read in one go, as the end of a paragraph does.
    pub fn block(&mut self) {
        self.close();
        self.joint = Joint::Block;
    }

    /// Every word so far.
    pub fn finish(&mut self) -> &[Word] {
        self.close();
        &self.all
    }

    /// Forgets every word, but keeps the room for them.
    pub fn clear(&mut self) {
        self.all.clear();
        (self.open, self.joint) = (Open::default(), Joint::Nothing);
    }

    fn part(&mut self, byte: u8) {
        self.joint = match (self.close(), self.joint) {
            (true, _) => Joint::One(byte),
            (false, Joint::Block) => Joint::Block,
            (false, _) => Joint::More,
        };
    }

    fn close(&mut self) -> bool {
        let is_open = self.open.length > 0;
        if is_open {
            let joint = match self.joint {
                Joint::One(byte) => byte,
                Joint::Block => BLOCK,
                Joint::Nothing | Joint::More => 0,
            };
            self.all.push(std::mem::take(&mut self.open).word(joint));
            self.joint = Joint::Nothing;
        }
        is_open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(text: &str) -> Vec<u64> {
        Words::of(text).iter().map(|word| word.hash).collect()
    }

    #[test]
    fn what_reads_the_same_is_the_same() {
        let plain = hashes("Jane Größe's note");
        for text in
            ["jane grosse s NOTE", "Jane–Gr\u{f6}\u{df}e’s **note**", "JA\u{ad}NE gro\u{308}sse's note."]
        {
            assert_eq!(hashes(text), plain, "{text}");
        }
        assert_ne!(hashes("note jane"), hashes("jane note"));
        assert_eq!(hashes("!?").len(), 0);
    }

    #[test]
    fn joints_tell_a_slug_from_a_sentence() {
        let joints = |text| Words::of(text).iter().map(|word| word.joint).collect::<Vec<_>>();
        assert_eq!(joints("cases/a-b.html"), [0, b'/', b'-', b'.']);
        assert_eq!(joints("a - b"), [0, 0]);
    }

    #[test]
    fn words_go_on_from_piece_to_piece() {
        let mut words = Words::default();
        words.text("Ja");
        words.text("ne");
        words.gap();
        words.bytes(b"Sm\xffith");
        assert_eq!(words.finish().len(), 3);
        assert_eq!(words.finish()[0].hash, hashes("jane")[0]);
        assert!(Words::of("a1")[0].is_mixed() && !Words::of("12")[0].has_letters());
    }
}
