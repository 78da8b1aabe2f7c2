//! What an edition says itself → what of the archive is too common to be looked for.
//!
//! In: the texts of an edition, the settings it knows, the words of the theme, and the forms of the
//! secrets. Out: which runs of words the edition has too, and whether a phrase would be known again.

use std::sync::Arc;

use rayon::prelude::*;

use super::Edition;
use super::bits::{Bits, Hashes, Marks};
use super::index::{ALONE, Index, LONG, Last, Phrase, is_running_text, single};
use super::runs::{self, Runs, Waiting};
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
    /// Words that may be a part of an address: all that the edition says, and of the theme those that do not
    /// stand in a sentence.
    addresses: Hashes,
    /// Runs of words that long secrets have.
    pub(super) runs: Hashes,
    /// Which of the phrases it has word by word.
    phrases: Hashes,
    recent: Recent,
}

/// What of an edition is of interest: what secrets have.
struct Wanted<'s> {
    marks: Marks,
    words: Bits,
    runs: &'s Runs,
    phrases: Index,
}

/// Hashes that were met a moment ago: most words of a text are.
#[derive(Debug)]
struct Recent(Vec<u64>);

/// The shortest word that can make a phrase known again.
const TELLING: u8 = 4;

impl Common {
    /// What an edition says that these secrets say too.
    pub(super) fn of(
        records: &[Arc<Record>],
        said: &[String],
        own: &[&str],
        runs: &Runs,
        phrases: &[(Sort, Phrase)],
    ) -> Self {
        let wanted = Wanted::of(runs, phrases);
        let look = |common: &mut Common, read: &mut Words, text: &str| {
            read.clear();
            read.text(text);
            common.add(read.finish(), &wanted);
        };
        let mut common = records
            .par_iter()
            .with_min_len(512)
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
        common.addresses.clone_from(&common.words);
        for text in own {
            look(&mut theme, &mut read, text);
            let words = read.finish();
            let after = words.iter().skip(1).map(Some).chain([None]);
            let apart = words.iter().zip(after).filter(|(word, next)| !is_running_text(Some(*word), *next));
            common.addresses.extend(apart.map(|(word, _)| single(*word)));
        }
        common.words.extend(theme.words);
        common
    }

    fn add(&mut self, read: &[Word], wanted: &Wanted<'_>) {
        wanted.phrases.find(read, true, &mut |(_, n)| {
            self.phrases.insert(n);
        });
        let (mut last, mut waiting) = (Last::default(), Waiting::new(wanted.runs));
        let runs = &mut self.runs;
        let hit = &mut |_, run| {
            runs.insert(run);
        };
        for (n, word) in read.iter().enumerate() {
            last.add(wanted.marks.of(word.hash));
            let one = single(*word);
            if last.may_be_alone() && self.recent.is_new(one) && wanted.words.has(one) {
                self.words.insert(one);
            }
            if runs::is_looked_at(n) && last.may_be_long() {
                waiting.add(read, n, hit);
            }
        }
        waiting.look_up(read, hit);
    }

    fn joined(mut self, other: Common) -> Common {
        self.words.extend(other.words);
        self.runs.extend(other.runs);
        self.phrases.extend(other.phrases);
        self
    }

    /// Whether the edition has the phrase of this number, whatever stands between its words: what is found of
    /// it in a file tells nothing.
    pub(super) fn says(&self, n: usize) -> bool {
        self.phrases.contains(&(n as u64))
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
            (Sort::Title, [word]) => new(5, word) || code(word),
            (Sort::Address, [word]) => {
                word.length >= 5 && word.has_letters() && !self.addresses.contains(&single(*word))
            }
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

impl<'s> Wanted<'s> {
    fn of(runs: &'s Runs, phrases: &[(Sort, Phrase)]) -> Self {
        let mut marks = Marks::default();
        runs.words().for_each(|word| marks.add(word, LONG));
        let words = phrases.iter().flat_map(|(_, phrase)| &phrase.words);
        let words: Vec<u64> = words.map(|word| single(*word)).collect();
        words.iter().for_each(|word| marks.add(*word, ALONE));
        let phrases = Index::new(Runs::default(), phrases.iter().map(|(_, phrase)| phrase.clone()).collect());
        Wanted { marks, words: Bits::of(words.into_iter()), runs, phrases }
    }
}

impl Default for Recent {
    fn default() -> Self {
        Recent(vec![0; 4096])
    }
}

impl Recent {
    /// Whether a hash was not met a moment ago.
    fn is_new(&mut self, hash: u64) -> bool {
        let place = (hash >> 52) as usize;
        self.0.get_mut(place).is_none_or(|met| std::mem::replace(met, hash) != hash)
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
