//! What was promised in the time of the report before: actions carried over, and what was to come
//! since and did not.
//!
//! In: a scope and the report before. Out: a line and a table each. What has no date promised cannot
//! be late and is not listed here.

use crate::compose::timetable::{Outcome, outcome};
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::words::args;

use super::before::Before;
use super::name::{of_record, title};
use super::on_record;
use super::scope::{Act, Scope};
use super::tree::{Inline, Row, Table, Target};
use super::words::{count, of_them, puts, say, say_n, text};

/// Actions that were not closed then, and how each stands now.
pub(super) fn carried(scope: &Scope<'_>, before: &Before<'_>) -> (Vec<Inline>, Option<Table>) {
    let says = scope.edition.words();
    let carried: Vec<&Act<'_>> = scope
        .acts
        .iter()
        .filter(|act| act.made.is_none_or(|made| made.earliest() <= before.as_of))
        .filter(|act| !act.action.state_at(before.as_of).is_final())
        .collect();
    let waiting = carried.iter().filter(|act| !act.state.is_final()).count();
    if carried.is_empty() {
        return (say(says, "report-none-carried", Vec::new()), None);
    }
    let key =
        if waiting == carried.len() { "report-still-all-not-closed" } else { "report-still-not-closed" };
    let still = says.fill(key, args![count = waiting, number = of_them(says, waiting)]);
    let words = say_n(says, "report-carried", carried.len(), puts![still = still]);
    let caption = says.say("report-table-carried");
    let mut table = Table::new(says, "table-carried", caption, &["action", "then", "now", "recorded"]);
    // What still waits comes first.
    let (open, closed): (Vec<_>, Vec<_>) = carried.into_iter().partition(|act| !act.state.is_final());
    for act in open.into_iter().chain(closed) {
        table.rows.push(Row {
            record: Some(Ref::to(act.record.id.clone())),
            cells: vec![
                vec![act.link()],
                vec![Inline::State(act.action.state_at(before.as_of))],
                vec![Inline::State(act.state)],
                act.changed.map_or_else(|| vec![text(says.say("no-date"))], |on| vec![Inline::Date(on)]),
            ],
        });
    }
    (words, Some(table))
}

/// What was promised for the time since the report before and is not on record.
pub(super) fn broken(scope: &Scope<'_>, before: &Before<'_>) -> (Vec<Inline>, Option<Table>) {
    // What is promised for a day is not missing before that day is over: each report tells of what was due from the
    // last day of the one before it to the eve of its own, so that every day is in one of them.
    let since = |date: Date| date.latest() >= before.as_of && date.latest() < scope.as_of;
    let mut rows: Vec<(Date, Row)> = Vec::new();
    let says = scope.edition.words();
    let mut add = |due: Date, record: &Record, words: Vec<Inline>, stands: Vec<Inline>| {
        let to = Ref::to(record.id.clone());
        let link = Inline::Link(words, Target::Record(to.clone()));
        rows.push((due, Row { record: Some(to), cells: vec![vec![link], vec![Inline::Date(due)], stands] }));
    };
    let not_on_record = || vec![text(says.say("report-not-on-record"))];
    for index in scope.edition.collection("milestones") {
        let record = scope.edition.record(index);
        let Kind::Milestone(milestone) = &record.kind else { continue };
        let Some(due) = milestone.due_on(scope.as_of).filter(|due| since(*due)) else { continue };
        let outcome = outcome(milestone, scope.as_of);
        if milestone.repeats.is_none() && matches!(outcome, Outcome::NoEvidence | Outcome::Missed) {
            add(due, record, title(scope.edition, record), vec![Inline::Outcome(outcome)]);
        }
    }
    for index in scope.edition.collection("workshops") {
        let record = scope.edition.record(index);
        let Kind::Workshop(workshop) = &record.kind else { continue };
        if let Some(on) = workshop.date.filter(|on| workshop.planned && since(*on)) {
            add(on, record, of_record(scope.edition, record), vec![text(says.say("report-only-planned"))]);
        }
    }
    for act in scope.acts.iter().filter(|act| !act.state.is_final()) {
        if let Some(due) = act.action.due.filter(|due| since(*due)) {
            add(due, act.record, act.name.clone(), vec![Inline::State(act.state)]);
        }
    }
    for stand in &scope.issues {
        let announced = stand.issue.next_discussion_on(scope.as_of).filter(|next| since(*next));
        if let Some(next) = announced.filter(|next| !stand.issue.discussed_since(*next, scope.as_of)) {
            let issue = title(scope.edition, stand.record);
            add(next, stand.record, say(says, "report-discussion-of", puts![issue = issue]), not_on_record());
        }
    }
    for (_, record, topic) in &scope.topics {
        let issues = || {
            scope
                .issues
                .iter()
                .filter(|stand| stand.issue.topic.as_ref().is_some_and(|to| to.id == record.id))
        };
        for next in on_record::announced(scope, topic).into_iter().filter(|on| since(*on)) {
            if !issues().any(|stand| stand.issue.discussed_since(next, scope.as_of)) {
                let topic = title(scope.edition, record);
                let words = say(says, "report-discussion-of-topic", puts![topic = topic]);
                add(next, record, words, not_on_record());
            }
        }
    }
    if rows.is_empty() {
        return (say(says, "report-nothing-promised-missing", Vec::new()), None);
    }
    rows.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.record.cmp(&other.record)));
    let words = count(says, "report-promised-missing", rows.len());
    let caption = says.say("report-table-promised");
    let mut table = Table::new(says, "table-promised", caption, &["what", "promised-for", "how-it-stands"]);
    table.rows = rows.into_iter().map(|(_, row)| row).collect();
    (vec![text(words)], Some(table))
}
