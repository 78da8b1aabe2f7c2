//! What an edition says itself → what of the archive is too common to be looked for.
//!
//! In: the texts of an edition, the settings it knows, the words of the theme, and the forms of the
//! secrets. Out: which runs of words the edition has too, and whether a phrase would be known again; and, as every
//! text is at hand, the pieces that `verbatim` is made of.

use std::sync::Arc;

use rayon::prelude::*;

use super::Edition;
use super::bits::{Bits, Hashes};
use super::index::{Index, Met, is_running_text, single};
use super::own;
use super::tells::{self, Sort};
use super::verbatim::Pieces;
use super::words::{Word, Words};
use crate::model::action::State;
use crate::model::issue::{Agreement, Work};
use crate::model::record::Record;
use crate::model::standing::{Heading, Rule};

/// What is common knowledge, as far as secrets have it too.
#[derive(Debug, Default)]
pub(super) struct Common {
    words: Hashes,
    /// Words that may be a part of an address: all that the edition says, and of the theme those that do not
    /// stand in a sentence.
    addresses: Hashes,
    /// Runs of words that long secrets have.
    pub(super) runs: Hashes,
    /// Which of the phrases it has word by word.
    phrases: Hashes,
    recent: Recent,
}

/// What takes down what a text has of the secrets.
struct Look<'c> {
    common: &'c mut Common,
    /// The words of phrases.
    words: &'c Bits,
}

/// Hashes that were met a moment ago: most words of a text are.
#[derive(Debug)]
struct Recent(Vec<u64>);

/// The shortest word that can make a phrase known again.
const TELLING: u8 = 4;

/// How many words are remembered for a moment, as a power of two: no more than fit beside what else is asked of each.
const RECENT: u32 = 10;

/// How many records are looked at in the same room.
const AT_ONCE: usize = 256;

impl Common {
    /// What an edition says that these secrets say too; and the long pieces of what it says, as both are seen in
    /// the same look at its texts. The index is one that tells the parts of phrases.
    pub(super) fn of(
        records: &[Arc<Record>],
        said: &[String],
        own: &[&str],
        secrets: &Index,
    ) -> (Self, Vec<Pieces>) {
        let words = secrets.phrases().iter().flat_map(|phrase| &phrase.words);
        let words: Vec<u64> = words.map(|word| single(*word)).collect();
        let words = &Bits::of(words.into_iter());
        let look = |common: &mut Common, read: &mut Words, text: &str| {
            secrets.read(read.quickly(text), true, &mut Look { common, words });
        };
        let of_some = |records: &[Arc<Record>]| {
            let (mut common, mut read, mut pieces) = (Common::default(), Words::default(), Pieces::default());
            for record in records {
                // Every record of this slug has the same last part of its address.
                look(&mut common, &mut read, &format!("{}.html", record.id));
                tells::record(record, &mut |_, _, text| {
                    look(&mut common, &mut read, text);
                    pieces.add(text, read.letters(), || kept(record, text));
                });
            }
            (common, pieces)
        };
        let parts: Vec<(Common, Pieces)> = records.par_chunks(AT_ONCE).map(of_some).collect();
        let (mut common, mut pieces) = (Common::default(), Vec::with_capacity(parts.len()));
        for (part, some) in parts {
            common.join(part);
            pieces.push(some);
        }
        let mut read = Words::default();
        said.iter().for_each(|text| look(&mut common, &mut read, text));
        // A theme says words; what it says in sentences would still be a leak.
        let mut theme = Common::default();
        common.addresses.clone_from(&common.words);
        for text in own {
            look(&mut theme, &mut read, text);
            let words = read.finish();
            let after = words.iter().skip(1).map(Some).chain([None]);
            let apart = words.iter().zip(after).filter(|(word, next)| !is_running_text(Some(*word), *next));
            common.addresses.extend(apart.map(|(word, _)| single(*word)));
        }
        common.words.extend(theme.words);
        (common, pieces)
    }

    fn join(&mut self, other: Common) {
        self.words.extend(other.words);
        self.runs.extend(other.runs);
        self.phrases.extend(other.phrases);
    }

    /// Whether the edition has the phrase of this number, whatever stands between its words: what is found of
    /// it in a file tells nothing.
    pub(super) fn says(&self, n: usize) -> bool {
        self.phrases.contains(&(n as u64))
    }

    /// Whether a phrase, met in a file, can hardly be there by chance.
    pub(super) fn is_distinctive(&self, words: &[Word], sort: Sort) -> bool {
        // Of an address of one word alone it is asked where else an address may have it.
        let said = if sort == Sort::Address && words.len() == 1 { &self.addresses } else { &self.words };
        is_distinctive(words, sort, |word| said.contains(&single(*word)))
    }
}

/// Whether a phrase could be known again if nobody else said any of its words. One that could not needs no look at
/// what everybody says, and is not even kept.
pub(super) fn may_be_distinctive(words: &[Word], sort: Sort) -> bool {
    is_distinctive(words, sort, |_| false)
}

