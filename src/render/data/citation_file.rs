//! `CITATION.cff`: how to cite the archive, and its newest signed report, for reference managers and
//! repositories (Citation File Format 1.2.0).
//!
//! In: what `annals.yaml` says, and the reports. Out: YAML at the root of the site.

use serde::Serialize;

use crate::compose::citing::ReportCitation;
use crate::model::date::Date;
use crate::render::press::Press;

/// Its address, which the standard fixes.
pub(super) const FILE: &str = "CITATION.cff";

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct File<'c> {
    cff_version: &'static str,
    r#type: &'static str,
    message: &'static str,
    title: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#abstract: Option<String>,
    authors: Vec<Entity<'c>>,
    date_released: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_citation: Option<Preferred<'c>>,
}

/// A body or a person: the format takes the whole name of either, which is all that is known here.
#[derive(Serialize)]
struct Entity<'c> {
    name: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    orcid: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Preferred<'c> {
    r#type: &'static str,
    title: &'c str,
    authors: Vec<Entity<'c>>,
    institution: Entity<'c>,
    number: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// The file.
pub(super) fn write(press: &Press) -> anyhow::Result<Vec<u8>> {
    let (edition, config) = (press.edition(), press.edition().config());
    let file = File {
        cff_version: "1.2.0",
        r#type: "dataset",
        message: "Please cite the archive as below; every page says how to cite it alone.",
        title: &config.title,
        r#abstract: config.summary.as_deref().map(crate::render::markdown::words),
        authors: vec![publisher(press)],
        date_released: edition.today().to_string(),
        license: config.licence.as_deref(),
        url: config.base_url.as_deref(),
        preferred_citation: preferred(press),
    };
    Ok(serde_yaml::to_string(&file)?.into_bytes())
}

fn publisher<'c>(press: &'c Press) -> Entity<'c> {
    let config = press.edition().config();
    Entity { name: config.publisher.as_deref().unwrap_or(&config.title), orcid: None }
}

/// The newest edition that was signed, at the address where it stays; where there is none the newest report, with the
/// word that it is still being written.
fn preferred<'c>(press: &'c Press) -> Option<Preferred<'c>> {
    let reports = || press.site.reports().iter();
    let signed = reports().filter_map(|report| {
        let lock = press.edition().lock_of(&press.record(report.record).id)?;
        let is_here = lock.audience == press.edition().audience().up_to();
        Some((report, lock.newest().filter(|_| is_here)?))
    });
    if let Some((report, frozen)) = signed.max_by_key(|(_, frozen)| (frozen.as_of, frozen.edition)) {
        let whole = ReportCitation::of_frozen(press.edition(), &press.record(report.record).id, frozen).whole;
        let orcid =
            |name: &str| report.title.editors.iter().find(|editor| editor.name == name)?.orcid.as_deref();
        let authors = frozen.authors.iter().map(|name| author(name, orcid(name))).collect();
        return Some(told(press, (&frozen.title, authors), (frozen.edition, frozen.date), whole.url));
    }
    let newest = reports().max_by_key(|report| (report.as_of, report.title.edition))?;
    let title = &newest.title;
    let authors = title.editors.iter().map(|editor| author(&editor.name, editor.orcid.as_deref())).collect();
    let url = title.citation.whole.url.clone();
    let told = told(press, (&title.title, authors), (title.edition, title.date), url);
    Some(match title.is_final {
        true => told,
        false => Preferred { status: Some("in-preparation"), notes: Some("A draft, not signed."), ..told },
    })
}

fn author<'c>(name: &'c str, orcid: Option<&str>) -> Entity<'c> {
    Entity { name, orcid: orcid.map(|id| format!("https://orcid.org/{id}")) }
}

fn told<'c>(
    press: &'c Press,
    (title, mut authors): (&'c str, Vec<Entity<'c>>),
    (edition, date): (u32, Option<Date>),
    url: Option<String>,
) -> Preferred<'c> {
    if authors.is_empty() {
        authors.push(publisher(press));
    }
    let whole = |date: &Date| date.to_string().len() == 10;
    Preferred {
        r#type: "report",
        title,
        authors,
        institution: publisher(press),
        number: format!("edition {edition}"),
        status: None,
        notes: None,
        date_published: date.filter(whole).map(|date| date.to_string()),
        year: date.map(Date::year),
        license: press.edition().config().licence.as_deref(),
        url,
    }
}
