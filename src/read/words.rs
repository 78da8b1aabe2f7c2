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

/// What the languages of an archive lack, and those that cannot be ones.
pub(super) fn missing(root: &Path, config: &Config) -> Vec<Finding> {
    let languages = config.languages.iter().enumerate();
    languages
        .filter_map(|(n, language)| unfit(config, n, language).or_else(|| lacking(root, config, n, language)))
        .collect()
}

/// The place of a language in the settings.
fn spot(n: usize) -> Spot {
    let languages = FieldPath::key("languages");
    Spot::Field(if n == 0 { languages } else { languages.at(n) })
}

/// A language that cannot have a folder of the site for itself.
fn unfit(config: &Config, n: usize, language: &str) -> Option<Finding> {
    let is_repeated = config.languages.iter().take(n).any(|known| known == language);
    let is_folder = super::walk::is_good_name(language) && !super::walk::is_reserved(language);
    let message = match n {
        0 => return None,
        _ if is_repeated => format!("`{language}` stands here twice"),
        _ if !is_folder => format!("`{language}` cannot be the name of a language"),
        _ => return None,
    };
    let finding = Finding::new(&faults::BAD_NAME, &super::config::FILE.into(), spot(n), message);
    Some(finding.help("write it as BCP 47 has it: `cy`, `gd`, `pt-BR`"))
}

fn lacking(root: &Path, config: &Config, n: usize, language: &str) -> Option<Finding> {
    let finding =
        |message: String| Finding::new(&faults::MISSING_WORDS, &super::config::FILE.into(), spot(n), message);
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
