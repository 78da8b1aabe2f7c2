//! The PDF of every page of a site that is published for print.
//!
//! In: a site and its theme. Out: bytes by address, and findings. What an earlier build kept and no page
//! needs any more is swept.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;
use rayon::prelude::*;

use super::set::set;
use super::{Desk, of_report, report};
use crate::compose::{self, Site};
use crate::diag::Finding;
use crate::publish;
use crate::render::{self, Pdfs, document::pdf, theme::Theme};

/// The PDF of every report, case and workshop of a site and of its register. `tell` is told, from any
/// thread, what was set and how many are still to be.
///
/// # Errors
/// A fault of the disk or of a template.
pub fn all(
    desk: Desk,
    site: &Site,
    theme: &Theme,
    tell: &(dyn Fn(&str, usize) + Sync),
) -> Result<(Pdfs, Vec<Finding>)> {
    let made = Mutex::new((Pdfs::new(), Vec::new()));
    let waiting = AtomicUsize::new(site.reports().len() + render::papers_of(site)?);
    let keep = |title: &str, address: String, bytes: Option<Vec<u8>>, mut found: Vec<Finding>| {
        // What another thread had put in before it failed is whole.
        let mut made = made.lock().unwrap_or_else(|fault| fault.into_inner());
        made.0.extend(bytes.map(|bytes| (address, bytes)));
        made.1.append(&mut found);
        tell(title, waiting.fetch_sub(1, Ordering::Relaxed).saturating_sub(1));
    };
    // The words that were frozen are shown in place of others that the records would give by now.
    let (compiled, replaced): (Vec<usize>, Vec<usize>) =
        (0..site.reports().len()).partition(|index| render::report::stands(site, *index));
    let reports = || {
        compiled.into_par_iter().try_for_each(|index| {
            let mut found = Vec::new();
            let bytes = report(desk, site, index, &mut found)?;
            keep(&site.reports()[index].title.title, of_report(site, index), bytes, found);
            Ok(())
        })
    };
    let papers = || {
        render::papers(site, theme, &|address, index, document| {
            let (mut found, title) = (Vec::new(), document.title.clone());
            let bytes = set(desk, site, (address, index), document, &mut found)?;
            keep(&title, address.to_owned(), bytes, found);
            Ok(())
        })
    };
    // A report takes as long as a hundred cases: it is begun first, and they are set beside it.
    let (reports, papers): (Result<()>, Result<()>) = rayon::join(reports, papers);
    reports.and(papers)?;
    pdf::finish();
    let (mut pdfs, mut findings) = made.into_inner().unwrap_or_else(|fault| fault.into_inner());
    for index in replaced {
        let report = &site.reports()[index];
        let id = &site.edition.record(report.record).id;
        let stays = render::beside(&compose::address::edition_page(id, report.title.edition));
        if let Some(bytes) = pdfs.get(&stays).cloned() {
            pdfs.insert(of_report(site, index), bytes);
        }
    }
    if let Some(folder) = desk.kept {
        publish::keep_only(folder, &names(site));
    }
    // Threads end in any order; what is told does not depend on it.
    findings
        .sort_by_cached_key(|one| (one.file.clone(), one.rule.code, one.message.clone(), one.help.clone()));
    findings.dedup_by(|a, b| (&a.file, a.rule.code, &a.message) == (&b.file, b.rule.code, &b.message));
    Ok((pdfs, findings))
}

/// The folders that may keep PDF: one for each page that is set, by its address.
fn names(site: &Site) -> BTreeSet<String> {
    let records = site.edition.records().iter().map(|record| record.id.to_string());
    let editions = site.reports().iter().flat_map(|report| {
        let id = &site.edition.record(report.record).id;
        let lock = site.edition.lock_of(id);
        lock.iter()
            .flat_map(|lock| lock.editions.iter().map(|one| format!("{id}/edition-{}", one.edition)))
            .collect::<Vec<_>>()
    });
    let all = records.chain(editions).chain(["actions".to_owned()]);
    all.map(|name| name.replace('/', ".")).collect()
}
