//! An action: a promise to do something, made at a workshop or kept in the action log.
//!
//! Two series of numbers exist and are never confused: `number` counts within one write-up, and
//! `log_number` within the whole action log.

use std::sync::Arc;

use super::alias;
use super::date::Date;
use super::id::{RecordId, Ref};

/// A promise to do something.
#[derive(Clone, Debug, PartialEq, Default, Hash)]
pub struct Action {
    /// The workshop whose write-up holds it.
    pub workshop: Option<Ref>,
    /// Its number in that write-up.
    pub number: Option<u32>,
    /// Its number in the action log.
    pub log_number: Option<u32>,
    /// When it was raised, as the action log says; a write-up's actions are of the day of the meeting.
    pub raised: Option<Date>,
    /// Who promised it.
    pub responsible: Vec<Party>,
    /// How far it got.
    pub state: State,
    /// When that was so.
    pub state_on: Option<Date>,
    /// The states that it had before, as written.
    pub earlier: Vec<Earlier>,
    /// When it is due.
    pub due: Option<Date>,
    /// The same in the words of the write-up, Markdown, where they are no date: `by the next workshop`.
    pub due_as_written: Option<String>,
    /// What it produced.
    pub artefacts: Vec<Ref>,
    /// The topic it serves.
    pub topic: Option<Ref>,
    /// The passages that bear its state out.
    pub evidence: Vec<Ref>,
    /// A word of explanation, Markdown.
    pub note: Option<String>,
    /// The wording in the write-up's list of actions, Markdown.
    pub wording: Option<String>,
    /// Other wordings of the same action in the same write-up, Markdown: both are kept.
    pub other_wordings: Vec<String>,
    /// Whether the write-up holds it (and perhaps a file too), or only a file.
    pub extracted: bool,
    /// What of it the write-up says and no file: an audience that does not see the write-up, or
    /// not that part of it, does not see this either.
    pub taken_over: TakenOver,
}

/// What an action with a file of its own has from the write-up alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct TakenOver {
    /// Who promised it.
    pub responsible: bool,
    /// When it is due, as a date.
    pub due: bool,
    /// That it was open when the meeting ended, and the date of that.
    pub state: bool,
}

/// Who is responsible, as written and as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Party {
    /// The name with look-alike letters folded, as a reader should see it.
    pub name: Arc<str>,
    /// The letters as they were in the source, where folding changed them.
    pub written: Option<Arc<str>>,
    /// The organisation, where it has a record.
    pub organisation: Option<Ref>,
    /// Whether the source only refers to that record, which gives the name: then the name is for
    /// those who may see the record.
    pub by_reference: bool,
}

/// A state that an action had before the one that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Earlier {
    /// How far it had got.
    pub state: State,
    /// When that was so.
    pub on: Date,
}

/// How an action stood on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Its state, as far as is known.
    pub state: State,
    /// When it came to it, where that is on record.
    pub on: Option<Date>,
    /// Whether the record tells it. One that was open when it is first told of was so from the day on which it
    /// was promised; of any other, what it was before is not known.
    pub is_known: bool,
}

/// How far an action got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum State {
    /// Promised at a meeting, nothing shown yet.
    Open,
    /// Under way.
    InProgress,
    /// Done.
    Completed,
    /// Closed without completion.
    Closed,
    /// Continues without an end.
    Ongoing,
    /// No record says how far it got.
    #[default]
    NotStated,
}

/// The name of an action that has no file: that of its workshop, and its number in the write-up.
pub fn extracted_id(workshop: &RecordId, number: u32) -> RecordId {
    RecordId::new("actions", &format!("{}-action-{number}", workshop.slug()))
}

/// The names that it had while its workshop had others, which the workshop's old addresses tell.
pub fn former_ids(of_workshop: &[Arc<str>], number: u32) -> Vec<RecordId> {
    let names = alias::names(of_workshop, None).into_iter();
    names.filter(|id| id.collection() == "workshops").map(|old| extracted_id(&old, number)).collect()
}

impl Action {
    /// How it stood on a day: what is dated later had not happened yet. A state that nobody dated
    /// is taken as it stands.
    pub fn stood_at(&self, as_of: jiff::civil::Date) -> Stood {
        let (state, Some(now)) = (self.state, self.state_on) else {
            return Stood { state: self.state, on: None, is_known: true };
        };
        let newest = Earlier { state, on: now };
        let told = || self.earlier.iter().copied().chain([newest]).map(|one| (one.on.latest(), one));
        let by_then: Vec<_> = told().filter(|(on, _)| *on <= as_of).collect();
        // Of two states of one day the one that is written later holds.
        if let Some((_, one)) = by_then.into_iter().max_by_key(|(on, _)| *on) {
            return Stood { state: one.state, on: Some(one.on), is_known: true };
        }
        match told().min_by_key(|(on, _)| *on) {
            Some((_, first)) if first.state != State::Open => {
                Stood { state: State::NotStated, on: None, is_known: false }
            }
            _ => Stood { state: State::Open, on: None, is_known: true },
        }
    }

    /// Its state as at a day; `NotStated` where the record does not tell how it stood on that day.
    pub fn state_at(&self, as_of: jiff::civil::Date) -> State {
        self.stood_at(as_of).state
    }
}

impl State {
    /// Every state, in the order of a register.
    pub const ALL: [State; 6] =
        [State::Open, State::InProgress, State::Ongoing, State::Completed, State::Closed, State::NotStated];

    /// The word in `data-state` and front matter.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Open => "open",
            State::InProgress => "in-progress",
            State::Completed => "completed",
            State::Closed => "closed",
            State::Ongoing => "ongoing",
            State::NotStated => "not-stated",
        }
    }

    /// As a reader sees it.
    pub fn in_words(self) -> &'static str {
        match self {
            State::Open => "open",
            State::InProgress => "in progress",
            State::Completed => "completed",
            State::Closed => "closed without completion",
            State::Ongoing => "ongoing",
            State::NotStated => "not stated",
        }
    }

    /// Reads our word or the action log's own: Live, Completed, Other closed, Ongoing.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().replace([' ', '_'], "-").as_str() {
            "open" | "live" => Some(State::Open),
            "in-progress" => Some(State::InProgress),
            "completed" | "complete" | "done" => Some(State::Completed),
            "closed" | "other-closed" => Some(State::Closed),
            "ongoing" => Some(State::Ongoing),
            "not-stated" => Some(State::NotStated),
            _ => None,
        }
    }

    /// Whether nothing more is expected.
    pub fn is_final(self) -> bool {
        matches!(self, State::Completed | State::Closed)
    }
}
