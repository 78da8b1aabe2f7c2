//! The PDF of reports: typeset, or taken from an earlier build where nothing has changed.
//!
//! In: a site and its theme. Out: bytes by report, and findings for what had to be put right. A
//! report that cannot be set is a finding; the others are made all the same.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use crate::compose::Site;
use crate::diag::{Finding, Rule, Spot};
use crate::render::Pdfs;
use crate::render::document::pdf::{self, Prepared};
use crate::render::document::{self, faults};
use crate::render::theme::Theme;
use crate::{publish, read};

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

/// What had to be put right, with the records it is in.
fn told(root: &Path, site: &Site, index: usize, prepared: &Prepared, findings: &mut Vec<Finding>) {
    let own = &site.edition.records()[site.reports[index].record].source.file;
    let files: BTreeSet<&Arc<str>> =
        site.edition.records().iter().map(|record| &record.source.file).collect();
    for letter in &prepared.missing {
        let message = format!("no font of the PDF has the character U+{:04X}", u32::from(*letter));
        let help = "type another one, or put a font that has it in the theme’s folder fonts/";
        let mut places: Vec<(&Arc<str>, Spot)> = files
            .iter()
            .filter_map(|file| Some((*file, Spot::Byte(read::spot(root, file, &letter.to_string())?))))
            .collect();
        if places.is_empty() {
            places.push((own, Spot::File));
        }
        findings.extend(
            places
                .into_iter()
                .map(|(file, spot)| finding(&faults::MISSING_GLYPH, file, spot, &message, help)),
        );
    }
    for head in &prepared.wide {
        let spot = read::spot(root, own, &format!("| {head}")).map_or(Spot::File, Spot::Byte);
        let message = format!("the table that begins with `{head}` is too wide for a page");
        let help = "it is set turned and in small type; make two of it, or turn its rows into columns";
        findings.push(finding(&faults::WIDE_TABLE, own, spot, &message, help));
    }
}

fn finding(rule: &'static Rule, file: &Arc<str>, spot: Spot, message: &str, help: &str) -> Finding {
    Finding::new(rule, file, spot, message).help(help)
}
