//! `&Edition` → the orders that lists share: titles as a reader sorts them, collections as the
//! schema has them, topics as their editors put them.
//!
//! Each is computed once, as numbers to sort by; no list is made here.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::audience::Edition;
use crate::model::kinds::Kind;

/// Places to sort records by, each a number a record.
#[derive(Debug)]
pub struct Order {
    title: Vec<u32>,
    reading: Vec<u32>,
    shelf: Vec<u32>,
    topics: Vec<usize>,
    topic: BTreeMap<usize, u32>,
}

impl Order {
    /// The orders of an edition.
    pub fn of(edition: &Edition) -> Self {
        let records = edition.records();
        // By its own rules a language sorts what was written; without any, letters are folded.
        let own = edition.words().alphabet().has_rules();
        let key = |title: &str| if own { from_first_letter(title).to_owned() } else { fold(title) };
        let keys: Vec<String> = records.iter().map(|record| key(&record.title)).collect();
        let mut by_title: Vec<usize> = (0..records.len()).collect();
        let alphabet = edition.words().alphabet();
        by_title.sort_by(|&a, &b| {
            alphabet
                .compare(&keys[a], &keys[b])
                .unwrap_or_else(|| natural(&keys[a], &keys[b]))
                .then_with(|| records[a].title.cmp(&records[b].title))
                .then_with(|| a.cmp(&b))
        });
        let title = places(&by_title);

        let collections: BTreeMap<&str, usize> =
            collections(edition).into_iter().enumerate().map(|(n, name)| (name, n)).collect();
        let mut by_shelf = by_title;
        by_shelf.sort_by_key(|&index| collections.get(records[index].id.collection()).copied());
        let mut by_reading = by_shelf.clone();
        by_reading.sort_by_cached_key(|&index| {
            let date = records[index].date();
            (collections.get(records[index].id.collection()).copied(), date.is_none(), date)
        });
        let (shelf, reading) = (places(&by_shelf), places(&by_reading));

        let mut topics: Vec<(bool, i64, u32, usize)> = edition
            .records()
            .iter()
            .enumerate()
            .filter_map(|(index, record)| match &record.kind {
                Kind::Topic(topic) => {
                    Some((topic.order.is_none(), topic.order.unwrap_or(0), title[index], index))
                }
                _ => None,
            })
            .collect();
        topics.sort_unstable();
        let topics: Vec<usize> = topics.into_iter().map(|(.., index)| index).collect();
        let topic = topics.iter().zip(0..).map(|(&index, place)| (index, place)).collect();
        Order { title, reading, shelf, topics, topic }
    }

    /// The place of a record when all are sorted by title: case and accents folded, numbers in
    /// their order.
    pub fn title(&self, index: usize) -> u32 {
        self.title[index]
    }

    /// The place of a record when all are sorted by collection (as the schema has them), then date
    /// (none last), then title.
    pub fn reading(&self, index: usize) -> u32 {
        self.reading[index]
    }

    /// The place of a record when all are sorted by collection (as the schema has them), then title.
    pub fn shelf(&self, index: usize) -> u32 {
        self.shelf[index]
    }

    /// The topics in their order, those without a number last, by title.
    pub fn topics(&self) -> &[usize] {
        &self.topics
    }

    /// The place of a topic among the topics; `None` for other records.
    pub fn topic(&self, index: usize) -> Option<u32> {
        self.topic.get(&index).copied()
    }
}

/// The collections that have records, in the order of the schema, unknown ones last, by name.
pub fn collections(edition: &Edition) -> Vec<&str> {
    let mut present: Vec<&str> = edition.records().iter().map(|record| record.id.collection()).collect();
    present.dedup();
    let declared = edition.schema().collections();
    let place: BTreeMap<&str, usize> = declared.iter().zip(0..).map(|(c, n)| (&*c.name, n)).collect();
    present.sort_by_key(|name| (place.get(name).copied().unwrap_or(usize::MAX), *name));
    present
}

