//! What `annals.yaml` says to readers, with where it is written.
//!
//! In: an archive. Out: the texts of its settings that the public sees, in every language of it. What the archive and
//! its publisher are called is meant as it stands, and is none of them.

use super::shown;
use crate::diag::FieldPath;
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::passages::{self, Mark};
use crate::model::record::Record;

/// The file.
pub(super) const FILE: &str = "annals.yaml";

/// A text of the settings.
pub(super) struct Text<'a> {
    /// Where it is written.
    pub(super) path: FieldPath,
    /// The text.
    pub(super) text: &'a str,
    /// The term of the glossary that it explains.
    pub(super) term: Option<&'a str>,
}

/// The texts.
pub(super) fn texts(archive: &Archive) -> Vec<Text<'_>> {
    let config = archive.config();
    let mut said = Said { archive, texts: Vec::new() };
    said.take(FieldPath::key("summary"), config.summary.as_deref());
    said.pairs(&FieldPath::key("redaction_reasons"), &config.redaction_reasons, false);
    said.pairs(&FieldPath::key("glossary"), &config.glossary, true);
    for (name, collection) in &config.collections {
        let path = FieldPath::key("collections").then(name.clone());
        said.collection(&path, name, collection.label.as_deref(), collection.singular.as_deref());
        // It stands on each record of the collection: its own words are said to readers as a label's are.
        said.take(
            path.clone().then("sentence"),
            collection.sentence.as_deref().filter(|_| said.has_pages(name)),
        );
        for (key, field) in &collection.fields {
            let label = field.label.as_deref().filter(|_| said.shows(name, key));
            said.take(path.clone().then("fields").then(key.clone()).then("label"), label);
        }
    }
    for (language, spoken) in &config.translations {
        let path = FieldPath::key("translations").then(language.as_str());
        said.take(path.clone().then("summary"), spoken.summary.as_deref());
        said.pairs(&path.clone().then("redaction_reasons"), &spoken.redaction_reasons, false);
        said.pairs(&path.clone().then("glossary"), &spoken.glossary, true);
        for (name, labels) in &spoken.collections {
            let path = path.clone().then("collections").then(name.clone());
            said.collection(&path, name, labels.label.as_deref(), labels.singular.as_deref());
            for (key, label) in &labels.fields {
                let label = said.shows(name, key).then_some(label.as_str());
                said.take(path.clone().then("fields").then(key.as_str()), label);
            }
        }
    }
    said.texts
}

/// Whether a text that the public may come to see has this term; only asked where it matters.
pub(super) fn is_used(archive: &Archive, term: &str) -> bool {
    let has = |text: &str| passages::visible(text, Visibility::Public, Mark::Markdown).text.contains(term);
    let mut records = archive.records().iter().filter(|record| shown::is_public(record));
    records
        .any(|record| shown::texts(archive, record).iter().any(|(_, text)| text.contains(term) && has(text)))
}

struct Said<'a> {
    archive: &'a Archive,
    texts: Vec<Text<'a>>,
}

impl<'a> Said<'a> {
    fn take(&mut self, path: FieldPath, text: Option<&'a str>) {
        self.texts.extend(text.map(|text| Text { path, text, term: None }));
    }

    fn pairs(&mut self, path: &FieldPath, pairs: &'a [(String, String)], are_terms: bool) {
        self.texts.extend(pairs.iter().map(|(key, text)| Text {
            path: path.clone().then(key.as_str()),
            text,
            term: are_terms.then_some(key.as_str()),
        }));
    }

    fn collection(
        &mut self,
        path: &FieldPath,
        name: &str,
        label: Option<&'a str>,
        singular: Option<&'a str>,
    ) {
        let is_open = self.is_open(name);
        self.take(path.clone().then("label"), label.filter(|_| is_open));
        self.take(path.clone().then("singular"), singular.filter(|_| is_open));
    }

    /// Whether the public may come to hear of a collection.
    fn is_open(&self, name: &str) -> bool {
        self.has_pages(name) || self.archive.schema().collection(name).is_some_and(|known| known.built_in)
    }

    /// Whether the public may come to see a record of a collection.
    fn has_pages(&self, name: &str) -> bool {
        let of_this = |record: &Record| shown::is_public(record) && record.id.collection() == name;
        self.archive.config().visibility_of(name) == Visibility::Public
            || self.archive.records().iter().any(|record| of_this(record))
    }

    /// Whether the public sees a field of a collection.
    fn shows(&self, collection: &str, key: &str) -> bool {
        let said = self.archive.config().collection(collection);
        !said.is_some_and(|said| {
            said.fields
                .iter()
                .any(|(known, field)| **known == *key && field.visibility > Some(Visibility::Public))
        })
    }
}
