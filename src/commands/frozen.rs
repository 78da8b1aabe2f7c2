//! What final editions said, held against the records: for every command that checks.
//!
//! In: the archive. Out: findings. Each lock is compared with its report as it was to be compiled on
//! the day on which it was frozen, for the audience it was frozen for.

use std::sync::Arc;

use crate::audience::{self, Audience, Edition};
use crate::diag::{Bearing, Finding, Severity};
use crate::model::access::Visibility;
use crate::model::archive::Archive;
use crate::model::as_signed::as_signed;
use crate::model::lock::{Frozen, Lock};
use crate::model::record::Record;
use crate::model::withdrawal;
use crate::model::words;
use crate::render::report::Hanging;
use crate::{compose, render};

use super::supposed::hanging;

/// What is wrong with the frozen editions of an archive; nothing is done where there are none.
pub fn faults(archive: &Archive) -> Vec<Finding> {
    let of = |lock: &Arc<Lock>| Some(of_lock(archive, lock, lock.newest()?));
    archive.locks().iter().filter_map(of).flatten().map(|found| by_a_link(archive, found)).collect()
}

/// What is wrong with the newest edition of a report. Where something is, it is looked at once more without
/// what came on record since.
fn of_lock(archive: &Archive, lock: &Lock, newest: &Frozen) -> Vec<Finding> {
    let closed = withdrawal::closed(archive, lock);
    // What was published once is no secret where the editors say so.
    let said = &archive.config().public.words;
    let untold = closed.iter().filter(|(_, record)| !said.contains(&record.title));
    let untold = untold.map(|(frozen, record)| render::report::closed(lock, frozen, record));
    let mut found: Vec<Finding> = untold.collect();
    // What was withdrawn, and what was closed since, is compared as it was: the marks stand for it.
    let Some(withdrawn) = withdrawal::records(archive, newest) else {
        let file = archive.get(&lock.report).map_or(&lock.file, |report| &report.source.file);
        found.push(render::report::unheld(newest, file));
        return found;
    };
    let of_newest = closed.iter().filter(|(frozen, _)| frozen.edition == newest.edition);
    let shown: Vec<_> = withdrawn.iter().copied().chain(of_newest.map(|(_, record)| *record)).collect();
    let restored = (!shown.is_empty()).then(|| withdrawal::restored(archive, lock.audience, &shown));
    found.extend(compared(restored.as_ref().unwrap_or(archive), lock, newest, &withdrawn));
    found
}

/// What a lock and an archive say otherwise.
fn compared(archive: &Archive, lock: &Lock, newest: &Frozen, withdrawn: &[&Arc<Record>]) -> Vec<Finding> {
    let audience = match lock.audience {
        Visibility::Public => Audience::Public,
        _ => Audience::Members,
    };
    // What was frozen is held against what the program says in the same language.
    let words = words::of_language(&newest.language);
    let seen = |archive: &Archive| audience::edition(archive, audience, newest.frozen_on).speaking(&words);
    let compared = |edition: &Edition, hanging: &Hanging| {
        let mut findings = Vec::new();
        render::report::faults(&compose::site(edition), lock, withdrawn, hanging, &mut findings);
        findings
    };
    let edition = seen(archive);
    let found = compared(&edition, &Hanging::default());
    let changes = |found: &[Finding]| found.iter().filter(|one| one.rule.severity == Severity::Error).count();
    if changes(&found) == 0 {
        return found;
    }
    let signed = as_signed(archive, lock.audience, &|id| edition.get(id), newest);
    let was = signed.as_ref().map_or(archive, |signed| &signed.archive);
    let hanging = hanging(was, lock, newest, &seen);
    let mut as_it_was = compared(&seen(was), &hanging);
    if changes(&as_it_was) > changes(&found) {
        return found;
    }
    let otherwise = signed.map(|signed| signed.otherwise).unwrap_or_default();
    as_it_was.extend(render::report::reworded(lock, otherwise));
    as_it_was
}

/// The same, with what to do first where the record has a link that leads nowhere: it may be all there is.
fn by_a_link(archive: &Archive, mut found: Finding) -> Finding {
    let is_lost = |record: &Arc<Record>| record.source.file == found.file && !record.dangling.is_empty();
    if *found.bearing() == Bearing::Compares && archive.records().iter().any(is_lost) {
        let help = found.help.unwrap_or_default();
        found.help = Some(format!("mend first the link in this file that leads nowhere; else {help}"));
    }
    found
}
