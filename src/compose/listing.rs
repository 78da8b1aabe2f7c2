//! The lists: which records a collection's pages show, in which order.

use std::cmp::Ordering;
use std::sync::Arc;

use super::order::{Order, collections};
use super::register::Register;
use super::sort_key::{SortKey, sort_key};
use crate::audience::Edition;

/// The list of a collection.
#[derive(Debug)]
pub struct Listing {
    /// The collection's folder.
    pub collection: Arc<str>,
    /// Its name for readers.
    pub label: String,
    /// The name of one of its records.
    pub singular: String,
    /// Its records in the order of the list.
    pub records: Vec<usize>,
    /// The addresses of its pages, the first `<collection>/index.html`, then `page-2.html` …
    pub pages: Vec<String>,
    /// Records on a page.
    pub page_size: usize,
}

impl Listing {
    /// The records on a page, by the page's index.
    pub fn page(&self, index: usize) -> &[usize] {
        let start = (index * self.page_size).min(self.records.len());
        let end = (start + self.page_size).min(self.records.len());
        &self.records[start..end]
    }
}

/// The lists of an edition, in the order of the schema, unknown collections last.
pub fn listings(edition: &Edition) -> Vec<Listing> {
    in_order(edition, &Order::of(edition), &Register::of(edition))
}

pub(super) fn in_order(edition: &Edition, order: &Order, register: &Register) -> Vec<Listing> {
    collections(edition).into_iter().map(|name| listing(edition, order, register, name)).collect()
}

/// The place of every record in the list of its collection.
pub(super) fn places(edition: &Edition, listings: &[Listing]) -> Vec<u32> {
    let mut places = vec![0; edition.count()];
    for listing in listings {
        for (&index, place) in listing.records.iter().zip(0..) {
            places[index] = place;
        }
    }
    places
}

fn listing(edition: &Edition, order: &Order, register: &Register, name: &str) -> Listing {
    let wanted: Vec<String> =
        edition.config().collection(name).map_or_else(Vec::new, |said| said.order.clone());
    let range = edition.collection(name);
    let records = if wanted.is_empty() && name == "actions" {
        // A record that is no action can stand there only if it could not be read as one.
        let mut records = register.actions.clone();
        records.retain(|index| range.contains(index));
        let listed: std::collections::BTreeSet<usize> = records.iter().copied().collect();
        records.extend(range.filter(|index| !listed.contains(index)));
        records
    } else if wanted.is_empty() {
        sorted(edition, order, range, usual(name))
    } else {
        let keys: Vec<&str> = wanted.iter().map(String::as_str).collect();
        sorted(edition, order, range, &keys)
    };
    let page_size = edition.config().page_size.max(1);
    let pages = (1..=records.len().div_ceil(page_size).max(1))
        .map(|n| match n {
            1 => format!("{name}/index.html"),
            n => format!("{name}/page-{n}.html"),
        })
        .collect();
    let declared = edition.schema().collection(name);
    Listing {
        collection: name.into(),
        label: edition.schema().label(name),
        singular: declared.map_or_else(
            || crate::model::schema::Collection::unknown(name).singular,
            |collection| collection.singular.clone(),
        ),
        records,
        pages,
        page_size,
    }
}

/// What the list of a collection is sorted by where `annals.yaml` does not say; title last.
fn usual(collection: &str) -> &'static [&'static str] {
    match collection {
        "workshops" => &["date", "number"],
        "topics" => &["topic"],
        "issues" => &["topic", "raised"],
        "milestones" => &["due"],
        "papers" => &["date", "reference"],
        "artefacts" => &["reference", "date"],
        "interests" => &["topic", "registered_on"],
        "reports" => &["-period", "-date", "-edition"],
        "pages" => &["order"],
        _ => &[],
    }
}

