//! The body of a workshop → what its write-up holds: actions, discussion rows, mentions of actions.
//!
//! In: Markdown as our content has it (and, by the parts that `import/` uses, cells and lines as
//! converters leave them). Out: `WriteUp`, every part with its place in the text. What is
//! recognised is recognised by structure and by the synonyms in `words`; nothing is guessed from
//! what an action says.

mod blocks;
mod gather;
pub mod label;
mod marks;
pub mod mention;
pub mod owners;
mod plain;
pub mod table;
#[cfg(test)]
mod tests;
mod title;
pub mod words;

use std::ops::Range;

pub use self::owners::WrittenParty;

use self::blocks::{Blocks, Run, RunKind, Table};
use self::gather::Found;
use self::table::{Cell, Columns};
use super::date::Date;
use super::written_date;

/// What was found in a write-up.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WriteUp {
    /// The actions, by number.
    pub actions: Vec<WrittenAction>,
    /// The rows of all discussion tables, in the order of the text; the N-th has the anchor `q-N`.
    /// Rows without a word are left out.
    pub rows: Vec<DiscussionRow>,
    /// Every place that names an action by its number, labels too, in the order of the text; none
    /// in code and in links.
    pub mentions: Vec<Mention>,
}

/// An action as a write-up words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAction {
    /// Its number in the write-up.
    pub number: u32,
    /// The words `Action N` of the label before its first wording; `None` where its place in a list
    /// or a column of numbers is all the label it has.
    pub label_at: Option<Range<usize>>,
    /// Its wordings, Markdown, in the order of the text; the list of actions first where there is
    /// one. Wordings that are the same but for space and markup stand once; there is at least one.
    pub wordings: Vec<Wording>,
    /// Who is responsible, each party apart, look-alike letters folded.
    pub responsible: Vec<WrittenParty>,
    /// The cell or bracket that says who is responsible, also where it says that nobody is yet.
    pub responsible_at: Option<Range<usize>>,
    /// By when, as written.
    pub due: Option<String>,
    /// Where the list of actions has its number a second time, beside other words: two promises, of which
    /// the number names neither.
    pub twice_at: Option<Range<usize>>,
}

/// By when something is due, from the words that say so: a date, or else the words.
pub fn by_when(words: String) -> (Option<Date>, Option<String>) {
    match written_date::deadline(&words) {
        Some(date) => (Some(date), None),
        None => (None, Some(words)),
    }
}

/// One wording of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The words after `Action N:`, Markdown, without the bracket that names the owner.
    pub text: String,
    /// Where they stand.
    pub at: Range<usize>,
}

/// A row of a discussion table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscussionRow {
    /// What was asked or said, Markdown; empty where the write-up gives none.
    pub question: String,
    /// What was answered or promised, Markdown; empty where the write-up gives none.
    pub response: String,
    /// The index, in the outline, of the heading above it.
    pub section: Option<usize>,
    /// The numbers of the actions it names, each once, in the order of the text.
    pub actions: Vec<u32>,
    /// Where the row stands; starts where the outline's passage for the row starts.
    pub at: Range<usize>,
}

/// A place that names an action by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The number.
    pub number: u32,
    /// The words `Action N`, or the number alone in a list or where markup stands between; never
    /// more than one piece of text. Empty for a number that a range implies (the 4 of
    /// `actions 3–5`), which then stands where the range's last number starts.
    pub at: Range<usize>,
}

impl WriteUp {
    /// Reads the body of a workshop.
    pub fn read(text: &str) -> Self {
        let blocks = blocks::of(text);
        let mentions = mentions(&blocks);
        let mut rows = Vec::new();
        let mut found = Vec::new();
        for table in &blocks.tables {
            read_table(text, &blocks, table, &mentions, &mut rows, &mut found);
        }
        read_runs(text, &blocks, &mut found);
        // Unnumbered ones are numbered in the order of the text.
        found.sort_by_key(|one| one.wording.at.start);
        WriteUp { actions: gather::actions(found), rows, mentions }
    }
}

impl WriteUp {
    /// The same with every place moved.
    #[must_use]
    pub(super) fn placed(mut self, place: &impl Fn(&Range<usize>) -> Range<usize>) -> Self {
        for action in &mut self.actions {
            let places = [&mut action.label_at, &mut action.responsible_at, &mut action.twice_at];
            places.into_iter().flatten().for_each(|at| *at = place(at));
            action.wordings.iter_mut().for_each(|wording| wording.at = place(&wording.at));
        }
        self.rows.iter_mut().for_each(|row| row.at = place(&row.at));
        self.mentions.iter_mut().for_each(|mention| mention.at = place(&mention.at));
        self
    }
}

