//! Which records an audience may see as at a day, and where references lead then.
//!
//! In: the archive. Out: `Sight`, which every other file of this room asks. It changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil;
use rayon::prelude::*;

use super::Audience;
use super::hidden::hides_body;
use super::passages::Left;
use super::redact;
use crate::model::access::{Access, Visibility};
use crate::model::archive::{Alone, Archive};
use crate::model::erratum;
use crate::model::id::{RecordId, Ref};
use crate::model::issue::Event;
use crate::model::kinds::Kind;
use crate::model::lock::Lock;
use crate::model::marking::is_closed;
use crate::model::participants::Names;
use crate::model::record::Record;
use crate::model::write_up::{WriteUp, WrittenAction};

/// What an audience sees of an archive.
pub(super) struct Sight<'a> {
    pub(super) archive: &'a Archive,
    pub(super) audience: Audience,
    /// The records of the archive, and behind them those of actions as their write-ups alone tell them.
    records: Vec<&'a Arc<Record>>,
    shown: Vec<bool>,
    /// The actions that are seen as their write-ups alone tell them, by their names and by those of their files.
    alone: BTreeMap<&'a RecordId, usize>,
    by_file: BTreeMap<&'a RecordId, &'a Alone>,
    /// What is left of each body that does not stay whole.
    left: Vec<Option<Left>>,
    /// The actions that are in the edition, by workshop and number: each is a part of its workshop,
    /// even where only a file knows it.
    actions: BTreeSet<(&'a RecordId, u32)>,
    /// The participants whose names need a sign-off; nobody where the audience may see them.
    pub(super) names: Names,
    pub(super) today: civil::Date,
}

/// Where a reference leads.
#[derive(Debug, PartialEq)]
pub(super) enum Leads {
    /// Where it says.
    There,
    /// To the record, or to another number in it.
    To(Ref),
    /// To nothing that the audience may see.
    Nowhere,
}

impl<'a> Sight<'a> {
    /// Looks at an archive for an audience as at a day.
    pub(super) fn of(archive: &'a Archive, audience: Audience, today: civil::Date) -> Self {
        let all = archive.records();
        let records: Vec<_> = all.iter().chain(archive.alone().iter().map(|one| &one.record)).collect();
        let names = match audience {
            Audience::Public => Names::of_archive(archive),
            Audience::Members => Names::default(),
        };
        let may_see = |record: &Record| {
            may_see(record, audience, today) && (names.is_empty() || names.may_show(record, today))
        };
        let mut shown: Vec<bool> = records.iter().map(|record| may_see(record)).collect();
        // What a file says of an action is in the place of what the write-up says, for those who see the file.
        for (n, one) in archive.alone().iter().enumerate() {
            let is_said = |id| archive.index_of(id).is_some_and(|n| shown[n]);
            let is_another = one.record.id != one.file && archive.index_of(&one.record.id).is_some();
            shown[all.len() + n] &= !is_said(&one.file) && !is_another;
        }
        let left = records
            .par_iter()
            .zip(&shown)
            .map(|(record, shown)| {
                let collection = record.id.collection();
                let redacted = redact::of_body(record).filter(|_| audience == Audience::Public);
                match hides_body(archive.config(), collection, audience.up_to()) {
                    _ if !shown || record.body.is_empty() => None,
                    true => Some(Left::nothing(&record.body)),
                    false => match redacted {
                        Some(redacted) => Some(Left::withheld(&record.body, &redacted.reason)),
                        None => Left::of(&record.body, audience),
                    },
                }
            })
            .collect();
        let (alone, by_file, actions) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        let mut sight =
            Sight { archive, audience, records, shown, alone, by_file, left, actions, names, today };
        // An action without a file of its own is a part of its write-up.
        for n in 0..sight.records.len() {
            let record = sight.record(n);
            sight.shown[n] = sight.shown[n] && (record.source.own_file || sight.written(record).is_some());
        }
        for (n, one) in archive.alone().iter().enumerate().filter(|(n, _)| sight.shown[all.len() + n]) {
            sight.alone.insert(&one.record.id, all.len() + n);
            sight.by_file.insert(&one.file, one);
        }
        let shown = (0..sight.records.len()).filter(|n| sight.shown[*n]);
        sight.actions = shown.filter_map(|n| number_at(sight.record(n))).collect();
        sight
    }

