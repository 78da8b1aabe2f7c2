//! What a report covers: its day and period, the report before, the issues raised and the actions
//! made by then, each as it stood on that day.
//!
//! In: an edition and one of its reports. Out: `Scope`, which every chapter is written from, so that
//! all of them count the same things.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil;

use crate::audience::Edition;
use crate::model::action::{Action, State, Stood};
use crate::model::date::{Date, Interval};
use crate::model::id::Ref;
use crate::model::issue::Issue;
use crate::model::kinds::{Kind, Report, Topic};
use crate::model::record::Record;
use crate::model::standing::{Counts, Heading, Standing};
use crate::model::words::{Words, of_language};

use super::before::Before;
use super::moves::{self, Move};
use super::name;
use super::on_record;
use super::tree::{Inline, Target};

/// What a report covers.
pub(super) struct Scope<'e> {
    pub(super) edition: &'e Edition,
    pub(super) record: &'e Record,
    pub(super) report: &'e Report,
    /// The last day of the period; the edition's day where that has no end or is still to come.
    pub(super) as_of: civil::Date,
    /// Whether the period has not ended yet.
    pub(super) running: bool,
    pub(super) period: Interval,
    pub(super) previous: Option<Before<'e>>,
    /// The topics in their order.
    pub(super) topics: Vec<(usize, &'e Record, &'e Topic)>,
    /// The issues raised by then, by topic, date and title.
    pub(super) issues: Vec<Stand<'e>>,
    /// The actions made by then, in the order of the register.
    pub(super) acts: Vec<Act<'e>>,
    /// The parties of the dialogue, those that state a view on most issues first.
    pub(super) parties: Vec<&'e str>,
    /// How many notes the texts have so far.
    pub(super) notes: Cell<u32>,
    /// The words of the language that its editors write, where that is not the report's.
    narrators: Option<Arc<Words>>,
    places: BTreeMap<usize, usize>,
}

/// An issue as it stood.
pub(super) struct Stand<'e> {
    pub(super) index: usize,
    pub(super) record: &'e Record,
    pub(super) issue: &'e Issue,
    pub(super) topic: Option<usize>,
    pub(super) standing: Standing<'e>,
    pub(super) movement: Move,
}

impl Act<'_> {
    /// A link to it by its name.
    pub(super) fn link(&self) -> Inline {
        Inline::Link(self.name.clone(), Target::Record(Ref::to(self.record.id.clone())))
    }
}

/// An action as it stood.
pub(super) struct Act<'e> {
    pub(super) index: usize,
    pub(super) record: &'e Record,
    pub(super) action: &'e Action,
    /// Its name, with its series.
    pub(super) name: Vec<Inline>,
    /// Its state on the day.
    pub(super) state: State,
    /// When it was promised.
    pub(super) made: Option<Date>,
    /// When it came to its state, where that was by then.
    pub(super) changed: Option<Date>,
}

impl<'e> Scope<'e> {
    /// The scope of a report; `None` where the record is no report.
    pub(super) fn of(edition: &'e Edition, index: usize) -> Option<Self> {
        let record = &**edition.record(index);
        let Kind::Report(report) = &record.kind else { return None };
        let as_of = report.as_at(edition.today());
        let period = report.period.unwrap_or(Interval { from: None, to: None });
        let previous = Before::of(edition, report);
        let topics = topics(edition);
        let issues = issues(edition, as_of, previous.as_ref(), &topics);
        let acts = acts(edition, as_of);
        let places = acts.iter().enumerate().map(|(place, act)| (act.index, place)).collect();
        let parties = parties(&issues, as_of);
        Some(Scope {
            edition,
            record,
            report,
            as_of,
            running: report.as_of().is_some_and(|end| end > as_of),
            period,
            previous,
            topics,
            issues,
            acts,
            parties,
            notes: Cell::new(0),
            narrators: edition
                .is_foreign(index, record.body.text())
                .then(|| of_language(edition.config().main_language())),
            places,
        })
    }

    /// The day of the report as a date to be shown.
    pub(super) fn day(&self) -> Date {
        Date::from_day(self.as_of)
    }

    /// The words in which numbers and names are put into what its editors write.
    pub(super) fn narrators(&self) -> &Words {
        self.narrators.as_deref().unwrap_or_else(|| self.edition.words())
    }

    /// What the report says within what its editors write, marked where they write another language.
    pub(super) fn among_narrators(&self, line: Vec<Inline>) -> Vec<Inline> {
        match self.narrators {
            Some(_) => vec![Inline::Spoken(self.edition.language().to_owned(), line)],
            None => line,
        }
    }

