//! The archive and an edition of it → what the edition must not tell, ready to be looked for.
//!
//! In: both, which only this room sees together. Out: `Secrets`: everything that is in the one and not
//! in the other (passages, values, names, addresses, codes, names of files), as the words it is made
//! of; `publish::scan` looks for them in every file. What the edition says itself, by another record or
//! in the settings, is no secret; nor is what is too short or too common to be known again (a number, a
//! date, an everyday word). Nothing is looked for where nothing is hidden.

mod alike;
mod bits;
mod common;
mod forms;
mod gather;
mod index;
mod letters;
mod own;
mod passages;
mod places;
mod plain;
mod runs;
mod sections;
mod tells;
mod verbatim;
mod words;

#[cfg(test)]
mod tests;

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::hash::BuildHasherDefault;
use std::sync::Arc;

use rayon::prelude::*;

pub use self::alike::Way;
pub use self::gather::ADDRESS;
pub use self::letters::Letters;
pub use self::verbatim::{Stretch, Verbatim};
pub use self::words::{Word, Words};

use self::bits::AsIs;
use self::common::Common;
use self::forms::Form;
use self::gather::gather;
use self::index::{Hit, Index, Phrase};
use self::runs::Runs;
use self::tells::Sort;
use super::Edition;
use crate::diag::Spot;
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::record::Record;

/// Something that an edition must not tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Secret {
    /// The record it is of; `None` for a setting.
    pub record: Option<RecordId>,
    /// What of it, as in `the title`.
    pub what: Arc<str>,
    /// The file it is written in.
    pub file: Arc<str>,
    /// Where in the file.
    pub spot: Spot,
}

/// Everything that an edition must not tell.
#[derive(Debug)]
pub struct Secrets {
    all: Vec<Secret>,
    index: Index,
    verbatim: Verbatim,
    /// What the edition says itself, for a second look at what was found.
    records: Vec<Arc<Record>>,
    said: Vec<String>,
}

/// A place in a text that tells a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace(Hit);

/// The archive in another language, and the edition of it.
pub type Other<'o> = (&'o Archive, &'o Edition);

/// What is in an archive and not in an edition of it. `own` are the words of the theme: they are the
/// site's own and tell nothing.
pub fn secrets(archive: &Archive, edition: &Edition, own: &[&str]) -> Secrets {
    of_languages(archive, edition, &[], own)
}

/// The same for a site in several languages: what any of them hides, unless one of them says it.
pub fn of_languages(archive: &Archive, edition: &Edition, others: &[Other<'_>], own: &[&str]) -> Secrets {
    let found = gather(archive, edition, others);
    let count = found.iter().map(|part| part.secrets.len()).sum();
    if count == 0 {
        return Secrets::of_nothing();
    }
    let mut said = common::said(edition);
    let mut records = edition.records().to_vec();
    for (_, other) in others {
        said.extend(common::said(other));
        records.extend(other.records().iter().filter(|record| record.translated.is_some()).cloned());
    }
    let (mut all, mut long) = (Vec::with_capacity(count), Vec::with_capacity(found.len()));
    let (mut phrases, mut sorts) = (Vec::<Phrase>::new(), Vec::new());
    let mut places = HashMap::<_, usize, BuildHasherDefault<AsIs>>::default();
    for part in found {
        let before = all.len() as u32;
        all.extend(part.secrets);
        long.push((before, part.forms.long));
        for (n, Form { words, sort, tight }) in part.forms.short {
            let secret = before + n;
            // What many records say in the same words is looked for once.
            match places.entry((sort, tight, words)) {
                Entry::Occupied(known) => {
                    if let Some(phrase) = phrases.get_mut(*known.get()) {
                        phrase.secrets.push(secret);
                    }
                }
                Entry::Vacant(new) => {
                    let phrase = Phrase { secrets: vec![secret], words: new.key().2.clone(), tight };
                    new.insert(phrases.len());
                    phrases.push(phrase);
                    sorts.push(sort);
                }
            }
        }
    }
    if long.iter().all(|(_, part)| part.count() == 0) && phrases.is_empty() {
        return Secrets::of_nothing();
    }
    let runs = Runs::of(&long);
    drop(long);
    let index = Index::new(runs, phrases).telling_parts();
    let (common, pieces) = Common::of(&records, &said, own, &index);
    let (mut runs, phrases) = index.into_parts();
    let phrases = phrases.into_iter().zip(sorts).enumerate();
    let phrases = phrases
        .filter(|(n, (phrase, sort))| !common.says(*n) && common.is_distinctive(&phrase.words, *sort))
        .map(|(_, (phrase, _))| phrase)
        .collect();
    runs.knowing(common.runs);
    let verbatim = Verbatim::of(pieces);
    Secrets { all, index: Index::new(runs, phrases), verbatim, records, said }
}

/// Every text of a record.
pub(super) fn texts(record: &Record) -> BTreeSet<&str> {
    let mut texts = BTreeSet::new();
    tells::record(record, &mut |_, _, text| {
        texts.insert(text.trim());
    });
    texts.remove("");
    texts
}

impl Secrets {
    fn of_nothing() -> Self {
        Secrets {
            all: Vec::new(),
            index: Index::default(),
            verbatim: Verbatim::default(),
            records: Vec::new(),
            said: Vec::new(),
        }
    }

    /// What of a text need not be read.
    pub fn verbatim(&self) -> &Verbatim {
        &self.verbatim
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Whether the very same words are looked for: what has none of the ones has none of the others.
    pub fn are_those_of(&self, other: &Secrets) -> bool {
        self.index == other.index
    }

    /// Tells every trace of a secret in these words.
    pub fn find(&self, words: &[Word], found: &mut dyn FnMut(Trace)) {
        self.index.find(words, false, &mut |hit| found(Trace(hit)));
    }

    /// Which of these traces are in no text of the edition either, and so can come from nowhere but
    /// behind it. The first look at the edition saw its texts as they are written; this one sees them
    /// as they are read, too.
    pub fn confirmed(&self, traces: BTreeSet<Trace>) -> BTreeSet<Trace> {
        if traces.is_empty() {
            return traces;
        }
        // The headings and titles of the edition have addresses too, which no text spells out.
        let look = |text: &str, open: &mut BTreeSet<Trace>| {
            self.index.find(&Words::of(text), true, &mut |hit| {
                open.insert(Trace(hit));
            });
        };
        let mut open: BTreeSet<Trace> = self
            .records
            .par_iter()
            .map(|record| {
                let mut open = BTreeSet::new();
                look(record.id.as_str(), &mut open);
                tells::record(record, &mut |_, sort, text| {
                    look(text, &mut open);
                    if sort == Sort::Prose && !plain::has_the_same_words(text) {
                        look(&plain::plain(text), &mut open);
                    }
                });
                open
            })
            .reduce(BTreeSet::new, |mut all, some| {
                all.extend(some);
                all
            });
        self.said.iter().for_each(|text| look(text, &mut open));
        traces.difference(&open).copied().collect()
    }

    /// The secrets that a trace tells: one, but for words that several have.
    pub fn of(&self, trace: Trace) -> impl Iterator<Item = &Secret> {
        let (first, _) = trace.0;
        let others = self.index.secrets(trace.0).iter().copied().filter(move |other| *other != first);
        std::iter::once(first).chain(others).filter_map(|n| self.all.get(n as usize))
    }
}
