//! The words by which write-ups name things: one table of synonyms for the whole folder.
//!
//! In: a word or a few, as a table head or a heading has them. Out: what they stand for. Nothing
//! here looks at the shape of a document; that is for `table`, `label` and `read`.

/// Words for the column that holds a promise.
const ACTION: &[&str] =
    &["action", "actions", "commitment", "commitments", "promise", "promises", "task", "tasks", "gweithredu"];

/// Words for the column that says who made it.
const OWNER: &[&str] = &[
    "responsible",
    "responsibility",
    "responsibilities",
    "owner",
    "owners",
    "owned",
    "who",
    "whom",
    "lead",
    "leads",
    "assigned",
    "assignee",
    "cyfrifol",
    "cyfrifoldeb",
    "perchennog",
    "pwy",
];

/// Words for the column that says until when.
const DUE: &[&str] = &["due", "when", "deadline", "date", "timescale", "timing", "erbyn", "dyddiad", "pryd"];

/// Words for the column that numbers the rows.
const NUMBER: &[&str] = &["no", "nr", "number", "ref", "reference", "id", "#", "item", "rhif"];

/// Words for the column of what was asked or said.
const QUESTION: &[&str] = &[
    "discussion",
    "discussions",
    "question",
    "questions",
    "issue",
    "issues",
    "query",
    "queries",
    "concern",
    "concerns",
    "comment",
    "comments",
    "point",
    "points",
    "asked",
    "cwestiwn",
    "cwestiynau",
    "trafodaeth",
];

/// Words for the column of what was answered.
const RESPONSE: &[&str] =
    &["response", "responses", "reply", "replies", "answer", "answers", "answered", "ymateb", "ymatebion"];

/// What may stand before the word `action` in a heading whose list is one of actions.
const BEFORE_ACTIONS: &[&str] = &[
    "agreed", "all", "key", "list", "log", "of", "our", "summary", "table", "the", "workshop", "meeting",
    "cam", "camau", "rhestr", "o", "r", "y",
];

/// What may stand after it. `Next steps and actions` is no such heading: its list is a summary.
const AFTER_ACTIONS: &[&str] = &[
    "agreed",
    "and",
    "arising",
    "at",
    "by",
    "from",
    "in",
    "items",
    "list",
    "log",
    "meeting",
    "of",
    "points",
    "responsibilities",
    "owners",
    "the",
    "this",
    "workshop",
    "points",
    "taken",
    "a",
    "gytunwyd",
    "o",
    "r",
    "gweithdy",
    "cyfarfod",
];

/// What stands in an owner's cell where there is no owner.
const NOBODY: &[&str] =
    &["", "-", "–", "—", "n/a", "na", "none", "nobody", "tbc", "tbd", "tba", "?", "to be confirmed"];

/// The words of which one makes a bracket at the end of an action name its owner for certain.
const OWNER_MARKS: &[&str] = &["owner", "owners", "lead", "responsible", "responsibility", "action by", "by"];

/// What a column of a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Head {
    /// A promise.
    pub action: bool,
    /// Who made it.
    pub owner: bool,
    /// Until when.
    pub due: bool,
    /// The number of the row.
    pub number: bool,
    /// What was asked or said.
    pub question: bool,
    /// What was answered.
    pub response: bool,
}

/// What the head of a column says that the column is for; a head may say more than one thing.
pub fn head(cell: &str) -> Head {
    let words = words(cell);
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    // `Action owner`, `Action no.` and `Action by` name a column beside the actions, not theirs.
    let owner = any(OWNER) || words == ["action", "by"];
    let number = any(NUMBER);
    let due = any(DUE) && !owner;
    Head {
        action: (any(ACTION) || words == ["what"]) && !owner && !number && !due,
        owner,
        due,
        number,
        question: any(QUESTION),
        response: any(RESPONSE),
    }
}

/// Whether the list or the paragraphs under a heading are actions even without labels.
pub fn is_actions_heading(title: &str) -> bool {
    let words = words(title);
    let Some(at) = words.iter().position(|word| ACTION.contains(&word.as_str())) else { return false };
    let all = |words: &[String], list: &[&str]| words.iter().all(|word| list.contains(&word.as_str()));
    all(&words[..at], BEFORE_ACTIONS) && all(&words[at + 1..], AFTER_ACTIONS)
}

