//! Words → which secrets are among them.
//!
//! In: the forms in which secrets may be written, and the words of a text. Out: which forms the text
//! has. Long ones are known by any eight words of theirs in a row (`runs`), phrases by all of their words.
//! Of each word of a text it is asked what secrets have to do with it, which a byte tells; nearly always
//! that is all.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::bits::{AsIs, Bits, Marks};
use super::runs::{self, LONG, Runs, Waiting};
use super::words::{BLOCK, Word};

/// A form that stands in a text: the first secret that has it, and what tells the form from its others.
pub(super) type Hit = (u32, u64);

/// The words of secrets that are too short for a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Which secrets.
    pub(super) secrets: Vec<u32>,
    /// Its words; never empty.
    pub(super) words: Vec<Word>,
    /// Whether what stands between its words, and before and after them, counts: in an address, a
    /// hyphen more makes it another one.
    pub(super) tight: bool,
}

/// Every form of every secret, to be found fast.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Index {
    marks: Marks,
    runs: Runs,
    phrases: Vec<Phrase>,
    /// One to three words in a row with the word before them, which phrase has them, and from its which word on.
    anchors: Vec<(u64, u32, u16)>,
    /// Where those of a hash begin.
    first: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    anchor_bits: Bits,
}

/// What may be said of a word: that a phrase is looked for by it alone,
const ALONE: u8 = 1;
/// by it and the word after it,
const FIRST: u8 = 2;
/// by it and the word before it;
const SECOND: u8 = 4;
/// that a phrase is looked for by three words, of which it is the first, the second or the third;
const THREE: [u8; ANCHOR] = [16, 32, 64];
/// and that a phrase has it at all, where that is asked. `runs::LONG` is one of these too.
const PART: u8 = 128;

/// By how many words in a row a phrase is looked for, where it has so many. Two are met by chance on every page
/// where many titles are made of the same few words.
const ANCHOR: usize = 3;

/// What is said of the last eight words, a byte each, the newest lowest.
#[derive(Clone, Copy, Default)]
struct Last(u64);

impl Last {
    /// With one word more.
    #[inline]
    fn add(&mut self, marks: u8) {
        self.0 = self.0 << 8 | u64::from(marks);
    }

    /// Whether a phrase may be looked for by the newest word, by the newest two, and by the newest three: three
    /// bits from the lowest on; 0 where by none. Most words end none, which is asked first.
    #[inline]
    fn may_be_phrase(self) -> u64 {
        const LAST: u64 = u64::from_be_bytes([0, 0, 0, 0, 0, 0, 0, ALONE | SECOND | THREE[2]]);
        if self.0 & LAST == 0 {
            return 0;
        }
        let two = self.0 >> 9 & self.0 >> 2 & 1;
        let three = self.0 >> 20 & self.0 >> 13 & self.0 >> 6 & 1;
        self.0 & u64::from(ALONE) | two << 1 | three << 2
    }

    /// Whether a phrase may have the newest word.
    #[inline]
    fn may_be_part(self) -> bool {
        self.0 & u64::from(PART) != 0
    }

    /// Whether long secrets have each of the newest five.
    #[inline]
    fn may_be_long(self) -> bool {
        const FIVE: u64 = u64::from_be_bytes([0, 0, 0, LONG, LONG, LONG, LONG, LONG]);
        self.0 & FIVE == FIVE
    }
}

/// Is told what of secrets stands in a text.
pub(super) trait Met {
    /// A phrase: the first secret that has it, and its number.
    fn phrase(&mut self, secret: u32, n: u32);

    /// A run of a long secret: which, and the hash of the run.
    fn run(&mut self, secret: u32, run: u64);

    /// A word that a phrase may have; told where the index was made to.
    fn part(&mut self, _: Word) {}
}

/// What is found, of whatever form.
struct Hits<'h>(&'h mut dyn FnMut(Hit));

impl Met for Hits<'_> {
    fn phrase(&mut self, secret: u32, n: u32) {
        (self.0)((secret, u64::from(n)));
    }

    fn run(&mut self, secret: u32, run: u64) {
        (self.0)((secret, run));
    }
}

