//! Stretches of time between two dates, either of which may be open: `2018-07/2020-05`, `2018-07/..`.

use std::fmt;
use std::str::FromStr;

use super::date::{Date, NotADate};

/// A stretch of time; an end that is not there is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// Its first date; `None` where it is open or not known.
    pub from: Option<Date>,
    /// Its last date; `None` where it is open or not known.
    pub to: Option<Date>,
}

impl Interval {
    /// Whether some day that the date may mean lies within.
    pub fn touches(self, date: Date) -> bool {
        self.from.is_none_or(|from| date.latest() >= from.earliest())
            && self.to.is_none_or(|to| date.earliest() <= to.latest())
    }

    /// How a reader sees it: `July 2018 to July 2019`, `from July 2018`, `until July 2019`.
    pub fn in_words(self) -> String {
        match (self.from, self.to) {
            (Some(from), Some(to)) => format!("{} to {}", from.in_words(), to.in_words()),
            (Some(from), None) => format!("from {}", from.in_words()),
            (None, Some(to)) => format!("until {}", to.in_words()),
            (None, None) => "not known".to_owned(),
        }
    }
}

impl FromStr for Interval {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let (from, to) = text.trim().split_once('/').ok_or(NotADate)?;
        let end = |text: &str| match text {
            "" | ".." => Ok(None),
            text => text.parse::<Date>().map(Some),
        };
        let (from, to) = (end(from)?, end(to)?);
        match (from, to) {
            (None, None) => Err(NotADate),
            (Some(from), Some(to)) if from.earliest() > to.latest() => Err(NotADate),
            _ => Ok(Interval { from, to }),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |date: Option<Date>| date.map_or("..".to_owned(), |date| date.to_string());
        write!(out, "{}/{}", end(self.from), end(self.to))
    }
}

/// What may stand where a date is asked for: a date or an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edtf {
    /// A date.
    Date(Date),
    /// An interval.
    Interval(Interval),
}

impl Edtf {
    /// How a reader sees it.
    pub fn in_words(self) -> String {
        match self {
            Edtf::Date(date) => date.in_words(),
            Edtf::Interval(interval) => interval.in_words(),
        }
    }
}

impl FromStr for Edtf {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        if text.contains('/') { text.parse().map(Edtf::Interval) } else { text.parse().map(Edtf::Date) }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edtf::Date(date) => date.fmt(out),
            Edtf::Interval(interval) => interval.fmt(out),
        }
    }
}
