//! Why three numbers are no date, and which one may be meant.
//!
//! In: text that is not a date. Out: what is said of it, and what to write in its place where that can be told.

use jiff::civil;

use crate::model::date::MONTHS;

/// What is said of a text that is no date, and what to do, where there is more to say than how dates are written.
pub(super) fn told(text: &str) -> (String, Option<String>) {
    let plain = || ("is not a date".to_owned(), None);
    let text = text.trim();
    let Some(mark) =
        text.chars().find(|letter| !letter.is_ascii_digit()).filter(|mark| "-/.".contains(*mark))
    else {
        return plain();
    };
    let numbers: Option<Vec<i16>> = text.split(mark).map(|number| number.parse().ok()).collect();
    let is_year = |number: i16| (1000..=2999).contains(&number);
    match numbers.as_deref() {
        Some(&[year, month, day]) if is_year(year) => match fault(year, month, day) {
            Some(fault) => {
                (format!("is not a date: {fault}"), Some("put the day right, or leave it out".to_owned()))
            }
            None => ("is not written as a date".to_owned(), Some(meant(year, month, day))),
        },
        Some(&[year, month]) if is_year(year) && mark == '-' && !(1..=12).contains(&month) => {
            (format!("is not a date: there is no month {month}"), None)
        }
        Some(&[year, month]) if is_year(year) && (1..=12).contains(&month) => {
            ("is not written as a date".to_owned(), Some(format!("write it as {year}-{month:02}")))
        }
        Some(&[first, second, year]) if is_year(year) => {
            let (day, month) = if second > 12 { (second, first) } else { (first, second) };
            match fault(year, month, day) {
                Some(fault) => (format!("is not a date: {fault}"), None),
                None if first > 12 || second > 12 || first == second => {
                    ("is not written as a date".to_owned(), Some(meant(year, month, day)))
                }
                None => {
                    let help = format!(
                        "write {year}-{month:02}-{day:02} if the day stands first, {year}-{day:02}-{month:02} if the month does"
                    );
                    ("is not written as a date".to_owned(), Some(help))
                }
            }
        }
        _ => plain(),
    }
}

fn meant(year: i16, month: i16, day: i16) -> String {
    format!("write it as {year}-{month:02}-{day:02}")
}

/// What keeps these from being a day.
fn fault(year: i16, month: i16, day: i16) -> Option<String> {
    let first = i8::try_from(month).ok().and_then(|month| civil::Date::new(year, month, 1).ok());
    let Some(first) = first else { return Some(format!("there is no month {month}")) };
    let days = first.days_in_month();
    let is_day = (1..=i16::from(days)).contains(&day);
    let name = MONTHS.get(usize::try_from(month - 1).ok()?)?;
    (!is_day).then(|| format!("{name} {year} has {days} days"))
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn the_day_that_is_not_there_is_named() {
        let said = |text: &str| match told(text) {
            (what, Some(help)) => format!("{what} | {help}"),
            (what, None) => what,
        };
        assert_eq!(
            said("2019-02-31"),
            "is not a date: February 2019 has 28 days | put the day right, or leave it out"
        );
        assert_eq!(
            said("2019-13-01"),
            "is not a date: there is no month 13 | put the day right, or leave it out"
        );
        assert_eq!(said("2018-13"), "is not a date: there is no month 13");
        assert_eq!(said("31/2/2019"), "is not a date: February 2019 has 28 days");
        assert_eq!(said("31/1/2019"), "is not written as a date | write it as 2019-01-31");
        assert_eq!(said("1.31.2019"), "is not written as a date | write it as 2019-01-31");
        assert_eq!(
            said("3/7/2018"),
            "is not written as a date | write 2018-07-03 if the day stands first, 2018-03-07 if the month does"
        );
        assert_eq!(said("2018/7/3"), "is not written as a date | write it as 2018-07-03");
        assert_eq!(said("2018-7-3"), "is not written as a date | write it as 2018-07-03");
        assert_eq!(said("2018/7"), "is not written as a date | write it as 2018-07");
        for text in ["soon", "3 July 2018", "", "1/2", "99999/1/1", "1-2-3-4", "-", "é/1/2019"] {
            assert_eq!(said(text), "is not a date", "{text}");
        }
    }
}
