//! Which meeting a document is about: its date, its number, and the slug they make.
//!
//! In: the title, the first passages with their lines, and the whole text. Out: `Meeting`, with a
//! doubt for whatever the document does not say in so many words.

use std::sync::Arc;

use super::doubts::{Doubts, quoted};
use super::rules::{DOUBTFUL_DATE, DOUBTFUL_NUMBER, LEFT_OUT};
use super::written_date::{self, Written};
use crate::model::date::Date;
use crate::model::text::slug;

/// A meeting as a document names it.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Meeting {
    /// When it was.
    pub(crate) date: Option<Date>,
    /// Its number, where it is counted.
    pub(crate) number: Option<u32>,
}

/// So many passages at the start are searched for what the title does not say.
const OPENING: usize = 20;

impl Meeting {
    /// Reads what a document says of its meeting. `passages`: line and words, the title first.
    pub(crate) fn of(passages: &[(usize, &str)], text: &str, doubts: &mut Doubts) -> Self {
        let opening = passages.get(..OPENING.min(passages.len())).unwrap_or_default();
        Meeting { date: date(opening, text, doubts), number: number(opening, doubts) }
    }

    /// `2018-07-03-workshop-1`; without date and number the words of the title.
    pub(crate) fn slug(&self, title: &str) -> String {
        let workshop = self.number.map_or("workshop".to_owned(), |number| format!("workshop-{number}"));
        match self.date {
            Some(date) => format!("{date}-{workshop}"),
            None if self.number.is_some() => workshop,
            None => slug(title),
        }
    }
}

fn date(opening: &[(usize, &str)], text: &str, doubts: &mut Doubts) -> Option<Date> {
    let written = opening.iter().flat_map(|(line, words)| {
        let days = written_date::all(words).into_iter().map(|date| (first_day(words, date), *line, *words));
        days.filter_map(|((date, days), line, words)| Some((line, words, date, days?)))
    });
    let all: Vec<(usize, &str, Written, u8)> = written.collect();
    // The first day is the meeting's, unless another stands with words that say so.
    let best = all.iter().map(|(_, words, ..)| about_the_meeting(words)).max();
    let chosen = all.iter().find(|(_, words, ..)| Some(about_the_meeting(words)) == best);
    let (line, words, found, days) = match chosen {
        Some(chosen) => *chosen,
        None => {
            let date = from_the_name(doubts);
            if date.is_none() {
                doubts.of_all(&DOUBTFUL_DATE, "the document gives no date of the meeting");
            }
            return date;
        }
    };
    let as_written = words.get(found.at..found.end).unwrap_or_default();
    if best == Some(0) {
        let message = format!(
            "no day stands with words of the meeting; {} is taken from {}",
            quoted(as_written, 40),
            quoted(words, 60)
        );
        doubts.with_help(
            line,
            &DOUBTFUL_DATE,
            message,
            "mend `date` and the file's name if that is another day",
        );
    }
    if let Some((at, other)) = all.first().and_then(|(at, _, other, _)| Some((*at, other.date()?)))
        && found.date().is_some_and(|date| date != other)
    {
        let message = format!(
            "the document bears the day {} before that of the meeting, {}",
            other.in_words(),
            quoted(words, 60)
        );
        doubts.with_help(
            at,
            &DOUBTFUL_DATE,
            message,
            "mend `date` and the file's name if that is the meeting's",
        );
    }
    if days > 1 {
        let message =
            format!("the meeting went on over {days} days, {}; `date` has the first", quoted(words, 60));
        doubts.at(line, &LEFT_OUT, message);
    }
    if let Some(date) = found.date() {
        if found.two_ways {
            let message =
                format!("{} is read with the day first, as {}", quoted(as_written, 40), date.in_words());
            doubts.with_help(line, &DOUBTFUL_DATE, message, "mend `date` if the month comes first");
        }
        return Some(date);
    }
    if let Some((_, _, whole, _)) = all
        .iter()
        .find(|(_, _, date, _)| date.year.is_some() && date.day == found.day && date.month == found.month)
    {
        return whole.date();
    }
    let years = found.years_that_fit(&written_date::years(text));
    let day = quoted(as_written, 40);
    if let [year] = years.as_slice() {
        let why = match found.weekday {
            Some(weekday) => {
                format!("of the years named in the document only {year} has it on a {weekday:?}")
            }
            None => format!("{year} is the only year named in the document"),
        };
        doubts.with_help(
            line,
            &DOUBTFUL_DATE,
            format!("no year stands with {day}: {why}"),
            "mend `date` and the file's name if that is wrong",
        );
        return Written { year: Some(*year), ..found }.date();
    }
    if let Some(date) = from_the_name(doubts) {
        return Some(date);
    }
    doubts.with_help(
        line,
        &DOUBTFUL_DATE,
        format!("no year stands with {day}, and the document does not tell which"),
        "add `date` to the record",
    );
    None
}

