//! `&Archive` + audience + today → `Edition`: a filtered copy of the archive.
//!
//! Everything after this room sees only an `Edition`, and only this room can make one: what is not
//! in memory cannot be printed. Default deny: what nobody marked public is not in the public edition.
//!
//! What is above the audience leaves nothing behind: the edition is the same whether or not it is
//! there. The one exception is what an editor withholds on purpose, with a reason, in the text
//! itself; that is marked and counted.

mod actions;
mod foreign;
mod glossary;
mod hidden;
mod history;
mod kinds;
pub(crate) mod links;
mod names;
pub mod passages;
mod raw_links;
pub mod reads;
mod record;
mod redact;
mod rewrite;
pub mod secrets;
mod settings;
mod sight;
mod small_cells;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use jiff::civil;
use rayon::prelude::*;

use self::foreign::Foreign;
use self::reads::Read;
use self::sight::Sight;

use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::config::Config;
use crate::model::id::RecordId;
use crate::model::index::Index;
use crate::model::lock::Lock;
use crate::model::record::Record;
use crate::model::schema::Schema;
use crate::model::words::{self, Words};
use crate::model::works::Works;

/// For whom an edition is made. What is private is in no edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everybody.
    Public,
    /// The members of the dialogue.
    Members,
}

impl Audience {
    /// The most closed level that it may see.
    pub fn up_to(self) -> Visibility {
        match self {
            Audience::Public => Visibility::Public,
            Audience::Members => Visibility::Members,
        }
    }

    /// The word on the command line and the folder's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Members => "members",
        }
    }
}

/// What one audience may see, as at a day.
#[derive(Clone, Debug)]
pub struct Edition {
    audience: Audience,
    today: civil::Date,
    config: Arc<Config>,
    schema: Arc<Schema>,
    records: Vec<Arc<Record>>,
    index: Arc<Index>,
    withheld: Vec<Withheld>,
    locks: Vec<Arc<Lock>>,
    works: Arc<Works>,
    words: Arc<Words>,
    foreign: Arc<Foreign>,
}

/// A withholding that is declared on purpose, and so may be told and counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The record it is in.
    pub record: RecordId,
    /// The reason, in the words of `annals.yaml` where it declares them.
    pub reason: String,
    /// How many passages or fields.
    pub count: usize,
}

impl Edition {
    /// For whom it is.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// The day as at which it was made.
    pub fn today(&self) -> civil::Date {
        self.today
    }

    /// What `annals.yaml` says.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The collections and their fields.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Every record, sorted by id. Every reference in them leads to a record of this edition.
    /// Whoever wants one of them asks for that one: a page that looks through all depends on all.
    pub fn records(&self) -> &[Arc<Record>] {
        reads::note(Read::Every);
        &self.records
    }

    /// The record at an index.
    pub fn record(&self, index: usize) -> &Arc<Record> {
        reads::note(Read::Record(index as u32));
        &self.records[index]
    }

    /// How many records there are.
    pub fn count(&self) -> usize {
        self.records.len()
    }

    /// The name of every record, in order.
    pub fn ids(&self) -> impl Iterator<Item = &RecordId> {
        self.records.iter().map(|record| &record.id)
    }

    /// The record of this name.
    pub fn get(&self, id: &RecordId) -> Option<&Arc<Record>> {
        self.index_of(id).map(|n| self.record(n))
    }

    /// The index, in `records`, of the record of this name.
    pub fn index_of(&self, id: &RecordId) -> Option<usize> {
        self.index.get(id)
    }

    /// The indices of the records of a collection.
    pub fn collection(&self, name: &str) -> std::ops::Range<usize> {
        let start = self.records.partition_point(|record| record.id.collection() < name);
        let end = self.records.partition_point(|record| record.id.collection() <= name);
        start..end
    }

    /// What the final editions of a report said to this audience. Members read the editions for
    /// everybody where none were frozen for them.
    pub fn lock_of(&self, report: &RecordId) -> Option<&Lock> {
        self.locks.iter().find(|lock| lock.report == *report).map(|lock| &**lock)
    }

    /// Every lock that [`Edition::lock_of`] may tell, sorted by report.
    pub fn locks(&self) -> impl Iterator<Item = &Lock> {
        self.locks.iter().map(|lock| &**lock)
    }

    /// The same with a lock that has just been made for its audience, in the place of the report's other
    /// ones.
    pub fn holding(mut self, lock: Lock) -> Self {
        self.locks.retain(|other| other.report != lock.report);
        self.locks.push(Arc::new(lock));
        self
    }

    /// The works that narratives may cite. They are publications and hold nothing of the dialogue;
    /// one is printed only where a text of the edition cites it.
    pub fn works(&self) -> &Works {
        &self.works
    }

    /// The language of the interface, as `annals.yaml` names it.
    pub fn language(&self) -> &str {
        &self.config.language
    }

