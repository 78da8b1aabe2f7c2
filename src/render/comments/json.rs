//! A listing as JSON: one object, its shape a promise.

use serde::Serialize;

use super::{Listing, Spot};

#[derive(Serialize)]
struct Listed<'l> {
    report: Option<&'l str>,
    edition: Option<u32>,
    remarks: Vec<Remark<'l>>,
    changed: Vec<Place<'l>>,
    looks: usize,
}

#[derive(Serialize)]
struct Remark<'l> {
    kind: &'static str,
    author: &'l str,
    date: Option<&'l str>,
    #[serde(flatten)]
    place: Place<'l>,
    through: Option<&'l str>,
    on: &'l str,
    words: &'l str,
    removed: &'l str,
    added: &'l str,
    done: bool,
    /// The remark it replies to, by its index from 0.
    replies_to: Option<usize>,
    document: &'l str,
}

#[derive(Serialize)]
struct Place<'l> {
    paragraph: Option<&'l str>,
    number: Option<&'l str>,
    below: bool,
    number_now: Option<&'l str>,
    since: &'static str,
    file: Option<&'l str>,
    line: Option<usize>,
    compiled: bool,
}

/// The listing as JSON, indented, ending in a line feed.
///
/// # Errors
/// None that content can cause.
pub fn json(listing: &Listing) -> anyhow::Result<String> {
    let remarks = listing.remarks.iter().map(|remark| Remark {
        kind: remark.kind,
        author: &remark.author,
        date: remark.date.as_deref(),
        place: place(&remark.spot),
        through: remark.through.as_deref(),
        on: &remark.on,
        words: &remark.words,
        removed: &remark.removed,
        added: &remark.added,
        done: remark.done,
        replies_to: remark.answers,
        document: &remark.file,
    });
    let listed = Listed {
        report: listing.report.as_deref(),
        edition: listing.edition,
        remarks: remarks.collect(),
        changed: listing.changed.iter().map(place).collect(),
        looks: listing.looks,
    };
    Ok(serde_json::to_string_pretty(&listed)? + "\n")
}

fn place(spot: &Spot) -> Place<'_> {
    Place {
        paragraph: spot.id.as_deref(),
        number: spot.number.as_deref(),
        below: spot.is_below,
        number_now: spot.now.as_deref(),
        since: spot.since.as_str(),
        file: spot.source.as_ref().map(|(file, _)| file.as_str()),
        line: spot.source.as_ref().map(|(_, line)| *line),
        compiled: spot.is_compiled,
    }
}
