//! Why an issue stands where it stands, in a sentence: `Agreed at Workshop 5 on 14 May 2019; the
//! work had not begun by 11 July 2019.`
//!
//! In: an issue and its standing. Out: a line of the tree, every claim linked to where it was made.
//! The rule itself is in `model::standing`; nothing is decided here.

use jiff::civil;

use crate::audience::Edition;
use crate::model::issue::{Event, Issue, Work};
use crate::model::standing::{Rule, Standing};

use super::name::{link, place};
use super::tree::Inline;
use super::words::{capital, text, times, when};

/// The sentence for an issue as at a day.
pub fn why(edition: &Edition, issue: &Issue, standing: &Standing<'_>, as_of: civil::Date) -> Vec<Inline> {
    let past: Vec<&Event> = issue.history.iter().filter(|event| event.on.latest() <= as_of).collect();
    let mut words = match standing.rule {
        Rule::NotYetDiscussed => not_yet(edition, issue, &past),
        Rule::DiscussedAndResolved | Rule::AgreedWorkToDo => agreed(edition, &past),
        // The archive can say what it holds, not that nothing else was said.
        Rule::DiscussedAndNotResolved => discussed(edition, &past, "; not agreed", "; still not agreed on "),
        Rule::DiscussionToContinue => {
            discussed(edition, &past, "; no agreement is on record", "; nothing had been agreed by ")
        }
        Rule::SetAside => {
            let mut words = vec![text("Found to be out of scope ")];
            if let Some(event) = start_of_run(&past, |event| event.agreement) {
                words.extend(place(edition, event));
            }
            words
        }
    };
    words.push(text("."));
    words
}

fn not_yet(edition: &Edition, issue: &Issue, past: &[&Event]) -> Vec<Inline> {
    let mut words = raised(edition, issue);
    words.push(text(if words.is_empty() {
        "No discussion of it is on record"
    } else {
        "; no discussion of it is on record"
    }));
    if let Some(last) = past.last() {
        words.push(text(". It was last mentioned "));
        words.extend(place(edition, last));
    }
    words
}

/// Where and when an issue was raised; nothing where nobody wrote it.
pub fn raised(edition: &Edition, issue: &Issue) -> Vec<Inline> {
    let mut words = Vec::new();
    if issue.raised_at.is_some() || issue.raised_on.is_some() {
        words.push(text("Raised"));
    }
    if let Some(at) = &issue.raised_at {
        let meeting = at.id.collection() == "workshops";
        words.push(text(if meeting { " at " } else { " in " }));
        words.push(link(edition, at));
    }
    if let Some(on) = issue.raised_on {
        words.push(text(" "));
        words.extend(when(on));
    }
    words
}

fn agreed(edition: &Edition, past: &[&Event]) -> Vec<Inline> {
    let Some(last) = past.last() else { return Vec::new() };
    let first = start_of_run(past, |event| event.agreement).unwrap_or(last);
    let agreed = last.agreement.in_words();
    // A paper can only report that the parties agreed; a meeting is where they did.
    let by_meeting = first.at.as_ref().is_none_or(|at| at.id.collection() == "workshops");
    let opening = if by_meeting { capital(agreed) } else { format!("Recorded as {agreed}") };
    let mut words = vec![text(format!("{opening} "))];
    words.extend(place(edition, first));
    let shown = start_of_run(past, |event| event.work).unwrap_or(last);
    match last.work {
        Work::Done => {
            words.push(text("; the work is done"));
            if !std::ptr::eq(shown, first) {
                words.push(text(", as recorded "));
                words.extend(place(edition, shown));
            }
        }
        Work::NotNeeded => words.push(text("; no work was needed")),
        // What holds on the day of the agreement needs no date of its own.
        Work::NotStarted if std::ptr::eq(first, *last) => words.push(text("; the work had not begun")),
        Work::NotStarted => words.extend([text("; the work had not begun by "), Inline::Date(last.on)]),
        Work::InProgress if std::ptr::eq(first, *last) => words.push(text("; the work was under way")),
        Work::InProgress => {
            words.push(text("; the work was under way "));
            words.extend(when(last.on));
        }
        Work::NoEvidence => words.push(text("; nothing on record shows that the work was done")),
    }
    words
}

/// The discussions, and how it stood: `then` where the last of them decided, `later` with its date
/// where an entry after it did.
fn discussed(edition: &Edition, past: &[&Event], then: &str, later: &str) -> Vec<Inline> {
    let meetings: Vec<&&Event> = past.iter().filter(|event| event.is_discussion()).collect();
    let Some(last) = meetings.last() else {
        let mut words = vec![text("Recorded as discussed")];
        if let Some(told) = past.iter().rfind(|event| event.discussed) {
            words.push(text(" "));
            words.extend(place(edition, told));
        }
        words.push(text(then));
        return words;
    };
    let mut words = vec![match meetings.len() {
        1 => text("Discussed "),
        n => text(format!("Discussed {}, last ", times(n))),
    }];
    words.extend(place(edition, last));
    match past.last() {
        Some(decided) if !std::ptr::eq(*decided, **last) => {
            words.extend([text(later), Inline::Date(decided.on)]);
        }
        _ => words.push(text(then)),
    }
    words
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
    use crate::model::issue::Agreement::{self, Agreed, NoneYet, NotAgreed, PartlyAgreed};
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
        plain(&why(&edition, issue, &issue.standing(edition.today()), edition.today()))
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