impl Index {
    /// An index of long secrets and of phrases. These are looked for by how they end: addresses begin alike, and
    /// so do titles that are numbered.
    pub(super) fn new(runs: Runs, phrases: Vec<Phrase>) -> Self {
        let mut marks = runs.marks().clone();
        let mut anchors: Vec<(u64, u32, u16)> = Vec::with_capacity(phrases.len());
        let mut asked: Vec<u64> = Vec::with_capacity(phrases.len());
        for (n, phrase) in phrases.iter().enumerate() {
            let at = phrase.words.len().saturating_sub(ANCHOR);
            let words = phrase.words.get(at..).unwrap_or_default();
            let before = at.checked_sub(1).and_then(|before| phrase.words.get(before));
            match words {
                [word] => marks.add(word.hash, ALONE),
                [first, second] => {
                    marks.add(first.hash, FIRST);
                    marks.add(second.hash, SECOND);
                }
                _ => words.iter().zip(THREE).for_each(|(word, mark)| marks.add(word.hash, mark)),
            }
            let anchor = anchor(words);
            asked.push(anchor);
            anchors.push((with_before(anchor, before), n as u32, at as u16));
        }
        anchors.sort_unstable();
        let anchor_bits = Bits::of(asked.into_iter());
        let mut first = HashMap::with_capacity_and_hasher(anchors.len(), BuildHasherDefault::default());
        for (n, (hash, ..)) in anchors.iter().enumerate() {
            first.entry(*hash).or_insert(n as u32);
        }
        Index { marks, runs, phrases, anchors, first, anchor_bits }
    }

    /// The same, which tells every word that a phrase may have, too.
    #[must_use]
    pub(super) fn telling_parts(mut self) -> Self {
        let words = self.phrases.iter().flat_map(|phrase| &phrase.words);
        words.for_each(|word| self.marks.add(word.hash, PART));
        self
    }

    /// What it was made of.
    pub(super) fn into_parts(self) -> (Runs, Vec<Phrase>) {
        (self.runs, self.phrases)
    }

    /// Its phrases, by their numbers.
    pub(super) fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// Tells every form that stands in these words; where `loose`, whatever stands between them.
    pub(super) fn find(&self, words: &[Word], loose: bool, hit: &mut dyn FnMut(Hit)) {
        self.read(words, loose, &mut Hits(hit));
    }

    /// The same, sort by sort.
    pub(super) fn read(&self, words: &[Word], loose: bool, met: &mut impl Met) {
        let mut last = Last::default();
        let mut waiting = Waiting::new(&self.runs);
        for (n, word) in words.iter().enumerate() {
            last.add(self.marks.of(word.hash));
            let by = last.may_be_phrase();
            if by != 0 {
                if by & 1 != 0 {
                    self.looked_for_by::<1>(words, n, loose, met);
                }
                if by & 2 != 0 {
                    self.looked_for_by::<2>(words, n, loose, met);
                }
                if by & 4 != 0 {
                    self.looked_for_by::<ANCHOR>(words, n, loose, met);
                }
            }
            if last.may_be_part() {
                met.part(*word);
            }
            if runs::is_looked_at(n) && last.may_be_long() {
                waiting.add(words, n, &mut |secret, run| met.run(secret, run));
            }
        }
        waiting.look_up(words, &mut |secret, run| met.run(secret, run));
    }

    /// Tells the phrases that are looked for by so many words, of which the last is at a place.
    #[inline]
    fn looked_for_by<const N: usize>(&self, words: &[Word], at: usize, loose: bool, met: &mut impl Met) {
        let Some(first) = (at + 1).checked_sub(N) else { return };
        let anchor = anchor(words.get(first..=at).unwrap_or_default());
        if self.anchor_bits.has(anchor) {
            self.anchored(anchor, words, first, loose, met);
            // Only a phrase of more words than an anchor has one before it.
            let before = first.checked_sub(1).and_then(|before| words.get(before));
            if let Some(before) = before.filter(|_| N == ANCHOR) {
                self.anchored(with_before(anchor, Some(before)), words, first, loose, met);
            }
        }
    }

    fn anchored(&self, hash: u64, words: &[Word], at: usize, loose: bool, met: &mut impl Met) {
        let Some(first) = self.first.get(&hash) else { return };
        let anchors = self.anchors.get(*first as usize..).unwrap_or_default();
        for (_, n, offset) in anchors.iter().take_while(|(known, ..)| *known == hash) {
            let Some(phrase) = self.phrases.get(*n as usize) else { continue };
            if at.checked_sub(usize::from(*offset)).is_some_and(|start| phrase.stands_at(words, start, loose))
            {
                let Some(secret) = phrase.secrets.first() else { continue };
                met.phrase(*secret, *n);
            }
        }
    }

