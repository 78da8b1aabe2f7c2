//! The action register: every action, with the two series of numbers kept apart.

use std::collections::BTreeMap;

use crate::audience::Edition;
use crate::model::action::{Action, State};
use crate::model::id::RecordId;
use crate::model::kinds::Kind;

/// Every action of the edition.
#[derive(Debug, Default)]
pub struct Register {
    /// The actions by workshop (its date) and number, then by log number.
    pub actions: Vec<usize>,
    /// How many are in each state, in the order of `State::ALL`.
    pub counts: [usize; State::ALL.len()],
    /// The actions that were due before the edition's day and are neither completed nor closed, in
    /// the order of the register.
    pub overdue: Vec<usize>,
    by_log_number: BTreeMap<u32, usize>,
    by_number: BTreeMap<(usize, u32), usize>,
}

impl Register {
    /// The register of an edition.
    pub fn of(edition: &Edition) -> Self {
        let mut register = Register::default();
        for (index, action) in actions(edition) {
            register.actions.push(index);
            if let Some(n) = State::ALL.iter().position(|state| *state == action.state) {
                register.counts[n] += 1;
            }
            if let Some(number) = action.log_number {
                register.by_log_number.entry(number).or_insert(index);
            }
            if let (Some(workshop), Some(number)) = (&action.workshop, action.number)
                && let Some(workshop) = edition.index_of(&workshop.id)
            {
                register.by_number.entry((workshop, number)).or_insert(index);
            }
        }
        register.actions.sort_by_cached_key(|&index| place(edition, index));
        register.overdue = register
            .actions
            .iter()
            .copied()
            .filter(|&index| {
                as_action(edition, index).is_some_and(|action| is_overdue(action, edition.today()))
            })
            .collect();
        register
    }

    /// How many actions are in a state.
    pub fn count(&self, state: State) -> usize {
        State::ALL.iter().position(|known| *known == state).map_or(0, |n| self.counts[n])
    }

    /// The action of an action log number.
    pub fn by_log_number(&self, _edition: &Edition, number: u32) -> Option<usize> {
        self.by_log_number.get(&number).copied()
    }

    /// The action of a number in the write-up of a workshop.
    pub fn by_number(&self, edition: &Edition, workshop: &RecordId, number: u32) -> Option<usize> {
        self.by_number.get(&(edition.index_of(workshop)?, number)).copied()
    }
}

/// Whether an action was due before a day and is neither completed nor closed.
pub fn is_overdue(action: &Action, as_of: jiff::civil::Date) -> bool {
    !action.state.is_final() && action.due.is_some_and(|due| due.latest() < as_of)
}

/// Every action with its index, by id.
pub(super) fn actions(edition: &Edition) -> impl Iterator<Item = (usize, &Action)> {
    edition.records().iter().enumerate().filter_map(|(index, record)| match &record.kind {
        Kind::Action(action) => Some((index, &**action)),
        _ => None,
    })
}

/// The action at an index.
pub(super) fn as_action(edition: &Edition, index: usize) -> Option<&Action> {
    match &edition.record(index).kind {
        Kind::Action(action) => Some(action),
        _ => None,
    }
}

/// What the register sorts by: workshop by date, number, log number, each last where absent.
fn place(edition: &Edition, index: usize) -> impl Ord + use<> {
    let action = as_action(edition, index);
    let workshop =
        action.and_then(|action| action.workshop.as_ref()).and_then(|link| edition.index_of(&link.id));
    let date = workshop.and_then(|workshop| edition.record(workshop).date());
    let number = action.and_then(|action| action.number);
    let log_number = action.and_then(|action| action.log_number);
    (
        (workshop.is_none(), date.is_none(), date, workshop),
        (number.is_none(), number),
        (log_number.is_none(), log_number),
        index,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, action, date, id, link, names, workshop};

    fn promise(workshop: Option<&str>, number: Option<u32>, log_number: Option<u32>) -> Action {
        Action { workshop: workshop.map(link), number, log_number, ..Action::default() }
    }

    #[test]
    fn the_two_series_are_kept_apart() {
        let (early, late) = (Some("workshops/z-early"), Some("workshops/a-late"));
        let edition = Fixture::new()
            .with(workshop("workshops/a-late", "Second", "2018-12-05"))
            .with(workshop("workshops/z-early", "First", "2018-07-03"))
            .with(action("actions/l10", "L10", promise(None, None, Some(10))))
            .with(action("actions/l9", "L9", promise(None, None, Some(9))))
            .with(action("actions/n10", "N10", promise(early, Some(10), Some(3))))
            .with(action("actions/n2", "N2", promise(early, Some(2), None)))
            .with(action("actions/x1", "X1", promise(late, Some(1), Some(1))))
            .edition("2019-07-11");
        let register = Register::of(&edition);
        assert_eq!(
            names(&edition, &register.actions),
            ["actions/n2", "actions/n10", "actions/x1", "actions/l9", "actions/l10"]
        );
        assert_eq!(register.by_log_number(&edition, 10), Some(0));
        assert_eq!(register.by_log_number(&edition, 2), None);
        assert_eq!(register.by_number(&edition, &id("workshops/z-early"), 10), Some(2));
        assert_eq!(register.by_number(&edition, &id("workshops/a-late"), 10), None);
    }

    #[test]
    fn states_are_counted_and_what_is_overdue_is_named() {
        let due = |on: &str, state| Action { due: Some(date(on)), state, ..Action::default() };
        let edition = Fixture::new()
            .with(action("actions/a", "A", due("2019-06", State::Open)))
            .with(action("actions/b", "B", due("2019-06", State::Completed)))
            .with(action("actions/c", "C", due("2019", State::Ongoing)))
            .with(action("actions/d", "D", due("2018-09-10", State::Ongoing)))
            .edition("2019-07-11");
        let register = Register::of(&edition);
        assert_eq!(register.count(State::Ongoing), 2);
        assert_eq!(register.count(State::Closed), 0);
        assert_eq!(register.counts.iter().sum::<usize>(), 4);
        assert_eq!(names(&edition, &register.overdue), ["actions/a", "actions/d"]);
    }
}
