//! The terms of all texts, and where each stands: gathered from many threads, written in order.
//!
//! In: the passages of each part of a document, as pages are finished. Out: files of lines, a line a
//! term (`lines`). A weight says how much a part is about a term: how often it stands there against the
//! part's length (as BM25 has it), whether in a heading, whether in the title. A reader fetches the one
//! file its word is in.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use twox_hash::XxHash3_64;

use super::lines::{self, File};
use super::words;

use crate::spent::{self, Work};

/// Terms are kept in so many drawers, by the first bits of their hashes, so that threads seldom wait for each
/// other.
const DRAWERS: usize = 1 << DRAWER_BITS;
const DRAWER_BITS: u32 = 6;

/// How long a text is on the whole, in terms: BM25 measures others by it.
const USUAL: f32 = 300.0;

/// The terms gathered so far.
pub(super) struct Terms {
    drawers: Vec<Mutex<Drawer>>,
}

#[derive(Default)]
struct Drawer {
    /// Where the first term of each hash is. Another of the same hash, if there ever is one, is in `others`.
    places: HashMap<u64, usize>,
    others: HashMap<Box<str>, usize>,
    terms: Vec<Term>,
}

struct Term {
    term: Box<str>,
    /// Document, part of it and weight, packed by [`pack`].
    found: Vec<u64>,
}

impl Terms {
    pub(super) fn new() -> Self {
        Terms { drawers: (0..DRAWERS).map(|_| Mutex::default()).collect() }
    }

    /// Takes the words of a part of a document: its title, and lines of passages.
    pub(super) fn add(&self, document: u32, part: u16, title: &str, lines: &str) {
        let mut seen = Seen::of(title, lines);
        let length = seen.terms.len() as f32;
        // They come in the order of their hashes, so that each drawer is opened once.
        let counted = seen.counted();
        for same in counted.chunk_by(|a, b| a.drawer() == b.drawer()) {
            let Some(drawer) = same.first().map(|first| &self.drawers[first.drawer()]) else { continue };
            let mut drawer = drawer.lock().unwrap_or_else(PoisonError::into_inner);
            for one in same {
                drawer.put(one, pack(document, part, one.level(length)));
            }
        }
    }

    /// The files, in the order of their terms; `first` is the number of each document's first part.
    pub(super) fn into_files(self, first: &[u32]) -> Vec<File> {
        let drawers = self
            .drawers
            .into_iter()
            .map(|drawer| drawer.into_inner().unwrap_or_else(PoisonError::into_inner));
        let mut terms: Vec<Term> = drawers.flat_map(|drawer| drawer.terms).collect();
        terms.par_sort_unstable_by(|a, b| a.term.cmp(&b.term));
        let line = |term| spent::on(Work::Search, || line(term, first));
        let lines: Vec<String> = terms.par_iter_mut().with_min_len(64).map(line).collect();
        lines::files(lines.iter().map(String::as_str))
    }
}

/// Each term of a part of a document, and how much the part is about it.
pub(super) fn levels(title: &str, lines: &str, take: &mut dyn FnMut(&str, u8)) {
    let mut seen = Seen::of(title, lines);
    let length = seen.terms.len() as f32;
    seen.counted().iter().for_each(|one| take(one.term, one.level(length)));
}

impl Drawer {
    fn put(&mut self, one: &Counted<'_>, found: u64) {
        let (hash, term) = (one.hash, one.term);
        let known = self.places.get(&hash).copied();
        let known = match known.filter(|place| *self.terms[*place].term != *term) {
            Some(_) => self.others.get(term).copied(),
            None => known,
        };
        let place = known.unwrap_or_else(|| {
            let place = self.terms.len();
            if *self.places.entry(hash).or_insert(place) != place {
                self.others.insert(term.into(), place);
            }
            self.terms.push(Term { term: term.into(), found: Vec::new() });
            place
        });
        self.terms[place].found.push(found);
    }
}

fn line(term: &mut Term, first: &[u32]) -> String {
    // By weight, the highest first, then by part.
    term.found.sort_unstable_by_key(|found| {
        let (document, part, level) = unpack(*found);
        (std::cmp::Reverse(level), document, part)
    });
    let found = term.found.iter().map(|found| {
        let (document, part, level) = unpack(*found);
        (level, first[document as usize] + u32::from(part))
    });
    lines::line(&term.term, found)
}

fn pack(document: u32, part: u16, level: u8) -> u64 {
    u64::from(document) << 32 | u64::from(part) << 8 | u64::from(level)
}

fn unpack(found: u64) -> (u32, u16, u8) {
    ((found >> 32) as u32, (found >> 8) as u16, found as u8)
}

const TEXT: u8 = 0;
const HEADING: u8 = 1;
const TITLE: u8 = 2;

/// The terms of one part, in the order of the text.
#[derive(Default)]
struct Seen {
    text: String,
    terms: Vec<At>,
}

