//! `annals check`: reads and checks, writes nothing.

use std::path::Path;

use anyhow::Result;
use jiff::civil;

use super::Status;
use super::print::{self, Show};
use crate::audience::{self, Audience};
use crate::{check, compose, read};

/// Prints every finding.
///
/// # Errors
/// A fault of the world.
pub fn run(root: &Path, today: civil::Date, strict: bool, show: Show) -> Result<Status> {
    let read::Reading { archive, mut findings } = read::archive(root)?;
    findings.extend(check::run(&archive, today));
    let seen_by = |audience| audience::edition(&archive, audience, today);
    findings.extend(compose::report::findings(&seen_by(Audience::Members), &seen_by(Audience::Public)));
    let found = print::tally(&findings);
    let status = print::findings(root, findings, strict, show);
    print::notice(show, &format!("{} records read: {found}", archive.records().len()));
    Ok(status)
}
