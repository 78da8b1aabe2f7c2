//! `annals build`: content → `DIR/<audience>/`.

mod asked;

use anyhow::Result;

pub use self::asked::Build;

use super::laps::Laps;
use super::{Status, frozen, print, typeset};
use crate::audience::{self, Audience, secrets};
use crate::publish::{Folder, Scan, apart};
use crate::render::{self, theme::Theme};
use crate::{check, compose, read};

/// Builds the site, unless the content has faults or a file would tell what its audience may not see:
/// the site that was live then stays.
///
/// # Errors
/// A fault of the world: a folder, the theme; a members' edition that would be put where the public is.
pub fn run(build: &Build) -> Result<Status> {
    made(build).or_else(|error| print::broken(&build.root, error, build.show))
}

fn made(build: &Build) -> Result<Status> {
    // 1. Read and check. (Nothing waits for this thread: it is done long before the pages are.)
    std::thread::spawn(compose::citing::prepare);
    let mut laps = Laps::since(build.started);
    let read::Reading { archive, mut findings } = read::archive(&build.root)?;
    laps.end("read");
    if build.audience == Audience::Members {
        apart::check(archive.config(), &build.root, &build.output, build.base_url.as_deref())?;
    }
    findings.extend(check::run(&archive, build.today).into_iter().chain(frozen::faults(&archive)));
    laps.end("check");
    // 2. What this audience may see, what it may not, and the site made of the former; nothing is
    // written while there are errors.
    let archive = read::dated(&build.root, archive);
    let archive = build.base_url.iter().fold(archive, |archive, url| archive.at(url));
    let edition = audience::edition(&archive, build.audience, build.today);
    let theme = Theme::of_site(read::theme_files(&build.root, &edition.config().theme)?, edition.language())?;
    let edition = edition.speaking(theme.words());
    laps.end("edition");
    let site = compose::site(&edition);
    laps.end("compose");
    findings.extend(site.reports.iter().flat_map(|report| report.faults.clone()));
    let status = print::findings(&build.root, findings, build.strict, build.show.without_remarks());
    if status == Status::Faulty {
        print::notice(build.show, "Nothing was published: mend the errors above and build again.");
        return Ok(status);
    }
    let secrets = secrets::secrets(&archive, &edition, &theme.texts());
    drop(archive);
    laps.end("secrets");
    // 3. The PDF of reports, which has faults of its own.
    let (pdfs, faults) = typeset::of_build(build, &site, &theme)?;
    let set = print::findings(&build.root, faults, build.strict, build.show.without_remarks());
    if set == Status::Faulty {
        print::notice(build.show, "Nothing was published: mend the warnings above and build again.");
        return Ok(set);
    }
    laps.end("typeset");
    // 4. Pages through the leak scan into the staging folder, then the exchange.
    let folder = Folder::begin(&build.output, build.audience.as_str())?;
    let attachments = |path: &str| read::attachment(&build.root, path);
    let scan = Scan::new(&folder, &secrets, &attachments, &build.root);
    let bar = print::bar(build.progress, render::pages(&site));
    let extras = render::Extras { pdfs, search: build.search };
    let made = render::site_with(&site, &theme, &extras, &scan, &|n| bar.inc(n as u64))?;
    bar.finish_and_clear();
    laps.end("render");
    let leaks = scan.findings();
    if !leaks.is_empty() {
        print::findings(&build.root, leaks, build.strict, build.show);
        print::notice(build.show, "Nothing was published: the site that was live is as it was.");
        return Ok(Status::Faulty);
    }
    let published = folder.finish()?;
    laps.end("publish");
    laps.lines().iter().filter(|_| build.timings).for_each(|line| print::aside(line));
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
