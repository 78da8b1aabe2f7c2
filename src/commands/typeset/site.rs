//! The PDF of the pages of a site that is being built.

use anyhow::Result;

use super::super::build::Build;
use super::super::print;
use super::{Desk, all};
use crate::compose::Site;
use crate::diag::Finding;
use crate::render::Pdfs;
use crate::render::document::pdf::{self, Fittings};
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
        if !site.reports().is_empty() {
            print::notice(build.show, &format!("No report.pdf: {}.", pdf::HOW));
        }
        return Ok(Default::default());
    }
    let bar = print::spinner(build.progress);
    bar.set_message("Typesetting");
    // Each audience has a folder of its own, so that none finds what was set for another.
    let kept = build.output.join(".pdf").join(build.audience.as_str());
    let fittings = Fittings::of(theme)?;
    let desk = Desk { root: &build.root, kept: Some(&kept), fittings: &fittings };
    let made = all(desk, site, theme, &|title, waiting| {
        bar.set_message(format!("Typesetting: {waiting} to go after {title}"));
    });
    bar.finish_and_clear();
    made
}
