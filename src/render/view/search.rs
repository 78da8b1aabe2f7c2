//! The page of search: the form, whose results a script makes, and what works without one: the facets,
//! and an A to Z of every record.

use serde::Serialize;

use super::super::html::Html;
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::{Link, count, facets, lower};
use crate::compose::a_to_z::Letter;
use crate::model::words::args;

/// From so many records on, each letter of the A to Z has a page of its own.
pub(crate) const LETTERS_APART: usize = 500;

#[derive(Debug, Serialize)]
struct View {
    lede: String,
    /// The filters of the form, where the texts can be searched.
    form: Option<Vec<Filter>>,
    letters: Vec<Link>,
    facets: Vec<Link>,
    sections: Vec<Section>,
}

#[derive(Debug, Serialize)]
struct Filter {
    key: String,
    label: String,
}

#[derive(Debug, Serialize)]
struct Section {
    anchor: String,
    letter: String,
    records: Vec<Found>,
}

#[derive(Debug, Serialize)]
struct Found {
    href: String,
    title: Html,
    kind: Html,
}

/// The address of the page of a letter, where each has one.
pub(crate) fn letter_address(letter: &Letter) -> String {
    format!("search/{}.html", letter.anchor)
}

/// The page of search; `apart` where each letter has a page of its own.
pub(crate) fn page(press: &Press, place: Place, apart: bool) -> anyhow::Result<String> {
    let letters = &press.site.a_to_z;
    let links = letters.iter().map(|letter| match apart {
        true => Link {
            href: place.href(&letter_address(letter)),
            words: format!("{} ({})", letter.label, letter.records.len()),
        },
        false => Link { href: format!("#_{}", letter.anchor), words: letter.label.clone() },
    });
    print(press, place, links.collect(), if apart { &[] } else { letters })
}

/// The page of a letter.
pub(crate) fn letter(press: &Press, place: Place, letter: &Letter) -> anyhow::Result<String> {
    let letters = press.site.a_to_z.iter();
    let links =
        letters.map(|letter| Link { href: place.href(&letter_address(letter)), words: letter.label.clone() });
    print(press, place, links.collect(), std::slice::from_ref(letter))
}

fn print(press: &Press, place: Place, letters: Vec<Link>, shown: &[Letter]) -> anyhow::Result<String> {
    let sections = shown.iter().map(|letter| Section {
        anchor: format!("_{}", letter.anchor),
        letter: letter.label.clone(),
        records: letter.records.iter().map(|index| found(press, place, *index)).collect(),
    });
    let view = View {
        lede: lede(press, place),
        form: (press.search && is_search(place)).then(|| filters(press)),
        letters,
        facets: press
            .site
            .facets
            .iter()
            .map(|facet| Link {
                href: place.href(&facet.address()),
                words: format!("{} ({})", facets::by(press, facet), facet.terms.len()),
            })
            .collect(),
        sections: sections.collect(),
    };
    let title = match view.sections.as_slice() {
        [one] if !is_search(place) => press.words().fill("a-to-z-letter", args![letter = &one.letter]),
        _ => press.words().say("search-and-a-to-z").to_owned(),
    };
    let sheet = Sheet {
        title: &title,
        description: Some(press.words().say("search-describe")),
        section: "search",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "search.html", &view)
}

fn is_search(place: Place) -> bool {
    place.path() == "search.html"
}

fn lede(press: &Press, place: Place) -> String {
    let records = count(press.words(), press.edition().count(), "n-record");
    let message = if press.search && is_search(place) { "search-lede" } else { "a-to-z-lede" };
    press.words().fill(message, args![records = super::super::html::capital(&records)])
}

/// The filters by name: the kind first, then as the archive browses, then the year.
fn filters(press: &Press) -> Vec<Filter> {
    let filter = |key: &str, label: &str| Filter { key: key.to_owned(), label: label.to_owned() };
    let kind = filter("collection", press.words().say("kind-of-record"));
    let filters = press.site.search.filters.iter().map(|of| filter(&of.parameter, &of.label));
    std::iter::once(kind).chain(filters).collect()
}

fn found(press: &Press, place: Place, index: usize) -> Found {
    let record = press.record(index);
    let listing = press.site.listings.iter().find(|listing| *listing.collection == *record.id.collection());
    Found {
        href: press.href(place, index),
        title: press.title(index),
        kind: Html::text(&listing.map_or(String::new(), |listing| lower(&listing.singular))),
    }
}
