//! What happened when: meetings, papers, reports, promised publications, and how many issues each
//! meeting moved, by year.
//!
//! In: the dates that records of an edition give. Out: entries in the order of time. A thing without a
//! date is not on a line of time; a case that ran for years is not an event.

use std::collections::BTreeMap;

use super::order::Order;
use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::kinds::Kind;

/// Everything dated, by year.
#[derive(Debug)]
pub struct Timeline {
    /// The years that have entries, the earliest first.
    pub years: Vec<(i16, Vec<Entry>)>,
}

/// Something that happened, or is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub on: Date,
    /// What.
    pub what: What,
    /// The record it is told of.
    pub record: usize,
}

/// What can be on the line of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A meeting was held, and so many issues' histories have an entry of it.
    Workshop {
        /// How many.
        issues: usize,
    },
    /// A meeting was planned when the record was written.
    Planned,
    /// A paper is dated so.
    Paper,
    /// A promised publication came.
    Delivered,
    /// A publication was promised for then, and has not come as far as is known.
    Due,
    /// A report is dated so.
    Report,
}

impl Timeline {
    /// The line of time of an edition; `None` where fewer than two things are dated.
    pub(super) fn with(edition: &Edition, order: &Order) -> Option<Self> {
        let mut discussed: BTreeMap<usize, usize> = BTreeMap::new();
        for record in edition.records() {
            let Kind::Issue(issue) = &record.kind else { continue };
            let mut meetings: Vec<usize> =
                issue.history.iter().filter_map(|event| edition.index_of(&event.at.as_ref()?.id)).collect();
            meetings.sort_unstable();
            meetings.dedup();
            meetings.into_iter().for_each(|meeting| *discussed.entry(meeting).or_default() += 1);
        }
        let mut entries: Vec<Entry> = Vec::new();
        for (index, record) in edition.records().iter().enumerate() {
            let (on, what) = match &record.kind {
                Kind::Workshop(of) if of.planned => (of.date, What::Planned),
                Kind::Workshop(of) => {
                    (of.date, What::Workshop { issues: discussed.get(&index).copied().unwrap_or(0) })
                }
                Kind::Paper(of) => (of.date, What::Paper),
                Kind::Milestone(of) => match of.delivered {
                    Some(on) => (Some(on), What::Delivered),
                    None => (of.due, What::Due),
                },
                Kind::Report(of) => (of.date, What::Report),
                _ => continue,
            };
            entries.extend(on.map(|on| Entry { on, what, record: index }));
        }
        if entries.len() < 2 {
            return None;
        }
        entries.sort_by_cached_key(|entry| (entry.on.earliest(), entry.what, order.title(entry.record)));
        let mut years: Vec<(i16, Vec<Entry>)> = Vec::new();
        for entry in entries {
            match years.last_mut() {
                Some((year, of)) if *year == entry.on.year() => of.push(entry),
                _ => years.push((entry.on.year(), vec![entry])),
            }
        }
        Some(Timeline { years })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, date, event, issue, of_kind, workshop};
    use crate::model::issue::{Agreement, Work};
    use crate::model::kinds::{Milestone, Paper};

    #[test]
    fn what_is_dated_stands_in_order_with_what_each_meeting_moved() {
        let at = |on| event(on, Some("workshops/1"), Agreement::NoneYet, Work::NotStarted);
        let paper = Paper { date: Some(date("2018-06")), ..Paper::default() };
        let due = Milestone { due: Some(date("2019")), ..Milestone::default() };
        let edition = Fixture::new()
            .with(workshop("workshops/1", "Workshop 1", "2018-07-03"))
            .with(of_kind("papers/p", "Paper", Kind::Paper(Box::new(paper))))
            .with(of_kind("milestones/m", "Plan", Kind::Milestone(Box::new(due))))
            .with(issue("issues/a", None, None, vec![at("2018-07-03"), at("2018-07-03")]))
            .with(issue("issues/b", None, None, vec![at("2018-07-03")]))
            .edition("2019-07-11");
        let line = Timeline::with(&edition, &Order::of(&edition)).unwrap();
        let seen: Vec<(i16, Vec<What>)> =
            line.years.iter().map(|(year, of)| (*year, of.iter().map(|one| one.what).collect())).collect();
        assert_eq!(seen, [(2018, vec![What::Paper, What::Workshop { issues: 2 }]), (2019, vec![What::Due])]);
    }
}
