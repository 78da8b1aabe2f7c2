//! Text → its words as the leak scan compares them.
//!
//! In: text, in pieces. Out: one hash a word, without case, accents, punctuation and what is invisible
//! (soft hyphens, zero-width letters), so that a sentence is the same sentence in Markdown, HTML, JSON
//! and an address. It knows no format: whoever reads a file takes its markup away first.

/// A word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        self.letters = self.letters << 8 | u64::from(small);
        self.length = self.length.wrapping_add(1);
        self.mix |= 1 << (small >> 6 & 1);
        if self.length.is_multiple_of(8) {
            self.stir();
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
        while let Some(byte) = bytes.get(at) {
            match SMALL.get(usize::from(*byte)) {
                Some(0) => self.part(*byte),
                Some(small) => self.open.add(*small),
                None => {
                    let Some(letter) = text[at..].chars().next() else { return };
                    self.letter(letter);
                    at += letter.len_utf8();
                    continue;
                }
            }
            at += 1;
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