fn is_distinctive(words: &[Word], sort: Sort, is_said: impl Fn(&Word) -> bool) -> bool {
    let letters: usize = words.iter().map(|word| usize::from(word.length)).sum();
    let telling = words.iter().filter(|word| word.has_letters() && word.length >= TELLING).count();
    let new = |least: u8, word: &Word| word.has_letters() && word.length >= least && !is_said(word);
    let code = |word: &Word| word.is_mixed() && word.length >= 6 && new(6, word);
    let number = |word: &Word| !word.has_letters() && word.length >= 7;
    match (sort, words) {
        (_, []) => false,
        (Sort::Code, [word]) => word.length >= 8,
        (Sort::Code, _) => true,
        (Sort::Name, [word]) => new(4, word) || number(word),
        (Sort::Title, [word]) => new(5, word) || code(word),
        (Sort::Address, [word]) => new(5, word),
        (Sort::File, [word]) => new(6, word) || code(word),
        (Sort::Value | Sort::Prose, [word]) => code(word) || new(12, word) || number(word),
        (Sort::Name, _) => letters >= 6,
        (Sort::Title | Sort::Address | Sort::File, words) => {
            telling >= 2 || words.iter().any(|word| new(TELLING, word) || code(word))
        }
        (Sort::Value | Sort::Prose, words) => {
            telling >= 4 || letters >= 8 && words.iter().any(|word| new(TELLING, word) || code(word))
        }
    }
}

impl Met for Look<'_> {
    fn phrase(&mut self, _: u32, n: u32) {
        self.common.phrases.insert(u64::from(n));
    }

    fn run(&mut self, _: u32, run: u64) {
        self.common.runs.insert(run);
    }

    fn part(&mut self, word: Word) {
        let one = single(word);
        if self.common.recent.is_new(one) && self.words.has(one) {
            self.common.words.insert(one);
        }
    }
}

impl Default for Recent {
    fn default() -> Self {
        Recent(vec![0; 1 << RECENT])
    }
}

impl Recent {
    /// Whether a hash was not met a moment ago.
    fn is_new(&mut self, hash: u64) -> bool {
        let place = (hash >> (64 - RECENT)) as usize;
        self.0.get_mut(place).is_none_or(|met| std::mem::replace(met, hash) != hash)
    }
}

/// A text of a record, to be kept: that of its body, which most of them are, need not be copied.
fn kept(record: &Record, text: &str) -> Arc<str> {
    let body = record.body.shared();
    if std::ptr::eq(&**body, text) { Arc::clone(body) } else { text.into() }
}

/// What an edition says beside its records: the settings it knows, the labels of collections and
/// fields, and the fixed words of the dialogue itself.
pub(super) fn said(edition: &Edition) -> Vec<String> {
    let mut said = Vec::new();
    settings(edition, &mut |text| said.push(text.to_owned()));
    in_words(&mut |text| said.push(text.to_owned()));
    own::tell(edition, &mut |text| said.push(text.to_owned()));
    said
}

fn settings(edition: &Edition, tell: &mut dyn FnMut(&str)) {
    let config = edition.config();
    let texts = [&config.summary, &config.base_url, &config.publisher, &config.licence];
    texts.into_iter().flatten().chain([&config.title, &config.theme]).for_each(|text| tell(text));
    config.facets.iter().for_each(|key| tell(key));
    for (key, words) in config.redaction_reasons.iter().chain(&config.glossary) {
        tell(key);
        tell(words);
    }
    for collection in edition.schema().collections() {
        tell(&collection.name);
        tell(&collection.label);
        tell(&collection.singular);
        for field in &collection.fields {
            tell(&field.key);
            tell(&field.label);
        }
    }
    config.public.words.iter().for_each(|text| tell(text));
    for held in edition.withheld() {
        tell(&held.reason);
    }
}

fn in_words(tell: &mut dyn FnMut(&str)) {
    State::ALL.iter().for_each(|word| tell(word.in_words()));
    Agreement::ALL.iter().for_each(|word| tell(word.in_words()));
    Work::ALL.iter().for_each(|word| tell(word.in_words()));
    Heading::ALL.iter().for_each(|word| tell(word.in_words()));
    for rule in Rule::ALL {
        tell(rule.name());
        tell(rule.condition());
    }
    tell("January February March April May June July August September October November December");
    tell("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
    tell("planned promised delivered overdue withheld redacted download attachment glossary reference");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SORTS: [Sort; 7] =
        [Sort::Address, Sort::Code, Sort::File, Sort::Name, Sort::Prose, Sort::Title, Sort::Value];

    proptest! {
        #[test]
        fn what_is_not_even_kept_would_not_be_looked_for(
            phrase in "([a-z]{1,13}|[0-9]{1,9}|[a-z0-9]{1,9})( [a-z]{1,6}| [0-9]{1,3}){0,7}",
            said in "([a-z]{1,6} ){0,9}",
            has_all in any::<bool>(),
        ) {
            let (words, mut common) = (Words::of(&phrase), Common::default());
            common.words.extend(Words::of(&said).into_iter().map(single));
            common.addresses.extend(words.iter().filter(|_| has_all).map(|word| single(*word)));
            for sort in SORTS {
                prop_assert!(may_be_distinctive(&words, sort) || !common.is_distinctive(&words, sort), "{}", phrase);
            }
        }
    }
}
