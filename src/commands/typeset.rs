//! The PDF of pages: typeset, or taken from an earlier build where nothing has changed.
//!
//! In: a site and its theme. Out: bytes by address, and findings for what had to be put right. A page
//! that cannot be set is a finding; the others are made all the same.

mod set;
mod site;
mod told;

use std::path::Path;
use std::sync::Mutex;

use anyhow::Result;

use crate::compose::{self, Site};
use crate::diag::Finding;
use crate::render::document;
use crate::render::theme::Theme;
use crate::render::{self, Pdfs};
use set::set;
pub(super) use site::of_build;

/// Where the archive is, and where an earlier build may have kept its PDF.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'d> {
    /// The archive.
    pub root: &'d Path,
    /// The folder that keeps PDF from one build to the next, if one does.
    pub kept: Option<&'d Path>,
}

/// The PDF of every report, case and workshop of a site and of its register; `tell` is told which one
/// is being set.
///
/// # Errors
/// A fault of the disk or of a template.
pub fn all(
    desk: Desk,
    site: &Site,
    theme: &Theme,
    tell: &(dyn Fn(&str) + Sync),
) -> Result<(Pdfs, Vec<Finding>)> {
    let made = Mutex::new((Pdfs::new(), Vec::new()));
    let keep = |address: String, bytes: Option<Vec<u8>>, mut found: Vec<Finding>| {
        // What another thread had put in before it failed is whole.
        let mut made = made.lock().unwrap_or_else(|fault| fault.into_inner());
        made.0.extend(bytes.map(|bytes| (address, bytes)));
        made.1.append(&mut found);
    };
    // The words that were frozen are shown in place of others that the records would give by now.
    let (compiled, replaced): (Vec<usize>, Vec<usize>) =
        (0..site.reports.len()).partition(|index| render::report::stands(site, *index));
    for index in compiled {
        tell(&site.reports[index].title.title);
        let mut found = Vec::new();
        let bytes = report(desk, site, theme, index, &mut found)?;
        keep(of_report(site, index), bytes, found);
    }
    render::papers(site, theme, &|address, index, document| {
        tell(&document.title);
        let mut found = Vec::new();
        let bytes = set(desk, site, theme, (address, index), document, &mut found)?;
        keep(address.to_owned(), bytes, found);
        Ok(())
    })?;
    let (mut pdfs, findings) = made.into_inner().unwrap_or_else(|fault| fault.into_inner());
    for index in replaced {
        let report = &site.reports[index];
        let id = &site.edition.records()[report.record].id;
        let stays = render::beside(&compose::address::edition_page(id, report.title.edition));
        if let Some(bytes) = pdfs.get(&stays).cloned() {
            pdfs.insert(of_report(site, index), bytes);
        }
    }
    Ok((pdfs, findings))
}

/// Where the PDF of a report stands.
fn of_report(site: &Site, index: usize) -> String {
    render::beside(site.addresses.record(site.reports[index].record))
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
    let record = site.reports[index].record;
    let document = document::of_report(site, index);
    set(desk, site, theme, (&of_report(site, index), Some(record)), document, findings)
}
