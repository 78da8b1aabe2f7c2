//! Where every issue stands as at a day: computed once for the site, and anew for a report's date.

use jiff::civil;

use crate::audience::Edition;
use crate::audience::reads::{self, Read};
use crate::model::issue::Issue;
use crate::model::kinds::Kind;
use crate::model::standing::{Counts, Heading, Standing};

/// The standing of every issue.
#[derive(Debug)]
pub struct Standings<'e> {
    as_of: civil::Date,
    /// By index.
    issues: Vec<(usize, Standing<'e>)>,
}

impl<'e> Standings<'e> {
    /// The standings as at a day, of the issues that had been raised by then.
    pub fn as_at(edition: &'e Edition, as_of: civil::Date) -> Self {
        let issues = issues(edition)
            .filter(|(_, issue)| issue.raised_by(as_of))
            .map(|(index, issue)| (index, issue.standing(as_of)))
            .collect();
        Standings { as_of, issues }
    }

    /// The day as at which they hold.
    pub fn as_of(&self) -> civil::Date {
        self.as_of
    }

    /// Where an issue stands; `None` for one that was raised later, and for a record that is none.
    pub fn of(&self, index: usize) -> Option<&Standing<'e>> {
        reads::note(Read::Record(index as u32));
        self.find(index)
    }

    fn find(&self, index: usize) -> Option<&Standing<'e>> {
        self.issues.binary_search_by_key(&index, |(issue, _)| *issue).ok().map(|n| &self.issues[n].1)
    }

    /// The heading of an issue; `None` as for `of`.
    pub fn heading(&self, index: usize) -> Option<Heading> {
        self.find(index).map(|standing| standing.heading)
    }

    /// Every issue that had been raised and its standing, by id.
    pub fn all(&self) -> &[(usize, Standing<'e>)] {
        self.issues.iter().for_each(|(index, _)| reads::note(Read::Record(*index as u32)));
        &self.issues
    }

    /// How many issues are under each heading.
    pub fn counts(&self) -> Counts {
        self.issues.iter().map(|(_, standing)| standing.heading).collect()
    }

    /// The heading of every issue that had been raised, by its index.
    pub fn headings(&self) -> impl Iterator<Item = (usize, Heading)> {
        self.issues.iter().map(|(index, standing)| (*index, standing.heading))
    }

    /// These issues under their headings, in the order of `Heading::ALL`, each list in the order
    /// given; a heading that has none has an empty list. What was raised later is under none.
    pub fn by_heading(&self, issues: &[usize]) -> [(Heading, Vec<usize>); 4] {
        Heading::ALL.map(|heading| {
            let under = issues.iter().copied().filter(|&index| self.heading(index) == Some(heading));
            (heading, under.collect())
        })
    }
}

/// Every issue with its index, by id.
pub(super) fn issues(edition: &Edition) -> impl Iterator<Item = (usize, &Issue)> {
    edition.records().iter().enumerate().filter_map(|(index, record)| match &record.kind {
        Kind::Issue(issue) => Some((index, &**issue)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, day, event, issue, record};
    use crate::model::issue::{Agreement, Work};

    #[test]
    fn standings_hold_as_at_their_day() {
        let history = vec![
            event("2018-12-05", None, Agreement::PartlyAgreed, Work::NotStarted),
            event("2019-02-26", None, Agreement::Agreed, Work::Done),
        ];
        let edition = Fixture::new()
            .with(record("cases/a", "A"))
            .with(issue("issues/a", None, None, history))
            .with(issue("issues/b", None, None, vec![]))
            .with(issue("issues/c", None, Some("2019-08-01"), vec![]))
            .edition("2019-07-11");
        let now = Standings::as_at(&edition, edition.today());
        assert_eq!(Heading::ALL.map(|heading| now.counts().of(heading)), [1, 0, 1, 0]);
        assert_eq!((now.heading(0), now.heading(3)), (None, None));
        assert_eq!(now.heading(1), Some(Heading::Resolved));
        assert_eq!(now.of(2).map(|standing| standing.rule.name()), Some("not yet discussed"));
        let before = Standings::as_at(&edition, day("2018-12-31"));
        assert_eq!(Heading::ALL.map(|heading| before.counts().of(heading)), [0, 0, 2, 0]);
        let [(_, resolved), _, (_, outstanding), _] = now.by_heading(&[2, 1]);
        assert_eq!((resolved, outstanding), (vec![1], vec![2]));
    }
}
