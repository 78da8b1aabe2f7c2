//! What a report says of numbers, dates and lists, in the words of its language, as pieces of a line.
//!
//! In: the name of a message, and what stands in it. Out: `Inline`s and words. Every word comes from the
//! catalogue; what is put into a sentence keeps its marks and its links. Of records it knows only whether everybody
//! may see them.

use jiff::civil;

use crate::audience::{Audience, Edition};
use crate::model::date::Date;
use crate::model::words::{Arg, Place, Words, args};

use super::tree::Inline;

/// What stands in a message.
pub(super) enum Put<'p> {
    /// A number or words, which a message may choose by.
    Plain(Arg<'p>),
    /// A line.
    Line(Vec<Inline>),
}

/// What stands in a message, by name: `puts![count = 3, date = date]`.
macro_rules! puts {
    ($($name:ident = $value:expr),* $(,)?) => {
        vec![$((stringify!($name), $crate::compose::report::words::Put::from($value))),*]
    };
}

pub(super) use puts;

/// Whether everybody reads it: they are told what is published, and there may be more that is not.
pub(super) fn is_public(edition: &Edition) -> bool {
    edition.audience() == Audience::Public
}

/// What is said where there is nothing, to members and to everybody: of what may only not be shown, nobody is
/// told that there is none.
pub(super) fn nothing<'k>(edition: &Edition, members: &'k str, public: &'k str) -> &'k str {
    if is_public(edition) { public } else { members }
}

/// Plain words as a piece of a line.
pub(super) fn text(words: impl Into<String>) -> Inline {
    Inline::Text(words.into())
}

/// A message as a line.
pub(super) fn say(words: &Words, key: &str, puts: Vec<(&str, Put<'_>)>) -> Vec<Inline> {
    let (mut args, mut lines) = (Vec::new(), Vec::new());
    for (name, put) in puts {
        match put {
            Put::Plain(arg) => args.push((name, arg)),
            Put::Line(line) => lines.push((name, line)),
        }
    }
    let mut said = Vec::new();
    for place in words.places(key, &args) {
        match place {
            Place::Words(words) => said.push(text(words)),
            Place::Of(name) => {
                let line = lines.iter().find(|(known, _)| *known == name);
                said.extend(line.map(|(_, line)| line.clone()).unwrap_or_default());
            }
        }
    }
    said
}

/// A message on so many things as a line: `$count` is the number, `$number` the number within a sentence,
/// `$first` the number at its start.
pub(super) fn say_n(words: &Words, key: &str, n: usize, mut puts: Vec<(&str, Put<'_>)>) -> Vec<Inline> {
    puts.extend(puts![count = n, number = number(words, n), first = number_first(words, n)]);
    say(words, key, puts)
}

/// The same as plain words.
pub fn count(words: &Words, key: &str, n: usize) -> String {
    words.fill(key, args![count = n, number = number(words, n), first = number_first(words, n)])
}

/// A number in running text: in words up to ten, `no` for none.
pub fn number(words: &Words, n: usize) -> String {
    words.fill("number-word", args![count = n])
}

/// A number standing alone, of things named before: `none`, `one`, `12`.
pub fn of_them(words: &Words, n: usize) -> String {
    words.fill("number-of-them", args![count = n])
}

/// A number at the start of a sentence, in words below a hundred.
pub fn number_first(words: &Words, n: usize) -> String {
    words.fill("number-first", args![count = n])
}

/// Words with their first letter made a capital.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The number and the status of an edition: `first edition`, `first edition, draft`.
pub fn edition(words: &Words, n: u32, is_final: bool) -> String {
    let key = if is_final { "report-edition" } else { "report-edition-draft" };
    words.fill(key, args![ordinal = ordinal(words, n)])
}

/// A place in an order: `first`, `second`, `11th`.
pub fn ordinal(words: &Words, n: u32) -> String {
    words.fill("ordinal-word", args![count = n])
}

/// Lines in a row: `a`, `a and b`, `a, b and c`.
pub(super) fn and_lines(words: &Words, mut lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    match lines.pop() {
        None => Vec::new(),
        Some(last) if lines.is_empty() => last,
        Some(last) => say(words, "row", puts![most = joined(lines, &text(", ")), last = last]),
    }
}

/// Lines with a mark between them.
pub(super) fn joined(lines: Vec<Vec<Inline>>, between: &Inline) -> Vec<Inline> {
    let mut row = Vec::new();
    for (n, line) in lines.into_iter().enumerate() {
        if n > 0 {
            row.push(between.clone());
        }
        row.extend(line);
    }
    row
}

/// Sentences after one another; those that say nothing are left out.
pub(super) fn sentences(all: Vec<Vec<Inline>>) -> Vec<Inline> {
    joined(all.into_iter().filter(|one| !one.is_empty()).collect(), &text(" "))
}

/// When, with its preposition: `on 3 July 2018`, `in July 2018`.
pub(super) fn when(words: &Words, date: Date) -> Vec<Inline> {
    let key = if date.day().is_some() { "report-on-day" } else { "report-in-time" };
    say(words, key, puts![date = date])
}

/// Whole months from one day to another; none where the second is not later.
pub fn months(from: civil::Date, to: civil::Date) -> u32 {
    let month = |day: civil::Date| i32::from(day.year()) * 12 + i32::from(day.month());
    // The last day of a month completes it, however short the month is.
    let short = to.day() < from.day() && to != to.last_of_month();
    u32::try_from(month(to) - month(from) - i32::from(short)).unwrap_or(0)
}

impl From<usize> for Put<'_> {
    fn from(number: usize) -> Self {
        Put::Plain(Arg::from(number))
    }
}

impl<'p> From<&'p str> for Put<'p> {
    fn from(words: &'p str) -> Self {
        Put::Plain(Arg::from(words))
    }
}

