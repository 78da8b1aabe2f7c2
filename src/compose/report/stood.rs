//! Where an issue stood in each report.
//!
//! In: an edition and an issue. Out: a line for each report, oldest first, and for each of its frozen
//! editions: of those the heading is what they said, whatever the records say of their time now.

use jiff::civil;

use crate::audience::Edition;
use crate::model::alias;
use crate::model::id::RecordId;
use crate::model::issue::Issue;
use crate::model::kinds::Kind;
use crate::model::lock::Frozen;
use crate::model::standing::Heading;

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
    // An edition has the name that the issue had then; its own comes first, where others were put into it.
    let mut names = vec![record.id.clone()];
    names.extend(alias::names(&record.aliases, edition.config().base_url.as_deref()));
    let mut all: Vec<Stood> = Vec::new();
    for report in edition.collection("reports") {
        let Kind::Report(said) = &edition.record(report).kind else { continue };
        let lock = edition.lock_of(&edition.record(report).id);
        let frozen = lock.iter().flat_map(|lock| &lock.editions);
        all.extend(frozen.clone().filter_map(|frozen| in_frozen(frozen, report, &names)));
        // What is being written now, where that is not one of them.
        if frozen.clone().all(|frozen| frozen.edition != said.edition) {
            let as_of = said.as_of().unwrap_or(edition.today());
            all.extend(in_records(issue, report, as_of));
        }
    }
    all.sort_by_key(|stood| (stood.as_of, stood.report, stood.edition.is_none(), stood.edition));
    all
}

fn in_frozen(frozen: &Frozen, report: usize, names: &[RecordId]) -> Option<Stood> {
    let said = names.iter().find_map(|name| frozen.issues.iter().find(|said| said.issue == *name))?;
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
