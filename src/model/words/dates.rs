//! Dates and stretches of time as a reader of a language says them.
//!
//! In: dates as coarse as they were written. Out: words, by the messages `date-…`, `interval-…`,
//! `month-…` and `season-…`; and words in which no line breaks within a date. How English says them without a
//! catalogue is in `model::date`.

use std::borrow::Cow;
use std::ops::Range;

use super::{Words, args};
use crate::model::date::{Date, Edtf, Grain, Interval, Qualifier};

impl Words {
    /// A date: `3 July 2018`, `3 Gorffennaf 2018`.
    pub fn date(&self, date: Date) -> String {
        let year = i64::from(date.year());
        let bare = match date.grain() {
            Grain::Century => self.fill("date-century", args![from = year, to = year.saturating_add(99)]),
            Grain::Decade => self.fill("date-decade", args![year = year]),
            Grain::Year => year.to_string(),
            Grain::Season(season) => self.fill("date-month", args![month = self.season(season), year = year]),
            Grain::Month(month) => self.fill("date-month", args![month = self.month(month), year = year]),
            Grain::Day(month, day) => {
                self.fill("date-day", args![day = i64::from(day), month = self.month(month), year = year])
            }
        };
        match date.qualifier() {
            None => bare,
            Some(Qualifier::Uncertain) => self.fill("date-uncertain", args![date = bare]),
            Some(Qualifier::Approximate) => self.fill("date-about", args![date = bare]),
            Some(Qualifier::UncertainAndApproximate) => {
                let about = self.fill("date-about", args![date = bare]);
                self.fill("date-uncertain", args![date = about])
            }
        }
    }

    /// The name of a month, 1 to 12.
    pub fn month(&self, month: u8) -> &str {
        self.months.get(usize::from(month).wrapping_sub(1)).map_or("", String::as_str)
    }

    fn season(&self, season: u8) -> &str {
        self.seasons.get(usize::from(season).wrapping_sub(21)).map_or("", String::as_str)
    }

    /// A stretch of time: `July 2018 to July 2019`.
    pub fn interval(&self, interval: Interval) -> String {
        match (interval.from, interval.to) {
            (Some(from), Some(to)) if from == to => self.date(from),
            (Some(from), Some(to)) => {
                self.fill("interval-both", args![from = self.date(from), to = self.date(to)])
            }
            (Some(from), None) => self.fill("interval-from", args![from = self.date(from)]),
            (None, Some(to)) => self.fill("interval-to", args![to = self.date(to)]),
            (None, None) => self.say("interval-none").to_owned(),
        }
    }

    /// The same words, in which the dates (day, month and year, or month and year) hold together: their spaces
    /// are such that no line breaks at them. For pages, not for data, which other programs read.
    ///
    /// A date that is written in another order than `date-day` has it, or without a year, is left as it is.
    pub fn bound<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut out = String::new();
        let mut kept = 0;
        for date in self.dates_in(text) {
            out.push_str(&text[kept..date.start]);
            out.push_str(&text[date.start..date.end].replace(' ', "\u{a0}"));
            kept = date.end;
        }
        match kept {
            0 => Cow::Borrowed(text),
            _ => Cow::Owned(out + &text[kept..]),
        }
    }

    /// Where the dates stand that `bound` holds together, in order.
    pub fn dates_in(&self, text: &str) -> Vec<Range<usize>> {
        // A year has digits: most words have none, and are looked at once.
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let shape = self.fill("date-day", args![day = "\u{1}", month = "\u{2}", year = "\u{3}"]);
        let gaps = shape
            .split_once('\u{2}')
            .and_then(|(before, after)| Some((before.split_once('\u{1}')?.1, after.split_once('\u{3}')?.0)));
        let Some(gaps) = gaps else { return Vec::new() };
        let mut dates: Vec<Range<usize>> = self
            .months
            .iter()
            .filter(|month| !month.is_empty())
            .flat_map(|month| text.match_indices(month.as_str()))
            .filter_map(|(at, month)| dated(text, at..at + month.len(), gaps))
            .collect();
        dates.sort_by_key(|date| date.start);
        // Two months may have one name (a faulty catalogue): what was told is not told again.
        dates.dedup();
        dates
    }

    /// A date or a stretch of time.
    pub fn edtf(&self, edtf: Edtf) -> String {
        match edtf {
            Edtf::Date(date) => self.date(date),
            Edtf::Interval(interval) => self.interval(interval),
        }
    }
}

/// Where the date stands of which this is the month: what is between day and month, and between month and
/// year, is given.
fn dated(text: &str, month: Range<usize>, (to_month, to_year): (&str, &str)) -> Option<Range<usize>> {
    let rest = text[month.end..].strip_prefix(to_year)?;
    let is_year = rest.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let end = text.len() - rest.len() + 4;
    let before = text[..month.start].strip_suffix(to_month).unwrap_or_default();
    let day = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = if (1..=2).contains(&day) { before.len() - day } else { month.start };
    is_year.then_some(start..end)
}
