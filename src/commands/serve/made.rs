//! One build into memory, and what it came to.
//!
//! In: an archive, an audience, a day. Out: the files of the site, or why there are none. Its findings
//! are told, not printed.

use std::cell::Cell;
use std::path::PathBuf;
use std::time::Instant;

use jiff::civil::Date;

use super::last::Last;
use super::site::Outcome;
use crate::audience::Audience;
use crate::commands::print::of_theme;
use crate::diag::{Diagnostic, Finding, Severity};
use crate::read;
use crate::render::document::pdf;
use crate::serve::Built;

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

    /// The site as at a day, at an address; `show` gets it when its pages are there, if the rest was there
    /// before.
    pub(super) fn built(&mut self, today: Date, address: &str, show: &dyn Fn(Built)) -> Built {
        let started = Instant::now();
        let root = self.root.clone();
        let mut outcome = Outcome::default();
        let is_shown = Cell::new(false);
        let made = self.site(today, address, &mut outcome, &|outcome, files| {
            is_shown.set(true);
            show(Built {
                files: Some(files),
                findings: placed(&root, outcome.findings.clone()),
                records: outcome.records,
                failure: None,
                took: started.elapsed(),
                is_rest: false,
            });
        });
        let made = made.or_else(|error| of_theme(&root, error, &mut outcome.findings).map(|()| None));
        let (files, failure) = match made {
            Ok(files) => (files, None),
            Err(error) => (None, Some(format!("{error:#}"))),
        };
        let Outcome { findings, records } = outcome;
        let findings = placed(&root, findings);
        Built { files, findings, records, failure, took: started.elapsed(), is_rest: is_shown.get() }
    }
}

/// Errors and warnings, with their lines.
fn placed(root: &std::path::Path, mut findings: Vec<Finding>) -> Vec<Diagnostic> {
    findings.retain(|finding| finding.rule.severity > Severity::Remark);
    read::place(root, findings)
}
