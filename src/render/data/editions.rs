//! `editions.csv` and `renamed.csv`: what was signed, and what records were called before.
//!
//! In: the locks of the edition and the old addresses of its records. Out: two tables, by which what a signed
//! report says can be joined with the others for good: its issues go by the names that they had then.

use crate::compose::address::edition_page;
use crate::model::standing::{Counts, Heading};
use crate::render::press::Press;

/// The columns of `editions.csv`, with what they mean.
pub(super) const EDITIONS: [(&str, &str); 14] = [
    ("report", ""),
    ("edition", "its number, from 1"),
    ("language", ""),
    ("date", "the date on its title page"),
    ("frozen_on", "the day on which it was signed"),
    ("as_of", "the day as at which it speaks"),
    ("program", "the version of Annals that compiled it"),
    ("seal", "SHA-256 of everything that it says"),
    ("resolved", "issues discussed and resolved"),
    ("unresolved", "issues discussed and not resolved"),
    ("outstanding", "issues that were outstanding"),
    ("set_aside", "issues that were set aside"),
    ("withdrawn", "how often words were taken out of it since"),
    ("address", "its page, relative to the site"),
];

/// The columns of `renamed.csv`, with what they mean.
pub(super) const RENAMED: [(&str, &str); 2] = [
    ("former", "an address that the record had, relative to the site"),
    ("id", "the record as it is called now"),
];

/// Every edition that was frozen, by report; none where there are none.
pub(super) fn editions(press: &Press) -> anyhow::Result<Option<Vec<u8>>> {
    let mut rows = Vec::new();
    for lock in press.edition().locks() {
        for frozen in &lock.editions {
            let counts: Counts = frozen.issues.iter().map(|said| said.heading).collect();
            let count = |heading| counts.of(heading).to_string();
            rows.push([
                lock.report.to_string(),
                frozen.edition.to_string(),
                frozen.language.clone(),
                frozen.date.map(|date| date.to_string()).unwrap_or_default(),
                frozen.frozen_on.to_string(),
                frozen.as_of.to_string(),
                frozen.program.clone(),
                frozen.seal(),
                count(Heading::Resolved),
                count(Heading::Unresolved),
                count(Heading::Outstanding),
                count(Heading::SetAside),
                frozen.withdrawn.len().to_string(),
                edition_page(&lock.report, frozen.edition),
            ]);
        }
    }
    table(&EDITIONS.map(|(name, _)| name), rows)
}

/// Every old address of a record; none where there are none.
pub(super) fn renamed(press: &Press) -> anyhow::Result<Option<Vec<u8>>> {
    let aliases = press.site.addresses.aliases();
    let rows =
        aliases.map(|(address, index)| [address.to_owned(), press.record(index).id.to_string()]).collect();
    table(&RENAMED.map(|(name, _)| name), rows)
}

fn table<const N: usize>(head: &[&str; N], rows: Vec<[String; N]>) -> anyhow::Result<Option<Vec<u8>>> {
    if rows.is_empty() {
        return Ok(None);
    }
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(head)?;
    for row in rows {
        table.write_record(row.map(|cell| super::tables::guarded(cell).into_owned()))?;
    }
    Ok(Some(table.into_inner()?))
}
