//! `annals report`: one compiled report, printed or into a file.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use jiff::civil;

use super::Status;
use super::print::{self, Show};
use crate::audience::{self, Audience, secrets};
use crate::cli::ReportFormat;
use crate::publish::scan;
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
    let theme = Theme::load(read::theme_files(root, &edition.config().theme)?)?;
    let secrets = secrets::secrets(&archive, &edition, &theme.texts());
    let site = compose::site(&edition);
    let slug = asked.slug.trim_start_matches("reports/");
    let Some(report) =
        site.reports.iter().position(|report| edition.records()[report.record].id.slug() == slug)
    else {
        let slugs = site.reports.iter().map(|report| edition.records()[report.record].id.slug());
        bail!("no report {slug} in the edition for {}{}", audience.as_str(), print::nearest(slug, slugs));
    };
    let bytes = match asked.format {
        ReportFormat::Json => render::report::json(&site, report)?,
        ReportFormat::Md => render::report::markdown(&site, report).into_bytes(),
        ReportFormat::Html => render::report_page(&site, &theme, report)?,
    };
    let ending = match asked.format {
        ReportFormat::Json => "json",
        ReportFormat::Md => "md",
        ReportFormat::Html => "html",
    };
    let leaks = scan::one(&format!("{slug}.{ending}"), &bytes, &secrets, root);
    if !leaks.is_empty() {
        return Ok(print::findings(root, leaks, false, show));
    }
    match &asked.out {
        Some(file) => publish::one_file(file, &bytes)?,
        None => print::bytes(&bytes)?,
    }
    Ok(status)
}
