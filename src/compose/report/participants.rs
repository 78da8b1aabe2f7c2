//! The chapter on participants: counts and groups, and the names that the edition holds.
//!
//! In: a scope. Out: blocks. What numbers may be told is decided in `audience`; here they are only
//! printed.

use crate::audience::Audience;
use crate::model::id::Ref;
use crate::model::kinds::{Count, Kind};

use super::name::{link_as, of_record};
use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{and, count, joined, text};

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let mut table = Table::new(
        "table-participants",
        "Participants of the workshops of the period",
        &["Workshop", "#In all", "Groups", "Named"],
    );
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
        let total = told.count.map_or_else(|| "not recorded".to_owned(), |count| count.to_string());
        let groups = told
            .groups
            .iter()
            .map(|(group, n)| vec![text(n.map_or_else(|| group.to_string(), |n| format!("{group}: {n}")))]);
        let names: Vec<String> = told.names.iter().map(|person| person.name.to_string()).collect();
        table.rows.push(Row {
            record: Some(Ref::to(record.id.clone())),
            cells: vec![
                vec![link_as(of_record(scope.edition, record), &Ref::to(record.id.clone()))],
                vec![text(total)],
                joined(groups.collect(), &Inline::Break),
                vec![text(if names.is_empty() { "Nobody".to_owned() } else { and(&names) })],
            ],
        });
    }
    table.rows.sort_by_key(|row| {
        let date = row.record.as_ref().and_then(|to| scope.edition.get(&to.id)?.date());
        (date, row.record.clone())
    });
    let mut blocks = vec![Block::Paragraph(Paragraph::derived("counts", words(&known, table.rows.len())))];
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

fn words(known: &Known, told: usize) -> Vec<Inline> {
    let mut words = match (told, known.unknown) {
        (0, 0) => "No workshop of the period is on record.".to_owned(),
        (0, _) => "Who took part in the workshops of the period is not on record.".to_owned(),
        _ if known.counted => "Those who took part are given by number and by group.".to_owned(),
        _ => "The groups that took part are on record; their numbers are not.".to_owned(),
    };
    if told > 0 {
        words.push_str(match (known.named, known.audience) {
            (false, _) => " Nobody is named.",
            (true, Audience::Public) => " Those alone are named whose consent to it is on record.",
            (true, Audience::Members) => " Names are given as members may see them.",
        });
        if let Some(small) = known.small {
            words.push_str(&format!(" A group of fewer than {small} is not counted exactly."));
        }
        if known.kept_back {
            words.push_str(
                " Where such a number could be worked out from the sum, the sum is not given either.",
            );
        }
        if known.unknown > 0 {
            words.push_str(&format!(
                " For {} it is not on record who took part.",
                count(known.unknown, "workshop", "workshops")
            ));
        }
    }
    vec![text(words)]
}
