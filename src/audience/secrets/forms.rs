//! A secret text → the forms in which it may be written.
//!
//! In: the texts of secrets, one by one. Out: runs of words and short phrases for each: as it stands, as a
//! reader sees its Markdown, and as the address made of it. A phrase that nobody could know again is left out;
//! which others are too common is decided elsewhere.

use std::cell::LazyCell;

use super::common::may_be_distinctive;
use super::passages::{Along, Passages, beyond};
use super::plain::{BREAK, has_the_same_words, plain};
use super::runs::{RUN, halves};
use super::sections::sections;
use super::tells::Sort;
use super::words::{Word, Words};
use crate::model::text;

/// The forms of many texts.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Those that are known by runs of their words.
    pub(super) long: Passages,
    /// The others, each with the number of its secret.
    pub(super) short: Vec<(u32, Form)>,
    room: Room,
}

/// A form of a few words.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) words: Vec<Word>,
    pub(super) sort: Sort,
    /// Whether what stands between the words counts.
    pub(super) tight: bool,
}

/// The words of texts that are no secret, one text behind the other with a 0 between them, for whoever asks.
pub(super) type Known<'k> = LazyCell<Vec<u32>, Box<dyn FnOnce() -> Vec<u32> + 'k>>;

/// What one text needs and the next can use again.
#[derive(Debug, Default)]
struct Room {
    words: Words,
    /// Of every word of a text, as much as tells a run.
    halves: Vec<u32>,
    /// The same as its reader sees it.
    seen: Vec<u32>,
}

/// Where the forms of a text begin among those of all, and of which secret and sort it is.
#[derive(Clone, Copy)]
struct Of {
    secret: u32,
    sort: Sort,
    long: usize,
    short: usize,
}

impl Forms {
    /// Adds the forms of a text; tells whether it has any. Of long ones, only what has other runs of words than
    /// these.
    pub(super) fn add(&mut self, secret: u32, text: &str, sort: Sort, known: &Known<'_>) -> bool {
        let of = Of { secret, sort, long: self.long.count(), short: self.short.len() };
        match sort {
            Sort::Address => {
                let text = text.trim_matches('/');
                self.whole(of, text.strip_suffix(".html").unwrap_or(text), true);
            }
            Sort::Prose => self.prose(of, text, known),
            Sort::File => {
                let name = text.rsplit('/').next().unwrap_or(text);
                let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                self.whole(of, stem, false);
                self.whole(of, &text::slug(stem), false);
            }
            Sort::Code => self.whole(of, text, true),
            Sort::Title | Sort::Name | Sort::Value => self.whole(of, text, false),
        }
        self.long.count() > of.long || self.short.len() > of.short
    }

    /// Adds a form that counts to the hyphen.
    pub(super) fn tight(&mut self, secret: u32, text: &str, sort: Sort) {
        let of = Of { secret, sort, long: self.long.count(), short: self.short.len() };
        self.whole(of, text, true);
    }

    /// A text as it stands.
    fn whole(&mut self, of: Of, text: &str, tight: bool) {
        let mut room = std::mem::take(&mut self.room);
        let words = room.words.only(text);
        if words.len() >= RUN && !tight {
            room.halves.clear();
            room.halves.extend(halves(words));
            self.long.add(of.secret, &room.halves, of.long);
        } else {
            self.few(of, words, tight);
        }
        self.room = room;
    }

    /// Each section of a passage, as it stands and, where a reader sees other words, as those.
    fn prose(&mut self, of: Of, text: &str, known: &Known<'_>) {
        let mut room = std::mem::take(&mut self.room);
        room.halves.clear();
        let mut along = [Along::new(known), Along::new(&[])];
        for section in sections(text) {
            let first = room.halves.len();
            room.halves.extend(halves(room.words.quickly(section)));
            let words = room.halves.get(first..).unwrap_or_default();
            match words.len() < RUN {
                true => self.few(of, room.words.only(section), false),
                false if known.is_empty() => self.long.add(of.secret, words, of.long),
                false => self.beyond(of, words, &mut along),
            }
        }
        if room.halves.len() < RUN || !has_the_same_words(text) {
            let mut along = [Along::new(&room.halves), Along::new(known)];
            for part in plain(text).split(BREAK) {
                room.seen.clear();
                room.seen.extend(halves(room.words.quickly(part)));
                match room.seen.len() < RUN {
                    true => self.few(of, room.words.only(part), false),
                    false => self.beyond(of, &room.seen, &mut along),
                }
            }
        }
        self.room = room;
    }

    fn few(&mut self, of: Of, words: &[Word], tight: bool) {
        let same = self.short.get(of.short..).unwrap_or_default();
        if may_be_distinctive(words, of.sort) && same.iter().all(|(_, form)| form.words != words) {
            self.short.push((of.secret, Form { words: words.to_vec(), sort: of.sort, tight }));
        }
    }

    fn beyond(&mut self, of: Of, words: &[u32], known: &mut [Along<'_>; 2]) {
        for part in beyond(known, words) {
            self.long.add(of.secret, words.get(part).unwrap_or_default(), of.long);
        }
    }
}
