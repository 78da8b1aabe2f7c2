//! Which pages a site has, and how each is made.
//!
//! In: the site. Out: a plan, in which every page has its address and its kind, and no address
//! stands twice; and the pages, in parallel, each to the sink as soon as it is made.

use std::collections::BTreeSet;

use anyhow::bail;
use rayon::prelude::*;

use super::data::Made;
use super::manifest::{self, Again};
use super::place::Place;
use super::press::Press;
use super::report::Citations;
use super::search::Index;
use super::view;
use crate::compose::Site;
use crate::compose::address::edition_page;
use crate::model::kinds::Kind;
use crate::publish::sink::Sink;
use crate::spent::{self, Work};

/// A page that is to be made.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its address, relative to the site's base.
    pub(crate) path: String,
    /// What it is.
    pub(crate) what: What,
}

/// What a page is. Records, lists and facets are named by their index in the site.
#[derive(Debug)]
pub(crate) enum What {
    Home,
    Record(usize),
    /// What links to a record, where that is too much for its own page.
    Links(usize),
    Report(usize),
    /// A frozen edition, by the index of its report's record and its number.
    Edition {
        report: usize,
        number: u32,
    },
    /// How the paragraphs of a report, or of its frozen edition of this number, are cited; by the index
    /// of the report in the site.
    Citations {
        report: usize,
        number: Option<u32>,
    },
    List {
        listing: usize,
        n: usize,
    },
    Register,
    Matrix,
    Timeline,
    Map,
    Timetable,
    Lineage,
    Facets,
    Facet(usize),
    Term {
        facet: usize,
        term: usize,
        n: usize,
    },
    /// The records that have a value of each of two facets.
    Pair {
        pair: usize,
        meeting: usize,
        n: usize,
    },
    Changes,
    Search,
    Letter(usize),
    Data,
    Withheld,
    SignOffs,
    Codebook,
    Completeness,
    NotFound,
    Alias(usize),
}

/// Every page of a site, in a fixed order.
///
/// # Errors
/// Two pages at one address, with what is to be done about it.
pub(crate) fn plan(site: &Site) -> anyhow::Result<Vec<Page>> {
    let mut pages = Vec::with_capacity(site.edition.count() * 5 / 4 + 32);
    let mut add = |path: String, what: What| pages.push(Page { path, what });
    add("index.html".to_owned(), What::Home);
    for (index, record) in site.edition.records().iter().enumerate() {
        let compiled = match record.kind {
            Kind::Report(_) => site.report_of(index),
            _ => None,
        };
        let what = compiled.map_or(What::Record(index), What::Report);
        let has_links = matches!(what, What::Record(_)) && view::has_links(site, index);
        add(site.addresses.record(index).to_owned(), what);
        if has_links {
            add(view::links_address(site.addresses.record(index)), What::Links(index));
        }
        let Some(report) = compiled else { continue };
        let beside = |page: &str| page.replace("index.html", "cite.html");
        add(beside(site.addresses.record(index)), What::Citations { report, number: None });
        for frozen in site.edition.lock_of(&record.id).iter().flat_map(|lock| &lock.editions) {
            let (page, number) = (edition_page(&record.id, frozen.edition), frozen.edition);
            add(beside(&page), What::Citations { report, number: Some(number) });
            add(page, What::Edition { report: index, number });
        }
    }
    for (listing, of) in site.listings.iter().enumerate() {
        if &*of.collection == "actions" && !site.register.actions.is_empty() {
            add("actions/index.html".to_owned(), What::Register);
            continue;
        }
        for (n, path) in of.pages.iter().enumerate() {
            add(path.clone(), What::List { listing, n });
        }
    }
    if site.matrix.is_some() {
        add("progress.html".to_owned(), What::Matrix);
    }
    if site.timeline.is_some() {
        add("timeline.html".to_owned(), What::Timeline);
    }
    if view::has_map(site) {
        add("map.html".to_owned(), What::Map);
    }
    if site.timetable.is_some() {
        add("timetable.html".to_owned(), What::Timetable);
    }
    if site.threads.reach.questions > 0 && !site.register.actions.is_empty() {
        add("lineage.html".to_owned(), What::Lineage);
    }
    if !site.facets.is_empty() {
        add("tags/index.html".to_owned(), What::Facets);
    }
    for (facet, of) in site.facets.iter().enumerate() {
        add(of.address(), What::Facet(facet));
        for (term, _) in of.terms.iter().enumerate() {
            for (n, path) in term_pages(site, facet, term).into_iter().enumerate() {
                add(path, What::Term { facet, term, n });
            }
        }
    }
    for (pair, of) in site.pairs.iter().enumerate() {
        for meeting in 0..of.meetings.len() {
            for (n, path) in pair_pages(site, pair, meeting).into_iter().enumerate() {
                add(path, What::Pair { pair, meeting, n });
            }
        }
    }
    add("changes.html".to_owned(), What::Changes);
    add("search.html".to_owned(), What::Search);
    if letters_apart(site) {
        for (n, letter) in site.a_to_z.iter().enumerate() {
            add(view::letter_address(letter), What::Letter(n));
        }
    }
    add("data/index.html".to_owned(), What::Data);
    if !site.edition.withheld().is_empty() {
        add("withheld.html".to_owned(), What::Withheld);
    }
    if !site.sign_offs.is_empty() {
        add("sign-offs.html".to_owned(), What::SignOffs);
    }
    add("data/codebook.html".to_owned(), What::Codebook);
    add("data/completeness.html".to_owned(), What::Completeness);
    add("404.html".to_owned(), What::NotFound);
    for (alias, index) in site.addresses.aliases() {
        add(alias.to_owned(), What::Alias(index));
    }
    let mut taken = BTreeSet::new();
    for page in &pages {
        if !taken.insert(&*page.path) {
            bail!("two pages want the address {}: rename one of the records or collections", page.path);
        }
    }
    Ok(pages)
}

