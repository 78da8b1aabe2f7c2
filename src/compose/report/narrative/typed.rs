//! Numbers that editors typed beside a noun that the report counts.
//!
//! In: a scope and a text. Out: each typed count that no count of the report bears out, with both
//! figures. `One issue` and `no issue` are turns of phrase and are left alone, but where a sentence says that none
//! stands under a heading; so is what stands in quotation marks, in code or in a quotation.

use std::ops::Range;

use super::super::documents::dated;
use super::super::scope::Scope;
use crate::model::action::State;
use crate::model::kinds::Kind;
use crate::model::standing::Heading;

/// A count that was typed.
struct Typed<'t> {
    at: Range<usize>,
    n: usize,
    noun: &'static str,
    /// The heading or the state named with it.
    status: Option<&'t str>,
}

/// Typed counts that disagree, each with its place and what is wrong.
pub(super) fn disagreeing(
    scope: &Scope<'_>,
    topic: Option<usize>,
    text: &str,
) -> Vec<(Range<usize>, String)> {
    typed(text)
        .into_iter()
        .filter_map(|typed| {
            let counts = counts(scope, topic, typed.noun, typed.status)?;
            if counts.contains(&typed.n) {
                return None;
            }
            let what = match typed.status {
                Some(status) => format!("{status} {}", typed.noun),
                None => typed.noun.to_owned(),
            };
            let counted = counts.first().copied().unwrap_or(0);
            let message = format!(
                "`{}` is typed, and the count of {what} is {counted}",
                text[typed.at.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
            );
            Some((typed.at, message))
        })
        .collect()
}

/// What the words may count, the likeliest first; `None` for a status that the noun has not.
fn counts(scope: &Scope<'_>, topic: Option<usize>, noun: &str, status: Option<&str>) -> Option<Vec<usize>> {
    let held = |held: bool| {
        dated(scope, "workshops")
            .into_iter()
            .filter(|record| !held || !matches!(&record.kind, Kind::Workshop(workshop) if workshop.planned))
            .count()
    };
    Some(match noun {
        "issues" => {
            let heading = match status {
                Some(status) => Some(Heading::parse(status)?),
                None => None,
            };
            let of = |topic: Option<usize>| {
                let fits = |stand: &&super::super::scope::Stand<'_>| {
                    heading.is_none_or(|heading| stand.standing.heading == heading)
                        && topic.is_none_or(|topic| stand.topic == Some(topic))
                };
                scope.issues.iter().filter(fits).count()
            };
            match topic {
                Some(_) => vec![of(topic), of(None)],
                None => vec![of(None)],
            }
        }
        "actions" => {
            let state = match status {
                Some(status) => Some(State::parse(status)?),
                None => None,
            };
            let fits = |act: &&super::super::scope::Act<'_>| state.is_none_or(|state| act.state == state);
            let acts = || scope.acts.iter().filter(fits);
            // Those of one workshop are often told together.
            let workshops = scope.acts.iter().filter_map(|act| act.action.workshop.as_ref());
            let of_each = workshops.map(|held| {
                acts().filter(|act| act.action.workshop.as_ref().is_some_and(|at| at.id == held.id)).count()
            });
            std::iter::once(acts().count()).chain(of_each).collect()
        }
        "workshops" if status.is_none() => vec![held(true), held(false)],
        "papers" if status.is_none() => vec![dated(scope, "papers").len()],
        "topics" if status.is_none() => vec![scope.topics.len()],
        _ => return None,
    })
}

const NOUNS: [(&str, &str); 5] = [
    ("issue", "issues"),
    ("action", "actions"),
    ("workshop", "workshops"),
    ("paper", "papers"),
    ("topic", "topics"),
];
const STATUSES: [&str; 8] =
    ["resolved", "unresolved", "outstanding", "set-aside", "open", "completed", "closed", "ongoing"];

const ARE: [&str; 6] = ["is", "are", "remains", "remain", "stands", "stand"];

/// Words behind a noun that may name any part of what it counts: `14 issues of the first workshop`.
const NARROWER: [&str; 12] =
    ["of", "on", "under", "about", "in", "from", "at", "which", "that", "where", "for", "with"];

/// A text as words, which are asked for by their places.
struct Words<'t>(Vec<(Range<usize>, &'t str)>);

impl<'t> Words<'t> {
    /// A word without what stands around it.
    fn bare(&self, n: usize) -> Option<&'t str> {
        self.0.get(n).map(|(_, word)| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
    }

