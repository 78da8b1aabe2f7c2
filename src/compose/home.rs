//! What the home page says: the newest report, figures, the course of the workshops, what changed
//! lately, and the ways in.
//!
//! The four counts of the newest report are in `Site::reports`; here is only which report it is.

use super::Site;
use super::changes::Change;

/// How many changes the home page shows.
pub const LATEST: usize = 8;

/// The home page.
#[derive(Debug)]
pub struct Home<'s> {
    /// The newest report: its index in `Site::reports`.
    pub report: Option<usize>,
    /// How many records each collection has, in the order of the lists.
    pub figures: Vec<Figure<'s>>,
    /// The workshops by date.
    pub workshops: Vec<usize>,
    /// The latest changes, newest first.
    pub latest: &'s [Change],
    /// Where a reader can start.
    pub ways_in: Vec<WayIn>,
}

/// How many records a collection has.
#[derive(Debug, PartialEq, Eq)]
pub struct Figure<'s> {
    /// The collection.
    pub collection: &'s str,
    /// Its name: in the singular where there is one record, else in the plural.
    pub label: &'s str,
    /// The address of its list.
    pub address: &'s str,
    /// How many records.
    pub count: usize,
}

/// A way into the archive.
#[derive(Debug, PartialEq, Eq)]
pub struct WayIn {
    /// Where it leads, relative to the base.
    pub address: String,
    /// What it is called.
    pub label: String,
    /// What is found there, a sentence.
    pub words: &'static str,
}

/// The home page of a site.
pub fn home<'s>(site: &'s Site<'_>) -> Home<'s> {
    Home {
        report: (!site.reports().is_empty()).then_some(0),
        figures: figures(site),
        workshops: site.workshops.views.iter().map(|view| view.workshop).collect(),
        latest: &site.changes[..site.changes.len().min(LATEST)],
        ways_in: ways_in(site),
    }
}

/// How many records each collection has, in the order of the lists.
pub fn figures<'s>(site: &'s Site<'_>) -> Vec<Figure<'s>> {
    site.listings
        .iter()
        .map(|listing| Figure {
            collection: &listing.collection,
            label: if listing.records.len() == 1 { &listing.singular } else { &listing.label },
            address: listing.pages.first().map_or("", String::as_str),
            count: listing.records.len(),
        })
        .collect()
}

/// What the collections hold, for those who come without knowing.
const COLLECTIONS: [(&str, &str); 7] = [
    ("reports", "What was discussed and resolved, discussed and not resolved, and is outstanding."),
    ("topics", "The issue areas, each with how far it has got."),
    ("issues", "Each question that was raised, with both positions and its history."),
    ("workshops", "Each meeting: agenda, discussion, and what was promised."),
    ("actions", "The register of every promise, with its state and what came of it."),
    ("papers", "The documents put to the workshops."),
    ("cases", "Participatory processes, described one by one."),
];

fn ways_in(site: &Site<'_>) -> Vec<WayIn> {
    let mut ways = Vec::new();
    for (collection, words) in COLLECTIONS {
        if let Some(listing) = site.listings.iter().find(|listing| &*listing.collection == collection) {
            let address = format!("{collection}/index.html");
            ways.push(WayIn { address, label: listing.label.clone(), words });
        }
    }
    let mut add = |there: bool, address: &str, label: &str, words| {
        if there {
            ways.push(WayIn { address: address.to_owned(), label: label.to_owned(), words });
        }
    };
    add(
        site.matrix.is_some(),
        "progress.html",
        "Progress",
        "Every topic at a glance, attribute by attribute.",
    );
    add(
        site.timetable.is_some(),
        "timetable.html",
        "Timetable",
        "What was to be published when, and whether it came.",
    );
    for facet in &site.facets {
        let values = "The values of this field, and the records under each.";
        add(true, &facet.address(), &facet.label, values);
    }
    add(true, "search.html", "Search and A to Z", "Every record by its words or its title.");
    add(!site.changes.is_empty(), "changes.html", "Changes", "What changed, newest first.");
    add(true, "data/index.html", "Data", "The whole archive to download and re-use.");
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fixture::{Fixture, date, record, topic, workshop};
    use crate::compose::site;

    #[test]
    fn home_counts_what_there_is_and_leads_only_there() {
        let mut case = record("cases/a", "A").tagged("theme_tag", &["Data"]);
        case.updated = Some(date("2019-07-01"));
        let edition = Fixture::new()
            .with(case)
            .with(topic("topics/t", "T", None))
            .with(workshop("workshops/a", "Second", "2018-12-05"))
            .with(workshop("workshops/b", "First", "2018-07-03"))
            .edition("2019-07-11");
        let site = site(&edition);
        let home = home(&site);
        assert_eq!(home.report, None);
        let figures: Vec<(&str, usize)> =
            home.figures.iter().map(|figure| (figure.label, figure.count)).collect();
        assert_eq!(figures, [("Topic", 1), ("Workshops", 2), ("Case", 1)]);
        assert_eq!(home.workshops, [3, 2]);
        assert_eq!(home.latest.len(), 1);
        let ways: Vec<&str> = home.ways_in.iter().map(|way| way.address.as_str()).collect();
        assert_eq!(
            ways,
            [
                "topics/index.html",
                "workshops/index.html",
                "cases/index.html",
                "progress.html",
                "tags/theme_tag/index.html",
                "search.html",
                "changes.html",
                "data/index.html"
            ]
        );
    }

    #[test]
    fn an_empty_archive_has_a_home_too() {
        let edition = Fixture::new().edition("2019-07-11");
        let site = site(&edition);
        let home = home(&site);
        assert!(home.figures.is_empty() && home.latest.is_empty() && home.report.is_none());
    }
}
