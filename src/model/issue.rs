//! An issue: a question that was raised, and its append-only history.

use std::sync::Arc;

use super::access::Visibility;
use super::announced::{self, Announcement};
use super::date::Date;
use super::id::Ref;

/// A question that was raised in the dialogue.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Issue {
    /// The topic it belongs to; an issue without one is reported by `check`.
    pub topic: Option<Ref>,
    /// Where it was raised.
    pub raised_at: Option<Ref>,
    /// When it was raised.
    pub raised_on: Option<Date>,
    /// The actions promised on it.
    pub actions: Vec<Ref>,
    /// Issues that belong with it.
    pub related: Vec<Ref>,
    /// When it is to be discussed next, as far as promised, and when that was announced.
    pub next_discussion: Vec<Announcement>,
    /// What happened, oldest first, as written.
    pub history: Vec<Event>,
    /// The editors' overrulings of the derived heading, as written.
    pub editorial: Vec<Editorial>,
    /// What each party was given to answer to what is said of it, and whether it did.
    pub replies: Vec<Reply>,
}

impl Issue {
    /// When it was to be discussed next, as far as that was announced by a day.
    pub fn next_discussion_on(&self, day: jiff::civil::Date) -> Option<Date> {
        announced::newest(&self.next_discussion, day)
    }
}

/// One entry of an issue's history.
///
/// `agreement` and `work` are what held after it: where an entry is silent they are carried over
/// from the entry before.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Event {
    /// When.
    pub on: Date,
    /// At which meeting or in which paper.
    pub at: Option<Ref>,
    /// Whether it was discussed then.
    pub discussed: bool,
    /// What the entry itself says of that; `None` where it is silent.
    pub stated_discussed: Option<bool>,
    /// Whether it was agreed.
    pub agreement: Agreement,
    /// Whether what was agreed is done.
    pub work: Work,
    /// What the entry itself says of agreement; `None` where it is silent.
    pub stated_agreement: Option<Agreement>,
    /// What the entry itself says of work; `None` where it is silent.
    pub stated_work: Option<Work>,
    /// What each party said, never merged.
    pub positions: Vec<Position>,
    /// Who says that it was so.
    pub asserted_by: Option<Ref>,
    /// The passages that bear it out.
    pub evidence: Vec<Ref>,
    /// A word of explanation, Markdown.
    pub note: Option<String>,
    /// For whom this entry is meant.
    pub visibility: Visibility,
    /// For whom it would be if its record were for everybody.
    pub own: Visibility,
    /// The date of the earlier entry that this one corrects.
    pub corrects: Option<Date>,
}

/// Carries agreement and work over from each entry to those after it that are silent on them.
///
/// Before anybody says anything, nothing is agreed and there is no evidence of work.
pub fn carry_over(history: &mut [Event]) {
    let (mut agreement, mut work) = (Agreement::NoneYet, Work::NoEvidence);
    for event in history {
        agreement = event.stated_agreement.unwrap_or(agreement);
        work = event.stated_work.unwrap_or(work);
        (event.agreement, event.work) = (agreement, work);
    }
}

impl Event {
    /// Whether it says of an earlier entry that what that tells of was no discussion.
    pub fn takes_back_discussion(&self) -> bool {
        self.corrects.is_some() && self.stated_discussed == Some(false)
    }

    /// Whether it tells of a discussion itself, and not of what a paper says of one.
    pub fn is_discussion(&self) -> bool {
        self.discussed && self.at.as_ref().is_none_or(|at| at.id.collection() != "papers")
    }
}

/// What one party said.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    /// The party: a group, never a named participant without sign-off.
    pub party: Arc<str>,
    /// Its view, Markdown.
    pub view: String,
    /// For whom this position is meant.
    pub visibility: Visibility,
    /// For whom it would be if its record were for everybody.
    pub own: Visibility,
}

/// Whether it was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// All parties agreed.
    Agreed,
    /// Agreed in part.
    PartlyAgreed,
    /// Discussed, and not agreed.
    NotAgreed,
    /// Found to be outside the dialogue.
    OutOfScope,
    /// Nothing agreed yet.
    NoneYet,
}

impl Agreement {
    /// Every value, in the order of the table.
    pub const ALL: [Agreement; 5] = [
        Agreement::Agreed,
        Agreement::PartlyAgreed,
        Agreement::NotAgreed,
        Agreement::OutOfScope,
        Agreement::NoneYet,
    ];

    /// The word as written in front matter.
    pub fn as_str(self) -> &'static str {
        match self {
            Agreement::Agreed => "agreed",
            Agreement::PartlyAgreed => "partly-agreed",
            Agreement::NotAgreed => "not-agreed",
            Agreement::OutOfScope => "out-of-scope",
            Agreement::NoneYet => "none-yet",
        }
    }

    /// As a reader sees it.
    pub fn in_words(self) -> &'static str {
        match self {
            Agreement::Agreed => "agreed",
            Agreement::PartlyAgreed => "partly agreed",
            Agreement::NotAgreed => "not agreed",
            Agreement::OutOfScope => "out of scope",
            Agreement::NoneYet => "nothing agreed yet",
        }
    }

    /// Reads the word as written.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.as_str() == word.trim())
    }
}

