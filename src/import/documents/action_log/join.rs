//! An entry of the log → the action of the archive that it belongs to.
//!
//! In: the records that exist, and the numbers and the workshop that a row names. Out: the action, or a
//! doubt that says why there is none. An action of a write-up comes before one that only another log or
//! a progress paper speaks of.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::doubts::{Doubts, quoted};
use super::super::inline;
use super::super::meeting::cardinal;
use super::super::number_list;
use super::super::rules::{JOINED_BY_WORDS, RENUMBERED_ACTION, UNJOINED_ACTION};
use super::super::written_date;
use super::columns::Column;
use super::row::Reader;
use super::sheet::{Cell, Row, serial_day};
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::one_thing::share_words;
use crate::model::record::Record;
use crate::model::text::slug;

/// The place of an action in a write-up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) workshop: RecordId,
    pub(super) number: u32,
}

/// The records that entries may belong to.
#[derive(Debug, Default)]
pub(super) struct Known<'r> {
    by_log: BTreeMap<u32, &'r Arc<Record>>,
    by_place: BTreeMap<Place, &'r Arc<Record>>,
    workshops: Vec<&'r Arc<Record>>,
    artefacts: BTreeMap<String, &'r Arc<Record>>,
}

impl<'r> Known<'r> {
    /// Those of an archive.
    pub(super) fn of(records: &'r [Arc<Record>]) -> Self {
        let mut known = Known::default();
        for record in records {
            match &record.kind {
                Kind::Action(action) => {
                    let place = place_of(record);
                    if let Some(number) = action.log_number {
                        let of_log = known.by_log.entry(number).or_insert(record);
                        if place_of(of_log).is_none() && place.is_some() {
                            *of_log = record;
                        }
                    }
                    if let Some(place) = place {
                        known.by_place.entry(place).or_insert(record);
                    }
                }
                Kind::Workshop(_) => known.workshops.push(record),
                Kind::Artefact(artefact) => {
                    if let Some(code) = &artefact.reference {
                        known.artefacts.entry(code.to_lowercase()).or_insert(record);
                    }
                }
                _ => {}
            }
        }
        known
    }

    /// The artefact with a reference such as `A5`.
    pub(super) fn artefact(&self, reference: &str) -> Option<&'r Arc<Record>> {
        self.artefacts.get(&reference.to_lowercase()).copied()
    }

    /// The workshop of a name.
    pub(super) fn workshop_of(&self, id: &RecordId) -> Option<&'r Arc<Record>> {
        self.workshops.iter().copied().find(|record| record.id == *id)
    }

    /// The workshop that a cell names by number, by date or by title.
    pub(super) fn workshop(&self, written: &str, cell: Option<&Cell>) -> Option<&'r Arc<Record>> {
        let day = cell
            .and_then(|cell| cell.date)
            .or_else(|| written_date::first(written))
            .or_else(|| serial_day(written));
        let number = written.split_whitespace().find_map(|word| {
            cardinal(
                word.trim_start_matches(|letter: char| letter.is_ascii_alphabetic() && letter.is_uppercase()),
            )
            .or_else(|| cardinal(word))
        });
        self.workshops.iter().copied().find(|record| {
            let Kind::Workshop(workshop) = &record.kind else { return false };
            match day {
                Some(day) => workshop.date == Some(day),
                None => {
                    (number.is_some() && workshop.number == number)
                        || record.id.slug() == written
                        || record.title.eq_ignore_ascii_case(written)
                }
            }
        })
    }
}

