//! `&Site` + theme → files in a sink: pages, report, data, feed, and whatever else a reader or a
//! program asks a site for.
//!
//! Every page is made on its own, from views that are prepared from the site, and goes to the sink
//! at once, so that memory does not grow with the output. Nothing here sees the archive.

mod abbr;
pub mod broken;
mod chrome;
mod cite;
pub mod comments;
mod data;
pub mod diff;
pub mod document;
pub mod explain;
mod feed;
mod files;
mod headers;
pub(crate) mod html;
mod links;
mod making;
pub mod manifest;
mod markdown;
mod marked;
mod metadata;
pub mod own_sentence;
mod pages;
mod papers;
mod place;
mod press;
pub mod report;
mod say;
mod search;
mod shrink;
mod sides;
mod sitemap;
pub mod theme;
pub mod unread;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Context as _;
use rayon::prelude::*;

use crate::compose::Site;
use crate::compose::address::edition_page;
use crate::model::record::Record;
use crate::publish::sink::{Digest, Next, Sink};
use making::Making;
use manifest::{Again, Manifest};
use press::Press;
use sides::Languages;
pub use sides::Side;
use theme::Theme;

/// What was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Pages for readers, redirects not among them.
    pub pages: usize,
    /// Pages and redirects that were made, but for the few that tell of the data.
    pub made: usize,
    /// Pages and redirects that were taken from the last site.
    pub kept: usize,
    /// Files of every kind.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// Makes the whole site; `progress` is told how many pages more are done, from any thread.
///
/// # Errors
/// A template that fails, with the template, the line and the page; a sink that cannot take a file.
pub fn site(
    site: &Site,
    theme: &Theme,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize) + Sync),
) -> anyhow::Result<Summary> {
    site_with(site, theme, &Extras::default(), sink, progress)
}

/// PDF files, by their address.
pub type Pdfs = BTreeMap<String, Vec<u8>>;

/// The terms of a text, in order, as they are searched.
pub fn search_terms(text: &str) -> Vec<String> {
    search::terms_of(text)
}

/// What a site has beside its pages.
#[derive(Debug)]
pub struct Extras<'s> {
    /// The PDF of reports.
    pub pdfs: Pdfs,
    /// Whether its texts can be searched.
    pub search: bool,
    /// The same site in other languages.
    pub others: &'s [Side<'s>],
}

impl Default for Extras<'_> {
    fn default() -> Self {
        Extras { pdfs: Pdfs::new(), search: true, others: &[] }
    }
}

/// Makes the whole site, with what it has beside its pages.
///
/// # Errors
/// As those of [`site`].
pub fn site_with(
    site: &Site,
    theme: &Theme,
    extras: &Extras<'_>,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize) + Sync),
) -> anyhow::Result<Summary> {
    Ok(made(site, theme, extras, None, sink, progress, None)?.0)
}

/// The last build, for one that makes a site again.
#[derive(Clone, Copy, Debug)]
pub struct Before<'b> {
    /// What names the program, and changes whenever the program does.
    pub program: &'b str,
    /// The last site's manifest, where the sink knows its files.
    pub last: Option<&'b Manifest>,
    /// The records that it was made from, where they are at hand: what is the same needs no new digest.
    pub records: &'b [Arc<Record>],
}

/// Makes the whole site, taking from the last one the pages that cannot have changed. The bytes are those of
/// [`site_with`]. `shown` is told when all pages are with the sink and only what programs read (search,
/// tables, feeds) is still to come; where nobody wants to know, all of it is made at once.
///
/// # Errors
/// As those of [`site`].
pub fn site_again(
    site: &Site,
    theme: &Theme,
    extras: &Extras<'_>,
    before: Before<'_>,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize) + Sync),
    shown: Option<&dyn Fn()>,
) -> anyhow::Result<(Summary, Manifest)> {
    let (summary, manifest) = made(site, theme, extras, Some(before), sink, progress, shown)?;
    Ok((summary, manifest.context("a site that is made again has a manifest")?))
}

