//! The pages of a collection's list.

use serde::Serialize;

use super::super::html::Html;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::card::cards;
use super::{Link, Pager, Way, count_of, lower};
use crate::compose::listing::Listing;
use crate::model::words::args;

/// A page of a list; the lists of facets use the same form.
#[derive(Debug, Serialize)]
pub(super) struct View {
    pub(super) kind: Option<String>,
    pub(super) title: Html,
    pub(super) lede: Html,
    pub(super) filters: Vec<Link>,
    /// Other orders and forms of the same list.
    pub(super) views: Vec<Link>,
    pub(super) range: Option<String>,
    pub(super) records: Vec<Html>,
    /// The same in few words, where there are many.
    pub(super) titles: Vec<Title>,
    /// Values of other facets that these records have.
    pub(super) narrower: Vec<Group>,
    pub(super) pager: Option<Pager>,
    pub(super) below: Option<Html>,
}

/// A record by its title.
#[derive(Debug, Serialize)]
pub(super) struct Title {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) title: Html,
    pub(super) meta: String,
}

/// Values of a facet, with how many of the records have each.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    pub(super) label: String,
    pub(super) links: Vec<Link>,
}

/// A page of a collection's list, by its index.
pub(crate) fn page(press: &Press, place: Place, listing: &Listing, n: usize) -> anyhow::Result<String> {
    let all = listing.records.len();
    let noun = lower(&listing.label);
    let many = count_of(press.words(), all, &listing.singular, &listing.label);
    let view = View {
        kind: None,
        title: Html::plain(&listing.label),
        lede: lede(press, place, listing, &super::home::how_many(press, listing)),
        filters: filters(press, place, listing),
        views: views(press, place, &[("collection", &listing.collection)]),
        titles: Vec::new(),
        narrower: Vec::new(),
        range: range(press, &listing.label, n, listing.page_size, all),
        records: cards(press, place, 2, listing.page(n))?,
        pager: pager(press, place, &listing.pages, n, &noun),
        below: Some(Html::new(&follow(press, place, &listing.collection))),
    };
    let archive = &press.edition().config().title;
    let args = args![what = super::super::html::capital(&many), archive = archive];
    let description = press.words().fill("of-archive", args);
    let sheet = Sheet {
        title: &titled(press, &listing.label, n),
        description: Some(&description),
        section: &listing.collection,
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "list.html", &view)
}

/// The way to the feeds of a collection.
fn follow(press: &Press, place: Place, collection: &str) -> String {
    let feed = |end: &str| place.href(&crate::compose::address::url(&format!("{collection}/feed.{end}")));
    press.words().markup("follow-list", args![atom = feed("xml"), json = feed("json")])
}

/// A title that tells the pages of a list apart.
pub(super) fn titled(press: &Press, title: &str, n: usize) -> String {
    let page = || press.words().fill("title-page-n", args![title = title, number = n + 1]);
    if n == 0 { title.to_owned() } else { page() }
}

fn lede(press: &Press, place: Place, listing: &Listing, many: &str) -> Html {
    let site = press.site;
    let says = super::home::says(press, &listing.collection);
    let mut words = super::super::html::escaped(&format!("{}.", super::super::html::capital(many)));
    if !says.is_empty() {
        words.push_str(&super::super::html::escaped(&format!(" {says}.")));
    }
    let mut see = |address: &str, text: &str| {
        words.push_str(&format!(
            " {}.",
            super::super::html::link(&place.href(address), press.words().say(text))
        ));
    };
    match &*listing.collection {
        "workshops" if site.timeline.is_some() => see("timeline.html", "see-on-timeline"),
        "locations" if super::has_map(site) => see("map.html", "see-on-map"),
        "topics" if site.matrix.is_some() => see("progress.html", "see-side-by-side"),
        "issues" if site.threads.reach.actions > 0 => see("lineage.html", "see-what-became"),
        "milestones" if site.timetable.is_some() => see("timetable.html", "see-which-kept"),
        _ => {}
    }
    Html::new(&words)
}

/// The facets that the records of a list have values of.
fn filters(press: &Press, place: Place, listing: &Listing) -> Vec<Link> {
    press
        .facets_of(&listing.collection)
        .map(|facet| Link {
            href: place.href(&facet.address()),
            words: format!("{} ({})", super::facets::by(press, facet), facet.terms.len()),
        })
        .collect()
}

/// The same records in other orders and forms, and with filters: the page of search makes them.
pub(super) fn views(press: &Press, place: Place, asked: &[(&str, &str)]) -> Vec<Link> {
    if !press.search {
        return Vec::new();
    }
    let view = |more: &[(&str, &str)], words: &str| Link {
        href: place.href(&search(&[asked, more].concat())),
        words: press.words().say(words).to_owned(),
    };
    vec![
        view(&[], "combine-filters"),
        view(&[("view", "table")], "as-a-table"),
        view(&[("view", "timeline")], "as-a-timeline"),
        view(&[("sort", "date")], "newest-first"),
    ]
}

/// The address of a search that asks for this.
fn search(asked: &[(&str, &str)]) -> String {
    let mut address = String::from("search.html");
    for (n, (name, value)) in asked.iter().enumerate() {
        address.push(if n == 0 { '?' } else { '&' });
        for (part, end) in [(name, "="), (value, "")] {
            for byte in part.bytes() {
                match byte {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                        address.push(char::from(byte))
                    }
                    _ => address.push_str(&format!("%{byte:02X}")),
                }
            }
            address.push_str(end);
        }
    }
    address
}

/// `Cases 51 to 64 of 64`, where there is more than one page.
pub(super) fn range(press: &Press, label: &str, n: usize, size: usize, all: usize) -> Option<String> {
    let first = n * size + 1;
    let last = (first + size - 1).min(all);
    let args = args![what = label, first = first, last = last, all = all];
    (all > size).then(|| press.words().fill("range", args))
}

/// The way to the pages before and after.
pub(super) fn pager(press: &Press, place: Place, pages: &[String], n: usize, noun: &str) -> Option<Pager> {
    if pages.len() < 2 {
        return None;
    }
    let says = press.words();
    let to = |n: usize, words: String| {
        pages.get(n).map(|page| Way { href: place.href(page), words: Html::plain(&words) })
    };
    Some(Pager {
        label: says.say("pages").to_owned(),
        before: n.checked_sub(1).and_then(|n| to(n, says.fill("previous-page-of", args![records = noun]))),
        here: Some(says.fill("page-n-of", args![number = n + 1, count = pages.len()])),
        after: to(n + 1, says.fill("next-page-of", args![records = noun])),
    })
}
