//! Dates as coarse as they were written: EDTF (ISO 8601-2:2019), level 0 and the parts of level 1
//! that archives use: qualified (`2018?`), unspecified digits (`201X`, `2018-XX`) and seasons
//! (`2018-21`). Stretches of time between dates are in `interval`.
//!
//! A value parses and prints itself; what it prints is what it read, so nothing is made more exact
//! than the source was.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

pub use super::interval::{Edtf, Interval};

/// A date as coarse as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: i16,
    grain: Grain,
    qualifier: Option<Qualifier>,
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::model) enum Grain {
    Century,
    Decade,
    Year,
    Season(u8),
    Month(u8),
    Day(u8, u8),
}

/// How sure a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    UncertainAndApproximate,
}

/// Text that is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a date: write 2018, 2018-07, 2018-07-03 or 2018-07/2020-05")
    }
}

impl std::error::Error for NotADate {}

impl Date {
    /// An exact day.
    pub fn from_day(day: civil::Date) -> Self {
        Date { year: day.year(), grain: Grain::Day(day.month() as u8, day.day() as u8), qualifier: None }
    }

    /// The year it is in (the first one, for a decade or a century).
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month it is in, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        match self.grain {
            Grain::Month(month) | Grain::Day(month, _) => Some(month),
            _ => None,
        }
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<u8> {
        match self.grain {
            Grain::Day(_, day) => Some(day),
            _ => None,
        }
    }

    /// How exact it is.
    pub(in crate::model) fn grain(self) -> Grain {
        self.grain
    }

    /// How sure it is, where that was written.
    pub fn qualifier(self) -> Option<Qualifier> {
        self.qualifier
    }

    /// The first day that it may mean.
    pub fn earliest(self) -> civil::Date {
        let (month, day) = match self.grain {
            Grain::Century | Grain::Decade | Grain::Year => (1, 1),
            Grain::Season(season) => (season_start(season), 1),
            Grain::Month(month) => (month, 1),
            Grain::Day(month, day) => (month, day),
        };
        civil::Date::new(self.year, month as i8, day as i8).unwrap_or(civil::Date::MIN)
    }

    /// The last day that it may mean.
    pub fn latest(self) -> civil::Date {
        let last_month = |year: i16, month: i8| {
            civil::Date::new(year, month, 1).map_or(civil::Date::MAX, civil::Date::last_of_month)
        };
        match self.grain {
            Grain::Century => last_month(self.year.saturating_add(99), 12),
            Grain::Decade => last_month(self.year.saturating_add(9), 12),
            Grain::Year => last_month(self.year, 12),
            // Winter, as the standard's season 24, runs into the next year; its months are those
            // of the northern hemisphere, where the first archive is.
            Grain::Season(24) => last_month(self.year.saturating_add(1), 2),
            Grain::Season(season) => last_month(self.year, season_start(season) as i8 + 2),
            Grain::Month(month) => last_month(self.year, month as i8),
            Grain::Day(..) => self.earliest(),
        }
    }

    /// How a reader sees it: `3 July 2018`, `July 2018`, `2018`, `about 2018`.
    pub fn in_words(self) -> String {
        let year = self.year;
        let bare = match self.grain {
            Grain::Century => format!("{year}–{}", year.saturating_add(99)),
            Grain::Decade => format!("the {year}s"),
            Grain::Year => year.to_string(),
            Grain::Season(season) => format!("{} {year}", SEASONS[usize::from(season) - 21]),
            Grain::Month(month) => format!("{} {year}", MONTHS[usize::from(month) - 1]),
            Grain::Day(month, day) => format!("{day} {} {year}", MONTHS[usize::from(month) - 1]),
        };
        match self.qualifier {
            None => bare,
            Some(Qualifier::Uncertain) => format!("{bare} (uncertain)"),
            Some(Qualifier::Approximate) => format!("about {bare}"),
            Some(Qualifier::UncertainAndApproximate) => format!("about {bare} (uncertain)"),
        }
    }
}

/// Names of the months, for readers in English.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

fn season_start(season: u8) -> u8 {
    match season {
        21 => 3,
        22 => 6,
        23 => 9,
        _ => 12,
    }
}

