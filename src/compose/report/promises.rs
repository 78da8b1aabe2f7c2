//! What was promised in the time of the report before: actions carried over, and what was to come
//! since and did not.
//!
//! In: a scope and the report before. Out: a line and a table each. What has no date promised cannot
//! be late and is not listed here.

use crate::compose::timetable::{Outcome, outcome};
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::kinds::Kind;

use super::name::link_as;
use super::scope::{Act, Before, Scope};
use super::tree::{Inline, Row, Table};
use super::words::{count, count_first, number, of_them, text, verb};

/// Actions that were not closed then, and how each stands now.
pub(super) fn carried(scope: &Scope<'_>, before: &Before<'_>) -> (Vec<Inline>, Option<Table>) {
    let carried: Vec<&Act<'_>> = scope
        .acts
        .iter()
        .filter(|act| act.made.is_none_or(|made| made.earliest() <= before.as_of))
        .filter(|act| !act.action.state_at(before.as_of).is_final())
        .collect();
    let waiting = carried.iter().filter(|act| !act.state.is_final()).count();
    if carried.is_empty() {
        return (vec![text("No action was carried over from the period before.")], None);
    }
    let words = format!(
        "{} {} carried over from the period before; {} of them {} still not closed.",
        count_first(carried.len(), "action", "actions"),
        verb(carried.len(), "was", "were"),
        of_them(waiting),
        verb(waiting, "is", "are"),
    );
    let mut table =
        Table::new("table-carried", "Actions carried over", &["Action", "Then", "Now", "Recorded"]);
    // What still waits comes first.
    let (open, closed): (Vec<_>, Vec<_>) = carried.into_iter().partition(|act| !act.state.is_final());
    for act in open.into_iter().chain(closed) {
        let id = Ref::to(act.record.id.clone());
        table.rows.push(Row {
            record: Some(id.clone()),
            cells: vec![
                vec![link_as(act.name.clone(), &id)],
                vec![Inline::State(act.action.state_at(before.as_of))],
                vec![Inline::State(act.state)],
                act.changed.map_or_else(|| vec![text("No date")], |on| vec![Inline::Date(on)]),
            ],
        });
    }
    (vec![text(words)], Some(table))
}

/// What was promised for the time since the report before and is not on record.
pub(super) fn broken(scope: &Scope<'_>, before: &Before<'_>) -> (Vec<Inline>, Option<Table>) {
    let since = |date: Date| date.latest() > before.as_of && date.latest() <= scope.as_of;
    let mut rows: Vec<(Date, Row)> = Vec::new();
    let mut add = |due: Date, id: &crate::model::id::RecordId, words: String, stands: Vec<Inline>| {
        let to = Ref::to(id.clone());
        let cells = vec![vec![link_as(words, &to)], vec![Inline::Date(due)], stands];
        rows.push((due, Row { record: Some(to), cells }));
    };
    for index in scope.edition.collection("milestones") {
        let record = scope.edition.record(index);
        let Kind::Milestone(milestone) = &record.kind else { continue };
        let Some(due) = milestone.due.filter(|due| since(*due)) else { continue };
        let outcome = outcome(milestone, scope.as_of.min(scope.edition.today()));
        if milestone.repeats.is_none() && matches!(outcome, Outcome::NoEvidence | Outcome::Missed) {
            add(due, &record.id, record.title.clone(), vec![Inline::Outcome(outcome)]);
        }
    }
    for act in scope.acts.iter().filter(|act| !act.state.is_final()) {
        if let Some(due) = act.action.due.filter(|due| since(*due)) {
            add(due, &act.record.id, act.name.clone(), vec![Inline::State(act.state)]);
        }
    }
    for stand in &scope.issues {
        let announced = stand.issue.next_discussion.filter(|next| since(*next));
        if let Some(next) = announced.filter(|next| !stand.issue.discussed_since(*next, scope.as_of)) {
            let words = format!("Discussion of: {}", stand.record.title);
            add(next, &stand.record.id, words, vec![text("not on record")]);
        }
    }
    for (_, record, topic) in &scope.topics {
        let issues = || {
            scope
                .issues
                .iter()
                .filter(|stand| stand.issue.topic.as_ref().is_some_and(|to| to.id == record.id))
        };
        for next in topic.next_discussion.iter().filter_map(|(on, _)| on.filter(|on| since(*on))) {
            if !issues().any(|stand| stand.issue.discussed_since(next, scope.as_of)) {
                let words = format!("Discussion of the topic: {}", record.title);
                add(next, &record.id, words, vec![text("not on record")]);
            }
        }
    }
    if rows.is_empty() {
        let words = "Nothing that was promised for the time since is missing from the record.";
        return (vec![text(words)], None);
    }
    rows.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.record.cmp(&other.record)));
    let n = rows.len();
    let words = format!(
        "Of what was promised for the time since, {} {} not on record or not closed.",
        if n == 1 { number(n) } else { count(n, "item", "items").replace(" items", "") },
        verb(n, "is", "are"),
    );
    let mut table = Table::new(
        "table-promised",
        "Promised since the report before, and not on record",
        &["What", "Promised for", "How it stands"],
    );
    table.rows = rows.into_iter().map(|(_, row)| row).collect();
    (vec![text(words)], Some(table))
}
