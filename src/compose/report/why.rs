//! Why an issue stands where it stands, in a sentence: `Agreed at Workshop 5 on 14 May 2019; the
//! work had not begun by 11 July 2019.`
//!
//! In: an issue and its standing. Out: a line of the tree, every claim linked to where it was made, in
//! the words of the edition. The rule itself is in `model::standing`; nothing is decided here.

use jiff::civil;

use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::discussions::Discussions;
use crate::model::issue::{Agreement, Event, Issue, Work};
use crate::model::standing::{Rule, Standing};

use super::name::{link, place};
use super::tree::Inline;
use super::words::{puts, say, say_n, sentences, when};

/// The sentence for an issue as at a day.
pub fn why(edition: &Edition, issue: &Issue, standing: &Standing<'_>, as_of: civil::Date) -> Vec<Inline> {
    let past: Vec<&Event> = issue.history.iter().filter(|event| event.on.latest() <= as_of).collect();
    match standing.rule {
        Rule::NotYetDiscussed => not_yet(edition, issue, &past),
        Rule::DiscussedAndResolved | Rule::AgreedWorkToDo => agreed(edition, &past),
        // The archive can say what it holds, not that nothing else was said.
        Rule::DiscussedAndNotResolved => reopened(edition, &past, "report-why-not-agreed-since")
            .unwrap_or_else(|| discussed(edition, &past, &NOT_AGREED)),
        Rule::DiscussionToContinue => reopened(edition, &past, "report-why-no-agreement-since")
            .unwrap_or_else(|| discussed(edition, &past, &NOTHING_AGREED)),
        Rule::SetAside => {
            let event = start_of_run(&past, |event| event.agreement);
            let place = event.map_or_else(Vec::new, |event| at(edition, &past, event));
            say(edition.words(), "report-why-out-of-scope", puts![place = place])
        }
    }
}

fn not_yet(edition: &Edition, issue: &Issue, past: &[&Event]) -> Vec<Inline> {
    let words = edition.words();
    let raised = raised(edition, issue);
    let standing = match raised.is_empty() {
        true => say(words, "report-why-no-discussion", Vec::new()),
        false => say(words, "report-why-raised-no-discussion", puts![raised = raised]),
    };
    let last = past.last().map(|last| match (last.takes_back_discussion(), last.corrects) {
        (true, Some(of)) => {
            let then = corrected_place(edition, past, last, of);
            say(words, "report-why-discussion-taken-back", puts![place = then, date = last.on])
        }
        _ => say(words, "report-why-last-mentioned", puts![place = at(edition, past, last)]),
    });
    sentences(vec![standing, last.unwrap_or_default()])
}

/// Where and when an issue was raised; nothing where nobody wrote it.
pub fn raised(edition: &Edition, issue: &Issue) -> Vec<Inline> {
    let words = edition.words();
    let when = issue.raised_on.map(|on| when(words, on));
    let meeting = issue.raised_at.as_ref().is_some_and(|at| at.id.collection() == "workshops");
    match (&issue.raised_at, when) {
        (None, None) => Vec::new(),
        (None, Some(when)) => say(words, "report-raised-when", puts![when = when]),
        (Some(at), None) => {
            let key = if meeting { "report-raised-at" } else { "report-raised-in" };
            say(words, key, puts![place = link(edition, at)])
        }
        (Some(at), Some(when)) => {
            let key = if meeting { "report-raised-at-when" } else { "report-raised-in-when" };
            say(words, key, puts![place = link(edition, at), when = when])
        }
    }
}

fn agreed(edition: &Edition, past: &[&Event]) -> Vec<Inline> {
    let words = edition.words();
    let Some(last) = past.last() else { return Vec::new() };
    let first = start_of_run(past, |event| event.agreement).unwrap_or(last);
    let agreed = agreement(edition, past, first);
    let shown = start_of_run(past, |event| event.work).unwrap_or(last);
    let is_first = std::ptr::eq(first, *last);
    let work = match last.work {
        Work::Done if std::ptr::eq(shown, first) => say(words, "report-why-work-done", Vec::new()),
        Work::Done => say(words, "report-why-work-done-recorded", puts![place = at(edition, past, shown)]),
        Work::NotNeeded => say(words, "report-why-no-work-needed", Vec::new()),
        // What holds on the day of the agreement needs no date of its own.
        Work::NotStarted if is_first => say(words, "report-why-work-not-begun", Vec::new()),
        Work::NotStarted => say(words, "report-why-work-not-begun-by", puts![date = last.on]),
        Work::InProgress if is_first => say(words, "report-why-work-under-way", Vec::new()),
        Work::InProgress => say(words, "report-why-work-under-way-when", puts![when = when(words, last.on)]),
        Work::NoEvidence => say(words, "report-why-work-not-shown", Vec::new()),
    };
    say(words, "report-why-both", puts![first = agreed, then = work])
}

