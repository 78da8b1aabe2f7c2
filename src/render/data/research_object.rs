//! `ro-crate-metadata.json`: the site as a research object (RO-Crate 1.2).
//!
//! In: the files of data that were made, and what `annals.yaml` says of the archive. Out: JSON-LD at
//! the root of the site, as the standard asks, from which a repository can take the archive in whole.

use std::borrow::Cow;

use super::cell::Cell;
use crate::compose::address::edition_page;
use crate::render::chrome::license;
use crate::render::press::Press;
use crate::render::view::DataFile;

/// Its address, which the standard fixes.
pub(super) const FILE: &str = "ro-crate-metadata.json";

/// The description of a site and its data.
pub(super) fn describe(press: &Press, files: &[DataFile]) -> anyhow::Result<Vec<u8>> {
    let config = press.edition().config();
    let licence = config.licence.as_deref().map(|spdx| {
        let known = license(spdx);
        (known.href.unwrap_or_else(|| "#licence".to_owned()), known.name, spdx)
    });
    let mut parts: Vec<Cell> = files.iter().map(|file| to(&format!("data/{}", file.name))).collect();
    parts.push(to("index.html"));
    let editions: Vec<(String, &str)> = press
        .edition()
        .locks()
        .flat_map(|lock| {
            lock.editions.iter().map(|one| (edition_page(&lock.report, one.edition), &*one.title))
        })
        .collect();
    parts.extend(editions.iter().map(|(page, _)| to(page)));
    let root = entity(vec![
        ("@id", text("./")),
        ("@type", text("Dataset")),
        ("name", text(&config.title)),
        ("description", text(config.summary.as_deref().unwrap_or(&config.title))),
        ("datePublished", text(&press.edition().today().to_string())),
        ("license", licence.as_ref().map_or(text(""), |(id, ..)| to(id))),
        ("conditionsOfAccess", text(press.rights().unwrap_or(""))),
        ("author", config.publisher.as_ref().map_or(text(""), |_| to("#publisher"))),
        ("publisher", config.publisher.as_ref().map_or(text(""), |_| to("#publisher"))),
        ("url", text(config.base_url.as_deref().unwrap_or(""))),
        ("hasPart", Cell::List(parts)),
    ]);
    let mut graph = vec![
        entity(vec![
            ("@id", text(FILE)),
            ("@type", text("CreativeWork")),
            ("conformsTo", to("https://w3id.org/ro/crate/1.2")),
            ("about", to("./")),
        ]),
        root,
        entity(vec![
            ("@id", text("index.html")),
            ("@type", text("File")),
            ("name", text("The archive, to read")),
            ("encodingFormat", text("text/html")),
        ]),
    ];
    graph.extend(editions.iter().map(|(page, title)| {
        entity(vec![
            ("@id", text(page)),
            ("@type", text("File")),
            ("name", text(title)),
            ("encodingFormat", text("text/html")),
        ])
    }));
    graph.extend(files.iter().map(|file| {
        entity(vec![
            ("@id", text(&format!("data/{}", file.name))),
            ("@type", text("File")),
            ("name", text(&file.holds)),
            ("contentSize", text(&file.bytes.to_string())),
            ("sha256", text(&file.sha256)),
            ("encodingFormat", text(media_type(&file.name))),
        ])
    }));
    if let Some((id, name, spdx)) = &licence {
        graph.push(entity(vec![
            ("@id", text(id)),
            ("@type", text("CreativeWork")),
            ("name", text(name)),
            ("identifier", text(spdx)),
        ]));
    }
    if let Some(publisher) = &config.publisher {
        graph.push(entity(vec![
            ("@id", text("#publisher")),
            ("@type", text("Organization")),
            ("name", text(publisher)),
        ]));
    }
    let whole = entity(vec![
        ("@context", text("https://w3id.org/ro/crate/1.2/context")),
        ("@graph", Cell::List(graph)),
    ]);
    let mut bytes = serde_json::to_vec_pretty(&whole)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// An object of the graph; what is not known is left out.
fn entity(pairs: Vec<(&'static str, Cell<'static>)>) -> Cell<'static> {
    let known = pairs.into_iter().filter(|(_, cell)| !cell.is_empty());
    Cell::Map(known.map(|(key, cell)| (Cow::Borrowed(key), cell)).collect())
}

fn to(id: &str) -> Cell<'static> {
    entity(vec![("@id", text(id))])
}

fn text(words: &str) -> Cell<'static> {
    Cell::text(words.to_owned())
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "csv")) => "text/csv",
        Some((_, "json")) => "application/json",
        _ => "text/plain",
    }
}
