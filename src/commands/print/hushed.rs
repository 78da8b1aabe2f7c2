//! Findings → what a log that others read may have of them.
//!
//! In: findings of an archive that keeps some of its folders to itself, and the records in these. Out: the same
//! findings; of a fault there the kind and the place, and of one in a folder that everybody can read nothing that
//! only the others hold: no name of a record, no alias, nobody who takes part.

use std::path::Path;

use super::held::Held;
use crate::check;
use crate::diag::{Finding, Spot};
use crate::read;

/// The findings as a public log may have them. An archive that says which of its folders everybody can
/// read has others that not everybody can.
pub(super) fn hushed(root: &Path, mut findings: Vec<Finding>) -> Vec<Finding> {
    let Ok((config, _)) = read::settings(root) else { return findings };
    if !config.roots.iter().any(|root| root.public_repository) {
        return findings;
    }
    let closed: Vec<_> = config.roots.iter().filter(|root| !root.public_repository).cloned().collect();
    let held = Held::of(&read::names_in(root, &closed));
    let is_closed = |file: &str| config.root_of(file).is_some_and(|root| !root.public_repository);
    for finding in &mut findings {
        let tells = |text: &str| held.is_named_in(text);
        if is_closed(&finding.file) {
            hush(finding);
        } else if check::of_other_records(finding.rule.code) && !held.is_empty() {
            // Whom it is about may be known from there alone, and the place would say who that is.
            hush(finding);
            finding.spot = Spot::File;
        } else if tells(&finding.message) {
            hush(finding);
        } else if finding.help.as_deref().is_some_and(tells) {
            finding.help = None;
        }
    }
    findings
}

fn hush(finding: &mut Finding) {
    finding.message = finding.rule.summary.to_owned();
    finding.help = Some("others may read this log: run it on a machine of your own to see more".to_owned());
    finding.show("");
}
