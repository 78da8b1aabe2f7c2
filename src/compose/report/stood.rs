//! Where an issue stood in each report.
//!
//! In: an edition and an issue. Out: a line for each report, oldest first, and for each of its frozen
//! editions: of those the heading is what they said, whatever the records say of their time now.

use jiff::civil;

use crate::audience::Edition;
use crate::model::issue::Issue;
use crate::model::kinds::Kind;
use crate::model::lock::Frozen;
use crate::model::record::Record;
use crate::model::standing::Heading;

use super::before::said_of;

/// Where an issue stood in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stood {
    /// The report's record.
    pub report: usize,
    /// The frozen edition that says so; `None` where the report is not frozen.
    pub edition: Option<u32>,
    /// The heading.
    pub heading: Heading,
    /// The day as at which the report speaks.
    pub as_of: civil::Date,
    /// The number of its paragraph in that edition.
    pub paragraph: Option<String>,
}

/// Where an issue stood in each report that knew of it.
pub fn stood(edition: &Edition, index: usize) -> Vec<Stood> {
    let record = edition.record(index);
    let Kind::Issue(issue) = &record.kind else { return Vec::new() };
    let mut all: Vec<Stood> = Vec::new();
    for report in edition.collection("reports") {
        let Kind::Report(said) = &edition.record(report).kind else { continue };
        let lock = edition.lock_of(&edition.record(report).id);
        let frozen = lock.iter().flat_map(|lock| &lock.editions);
        all.extend(frozen.clone().filter_map(|frozen| in_frozen(edition, frozen, report, record)));
        // What is being written now, where that is not one of them.
        if frozen.clone().all(|frozen| frozen.edition != said.edition) {
            let as_of = said.as_at(edition.today());
            all.extend(in_records(issue, report, as_of));
        }
    }
    all.sort_by_key(|stood| (stood.as_of, stood.report, stood.edition.is_none(), stood.edition));
    all
}

fn in_frozen(edition: &Edition, frozen: &Frozen, report: usize, record: &Record) -> Option<Stood> {
    let said = said_of(edition, frozen, record)?;
    Some(Stood {
        report,
        edition: Some(frozen.edition),
        heading: said.heading,
        as_of: frozen.as_of,
        paragraph: Some(said.paragraph.clone()),
    })
}

fn in_records(issue: &Issue, report: usize, as_of: civil::Date) -> Option<Stood> {
    let standing = issue.raised_by(as_of).then(|| issue.standing(as_of))?;
    Some(Stood { report, edition: None, heading: standing.heading, as_of, paragraph: None })
}
