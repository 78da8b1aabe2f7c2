//! What each workshop page shows beside the workshop's own fields: actions, discussion rows with
//! their sections, issues raised and discussed there, papers.

use std::collections::{BTreeMap, BTreeSet};

use super::listing;
use super::order::Order;
use super::register::{self, Register};
use super::standings::issues;
use crate::audience::Edition;
use crate::audience::reads::{self, Read};
use crate::model::discussions::Discussions;
use crate::model::id::Ref;
use crate::model::kinds::{Kind, Workshop};
use crate::model::write_up::DiscussionRow;

/// Every workshop, by date.
#[derive(Debug, Default)]
pub struct Workshops<'e> {
    /// The workshops by date, those without a date last, by title.
    pub views: Vec<WorkshopView<'e>>,
    place: BTreeMap<usize, usize>,
}

/// A workshop and what belongs to it.
#[derive(Debug, Default)]
pub struct WorkshopView<'e> {
    /// The workshop.
    pub workshop: usize,
    /// Its actions, extracted from its write-up or naming it, by number.
    pub actions: Vec<usize>,
    /// The rows of its discussion tables, in the order of the text; reached by `sections`, which notes that
    /// somebody looked.
    rows: Vec<Row<'e>>,
    /// The issues raised there.
    pub raised: Vec<usize>,
    /// The issues discussed there.
    pub discussed: Vec<usize>,
    /// The papers put to it: those it names, its agenda names, and those that name it.
    pub papers: Vec<usize>,
}

/// A row of a discussion table, in its place.
#[derive(Debug)]
pub struct Row<'e> {
    /// Its number through all the tables of the write-up, from 1; its anchor is `q-<number>`.
    pub number: usize,
    /// The title of the section it is in.
    pub section: Option<&'e str>,
    /// What was asked and answered.
    pub written: &'e DiscussionRow,
    /// The actions it names: the number, and the action where the edition holds it.
    pub actions: Vec<(u32, Option<usize>)>,
}

impl<'e> Workshops<'e> {
    /// The workshops of an edition.
    pub fn of(edition: &'e Edition) -> Self {
        let (order, register) = (Order::of(edition), Register::of(edition));
        let places = listing::places(edition, &listing::in_order(edition, &order, &register));
        Workshops::with(edition, &order, &register, &places)
    }

    pub(super) fn with(edition: &'e Edition, order: &Order, register: &Register, places: &[u32]) -> Self {
        let mut found: Vec<usize> = workshops(edition).map(|(index, _)| index).collect();
        // By date, whatever order a configuration gives the list: this is the course of the dialogue.
        found.sort_by_cached_key(|&index| {
            let date = edition.record(index).date();
            (date.is_none(), date, order.title(index))
        });
        let place: BTreeMap<usize, usize> = found.iter().enumerate().map(|(n, &index)| (index, n)).collect();
        let mut views: Vec<WorkshopView<'e>> = found
            .into_iter()
            .map(|index| WorkshopView {
                workshop: index,
                rows: rows(edition, register, index),
                ..WorkshopView::default()
            })
            .collect();
        let view_of = |link: &Ref| edition.index_of(&link.id).and_then(|index| place.get(&index).copied());

        for &index in &register.actions {
            let workshop = register::as_action(edition, index).and_then(|action| action.workshop.as_ref());
            if let Some(n) = workshop.and_then(view_of) {
                views[n].actions.push(index);
            }
        }
        for (index, issue) in issues(edition) {
            if let Some(n) = issue.raised_at.as_ref().and_then(view_of) {
                views[n].raised.push(index);
            }
            let discussed: BTreeSet<usize> = Discussions::of(&issue.history)
                .held()
                .filter_map(|event| event.at.as_ref().and_then(view_of))
                .collect();
            discussed.into_iter().for_each(|n| views[n].discussed.push(index));
        }
        let mut papers: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); views.len()];
        for (index, record) in edition.records().iter().enumerate() {
            if let Kind::Paper(paper) = &record.kind
                && let Some(n) = paper.workshop.as_ref().and_then(view_of)
            {
                papers[n].insert(index);
            }
        }
        for (index, workshop) in workshops(edition) {
            if let Some(&n) = place.get(&index) {
                let agenda = workshop.agenda.iter().flat_map(|item| &item.papers);
                let named = workshop.papers.iter().chain(agenda);
                papers[n].extend(named.filter_map(|link| edition.index_of(&link.id)));
            }
        }
        for (view, papers) in views.iter_mut().zip(papers) {
            view.papers = papers.into_iter().collect();
            for list in [&mut view.raised, &mut view.discussed, &mut view.papers] {
                list.sort_by_key(|&index| (places[index], index));
            }
        }
        Workshops { views, place }
    }

    /// What belongs to a workshop; `None` for a record that is no workshop.
    pub fn view(&self, workshop: usize) -> Option<&WorkshopView<'e>> {
        self.place.get(&workshop).map(|&n| &self.views[n])
    }
}

