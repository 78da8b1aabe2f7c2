//! Dates as people write them → dates of the archive: `Tuesday 3rd July`, `26.02.19`, `Sep’19`.
//!
//! In: a run of text. Out: every date in it, with what is not certain about it. Days come before
//! months, as the British write them; a date that also reads the other way is marked as such.

use jiff::civil;

use super::date::{Date, MONTHS};

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// The year, where it is written.
    pub(crate) year: Option<i16>,
    /// The month, 1 to 12.
    pub(crate) month: u8,
    /// The day of the month, where it is written.
    pub(crate) day: Option<u8>,
    /// The day of the week before it, where it is written.
    pub(crate) weekday: Option<civil::Weekday>,
    /// Whether day and month, in figures, could change places.
    pub(crate) two_ways: bool,
    /// The byte at which it starts, its weekday not counted.
    pub(crate) at: usize,
    /// The byte after it.
    pub(crate) end: usize,
}

impl Written {
    /// The date, as coarse as it is written; `None` without a year.
    pub(crate) fn date(self) -> Option<Date> {
        let (year, month) = (self.year?, self.month);
        match self.day {
            Some(day) => format!("{year:04}-{month:02}-{day:02}").parse().ok(),
            None => format!("{year:04}-{month:02}").parse().ok(),
        }
    }

    /// The years among these in which the day falls on the weekday that is written.
    pub(crate) fn years_that_fit(self, years: &[i16]) -> Vec<i16> {
        let fits = |year: &i16| {
            let day = civil::Date::new(*year, self.month as i8, self.day.unwrap_or(1) as i8).ok();
            day.is_some_and(|day| self.weekday.is_none_or(|weekday| day.weekday() == weekday))
        };
        years.iter().copied().filter(fits).collect()
    }
}

/// Every date in a text, in order.
pub(crate) fn all(text: &str) -> Vec<Written> {
    let words = words(text);
    let mut found = Vec::new();
    let mut n = 0;
    while n < words.len() {
        match at(&words, n) {
            Some((written, taken)) => {
                found.push(written);
                n += taken.max(1);
            }
            None => n += 1,
        }
    }
    found
}

/// The first date in a text that has a year.
pub(crate) fn first(text: &str) -> Option<Date> {
    all(text).into_iter().find_map(Written::date)
}

/// The date that a text is, whole, but for words that make a day a deadline, as in `by 15 March 2022`. None
/// where it says anything else beside, or where day and month could change places.
pub(crate) fn deadline(text: &str) -> Option<Date> {
    if let Ok(date) = text.trim().parse() {
        return Some(date);
    }
    let [found] = all(text)[..] else { return None };
    let before = words(&text[..found.at]);
    let weekdays = usize::from(found.weekday.is_some());
    let says_by = before[..before.len().checked_sub(weekdays)?].iter().all(|word| {
        let word = word.bare.to_lowercase();
        ["by", "before", "on", "due", "no", "not", "later", "than", "the", "end", "of"].contains(&&*word)
    });
    let nothing_else = words(&text[found.end..]).is_empty();
    found.date().filter(|_| says_by && nothing_else && !found.two_ways)
}

/// Every year from 1900 to 2199 that a text names, each once, in order of the text.
pub(crate) fn years(text: &str) -> Vec<i16> {
    let mut years = Vec::new();
    for word in words(text) {
        if let Some(year) = full_year(word.bare)
            && !years.contains(&year)
        {
            years.push(year);
        }
    }
    years
}

/// The month that a word names, whole or by three or more letters.
pub(crate) fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.').to_lowercase();
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let is = |month: &&str| {
        let month = month.to_lowercase();
        month == word || (month.starts_with(&word) && word.len() <= 4)
    };
    MONTHS.iter().position(is).map(|n| n as u8 + 1)
}

/// The year that a word is, as in `2019`.
pub(crate) fn full_year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1900..2200).contains(year))
}