/// Where a term stands in that text, and in which part of the page.
struct At {
    hash: u64,
    at: u32,
    length: u8,
    place: u8,
}

impl Seen {
    /// Those of a title and of lines of passages.
    fn of(title: &str, lines: &str) -> Self {
        let mut seen = Seen::default();
        words::each(title, &mut |term| seen.push(term, TITLE));
        for line in lines.lines() {
            let place = if line.starts_with('#') { HEADING } else { TEXT };
            words::each(line.split_once('\t').map_or("", |(_, text)| text), &mut |term| {
                seen.push(term, place)
            });
        }
        seen
    }

    fn push(&mut self, term: &str, place: u8) {
        if !words::is_common(term) {
            let hash = XxHash3_64::oneshot(term.as_bytes());
            // No term is longer than 40 letters of four bytes.
            self.terms.push(At { hash, at: self.text.len() as u32, length: term.len() as u8, place });
            self.text.push_str(term);
        }
    }

    /// Each term once, in the order of their hashes, and how often it stands in text, headings and title.
    fn counted(&mut self) -> Vec<Counted<'_>> {
        let text = &self.text;
        let word = |at: &At| &text[at.at as usize..at.at as usize + usize::from(at.length)];
        self.terms.sort_unstable_by(|a, b| a.hash.cmp(&b.hash).then_with(|| word(a).cmp(word(b))));
        let same = self.terms.chunk_by(|a, b| a.hash == b.hash && word(a) == word(b));
        let counted = same.filter_map(|same| {
            let mut counts = [0u16; 3];
            for at in same {
                let count = &mut counts[usize::from(at.place)];
                *count = count.saturating_add(1);
            }
            same.first().map(|first| Counted { hash: first.hash, term: word(first), counts })
        });
        counted.collect()
    }
}

/// A term of a part, and how often it stands in its text, headings and title.
struct Counted<'t> {
    hash: u64,
    term: &'t str,
    counts: [u16; 3],
}

impl Counted<'_> {
    fn drawer(&self) -> usize {
        (self.hash >> (u64::BITS - DRAWER_BITS)) as usize
    }

    /// How much a part of so many terms is about this one.
    fn level(&self, length: f32) -> u8 {
        let often = f32::from(self.counts[usize::from(TEXT)]);
        let mut weight = often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / USUAL));
        weight += if self.counts[usize::from(HEADING)] > 0 { 1.5 } else { 0.0 };
        weight += if self.counts[usize::from(TITLE)] > 0 { 4.0 } else { 0.0 };
        (weight * 2.0).round().clamp(1.0, 15.0) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_parts_by_weight() {
        let terms = Terms::new();
        terms.add(2, 0, "Water", "-\tIn short.\n");
        terms.add(0, 1, "Fire", "#a\tWater\n-a\tThe water, the waters.\n");
        terms.add(0, 0, "Fire", "-a\tWater and fire.\n");
        let files = terms.into_files(&[0, 2, 5]);
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].0, "fire");
        // Part 5 has it in its title, part 1 in a heading, part 0 in its text.
        insta::assert_snapshot!(files[0].1, @r"
        fire bA 8B
        short 3F
        water 8F 7B 3A
        ");
    }

    #[test]
    fn files_are_cut_between_terms_and_begin_where_they_say() {
        let terms = Terms::new();
        for document in 0..400 {
            let lines: String = (0..100).map(|n| format!("-\tword{n} {document}x\n")).collect();
            terms.add(document, 0, "T", &lines);
        }
        let first: Vec<u32> = (0..400).collect();
        let files = terms.into_files(&first);
        assert!(files.len() > 1);
        for (term, text) in &files {
            assert!(
                text.len() <= lines::FILE && text.starts_with(&format!("{term} ")),
                "{term}: {}",
                text.len()
            );
        }
        assert!(files.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn two_terms_of_one_hash_are_two_terms() {
        let mut drawer = Drawer::default();
        for (found, term) in (0..).zip(["fire", "water", "fire", "water", "air"]) {
            drawer.put(&Counted { hash: 7, term, counts: [1, 0, 0] }, found);
        }
        let found: Vec<_> = drawer.terms.iter().map(|term| (&*term.term, &*term.found)).collect();
        assert_eq!(found, [("fire", &[0, 2][..]), ("water", &[1, 3]), ("air", &[4])]);
    }

    #[test]
    fn the_order_of_arrival_does_not_show() {
        let made = |order: &[u32]| {
            let terms = Terms::new();
            order.iter().for_each(|n| terms.add(*n, 0, "Same", &format!("-\tword {n} and {}\n", n % 3)));
            terms.into_files(&[0, 1, 2, 3, 4])
        };
        assert_eq!(made(&[0, 1, 2, 3, 4]), made(&[4, 2, 0, 3, 1]));
    }
}