/// Records by these keys, then by title; what lacks a key comes last, whichever way it is sorted.
fn sorted(edition: &Edition, order: &Order, range: std::ops::Range<usize>, keys: &[&str]) -> Vec<usize> {
    let keys: Vec<(&str, bool)> =
        keys.iter().map(|key| key.strip_prefix('-').map_or((*key, false), |turned| (turned, true))).collect();
    let mut rows: Vec<(Vec<Option<SortKey>>, u32, usize)> = range
        .map(|index| {
            let values = keys.iter().map(|(key, _)| sort_key(edition, order, index, key)).collect();
            (values, order.title(index), index)
        })
        .collect();
    rows.sort_by(|a, b| {
        let by_key = a.0.iter().zip(&b.0).zip(&keys).map(|((a, b), (_, turned))| match (a, b) {
            (Some(a), Some(b)) if *turned => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        by_key.fold(Ordering::Equal, Ordering::then).then_with(|| a.1.cmp(&b.1))
    });
    rows.into_iter().map(|(.., index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, date, issue, names, of_kind, record, topic, workshop};
    use crate::model::config::CollectionConfig;
    use crate::model::kinds::{Artefact, Kind, Paper};
    use crate::model::value::Value;

    fn listed(edition: &Edition, collection: &str) -> Vec<String> {
        let listings = listings(edition);
        let listing = listings.iter().find(|listing| &*listing.collection == collection).unwrap();
        names(edition, &listing.records)
    }

    #[test]
    fn workshops_stand_by_date_and_issues_by_topic_and_date() {
        let edition = Fixture::new()
            .with(workshop("workshops/a", "A", "2018-12-05"))
            .with(workshop("workshops/b", "B", "2018-07-03"))
            .with(topic("topics/x", "X", Some(2)))
            .with(topic("topics/y", "Y", Some(1)))
            .with(issue("issues/a", None, Some("2018"), vec![]))
            .with(issue("issues/b", Some("topics/x"), Some("2018-07"), vec![]))
            .with(issue("issues/c", Some("topics/y"), None, vec![]))
            .with(issue("issues/d", Some("topics/y"), Some("2018-12"), vec![]))
            .edition("2019-07-11");
        assert_eq!(listed(&edition, "workshops"), ["workshops/b", "workshops/a"]);
        assert_eq!(listed(&edition, "topics"), ["topics/y", "topics/x"]);
        assert_eq!(listed(&edition, "issues"), ["issues/d", "issues/c", "issues/b", "issues/a"]);
    }

    #[test]
    fn references_stand_in_the_order_of_their_numbers() {
        let artefact = |name: &str, reference: &str| {
            let artefact = Artefact { reference: Some(reference.into()), ..Artefact::default() };
            of_kind(name, "Artefact", Kind::Artefact(Box::new(artefact)))
        };
        let paper = |name: &str, on: Option<&str>, reference: &str| {
            let paper = Paper { reference: Some(reference.into()), date: on.map(date), ..Paper::default() };
            of_kind(name, "Paper", Kind::Paper(Box::new(paper)))
        };
        let edition = Fixture::new()
            .with(artefact("artefacts/a10", "A10"))
            .with(artefact("artefacts/a2", "A2"))
            .with(record("artefacts/none", "None"))
            .with(paper("papers/p10", None, "P10"))
            .with(paper("papers/p2", None, "P2"))
            .with(paper("papers/p99", Some("2018-09-20"), "P99"))
            .edition("2019-07-11");
        assert_eq!(listed(&edition, "artefacts"), ["artefacts/a2", "artefacts/a10", "artefacts/none"]);
        assert_eq!(listed(&edition, "papers"), ["papers/p99", "papers/p2", "papers/p10"]);
    }

    #[test]
    fn the_configuration_overrules_the_order_and_absent_values_stay_last() {
        let year = |name: &str, year| record(name, name).field_of("start_year", Value::Year(year));
        let edition = Fixture::new()
            .configured(|config| {
                let order = vec!["-start_year".to_owned()];
                config.collections.push(("cases".into(), CollectionConfig { order, ..Default::default() }));
            })
            .with(year("cases/a", 2016))
            .with(record("cases/b", "b"))
            .with(year("cases/c", 2018))
            .edition("2019-07-11");
        assert_eq!(listed(&edition, "cases"), ["cases/c", "cases/a", "cases/b"]);
    }

    #[test]
    fn long_lists_run_over_pages() {
        let mut fixture = Fixture::new().configured(|config| config.page_size = 2);
        for n in 0..5 {
            fixture = fixture.with(record(&format!("cases/c{n}"), &format!("Case {n}")));
        }
        let edition = fixture.edition("2019-07-11");
        let listings = listings(&edition);
        assert_eq!(listings.len(), 1);
        assert_eq!(listings[0].pages, ["cases/index.html", "cases/page-2.html", "cases/page-3.html"]);
        assert_eq!(listings[0].page(2), [4]);
        assert_eq!(listings[0].page(3), [0; 0]);
        assert_eq!((listings[0].label.as_str(), listings[0].singular.as_str()), ("Cases", "Case"));
    }
}
