//! The home page: what the archive is, its newest report, the ways in, what changed lately.

use serde::Serialize;

use super::super::html::{Html, capital, escaped};
use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::changes::{Told, told};
use super::figure::Figure;
use super::{count, count_of};
use crate::compose::listing::Listing;
use crate::model::date::Date;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::words::args;

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
    title: Html,
    href: String,
    status: String,
    edition: u32,
    as_at: Html,
    sentence: Html,
}

/// A way into the archive.
#[derive(Debug, Serialize)]
struct Way {
    count: String,
    label: String,
    href: String,
    says: String,
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
                title: press.title(report.record),
                href: press.href(place, report.record),
                status: capital(press.words().say(if of.is_final { "final" } else { "draft" })),
                edition: of.edition,
                sentence: in_english(press, &report.sentence),
                as_at: Html::new(&press.time(Date::from_day(report.as_of))),
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

/// What a report says, which is English whatever the site's language is.
fn in_english(press: &Press, words: &str) -> Html {
    match press.words().is_english() {
        true => Html::text(words),
        false => Html::new(&format!("<span lang=\"en\">{}</span>", escaped(words))),
    }
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
pub(super) fn says<'s>(press: &Press<'s>, collection: &str) -> &'s str {
    press.words().find("says", collection).unwrap_or_default()
}

/// How many records a list has, and how many of them are meetings that were only announced.
pub(super) fn how_many(press: &Press, listing: &Listing) -> String {
    let many = count_of(press.words(), listing.records.len(), &listing.singular, &listing.label);
    let announced =
        |index: &&usize| matches!(&press.record(**index).kind, Kind::Workshop(workshop) if workshop.planned);
    match listing.records.iter().filter(announced).count() {
        0 => many,
        n => press.words().fill("n-only-announced", args![count = n, records = many]),
    }
}

/// The ways in: what the dialogue is about first, what it rests on after that.
fn ways(press: &Press, place: Place) -> (Vec<Way>, Vec<Way>) {
    let site = press.site;
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for listing in &site.listings {
        let collection = &*listing.collection;
        let (label, href) = match collection {
            "milestones" if site.timetable.is_some() => {
                (press.words().say("timetable").to_owned(), "timetable.html".to_owned())
            }
            _ => (listing.label.clone(), listing.pages[0].clone()),
        };
        let way = Way {
            count: match (collection, &site.timetable) {
                // As the timetable counts them: an entry that repeats another is no promise of its own.
                ("milestones", Some(timetable)) => {
                    count(press.words(), timetable.tally().entries, "n-promise")
                }
                _ => how_many(press, listing),
            },
            label,
            href: place.href(&href),
            says: says(press, collection).to_owned(),
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
