//! Words → which secrets are among them.
//!
//! In: the forms in which secrets may be written, and the words of a text. Out: which forms the text
//! has. Runs are known by any eight words of theirs in a row, phrases by all of their words. For each
//! word of a text two places are looked at, and for two words in five a third; nearly always that is all.
//!
//! Runs are found by winnowing (Schleimer, Wilkerson and Aiken 2003): of the grams of five words that
//! eight words in a row have, both sides choose the least, so that eight words that are the same are
//! never missed, though few grams are looked up.

use rayon::slice::ParallelSliceMut as _;

use super::words::{BLOCK, Word};

/// How many words in a row tell that a passage was copied.
pub(super) const RUN: usize = 8;

/// How many words a gram has.
const GRAM: usize = 5;

/// How many grams a run has.
const GRAMS: usize = RUN - GRAM + 1;

/// A form that stands in a text: the secret, and what tells the form from its others.
pub(super) type Hit = (u32, u64);

/// The words of a secret that is too short for a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Which secret.
    pub(super) secret: u32,
    /// Its words; never empty.
    pub(super) words: Vec<Word>,
    /// Whether what stands between its words, and before and after them, counts: in an address, a
    /// hyphen more makes it another one.
    pub(super) tight: bool,
}

/// Every form of every secret, to be found fast.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    runs: Vec<(u64, u32)>,
    run_bits: Bits,
    grams: Bits,
    phrases: Vec<Phrase>,
    /// A word or a pair of words, which phrase has it, and as its which word.
    anchors: Vec<(u64, u32, u16)>,
    anchor_bits: Bits,
}

impl Index {
    /// An index of runs, by hash and secret, with the grams that they chose, and of phrases, each with the
    /// place of the pair of words that is to be looked for.
    pub(super) fn new(mut runs: Vec<(u64, u32)>, grams: Bits, phrases: Vec<(Phrase, usize)>) -> Self {
        runs.par_sort_unstable();
        runs.dedup_by_key(|(hash, _)| *hash);
        let mut anchors: Vec<(u64, u32, u16)> = Vec::with_capacity(phrases.len());
        let mut kept = Vec::with_capacity(phrases.len());
        for (n, (phrase, at)) in phrases.into_iter().enumerate() {
            let hash = match phrase.words.get(at..at + 2) {
                Some([first, second]) => pair(*first, *second),
                _ => phrase.words.first().map_or(0, |word| single(*word)),
            };
            anchors.push((hash, n as u32, at as u16));
            kept.push(phrase);
        }
        anchors.sort_unstable();
        Index {
            run_bits: Bits::of(runs.iter().map(|(hash, _)| *hash)),
            anchor_bits: Bits::of(anchors.iter().map(|(hash, ..)| *hash)),
            runs,
            grams,
            phrases: kept,
            anchors,
        }
    }

    /// Tells every form that stands in these words; where `loose`, whatever stands between them.
    pub(super) fn find(&self, words: &[Word], loose: bool, hit: &mut dyn FnMut(Hit)) {
        let mut before = Word::default();
        for (n, word) in words.iter().enumerate() {
            let (one, two) = (single(*word), pair(before, *word));
            // Both are looked at before anything is decided: nearly always, nothing is there.
            let known = (self.anchor_bits.has(one), self.anchor_bits.has(two));
            if known.0 | known.1 {
                if known.0 {
                    self.anchored(one, words, n, loose, hit);
                }
                if let (true, Some(before)) = (known.1, n.checked_sub(1)) {
                    self.anchored(two, words, before, loose, hit);
                }
            }
            before = *word;
        }
        runs_with(words, &self.grams, |hash| {
            if self.run_bits.has(hash) {
                self.in_run(hash, hit);
            }
        });
    }

    fn in_run(&self, hash: u64, hit: &mut dyn FnMut(Hit)) {
        if let Ok(at) = self.runs.binary_search_by_key(&hash, |(hash, _)| *hash)
            && let Some((_, secret)) = self.runs.get(at)
        {
            hit((*secret, hash));
        }
    }

    fn anchored(&self, hash: u64, words: &[Word], at: usize, loose: bool, hit: &mut dyn FnMut(Hit)) {
        let first = self.anchors.partition_point(|(known, ..)| *known < hash);
        for (_, n, offset) in self.anchors.iter().skip(first).take_while(|(known, ..)| *known == hash) {
            let Some(phrase) = self.phrases.get(*n as usize) else { continue };
            if at.checked_sub(usize::from(*offset)).is_some_and(|start| phrase.stands_at(words, start, loose))
            {
                hit((phrase.secret, u64::from(*n)));
            }
        }
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty() && self.phrases.is_empty()
    }
}

impl Phrase {
    fn stands_at(&self, words: &[Word], start: usize, loose: bool) -> bool {
        let Some(found) = words.get(start..start + self.words.len()) else { return false };
        if !found.iter().zip(&self.words).all(|(found, word)| found.hash == word.hash) {
            return false;
        }
        let mut joints = found.iter().zip(&self.words).skip(1).map(|(found, word)| (found.joint, word.joint));
        if !self.tight || loose {
            // In an address, what stands between two strokes is a name of its own.
            let apart = |joint: u8| joint == BLOCK || joint == b'/';
            return joints.all(|(found, word)| loose || !apart(found) || found == word);
        }
        let goes_on = |word: Option<&Word>| word.is_some_and(|word| matches!(word.joint, b'-' | b'_'));
        joints.all(|(found, word)| found == word)
            && !goes_on(found.first())
            && !goes_on(words.get(start + self.words.len()))
    }
}