/// Whether what was agreed is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    /// Nothing has to be done.
    NotNeeded,
    /// Known not to have begun.
    NotStarted,
    /// Under way.
    InProgress,
    /// Done.
    Done,
    /// Nobody has shown anything, which is not the same as "not started".
    NoEvidence,
}

impl Work {
    /// Every value, in the order of the table.
    pub const ALL: [Work; 5] =
        [Work::NotNeeded, Work::NotStarted, Work::InProgress, Work::Done, Work::NoEvidence];

    /// The word as written in front matter.
    pub fn as_str(self) -> &'static str {
        match self {
            Work::NotNeeded => "not-needed",
            Work::NotStarted => "not-started",
            Work::InProgress => "in-progress",
            Work::Done => "done",
            Work::NoEvidence => "no-evidence",
        }
    }

    /// As a reader sees it.
    pub fn in_words(self) -> &'static str {
        match self {
            Work::NotNeeded => "no work needed",
            Work::NotStarted => "work not started",
            Work::InProgress => "work in progress",
            Work::Done => "work done",
            Work::NoEvidence => "no evidence of work",
        }
    }

    /// Reads the word as written.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.as_str() == word.trim())
    }
}

/// An editor's overruling of a derived heading, always shown as the editor's judgement.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Editorial {
    /// The heading the editor gives.
    pub heading: super::standing::Heading,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When; counts in reports from this date on.
    pub on: Option<Date>,
    /// The last day on which it counts; `None` while it holds.
    pub until: Option<Date>,
}

impl Editorial {
    /// Whether it counts on a day.
    pub fn holds_on(&self, day: jiff::civil::Date) -> bool {
        self.on.is_none_or(|on| on.latest() <= day) && self.until.is_none_or(|until| until.latest() >= day)
    }
}

/// A right of reply: a party is asked what it has to say to how the issue is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reply {
    /// The party: a group, as in positions.
    pub party: Arc<str>,
    /// When it was asked.
    pub asked: Option<Date>,
    /// When it answered.
    pub received: Option<Date>,
    /// Its answer, Markdown.
    pub text: Option<String>,
    /// Whether it said that it has nothing to add.
    pub declined: bool,
    /// When it signed the text for publication; a text without this is for members.
    pub signed_off: Option<Date>,
}

/// How far a reply has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReplyState {
    /// The party was asked, and no answer is on record.
    Asked,
    /// It answered, and has not signed the text for publication.
    Received,
    /// It signed the text.
    SignedOff,
    /// It has nothing to add.
    Declined,
}

impl Reply {
    /// How far it has come.
    pub fn state(&self) -> ReplyState {
        match (self.declined, self.signed_off, &self.text, self.received) {
            (true, ..) => ReplyState::Declined,
            (_, Some(_), Some(_), _) => ReplyState::SignedOff,
            (_, _, Some(_), _) | (_, _, _, Some(_)) => ReplyState::Received,
            _ => ReplyState::Asked,
        }
    }
}

impl ReplyState {
    /// The word in data.
    pub fn as_str(self) -> &'static str {
        match self {
            ReplyState::Asked => "asked",
            ReplyState::Received => "received",
            ReplyState::SignedOff => "signed-off",
            ReplyState::Declined => "declined",
        }
    }

    /// As a reader sees it.
    pub fn in_words(self) -> &'static str {
        match self {
            ReplyState::Asked => "asked, no answer on record",
            ReplyState::Received => "answered, not signed off for publication",
            ReplyState::SignedOff => "answered and signed off",
            ReplyState::Declined => "nothing to add",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_carries_over_what_was_said_before() {
        let event = |agreement, work| Event {
            on: Date::from_day(jiff::civil::date(2018, 7, 3)),
            at: None,
            discussed: true,
            stated_discussed: Some(true),
            agreement: Agreement::OutOfScope,
            work: Work::Done,
            stated_agreement: agreement,
            stated_work: work,
            positions: Vec::new(),
            asserted_by: None,
            evidence: Vec::new(),
            note: None,
            visibility: Visibility::Public,
            own: Visibility::Public,
            corrects: None,
        };
        let mut history = [
            event(None, None),
            event(Some(Agreement::Agreed), None),
            event(None, Some(Work::InProgress)),
            event(Some(Agreement::NotAgreed), None),
        ];
        carry_over(&mut history);
        let held = history.map(|event| (event.agreement, event.work));
        assert_eq!(
            held,
            [
                (Agreement::NoneYet, Work::NoEvidence),
                (Agreement::Agreed, Work::NoEvidence),
                (Agreement::Agreed, Work::InProgress),
                (Agreement::NotAgreed, Work::InProgress),
            ]
        );
    }
}
