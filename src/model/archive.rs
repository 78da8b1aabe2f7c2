//! The whole archive in memory, as it was read: confidential things and all.
//!
//! Only `read/` makes one. What is published is made from an `audience::Edition` of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::config::Config;
use super::id::RecordId;
use super::index::Index;
use super::lock::Lock;
use super::record::Record;
use super::schema::Schema;
use super::translation::Translation;
use super::works::Works;

/// An action as its write-up alone tells it, beside the file that says more of it: who does not see the file
/// sees this.
#[derive(Clone, Debug)]
pub struct Alone {
    /// The action.
    pub record: Arc<Record>,
    /// The record of its file.
    pub file: RecordId,
    /// The records that call it by the name that the write-up gives it, where the file has another one.
    pub named_by: BTreeSet<RecordId>,
}

/// Every record, sorted by id, with the configuration and the schema they were read under.
#[derive(Clone, Debug)]
pub struct Archive {
    config: Arc<Config>,
    schema: Arc<Schema>,
    records: Vec<Arc<Record>>,
    works: Arc<Works>,
    index: Arc<Index>,
    locks: Vec<Arc<Lock>>,
    translations: Arc<Vec<Translation>>,
    alone: Arc<Vec<Alone>>,
    /// Where another language is spoken, the records of participants as the main one has them.
    spoken_over: Vec<Arc<Record>>,
}

impl Archive {
    /// An archive of these records. Of two with one id the first is kept; `read/` reports the other.
    pub fn new(config: Config, schema: Schema, mut records: Vec<Record>) -> Self {
        records.sort_by(|a, b| a.id.cmp(&b.id));
        records.dedup_by(|later, first| later.id == first.id);
        let records: Vec<_> = records.into_iter().map(Arc::new).collect();
        let index = Arc::new(Index::of(&records));
        let (config, schema) = (Arc::new(config), Arc::new(schema));
        Archive {
            config,
            schema,
            records,
            index,
            works: Arc::default(),
            locks: Vec::new(),
            translations: Arc::default(),
            alone: Arc::default(),
            spoken_over: Vec::new(),
        }
    }

    /// The same archive, with what write-ups alone tell of actions whose files are not for everybody.
    #[must_use]
    pub fn with_alone(mut self, mut alone: Vec<Alone>) -> Self {
        alone.sort_by(|a, b| a.record.id.cmp(&b.record.id));
        self.alone = Arc::new(alone);
        self
    }

    /// What write-ups alone tell of actions whose files are not for everybody, sorted by name.
    pub fn alone(&self) -> &[Alone] {
        &self.alone
    }

    /// The same archive with the locks of its reports.
    #[must_use]
    pub fn with_locks(mut self, locks: Vec<Lock>) -> Self {
        self.locks = locks.into_iter().map(Arc::new).collect();
        self.locks.sort_by(|a, b| (&a.report, a.audience).cmp(&(&b.report, b.audience)));
        self
    }

    /// The same archive, with works that its narratives may cite.
    #[must_use]
    pub fn citing(mut self, works: Works) -> Self {
        self.works = Arc::new(works);
        self
    }

    /// The same archive with the translations of its records.
    #[must_use]
    pub fn told_again(mut self, mut translations: Vec<Translation>) -> Self {
        translations.sort_by(|a, b| (&a.language, &a.record.id).cmp(&(&b.language, &b.record.id)));
        self.translations = Arc::new(translations);
        self
    }

    /// The translations of its records, sorted by language and record.
    pub fn translations(&self) -> &[Translation] {
        &self.translations
    }

    /// The same archive in another language of it: translated records have the words of their translations,
    /// the others are as they are.
    #[must_use]
    pub fn speaking(&self, language: &str) -> Self {
        let mut archive = self.clone();
        archive.config = Arc::new(self.config.speaking(language));
        for translation in self.translations.iter().filter(|one| *one.language == *language) {
            if let Some(n) = self.index.get(&translation.record.id) {
                let main = std::mem::replace(&mut archive.records[n], Arc::clone(&translation.record));
                archive.spoken_over.extend(Some(main).filter(|main| main.participant.is_some()));
            }
        }
        archive
    }

    /// Where another language is spoken, the records of participants as the main one has them: those are their
    /// names too.
    pub fn spoken_over(&self) -> impl Iterator<Item = &Record> {
        self.spoken_over.iter().map(|record| &**record)
    }

    /// The same archive with these records in the place of those of their names.
    #[must_use]
    pub fn retold(mut self, records: &[Arc<Record>]) -> Self {
        for record in records {
            if let Some(n) = self.index.get(&record.id) {
                self.records[n] = Arc::clone(record);
            }
        }
        self
    }

    /// The works that narratives may cite.
    pub fn works(&self) -> &Arc<Works> {
        &self.works
    }

    /// The same archive, to be published at another address.
    #[must_use]
    pub fn at(mut self, base_url: &str) -> Self {
        let slash = if base_url.ends_with('/') { "" } else { "/" };
        let config = Arc::make_mut(&mut self.config);
        config.base_url = Some(format!("{base_url}{slash}"));
        config.members.base_url.clone_from(&config.base_url);
        self
    }

    /// What `annals.yaml` says.
    pub fn config(&self) -> &Arc<Config> {
        &self.config
    }

    /// The collections and their fields.
    pub fn schema(&self) -> &Arc<Schema> {
        &self.schema
    }

    /// Every record, sorted by id.
    pub fn records(&self) -> &[Arc<Record>] {
        &self.records
    }

    /// The locks of its reports, sorted by report and audience.
    pub fn locks(&self) -> &[Arc<Lock>] {
        &self.locks
    }

    /// The record of this name.
    pub fn get(&self, id: &RecordId) -> Option<&Arc<Record>> {
        self.index_of(id).map(|n| &self.records[n])
    }

    /// The index, in `records`, of the record of this name.
    pub fn index_of(&self, id: &RecordId) -> Option<usize> {
        self.index.get(id)
    }
}
