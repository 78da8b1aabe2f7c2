//! Why an issue stands where it stands, as plain text for a terminal.
//!
//! In: an edition, an issue and a day. Out: the heading, the rule, the entry that decided, who
//! asserted it, the evidence, and the editor's overruling; lines of at most 80 columns. Decides
//! nothing: the standing is `model::standing`'s and its words are the report's.

use jiff::civil;

use crate::audience::Edition;
use crate::compose::report::name;
use crate::compose::report::prose_line;
use crate::compose::report::reply::replies;
use crate::compose::report::stood::stood;
use crate::compose::report::tree::{Inline, plain};
use crate::compose::report::why::{raised, why};
use crate::compose::report::words::{capital, count, months, number};
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::issue::{Editorial, Event, Issue};
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::standing::Standing;

/// Columns of a line where the terminal has no fewer.
const WIDTH: usize = 80;

/// Columns below which words would be torn apart rather than wrapped.
const NARROWEST: usize = 30;

/// Columns of the labels.
const LABEL: usize = 13;

/// Why an issue stands where it stands as at a day; `None` where the record is no issue.
pub fn explain(edition: &Edition, index: usize, as_of: civil::Date) -> Option<String> {
    explain_within(WIDTH, edition, index, as_of)
}

/// The same for a terminal of so many columns.
pub fn explain_within(columns: usize, edition: &Edition, index: usize, as_of: civil::Date) -> Option<String> {
    let record = edition.records().get(index)?;
    let Kind::Issue(issue) = &record.kind else { return None };
    let day = Date::from_day(as_of).in_words();
    let mut page = Page { text: String::new(), width: columns.clamp(NARROWEST, WIDTH) };
    page.line(record.id.as_str());
    page.line(&record.title);
    page.gap();
    if !issue.raised_by(as_of) {
        page.line(&format!("As at {day}: not yet raised, and so not yet discussed."));
        let raised = said(edition, &raised(edition, issue));
        page.fact("Raised", raised.strip_prefix("Raised ").unwrap_or(&raised));
        return Some(page.text);
    }
    let standing = issue.standing(as_of);
    page.line(&format!("As at {day}: {}.", standing.heading.in_words()));
    page.gap();
    page.fact("Why", &said(edition, &why(edition, issue, &standing, as_of)));
    page.fact(
        "Rule",
        &format!(
            "“{}”: {} Heading: {}.",
            standing.rule.name(),
            standing.rule.condition(),
            standing.rule.heading().in_words()
        ),
    );
    editorial(edition, record, (&standing, issue.run_out(as_of)), &mut page);
    match standing.event {
        Some((n, event)) => entry(edition, record, issue, (n, event), &mut page),
        None => page.fact("Decided by", "no entry: its history has none by then"),
    }
    evidence(edition, issue, as_of, &mut page);
    for reply in replies(edition, record, issue, as_of) {
        page.fact(
            "Reply",
            &format!("{}: {}. {}", reply.party, said(edition, &reply.words), said(edition, &reply.view)),
        );
    }
    reports(edition, index, as_of, &mut page);
    later(edition, issue, as_of, &mut page);
    Some(page.text)
}