/// Whether a cell says that there is no owner.
pub(super) fn is_nobody(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches('.').to_lowercase();
    NOBODY.contains(&cell.as_str())
}

/// What follows `Owner:` or its like at the start of a bracket, if that is how it starts.
pub(super) fn after_owner_mark(bracket: &str) -> Option<&str> {
    let (mark, rest) = bracket.split_once(':')?;
    OWNER_MARKS.contains(&mark.trim().to_lowercase().as_str()).then_some(rest)
}

/// What stands after the words that say until when: `by 30 June`, `due: May 2021`; a lone date in
/// figures or with a month says so too.
pub(super) fn after_due_mark(piece: &str) -> Option<&str> {
    let lower = piece.to_ascii_lowercase();
    let mark =
        ["by when:", "deadline:", "deadline", "due by", "due:", "due", "by", "before"].into_iter().find(
            |mark| lower.strip_prefix(mark).is_some_and(|rest| rest.starts_with(' ') || mark.ends_with(':')),
        );
    let rest = piece.get(mark.map_or(0, str::len)..)?.trim();
    let is_day = rest.starts_with(|letter: char| letter.is_ascii_digit())
        || crate::model::date::MONTHS.iter().any(|month| says_word(rest, month))
        || is_short_month(rest);
    let is_time = says_word(rest, "meeting") || says_word(rest, "workshop") || says_word(rest, "month");
    (is_day || mark.is_some() && is_time).then_some(rest)
}

/// `Dec 2026`, `Sept 2021`, `Q1 2021`.
fn is_short_month(text: &str) -> bool {
    let Some((month, year)) = text.split_once(' ') else { return false };
    let year = year.trim();
    let is_quarter =
        month.len() == 2 && month.starts_with(['Q', 'q']) && month.ends_with(['1', '2', '3', '4']);
    let is_month = || {
        let short = month.trim_end_matches('.');
        let begins =
            |whole: &&str| whole.get(..short.len()).is_some_and(|start| start.eq_ignore_ascii_case(short));
        (3..=4).contains(&short.len()) && crate::model::date::MONTHS.iter().any(begins)
    };
    year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) && (is_quarter || is_month())
}

fn says_word(text: &str, word: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric()).any(|one| one.eq_ignore_ascii_case(word))
}

/// The words of a heading in small letters, without markup and the number before them.
fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '#')
        .filter(|word| word.chars().any(|letter| letter.is_alphabetic()) || *word == "#")
        .filter(|word| !matches!(*word, "b" | "strong" | "br" | "i" | "em" | "u" | "amp" | "nbsp"))
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_heads_of_action_tables() {
        for cell in [
            "Cam gweithredu",
            "Camau Gweithredu",
            "Actions",
            "Action",
            "**Agreed actions**",
            "Actions agreed",
            "<b>Actions</b>",
            "2. Action",
        ] {
            assert!(head(cell).action, "{cell}");
        }
        for cell in
            ["Responsibility", "Responsible", "Owner", "Action owner", "Who", "Lead", "Action by", "Who by"]
        {
            assert!(head(cell).owner && !head(cell).action, "{cell}");
        }
        for cell in ["By when", "Due", "Due date", "Deadline"] {
            assert!(head(cell).due && !head(cell).action, "{cell}");
        }
    }

    #[test]
    fn knows_the_heads_of_discussion_tables() {
        for cell in ["Discussion/Questions", "Discussion or question", "Question", "Issue", "CSO comments"] {
            assert!(head(cell).question && !head(cell).response, "{cell}");
        }
        for cell in ["Response/Actions", "Response or action", "Response", "Reply", "HO answer"] {
            assert!(head(cell).response && !head(cell).question, "{cell}");
        }
        for cell in ["Area", "Source suggested", "", "Topic"] {
            assert_eq!(head(cell), Head::default(), "{cell}");
        }
    }

    #[test]
    fn knows_a_heading_over_actions() {
        for title in [
            "Actions",
            "2. ACTIONS FROM THE WORKSHOP",
            "Agreed actions",
            "Action points",
            "Summary of actions",
            "Camau gweithredu a gytunwyd",
        ] {
            assert!(is_actions_heading(title), "{title}");
        }
        for title in
            ["Next steps & actions", "6. Next steps and actions", "Actions we did not take", "The space", ""]
        {
            assert!(!is_actions_heading(title), "{title}");
        }
    }
}
