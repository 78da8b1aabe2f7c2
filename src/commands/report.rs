//! `annals report`: one compiled report, printed or into a file.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use jiff::civil;

use super::print::{self, Show};
use super::{Status, typeset};
use crate::audience::{self, Audience};
use crate::cli::ReportFormat;
use crate::render::{self, theme::Theme};
use crate::{check, compose, publish, read};

/// What was asked for.
#[derive(Debug)]
pub struct Asked {
    /// The report's slug.
    pub slug: String,
    /// In which form.
    pub format: ReportFormat,
    /// Into which file, if not to standard output.
    pub out: Option<PathBuf>,
}

/// Compiles the report.
///
/// # Errors
/// A fault of the world, or a report that is not there.
pub fn run(root: &Path, asked: &Asked, audience: Audience, today: civil::Date, show: Show) -> Result<Status> {
    let read::Reading { archive, mut findings } = read::archive(root)?;
    findings.extend(check::run(&archive, today));
    let status = print::findings(root, findings, false, show.without_remarks());
    if status == Status::Faulty {
        return Ok(status);
    }
    let edition = audience::edition(&archive, audience, today);
    let site = compose::site(&edition);
    let slug = asked.slug.trim_start_matches("reports/");
    let Some(report) =
        site.reports.iter().position(|report| edition.records()[report.record].id.slug() == slug)
    else {
        let slugs = site.reports.iter().map(|report| edition.records()[report.record].id.slug());
        bail!("no report {slug} in the edition for {}{}", audience.as_str(), print::nearest(slug, slugs));
    };
    let theme = || Theme::load(read::theme_files(root, &edition.config().theme)?);
    let bytes = match asked.format {
        ReportFormat::Json => render::report::json(&site, report)?,
        ReportFormat::Md => render::report::markdown(&site, report).into_bytes(),
        ReportFormat::Html => render::report_page(&site, &theme()?, report)?,
        ReportFormat::Docx => render::document::docx(&render::document::of_report(&site, report))?,
        ReportFormat::Pdf => {
            let (mut findings, desk) = (Vec::new(), typeset::Desk { root, kept: None });
            let made = typeset::report(desk, &site, &theme()?, report, &mut findings)?;
            print::findings(root, findings, false, show.without_remarks());
            let Some(bytes) = made else { return Ok(Status::Faulty) };
            bytes
        }
    };
    match &asked.out {
        Some(file) => publish::one_file(file, &bytes)?,
        None => print::bytes(&bytes)?,
    }
    Ok(status)
}
