//! What every page has around it: head, header with navigation, footer. Each is rendered once for
//! each depth of folder, and the header once more for each entry of the navigation.
//!
//! In: the site and the theme. Out: markup by depth and section. Holds nothing of single pages.

use serde::Serialize;

use super::html::{Html, escaped, time};
use super::place::Place;
use super::theme::Theme;
use crate::audience::Audience;
use crate::compose::Site;
use crate::model::date::Date;
use crate::model::words::Words;

/// The deepest folder that pages with a frame stand in: `tags/<facet>/<value>/<facet>/<value>/page-2.html`.
const DEEPEST: usize = 5;

/// The shared parts of pages, ready.
#[derive(Debug)]
pub(crate) struct Chrome {
    sections: Vec<Section>,
    by_depth: Vec<Frame>,
    anywhere: Frame,
    root: String,
}

/// The shared parts at one depth.
#[derive(Debug)]
pub(crate) struct Frame {
    /// What stands in every `head`.
    pub(crate) head: Html,
    /// What stands above a page outside every section; then by section.
    tops: Vec<Html>,
    /// What stands below a page.
    pub(crate) foot: Html,
}

/// An entry of the navigation.
#[derive(Clone, Debug)]
struct Section {
    key: String,
    label: String,
    address: String,
}

#[derive(Serialize)]
struct View<'v> {
    title: &'v str,
    edition: &'v str,
    members: bool,
    base: &'v str,
    /// The way to what all languages share.
    shared: String,
    sections: Vec<Entry<'v>>,
    facets: bool,
    withheld: bool,
    signed: bool,
    pages: Vec<Entry<'v>>,
    as_at: Html,
    licence: Option<License>,
    licence_link: Option<Html>,
    publisher: Option<&'v str>,
}

#[derive(Serialize)]
struct Entry<'v> {
    label: &'v str,
    href: String,
    current: bool,
}

/// A licence as a reader knows it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct License {
    pub(crate) name: String,
    pub(crate) href: Option<String>,
}

impl License {
    /// Its name, with the way to it where there is one; `rel` tells programs what the link is.
    pub(crate) fn link(&self, words: &Words, rel: Option<&str>) -> Html {
        let ours = self.href.as_deref().is_some_and(|href| href.contains("open-government-licence"));
        let name = escaped(if ours { words.say("licence-ogl-uk-3") } else { &self.name });
        let rel = rel.map(|rel| format!(" rel=\"{rel}\"")).unwrap_or_default();
        Html::new(&match &self.href {
            Some(href) => format!("<a href=\"{}\"{rel}>{name}</a>", escaped(href)),
            None => name,
        })
    }
}

impl Chrome {
    /// The shared parts of a site.
    pub(crate) fn new(site: &Site, theme: &Theme) -> anyhow::Result<Self> {
        let sections = sections(site);
        let root = root(site.edition.config().base_url.as_deref());
        let frame = |place: Place| frame(site, theme, &sections, place);
        let by_depth = (0..=DEEPEST)
            .map(|depth| frame(Place::at(&format!("{}x", "x/".repeat(depth)))))
            .collect::<anyhow::Result<_>>()?;
        let anywhere = frame(Place::anywhere("404.html", &root))?;
        Ok(Chrome { by_depth, anywhere, root, sections })
    }

    /// The parts around a page, and what stands above it, where `section` is the key of the entry of
    /// the navigation that leads to it: a collection's name, or the page's own.
    pub(crate) fn around(&self, place: Place, section: &str) -> (&Frame, &Html) {
        let frame = match place.depth() {
            Some(depth) => &self.by_depth[depth.min(DEEPEST)],
            None => &self.anywhere,
        };
        let n = self.sections.iter().position(|known| known.key == section).map_or(0, |n| n + 1);
        (frame, &frame.tops[n])
    }

    /// The path of the site's base on its server, `/` where it is not known.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }
}

/// The path of an address: `/archive/` of `https://example.org/archive/`.
fn root(base_url: Option<&str>) -> String {
    let path = base_url
        .and_then(|url| url.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned()))
        .unwrap_or_default();
    if path.ends_with('/') { path } else { format!("{path}/") }
}

