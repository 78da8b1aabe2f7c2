//! The errata to the editions of a report, each at its place.
//!
//! In: an edition and one of its reports. Out: `Erratum`s in the order of editions and paragraphs.
//! An erratum is a record of its own, made after the edition it corrects: it is shown beside what was
//! frozen and never within it.

use crate::audience::Edition;
use crate::model::date::Date;
use crate::model::erratum;
use crate::model::id::RecordId;
use crate::model::lock::Frozen;
use crate::model::words::{Words, args};

/// An erratum, and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erratum {
    /// Its record.
    pub record: usize,
    /// The edition it corrects, where one is known.
    pub edition: Option<u32>,
    /// The number of the paragraph in that edition.
    pub number: Option<String>,
    /// The lasting name of the paragraph; the anchor of the place.
    pub id: Option<String>,
    /// When it was found.
    pub date: Option<Date>,
}

impl Erratum {
    /// The place in words: `Paragraph 14 of edition 1`, `Edition 1`.
    pub fn place(&self, words: &Words) -> String {
        match (&self.number, self.edition) {
            (Some(number), Some(edition)) => {
                words.fill("paragraph-of-edition", args![number = number, edition = edition])
            }
            (Some(number), None) => words.fill("paragraph-n", args![number = number]),
            (None, Some(edition)) => words.fill("edition-n", args![number = edition]),
            (None, None) => words.say("the-report").to_owned(),
        }
    }

    /// The part of the report that it corrects: `edition-1/p-14`.
    pub fn part(&self) -> Option<String> {
        let edition = self.edition?;
        Some(match &self.number {
            Some(number) => format!("edition-{edition}/p-{number}"),
            None => format!("edition-{edition}"),
        })
    }
}

/// The errata to a report.
pub fn of_report(edition: &Edition, report: &RecordId) -> Vec<Erratum> {
    let lock = edition.lock_of(report);
    let mut errata: Vec<(usize, Erratum)> = edition
        .collection("errata")
        .filter_map(|record| {
            let found = erratum::Erratum::of(edition.record(record))?;
            if found.corrects.id != *report {
                return None;
            }
            let number = found.edition.or_else(|| lock?.newest().map(|frozen| frozen.edition));
            let frozen = number.and_then(|number| lock?.edition(number));
            let (at, passage) = found.paragraph.and_then(|part| position(frozen?, part)).unzip();
            let (number_of, id) = passage.unzip();
            let one = Erratum { record, edition: number, number: number_of, id, date: found.date };
            Some((at.unwrap_or(usize::MAX), one))
        })
        .collect();
    errata.sort_by(|(at, a), (there, b)| {
        (a.edition, at, a.date, a.record).cmp(&(b.edition, there, b.date, b.record))
    });
    errata.into_iter().map(|(_, erratum)| erratum).collect()
}

/// Where in an edition a paragraph stands, with its number and name.
fn position(frozen: &Frozen, part: &str) -> Option<(usize, (String, String))> {
    let passage = frozen.passage(part)?;
    let at = frozen.passages.iter().position(|one| one.id == passage.id)?;
    Some((at, (passage.number.clone()?, passage.id.clone())))
}
