//! What tells whether two records are about one thing: words that two promises share, and days on which
//! one meeting may have been put down twice.

use std::collections::BTreeSet;

use super::kinds::Workshop;
use super::text::slug;

/// Words that say nothing of what a promise is about.
const EMPTY: &[&str] = &[
    "about", "action", "actions", "all", "and", "any", "are", "been", "but", "for", "from", "has", "have",
    "how", "into", "its", "may", "more", "not", "one", "other", "our", "should", "some", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "was", "what", "when", "which",
    "who", "will", "with", "would", "yet",
];

/// So many letters of a word tell it from others: `publish` and `publication` are one.
const LETTERS: usize = 5;

/// Whether two wordings have a word in common that says something. Of a wording with less than two such
/// words nothing can be told, and it is taken to fit.
pub fn share_words(a: &str, b: &str) -> bool {
    let (a, b) = (stems(a), stems(b));
    a.len() < 2 || b.len() < 2 || !a.is_disjoint(&b)
}

fn stems(words: &str) -> BTreeSet<String> {
    let slug = slug(words);
    let told = slug.split('-').filter(|word| word.len() >= 3 && !EMPTY.contains(word));
    told.map(|word| word.get(..LETTERS).unwrap_or(word).trim_end_matches('s').to_owned()).collect()
}

/// Meetings further apart than this are two, in a forum that counts anew each year.
const MOST_DAYS: i32 = 183;

/// Whether two workshops may be one meeting, put down twice: they have one number, and their days are near
/// each other or differ in the year alone.
pub fn may_be_one_meeting(a: &Workshop, b: &Workshop) -> bool {
    let (Some(number), Some(day), Some(other)) = (a.number, a.date, b.date) else { return false };
    if b.number != Some(number) {
        return false;
    }
    let (day, other) = (day.earliest(), other.earliest());
    let apart = day.until(other).map_or(i32::MAX, |span| span.get_days().abs());
    apart <= MOST_DAYS || (day.month(), day.day()) == (other.month(), other.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_share_words_that_say_something() {
        assert!(share_words("Publish the counts", "Publication of what was counted"));
        assert!(share_words("Slides", "Book the hall"), "one word tells nothing");
        assert!(!share_words("Publish the counts", "Book the hall"));
        assert!(!share_words("Action: they will book the hall", "Action: they will write letters"));
    }

    #[test]
    fn one_meeting_has_one_number_and_days_that_are_near() {
        let of = |number: u32, date: &str| Workshop {
            number: Some(number),
            date: date.parse().ok(),
            ..Workshop::default()
        };
        let third = of(3, "2024-03-12");
        assert!(may_be_one_meeting(&third, &of(3, "2024-03-13")));
        assert!(may_be_one_meeting(&third, &of(3, "2023-03-12")));
        assert!(!may_be_one_meeting(&third, &of(4, "2024-03-13")));
        assert!(!may_be_one_meeting(&third, &of(3, "2025-03-18")), "counted anew each year");
    }
}