/// The entries of the navigation: what the dialogue is about first, then the collections that
/// nobody foresaw, then search. Papers, organisations and the like are reached from the home page.
fn sections(site: &Site) -> Vec<Section> {
    let words = site.edition.words();
    let mut sections = Vec::new();
    let mut add = |key: &str, label: &str, address: &str| {
        sections.push(Section { key: key.to_owned(), label: label.to_owned(), address: address.to_owned() });
    };
    let listed = |name: &str| site.listings.iter().find(|listing| &*listing.collection == name);
    for key in ["reports", "progress", "issues", "topics", "workshops", "actions", "timetable", "cases"] {
        match key {
            "progress" if site.matrix.is_some() => add(key, words.say("progress"), "progress.html"),
            "timetable" if site.timetable.is_some() => add(key, words.say("timetable"), "timetable.html"),
            "actions" if !site.register.actions.is_empty() => {
                add(key, words.say("actions"), "actions/index.html")
            }
            "progress" | "timetable" | "actions" => {}
            _ => {
                if let Some(listing) = listed(key) {
                    let label = if key == "reports" { words.say("reports") } else { &listing.label };
                    add(key, label, &format!("{key}/index.html"));
                }
            }
        }
    }
    for listing in &site.listings {
        let built_in =
            site.edition.schema().collection(&listing.collection).is_some_and(|known| known.built_in);
        if !built_in {
            add(&listing.collection, &listing.label, &format!("{}/index.html", listing.collection));
        }
    }
    add("search", words.say("search"), "search.html");
    sections
}

fn frame(site: &Site, theme: &Theme, sections: &[Section], place: Place) -> anyhow::Result<Frame> {
    let edition = site.edition;
    let config = edition.config();
    let members = edition.audience() == Audience::Members;
    let words = edition.words();
    let base = place.base();
    let pages = site.listings.iter().filter(|listing| &*listing.collection == "pages");
    let mut view = View {
        title: &config.title,
        edition: words.say(if members { "members-edition" } else { "public-edition" }),
        members,
        base: &base,
        shared: if config.is_main() { base.to_string() } else { format!("{base}../") },
        sections: sections
            .iter()
            .map(|section| Entry {
                label: &section.label,
                href: place.href(&section.address),
                current: false,
            })
            .collect(),
        facets: !site.facets.is_empty(),
        withheld: !edition.withheld().is_empty(),
        signed: !site.sign_offs.is_empty(),
        pages: pages
            .flat_map(|listing| &listing.records)
            .map(|index| Entry {
                label: &edition.record(*index).title,
                href: place.href(site.addresses.record(*index)),
                current: false,
            })
            .collect(),
        as_at: Html::new(&time(words, Date::from_day(edition.today()))),
        licence_link: config.licence.as_deref().map(|spdx| license(spdx).link(words, Some("license"))),
        licence: config.licence.as_deref().map(license),
        publisher: config.publisher.as_deref(),
    };
    let print = |view: &View, template: &str| -> anyhow::Result<Html> {
        let mut context = tera::Context::new();
        context.insert("site", view);
        Ok(Html::new(theme.render(template, &context, "every page")?.trim()))
    };
    let (head, foot) = (print(&view, "parts/head.html")?, print(&view, "parts/foot.html")?);
    let mut tops = vec![print(&view, "parts/top.html")?];
    for n in 0..view.sections.len() {
        view.sections[n].current = true;
        tops.push(print(&view, "parts/top.html")?);
        view.sections[n].current = false;
    }
    Ok(Frame { head, tops, foot })
}

/// The name and the address of a licence by its SPDX expression, where it is a well-known one.
pub(crate) fn license(spdx: &str) -> License {
    let common = |name: &str, path: &str| License {
        name: name.to_owned(),
        href: Some(format!("https://creativecommons.org/{path}/")),
    };
    match spdx {
        "CC-BY-4.0" => common("Creative Commons Attribution 4.0", "licenses/by/4.0"),
        "CC-BY-SA-4.0" => common("Creative Commons Attribution-ShareAlike 4.0", "licenses/by-sa/4.0"),
        "CC-BY-NC-4.0" => common("Creative Commons Attribution-NonCommercial 4.0", "licenses/by-nc/4.0"),
        "CC-BY-ND-4.0" => common("Creative Commons Attribution-NoDerivatives 4.0", "licenses/by-nd/4.0"),
        "CC0-1.0" => common("Creative Commons Zero 1.0", "publicdomain/zero/1.0"),
        "OGL-UK-3.0" => License {
            name: "the Open Government Licence 3.0".to_owned(),
            href: Some(
                "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/".to_owned(),
            ),
        },
        // An expression of several has no page of its own.
        _ if spdx.contains([' ', '(']) || spdx.starts_with("LicenseRef-") => {
            License { name: spdx.to_owned(), href: None }
        }
        _ => License {
            name: spdx.to_owned(),
            href: Some(format!("https://spdx.org/licenses/{}.html", spdx.trim_end_matches('+'))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::root;

    #[test]
    fn the_root_is_the_path_of_the_base_url() {
        assert_eq!(root(Some("https://example.org/archive/")), "/archive/");
        assert_eq!(root(Some("https://example.org")), "/");
        assert_eq!(root(None), "/");
    }
}