impl<'r> Reader<'r> {
    /// The action of the archive that an entry belongs to: by its place in a write-up, else by its number
    /// in the log.
    pub(super) fn join(
        &self,
        row: &Row,
        log_number: Option<u32>,
        name: &str,
        doubts: &mut Doubts,
    ) -> Option<&'r Arc<Record>> {
        let of_log = log_number.and_then(|number| self.index.by_log.get(&number).copied());
        // Another document may have made a record of the entry before its write-up was known.
        if let Some(record) = of_log.filter(|record| place_of(record).is_some()) {
            return Some(record);
        }
        let why = match self.by_place(row) {
            Ok(record) => return Some(record),
            Err(why) => why,
        };
        if let Some(record) = self.by_words(row) {
            doubts.at(
                row.line,
                &JOINED_BY_WORDS,
                format!("{name} is joined to {}, whose words it has", record.id),
            );
            return Some(record);
        }
        doubts.at(row.line, &UNJOINED_ACTION, format!("{name} could not be joined to a write-up: {why}"));
        of_log
    }

    /// The one action of the workshop that a row names, and no number in it, whose words the row has.
    fn by_words(&self, row: &Row) -> Option<&'r Arc<Record>> {
        if !self.text(row, &Column::Number).is_empty() {
            return None;
        }
        let written = Some(self.text(row, &Column::Workshop)).filter(|written| !written.is_empty())?;
        let workshop = self.index.workshop(written, self.cell(row, &Column::Workshop))?;
        let words = slug(&inline::unmarked(self.text(row, &Column::Action)));
        let mut same = self.index.by_place.iter().filter(|(place, record)| {
            place.workshop == workshop.id
                && !words.is_empty()
                && wordings(record).any(|wording| wording == words)
        });
        let (_, record) = same.next()?;
        same.next().is_none().then_some(*record)
    }

    /// The action at the place that a row names; why there is none.
    fn by_place(&self, row: &Row) -> Result<&'r Arc<Record>, String> {
        let written = self.text(row, &Column::Workshop);
        let numbers = number_list::read(self.text(row, &Column::Number)).unwrap_or_default();
        if written.is_empty() {
            return Err("no action of a write-up has that number in the log".to_owned());
        }
        let Some(workshop) = self.index.workshop(written, self.cell(row, &Column::Workshop)) else {
            return Err(format!("the archive has no workshop {}", quoted(written, 60)));
        };
        let [number] = numbers.as_slice() else {
            return Err(format!(
                "the row does not say which action of {} it is, and no action there has its words",
                workshop.id
            ));
        };
        let place = Place { workshop: workshop.id.clone(), number: *number };
        let found = self.index.by_place.get(&place).copied();
        found.ok_or_else(|| format!("{} has no action {number}", workshop.id))
    }

    /// Doubts a join by numbers where the write-up's words and the log's are about two things.
    pub(super) fn doubt_words(
        &self,
        row: &Row,
        name: &str,
        words: &str,
        record: &Record,
        doubts: &mut Doubts,
    ) {
        let Kind::Action(action) = &record.kind else { return };
        let Some(wording) = action.wording.as_ref().filter(|_| action.extracted) else { return };
        // Words of a log that an earlier import has added are no second opinion.
        if share_words(words, wording) {
            return;
        }
        let message = format!(
            "{name} says {}, and {}, to which its numbers join it, {}",
            quoted(words, 80),
            record.id,
            quoted(&inline::unmarked(wording), 80)
        );
        let help = "if they are two promises, correct the number in the log or in the write-up, and import both again";
        doubts.with_help(row.line, &RENUMBERED_ACTION, message, help);
    }

    /// The workshop that a row names, as far as the archive has it.
    pub(super) fn workshop_of(&self, row: &Row) -> Option<&'r Arc<Record>> {
        let cell = self.cell(row, &Column::Workshop)?;
        self.index.workshop(&cell.text, Some(cell))
    }
}

/// Everything an action says, as slugs, which tell words apart and not marks.
fn wordings(record: &Arc<Record>) -> impl Iterator<Item = String> {
    let action = match &record.kind {
        Kind::Action(action) => Some(action),
        _ => None,
    };
    let said = action.into_iter().flat_map(|action| action.wording.iter().chain(&action.other_wordings));
    said.map(|wording| slug(&inline::unmarked(wording))).chain([slug(&record.title)])
}

/// The place of an action that a write-up defines.
pub(super) fn place_of(record: &Arc<Record>) -> Option<Place> {
    let Kind::Action(action) = &record.kind else { return None };
    Some(Place { workshop: action.workshop.as_ref()?.id.clone(), number: action.number? })
}
