//! `records.csv` and `relations.csv`: what there is, and what refers to what.
//!
//! In: the records of the edition and the references between them. Out: two tables that join all
//! others: every id once, and every reference as a row with both ends among those ids.

use crate::render::press::Press;

use super::tables::guarded;

/// The columns of `records.csv`.
pub(super) const RECORDS: [&str; 5] = ["id", "collection", "title", "updated", "address"];

/// The columns of `relations.csv`.
pub(super) const RELATIONS: [&str; 4] = ["from", "field", "to", "part"];

/// Every record of the edition, by id.
pub(super) fn records(press: &Press) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(RECORDS)?;
    for (index, record) in press.edition().records().iter().enumerate() {
        let updated = record.updated.map(|date| date.to_string()).unwrap_or_default();
        table.write_record([
            record.id.as_str(),
            record.id.collection(),
            &guarded(&*record.title),
            &updated,
            press.site.addresses.record(index),
        ])?;
    }
    Ok(table.into_inner()?)
}

/// Every reference from one record to another, by the id of the record that is referred to; those
/// that stand in a text have the field `body`.
pub(super) fn relations(press: &Press) -> anyhow::Result<(Vec<u8>, usize)> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(RELATIONS)?;
    let mut count = 0;
    for (index, to) in press.edition().records().iter().enumerate() {
        for link in press.site.backlinks.to(index) {
            let from = press.record(link.from).id.as_str();
            table.write_record([from, &*link.field, to.id.as_str(), link.part.as_deref().unwrap_or("")])?;
            count += 1;
        }
    }
    Ok((table.into_inner()?, count))
}
