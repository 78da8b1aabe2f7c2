//! One site in memory: the stages of `annals build`, the leak scan among them, and no disk.
//!
//! In: what is made, and the last site. Out: the files of the site, or none where findings leave it unmade;
//! its pages are told of as soon as they are there. Git is not asked for the days of commits, which only
//! the sitemap tells.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::civil::Date;

use super::made::Making;
use crate::commands::languages;
use crate::commands::stages::{self, Composed};
use crate::commands::typeset;
use crate::compose::Site;
use crate::diag::{Finding, Severity};
use crate::publish::Scan;
use crate::publish::memory::Kept;
use crate::read;
use crate::render::{self, Pdfs, document::pdf, theme::Theme};

/// What one site came to, so far.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// What was found.
    pub(super) findings: Vec<Finding>,
    /// How many records the edition has.
    pub(super) records: usize,
}

impl Outcome {
    fn is_faulty(&self) -> bool {
        self.findings.iter().any(|one| one.rule.severity == Severity::Error)
    }
}

impl Making {
    /// Makes the site as at a day, at an address; `show` gets the pages before the rest is there.
    pub(super) fn site(
        &mut self,
        today: Date,
        address: &str,
        outcome: &mut Outcome,
        show: &dyn Fn(&Outcome, BTreeMap<String, Kept>),
    ) -> Result<Option<BTreeMap<String, Kept>>> {
        let read::Reading { archive, findings } = read::archive_again(&self.root, &mut self.shelf)?;
        let (seen, themes) = stages::seen(&self.root, archive, self.audience, today, Some(address));
        outcome.records = seen.edition.count();
        let Composed { site, others, dressed, findings: found } = seen.composed(themes);
        outcome.findings.extend(findings.into_iter().chain(found));
        if outcome.is_faulty() {
            return Ok(None);
        }
        let ((theme, themes), secrets) = dressed?;
        let pdfs = if self.pdf { self.pdfs(&site, &theme, &mut outcome.findings)? } else { Pdfs::new() };
        let memory = self.last.memory();
        let attachments = |path: &str| read::attachment(&self.root, path);
        let scan = Scan::new(&memory, &secrets, &attachments, &self.root);
        let scan = scan.knowing(self.last.was_read_for(&secrets));
        let sides = languages::sides(&others, &themes);
        let extras = render::Extras { pdfs, search: self.search, others: &sides };
        let shown = || {
            let pages = self.last.with_pages(memory.so_far());
            if let Some(files) = pages.filter(|_| scan.is_clean() && !outcome.is_faulty()) {
                show(outcome, files);
            }
        };
        let before = self.last.before();
        let (_, manifest) = render::site_again(&site, &theme, &extras, before, &scan, &|_| {}, Some(&shown))?;
        outcome.findings.extend(scan.findings());
        if outcome.is_faulty() {
            return Ok(None);
        }
        let files = memory.into_files();
        self.last.set(manifest, seen.edition.records().to_vec(), secrets, files.clone());
        Ok(Some(files))
    }

    fn pdfs(&self, site: &Site, theme: &Theme, findings: &mut Vec<Finding>) -> Result<Pdfs> {
        let desk = typeset::Desk { root: &self.root, kept: None, fittings: &pdf::Fittings::of(theme)? };
        let (pdfs, faults) = typeset::all(desk, site, theme, &|_, _| {})?;
        findings.extend(faults);
        Ok(pdfs)
    }
}
