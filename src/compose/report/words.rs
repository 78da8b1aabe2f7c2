//! Plain English for numbers, dates and lists, as pieces of a line.
//!
//! In: values. Out: `Inline`s and words. Knows nothing of records.

use jiff::civil;

use crate::model::date::Date;

use super::tree::Inline;

const SMALL: [&str; 20] = [
    "no",
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

const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Plain words as a piece of a line.
pub(super) fn text(words: impl Into<String>) -> Inline {
    Inline::Text(words.into())
}

/// A number in running text: in words up to ten, `no` for none.
pub fn number(n: usize) -> String {
    if n <= 10 { SMALL[n].to_owned() } else { n.to_string() }
}

/// A number standing alone, of things named before: `none`, `one`, `12`.
pub fn of_them(n: usize) -> String {
    if n == 0 { "none".to_owned() } else { number(n) }
}

/// A number of things in running text: `no issues`, `one issue`, `12 issues`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// The same at the start of a sentence, in words below a hundred: `Twenty-one issues`.
pub fn count_first(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number_first(n), if n == 1 { one } else { many })
}

/// A number at the start of a sentence.
pub fn number_first(n: usize) -> String {
    let words = match n {
        0..20 => SMALL[n].to_owned(),
        20..100 if n.is_multiple_of(10) => TENS[n / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[n / 10], SMALL[n % 10]),
        _ => n.to_string(),
    };
    capital(&words)
}

/// Words with their first letter made a capital.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `is` or `are`, `was` or `were`: the verb that goes with a number.
pub fn verb<'w>(n: usize, one: &'w str, many: &'w str) -> &'w str {
    if n == 1 { one } else { many }
}

/// The number and the status of an edition: `first edition`, `first edition, draft`.
pub fn edition(n: u32, is_final: bool) -> String {
    let draft = if is_final { "" } else { ", draft" };
    format!("{} edition{draft}", ordinal(n))
}

/// A place in an order: `first`, `second`, `11th`.
pub fn ordinal(n: u32) -> String {
    const FIRST: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    if let Some(word) = n.checked_sub(1).and_then(|n| FIRST.get(n as usize)) {
        return (*word).to_owned();
    }
    let end = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{end}")
}

/// How often: `once`, `twice`, `three times`.
pub fn times(n: usize) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{} times", number(n)),
    }
}

/// Words in a row: `a`, `a and b`, `a, b and c`.
pub fn and(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// Lines in a row: `a`, `a and b`, `a, b and c`.
pub(super) fn and_lines(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    let last = lines.len().saturating_sub(1);
    let mut row = Vec::new();
    for (n, line) in lines.into_iter().enumerate() {
        if n > 0 {
            row.push(text(if n == last { " and " } else { ", " }));
        }
        row.extend(line);
    }
    row
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

/// When, with its preposition: `on 3 July 2018`, `in July 2018`.
pub(super) fn when(date: Date) -> Vec<Inline> {
    vec![text(if date.day().is_some() { "on " } else { "in " }), Inline::Date(date)]
}

/// Whole months from one day to another; none where the second is not later.
pub fn months(from: civil::Date, to: civil::Date) -> u32 {
    let month = |day: civil::Date| i32::from(day.year()) * 12 + i32::from(day.month());
    // The last day of a month completes it, however short the month is.
    let short = to.day() < from.day() && to != to.last_of_month();
    u32::try_from(month(to) - month(from) - i32::from(short)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(count(0, "issue", "issues"), "no issues");
        assert_eq!(count(1, "issue", "issues"), "one issue");
        assert_eq!(count(11, "issue", "issues"), "11 issues");
        assert_eq!(count_first(21, "issue", "issues"), "Twenty-one issues");
        assert_eq!(count_first(40, "issue", "issues"), "Forty issues");
        assert_eq!(number_first(136), "136");
        assert_eq!([1, 2, 11, 12, 21, 102].map(ordinal).join(" "), "first second 11th 12th 21st 102nd");
        assert_eq!(times(3), "three times");
    }

    #[test]
    fn lists_read_well() {
        let list = |items: &[&str]| and(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&[]), "");
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
