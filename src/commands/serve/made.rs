//! One build into memory: the stages of `annals build`, the leak scan among them, and no disk. Git is not
//! asked for the days of commits, which only the sitemap tells.
//!
//! In: an archive, an audience, a day. Out: the files of the site, or why there are none. Its findings
//! are told, not printed.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use jiff::civil::Date;

use crate::audience::{self, Audience, secrets};
use crate::commands::{frozen, typeset};
use crate::compose::{self, Site};
use crate::diag::{Finding, Severity};
use crate::publish::{Memory, Scan};
use crate::render::{self, Pdfs, document::pdf, theme::Theme};
use crate::serve::Built;
use crate::{check, read};

/// What is made, again and again.
#[derive(Debug)]
pub(super) struct Making {
    root: PathBuf,
    audience: Audience,
    pdf: bool,
    search: bool,
}

impl Making {
    pub(super) fn new(root: PathBuf, audience: Audience, pdf: bool, search: bool) -> Self {
        Making { root, audience, pdf: pdf && pdf::is_available(), search }
    }

    /// The site as at a day, at an address.
    pub(super) fn built(&mut self, today: Date, address: &str) -> Built {
        let started = Instant::now();
        let (mut findings, mut records) = (Vec::new(), 0);
        let (files, failure) = match self.made(today, address, &mut findings, &mut records) {
            Ok(made) => (made.map(Memory::into_files), None),
            Err(error) => (None, Some(format!("{error:#}"))),
        };
        findings.retain(|finding| finding.rule.severity > Severity::Remark);
        let findings = read::place(&self.root, findings);
        Built { files, findings, records, failure, took: started.elapsed() }
    }

    fn made(
        &self,
        today: Date,
        address: &str,
        findings: &mut Vec<Finding>,
        records: &mut usize,
    ) -> Result<Option<Memory>> {
        let faulty = |found: &[Finding]| found.iter().any(|one| one.rule.severity == Severity::Error);
        let read::Reading { archive, findings: read } = read::archive(&self.root)?;
        findings.extend(read.into_iter().chain(check::run(&archive, today)).chain(frozen::faults(&archive)));
        let archive = archive.at(address);
        let edition = audience::edition(&archive, self.audience, today);
        let files = read::theme_files(&self.root, &edition.config().theme)?;
        let theme = Theme::of_site(files, edition.language())?;
        let edition = edition.speaking(theme.words());
        *records = edition.records().len();
        let site = compose::site(&edition);
        findings.extend(site.reports.iter().flat_map(|report| report.faults.clone()));
        if faulty(findings) {
            return Ok(None);
        }
        let secrets = secrets::secrets(&archive, &edition, &theme.texts());
        drop(archive);
        let pdfs = if self.pdf { self.pdfs(&site, &theme, findings)? } else { Pdfs::new() };
        let memory = Memory::default();
        let attachments = |path: &str| read::attachment(&self.root, path);
        let scan = Scan::new(&memory, &secrets, &attachments, &self.root);
        render::site_with(&site, &theme, &render::Extras { pdfs, search: self.search }, &scan, &|_| {})?;
        findings.extend(scan.findings());
        Ok((!faulty(findings)).then_some(memory))
    }

    fn pdfs(&self, site: &Site, theme: &Theme, findings: &mut Vec<Finding>) -> Result<Pdfs> {
        let desk = typeset::Desk { root: &self.root, kept: None, fittings: &pdf::Fittings::of(theme)? };
        let (pdfs, faults) = typeset::all(desk, site, theme, &|_, _| {})?;
        findings.extend(faults);
        Ok(pdfs)
    }
}
