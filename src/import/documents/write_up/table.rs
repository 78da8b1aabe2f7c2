//! A table of a write-up as its rows come in.
//!
//! In: the cells of each row. Out: rows of one width, labels written in one way, owners in Latin
//! letters, and doubts: who owns an action is not certain, a row starts in mid-air or lacks its
//! question, a cell was cut by a page break.

use super::super::doubts::{Doubts, quoted};
use super::super::inline;
use super::super::rules::{
    CUT_TEXT, DOUBTFUL_NUMBER, DOUBTFUL_OWNER, FOLDED_LETTERS, RAGGED_ROW, SPLIT_CELL, UNPAIRED_ROW,
};
use super::names::starts_in_mid_air;
use crate::model::write_up::label;
use crate::model::write_up::owners;
use crate::model::write_up::table::Columns;

/// A table so far.
#[derive(Debug)]
pub(super) struct Table {
    /// The cells of its head.
    pub(super) head: Vec<String>,
    /// Its rows, each as wide as the head.
    pub(super) rows: Vec<Vec<String>>,
    columns: Option<Columns>,
}

impl Table {
    /// A table without rows.
    pub(super) fn new(head: Vec<String>, columns: Option<Columns>) -> Self {
        Table { head, rows: Vec::new(), columns }
    }

    /// Takes a row in.
    pub(super) fn row(&mut self, line: usize, cells: &[String], after_break: bool, doubts: &mut Doubts) {
        let mut cells = self.fitted(line, cells, doubts);
        self.fold(line, &mut cells, doubts);
        if after_break && self.joins_the_row_above(&cells) {
            self.join(line, cells, doubts);
            return;
        }
        match &self.columns {
            Some(Columns::Actions { action, owner, number, .. }) => {
                let number = number.and_then(|number| cells.get(number)).map_or("", String::as_str);
                doubt_number(line, number, self.rows.len() + 1, doubts);
                doubt_owner(line, cells.get(*action), owner.and_then(|owner| cells.get(owner)), doubts);
            }
            Some(Columns::Discussion { question, response }) => {
                let answered = response.iter().any(|n| cells.get(*n).is_some_and(|cell| !cell.is_empty()));
                doubt_question(line, cells.get(*question), answered, &cells, doubts);
            }
            None => {}
        }
        cells.iter_mut().for_each(|cell| *cell = labelled(cell));
        self.rows.push(cells);
    }

    /// The actions of a list of actions, by number.
    pub(super) fn wordings(&self) -> Vec<(u32, String)> {
        let Some(Columns::Actions { action, .. }) = &self.columns else { return Vec::new() };
        let cells = self.rows.iter().filter_map(|row| row.get(*action));
        cells
            .filter_map(|cell| {
                let label = label::label_at_start(cell)?;
                Some((label.number, cell.get(label.at.end..)?.to_owned()))
            })
            .collect()
    }

    /// The cells made as many as the head has.
    fn fitted(&self, line: usize, cells: &[String], doubts: &mut Doubts) -> Vec<String> {
        let mut cells = cells.to_vec();
        let (has, wants) = (cells.len(), self.head.len());
        if has != wants {
            let message = format!("the row has {has} cells, its table {wants} columns");
            doubts.at(line, &RAGGED_ROW, message);
        }
        if has > wants
            && let Some(last) = wants.checked_sub(1)
        {
            let more = cells.split_off(last).into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>();
            cells.push(more.join(" "));
        }
        cells.resize(wants, String::new());
        cells
    }

    fn fold(&self, line: usize, cells: &mut [String], doubts: &mut Doubts) {
        let owner = match &self.columns {
            Some(Columns::Actions { owner, .. }) => *owner,
            _ => None,
        };
        for (n, cell) in cells.iter_mut().enumerate() {
            let Some((folded, letters)) = inline::fold(cell) else { continue };
            let whose = if owner == Some(n) { "the owner " } else { "" };
            doubts.at(line, &FOLDED_LETTERS, format!("{whose}{letters}; read as {}", quoted(&folded, 60)));
            *cell = folded;
        }
    }

    /// Whether a row is the rest of the one above, cut by a page break: every cell it has goes on
    /// with a sentence that was left open.
    fn joins_the_row_above(&self, cells: &[String]) -> bool {
        let Some(above) = self.rows.last() else { return false };
        let goes_on = |(cell, above): (&String, &String)| {
            cell.is_empty()
                || starts_in_mid_air(cell) && !above.is_empty() && !above.ends_with(['.', '?', '!', ':'])
        };
        cells.iter().any(|cell| !cell.is_empty()) && cells.iter().zip(above).all(goes_on)
    }

    fn join(&mut self, line: usize, cells: Vec<String>, doubts: &mut Doubts) {
        let Some(above) = self.rows.last_mut() else { return };
        for (above, cell) in above.iter_mut().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let message = format!("{} is read as the rest of {}", quoted(&cell, 60), quoted(above, 60));
            doubts.at(line, &SPLIT_CELL, message);
            above.push(' ');
            above.push_str(&cell);
        }
    }
}

