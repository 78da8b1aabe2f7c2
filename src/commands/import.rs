//! `annals import`: foreign documents → records.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::import_end::{End, finish};
use super::print::{self, Show};
use super::{Status, place};
use crate::cli::MessageFormat::Human;
use crate::diag::Severity;
use crate::import::folders::Folders;
use crate::import::gather::Asked;
use crate::import::recognise::Form;
use crate::import::review::Told;
use crate::import::settle::{Hand, Settled, settle};
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
    /// Where the checklist of doubts goes.
    pub review: Option<&'a Path>,
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
    let folders = Folders::of(import.root, &config);
    place::has_one(&config, &folders)?;
    let asked = Asked {
        files: import.files,
        airtable: import.form.map(|form| form == "airtable"),
        collection: import.collection,
    };
    let form = import.form.and_then(Form::parse);
    let hand = Hand { prune: import.prune, force: import.force };
    let Settled { found, plan } = settle(import.root, &config, &asked, form, hand)?;
    findings.extend(found.doubts);
    let faulty = findings.iter().any(|finding| finding.rule.severity == Severity::Error);
    let Some(plan) = plan.filter(|_| !faulty) else {
        for Told { file, what, .. } in &found.told {
            print::notice(show, &format!("{file}: {what}"));
        }
        findings.retain(|finding| finding.rule.severity == Severity::Error || show.format != Human);
        let status = print::findings(import.root, findings, false, show);
        print::notice(show, "Nothing was written: mend the errors above and import again.");
        return Ok(status);
    };
    let (told, copies) = (found.told, found.copies);
    let end = End { attachments: None, copies, told, review: import.review, dry_run: import.dry_run };
    finish(&folders, plan, findings, end, show)
}