#[derive(Clone, Copy)]
struct Word<'t> {
    /// Without what stands around it.
    bare: &'t str,
    at: usize,
    end: usize,
    /// Whether a comma, a full stop or a bracket ends it.
    stops: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let around =
        |letter: char| matches!(letter, ',' | ';' | ':' | '(' | ')' | '[' | ']' | '*' | '_' | '"' | '|');
    let breaks = |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>');
    let mut words = Vec::new();
    for piece in text.split(breaks) {
        let bare = piece.trim_matches(around).trim_end_matches('.');
        if bare.is_empty() {
            continue;
        }
        let at = bare.as_ptr() as usize - text.as_ptr() as usize;
        let stops = piece.ends_with(['.', ';', ')', ':']);
        words.push(Word { bare, at, end: at + bare.len(), stops });
    }
    words
}

/// The date that starts at a word, and how many words it takes.
fn at(words: &[Word<'_>], n: usize) -> Option<(Written, usize)> {
    let first = words.get(n)?;
    if let Some(written) = in_figures(first.bare) {
        return Some((Written { at: first.at, end: first.end, ..written }, 1));
    }
    let weekday = n.checked_sub(1).and_then(|before| words.get(before)).and_then(|word| weekday(word.bare));
    let mut taken = 1;
    let (mut day, mut month_found) = (None, None);
    let mut year = None;
    if let Some(found) = day_of(first.bare) {
        // `3 July`, `3rd of July`, `3 rd July`
        day = Some(found);
        let joins = |word: &&Word<'_>| matches!(word.bare, "st" | "nd" | "rd" | "th" | "of" | "/sup" | "sup");
        taken += words.iter().skip(n + 1).take_while(joins).count();
        let word = words.get(n + taken)?;
        month_found = month(word.bare);
        taken += 1;
    } else if let Some((month, short)) = month_and_year(first.bare) {
        (month_found, year) = (Some(month), Some(short));
    } else if let Some(found) = month(first.bare) {
        // `July 3rd, 2018`; `may` in small letters is a verb, `Mar` may be a name.
        let after_a_number =
            n.checked_sub(1).and_then(|before| words.get(before)).and_then(|word| day_of(word.bare));
        if !first.bare.starts_with(char::is_uppercase) || first.stops || after_a_number.is_some() {
            return None;
        }
        month_found = Some(found);
        if let Some(found) =
            words.get(n + 1).filter(|word| full_year(word.bare).is_none()).and_then(|word| day_of(word.bare))
        {
            day = Some(found);
            taken += 1;
        }
    }
    let month = month_found?;
    let last = words.get(n + taken - 1)?;
    if year.is_none()
        && !last.stops
        && let Some(word) = words.get(n + taken)
        && let Some(found) = full_year(word.bare).or_else(|| short_year(word.bare))
    {
        year = Some(found);
        taken += 1;
    }
    if day.is_none() && year.is_none() {
        return None;
    }
    let end = words.get(n + taken - 1)?.end;
    let valid = civil::Date::new(year.unwrap_or(2000), month as i8, day.unwrap_or(1) as i8).is_ok();
    valid.then_some((Written { year, month, day, weekday, two_ways: false, at: first.at, end }, taken))
}

/// `3`, `3rd`, `03`.
fn day_of(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let digits = ["st", "nd", "rd", "th"].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(&word);
    let digits = digits.trim_matches('^');
    let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|day| short && (1..=31).contains(day))
}

/// `’19` or `'19`.
fn short_year(word: &str) -> Option<i16> {
    two_digits(word.strip_prefix(['’', '\'', '‘'])?)
}

fn two_digits(digits: &str) -> Option<i16> {
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse::<i16>().ok().filter(|_| two).map(|year| 2000 + year)
}

/// `Sep’19`, `July'19`.
fn month_and_year(word: &str) -> Option<(u8, i16)> {
    let at = word.find(['’', '\'', '‘'])?;
    Some((month(word.get(..at)?)?, short_year(word.get(at..)?)?))
}

