//! Where it took place: a small map of the countries of the United Kingdom, for locations that go by
//! their names.
//!
//! In: the records of `locations`, and what links to each. Out: an SVG of our own, drawn from
//! coordinates rounded to a tenth of a degree (a sketch to point at, not a survey), each country a link
//! to its record, with a list of every location beside it. No tiles, no requests. Without a location of
//! such a name there is no map.

use std::fmt::Write as _;

use serde::Serialize;

use super::super::html::{Html, escaped};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::count;
use crate::compose::Site;
use crate::model::words::args;

/// A country: its names, and its outline as longitude and latitude.
struct Country {
    names: &'static [&'static str],
    outline: &'static [(f64, f64)],
}

/// Outlines by the capes and mouths of rivers that a school atlas names.
const COUNTRIES: [Country; 4] = [
    Country {
        names: &["scotland"],
        outline: &[
            (-5.0, 58.6),
            (-3.0, 58.6),
            (-4.0, 57.7),
            (-2.0, 57.7),
            (-1.8, 57.5),
            (-2.1, 57.1),
            (-2.9, 56.4),
            (-3.3, 56.0),
            (-2.0, 55.8),
            (-2.3, 55.4),
            (-3.0, 55.0),
            (-3.7, 54.9),
            (-4.9, 54.7),
            (-5.1, 55.0),
            (-4.8, 55.6),
            (-5.6, 55.3),
            (-5.5, 56.1),
            (-6.2, 56.7),
            (-5.6, 57.3),
            (-5.8, 57.9),
        ],
    },
    Country {
        names: &["england"],
        outline: &[
            (-2.0, 55.8),
            (-1.5, 55.0),
            (-1.1, 54.6),
            (-0.1, 54.1),
            (0.1, 53.6),
            (0.3, 53.1),
            (0.3, 52.9),
            (1.3, 52.9),
            (1.7, 52.5),
            (1.3, 51.9),
            (0.7, 51.5),
            (1.4, 51.3),
            (1.3, 51.1),
            (0.9, 50.9),
            (0.0, 50.8),
            (-1.1, 50.7),
            (-1.9, 50.6),
            (-2.5, 50.6),
            (-3.4, 50.6),
            (-3.6, 50.2),
            (-4.2, 50.4),
            (-5.0, 50.1),
            (-5.7, 50.1),
            (-5.0, 50.5),
            (-4.5, 51.0),
            (-3.6, 51.2),
            (-3.0, 51.2),
            (-2.7, 51.6),
            (-3.1, 52.0),
            (-3.0, 52.5),
            (-3.1, 52.9),
            (-2.9, 53.0),
            (-3.1, 53.3),
            (-3.0, 53.7),
            (-2.9, 54.1),
            (-3.6, 54.5),
            (-3.0, 55.0),
            (-2.3, 55.4),
        ],
    },
    Country {
        names: &["wales", "cymru"],
        outline: &[
            (-2.7, 51.6),
            (-3.2, 51.4),
            (-4.0, 51.6),
            (-5.1, 51.6),
            (-5.3, 51.9),
            (-4.5, 52.1),
            (-4.1, 52.5),
            (-4.7, 52.8),
            (-4.3, 53.1),
            (-4.6, 53.3),
            (-4.2, 53.4),
            (-3.1, 53.3),
            (-2.9, 53.0),
            (-3.1, 52.9),
            (-3.0, 52.5),
            (-3.1, 52.0),
        ],
    },
    Country {
        names: &["northern ireland"],
        outline: &[
            (-8.1, 54.4),
            (-7.4, 55.0),
            (-6.1, 55.2),
            (-5.5, 54.4),
            (-6.1, 54.1),
            (-6.9, 54.3),
            (-7.6, 54.1),
        ],
    },
];

/// The names of the four together.
const WHOLE: [&str; 2] = ["united kingdom", "uk"];

#[derive(Debug, Serialize)]
struct View {
    svg: Html,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    place: Html,
    /// What refers to it, in words.
    said: String,
}

/// Whether some location has the name of a country on the map.
pub(crate) fn has_map(site: &Site) -> bool {
    let records = &site.edition.records()[site.edition.collection("locations")];
    records.iter().any(|record| is_known(&record.title.to_lowercase()))
}

fn is_known(name: &str) -> bool {
    WHOLE.contains(&name) || COUNTRIES.iter().any(|country| country.names.contains(&name))
}

/// The page of the map.
pub(crate) fn page(press: &Press, place: Place) -> anyhow::Result<String> {
    let rows = press
        .edition()
        .collection("locations")
        .map(|index| Row {
            id: press.record(index).id.as_str().to_owned(),
            place: Html::new(&press.link(place, index)),
            said: count(press.words(), press.site.backlinks.to(index).len(), "n-records-refer"),
        })
        .collect();
    let sheet = Sheet {
        title: press.words().say("map"),
        description: Some(press.words().say("map-describe")),
        section: "locations",
        crumbs: &[(press.words().say("locations"), "locations/index.html".to_owned())],
        of: None,
    };
    press.print(place, &sheet, "map.html", &View { svg: Html::new(&svg(press, place)), rows })
}

/// The four countries; one that has a record leads to it.
fn svg(press: &Press, place: Place) -> String {
    let find = |names: &[&str]| {
        let mut all = press.edition().collection("locations");
        all.find(|index| names.contains(&&*press.record(*index).title.to_lowercase()))
    };
    let whole = find(&WHOLE);
    let (title, described) =
        (escaped(press.words().say("map-title")), escaped(press.words().say("map-words")));
    let mut out = format!(
        "<svg class=\"map\" viewBox=\"0 0 330 460\" role=\"group\" aria-labelledby=\"_map-title _map-words\">\
         <title id=\"_map-title\">{title}</title><desc id=\"_map-words\">{described}</desc>"
    );
    for country in &COUNTRIES {
        let index = find(country.names);
        let d = path(country.outline);
        match index.or(whole) {
            Some(index) => {
                let title = escaped(&press.record(index).title);
                let name = if Some(index) == whole { country.names[0] } else { "" };
                let words = match name {
                    "" => title,
                    name => {
                        let key = name.replace(' ', "-");
                        let name = press.words().named("country", &key);
                        press.words().markup("part-of", args![part = escaped(name), whole = title])
                    }
                };
                let href = escaped(&press.href(place, index));
                let _ = write!(
                    out,
                    "<a href=\"{href}\" aria-label=\"{words}\"><path class=\"on\" d=\"{d}\"/></a>"
                );
            }
            None => {
                let _ = write!(out, "<path d=\"{d}\"/>");
            }
        }
    }
    out.push_str("</svg>");
    out
}

/// An outline as a path: a degree of longitude at 55° north is 0.57 of one of latitude.
fn path(outline: &[(f64, f64)]) -> String {
    let mut d = String::new();
    for (n, (longitude, latitude)) in outline.iter().enumerate() {
        let x = (longitude + 8.4) * 0.57 * 50.0 + 15.0;
        let y = (58.9 - latitude) * 50.0;
        let _ = write!(d, "{}{x:.0} {y:.0}", if n == 0 { "M" } else { "L" });
    }
    d.push('Z');
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_stay_on_the_sheet() {
        for country in &COUNTRIES {
            for number in path(country.outline).split(['M', 'L', 'Z', ' ']).filter(|text| !text.is_empty()) {
                assert!((0..=460).contains(&number.parse::<i32>().unwrap()), "{number}");
            }
        }
        assert!(is_known("wales") && is_known("united kingdom") && !is_known("whales"));
    }
}
