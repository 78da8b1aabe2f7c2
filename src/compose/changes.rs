//! What changed, newest first: from the dates that the records themselves give.

use std::cmp::Reverse;

use super::order::Order;
use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::erratum::Erratum;
use crate::model::kinds::Kind;

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
    /// A judgement of the editors on an issue began to count (its index).
    Judged(usize),
    /// A judgement of the editors counts no more (its index).
    RanOut(usize),
    /// An action came to its state.
    State,
    /// An action came to one of its earlier states (its index).
    Earlier(usize),
    /// A promised publication came.
    Delivered,
    /// A report is dated so.
    Reported,
    /// An edition of a report was signed (its number).
    Frozen(u32),
    /// Something wrong in a report was told.
    Erratum,
}

/// The changes of an edition up to its day, newest first, then by title. A date that is still to
/// come has changed nothing yet.
pub fn changes(edition: &Edition) -> Vec<Change> {
    with(edition, &Order::of(edition))
}

pub(super) fn with(edition: &Edition, order: &Order) -> Vec<Change> {
    let mut changes = Vec::new();
    for (index, record) in edition.records().iter().enumerate() {
        let mut add = |on: Option<Date>, what: What| {
            let past = on.filter(|on| on.earliest() <= edition.today());
            changes.extend(past.map(|on| Change { on, what, record: index }));
        };
        // Who writes on in a write-up brings the write-up up to date, and none of the promises in it.
        add(record.updated.filter(|_| record.source.own_file), What::Updated);
        add(record.access.release.as_ref().map(|release| release.on), What::Released);
        match &record.kind {
            Kind::Issue(issue) => {
                for (n, event) in issue.history.iter().enumerate() {
                    add(Some(event.on), What::Event(n));
                }
                for (n, judgement) in issue.editorial.iter().enumerate() {
                    add(judgement.on, What::Judged(n));
                    let over = judgement.until.and_then(|until| until.latest().tomorrow().ok());
                    add(over.map(Date::from_day), What::RanOut(n));
                }
            }
            Kind::Action(action) => {
                for (n, earlier) in action.earlier.iter().enumerate() {
                    add(Some(earlier.on), What::Earlier(n));
                }
                add(action.state_on, What::State);
            }
            Kind::Milestone(milestone) => add(milestone.delivered, What::Delivered),
            Kind::Report(report) => {
                add(report.date, What::Reported);
                // What was signed for others has no page here.
                let lock = edition.lock_of(&record.id);
                let lock = lock.filter(|lock| lock.audience == edition.audience().up_to());
                for frozen in lock.into_iter().flat_map(|lock| &lock.editions) {
                    add(Some(Date::from_day(frozen.frozen_on)), What::Frozen(frozen.edition));
                }
            }
            _ => {
                if let Some(erratum) = Erratum::of(record) {
                    add(erratum.date, What::Erratum);
                }
            }
        }
    }
    changes.sort_by_cached_key(|change| (Reverse(change.on), order.title(change.record), change.what));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, action, date, event, issue, of_kind, record};
    use crate::model::access::Release;
    use crate::model::action::Action;
    use crate::model::issue::{Agreement, Work};
    use crate::model::kinds::Milestone;

    #[test]
    fn changes_come_newest_first_and_none_from_the_future() {
        let mut released = record("papers/p", "Paper");
        released.access.release =
            Some(Release { by: "An editor".into(), on: date("2019-06"), basis: "published".into() });
        released.updated = Some(date("2019-06-30"));
        let delivered = Milestone { delivered: Some(date("2019-07-11")), ..Milestone::default() };
        let done = Action { state_on: Some(date("2019-06-30")), ..Action::default() };
        let discussed = |on| event(on, None, Agreement::NoneYet, Work::NotStarted);
        let edition = Fixture::new()
            .with(released)
            .with(of_kind("milestones/m", "Milestone", Kind::Milestone(Box::new(delivered))))
            .with(action("actions/a", "Action", done))
            .with(issue("issues/q", None, None, vec![discussed("2018"), discussed("2019-09-01")]))
            .edition("2019-07-11");
        let seen: Vec<(String, What, &str)> = changes(&edition)
            .iter()
            .map(|change| {
                let collection = edition.record(change.record).id.collection();
                (change.on.to_string(), change.what, collection)
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("2019-07-11".to_owned(), What::Delivered, "milestones"),
                ("2019-06-30".to_owned(), What::State, "actions"),
                ("2019-06-30".to_owned(), What::Updated, "papers"),
                ("2019-06".to_owned(), What::Released, "papers"),
                ("2018".to_owned(), What::Event(0), "issues"),
            ]
        );
    }
}
