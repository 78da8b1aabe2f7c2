//! What is particular to each built-in kind of record that the program computes with.
//!
//! Cases, components, methods, organisations, sources, locations and collections that nobody
//! foresaw are `Kind::Plain`: their fields are values to be shown.

use std::sync::Arc;

use super::action::Action;
use super::announced::{Announcement, Narrative, PutOff};
use super::date::{Date, Interval};
use super::id::Ref;
use super::issue::Issue;
use super::standing::Heading;

/// What kind of record it is.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum Kind {
    /// Fields and a body.
    Plain,
    /// One meeting.
    Workshop(Box<Workshop>),
    /// A document put to a workshop.
    Paper(Box<Paper>),
    /// An issue area.
    Topic(Box<Topic>),
    /// A question that was raised.
    Issue(Box<Issue>),
    /// A promise.
    Action(Box<Action>),
    /// What an action produced.
    Artefact(Box<Artefact>),
    /// A promised publication.
    Milestone(Box<Milestone>),
    /// What a member registered.
    Interest(Box<Interest>),
    /// An annual report.
    Report(Box<Report>),
    /// A page of prose.
    Page {
        /// Its place among the pages.
        order: Option<i64>,
    },
}

/// One meeting.
#[derive(Clone, Debug, PartialEq, Default, Hash)]
pub struct Workshop {
    /// Its number, where it was counted.
    pub number: Option<u32>,
    /// When it was or is to be.
    pub date: Option<Date>,
    /// Whether it was still to come when the record was written.
    pub planned: bool,
    /// Where.
    pub place: Option<String>,
    /// Who ran it.
    pub facilitator: Option<Ref>,
    /// What it was for, Markdown, one item each.
    pub purpose: Vec<String>,
    /// What was on the agenda.
    pub agenda: Vec<AgendaItem>,
    /// The papers put to it.
    pub papers: Vec<Ref>,
    /// The topics it discussed.
    pub topics: Vec<Ref>,
    /// Where the facts come from.
    pub sources: Vec<Ref>,
    /// Who took part.
    pub participants: Participants,
}

/// An item of an agenda.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct AgendaItem {
    /// When in the day.
    pub time: Option<String>,
    /// What, Markdown.
    pub item: String,
    /// The papers for it.
    pub papers: Vec<Ref>,
}

/// Who took part: a count, groups, and names only with sign-off.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash)]
pub struct Participants {
    /// How many in all.
    pub count: Option<Count>,
    /// How many of each group.
    pub groups: Vec<(Arc<str>, Option<Count>)>,
    /// Named participants; the edition for the public holds only those whose sign-off covers it.
    pub names: Vec<Participant>,
}

/// A number of people, as far as it may be told. The archive has each exactly; the public edition
/// has no number of a group so small that its members could be recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// The number itself.
    Exactly(u32),
    /// Some number below this one.
    FewerThan(u32),
    /// Not told, because a small number could be worked out from it.
    NotGiven,
}

impl std::fmt::Display for Count {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Count::Exactly(n) => write!(out, "{n}"),
            Count::FewerThan(n) => write!(out, "fewer than {n}"),
            Count::NotGiven => out.write_str("not given"),
        }
    }
}

/// A named participant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Participant {
    /// The name.
    pub name: Arc<str>,
    /// The group that stands in for the name without sign-off.
    pub group: Option<Arc<str>>,
    /// Initialisms and other names.
    pub known_as: Vec<Arc<str>>,
}

/// A document put to a workshop.
#[derive(Clone, Debug, PartialEq, Default, Hash)]
pub struct Paper {
    /// Its reference, as in `P01`.
    pub reference: Option<Arc<str>>,
    /// Its version, as written.
    pub version: Option<Arc<str>>,
    /// Its date.
    pub date: Option<Date>,
    /// What kind of paper, as written: stimulus, discussion, progress, extemporary.
    pub kind: Option<Arc<str>>,
    /// The marking it bore.
    pub marking: Option<String>,
    /// The version before it.
    pub supersedes: Option<Ref>,
    /// The workshop it was put to.
    pub workshop: Option<Ref>,
    /// The topics it is about.
    pub topics: Vec<Ref>,
}

/// A document named by a reference or, where it has no record, by words.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum Named {
    /// A record.
    Record(Ref),
    /// Words.
    Words(String),
}

/// An issue area: a column of the progress matrix.
#[derive(Clone, Debug, PartialEq, Default, Hash)]
pub struct Topic {
    /// Its place among the topics.
    pub order: Option<i64>,
    /// A short title for table heads.
    pub short_title: Option<String>,
    /// What the document on it is to do, Markdown.
    pub document_purpose: Option<String>,
    /// How far it has got, as written: the words of one time after those of another.
    pub narrative: Vec<Narrative>,
    /// The latest document on it.
    pub latest_document: Vec<Named>,
    /// What changed in that document, Markdown.
    pub key_change_log: Option<String>,
    /// What the papers of the time say of the last discussion; the derived one is computed.
    pub stated_last_discussion: Option<String>,
    /// A word on the last discussion, Markdown.
    pub last_discussion_note: Option<String>,
    /// When it was to be discussed next, and when that was announced.
    pub next_discussion: Vec<Announcement>,
    /// The outstanding issues in the matrix's own terms, Markdown.
    pub outstanding_note: Vec<String>,
    /// The paper that started the discussion.
    pub stimulus_paper: Vec<Named>,
    /// Numbers in the action log.
    pub related_actions: Vec<u32>,
    /// Organisations concerned.
    pub organisations: Vec<Ref>,
}

