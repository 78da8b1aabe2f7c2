//! Dates and stretches of time as a reader of a language says them.
//!
//! In: dates as coarse as they were written. Out: words, by the messages `date-…`, `interval-…`,
//! `month-…` and `season-…`. How English says them without a catalogue is in `model::date`.

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
            (Some(from), Some(to)) => {
                self.fill("interval-both", args![from = self.date(from), to = self.date(to)])
            }
            (Some(from), None) => self.fill("interval-from", args![from = self.date(from)]),
            (None, Some(to)) => self.fill("interval-to", args![to = self.date(to)]),
            (None, None) => self.say("interval-none").to_owned(),
        }
    }

    /// A date or a stretch of time.
    pub fn edtf(&self, edtf: Edtf) -> String {
        match edtf {
            Edtf::Date(date) => self.date(date),
            Edtf::Interval(interval) => self.interval(interval),
        }
    }
}
