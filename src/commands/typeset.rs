//! The PDF of pages, and the Word file of a report: typeset, or taken from an earlier build where nothing has changed.
//!
//! In: a site and its theme. Out: bytes by address, and findings for what had to be put right. A page
//! that cannot be set is a finding; the others are made all the same.

mod every;
mod set;
mod site;
mod told;
mod word;

use std::path::Path;

use anyhow::Result;

use crate::compose::Site;
use crate::diag::Finding;
use crate::render;
use crate::render::document;
use crate::render::document::pdf::Fittings;
pub use every::all;
use set::set;
pub(super) use site::of_build;
pub(super) use word::{word, worded};

/// Where the archive is, and where an earlier build may have kept its PDF.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'d> {
    /// The archive.
    pub root: &'d Path,
    /// The folder that keeps the PDF of this audience from one build to the next, if one does.
    pub kept: Option<&'d Path>,
    /// What every document is set with.
    pub fittings: &'d Fittings,
}

/// The PDF of one report; nothing where it cannot be set, which is then among the findings.
///
/// # Errors
/// A fault of the disk.
pub fn report(desk: Desk, site: &Site, index: usize, findings: &mut Vec<Finding>) -> Result<Option<Vec<u8>>> {
    let record = site.reports()[index].record;
    let document = document::of_report(site, index);
    set(desk, site, (&of_report(site, index), Some(record)), document, findings)
}

/// Where the PDF of a report stands.
fn of_report(site: &Site, index: usize) -> String {
    render::beside(site.addresses.record(site.reports()[index].record))
}
