//! Browsing by a field: each value and the records that have it.

use std::sync::Arc;

use crate::audience::Edition;

/// A field that readers can browse by.
#[derive(Debug)]
pub struct Facet {
    /// The field's key, `heading` for the headings of issues.
    pub key: Arc<str>,
    /// Its name for readers.
    pub label: String,
    /// Its part of the address: `tags/<slug>/index.html`.
    pub slug: String,
    /// Its values, most used first, then by label.
    pub terms: Vec<Term>,
}

/// A value of a facet.
#[derive(Debug)]
pub struct Term {
    /// The value as written, or the record's title where the value is a record.
    pub label: String,
    /// Its part of the address: `tags/<facet>/<slug>.html`; no two of a facet clash, whatever the
    /// case of their letters.
    pub slug: String,
    /// The records that have it, sorted by collection and title.
    pub records: Vec<usize>,
}

/// The facets of an edition, in the order of the configuration; those without values are left out.
pub fn facets(_edition: &Edition) -> Vec<Facet> {
    Vec::new()
}
