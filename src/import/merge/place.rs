//! Where in a document a value stands.
//!
//! In: the document's text, a field or an action, and the value as the record would have it. Out: the
//! line. Dates are found however they are written, everything else by its first words.

use super::super::documents::written_date;
use crate::model::date::Date;
use crate::model::text::slug;
use crate::model::write_up::label;

/// So many words of a value are looked for: a line may end in the middle of it.
const WORDS: usize = 6;

/// The line at which a document gives a value.
pub(super) fn line(text: &str, key: &str, value: &str) -> Option<usize> {
    let number = key.strip_prefix("Action ").and_then(|number| number.parse::<u32>().ok());
    let date = value.parse::<Date>().ok().filter(|_| value.contains('-'));
    let words = slug(value).split('-').take(WORDS).collect::<Vec<_>>().join("-");
    let says = |line: &str| match (number, date) {
        (Some(number), _) => line
            .split(['|', '\t'])
            .any(|cell| label::labels(cell.trim()).iter().any(|label| label.number == number)),
        (None, Some(date)) => written_date::all(line).into_iter().any(|found| found.date() == Some(date)),
        (None, None) => {
            let line = slug(line);
            !words.is_empty()
                && line.match_indices(&words).any(|(at, _)| {
                    let ends = line
                        .get(at + words.len()..)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
                    ends && (at == 0 || line.get(..at).is_some_and(|before| before.ends_with('-')))
                })
        }
    };
    text.lines().position(says).map(|line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_as_they_are_written() {
        let text = "# Forum\n\nHeld on 5th December 2018 in **Town Hall**\n\n| Action 3: Go. | HO |\n\nState: Completed\n";
        assert_eq!(line(text, "date", "2018-12-05"), Some(3));
        assert_eq!(line(text, "place", "Town hall"), Some(3));
        assert_eq!(line(text, "Action 3", "Go. – HO"), Some(5));
        assert_eq!(line(text, "state", "completed"), Some(7));
        assert_eq!(line(text, "state", "complete"), None);
        assert_eq!(line(text, "date", "2018-12-06"), None);
    }
}
