//! Which pages a site has, and how each is made.
//!
//! In: the site. Out: a plan, in which every page has its address and its kind, and no address
//! stands twice; and the pages, in parallel, each to the sink as soon as it is made.

use std::collections::BTreeSet;

use anyhow::bail;
use rayon::prelude::*;

use super::data::Made;
use super::document::Wanted;
use super::place::Place;
use super::press::Press;
use super::report::Citations;
use super::search::Index;
use super::view;
use crate::compose::Site;
use crate::compose::address::edition_page;
use crate::model::date::Date;
use crate::model::kinds::Kind;
use crate::publish::sink::Sink;

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
    let mut pages = Vec::with_capacity(site.edition.records().len() * 5 / 4 + 32);
    let mut add = |path: String, what: What| pages.push(Page { path, what });
    add("index.html".to_owned(), What::Home);
    for (index, record) in site.edition.records().iter().enumerate() {
        let compiled = match record.kind {
            Kind::Report(_) => site.reports.iter().position(|report| report.record == index),
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
    site.edition.records().len() >= view::LETTERS_APART
}

/// Makes every page but those of the data, which tell what came out.
pub(crate) fn print(
    press: &Press,
    plan: &[Page],
    index: Option<&Index>,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize) + Sync),
) -> anyhow::Result<()> {
    let mut pages: Vec<&Page> = plan.iter().filter(|page| !is_of_data(page)).collect();
    if index.is_some() {
        // The index writes the texts of neighbours together, so these are made one after the other.
        pages.sort_by_key(|page| record(press.site, page).map(|record| press.site.search.document(record)));
    }
    pages.par_iter().with_min_len(8).try_for_each(|page| {
        let html = print_one(press, page)?;
        if let (Some(index), Some(record)) = (index, record(press.site, page)) {
            index.read(record, &html, sink)?;
        }
        sink.file(&page.path, html.into_bytes())?;
        if !matches!(page.what, What::Alias(_)) {
            progress(1);
        }
        Ok(())
    })
}

/// The record that a page is of.
fn record(site: &Site, page: &Page) -> Option<usize> {
    match page.what {
        What::Record(record) => Some(record),
        What::Report(report) => site.reports.get(report).map(|report| report.record),
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

/// The pages that are published for print too, with their records.
pub(crate) fn papers(site: &Site) -> anyhow::Result<Vec<(Page, Option<usize>)>> {
    let is_wanted = |page: &Page| match page.what {
        What::Record(index) => matches!(site.edition.records()[index].id.collection(), "cases" | "workshops"),
        What::Register | What::Edition { .. } => true,
        _ => false,
    };
    let of = |page: Page| match page.what {
        What::Record(index) | What::Edition { report: index, .. } => (page, Some(index)),
        _ => (page, None),
    };
    Ok(plan(site)?.into_iter().filter(is_wanted).map(of).collect())
}

/// A page for print: what its title page says, and its markup.
pub(crate) fn paper<'p>(
    press: &Press<'p>,
    page: &'p Page,
    index: Option<usize>,
) -> anyhow::Result<(Wanted<'p>, String)> {
    let today = Date::from_day(press.edition().today());
    let Some(index) = index else {
        let (kind, template) = (press.words().say("register-of-actions"), "register.typ");
        let number = "actions".to_owned();
        let wanted =
            Wanted { path: &page.path, record: None, number, kind, template, date: today, frozen: None };
        return Ok((wanted, print_one(press, page)?));
    };
    let record = press.record(index);
    if let What::Edition { number, .. } = page.what
        && let Some(frozen) = press.edition().lock_of(&record.id).and_then(|lock| lock.edition(number))
    {
        let date = frozen.date.unwrap_or(Date::from_day(frozen.as_of));
        let (kind, template) = (press.words().say("annual-report"), "report.typ");
        let number = format!("{}, edition {number}", record.id);
        let record = Some(index);
        let wanted = Wanted { path: &page.path, record, number, kind, template, date, frozen: Some(frozen) };
        return Ok((wanted, print_one(press, page)?));
    }
    let (kind, template) = match record.id.collection() {
        "workshops" => (press.words().say("workshop"), "workshop.typ"),
        _ => (press.words().say("case"), "case.typ"),
    };
    // What bears no date is dated by the year, so that it is not another document each day.
    let created = || record.airtable.as_ref()?.created.as_deref()?.get(..10)?.parse().ok();
    let date = record.updated.or(record.date()).or_else(created);
    let date = date.or_else(|| press.edition().today().year().to_string().parse().ok()).unwrap_or(today);
    let number = record.id.to_string();
    let wanted = Wanted { path: &page.path, record: Some(index), number, kind, template, date, frozen: None };
    Ok((wanted, print_one(press, page)?))
}

fn print_one(press: &Press, page: &Page) -> anyhow::Result<String> {
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
            let id = &press.record(site.reports[report].record).id;
            let frozen = number.and_then(|number| site.edition.lock_of(id)?.edition(number));
            let citations = match frozen {
                Some(frozen) => Citations::of_frozen(site.edition, id, frozen),
                None => Citations::of(site, report),
            };
            view::citations(press, place, id, &citations)
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