/// `2019-07-17`, `14/05/2019`, `26.02.19`, `17072019`.
fn in_figures(word: &str) -> Option<Written> {
    let blank = Written { year: None, month: 0, day: None, weekday: None, two_ways: false, at: 0, end: 0 };
    let made = |year: i16, month: u8, day: u8, two_ways| {
        civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some(Written { year: Some(year), month, day: Some(day), two_ways, ..blank })
    };
    if word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |from: usize, to: usize| word.get(from..to).and_then(|part| part.parse::<i16>().ok());
        let year = part(4, 8).filter(|year| (1990..2100).contains(year))?;
        return made(year, part(2, 4)? as u8, part(0, 2)? as u8, false);
    }
    let mark = ['/', '.', '-'].into_iter().find(|mark| word.matches(*mark).count() == 2)?;
    let parts: Vec<&str> = word.split(mark).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    if parts.iter().any(|part| part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let small = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2);
    if let Some(year) = full_year(a) {
        return made(year, small(b)?, small(c)?, false);
    }
    let year = full_year(c).or_else(|| two_digits(c))?;
    let (first, second) = (small(a)?, small(b)?);
    if second > 12 && first <= 12 {
        return made(year, first, second, false);
    }
    made(year, second, first, first <= 12 && first != second)
}

fn weekday(word: &str) -> Option<civil::Weekday> {
    use civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let days = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.to_lowercase();
    names
        .iter()
        .zip(days)
        .find(|(name, _)| **name == word || (word.len() == 3 && name.starts_with(&word)))
        .map(|(_, day)| day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dates(text: &str) -> Vec<String> {
        all(text).into_iter().filter_map(Written::date).map(|date| date.to_string()).collect()
    }

    #[test]
    fn a_deadline_is_a_date_and_nothing_else() {
        for (text, date) in [
            ("15 October 2021", "2021-10-15"),
            ("by 15/10/2021", "2021-10-15"),
            ("By the end of March 2022.", "2022-03"),
            ("no later than Friday 15th October 2021", "2021-10-15"),
            ("2022-03", "2022-03"),
            ("2022", "2022"),
        ] {
            assert_eq!(deadline(text).map(|date| date.to_string()).as_deref(), Some(date), "{text}");
        }
        for text in [
            "the next workshop",
            "3 July",
            "03/04/2022",
            "three months after 15 March 2022",
            "15 March 2022 or 1 April 2022",
            "15 March 2022, if funded",
            "",
        ] {
            assert_eq!(deadline(text), None, "{text}");
        }
    }

    #[test]
    fn reads_dates_as_people_write_them() {
        for (text, date) in [
            ("on 5th December 2018,", "2018-12-05"),
            ("Workshop three: 5<sup>th</sup> December 2018", "2018-12-05"),
            ("26 February 2019", "2019-02-26"),
            ("July 3rd, 2018", "2018-07-03"),
            ("(26.02.19)", "2019-02-26"),
            ("14/05/2019", "2019-05-14"),
            ("05/14/2019", "2019-05-14"),
            ("2019-07-17", "2019-07-17"),
            ("17072019 Forum", "2019-07-17"),
            ("Sep’19", "2019-09"),
            ("by July 2019.", "2019-07"),
            ("3 rd of July 2018", "2018-07-03"),
        ] {
            assert_eq!(dates(text), [date], "{text}");
        }
    }

    #[test]
    fn is_not_taken_in() {
        for text in [
            "you may 2 times",
            "July",
            "version 1.2.3",
            "12345678",
            "31 February 2019",
            "In March. 2019 was",
            "1/2",
        ] {
            assert_eq!(dates(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn finds_the_year_by_the_weekday() {
        let written = all("TUESDAY 3RD JULY MEETING")[0];
        assert_eq!((written.year, written.day, written.month), (None, Some(3), 7));
        assert_eq!(written.years_that_fit(&[2017, 2018, 2019]), [2018]);
        assert_eq!(years("The 2018 plan feeds the plan of 2019."), [2018, 2019]);
    }

    #[test]
    fn knows_what_reads_two_ways() {
        assert!(all("11/07/2019")[0].two_ways);
        assert!(!all("14/05/2019")[0].two_ways);
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,60}") {
            for written in all(&text) {
                written.date();
                prop_assert!(text.get(written.at..written.end).is_some());
            }
        }
    }
}
