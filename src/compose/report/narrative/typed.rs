//! Numbers that editors typed beside a noun that the report counts.
//!
//! In: a scope and a text. Out: each typed count that no count of the report bears out, with both
//! figures. `One issue` and `no issue` are turns of phrase and are left alone, and so is what stands in
//! quotation marks, in code or in a quotation.

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

/// Every number before a counted noun, with the status named before or after it.
fn typed(text: &str) -> Vec<Typed<'_>> {
    let apart = apart(text);
    let words: Vec<(Range<usize>, &str)> = words(text);
    let bare =
        |n: usize| words.get(n).map(|(_, word)| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let ends = |n: usize| words.get(n).is_none_or(|(_, word)| word.ends_with(['.', ';', ':', '!', '?', ',']));
    let mut found = Vec::new();
    for (n, (at, word)) in words.iter().enumerate() {
        let number = bare(n).and_then(number);
        let Some(number) = number.filter(|_| !ends(n) && !word.starts_with(['(', '[', '#', '§'])) else {
            continue;
        };
        if apart.iter().any(|range| range.contains(&at.start)) {
            continue;
        }
        let status = bare(n + 1).filter(|word| STATUSES.contains(word));
        let noun_at = n + 1 + usize::from(status.is_some());
        let noun = bare(noun_at).and_then(|word| {
            NOUNS.into_iter().find(|(one, many)| *one == word || *many == word).map(|(_, many)| many)
        });
        let Some(noun) = noun else { continue };
        let mut after = None;
        if status.is_none() && !ends(noun_at) {
            // `14 issues are still outstanding`, `14 issues stood as resolved`.
            after = (noun_at + 1..noun_at + 5)
                .take_while(|n| *n == noun_at + 1 || !ends(*n - 1))
                .filter_map(bare)
                .find(|word| STATUSES.contains(word));
            // What follows otherwise may be any part of them: `14 issues of the first workshop`.
            let next = bare(noun_at + 1).unwrap_or_default();
            let narrower =
                ["of", "on", "under", "about", "in", "from", "at", "which", "that", "where", "for", "with"];
            if after.is_none() && narrower.contains(&next) {
                continue;
            }
        }
        let end = words[noun_at].0.start
            + words[noun_at].1.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len();
        found.push(Typed { at: at.start..end, n: number, noun, status: status.or(after) });
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
    fn turns_of_phrase_and_parts_are_left_alone() {
        for text in [
            "One issue remains, and no issues were raised.",
            "In 2019 papers were sent.",
            "Three issues of the first workshop.",
            "“Fourteen issues” were named, `14 issues`.",
            "> 14 issues\n",
            "Three large issues, 3. Issues",
            "Section (3) issues",
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
