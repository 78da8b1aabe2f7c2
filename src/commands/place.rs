//! Where imports write, and who can read it there.
//!
//! In: the settings and what is to be written. Out: whether there is a place for it, and findings on what
//! would lie open there.

use std::path::Path;

use anyhow::{Result, bail};

use super::gathered::once;
use crate::diag::Finding;
use crate::import::writer::Plan;
use crate::model::config::Config;
use crate::{check, read};

/// Imports write to `content/`, which has to be one of the folders that are read.
///
/// # Errors
/// It is none of them.
pub(super) fn has_one(config: &Config) -> Result<()> {
    if config.roots.iter().any(|root| &*root.path == "content") {
        return Ok(());
    }
    bail!("imports write to content/, which `content` in annals.yaml does not name: add it, and import again")
}

/// What would be written for members, where everybody can read the repository.
///
/// # Errors
/// A fault of the disk.
pub(super) fn exposed(root: &Path, plan: &Plan) -> Result<Vec<Finding>> {
    let (config, _) = read::settings(root)?;
    if !config.roots.iter().any(|root| &*root.path == "content" && root.public_repository) {
        return Ok(Vec::new());
    }
    let texts = plan.texts();
    let mut findings = check::exposed(&read::archive_with(root, &texts)?.archive);
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
