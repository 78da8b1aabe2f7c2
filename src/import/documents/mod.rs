//! The paper trail → drafts of records: write-ups, slide packs, timetables, progress matrices, other
//! papers and action logs.
//!
//! In: a document's bytes, what it is, and the records that exist. Out: `Imported`, or the one fault
//! that keeps the document from being read. Nothing here opens a file or writes one. A document is
//! first made blocks, whatever it is wrapped in; each importer reads blocks.

pub mod action_log;
pub(super) mod block;
pub(super) mod docx;
pub(super) mod doubts;
mod headings;
pub(super) mod html;
mod inline;
mod language;
mod leave_out;
mod lists;
pub(super) mod mail;
mod markdown;
pub mod matrix;
mod meeting;
mod number_list;
pub(super) mod package;
pub mod paper;
pub mod rules;
pub mod slides;
pub mod source;
pub mod timetable;
mod unseen;
pub mod write_up;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::block::Block;
use self::doubts::Doubts;
use super::Imported;
use super::recognise::{self, Form, Wrapping};
use crate::diag::{Finding, Spot};
use crate::model::record::Record;
pub(super) use crate::model::written_date;

/// Reads a document of a form that is known, or recognised by what is in it. `known`: the records of
/// the archive, which entries of a log are joined to and whose topics issues belong to.
///
/// # Errors
/// The one fault that keeps the document from being read.
pub fn read(
    file: &Arc<str>,
    bytes: &[u8],
    form: Option<Form>,
    known: &[Arc<Record>],
) -> Result<Imported, Finding> {
    let form = match form {
        Some(form) => form,
        None => recognise::form(file, bytes)?,
    };
    let mut imported = of_form(file, bytes, form, known)?;
    imported.kind = form.as_str();
    // The workshop or the paper itself is the first of the records.
    let own = imported.drafts.first().filter(|_| form != Form::ActionLog);
    let day = own.and_then(|draft| draft.front_matter.get("date")).and_then(|date| date.as_str());
    imported.day = day.unwrap_or_default().to_owned();
    Ok(imported)
}

fn of_form(file: &Arc<str>, bytes: &[u8], form: Form, known: &[Arc<Record>]) -> Result<Imported, Finding> {
    match recognise::wrapping(file, bytes)? {
        Wrapping::Spreadsheet | Wrapping::Separated if form == Form::ActionLog => {
            action_log::read(file, bytes, known)
        }
        Wrapping::Spreadsheet | Wrapping::Separated | Wrapping::Json => Err(unfit(file, form, "a table")),
        Wrapping::Word => {
            let mut document = docx::read(file, bytes)?;
            let paragraphs = paragraphs(&document.blocks);
            let mut imported = of_blocks(file, std::mem::take(&mut document.blocks), form, known)?;
            let mut doubts = Doubts::about(file);
            document.tell(&mut imported, &mut doubts);
            imported.doubts.extend(doubts.sorted());
            // A Word document has no lines: its doubts stand at paragraphs.
            for doubt in &mut imported.doubts {
                let words =
                    |number: usize| Some((format!("paragraph {number}"), paragraphs.get(&number)?.clone()));
                doubts::show(doubt, words);
            }
            Ok(imported)
        }
        Wrapping::Html => {
            let (blocks, unseen) = html::read(&source::text(file, bytes)?);
            let mut imported = of_blocks(file, blocks, form, known)?;
            let mut doubts = Doubts::about(file);
            unseen.tell(&mut doubts);
            imported.doubts.extend(doubts.sorted());
            Ok(imported)
        }
        Wrapping::Text => {
            let text = source::text(file, bytes)?;
            let mail = mail::read(&text);
            let text = mail.as_ref().map_or(text, |mail| mail.text.clone());
            let mut imported = of_text(file, bytes, &text, form, known)?;
            if let Some(mail) = mail {
                let mut doubts = Doubts::about(file);
                mail.tell(&mut doubts);
                imported.doubts.extend(doubts.sorted());
            }
            Ok(imported)
        }
    }
}

fn of_text(
    file: &Arc<str>,
    bytes: &[u8],
    text: &str,
    form: Form,
    known: &[Arc<Record>],
) -> Result<Imported, Finding> {
    match form {
        // A matrix needs the empty lines that blocks lose, unless its table is whole.
        Form::Progress if matrix::is_matrix(text) => Ok(matrix::read(file, text, known)),
        // A log is often pasted out of a spreadsheet.
        Form::ActionLog if text.contains(['\t', ',', ';']) && !text.contains('|') => {
            action_log::read(file, bytes, known)
        }
        _ => {
            let mut imported = of_blocks(file, block::read(text), form, known)?;
            imported.doubts.extend(block::spaced_tables(text).into_iter().map(|line| {
                let message = "columns set by spaces from here on: a table whose cells ran together";
                Finding::new(&rules::TORN_COLUMN, file, Spot::Line(line, 1), message)
                    .help("write it as a table with `|` between the cells, or save the original as .docx")
            }));
            Ok(imported)
        }
    }
}

fn of_blocks(
    file: &Arc<str>,
    blocks: Vec<Block>,
    form: Form,
    known: &[Arc<Record>],
) -> Result<Imported, Finding> {
    let words = language::words(&blocks);
    let mut imported = match form {
        Form::WriteUp => Ok(write_up::of_blocks(file, blocks, known)),
        Form::Slides => Ok(slides::of_blocks(file, blocks)),
        Form::Timetable => Ok(timetable::of_blocks(file, blocks)),
        Form::Progress => Ok(matrix::of_blocks(file, blocks, known)),
        Form::Paper => Ok(paper::of_blocks(file, blocks)),
        Form::ActionLog => action_log::of_blocks(file, &blocks, known),
        Form::Airtable => Err(unfit(file, form, "a text")),
    }?;
    if matches!(form, Form::WriteUp | Form::Paper) {
        let has_actions = imported.figures.iter().any(|(name, _)| name == "actions");
        imported.doubts.extend(language::doubt(file, words, has_actions));
    }
    Ok(imported)
}

fn unfit(file: &Arc<str>, form: Form, what: &str) -> Finding {
    let message = format!("{what} of this kind cannot be read as {}", form.as_str());
    Finding::new(&rules::UNKNOWN_DOCUMENT, file, Spot::File, message)
        .help("leave --as out, or say what it really is")
}

/// The words of each paragraph of a Word document, rows of tables among them.
fn paragraphs(blocks: &[Block]) -> BTreeMap<usize, String> {
    let mut paragraphs = BTreeMap::new();
    for block in blocks {
        let words = match block.cells() {
            Some(cells) => cells.join(" | "),
            None => block.text().to_owned(),
        };
        paragraphs.entry(block.line).or_insert(words);
    }
    paragraphs
}