/// The hash of the last `N` words that were read.
#[derive(Debug, Default)]
struct Last<const N: usize>(u64);

impl<const N: usize> Last<N> {
    const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
    const OLDEST: u64 = Self::STEP.wrapping_pow(N as u32);

    /// With the word at this place more, and without the one that was read `N` words ago.
    fn add(&mut self, words: &[Word], at: usize) -> u64 {
        let hash = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or(0, |word| word.hash);
        let kept = self.0.wrapping_mul(Self::STEP).wrapping_add(hash(Some(at)));
        self.0 = kept.wrapping_sub(hash(at.checked_sub(N)).wrapping_mul(Self::OLDEST));
        self.0
    }
}

/// The grams of the last run, the newest last.
#[derive(Debug, Default)]
struct Grams {
    last: Last<GRAM>,
    all: [u64; GRAMS],
}

impl Grams {
    /// With the word at this place more; the gram that a run which ends there chooses.
    fn add(&mut self, words: &[Word], at: usize) -> u64 {
        let [_, second, third, fourth] = self.all;
        self.all = [second, third, fourth, self.last.add(words, at)];
        self.all.into_iter().fold(u64::MAX, u64::min)
    }
}

/// Tells the hash of every run of words, and the gram that it chooses.
pub(super) fn runs(words: &[Word], mut tell: impl FnMut(u64, u64)) {
    let (mut run, mut grams) = (Last::<RUN>::default(), Grams::default());
    for at in 0..words.len() {
        let (hash, gram) = (run.add(words, at), grams.add(words, at));
        if at + 1 >= RUN {
            tell(hash, gram);
        }
    }
}

/// Tells the hash of every run of words that chooses one of these grams.
pub(super) fn runs_with(words: &[Word], chosen: &Bits, mut tell: impl FnMut(u64)) {
    // Runs side by side often choose the same one.
    let mut last = (0, false);
    runs(words, |hash, gram| {
        if gram != last.0 {
            last = (gram, chosen.has(gram));
        }
        if last.1 {
            tell(hash);
        }
    });
}

/// Stands for one word.
pub(super) fn single(word: Word) -> u64 {
    word.hash
}

/// Stands for two words in a row.
pub(super) fn pair(first: Word, second: Word) -> u64 {
    first.hash.wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(29) ^ second.hash
}

/// A set of hashes that may say yes where it should say no, never no where it should say yes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    shift: u32,
}

impl Bits {
    /// The set of these hashes: sixteen bits each.
    pub(super) fn of(hashes: impl ExactSizeIterator<Item = u64>) -> Self {
        if hashes.len() == 0 {
            return Bits::default();
        }
        let words = (hashes.len() / 4).next_power_of_two().max(2);
        let mut set = Bits { words: vec![0; words], shift: 64 - words.trailing_zeros() };
        for hash in hashes {
            let (word, bits) = set.place(hash);
            if let Some(word) = set.words.get_mut(word) {
                *word |= bits;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::words::Words;
    use super::*;

    fn hits(index: &Index, text: &str) -> Vec<u32> {
        let mut found = Vec::new();
        index.find(&Words::of(text), false, &mut |(secret, _)| found.push(secret));
        found
    }

    #[test]
    fn a_run_is_found_wherever_eight_words_of_it_stand() {
        let (mut known, mut grams) = (Vec::new(), Vec::new());
        runs(&Words::of("one two three four five six seven eight nine ten"), |hash, gram| {
            known.push((hash, 7));
            grams.push(gram);
        });
        let index = Index::new(known, Bits::of(grams.into_iter()), Vec::new());
        assert_eq!(hits(&index, "so: Two, three four five (six) seven eight nine!"), [7]);
        assert!(hits(&index, "three four five six seven eight nine x").is_empty());
    }

    proptest! {
        #[test]
        fn no_run_of_a_secret_is_missed(
            (secret, before, after) in ("([a-f]{1,2} ){8,40}", "([a-f]{1,2} ){0,20}", "([a-f]{1,2} ){0,20}"),
            from in 0usize..33,
        ) {
            let secret: Vec<&str> = secret.split_whitespace().collect();
            let (mut known, mut grams) = (Vec::new(), Vec::new());
            runs(&Words::of(&secret.join(" ")), |hash, gram| {
                known.push((hash, 7));
                grams.push(gram);
            });
            let index = Index::new(known, Bits::of(grams.into_iter()), Vec::new());
            let from = from.min(secret.len() - RUN);
            let eight = secret[from..from + RUN].join(" ");
            let text = format!("{before}{eight} {after}");
            prop_assert!(hits(&index, &text).contains(&7), "{}", text);
        }
    }

    #[test]
    fn a_phrase_is_found_whole_and_an_address_to_the_hyphen() {
        let phrase = |secret, text, tight| (Phrase { secret, words: Words::of(text), tight }, 0);
        let index = Index::new(
            Vec::new(),
            Bits::default(),
            vec![phrase(1, "Jane Doe", false), phrase(2, "first-note", true), phrase(3, "recX12", false)],
        );
        assert_eq!(hits(&index, "by Jane Doe"), [1]);
        assert_eq!(hits(&index, "papers/first-note.html#x"), [2]);
        assert!(hits(&index, "my-first-note first-note-2 first note Doe Jane").is_empty());
        assert_eq!(hits(&index, "recx12"), [3]);
        assert!(hits(&index, "https://jane/doe").is_empty());
        assert!(Index::default().is_empty());
    }
}
