//! The timetable of promised publications: kept, late, missed, not yet due, no evidence.

use jiff::civil;

use crate::audience::Edition;

/// The timetable.
#[derive(Debug)]
pub struct Timetable {
    /// The entries by year and date.
    pub years: Vec<(i16, Vec<Entry>)>,
    /// Entries without a date.
    pub undated: Vec<Entry>,
}

/// An entry.
#[derive(Debug)]
pub struct Entry {
    /// The milestone.
    pub milestone: usize,
    /// How it was kept, as at the edition's day.
    pub outcome: Outcome,
    /// Whether it repeats another entry and is left out of counts.
    pub repeated: bool,
}

/// How a promise was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It came in time.
    Kept,
    /// It came late, by so many months (0 where the dates are too coarse to tell).
    Late(u32),
    /// It is past its date, and nothing shows that it came.
    NoEvidence,
    /// Its date has not come yet.
    NotYetDue,
    /// It has no date.
    Undated,
}

impl Timetable {
    /// The timetable of an edition; `None` without milestones.
    pub fn of(_edition: &Edition) -> Option<Self> {
        None
    }
}

/// How a promise was kept as at a day.
pub fn outcome(_milestone: &crate::model::kinds::Milestone, _as_of: civil::Date) -> Outcome {
    Outcome::Undated
}
