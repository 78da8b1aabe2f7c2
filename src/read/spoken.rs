//! `translations` in `annals.yaml`: what the settings say in the other languages.
//!
//! In: the settings, and the languages of the archive. Out: their words, and a finding on a language that is
//! none of those.

use super::config::Settings;
use super::faults;
use crate::model::config::{Labels, Spoken};

/// What the settings say in other languages.
pub(super) fn spoken(all: &mut Settings<'_>, languages: &[String]) -> Vec<(String, Spoken)> {
    const KEYS: &[&str] = &["title", "summary", "publisher", "collections", "redaction_reasons", "glossary"];
    let mut translations = Vec::new();
    all.each("translations", KEYS, |language, said| {
        if !languages.iter().skip(1).any(|known| known == language) {
            let message = format!("`{language}` is none of the other languages that `languages` names");
            said.notes.fault(&faults::UNKNOWN_SETTING, &said.at, message);
        }
        let mut spoken = Spoken {
            title: said.text("title"),
            summary: said.text("summary"),
            publisher: said.text("publisher"),
            redaction_reasons: said.pairs("redaction_reasons"),
            glossary: said.pairs("glossary"),
            collections: Vec::new(),
        };
        said.each("collections", &["label", "singular", "fields"], |name, of| {
            let labels =
                Labels { label: of.text("label"), singular: of.text("singular"), fields: of.pairs("fields") };
            spoken.collections.push((name.into(), labels));
        });
        translations.push((language.to_owned(), spoken));
    });
    translations
}
