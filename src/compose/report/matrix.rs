//! What the progress matrix says of a topic, as a section of its chapter (DOMAIN.md §5).
//!
//! In: a scope and a topic. Out: the attributes that have anything, as a list of label and words. What the
//! chapter says anyway is not said twice: the issues themselves, and the narrative where it stands above. The
//! section bears no numbers: the matrix is kept for today, and what an edition said of it stays as frozen.

use std::cell::OnceCell;

use crate::compose::matrix::{ATTRIBUTE_KEYS, Cell, Column, Matrix, Part};
use crate::compose::register::Register;
use crate::compose::standings::Standings;
use crate::compose::topics::Topics;
use crate::model::id::Ref;
use crate::model::kinds::{Kind, Topic};
use crate::model::record::Record;
use crate::model::words::args;

use super::name::{link_as, spoken};
use super::on_record;
use super::prose;
use super::scope::Scope;
use super::tree::{Block, Inline, Section, matrix_of};
use super::words::{joined, say, text};

/// The matrix as at the day of a report, made when the first topic asks for it.
#[derive(Default)]
pub(super) struct Columns(OnceCell<Option<Matrix>>);

impl Columns {
    fn of(&self, scope: &Scope<'_>, topic: usize) -> Option<&Column> {
        let edition = scope.edition;
        let made = || {
            let standings = Standings::as_at(edition, scope.as_of);
            Matrix::with(edition, &Register::of(edition), &standings, &Topics::of(edition))
        };
        let matrix = self.0.get_or_init(made).as_ref()?;
        matrix.columns.iter().find(|column| column.topic == topic)
    }
}

/// The section; `None` where the editors of the matrix wrote nothing on the topic by then. `told` says that the
/// narrative stands above.
pub(super) fn section(
    scope: &Scope<'_>,
    columns: &Columns,
    (index, record, topic): (usize, &Record, &Topic),
    told: bool,
) -> Option<Section> {
    if !is_written(topic) || !on_record::matrix(scope, topic) {
        return None;
    }
    let words = scope.edition.words();
    let column = columns.of(scope, index)?;
    let rows = ATTRIBUTE_KEYS.iter().zip(&column.cells).filter(|(key, _)| !(told && **key == "narrative"));
    let rows = rows.filter_map(|(key, cell)| {
        let line = match *key {
            "key-outstanding-issues" => outstanding(scope, record, topic),
            _ => line(scope, (record, topic), cell),
        };
        (!line.is_empty()).then(|| (words.named("matrix", key).to_owned(), line))
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| Section {
        id: matrix_of(record.id.slug()),
        title: words.say("report-matrix").to_owned(),
        lang: None,
        heading: None,
        blocks: vec![Block::Plain(say(words, "report-matrix-means", Vec::new())), Block::Terms(rows)],
    })
}

/// Whether a hand wrote anything of it: what is only derived stands elsewhere in the report.
fn is_written(topic: &Topic) -> bool {
    let texts = [
        &topic.document_purpose,
        &topic.key_change_log,
        &topic.stated_last_discussion,
        &topic.last_discussion_note,
    ];
    texts.into_iter().any(Option::is_some)
        || !topic.narrative.is_empty()
        || !topic.latest_document.is_empty()
        || !topic.stimulus_paper.is_empty()
        || names_outstanding(topic)
}

/// Whether the matrix itself names what is outstanding.
pub(super) fn names_outstanding(topic: &Topic) -> bool {
    topic.outstanding_note.iter().any(|note| !note.trim().is_empty())
}

/// What is outstanding in the matrix's own terms; the issues on record stand below.
fn outstanding(scope: &Scope<'_>, record: &Record, topic: &Topic) -> Vec<Inline> {
    let notes = topic.outstanding_note.iter().map(|note| written(scope, record, note));
    joined(notes.filter(|line| !line.is_empty()).collect(), &Inline::Break)
}

fn written(scope: &Scope<'_>, record: &Record, markdown: &str) -> Vec<Inline> {
    spoken(scope.edition, record, markdown, prose::line(scope.edition, record, markdown))
}

fn line(scope: &Scope<'_>, (record, topic): (&Record, &Topic), cell: &Cell) -> Vec<Inline> {
    let words = scope.edition.words();
    let mut lines: Vec<Vec<Inline>> = Vec::new();
    let mut numbers: Vec<Vec<Inline>> = Vec::new();
    for part in &cell.parts {
        match part {
            Part::Markdown(markdown) => lines.push(written(scope, record, markdown)),
            Part::Words(said) => lines.push(vec![text(said.clone())]),
            Part::Link(to, said) if was_there(scope, to) => lines.push(vec![link_as(said.clone(), to)]),
            Part::Link(..) => {}
            Part::LogNumber(number, action) => {
                let said = words.fill("log-n", args![number = *number]);
                let act = action.and_then(|action| scope.act(action));
                // One that was promised later is told only where the matrix of the time names it.
                if action.is_some() && act.is_none() && !topic.related_actions.contains(number) {
                    continue;
                }
                numbers.push(match act {
                    Some(act) => vec![link_as(said, &Ref::to(act.record.id.clone()))],
                    None => vec![text(said)],
                });
            }
        }
    }
    if !numbers.is_empty() {
        lines.insert(0, joined(numbers, &text(", ")));
    }
    joined(lines, &Inline::Break)
}

/// Whether what the matrix leads to was there by the day of the report.
fn was_there(scope: &Scope<'_>, to: &Ref) -> bool {
    let Some(index) = scope.edition.index_of(&to.id) else { return false };
    let record = scope.edition.record(index);
    match &record.kind {
        Kind::Action(_) => scope.act(index).is_some(),
        _ => record.date().is_none_or(|date| date.earliest() <= scope.as_of),
    }
}
