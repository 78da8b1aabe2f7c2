//! `annals report SLUG --freeze`: the lock of a final edition, beside its report.

use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::civil;

use super::print::{self, Show};
use super::{Status, frozen, report};
use crate::audience::{self, Audience};
use crate::model::kinds::Kind;
use crate::model::lock::{Frozen, Lock};
use crate::{check, compose, publish, read, render};

/// Freezes the edition that the report says it is.
///
/// # Errors
/// A fault of the world, a report that is not there, is a draft, or whose period has not ended;
/// words for members that would be written into a public repository.
pub fn run(root: &Path, slug: &str, audience: Audience, today: civil::Date, show: Show) -> Result<Status> {
    let read::Reading { archive, mut findings } = read::archive(root)?;
    findings.extend(check::run(&archive, today).into_iter().chain(frozen::faults(&archive)));
    // That it is not frozen yet is why we are here.
    findings.retain(|finding| finding.rule.code != "edition_not_frozen");
    let drafts: Vec<_> = findings.iter().filter(|one| one.rule.code == "draft_in_report").cloned().collect();
    let status = print::findings(root, findings, false, show.without_remarks());
    if status == Status::Faulty {
        return Ok(status);
    }
    let edition = audience::edition(&archive, audience, today);
    let site = compose::site(&edition);
    let index = report::find(&site, slug)?;
    let record = edition.record(site.reports()[index].record);
    let Kind::Report(said) = &record.kind else { bail!("{} is no report", record.id) };
    if !said.is_final {
        bail!("{} is a draft: write `status: final` in {} first", record.id, record.source.file);
    }
    if audience == Audience::Members && drafts.iter().any(|one| one.file == record.source.file) {
        bail!("{} counts issues that are drafts, and would say so for good: see above", record.id);
    }
    // What its readers cannot see yet would be a hole in it for good.
    let faults = site.reports()[index].faults.clone();
    if print::findings(root, faults, false, show) == Status::Faulty {
        return Ok(Status::Faulty);
    }
    if let Some(end) = said.as_of().filter(|end| *end > today) {
        bail!("the period of {} ends on {end}: what is still to come cannot be frozen", record.id);
    }
    let before = edition.lock_of(&record.id).filter(|lock| lock.audience == audience.up_to());
    let editions = before.map_or_else(Vec::new, |lock| lock.editions.clone());
    let number = site.reports()[index].title.edition;
    if let Some(before) = editions.iter().find(|before| before.edition == number) {
        print::notice(show, &format!("edition {} was frozen on {}", before.edition, before.frozen_on));
        return Ok(status);
    }
    let members = audience == Audience::Members;
    let folder = archive.config().folder_beside(&record.source.file, members).context(
        "the lock would hold what only members may read, in a folder that is a public repository’s: \
         name a private folder under `content` in annals.yaml",
    )?;
    let file = match before {
        Some(before) => before.file.to_string(),
        None => read::lock_file(&folder.path, &record.id, audience.up_to()),
    };
    let lock = |sealed: Frozen| Lock {
        file: file.as_str().into(),
        report: record.id.clone(),
        audience: audience.up_to(),
        editions: editions.iter().cloned().chain([sealed]).collect(),
    };
    // The title page cites the address that the edition has only once it is frozen.
    let held = edition.clone().holding(lock(render::report::freeze(&site, index)));
    let sealed = report::as_it_is(&held, slug)?;
    let told = format!(
        "edition {} of {} for {}: {} paragraphs, {} issues",
        sealed.edition,
        record.id,
        audience.as_str(),
        sealed.passages.iter().filter(|passage| passage.number.is_some()).count(),
        sealed.issues.len()
    );
    let lock = lock(sealed);
    publish::filed(&root.join(&file), read::lock_text(&lock)?.as_bytes())?;
    print::result(&format!("{file}: {told}"));
    Ok(status)
}
