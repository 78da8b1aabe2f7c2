//! What belongs to each topic: issues, papers, workshops, artefacts, actions, interests.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;

use super::listing;
use super::order::Order;
use super::register::Register;
use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::discussions::Discussions;
use crate::model::id::Ref;
use crate::model::kinds::{Kind, Named, Topic};

/// Every topic and what belongs to it.
#[derive(Debug, Default)]
pub struct Topics {
    /// The topics in their order.
    pub views: Vec<TopicView>,
    place: BTreeMap<usize, usize>,
    of_record: BTreeMap<usize, Vec<usize>>,
}

/// A topic and what belongs to it, each list in the order of its collection's list.
#[derive(Debug, Default)]
pub struct TopicView {
    /// The topic.
    pub topic: usize,
    /// Its issues.
    pub issues: Vec<usize>,
    /// The papers that say they are about it, and those its matrix names.
    pub papers: Vec<usize>,
    /// The workshops that say they discussed it, and those at which one of its issues was.
    pub workshops: Vec<usize>,
    /// Its artefacts.
    pub artefacts: Vec<usize>,
    /// The actions that name it, and those whose log numbers it names.
    pub actions: Vec<usize>,
    /// What members registered on it.
    pub interests: Vec<usize>,
}

/// A discussion of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discussion {
    /// When.
    pub on: Date,
    /// At which meeting or in which paper.
    pub at: Option<Ref>,
}

impl Topics {
    /// The topics of an edition.
    pub fn of(edition: &Edition) -> Self {
        let (order, register) = (Order::of(edition), Register::of(edition));
        let places = listing::places(edition, &listing::in_order(edition, &order, &register));
        Topics::with(edition, &order, &register, &places)
    }

    pub(super) fn with(edition: &Edition, order: &Order, register: &Register, places: &[u32]) -> Self {
        let mut views: Vec<Gathered> = vec![Gathered::default(); order.topics().len()];
        let place: BTreeMap<usize, usize> =
            order.topics().iter().enumerate().map(|(n, &topic)| (topic, n)).collect();
        let view_of = |link: &Ref| edition.index_of(&link.id).and_then(|index| place.get(&index).copied());
        for (index, record) in edition.records().iter().enumerate() {
            match &record.kind {
                Kind::Issue(issue) => {
                    for n in issue.topic.iter().filter_map(view_of) {
                        views[n].issues.insert(index);
                        let discussions = Discussions::of(&issue.history);
                        views[n].workshops.extend(
                            discussions
                                .held()
                                .filter_map(|event| edition.index_of(&event.at.as_ref()?.id))
                                .filter(|&at| matches!(edition.record(at).kind, Kind::Workshop(_))),
                        );
                    }
                }
                Kind::Paper(paper) => {
                    paper.topics.iter().filter_map(view_of).for_each(|n| {
                        views[n].papers.insert(index);
                    });
                }
                Kind::Workshop(workshop) => {
                    workshop.topics.iter().filter_map(view_of).for_each(|n| {
                        views[n].workshops.insert(index);
                    });
                }
                Kind::Artefact(artefact) => {
                    artefact.topic.iter().filter_map(view_of).for_each(|n| {
                        views[n].artefacts.insert(index);
                    });
                }
                Kind::Action(action) => {
                    action.topic.iter().filter_map(view_of).for_each(|n| {
                        views[n].actions.insert(index);
                    });
                }
                Kind::Interest(interest) => {
                    interest.topic.iter().filter_map(view_of).for_each(|n| {
                        views[n].interests.insert(index);
                    });
                }
                Kind::Topic(topic) => {
                    if let Some(&n) = place.get(&index) {
                        views[n].named_by(edition, register, topic);
                    }
                }
                _ => {}
            }
        }
        let sorted = |records: BTreeSet<usize>| {
            let mut records: Vec<usize> = records.into_iter().collect();
            records.sort_by_key(|&index| places[index]);
            records
        };
        let views: Vec<TopicView> = views
            .into_iter()
            .zip(order.topics())
            .map(|(gathered, &topic)| TopicView {
                topic,
                issues: sorted(gathered.issues),
                papers: sorted(gathered.papers),
                workshops: sorted(gathered.workshops),
                artefacts: sorted(gathered.artefacts),
                actions: sorted(gathered.actions),
                interests: sorted(gathered.interests),
            })
            .collect();
        let mut of_record: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for view in &views {
            for &record in view.records() {
                of_record.entry(record).or_default().push(view.topic);
            }
        }
        Topics { views, place, of_record }
    }

    /// What belongs to a topic; `None` for a record that is no topic.
    pub fn view(&self, topic: usize) -> Option<&TopicView> {
        self.place.get(&topic).map(|&n| &self.views[n])
    }

    /// The topics that a record belongs to, in their order.
    pub fn of_record(&self, index: usize) -> &[usize] {
        self.of_record.get(&index).map_or(&[], Vec::as_slice)
    }
}

impl TopicView {
    /// The last time, on or before a day, that one of its issues was discussed at a workshop; where
    /// none was, the last discussion of which no place is recorded.
    ///
    /// An entry made from a paper says that there was discussion, not that it was on the paper's date.
    pub fn last_discussion(&self, edition: &Edition, as_of: civil::Date) -> Option<Discussion> {
        let records = edition.records();
        self.issues
            .iter()
            .filter_map(|&index| match &records[index].kind {
                Kind::Issue(issue) => Some(issue.discussions(as_of)),
                _ => None,
            })
            .flatten()
            .filter(|event| match &event.at {
                Some(at) => edition.get(&at.id).is_some_and(|at| matches!(at.kind, Kind::Workshop(_))),
                None => true,
            })
            .max_by(|a, b| {
                (a.at.is_some(), a.on.latest(), a.on)
                    .cmp(&(b.at.is_some(), b.on.latest(), b.on))
                    .then_with(|| b.at.cmp(&a.at))
            })
            .map(|event| Discussion { on: event.on, at: event.at.clone() })
    }