/// How many of the pages are for readers.
pub(crate) fn count(plan: &[Page]) -> usize {
    plan.iter().filter(|page| !matches!(page.what, What::Alias(_))).count()
}

/// The addresses of the pages of a facet's value: the first as CONTRACT has it, the next ones in a
/// folder of the value's name, so that they clash with no other value.
fn term_pages(site: &Site, facet: usize, term: usize) -> Vec<String> {
    let (facet, term) = (&site.facets[facet], &site.facets[facet].terms[term]);
    let size = site.edition.config().page_size.max(1);
    (1..=term.records.len().div_ceil(size).max(1))
        .map(|n| match n {
            1 => facet.term_address(term),
            n => format!("tags/{}/{}/page-{n}.html", facet.slug, term.slug),
        })
        .collect()
}

/// The addresses of the pages of two values that meet.
fn pair_pages(site: &Site, pair: usize, meeting: usize) -> Vec<String> {
    let pair = &site.pairs[pair];
    let meeting = &pair.meetings[meeting];
    let address = pair.address(&site.facets, meeting);
    let size = view::pair_page(site.edition.config().page_size.max(1), meeting.records.len());
    let folder = address.strip_suffix(".html").unwrap_or(&address).to_owned();
    let others = 2..=meeting.records.len().div_ceil(size);
    std::iter::once(address).chain(others.map(|n| format!("{folder}/page-{n}.html"))).collect()
}

fn letters_apart(site: &Site) -> bool {
    site.edition.count() >= view::LETTERS_APART
}

/// Makes every page but those of the data, which tell what came out.
pub(crate) fn print(
    press: &Press,
    plan: &[Page],
    again: Option<&Again<'_>>,
    index: Option<&Index>,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize) + Sync),
) -> anyhow::Result<()> {
    in_order(press, plan).par_iter().with_min_len(8).try_for_each(|page| {
        let make = || print_one(press, page);
        let read = |html: &[u8], is_kept: bool| match (index, record(press.site, page)) {
            (Some(index), Some(record)) => index.read(record, html, is_kept, sink),
            _ => Ok(()),
        };
        match again {
            Some(again) => {
                let finished = again.page(&page.path, sink, make)?;
                read(&finished.bytes, finished.is_kept)?;
            }
            None => {
                let html = make()?.into_bytes();
                read(&html, false)?;
                sink.file(&page.path, html)?;
            }
        }
        if !matches!(page.what, What::Alias(_)) {
            progress(1);
        }
        Ok(())
    })
}

/// The finished page of a record.
type Finished = (usize, manifest::Finished);

/// Makes the same pages and reads none: those of records are handed back, to be read when there is time.
pub(crate) fn first(
    press: &Press,
    plan: &[Page],
    again: &Again<'_>,
    sink: &dyn Sink,
) -> anyhow::Result<Vec<Finished>> {
    let made = in_order(press, plan).into_par_iter().with_min_len(8).map(|page| {
        let html = again.page(&page.path, sink, || print_one(press, page))?;
        Ok(record(press.site, page).map(|record| (record, html)))
    });
    Ok(made.collect::<anyhow::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Reads finished pages into the index.
pub(crate) fn read(index: &Index, pages: &[Finished], sink: &dyn Sink) -> anyhow::Result<()> {
    let read = |(record, page): &Finished| index.read(*record, &page.bytes, page.is_kept, sink);
    pages.par_iter().with_min_len(8).try_for_each(read)
}

/// The index of a site, made of that of the last one where most pages are the same.
pub(crate) fn index<'s>(
    press: &Press<'s>,
    plan: &[Page],
    again: Option<&Again<'s>>,
    sink: &dyn Sink,
) -> Index<'s> {
    let of_records = plan.iter().filter(|page| record(press.site, page).is_some());
    let came = again.and_then(|again| again.searched(of_records.map(|page| &*page.path)));
    Index::new(press.site).after(came, sink)
}