impl From<String> for Put<'_> {
    fn from(words: String) -> Self {
        Put::Plain(Arg::from(words))
    }
}

impl From<Date> for Put<'_> {
    fn from(date: Date) -> Self {
        Put::Line(vec![Inline::Date(date)])
    }
}

impl From<Inline> for Put<'_> {
    fn from(piece: Inline) -> Self {
        Put::Line(vec![piece])
    }
}

impl From<Vec<Inline>> for Put<'_> {
    fn from(line: Vec<Inline>) -> Self {
        Put::Line(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::of_language;

    #[test]
    fn numbers_read_well() {
        let words = of_language("en");
        let issues = |n: usize| count(&words, "report-n-issues", n);
        assert_eq!([0, 1, 11].map(issues), ["no issues", "one issue", "11 issues"]);
        let first = |n: usize| number_first(&words, n);
        assert_eq!([0, 21, 40, 99, 136].map(first), ["No", "Twenty-one", "Forty", "Ninety-nine", "136"]);
        let ordinals = [1, 2, 11, 12, 21, 33].map(|n| ordinal(&words, n));
        assert_eq!(ordinals.join(" "), "first second 11th 12th 21st 33rd");
        let welsh = of_language("cy");
        let issues = |n: usize| count(&welsh, "report-n-issues", n);
        assert_eq!([0, 1, 2, 3].map(issues), ["dim materion", "1 mater", "2 fater", "3 mater"]);
    }

    #[test]
    fn lists_read_well() {
        let list = |language: &str, items: &[&str]| {
            let lines = items.iter().map(|item| vec![text(*item)]).collect();
            super::super::tree::plain(&of_language(language), &and_lines(&of_language(language), lines))
        };
        assert_eq!(list("en", &["a", "b", "c"]), "a, b and c");
        assert_eq!(list("en", &["a", "b"]), "a and b");
        assert_eq!(list("cy", &["a", "b", "c"]), "a, b a c");
        assert_eq!(list("en", &[]), "");
    }

    #[test]
    fn months_are_whole() {
        let between = |from: &str, to: &str| months(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(between("2019-07-11", "2019-07-31"), 0);
        assert_eq!(between("2018-07-03", "2019-07-31"), 12);
        assert_eq!(between("2018-07-31", "2019-02-28"), 7);
        assert_eq!(between("2018-07-03", "2018-08-02"), 0);
        assert_eq!(between("2019-07-31", "2018-07-03"), 0);
    }
}
