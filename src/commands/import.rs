//! `annals import`: foreign documents → records.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::print::{self, Show};
use super::{Status, place};
use crate::diag::{Finding, Severity};
use crate::import::gather::Asked;
use crate::import::recognise::Form;
use crate::import::settle::{Hand, Settled, settle};
use crate::import::writer;
use crate::read;

/// What was asked for.
#[derive(Debug)]
pub struct Import<'a> {
    /// The archive.
    pub root: &'a Path,
    /// Files and folders.
    pub files: Vec<PathBuf>,
    /// What they are, where the user says so: `airtable`, `write-up` …
    pub form: Option<&'a str>,
    /// The collection that the records go to, where the user says so.
    pub collection: Option<&'a str>,
    /// Whether only to show what would change.
    pub dry_run: bool,
    /// Whether records go that their documents do not make any more.
    pub prune: bool,
    /// Whether records edited by hand are written over.
    pub force: bool,
}

/// Imports the documents, all of them or none.
///
/// # Errors
/// A fault of the world.
pub fn run(import: Import<'_>, show: Show) -> Result<Status> {
    let (config, mut findings) = read::settings(import.root)?;
    place::has_one(&config)?;
    let asked = Asked {
        files: import.files,
        airtable: import.form.map(|form| form == "airtable"),
        collection: import.collection,
    };
    let form = import.form.and_then(Form::parse);
    let hand = Hand { prune: import.prune, force: import.force };
    let Settled { found, plan } = settle(import.root, &config, &asked, form, hand)?;
    for (file, told) in &found.told {
        print::notice(show, &format!("{file}: {told}"));
    }
    findings.extend(found.doubts);
    let faulty = findings.iter().any(|finding| finding.rule.severity == Severity::Error);
    let Some(plan) = plan.filter(|_| !faulty) else {
        let status = print::findings(import.root, findings, false, show);
        print::notice(show, "Nothing was written: mend the errors above and import again.");
        return Ok(status);
    };
    finish(import.root, plan, &found.copies, findings, import.dry_run, show)
}

/// Shows what a plan would change, or carries it out.
///
/// # Errors
/// A fault of the disk.
pub(super) fn finish(
    root: &Path,
    plan: writer::Plan,
    copies: &[(PathBuf, String)],
    mut findings: Vec<Finding>,
    dry_run: bool,
    show: Show,
) -> Result<Status> {
    findings.extend(plan.by_hand());
    findings.extend(place::exposed(root, &plan)?);
    let kept_out = plan.kept_out()?;
    let figures = if dry_run {
        print::result(plan.diff()?.trim_end());
        plan.figures()
    } else {
        writer::copy(root, copies)?;
        plan.write()?
    };
    let status = print::findings(root, findings, false, show);
    if !kept_out.is_empty() {
        print::notice(show, &format!("Not written over records that were edited by hand:\n{kept_out}"));
    }
    if dry_run {
        print::notice(show, &format!("Nothing was written, or there would be: {figures}"));
    } else {
        print::result(&figures.to_string());
    }
    Ok(status)
}
