//! What links to what, the other way round.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::order::Order;
use super::{links, phrases};
use crate::audience::Edition;

/// For every record, the records that refer to it.
#[derive(Debug, Default)]
pub struct Backlinks {
    to: Vec<Vec<Backlink>>,
}

/// A record that refers to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// The field that refers.
    pub field: Arc<str>,
    /// The record that refers.
    pub from: usize,
    /// The part of the record that is referred to, where one is named.
    pub part: Option<Arc<str>>,
}

/// The backlinks of one collection and field, under words for readers.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// The collection of the records that refer.
    pub collection: Arc<str>,
    /// The field that refers.
    pub field: Arc<str>,
    /// What the group is called on the page of the record that is referred to.
    pub label: String,
    /// The records that refer, each once, by date and title.
    pub entries: Vec<GroupEntry>,
}

/// A record of a group.
#[derive(Debug, PartialEq, Eq)]
pub struct GroupEntry {
    /// The record that refers.
    pub from: usize,
    /// The parts that it refers to, sorted; empty where it refers to the whole record only.
    pub parts: Vec<Arc<str>>,
}

impl Backlinks {
    /// The backlinks of an edition, each list by collection and then date, title and id; links in
    /// bodies (Markdown links to records) count too, with the field `body`.
    pub fn of(edition: &Edition) -> Self {
        Backlinks::with(edition, &Order::of(edition))
    }

    pub(super) fn with(edition: &Edition, order: &Order) -> Self {
        let made: Vec<Vec<Made<'_>>> =
            (0..edition.count()).into_par_iter().map(|from| references(edition, from)).collect();
        let mut to: Vec<Vec<Backlink>> = vec![Vec::new(); edition.count()];
        let mut fields: BTreeMap<&str, Arc<str>> = BTreeMap::new();
        for (from, made) in made.into_iter().enumerate() {
            for Made { index, field, part } in made {
                let field = Arc::clone(fields.entry(field).or_insert_with(|| field.into()));
                to[index].push(Backlink { field, from, part });
            }
        }
        to.par_iter_mut().for_each(|list| {
            list.sort_by(|a, b| {
                (order.reading(a.from), &a.field, &a.part).cmp(&(order.reading(b.from), &b.field, &b.part))
            });
            list.dedup();
        });
        Backlinks { to }
    }

    /// What refers to a record.
    pub fn to(&self, index: usize) -> &[Backlink] {
        &self.to[index]
    }

    /// What refers to a record, for display: by collection and field, each record once a group.
    ///
    /// A mention in a body is left out where the same record refers by a field, and an item of an
    /// agenda where the workshop names the paper among its papers: a reader needs it once.
    pub fn groups(&self, edition: &Edition, index: usize) -> Vec<Group> {
        let list = &self.to[index];
        let named: BTreeSet<(usize, &str)> = list.iter().map(|link| (link.from, &*link.field)).collect();
        let is_repeated = |link: &Backlink| match &*link.field {
            "body" => named.range((link.from, "")..(link.from + 1, "")).count() > 1,
            "agenda" => named.contains(&(link.from, "papers")),
            _ => false,
        };
        let mut groups: Vec<Group> = Vec::new();
        // Where the groups of the collection at hand start: the list is sorted by collection.
        let mut start = 0;
        for link in list.iter().filter(|link| !is_repeated(link)) {
            let collection = edition.record(link.from).id.collection();
            if groups.last().is_some_and(|group| &*group.collection != collection) {
                start = groups.len();
            }
            let at = match groups[start..].iter().position(|group| group.field == link.field) {
                Some(n) => start + n,
                None => {
                    groups.push(Group {
                        collection: collection.into(),
                        field: Arc::clone(&link.field),
                        label: phrases::backlinks(edition.schema(), edition.words(), &link.field, collection),
                        entries: Vec::new(),
                    });
                    groups.len() - 1
                }
            };
            let entries = &mut groups[at].entries;
            match entries.last_mut() {
                Some(entry) if entry.from == link.from => entry.parts.extend(link.part.clone()),
                _ => entries.push(GroupEntry { from: link.from, parts: link.part.iter().cloned().collect() }),
            }
        }
        for groups in groups.chunk_by_mut(|a, b| a.collection == b.collection) {
            groups.sort_by_key(|group| phrases::place(&group.field, &group.collection));
        }
        groups
    }
}

