//! The action register: every action, with the two series of numbers kept apart.

use crate::audience::Edition;
use crate::model::action::State;

/// Every action of the edition.
#[derive(Debug, Default)]
pub struct Register {
    /// The actions by workshop (its date) and number, then by log number.
    pub actions: Vec<usize>,
    /// How many are in each state, in the order of `State::ALL`.
    pub counts: [usize; 5],
}

impl Register {
    /// The register of an edition.
    pub fn of(_edition: &Edition) -> Self {
        Register::default()
    }

    /// How many actions are in a state.
    pub fn count(&self, state: State) -> usize {
        State::ALL.iter().position(|known| *known == state).map_or(0, |n| self.counts[n])
    }

    /// The action of an action log number.
    pub fn by_log_number(&self, _edition: &Edition, _number: u32) -> Option<usize> {
        None
    }
}
