//! One build into memory, and what it came to.
//!
//! In: an archive, an audience, a day. Out: the files of the site, or why there are none, and what becomes of
//! them with the next change. Its findings are told, not printed.

use std::path::PathBuf;
use std::time::Instant;

use jiff::civil::Date;

use super::last::Last;
use super::outcome::{Outcome, Shown};
use crate::audience::Audience;
use crate::commands::print::of_theme;
use crate::diag::{Diagnostic, Finding, Severity};
use crate::read;
use crate::render::document::pdf;
use crate::serve::{Built, Changed, Part};

/// What is made, again and again.
#[derive(Debug)]
pub(super) struct Making {
    pub(super) root: PathBuf,
    pub(super) audience: Audience,
    pub(super) pdf: bool,
    pub(super) search: bool,
    /// What files held when they were last read.
    pub(super) shelf: read::Shelf,
    /// The last site.
    pub(super) last: Last,
}

impl Making {
    pub(super) fn new(root: PathBuf, audience: Audience, pdf: bool, search: bool) -> Self {
        let (shelf, last) = Default::default();
        Making { root, audience, pdf: pdf && pdf::is_available(), search, shelf, last }
    }

    /// Makes the site as at a day, at an address, and hands it to `show`, its pages first if the rest was there
    /// before; then waits until something changes, and shows what was saved before the rest is made again.
    pub(super) fn round(
        &mut self,
        today: Date,
        address: &str,
        show: &dyn Fn(Built),
        wait: &dyn Fn() -> Changed,
    ) {
        let started = Instant::now();
        let root = self.root.clone();
        let mut outcome = Outcome::default();
        let tell = |outcome: &Outcome, shown: Shown| {
            let Shown { files, part, since } = shown;
            show(Built {
                files: Some(files),
                findings: placed(&root, outcome.findings.clone()),
                records: outcome.records,
                failure: None,
                took: since.unwrap_or(started).elapsed(),
                part,
            });
        };
        let made = self.site(today, address, &mut outcome, &tell, wait);
        let made = made.or_else(|error| of_theme(&root, error, &mut outcome.findings).map(|()| false));
        let failure = match made {
            Ok(true) => return,
            Ok(false) => None,
            Err(error) => Some(format!("{error:#}")),
        };
        let Outcome { findings, records } = outcome;
        let findings = placed(&root, findings);
        show(Built { files: None, findings, records, failure, took: started.elapsed(), part: Part::Whole });
        wait();
    }
}

/// Errors and warnings, with their lines.
fn placed(root: &std::path::Path, mut findings: Vec<Finding>) -> Vec<Diagnostic> {
    findings.retain(|finding| finding.rule.severity > Severity::Remark);
    read::place(root, findings)
}
