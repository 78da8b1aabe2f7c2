//! The chapter on participants: counts and groups, and the names that the edition holds.
//!
//! In: a scope. Out: blocks. A small group is not counted exactly, and where one number could be
//! worked out from the others the sum is not given either.

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
    let mut unknown = 0;
    let mut kept_back = false;
    for index in scope.edition.collection("workshops") {
        let record = &scope.edition.records()[index];
        let Kind::Workshop(workshop) = &record.kind else { continue };
        if workshop.planned || !workshop.date.is_some_and(|date| scope.covers(date)) {
            continue;
        }
        let told = &workshop.participants;
        if told.count.is_none() && told.groups.is_empty() && told.names.is_empty() {
            unknown += 1;
            continue;
        }
        let cells = cells(told, small);
        kept_back |= cells.total_kept_back;
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
    let mut blocks =
        vec![Block::Paragraph(Paragraph::derived("counts", words(small, &table, unknown, kept_back)))];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}

fn words(small: u32, table: &Table, unknown: usize, kept_back: bool) -> Vec<Inline> {
    let mut words = match (table.rows.len(), unknown) {
        (0, 0) => "No workshop of the period is on record.".to_owned(),
        (0, _) => "How many took part in the workshops of the period is not on record.".to_owned(),
        _ => "Participants are counted by group. Nobody is named here whose consent to it is not on record."
            .to_owned(),
    };
    if !table.rows.is_empty() {
        if small > 1 {
            words.push_str(&format!(" A group of fewer than {small} is not counted exactly."));
        }
        if kept_back {
            words.push_str(
                " Where such a number could be worked out from the sum, the sum is not given either.",
            );
        }
        if unknown > 0 {
            words.push_str(&format!(
                " For {} it is not on record how many took part.",
                count(unknown, "workshop", "workshops")
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
