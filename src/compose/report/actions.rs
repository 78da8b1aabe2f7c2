//! The register of actions for the period: what was promised or came to a new state in it, and how
//! many actions are in each state over all.
//!
//! In: a scope. Out: blocks. The states are those of the report's day.

use crate::model::action::State;
use crate::model::id::Ref;

use super::name::{link, link_as};
use super::prose;
use super::scope::{Act, Scope};
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{and, and_lines, count, count_first, joined, number, text, verb};

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
    let counts = counts(scope);
    let parts: Vec<String> = State::ALL
        .iter()
        .zip(counts)
        .filter(|(_, n)| *n > 0)
        .map(|(state, n)| format!("{} {} {}", number(n), verb(n, "is", "are"), state.in_words()))
        .collect();
    let mut line = vec![text("On "), Inline::Date(scope.day())];
    line.push(text(match scope.acts.len() {
        0 => " no action was on record.".to_owned(),
        n => format!(
            ", {} {} on record: {}.",
            count(n, "action", "actions"),
            verb(n, "was", "were"),
            and(&parts)
        ),
    }));
    if counts[0] > 0 {
        line.push(text(
            " ‘Open’ says that an action was promised and that nothing on record shows how far it got.",
        ));
    }
    if counts[5] > 0 {
        line.push(text(" ‘Not stated’ says that an action is on record and its state is not."));
    }
    line
}

fn period(scope: &Scope<'_>) -> Vec<Inline> {
    let made = scope.acts.iter().filter(|act| made_in_period(scope, act)).count();
    let changed = scope.acts.iter().filter(|act| changed_in_period(scope, act)).count();
    let undated = scope.acts.iter().filter(|act| act.made.is_none()).count();
    let mut words = match (made, changed) {
        (0, 0) => {
            "None is known to have been made in the period or to have come to a new state in it.".to_owned()
        }
        _ => format!(
            "{} known to have been made in the period; in the same time a new state was recorded for {}, \
             whenever {} made.",
            count_first(made, "action is", "actions are"),
            count(changed, "action", "actions"),
            verb(changed, "it was", "they were"),
        ),
    };
    if undated > 0 {
        words.push_str(&format!(
            " For {} no record says at which meeting {} made.",
            count(undated, "action", "actions"),
            verb(undated, "it was", "they were"),
        ));
    }
    vec![text(words)]
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
    let n = late.len();
    let mut line = vec![text(format!(
        "{} past {} date and not closed: ",
        count_first(n, "action was", "actions were"),
        verb(n, "its", "their")
    ))];
    line.extend(and_lines(
        late.into_iter()
            .map(|act| vec![link_as(act.name.clone(), &Ref::to(act.record.id.clone()))])
            .collect(),
    ));
    line.push(text("."));
    line
}

fn table(scope: &Scope<'_>) -> Table {
    let mut table = Table::new(
        "table-actions",
        "Actions made in the period, or with a new state recorded in it",
        &["Action", "What was promised", "Responsible", "State", "Artefact"],
    );
    for act in &scope.acts {
        if made_in_period(scope, act) || changed_in_period(scope, act) {
            table.rows.push(row(scope, act));
        }
    }
    table
}

/// What was promised: the title, or the wording itself where the title is only its beginning.
fn promised(scope: &Scope<'_>, act: &Act<'_>) -> Vec<Inline> {
    match &act.action.wording {
        Some(wording) if act.record.title.ends_with('…') => prose::line(scope.edition, act.record, wording),
        _ => vec![text(act.record.title.clone())],
    }
}

fn row(scope: &Scope<'_>, act: &Act<'_>) -> Row {
    let responsible: Vec<String> =
        act.action.responsible.iter().map(|party| party.name.to_string()).collect();
    let mut state = vec![Inline::State(act.state)];
    match act.changed {
        Some(on) if is_news(act.state) => state.extend([text(", "), Inline::Date(on)]),
        None if is_news(act.state) => state.push(text(", date not recorded")),
        _ => {}
    }
    let artefacts: Vec<Vec<Inline>> =
        act.action.artefacts.iter().map(|to| vec![link(scope.edition, to)]).collect();
    Row {
        record: Some(Ref::to(act.record.id.clone())),
        cells: vec![
            vec![link_as(act.name.clone(), &Ref::to(act.record.id.clone()))],
            promised(scope, act),
            vec![text(if responsible.is_empty() { "Not recorded".to_owned() } else { and(&responsible) })],
            state,
            if artefacts.is_empty() {
                vec![text("None recorded")]
            } else {
                joined(artefacts, &Inline::Break)
            },
        ],
    }
}
