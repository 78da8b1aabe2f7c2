//! The PDF of the pages of a site that is being built.

use anyhow::Result;

use super::super::build::Build;
use super::super::print;
use super::{Desk, all};
use crate::compose::Site;
use crate::diag::Finding;
use crate::render::Pdfs;
use crate::render::document::pdf;
use crate::render::theme::Theme;

/// The PDF of pages, where it was asked for and this program can make it.
///
/// # Errors
/// A fault of the disk.
pub(in crate::commands) fn of_build(
    build: &Build,
    site: &Site,
    theme: &Theme,
) -> Result<(Pdfs, Vec<Finding>)> {
    if !build.pdf {
        return Ok(Default::default());
    }
    if !pdf::is_available() {
        if !site.reports.is_empty() {
            print::notice(build.show, &format!("No report.pdf: {}.", pdf::HOW));
        }
        return Ok(Default::default());
    }
    let bar = print::spinner(build.progress);
    let kept = build.output.join(".pdf");
    let desk = Desk { root: &build.root, kept: Some(&kept) };
    let made = all(desk, site, theme, &|title| bar.set_message(format!("Typesetting {title}")));
    bar.finish_and_clear();
    made
}