/// How it stood after the discussions, by what tells so: names among the messages of a catalogue.
struct Stood {
    /// The last of them.
    then: &'static str,
    /// An entry after it, with its date.
    later: &'static str,
    /// An entry that puts another one right, with its date: nobody met on that day.
    put_right: &'static str,
}

const NOT_AGREED: Stood = Stood {
    then: "report-why-not-agreed",
    later: "report-why-still-not-agreed",
    put_right: "report-why-not-agreed-corrected",
};

const NOTHING_AGREED: Stood = Stood {
    then: "report-why-no-agreement",
    later: "report-why-nothing-agreed",
    put_right: "report-why-nothing-agreed",
};

/// The discussions, and how it stood.
fn discussed(edition: &Edition, past: &[&Event], stood: &Stood) -> Vec<Inline> {
    let words = edition.words();
    let both = |first: Vec<Inline>, then: Vec<Inline>| {
        say(words, "report-why-both", puts![first = first, then = then])
    };
    let discussions: Vec<&Event> = Discussions::of(past.iter().copied()).held().collect();
    let meetings: Vec<&&Event> = discussions.iter().filter(|event| is_meeting(event)).collect();
    let Some(last) = meetings.last() else {
        let told = discussions.last();
        let recorded = match told {
            Some(told) => {
                say(words, "report-why-recorded-discussed-at", puts![place = at(edition, past, told)])
            }
            None => say(words, "report-why-recorded-discussed", Vec::new()),
        };
        return both(recorded, say(words, stood.then, Vec::new()));
    };
    let first = say_n(words, "report-why-discussed", meetings.len(), puts![place = at(edition, past, last)]);
    // Entries after it that say how it stands; one that puts another right tells of no day of its own.
    let is_so = |event: &&&Event| past.last().is_some_and(|now| now.agreement == event.agreement);
    let after = past.iter().rev().take_while(|event| !std::ptr::eq(**event, **last)).take_while(is_so);
    let began = start_of_run(past, |event| event.agreement).filter(|event| event.corrects.is_some());
    let told = match (after.into_iter().find(|event| event.corrects.is_none()), began) {
        (Some(decided), _) => say(words, stood.later, puts![date = decided.on]),
        (None, Some(right)) => say(words, stood.put_right, puts![date = right.on]),
        (None, None) => say(words, stood.then, Vec::new()),
    };
    both(first, told)
}

/// What was agreed once and is not any more: where it was, and where it was opened again. `None` where it
/// never was, and where the entry after says that it never was.
fn reopened(edition: &Edition, past: &[&Event], since: &str) -> Option<Vec<Inline>> {
    let held = past.iter().rposition(|event| agrees(event))?;
    let (until, after) = past.split_at(held + 1);
    let opened = after.iter().find(|event| event.agreement != Agreement::OutOfScope)?;
    let first = start_of_run(until, |event| event.agreement)?;
    let taken_back = |event: &&&Event| event.corrects.is_some_and(|on| on == first.on || on == past[held].on);
    if after.iter().any(|event| taken_back(&event)) {
        return None;
    }
    let words = edition.words();
    let agreed = agreement(edition, past, first);
    let opened_again =
        say(words, "report-why-reopened", puts![agreed = agreed, place = at(edition, past, opened)]);
    let told =
        say(words, "report-why-both", puts![first = opened_again, then = say(words, since, Vec::new())]);
    let last = after.iter().rfind(|event| is_meeting(event) && !std::ptr::eq(**event, *opened));
    let last =
        last.map(|last| say(words, "report-why-last-discussed", puts![place = at(edition, past, last)]));
    Some(sentences(vec![told, last.unwrap_or_default()]))
}

fn agrees(event: &Event) -> bool {
    matches!(event.agreement, Agreement::Agreed | Agreement::PartlyAgreed)
}

/// That it was agreed, and where.
fn agreement(edition: &Edition, past: &[&Event], event: &Event) -> Vec<Inline> {
    // A paper can only report that the parties agreed; a meeting is where they did.
    let told_by = corrected(past, event).unwrap_or(event);
    let by_meeting = told_by.at.as_ref().is_none_or(|at| at.id.collection() == "workshops");
    let key = if by_meeting { "report-why-agreed" } else { "report-why-recorded-agreed" };
    say(edition.words(), key, puts![agreement = event.agreement.as_str(), place = at(edition, past, event)])
}

/// Where and when it was. An entry that puts another one right tells of the day of that one: nothing happened on its
/// own but that somebody noticed.
fn at(edition: &Edition, past: &[&Event], event: &Event) -> Vec<Inline> {
    let Some(of) = event.corrects else { return place(edition, event) };
    let then = corrected_place(edition, past, event, of);
    say(edition.words(), "report-why-corrected", puts![place = then, date = event.on])
}

