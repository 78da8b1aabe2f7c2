//! Sets of hashes: one that is fast to ask, one that is exact, and what is known of single words.
//!
//! In: hashes, which are as good as random already. Out: whether one is among them.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// An exact set.
pub(super) type Hashes = HashSet<u64, BuildHasherDefault<AsIs>>;

/// A set that may say yes where it should say no, never no where it should say yes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    shift: u32,
}

/// As many words of 64 bits as fit beside what else a processor keeps close: half a megabyte.
const FAST: usize = 1 << 16;

/// As many hashes as are put into a set one after the other.
const AT_ONCE: usize = 64;

impl Bits {
    /// The set of these hashes: ten to twenty bits each, or half of that where there are so many that they would
    /// not fit into the fast memory of a processor: asking once too often takes less time than waiting for it.
    pub(super) fn of(hashes: impl ExactSizeIterator<Item = u64>) -> Self {
        if hashes.len() == 0 {
            return Bits::default();
        }
        let words = (hashes.len() / 5).next_power_of_two().max(2);
        let words = if words > FAST { words / 2 } else { words };
        let mut set = Bits { words: vec![0; words], shift: 64 - words.trailing_zeros() };
        // A few are made first and then put where they belong: a processor waits for many places in the time of one.
        let (mut hashes, mut some) = (hashes, [0; AT_ONCE]);
        loop {
            let count = some.iter_mut().zip(&mut hashes).map(|(to, hash)| *to = hash).count();
            for hash in some.iter().take(count) {
                let (word, bits) = set.place(*hash);
                if let Some(word) = set.words.get_mut(word) {
                    *word |= bits;
                }
            }
            if count < AT_ONCE {
                break;
            }
        }
        set
    }

    /// Whether a hash may be in it.
    #[inline]
    pub(super) fn has(&self, hash: u64) -> bool {
        let (word, bits) = self.place(hash);
        self.words.get(word).is_some_and(|word| word & bits == bits)
    }

    /// The word of 64 bits that a hash belongs to, and its three bits in it: one look at the memory
    /// tells, and hardly ever wrongly.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u64) {
        let place = hash.wrapping_mul(0x9FB2_1C65_1E98_DF25);
        let bit = |from: u32| 1u64 << (place >> from & 63);
        (place.checked_shr(self.shift).unwrap_or(0) as usize, bit(12) | bit(18) | bit(24))
    }
}

/// What may be said of a word: a few bits for each, of which some may be another word's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marks(Vec<u8>);

/// As many words as marks are kept for.
const PLACES: u32 = 14;

impl Default for Marks {
    fn default() -> Self {
        Marks(vec![0; 1 << PLACES])
    }
}

impl Marks {
    /// Says something of a word.
    pub(super) fn add(&mut self, word: u64, mark: u8) {
        if let Some(marks) = self.0.get_mut(place(word)) {
            *marks |= mark;
        }
    }

    /// What may be said of a word.
    #[inline]
    pub(super) fn of(&self, word: u64) -> u8 {
        self.0.get(place(word)).copied().unwrap_or(0)
    }
}

fn place(word: u64) -> usize {
    (word >> (64 - PLACES)) as usize
}

/// Hashes are as good as random already, and so is what is made of several.
#[derive(Debug, Default)]
pub(super) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        // Sets look at the highest bits as much as at the lowest.
        self.0 ^ self.0.rotate_left(32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29) ^ hash;
    }
}
