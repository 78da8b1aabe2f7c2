//! What changed between two states of an archive, as one audience sees it.
//!
//! In: two editions, each with the day as at which it is looked at; or two editions of a report. Out:
//! a `Diff` of plain words that text and Markdown draw alike. What is compared are editions, so
//! nothing is told that the audience could not see in the one or the other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hayagriva::Entry;
use jiff::civil;

use super::report::{name, reports};
use super::timetable::standing;
use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::id::{RecordId, Ref};
use crate::model::kinds::Kind;
use crate::model::lock::{Frozen, Passage};
use crate::model::record::Record;
use crate::model::renamed::Renamed;
use crate::model::standing::{Counts, Heading};

/// A state of an archive.
#[derive(Clone, Copy, Debug)]
pub struct State<'e> {
    /// What could be seen.
    pub edition: &'e Edition,
    /// As at which day.
    pub day: civil::Date,
    /// Whether records dated after the day are left out: where two days are compared, not where two
    /// revisions are.
    pub by_date: bool,
}

/// What changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// How many issues stood under each heading, before and after.
    pub counts: [[usize; 4]; 2],
    /// What changed, in sections; those without a change are left out.
    pub sections: Vec<Section>,
}

/// Changes of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What they are of: `Issues`.
    pub title: String,
    /// The changes.
    pub changes: Vec<Change>,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub sort: Sort,
    /// The record, or the passage.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What changed in it, a line each.
    pub words: Vec<String>,
}

/// What happened to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// It is new.
    Added,
    /// It is another.
    Changed,
    /// It is gone.
    Removed,
}

/// What changed from one state to another.
pub fn between(from: State<'_>, to: State<'_>) -> Diff {
    let counts = [counts(from), counts(to)].map(|counts| Heading::ALL.map(|heading| counts.of(heading)));
    let mut sections: BTreeMap<usize, Section> = BTreeMap::new();
    let base_url = to.edition.config().base_url.as_deref();
    let renamed = Renamed::between(from.edition.records().iter(), to.edition.records(), base_url);
    let (mut before, after) = (records(from), records(to));
    // A record that was renamed is the same one.
    before = before.into_iter().map(|(id, record)| (renamed.now(id), record)).collect();
    let ids: BTreeSet<&RecordId> = before.keys().chain(after.keys()).copied().collect();
    for id in ids {
        let (was, is) = (before.get(id).copied(), after.get(id).copied());
        let Some(record) = is.or(was) else { continue };
        let words = match (was, is) {
            (Some(was), Some(is)) => changed(was, is, (from, to), &renamed),
            (None, Some(is)) => stands(is, to).into_iter().collect(),
            _ => Vec::new(),
        };
        let sort = match (was, is) {
            (Some(_), Some(_)) if words.is_empty() => continue,
            (Some(_), Some(_)) => Sort::Changed,
            (None, _) => Sort::Added,
            (_, None) => Sort::Removed,
        };
        let schema = to.edition.schema();
        let place = schema.collections().iter().position(|one| &*one.name == id.collection());
        let section = sections
            .entry(place.unwrap_or(usize::MAX))
            .or_insert_with(|| Section { title: schema.label(id.collection()), changes: Vec::new() });
        let title = record.title.clone();
        section.changes.push(Change { sort, id: id.to_string(), title, words });
    }
    let mut sections: Vec<Section> = sections.into_values().collect();
    if !to.by_date {
        sections.extend(works(from, to));
    }
    Diff { counts, sections }
}

