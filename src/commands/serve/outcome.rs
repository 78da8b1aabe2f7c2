//! What one site came to, and what of it is to be shown.
//!
//! In: findings and files, as they come. Out: the same. Nothing here decides.

use std::collections::BTreeMap;
use std::time::Instant;

use crate::diag::{Finding, Severity};
use crate::publish::memory::Kept;
use crate::serve::Part;

/// What one site came to, so far.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// What was found.
    pub(super) findings: Vec<Finding>,
    /// How many records the edition has.
    pub(super) records: usize,
}

impl Outcome {
    pub(super) fn is_faulty(&self) -> bool {
        self.findings.iter().any(|one| one.rule.severity == Severity::Error)
    }
}

/// Files that are to be shown.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) files: BTreeMap<String, Kept>,
    pub(super) part: Part,
    /// Since when somebody waits for them, if not since the site was begun.
    pub(super) since: Option<Instant>,
}

impl Shown {
    /// Files of a site that was just made.
    pub(super) fn new(files: BTreeMap<String, Kept>, part: Part) -> Self {
        Shown { files, part, since: None }
    }
}