/// The editors' judgement that is in force, or the one that ran out last.
fn editorial(
    edition: &Edition,
    record: &Record,
    (standing, over): (&Standing<'_>, Option<&Editorial>),
    page: &mut Page,
) {
    let Some(editorial) = standing.editorial.or(over) else { return };
    let on = editorial.on.map_or_else(String::new, |on| format!(", {}", on.in_words()));
    let what = if let Some(until) = over.and_then(|over| over.until) {
        format!("listed it until {} as {}; that is over", until.in_words(), editorial.heading.in_words())
    } else if editorial.heading == standing.rule.heading() {
        "confirms the heading".to_owned()
    } else {
        format!("overrules it: {}", editorial.heading.in_words())
    };
    let reason = said(edition, &prose_line(edition, record, &editorial.reason));
    page.fact("Editor", &format!("{what}. {reason} ({}{on})", editorial.by));
}

fn entry(edition: &Edition, record: &Record, issue: &Issue, decided: (usize, &Event), page: &mut Page) {
    let (n, event) = decided;
    let discussed = if event.discussed { "discussed" } else { "not discussed then" };
    page.fact(
        "Decided by",
        &format!(
            "entry {} of {} in its history, {}: {discussed}, {}, {}",
            n + 1,
            issue.history.len(),
            event.on.in_words(),
            event.agreement.in_words(),
            event.work.in_words()
        ),
    );
    if let Some(at) = &event.at {
        page.fact("At", &named(edition, at));
    }
    if let Some(note) = &event.note {
        page.fact("Note", &said(edition, &prose_line(edition, record, note)));
    }
    for position in &event.positions {
        let view = said(edition, &prose_line(edition, record, &position.view));
        page.fact("Position", &format!("{}: {view}", position.party));
    }
    match &event.asserted_by {
        Some(by) => page.fact("Asserted by", &named(edition, by)),
        None => page.fact("Asserted by", "nobody named"),
    }
    if let Some(corrected) = event.corrects {
        page.fact("Corrects", &format!("the entry of {}", corrected.in_words()));
    }
    if event.evidence.is_empty() {
        page.fact("Evidence", "none named");
    }
    for to in &event.evidence {
        page.fact("Evidence", &named(edition, to));
    }
}

/// How long ago the last evidence was.
fn evidence(edition: &Edition, issue: &Issue, as_of: civil::Date, page: &mut Page) {
    let words = match issue.last_evidence(as_of) {
        Some(event) => match months(event.on.latest(), as_of) {
            0 => format!("{}, less than a month before", event.on.in_words()),
            n => format!(
                "{}, {} before",
                event.on.in_words(),
                count(edition.words(), "report-n-months", n as usize)
            ),
        },
        None => "never".to_owned(),
    };
    page.fact("Last heard", &words);
    let actions: Vec<String> = issue
        .actions
        .iter()
        .filter_map(|to| match &edition.get(&to.id)?.kind {
            Kind::Action(action) => {
                Some(format!("{}: {}", name::of(edition, to), action.state_at(as_of).in_words()))
            }
            _ => None,
        })
        .collect();
    for action in actions {
        page.fact("Action", &action);
    }
}

/// Where the issue stood in the reports up to the day, and in their frozen editions.
fn reports(edition: &Edition, index: usize, as_of: civil::Date, page: &mut Page) {
    for stood in stood(edition, index).into_iter().filter(|stood| stood.as_of <= as_of) {
        let record = edition.record(stood.report);
        let place = match (stood.edition, &stood.paragraph) {
            (Some(number), Some(paragraph)) => format!("{}#edition-{number}/p-{paragraph}", record.id),
            (Some(number), None) => format!("{}#edition-{number}", record.id),
            (None, _) => record.id.to_string(),
        };
        let day = Date::from_day(stood.as_of).in_words();
        let heading = stood.heading.in_words();
        page.fact("In report", &format!("{heading} as at {day}, in {} ({place})", record.title));
    }
}

/// Entries after the day, which were not looked at.
fn later(edition: &Edition, issue: &Issue, as_of: civil::Date, page: &mut Page) {
    let later = issue.history.iter().filter(|event| event.on.latest() > as_of).count();
    if later > 0 {
        page.gap();
        let words = if later == 1 { "later entry was" } else { "later entries were" };
        let number = number(edition.words(), later);
        page.line(&capital(&format!("{number} {words} not looked at.")));
    }
}

fn said(edition: &Edition, line: &[Inline]) -> String {
    plain(edition.words(), line)
}

fn named(edition: &Edition, to: &Ref) -> String {
    format!("{} ({to})", name::of(edition, to))
}

/// Text in lines of a width.
struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, words: &str) {
        self.wrap("", words, 0);
    }

    /// A label and what is said of it, set in.
    fn fact(&mut self, label: &str, words: &str) {
        self.wrap(&format!("{label:LABEL$}"), words, LABEL);
    }

    fn wrap(&mut self, label: &str, words: &str, indent: usize) {
        let mut line = label.to_owned();
        let mut column = label.chars().count();
        let mut empty = true;
        for word in words.split_whitespace() {
            let length = word.chars().count();
            if !empty && column + 1 + length > self.width {
                self.text.push_str(line.trim_end());
                self.text.push('\n');
                line = " ".repeat(indent);
                column = indent;
                empty = true;
            }
            if !empty {
                line.push(' ');
                column += 1;
            }
            line.push_str(word);
            column += length;
            empty = false;
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::report::fixture::dialogue;
    use crate::model::id::RecordId;

    fn of(slug: &str, as_of: &str) -> String {
        let edition = dialogue();
        let index = edition.index_of(&RecordId::new("issues", slug)).unwrap();
        explain(&edition, index, as_of.parse().unwrap()).unwrap()
    }

    #[test]
    fn the_event_the_rule_and_the_evidence_are_told() {
        insta::assert_snapshot!(of("kept", "2019-07-31"), @r"
        issues/kept
        kept

        As at 31 July 2019: outstanding.

        Why          Partly agreed at Workshop 3 on 5 December 2018; the work was under
                     way on 11 July 2019.
        Rule         “agreed, work to do”: It was discussed and agreed, wholly or in
                     part, and the work is not shown to be done. Heading: outstanding.
        Decided by   entry 2 of 3 in its history, 11 July 2019: not discussed then,
                     partly agreed, work in progress
        At           Outputs and progress, version 1.0 (papers/progress-v1-0)
        Position     Home Office: A review is near.
        Asserted by  Outputs and progress, version 1.0 (papers/progress-v1-0)
        Evidence     Outputs and progress, version 1.0, passage 9
                     (papers/progress-v1-0#p-9)
        Last heard   11 July 2019, less than a month before
        Action       Workshop 1, action 1: completed
        Action       Action log 72: in progress
        In report    outstanding as at 31 July 2019, in Annual report 2018–2019
                     (reports/2018-2019)

        One later entry was not looked at.
        ");
    }

    #[test]
    fn an_overruling_is_told_beside_the_rule() {
        insta::assert_snapshot!(of("overruled", "2019-07-31"), @r"
        issues/overruled
        overruled

        As at 31 July 2019: discussed and not resolved.

        Why          Discussed at Workshop 3 on 5 December 2018; no agreement is on
                     record.
        Rule         “discussion to continue”: It was discussed, and nothing is agreed.
                     Heading: outstanding.
        Editor       overrules it: discussed and not resolved. Both papers call the
                     difference one of principle. (A. Editor, 20 July 2019)
        Decided by   entry 1 of 1 in its history, 5 December 2018: discussed, nothing
                     agreed yet, no evidence of work
        At           Workshop 3 (workshops/2018-12-05-workshop-3)
        Asserted by  nobody named
        Evidence     Workshop 3, passage 2 (workshops/2018-12-05-workshop-3#p-2)
        Last heard   5 December 2018, seven months before
        In report    discussed and not resolved as at 31 July 2019, in Annual report
                     2018–2019 (reports/2018-2019)
        ");
    }

    #[test]
    fn silence_and_the_time_before_are_told() {
        insta::assert_snapshot!(of("silent", "2019-07-31"), @r"
        issues/silent
        silent

        As at 31 July 2019: outstanding.

        Why          Raised on 3 July 2018; no discussion of it is on record.
        Rule         “not yet discussed”: It has not been discussed. Heading:
                     outstanding.
        Decided by   no entry: its history has none by then
        Last heard   never
        In report    outstanding as at 31 July 2019, in Annual report 2018–2019
                     (reports/2018-2019)
        ");
        insta::assert_snapshot!(of("later", "2019-07-31"), @r"
        issues/later
        later

        As at 31 July 2019: not yet raised, and so not yet discussed.
        Raised       on 1 October 2019
        ");
    }

    #[test]
    fn lines_fit_a_terminal() {
        for slug in ["kept", "overruled", "aside", "reopened"] {
            for line in of(slug, "2019-12-31").lines() {
                assert!(line.chars().count() <= WIDTH, "{line}");
            }
        }
    }

    #[test]
    fn what_is_no_issue_has_nothing_to_explain() {
        let edition = dialogue();
        let index = edition.index_of(&RecordId::new("cases", "open-space")).unwrap();
        assert_eq!(explain(&edition, index, edition.today()), None);
        assert_eq!(explain(&edition, usize::MAX, edition.today()), None);
    }
}