/// Where and when the entry was that another one puts right.
fn corrected_place(edition: &Edition, past: &[&Event], event: &Event, of: Date) -> Vec<Inline> {
    let first = corrected(past, event);
    first.map_or_else(|| when(edition.words(), of), |first| place(edition, first))
}

/// The entry that another one puts right, and not what puts it right itself.
fn corrected<'e>(past: &[&'e Event], event: &Event) -> Option<&'e Event> {
    let of = event.corrects?;
    past.iter().copied().find(|first| first.on == of && first.corrects.is_none())
}

/// Whether an entry tells of a meeting of its own day.
fn is_meeting(event: &Event) -> bool {
    event.is_discussion() && event.corrects.is_none()
}

/// The first of the entries at the end of a history that agree with the last one.
fn start_of_run<'e, T: PartialEq>(past: &[&'e Event], of: impl Fn(&Event) -> T) -> Option<&'e Event> {
    let last = of(past.last()?);
    past.iter().rev().take_while(|event| of(event) == last).last().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, event, issue, of_kind, workshop};
    use crate::compose::report::tree::plain;
    use crate::model::issue::Agreement::{Agreed, NoneYet, NotAgreed, PartlyAgreed};
    use crate::model::kinds::{Kind, Paper};

    const MEETING: Option<&str> = Some("workshops/one");
    const PAPER: Option<&str> = Some("papers/p");

    fn told(history: &[(&str, Option<&str>, Agreement, Work)]) -> String {
        let history = history.iter().map(|(on, at, agreement, work)| event(on, *at, *agreement, *work));
        let edition = Fixture::new()
            .with(workshop("workshops/one", "First meeting", "2018-07-03"))
            .with(of_kind("papers/p", "A paper", Kind::Paper(Box::<Paper>::default())))
            .with(issue("issues/q", None, Some("2018-07-03"), history.collect()))
            .edition("2019-07-31");
        let Kind::Issue(issue) = &edition.record(0).kind else { panic!("no issue") };
        plain(edition.words(), &why(&edition, issue, &issue.standing(edition.today()), edition.today()))
    }

    #[test]
    fn a_paper_reports_and_a_meeting_decides() {
        let met = ("2018-07-03", MEETING, NoneYet, Work::NoEvidence);
        assert_eq!(
            told(&[met, ("2019-07-11", PAPER, NoneYet, Work::NoEvidence)]),
            "Discussed at the workshop of 3 July 2018; nothing had been agreed by 11 July 2019."
        );
        assert_eq!(
            told(&[("2019-07-11", PAPER, NotAgreed, Work::NotNeeded)]),
            "Recorded as discussed in A paper, 11 July 2019; not agreed."
        );
        assert_eq!(
            told(&[met, ("2019-07-11", PAPER, Agreed, Work::NotStarted)]),
            "Recorded as agreed in A paper, 11 July 2019; the work had not begun."
        );
    }

    #[test]
    fn what_was_agreed_and_is_not_any_more_is_told_as_both() {
        let agreed = ("2018-07-03", MEETING, Agreed, Work::NotStarted);
        let done = ("2018-09-01", None, Agreed, Work::Done);
        assert_eq!(
            told(&[agreed, done, ("2019-02-05", None, NoneYet, Work::InProgress)]),
            "Agreed at the workshop of 3 July 2018, and reopened on 5 February 2019; no agreement is on record \
             since then."
        );
        assert_eq!(
            told(&[
                agreed,
                ("2019-02-05", None, NoneYet, Work::InProgress),
                ("2019-03", None, NotAgreed, Work::InProgress),
            ]),
            "Agreed at the workshop of 3 July 2018, and reopened on 5 February 2019; not agreed since then. It \
             was last discussed in March 2019."
        );
        assert_eq!(
            told(&[
                ("2018-07-03", PAPER, PartlyAgreed, Work::NotStarted),
                ("2018-12-05", None, NoneYet, Work::NotStarted)
            ]),
            "Recorded as partly agreed in A paper, 3 July 2018, and reopened on 5 December 2018; no agreement is on record since then."
        );
        // Set aside, and agreed again: the last word counts.
        assert_eq!(
            told(&[
                ("2018-09-01", None, NotAgreed, Work::NoEvidence),
                ("2018-10-01", None, Agreed, Work::Done)
            ]),
            "Agreed on 1 October 2018; the work is done."
        );
    }

    #[test]
    fn an_agreement_that_was_a_slip_was_never_one() {
        let agreed = event("2018-07-03", MEETING, Agreed, Work::NotStarted);
        let mut slip = event("2018-07-09", None, NoneYet, Work::NotStarted);
        (slip.corrects, slip.discussed) = (Some(agreed.on), false);
        let edition = Fixture::new()
            .with(workshop("workshops/one", "First meeting", "2018-07-03"))
            .with(issue("issues/q", None, Some("2018-07-03"), vec![agreed, slip]))
            .edition("2019-07-31");
        let Kind::Issue(issue) = &edition.record(0).kind else { panic!("no issue") };
        let why = why(&edition, issue, &issue.standing(edition.today()), edition.today());
        assert_eq!(
            plain(edition.words(), &why),
            "Discussed at the workshop of 3 July 2018; nothing had been agreed by 9 July 2018."
        );
    }

    #[test]
    fn what_an_entry_puts_right_was_so_on_the_day_that_it_corrects() {
        let said = |history: Vec<Event>| {
            let edition = Fixture::new()
                .with(workshop("workshops/one", "First meeting", "2018-07-03"))
                .with(issue("issues/q", None, Some("2018-07-03"), history))
                .edition("2019-07-31");
            let Kind::Issue(issue) = &edition.record(0).kind else { panic!("no issue") };
            let why = why(&edition, issue, &issue.standing(edition.today()), edition.today());
            plain(edition.words(), &why)
        };
        let met = || event("2018-07-03", MEETING, NotAgreed, Work::NotStarted);
        let right = |at, agreement| {
            let mut right = event("2019-03-01", at, agreement, Work::NotStarted);
            right.corrects = Some(met().on);
            right
        };
        for at in [None, MEETING] {
            assert_eq!(
                said(vec![met(), right(at, PartlyAgreed)]),
                "Partly agreed at the workshop of 3 July 2018 (as corrected on 1 March 2019); the work had not begun."
            );
        }
        assert_eq!(
            said(vec![met(), right(None, NoneYet)]),
            "Discussed at the workshop of 3 July 2018; nothing had been agreed by 1 March 2019."
        );
        // Nobody met on the day of the correction.
        let agreed = || event("2018-07-03", MEETING, PartlyAgreed, Work::NotStarted);
        assert_eq!(
            said(vec![agreed(), right(None, NotAgreed)]),
            "Discussed at the workshop of 3 July 2018; not agreed, as corrected on 1 March 2019."
        );
        assert_eq!(
            said(vec![met(), right(None, NotAgreed)]),
            "Discussed at the workshop of 3 July 2018; not agreed."
        );
    }

    #[test]
    fn a_discussion_that_is_taken_back_was_none() {
        let said = |history: Vec<Event>| {
            let edition = Fixture::new()
                .with(workshop("workshops/one", "First meeting", "2018-07-03"))
                .with(issue("issues/q", None, Some("2018-07-03"), history))
                .edition("2019-07-31");
            let Kind::Issue(issue) = &edition.record(0).kind else { panic!("no issue") };
            let why = why(&edition, issue, &issue.standing(edition.today()), edition.today());
            plain(edition.words(), &why)
        };
        let met = || event("2018-07-03", MEETING, Agreed, Work::Done);
        let mut none = event("2019-03-01", None, NoneYet, Work::NoEvidence);
        (none.corrects, none.discussed, none.stated_discussed) = (Some(met().on), false, Some(false));
        assert_eq!(
            said(vec![met(), none.clone()]),
            "Raised on 3 July 2018; no discussion of it is on record. It was entered as discussed at the workshop \
             of 3 July 2018; an entry of 1 March 2019 takes that back."
        );
        // Of two discussions one is left.
        let mut one_of_two = vec![event("2018-06-01", None, NotAgreed, Work::NoEvidence), met(), none];
        one_of_two[2].agreement = NotAgreed;
        assert_eq!(said(one_of_two), "Discussed on 1 June 2018; not agreed, as corrected on 1 March 2019.");
    }

    #[test]
    fn agreement_and_work_each_have_their_date() {
        assert_eq!(
            told(&[
                ("2018-07-03", MEETING, PartlyAgreed, Work::NotStarted),
                ("2019-07-11", PAPER, PartlyAgreed, Work::Done)
            ]),
            "Partly agreed at the workshop of 3 July 2018; the work is done, as recorded in A paper, 11 July 2019."
        );
        assert_eq!(
            told(&[
                ("2018-07-03", None, Agreed, Work::NotStarted),
                ("2019-02", None, Agreed, Work::NotStarted)
            ]),
            "Agreed on 3 July 2018; the work had not begun by February 2019."
        );
        assert_eq!(
            told(&[
                ("2018-07-03", None, NotAgreed, Work::NoEvidence),
                ("2019-02", None, NotAgreed, Work::NoEvidence)
            ]),
            "Discussed twice, last in February 2019; not agreed."
        );
    }
}
