//! The home page: what the archive is, its newest report, the ways in, what changed lately.

use serde::Serialize;

use super::super::html::{Html, time};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::changes::{Told, told};
use super::figure::Figure;
use super::{count, lower};
use crate::model::date::Date;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;

/// How many changes the home page tells.
const LATELY: usize = 5;

#[derive(Debug, Serialize)]
struct View {
    title: String,
    lede: Option<Html>,
    report: Option<Report>,
    figure: Option<Figure>,
    as_at: Html,
    ways: Vec<Way>,
    others: Vec<Way>,
    browse: Option<String>,
    lately: Vec<Told>,
    changes: String,
}

#[derive(Debug, Serialize)]
struct Report {
    title: String,
    href: String,
    status: &'static str,
    edition: u32,
    as_at: Html,
    sentence: String,
}

/// A way into the archive.
#[derive(Debug, Serialize)]
struct Way {
    count: String,
    label: String,
    href: String,
    says: &'static str,
}

/// The home page.
pub(crate) fn page(press: &Press, place: Place) -> anyhow::Result<String> {
    let (edition, config) = (press.edition(), press.edition().config());
    let report = press.site.reports().first();
    let as_of = report.map_or(edition.today(), |report| report.as_of);
    let (ways, others) = ways(press, place);
    let view = View {
        title: config.title.clone(),
        lede: lede(press, place),
        report: report.and_then(|report| {
            let record = press.record(report.record);
            let Kind::Report(of) = &record.kind else { return None };
            Some(Report {
                title: record.title.clone(),
                href: press.href(place, report.record),
                status: if of.is_final { "Final" } else { "Draft" },
                edition: of.edition,
                sentence: report.sentence.clone(),
                as_at: Html::new(&time(Date::from_day(report.as_of))),
            })
        }),
        figure: (!edition.collection("issues").is_empty()).then(|| Figure::as_at(press, place, as_of)),
        as_at: press.today(),
        ways,
        others,
        browse: (!press.site.facets.is_empty()).then(|| place.href("tags/index.html")),
        lately: press.site.changes.iter().take(LATELY).map(|change| told(press, place, change)).collect(),
        changes: place.href("changes.html"),
    };
    let summary = config.summary.as_deref().map(super::super::markdown::words);
    let sheet =
        Sheet { title: &config.title, description: summary.as_deref(), section: "", crumbs: &[], of: None };
    press.print(place, &sheet, "home.html", &view)
}

/// What the archive is, in the words of `annals.yaml`, else in those of its page `about`.
fn lede(press: &Press, place: Place) -> Option<Html> {
    if let Some(summary) = &press.edition().config().summary {
        return Some(press.config_line(place, summary));
    }
    let about = press.edition().index_of(&RecordId::new("pages", "about"))?;
    press.record(about).summary.as_deref().map(|summary| press.line(place, about, summary))
}

/// What a collection holds, in a line.
pub(super) fn says(collection: &str) -> &'static str {
    match collection {
        "reports" => "What was resolved, what was not, and what is outstanding, year by year",
        "issues" => "Each question that was raised, where it stands and why",
        "topics" => "The areas that the questions fall into, with progress in each",
        "workshops" => "What was asked and answered at each meeting",
        "actions" => "Who promised what, and what came of it",
        "milestones" => "What was to be published, by when, and whether it came",
        "cases" => "Times the public, or groups that speak for it, had a say",
        "papers" => "Documents put to the meetings",
        "artefacts" => "What the actions produced",
        "interests" => "What members registered that they want progress on",
        "components" => "The parts of the cases",
        "methods" => "How people were brought together to talk",
        "organisations" => "Who led, took part or was spoken of",
        "sources" => "Where the facts come from",
        "locations" => "Where it took place",
        "pages" => "About this archive",
        _ => "",
    }
}

/// The ways in: what the dialogue is about first, what it rests on after that.
fn ways(press: &Press, place: Place) -> (Vec<Way>, Vec<Way>) {
    let site = press.site;
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for listing in &site.listings {
        let collection = &*listing.collection;
        let number = listing.records.len();
        let (label, href) = match collection {
            "milestones" if site.timetable.is_some() => ("Timetable".to_owned(), "timetable.html".to_owned()),
            _ => (listing.label.clone(), listing.pages[0].clone()),
        };
        let noun = if collection == "milestones" {
            ("promise".to_owned(), "promises".to_owned())
        } else {
            (lower(&listing.singular), lower(&listing.label))
        };
        let way = Way {
            count: count(number, &noun.0, &noun.1),
            label,
            href: place.href(&href),
            says: says(collection),
        };
        let built_in = press.edition().schema().collection(collection).is_some_and(|known| known.built_in);
        let main = ["reports", "issues", "topics", "workshops", "actions", "milestones", "cases"];
        if main.contains(&collection) || !built_in {
            first.push(way);
        } else {
            others.push(way);
        }
    }
    (first, others)
}
