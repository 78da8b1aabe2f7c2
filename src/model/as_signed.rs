//! An archive as it was when an edition of a report was frozen, as far as dates and the edition can tell.
//!
//! In: an archive, its records as the edition's readers see them, and the edition. Out: the archive without
//! what came on record after the day on which the edition was frozen, and with topics under the title, and
//! issues under the topic, that they have in it. Nothing is published from such an archive: it is what a
//! frozen edition is compared with, and what is left out is only that which the edition does not name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::access::{Access, Visibility};
use super::alias;
use super::archive::Archive;
use super::date::Date;
use super::id::{RecordId, Ref};
use super::issue::Issue;
use super::kinds::{Kind, Milestone};
use super::lock::{Form, Frozen};
use super::record::Record;

/// An archive as it was when an edition was frozen.
#[derive(Clone, Debug)]
pub struct AsSigned {
    /// The archive.
    pub archive: Archive,
    /// What the edition words in another way.
    pub otherwise: Vec<Otherwise>,
}

/// A record that an edition words in another way, without saying another thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Otherwise {
    /// Its file.
    pub file: Arc<str>,
    /// The field that was another.
    pub key: &'static str,
    /// How it was: `calls this topic “Metering”`.
    pub was: String,
}

/// The archive as it was when an edition was frozen; `None` where nothing can be told to have been otherwise.
/// `seen` is a record as the readers of the edition see it, who are its `audience`.
pub fn as_signed<'r>(
    archive: &Archive,
    audience: Visibility,
    seen: &dyn Fn(&RecordId) -> Option<&'r Arc<Record>>,
    frozen: &Frozen,
) -> Option<AsSigned> {
    let then = Then::of(archive, audience, frozen);
    let mut changed: BTreeMap<RecordId, Record> = BTreeMap::new();
    let mut otherwise = Vec::new();
    for record in archive.records() {
        let Some(shown) = seen(&record.id) else { continue };
        let (key, was) = match (&record.kind, &shown.kind) {
            (Kind::Topic(_), _) => {
                let Some(title) = then.title(record).filter(|title| **title != shown.title) else { continue };
                let mut was = Record::clone(record);
                title.clone_into(&mut was.title);
                changed.insert(was.id.clone(), was);
                ("title", format!("calls this topic “{title}”"))
            }
            (Kind::Issue(issue), Kind::Issue(shown)) => {
                let Some(topic) = then.topic(record).filter(|topic| *topic != id_of(shown)) else { continue };
                let issue = Issue { topic: topic.cloned().map(Ref::to), ..Issue::clone(issue) };
                let was = Record { kind: Kind::Issue(Box::new(issue)), ..Record::clone(record) };
                changed.insert(was.id.clone(), was);
                match topic {
                    Some(topic) => ("topic", format!("has this issue under `{topic}`")),
                    None => ("topic", "has this issue under no topic".to_owned()),
                }
            }
            _ => continue,
        };
        otherwise.push(Otherwise { file: Arc::clone(&record.source.file), key, was });
    }
    for record in then.later(&changed) {
        let access = Access { visibility: Visibility::Private, ..record.access.clone() };
        changed.insert(record.id.clone(), Record { access, ..Record::clone(record) });
    }
    if changed.is_empty() {
        return None;
    }
    let changed: Vec<Arc<Record>> = changed.into_values().map(Arc::new).collect();
    Some(AsSigned { archive: archive.clone().retold(&changed), otherwise })
}

fn id_of(issue: &Issue) -> Option<&RecordId> {
    issue.topic.as_ref().map(|topic| &topic.id)
}

/// What an edition knows.
struct Then<'a> {
    archive: &'a Archive,
    audience: Visibility,
    frozen: &'a Frozen,
    /// The records that it names, by their names of then.
    names: BTreeSet<RecordId>,
    /// The topics of its chapters, by their names of now.
    topics: BTreeMap<RecordId, &'a str>,
    /// The topics of its issues.
    of_issues: BTreeMap<RecordId, Option<RecordId>>,
}