/// What an action produced.
#[derive(Clone, Debug, PartialEq, Default, Hash)]
pub struct Artefact {
    /// Its reference, as in `A1`.
    pub reference: Option<Arc<str>>,
    /// Numbers, in the action log, of the actions it came from.
    pub from_log: Vec<u32>,
    /// Actions it came from, by name.
    pub from_actions: Vec<Ref>,
    /// The topic it serves.
    pub topic: Option<Ref>,
    /// The paper it is.
    pub paper: Option<Ref>,
    /// Its date.
    pub date: Option<Date>,
    /// The passages that bear it out.
    pub evidence: Vec<Ref>,
}

/// A promised publication.
#[derive(Clone, Debug, PartialEq, Default, Hash)]
pub struct Milestone {
    /// Who promised it.
    pub owner: Option<String>,
    /// With whom.
    pub with: Option<String>,
    /// When it was promised for.
    pub due: Option<Date>,
    /// The days for which it was promised before it was put off, as written.
    pub earlier: Vec<PutOff>,
    /// When it came; absent means that nothing shows that it came.
    pub delivered: Option<Date>,
    /// When it was known that it did not come.
    pub missed: Option<Date>,
    /// What it was for.
    pub objective: Option<String>,
    /// The entry that this one repeats word for word; counted once.
    pub repeats: Option<Ref>,
    /// What the editors are unsure of.
    pub doubt: Option<String>,
    /// The table it stands in.
    pub source: Option<Ref>,
    /// The passages that bear its delivery out.
    pub evidence: Vec<Ref>,
}

impl Topic {
    /// How far it had got by a day: what is written last of that which holds on it.
    pub fn narrative_on(&self, day: jiff::civil::Date) -> Option<&str> {
        self.narrative.iter().rfind(|one| one.holds_on(day)).map(|one| &*one.text)
    }
}

impl Milestone {
    /// The day for which it was promised as at a day.
    pub fn due_on(&self, day: jiff::civil::Date) -> Option<Date> {
        let then = self.earlier.iter().filter(|one| one.until.latest() >= day);
        then.min_by_key(|one| one.until.latest()).map(|one| one.due).or(self.due)
    }

    /// The days for which it was promised before the one for which it is as at a day, oldest first.
    pub fn put_off_by(&self, day: jiff::civil::Date) -> Vec<Date> {
        let mut over: Vec<&PutOff> = self.earlier.iter().filter(|one| one.until.latest() < day).collect();
        over.sort_by_key(|one| one.until.latest());
        over.into_iter().map(|one| one.due).collect()
    }
}

/// What members registered that they want progress on.
#[derive(Clone, Debug, PartialEq, Default, Hash)]
pub struct Interest {
    /// The topic.
    pub topic: Option<Ref>,
    /// Who registered it; absent from the public edition without sign-off.
    pub registered_by: Option<String>,
    /// When.
    pub registered_on: Option<Date>,
    /// The group that stands in for the name.
    pub group: Option<Arc<str>>,
    /// The issues it comes to.
    pub issues: Vec<Ref>,
    /// Where it is written.
    pub source: Option<Ref>,
}

/// An annual report, as its editors write it.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Report {
    /// The stretch of time it covers.
    pub period: Option<Interval>,
    /// Its edition, from 1.
    pub edition: u32,
    /// Whether it is final, or still a draft.
    pub is_final: bool,
    /// Who wrote it.
    pub editors: Vec<Editor>,
    /// Who commissioned it.
    pub commissioned_by: Option<String>,
    /// Who commissioned it and did not write it.
    pub independence: Option<String>,
    /// The report before it.
    pub previous: Option<Ref>,
    /// Its date.
    pub date: Option<Date>,
    /// The editors' words on each topic, Markdown.
    pub topic_narratives: Vec<(Ref, String)>,
    /// Counts typed by hand, which must agree with the data.
    pub typed_counts: Vec<(Heading, u32)>,
}

impl Report {
    /// The day as at which it speaks: the last day of its period; `None` where that has no end.
    pub fn as_of(&self) -> Option<jiff::civil::Date> {
        self.period.and_then(|period| period.to).map(Date::latest)
    }

    /// The day as at which it speaks on a day: that day itself while its period is still running or has
    /// no end, since nothing can be told of what is to come.
    pub fn as_at(&self, today: jiff::civil::Date) -> jiff::civil::Date {
        self.as_of().map_or(today, |end| end.min(today))
    }
}

/// An editor of a report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Editor {
    /// The name.
    pub name: String,
    /// Where the editor works.
    pub affiliation: Option<String>,
    /// The ORCID iD, as `0000-0000-0000-0000`.
    pub orcid: Option<String>,
}
