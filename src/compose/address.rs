//! Where everything is: addresses relative to the site's base, as CONTRACT has them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::audience::Edition;
use crate::model::id::Ref;

/// The address of every record, and the old addresses that lead to them.
#[derive(Debug, Default)]
pub struct Addresses {
    of_record: Vec<Arc<str>>,
    aliases: BTreeMap<Arc<str>, usize>,
}

impl Addresses {
    /// The addresses of an edition: `<collection>/<slug>.html`; a report's is
    /// `reports/<slug>/index.html`.
    pub fn of(_edition: &Edition) -> Self {
        Addresses::default()
    }

    /// The address of a record, without a leading slash.
    pub fn record(&self, index: usize) -> &str {
        &self.of_record[index]
    }

    /// The address a reference leads to, with `#part` where the record has that part; `None` where
    /// the edition does not hold the record.
    pub fn reference(&self, _edition: &Edition, _link: &Ref) -> Option<String> {
        None
    }

    /// Old addresses, relative to the base, and the records they lead to.
    pub fn aliases(&self) -> impl Iterator<Item = (&str, usize)> {
        self.aliases.iter().map(|(alias, index)| (&**alias, *index))
    }
}

/// The way from one page to another address: `../issues/x.html` from `workshops/y.html`, so that the
/// folder works under any sub-path and from disk.
pub fn relative(from: &str, to: &str) -> String {
    format!("{}{to}", "../".repeat(from.matches('/').count()))
}
