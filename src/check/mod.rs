//! `&Archive` → findings: one rule a file.

use jiff::civil;

use crate::diag::{Finding, Rule};
use crate::model::archive::Archive;

/// A rule and the function that looks for its fault.
#[derive(Debug)]
pub struct Check {
    /// What is looked for.
    pub rule: &'static Rule,
    /// Looks for it in the whole archive, as at a day.
    pub run: fn(&Archive, civil::Date, &mut Vec<Finding>),
}

/// Every rule, sorted by code.
pub static CHECKS: &[&Check] = &[];

/// Everything the rules find, in no particular order.
pub fn run(archive: &Archive, today: civil::Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        (check.run)(archive, today, &mut findings);
    }
    findings
}
