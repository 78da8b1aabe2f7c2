//! The chapter on participants: counts and groups, and the names that the edition holds.
//!
//! In: a scope. Out: blocks. What numbers may be told is decided in `audience`; here they are only
//! printed.

use crate::audience::Audience;
use crate::model::id::Ref;
use crate::model::kinds::{Count, Kind};
use crate::model::words::{Words, args};

use super::name::named;
use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{count, joined, text};

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let says = scope.edition.words();
    let caption = says.say("report-table-participants");
    let columns = ["workshop", "#in-all", "groups", "named"];
    let mut table = Table::new(says, "table-participants", caption, &columns);
    let mut known = Known {
        audience: scope.edition.audience(),
        small: None,
        unknown: 0,
        counted: false,
        named: false,
        kept_back: false,
    };
    for index in scope.edition.collection("workshops") {
        let record = scope.edition.record(index);
        let Kind::Workshop(workshop) = &record.kind else { continue };
        if workshop.planned || !workshop.date.is_some_and(|date| scope.covers(date)) {
            continue;
        }
        let told = &workshop.participants;
        if told.count.is_none() && told.groups.is_empty() && told.names.is_empty() {
            known.unknown += 1;
            continue;
        }
        let numbers = || told.groups.iter().map(|(_, n)| *n).chain([told.count]).flatten();
        known.kept_back |= told.count == Some(Count::NotGiven);
        known.small = numbers().find_map(small).or(known.small);
        known.counted |= told.count.is_some() || told.groups.iter().any(|(_, n)| n.is_some());
        known.named |= !told.names.is_empty();
        let total = told
            .count
            .map_or_else(|| says.say("report-not-recorded").to_owned(), |count| people(says, count));
        let groups = told.groups.iter().map(|(group, n)| {
            vec![text(n.map_or_else(|| group.to_string(), |n| format!("{group}: {}", people(says, n))))]
        });
        let names: Vec<String> = told.names.iter().map(|person| person.name.to_string()).collect();
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![named(scope.edition, record)],
                vec![text(total)],
                joined(groups.collect(), &Inline::Break),
                vec![text(if names.is_empty() {
                    says.say("report-nobody").to_owned()
                } else {
                    says.row(&names)
                })],
            ],
        });
    }
    table.rows.sort_by_key(|row| {
        let date = row.record.as_ref().and_then(|to| scope.edition.get(&to.id)?.date());
        (date, row.record.clone())
    });
    let mut blocks =
        vec![Block::Paragraph(Paragraph::derived("counts", words(says, &known, table.rows.len())))];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}

/// Below what a number is not told.
fn small(count: Count) -> Option<u32> {
    match count {
        Count::FewerThan(small) => Some(small),
        Count::Exactly(_) | Count::NotGiven => None,
    }
}

/// What the workshops of the period tell of those who took part.
struct Known {
    audience: Audience,
    /// Workshops that tell nothing.
    unknown: usize,
    /// Whether any tells a number, a name.
    counted: bool,
    named: bool,
    /// Below what a number is too small to be given, where one is.
    small: Option<u32>,
    /// Whether a sum is kept back.
    kept_back: bool,
}

fn words(says: &Words, known: &Known, told: usize) -> Vec<Inline> {
    let first = match (told, known.unknown) {
        (0, 0) if known.audience == Audience::Public => "report-no-workshop-public",
        (0, 0) => "report-no-workshop",
        (0, _) => "report-participants-unknown",
        _ if known.counted => "report-participants-counted",
        _ => "report-participants-not-counted",
    };
    let mut sentences = vec![says.say(first).to_owned()];
    if told > 0 {
        let named = match (known.named, known.audience) {
            (false, _) => "report-nobody-named",
            (true, Audience::Public) => "report-named-by-consent",
            (true, Audience::Members) => "report-named-for-members",
        };
        sentences.push(says.say(named).to_owned());
        let small = known.small.map(|small| says.fill("report-small-group", args![small = small]));
        sentences.extend(small);
        if known.kept_back {
            sentences.push(says.say("report-sum-kept-back").to_owned());
        }
        if known.unknown > 0 {
            sentences.push(count(says, "report-workshops-unknown", known.unknown));
        }
    }
    vec![text(sentences.join(" "))]
}

/// A number of people as it may be told.
pub fn people(says: &Words, count: Count) -> String {
    match count {
        Count::Exactly(n) => n.to_string(),
        Count::FewerThan(small) => says.fill("report-fewer-than", args![small = small]),
        Count::NotGiven => says.say("report-not-given").to_owned(),
    }
}
