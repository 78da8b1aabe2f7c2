//! One site in memory: the stages of `annals build`, the leak scan among them, and no disk.
//!
//! In: what is made, and the last site. Out: the files of the site, or none where findings leave it unmade;
//! its pages are told of as soon as they are there, and a page that is saved later before all others.

use std::cell::Cell;

use anyhow::Result;
use jiff::civil::Date;

use super::made::Making;
use super::outcome::{Outcome, Shown};
use super::saved::{self, Desk};
use crate::commands::languages;
use crate::commands::stages::{self, Composed};
use crate::commands::typeset;
use crate::compose::Site;
use crate::diag::Finding;
use crate::publish::Scan;
use crate::read;
use crate::render::{self, Pdfs, document::pdf, theme::Theme};
use crate::serve::{Changed, Part};

impl Making {
    /// Makes the site as at a day, at an address; `show` gets the pages before the rest is there. Then waits for
    /// a change and shows what it can at once. Whether there is a site: where there is none, nobody waited.
    pub(super) fn site(
        &mut self,
        today: Date,
        address: &str,
        outcome: &mut Outcome,
        show: &dyn Fn(&Outcome, Shown),
        wait: &dyn Fn() -> Changed,
    ) -> Result<bool> {
        let read::Reading { archive, findings } = read::archive_again(&self.root, &mut self.shelf)?;
        let (seen, themes) = stages::seen(&self.root, archive, self.audience, today, Some(address));
        outcome.records = seen.edition.count();
        let Composed { site, others, dressed, findings: found } = seen.composed(themes);
        outcome.findings.extend(findings.into_iter().chain(found));
        if outcome.is_faulty() {
            return Ok(false);
        }
        let ((theme, themes), secrets) = dressed?;
        let pdfs = if self.pdf { self.pdfs(&site, &theme, &mut outcome.findings)? } else { Pdfs::new() };
        let memory = self.last.memory();
        let attachments = |path: &str| read::attachment(&self.root, path);
        let scan = Scan::new(&memory, &secrets, &attachments, &self.root);
        let scan = scan.knowing(self.last.was_read_for(&secrets));
        let sides = languages::sides(&others, &themes);
        let extras = render::Extras { pdfs, search: self.search, others: &sides };
        let are_up = Cell::new(false);
        let shown = || {
            let pages = self.last.with_pages(memory.so_far());
            if let Some(files) = pages.filter(|_| scan.is_clean() && !outcome.is_faulty()) {
                are_up.set(true);
                show(outcome, Shown::new(files, Part::Whole));
            }
        };
        let before = self.last.before();
        let (_, manifest) = render::site_again(&site, &theme, &extras, before, &scan, &|_| {}, Some(&shown))?;
        outcome.findings.extend(scan.findings());
        if outcome.is_faulty() {
            return Ok(false);
        }
        let files = memory.into_files();
        let part = if are_up.get() { Part::Rest } else { Part::Whole };
        show(outcome, Shown::new(files.clone(), part));
        let changed = wait();
        // All that is known of the site is still at hand: a page of it can be made without the others.
        let desk = Desk { root: &self.root, shelf: &self.shelf, seen: &seen, secrets: &secrets };
        if let Some(shown) = saved::pages(desk, site, (&theme, &extras), &changed, &files) {
            show(outcome, shown);
        }
        self.last.set(manifest, seen.edition.records().to_vec(), secrets, files);
        Ok(true)
    }

    fn pdfs(&self, site: &Site, theme: &Theme, findings: &mut Vec<Finding>) -> Result<Pdfs> {
        let desk = typeset::Desk { root: &self.root, kept: None, fittings: &pdf::Fittings::of(theme)? };
        let (pdfs, faults) = typeset::all(desk, site, theme, &|_, _| {})?;
        findings.extend(faults);
        Ok(pdfs)
    }
}