impl WorkshopView<'_> {
    /// What belongs to it by index, without the words of its rows.
    pub fn bones(&self) -> impl std::fmt::Debug {
        let WorkshopView { workshop, actions, rows, raised, discussed, papers } = self;
        let rows = rows.iter().map(|row| (row.number, &row.actions)).collect::<Vec<_>>();
        (workshop, actions, rows, raised, discussed, papers)
    }

    /// The rows by the section they stand in, in the order of the text.
    pub fn sections(&self) -> impl Iterator<Item = (Option<&str>, &[Row<'_>])> {
        reads::note(Read::Record(self.workshop as u32));
        self.rows
            .chunk_by(|a, b| a.written.section == b.written.section)
            .map(|rows| (rows.first().and_then(|row| row.section), rows))
    }
}

fn workshops(edition: &Edition) -> impl Iterator<Item = (usize, &Workshop)> {
    edition.records().iter().enumerate().filter_map(|(index, record)| match &record.kind {
        Kind::Workshop(workshop) => Some((index, &**workshop)),
        _ => None,
    })
}

fn rows<'e>(edition: &'e Edition, register: &Register, workshop: usize) -> Vec<Row<'e>> {
    let record = edition.record(workshop);
    let headings = &record.body.outline().headings;
    let written = record.body.write_up().map_or(&[][..], |write_up| &write_up.rows);
    written
        .iter()
        .zip(1..)
        .map(|(row, number)| Row {
            number,
            section: row.section.and_then(|n| headings.get(n)).map(|heading| heading.title.as_str()),
            written: row,
            actions: row
                .actions
                .iter()
                .map(|&number| (number, register.by_number(edition, &record.id, number)))
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, action, event, issue, link, names, of_kind, workshop};
    use crate::model::action::Action;
    use crate::model::issue::{Agreement, Work};
    use crate::model::kinds::{AgendaItem, Paper};

    #[test]
    fn a_workshop_has_its_actions_issues_and_papers() {
        let promise = |number| Action {
            workshop: Some(link("workshops/b")),
            number: Some(number),
            ..Action::default()
        };
        let raised_there = issue(
            "issues/q",
            None,
            Some("2018-07-03"),
            vec![
                event("2018-07-03", Some("workshops/b"), Agreement::NoneYet, Work::NotStarted),
                event("2018-07-03", Some("workshops/b"), Agreement::Agreed, Work::NotStarted),
            ],
        )
        .but(|kind| {
            if let Kind::Issue(issue) = kind {
                issue.raised_at = Some(link("workshops/b#p-2"));
            }
        });
        let with_agenda = workshop("workshops/b", "First", "2018-07-03").but(|kind| {
            if let Kind::Workshop(workshop) = kind {
                workshop.papers = vec![link("papers/a")];
                workshop.agenda = vec![AgendaItem {
                    time: None,
                    item: "Images".into(),
                    papers: vec![link("papers/a"), link("papers/b")],
                }];
            }
        });
        let paper = Paper { workshop: Some(link("workshops/b")), ..Paper::default() };
        let edition = Fixture::new()
            .with(workshop("workshops/a", "Second", "2018-12-05"))
            .with(with_agenda)
            .with(raised_there)
            .with(action("actions/b-action-10", "Ten", promise(10)))
            .with(action("actions/b-action-2", "Two", promise(2)))
            .with(of_kind("papers/a", "A", Kind::Paper(Box::default())))
            .with(of_kind("papers/b", "B", Kind::Paper(Box::default())))
            .with(of_kind("papers/c", "C", Kind::Paper(Box::new(paper))))
            .edition("2019-07-11");
        let workshops = Workshops::of(&edition);
        let [first, second] = &workshops.views[..] else { panic!("two workshops") };
        assert_eq!(names(&edition, &[first.workshop, second.workshop]), ["workshops/b", "workshops/a"]);
        assert_eq!(names(&edition, &first.actions), ["actions/b-action-2", "actions/b-action-10"]);
        assert_eq!(names(&edition, &first.papers), ["papers/a", "papers/b", "papers/c"]);
        assert_eq!(names(&edition, &first.raised), ["issues/q"]);
        assert_eq!(names(&edition, &first.discussed), ["issues/q"]);
        assert!(workshops.view(second.workshop).unwrap().actions.is_empty());
    }

    #[test]
    fn rows_stand_in_their_sections_and_know_their_actions() {
        let text = "## Custody images\n\n\
            | Discussion or question | Response or action |\n| --- | --- |\n\
            | Who decides? | See action 2 |\n| How long? | Not yet known |\n\n\
            ## Data quality\n\n\
            | Discussion or question | Response or action |\n| --- | --- |\n\
            | Who checks? | Action 7 |\n";
        let promise = Action { workshop: Some(link("workshops/a")), number: Some(2), ..Action::default() };
        let edition = Fixture::new()
            .with(workshop("workshops/a", "First", "2018-07-03").saying(text))
            .with(action("actions/a-action-2", "Two", promise))
            .edition("2019-07-11");
        let workshops = Workshops::of(&edition);
        let seen: Vec<(Option<&str>, Vec<usize>)> = workshops.views[0]
            .sections()
            .map(|(section, rows)| (section, rows.iter().map(|row| row.number).collect()))
            .collect();
        assert_eq!(seen, [(Some("Custody images"), vec![1, 2]), (Some("Data quality"), vec![3])]);
        let rows = &workshops.views[0].rows;
        assert_eq!(rows[0].actions, [(2, Some(0))]);
        assert_eq!(rows[2].actions, [(7, None)]);
    }
}