fn made(
    site: &Site,
    theme: &Theme,
    extras: &Extras<'_>,
    before: Option<Before<'_>>,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize) + Sync),
    shown: Option<&dyn Fn()>,
) -> anyhow::Result<(Summary, Option<Manifest>)> {
    let tally = Tally { sink, files: AtomicU64::new(0), bytes: AtomicU64::new(0) };
    let plan = pages::plan(site)?;
    let plans = extras.others.iter().map(|other| pages::plan(other.site));
    let plans = plans.collect::<anyhow::Result<Vec<_>>>()?;
    let languages = match plans.is_empty() {
        true => Arc::default(),
        false => {
            let others = extras.others.iter().zip(&plans).map(|(other, plan)| (other.site, &**plan));
            Languages::of(&std::iter::once((site, &*plan)).chain(others).collect::<Vec<_>>())?
        }
    };
    let main = Making { site, theme, extras, languages: &languages, sink: &tally, progress };
    let (press, shared) = main.press(site)?;
    let others = extras.others.iter().map(|side| {
        let making = Making { site: side.site, theme: side.theme, ..main };
        let (press, shared) = making.press(side.site)?;
        Ok((making, press, shared))
    });
    let others = others.collect::<anyhow::Result<Vec<_>>>()?;
    let again = before
        .map(|before| Again::new(Manifest::of(before, &press, theme, extras).sharing(&shared), before.last));
    let index = extras.search.then(|| pages::index(&press, &plan, again.as_ref(), &tally));
    let rest = || {
        let is_single = languages.is_single();
        main.assets(|path| !(is_single && path == "assets/languages.css"), &tally)?;
        let copied = files::copy(&press, &tally)?;
        tally.bytes.fetch_add(copied, Ordering::Relaxed);
        feed::print(&press, &tally)?;
        sitemap::print(&press, &plan, &tally)?;
        sitemap::robots(&press, &tally)?;
        headers::print(press.edition().audience(), &tally)?;
        reports(site, &tally)?;
        for (address, bytes) in &extras.pdfs {
            tally.file(address, bytes.clone())?;
        }
        data::print(&press, &others.iter().map(|(_, press, _)| press).collect::<Vec<_>>(), &tally)
    };
    // The other languages come after the main one: nobody is shown the one without the others.
    let shown = shown.filter(|_| languages.is_single());
    let (pages, data) = match (&again, shown) {
        (Some(again), Some(shown)) => {
            let pages = pages::first(&press, &plan, again, &tally)?;
            shown();
            let read = || index.as_ref().map_or(Ok(()), |index| pages::read(index, &pages, &tally));
            rayon::join(read, rest)
        }
        (again, _) => rayon::join(
            || pages::print(&press, &plan, again.as_ref(), index.as_ref(), &tally, progress),
            rest,
        ),
    };
    pages?;
    let searched = index.map(|index| index.finish(&tally)).transpose()?;
    let data = data?;
    pages::data(&press, &data, &tally)?;
    progress(2);
    let (mut manifest, kept) = again.map(|again| again.finish(searched)).unzip();
    let (mut kept, mut planned, mut count) = (kept.unwrap_or(0), plan.len(), pages::count(&plan));
    for ((making, press, shared), plan) in others.iter().zip(&plans) {
        let of = making.beside((press, shared), plan, &data, before)?;
        if let (Some(all), Some((one, taken))) = (&mut manifest, of) {
            kept += taken;
            all.beside(making.site.edition.language(), one);
        }
        planned += plan.len();
        count += pages::count(plan);
    }
    let summary = Summary {
        pages: count,
        made: planned.saturating_sub(kept),
        kept,
        files: tally.files.into_inner(),
        bytes: tally.bytes.into_inner(),
    };
    Ok((summary, manifest))
}

/// The pages of these records, as [`site_with`] makes them of a site in one language: their addresses and their
/// bytes. Compiled reports, which tell of others, are not among them.
///
/// # Errors
/// A template that fails.
pub fn of_records(
    site: &Site,
    theme: &Theme,
    extras: &Extras<'_>,
    records: &[usize],
) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let press = making::press(site, theme, extras)?;
    let alone = records.iter().filter(|record| site.report_of(**record).is_none());
    let page = |record: &usize| {
        let address = site.addresses.record(*record);
        Ok((address.to_owned(), view::record(&press, place::Place::at(address), *record)?.into_bytes()))
    };
    alone.map(page).collect()
}

