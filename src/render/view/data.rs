//! The page of the data: what can be downloaded, how large, and how to use it.

use serde::Serialize;

use super::super::chrome::{License, license};
use super::super::files::size;
use super::super::html::Html;
use super::super::place::Place;
use super::super::press::{Press, Sheet};

/// A file of data that was made.
#[derive(Clone, Debug)]
pub(crate) struct DataFile {
    /// Its name in the folder `data`.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) holds: String,
    /// How many records it has, where it has records.
    pub(crate) records: Option<usize>,
    /// Its bytes.
    pub(crate) bytes: u64,
    /// SHA-256 of them, 64 lower-case hex digits.
    pub(crate) sha256: String,
}

#[derive(Debug, Serialize)]
struct View {
    files: Vec<Row>,
    licence: Option<License>,
    licence_link: Option<Html>,
    as_at: Html,
    example: String,
    example_page: String,
    base: String,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    href: String,
    holds: String,
    records: Option<usize>,
    size: String,
}

/// The page of the data.
pub(crate) fn page(press: &Press, place: Place, files: &[DataFile]) -> anyhow::Result<String> {
    let edition = press.edition();
    let example = press.site.listings.first().and_then(|listing| listing.records.first()).copied();
    let view = View {
        files: files
            .iter()
            .map(|file| Row {
                href: press.shared(place, &crate::compose::address::url(&format!("data/{}", file.name))),
                name: file.name.clone(),
                holds: file.holds.clone(),
                records: file.records,
                size: size(press.words(), file.bytes),
            })
            .collect(),
        licence_link: edition.config().licence.as_deref().map(|spdx| license(spdx).link(press.words(), None)),
        licence: edition.config().licence.as_deref().map(license),
        as_at: press.today(),
        example: example.map_or_else(String::new, |index| press.record(index).id.as_str().to_owned()),
        example_page: example.map_or_else(String::new, |index| press.site.addresses.record(index).to_owned()),
        base: edition.config().address().unwrap_or_default().to_owned(),
    };
    let sheet = Sheet {
        title: press.words().say("data"),
        description: Some(press.words().say("data-lede")),
        section: "",
        crumbs: &[],
        of: None,
    };
    press.print(place, &sheet, "data.html", &view)
}
