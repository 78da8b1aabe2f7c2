//! The heads of an action log's columns → what the columns hold: one table of synonyms.
//!
//! Action, owner, due date and number are the words of write-ups (`model::write_up::words`); the
//! words here are those that only a log has.

use crate::model::write_up::words;
use crate::model::written_date;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number in the action log.
    LogNumber,
    /// The number in a workshop's write-up.
    Number,
    /// Which workshop.
    Workshop,
    /// What was promised.
    Action,
    /// Who promised it.
    Owner,
    /// When it was raised.
    Raised,
    /// When it is due.
    Due,
    /// How far it got.
    Status,
    /// When it got so far.
    StatusOn,
    /// What happened since.
    Update,
    /// What it produced.
    Artefact,
    /// The topic it serves.
    Topic,
    /// Something else, under this head.
    Other(String),
}

const LOG: &[&str] = &["log", "register", "tracker"];
const WORKSHOP: &[&str] = &["workshop", "meeting", "session", "gweithdy", "cyfarfod"];
const STATUS: &[&str] = &["status", "state", "rag", "statws", "cyflwr"];
const UPDATE: &[&str] = &[
    "update",
    "updates",
    "comment",
    "comments",
    "note",
    "notes",
    "progress",
    "commentary",
    "outcome",
    "remarks",
    "response",
    "diweddariad",
    "nodiadau",
    "sylwadau",
];
const ARTEFACT: &[&str] =
    &["artefact", "artefacts", "artifact", "artifacts", "deliverable", "evidence", "product"];
const RAISED: &[&str] = &["raised", "opened", "created", "logged", "added", "agreed"];
const CLOSED: &[&str] = &["closed", "completed", "completion", "closure"];
const TOPIC: &[&str] = &["topic", "theme", "area", "category", "workstream", "output", "subject"];
const WORDING: &[&str] = &["description", "details", "detail", "wording", "what"];

/// What the columns under these heads hold; `None` where they are not the heads of an action log.
pub(super) fn of(heads: &[String]) -> Option<Vec<Column>> {
    let mut columns: Vec<Column> = heads.iter().map(|head| one(head)).collect();
    // `Action number` beside a number of the log is the number in the write-up.
    let logs = columns.iter().filter(|column| **column == Column::LogNumber).count();
    if logs > 1 {
        let says_log = |head: &String| words_of(head).iter().any(|word| LOG.contains(&word.as_str()));
        let real = heads
            .iter()
            .position(says_log)
            .or_else(|| columns.iter().position(|column| *column == Column::LogNumber));
        for (n, column) in columns.iter_mut().enumerate() {
            if *column == Column::LogNumber && Some(n) != real {
                let in_workshop = heads.get(n).is_some_and(|head| words::head(head).number);
                *column = if in_workshop {
                    Column::Number
                } else {
                    Column::Other(heads.get(n).cloned().unwrap_or_default())
                };
            }
        }
    }
    newest_state(heads, &mut columns);
    // Of two columns for one thing the first counts.
    for n in 0..columns.len() {
        let (before, rest) = columns.split_at_mut(n);
        if let Some(column) = rest.first_mut()
            && before.contains(column)
        {
            *column = Column::Other(heads.get(n).cloned().unwrap_or_default());
        }
    }
    let has = |column: &Column| columns.contains(column);
    let known = columns.iter().filter(|column| !matches!(column, Column::Other(_))).count();
    let is_log = known >= 2
        && (has(&Column::Action)
            && (has(&Column::LogNumber)
                || has(&Column::Status)
                || has(&Column::Owner)
                || has(&Column::Due)
                || has(&Column::Number))
            || has(&Column::LogNumber) && has(&Column::Status));
    is_log.then_some(columns)
}