/// Whether a passage gives a day that may be the meeting's.
pub(super) fn gives_a_day(words: &str) -> bool {
    about_the_meeting(words) > 0
        && written_date::all(words).iter().any(|date| first_day(words, *date).1.is_some())
}

/// How much the words around a day speak of the meeting: more for `Held on`, less for a printer's date.
fn about_the_meeting(words: &str) -> u8 {
    let lower = words.to_lowercase();
    let says = |list: &[&str]| list.iter().any(|word| lower.contains(word));
    if says(&[
        "page ",
        "updated",
        "circulated",
        "printed",
        "next meeting",
        "next workshop",
        "deadline",
        "due ",
        " by ",
    ]) {
        0
    } else if says(&[
        "held", "meeting", "workshop", "session", "minutes", "notes of", "note of", "write up", "write-up",
        "date:", "on:",
    ]) {
        2
    } else {
        1
    }
}

/// The first day of a date and how many days it goes on, as in `7–8 February`, `7 & 8 February`.
fn first_day(text: &str, date: Written) -> (Written, Option<u8>) {
    let before = text.get(..date.at).unwrap_or_default().trim_end();
    let number = |text: &str| -> Option<(u8, usize)> {
        let text =
            ["st", "nd", "rd", "th"].into_iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
        let digits = text.len() - text.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
        let found = text.get(text.len() - digits..)?.parse().ok().filter(|day| (1..=31).contains(day))?;
        Some((found, text.len() - digits))
    };
    let joined = |text: &str| {
        let text = text.trim_end();
        let rest =
            ["&amp;", "&", "–", "-", "/", " and", " to"].into_iter().find_map(|join| text.strip_suffix(join));
        rest.and_then(|rest| number(rest.trim_end()))
    };
    let last = match date.day {
        Some(day) => Some((day, before.len())),
        None => number(before),
    };
    let Some((last, at)) = last else { return (date, None) };
    match joined(before.get(..at).unwrap_or_default()) {
        Some((first, _)) if first < last && last - first < 10 => {
            (Written { day: Some(first), ..date }, Some(last - first + 1))
        }
        _ if date.day.is_some() => (date, Some(1)),
        _ => (date, None),
    }
}

/// A date in the file's own name, for a document that gives none.
fn from_the_name(doubts: &mut Doubts) -> Option<Date> {
    let file = Arc::clone(doubts.file());
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('_', " ");
    let in_pieces = |text: &str| {
        written_date::all(text).into_iter().find(|date| date.day.is_some()).and_then(Written::date)
    };
    let iso = stem.get(..10).and_then(in_pieces);
    let date = iso.or_else(|| in_pieces(&stem))?;
    let message =
        format!("the document gives no whole date; {} is taken from the file's name", date.in_words());
    doubts.of_all(&DOUBTFUL_DATE, message);
    Some(date)
}

fn number(opening: &[(usize, &str)], doubts: &mut Doubts) -> Option<u32> {
    for (n, (line, words)) in opening.iter().enumerate() {
        if let Some((number, certain, at)) = number_in(words, n == 0) {
            if !certain {
                let message = format!("the number {number} is taken from {}", quoted(at, 60));
                doubts.with_help(
                    *line,
                    &DOUBTFUL_NUMBER,
                    message,
                    "mend `number` and the file's name if that is wrong",
                );
            }
            return Some(number);
        }
    }
    None
}

