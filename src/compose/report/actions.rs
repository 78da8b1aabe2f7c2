//! The register of actions for the period: what was promised or came to a new state in it, and how
//! many actions are in each state over all.
//!
//! In: a scope. Out: blocks. The states are those of the report's day.

use crate::model::action::State;
use crate::model::glossary::Glossary;
use crate::model::id::Ref;
use crate::model::words::{Words, args};

use super::name::{link, title};
use super::on_record;
use super::prose;
use super::scope::{Act, Scope};
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{
    and_lines, count, joined, nothing, number, number_first, puts, say, say_n, sentences, text,
};

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(Paragraph::derived("counts", all(scope)))];
    if scope.acts.is_empty() {
        return blocks;
    }
    blocks.push(Block::Paragraph(Paragraph::derived("period", period(scope))));
    let overdue = overdue(scope);
    if !overdue.is_empty() {
        blocks.push(Block::Paragraph(Paragraph::derived("overdue", overdue)));
    }
    let table = table(scope);
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}

/// How many actions are in each state, in the order of `State::ALL`.
pub(super) fn counts(scope: &Scope<'_>) -> [usize; State::ALL.len()] {
    State::ALL.map(|state| scope.acts.iter().filter(|act| act.state == state).count())
}

fn all(scope: &Scope<'_>) -> Vec<Inline> {
    let words = scope.edition.words();
    let counts = counts(scope);
    let parts: Vec<String> = State::ALL
        .iter()
        .zip(counts)
        .filter(|(_, n)| *n > 0)
        .map(|(state, n)| {
            let state = words.named("state", state.as_str());
            words.fill("report-actions-part", args![count = n, number = number(words, n), state = state])
        })
        .collect();
    let said = match scope.acts.len() {
        0 => {
            let none = nothing(scope.edition, "report-no-action", "report-no-action-public");
            say(words, none, puts![date = scope.day()])
        }
        n => {
            let puts = puts![date = scope.day(), states = words.row(&parts)];
            say_n(words, "report-actions-on-record", n, puts)
        }
    };
    let explained = |key: &str, n: usize| match n {
        0 => Vec::new(),
        _ => say(words, key, Vec::new()),
    };
    let undated = match scope.acts.iter().filter(|act| on_record::is_undated(act)).count() {
        0 => Vec::new(),
        n => say_n(words, "report-actions-undated", n, puts![date = scope.day()]),
    };
    sentences(vec![
        said,
        undated,
        explained("report-open-means", counts[0]),
        explained("report-not-stated-means", counts[5]),
    ])
}

fn period(scope: &Scope<'_>) -> Vec<Inline> {
    let words = scope.edition.words();
    let made = scope.acts.iter().filter(|act| made_in_period(scope, act)).count();
    let changed = scope.acts.iter().filter(|act| changed_in_period(scope, act)).count();
    let said = match (made, changed) {
        (0, 0) => words.say("report-actions-none-in-period").to_owned(),
        _ => {
            let changed = count(words, "report-actions-changed", changed);
            let args = args![count = made, first = number_first(words, made), changed = changed];
            words.fill("report-actions-made", args)
        }
    };
    vec![text(said)]
}

fn made_in_period(scope: &Scope<'_>, act: &Act<'_>) -> bool {
    act.made.is_some_and(|made| scope.covers(made))
}

fn changed_in_period(scope: &Scope<'_>, act: &Act<'_>) -> bool {
    act.changed.is_some_and(|on| scope.covers(on)) && is_news(act.state)
}

/// Whether a state says more than that an action was promised.
fn is_news(state: State) -> bool {
    !matches!(state, State::Open | State::NotStated)
}

fn overdue(scope: &Scope<'_>) -> Vec<Inline> {
    let late: Vec<&Act<'_>> = scope
        .acts
        .iter()
        .filter(|act| !act.state.is_final() && act.action.due.is_some_and(|due| due.latest() < scope.as_of))
        .collect();
    if late.is_empty() {
        return Vec::new();
    }
    let words = scope.edition.words();
    let actions = and_lines(words, late.iter().map(|act| vec![act.link()]).collect());
    say_n(words, "report-actions-overdue", late.len(), puts![actions = actions])
}

fn table(scope: &Scope<'_>) -> Table {
    let words = scope.edition.words();
    let mut table = columns(words, "table-actions", words.say("report-table-actions"));
    for act in &scope.acts {
        if made_in_period(scope, act) || changed_in_period(scope, act) {
            table.rows.push(row(scope, act));
        }
    }
    table
}

/// A table of actions without rows.
pub(super) fn columns(words: &Words, id: &str, caption: &str) -> Table {
    Table::new(words, id, caption, &["action", "promised", "responsible", "state", "artefact"])
}

/// What was promised: the title, or the wording itself where the title is only its beginning.
fn promised(scope: &Scope<'_>, act: &Act<'_>) -> Vec<Inline> {
    match &act.action.wording {
        Some(wording) if act.record.title.ends_with('…') => prose::line(scope.edition, act.record, wording),
        _ => title(scope.edition, act.record),
    }
}

/// An action as a row.
pub(super) fn row(scope: &Scope<'_>, act: &Act<'_>) -> Row {
    let words = scope.edition.words();
    let glossary = Glossary::of(&scope.edition.config().glossary);
    let responsible = act.action.responsible.iter().map(|party| glossary.in_full(&party.name).to_owned());
    let responsible: Vec<String> = responsible.collect();
    let mut state = vec![Inline::State(act.state)];
    match act.changed {
        Some(on) if is_news(act.state) => state.extend([text(", "), Inline::Date(on)]),
        None if is_news(act.state) => state.extend([text(", "), text(words.say("report-date-not-recorded"))]),
        _ => {}
    }
    let artefacts: Vec<Vec<Inline>> =
        act.action.artefacts.iter().map(|to| vec![link(scope.edition, to)]).collect();
    Row {
        record: Some(Ref::to(act.record.id.clone())),
        cells: vec![
            vec![act.link()],
            promised(scope, act),
            vec![text(match responsible.is_empty() {
                true => words.say("not-recorded").to_owned(),
                false => words.row(&responsible),
            })],
            state,
            if artefacts.is_empty() {
                vec![text(words.say("report-none-recorded"))]
            } else {
                joined(artefacts, &Inline::Break)
            },
        ],
    }
}
