//! Every record by the first letter of its title: the way to find a record without JavaScript.

use std::collections::BTreeMap;

use super::order::{Order, fold};
use crate::audience::Edition;

/// A letter and the records whose titles start with it.
#[derive(Debug, PartialEq, Eq)]
pub struct Letter {
    /// As a reader sees it: `A` to `Z`, `0–9`, or `Other`.
    pub label: String,
    /// Its anchor, without `#`: `a` to `z`, `0-9`, or `other`.
    pub anchor: String,
    /// The records, by title.
    pub records: Vec<usize>,
}

/// The letters that have records: digits first, then A to Z, then titles with neither.
///
/// Letters with accents stand with those without, quotation marks are passed over.
pub fn a_to_z(edition: &Edition) -> Vec<Letter> {
    with(edition, &Order::of(edition))
}

pub(super) fn with(edition: &Edition, order: &Order) -> Vec<Letter> {
    let alphabet = edition.words().alphabet();
    let mut by_letter: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, record) in edition.records().iter().enumerate() {
        let folded = fold(&record.title);
        let letter = match (alphabet.double(&folded), folded.chars().next()) {
            (Some(double), _) => double.to_owned(),
            (None, Some(digit)) if digit.is_ascii_digit() => "0".to_owned(),
            (None, Some(letter)) if letter.is_ascii_lowercase() => letter.to_string(),
            _ => "~".to_owned(),
        };
        by_letter.entry(letter).or_default().push(index);
    }
    let mut letters: Vec<(String, Vec<usize>)> = by_letter.into_iter().collect();
    // In Welsh `ng` stands between `g` and `h`, which its letters do not tell.
    letters.sort_by(|(one, _), (other, _)| alphabet.compare(one, other).unwrap_or_else(|| one.cmp(other)));
    letters
        .into_iter()
        .map(|(letter, mut records)| {
            records.sort_by_key(|&index| order.title(index));
            let (label, anchor) = match &*letter {
                "0" => ("0–9".to_owned(), "0-9".to_owned()),
                "~" => (edition.words().say("other-letters").to_owned(), "other".to_owned()),
                letter => (super::facets::capital(letter), letter.to_owned()),
            };
            Letter { label, anchor, records }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, names, record};

    #[test]
    fn letters_are_folded_and_digits_stand_together() {
        let edition = Fixture::new()
            .with(record("cases/a", "Écoles"))
            .with(record("cases/b", "“earlier”"))
            .with(record("cases/c", "2018 in review"))
            .with(record("cases/d", "10 questions"))
            .with(record("cases/e", "…"))
            .with(record("papers/a", "Zed"))
            .edition("2019-07-11");
        let letters = a_to_z(&edition);
        let seen: Vec<(&str, &str)> =
            letters.iter().map(|letter| (&*letter.label, &*letter.anchor)).collect();
        assert_eq!(seen, [("0–9", "0-9"), ("E", "e"), ("Z", "z"), ("Other", "other")]);
        assert_eq!(names(&edition, &letters[0].records), ["cases/d", "cases/c"]);
        assert_eq!(names(&edition, &letters[1].records), ["cases/b", "cases/a"]);
    }
}
