//! The words of long secrets, as they are gathered, and what of one way to write a text is not in another.
//!
//! In: words, as much of each as tells a run. Out: passages, one behind the other, for `runs`.

use std::ops::Range;

use super::bits::Hashes;
use super::runs::{RUN, gram};

/// The words of long secrets, as they are gathered: half of the hash of each, as eight of them tell a run.
#[derive(Debug, Default)]
pub(super) struct Passages {
    /// With a 0 behind each passage.
    words: Vec<u32>,
    /// Where a passage begins, and of which secret it is.
    starts: Vec<(usize, u32)>,
}

impl Passages {
    /// Their words, with a 0 behind each.
    pub(super) fn words(&self) -> &[u32] {
        &self.words
    }

    /// Where in them each begins, and of which secret it is.
    pub(super) fn starts(&self) -> &[(usize, u32)] {
        &self.starts
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// Adds one, unless it is the same as one of those from a number on.
    pub(super) fn add(&mut self, secret: u32, words: &[u32], from: usize) {
        let mut end = self.words.len();
        let mut others = self.starts.get(from..).unwrap_or_default().iter().rev();
        let is_known = others.any(|(start, _)| {
            let other = self.words.get(*start..std::mem::replace(&mut end, *start));
            other.and_then(<[u32]>::split_last).is_some_and(|(_, other)| other == words)
        });
        if !is_known {
            self.starts.push((self.words.len(), secret));
            self.words.extend_from_slice(words);
            self.words.push(0);
        }
    }
}

/// The parts of a text that have other runs than these texts, as long as they are: what was changed in a text, or
/// what is another in another way to write it.
pub(super) fn beyond(known: &mut [Along<'_>; 2], words: &[u32]) -> Vec<Range<usize>> {
    // Two ways to write a text have nearly all runs in the same order: few are left to be looked for.
    let runs = words.windows(RUN).enumerate();
    let mut left: Vec<(usize, u64)> =
        runs.filter(|(_, run)| !is_met(known, run)).map(|(at, run)| (at, gram(run))).collect();
    if !left.is_empty() {
        let first_words =
            left.iter().filter_map(|(at, _)| words.get(*at)).fold(0, |all, word| all | bit(*word));
        let runs: Hashes = left.iter().map(|(_, run)| *run).collect();
        let may_be = |run: &&[u32]| run.first().is_some_and(|word| first_words & bit(*word) != 0);
        let known = known.iter().flat_map(|known| known.words.windows(RUN)).filter(may_be).map(gram);
        let known: Hashes = known.filter(|run| runs.contains(run)).collect();
        left.retain(|(_, run)| !known.contains(run));
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (at, _) in left {
        match parts.last_mut() {
            Some(part) if part.end + 1 == at + RUN => part.end += 1,
            _ => parts.push(at..at + RUN),
        }
    }
    parts
}

/// Whether a run is met in one of the texts.
fn is_met(known: &mut [Along<'_>; 2], run: &[u32]) -> bool {
    let mut is_met = false;
    for known in known {
        // Who was not asked for this run has not met the one before the next.
        match is_met {
            true => known.has_met = false,
            false => is_met = known.meets(run),
        }
    }
    is_met
}

/// One of 64 bits for a word.
fn bit(word: u32) -> u64 {
    1 << (word % 64)
}

/// A text of which runs are met in its order.
pub(super) struct Along<'w> {
    words: &'w [u32],
    /// Where the next begins.
    at: usize,
    /// Whether the last one was met, so that of the next all but one word was.
    has_met: bool,
    /// How many may not be met before the next is looked for everywhere.
    patience: usize,
}

/// How many words are looked at for the next run that is met: the target of a link, left out, has no more.
const AHEAD: usize = 32;

impl<'w> Along<'w> {
    /// From its start on.
    pub(super) fn new(words: &'w [u32]) -> Self {
        Along { words, at: 0, has_met: false, patience: 0 }
    }

    /// Whether a run is met, as far as is looked for it.
    #[inline]
    fn meets(&mut self, run: &[u32]) -> bool {
        if self.has_met && self.words.get(self.at + RUN - 1) == run.last() {
            self.at += 1;
            return true;
        }
        let (from, count) = if self.patience == 0 { (0, self.words.len()) } else { (self.at, AHEAD) };
        let ahead = self.words.get(from..).unwrap_or_default().windows(RUN).take(count);
        let met = ahead.enumerate().find(|(_, known)| *known == run).map(|(n, _)| from + n);
        match met {
            Some(at) => (self.at, self.patience) = (at + 1, AHEAD),
            None => self.patience = self.patience.checked_sub(1).unwrap_or(AHEAD),
        }
        self.has_met = met.is_some();
        self.has_met
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::runs::halves;
    use super::super::words::Words;
    use super::*;

    /// The parts of a text beyond others, as the words between spaces.
    fn parts<'t>(known: [&str; 2], text: &'t str) -> Vec<&'t str> {
        let halves = |text: &str| halves(&Words::of(text)).collect::<Vec<u32>>();
        let known = known.map(&halves);
        let byte = |word: usize| text.match_indices(' ').nth(word).map_or(text.len(), |(at, _)| at);
        let part = |part: Range<usize>| {
            text[part.start.checked_sub(1).map_or(0, |before| byte(before) + 1)..byte(part.end - 1)].trim()
        };
        beyond(&mut [Along::new(&known[0]), Along::new(&known[1])], &halves(text))
            .into_iter()
            .map(part)
            .collect()
    }

    #[test]
    fn of_two_ways_to_write_a_text_what_differs_is_looked_for() {
        let known = "a b c d e f g h i j k l m n o p q r s t";
        assert!(parts([known, ""], "b c d e f g h i j k").is_empty());
        assert_eq!(
            parts([known, ""], "a b c d e f g h i x j k l m n o p q r s t"),
            ["c d e f g h i x j k l m n o p"]
        );
        assert_eq!(parts([known, "2 3 4 5 6 7 8 9"], "1 2 3 4 5 6 7 8 9"), ["1 2 3 4 5 6 7 8"]);
        // A run that both have is met in the first; what the second had met before it is then no longer the last.
        let (one, other) = ("b c c a a a a a b", "a a a a a b b c c a a a a a");
        assert_eq!(parts([one, other], "a a a a a b b c c a a a a a a"), ["c c a a a a a a"]);
    }

    proptest! {
        #[test]
        fn what_differs_is_found_in_whatever_order_the_rest_stands(
            known in prop::collection::vec("([a-c] ){0,60}", 2),
            text in "([a-c] ){0,60}",
            picked in prop::collection::vec((0usize..2, 0usize..50, 0usize..40), 0..4),
        ) {
            let mut text = text;
            for (one, from, count) in picked {
                text.extend(known[one].split_inclusive(' ').skip(from).take(count));
            }
            let words: Vec<&str> = text.split_whitespace().collect();
            let all: Vec<Vec<&str>> = known.iter().map(|text| text.split_whitespace().collect()).collect();
            let is_known = |run: &[&str]| all.iter().any(|words| words.windows(RUN).any(|known| known == run));
            let mut expected: Vec<Range<usize>> = Vec::new();
            for (at, _) in words.windows(RUN).enumerate().filter(|(_, run)| !is_known(run)) {
                match expected.last_mut() {
                    Some(part) if part.end >= at + RUN - 1 => part.end = at + RUN,
                    _ => expected.push(at..at + RUN),
                }
            }
            let expected: Vec<String> = expected.into_iter().map(|part| words[part].join(" ")).collect();
            prop_assert_eq!(parts([&known[0], &known[1]], text.trim()), expected);
        }
    }
}