/// Every page but those of the data. The index writes the texts of neighbours together, so these are made one
/// after the other.
fn in_order<'p>(press: &Press, plan: &'p [Page]) -> Vec<&'p Page> {
    let mut pages: Vec<&Page> = plan.iter().filter(|page| !is_of_data(page)).collect();
    pages.sort_by_key(|page| record(press.site, page).map(|record| press.site.search.document(record)));
    pages
}

/// The record that a page is of.
fn record(site: &Site, page: &Page) -> Option<usize> {
    match page.what {
        What::Record(record) => Some(record),
        What::Report(report) => site.reports().get(report).map(|report| report.record),
        _ => None,
    }
}

fn is_of_data(page: &Page) -> bool {
    matches!(page.what, What::Data | What::Codebook)
}

/// Makes the pages of the data.
pub(crate) fn data(press: &Press, made: &Made, sink: &dyn Sink) -> anyhow::Result<()> {
    let html = view::data(press, Place::at("data/index.html"), &made.files)?;
    sink.file("data/index.html", html.into_bytes())?;
    let html = view::codebook(press, Place::at("data/codebook.html"), &made.book)?;
    sink.file("data/codebook.html", html.into_bytes())
}

/// Makes a page.
pub(super) fn print_one(press: &Press, page: &Page) -> anyhow::Result<String> {
    spent::on(Work::Views, || made(press, page))
}

fn made(press: &Press, page: &Page) -> anyhow::Result<String> {
    let (site, place) = (press.site, Place::at(&page.path));
    match page.what {
        What::Home => view::home(press, place),
        What::Record(index) => view::record(press, place, index),
        What::Links(index) => view::links(press, place, index),
        What::Report(index) => view::report(press, place, index),
        What::Edition { report, number } => {
            let lock = site.edition.lock_of(&press.record(report).id);
            let frozen = lock.and_then(|lock| Some((lock, lock.edition(number)?)));
            frozen.map_or(Ok(String::new()), |(lock, frozen)| view::edition(press, place, lock, frozen))
        }
        What::Citations { report, number } => {
            let id = &press.record(site.reports()[report].record).id;
            let frozen = number.and_then(|number| site.edition.lock_of(id)?.edition(number));
            let citations = match frozen {
                Some(frozen) => Citations::of_frozen(site.edition, id, frozen),
                None => Citations::of(site, report),
            };
            view::citations(press, place, id, &citations, frozen)
        }
        What::List { listing, n } => view::list(press, place, &site.listings[listing], n),
        What::Register => view::register(press, place),
        What::Matrix => {
            site.matrix.as_ref().map_or(Ok(String::new()), |matrix| view::matrix(press, place, matrix))
        }
        What::Timeline => site
            .timeline
            .as_ref()
            .map_or(Ok(String::new()), |timeline| view::timeline(press, place, timeline)),
        What::Map => view::map(press, place),
        What::Timetable => site
            .timetable
            .as_ref()
            .map_or(Ok(String::new()), |timetable| view::timetable(press, place, timetable)),
        What::Lineage => view::lineage(press, place, &site.threads),
        What::Facets => view::facets(press, place),
        What::Facet(facet) => view::facet(press, place, &site.facets[facet]),
        What::Term { facet, term, n } => {
            let pages = term_pages(site, facet, term);
            let of = &site.facets[facet];
            view::term(press, place, of, &of.terms[term], &pages, n)
        }
        What::Pair { pair, meeting, n } => {
            let of = &site.pairs[pair];
            view::pair(press, place, of, &of.meetings[meeting], &pair_pages(site, pair, meeting), n)
        }
        What::Changes => view::changes(press, place),
        What::Search => view::search(press, place, letters_apart(site)),
        What::Letter(n) => view::letter(press, place, &site.a_to_z[n]),
        What::Completeness => view::completeness(press, place),
        What::Data | What::Codebook => Ok(String::new()),
        What::Withheld => view::withheld(press, place),
        What::SignOffs => view::sign_offs(press, place),
        What::NotFound => view::not_found(press, Place::anywhere(&page.path, press.root())),
        What::Alias(index) => view::alias(press, place, index),
    }
}
