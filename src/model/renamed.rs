//! Records that had another name in an earlier state of an archive, by the old addresses that they have now.
//!
//! In: the records of then and of now. Out: the names of now. What was only renamed is what it was, and so is what
//! speaks of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::alias;
use super::id::{RecordId, Ref};
use super::issue::{Event, Issue};
use super::record::Record;

/// The names of now of records that had others.
#[derive(Clone, Debug, Default)]
pub struct Renamed(BTreeMap<RecordId, RecordId>);

impl Renamed {
    /// Those of the records of then that are not there by their names, and whose names another record tells as
    /// old addresses of its own; one that was there then beside them is another record.
    pub fn between<'r>(
        then: impl Iterator<Item = &'r Arc<Record>>,
        now: &'r [Arc<Record>],
        base_url: Option<&str>,
    ) -> Self {
        let there: BTreeSet<&RecordId> = now.iter().map(|record| &record.id).collect();
        let then: BTreeSet<&RecordId> = then.map(|record| &record.id).collect();
        let mut renamed = BTreeMap::new();
        for record in now.iter().filter(|record| !then.contains(&record.id)) {
            for name in alias::names(&record.aliases, base_url) {
                let is_same_kind = name.collection() == record.id.collection();
                if is_same_kind && then.contains(&name) && !there.contains(&name) {
                    renamed.insert(name, record.id.clone());
                }
            }
        }
        Renamed(renamed)
    }

    /// Whether nothing was.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name that a record has now.
    pub fn now<'n>(&'n self, then: &'n RecordId) -> &'n RecordId {
        self.0.get(then).unwrap_or(then)
    }

    /// An issue as it would have been written by the names of now.
    #[must_use]
    pub fn issue(&self, was: &Issue) -> Issue {
        let mut issue = was.clone();
        issue.history.iter_mut().for_each(|event| self.event(event));
        issue
    }

    fn event(&self, event: &mut Event) {
        let named = event.at.iter_mut().chain(&mut event.asserted_by).chain(&mut event.evidence);
        named.for_each(|to: &mut Ref| {
            if let Some(now) = self.0.get(&to.id) {
                to.id = now.clone();
            }
        });
    }
}