fn mentions(blocks: &Blocks) -> Vec<Mention> {
    let run =
        |run: &Run| mention::mentions(blocks.masked.get(run.at.clone()).unwrap_or_default(), run.at.start);
    blocks.runs.iter().flat_map(run).collect()
}

fn read_table(
    text: &str,
    blocks: &Blocks,
    table: &Table,
    mentions: &[Mention],
    rows: &mut Vec<DiscussionRow>,
    found: &mut Vec<Found>,
) {
    let head: Vec<&str> = table.head.iter().map(|cell| &text[cell.clone()]).collect();
    let columns = Columns::of(&head);
    let first = found.len();
    for row in &table.rows {
        let cells: Vec<Cell<'_>> =
            row.cells.iter().map(|at| Cell { text: &text[at.clone()], at: at.start }).collect();
        match &columns {
            Some(columns @ Columns::Actions { .. }) => {
                found.extend(table::action(&cells, columns).map(|row| gather::of_row(text, row)));
            }
            Some(columns @ Columns::Discussion { .. }) => {
                rows.extend(table::discussion(&cells, columns).map(|(question, responses)| DiscussionRow {
                    question: question.map(|cell| cell.text.to_owned()).unwrap_or_default(),
                    response: responses.iter().map(|cell| cell.text).collect::<Vec<_>>().join("<br>"),
                    section: table.section,
                    actions: numbers(mentions, &row.at),
                    at: row.at.clone(),
                }));
                found.extend(
                    row.cells.iter().flat_map(|cell| gather::of_run(text, &blocks.masked, cell, false)),
                );
            }
            None => {
                found.extend(
                    row.cells.iter().flat_map(|cell| gather::of_run(text, &blocks.masked, cell, false)),
                );
            }
        }
    }
    // In a table whose rows are labelled, one without label and owner goes on with the row above.
    if found[first..].iter().any(|one| one.listed && one.labelled) {
        let mut n = 0;
        found.retain(|one| {
            n += 1;
            n <= first || one.labelled || one.owners_at.is_some() || one.due.is_some()
        });
    }
}

/// The numbers that the mentions within a range name, each once.
fn numbers(mentions: &[Mention], within: &Range<usize>) -> Vec<u32> {
    let first = mentions.partition_point(|mention| mention.at.start < within.start);
    let mut numbers = Vec::new();
    for mention in mentions[first..].iter().take_while(|mention| mention.at.start < within.end) {
        if !numbers.contains(&mention.number) {
            numbers.push(mention.number);
        }
    }
    numbers
}

/// Labelled actions in lists and prose; and, where nothing else lists actions, the items under a
/// heading that says that they are.
fn read_runs(text: &str, blocks: &Blocks, found: &mut Vec<Found>) {
    let lists = Lists::of(blocks);
    let has_table = found.iter().any(|one| one.listed);
    let mut items = Vec::new();
    let mut listed_somewhere = has_table;
    for run in &blocks.runs {
        let listed = match run.kind {
            RunKind::Heading | RunKind::Cell => continue,
            RunKind::Item { list, .. } => run.in_actions || lists.is_labelled(list),
            RunKind::Prose => run.in_actions,
        };
        let labelled = gather::of_run(text, &blocks.masked, &run.at, listed);
        listed_somewhere |= listed && !labelled.is_empty();
        if let RunKind::Item { number, top: true, .. } = run.kind
            && run.in_actions
            && labelled.is_empty()
        {
            items.push(gather::of_item(text, &run.at, number.filter(|number| *number > 0)));
        }
        found.extend(labelled);
    }
    if !listed_somewhere {
        found.extend(items);
    }
}

/// How many items each list has, and how many of them start with a label.
struct Lists(Vec<(usize, usize)>);

impl Lists {
    fn of(blocks: &Blocks) -> Self {
        let mut lists = Vec::new();
        for run in &blocks.runs {
            let RunKind::Item { list, .. } = run.kind else { continue };
            if lists.len() <= list {
                lists.resize(list + 1, (0, 0));
            }
            let words = blocks.masked.get(run.at.clone()).unwrap_or_default();
            lists[list].0 += 1;
            lists[list].1 += usize::from(label::label_at_start(words).is_some());
        }
        Lists(lists)
    }

    /// Whether every item of a list, and more than one, starts with a label.
    fn is_labelled(&self, list: usize) -> bool {
        self.0.get(list).is_some_and(|(items, labelled)| *items > 1 && items == labelled)
    }
}
