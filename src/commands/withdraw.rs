//! `annals report SLUG --withdraw WHAT --reason KEY`: words out of the frozen editions of a report.

use std::path::Path;

use anyhow::{Result, bail};
use jiff::civil;

use super::Status;
use super::print::{self, Show};
use crate::audience::{self, Audience};
use crate::model::id::RecordId;
use crate::model::lock::Lock;
use crate::model::withdrawal::{Withdrawn, left, meant, named, places, withdraw};
use crate::{publish, read};

/// What was asked for.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The report's slug.
    pub slug: &'a str,
    /// A record (`issues/x`), a paragraph (`p-14`), or words.
    pub what: &'a str,
    /// Why, by the key of a reason in `annals.yaml`.
    pub reason: &'a str,
    /// From the editions of which audience.
    pub audience: Audience,
}

/// Takes words out of the editions that were frozen for an audience, and leaves marks.
///
/// # Errors
/// A fault of the world; a report that was not frozen, a reason that is not declared, words that no edition has.
pub fn run(root: &Path, asked: &Asked<'_>, today: civil::Date, show: Show) -> Result<Status> {
    let read::Reading { archive, mut findings } = read::archive(root)?;
    findings.retain(|finding| finding.file.ends_with(".lock.yaml"));
    if print::findings(root, findings, false, show) == Status::Faulty {
        return Ok(Status::Faulty);
    }
    let id = RecordId::new("reports", asked.slug.trim_start_matches("reports/"));
    let of = |lock: &Lock| lock.report == id && lock.audience == asked.audience.up_to();
    let Some(lock) = archive.locks().iter().find(|lock| of(lock)) else {
        bail!("{id} was not frozen for {}: no edition of it is kept", asked.audience.as_str());
    };
    let reasons = &archive.config().redaction_reasons;
    if !reasons.iter().any(|(key, _)| key == asked.reason) {
        let keys = || reasons.iter().map(|(key, _)| &**key);
        let nearest = print::nearest(asked.reason, keys());
        bail!("no reason {} under `redaction_reasons` in annals.yaml{nearest}", asked.reason);
    }
    let edition = audience::edition(&archive, asked.audience, today);
    let record = named(asked.what, &archive, lock);
    let what = match &record {
        Some(id) => Withdrawn::Record(id, archive.get(id).map(|record| &*record.title)),
        None => Withdrawn::said(asked.what),
    };
    if let Withdrawn::Words(words) = what
        && let Some(meant) = meant(words, &archive)
    {
        bail!("{words} alone would be taken out wherever it stands, within links and captions too: {meant}");
    }
    let mut changed = Lock::clone(lock);
    let mut told = Vec::new();
    for frozen in &mut changed.editions {
        if let Some(without) = withdraw(frozen, what, asked.reason, today) {
            told.push(format!("edition {}: {}", frozen.edition, places(&without)));
            *frozen = without;
        }
    }
    if told.is_empty() {
        bail!("no edition of {id} tells of {}", asked.what);
    }
    let text = read::lock_text(&changed)?;
    publish::filed(&root.join(&*lock.file), text.as_bytes())?;
    told.iter().for_each(|line| print::result(&format!("{}: withdrawn from {line}", lock.file)));
    if record.as_ref().is_some_and(|id| edition.get(id).is_some()) {
        let told = format!("{} is still in the edition for {}", asked.what, asked.audience.as_str());
        print::notice(
            show,
            &format!("{told}: set its `visibility`, or every other page goes on telling of it."),
        );
    }
    let still = if matches!(what, Withdrawn::Words(_)) { left(&text, asked.what) } else { 0 };
    if still > 0 {
        let found = print::counted(still, "place");
        let others = "still has it with other capitals, spaces or marks, or in an address";
        print::notice(show, &format!("{} {others} ({found}): withdraw each as it stands there.", lock.file));
    }
    print::notice(show, "Read what is left around the marks; git keeps what the lock held before.");
    Ok(Status::Clean)
}
