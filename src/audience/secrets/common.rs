//! What an edition says itself → what of the archive is too common to be looked for.
//!
//! In: the texts of an edition, the settings it knows, the words of the theme, and the forms of the
//! secrets. Out: which runs of words the edition has too, and whether a phrase would be known again.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use super::Edition;
use super::index::{Bits, Phrase, pair, runs_with, single};
use super::tells::{self, Sort};
use super::words::{Word, Words};
use crate::model::action::State;
use crate::model::issue::{Agreement, Work};
use crate::model::record::Record;
use crate::model::standing::{Heading, Rule};

/// What is common knowledge, as far as secrets have it too.
#[derive(Debug, Default)]
pub(super) struct Common {
    words: Hashes,
    pairs: Hashes,
    runs: Hashes,
}

type Hashes = HashSet<u64, BuildHasherDefault<AsIs>>;

/// The shortest word that can make a phrase known again.
const TELLING: u8 = 4;

impl Common {
    /// What an edition says that secrets of these forms say too.
    pub(super) fn of(
        records: &[Arc<Record>],
        said: &[String],
        own: &[&str],
        (long, grams): (&[(u64, u32)], &Bits),
        phrases: &[(Sort, Phrase)],
    ) -> Self {
        let of = |phrase: &Phrase| phrase.words.clone();
        let words: Vec<u64> = phrases.iter().flat_map(|(_, phrase)| of(phrase)).map(single).collect();
        let pairs: Vec<u64> = phrases
            .iter()
            .flat_map(|(_, phrase)| phrase.words.windows(2))
            .filter_map(|two| Some(pair(*two.first()?, *two.get(1)?)))
            .collect();
        let words = Bits::of(words.into_iter());
        let pairs = Bits::of(pairs.into_iter());
        let long = Bits::of(long.iter().map(|(hash, _)| *hash));
        let look = |common: &mut Common, read: &mut Words, text: &str| {
            read.clear();
            read.text(text);
            common.add(read.finish(), (&words, &pairs), (&long, grams));
        };
        let mut common = records
            .par_iter()
            .with_min_len(64)
            .fold(
                || (Common::default(), Words::default()),
                |(mut common, mut read), record| {
                    look(&mut common, &mut read, record.id.as_str());
                    tells::record(record, &mut |_, _, text| look(&mut common, &mut read, text));
                    (common, read)
                },
            )
            .map(|(common, _)| common)
            .reduce(Common::default, Common::joined);
        let mut read = Words::default();
        said.iter().for_each(|text| look(&mut common, &mut read, text));
        // A theme says words; what it says in sentences would still be a leak.
        let mut theme = Common::default();
        own.iter().for_each(|text| look(&mut theme, &mut read, text));
        common.words.extend(theme.words);
        common
    }

    fn add(&mut self, read: &[Word], (words, pairs): (&Bits, &Bits), (long, grams): (&Bits, &Bits)) {
        let mut before: Option<Word> = None;
        for word in read {
            if words.has(single(*word)) {
                self.words.insert(single(*word));
            }
            if let Some(hash) = before.map(|before| pair(before, *word)).filter(|hash| pairs.has(*hash)) {
                self.pairs.insert(hash);
            }
            before = Some(*word);
        }
        runs_with(read, grams, |hash| {
            if long.has(hash) {
                self.runs.insert(hash);
            }
        });
    }

    fn joined(mut self, other: Common) -> Common {
        self.words.extend(other.words);
        self.pairs.extend(other.pairs);
        self.runs.extend(other.runs);
        self
    }

    /// Whether the edition has this run of words.
    pub(super) fn has_run(&self, hash: u64) -> bool {
        self.runs.contains(&hash)
    }

    /// Where in a phrase two words stand side by side that never do so in the edition; else 0.
    pub(super) fn rarest_pair(&self, phrase: &Phrase) -> usize {
        let is_new = |two: &[Word]| match two {
            [first, second] => !self.pairs.contains(&pair(*first, *second)),
            _ => false,
        };
        phrase.words.windows(2).position(is_new).unwrap_or(0)
    }

    /// Whether a phrase, met in a file, can hardly be there by chance.
    pub(super) fn is_distinctive(&self, phrase: &Phrase, sort: Sort) -> bool {
        let words = &phrase.words;
        let letters: usize = words.iter().map(|word| usize::from(word.length)).sum();
        let telling = words.iter().filter(|word| word.has_letters() && word.length >= TELLING).count();
        let new = |least: u8, word: &Word| {
            word.has_letters() && word.length >= least && !self.words.contains(&single(*word))
        };
        let code = |word: &Word| word.is_mixed() && word.length >= 6 && new(6, word);
        let number = |word: &Word| !word.has_letters() && word.length >= 7;
        match (sort, words.as_slice()) {
            (_, []) => false,
            (Sort::Code, [word]) => word.length >= 8,
            (Sort::Code, _) => true,
            (Sort::Name, [word]) => new(4, word) || number(word),
            (Sort::Title | Sort::Address, [word]) => new(5, word) || code(word),
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
}

/// What an edition says beside its records: the settings it knows, the labels of collections and
/// fields, and the fixed words of the dialogue itself.
pub(super) fn said(edition: &Edition) -> Vec<String> {
    let mut said = Vec::new();
    settings(edition, &mut |text| said.push(text.to_owned()));
    in_words(&mut |text| said.push(text.to_owned()));
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
    for (_, said) in &config.collections {
        said.sentence.iter().for_each(|text| tell(text));
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

/// Hashes are as good as random already.
#[derive(Debug, Default)]
struct AsIs(u64);

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
        self.0 = hash;
    }
}