/// The number in `Workshop three`, `workshop 3`, `the first workshop`; whether it is said outright;
/// the words that say it.
fn number_in(text: &str, titled: bool) -> Option<(u32, bool, &str)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    for (n, word) in words.iter().enumerate() {
        let bare = bare(word);
        // A day has sessions too, so that word counts only in the title.
        let names_it = matches!(bare.as_str(), "workshop" | "meeting") || titled && bare == "session";
        if !names_it {
            continue;
        }
        let after = words.get(n + 1).and_then(|next| counted(&self::bare(next), CARDINALS));
        // In `a workshop. 3 people came` the number counts people.
        if let Some(number) = after.filter(|_| !word.ends_with(['.', ',', ';'])) {
            return Some((number, true, between(text, word, words.get(n + 1)?)));
        }
        let before = (n.saturating_sub(3)..n).rev().find_map(|at| {
            let word = words.get(at)?;
            Some((counted(&self::bare(word), ORDINALS)?, *word))
        });
        if let Some((number, from)) = before {
            return Some((number, false, between(text, from, word)));
        }
    }
    None
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = from.as_ptr() as usize - text.as_ptr() as usize;
    let end = to.as_ptr() as usize - text.as_ptr() as usize + to.len();
    text.get(start..end).unwrap_or(text)
}

fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

const CARDINALS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The number that a word is, by name or in figures (`3`; `3rd` among ordinals).
pub(crate) fn counted(word: &str, names: &[&str]) -> Option<u32> {
    if let Some(at) = names.iter().position(|name| *name == word) {
        return Some(at as u32 + 1);
    }
    let digits = ["st", "nd", "rd", "th"].into_iter().find_map(|end| word.strip_suffix(end));
    let digits = if names == ORDINALS { digits? } else { word };
    digits.parse().ok().filter(|number| (1..100).contains(number))
}

/// The number that a word names: `six`, `6`.
pub(crate) fn cardinal(word: &str) -> Option<u32> {
    counted(&bare(word), CARDINALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(file: &str, passages: &[&str], text: &str) -> (Meeting, Vec<String>) {
        let mut doubts = Doubts::about(&file.into());
        let lined: Vec<(usize, &str)> =
            passages.iter().enumerate().map(|(n, words)| (n + 1, *words)).collect();
        let meeting = Meeting::of(&lined, text, &mut doubts);
        (meeting, doubts.sorted().into_iter().map(|doubt| doubt.message).collect())
    }

    #[test]
    fn works_the_year_out_and_says_so() {
        let (meeting, doubts) = of(
            "note.txt",
            &["Tuesday 3rd July note", "from the first forum workshop"],
            "The plan of 2018, and of 2019.",
        );
        assert_eq!(meeting.slug("x"), "2018-07-03-workshop-1");
        assert_eq!(
            doubts,
            [
                "no year stands with “3rd July”: of the years named in the document only 2018 has it on a Tuesday",
                "the number 1 is taken from “first forum workshop”",
            ]
        );
    }

    #[test]
    fn takes_what_is_said_outright() {
        let (meeting, doubts) = of("x", &["Workshop three: 5th December 2018"], "");
        assert_eq!((meeting.slug("x").as_str(), doubts.len()), ("2018-12-05-workshop-3", 0));
    }

    #[test]
    fn takes_the_day_that_stands_with_the_meeting() {
        let (meeting, doubts) =
            of("x", &["Town forum, session 2", "22/11/2026", "Held at the Exchange on 4 November 2026"], "");
        assert_eq!(meeting.slug("x"), "2026-11-04-workshop-2");
        assert!(doubts[0].contains("22 November 2026 before that of the meeting"), "{doubts:?}");
    }

    #[test]
    fn takes_the_first_of_several_days() {
        for day in [
            "7 & 8 February 2023",
            "7–8 February 2023",
            "7th and 8th February 2023",
            "London, 7-8 February 2023",
        ] {
            let (meeting, doubts) = of("x", &["Workshop 2", day], "");
            assert_eq!(meeting.slug("x"), "2023-02-07-workshop-2", "{day}");
            assert!(doubts.len() == 1 && doubts[0].contains("over 2 days"), "{doubts:?}");
        }
    }

    #[test]
    fn falls_back_to_the_name_of_the_file() {
        let (meeting, doubts) = of("in/2019-05-14-notes.txt", &["Notes"], "");
        assert_eq!(meeting.slug("x"), "2019-05-14-workshop");
        assert_eq!(doubts.len(), 1);
        let (meeting, doubts) = of("notes.txt", &["Notes of a day"], "");
        assert_eq!((meeting.slug("Notes of a day").as_str(), doubts.len()), ("notes-of-a-day", 1));
    }

    #[test]
    fn two_years_that_fit_are_a_doubt_and_no_date() {
        let (meeting, doubts) = of("x", &["3 July"], "2018 and 2019");
        assert_eq!(meeting.date, None);
        assert!(doubts[0].contains("does not tell which"), "{doubts:?}");
    }
}