    /// The record at this place of the archive.
    pub(super) fn record(&self, index: usize) -> &'a Record {
        self.source(index)
    }

    /// The same, to be shared.
    pub(super) fn source(&self, index: usize) -> &'a Arc<Record> {
        self.records[index]
    }

    /// How many records an edition may have.
    pub(super) fn count(&self) -> usize {
        self.records.len()
    }

    /// Whether a record is in the edition.
    pub(super) fn shows(&self, index: usize) -> bool {
        self.shown[index]
    }

    /// What is left of the body of a record; `None` where it stays whole.
    pub(super) fn left(&self, index: usize) -> Option<&Left> {
        self.left[index].as_ref()
    }

    /// The record of this name, if it is in the edition.
    pub(super) fn find(&self, id: &RecordId) -> Option<usize> {
        self.index(id).filter(|n| self.shown[*n]).or_else(|| self.alone.get(id).copied())
    }

    /// Whether anybody is declared as a participant.
    pub(super) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether a collection has a record that is in the edition.
    pub(super) fn shows_any_of(&self, collection: &str) -> bool {
        let records = self.archive.records();
        let start = records.partition_point(|record| record.id.collection() < collection);
        let of = records[start..].iter().take_while(|record| record.id.collection() == collection);
        of.zip(&self.shown[start..]).any(|(_, shown)| *shown)
            || self.alone.keys().any(|id| id.collection() == collection)
    }

    /// Whether a field of a record is kept from the audience, by `annals.yaml` or by the record itself.
    pub(super) fn keeps(&self, id: &RecordId, key: &str) -> bool {
        let withholds = |n: usize| {
            let mut redactions = self.record(n).access.redactions.iter();
            redactions.any(|one| one.path.root() == Some(key))
        };
        let is_public = self.audience == Audience::Public;
        self.hides(id, key) || is_public && self.index(id).is_some_and(withholds)
    }

    /// What a record is called instead, where its title is kept from the audience.
    pub(super) fn title_instead(&self, id: &RecordId) -> Option<String> {
        if self.hides(id, "title") {
            let collection = self.archive.schema().collection(id.collection());
            return Some(collection.map_or_else(|| "Record".to_owned(), |known| known.singular.clone()));
        }
        self.keeps(id, "title").then(|| "[withheld]".to_owned())
    }

    /// Whether `annals.yaml` keeps a field of a record from the audience.
    pub(super) fn hides(&self, id: &RecordId, key: &str) -> bool {
        self.archive.config().collection(id.collection()).is_some_and(|said| {
            said.fields
                .iter()
                .any(|(known, field)| **known == *key && field.visibility > Some(self.audience.up_to()))
        })
    }

    fn index(&self, id: &RecordId) -> Option<usize> {
        self.archive.index_of(id)
    }

    /// Where a reference leads. A part that cannot be seen and one that does not exist are the same:
    /// the reader is led to the record. Where the file of an action is hidden, a record that calls the action
    /// by the name that the write-up gives it leads to what that says, as it would without the file.
    pub(super) fn lead(&self, from: &RecordId, link: &Ref) -> Leads {
        let Some(n) = self.find(&link.id) else {
            let named = self.by_file.get(&link.id).filter(|one| one.named_by.contains(from));
            return named.map_or(Leads::Nowhere, |one| Leads::To(Ref::to(one.record.id.clone())));
        };
        let Some(part) = &link.part else { return Leads::There };
        if link.id.collection() == "reports" && self.is_frozen(link, part) {
            return Leads::There;
        }
        let number = part.strip_prefix("action-").and_then(|number| number.parse().ok());
        let now = match &self.left[n] {
            _ if number.is_some_and(|number| self.actions.contains(&(&link.id, number))) => {
                Some(part.clone())
            }
            _ if matches!(self.record(n).kind, Kind::Issue(_)) && part.starts_with("event-") => {
                self.event(n, part)
            }
            Some(left) => left.part(part),
            None => self.record(n).body.has_part(part).then(|| part.clone()),
        };
        if now.as_ref() == Some(part) {
            return Leads::There;
        }
        Leads::To(Ref { id: link.id.clone(), part: now })
    }

    /// Whether a part of a report is a place in an edition that was frozen for this audience.
    fn is_frozen(&self, report: &Ref, part: &str) -> bool {
        let (number, paragraph) = erratum::place(Some(part));
        let seen = |lock: &&Arc<Lock>| lock.report == report.id && lock.audience <= self.audience.up_to();
        self.archive.locks().iter().filter(seen).any(|lock| {
            let frozen = number.map_or_else(|| lock.newest(), |number| lock.edition(number));
            frozen.is_some_and(|frozen| paragraph.is_none_or(|part| frozen.passage(part).is_some()))
        })
    }

    /// The name that an entry of an issue's history has among those that can be seen.
    fn event(&self, issue: usize, part: &str) -> Option<Arc<str>> {
        let Kind::Issue(issue) = &self.record(issue).kind else { return None };
        let number: usize = part.strip_prefix("event-")?.parse().ok()?;
        let seen = |event: &Event| event.visibility <= self.audience.up_to();
        let (before, entry) = (issue.history.get(..number.checked_sub(1)?)?, issue.history.get(number - 1)?);
        seen(entry).then(|| {
            let now = before.iter().filter(|event| seen(event)).count() + 1;
            format!("event-{now}").into()
        })
    }

    /// What the part of the write-up that can be seen says of an action.
    pub(super) fn written(&self, action: &Record) -> Option<&WrittenAction> {
        let Kind::Action(kind) = &action.kind else { return None };
        let number = kind.number?;
        let write_up = self.write_up(kind.workshop.as_ref()?)?;
        write_up.actions.iter().find(|action| action.number == number)
    }

    /// Whether something of the body of a record that is in the edition is taken out.
    pub(super) fn is_cut(&self, id: &RecordId) -> bool {
        self.find(id).is_some_and(|n| self.left[n].is_some())
    }

    fn write_up(&self, workshop: &Ref) -> Option<&WriteUp> {
        let n = self.find(&workshop.id)?;
        match &self.left[n] {
            Some(left) => left.body.write_up(),
            None => self.record(n).body.write_up(),
        }
    }
}

/// The workshop and the number by which an action is known.
fn number_at(record: &Record) -> Option<(&RecordId, u32)> {
    match &record.kind {
        Kind::Action(action) => Some((&action.workshop.as_ref()?.id, action.number?)),
        _ => None,
    }
}

/// Whether a record is for an audience as at a day. An embargo on a coarse date lifts only when it
/// certainly has: after the last day that the date may mean has come. A document whose marking keeps
/// it from the public is public from its release on, and never without one; so is any record whose release is to come.
fn may_see(record: &Record, audience: Audience, today: civil::Date) -> bool {
    let Access { visibility: _, embargo, release, sign_offs: _, redactions: _, draft } = &record.access;
    let access = &record.access;
    let is_marked = match &record.kind {
        Kind::Paper(paper) => paper.marking.as_deref().is_some_and(is_closed),
        _ => false,
    };
    match audience {
        Audience::Public => {
            access.visibility == Visibility::Public
                && !draft
                && embargo.is_none_or(|embargo| embargo.latest() <= today)
                && release.as_ref().map_or(!is_marked, |release| release.on.latest() <= today)
        }
        Audience::Members => access.visibility <= Visibility::Members,
    }
}
