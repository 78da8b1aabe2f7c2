//! Findings on records that a frozen edition tells of and that may not be told of any more.
//!
//! In: a lock, its edition and a record. Out: findings. What becomes of the words is for `model::withdrawal`.

use std::sync::Arc;

use crate::diag::{Bearing, FieldPath, Finding, Spot};
use crate::model::access::Visibility;
use crate::model::lock::{Frozen, Lock};
use crate::model::record::Record;

use super::frozen::{EDITION_CHANGED, EDITION_REWORDED};

/// A record that was closed after the edition was frozen.
pub fn closed(lock: &Lock, frozen: &Frozen, record: &Record) -> Finding {
    let message = format!(
        "edition {} of `{}` tells of this record, and its readers may not see it any more",
        frozen.edition, lock.report
    );
    let audience = match lock.audience {
        Visibility::Public => "",
        _ => " --audience members",
    };
    let help = format!(
        "`annals report {} --withdraw {} --reason KEY{audience}` takes it out of the edition and leaves marks; if \
         it was closed by mistake, open it again; if the edition may go on telling it, say its title under \
         `public: {{words: [...]}}` in annals.yaml",
        lock.report.slug(),
        record.id
    );
    let spot = Spot::Field(FieldPath::key("visibility"));
    let finding = Finding::new(&EDITION_CHANGED, &record.source.file, spot, message);
    finding.help(help).bears(Bearing::Compares)
}

/// An edition that cannot be held against the records, since one that was withdrawn from it is not there.
/// `file` is the report's.
pub fn unheld(frozen: &Frozen, file: &Arc<str>) -> Finding {
    let message = format!(
        "edition {} is not held against the records any more: one that was withdrawn from it is gone",
        frozen.edition
    );
    let spot = Spot::Field(FieldPath::key("edition"));
    Finding::new(&EDITION_REWORDED, file, spot, message)
        .help("readers are shown what was frozen, with its marks")
        .bears(Bearing::Compares)
}