impl<'a> Then<'a> {
    fn of(archive: &'a Archive, audience: Visibility, frozen: &'a Frozen) -> Self {
        let now = |id: RecordId| match archive.get(&id) {
            Some(_) => id,
            None => archive
                .records()
                .iter()
                .find(|one| former(archive, one).contains(&id))
                .map_or(id, |one| one.id.clone()),
        };
        let (mut topics, mut of_issues, mut chapter) = (BTreeMap::new(), BTreeMap::new(), None);
        for passage in &frozen.passages {
            if passage.form == Form::Heading(2) {
                chapter = passage.topic().map(|slug| now(RecordId::new("topics", slug)));
                let title = passage.title.as_deref().unwrap_or_default();
                topics.extend(chapter.clone().map(|topic| (topic, title)));
            }
            if let (Form::Issue(_), Some(slug)) = (passage.form, passage.id.strip_prefix("issue-")) {
                of_issues.insert(now(RecordId::new("issues", slug)), chapter.clone());
            }
        }
        Then { archive, audience, frozen, names: frozen.names(), topics, of_issues }
    }

    fn title(&self, topic: &Record) -> Option<&'a str> {
        self.topics.get(&topic.id).copied()
    }

    /// The topic under which it has an issue; the inner `None` is no topic.
    fn topic(&self, issue: &Record) -> Option<Option<&RecordId>> {
        let topic = self.of_issues.get(&issue.id)?.as_ref();
        // Under a topic that is not there any more, nothing can be put back.
        topic.is_none_or(|topic| self.archive.get(topic).is_some()).then_some(topic)
    }

    /// Whether it names a record, by the name that it has or by one that it had.
    fn has(&self, record: &Record) -> bool {
        self.names.contains(&record.id)
            || former(self.archive, record).iter().any(|id| self.names.contains(id))
    }

    /// What came on record since, with the actions of workshops that did.
    fn later(&self, put_back: &BTreeMap<RecordId, Record>) -> Vec<&'a Record> {
        let records = || self.archive.records().iter().map(|record| &**record);
        let is_later = |record: &&Record| !self.has(record) && self.came_later(record, put_back);
        let of_itself: BTreeSet<&RecordId> = records().filter(is_later).map(|record| &record.id).collect();
        let with = |record: &&Record| match &record.kind {
            Kind::Action(action) => {
                let workshop = action.workshop.as_ref();
                !self.has(record) && workshop.is_some_and(|workshop| of_itself.contains(&workshop.id))
            }
            _ => false,
        };
        records().filter(|record| of_itself.contains(&record.id) || with(record)).collect()
    }

    fn came_later(&self, record: &Record, put_back: &BTreeMap<RecordId, Record>) -> bool {
        let is_later = |date: Option<Date>| date.is_some_and(|date| date.earliest() > self.frozen.frozen_on);
        let Access { embargo, release, .. } = &record.access;
        // What is released to the public was there for members before.
        let release = release.as_ref().filter(|_| self.audience == Visibility::Public);
        if is_later(*embargo) || is_later(release.map(|release| release.on)) {
            return true;
        }
        match &record.kind {
            Kind::Artefact(artefact) => is_later(artefact.date),
            Kind::Paper(paper) => is_later(paper.date),
            Kind::Milestone(milestone) => is_later(milestone.due) && !self.was_promised(milestone),
            // A topic has no date. One that the edition has no chapter for, and under which nothing was raised
            // by then, would add nothing but an empty one.
            Kind::Topic(_) => !self.archive.records().iter().any(|other| {
                match put_back.get(&other.id).map_or(&other.kind, |other| &other.kind) {
                    Kind::Issue(issue) => {
                        id_of(issue) == Some(&record.id) && issue.raised_by(self.frozen.as_of)
                    }
                    _ => false,
                }
            }),
            _ => false,
        }
    }

    /// Whether the table that a milestone stands in was on record by then.
    fn was_promised(&self, milestone: &Milestone) -> bool {
        let source = milestone.source.as_ref().and_then(|source| self.archive.get(&source.id));
        source.and_then(|source| source.date()).is_some_and(|date| date.earliest() <= self.frozen.as_of)
    }
}

/// The names that a record had, by its old addresses.
fn former(archive: &Archive, record: &Record) -> Vec<RecordId> {
    alias::names(&record.aliases, archive.config().base_url.as_deref())
}
