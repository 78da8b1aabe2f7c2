//! The lists: which records a collection's pages show, in which order.

use std::sync::Arc;

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

/// The lists of an edition, in the order of the schema, unknown collections last.
pub fn listings(_edition: &Edition) -> Vec<Listing> {
    Vec::new()
}
