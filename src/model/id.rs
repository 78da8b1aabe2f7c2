//! Names of records and of the parts of records.
//!
//! A record is `<collection>/<slug>`; a part of it is `<collection>/<slug>#<part>`.

use std::fmt;
use std::sync::Arc;

/// The name of a record: `<collection>/<slug>`. Cheap to clone; sorts by collection, then slug.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RecordId {
    text: Arc<str>,
    slash: usize,
}

impl RecordId {
    /// The id of a record in a collection.
    pub fn new(collection: &str, slug: &str) -> Self {
        RecordId { text: format!("{collection}/{slug}").into(), slash: collection.len() }
    }

    /// Reads `<collection>/<slug>`; `None` unless there is exactly one slash with text on both sides.
    pub fn parse(text: &str) -> Option<Self> {
        let (collection, slug) = text.split_once('/')?;
        let whole = !collection.is_empty() && !slug.is_empty() && !slug.contains(['/', '#']);
        whole.then(|| RecordId::new(collection, slug))
    }

    /// The folder the record is in.
    pub fn collection(&self) -> &str {
        &self.text[..self.slash]
    }

    /// The file's stem.
    pub fn slug(&self) -> &str {
        &self.text[self.slash + 1..]
    }

    /// `<collection>/<slug>`.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Ord for RecordId {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // Of one collection, or of two that differ, with names of one length: what is the same is before the slash.
        if self.slash == other.slash {
            return self.text.cmp(&other.text);
        }
        self.collection().cmp(other.collection())
    }
}

impl PartialOrd for RecordId {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}`", self.text)
    }
}

/// A resolved reference: a record that exists, and perhaps a part of it.
///
/// The record is certain; the part is as written, and `check` says where the record has no such
/// part (a reader is then led to the record).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref {
    /// The record.
    pub id: RecordId,
    /// The part's anchor without `#`, as in `p-14` or `action-3`.
    pub part: Option<Arc<str>>,
}

impl Ref {
    /// A reference to a whole record.
    pub fn to(id: RecordId) -> Self {
        Ref { id, part: None }
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Some(part) => write!(out, "{}#{part}", self.id),
            None => write!(out, "{}", self.id),
        }
    }
}