/// A reference that a record makes.
struct Made<'e> {
    index: usize,
    field: &'e str,
    part: Option<Arc<str>>,
}

/// The references of a record to other records of the edition.
fn references(edition: &Edition, from: usize) -> Vec<Made<'_>> {
    let record = edition.record(from);
    let mut made: Vec<Made<'_>> = record
        .references()
        .into_iter()
        .filter_map(|(field, link)| {
            Some(Made { index: edition.index_of(&link.id)?, field, part: link.part.clone() })
        })
        .collect();
    let base_url = edition.config().base_url.as_deref();
    made.extend(
        links::destinations(base_url, record.body.text())
            .iter()
            .filter_map(|destination| links::resolve(edition, record, destination))
            .filter_map(|link| {
                Some(Made { index: edition.index_of(&link.id)?, field: "body", part: link.part })
            }),
    );
    made.retain(|link| link.index != from);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, event, issue, link, record, workshop};
    use crate::model::issue::{Agreement, Work};
    use crate::model::kinds::{AgendaItem, Kind};

    fn edition() -> Edition {
        let cited = |name: &str, on: &str, part: &str| {
            let mut event = event(on, Some("workshops/w"), Agreement::NoneYet, Work::NotStarted);
            event.evidence = vec![link(&format!("workshops/w#{part}")), link("workshops/w#p-1")];
            issue(name, None, Some(on), vec![event])
        };
        let with_agenda =
            workshop("workshops/w", "W", "2018-07-03").saying("One.\n\nTwo.\n\nThree.").but(|kind| {
                if let Kind::Workshop(workshop) = kind {
                    workshop.papers = vec![link("papers/p")];
                    let papers = vec![link("papers/p"), link("papers/q")];
                    workshop.agenda = vec![AgendaItem { time: None, item: "Images".into(), papers }];
                }
            });
        Fixture::new()
            .with(with_agenda.saying("One.\n\nTwo.\n\nThree."))
            .with(cited("issues/a", "2018-12-05", "p-3"))
            .with(cited("issues/b", "2018-07-03", "p-2"))
            .with(
                record("cases/c", "C")
                    .linked("sources_link", &["papers/p"])
                    .saying("See [p](../papers/p.md), [q](../papers/q.md#p-1) and [itself](c.md)."),
            )
            .with(record("papers/p", "P"))
            .with(record("papers/q", "Q").saying("One."))
            .edition("2019-07-11")
    }

    #[test]
    fn every_reference_is_seen_from_the_other_side() {
        let edition = edition();
        let backlinks = Backlinks::of(&edition);
        let to = |name: &str| {
            let index = edition.index_of(&link(name).id).unwrap();
            let seen = backlinks.to(index).iter().map(|backlink| {
                let part = backlink.part.as_deref().unwrap_or("");
                format!("{} {} {part}", edition.record(backlink.from).id, backlink.field)
            });
            seen.collect::<Vec<_>>()
        };
        assert_eq!(
            to("workshops/w"),
            [
                "issues/b at ",
                "issues/b evidence p-1",
                "issues/b evidence p-2",
                "issues/a at ",
                "issues/a evidence p-1",
                "issues/a evidence p-3"
            ]
        );
        assert_eq!(to("papers/q"), ["workshops/w agenda ", "cases/c body p-1"]);
        assert!(to("cases/c").is_empty());
    }

    #[test]
    fn groups_have_words_and_say_nothing_twice() {
        let edition = edition();
        let backlinks = Backlinks::of(&edition);
        let groups = |name: &str| {
            let index = edition.index_of(&link(name).id).unwrap();
            let groups = backlinks.groups(&edition, index);
            groups.into_iter().map(|group| (group.label, group.entries)).collect::<Vec<_>>()
        };
        let of_workshop = groups("workshops/w");
        let labels: Vec<&str> = of_workshop.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["Issues discussed or updated here", "Evidence in issues"]);
        let parts: Vec<Vec<&str>> =
            of_workshop[1].1.iter().map(|entry| entry.parts.iter().map(|part| &**part).collect()).collect();
        assert_eq!(parts, [["p-1", "p-2"], ["p-1", "p-3"]]);
        let labels = |name| groups(name).into_iter().map(|(label, _)| label).collect::<Vec<_>>();
        assert_eq!(labels("papers/p"), ["Workshops it was put to", "Cases it is a source for"]);
        assert_eq!(labels("papers/q"), ["Workshops with it on the agenda", "Cases that mention it"]);
    }
}