    /// The action of this index, where it was made by then.
    pub(super) fn act(&self, index: usize) -> Option<&Act<'e>> {
        self.places.get(&index).map(|place| &self.acts[*place])
    }

    /// How many issues stand under each heading.
    pub(super) fn counts(&self) -> Counts {
        self.issues.iter().map(|stand| stand.standing.heading).collect()
    }

    /// The issues of a topic, or those without one.
    pub(super) fn of_topic(&self, topic: Option<usize>) -> impl Iterator<Item = &Stand<'e>> {
        self.issues.iter().filter(move |stand| stand.topic == topic)
    }

    /// The issues under a heading.
    pub(super) fn under(&self, heading: Heading) -> impl Iterator<Item = &Stand<'e>> {
        self.issues.iter().filter(move |stand| stand.standing.heading == heading)
    }

    /// Whether a date may lie in the period.
    pub(super) fn covers(&self, date: Date) -> bool {
        self.period.touches(date)
    }
}

/// The topics in their order: by number where they have one, then by title.
fn topics(edition: &Edition) -> Vec<(usize, &Record, &Topic)> {
    let mut topics: Vec<_> = edition
        .collection("topics")
        .filter_map(|index| match &edition.record(index).kind {
            Kind::Topic(topic) => Some((index, &**edition.record(index), &**topic)),
            _ => None,
        })
        .collect();
    topics.sort_by_key(|(_, record, topic)| {
        (topic.order.is_none(), topic.order, record.title.to_lowercase(), record.id.clone())
    });
    topics
}

fn issues<'e>(
    edition: &'e Edition,
    as_of: civil::Date,
    previous: Option<&Before<'_>>,
    topics: &[(usize, &Record, &Topic)],
) -> Vec<Stand<'e>> {
    let mut issues: Vec<Stand<'e>> = edition
        .collection("issues")
        .filter_map(|index| {
            let record = &**edition.record(index);
            let Kind::Issue(issue) = &record.kind else { return None };
            issue.raised_by(as_of).then(|| Stand {
                index,
                record,
                issue,
                topic: topic(edition, issue),
                standing: issue.standing(as_of),
                movement: moves::movement(edition, record, issue, as_of, previous),
            })
        })
        .collect();
    let place = |topic: Option<usize>| topics.iter().position(|(index, ..)| Some(*index) == topic);
    issues.sort_by_cached_key(|stand| {
        let place = place(stand.topic).unwrap_or(usize::MAX);
        let raised = stand.issue.raised_on;
        (place, raised.is_none(), raised, stand.record.title.to_lowercase(), stand.index)
    });
    issues
}

/// The topic of an issue, where the edition holds it as a topic.
fn topic(edition: &Edition, issue: &Issue) -> Option<usize> {
    let index = edition.index_of(&issue.topic.as_ref()?.id)?;
    matches!(edition.record(index).kind, Kind::Topic(_)).then_some(index)
}

/// Who states a view on at least a quarter of the issues on which anybody does: the parties whose
/// silence on one is worth telling.
fn parties<'e>(issues: &[Stand<'e>], as_of: civil::Date) -> Vec<&'e str> {
    let mut heard: BTreeMap<&str, usize> = BTreeMap::new();
    let mut told = 0;
    for stand in issues {
        let past = stand.issue.history.iter().filter(|event| event.on.latest() <= as_of);
        let parties: BTreeSet<&str> =
            past.flat_map(|event| &event.positions).map(|position| &*position.party).collect();
        told += usize::from(!parties.is_empty());
        parties.into_iter().for_each(|party| *heard.entry(party).or_default() += 1);
    }
    let mut parties: Vec<(usize, &str)> =
        heard.into_iter().map(|(party, n)| (n, party)).filter(|(n, _)| n * 4 >= told).collect();
    parties.sort_by_key(|(n, party)| (std::cmp::Reverse(*n), *party));
    parties.into_iter().map(|(_, party)| party).collect()
}

fn acts(edition: &Edition, as_of: civil::Date) -> Vec<Act<'_>> {
    let mut acts: Vec<Act<'_>> = edition
        .collection("actions")
        .filter_map(|index| {
            let record = &**edition.record(index);
            let Kind::Action(action) = &record.kind else { return None };
            let made = made(edition, action);
            let by_then = on_record::was_made(made, as_of);
            let Stood { state, on: changed, .. } = action.stood_at(as_of);
            let name = name::of_record(edition, record);
            by_then.then_some(Act { index, record, action, name, state, made, changed })
        })
        .collect();
    acts.sort_by_cached_key(|act| {
        let key = (act.made.is_none(), act.made, act.action.workshop.as_ref().map(|to: &Ref| to.id.clone()));
        (key, act.action.number.is_none(), act.action.number, act.action.log_number, act.index)
    });
    acts
}

fn made(edition: &Edition, action: &Action) -> Option<Date> {
    let held = action.workshop.as_ref().and_then(|workshop| match &edition.get(&workshop.id)?.kind {
        Kind::Workshop(workshop) => workshop.date,
        _ => None,
    });
    held.or(action.raised)
}
