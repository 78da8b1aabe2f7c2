//! The timetable of promised publications: kept, late, missed, not yet due, no evidence.

use std::collections::BTreeMap;

use jiff::civil;

use super::order::{fold, natural};
use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::kinds::{Kind, Milestone};
use crate::model::words::{Words, args};

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
    /// It is known that it did not come.
    Missed,
    /// It is past its date, and nothing shows whether it came.
    NoEvidence,
    /// Its date has not come yet.
    NotYetDue,
    /// It has no date.
    Undated,
}

/// How many promises were kept in which way; repeated entries count once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them, repeats left out.
    pub entries: usize,
    /// Came in time.
    pub kept: usize,
    /// Came late.
    pub late: usize,
    /// Known not to have come.
    pub missed: usize,
    /// Past their date without evidence.
    pub no_evidence: usize,
    /// Not due yet.
    pub not_yet_due: usize,
    /// Without a date.
    pub undated: usize,
    /// Entries that repeat another word for word.
    pub repeated: usize,
}

impl Outcome {
    /// The word for marks in pages and data.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Kept => "kept",
            Outcome::Late(_) => "late",
            Outcome::Missed => "missed",
            Outcome::NoEvidence => "no-evidence",
            Outcome::NotYetDue => "not-yet-due",
            Outcome::Undated => "undated",
        }
    }

    /// As a reader of a language sees it.
    pub fn said(self, words: &Words) -> String {
        match self {
            Outcome::Late(months) if months > 0 => words.fill("outcome-late-by", args![count = months]),
            other => words.named("outcome", other.as_str()).to_owned(),
        }
    }

    /// The same in English.
    pub fn in_words(self) -> String {
        match self {
            Outcome::Kept => "came in time".to_owned(),
            Outcome::Late(0) => "came late".to_owned(),
            Outcome::Late(1) => "came 1 month late".to_owned(),
            Outcome::Late(months) => format!("came {months} months late"),
            Outcome::Missed => "missed".to_owned(),
            Outcome::NoEvidence => "no evidence that it came".to_owned(),
            Outcome::NotYetDue => "not yet due".to_owned(),
            Outcome::Undated => "no date given".to_owned(),
        }
    }
}

impl Timetable {
    /// The timetable of an edition; `None` without milestones.
    pub fn of(edition: &Edition) -> Option<Self> {
        Timetable::as_at(edition, edition.today())
    }

    /// The timetable with every outcome as at a day; `None` without milestones.
    pub fn as_at(edition: &Edition, as_of: civil::Date) -> Option<Self> {
        let mut found: Vec<(usize, &Milestone, String)> = edition
            .records()
            .iter()
            .enumerate()
            .filter_map(|(index, record)| match &record.kind {
                Kind::Milestone(milestone) => Some((index, &**milestone, fold(record.id.slug()))),
                _ => None,
            })
            .collect();
        if found.is_empty() {
            return None;
        }
        let due = |milestone: &Milestone| milestone.due_on(as_of);
        // Within one date the names of the files tell the order of the table they came from.
        found.sort_by(|a, b| {
            due(a.1).cmp(&due(b.1)).then_with(|| natural(&a.2, &b.2)).then_with(|| a.0.cmp(&b.0))
        });
        let mut years: BTreeMap<i16, Vec<Entry>> = BTreeMap::new();
        let mut undated = Vec::new();
        for (index, milestone, _) in found {
            let entry = Entry {
                milestone: index,
                outcome: standing(edition, milestone, as_of),
                repeated: milestone.repeats.is_some(),
            };
            match due(milestone) {
                Some(due) => years.entry(due.year()).or_default().push(entry),
                None => undated.push(entry),
            }
        }
        Some(Timetable { years: years.into_iter().collect(), undated })
    }

    /// Every entry, by date, those without a date last.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.years.iter().flat_map(|(_, entries)| entries).chain(&self.undated)
    }

    /// How many promises were kept in which way.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for entry in self.entries() {
            if entry.repeated {
                tally.repeated += 1;
                continue;
            }
            tally.entries += 1;
            *match entry.outcome {
                Outcome::Kept => &mut tally.kept,
                Outcome::Late(_) => &mut tally.late,
                Outcome::Missed => &mut tally.missed,
                Outcome::NoEvidence => &mut tally.no_evidence,
                Outcome::NotYetDue => &mut tally.not_yet_due,
                Outcome::Undated => &mut tally.undated,
            } += 1;
        }
        tally
    }
}

/// How an entry stands as at a day: what repeats another is the same promise, and was kept as that was.
pub fn standing(edition: &Edition, milestone: &Milestone, as_of: civil::Date) -> Outcome {
    let first = milestone.repeats.as_ref().and_then(|first| match &edition.get(&first.id)?.kind {
        Kind::Milestone(first) => Some(&**first),
        _ => None,
    });
    outcome(first.unwrap_or(milestone), as_of)
}

