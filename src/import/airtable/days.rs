//! Dates as Airtable writes them → dates as records have them.
//!
//! In: a moment of the API, or a date as a grid view shows it. Out: the day, and whether it is in
//! doubt. A date that can be read in two ways is not guessed at.

use jiff::civil::{self, Date};

use crate::model::date::Edtf;

/// A date that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date; what was written, where it can be read in two ways or not at all.
    pub text: String,
    /// What is in doubt, if anything.
    pub doubt: Option<String>,
}

/// Reads a date.
pub fn day(written: &str) -> Day {
    let written = written.trim();
    let plain = || written.parse::<Edtf>().is_ok().then(|| Day { text: written.to_owned(), doubt: None });
    moment(written).or_else(plain).or_else(|| slashed(written)).or_else(|| named(written)).unwrap_or_else(
        || Day { text: written.to_owned(), doubt: Some(format!("`{written}` is not read as a date")) },
    )
}

/// `2018-07-03T10:00:00.000Z`, or `2018-07-03 10:00`.
fn moment(written: &str) -> Option<Day> {
    let (day, time) = written.split_once(['T', ' '])?;
    let day: Date = day.parse().ok()?;
    let hour: u8 = time.get(..2)?.parse().ok()?;
    let doubt = (written.ends_with('Z') && hour >= 22)
        .then(|| format!("`{written}` is in UTC: it may be the next day where it was written"));
    Some(Day { text: day.to_string(), doubt })
}

/// `3/7/2018` in either order, perhaps with a time after it.
fn slashed(written: &str) -> Option<Day> {
    let date = written.split_whitespace().next()?;
    let mut parts = date.split(['/', '.']);
    let (first, second, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    let year: i16 = year.parse().ok().filter(|_| year.len() == 4 && parts.next().is_none())?;
    let (day, month): (i8, i8) = match (first, second) {
        (day, month) if day == month || day > 12 => (day, month),
        (month, day) if day > 12 => (day, month),
        (first, second) if (1..=12).contains(&first) && (1..=12).contains(&second) => {
            let doubt = format!("`{written}` can be read as day/month or as month/day");
            return Some(Day { text: written.to_owned(), doubt: Some(doubt) });
        }
        _ => return None,
    };
    Date::new(year, month, day).ok().map(certain)
}

/// `3 July 2018`, `July 3, 2018`, `Jul 2018`.
fn named(written: &str) -> Option<Day> {
    let words: Vec<_> = written.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let month = |word: &str| {
        let word = word.to_ascii_lowercase();
        let found = |(_, name): &(i8, &&str)| word.len() >= 3 && name.starts_with(word.as_str());
        (1..).zip(MONTHS).find(found).map(|(n, _)| n)
    };
    let year = |word: &str| word.parse::<i16>().ok().filter(|_| word.len() == 4);
    match words[..] {
        [first, second, third] => {
            let year = year(third)?;
            let (day, month) = match (month(first), month(second)) {
                (Some(month), None) => (second, month),
                (None, Some(month)) => (first, month),
                _ => return None,
            };
            let day = day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()?;
            Date::new(year, month, day).ok().map(certain)
        }
        [first, second] => {
            let text = format!("{:04}-{:02}", year(second)?, month(first)?);
            Some(Day { text, doubt: None })
        }
        _ => None,
    }
}

fn certain(day: civil::Date) -> Day {
    Day { text: day.to_string(), doubt: None }
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> String {
        let Day { text, doubt } = day(written);
        if doubt.is_some() { format!("{text}?") } else { text }
    }

    #[test]
    fn reads_days_that_are_certain() {
        for written in
            ["2018-07-03", "2018-07-03T10:00:00.000Z", "3 July 2018", "July 3, 2018", "3rd Jul 2018"]
        {
            assert_eq!(read(written), "2018-07-03", "{written}");
        }
        assert_eq!(read("13/7/2018"), "2018-07-13");
        assert_eq!(read("7/13/2018 4:00pm"), "2018-07-13");
        assert_eq!(read("7/7/2018"), "2018-07-07");
        assert_eq!(read("July 2018"), "2018-07");
        assert_eq!(read("2018"), "2018");
        assert_eq!(read("2018-07/2020-05"), "2018-07/2020-05");
    }

    #[test]
    fn guesses_nothing() {
        assert_eq!(read("3/7/2018"), "3/7/2018?");
        assert_eq!(read("2018-07-02T23:00:00.000Z"), "2018-07-02?");
        assert_eq!(read("soon"), "soon?");
        assert_eq!(read("31/2/2018"), "31/2/2018?");
    }
}
