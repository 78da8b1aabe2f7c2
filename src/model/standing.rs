//! Where an issue stands as at a date: the heading and the rule that gave it.
//!
//! The rule is the table of DOMAIN.md §3; `Rule::ALL` is printed in every report's method section,
//! so that what a reader sees is what the program did.

use jiff::civil;

use super::date::Date;
use super::discussions::Discussions;
use super::issue::{Agreement, Editorial, Event, Issue, Work};

/// The four headings of an annual report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// Discussed and resolved.
    Resolved,
    /// Discussed and not resolved.
    Unresolved,
    /// Outstanding: still needs discussion or work.
    Outstanding,
    /// Set aside as out of scope.
    SetAside,
}

impl Heading {
    /// Every heading, in the order of a report.
    pub const ALL: [Heading; 4] =
        [Heading::Resolved, Heading::Unresolved, Heading::Outstanding, Heading::SetAside];

    /// The word in `data-heading`, addresses and front matter.
    pub fn as_str(self) -> &'static str {
        match self {
            Heading::Resolved => "resolved",
            Heading::Unresolved => "unresolved",
            Heading::Outstanding => "outstanding",
            Heading::SetAside => "set-aside",
        }
    }

    /// As a reader sees it, in a few words.
    pub fn in_words(self) -> &'static str {
        match self {
            Heading::Resolved => "discussed and resolved",
            Heading::Unresolved => "discussed and not resolved",
            Heading::Outstanding => "outstanding",
            Heading::SetAside => "set aside",
        }
    }

    /// Reads the word as written; `set_aside` is understood too.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim().replace('_', "-");
        Self::ALL.into_iter().find(|heading| heading.as_str() == word)
    }
}

/// The row of the table that an issue falls under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Never discussed.
    NotYetDiscussed,
    /// Agreed, and the work done or none needed.
    DiscussedAndResolved,
    /// Agreed, and the work not shown to be done.
    AgreedWorkToDo,
    /// Discussed and not agreed.
    DiscussedAndNotResolved,
    /// Discussed, nothing agreed yet.
    DiscussionToContinue,
    /// Out of scope.
    SetAside,
}

impl Rule {
    /// Every row, in the order of the table.
    pub const ALL: [Rule; 6] = [
        Rule::NotYetDiscussed,
        Rule::DiscussedAndResolved,
        Rule::AgreedWorkToDo,
        Rule::DiscussedAndNotResolved,
        Rule::DiscussionToContinue,
        Rule::SetAside,
    ];

    /// The row's name, as in `report.json`.
    pub fn name(self) -> &'static str {
        match self {
            Rule::NotYetDiscussed => "not yet discussed",
            Rule::DiscussedAndResolved => "discussed and resolved",
            Rule::AgreedWorkToDo => "agreed, work to do",
            Rule::DiscussedAndNotResolved => "discussed and not resolved",
            Rule::DiscussionToContinue => "discussion to continue",
            Rule::SetAside => "set aside",
        }
    }

    /// The row's name among the messages of a catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Rule::NotYetDiscussed => "not-yet-discussed",
            Rule::DiscussedAndResolved => "discussed-and-resolved",
            Rule::AgreedWorkToDo => "agreed-work-to-do",
            Rule::DiscussedAndNotResolved => "discussed-and-not-resolved",
            Rule::DiscussionToContinue => "discussion-to-continue",
            Rule::SetAside => "set-aside",
        }
    }

    /// The heading the row gives.
    pub fn heading(self) -> Heading {
        match self {
            Rule::DiscussedAndResolved => Heading::Resolved,
            Rule::DiscussedAndNotResolved => Heading::Unresolved,
            Rule::SetAside => Heading::SetAside,
            Rule::NotYetDiscussed | Rule::AgreedWorkToDo | Rule::DiscussionToContinue => Heading::Outstanding,
        }
    }

    /// The row's condition, as a reader sees it.
    pub fn condition(self) -> &'static str {
        match self {
            Rule::NotYetDiscussed => "It has not been discussed.",
            Rule::DiscussedAndResolved => {
                "It was discussed and agreed, wholly or in part, and the work is done or none is needed."
            }
            Rule::AgreedWorkToDo => {
                "It was discussed and agreed, wholly or in part, and the work is not shown to be done."
            }
            Rule::DiscussedAndNotResolved => "It was discussed and not agreed.",
            Rule::DiscussionToContinue => "It was discussed, and nothing is agreed.",
            Rule::SetAside => "It was discussed and found to be out of scope.",
        }
    }

    /// The row for an answer to the three questions of the table.
    pub fn of(discussed: bool, agreement: Agreement, work: Work) -> Self {
        if !discussed {
            return Rule::NotYetDiscussed;
        }
        match (agreement, work) {
            (Agreement::Agreed | Agreement::PartlyAgreed, Work::Done | Work::NotNeeded) => {
                Rule::DiscussedAndResolved
            }
            (Agreement::Agreed | Agreement::PartlyAgreed, _) => Rule::AgreedWorkToDo,
            (Agreement::NotAgreed, _) => Rule::DiscussedAndNotResolved,
            (Agreement::NoneYet, _) => Rule::DiscussionToContinue,
            (Agreement::OutOfScope, _) => Rule::SetAside,
        }
    }
}

