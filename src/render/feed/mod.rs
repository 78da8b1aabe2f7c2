//! Feeds of changes: of the whole site, of each collection, of each issue; each as Atom (RFC 4287)
//! and as JSON Feed 1.1.
//!
//! In: the changes of the site. Out: `feed.xml` and `feed.json` at the root and in the folder of each
//! collection, and `<slug>.xml` and `<slug>.json` beside each issue's page and beside each page that leads
//! on to it from an old address. Without a base URL links
//! are relative and ids are URNs.

mod atom;
mod json;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::html::plain;
use super::place::Place;
use super::press::Press;
use super::view;
use crate::compose::changes::Change;
use crate::model::kinds::Kind;
use crate::publish::sink::Sink;
use crate::spent::{self, Work};

/// How many changes a feed tells.
const MOST: usize = 50;

/// A feed, in no format yet.
struct Channel {
    title: String,
    /// The page that it follows.
    page: String,
    /// Its address without the end that tells the format.
    path: String,
    updated: String,
    /// For whom it is, where that is not everybody.
    rights: Option<String>,
    entries: Vec<Entry>,
}

/// A change, in plain words.
struct Entry {
    title: String,
    summary: String,
    /// The page with the part of it, as an address from the site's base.
    address: String,
    /// A lasting id: no two changes of a record have the same.
    id: String,
    day: String,
}

/// Makes every feed.
pub(crate) fn print(press: &Press, sink: &dyn Sink) -> anyhow::Result<()> {
    spent::on(Work::Data, || every_feed(press, sink))
}

fn every_feed(press: &Press, sink: &dyn Sink) -> anyhow::Result<()> {
    let site = press.site;
    let title = &press.edition().config().title;
    let save_at = |channel: &Channel, others: &[String]| {
        let written = || Ok::<_, anyhow::Error>((atom::write(press, channel)?, json::write(press, channel)?));
        let (atom, json) = spent::on(Work::Data, written)?;
        for path in others {
            sink.file(&format!("{path}.xml"), atom.clone())?;
            sink.file(&format!("{path}.json"), json.clone())?;
        }
        sink.file(&format!("{}.xml", channel.path), atom)?;
        sink.file(&format!("{}.json", channel.path), json)
    };
    let save = |channel: &Channel| save_at(channel, &[]);
    let all = site.changes.iter().collect();
    save(&channel(press, title.clone(), "index.html".to_owned(), "feed".to_owned(), all))?;

    let mut of_collection: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    let mut of_issue: BTreeMap<usize, Vec<&Change>> = BTreeMap::new();
    // An issue of which nothing is known yet has a feed, to follow it from its first day.
    for (index, record) in site.edition.records().iter().enumerate() {
        if matches!(record.kind, Kind::Issue(_)) {
            of_issue.insert(index, Vec::new());
        }
    }
    for change in &site.changes {
        let record = press.record(change.record);
        of_collection.entry(record.id.collection()).or_default().push(change);
        if matches!(record.kind, Kind::Issue(_)) {
            of_issue.entry(change.record).or_default().push(change);
        }
    }
    for listing in &site.listings {
        let folder = &listing.collection;
        let changes = of_collection.remove(&**folder).unwrap_or_default();
        let title = format!("{} – {title}", listing.label);
        save(&channel(press, title, format!("{folder}/index.html"), format!("{folder}/feed"), changes))?;
    }
    // A reader's program follows no page that leads on: a renamed issue has its feeds at the old addresses too.
    let mut old: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (address, index) in site.addresses.aliases().filter(|(_, index)| of_issue.contains_key(index)) {
        let stem = address.strip_suffix(".html").filter(|stem| *stem != "issues/feed");
        let of_an_issue = stem.filter(|stem| stem.starts_with("issues/"));
        old.entry(index).or_default().extend(of_an_issue.map(str::to_owned));
    }
    let of_issue: Vec<_> = of_issue.into_iter().collect();
    of_issue.into_par_iter().with_min_len(16).try_for_each(|(index, changes)| {
        let page = site.addresses.record(index);
        let path = page.strip_suffix(".html").unwrap_or(page).to_owned();
        let title = format!("{} – {title}", press.record(index).title);
        let others = old.get(&index).map_or(&[][..], Vec::as_slice);
        save_at(&channel(press, title, page.to_owned(), path, changes), others)
    })
}

fn channel(press: &Press, title: String, page: String, path: String, changes: Vec<&Change>) -> Channel {
    let newest = changes.iter().map(|change| view::change_day(change)).max();
    let entries = changes.into_iter().take(MOST).map(|change| entry(press, change)).collect();
    let updated = newest.unwrap_or_else(|| press.edition().today().to_string());
    Channel { title, page, path, updated, rights: press.rights().map(str::to_owned), entries }
}

fn entry(press: &Press, change: &Change) -> Entry {
    let told = view::told(press, Place::at("feed.xml"), change);
    let address = &view::change_page(press, change);
    let (part, day) = (view::change_part(change), view::change_day(change));
    Entry {
        title: press.record(change.record).title.clone(),
        summary: plain(told.what.as_str()),
        address: format!("{}{part}", crate::compose::address::url(address)),
        id: id(press, address, &format!("{day}{part}")),
        day,
    }
}

/// The lasting id of a page, or of a change of it.
fn id(press: &Press, address: &str, rest: &str) -> String {
    let rest = rest.replace('#', "/");
    match press.edition().config().base_url.as_deref() {
        Some(base) if rest.is_empty() && address == "index.html" => base.to_owned(),
        Some(base) if rest.is_empty() => format!("{base}{}", crate::compose::address::url(address)),
        Some(base) => format!("{base}{}#{rest}", crate::compose::address::url(address)),
        None => format!("urn:annals:{}:{rest}", crate::compose::address::url(address)),
    }
}
