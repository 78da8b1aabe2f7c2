//! Names of records → their places in a list that is sorted by id.
//!
//! In: the records of an archive or an edition. Out: where each name stands. It knows no order and
//! is never walked; the list has the order.

use std::collections::HashMap;
use std::sync::Arc;

use super::id::RecordId;
use super::record::Record;

/// The place of every record in one list.
///
/// References are followed a few dozen times for each record, from every room; a table is several
/// times as fast there as a search through the list.
#[derive(Clone, Debug, Default)]
pub struct Index(HashMap<RecordId, usize>);

impl Index {
    /// The places in this list. Where two records have one name, the last counts.
    pub fn of(records: &[Arc<Record>]) -> Self {
        Index(records.iter().enumerate().map(|(n, record)| (record.id.clone(), n)).collect())
    }

    /// The place of the record of this name.
    pub fn get(&self, id: &RecordId) -> Option<usize> {
        self.0.get(id).copied()
    }
}
