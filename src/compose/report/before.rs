//! The report before, and what it said of each issue.
//!
//! In: an edition, a report and the lock of the one before it. Out: `Before`. An issue that was renamed
//! is known by its old address; one that the report before listed and that is not there any more is
//! told, with the issue that has its address now. What a frozen edition said is never made anew.

use jiff::civil;

use crate::audience::Edition;
use crate::model::alias;
use crate::model::id::RecordId;
use crate::model::issue::Issue;
use crate::model::kinds::{Kind, Report};
use crate::model::lock::{Frozen, FrozenIssue, Lock};
use crate::model::record::Record;
use crate::model::standing::{Heading, Rule};

use super::scope::Stand;

/// The report before.
pub(super) struct Before<'e> {
    pub(super) record: &'e Record,
    pub(super) as_of: civil::Date,
    /// What it said, where it was frozen: that is what a reader of it knows, whatever was found out
    /// about its time since.
    frozen: Option<&'e Frozen>,
}

/// An issue that the report before listed and that is not in the report at hand.
pub(super) struct Gone<'e> {
    /// What was said of it.
    pub(super) said: &'e FrozenIssue,
    /// Its name there.
    id: &'e RecordId,
    /// The edition that said so.
    pub(super) frozen: &'e Frozen,
    /// The issue that has its address now.
    pub(super) now: Option<&'e Record>,
}

impl<'e> Before<'e> {
    /// The report that another one names as the one before it, where that ends earlier.
    pub(super) fn of(edition: &'e Edition, report: &Report) -> Option<Self> {
        let record = edition.get(&report.previous.as_ref()?.id)?;
        let Kind::Report(before) = &record.kind else { return None };
        let end = before.as_of()?;
        (end < report.as_of().unwrap_or(edition.today())).then(|| Before {
            record,
            as_of: before.as_at(edition.today()),
            frozen: edition.lock_of(&record.id).and_then(Lock::newest),
        })
    }

    /// The heading under which it listed an issue; `None` where it did not list it.
    pub(super) fn heading(&self, edition: &Edition, record: &Record, issue: &Issue) -> Option<Heading> {
        match self.frozen {
            Some(frozen) => said_of(edition, frozen, record).map(|said| said.heading),
            None => issue.raised_by(self.as_of).then(|| issue.standing(self.as_of).heading),
        }
    }

    /// The row of the rule by which it listed an issue there.
    pub(super) fn rule(&self, edition: &Edition, record: &Record, issue: &Issue) -> Option<Rule> {
        match self.frozen {
            Some(frozen) => {
                let said = said_of(edition, frozen, record)?;
                Rule::ALL.into_iter().find(|rule| rule.name() == said.rule)
            }
            None => Some(issue.standing(self.as_of).rule),
        }
    }

    /// The issues that it listed and that are not among these, in its order.
    pub(super) fn gone(&self, edition: &'e Edition, issues: &[Stand<'e>]) -> Vec<Gone<'e>> {
        let Some(frozen) = self.frozen else { return Vec::new() };
        let told: Vec<&RecordId> = issues
            .iter()
            .filter_map(|stand| said_of(edition, frozen, stand.record))
            .filter_map(|said| said.issue.as_ref())
            .collect();
        // What was withdrawn from it is not told of again.
        let named = frozen.issues.iter().filter_map(|said| Some((said, said.issue.as_ref()?)));
        let gone = named.filter(|(_, id)| !told.contains(id));
        gone.map(|(said, id)| {
            let now = issues.iter().find(|stand| was_called(edition, stand.record, id));
            Gone { said, id, frozen, now: now.map(|stand| stand.record) }
        })
        .collect()
    }
}

impl<'e> Gone<'e> {
    /// Its title, as it stood there.
    pub(super) fn title(&self) -> &'e str {
        let passage = self.frozen.passage(&format!("issue-{}", self.id.slug()));
        let title = passage.and_then(|passage| passage.title.as_deref());
        title.unwrap_or_else(|| self.id.slug())
    }
}

/// What a frozen edition said of an issue: under its name, or else under one that it had and that no other
/// record has now.
pub(super) fn said_of<'f>(edition: &Edition, frozen: &'f Frozen, record: &Record) -> Option<&'f FrozenIssue> {
    let named = frozen.issues.iter().find(|said| said.issue.as_ref() == Some(&record.id));
    let renamed = || {
        frozen.issues.iter().find(|said| {
            let free = said.issue.as_ref().filter(|id| edition.get(id).is_none());
            free.is_some_and(|id| was_called(edition, record, id))
        })
    };
    named.or_else(renamed)
}

/// Whether an old address of a record is the address that a record of this name has.
fn was_called(edition: &Edition, record: &Record, id: &RecordId) -> bool {
    alias::names(&record.aliases, edition.config().base_url.as_deref()).contains(id)
}
