//! `annals build`: content → `DIR/<audience>/`.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil;

use super::print::{self, Show};
use super::{Status, typeset};
use crate::audience::{self, Audience};
use crate::compose::Site;
use crate::diag::Finding;
use crate::publish::Folder;
use crate::render::document::pdf;
use crate::render::{self, Pdfs, theme::Theme};
use crate::{check, compose, read};

/// What was asked for.
#[derive(Debug)]
pub struct Build {
    /// The archive.
    pub root: PathBuf,
    /// The folder that gets the folder of the audience.
    pub output: PathBuf,
    /// For whom.
    pub audience: Audience,
    /// Where it will be published, if not as `annals.yaml` says.
    pub base_url: Option<String>,
    /// The day as at which it is made.
    pub today: civil::Date,
    /// Whether warnings fail too.
    pub strict: bool,
    /// Whether to make PDF.
    pub pdf: bool,
    /// Whether to show a progress bar.
    pub progress: bool,
    /// When the program started.
    pub started: Instant,
    /// How to print.
    pub show: Show,
}

/// Builds the site, unless the content has faults: the site that was live then stays.
///
/// # Errors
/// A fault of the world: a folder, the theme.
pub fn run(build: &Build) -> Result<Status> {
    // 1. Read and check; nothing is written while there are errors.
    let read::Reading { archive, mut findings } = read::archive(&build.root)?;
    findings.extend(check::run(&archive, build.today));
    let status = print::findings(&build.root, findings, build.strict, build.show.without_remarks());
    if status == Status::Faulty {
        print::notice(build.show, "Nothing was published: mend the errors above and build again.");
        return Ok(status);
    }
    // 2. What this audience may see, and the site made of it.
    let archive = match &build.base_url {
        Some(url) => archive.at(url),
        None => archive,
    };
    let edition = audience::edition(&archive, build.audience, build.today);
    drop(archive);
    let site = compose::site(&edition);
    // 3. The PDF of reports, which has faults of its own.
    let theme = Theme::load(read::theme_files(&build.root, &edition.config().theme)?)?;
    let (pdfs, faults) = pdfs(build, &site, &theme)?;
    let set = print::findings(&build.root, faults, build.strict, build.show.without_remarks());
    if set == Status::Faulty {
        print::notice(build.show, "Nothing was published: mend the warnings above and build again.");
        return Ok(set);
    }
    // 4. Pages into the staging folder, then the exchange.
    let folder = Folder::begin(&build.root, &build.output, build.audience.as_str())?;
    let bar = bar(build.progress, render::pages(&site));
    let made = render::site_with(&site, &theme, &pdfs, &folder, &|n| bar.inc(n as u64))?;
    bar.finish_and_clear();
    let published = folder.finish()?;
    print::result(&format!(
        "{}: {} records, {} pages, {} files, {}, {:.2} s",
        build.output.join(build.audience.as_str()).display(),
        edition.records().len(),
        made.pages,
        published.files,
        print::size(published.bytes),
        build.started.elapsed().as_secs_f64(),
    ));
    Ok(status)
}

/// The PDF of reports, where it was asked for and this program can make it.
fn pdfs(build: &Build, site: &Site, theme: &Theme) -> Result<(Pdfs, Vec<Finding>)> {
    if !build.pdf || site.reports.is_empty() {
        return Ok(Default::default());
    }
    if !pdf::is_available() {
        print::notice(build.show, &format!("No report.pdf: {}.", pdf::HOW));
        return Ok(Default::default());
    }
    let bar = if build.progress { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
    bar.enable_steady_tick(Duration::from_millis(100));
    let kept = build.output.join(".pdf");
    let desk = typeset::Desk { root: &build.root, kept: Some(&kept) };
    let made = typeset::reports(desk, site, theme, &|title| bar.set_message(format!("Typesetting {title}")));
    bar.finish_and_clear();
    made
}

fn bar(shown: bool, pages: usize) -> ProgressBar {
    if !shown {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(pages as u64);
    if let Ok(style) = ProgressStyle::with_template("Building {bar:30} {pos}/{len} pages") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}
