//! What `annals.yaml` says → what of it an edition needs to know.
//!
//! In: the configuration, and the records of the edition. Out: the same without fields and
//! collections that the audience does not see, whose very names could tell something.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Audience;
use crate::model::archive::Archive;
use crate::model::config::Config;
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
        // So is the licence: what must not be passed on is under none.
        config.licence = None;
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
    if config == **archive.config() {
        return (Arc::clone(archive.config()), Arc::clone(archive.schema()));
    }
    let schema = Schema::of(&config);
    (Arc::new(config), Arc::new(schema))
}