/// Where an issue stands as at a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing<'i> {
    /// The heading in force: the editor's where one was given by then, else the rule's.
    pub heading: Heading,
    /// The row of the table it falls under.
    pub rule: Rule,
    /// The entry that decided, with its index in the history.
    pub event: Option<(usize, &'i Event)>,
    /// The editor's overruling, where it was in force.
    pub editorial: Option<&'i Editorial>,
}

/// How many issues stand under each heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([usize; 4]);

impl Counts {
    /// How many stand under a heading.
    pub fn of(self, heading: Heading) -> usize {
        self.0[heading as usize]
    }

    /// How many there are in all.
    pub fn total(self) -> usize {
        self.0.iter().sum()
    }

    /// Counts one issue more.
    pub fn add(&mut self, heading: Heading) {
        self.0[heading as usize] += 1;
    }
}

impl FromIterator<Heading> for Counts {
    fn from_iter<I: IntoIterator<Item = Heading>>(headings: I) -> Self {
        let mut counts = Counts::default();
        headings.into_iter().for_each(|heading| counts.add(heading));
        counts
    }
}

/// How many of these issues stand under each heading as at a day; those raised later are left out.
pub fn counts<'i>(issues: impl IntoIterator<Item = &'i Issue>, as_of: civil::Date) -> Counts {
    issues
        .into_iter()
        .filter(|issue| issue.raised_by(as_of))
        .map(|issue| issue.standing(as_of).heading)
        .collect()
}

impl Issue {
    /// Whether it had been raised by a day. One raised on a coarse date counts from the first day
    /// that the date may mean; where no date was written, the first entry of the history tells, and
    /// an issue without any date was always there.
    ///
    /// What something certainly happened to by then had been raised, whatever date of that was
    /// mistyped: an issue never drops out of a report.
    pub fn raised_by(&self, as_of: civil::Date) -> bool {
        let first = self.raised_on.or_else(|| self.history.iter().map(|event| event.on).min());
        first.is_none_or(|first| first.earliest() <= as_of)
            || self.history.iter().any(|event| event.on.latest() <= as_of)
    }

    /// Where the issue stands as at a day, from the last entry on or before it.
    ///
    /// An entry dated coarsely counts from the last day that its date may mean, so that nothing is
    /// said to have happened before it certainly had.
    pub fn standing(&self, as_of: civil::Date) -> Standing<'_> {
        let until = || self.history.iter().enumerate().filter(move |(_, event)| event.on.latest() <= as_of);
        let event = until().next_back();
        let discussed = Discussions::of(until().map(|(_, event)| event)).any();
        let rule = match event {
            Some((_, event)) => Rule::of(discussed, event.agreement, event.work),
            None => Rule::NotYetDiscussed,
        };
        // Of several judgements the latest holds.
        let in_force = self.editorial.iter().filter(|editorial| editorial.holds_on(as_of));
        let editorial = in_force.max_by_key(|editorial| editorial.on.map(Date::latest));
        Standing {
            heading: editorial.map_or(rule.heading(), |editorial| editorial.heading),
            rule,
            event,
            editorial,
        }
    }

    /// The judgement of the editors that held last, where it has run out by a day and none holds on it.
    pub fn run_out(&self, as_of: civil::Date) -> Option<&Editorial> {
        if self.editorial.iter().any(|editorial| editorial.holds_on(as_of)) {
            return None;
        }
        let over = self.editorial.iter().filter_map(|editorial| Some((editorial.until?.latest(), editorial)));
        let over = over.filter(|(until, editorial)| *until < as_of && editorial.holds_on(*until));
        over.max_by_key(|(until, _)| *until).map(|(_, editorial)| editorial)
    }

    /// The entries that tell of a discussion by a day, without those that were taken back by then.
    pub fn discussions(&self, as_of: civil::Date) -> Vec<&Event> {
        let until = self.history.iter().filter(|event| event.on.latest() <= as_of);
        Discussions::of(until).held().collect()
    }

    /// Whether a discussion of it is on record from a date to a day.
    pub fn discussed_since(&self, date: Date, as_of: civil::Date) -> bool {
        let since = |event: &&Event| event.is_discussion() && event.on.latest() >= date.earliest();
        self.discussions(as_of).iter().any(since)
    }

    /// The last entry on or before a day that names evidence.
    pub fn last_evidence(&self, as_of: civil::Date) -> Option<&Event> {
        self.history.iter().rfind(|event| event.on.latest() <= as_of && !event.evidence.is_empty())
    }
}

#[cfg(test)]
mod tests;
