//! A row of an action log → its entries, joined to what the archive has.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::doubts::{Doubts, quoted};
use super::super::inline;
use super::super::number_list;
use super::super::rules::{DOUBTFUL_NUMBER, FOLDED_LETTERS, UNCERTAIN_VALUE};
use super::super::write_up::records::{free, known_topic, short_slug};
use super::super::written_date;
use super::columns::{self, Column};
use super::join::{Known, place_of};
use super::sheet::{Cell, Row, serial_day};
use crate::import::{Draft, earlier};
use crate::model::access::Visibility;
use crate::model::action::State;
use crate::model::date::Date;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::write_up::owners;

/// An entry of the log.
#[derive(Debug)]
pub(super) struct Entry {
    /// The row.
    pub(super) line: usize,
    /// The record it makes or belongs to.
    pub(super) id: RecordId,
    /// What a person calls it: `log entry 3`.
    pub(super) name: String,
    /// The words of the action.
    pub(super) title: String,
    /// Whether it was joined to an action of a write-up.
    pub(super) joined: bool,
    front: Mapping,
    body: String,
}

impl Entry {
    /// Adds words to its note.
    pub(super) fn add_note(&mut self, words: &str) {
        let said = self.front.get("note").and_then(Value::as_str).unwrap_or_default();
        let note = format!("{said} {}", sentence(words));
        self.front.insert("note".into(), note.trim().into());
    }

    /// The record.
    pub(super) fn draft(self) -> Draft {
        Draft { id: self.id, front_matter: self.front, body: self.body }
    }
}

/// What is needed to read a row.
pub(super) struct Reader<'r> {
    pub(super) columns: &'r [Column],
    pub(super) known: &'r [Arc<Record>],
    pub(super) index: &'r Known<'r>,
    /// The day of the log.
    pub(super) day: Option<Date>,
}

