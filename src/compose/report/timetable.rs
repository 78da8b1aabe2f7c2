//! The chapter on the timetable: what was promised for publication, and whether it was kept.
//!
//! In: a scope. Out: blocks. How a promise was kept is decided in `compose::timetable`; an entry
//! that repeats another is shown, and not counted.

use crate::compose::timetable::{Outcome, outcome};
use crate::model::id::Ref;
use crate::model::kinds::{Kind, Milestone};
use crate::model::record::Record;

use super::name::link_as;
use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{and, count, number, text, verb};

/// A promised publication.
struct Promise<'e> {
    record: &'e Record,
    milestone: &'e Milestone,
    outcome: Outcome,
}

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let promises = promises(scope);
    let mut blocks = vec![Block::Paragraph(Paragraph::derived("counts", counts(scope, &promises)))];
    if !promises.is_empty() {
        blocks.push(Block::Table(table(scope, &promises)));
    }
    blocks
}

/// What had been promised by the day of the report, by date.
fn promises<'e>(scope: &Scope<'e>) -> Vec<Promise<'e>> {
    // Nothing is said to be missed on a day that has not come.
    let day = scope.as_of.min(scope.edition.today());
    let mut promises: Vec<Promise<'e>> = scope
        .edition
        .collection("milestones")
        .filter_map(|index| {
            let record = &**scope.edition.record(index);
            let Kind::Milestone(milestone) = &record.kind else { return None };
            promised_by(scope, milestone).then(|| Promise {
                record,
                milestone,
                outcome: outcome(milestone, day),
            })
        })
        .collect();
    promises.sort_by_key(|promise| {
        (promise.milestone.due.is_none(), promise.milestone.due, promise.record.id.clone())
    });
    promises
}

/// Whether the table it stands in was on record by then.
fn promised_by(scope: &Scope<'_>, milestone: &Milestone) -> bool {
    let source = milestone.source.as_ref().and_then(|source| scope.edition.get(&source.id));
    source.and_then(|record| record.date()).is_none_or(|date| date.earliest() <= scope.as_of)
}

fn counts(scope: &Scope<'_>, promises: &[Promise<'_>]) -> Vec<Inline> {
    if promises.is_empty() {
        return vec![text("No publication had been promised.")];
    }
    let counted = || promises.iter().filter(|promise| promise.milestone.repeats.is_none());
    let tally = |of: &dyn Fn(Outcome) -> bool| counted().filter(|promise| of(promise.outcome)).count();
    let total = counted().count();
    let repeats = promises.len() - total;
    let to_come = tally(&|outcome| outcome == Outcome::NotYetDue);
    let undated = tally(&|outcome| outcome == Outcome::Undated);
    let due = total - to_come - undated;
    let mut words = format!(
        "The timetable has {}{}. By ",
        count(total, "publication", "publications"),
        match repeats {
            0 => String::new(),
            1 => ", and one entry more that repeats another word for word and is not counted".to_owned(),
            n => format!(
                ", and {} entries more that repeat others word for word and are not counted",
                number(n)
            ),
        }
    );
    let mut line = vec![text(std::mem::take(&mut words)), Inline::Date(scope.day())];
    line.push(text(match due {
        0 => " none of them had fallen due.".to_owned(),
        n => {
            let kept = tally(&|outcome| outcome == Outcome::Kept);
            let late = tally(&|outcome| matches!(outcome, Outcome::Late(_)));
            let missed = tally(&|outcome| outcome == Outcome::Missed);
            let none = tally(&|outcome| outcome == Outcome::NoEvidence);
            let part = |n: usize, words: String| (n > 0).then_some(words);
            let parts: Vec<String> = [
                part(kept, format!("{} came in time", number(kept))),
                part(late, format!("{} came late", number(late))),
                part(missed, format!("{} {} missed", number(missed), verb(missed, "was", "were"))),
                part(
                    none,
                    format!("for {} nothing shows that {} came", number(none), verb(none, "it", "they")),
                ),
            ]
            .into_iter()
            .flatten()
            .collect();
            format!(" {} of them had fallen due: {}.", number(n), and(&parts))
        }
    }));
    if undated > 0 {
        line.push(text(format!(
            " {} no date.",
            super::words::count_first(undated, "entry has", "entries have")
        )));
    }
    line
}

fn table(scope: &Scope<'_>, promises: &[Promise<'_>]) -> Table {
    let mut table = Table::new(
        "table-timetable",
        "The timetable as at the date of the report",
        &["Publication", "Due", "Promised by", "How it stands"],
    );
    for promise in promises {
        table.rows.push(Row {
            record: Some(Ref::to(promise.record.id.clone())),
            cells: vec![
                vec![link_as(promise.record.title.clone(), &Ref::to(promise.record.id.clone()))],
                promise.milestone.due.map_or_else(|| vec![text("No date")], |due| vec![Inline::Date(due)]),
                vec![text(owner(promise.milestone))],
                standing(scope, promise),
            ],
        });
    }
    table
}

fn owner(milestone: &Milestone) -> String {
    match (&milestone.owner, &milestone.with) {
        (Some(owner), Some(with)) => format!("{owner} with {with}"),
        (Some(owner), None) => owner.clone(),
        (None, Some(with)) => with.clone(),
        (None, None) => "Not recorded".to_owned(),
    }
}

fn standing(scope: &Scope<'_>, promise: &Promise<'_>) -> Vec<Inline> {
    let mut line = vec![Inline::Outcome(promise.outcome)];
    if let (Outcome::Kept | Outcome::Late(_), Some(on)) = (promise.outcome, promise.milestone.delivered) {
        line.extend([text(", "), Inline::Date(on)]);
    }
    if let Some(repeated) = &promise.milestone.repeats {
        line.push(text(". Repeats "));
        let due = scope.edition.get(&repeated.id).and_then(|record| record.date());
        let words =
            due.map_or_else(|| "another entry".to_owned(), |due| format!("the entry for {}", due.in_words()));
        line.push(link_as(words, repeated));
        line.push(text("; not counted"));
    }
    if let Some(doubt) = &promise.milestone.doubt {
        line.push(text(format!(". In doubt: {}", doubt.trim().trim_end_matches('.'))));
    }
    line
}