/// The works that reports cite: a work that none of them cites is told to nobody.
fn works(from: State<'_>, to: State<'_>) -> Option<Section> {
    let cited = |state: State<'_>| -> BTreeMap<String, Entry> {
        let keys = reports(state.edition).into_iter().flat_map(|report| report.cited);
        keys.filter_map(|key| Some((key.clone(), state.edition.works().get(&key)?.entry.clone()))).collect()
    };
    let (before, after) = (cited(from), cited(to));
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let change = |key: &String| {
        let (was, is) = (before.get(key), after.get(key));
        let sort = match (was, is) {
            (Some(was), Some(is)) if was == is => return None,
            (Some(_), Some(_)) => Sort::Changed,
            (None, _) => Sort::Added,
            (_, None) => Sort::Removed,
        };
        let title = is.or(was).and_then(Entry::title).map_or_else(String::new, ToString::to_string);
        Some(Change { sort, id: key.clone(), title, words: Vec::new() })
    };
    let changes: Vec<Change> = keys.into_iter().filter_map(change).collect();
    (!changes.is_empty()).then(|| Section { title: "Works cited".to_owned(), changes })
}

fn counts(state: State<'_>) -> Counts {
    let issues = state.edition.records().iter().filter_map(|record| match &record.kind {
        Kind::Issue(issue) => Some(&**issue),
        _ => None,
    });
    crate::model::standing::counts(issues, state.day)
}

fn records(state: State<'_>) -> BTreeMap<&RecordId, &Arc<Record>> {
    let there = |record: &&Arc<Record>| {
        let raised = match &record.kind {
            Kind::Issue(issue) => issue.raised_by(state.day),
            _ => record_date(state.edition, record).is_none_or(|date| date.earliest() <= state.day),
        };
        !state.by_date || raised
    };
    state.edition.records().iter().filter(there).map(|record| (&record.id, record)).collect()
}

/// The date from which a record is there: for an action when it was raised or that of its meeting, and none for a promise.
fn record_date(edition: &Edition, record: &Record) -> Option<Date> {
    match &record.kind {
        Kind::Action(action) => {
            let meeting = action.workshop.as_ref().and_then(|workshop| edition.get(&workshop.id));
            action.raised.or_else(|| meeting?.date())
        }
        Kind::Milestone(_) => None,
        _ => record.date(),
    }
}

/// How a record stands, where it can stand in several ways.
fn stands(record: &Record, state: State<'_>) -> Option<String> {
    match &record.kind {
        Kind::Issue(issue) => Some(issue.standing(state.day).heading.in_words().to_owned()),
        Kind::Action(action) => Some(action.state_at(state.day).in_words().to_owned()),
        Kind::Milestone(milestone) => Some(standing(state.edition, milestone, state.day).in_words()),
        _ => None,
    }
}

fn changed(
    was: &Arc<Record>,
    is: &Arc<Record>,
    (from, to): (State<'_>, State<'_>),
    renamed: &Renamed,
) -> Vec<String> {
    let mut words = Vec::new();
    if was.id != is.id {
        words.push(format!("it was called `{}`", was.id));
    }
    let (then, now) = (stands(was, from), stands(is, to));
    if let (Some(then), Some(now)) = (&then, &now)
        && then != now
    {
        words.push(format!("{then} → {now}"));
    }
    if let (Kind::Issue(was), Kind::Issue(is)) = (&was.kind, &is.kind) {
        let (before, after) = (was.standing(from.day), is.standing(to.day));
        if then == now && before.rule != after.rule {
            words.push(format!("{} → {}", before.rule.name(), after.rule.name()));
        }
        let seen = |event: &&crate::model::issue::Event| event.on.latest() <= from.day;
        let by_name = renamed.issue(was);
        let known: Vec<_> = by_name.history.iter().filter(seen).collect();
        for event in is.history.iter().filter(|event| event.on.latest() <= to.day) {
            if !known.contains(&event) {
                let at =
                    event.at.as_ref().map_or_else(String::new, |at| format!(", {}", place(to.edition, at)));
                words.push(format!(
                    "entry of {}{at}: {}, {}",
                    event.on.in_words(),
                    event.agreement.in_words(),
                    event.work.in_words()
                ));
            }
        }
        if known.iter().any(|event| !is.history.contains(event)) {
            words.push("an entry of its history was changed or taken out".to_owned());
        }
    }
    if was.title != is.title {
        words.push(format!("its title was “{}”", was.title));
    }
    let is_same = Arc::ptr_eq(was, is) || from.by_date || alike(was, is);
    if words.is_empty() && !is_same {
        words.push(what(was, is));
    }
    words
}

