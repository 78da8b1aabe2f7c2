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
    open: Word,
    joint: Joint,
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

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Default for Word {
    fn default() -> Self {
        Word { hash: SEED, joint: 0, length: 0, mix: 0 }
    }
}

impl Word {
    /// Whether it has letters and digits both, as codes and names of versions have.
    pub(super) fn is_mixed(self) -> bool {
        self.mix == 3
    }

    /// Whether it has a letter.
    pub(super) fn has_letters(self) -> bool {
        self.mix & 2 == 2
    }

    /// Adds the letters and digits that come first; tells how many there are. Nearly every byte of a
    /// site comes through here.
    fn run(&mut self, bytes: &[u8]) -> usize {
        let (mut hash, mut mix, mut length) = (self.hash, self.mix, 0);
        for byte in bytes {
            if !byte.is_ascii_alphanumeric() {
                break;
            }
            hash = (hash ^ u64::from(byte | 0x20)).wrapping_mul(PRIME);
            mix |= 1 << (byte >> 6 & 1);
            length += 1;
        }
        (self.hash, self.mix) = (hash, mix);
        self.length = self.length.saturating_add(u8::try_from(length).unwrap_or(u8::MAX));
        length
    }

    fn add(&mut self, byte: u8) {
        self.hash = (self.hash ^ u64::from(byte | 0x20)).wrapping_mul(PRIME);
        self.length = self.length.saturating_add(1);
        self.mix |= 1 << (byte >> 6 & 1);
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
            match byte {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                    at += self.open.run(&bytes[at..]);
                    continue;
                }
                0..0x80 => self.part(*byte),
                _ => {
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
            if byte.is_ascii_alphanumeric() { self.open.add(*byte) } else { self.part(*byte) }
        }
    }

    /// Reads one letter.
    pub fn letter(&mut self, letter: char) {
        match letter {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
            letter if letter.is_ascii_alphanumeric() => self.open.add(letter as u8),
            letter if letter.is_ascii() => self.part(letter as u8),
            letter if letter.is_alphanumeric() => match deunicode::deunicode_char(letter) {
                Some(plain) => {
                    plain.bytes().filter(u8::is_ascii_alphanumeric).for_each(|byte| self.open.add(byte));
                }
                None => {
                    letter.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.open.add(byte | 0x40));
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
        (self.open, self.joint) = (Word::default(), Joint::Nothing);
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
            let mut word = std::mem::take(&mut self.open);
            word.joint = match self.joint {
                Joint::One(byte) => byte,
                Joint::Block => BLOCK,
                Joint::Nothing | Joint::More => 0,
            };
            self.all.push(word);
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
