//! What stands before and after a record where that tells a reader something: the workshop before,
//! the next issue of a topic. In lists by title it tells nothing, so there it is left out.

use super::listing::Listing;
use super::workshops::Workshops;
use crate::audience::Edition;

/// The neighbours of every record.
#[derive(Debug, Default)]
pub struct Neighbours {
    of_record: Vec<Beside>,
}

/// What stands before and after a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The one before: for a workshop or a report the earlier one.
    pub previous: Option<usize>,
    /// The one after.
    pub next: Option<usize>,
}

/// The collections whose lists have an order that a reader follows.
const FOLLOWED: [&str; 8] =
    ["topics", "issues", "actions", "papers", "artefacts", "milestones", "reports", "pages"];

impl Neighbours {
    pub(super) fn of(edition: &Edition, listings: &[Listing], workshops: &Workshops<'_>) -> Self {
        let mut neighbours = Neighbours { of_record: vec![Beside::default(); edition.count()] };
        let by_date: Vec<usize> = workshops.views.iter().map(|view| view.workshop).collect();
        neighbours.chain(&by_date);
        for listing in listings.iter().filter(|listing| FOLLOWED.contains(&&*listing.collection)) {
            if &*listing.collection == "reports" {
                // The list has the newest first; before and after are those of time.
                let by_time: Vec<usize> = listing.records.iter().rev().copied().collect();
                neighbours.chain(&by_time);
            } else {
                neighbours.chain(&listing.records);
            }
        }
        neighbours
    }

    /// What stands before and after a record; nothing where its list is only by title.
    pub fn of_record(&self, index: usize) -> Beside {
        self.of_record.get(index).copied().unwrap_or_default()
    }

    fn chain(&mut self, records: &[usize]) {
        for pair in records.windows(2) {
            if let [before, after] = *pair {
                self.of_record[before].next = Some(after);
                self.of_record[after].previous = Some(before);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, date, of_kind, record, workshop};
    use crate::compose::site;
    use crate::model::kinds::{Kind, Report};

    #[test]
    fn workshops_and_reports_follow_each_other_in_time() {
        let report = |name: &str, on: &str| {
            of_kind(
                name,
                name,
                Kind::Report(Box::new(Report {
                    period: None,
                    edition: 1,
                    is_final: false,
                    editors: Vec::new(),
                    commissioned_by: None,
                    independence: None,
                    previous: None,
                    date: Some(date(on)),
                    topic_narratives: Vec::new(),
                    typed_counts: Vec::new(),
                })),
            )
        };
        let edition = Fixture::new()
            .with(record("cases/a", "A"))
            .with(record("cases/b", "B"))
            .with(report("reports/a", "2020-07-01"))
            .with(report("reports/b", "2019-07-01"))
            .with(workshop("workshops/a", "Third", "2019-02-26"))
            .with(workshop("workshops/b", "First", "2018-07-03"))
            .with(workshop("workshops/c", "Second", "2018-12-05"))
            .edition("2021-01-01");
        let site = site(&edition);
        let beside = |index| site.neighbours.of_record(index);
        assert_eq!(beside(0), Beside::default());
        assert_eq!(beside(2), Beside { previous: Some(3), next: None });
        assert_eq!(beside(5), Beside { previous: None, next: Some(6) });
        assert_eq!(beside(6), Beside { previous: Some(5), next: Some(4) });
        assert_eq!(beside(99), Beside::default());
    }
}