/// Dates sort by their first possible day, the finer before the coarser.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.earliest(), self.latest(), self.qualifier.map(|q| q as u8)).cmp(&(
            other.earliest(),
            other.latest(),
            other.qualifier.map(|q| q as u8),
        ))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let text = text.trim();
        let (bare, qualifier) = match text.as_bytes().last() {
            Some(b'?') => (&text[..text.len() - 1], Some(Qualifier::Uncertain)),
            Some(b'~') => (&text[..text.len() - 1], Some(Qualifier::Approximate)),
            Some(b'%') => (&text[..text.len() - 1], Some(Qualifier::UncertainAndApproximate)),
            _ => (text, None),
        };
        // A time of day is more than any reader of an archive asks for: the day is kept.
        let bare = match bare.split_once('T') {
            Some((day, time))
                if day.len() == 10 && time.as_bytes().first().is_some_and(u8::is_ascii_digit) =>
            {
                day
            }
            _ => bare,
        };
        let mut parts = bare.split('-');
        let (year, mut grain) = year(parts.next().ok_or(NotADate)?)?;
        if let Some(month) = parts.next() {
            grain = match (grain, month) {
                (Grain::Year, "XX") => Grain::Year,
                (Grain::Year, _) => match two_digits(month)? {
                    month @ 1..=12 => Grain::Month(month),
                    season @ 21..=24 => Grain::Season(season),
                    _ => return Err(NotADate),
                },
                _ => return Err(NotADate),
            };
        }
        if let Some(day) = parts.next() {
            grain = match (grain, day) {
                (Grain::Year | Grain::Month(_), "XX") => grain,
                (Grain::Month(month), _) => Grain::Day(month, two_digits(day)?),
                _ => return Err(NotADate),
            };
        }
        if parts.next().is_some() {
            return Err(NotADate);
        }
        if let Grain::Day(month, day) = grain {
            civil::Date::new(year, month as i8, day as i8).map_err(|_| NotADate)?;
        }
        Ok(Date { year, grain, qualifier })
    }
}

fn year(text: &str) -> Result<(i16, Grain), NotADate> {
    if text.len() != 4 || !text.is_char_boundary(2) {
        return Err(NotADate);
    }
    let digits = |text: &str| -> Result<i16, NotADate> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            text.parse().map_err(|_| NotADate)
        } else {
            Err(NotADate)
        }
    };
    if let Some(century) = text.strip_suffix("XX") {
        Ok((digits(century)? * 100, Grain::Century))
    } else if let Some(decade) = text.strip_suffix('X') {
        Ok((digits(decade)? * 10, Grain::Decade))
    } else {
        Ok((digits(text)?, Grain::Year))
    }
}

fn two_digits(text: &str) -> Result<u8, NotADate> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| NotADate)
    } else {
        Err(NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.grain {
            Grain::Century => write!(out, "{:02}XX", year / 100)?,
            Grain::Decade => write!(out, "{:03}X", year / 10)?,
            Grain::Year => write!(out, "{year:04}")?,
            Grain::Season(part) | Grain::Month(part) => write!(out, "{year:04}-{part:02}")?,
            Grain::Day(month, day) => write!(out, "{year:04}-{month:02}-{day:02}")?,
        }
        match self.qualifier {
            None => Ok(()),
            Some(Qualifier::Uncertain) => out.write_str("?"),
            Some(Qualifier::Approximate) => out.write_str("~"),
            Some(Qualifier::UncertainAndApproximate) => out.write_str("%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_it_prints() {
        for text in [
            "2018",
            "2018-07",
            "2018-07-03",
            "2018?",
            "2018-07~",
            "2018-07-03%",
            "201X",
            "19XX",
            "2018-21",
            "2020-02-29",
        ] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
        for text in ["2018-07/2020-05", "../2018", "2018-07/.."] {
            assert_eq!(text.parse::<Edtf>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "18",
            "20180703",
            "2018-7",
            "2018-13",
            "2018-02-30",
            "3 July 2018",
            "03/07/2018",
            "2018-07-03-04",
            "20é8",
            "../..",
            "2019/2018",
            "+201",
        ] {
            assert!(text.parse::<Edtf>().is_err(), "{text} was read as a date");
        }
    }

    #[test]
    fn bounds_hold_every_day_it_may_mean() {
        let day = |y, m, d| civil::Date::new(y, m, d).unwrap();
        let bounds = |text: &str| {
            let date: Date = text.parse().unwrap();
            (date.earliest(), date.latest())
        };
        assert_eq!(bounds("2018"), (day(2018, 1, 1), day(2018, 12, 31)));
        assert_eq!(bounds("2020-02"), (day(2020, 2, 1), day(2020, 2, 29)));
        assert_eq!(bounds("2018-24"), (day(2018, 12, 1), day(2019, 2, 28)));
        assert_eq!(bounds("201X"), (day(2010, 1, 1), day(2019, 12, 31)));
    }

    #[test]
    fn speaks_plain_english() {
        let words = |text: &str| text.parse::<Edtf>().unwrap().in_words();
        assert_eq!(words("2018-07-03"), "3 July 2018");
        assert_eq!(words("2018~"), "about 2018");
        assert_eq!(words("2018-07/2019-07"), "July 2018 to July 2019");
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,24}") {
            if let Ok(value) = text.parse::<Edtf>() {
                prop_assert_eq!(value.to_string().parse::<Edtf>(), Ok(value));
                value.in_words();
            }
        }

        #[test]
        fn round_trips(year in 0i16..=9999, month in 1u8..=12, day in 1u8..=28) {
            let text = format!("{year:04}-{month:02}-{day:02}");
            let date: Date = text.parse().unwrap();
            prop_assert_eq!(date.to_string(), text);
            prop_assert!(date.earliest() <= date.latest());
        }
    }
}
