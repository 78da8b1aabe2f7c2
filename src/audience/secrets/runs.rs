//! Long secrets → where eight words in a row of one of them stand in a text.
//!
//! In: the words of every secret that has eight or more, and the words of a text. Out: which secret a run
//! of eight words is of. A run holds four grams of five words, and at every fourth place of a text one is
//! looked up: so each run is met once, though three grams in four are never looked at. A hit is made sure
//! of word by word.

use super::bits::{Bits, Hashes, Marks};
use super::passages::Passages;
use super::places::Places;
use super::words::Word;

/// How many words in a row tell that a passage was copied.
pub(super) const RUN: usize = 8;

/// How many words a gram has.
pub(super) const GRAM: usize = 5;

/// How many grams a run has, and how far apart those are that are looked up.
pub(super) const STEP: usize = RUN - GRAM + 1;

/// What may be said of a word: that long secrets have it.
pub(super) const LONG: u8 = 8;

/// The words of long secrets, to be found fast.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Runs {
    /// The words of every secret, as in `Passages`.
    words: Vec<u32>,
    /// Where in them a secret begins, and which it is.
    starts: Vec<(u32, u32)>,
    /// That each of the words is one.
    marks: Marks,
    /// Every gram.
    grams: Bits,
    /// The grams at every fourth place.
    places: Places,
    /// Runs that are no secret.
    known: Hashes,
}

impl Runs {
    /// Of these secrets, each part with the number of its first.
    pub(super) fn of(parts: &[(u32, Passages)]) -> Self {
        let mut runs = Runs::default();
        runs.words.reserve(parts.iter().map(|(_, part)| part.words().len()).sum());
        for (first, part) in parts {
            let before = runs.words.len();
            // More than four thousand million words are no archive.
            if u32::try_from(before + part.words().len()).is_err() {
                break;
            }
            let starts = part.starts().iter().map(|(start, n)| ((before + start) as u32, first + n));
            runs.starts.extend(starts);
            runs.words.extend_from_slice(part.words());
        }
        runs.words.iter().for_each(|word| runs.marks.add(u64::from(*word) << 32, LONG));
        runs.grams = Bits::of(runs.words.windows(GRAM).map(gram));
        runs.places = Places::of(&runs.words);
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

    /// What is said of its words.
    pub(super) fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Tells every run of a secret that has the gram which ends with the word at a place: its secret, and
    /// the hash of the run.
    #[cold]
    fn at(&self, words: &[Word], last: usize, hit: &mut dyn FnMut(u32, u64)) {
        // All four grams of a run are known, where it is one: mostly the one before this and the one behind it
        // tell that there is none.
        let is_known = |last: usize| self.grams.has(gram_at(words, last));
        let before = (1..STEP).take_while(|n| last.checked_sub(*n).is_some_and(is_known)).count();
        let behind = (1..STEP).take_while(|n| is_known(last + n)).count();
        let Some(looked_at) = last.checked_sub(GRAM - 1) else { return };
        let Some(latest) = (looked_at + behind + 1).checked_sub(STEP) else { return };
        for first in looked_at.saturating_sub(before)..=latest {
            let Some(run) = words.get(first..first + RUN) else { return };
            let run: Vec<u32> = halves(run).collect();
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
            self.places.of_gram(gram(words)).iter().filter_map(move |at| (*at as usize).checked_sub(offset))
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
pub(super) fn halves(words: &[Word]) -> impl Iterator<Item = u32> + '_ {
    words.iter().map(|word| half(word.hash))
}

/// The higher half of a hash, by which marks of words go too.
#[inline]
fn half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Stands for words in a row.
#[inline]
pub(super) fn gram(words: &[u32]) -> u64 {
    words.iter().fold(0, |all, word| joined(all, *word))
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
        let mut passages = Passages::default();
        passages.add(2, &halves(&Words::of(secret)).collect::<Vec<_>>(), 0);
        Runs::of(&[(5, passages)])
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
