//! Words of messages: the nearest name, numbers in ranges, lists, and text made comparable.
//!
//! In: strings and numbers. Out: strings. It knows no records.

pub(super) use crate::model::text::folded;

/// The known word nearest to a mistyped one, if one is near: at most one slip in three letters.
pub(super) fn nearest<'k>(written: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let limit = (written.chars().count() / 3).max(1);
    known
        .filter(|name| *name != written && name.len().abs_diff(written.len()) <= 4 * limit)
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// Numbers in order and in ranges: `2, 3, 54–67`.
pub(super) fn ranges(mut numbers: Vec<u32>) -> String {
    numbers.sort_unstable();
    numbers.dedup();
    let runs = numbers.chunk_by(|a, b| *b == *a + 1);
    let words = runs.flat_map(|run| match run {
        [first, .., last] if run.len() > 2 => vec![format!("{first}–{last}")],
        run => run.iter().map(u32::to_string).collect(),
    });
    words.collect::<Vec<_>>().join(", ")
}

/// Names in backticks, with commas.
pub(super) fn ticked<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Whether two texts differ in nothing but case, spacing and punctuation.
pub(super) fn are_same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_what_is_near() {
        let known = ["takaway", "theme_tag", "title"];
        assert_eq!(nearest("theme_tags", known.into_iter()), Some("theme_tag"));
        assert_eq!(nearest("tilte", known.into_iter()), Some("title"));
        assert_eq!(nearest("budget", known.into_iter()), None);
    }

    #[test]
    fn joins_runs_of_numbers() {
        assert_eq!(ranges(vec![67, 3, 2, 65, 66, 2]), "2, 3, 65–67");
        assert_eq!(ranges(Vec::new()), "");
    }

    #[test]
    fn compares_letters_only() {
        assert!(are_same("About this  Archive", "about “this archive”"));
        assert!(!are_same("About this archive", "About that archive"));
        assert!(are_same("", "!"));
    }

    #[test]
    fn folds_what_a_heading_may_vary_in() {
        assert_eq!(folded("Outcomes, Impacts & Effects "), folded("outcomes, impacts and effects"));
    }
}
