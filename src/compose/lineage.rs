//! What came of each action: the artefacts from it, the issues that name it, its topics.

use std::collections::{BTreeMap, BTreeSet};

use super::register::{self, Register};
use super::standings::issues;
use super::topics::Topics;
use crate::audience::Edition;
use crate::model::id::Ref;
use crate::model::kinds::Kind;

/// The lineage of every action that has one.
#[derive(Debug, Default)]
pub struct Lineages {
    of_action: BTreeMap<usize, Lineage>,
}

/// What came of an action, each list in the order of its collection's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineage {
    /// The artefacts it says it produced, and those that say they come from it or its log number.
    pub artefacts: Vec<usize>,
    /// The issues that name it among their actions, or name its place in the write-up.
    pub issues: Vec<usize>,
    /// The topics it serves.
    pub topics: Vec<usize>,
}

static NONE: Lineage = Lineage { artefacts: Vec::new(), issues: Vec::new(), topics: Vec::new() };

impl Lineages {
    /// The lineages of an edition.
    pub(super) fn of(edition: &Edition, register: &Register, topics: &Topics, places: &[u32]) -> Self {
        let mut artefacts: BTreeMap<usize, BTreeSet<(u32, usize)>> = BTreeMap::new();
        let mut named: BTreeMap<usize, BTreeSet<(u32, usize)>> = BTreeMap::new();
        for (index, record) in edition.records().iter().enumerate() {
            if let Kind::Artefact(artefact) = &record.kind {
                let by_number = artefact.from_log.iter().filter_map(|&n| register.by_log_number(edition, n));
                let by_name =
                    artefact.from_actions.iter().filter_map(|link| action_of(edition, register, link));
                for action in by_number.chain(by_name) {
                    artefacts.entry(action).or_default().insert((places[index], index));
                }
            }
        }
        for (index, action) in register::actions(edition) {
            let produced = action.artefacts.iter().filter_map(|link| edition.index_of(&link.id));
            for artefact in produced {
                artefacts.entry(index).or_default().insert((places[artefact], artefact));
            }
        }
        for (index, issue) in issues(edition) {
            for action in issue.actions.iter().filter_map(|link| action_of(edition, register, link)) {
                named.entry(action).or_default().insert((places[index], index));
            }
        }
        let list = |found: Option<BTreeSet<(u32, usize)>>| {
            found.unwrap_or_default().into_iter().map(|(_, index)| index).collect()
        };
        let of_action = register
            .actions
            .iter()
            .map(|&action| {
                let lineage = Lineage {
                    artefacts: list(artefacts.remove(&action)),
                    issues: list(named.remove(&action)),
                    topics: topics.of_record(action).to_vec(),
                };
                (action, lineage)
            })
            .filter(|(_, lineage)| *lineage != NONE)
            .collect();
        Lineages { of_action }
    }

    /// What came of an action; empty lists where nothing did.
    pub fn of_action(&self, action: usize) -> &Lineage {
        self.of_action.get(&action).unwrap_or(&NONE)
    }
}

/// The action that a reference leads to: an action, or the place of one in a write-up.
fn action_of(edition: &Edition, register: &Register, link: &Ref) -> Option<usize> {
    let index = edition.index_of(&link.id)?;
    match &edition.record(index).kind {
        Kind::Action(_) => Some(index),
        Kind::Workshop(_) => {
            let number = link.part.as_deref()?.strip_prefix("action-")?.parse().ok()?;
            register.by_number(edition, &link.id, number)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, action, issue, link, names, of_kind, topic, workshop};
    use crate::compose::{listing, order::Order};
    use crate::model::action::Action;
    use crate::model::kinds::Artefact;

    #[test]
    fn an_action_knows_what_came_of_it() {
        let promise = Action {
            workshop: Some(link("workshops/one")),
            number: Some(3),
            log_number: Some(36),
            artefacts: vec![link("artefacts/a3")],
            ..Action::default()
        };
        let artefact = |from_log: Vec<u32>, from: &[&str]| {
            let from_actions = from.iter().map(|to| link(to)).collect();
            Kind::Artefact(Box::new(Artefact { from_log, from_actions, ..Artefact::default() }))
        };
        let naming = |name: &str, to: &str| {
            let to = link(to);
            issue(name, None, None, vec![]).but(|kind| {
                if let Kind::Issue(issue) = kind {
                    issue.actions = vec![to];
                }
            })
        };
        let related = topic("topics/t", "T", Some(1)).but(|kind| {
            if let Kind::Topic(topic) = kind {
                topic.related_actions = vec![36];
            }
        });
        let edition = Fixture::new()
            .with(
                workshop("workshops/one", "Workshop 1", "2018-07-03")
                    .saying("**Action 3:** Say how accurate it is."),
            )
            .with(action("actions/one-action-3", "Three", promise))
            .with(action("actions/log-003", "Log 3", Action { log_number: Some(3), ..Action::default() }))
            .with(of_kind("artefacts/a1", "A1", artefact(vec![1, 36], &[])))
            .with(of_kind("artefacts/a2", "A2", artefact(vec![], &["actions/one-action-3"])))
            .with(of_kind("artefacts/a3", "A3", artefact(vec![], &["workshops/one#action-3"])))
            .with(naming("issues/a", "actions/one-action-3"))
            .with(naming("issues/b", "workshops/one#action-3"))
            .with(naming("issues/c", "actions/log-003"))
            .with(related)
            .edition("2019-07-11");
        let (order, register) = (Order::of(&edition), Register::of(&edition));
        let places = listing::places(&edition, &listing::in_order(&edition, &order, &register));
        let topics = Topics::with(&edition, &order, &register, &places);
        let lineages = Lineages::of(&edition, &register, &topics, &places);
        let three = lineages.of_action(1);
        assert_eq!(names(&edition, &three.artefacts), ["artefacts/a1", "artefacts/a2", "artefacts/a3"]);
        assert_eq!(names(&edition, &three.issues), ["issues/a", "issues/b"]);
        assert_eq!(names(&edition, &three.topics), ["topics/t"]);
        let log_three = lineages.of_action(0);
        assert_eq!(names(&edition, &log_three.issues), ["issues/c"]);
        assert!(log_three.artefacts.is_empty() && log_three.topics.is_empty());
    }
}
