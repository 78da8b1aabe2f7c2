//! The chapter on method: what the report was made from, the rule that gives a heading, and what
//! the evidence can bear.
//!
//! In: a scope. Out: blocks. The table is `Rule::ALL` itself, so what a reader sees is what the
//! program did.

use crate::audience::Audience;
use crate::model::date::Date;
use crate::model::issue::Event;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::standing::Rule;
use crate::model::words::args;

use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{count, puts, say, say_n, sentences, text};

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let paragraph = |name: &str, line: Vec<Inline>| Block::Paragraph(Paragraph::derived(name, line));
    let words = scope.edition.words();
    let said = |name: &str, key: &str| paragraph(name, say(words, key, Vec::new()));
    let mut blocks = vec![
        paragraph("records", records(scope)),
        said("voices", "report-method-voices"),
        said("questions", "report-method-questions"),
        paragraph("rule", say(words, "report-method-rule", puts![date = scope.day()])),
        Block::Table(table(scope)),
        paragraph("overruling", overruling(scope)),
        said("positions", "report-method-positions"),
        paragraph("evidence", evidence(scope)),
        said("no-evidence", "report-method-no-evidence"),
    ];
    if scope.running {
        let today = Date::from_day(scope.edition.today());
        blocks.push(paragraph("not-ended", say(words, "report-not-ended", puts![date = today])));
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
    let words = scope.edition.words();
    let key = match scope.edition.audience() {
        Audience::Public => "report-compiled-public",
        Audience::Members => "report-compiled-members",
    };
    let parts = [
        count(words, "report-n-issues", scope.issues.len()),
        count(words, "report-n-workshops", until("workshops")),
        count(words, "report-n-papers", until("papers")),
        count(words, "report-n-actions", scope.acts.len()),
    ];
    let said = say(words, key, puts![records = words.row(&parts), date = scope.day()]);
    let undated = match undated(scope, "workshops") + undated(scope, "papers") {
        0 => Vec::new(),
        n => say_n(words, "report-compiled-undated", n, Vec::new()),
    };
    sentences(vec![said, undated])
}

/// How many records of a collection bear no date, and are counted all the same.
fn undated(scope: &Scope<'_>, collection: &str) -> usize {
    let records = scope.edition.collection(collection).map(|index| scope.edition.record(index));
    let is_planned = |record: &Record| matches!(&record.kind, Kind::Workshop(workshop) if workshop.planned);
    records.filter(|record| !is_planned(record) && record.date().is_none()).count()
}

fn table(scope: &Scope<'_>) -> Table {
    let words = scope.edition.words();
    let columns = ["record-shows", "heading", "#issues"];
    let mut table = Table::new(words, "table-rule", words.say("report-table-rule"), &columns);
    for rule in Rule::ALL {
        let n = scope.issues.iter().filter(|stand| stand.standing.rule == rule).count();
        let mut heading = vec![Inline::Heading(rule.heading())];
        let name = words.named("rule", rule.key());
        if name != words.named("heading-full", rule.heading().as_str()) {
            heading.push(text(format!(" {name}")));
        }
        table.rows.push(Row {
            record: None,
            cells: vec![
                vec![text(words.named("rule-condition", rule.key()))],
                heading,
                vec![text(n.to_string())],
            ],
        });
    }
    table
}

fn overruling(scope: &Scope<'_>) -> Vec<Inline> {
    let overruled = scope.issues.iter().filter(|stand| stand.standing.editorial.is_some()).count();
    let words = scope.edition.words();
    let now = count(words, "report-overruled", overruled);
    say(words, "report-method-overruling", puts![now = now])
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
    let words = scope.edition.words();
    // Evidence that is not published is none to the public, and is not said to be missing.
    let public = scope.edition.audience() == Audience::Public;
    let key = |what: &str| {
        format!("report-evidence-{what}{}", if public && what == "none" { "-public" } else { "" })
    };
    let named: Vec<(&str, usize)> = [("passage", passage), ("document", whole), ("none", none)]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .collect();
    let named = match named.as_slice() {
        [] => return say(words, "report-no-entry", Vec::new()),
        [("none", _)] if public => words.say("report-evidence-every-none-public").to_owned(),
        [(what, _)] => words.named("report-evidence-every", what).to_owned(),
        parts => {
            let part = |(what, n): &(&str, usize)| count(words, &key(what), *n);
            let parts: Vec<String> = parts.iter().map(part).collect();
            words.fill("report-evidence-names", args![parts = words.clauses(&parts)])
        }
    };
    say_n(words, "report-histories-hold", past.len(), puts![named = named])
}
