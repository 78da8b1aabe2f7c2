//! `annals build`: content → `DIR/<audience>/`.

mod again;
mod asked;

use anyhow::Result;

pub use self::asked::Build;

use super::stages::{self, Composed};
use super::{Status, languages, laps::Laps, print, typeset};
use crate::publish::{Folder, Scan};
use crate::{compose, read, render};

/// Builds the site, unless the content has faults or a file would tell what its audience may not see:
/// the site that was live then stays.
///
/// # Errors
/// A fault of the world: a folder, the theme; a members' edition that would be put where the public is.
pub fn run(build: &Build) -> Result<Status> {
    made(build).or_else(|error| print::broken(&build.root, error, build.show))
}

fn made(build: &Build) -> Result<Status> {
    // 1. Read, and see what this audience may see.
    std::thread::spawn(compose::citing::prepare);
    again::ask(build);
    let (mut laps, address) = (Laps::since(build.started), build.base_url.as_deref());
    let read::Reading { archive, findings } = read::archive(&build.root)?;
    laps.end("read");
    build.stays_apart(archive.config())?;
    let (seen, themes) = stages::seen(&build.root, archive, build.audience, build.today, address);
    laps.end("edition");
    // 2. Check, compose, gather what may not be told; nothing is written while there are errors.
    let Composed { site, others, dressed, findings: found } = seen.composed(themes);
    laps.end("compose");
    let status =
        print::findings(&build.root, [findings, found].concat(), build.strict, build.show.without_remarks());
    if status == Status::Faulty {
        print::notice(build.show, "Nothing was published: mend the errors above and build again.");
        return Ok(status);
    }
    let ((theme, themes), secrets) = dressed?;
    laps.end("tell");
    // 3. The PDF of reports, which has faults of its own.
    let (pdfs, faults) = typeset::of_build(build, &site, &theme)?;
    let set = print::findings(&build.root, faults, build.strict, build.show.without_remarks());
    if set == Status::Faulty {
        print::notice(build.show, "Nothing was published: mend what is told above and build again.");
        return Ok(set);
    }
    laps.end("typeset");
    // 4. Pages through the leak scan into the staging folder, then the exchange.
    let folder = Folder::begin(&build.output, build.audience.as_str())?;
    let attachments = |path: &str| read::attachment(&build.root, path);
    let scan = Scan::new(&folder, &secrets, &attachments, &build.root);
    let sides = languages::sides(&others, &themes);
    let bar = print::bar(build.progress, languages::pages(&site, &sides));
    let extras = render::Extras { pdfs, search: build.search, others: &sides };
    let last = again::last(build, &folder);
    let before = render::Before { program: &build.program, last: last.as_ref(), records: &[] };
    let (made, manifest) =
        render::site_again(&site, &theme, &extras, before, &scan, &|n| bar.inc(n as u64), None)?;
    bar.finish_and_clear();
    laps.end("render");
    let leaks = scan.findings();
    if !leaks.is_empty() {
        print::findings(&build.root, leaks, build.strict, build.show);
        print::notice(build.show, "Nothing was published: the site that was live is as it was.");
        return Ok(Status::Faulty);
    }
    folder.leave(&manifest.to_bytes()?);
    let published = folder.finish()?;
    laps.end("publish");
    again::tell(build, &laps, &made);
    print::result(&format!(
        "{}: {} records, {} pages, {} files, {}, {:.2} s",
        build.output.join(build.audience.as_str()).display(),
        seen.edition.count(),
        made.pages,
        published.files,
        print::size(published.bytes),
        build.started.elapsed().as_secs_f64(),
    ));
    Ok(status)
}
