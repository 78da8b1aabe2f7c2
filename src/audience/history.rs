//! The history of an issue → the entries that an audience may see.
//!
//! In: an issue. Out: the same without entries and positions above the audience, and with what was
//! carried over from them taken back, so that the last entry that can be seen decides.

use super::rewrite::Rewrite;
use crate::model::access::Visibility;
use crate::model::issue::{Event, Issue, carry_over};

/// Rewrites the history of an issue.
pub(super) fn rewrite(issue: &mut Issue, to: &mut Rewrite<'_>) {
    let up_to = to.up_to();
    let entries = issue.history.len();
    issue.history.retain(|event| event.visibility <= up_to);
    if issue.history.len() != entries {
        to.changed = true;
        carry_over(&mut issue.history);
    }
    let dates: Vec<_> = issue.history.iter().map(|event| event.on).collect();
    for event in &mut issue.history {
        entry(event, up_to, to);
        // A correction of an entry that nobody sees would tell that there was one.
        if event.corrects.is_some_and(|corrected| !dates.contains(&corrected)) {
            event.corrects = None;
            to.changed = true;
        }
    }
}

fn entry(event: &mut Event, up_to: Visibility, to: &mut Rewrite<'_>) {
    let Event {
        on: _,
        at,
        discussed: _,
        stated_discussed: _,
        agreement: _,
        work: _,
        stated_agreement: _,
        stated_work: _,
        positions,
        asserted_by,
        evidence,
        note,
        visibility: _,
        own: _,
        corrects: _,
    } = event;
    let said = positions.len();
    positions.retain(|position| position.visibility <= up_to);
    to.changed |= positions.len() != said;
    for position in positions {
        to.party(&mut position.party);
        to.markdown(&mut position.view);
    }
    to.link(at);
    to.link(asserted_by);
    to.links(evidence);
    note.iter_mut().for_each(|note| to.markdown(note));
}
