//! Actions of which the records do not tell how they stood when an edition of a report was frozen.
//!
//! In: an archive and an edition. Out: those actions, and the archive as it would be if each had been in one
//! state. Nothing is published from such an archive: what comes out otherwise for another state hangs on what is
//! not known, and the edition is not held against that.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil;

use super::action::{Action, State};
use super::alias;
use super::archive::Archive;
use super::date::Date;
use super::id::RecordId;
use super::kinds::Kind;
use super::lock::Frozen;
use super::record::Record;

/// The actions of which the records do not tell how they stood as at an edition, or as at a report before it:
/// what their state was is gone, or it came on record after the edition was frozen and the one before it did not.
pub fn untold<'a>(archive: &'a Archive, frozen: &Frozen) -> Vec<&'a Arc<Record>> {
    let ends = archive.records().iter().filter_map(|record| match &record.kind {
        Kind::Report(report) => report.as_of().filter(|day| *day <= frozen.as_of),
        _ => None,
    });
    let days: BTreeSet<civil::Date> = ends.chain([frozen.as_of]).collect();
    let is_untold = |record: &&Arc<Record>| match &record.kind {
        Kind::Action(action) => {
            days.iter().any(|day| !action.stood_at(*day).is_known) || came_later(action, frozen)
        }
        _ => false,
    };
    archive.records().iter().filter(is_untold).collect()
}

/// Whether all that is said of its state came after the edition was frozen.
fn came_later(action: &Action, frozen: &Frozen) -> bool {
    let is_later = |on: Date| on.latest() > frozen.frozen_on;
    action.state_on.is_some_and(is_later) && action.earlier.iter().all(|earlier| is_later(earlier.on))
}

/// The archive as it would be if these had been in a state all the time, since a day where one is given.
#[must_use]
pub fn supposing(
    archive: &Archive,
    actions: &[&Arc<Record>],
    state: State,
    on: Option<civil::Date>,
) -> Archive {
    let supposed = |record: &&Arc<Record>| {
        let mut supposed = Record::clone(record);
        if let Kind::Action(action) = &mut supposed.kind {
            (action.state, action.state_on) = (state, on.map(Date::from_day));
            action.earlier.clear();
        }
        Arc::new(supposed)
    };
    let supposed: Vec<Arc<Record>> = actions.iter().map(supposed).collect();
    archive.clone().retold(&supposed)
}

/// The names that actions have and had.
pub fn names(archive: &Archive, actions: &[&Arc<Record>]) -> BTreeSet<RecordId> {
    let base_url = archive.config().base_url.as_deref();
    let of = |record: &&Arc<Record>| {
        alias::names(&record.aliases, base_url).into_iter().chain([record.id.clone()]).collect::<Vec<_>>()
    };
    actions.iter().flat_map(of).collect()
}
