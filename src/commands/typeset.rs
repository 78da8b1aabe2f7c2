//! The PDF of reports: typeset, or taken from an earlier build where nothing has changed.
//!
//! In: a site and its theme. Out: bytes by report, and findings for what had to be put right. A
//! report that cannot be set is a finding; the others are made all the same.

mod site;
mod told;

use std::path::Path;

use anyhow::Result;

use crate::compose::Site;
use crate::diag::{Finding, Spot};
use crate::render::Pdfs;
use crate::render::document::{self, faults, pdf};
use crate::render::theme::Theme;
use crate::{publish, read};
pub(super) use site::of_build;
use told::told;

/// Where the archive is, and where an earlier build may have kept its PDF.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'d> {
    /// The archive.
    pub root: &'d Path,
    /// The folder that keeps PDF from one build to the next, if one does.
    pub kept: Option<&'d Path>,
}

/// The PDF of every report of a site; `tell` is told which report is being set.
///
/// # Errors
/// A fault of the disk.
pub fn reports(desk: Desk, site: &Site, theme: &Theme, tell: &dyn Fn(&str)) -> Result<(Pdfs, Vec<Finding>)> {
    let (mut pdfs, mut findings) = (Pdfs::new(), Vec::new());
    for index in 0..site.reports.len() {
        tell(&site.reports[index].title.title);
        if let Some(bytes) = report(desk, site, theme, index, &mut findings)? {
            pdfs.insert(index, bytes);
        }
    }
    Ok((pdfs, findings))
}

/// The PDF of one report; nothing where it cannot be set, which is then among the findings.
///
/// # Errors
/// A fault of the disk.
pub fn report(
    desk: Desk,
    site: &Site,
    theme: &Theme,
    index: usize,
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<u8>>> {
    let record = &site.edition.records()[site.reports[index].record];
    let prepared = pdf::prepare(document::of_report(site, index), theme)?;
    told(desk.root, site, index, &prepared, findings);
    let name = format!("{}-{}-", site.edition.audience().as_str(), record.id.slug());
    let kept = desk.kept.map(|folder| folder.join(format!("{name}{}.pdf", prepared.key)));
    if let Some(bytes) = kept.as_deref().and_then(read::kept) {
        return Ok(Some(bytes));
    }
    match pdf::typeset(&prepared, theme) {
        Ok(bytes) => {
            if let Some(file) = kept {
                publish::keep(&file, &name, &bytes)?;
            }
            Ok(Some(bytes))
        }
        Err(fault) => {
            let message = format!("no PDF could be made of {}", record.id);
            let fault = format!("{fault:#}");
            findings.push(
                Finding::new(&faults::REPORT_NOT_SET, &record.source.file, Spot::File, message).help(fault),
            );
            Ok(None)
        }
    }
}
