//! What `annals.yaml` says → what of it an edition needs to know.
//!
//! In: the configuration, and the records of the edition. Out: the same without fields and
//! collections that the audience does not see, whose very names could tell something.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::Audience;
use super::secrets::texts;
use crate::model::archive::Archive;
use crate::model::config::Config;
use crate::model::glossary::Glossary;
use crate::model::record::Record;
use crate::model::schema::Schema;

/// The configuration and the schema of an edition.
pub(super) fn of(
    archive: &Archive,
    records: &[Arc<Record>],
    audience: Audience,
) -> (Arc<Config>, Arc<Schema>) {
    let present: BTreeSet<&str> = records.iter().map(|record| record.id.collection()).collect();
    let up_to = audience.up_to();
    let mut config = Config::clone(archive.config());
    if audience == Audience::Members {
        // The top-level address is that of the public edition.
        config.base_url = config.members.base_url.clone();
    }
    config.collections.retain(|(name, said)| {
        let is_open = said.visibility.unwrap_or(archive.config().default_visibility) <= up_to;
        let is_built_in = archive.schema().collection(name).is_some_and(|collection| collection.built_in);
        is_open || is_built_in || present.contains(&**name)
    });
    // Where records lie, and where they came from, is nothing that a page needs to know.
    config.roots.truncate(1);
    for (_, said) in &mut config.collections {
        said.fields.retain(|(_, field)| field.visibility.is_none_or(|visibility| visibility <= up_to));
    }
    // Nor are their names in other languages, nor those of fields that nobody knows of.
    let known =
        |name: &str| present.contains(name) || config.collections.iter().any(|(known, _)| **known == *name);
    let hidden = |name: &str, key: &str| {
        let said = archive.config().collection(name);
        said.is_some_and(|said| {
            said.fields.iter().any(|(known, field)| **known == *key && field.visibility > Some(up_to))
        })
    };
    let mut translations = config.translations.clone();
    for (_, spoken) in &mut translations {
        spoken.collections.retain(|(name, _)| known(name));
        for (name, labels) in &mut spoken.collections {
            labels.fields.retain(|(key, _)| !hidden(name, key));
        }
    }
    config.translations = translations;
    keep_used(&mut config, records);
    if config == **archive.config() {
        return (Arc::clone(archive.config()), Arc::clone(archive.schema()));
    }
    let schema = Schema::of(&config);
    (Arc::new(config), Arc::new(schema))
}

/// Leaves the terms of the glossary that the edition uses: one that only a hidden record uses would tell of it.
fn keep_used(config: &mut Config, records: &[Arc<Record>]) {
    if config.glossary.is_empty() {
        return;
    }
    let glossary = Glossary::of(&config.glossary);
    // What is no word of capitals (`R&D`) is looked for as it is written.
    let is_word = |term: &str| glossary.uses(term).first().is_some_and(|found| found.at == (0..term.len()));
    let others: Vec<&str> =
        config.glossary.iter().map(|(term, _)| &**term).filter(|term| !is_word(term)).collect();
    let used = |text: &str, used: &mut BTreeSet<String>| {
        used.extend(glossary.uses(text).into_iter().map(|found| found.term.to_owned()));
        used.extend(others.iter().filter(|term| text.contains(**term)).map(|term| (*term).to_owned()));
    };
    let of_record = |mut all: BTreeSet<String>, record: &Arc<Record>| {
        texts(record).into_iter().for_each(|text| used(text, &mut all));
        all
    };
    let mut all = records.par_iter().fold(BTreeSet::new, of_record).reduce(BTreeSet::new, |mut all, some| {
        all.extend(some);
        all
    });
    let told =
        [Some(&config.title), config.summary.as_ref(), config.publisher.as_ref()].into_iter().flatten();
    told.chain(config.redaction_reasons.iter().map(|(_, words)| words)).for_each(|text| used(text, &mut all));
    let labels = config.collections.iter().filter_map(|(_, said)| said.label.as_ref());
    labels.for_each(|label| used(label, &mut all));
    let kept: Vec<bool> = config
        .glossary
        .iter()
        .map(|(term, _)| all.contains(term) || glossary.get(term).is_some_and(|(term, _)| all.contains(term)))
        .collect();
    let mut kept = kept.into_iter();
    config.glossary.retain(|_| kept.next().unwrap_or(true));
}
