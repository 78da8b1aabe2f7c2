//! `sitemap.xml` and `robots.txt`.

use super::html::{escape, machine_date};
use super::pages::{Page, What};
use super::place::Place;
use super::press::Press;
use crate::audience::Audience;
use crate::publish::sink::Sink;

/// Makes the sitemap.
pub(crate) fn print(press: &Press, plan: &[Page], sink: &dyn Sink) -> anyhow::Result<()> {
    sink.file("sitemap.xml", sitemap(press, plan).into_bytes())
}

/// Makes `robots.txt`. The edition for members asks to be left alone.
pub(crate) fn robots(press: &Press, sink: &dyn Sink) -> anyhow::Result<()> {
    let base = press.edition().config().base_url.as_deref();
    let public = press.edition().audience() == Audience::Public;
    let mut robots = String::from("User-agent: *\n");
    robots.push_str(if public { "Allow: /\n" } else { "Disallow: /\n" });
    if let Some(base) = base.filter(|_| public) {
        for folder in std::iter::once("").chain(press.languages.folders()) {
            robots.push_str(&format!("Sitemap: {base}{folder}sitemap.xml\n"));
        }
    }
    sink.file("robots.txt", robots.into_bytes())
}

/// Every page that has something to find; without a base URL, addresses begin at the site's root. A page has the
/// day that its editors give it. The day of a commit is none: it would be another wherever something changed
/// that the edition does not show, and to leave it out there would tell of which records that is so.
fn sitemap(press: &Press, plan: &[Page]) -> String {
    let mut xml = String::with_capacity(plan.len() * 96);
    xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    if !press.languages.is_single() {
        xml.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    xml.push_str(">\n");
    let mut add = |path: &str, changed: Option<String>| {
        let address =
            press.canonical(path).unwrap_or_else(|| format!("/{}", crate::compose::address::url(path)));
        xml.push_str("<url><loc>");
        escape(&address, &mut xml);
        xml.push_str("</loc>");
        if let Some(day) = changed {
            xml.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        for other in press.languages.alternates(press, Place::at(path)) {
            xml.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"", other.lang));
            escape(&other.href, &mut xml);
            xml.push_str("\"/>");
        }
        xml.push_str("</url>\n");
    };
    for page in plan {
        match page.what {
            What::Alias(_) | What::NotFound | What::Citations { .. } => {}
            What::Record(index) => {
                let record = press.record(index);
                add(&page.path, record.updated.and_then(machine_date));
            }
            _ => add(&page.path, None),
        }
    }
    xml.push_str("</urlset>\n");
    xml
}
