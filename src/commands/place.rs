//! Where imports write, and who can read it there.
//!
//! In: the settings and what is to be written. Out: whether there is a place for it, and findings on what
//! would lie open there.

use std::path::Path;

use anyhow::{Result, bail};

use super::gathered::once;
use crate::diag::Finding;
use crate::import::folders::{CONTENT, Folders};
use crate::import::writer::Plan;
use crate::model::config::Config;
use crate::{check, read};

/// Imports write to `content/`, which has to be one of the folders that are read; and all of these have to be
/// there, since what lies in one that is away would be made a second time, where more people may read it.
///
/// # Errors
/// It is none of them, or one is away.
pub(super) fn has_one(config: &Config, folders: &Folders) -> Result<()> {
    if let Some(away) = folders.away() {
        bail!(
            "{away} is not there: make it, or check it out, and import again; what it holds would be made a second \
             time in content/"
        );
    }
    if config.roots.iter().any(|root| &*root.path == CONTENT) {
        return Ok(());
    }
    bail!("imports write to content/, which `content` in annals.yaml does not name: add it, and import again")
}

/// Makes what is new and not for everybody in the folder that not everybody can read; tells what is written
/// all the same where everybody can read the repository.
///
/// # Errors
/// A fault of the disk.
pub(super) fn exposed(root: &Path, plan: &mut Plan) -> Result<Vec<Finding>> {
    let (config, _) = read::settings(root)?;
    if !config.roots.iter().any(|root| &*root.path == CONTENT && root.public_repository) {
        return Ok(Vec::new());
    }
    let archive = read::archive_with(root, &plan.texts())?.archive;
    let mut findings = check::exposed(&archive);
    let early = archive.records().iter().filter(|record| record.access.embargo.is_some());
    let early = early.map(|record| record.source.file.to_string());
    let mut moved =
        plan.close(&findings.iter().map(|finding| finding.file.to_string()).chain(early).collect());
    // What names a private record stays beside it, and what names that.
    while moved {
        let archive = read::archive_with(root, &plan.texts())?.archive;
        let naming = check::refers_to_private(&archive);
        moved = plan.close(&naming.iter().map(|finding| finding.file.to_string()).collect());
    }
    let texts = plan.texts();
    findings.retain(|finding| texts.contains_key(&*finding.file));
    Ok(findings)
}

/// The same findings for people: what is said of one record after the other is said once.
pub(super) fn gathered(findings: &mut Vec<Finding>) {
    let same = |one: &Finding| (one.rule.code == check::EXPOSED).then(|| one.message.clone());
    once(findings, same, |_| HELP.to_owned());
}

const HELP: &str = "if only members can read the repository, say `public_repository: false` in `annals.yaml`; if not, keep \
    them in a private folder that `content` names too";