/// A number such as `2.3` or `B7` that is not the place in the table: the archive counts `1`, `2`, `3`.
fn doubt_number(line: usize, number: &str, place: usize, doubts: &mut Doubts) {
    let plain = inline::unmarked(number);
    let last = plain.rsplit(|letter: char| !letter.is_ascii_digit()).find(|digits| !digits.is_empty());
    let bare = plain.to_lowercase();
    let bare =
        ["action", "no.", "no", "#"].into_iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(&bare);
    let whole = bare.trim().trim_end_matches(['.', ')', ':']).parse::<u32>().is_ok();
    if let (Some(last), false) = (last, whole)
        && last.parse() != Ok(place)
    {
        let message = format!(
            "the number {} is not a whole one; the action gets the next that is free",
            quoted(&plain, 20)
        );
        doubts.at(line, &DOUBTFUL_NUMBER, message);
    }
}

fn doubt_owner(line: usize, action: Option<&String>, owner: Option<&String>, doubts: &mut Doubts) {
    let Some(action) = action.filter(|action| !action.is_empty()) else {
        doubts.at(line, &DOUBTFUL_NUMBER, "a row of the list of actions has no action");
        return;
    };
    if owner.is_none_or(|owner| owners::parties(owner).is_empty()) {
        let message = format!("nobody is named as responsible for {}", quoted(action, 60));
        doubts.at(line, &DOUBTFUL_OWNER, message);
    }
}

fn doubt_question(
    line: usize,
    question: Option<&String>,
    answered: bool,
    cells: &[String],
    doubts: &mut Doubts,
) {
    let question = question.map_or("", String::as_str);
    if question.is_empty() && answered {
        let said = cells.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
        let message = format!("no question stands beside {}", quoted(said, 80));
        doubts.with_help(line, &UNPAIRED_ROW, message, "it may belong to the row above");
    } else if starts_in_mid_air(question) {
        let message = format!("{} starts in the middle of a sentence", quoted(question, 80));
        doubts.with_help(
            line,
            &CUT_TEXT,
            message,
            "write `[The opening is lost in the source.]` before it, or complete it",
        );
    }
}

/// Whether cells are the head of a list of actions or of a discussion, and not a row that happens to
/// have its words in it.
pub(super) fn is_head(cells: &[String]) -> bool {
    let is_short = |cell: &String| {
        let plain = inline::unmarked(cell);
        plain.split_whitespace().count() <= 5
            && !plain.ends_with(['?', ';', ','])
            && !plain.chars().any(|letter| letter.is_ascii_digit())
    };
    let heads: Vec<&str> = cells.iter().map(String::as_str).collect();
    cells.len() >= 2
        && cells.iter().all(|cell| !cell.is_empty())
        && cells.iter().all(is_short)
        && Columns::of(&heads).is_some()
}

/// A text with every label of an action written in one way: `**Action 3:** …`.
pub(super) fn labelled(text: &str) -> String {
    let mut text = text.to_owned();
    for label in label::labels(&text).into_iter().rev() {
        let before = text.get(..label.at.start).unwrap_or_default();
        let gap = if before.is_empty() || before.ends_with([' ', '>']) { "" } else { " " };
        let written = format!("{gap}**Action {}:** {}", label.number, label.open);
        text.replace_range(label.at, &written);
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_labels_in_one_way() {
        for text in [
            "**Action 8** : Go.",
            "**Action 8:** Go.",
            "Action 8: Go.",
            "**Action 8**: Go.",
            "Action 8 - Go.",
        ] {
            assert_eq!(labelled(text), "**Action 8:** Go.", "{text}");
        }
        assert_eq!(labelled("Will they come? **Action 12:** Ask."), "Will they come? **Action 12:** Ask.");
        assert_eq!(labelled("See Action 9."), "See Action 9.");
    }

    #[test]
    fn tells_heads_from_rows() {
        let is_head =
            |cells: &[&str]| super::is_head(&cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
        assert!(is_head(&["Actions", "Responsibility"]));
        assert!(is_head(&["No.", "Agreed action", "Who", "By when"]));
        assert!(is_head(&["Discussion/Questions", "Response/Actions"]));
        assert!(!is_head(&["What questions are asked?", "See Action 1."]));
        assert!(!is_head(&["Discussion of the issue was long", "Action 3: Town"]));
        assert!(!is_head(&["Area", "Source"]));
    }

    #[test]
    fn joins_what_a_page_break_cut() {
        let mut doubts = Doubts::about(&"x".into());
        let row = |cells: [&str; 2]| cells.map(str::to_owned);
        let mut table =
            Table::new(row(["Question", "Response"]).to_vec(), Columns::of(&["Question", "Response"]));
        table.row(3, &row(["Who pays for the", "Town to"]), false, &mut doubts);
        table.row(9, &row(["lamps?", "say."]), true, &mut doubts);
        table.row(10, &row(["of the bridge?", "x"]), false, &mut doubts);
        assert_eq!(table.rows[0], ["Who pays for the lamps?", "Town to say."]);
        let codes: Vec<_> = doubts.sorted().into_iter().map(|doubt| doubt.rule.code).collect();
        assert_eq!(codes, ["split_cell", "split_cell", "cut_text"]);
    }
}
