//! What stands below a record's body: more details, attachments, what links here, how to cite it,
//! and where it came from.

use serde::Serialize;

use super::super::cite::CiteView;
use super::super::files;
use super::super::html::Html;
use super::super::place::Place;
use super::super::press::Press;
use super::completeness::Completeness;
use super::linked::Linked;
use super::values::lost;
use super::{Entry, Fact, facts, section};
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::words::Words;

/// What stands below a record's body.
#[derive(Debug, Serialize)]
pub(super) struct After {
    further: Vec<Fact>,
    other: Vec<Fact>,
    attachments: Vec<File>,
    missing: Option<Html>,
    linked: Linked,
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
            attachments: attachments(press, place, record),
            missing: (lost_files > 0)
                .then(|| lost(press, lost_files, record.attachments().count() > lost_files)),
            linked: Linked::of(press, place, index),
            completeness: Completeness::of(press, index),
            cite: CiteView::new(record.id.as_str(), &press.citation(place, index)),
            updated: record.updated.filter(|_| record.source.own_file).map(|on| Html::new(&press.time(on))),
            withheld: withheld(press, record),
            changes: place.href("changes.html"),
            json: press.shared(place, "data/archive.json"),
            csv: press.shared(place, &crate::compose::address::url(&format!("data/{collection}.csv"))),
            csv_name: format!("{collection}.csv"),
            feeds: matches!(record.kind, Kind::Issue(_)).then(|| feeds(place)),
            permalink: press.canonical(place.path()).unwrap_or_default(),
            id: record.id.as_str().to_owned(),
        }
    }

    /// The entries in the page's contents.
    pub(super) fn contents(&self, words: &Words) -> Vec<Entry> {
        let mut entries = Vec::new();
        if !self.further.is_empty() {
            entries.push(section("further", words.say("in-more-detail")));
        }
        if !self.other.is_empty() {
            entries.push(section("other", words.say("other-details")));
        }
        if !self.attachments.is_empty() || self.missing.is_some() {
            entries.push(section("attachments", words.say("attachments")));
        }
        if !self.linked.is_empty() {
            entries.push(section("backlinks", words.say("what-links-here")));
        }
        entries.push(section("cite", words.say("cite-page")));
        entries
    }
}

/// The feeds beside an issue's page.
fn feeds(place: Place) -> [String; 2] {
    let stem = place.path().strip_suffix(".html").unwrap_or(place.path());
    ["xml", "json"].map(|end| place.href(&crate::compose::address::url(&format!("{stem}.{end}"))))
}

fn attachments(press: &Press, place: Place, record: &Record) -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    for (_, _, attachment) in record.attachments() {
        let Some(file) = &attachment.file else { continue };
        let href = press.shared(place, &files::address(attachment, file));
        if files.iter().all(|known| known.href != href) {
            files.push(File {
                name: attachment.name.to_string(),
                href,
                download: files::can_run(file).then(|| attachment.name.to_string()),
                kind: file.extension.to_uppercase(),
                size: files::size(press.words(), file.size),
                sha256: file.sha256.to_string(),
                misnamed: file.misnamed,
            });
        }
    }
    files
}

fn withheld(press: &Press, record: &Record) -> Vec<Withheld> {
    let edition = press.edition();
    let of_record = edition.withheld_of(&record.id).iter();
    of_record
        .map(|withheld| Withheld {
            count: super::count(press.words(), withheld.count, "n-withheld"),
            reason: withheld.reason.clone(),
            words: super::super::links::reason(edition, &withheld.reason).to_owned(),
        })
        .collect()
}
