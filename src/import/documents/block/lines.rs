//! Lines that do not go on with the line above, although nothing stands between them.
//!
//! In: two lines of plain text. Out: whether the second one starts something. Notes that people type
//! have one thing a line where a converter would have left an empty line: fields at the top, headings
//! in capitals or in bold, numbered points, actions.

use crate::model::write_up::label;

/// What stands before the colon of a field at the top of a note.
const FIELDS: &[&str] = &[
    "present",
    "attendees",
    "attending",
    "attended",
    "in attendance",
    "apologies",
    "venue",
    "location",
    "place",
    "date",
    "time",
    "chair",
    "chaired by",
    "facilitator",
    "facilitators",
    "facilitated by",
    "note taker",
    "notes by",
    "minutes by",
    "author",
    "status",
    "version",
    "decision",
    "decisions",
    "agreed",
];

/// Whether a line starts something of its own.
pub(super) fn starts_anew(last: &str, line: &str) -> bool {
    label::label_at_start(line).is_some()
        || is_action(line)
        || is_field(line)
        || is_field(last) && line.starts_with(char::is_uppercase) && last.len() < 60
        || is_bold(line)
        || is_bold(last)
        || shouts(line) != shouts(last)
        || is_point(line)
}

/// Whether the first line of a document is its title, and the one below a line of its own.
pub(super) fn is_title(first: &str, line: &str) -> bool {
    let few = |text: &str, most: usize| (1..=most).contains(&text.split_whitespace().count());
    label::label_at_start(first).is_none()
        && few(first, 8)
        && few(line, 14)
        && line.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
        && !first.ends_with(|letter: char| letter.is_ascii_punctuation() && letter != ')')
        && !line.ends_with(['.', ',', ';'])
}

/// `Venue: Town hall`.
pub(in crate::import::documents) fn is_field(line: &str) -> bool {
    let Some((name, _)) = line.split_once(':') else { return false };
    let name = name.trim_matches(['*', '_', ' ']).to_lowercase();
    FIELDS.contains(&name.as_str())
}

/// `ACTION: …`, `Action (Town): …`.
fn is_action(line: &str) -> bool {
    let bare = line.trim_start_matches(['*', '_', '[', ' ']);
    let rest = bare.get(..6).filter(|word| word.eq_ignore_ascii_case("action")).and_then(|_| bare.get(6..));
    rest.is_some_and(|rest| {
        rest.starts_with([':', ' ', '*', ']'])
            && rest.get(..60.min(rest.len())).unwrap_or(rest).contains([':', '–'])
    })
}

/// A line of up to fourteen words that is wholly in bold.
pub(in crate::import::documents) fn is_bold(line: &str) -> bool {
    let inner = line.strip_prefix("**").and_then(|rest| rest.trim_end_matches(':').strip_suffix("**"));
    inner.is_some_and(|inner| {
        !inner.is_empty()
            && !inner.contains("**")
            && !inner.contains('|')
            && inner.split_whitespace().count() <= 14
    })
}

/// A line in capitals.
fn shouts(line: &str) -> bool {
    line.chars().filter(|letter| letter.is_uppercase()).count() >= 4 && !line.chars().any(char::is_lowercase)
}

/// `2.1 The town to …`: a point with a number of two parts.
pub(in crate::import::documents) fn is_point(line: &str) -> bool {
    let Some((number, rest)) = line.split_once([' ', '\t']) else { return false };
    let parts: Vec<&str> = number.trim_end_matches(['.', ')']).split('.').collect();
    let is_part =
        |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (2..=3).contains(&parts.len())
        && parts.iter().all(is_part)
        && rest.trim_start().starts_with(char::is_uppercase)
}

/// The first lines of tables whose columns are set by spaces, as `pdftotext -layout` leaves them: two
/// lines or more in a row with a gap of three spaces between words.
pub(in crate::import::documents) fn spaced_tables(text: &str) -> Vec<usize> {
    let gaps = |line: &str| {
        let bare = line.trim();
        bare.contains("   ") && !bare.contains(['<', '|', '\t']) && !bare.to_lowercase().contains("page ")
    };
    let mut found = Vec::new();
    let mut run = 0;
    for (n, line) in text.lines().enumerate() {
        run = if gaps(line) { run + 1 } else { 0 };
        if run == 2 {
            found.push(n);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_tables_set_by_spaces() {
        let text = "Note\n\nNo   What        Who\n1    Buy oil     Town\n2    Light it    Guild\n\nOne   gap\nand none\n";
        assert_eq!(spaced_tables(text), [3]);
    }

    #[test]
    fn knows_lines_that_start_something() {
        for (last, line) in [
            ("Venue: Town hall", "Present: 14 residents"),
            ("It was late.", "ACTION: Town to buy oil."),
            ("It was late.", "Action (Town): buy oil."),
            ("**The forum**", "Notes of the third meeting"),
            ("2. ACTIONS", "Town to buy oil"),
            ("and so on", "2.1 Town to buy oil"),
        ] {
            assert!(starts_anew(last, line), "{line}");
        }
        for (last, line) in [
            ("The town said that", "4.1 of the report is old"),
            ("The town said that the", "date is not known: nobody asked"),
            ("The town took no", "action on that"),
            ("and **two", "words** in bold"),
        ] {
            assert!(!starts_anew(last, line), "{line}");
        }
    }
}
