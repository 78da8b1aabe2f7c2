//! The chapter on method: what the report was made from, the rule that gives a heading, and what
//! the evidence can bear.
//!
//! In: a scope. Out: blocks. The table is `Rule::ALL` itself, so what a reader sees is what the
//! program did.

use crate::audience::Audience;
use crate::model::date::Date;
use crate::model::issue::Event;
use crate::model::kinds::Kind;
use crate::model::standing::Rule;

use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{and, count, number, text, verb};

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let paragraph = |name: &str, line: Vec<Inline>| Block::Paragraph(Paragraph::derived(name, line));
    let said = |name: &str, words: &str| paragraph(name, vec![text(words)]);
    let mut blocks = vec![
        paragraph("records", records(scope)),
        said(
            "voices",
            "What the editors wrote is marked as theirs, and what is taken from the progress matrix is marked \
             as such. All else was compiled from the records by a program, by the rule below; what is said of an \
             issue, an action or a publication links to its record and, where there is one, to the passage that \
             bears it out.",
        ),
        said(
            "questions",
            "Two questions are kept apart: whether the parties agreed, and whether the work that follows is \
             done. Where an entry in the history of an issue is silent on one of them, what held before it is \
             carried on.",
        ),
        paragraph("rule", rule(scope)),
        Block::Table(table(scope)),
        paragraph("overruling", overruling(scope)),
        said(
            "positions",
            "Positions are given as each party last stated them on record, under the name of the party and \
             never merged.",
        ),
        paragraph("evidence", evidence(scope)),
        said(
            "no-evidence",
            "‘No evidence’ of work is not the same as ‘not started’: it says that nothing on record shows \
             whether the work was done. What is recorded shows what was said and promised; it does not by \
             itself show that a promise had the effect that was hoped for.",
        ),
    ];
    if scope.as_of > scope.edition.today() {
        blocks.push(paragraph("not-ended", not_ended(scope)));
    }
    blocks
}

fn records(scope: &Scope<'_>) -> Vec<Inline> {
    let until = |collection: &str| {
        let dated = |index: &usize| {
            let record = scope.edition.record(*index);
            let held = !matches!(&record.kind, Kind::Workshop(workshop) if workshop.planned);
            held && record.date().is_none_or(|date| date.earliest() <= scope.as_of)
        };
        scope.edition.collection(collection).filter(dated).count()
    };
    let audience = match scope.edition.audience() {
        Audience::Public => "as it is published for everybody",
        Audience::Members => "as its members may see it",
    };
    let parts = [
        count(scope.issues.len(), "issue", "issues"),
        count(until("workshops"), "workshop", "workshops"),
        count(until("papers"), "paper", "papers"),
        count(scope.acts.len(), "action", "actions"),
    ];
    vec![
        text(format!(
            "This report was compiled from the archive {audience}: from {} on record by ",
            and(&parts)
        )),
        Inline::Date(scope.day()),
        text("."),
    ]
}

fn rule(scope: &Scope<'_>) -> Vec<Inline> {
    vec![
        text(
            "The heading of an issue follows from the last entry in its history that is dated on or before ",
        ),
        Inline::Date(scope.day()),
        text(
            ". An entry whose date is not exact counts from the last day that its date may mean, so that \
             nothing is said to have happened before it certainly had.",
        ),
    ]
}

fn table(scope: &Scope<'_>) -> Table {
    let mut table = Table::new(
        "table-rule",
        "How the heading of an issue is decided",
        &["What the record shows", "Heading", "#Issues"],
    );
    for rule in Rule::ALL {
        let n = scope.issues.iter().filter(|stand| stand.standing.rule == rule).count();
        let mut heading = vec![Inline::Heading(rule.heading())];
        if rule.name() != rule.heading().in_words() {
            heading.push(text(format!(" {}", rule.name())));
        }
        table.rows.push(Row {
            record: None,
            cells: vec![vec![text(rule.condition())], heading, vec![text(n.to_string())]],
        });
    }
    table
}

fn overruling(scope: &Scope<'_>) -> Vec<Inline> {
    let overruled = scope.issues.iter().filter(|stand| stand.standing.editorial.is_some()).count();
    let now = match overruled {
        0 => "In this report no issue is overruled.".to_owned(),
        n => format!("In this report {} so.", verb(n, "one issue is", &format!("{} issues are", number(n)))),
    };
    vec![text(format!(
        "An editor may overrule the rule. Where that is so the issue says who did it and why, and what the \
         rule gives; the table above counts the issue by the rule. {now}"
    ))]
}

fn evidence(scope: &Scope<'_>) -> Vec<Inline> {
    let past: Vec<&Event> = scope
        .issues
        .iter()
        .flat_map(|stand| &stand.issue.history)
        .filter(|event| event.on.latest() <= scope.as_of)
        .collect();
    let passage = past.iter().filter(|event| event.evidence.iter().any(|to| to.part.is_some())).count();
    let none = past.iter().filter(|event| event.evidence.is_empty()).count();
    let whole = past.len() - passage - none;
    vec![text(match past.len() {
        0 => "No entry had been made in the history of any issue.".to_owned(),
        n => {
            let parts: Vec<String> =
                [(passage, "a passage"), (whole, "a document as a whole"), (none, "none")]
                    .into_iter()
                    .filter(|(n, _)| *n > 0)
                    .map(|(n, what)| format!("{} {} {what}", number(n), verb(n, "names", "name")))
                    .collect();
            let named = match parts.as_slice() {
                [_] if passage == n => "every one of them names a passage as evidence".to_owned(),
                [_] if whole == n => "every one of them names a document as evidence".to_owned(),
                [_] => "none of them names evidence".to_owned(),
                parts => format!("as evidence {}", and(parts)),
            };
            format!("The histories of the issues hold {} by then; {named}.", count(n, "entry", "entries"))
        }
    })]
}

fn not_ended(scope: &Scope<'_>) -> Vec<Inline> {
    vec![
        text("The period had not ended when this report was compiled: it holds what was on record on "),
        Inline::Date(Date::from_day(scope.edition.today())),
        text("."),
    ]
}
