//! Long secrets → where eight words in a row of one of them stand in a text.
//!
//! In: the words of every secret that has eight or more, and the words of a text. Out: which secret a run
//! of eight words is of. A run holds four grams of five words, and at every fourth place of a text one is
//! looked up: so each run is met once, though three grams in four are never looked at. A hit is made sure
//! of word by word.

use rayon::slice::ParallelSliceMut as _;

use super::bits::{Bits, Hashes};
use super::words::Word;

/// How many words in a row tell that a passage was copied.
pub(super) const RUN: usize = 8;

/// How many words a gram has.
const GRAM: usize = 5;

/// How many grams a run has, and how far apart those are that are looked up.
const STEP: usize = RUN - GRAM + 1;

/// The words of long secrets, to be found fast.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Runs {
    /// The words of every secret, with a 0 behind each: half of the hash of each, as eight of them tell a run.
    words: Vec<u32>,
    /// Where in them a secret begins, and which it is.
    starts: Vec<(u32, u32)>,
    /// Every gram.
    grams: Bits,
    /// The grams at every fourth place, by their keys, with their places.
    places: Vec<(u32, u32)>,
    /// Runs that are no secret.
    known: Hashes,
}

impl Runs {
    /// Of these secrets, by number and words.
    pub(super) fn of(secrets: Vec<(u32, Vec<u32>)>) -> Self {
        let mut runs = Runs::default();
        runs.words.reserve(secrets.iter().map(|(_, words)| words.len() + 1).sum());
        for (secret, words) in secrets {
            // More than four thousand million words are no archive.
            let Ok(start) = u32::try_from(runs.words.len()) else { break };
            runs.starts.push((start, secret));
            runs.words.extend(words);
            runs.words.push(0);
        }
        let grams = || runs.words.windows(GRAM);
        runs.grams = Bits::of(grams().map(gram));
        let every = grams().enumerate().step_by(STEP);
        runs.places = every.map(|(at, words)| (key(words), at as u32)).collect();
        runs.places.par_sort_unstable();
        runs
    }

    /// Lets these runs be no secrets.
    pub(super) fn knowing(&mut self, known: Hashes) {
        self.known = known;
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Every word, as much as is known of its hash: the higher half.
    pub(super) fn words(&self) -> impl Iterator<Item = u64> + '_ {
        self.words.iter().map(|word| u64::from(*word) << 32)
    }

    /// Tells every run of a secret that has the gram which ends with the word at a place: its secret, and
    /// the hash of the run.
    #[cold]
    fn at(&self, words: &[Word], last: usize, hit: &mut dyn FnMut(u32, u64)) {
        let Some(looked_at) = last.checked_sub(GRAM - 1) else { return };
        for first in looked_at.saturating_sub(STEP - 1)..=looked_at {
            let Some(run) = words.get(first..first + RUN) else { return };
            // All four of its grams are known, where it is one.
            if !(first..first + STEP).all(|at| self.grams.has(gram_at(words, at + GRAM - 1))) {
                continue;
            }
            let run = halves(run);
            let hash = gram(&run);
            if self.known.contains(&hash) {
                continue;
            }
            if let Some(secret) = self.secret_of(&run) {
                hit(secret, hash);
            }
        }
    }

    /// The first secret that has a run of words.
    fn secret_of(&self, run: &[u32]) -> Option<u32> {
        let places = run.windows(GRAM).enumerate().flat_map(|(offset, words)| {
            let key = key(words);
            let first = self.places.partition_point(|(known, _)| *known < key);
            let same = self.places.iter().skip(first).take_while(move |(known, _)| *known == key);
            same.filter_map(move |(_, at)| (*at as usize).checked_sub(offset))
        });
        let place = places.filter(|start| self.words.get(*start..start + RUN) == Some(run)).min()?;
        let n = self.starts.partition_point(|(start, _)| *start as usize <= place);
        self.starts.get(n.checked_sub(1)?).map(|(_, secret)| *secret)
    }
}

/// Grams of a text that are looked up one after the other: the set of all does not fit beside what a processor
/// keeps close, and it waits for many places of it in the time of one.
pub(super) struct Waiting<'r> {
    runs: &'r Runs,
    grams: [(u64, usize); AT_ONCE],
    count: usize,
}

const AT_ONCE: usize = 64;

impl<'r> Waiting<'r> {
    /// None yet.
    pub(super) fn new(runs: &'r Runs) -> Self {
        Waiting { runs, grams: [(0, 0); AT_ONCE], count: 0 }
    }

    /// Takes the gram that ends with the word at a place; tells every run that has one of those before it, when
    /// they are many.
    #[inline]
    pub(super) fn add(&mut self, words: &[Word], last: usize, hit: &mut dyn FnMut(u32, u64)) {
        self.grams[self.count % AT_ONCE] = (gram_at(words, last), last);
        self.count += 1;
        if self.count == AT_ONCE {
            self.look_up(words, hit);
        }
    }