impl Reader<'_> {
    /// The entries of a row: one, or one for each number it bears.
    pub(super) fn entries(&self, row: &Row, taken: &mut BTreeSet<String>, doubts: &mut Doubts) -> Vec<Entry> {
        let numbers = self.numbers(row, doubts);
        let common = self.common(row, doubts);
        if numbers.is_empty() {
            return vec![self.entry(row, None, &common, taken, doubts)];
        }
        numbers.into_iter().map(|number| self.entry(row, Some(number), &common, taken, doubts)).collect()
    }

    pub(super) fn cell<'c>(&self, row: &'c Row, column: &Column) -> Option<&'c Cell> {
        let at = self.columns.iter().position(|known| known == column)?;
        row.cells.get(at).filter(|cell| !cell.text.is_empty())
    }

    pub(super) fn text<'c>(&self, row: &'c Row, column: &Column) -> &'c str {
        self.cell(row, column).map_or("", |cell| cell.text.as_str())
    }

    fn numbers(&self, row: &Row, doubts: &mut Doubts) -> Vec<u32> {
        let Some(cell) = self.cell(row, &Column::LogNumber) else {
            if self.columns.contains(&Column::LogNumber) {
                let message =
                    format!("no number stands with {}", quoted(self.text(row, &Column::Action), 60));
                doubts.at(row.line, &DOUBTFUL_NUMBER, message);
            }
            return Vec::new();
        };
        let bare = cell.text.trim_start_matches(|letter: char| {
            letter.is_alphabetic() || matches!(letter, '.' | ' ' | '#' | '-')
        });
        match number_list::read(&cell.text).or_else(|| number_list::read(bare)) {
            Some(numbers) => {
                if let ([first, .., last], count) = (numbers.as_slice(), numbers.len()) {
                    let message = format!(
                        "the row stands for {count} entries of the log, {first} to {last}; each gets its words"
                    );
                    doubts.at(row.line, &DOUBTFUL_NUMBER, message);
                }
                numbers
            }
            None => {
                doubts.at(row.line, &DOUBTFUL_NUMBER, format!("{} is no number", quoted(&cell.text, 40)));
                Vec::new()
            }
        }
    }

    /// What every entry of a row has: its fields after the numbers, in the order of the schema.
    fn common(&self, row: &Row, doubts: &mut Doubts) -> Mapping {
        let mut front = Mapping::new();
        let mut notes: Vec<String> = Vec::new();
        if let Some(raised) = self.date(row, &Column::Raised, doubts, &mut notes) {
            front.insert("raised".into(), raised.to_string().into());
        }
        if let Some(owner) = self.cell(row, &Column::Owner) {
            if let Some((folded, letters)) = inline::fold(&owner.text) {
                doubts.at(
                    row.line,
                    &FOLDED_LETTERS,
                    format!("the owner {letters}; read as {}", quoted(&folded, 60)),
                );
            }
            let parties: Vec<Value> =
                owners::parties(&owner.text).iter().map(|party| Value::from(&*party.name)).collect();
            if !parties.is_empty() {
                front.insert("responsible".into(), Value::Sequence(parties));
            }
        }
        let status = self.text(row, &Column::Status);
        if let Some(state) = State::parse(status) {
            front.insert("state".into(), state.as_str().into());
            if let Some(day) = self.date(row, &Column::StatusOn, doubts, &mut notes).or(self.day) {
                front.insert("state_on".into(), day.to_string().into());
            }
        } else if !status.is_empty() {
            let message = format!("{} is no state that is known", quoted(status, 60));
            doubts.with_help(
                row.line,
                &UNCERTAIN_VALUE,
                message,
                "known are live, in progress, completed, other closed and ongoing",
            );
            notes.push(format!("Status in the log: {status}"));
        }
        if let Some(due) = self.date(row, &Column::Due, doubts, &mut notes) {
            front.insert("due".into(), due.to_string().into());
        }
        self.artefacts(row, &mut front, &mut notes, doubts);
        let workshop = self.text(row, &Column::Workshop);
        // `n/a` names none.
        if !owners::parties(workshop).is_empty() && self.workshop_of(row).is_none() {
            let message = format!("the archive has no workshop {}; kept in the note", quoted(workshop, 60));
            let help = "import its write-up and then the log again, or write the workshop's number, date or title \
                        into the log";
            doubts.with_help(row.line, &UNCERTAIN_VALUE, message, help);
            notes.push(format!("Workshop in the log: {workshop}"));
        }
        let topic = self.text(row, &Column::Topic);
        match known_topic(topic, self.known) {
            Some(record) if !topic.is_empty() => {
                front.insert("topic".into(), record.id.slug().into());
            }
            _ if topic.is_empty() => {}
            _ => notes.push(format!("Topic in the log: {topic}")),
        }
        let update = self.text(row, &Column::Update);
        if !update.is_empty() {
            notes.push(update.to_owned());
        }
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            if let Column::Other(name) = column
                && !cell.text.is_empty()
            {
                notes.push(if name.is_empty() {
                    cell.text.clone()
                } else {
                    format!("{name}: {}", cell.text)
                });
            }
        }
        if !notes.is_empty() {
            let note = notes.iter().map(|note| sentence(note)).collect::<Vec<_>>().join(" ");
            front.insert("note".into(), note.into());
        }
        front
    }

    /// The day of the meeting at which an action was promised: it was open then, whatever the log says by now. A
    /// meeting that is not for everybody does not tell its day.
    fn promised_on(&self, action: &Record) -> Option<Date> {
        let Kind::Action(of) = &action.kind else { return None };
        let workshop = self.index.workshop_of(&of.workshop.as_ref()?.id)?;
        let is_public = workshop.access.visibility == Visibility::Public && workshop.access.embargo.is_none();
        workshop.date().filter(|_| of.extracted && is_public)
    }

    /// The date of a column: one the spreadsheet knows, one that is written, or a serial number.
    fn date(&self, row: &Row, column: &Column, doubts: &mut Doubts, notes: &mut Vec<String>) -> Option<Date> {
        let cell = self.cell(row, column)?;
        let written = || written_date::all(&cell.text).into_iter().find(|date| date.year.is_some());
        if let Some(date) = cell.date.or_else(|| cell.text.parse().ok()).or_else(|| serial_day(&cell.text)) {
            return Some(date);
        }
        if let Some((written, date)) = written().and_then(|written| Some((written, written.date()?))) {
            if written.two_ways {
                let message =
                    format!("{} is read with the day first, as {}", quoted(&cell.text, 40), date.in_words());
                doubts.at(row.line, &UNCERTAIN_VALUE, message);
            }
            return Some(date);
        }
        doubts.at(row.line, &UNCERTAIN_VALUE, format!("{} is no date", quoted(&cell.text, 60)));
        let what = match column {
            Column::Due => "Due",
            Column::Raised => "Raised",
            _ => "Closed",
        };
        notes.push(format!("{what}: {}", cell.text));
        None
    }

    /// References such as `A5, A7` that the archive has; others go to the note.
    fn artefacts(&self, row: &Row, front: &mut Mapping, notes: &mut Vec<String>, doubts: &mut Doubts) {
        let text = self.text(row, &Column::Artefact);
        if text.is_empty() {
            return;
        }
        let mut found = Vec::new();
        for piece in text.split([',', ';', '&', ' ']).map(str::trim).filter(|piece| !piece.is_empty()) {
            let artefact = self.index.artefact(piece);
            match artefact {
                Some(record) => found.push(Value::from(record.id.as_str())),
                None => {
                    let message =
                        format!("the archive has no artefact {}; kept in the note", quoted(piece, 40));
                    doubts.at(row.line, &UNCERTAIN_VALUE, message);
                    found.clear();
                    break;
                }
            }
        }
        if found.is_empty() {
            notes.push(format!("Artefact: {text}"));
        } else {
            front.insert("artefact".into(), Value::Sequence(found));
        }
    }

    fn entry(
        &self,
        row: &Row,
        log_number: Option<u32>,
        common: &Mapping,
        taken: &mut BTreeSet<String>,
        doubts: &mut Doubts,
    ) -> Entry {
        let words = inline::clean(self.text(row, &Column::Action), inline::Place::Line, &[]);
        let name = log_number.map_or_else(|| quoted(&words, 60), |number| format!("log entry {number}"));
        let joined = self.join(row, log_number, &name, doubts);
        let place = joined.and_then(place_of);
        let id = match (joined, log_number) {
            (Some(record), _) => record.id.clone(),
            (None, Some(number)) => RecordId::new("actions", &format!("log-{number:03}")),
            (None, None) => RecordId::new("actions", &free(&short_slug(&words), taken)),
        };
        if let Some(record) = joined {
            self.doubt_words(row, &name, &words, record, doubts);
        }
        if let Some(why) = no_promise(&words) {
            let help = "if the words stand in another column, or the heads in another row, mend the sheet and \
                        import it again";
            doubts.with_help(row.line, &UNCERTAIN_VALUE, format!("{name} {why}"), help);
        }
        let title = title(&words, &name);
        let mut front = Mapping::new();
        front.insert("title".into(), title.clone().into());
        if let Some(place) = &place {
            front.insert("workshop".into(), place.workshop.as_str().into());
            front.insert("number".into(), place.number.into());
        } else if let Some(workshop) = self.workshop_of(row) {
            front.insert("workshop".into(), workshop.id.as_str().into());
        }
        if let Some(number) = log_number {
            front.insert("log_number".into(), number.into());
        }
        front.extend(common.clone());
        let is_news = front.contains_key("state_on")
            && front.get("state").and_then(Value::as_str) != Some(State::Open.as_str());
        if let Some(day) = joined.and_then(|record| self.promised_on(record)).filter(|_| is_news) {
            earlier::add(&mut front, State::Open.as_str(), &day.to_string());
        }
        // Numbers that nothing came of: of an action that the archive does not have, or `6a`.
        let lost = [
            (place.is_none(), Column::Number, "Number in the write-up"),
            (log_number.is_none(), Column::LogNumber, "Number in the log"),
        ];
        for (_, column, what) in lost.into_iter().filter(|(is_lost, ..)| *is_lost) {
            let number = self.text(row, &column);
            if !number.is_empty() {
                let said = front.get("note").and_then(Value::as_str).unwrap_or_default();
                let note = format!("{said} {}", sentence(&format!("{what}: {number}")));
                front.insert("note".into(), note.trim().into());
            }
        }
        let body = if words.trim_end_matches('.') == title { String::new() } else { format!("{words}\n") };
        Entry { line: row.line, id, name, title, joined: place.is_some(), front, body }
    }
}

