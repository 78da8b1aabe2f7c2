//! What stands below a record's body: more details, attachments, what links here, how to cite it,
//! and where it came from.

use std::sync::Arc;

use serde::Serialize;

use super::super::cite::CiteView;
use super::super::files;
use super::super::html::{Html, link, time};
use super::super::place::Place;
use super::super::press::Press;
use super::completeness::Completeness;
use super::values::lost;
use super::{Entry, Fact, facts, section};
use crate::compose::report::name;
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::record::Record;

/// What stands below a record's body.
#[derive(Debug, Serialize)]
pub(super) struct After {
    further: Vec<Fact>,
    other: Vec<Fact>,
    attachments: Vec<File>,
    missing: Option<Html>,
    backlinks: Vec<Group>,
    completeness: Option<Completeness>,
    cite: CiteView,
    updated: Option<Html>,
    withheld: Vec<Withheld>,
    changes: String,
    json: String,
    csv: String,
    csv_name: String,
    /// The feeds of an issue, Atom and JSON.
    feeds: Option<[String; 2]>,
    permalink: String,
    id: String,
}

#[derive(Debug, Serialize)]
struct File {
    name: String,
    href: String,
    /// The name to save it by, where it is not to be opened.
    download: Option<String>,
    kind: String,
    size: String,
    sha256: String,
    misnamed: bool,
}

/// Longer groups of backlinks are folded up.
const LONG: usize = 10;

#[derive(Debug, Serialize)]
struct Group {
    label: String,
    /// How many there are, where there are so many that the group is folded up.
    folded: Option<usize>,
    links: Vec<Html>,
}

#[derive(Debug, Serialize)]
struct Withheld {
    count: String,
    reason: String,
    words: String,
}

impl After {
    /// What stands below the body of a record.
    pub(super) fn of(
        press: &Press,
        place: Place,
        index: usize,
        mut further: Vec<Fact>,
        other: Vec<Fact>,
    ) -> Self {
        let (record, edition) = (press.record(index), press.edition());
        let collection = record.id.collection();
        if let Some(text) = facts::other_description(record) {
            let label = edition.schema().field_label(collection, "description");
            further.push(Fact { label, values: vec![press.field(place, index, text)] });
        }
        let lost_files = record.attachments().filter(|(_, _, file)| file.file.is_none()).count();
        After {
            further,
            other,
            attachments: attachments(place, record),
            missing: (lost_files > 0).then(|| lost(lost_files, record.attachments().count() > lost_files)),
            backlinks: backlinks(press, place, index),
            completeness: Completeness::of(press, index),
            cite: CiteView::new(record.id.as_str(), &press.citation(place, index)),
            updated: record.updated.map(|on| Html::new(&time(on))),
            withheld: withheld(press, record),
            changes: place.href("changes.html"),
            json: place.href("data/archive.json"),
            csv: place.href(&crate::compose::address::url(&format!("data/{collection}.csv"))),
            csv_name: format!("{collection}.csv"),
            feeds: matches!(record.kind, Kind::Issue(_)).then(|| feeds(place)),
            permalink: press.canonical(place.path()).unwrap_or_default(),
            id: record.id.as_str().to_owned(),
        }
    }

    /// The entries in the page's contents.
    pub(super) fn contents(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        if !self.further.is_empty() {
            entries.push(section("further", "In more detail"));
        }
        if !self.other.is_empty() {
            entries.push(section("other", "Other details"));
        }
        if !self.attachments.is_empty() || self.missing.is_some() {
            entries.push(section("attachments", "Attachments"));
        }
        if !self.backlinks.is_empty() {
            entries.push(section("backlinks", "What links here"));
        }
        entries.push(section("cite", "Cite this page"));
        entries
    }
}

/// The feeds beside an issue's page.
fn feeds(place: Place) -> [String; 2] {
    let stem = place.path().strip_suffix(".html").unwrap_or(place.path());
    ["xml", "json"].map(|end| place.href(&crate::compose::address::url(&format!("{stem}.{end}"))))
}

fn attachments(place: Place, record: &Record) -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    for (_, _, attachment) in record.attachments() {
        let Some(file) = &attachment.file else { continue };
        let href = place.href(&files::address(attachment, file));
        if files.iter().all(|known| known.href != href) {
            files.push(File {
                name: attachment.name.to_string(),
                href,
                download: files::can_run(file).then(|| attachment.name.to_string()),
                kind: file.extension.to_uppercase(),
                size: files::size(file.size),
                sha256: file.sha256.to_string(),
                misnamed: file.misnamed,
            });
        }
    }
    files
}

fn backlinks(press: &Press, place: Place, index: usize) -> Vec<Group> {
    let groups = press.site.backlinks.groups(press.edition(), index);
    groups
        .into_iter()
        .map(|group| {
            let links = group.entries.iter().map(|entry| {
                let mut markup = link(&press.href(place, entry.from), &press.record(entry.from).title);
                let parts = entry.parts.iter().filter(|part| has_part(press, index, part));
                let parts: Vec<String> = parts.filter_map(|part| part_link(part)).collect();
                if !parts.is_empty() {
                    markup.push_str(" (on ");
                    markup.push_str(&parts.join(", "));
                    markup.push(')');
                }
                Html::new(&markup)
            });
            Group {
                label: group.label.clone(),
                folded: Some(group.entries.len()).filter(|n| *n > LONG),
                links: links.collect(),
            }
        })
        .collect()
}

/// Whether the page of a record has the part that another record names.
fn has_part(press: &Press, index: usize, part: &Arc<str>) -> bool {
    let to = Ref { id: press.record(index).id.clone(), part: Some(Arc::clone(part)) };
    press.site.addresses.reference(press.edition(), &to).is_some_and(|address| address.contains('#'))
}

/// A part of this page as a link within it.
fn part_link(part: &str) -> Option<String> {
    let (word, number) = name::numbered(part)?;
    let words = format!("{word} {number}");
    Some(link(&format!("#{part}"), &words))
}

fn withheld(press: &Press, record: &Record) -> Vec<Withheld> {
    let edition = press.edition();
    let of_record = edition.withheld().iter().filter(|withheld| withheld.record == record.id);
    of_record
        .map(|withheld| Withheld {
            count: super::count(withheld.count, "passage or field", "passages or fields"),
            reason: withheld.reason.clone(),
            words: super::super::links::reason(edition, &withheld.reason).to_owned(),
        })
        .collect()
}
