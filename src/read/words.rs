//! Whether there are words for the languages that an archive names.
//!
//! In: the root and the settings. Out: findings on languages without a catalogue of messages, and on
//! messages that a theme's catalogue lacks. What a catalogue may hold is decided in `model::words`; one
//! that is none is told by whoever loads the theme.
#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

use std::path::Path;

use super::faults;
use crate::diag::{FieldPath, Finding, Spot};
use crate::model::config::Config;
use crate::model::words::{Words, built_in, of_language};

/// How many messages a finding names.
const NAMED: usize = 5;

/// What the main language lacks.
pub(super) fn missing(root: &Path, config: &Config) -> Option<Finding> {
    let language = config.languages.first()?;
    let spot = || Spot::Field(FieldPath::key("languages"));
    let finding =
        |message: String| Finding::new(&faults::MISSING_WORDS, &super::config::FILE.into(), spot(), message);
    if !super::walk::is_good_name(&config.theme) || !super::walk::is_good_name(language) {
        return None;
    }
    let path = format!("themes/{}/locales/{language}.ftl", config.theme);
    match (built_in(language), std::fs::read_to_string(root.join(&path))) {
        (Some(_), _) => None,
        (None, Err(_)) => {
            let message = format!("there are no words for the interface in `{language}`: it is in English");
            Some(finding(message).help(format!("write {path}, or name a language that is built in: en, cy")))
        }
        (None, Ok(text)) => {
            let words = Words::read(language, &text).ok()?.or(&of_language("en"));
            let lacking = words.lacking();
            let named: Vec<String> = lacking.iter().take(NAMED).map(|key| format!("`{key}`")).collect();
            let more = if lacking.len() > NAMED { ", …" } else { "" };
            (!lacking.is_empty()).then(|| {
                let message = format!(
                    "{path} lacks {} of the interface’s messages ({}{more}): they are in English",
                    lacking.len(),
                    named.join(", ")
                );
                finding(message).help("`annals theme show locales/en.ftl` prints them all")
            })
        }
    }
}