/// How a promise was kept as at a day.
///
/// It is late only where that is certain: a promise for September kept some time in September is
/// kept. A delivery counts from the last day that its date may mean. What is put off is held against the day for
/// which it was promised on that day.
pub fn outcome(milestone: &Milestone, as_of: civil::Date) -> Outcome {
    let Some(due) = milestone.due_on(as_of) else { return Outcome::Undated };
    match milestone.delivered.filter(|delivered| delivered.latest() <= as_of) {
        Some(delivered) if delivered.earliest() <= due.latest() => Outcome::Kept,
        Some(delivered) => Outcome::Late(months_late(due, delivered)),
        None if milestone.missed.is_some_and(|known| known.latest() <= as_of) => Outcome::Missed,
        None if due.latest() < as_of => Outcome::NoEvidence,
        None => Outcome::NotYetDue,
    }
}

/// Whole months from the one to the other; 0 where one of them has no month.
fn months_late(due: Date, delivered: Date) -> u32 {
    let count = |date: Date| date.month().map(|month| i32::from(date.year()) * 12 + i32::from(month));
    let (Some(from), Some(to)) = (count(due), count(delivered)) else { return 0 };
    let short = match (due.day(), delivered.day()) {
        (Some(due), Some(delivered)) => i32::from(delivered < due),
        _ => 0,
    };
    u32::try_from(to - from - short).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, date, day, link, names, of_kind};

    fn promise(due: Option<&str>, delivered: Option<&str>) -> Milestone {
        Milestone { due: due.map(date), delivered: delivered.map(date), ..Milestone::default() }
    }

    #[test]
    fn a_promise_is_late_only_where_that_is_certain() {
        let as_of = day("2020-01-31");
        for (due, delivered, expected) in [
            (None, Some("2019-09"), Outcome::Undated),
            (Some("2019-09"), Some("2019-09-20"), Outcome::Kept),
            (Some("2019-09-10"), Some("2019-09"), Outcome::Kept),
            (Some("2019-09-10"), Some("2019-09-20"), Outcome::Late(0)),
            (Some("2019-09"), Some("2019-10-01"), Outcome::Late(1)),
            (Some("2019-09-30"), Some("2019-10-01"), Outcome::Late(0)),
            (Some("2019-09"), Some("2020-01"), Outcome::Late(4)),
            (Some("2018"), Some("2019-03"), Outcome::Late(0)),
            (Some("2019-09"), Some("2020-02"), Outcome::NoEvidence),
            (Some("2019-09"), None, Outcome::NoEvidence),
            (Some("2020-01-31"), None, Outcome::NotYetDue),
            (Some("2020"), None, Outcome::NotYetDue),
        ] {
            assert_eq!(outcome(&promise(due, delivered), as_of), expected, "{due:?} {delivered:?}");
        }
    }

    #[test]
    fn entries_stand_by_year_and_repeats_count_once() {
        let of =
            |name: &str, milestone: Milestone| of_kind(name, "Entry", Kind::Milestone(Box::new(milestone)));
        let repeat = Milestone { repeats: Some(link("milestones/row-2")), ..promise(Some("2019-10"), None) };
        let edition = Fixture::new()
            .with(of("milestones/row-10", repeat))
            .with(of("milestones/row-2", promise(Some("2019-10"), None)))
            .with(of("milestones/row-3", promise(Some("2019-09"), Some("2019-11"))))
            .with(of("milestones/row-4", promise(Some("2021-01"), None)))
            .with(of("milestones/row-5", promise(None, None)))
            .edition("2020-01-31");
        let timetable = Timetable::of(&edition).unwrap();
        let years: Vec<i16> = timetable.years.iter().map(|(year, _)| *year).collect();
        assert_eq!(years, [2019, 2021]);
        let order: Vec<usize> = timetable.entries().map(|entry| entry.milestone).collect();
        assert_eq!(
            names(&edition, &order),
            ["row-3", "row-2", "row-10", "row-4", "row-5"].map(|name| format!("milestones/{name}"))
        );
        let tally = timetable.tally();
        assert_eq!((tally.entries, tally.late, tally.no_evidence, tally.not_yet_due), (4, 1, 1, 1));
        assert_eq!((tally.kept, tally.undated, tally.repeated), (0, 1, 1));
        let at_period_end = Timetable::as_at(&edition, day("2019-07-31")).unwrap().tally();
        assert_eq!(at_period_end.not_yet_due, 3);
    }

    #[test]
    fn without_milestones_there_is_no_timetable() {
        assert!(Timetable::of(&Fixture::new().edition("2020-01-31")).is_none());
    }
}
