//! What was said ahead of its day, and when: a discussion that is announced, a publication that is put off, how
//! far a topic has got.
//!
//! Each is a value with the day from which, or until which, it was so; what has no such day was never dated,
//! and counts on every day.

use jiff::civil;

use super::date::Date;

/// A discussion that was announced.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash)]
pub struct Announcement {
    /// When it was to be.
    pub on: Option<Date>,
    /// A word on it, Markdown.
    pub note: Option<String>,
    /// When that was announced.
    pub announced: Option<Date>,
}

impl Announcement {
    /// Whether it was known on a day; one of which nobody wrote down when it was announced always was.
    pub fn is_known_on(&self, day: civil::Date) -> bool {
        self.announced.is_none_or(|announced| announced.latest() <= day)
    }
}

/// The discussion that was last announced by a day, which takes the place of those announced before it.
pub fn newest(announcements: &[Announcement], day: civil::Date) -> Option<Date> {
    let known = announcements.iter().filter(|one| one.is_known_on(day));
    known
        .filter_map(|one| Some((one.announced, one.on?)))
        .max_by_key(|(announced, _)| *announced)
        .map(|(_, on)| on)
}

/// The day for which something was promised before it was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PutOff {
    /// The day for which it was promised.
    pub due: Date,
    /// The last day on which that was the promise.
    pub until: Date,
}

/// How far a topic has got, in the words of the progress matrix.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash)]
pub struct Narrative {
    /// The words, Markdown.
    pub text: String,
    /// The first day on which they are so.
    pub on: Option<Date>,
    /// The last day on which they are so.
    pub until: Option<Date>,
}

impl Narrative {
    /// Whether it is so on a day.
    pub fn holds_on(&self, day: civil::Date) -> bool {
        self.on.is_none_or(|on| on.latest() <= day) && self.until.is_none_or(|until| until.latest() >= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_announced_last_by_a_day_is_next() {
        let one = |on: &str, announced: Option<&str>| Announcement {
            on: Some(date(on)),
            announced: announced.map(date),
            note: None,
        };
        let said =
            [one("2019-09-11", None), one("2020-02", Some("2019-09-01")), one("2020-05", Some("2020-01"))];
        let next = |day: &str| newest(&said, day.parse().unwrap()).map(|on| on.to_string());
        assert_eq!(next("2019-08-31").as_deref(), Some("2019-09-11"));
        assert_eq!(next("2019-09-01").as_deref(), Some("2020-02"));
        // Some time in January is certain only when January is over.
        assert_eq!(next("2020-01-30").as_deref(), Some("2020-02"));
        assert_eq!(next("2020-01-31").as_deref(), Some("2020-05"));
    }

    #[test]
    fn words_hold_from_their_first_day_to_their_last() {
        let said =
            Narrative { text: String::new(), on: Some(date("2019-07")), until: Some(date("2020-06-30")) };
        let holds = |day: &str| said.holds_on(day.parse().unwrap());
        assert_eq!(
            ["2019-07-30", "2019-07-31", "2020-06-30", "2020-07-01"].map(holds),
            [false, true, true, false]
        );
    }
}
