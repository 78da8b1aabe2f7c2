//! An edition → the terms of the glossary that it uses.
//!
//! In: an edition. Out: terms and what they stand for, as the settings have them. One that only a hidden record
//! uses would tell of it. It says nothing of where they stand.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::Edition;
use super::secrets::texts;
use crate::model::glossary::Glossary;
use crate::model::record::Record;

impl Edition {
    /// The terms that its records or its settings use, in the order of the settings.
    pub fn glossary(&self) -> Vec<(String, String)> {
        let config = self.config();
        if config.glossary.is_empty() {
            return Vec::new();
        }
        let glossary = Glossary::of(&config.glossary);
        // What is no word of capitals (`R&D`) is looked for as it is written.
        let is_word =
            |term: &str| glossary.uses(term).first().is_some_and(|found| found.at == (0..term.len()));
        let terms = config.glossary.iter().map(|(term, _)| &**term);
        let others: Vec<&str> = terms.filter(|term| !is_word(term)).collect();
        let uses = |text: &str, used: &mut BTreeSet<String>| {
            used.extend(glossary.uses(text).into_iter().map(|found| found.term.to_owned()));
            used.extend(others.iter().filter(|term| text.contains(**term)).map(|term| (*term).to_owned()));
        };
        let of_record = |mut used: BTreeSet<String>, record: &Arc<Record>| {
            texts(record).into_iter().for_each(|text| uses(text, &mut used));
            used
        };
        let together = |mut all: BTreeSet<String>, some: BTreeSet<String>| {
            all.extend(some);
            all
        };
        let records = self.records().par_iter();
        let mut used = records.fold(BTreeSet::new, of_record).reduce(BTreeSet::new, together);
        let said = [Some(&config.title), config.summary.as_ref(), config.publisher.as_ref()];
        said.into_iter().flatten().for_each(|text| uses(text, &mut used));
        config.redaction_reasons.iter().for_each(|(_, words)| uses(words, &mut used));
        let labels = config.collections.iter().filter_map(|(_, said)| said.label.as_ref());
        labels.for_each(|label| uses(label, &mut used));
        let is_used = |term: &str| {
            used.contains(term) || glossary.get(term).is_some_and(|(singular, _)| used.contains(singular))
        };
        config.glossary.iter().filter(|(term, _)| is_used(term)).cloned().collect()
    }
}
