//! What changed, newest first: from the dates that the records themselves give.

use crate::audience::Edition;
use crate::model::date::Date;

/// One change.
#[derive(Debug)]
pub struct Change {
    /// When.
    pub on: Date,
    /// What happened.
    pub what: What,
    /// The record it happened to.
    pub record: usize,
}

/// What can happen to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The editors say that its content changed.
    Updated,
    /// It was released to the public.
    Released,
    /// An issue's history got this entry (its index).
    Event(usize),
    /// An action came to its state.
    State,
    /// A promised publication came.
    Delivered,
    /// A report is dated so.
    Reported,
}

/// The changes of an edition.
pub fn changes(_edition: &Edition) -> Vec<Change> {
    Vec::new()
}