/// Whether two states of a record show the same: where it stands in its file does not matter.
fn alike(was: &Record, is: &Record) -> bool {
    let mut was = was.clone();
    was.source.clone_from(&is.source);
    was == *is
}

/// Which part of a record changed.
fn what(was: &Record, is: &Record) -> String {
    let parts = [
        ("summary", was.summary != is.summary),
        ("text", was.body != is.body),
        ("visibility", was.access != is.access),
        ("addresses", was.aliases != is.aliases),
    ];
    let mut changed: Vec<String> =
        parts.into_iter().filter(|(_, changed)| *changed).map(|(name, _)| name.to_owned()).collect();
    let keys: BTreeSet<&str> = was.fields.iter().chain(&is.fields).map(|field| &*field.key).collect();
    changed
        .extend(keys.into_iter().filter(|key| was.field(key) != is.field(key)).map(|key| format!("`{key}`")));
    if was.kind != is.kind || changed.is_empty() {
        changed.push("its own fields".to_owned());
    }
    format!("changed: {}", changed.join(", "))
}

fn place(edition: &Edition, at: &Ref) -> String {
    name::of(edition, at)
}

/// What changed from one edition of a report to another.
pub fn editions(from: &Frozen, to: &Frozen) -> Diff {
    let count = |frozen: &Frozen| {
        Heading::ALL.map(|heading| frozen.issues.iter().filter(|issue| issue.heading == heading).count())
    };
    let mut issues = Section { title: "Issues".to_owned(), changes: Vec::new() };
    let mut passages = Section { title: "Passages".to_owned(), changes: Vec::new() };
    // Two reports may both be in their first edition.
    let of = |frozen: &Frozen| match from.title == to.title {
        true => format!("edition {}", frozen.edition),
        false => format!("edition {} of “{}”", frozen.edition, frozen.title),
    };
    let title = |passage: &Passage| passage.title.clone().unwrap_or_else(|| passage.text.clone());
    let find = |of: &Frozen, id: &str| of.passages.iter().position(|passage| passage.id == id);
    for passage in &to.passages {
        let was = find(from, &passage.id).map(|at| &from.passages[at]);
        let is_issue = matches!(passage.form, crate::model::lock::Form::Issue(_));
        let mut words = Vec::new();
        if let Some(was) = was {
            if was.number != passage.number && was.hash() == passage.hash() {
                continue;
            }
            if was == passage {
                continue;
            }
            let id = RecordId::new("issues", passage.id.strip_prefix("issue-").unwrap_or(&passage.id));
            if let (Some(then), Some(now)) = (from.heading_of(&id), to.heading_of(&id))
                && then != now
            {
                words.push(format!("{} → {}", then.in_words(), now.in_words()));
            }
            words.push(format!("{} of {}, {} of {}", was.name(), of(from), passage.name(), of(to)));
        } else {
            words.push(format!("{} of {}", passage.name(), of(to)));
        }
        let sort = if was.is_some() { Sort::Changed } else { Sort::Added };
        let section = if is_issue { &mut issues } else { &mut passages };
        section.changes.push(Change { sort, id: passage.id.clone(), title: title(passage), words });
    }
    for passage in from.passages.iter().filter(|passage| find(to, &passage.id).is_none()) {
        let words = vec![format!("{} of {}", passage.name(), of(from))];
        let id = passage.id.clone();
        passages.changes.push(Change { sort: Sort::Removed, id, title: title(passage), words });
    }
    let sections = [issues, passages].into_iter().filter(|section| !section.changes.is_empty()).collect();
    Diff { counts: [count(from), count(to)], sections }
}
