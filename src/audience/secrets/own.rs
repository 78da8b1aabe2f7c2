//! What an edition says by its addresses, and the program by itself → words that are no secret.
//!
//! In: an edition. Out: texts, told one by one. A page of the site has the last part of its address in common
//! with every record of that slug; a label of the interface, the key of a format, stands on every page or in
//! every file. Themes are not asked: what they say in sentences may be a leak.

use std::collections::BTreeSet;

use super::Edition;
use crate::model::links::PAGES;
use crate::model::standing::Heading;
use crate::model::text::slug;
use crate::model::value::Value;
use crate::model::words;

/// What files of data and of formats are called and have for keys, where that is a word of a language, too.
const FORMATS: &str = "cite.html links.html relations records codebook completeness archive datapackage citations \
    public members author creator editor publisher contributor license licence identifier subject keywords \
    description language version source citation coverage rights references format";

/// A label is no longer than this; what is may be a sentence.
const LABEL: usize = 6;

/// Tells what of an edition is no secret for being in its addresses or in the interface.
pub(super) fn tell(edition: &Edition, tell: &mut dyn FnMut(&str)) {
    PAGES.iter().for_each(|page| tell(page));
    tell(FORMATS);
    // The page of a value has its words for an address.
    let mut values: BTreeSet<&str> = Heading::ALL.iter().map(|heading| heading.in_words()).collect();
    for field in edition.records.iter().flat_map(|record| &record.fields) {
        if let Value::Tags(tags) = &field.value {
            values.extend(tags.iter().map(|tag| &**tag));
        }
    }
    values.into_iter().for_each(|value| tell(&page(&slug(value))));
    let words = &edition.config.public.words;
    words.iter().filter(|word| !word.contains(char::is_whitespace)).for_each(|word| tell(&page(word)));
    let interface = words::of_language(&edition.config.language);
    let fixed = interface.messages().filter(|(_, arguments)| arguments.is_empty());
    let texts = fixed.map(|(key, _)| interface.say(key));
    texts.filter(|text| text.split_whitespace().count() <= LABEL).for_each(tell);
}

/// The last part of an address, or the whole.
fn page(name: &str) -> String {
    format!("{name}.html")
}
