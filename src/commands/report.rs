//! `annals report`: one compiled report, printed or into a file.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use jiff::civil;

use super::print::{self, Show};
use super::{Status, frozen, typeset};
use crate::audience::{self, Audience, secrets};
use crate::cli::ReportFormat;
use crate::model::lock::Frozen;
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
/// A fault of the world, a report that is not there, a theme that cannot be used.
pub fn run(root: &Path, asked: &Asked, audience: Audience, today: civil::Date, show: Show) -> Result<Status> {
    let read::Reading { archive, mut findings } = read::archive(root)?;
    findings.extend(check::run(&archive, today).into_iter().chain(frozen::faults(&archive)));
    let edition = audience::edition(&archive, audience, today);
    let theme = Theme::of_site(read::theme_files(root, &edition.config().theme)?, edition.language())?;
    let edition = edition.speaking(theme.words());
    let site = compose::site(&edition);
    findings.extend(site.reports().iter().flat_map(|report| report.faults.clone()));
    if print::findings(root, findings, false, show.without_remarks()) == Status::Faulty {
        return Ok(Status::Faulty);
    }
    let report = find(&site, &asked.slug)?;
    let (bytes, ending) = match asked.format {
        ReportFormat::Json => (render::report::json(&site, report)?, "json"),
        ReportFormat::Md => (render::report::markdown(&site, report).into_bytes(), "md"),
        ReportFormat::Html => (render::report_page(&site, &theme, report)?, "html"),
        ReportFormat::Docx => {
            let (bytes, lost) = typeset::word(root, &site, report)?;
            print::findings(root, lost, false, show.without_remarks());
            (bytes, "docx")
        }
        ReportFormat::Pdf => {
            let fittings = render::document::pdf::Fittings::of(&theme)?;
            let (mut findings, desk) = (Vec::new(), typeset::Desk { root, kept: None, fittings: &fittings });
            let made = typeset::report(desk, &site, report, &mut findings)?;
            print::findings(root, findings, false, show.without_remarks());
            let Some(bytes) = made else { return Ok(Status::Faulty) };
            (bytes, "pdf")
        }
    };
    let secrets = secrets::secrets(&archive, &edition, &theme.texts());
    let leaks = scan::one(&format!("{}.{ending}", asked.slug), &bytes, &secrets, root);
    if !leaks.is_empty() {
        return Ok(print::findings(root, leaks, false, show));
    }
    match &asked.out {
        Some(file) => publish::one_file(file, &bytes)?,
        None => print::bytes(&bytes)?,
    }
    Ok(Status::Clean)
}

/// The report of this slug, by its index in the site.
///
/// # Errors
/// A report that is not there.
pub(super) fn find(site: &compose::Site, slug: &str) -> Result<usize> {
    let slug = slug.trim_start_matches("reports/");
    let slugs = || site.reports().iter().map(|report| site.edition.record(report.record).id.slug());
    match slugs().position(|known| known == slug) {
        Some(index) => Ok(index),
        None => {
            let audience = site.edition.audience().as_str();
            bail!("no report {slug} in the edition for {audience}{}", print::nearest_of_few(slug, slugs()))
        }
    }
}

/// The report of this slug as it is now, in the shape in which editions are frozen.
///
/// # Errors
/// A report that is not there.
pub(super) fn as_it_is(edition: &audience::Edition, slug: &str) -> Result<Frozen> {
    let site = compose::site(edition);
    Ok(render::report::freeze(&site, find(&site, slug)?))
}
