//! What a frozen edition would say if actions of which no record tells how they stood had been in this state or
//! that.
//!
//! In: an archive and an edition of a lock. Out: what hangs on those states, which the edition is not held against.

use jiff::civil;

use crate::audience::Edition;
use crate::compose;
use crate::model::action::State;
use crate::model::archive::Archive;
use crate::model::lock::{Frozen, Lock};
use crate::model::untold::{names, supposing, untold};
use crate::render::report::{Hanging, said};

/// What of an edition hangs on how actions stood, where the records do not tell that: the report is compiled once
/// for every state that they may have been in.
pub(super) fn hanging(
    archive: &Archive,
    lock: &Lock,
    newest: &Frozen,
    seen: &dyn Fn(&Archive) -> Edition,
) -> Hanging {
    let actions = untold(archive, newest);
    if actions.is_empty() {
        return Hanging::default();
    }
    let undated = State::ALL.map(|state| (state, None));
    let supposed = undated.into_iter().chain([(State::Completed, Some(newest.as_of))]);
    let told = |(state, on): (State, Option<civil::Date>)| {
        let edition = seen(&supposing(archive, &actions, state, on));
        said(&compose::site(&edition), lock)
    };
    Hanging::between(&supposed.map(told).collect::<Vec<_>>(), names(archive, &actions))
}
