//! What was on record by the day of a report, as far as it is told by no date of its own.
//!
//! In: a scope, and what the matrix, an artefact or an action says. Out: what the report may tell of it. What
//! bears a day counts from that day. What bears none is told of and said to bear none: a report never says
//! that it was so by its day. Nothing else decides this.

use crate::model::date::Date;
use crate::model::kinds::{Artefact, Topic};

use super::scope::{Act, Scope};

/// Whether the matrix's words on a topic were written by the day of the report: they were where any of them
/// bears no day, or an earlier one.
pub(super) fn matrix(scope: &Scope<'_>, topic: &Topic) -> bool {
    let later = |on: Option<Date>| on.is_some_and(|on| on.latest() > scope.as_of);
    topic.narrative.is_empty() || topic.narrative.iter().any(|one| !later(one.on))
}

/// How far a topic had got by the day of the report, in the words of the matrix.
pub(super) fn narrative<'t>(scope: &Scope<'_>, topic: &'t Topic) -> Option<&'t str> {
    topic.narrative_on(scope.as_of)
}

/// The discussions of a topic that were announced by the day of the report. One of which nobody wrote down when
/// it was announced is of the day of the matrix.
pub(super) fn announced(scope: &Scope<'_>, topic: &Topic) -> Vec<Date> {
    let with_matrix = matrix(scope, topic);
    let known = topic.next_discussion.iter().filter(|one| match one.announced {
        Some(_) => one.is_known_on(scope.as_of),
        None => with_matrix,
    });
    known.filter_map(|one| one.on).collect()
}

/// When an artefact came, as far as a report has to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Came {
    /// In its period.
    Within,
    /// No record tells.
    Unknown,
}

/// When an artefact came; `None` where it was at another time. One without a date is of the time of its evidence
/// and of its paper, and never older than the actions that it came from.
pub(super) fn came(scope: &Scope<'_>, artefact: &Artefact) -> Option<Came> {
    if let Some(date) = artefact.date {
        return scope.covers(date).then_some(Came::Within);
    }
    let told = artefact.evidence.iter().chain(&artefact.paper);
    let mut dates = told.filter_map(|to| scope.edition.get(&to.id)?.date()).peekable();
    if dates.peek().is_some() {
        return dates.any(|date| scope.covers(date)).then_some(Came::Within);
    }
    let mut from = artefact.from_actions.iter().filter_map(|to| scope.edition.index_of(&to.id)).peekable();
    let is_later = from.peek().is_some() && from.all(|index| scope.act(index).is_none());
    (!is_later).then_some(Came::Unknown)
}

/// Whether no record tells when an action was made.
pub(super) fn is_undated(act: &Act<'_>) -> bool {
    act.made.is_none()
}

/// Whether an action had been made by the day of the report: one without a day is counted, and said to have none.
pub(super) fn was_made(made: Option<Date>, as_of: jiff::civil::Date) -> bool {
    made.is_none_or(|made| made.earliest() <= as_of)
}