    fn is(&self, n: usize, among: &[&str]) -> bool {
        self.bare(n).is_some_and(|word| among.contains(&word))
    }

    /// Whether a part of a sentence ends with a word.
    fn ends(&self, n: usize) -> bool {
        self.0.get(n).is_none_or(|(_, word)| word.ends_with(['.', ';', ':', '!', '?', ',']))
    }

    fn noun(&self, n: usize) -> Option<&'static str> {
        let word = self.bare(n)?;
        NOUNS.into_iter().find(|(one, many)| *one == word || *many == word).map(|(_, many)| many)
    }

    fn status(&self, n: usize) -> Option<&'t str> {
        self.bare(n).filter(|word| STATUSES.contains(word))
    }

    /// From one word to the end of another.
    fn span(&self, from: usize, to: usize) -> Range<usize> {
        let (at, word) = &self.0[to];
        self.0[from].0.start..at.start + word.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len()
    }

    /// A number before a noun, with the status before or after it.
    fn counted(&self, n: usize, number: usize) -> Option<Typed<'t>> {
        let status = self.status(n + 1);
        let noun_at = n + 1 + usize::from(status.is_some());
        let noun = self.noun(noun_at)?;
        let mut after = None;
        if status.is_none() && !self.ends(noun_at) {
            // `14 issues are still outstanding`, `14 issues stood as resolved`.
            after = (noun_at + 1..noun_at + 5)
                .take_while(|n| *n == noun_at + 1 || !self.ends(*n - 1))
                .find_map(|n| self.status(n));
            if after.is_none() && self.is(noun_at + 1, &NARROWER) && !self.in_all(noun_at + 1, noun) {
                return None;
            }
        }
        Some(Typed { at: self.span(n, noun_at), n: number, noun, status: status.or(after) })
    }

    /// Whether what follows a noun names all that there are: `in all`, `in this report`, `in three topics`. A wrong
    /// number of topics is told of its own.
    fn in_all(&self, n: usize, noun: &str) -> bool {
        let last = match (self.bare(n), self.bare(n + 1)) {
            (Some("in"), Some("all" | "total")) if !self.is(n + 2, &["topics", "the"]) => n + 1,
            (Some("in"), Some("this" | "the")) if self.is(n + 2, &["report", "edition"]) => n + 2,
            (Some("in"), Some(word)) if noun == "issues" && self.is(n + 2, &["topics"]) => {
                match word == "all" || number(word).is_some() {
                    true => n + 2,
                    false => return false,
                }
            }
            _ => return false,
        };
        self.ends(last) || !self.is(last + 1, &NARROWER)
    }

    /// `Of the issues, fourteen are resolved`.
    fn of_all(&self, n: usize, number: usize) -> Option<Typed<'t>> {
        let noun = self.noun(n.checked_sub(1)?)?;
        let of = self.bare(n.checked_sub(3)?)?;
        let is_whole = of.eq_ignore_ascii_case("of") && self.is(n - 2, &["the"]) && self.ends(n - 1);
        let (at, status) = self.stands(n + 1)?;
        is_whole.then(|| Typed { at: self.span(n, at), n: number, noun, status: Some(status) })
    }

    /// `No issue is outstanding.`, `None of the issues remains unresolved.`: a whole sentence, or it may be of some of
    /// them.
    fn none(&self, n: usize) -> Option<Typed<'t>> {
        let noun_at = match self.bare(n)? {
            "No" => n + 1,
            "None" if self.is(n + 1, &["of"]) && self.is(n + 2, &["the"]) => n + 3,
            _ => return None,
        };
        let noun = self.noun(noun_at)?;
        let (at, status) = self.stands(noun_at + 1)?;
        let is_whole = self.0.get(at).is_some_and(|(_, word)| word.ends_with(['.', ';', '!']));
        is_whole.then(|| Typed { at: self.span(n, at), n: 0, noun, status: Some(status) })
    }

    /// The status that a verb names, and where: `are still outstanding`.
    fn stands(&self, verb: usize) -> Option<(usize, &'t str)> {
        let at = if self.is(verb + 1, &["still", "now", "as"]) { verb + 2 } else { verb + 1 };
        let status = self.status(at).filter(|_| self.is(verb, &ARE))?;
        Some((at, status))
    }
}

