//! The cells of a table → actions and discussion rows.
//!
//! In: the head's cells, and a row's. Out: what the columns are for, and what the row says. It does
//! not find tables, so it serves Markdown tables and, in `import/`, tables torn by a converter.

use std::ops::Range;

use super::label::{self, Label};
use super::owners::{self, WrittenParty};
use super::words::{self, Head};

/// A cell: its text, and the byte at which that starts in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// The text, without the space around it.
    pub text: &'t str,
    /// Where it starts.
    pub at: usize,
}

impl Cell<'_> {
    /// Where it stands.
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What the columns of a table are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Columns {
    /// A list of actions: the columns of the action, its owner, its date, its number.
    Actions {
        /// What is to be done.
        action: usize,
        /// By whom.
        owner: Option<usize>,
        /// By when.
        due: Option<usize>,
        /// Its number, where the action's own cell does not give it.
        number: Option<usize>,
    },
    /// A discussion: the column of the question and those of the response.
    Discussion {
        /// What was asked or said.
        question: usize,
        /// What was answered or promised.
        response: Vec<usize>,
    },
}

impl Columns {
    /// What a table's head says that its columns are for; `None` for any other table.
    pub fn of(head: &[&str]) -> Option<Self> {
        let heads: Vec<Head> = head.iter().map(|cell| words::head(cell)).collect();
        let first = |is: fn(&Head) -> bool| heads.iter().position(is);
        let all = |is: fn(&Head) -> bool| (0..heads.len()).filter(|n| is(&heads[*n])).collect::<Vec<_>>();

        let question = first(|head| head.question && !head.response);
        let answers = all(|head| head.response && !head.question);
        let beside = all(|head| head.action && !head.question);
        let responses = all(|head| (head.response || head.action) && !head.question);
        let owner = first(|head| head.owner);
        // `Issue | Action | Owner` lists actions; `Question | Response | Owner` is a discussion.
        if let Some(question) = question
            && (!answers.is_empty() || owner.is_none() && !beside.is_empty())
        {
            return Some(Columns::Discussion { question, response: responses });
        }
        let action = beside.first().copied().or_else(|| first(|head| head.action))?;
        let (due, number) = (first(|head| head.due), first(|head| head.number));
        Some(Columns::Actions { action, owner, due, number })
    }
}

/// An action as one row words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionRow {
    /// Its number, from its label or from the number column.
    pub number: Option<u32>,
    /// The label in its cell.
    pub label: Option<Label>,
    /// Where its wording starts and ends in the document.
    pub wording: Range<usize>,
    /// Who is responsible.
    pub owners: Vec<WrittenParty>,
    /// The cell that says so.
    pub owners_at: Option<Range<usize>>,
    /// By when, as written.
    pub due: Option<String>,
}

/// The action in a row of a list of actions; `None` where the action's cell is empty. The label's
/// ranges are moved to the document.
pub fn action(cells: &[Cell<'_>], columns: &Columns) -> Option<ActionRow> {
    let Columns::Actions { action, owner, due, number } = columns else { return None };
    let cell = cells.get(*action).filter(|cell| !cell.is_empty())?;
    let filled =
        |column: &Option<usize>| column.and_then(|column| cells.get(column)).filter(|cell| !cell.is_empty());
    let label = label::label_at_start(cell.text).map(|label| moved(label, cell.at));
    let counted = filled(number).and_then(|cell| lone_number(cell.text));
    let owner = filled(owner);
    let wording = label.as_ref().map_or(cell.at, |label| label.at.end)..cell.range().end;
    Some(ActionRow {
        number: label.as_ref().map(|label| label.number).or(counted),
        label,
        wording,
        owners: owner.map(|cell| owners::parties(cell.text)).unwrap_or_default(),
        owners_at: owner.map(Cell::range),
        due: filled(due).map(|cell| cell.text.to_owned()),
    })
}

/// The question and the responses of a row of a discussion; `None` where every one of them is empty.
pub fn discussion<'c, 't>(
    cells: &'c [Cell<'t>],
    columns: &Columns,
) -> Option<(Option<&'c Cell<'t>>, Vec<&'c Cell<'t>>)> {
    let Columns::Discussion { question, response } = columns else { return None };
    let question = cells.get(*question).filter(|cell| !cell.is_empty());
    let response: Vec<_> =
        response.iter().filter_map(|column| cells.get(*column)).filter(|cell| !cell.is_empty()).collect();
    (question.is_some() || !response.is_empty()).then_some((question, response))
}

/// A label with its ranges moved from a run to the document.
pub(super) fn moved(label: Label, by: usize) -> Label {
    let range = |at: Range<usize>| at.start + by..at.end + by;
    Label { at: range(label.at), words: range(label.words), ..label }
}

/// The number in a cell that holds nothing else: `3`, `3.`, `Action 3`.
fn lone_number(cell: &str) -> Option<u32> {
    let plain = super::plain::of(cell).to_lowercase();
    let rest =
        ["action", "no.", "no", "#"].into_iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(&plain);
    rest.trim().trim_end_matches(['.', ')', ':']).parse().ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_tables_of_actions_from_discussions() {
        let actions = |action, owner, due, number| Some(Columns::Actions { action, owner, due, number });
        let discussion =
            |response: &[usize]| Some(Columns::Discussion { question: 0, response: response.to_vec() });
        assert_eq!(Columns::of(&["Actions", "Responsibility"]), actions(0, Some(1), None, None));
        assert_eq!(
            Columns::of(&["No.", "Agreed action", "Who", "By when"]),
            actions(1, Some(2), Some(3), Some(0))
        );
        assert_eq!(Columns::of(&["Action no.", "Action", "Lead"]), actions(1, Some(2), None, Some(0)));
        assert_eq!(Columns::of(&["Issue", "Action", "Owner"]), actions(1, Some(2), None, None));
        assert_eq!(Columns::of(&["Discussion/Questions", "Response/Actions"]), discussion(&[1]));
        assert_eq!(Columns::of(&["Discussion or question", "Response or action"]), discussion(&[1]));
        assert_eq!(Columns::of(&["Question", "Response", "Action"]), discussion(&[1, 2]));
        assert_eq!(Columns::of(&["Issue", "Reply"]), discussion(&[1]));
        assert_eq!(Columns::of(&["Question", "Action"]), discussion(&[1]));
        assert_eq!(Columns::of(&["Area", "Source suggested"]), None);
        assert_eq!(Columns::of(&["Issue", "Status"]), None);
        assert_eq!(Columns::of(&[]), None);
    }

    #[test]
    fn reads_a_row_whose_number_has_a_column() {
        let cells =
            [Cell { text: "3.", at: 0 }, Cell { text: "Send slides", at: 5 }, Cell { text: "НО", at: 20 }];
        let columns = Columns::of(&["No", "Action", "Owner"]).unwrap();
        let row = action(&cells, &columns).unwrap();
        assert_eq!((row.number, row.wording), (Some(3), 5..16));
        assert_eq!((&*row.owners[0].name, row.owners_at), ("HO", Some(20..24)));
        assert_eq!(action(&[], &columns), None);
    }
}