/// One compiled report as a page of the site, by its index in `site.reports()`.
///
/// # Errors
/// A template that fails.
pub fn report_page(site: &Site, theme: &Theme, index: usize) -> anyhow::Result<Vec<u8>> {
    let press = Press::new(site, theme)?;
    let address = site.addresses.record(site.reports()[index].record);
    Ok(view::report(&press, place::Place::at(address), index)?.into_bytes())
}

/// The address of the PDF of a page: `report.pdf` in a report's folder, and else beside the page under
/// its name.
pub fn beside(path: &str) -> String {
    match path.strip_suffix("/index.html").filter(|folder| folder.starts_with("reports/")) {
        Some(folder) => format!("{folder}/report.pdf"),
        None => format!("{}.pdf", path.strip_suffix(".html").unwrap_or(path)),
    }
}

/// What becomes of a page for print: the address of its PDF, its record, and the document.
pub type SetPaper<'s> = &'s (dyn Fn(&str, Option<usize>, document::Document) -> anyhow::Result<()> + Sync);

/// Every page but a report that is published for print too, as a document: cases, workshops and the
/// register of actions. `set` gets each with the address of its PDF and its record, from any thread.
///
/// # Errors
/// A template that fails; what `set` says.
pub fn papers(site: &Site, theme: &Theme, set: SetPaper<'_>) -> anyhow::Result<()> {
    let mut press = Press::new(site, theme)?;
    press.whole = true;
    papers::papers(site)?.into_par_iter().try_for_each(|(page, index)| {
        let (wanted, html) = papers::paper(&press, &page, index)?;
        set(&beside(&page.path), index, document::of_page(site, &wanted, &html))
    })
}

/// How many pages [`papers`] will make.
///
/// # Errors
/// Those of planning the site.
pub fn papers_of(site: &Site) -> anyhow::Result<usize> {
    Ok(papers::papers(site)?.len())
}

/// How many pages `site` will make.
pub fn pages(site: &Site) -> usize {
    pages::plan(site).map_or(0, |plan| pages::count(&plan))
}

/// `report.json` and the files of citations beside the page of each report and of each of its frozen
/// editions.
fn reports(site: &Site, sink: &dyn Sink) -> anyhow::Result<()> {
    for (index, report) in site.reports().iter().enumerate() {
        let address = site.addresses.record(report.record);
        let folder = address.strip_suffix("index.html").unwrap_or(address);
        sink.file(&format!("{folder}report.json"), report::json(site, index)?)?;
        let cite = |folder: &str, citations: report::Citations| {
            let mut files = citations.files().into_iter();
            files.try_for_each(|(name, text)| sink.file(&format!("{folder}{name}"), text.into_bytes()))
        };
        cite(folder, report::Citations::of(site, index))?;
        let id = &site.edition.record(report.record).id;
        let lock = site.edition.lock_of(id);
        for (lock, frozen) in lock.iter().flat_map(|lock| lock.editions.iter().map(move |one| (lock, one))) {
            let page = edition_page(id, frozen.edition);
            let folder = page.strip_suffix("index.html").unwrap_or(&page);
            sink.file(&format!("{folder}report.json"), report::edition_json(site, lock, frozen)?)?;
            cite(folder, report::Citations::of_frozen(site.edition, id, frozen))?;
        }
    }
    Ok(())
}

/// Counts what goes through to a sink.
struct Tally<'s> {
    sink: &'s dyn Sink,
    files: AtomicU64,
    bytes: AtomicU64,
}

impl Sink for Tally<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        self.sink.file(path, bytes)
    }

    fn shared(&self, path: &str, bytes: &Arc<Vec<u8>>) -> anyhow::Result<()> {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        self.sink.shared(path, bytes)
    }

    fn parts(&self, path: &str, next: Next<'_>) -> anyhow::Result<()> {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.sink.parts(path, &mut || {
            let part = next()?;
            self.bytes.fetch_add(part.as_ref().map_or(0, Vec::len) as u64, Ordering::Relaxed);
            Ok(part)
        })
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.sink.copy(path, from)
    }

    fn again(&self, path: &str, digest: &Digest) -> anyhow::Result<Option<Arc<Vec<u8>>>> {
        let kept = self.sink.again(path, digest)?;
        if let Some(bytes) = &kept {
            self.files.fetch_add(1, Ordering::Relaxed);
            self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        }
        Ok(kept)
    }

    fn last(&self, path: &str, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.sink.last(path, digest)
    }
}

#[cfg(test)]
mod tests;
