//! A page as schema.org's JSON-LD.
//!
//! In: what is told of a page. Out: one `script` of data: the page, what it is about (a report, an
//! event, an action with its status, a document, a dataset), and the way to it from the home page. No
//! browser runs it.

use serde::Serialize;

use super::About;
use super::orcid_address;
use crate::model::action::State;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::render::html::machine_date;

/// What a record is, among schema.org's types.
pub(super) fn kind(record: &Record) -> &'static str {
    match &record.kind {
        Kind::Report(_) => "Report",
        Kind::Workshop(_) => "Event",
        Kind::Action(_) => "Action",
        Kind::Paper(_) => "Article",
        Kind::Artefact(_) => "CreativeWork",
        Kind::Issue(_) => "Question",
        Kind::Plain => match record.id.collection() {
            "organisations" => "Organization",
            "locations" => "Place",
            "sources" => "CreativeWork",
            _ => "Thing",
        },
        _ => "Thing",
    }
}

/// Writes the element.
pub(super) fn write(about: &About, out: &mut String) {
    let document = about.report().is_some();
    let author = |name: &str| {
        let editor = about.editors().find(|editor| editor.name == name);
        Agent {
            kind: if editor.is_some() { "Person" } else { "Organization" },
            id: editor.and_then(|editor| editor.orcid.as_ref()).map(|id| orcid_address(id)),
            name: name.to_owned(),
        }
    };
    let page = Page {
        context: "https://schema.org",
        kind: match (document, about.of, about.place.path()) {
            (true, ..) => "Report",
            (_, Some(_), _) => "WebPage",
            (_, None, "data/index.html") => "Dataset",
            (_, None, "index.html") => "WebSite",
            _ => "CollectionPage",
        },
        id: about.url,
        url: about.url,
        name: about.title,
        description: about.description,
        author: about.authors().iter().map(|name| author(name)).collect(),
        date_published: about.date(),
        license: about.licence.as_deref(),
        publisher: Agent { kind: "Organization", id: None, name: about.publisher().to_owned() },
        in_language: about.language(),
        version: about.version(),
        report_number: about.version().map(|version| format!("edition {version}")),
        is_part_of: (about.place.path() != "index.html").then(|| Part {
            kind: "WebSite",
            name: about.site(),
            url: about.base(),
        }),
        distribution: distribution(about),
        main_entity: about.of.filter(|_| !document).and_then(|(record, _)| Entity::of(record)),
        breadcrumb: breadcrumb(about),
    };
    // A struct of strings is always JSON; `<` is written so that no text ends the element.
    let json = serde_json::to_string(&page).unwrap_or_default().replace('<', "\\u003c");
    out.push_str("<script type=\"application/ld+json\">");
    out.push_str(&json);
    out.push_str("</script>");
}

fn distribution(about: &About) -> Vec<Download> {
    if about.place.path() != "data/index.html" {
        return Vec::new();
    }
    let at = |name: &str| about.press.shared_address(&format!("data/{name}"));
    let files = [("archive.json", "application/json"), ("datapackage.json", "application/json")];
    let files = files
        .into_iter()
        .filter_map(|(name, media)| Some(Download { kind: "DataDownload", url: at(name)?, encoding: media }));
    files.collect()
}

fn breadcrumb(about: &About) -> Option<Breadcrumbs> {
    if about.crumbs.is_empty() {
        return None;
    }
    let home = (about.press.words().say("home"), "index.html".to_owned());
    let items = std::iter::once(&home)
        .chain(about.crumbs)
        .enumerate()
        .map(|(n, (name, path))| Item {
            kind: "ListItem",
            position: n + 1,
            name: (*name).to_owned(),
            item: about.press.canonical(path),
        })
        .collect();
    Some(Breadcrumbs { kind: "BreadcrumbList", items })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'p> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'p str>,
    name: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Agent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'p str>,
    publisher: Agent,
    in_language: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Part<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distribution: Vec<Download>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<Entity<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breadcrumb: Option<Breadcrumbs>,
}

#[derive(Serialize)]
struct Agent {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    name: String,
}

#[derive(Serialize)]
struct Part<'p> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'p str>,
}

#[derive(Serialize)]
struct Download {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "contentUrl")]
    url: String,
    #[serde(rename = "encodingFormat")]
    encoding: &'static str,
}

/// What a page is about, where schema.org has a word for it.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Entity<'p> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Part<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'p str>,
}

impl<'p> Entity<'p> {
    fn of(record: &'p Record) -> Option<Self> {
        let mut entity = Entity { kind: kind(record), name: &record.title, ..Entity::default() };
        match &record.kind {
            Kind::Workshop(workshop) => {
                entity.start_date = workshop.date.and_then(machine_date);
                entity.location =
                    workshop.place.as_deref().map(|name| Part { kind: "Place", name, url: None });
                // schema.org has no word for an event that took place as planned but this one.
                entity.event_status = Some("https://schema.org/EventScheduled");
            }
            Kind::Action(action) => {
                entity.action_status = Some(match action.state {
                    State::Open | State::NotStated => "https://schema.org/PotentialActionStatus",
                    State::InProgress | State::Ongoing => "https://schema.org/ActiveActionStatus",
                    State::Completed => "https://schema.org/CompletedActionStatus",
                    State::Closed => "https://schema.org/FailedActionStatus",
                });
            }
            Kind::Paper(paper) => {
                entity.date_published = paper.date.and_then(machine_date);
                entity.version = paper.version.as_deref();
            }
            _ if entity.kind == "Thing" => return None,
            _ => {}
        }
        Some(entity)
    }
}

#[derive(Serialize)]
struct Breadcrumbs {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}
