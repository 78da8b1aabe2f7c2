//! Browsing: all facets, one facet with its values, and the records of one value.

use serde::Serialize;

use super::super::html::{Html, capital, escaped, link};
use super::super::marked::in_language;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::card::cards;
use super::{Link, count, count_of, list, lower, pairs};
use crate::compose::facets::{Facet, Term};
use crate::model::words::args;

#[derive(Debug, Serialize)]
struct Index {
    facets: Vec<Shown>,
}

#[derive(Debug, Serialize)]
struct Shown {
    anchor: String,
    label: String,
    href: String,
    /// How many values there are, where not all are shown.
    count: Option<String>,
    terms: Vec<Value>,
}

#[derive(Debug, Serialize)]
struct One {
    title: String,
    lede: String,
    terms: Vec<Value>,
    others: Vec<Link>,
}

#[derive(Debug, Serialize)]
struct Value {
    slug: String,
    label: Html,
    href: String,
    count: usize,
    words: String,
}

/// How many values of each facet the page of all facets shows.
const MOST_USED: usize = 12;

/// The page of all facets: the most used values of each.
pub(crate) fn index(press: &Press, place: Place) -> anyhow::Result<String> {
    let facets = press.site.facets.iter().map(|facet| Shown {
        anchor: format!("_{}", facet.slug),
        label: facet.label.clone(),
        href: place.href(&facet.address()),
        count: (facet.terms.len() > MOST_USED).then(|| count(press.words(), facet.terms.len(), "n-value")),
        terms: facet.terms.iter().take(MOST_USED).map(|term| value(press, place, facet, term)).collect(),
    });
    let sheet = Sheet {
        title: press.words().say("browse"),
        description: Some(press.words().say("browse-describe")),
        section: "",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "facets.html", &Index { facets: facets.collect() })
}

/// The page of a facet: all its values, with how many records have each.
pub(crate) fn facet(press: &Press, place: Place, facet: &Facet) -> anyhow::Result<String> {
    let mut records: Vec<usize> = facet.terms.iter().flat_map(|term| term.records.iter().copied()).collect();
    // By index, and so by collection.
    records.sort_unstable();
    records.dedup();
    let title = by(press, facet);
    let view = One {
        title: title.clone(),
        lede: press.words().fill(
            "values-over",
            args![
                values = capital(&count(press.words(), facet.terms.len(), "n-value")),
                records = noun(press, &records)
            ],
        ),
        terms: facet.terms.iter().map(|term| value(press, place, facet, term)).collect(),
        others: press
            .site
            .facets
            .iter()
            .filter(|other| other.key != facet.key)
            .map(|other| Link { href: place.href(&other.address()), words: by(press, other) })
            .collect(),
    };
    let sheet = Sheet {
        title: &title,
        description: Some(
            &press
                .words()
                .fill("of-archive", args![what = &facet.label, archive = &press.edition().config().title]),
        ),
        section: "",
        crumbs: &[(press.words().say("browse"), "tags/index.html".to_owned())],
        of: None,
    };
    press.print(place, &sheet, "facet.html", &view)
}

/// A page of the records of a value.
pub(crate) fn term(
    press: &Press,
    place: Place,
    facet: &Facet,
    term: &Term,
    pages: &[String],
    n: usize,
) -> anyhow::Result<String> {
    let size = press.edition().config().page_size.max(1);
    let shown = &term.records[(n * size).min(term.records.len())..((n + 1) * size).min(term.records.len())];
    let words = noun(press, &term.records);
    let all = link(
        &place.href(&facet.address()),
        &press.words().fill("see-all-values", args![facet = lower(&facet.label)]),
    );
    let view = list::View {
        kind: Some(facet.label.clone()),
        title: named(press, term),
        lede: Html::text(&format!("{}.", capital(&words))),
        filters: Vec::new(),
        views: views(press, place, facet, term),
        titles: Vec::new(),
        narrower: if n == 0 { pairs::narrower(press, place, facet, term) } else { Vec::new() },
        range: list::range(press, press.words().say("records"), n, size, term.records.len()),
        records: cards(press, place, 2, shown)?,
        pager: list::pager(press, place, pages, n, press.words().say("records-inline")),
        below: Some(Html::new(&all)),
    };
    let title = format!("{}: {}", facet.label, list::titled(press, &term.label, n));
    let sheet = Sheet {
        title: &title,
        description: Some(&press.words().fill(
            "records-with",
            args![records = capital(&words), facet = lower(&facet.label), value = &term.label],
        )),
        section: "",
        crumbs: &[
            (press.words().say("browse"), "tags/index.html".to_owned()),
            (&facet.label, facet.address()),
        ],
        of: None,
    };
    press.print(place, &sheet, "term.html", &view)
}

fn views(press: &Press, place: Place, facet: &Facet, term: &Term) -> Vec<Link> {
    let index = press.site.facets.iter().position(|known| known.key == facet.key);
    let filter = index.and_then(|index| press.site.search.of_facet(index));
    filter.map_or_else(Vec::new, |filter| list::views(press, place, &[(&filter.parameter, &term.slug)]))
}

/// A value by its name, marked where that is in another language.
fn named(press: &Press, term: &Term) -> Html {
    match term.is_foreign {
        true => Html::new(&in_language(press.edition().config().main_language(), &escaped(&term.label))),
        false => Html::plain(&term.label),
    }
}

fn value(press: &Press, place: Place, facet: &Facet, term: &Term) -> Value {
    Value {
        slug: term.slug.clone(),
        label: named(press, term),
        href: place.href(&crate::compose::address::url(&facet.term_address(term))),
        count: term.records.len(),
        words: noun(press, &term.records),
    }
}

/// `By topic`.
pub(super) fn by(press: &Press, facet: &Facet) -> String {
    press.words().fill("by-facet", args![facet = lower(&facet.label)])
}

/// Records by their collection's name, where they are all of one: `12 cases`, `4 records`.
pub(super) fn noun(press: &Press, records: &[usize]) -> String {
    let of = |index: usize| press.record(index).id.collection();
    // Sorted by collection, so first and last tell.
    let found = match (records.first(), records.last()) {
        (Some(first), Some(last)) if of(*first) == of(*last) => {
            let collection = of(*first);
            press.site.listings.iter().find(|listing| &*listing.collection == collection)
        }
        _ => None,
    };
    match found {
        Some(listing) => count_of(press.words(), records.len(), &listing.singular, &listing.label),
        None => count(press.words(), records.len(), "n-record"),
    }
}