/// Every number before a counted noun, with the status named before or after it, and what is said of all and of none.
fn typed(text: &str) -> Vec<Typed<'_>> {
    let apart = apart(text);
    let words = Words(words(text));
    let mut found = Vec::new();
    for (n, (at, word)) in words.0.iter().enumerate() {
        if words.ends(n) || word.starts_with(['(', '[', '#', '§']) {
            continue;
        }
        if apart.iter().any(|range| range.contains(&at.start)) {
            continue;
        }
        let number = words.bare(n).and_then(number);
        found.extend(match number {
            Some(number) => words.counted(n, number).or_else(|| words.of_all(n, number)),
            None => words.none(n),
        });
    }
    found
}

fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split(char::is_whitespace) {
        if !word.is_empty() {
            words.push((at..at + word.len(), word));
        }
        // White space is as long as it is: the next word starts behind it.
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    words
}

/// A number in figures or in words, from two on; what may be a year is none.
fn number(word: &str) -> Option<usize> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok().filter(|n| *n < 1800);
    }
    let lower = word.to_lowercase();
    let small = |word: &str| SMALL.iter().position(|known| *known == word);
    let tens = |word: &str| TENS.iter().position(|known| *known == word).map(|n| (n + 2) * 10);
    let (first, rest) = match lower.split_once('-') {
        Some((first, rest)) => (first, Some(rest)),
        None => (lower.as_str(), None),
    };
    match rest {
        Some(rest) => Some(tens(first)? + small(rest).filter(|n| (1..10).contains(n))?),
        None => small(first).filter(|n| *n >= 2).or_else(|| tens(first)),
    }
}

/// What is not the editors' own running text: quotations, code, and words in quotation marks.
fn apart(text: &str) -> Vec<Range<usize>> {
    use pulldown_cmark::{Event, Parser, Tag};
    let mut ranges: Vec<Range<usize>> = Parser::new_ext(text, crate::model::text::markdown())
        .into_offset_iter()
        .filter(|(event, _)| {
            matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_) | Tag::BlockQuote(_)))
        })
        .map(|(_, at)| at)
        .collect();
    for (open, close) in [('“', '”'), ('‘', '’')] {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| at + from) {
            let inner = start + open.len_utf8();
            let paragraph = text[inner..].find("\n\n").map_or(text.len(), |at| inner + at);
            let end = text[inner..paragraph].find(close).map_or(inner, |at| inner + at);
            ranges.push(start..end);
            from = end;
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        typed(text)
            .into_iter()
            .map(|typed| format!("{} {} {}", typed.n, typed.status.unwrap_or("-"), typed.noun))
            .collect()
    }

    #[test]
    fn numbers_beside_counted_nouns_are_found() {
        assert_eq!(
            told(
                "There are 14 issues. Fourteen resolved issues, and twenty-one issues are still outstanding."
            ),
            ["14 - issues", "14 resolved issues", "21 outstanding issues"]
        );
        assert_eq!(told("Of 20 actions, 3 open actions."), ["20 - actions", "3 open actions"]);
    }

    #[test]
    fn what_is_said_of_all_and_of_none_is_a_count_too() {
        for (text, found) in [
            ("We counted 99 issues in all.", "99 - issues"),
            ("The 99 issues in this report.", "99 - issues"),
            ("Of the issues, fourteen are resolved.", "14 resolved issues"),
            ("No issue is outstanding.", "0 outstanding issues"),
            ("Well done. None of the issues is still outstanding; we close.", "0 outstanding issues"),
        ] {
            assert_eq!(told(text), [found], "{text}");
        }
        let covered = ["99 - issues", "3 - topics"];
        assert_eq!(told("The report covers 99 issues in three topics."), covered);
    }

    #[test]
    fn turns_of_phrase_and_parts_are_left_alone() {
        for text in [
            "One issue remains, and no issues were raised.",
            "In 2019 papers were sent.",
            "Three issues of the first workshop.",
            "“Fourteen issues” were named, `14 issues`.",
            "> 14 issues\n",
            "Three large issues, 3. Issues",
            "Section (3) issues",
            "We counted 99 issues in all under governance.",
            "Three issues in the first part of the year.",
            "Two issues in all the papers.",
            "At the first workshop no issue is outstanding.",
            "No issue is outstanding, but for one.",
            "No issue is outstanding under governance.",
            "No issue was resolved in the first year.",
            "Of these issues, four are resolved. Of the issues of the year, four are resolved.",
        ] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in crate::model::text::tests::mangled()) {
            typed(&text);
        }

        #[test]
        fn never_panics_on_quotation_marks(text in "[“”‘’ a3-9\\n]{0,30}") {
            typed(&text);
        }
    }
}
