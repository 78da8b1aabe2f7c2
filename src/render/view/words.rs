//! Pages that need few words here: a compiled report, not found, and old addresses.

use serde::Serialize;

use super::super::place::Place;
use super::super::press::{Press, Sheet};
use super::super::report::{html_view, stands};
use crate::audience::Audience;

/// The page of a compiled report, by its index in the site.
pub(crate) fn report(press: &Press, place: Place, index: usize) -> anyhow::Result<String> {
    let report = &press.site.reports()[index];
    // What was frozen is what readers are shown, even where the records now give other words.
    let lock = press.edition().lock_of(&press.record(report.record).id);
    if let Some(lock) = lock
        && let Some(frozen) = lock.edition(report.title.edition)
        && !stands(press.site, index)
    {
        return super::edition(press, place, lock, frozen);
    }
    let facts = &report.title.citation.whole;
    let label = press.edition().schema().label("reports");
    let sheet = Sheet {
        title: &report.title.title,
        description: Some(&report.sentence),
        section: "reports",
        crumbs: &[(&label, "reports/index.html".to_owned())],
        of: Some((report.record, facts)),
    };
    let view = html_view(press.site, index, press.for_print(place.path()));
    press.print(place, &sheet, "report.html", &view.citing(press.site, index))
}

#[derive(Debug, Serialize)]
struct NotFound {
    search: String,
    changes: String,
    home: String,
}

/// The page that a server shows at an address that has none.
pub(crate) fn not_found(press: &Press, place: Place) -> anyhow::Result<String> {
    let view = NotFound {
        search: place.href("search.html"),
        changes: place.href("changes.html"),
        home: place.href("index.html"),
    };
    let sheet =
        Sheet { title: press.words().say("no-page"), description: None, section: "", crumbs: &[], of: None };
    press.print(place, &sheet, "404.html", &view)
}

#[derive(Debug, Serialize)]
struct Alias<'v> {
    lang: &'v str,
    title: &'v str,
    href: String,
    canonical: Option<String>,
    members: bool,
}

/// The page at an old address, which leads to where the record is now.
pub(crate) fn alias(press: &Press, place: Place, index: usize) -> anyhow::Result<String> {
    let view = Alias {
        lang: &press.edition().config().language,
        title: &press.record(index).title,
        href: press.href(place, index),
        canonical: press.canonical(press.site.addresses.record(index)),
        members: press.edition().audience() == Audience::Members,
    };
    Ok(press.part(place, "alias.html", &view)?.as_str().to_owned())
}
