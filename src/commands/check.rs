//! `annals check`: reads and checks, writes nothing.

use std::path::Path;

use anyhow::Result;
use jiff::civil;

use super::print::{self, Show};
use super::{Status, frozen, gathered, theme};
use crate::audience::{self, Audience};
use crate::render::own_sentence;
use crate::{check, compose, diag, read};

/// What was asked for.
#[derive(Debug)]
pub struct Asked {
    /// Whether warnings fail too.
    pub strict: bool,
    /// The revision since which nothing of the past may have been rewritten.
    pub against: Option<String>,
    /// The day.
    pub today: civil::Date,
}

/// Prints every finding.
///
/// # Errors
/// A fault of the world, or a revision that is not there.
pub fn run(root: &Path, asked: &Asked, show: Show) -> Result<Status> {
    let read::Reading { archive, mut findings } = read::archive(root)?;
    findings.extend(check::run(&archive, asked.today).into_iter().chain(frozen::faults(&archive)));
    if let Some(revision) = &asked.against {
        let before = read::revision(root, revision)?.archive;
        findings.extend(check::append_only::append_only(&before, &archive, asked.today));
        findings.extend(check::cited_passages::cited_passages(&before, &archive));
    }
    findings.extend(theme::faults(root, archive.config())?);
    let seen_by = |audience| audience::edition(&archive, audience, asked.today);
    let (members, public) = (seen_by(Audience::Members), seen_by(Audience::Public));
    findings.extend(compose::report::findings(&members, &public));
    // A field that only closed records have is none in the public edition: its build would fail alone.
    let sentences = own_sentence::faults(&members);
    findings.extend(if sentences.is_empty() { own_sentence::faults(&public) } else { sentences });
    let waiting = diag::hold_back(&mut findings);
    let found = print::tally(&findings);
    let status = print::findings(root, findings, asked.strict, show);
    gathered::waiting(show, waiting);
    print::notice(show, &format!("{} records read: {found}", archive.records().len()));
    Ok(status)
}