    /// Everything that belongs to it.
    pub(super) fn records(&self) -> impl Iterator<Item = &usize> {
        let first = self.issues.iter().chain(&self.papers).chain(&self.workshops);
        first.chain(&self.artefacts).chain(&self.actions).chain(&self.interests)
    }
}

/// The records of a topic, each once, on the way to a view.
#[derive(Clone, Default)]
struct Gathered {
    issues: BTreeSet<usize>,
    papers: BTreeSet<usize>,
    workshops: BTreeSet<usize>,
    artefacts: BTreeSet<usize>,
    actions: BTreeSet<usize>,
    interests: BTreeSet<usize>,
}

impl Gathered {
    /// Adds what the topic's own record names.
    fn named_by(&mut self, edition: &Edition, register: &Register, topic: &Topic) {
        self.actions.extend(topic.related_actions.iter().filter_map(|&n| register.by_log_number(edition, n)));
        let documents = topic.latest_document.iter().chain(&topic.stimulus_paper);
        self.papers.extend(documents.filter_map(|document| match document {
            Named::Record(link) => {
                let index = edition.index_of(&link.id)?;
                matches!(edition.record(index).kind, Kind::Paper(_)).then_some(index)
            }
            Named::Words(_) => None,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{
        Fixture, action, day, event, issue, link, names, of_kind, topic, workshop,
    };
    use crate::model::action::Action;
    use crate::model::issue::{Agreement, Work};
    use crate::model::kinds::{Artefact, Paper};

    fn edition() -> Edition {
        let log = |number| Action { log_number: Some(number), ..Action::default() };
        let discussed = |on, at| event(on, at, Agreement::NoneYet, Work::NotStarted);
        let first = topic("topics/images", "Images", Some(1)).but(|kind| {
            if let Kind::Topic(topic) = kind {
                topic.related_actions = vec![2, 99];
                topic.latest_document =
                    vec![Named::Record(link("papers/update")), Named::Words("a word".into())];
            }
        });
        Fixture::new()
            .with(first)
            .with(topic("topics/dpia", "DPIA", Some(2)))
            .with(workshop("workshops/one", "Workshop 1", "2018-07-03"))
            .with(workshop("workshops/two", "Workshop 2", "2018-12-05"))
            .with(issue(
                "issues/a",
                Some("topics/images"),
                Some("2018-07-03"),
                vec![
                    discussed("2018-07-03", Some("workshops/one")),
                    discussed("2018-12-05", None),
                    discussed("2019-05", None),
                    discussed("2019-06", Some("papers/other")),
                ],
            ))
            .with(issue(
                "issues/b",
                Some("topics/images"),
                Some("2018-07-02"),
                vec![discussed("2018-12-05", Some("workshops/two"))],
            ))
            .with(action("actions/log-002", "Two", log(2)))
            .with(action("actions/log-003", "Three", Action { topic: Some(link("topics/dpia")), ..log(3) }))
            .with(of_kind("papers/update", "Update", Kind::Paper(Box::default())))
            .with(of_kind(
                "papers/other",
                "Other",
                Kind::Paper(Box::new(Paper { topics: vec![link("topics/images")], ..Paper::default() })),
            ))
            .with(of_kind(
                "artefacts/a1",
                "A1",
                Kind::Artefact(Box::new(Artefact {
                    topic: Some(link("topics/dpia")),
                    ..Artefact::default()
                })),
            ))
            .edition("2019-07-11")
    }

    #[test]
    fn a_topic_has_what_names_it_and_what_it_names() {
        let edition = edition();
        let topics = Topics::of(&edition);
        let images = &topics.views[0];
        assert_eq!(names(&edition, &images.issues), ["issues/b", "issues/a"]);
        assert_eq!(names(&edition, &images.papers), ["papers/other", "papers/update"]);
        assert_eq!(names(&edition, &images.workshops), ["workshops/one", "workshops/two"]);
        assert_eq!(names(&edition, &images.actions), ["actions/log-002"]);
        let dpia = topics.view(topics.views[1].topic).unwrap();
        assert_eq!(names(&edition, &dpia.artefacts), ["artefacts/a1"]);
        assert_eq!(topics.of_record(dpia.actions[0]), [dpia.topic]);
        assert!(topics.view(dpia.actions[0]).is_none());
    }

    #[test]
    fn the_last_discussion_is_as_at_a_day_and_says_where() {
        let edition = edition();
        let images = &Topics::of(&edition).views[0];
        let last = |on| {
            images
                .last_discussion(&edition, day(on))
                .map(|last| (last.on.to_string(), last.at.map(|at| at.to_string())))
        };
        assert_eq!(last("2019-07-11"), Some(("2018-12-05".into(), Some("workshops/two".into()))));
        assert_eq!(last("2018-07-03"), Some(("2018-07-03".into(), Some("workshops/one".into()))));
        assert_eq!(last("2018-07-02"), None);
        let unplaced = Fixture::new()
            .with(topic("topics/t", "T", None))
            .with(issue(
                "issues/q",
                Some("topics/t"),
                None,
                vec![event("2019-05", None, Agreement::NoneYet, Work::NotStarted)],
            ))
            .edition("2019-07-11");
        let last = Topics::of(&unplaced).views[0].last_discussion(&unplaced, unplaced.today());
        assert_eq!(last, Some(Discussion { on: "2019-05".parse().unwrap(), at: None }));
    }
}
