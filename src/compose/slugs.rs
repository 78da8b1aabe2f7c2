//! Names for addresses that no two things share.
//!
//! In: the words of a value or the key of a field. Out: lower-case ASCII that fits a file name on any
//! disk; where it is taken, with a number behind it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::text::slug;

/// Longer names are cut at a hyphen: a file name has at most 255 bytes, and an address is read aloud.
const LONGEST: usize = 80;

/// Words as a part of an address.
pub(super) fn short(text: &str) -> String {
    let mut slug = slug(text);
    if slug.len() > LONGEST {
        let end = slug[..=LONGEST].rfind('-').filter(|end| *end > LONGEST / 2).unwrap_or(LONGEST);
        slug.truncate(end);
    }
    slug
}

/// The folder of a facet: its key as the configuration has it, where that can stand in an address.
pub(super) fn folder(key: &str) -> String {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if !key.is_empty() && key.len() <= LONGEST && key.chars().all(plain) {
        key.to_owned()
    } else {
        short(key)
    }
}

/// A slug that is not taken, with a number where the plain one is.
pub(super) fn free(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    if taken.insert(wanted.to_owned()) {
        return wanted.to_owned();
    }
    numbered(wanted, taken, &mut BTreeMap::new())
}

/// A slug with a number that is not taken; `next` keeps where counting stopped for each.
pub(super) fn numbered(
    wanted: &str,
    taken: &mut BTreeSet<String>,
    next: &mut BTreeMap<String, usize>,
) -> String {
    let n = next.entry(wanted.to_owned()).or_insert(1);
    loop {
        *n += 1;
        let slug = format!("{wanted}-{n}");
        if taken.insert(slug.clone()) {
            return slug;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_where_one_ends() {
        let long = "word ".repeat(60);
        let cut = short(&long);
        assert!(cut.len() <= LONGEST && cut.ends_with("-word"), "{cut}");
        assert_eq!(short(&"x".repeat(300)), "x".repeat(LONGEST));
        assert_eq!(short("A/B & C"), "a-b-c");
    }

    #[test]
    fn a_taken_name_gets_a_number_that_is_free() {
        let mut taken = BTreeSet::from(["a".to_owned(), "a-2".to_owned()]);
        assert_eq!(free("b", &mut taken), "b");
        assert_eq!(free("a", &mut taken), "a-3");
    }

    #[test]
    fn keys_stay_as_they_are_where_they_can() {
        assert_eq!(folder("theme_tag"), "theme_tag");
        assert_eq!(folder("Theme/Tag"), "theme-tag");
    }
}