    /// The words of the interface in the edition's language.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The same with other words of the interface: those of a theme, or of another language.
    #[must_use]
    pub fn speaking(mut self, words: &Arc<Words>) -> Self {
        // What the words are already is not worked out again.
        if !Arc::ptr_eq(&self.words, words) {
            self.schema = Arc::new(self.schema.speaking(&self.config, words));
            self.words = Arc::clone(words);
        }
        self
    }

    /// Whether words of a record are still in the archive's main language, where another is spoken.
    pub fn is_foreign(&self, index: usize, words: &str) -> bool {
        self.foreign.has(index, words)
    }

    /// All that of a record is, for whoever asks whether it is another one.
    pub(crate) fn left(&self, index: usize) -> impl std::fmt::Debug {
        self.foreign.of_record(index)
    }

    /// Whether all words of a record are.
    pub fn is_untranslated(&self, index: usize) -> bool {
        self.foreign.is_all(index)
    }

    /// The withholdings that are declared on purpose, sorted by record and reason.
    pub fn withheld(&self) -> &[Withheld] {
        &self.withheld
    }

    /// Those of a record.
    pub fn withheld_of(&self, record: &RecordId) -> &[Withheld] {
        let start = self.withheld.partition_point(|one| one.record < *record);
        let rest = self.withheld.get(start..).unwrap_or_default();
        rest.split_at(rest.partition_point(|one| one.record == *record)).0
    }
}

/// The edition of an archive for an audience, as at a day.
///
/// Records that the audience may see whole are shared with the archive; the others are copies
/// without what is above it.
pub fn edition(archive: &Archive, audience: Audience, today: civil::Date) -> Edition {
    let sight = Sight::of(archive, audience, today);
    let shown: Vec<usize> = (0..sight.count()).filter(|n| sight.shows(*n)).collect();
    let mut rewritten: Vec<_> = shown.par_iter().map(|n| record::rewritten(&sight, *n)).collect();
    // Actions as their write-ups alone tell them come behind the others.
    rewritten.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let mut withheld = Vec::new();
    let mut records = Vec::with_capacity(rewritten.len());
    for (record, reasons) in rewritten {
        withheld.extend(reasons.into_iter().map(|(reason, count)| Withheld {
            record: record.id.clone(),
            reason,
            count,
        }));
        records.push(record);
    }
    let (config, schema) = settings::of(archive, &records, audience);
    let index = Arc::new(Index::of(&records));
    let locks = locks(archive, audience, &index);
    let works = Arc::clone(archive.works());
    let words = words::of_language(&config.language);
    // Another language than English has other names for collections and fields.
    let schema = match words.is_english() {
        true => schema,
        false => Arc::new(schema.speaking(&config, &words)),
    };
    Edition {
        audience,
        today,
        config,
        schema,
        records,
        index,
        withheld,
        locks,
        works,
        words,
        foreign: Arc::default(),
    }
}

/// An edition as it is of an archive in which only the texts of these records are others than in the one that it
/// was made of. None where one of them is not in both, or something else is withheld now: more than its own
/// page tells of that.
pub fn retold(last: &Edition, archive: &Archive, records: &[Arc<Record>]) -> Option<Edition> {
    let sight = Sight::of(archive, last.audience, last.today);
    let mut edition = last.clone();
    for record in records {
        let (from, to) = (archive.index_of(&record.id)?, last.index_of(&record.id)?);
        let (seen, reasons) = record::rewritten(&sight, from);
        let withheld = last.withheld_of(&record.id).iter().map(|one| (&one.reason, one.count));
        if !sight.shows(from) || !withheld.eq(reasons.iter().map(|(reason, count)| (reason, *count))) {
            return None;
        }
        edition.records[to] = seen;
    }
    Some(edition)
}

/// The edition in another language of the archive, which speaks it, beside the one in its main language.
pub fn in_language(main: &Edition, archive: &Archive) -> Edition {
    let mut edition = edition(archive, main.audience, main.today);
    edition.foreign = Arc::new(Foreign::of(main, &edition));
    edition
}

/// The locks of the reports in an edition that were frozen from what this audience could read: the
/// words in a lock cannot be filtered any more, so another audience's is never looked at, but for the
/// one for everybody.
fn locks(archive: &Archive, audience: Audience, index: &Index) -> Vec<Arc<Lock>> {
    let mut locks: Vec<Arc<Lock>> = Vec::new();
    let seen = archive.locks().iter().filter(|lock| lock.audience <= audience.up_to());
    for lock in seen.filter(|lock| index.get(&lock.report).is_some()) {
        // Sorted by report and audience: what was frozen for members comes after and counts.
        locks.retain(|other| other.report != lock.report);
        locks.push(Arc::clone(lock));
    }
    locks
}