/// Why the words of an entry are most likely not those of a promise.
fn no_promise(words: &str) -> Option<String> {
    let bare = words.trim();
    if bare.is_empty() {
        return Some("has no words: nothing stands under the head of the action".to_owned());
    }
    let is_number = bare.starts_with(|letter: char| letter.is_ascii_digit())
        && bare.chars().filter(|letter| letter.is_alphabetic()).count() <= 1;
    if is_number {
        return Some(format!("has a number for its words, {}", quoted(bare, 40)));
    }
    columns::is_head(bare).then(|| format!("has the name of a column for its words, {}", quoted(bare, 40)))
}

/// The first sentence, if it is not too long; else what the entry is called.
fn title(words: &str, name: &str) -> String {
    let first = words.split_once(". ").map_or(words, |(first, _)| first).trim().trim_end_matches('.');
    let mut title: String = first.chars().take(160).collect();
    if title.len() < first.len() {
        let end = title.rfind(' ').unwrap_or(title.len());
        title.truncate(end);
        title.push('…');
    }
    if title.is_empty() {
        let mut letters = name.chars();
        return letters
            .next()
            .map(|letter| letter.to_uppercase().chain(letters).collect())
            .unwrap_or_default();
    }
    title
}

/// A note with a full stop at its end.
fn sentence(note: &str) -> String {
    let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
    if note.ends_with(['.', '!', '?']) { note } else { format!("{note}.") }
}
