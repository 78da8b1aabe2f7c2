//! The records that have a value of each of two facets, and the way there from either value.

use super::super::html::{Html, capital, link};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::card::cards;
use super::facets::noun;
use super::{Link, list, lower};
use crate::compose::address::url;
use crate::compose::facets::{Facet, Term};
use crate::compose::pairs::{Meeting, Pair};
use crate::model::words::args;

/// How many times more records a page of titles has than one of cards.
const TITLES: usize = 10;

/// How many records a page has: few stand as they do in lists, many by their titles, so that these
/// pages stay few.
pub(crate) fn page_size(usual: usize, records: usize) -> usize {
    if records <= usual { usual } else { usual * TITLES }
}

/// A page of the records of two values that meet.
pub(crate) fn page(
    press: &Press,
    place: Place,
    pair: &Pair,
    meeting: &Meeting,
    pages: &[String],
    n: usize,
) -> anyhow::Result<String> {
    let (one, two) = (&press.site.facets[pair.first], &press.site.facets[pair.second]);
    let (first, second) = (&one.terms[meeting.first], &two.terms[meeting.second]);
    let all = meeting.records.len();
    let usual = press.edition().config().page_size.max(1);
    let size = page_size(usual, all);
    let shown = &meeting.records[(n * size).min(all)..((n + 1) * size).min(all)];
    let words = noun(press, &meeting.records);
    let few = all <= usual;
    let title = format!("{}, {}", first.label, second.label);
    let view = list::View {
        kind: Some(press.words().row(&[one.label.clone(), lower(&two.label)])),
        title: Html::plain(&title),
        lede: Html::text(&format!("{}.", capital(&words))),
        filters: Vec::new(),
        views: views(press, place, pair, first, second),
        range: list::range(press, press.words().say("records"), n, size, all),
        records: if few { cards(press, place, 2, shown)? } else { Vec::new() },
        titles: if few {
            Vec::new()
        } else {
            shown.iter().map(|index| title_of(press, place, *index)).collect()
        },
        narrower: Vec::new(),
        pager: list::pager(press, place, pages, n, press.words().say("records-inline")),
        below: Some(below(press, place, &[(one, first), (two, second)])),
    };
    let title = list::titled(press, &title, n);
    let sheet = Sheet {
        title: &title,
        description: Some(&press.words().fill(
            "records-with-both",
            args![
                records = capital(&words),
                one = lower(&one.label),
                first = &first.label,
                two = lower(&two.label),
                second = &second.label
            ],
        )),
        section: "",
        crumbs: &[
            (press.words().say("browse"), "tags/index.html".to_owned()),
            (&one.label, one.address()),
            (&first.label, url(&one.term_address(first)).into_owned()),
        ],
        of: None,
    };
    press.print(place, &sheet, "term.html", &view)
}

/// The values of other facets that records of a value have, where these pairs have pages.
pub(super) fn narrower(press: &Press, place: Place, facet: &Facet, term: &Term) -> Vec<list::Group> {
    let facets = &press.site.facets;
    let is = |index: usize| facets[index].key == facet.key;
    let mut groups = Vec::new();
    for pair in &press.site.pairs {
        let (other, swapped) = match (is(pair.first), is(pair.second)) {
            (true, _) => (&facets[pair.second], false),
            (_, true) => (&facets[pair.first], true),
            _ => continue,
        };
        let mut links = Vec::new();
        for meeting in &pair.meetings {
            let (own, its) =
                if swapped { (meeting.second, meeting.first) } else { (meeting.first, meeting.second) };
            if facet.terms[own].slug == term.slug {
                links.push(Link {
                    href: place.href(&url(&pair.address(facets, meeting))),
                    words: format!("{} ({})", other.terms[its].label, meeting.records.len()),
                });
            }
        }
        if !links.is_empty() {
            groups.push(list::Group { label: other.label.clone(), links });
        }
    }
    groups
}

fn views(press: &Press, place: Place, pair: &Pair, first: &Term, second: &Term) -> Vec<Link> {
    let search = &press.site.search;
    match (search.of_facet(pair.first), search.of_facet(pair.second)) {
        (Some(one), Some(two)) => {
            list::views(press, place, &[(&one.parameter, &first.slug), (&two.parameter, &second.slug)])
        }
        _ => Vec::new(),
    }
}

fn title_of(press: &Press, place: Place, index: usize) -> list::Title {
    let record = press.record(index);
    let listing = press.site.listings.iter().find(|listing| *listing.collection == *record.id.collection());
    let kind = listing.map(|listing| listing.singular.clone());
    let meta: Vec<String> =
        kind.into_iter().chain(record.date().map(|date| press.words().date(date))).collect();
    list::Title {
        id: record.id.as_str().to_owned(),
        href: press.href(place, index),
        title: press.title(index),
        meta: meta.join(" · "),
    }
}

fn below(press: &Press, place: Place, values: &[(&Facet, &Term)]) -> Html {
    let all = |(facet, term): &(&Facet, &Term)| {
        let args = args![facet = lower(&facet.label), value = &term.label];
        let words = press.words().fill("see-all-with", args);
        link(&place.href(&url(&facet.term_address(term))), &words)
    };
    Html::new(&values.iter().map(all).collect::<Vec<_>>().join(" · "))
}