/// Of columns of states for several days the newest counts; the others are kept as what they are.
fn newest_state(heads: &[String], columns: &mut [Column]) {
    let dated = |n: &usize| heads.get(*n).and_then(|head| written_date::first(head));
    let states = (0..columns.len()).filter(|n| columns.get(*n) == Some(&Column::Status));
    let states: Vec<usize> = states.collect();
    let newest = states.iter().copied().filter_map(|n| Some((dated(&n)?.latest(), n))).max();
    let Some((_, newest)) = newest.filter(|_| states.len() > 1) else { return };
    for n in states.into_iter().filter(|n| *n != newest) {
        if let (Some(column), Some(head)) = (columns.get_mut(n), heads.get(n)) {
            *column = Column::Other(head.trim().to_owned());
        }
    }
}

/// Whether a head is that of a column of states.
pub(super) fn is_state(head: &str) -> bool {
    one(head) == Column::Status
}

/// Whether a word or two are the head of a column and nothing else.
pub(super) fn is_head(text: &str) -> bool {
    text.split_whitespace().count() <= 2
        && text.ends_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '#'))
        && words_of(text).iter().all(|word| !matches!(one(word), Column::Other(_)))
}

fn one(head: &str) -> Column {
    let words = words_of(head);
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let known = words::head(head);
    if head.trim().is_empty() {
        Column::Other(String::new())
    } else if any(WORKSHOP) && known.number && (any(&["action"]) || words.len() > 2) {
        Column::Number
    } else if any(WORKSHOP) && !known.owner {
        Column::Workshop
    } else if known.number || any(LOG) && words.len() <= 3 && !any(UPDATE) {
        Column::LogNumber
    } else if any(CLOSED) && (known.due || words.len() == 1 || any(&["on"])) {
        Column::StatusOn
    } else if any(STATUS) {
        Column::Status
    } else if any(RAISED) && !known.action || words == ["date"] {
        Column::Raised
    } else if known.owner {
        Column::Owner
    } else if any(UPDATE) {
        Column::Update
    } else if any(ARTEFACT) {
        Column::Artefact
    } else if known.due {
        Column::Due
    } else if known.action || any(WORDING) {
        Column::Action
    } else if any(TOPIC) {
        Column::Topic
    } else {
        Column::Other(head.trim().to_owned())
    }
}

fn words_of(head: &str) -> Vec<String> {
    let words = head.split(|letter: char| !letter.is_alphanumeric() && letter != '#');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(heads: &[&str]) -> Option<Vec<Column>> {
        super::of(&heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn knows_columns_by_their_synonyms() {
        use Column::{
            Action, Artefact, Due, LogNumber, Number, Other, Owner, Raised, Status, StatusOn, Topic, Update,
            Workshop,
        };
        assert_eq!(of(&["No.", "Action", "Owner", "Status"]), Some(vec![LogNumber, Action, Owner, Status]));
        assert_eq!(
            of(&[
                "Log ref",
                "Workshop",
                "Action number",
                "Description",
                "Lead",
                "Date raised",
                "By when",
                "State",
                "Latest update",
                "Artefact"
            ]),
            Some(vec![LogNumber, Workshop, Number, Action, Owner, Raised, Due, Status, Update, Artefact])
        );
        assert_eq!(
            of(&["#", "Agreed action", "Who", "Deadline", "Date closed", "Theme", "Colour"]),
            Some(vec![LogNumber, Action, Owner, Due, StatusOn, Topic, Other("Colour".to_owned())])
        );
        assert_eq!(
            of(&["ID", "Action", "Notes", "Comments"]).map(|columns| columns[3].clone()),
            Some(Other("Comments".to_owned()))
        );
    }

    #[test]
    fn of_columns_of_states_the_newest_counts() {
        let heads = ["No", "Action", "Status Mar 2021", "Status May 2023", "Status April 2022"];
        let columns = of(&heads).unwrap();
        assert_eq!(columns[3], Column::Status);
        assert_eq!(columns[2], Column::Other("Status Mar 2021".to_owned()));
        assert_eq!(columns[4], Column::Other("Status April 2022".to_owned()));
    }

    #[test]
    fn other_tables_are_no_logs() {
        assert_eq!(of(&["Name", "Address", "Notes"]), None);
        assert_eq!(of(&["Question", "Answer"]), None);
        assert_eq!(of(&[]), None);
    }
}