    /// Tells every run that has one of the grams so far: its secret, and the hash of the run.
    pub(super) fn look_up(&mut self, words: &[Word], hit: &mut dyn FnMut(u32, u64)) {
        for (gram, last) in self.grams.iter().take(self.count) {
            if self.runs.grams.has(*gram) {
                self.runs.at(words, *last, hit);
            }
        }
        self.count = 0;
    }
}

/// The runs of a text.
pub(super) fn runs(words: &[Word]) -> impl Iterator<Item = u64> + '_ {
    words.windows(RUN).map(|run| run.iter().fold(0, |all, word| joined(all, half(word.hash))))
}

/// The parts of a text that have other runs than these, as long as they are: what was changed in a text, or
/// what is another in another way to write it.
pub(super) fn beyond(known: &Hashes, words: &[Word]) -> Vec<Vec<Word>> {
    let mut parts: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, _) in runs(words).enumerate().filter(|(_, run)| !known.contains(run)) {
        match parts.last_mut() {
            Some(part) if part.end + 1 == at + RUN => part.end += 1,
            _ => parts.push(at..at + RUN),
        }
    }
    parts.into_iter().filter_map(|part| words.get(part).map(<[Word]>::to_vec)).collect()
}

/// Whether the gram that ends with the word at a place is looked up.
#[inline]
pub(super) fn is_looked_at(last: usize) -> bool {
    last % STEP == STEP - 1
}

/// The gram that ends with the word at a place; that of fewer words is no secret's.
#[inline]
fn gram_at(words: &[Word], last: usize) -> u64 {
    let words = last.checked_sub(GRAM - 1).and_then(|first| words.get(first..=last));
    words.unwrap_or_default().iter().fold(0, |all, word| joined(all, half(word.hash)))
}

/// What is kept of the words of a long secret.
pub(super) fn halves(words: &[Word]) -> Vec<u32> {
    words.iter().map(|word| half(word.hash)).collect()
}

/// The higher half of a hash, by which marks of words go too.
#[inline]
fn half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Stands for words in a row.
fn gram(words: &[u32]) -> u64 {
    words.iter().fold(0, |all, word| joined(all, *word))
}

/// What a gram is looked up by: two may have the same.
fn key(words: &[u32]) -> u32 {
    half(gram(words).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// What stands for words in a row, with one more.
#[inline]
fn joined(words: u64, word: u32) -> u64 {
    words.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(17) ^ u64::from(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::words::Words;
    use super::*;

    fn runs(secret: &str) -> Runs {
        Runs::of(vec![(7, halves(&Words::of(secret)))])
    }

    /// The secrets of every run, as `Index::find` asks for them.
    fn hits(runs: &Runs, text: &str) -> Vec<u32> {
        let (words, mut found) = (Words::of(text), Vec::new());
        let mut waiting = Waiting::new(runs);
        let hit = &mut |secret, _| found.push(secret);
        (0..words.len()).filter(|last| is_looked_at(*last)).for_each(|last| waiting.add(&words, last, hit));
        waiting.look_up(&words, hit);
        found
    }

    #[test]
    fn a_run_is_found_wherever_eight_words_of_it_stand() {
        let runs = runs("one two three four five six seven eight nine ten");
        assert_eq!(hits(&runs, "so: Two, three four five (six) seven eight nine!"), [7]);
        assert!(hits(&runs, "three four five six seven eight nine x").is_empty());
    }

    #[test]
    fn of_two_ways_to_write_a_text_what_differs_is_looked_for() {
        let hashes = |words: &[Word]| words.iter().map(|word| word.hash).collect::<Vec<_>>();
        let known = super::runs(&Words::of("a b c d e f g h i j k l m n o p q r s t")).collect();
        let of = |text| beyond(&known, &Words::of(text)).iter().map(|part| hashes(part)).collect::<Vec<_>>();
        assert!(of("b c d e f g h i j k").is_empty());
        let differs = hashes(&Words::of("c d e f g h i x j k l m n o p"));
        assert_eq!(of("a b c d e f g h i x j k l m n o p q r s t"), [differs]);
        assert_eq!(of("1 2 3 4 5 6 7 8 9"), [hashes(&Words::of("1 2 3 4 5 6 7 8 9"))]);
    }

    proptest! {
        #[test]
        fn each_run_of_a_secret_is_met_once(
            (secret, before, after) in ("([a-f]{1,2} ){8,40}", "([g-k]{1,2} ){0,20}", "([g-k]{1,2} ){0,20}"),
            from in 0usize..33,
        ) {
            let words: Vec<&str> = secret.split_whitespace().collect();
            let from = from.min(words.len() - RUN);
            let eight = words[from..from + RUN].join(" ");
            let text = format!("{before}{eight} {after}");
            prop_assert_eq!(hits(&runs(&secret), &text), [7], "{}", text);
        }
    }
}