/// Text as it is sorted: ASCII, lower case, without what stands before its first letter or digit.
pub fn fold(text: &str) -> String {
    let mut folded = if text.is_ascii() { text.to_owned() } else { deunicode::deunicode(text) };
    folded.make_ascii_lowercase();
    match folded.find(|letter: char| letter.is_ascii_alphanumeric()) {
        Some(start) => folded.split_off(start),
        None => folded,
    }
}

/// Text from its first letter or digit on.
fn from_first_letter(text: &str) -> &str {
    text.find(char::is_alphanumeric).map_or(text, |start| &text[start..])
}

/// Compares folded text so that numbers in it stand in their order: `a2` before `a10`.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        match (a.first(), b.first()) {
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (x, rest_of_a) = number(a);
                let (y, rest_of_b) = number(b);
                match x.len().cmp(&y.len()).then_with(|| x.cmp(y)) {
                    Ordering::Equal => (a, b) = (rest_of_a, rest_of_b),
                    unequal => return unequal,
                }
            }
            (Some(x), Some(y)) => match x.cmp(y) {
                Ordering::Equal => (a, b) = (&a[1..], &b[1..]),
                unequal => return unequal,
            },
            (x, y) => return x.is_some().cmp(&y.is_some()),
        }
    }
}

/// The digits that a text starts with, without leading zeros, and what follows them.
fn number(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let zeros = text[..end].iter().take_while(|byte| **byte == b'0').count();
    (&text[zeros..end], &text[end..])
}

fn places(sorted: &[usize]) -> Vec<u32> {
    let mut places = vec![0; sorted.len()];
    for (&index, place) in sorted.iter().zip(0..) {
        places[index] = place;
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compose::fixture::{Fixture, record, topic};

    #[test]
    fn numbers_in_titles_stand_in_their_order() {
        assert_eq!(natural("a2", "a10"), Ordering::Less);
        assert_eq!(natural("a02", "a2"), Ordering::Equal);
        assert_eq!(natural("v1.9", "v1.10"), Ordering::Less);
        assert_eq!(natural("a", "a1"), Ordering::Less);
    }

    #[test]
    fn titles_sort_without_case_accents_and_quotation_marks() {
        let edition = Fixture::new()
            .with(record("cases/a", "zebra"))
            .with(record("cases/b", "“Émile”"))
            .with(record("cases/c", "Eagle"))
            .with(record("cases/d", "file 10"))
            .with(record("cases/e", "File 9"))
            .edition("2019-07-11");
        let order = Order::of(&edition);
        let mut sorted: Vec<usize> = (0..5).collect();
        sorted.sort_by_key(|&index| order.title(index));
        let titles: Vec<&str> = sorted.iter().map(|&n| edition.record(n).title.as_str()).collect();
        assert_eq!(titles, ["Eagle", "“Émile”", "File 9", "file 10", "zebra"]);
    }

    #[test]
    fn unknown_collections_come_last_and_topics_keep_their_numbers() {
        let edition = Fixture::new()
            .with(record("aardvarks/a", "A"))
            .with(record("cases/a", "A"))
            .with(topic("topics/z", "Zed", Some(1)))
            .with(topic("topics/a", "Alpha", None))
            .with(topic("topics/b", "Beta", Some(2)))
            .edition("2019-07-11");
        assert_eq!(collections(&edition), ["topics", "cases", "aardvarks"]);
        let order = Order::of(&edition);
        let topics: Vec<&str> = order.topics().iter().map(|&n| edition.record(n).title.as_str()).collect();
        assert_eq!(topics, ["Zed", "Beta", "Alpha"]);
        assert_eq!(order.topic(0), None);
    }

    proptest! {
        #[test]
        fn natural_is_an_order(a in "[a-c0-9]{0,6}", b in "[a-c0-9]{0,6}", c in "[a-c0-9]{0,6}") {
            prop_assert_eq!(natural(&a, &b), natural(&b, &a).reverse());
            if natural(&a, &b).is_le() && natural(&b, &c).is_le() {
                prop_assert!(natural(&a, &c).is_le());
            }
        }
    }
}
