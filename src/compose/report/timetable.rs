//! The chapter on the timetable: what was promised for publication, and whether it was kept.
//!
//! In: a scope. Out: blocks. How a promise was kept is decided in `compose::timetable`; an entry
//! that repeats another is shown, and not counted.

use crate::compose::timetable::{self, Outcome};
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::kinds::{Kind, Milestone};
use crate::model::record::Record;
use crate::model::words::{Words, args};

use super::name::{link_as, spoken, titled};
use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{and_lines, count, nothing, puts, say, say_n, sentences, text};

/// A promised publication.
struct Promise<'e> {
    record: &'e Record,
    milestone: &'e Milestone,
    /// The day for which it was promised, as far as that was known by the day of the report.
    due: Option<Date>,
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
    let mut promises: Vec<Promise<'e>> = scope
        .edition
        .collection("milestones")
        .filter_map(|index| {
            let record = &**scope.edition.record(index);
            let Kind::Milestone(milestone) = &record.kind else { return None };
            promised_by(scope, milestone).then(|| Promise {
                record,
                milestone,
                due: milestone.due_on(scope.as_of),
                outcome: timetable::standing(scope.edition, milestone, scope.as_of),
            })
        })
        .collect();
    promises.sort_by_key(|promise| (promise.due.is_none(), promise.due, promise.record.id.clone()));
    promises
}

/// Whether the table it stands in was on record by then.
fn promised_by(scope: &Scope<'_>, milestone: &Milestone) -> bool {
    let source = milestone.source.as_ref().and_then(|source| scope.edition.get(&source.id));
    source.and_then(|record| record.date()).is_none_or(|date| date.earliest() <= scope.as_of)
}

fn counts(scope: &Scope<'_>, promises: &[Promise<'_>]) -> Vec<Inline> {
    let words = scope.edition.words();
    if promises.is_empty() {
        let none = nothing(scope.edition, "report-no-publication", "report-no-publication-public");
        return say(words, none, Vec::new());
    }
    let counted = || promises.iter().filter(|promise| promise.milestone.repeats.is_none());
    // What is promised for a day is not due before that day is over, unless it came on that very day; what came
    // earlier came before it was due.
    let is_due = |promise: &&Promise<'_>| {
        let came = promise.outcome == Outcome::Kept
            && promise.milestone.delivered.is_some_and(|day| day.earliest() >= scope.as_of);
        let is_over = |due: Date| due.latest() < scope.as_of || due.latest() == scope.as_of && came;
        promise.due.is_some_and(is_over)
    };
    let tally =
        |of: &dyn Fn(Outcome) -> bool| counted().filter(is_due).filter(|promise| of(promise.outcome)).count();
    let ahead = |of: Outcome| {
        let dated = counted().filter(|promise| promise.due.is_some() && !is_due(promise));
        dated.filter(|promise| promise.outcome == of).count()
    };
    let total = counted().count();
    let repeats = promises.len() - total;
    let undated = counted().filter(|promise| promise.outcome == Outcome::Undated).count();
    let due = counted().filter(is_due).count();
    let entries = count(words, "report-n-publications", total);
    let timetable = match repeats {
        0 => say(words, "report-timetable-has", puts![publications = entries]),
        n => say_n(words, "report-timetable-has-repeats", n, puts![publications = entries]),
    };
    let parts: Vec<String> = [
        ("report-timetable-kept", tally(&|outcome| outcome == Outcome::Kept)),
        ("report-timetable-late", tally(&|outcome| matches!(outcome, Outcome::Late(_)))),
        ("report-timetable-missed", tally(&|outcome| outcome == Outcome::Missed)),
        ("report-timetable-no-evidence", tally(&|outcome| outcome == Outcome::NoEvidence)),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| count(words, key, n))
    .collect();
    let fallen = match due {
        0 => say_n(words, "report-timetable-none-due", total, puts![date = scope.day()]),
        n => {
            let puts = puts![date = scope.day(), outcomes = words.clauses(&parts)];
            let key = if n == total { "report-timetable-all-due" } else { "report-timetable-due" };
            say_n(words, key, n, puts)
        }
    };
    let undated = match undated {
        0 => Vec::new(),
        n => say_n(words, "report-timetable-undated", n, Vec::new()),
    };
    let early = |key: &str, of: Outcome| match ahead(of) {
        0 => Vec::new(),
        n => say_n(words, key, n, Vec::new()),
    };
    let kept = early("report-timetable-early", Outcome::Kept);
    let missed = early("report-timetable-missed-early", Outcome::Missed);
    sentences(vec![timetable, fallen, kept, missed, undated])
}

fn table(scope: &Scope<'_>, promises: &[Promise<'_>]) -> Table {
    let words = scope.edition.words();
    let columns = ["publication", "due", "promised-by", "how-it-stands"];
    let mut table = Table::new(words, "table-timetable", words.say("report-table-timetable"), &columns);
    for promise in promises {
        let due = promise.due;
        table.rows.push(Row {
            record: Some(Ref::to(promise.record.id.clone())),
            cells: vec![
                vec![titled(scope.edition, promise.record)],
                due.map_or_else(|| vec![text(words.say("no-date"))], |due| vec![Inline::Date(due)]),
                vec![text(owner(words, promise.milestone))],
                standing(scope, promise),
            ],
        });
    }
    table
}

fn owner(words: &Words, milestone: &Milestone) -> String {
    match (&milestone.owner, &milestone.with) {
        (Some(owner), Some(with)) => words.fill("owner-with", args![owner = owner, with = with]),
        (Some(owner), None) => owner.clone(),
        (None, Some(with)) => with.clone(),
        (None, None) => words.say("not-recorded").to_owned(),
    }
}

fn standing(scope: &Scope<'_>, promise: &Promise<'_>) -> Vec<Inline> {
    let words = scope.edition.words();
    let mut line = vec![Inline::Outcome(promise.outcome)];
    if let (Outcome::Kept | Outcome::Late(_), Some(on)) = (promise.outcome, promise.milestone.delivered) {
        line.extend([text(", "), Inline::Date(on)]);
    }
    let put_off: Vec<Vec<Inline>> =
        promise.milestone.put_off_by(scope.as_of).into_iter().map(|due| vec![Inline::Date(due)]).collect();
    if !put_off.is_empty() {
        line.push(text(". "));
        line.extend(say(words, "report-put-off", puts![dates = and_lines(words, put_off)]));
    }
    if let Some(repeated) = &promise.milestone.repeats {
        let due = scope.edition.get(&repeated.id).and_then(|record| record.date());
        let entry = match due {
            Some(due) => words.fill("report-entry-for", args![date = words.date(due)]),
            None => words.say("report-another-entry").to_owned(),
        };
        line.push(text(". "));
        line.extend(say(words, "report-repeats", puts![entry = link_as(entry, repeated)]));
    }
    if let Some(doubt) = &promise.milestone.doubt {
        let said = vec![text(doubt.trim().trim_end_matches('.'))];
        let doubt = spoken(scope.edition, promise.record, doubt, said);
        line.push(text(". "));
        line.extend(say(words, "report-in-doubt", puts![doubt = doubt]));
    }
    line
}
