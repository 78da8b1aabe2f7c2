//! The chapter on participants: counts and groups, and the names that the edition holds.
//!
//! In: a scope. Out: blocks. A small group is not counted exactly, and where one number could be
//! worked out from the others the sum is not given either.

use crate::audience::Audience;
use crate::model::id::Ref;
use crate::model::kinds::{Kind, Participants};

use super::name::{link_as, of_record};
use super::scope::Scope;
use super::tree::{Block, Inline, Paragraph, Row, Table};
use super::words::{and, count, joined, text};

/// How many took part, as it may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// In all; `None` where it is not known or may not be told.
    pub total: Option<String>,
    /// Of each group.
    pub groups: Vec<(String, Option<String>)>,
    /// Whether the sum is kept back because a small group could be worked out from it.
    pub total_kept_back: bool,
}

/// The numbers of participants that may be told, where fewer than `small` are not counted exactly.
pub fn cells(participants: &Participants, small: u32) -> Cells {
    let is_small = |n: u32| n > 0 && n < small;
    let told = |n: u32| if is_small(n) { format!("fewer than {small}") } else { n.to_string() };
    let hidden = participants.groups.iter().filter(|(_, n)| n.is_some_and(is_small)).count();
    let all_known = participants.groups.iter().all(|(_, n)| n.is_some());
    // One hidden number is the sum less the others.
    let kept_back = hidden == 1 && all_known && participants.count.is_some();
    Cells {
        total: participants.count.filter(|_| !kept_back).map(told),
        groups: participants.groups.iter().map(|(group, n)| (group.to_string(), n.map(told))).collect(),
        total_kept_back: kept_back,
    }
}

/// The blocks of the chapter.
pub(super) fn chapter(scope: &Scope<'_>) -> Vec<Block> {
    let small = scope.edition.config().small_cell;
    let mut table = Table::new(
        "table-participants",
        "Participants of the workshops of the period",
        &["Workshop", "#In all", "Groups", "Named"],
    );
    let mut known = Known {
        audience: scope.edition.audience(),
        small,
        unknown: 0,
        counted: false,
        named: false,
        hidden: false,
        kept_back: false,
    };
    for index in scope.edition.collection("workshops") {
        let record = &scope.edition.records()[index];
        let Kind::Workshop(workshop) = &record.kind else { continue };
        if workshop.planned || !workshop.date.is_some_and(|date| scope.covers(date)) {
            continue;
        }
        let told = &workshop.participants;
        if told.count.is_none() && told.groups.is_empty() && told.names.is_empty() {
            known.unknown += 1;
            continue;
        }
        let cells = cells(told, small);
        known.kept_back |= cells.total_kept_back;
        let is_small = |n: Option<u32>| n.is_some_and(|n| n > 0 && n < small);
        known.hidden |= is_small(told.count) || told.groups.iter().any(|(_, n)| is_small(*n));
        known.counted |= told.count.is_some() || told.groups.iter().any(|(_, n)| n.is_some());
        known.named |= !told.names.is_empty();
        let total = match (&cells.total, cells.total_kept_back) {
            (Some(total), _) => total.clone(),
            (None, true) => "not given".to_owned(),
            (None, false) => "not recorded".to_owned(),
        };
        let groups = cells
            .groups
            .into_iter()
            .map(|(group, n)| vec![text(n.map_or_else(|| group.clone(), |n| format!("{group}: {n}")))]);
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

/// What the workshops of the period tell of those who took part.
struct Known {
    audience: Audience,
    small: u32,
    /// Workshops that tell nothing.
    unknown: usize,
    /// Whether any tells a number, a name, a number too small to be given, a sum that was kept back.
    counted: bool,
    named: bool,
    hidden: bool,
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
        if known.hidden {
            words.push_str(&format!(" A group of fewer than {} is not counted exactly.", known.small));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn told(count: Option<u32>, groups: &[(&str, Option<u32>)]) -> Cells {
        let groups = groups.iter().map(|(group, n)| ((*group).into(), *n)).collect();
        cells(&Participants { count, groups, names: Vec::new() }, 5)
    }

    #[test]
    fn a_small_group_cannot_be_worked_out() {
        let cells = told(Some(24), &[("CSOs", Some(20)), ("Commissioners", Some(4))]);
        assert_eq!(cells.total, None);
        assert!(cells.total_kept_back);
        assert_eq!(cells.groups[1].1.as_deref(), Some("fewer than 5"));
    }

    #[test]
    fn what_is_large_or_unknown_is_told_as_it_is() {
        let cells =
            told(Some(24), &[("CSOs", Some(20)), ("Others", None), ("None", Some(0)), ("X", Some(4))]);
        assert_eq!(cells.total.as_deref(), Some("24"));
        assert_eq!(cells.groups[0].1.as_deref(), Some("20"));
        assert_eq!(cells.groups[1].1, None);
        assert_eq!(cells.groups[2].1.as_deref(), Some("0"));
        assert_eq!(told(Some(3), &[]).total.as_deref(), Some("fewer than 5"));
    }
}