    /// Every secret that has the form which was found: the first of them told it.
    pub(super) fn secrets(&self, hit: Hit) -> &[u32] {
        let phrase = usize::try_from(hit.1).ok().and_then(|n| self.phrases.get(n));
        phrase.map(|phrase| &*phrase.secrets).filter(|all| all.first() == Some(&hit.0)).unwrap_or_default()
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
        let (before, after) = (found.first(), words.get(start + self.words.len()));
        let goes_on = |word: Option<&Word>| word.is_some_and(|word| matches!(word.joint, b'-' | b'_'));
        if self.is_a_word() && is_running_text(before, after) {
            return false;
        }
        joints.all(|(found, word)| found == word) && !goes_on(before) && !goes_on(after)
    }

    /// Whether it is an address of one word, which may be any other text's word as well.
    fn is_a_word(&self) -> bool {
        matches!(self.words.as_slice(), [word] if !word.is_mixed())
    }
}

/// Whether a word stands in a sentence, as a space beside it tells. An address, a name of a file, an id, a key
/// of data and a cell of a table have none beside them; a stroke tells an address even so.
pub(super) fn is_running_text(word: Option<&Word>, next: Option<&Word>) -> bool {
    let joints = [word, next].map(|word| word.map(|word| word.joint));
    joints.contains(&Some(b' ')) && !joints.contains(&Some(b'/')) && !joints.contains(&Some(b'#'))
}

/// Stands for one word.
pub(super) fn single(word: Word) -> u64 {
    word.hash
}

/// Stands for words in a row.
#[inline]
fn anchor(words: &[Word]) -> u64 {
    words.iter().fold(0_u64, |all, word| all.wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(29) ^ word.hash)
}

/// What an anchor is kept by: itself and the word before it, which a phrase that begins with it has not. Phrases end
/// alike by the hundred, as the addresses of what is numbered anew in every report; few have that word in common too.
#[inline]
fn with_before(anchor: u64, before: Option<&Word>) -> u64 {
    before.map_or(anchor, |word| anchor.wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(29) ^ word.hash)
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
    fn a_phrase_is_found_whole_and_an_address_to_the_hyphen() {
        let phrase = |secret, text, tight| Phrase { secrets: vec![secret], words: Words::of(text), tight };
        let index = Index::new(
            Runs::default(),
            vec![
                phrase(1, "Jane Doe", false),
                phrase(2, "first-note", true),
                phrase(3, "recX12", false),
                phrase(5, "a plan of the docks", false),
            ],
        );
        assert_eq!(hits(&index, "It is a plan of the docks, by Jane Doe"), [5, 1]);
        assert!(hits(&index, "a plan of the dock, plan of the docks").is_empty());
        assert_eq!(hits(&index, "by Jane Doe"), [1]);
        assert_eq!(hits(&index, "papers/first-note.html#x"), [2]);
        let index_of_a_word = Index::new(Runs::default(), vec![phrase(4, "beside", true)]);
        for text in [
            "papers/beside.html",
            "id=\"beside\"",
            "{\"beside\": 1}",
            "1,beside,2",
            "beside.png",
            "see papers/beside now",
        ] {
            assert_eq!(hits(&index_of_a_word, text), [4], "{text}");
        }
        for text in ["It stands beside the road.", "Beside it, words", "walk beside, then", "beside-the-road"]
        {
            assert!(hits(&index_of_a_word, text).is_empty(), "{text}");
        }
        assert!(hits(&index, "my-first-note first-note-2 first note Doe Jane").is_empty());
        assert_eq!(hits(&index, "recx12"), [3]);
        assert!(hits(&index, "https://jane/doe").is_empty());
        assert!(Index::default().is_empty());
    }

    proptest! {
        #[test]
        fn phrases_are_found_by_how_they_end_wherever_they_stand(
            phrases in prop::collection::vec(("[ab]([ -][ab]){0,6}", any::<bool>()), 1..8),
            text in "[abc]([ -/][abc]){0,40}",
            loose in any::<bool>(),
        ) {
            let phrase = |(n, (text, tight)): (usize, &(String, bool))| {
                Phrase { secrets: vec![n as u32], words: Words::of(text), tight: *tight }
            };
            let phrases: Vec<Phrase> = phrases.iter().enumerate().map(phrase).collect();
            let (words, mut found) = (Words::of(&text), Vec::new());
            let index = Index::new(Runs::default(), phrases.clone());
            index.find(&words, loose, &mut |(secret, _)| found.push(secret));
            let all = phrases.iter().flat_map(|phrase| (0..words.len()).map(move |start| (phrase, start)));
            let mut expected: Vec<u32> = all
                .filter(|(phrase, start)| phrase.stands_at(&words, *start, loose))
                .map(|(phrase, _)| phrase.secrets[0])
                .collect();
            found.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(found, expected, "{}", text);
        }
    }
}
