//! A record: what every kind has in common, its fields, its body and what is particular to it.

use std::sync::Arc;

use super::access::Access;
use super::body::Body;
use super::date::Date;
use super::id::{RecordId, Ref};
use super::kinds::Kind;
use super::participants::Participation;
use super::translation::Translated;
use super::value::{Attachment, Field, Value};
use crate::diag::FieldPath;

/// One record of the archive.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Record {
    /// Its name.
    pub id: RecordId,
    /// Its title; the slug in words where the file has none (which `check` reports).
    pub title: String,
    /// One or two sentences, Markdown.
    pub summary: Option<String>,
    /// Who may see it.
    pub access: Access,
    /// Set where the record is that of a participant: a person or an organisation.
    pub participant: Option<Participation>,
    /// Old addresses, relative to the site's base, that lead here.
    pub aliases: Vec<Arc<str>>,
    /// When its content last changed, as the editors say.
    pub updated: Option<Date>,
    /// Where it came from in Airtable.
    pub airtable: Option<Airtable>,
    /// The fields that no part of the program computes with, in the order of the schema and then
    /// of the file. The keys of `kind`'s own fields are not among them.
    pub fields: Vec<Field>,
    /// What is written below the front matter.
    pub body: Body,
    /// What is particular to its kind.
    pub kind: Kind,
    /// The file it was read from.
    pub source: Source,
    /// References that lead nowhere.
    pub dangling: Vec<Dangling>,
    /// Set where its words are those of a translation.
    pub translated: Option<Translated>,
}

/// Where a record came from in Airtable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Airtable {
    /// The table.
    pub table: Option<Arc<str>>,
    /// The record's id there, as in `recsAOQKc05UmHlSY`.
    pub id: Option<Arc<str>>,
    /// When it was made there, as written.
    pub created: Option<Arc<str>>,
}

/// The file a record was read from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The path relative to the root, with `/` between its parts.
    pub file: Arc<str>,
    /// The byte at which the body starts, in the text with its byte order mark cut and its line
    /// ends made LF.
    pub body_at: usize,
    /// Whether the record has a file of its own, or was extracted from another one's body.
    pub own_file: bool,
}

/// A reference that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dangling {
    /// Where it is written.
    pub path: FieldPath,
    /// What is written.
    pub written: String,
    /// Why it leads nowhere.
    pub why: Unresolved,
}

/// Why a reference leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unresolved {
    /// The exporter's own `missing-item`.
    MissingItem,
    /// The record is there, and its file could not be read: that is told there, and not again here.
    Unread,
    /// No record has that name; the nearest one that exists, if one is near.
    NoSuchRecord {
        /// The collection that was looked in.
        collection: Option<Arc<str>>,
        /// The nearest name.
        nearest: Option<RecordId>,
    },
    /// No record has that Airtable id.
    NoSuchAirtableId,
    /// Not of the form `<collection>/<slug>`, and the field names no collection.
    NotAReference,
}

impl Record {
    /// The value of a field, by its key.
    pub fn field(&self, key: &str) -> Option<&Value> {
        self.fields.iter().find(|field| &*field.key == key).map(|field| &field.value)
    }

    /// Every file the record names.
    pub fn attachments(&self) -> impl Iterator<Item = (&Arc<str>, usize, &Attachment)> {
        self.fields.iter().flat_map(|field| match &field.value {
            Value::Attachments(list) => {
                list.iter().enumerate().map(|(n, file)| (&field.key, n, file)).collect::<Vec<_>>()
            }
            _ => Vec::new(),
        })
    }

    /// Every reference the record makes, with the key of the field that makes it, in the order of
    /// the fields. The same record may be named more than once.
    pub fn references(&self) -> Vec<(&str, &Ref)> {
        super::references::of(self)
    }

    /// The date a reader would sort it by: a meeting's, a paper's, a milestone's, a case's start.
    pub fn date(&self) -> Option<Date> {
        match &self.kind {
            Kind::Workshop(workshop) => workshop.date,
            Kind::Paper(paper) => paper.date,
            Kind::Artefact(artefact) => artefact.date,
            Kind::Milestone(milestone) => milestone.due,
            Kind::Issue(issue) => issue.raised_on,
            Kind::Interest(interest) => interest.registered_on,
            Kind::Report(report) => report.date,
            Kind::Action(action) => action.state_on,
            Kind::Topic(_) | Kind::Page { .. } => None,
            Kind::Plain => ["date", "start_year"].into_iter().find_map(|key| match self.field(key) {
                Some(Value::Date(super::date::Edtf::Date(date))) => Some(*date),
                Some(Value::Year(year)) => format!("{year:04}").parse().ok(),
                _ => None,
            }),
        }
    }
}
