//! The addresses that pages of the site take, as CONTRACT has them.
//!
//! In: an archive. Out: addresses relative to the base, and whose they are. What is really published
//! is decided in `compose`; here every record counts, so that no edition can clash.

use std::collections::BTreeMap;

use crate::model::archive::Archive;
use crate::model::id::RecordId;

/// Every address that something takes, with the words for what takes it.
pub(super) fn taken(archive: &Archive) -> BTreeMap<String, &str> {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    for record in archive.records() {
        taken.insert(format!("{}/index.html", record.id.collection()), "a list of the site");
    }
    for page in PAGES {
        taken.insert((*page).to_owned(), "a page of the site");
    }
    taken.extend(archive.records().iter().map(|record| (of_record(&record.id), record.id.as_str())));
    taken
}

/// Pages that stand alone.
pub(super) const PAGES: &[&str] = &[
    "404.html",
    "actions/index.html",
    "changes.html",
    "data/index.html",
    "index.html",
    "lineage.html",
    "progress.html",
    "search.html",
    "timetable.html",
];

/// The address of a record.
pub(super) fn of_record(id: &RecordId) -> String {
    match id.collection() {
        "reports" => format!("reports/{}/index.html", id.slug()),
        collection => format!("{collection}/{}.html", id.slug()),
    }
}

/// The address that an alias asks for; `None` where no file can answer it.
pub(super) fn of_alias(archive: &Archive, written: &str) -> Option<String> {
    crate::model::alias::path(written, archive.config().base_url.as_deref())
}
