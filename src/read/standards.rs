//! Settings of which a standard says what can be written: SPDX expressions, BCP 47 tags, addresses.
//!
//! In: words of `annals.yaml`. Out: the same, with a fault where they are none and what was probably meant. They are
//! published in metadata, where a program believes them.

use icu_locale_core::LanguageIdentifier;
use spdx::Expression;
use spdx::identifiers::LICENSES;

use super::config::Settings;
use super::faults;
use crate::model::config::site_address;

/// Where the site will be.
pub(super) fn base_url(all: &mut Settings<'_>) -> Option<String> {
    let url = all.text("base_url")?;
    match site_address(&url) {
        Ok(url) => Some(url),
        Err(message) => {
            all.fault(&faults::WRONG_TYPE, "base_url", message);
            None
        }
    }
}

/// The licence, as an SPDX expression.
pub(super) fn licence(all: &mut Settings<'_>) -> Option<String> {
    let written = all.text("licence")?;
    if Expression::parse(&written).is_ok() {
        return Some(written);
    }
    let hyphened = written.split_whitespace().collect::<Vec<_>>().join("-");
    let meant = LICENSES.iter().find(|known| known.name.eq_ignore_ascii_case(&hyphened));
    let help = match meant {
        Some(known) => format!("did you mean `{}`?", known.name),
        None => "its identifier is in the list at https://spdx.org/licenses/; one that is not there is \
                 `LicenseRef-` and a name of yours"
            .to_owned(),
    };
    all.fault_help("licence", format!("`{written}` is no SPDX expression"), help);
    None
}

/// The languages of the site, the main one first.
pub(super) fn languages(all: &mut Settings<'_>) -> Option<Vec<String>> {
    let written = all.texts("languages").filter(|languages| !languages.is_empty())?;
    for language in &written {
        if !is_tag(language) {
            let joined = language.replace('_', "-");
            let help = match is_tag(&joined) {
                true => format!("write `{joined}`"),
                false => "write the tag of the language: `en`, `cy`, `ar`, `pt-BR`".to_owned(),
            };
            all.fault_help("languages", format!("`{language}` is no tag of a language (BCP 47)"), help);
        }
    }
    Some(written)
}

/// Whether these are two or three letters for a language, perhaps with a script, a region or a variant.
fn is_tag(words: &str) -> bool {
    let language = words.split('-').next().unwrap_or_default();
    (2..=3).contains(&language.len()) && !words.contains('_') && words.parse::<LanguageIdentifier>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn a_tag_is_that_of_a_language() {
        for tag in ["en", "cy", "en-GB", "zh-Hant-TW", "gsw", "es-419", "ca-valencia"] {
            assert!(is_tag(tag), "{tag}");
        }
        for words in ["English", "en_GB", "e", "", "en-", "en GB", "x-private", "Cymraeg"] {
            assert!(!is_tag(words), "{words}");
        }
    }
}
