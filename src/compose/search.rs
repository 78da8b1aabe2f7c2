//! What can be searched: the documents in their order, their kinds, and the values to filter them by.
//!
//! In: the edition, its lists and facets. Out: `Search`, which numbers the documents and says under
//! which name each filter stands in an address. The words are those of the finished pages, so that a
//! reader finds what is to be read; `render::search` takes them from there. Nothing here sees more
//! than the edition holds.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::facets::Facet;
use super::listing::Listing;
use super::slugs::free;
use crate::audience::Edition;

/// What can be searched.
#[derive(Debug)]
pub struct Search {
    /// The records, in the order of the lists of their collections: a document's number is its place.
    pub documents: Vec<usize>,
    /// The kinds of documents: each a run of them.
    pub kinds: Vec<Kind>,
    /// What documents can be filtered by, beside their kind.
    pub filters: Vec<Filter>,
    /// The number of each record's document.
    place: Vec<u32>,
}

/// The documents of one collection.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// The collection.
    pub collection: Arc<str>,
    /// Its name for readers.
    pub label: String,
    /// The name of one of its records.
    pub singular: String,
    /// Its documents.
    pub documents: Range<usize>,
}

/// A field that documents can be filtered by.
#[derive(Debug, PartialEq, Eq)]
pub struct Filter {
    /// Its name in the address of a search: `topic` in `search.html?topic=…`; no two are the same.
    pub parameter: String,
    /// Its name for readers.
    pub label: String,
    /// The facet it is, by index; the year is none.
    pub facet: Option<usize>,
    /// Its values, in the order of the facet; years newest first.
    pub values: Vec<Value>,
}

/// A value of a filter.
#[derive(Debug, PartialEq, Eq)]
pub struct Value {
    /// Its words for readers.
    pub label: String,
    /// Whether they are in the main language of the archive while another is spoken.
    pub is_foreign: bool,
    /// Its name in an address, as the facet's page has it.
    pub slug: String,
    /// The documents that have it, in order.
    pub documents: Vec<u32>,
}

/// Names in the address of a search that are no facets.
const OWN: [&str; 8] = ["q", "collection", "year", "sort", "view", "page", "all", "whole"];

impl Search {
    /// What can be searched in an edition.
    pub(super) fn of(edition: &Edition, listings: &[Listing], facets: &[Facet]) -> Self {
        let mut documents = Vec::with_capacity(edition.count());
        let kinds = listings.iter().map(|listing| {
            let first = documents.len();
            documents.extend_from_slice(&listing.records);
            Kind {
                collection: Arc::clone(&listing.collection),
                label: listing.label.clone(),
                singular: listing.singular.clone(),
                documents: first..documents.len(),
            }
        });
        let kinds = kinds.collect();
        let mut place = vec![0; edition.count()];
        for (&record, number) in documents.iter().zip(0..) {
            place[record] = number;
        }
        let mut taken: BTreeSet<String> = OWN.map(str::to_owned).into();
        let mut filters: Vec<Filter> = facets
            .iter()
            .enumerate()
            .map(|(index, facet)| Filter {
                parameter: free(&facet.slug, &mut taken),
                label: facet.label.clone(),
                facet: Some(index),
                values: values(facet, &place),
            })
            .collect();
        filters.extend(years(edition, &documents));
        Search { documents, kinds, filters, place }
    }

    /// The number of a record's document.
    pub fn document(&self, record: usize) -> u32 {
        self.place[record]
    }

    /// The filter that a facet is, by the facet's index.
    pub fn of_facet(&self, facet: usize) -> Option<&Filter> {
        self.filters.iter().find(|filter| filter.facet == Some(facet))
    }
}

fn values(facet: &Facet, place: &[u32]) -> Vec<Value> {
    let value = |term: &super::facets::Term| {
        let mut documents: Vec<u32> = term.records.iter().map(|record| place[*record]).collect();
        documents.sort_unstable();
        Value { label: term.label.clone(), is_foreign: term.is_foreign, slug: term.slug.clone(), documents }
    };
    facet.terms.iter().map(value).collect()
}

/// The filter by the year of a record's date, which records of every kind may have.
fn years(edition: &Edition, documents: &[usize]) -> Option<Filter> {
    let mut by_year: BTreeMap<i16, Vec<u32>> = BTreeMap::new();
    for (&record, number) in documents.iter().zip(0..) {
        if let Some(date) = edition.record(record).date() {
            by_year.entry(date.year()).or_default().push(number);
        }
    }
    let value = |(year, documents): (i16, Vec<u32>)| Value {
        label: year.to_string(),
        is_foreign: false,
        slug: year.to_string(),
        documents,
    };
    let values: Vec<Value> = by_year.into_iter().rev().map(value).collect();
    (!values.is_empty()).then(|| Filter {
        parameter: "year".to_owned(),
        label: edition.words().say("year").to_owned(),
        facet: None,
        values,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, record, workshop};
    use crate::compose::site;

    #[test]
    fn documents_stand_in_the_order_of_the_lists_and_filters_name_them() {
        let edition = Fixture::new()
            .configured(|config| config.facets = ["theme_tag", "year"].map(Arc::from).to_vec())
            .with(record("cases/b", "Alpha").tagged("theme_tag", &["Data"]))
            .with(record("cases/a", "Zed").tagged("theme_tag", &["Data", "Water"]).tagged("year", &["x"]))
            .with(workshop("workshops/one", "Workshop 1", "2018-07-03"))
            .with(workshop("workshops/two", "Workshop 2", "2019"))
            .edition("2019-07-11");
        let search = site(&edition).search;
        let names: Vec<&str> =
            search.documents.iter().map(|&record| edition.record(record).id.as_str()).collect();
        assert_eq!(names, ["workshops/one", "workshops/two", "cases/b", "cases/a"]);
        let kinds: Vec<_> =
            search.kinds.iter().map(|kind| (&*kind.collection, kind.documents.clone())).collect();
        assert_eq!(kinds, [("workshops", 0..2), ("cases", 2..4)]);
        for (number, &record) in search.documents.iter().enumerate() {
            assert_eq!(search.document(record) as usize, number);
        }
        let filters: Vec<_> = search
            .filters
            .iter()
            .map(|filter| {
                let values = filter.values.iter().map(|value| (&*value.slug, &*value.documents));
                (&*filter.parameter, values.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(
            filters,
            [
                ("theme_tag", vec![("data", &[2, 3][..]), ("water", &[3][..])]),
                // A field that is called as the filter by year gives way to it.
                ("year-2", vec![("x", &[3][..])]),
                ("year", vec![("2019", &[1][..]), ("2018", &[0][..])]),
            ]
        );
        assert_eq!(search.of_facet(1).map(|filter| &*filter.parameter), Some("year-2"));
    }
}
