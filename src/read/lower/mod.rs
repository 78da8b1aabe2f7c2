//! What is written in a file → a `Record`.
//!
//! In: the ordered map of the front matter, the body, and what references can lead to. Out: a typed
//! record, its references resolved, and what was wrong. One file here understands one kind. It reads
//! no disk but for the attachments that a record names.

mod access;
mod action;
mod below;
mod common;
mod fields;
mod front;
mod issue;
mod others;
mod report;
mod topic;
mod unread_access;
mod workshop;

pub(super) use access::VISIBILITIES;
pub(super) use unread_access::UNREAD_ACCESS;
pub(super) use unread_access::plain;

use std::sync::Arc;

use crate::diag::{Bearing, Finding, Severity};
use crate::model::access::Visibility;
use crate::model::body::{Body, Form};
use crate::model::config::Config;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::record::{Record, Source};
use crate::model::schema::Schema;

use super::attachments::Files;
use super::references::Index;
use super::yaml::Node;
use front::Front;

/// A file that was read, and not yet understood.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    /// The file, relative to the root.
    pub(super) file: Arc<str>,
    /// The name its place gives it.
    pub(super) id: RecordId,
    /// The front matter.
    pub(super) entries: Vec<(String, Node)>,
    /// The body.
    pub(super) body: Body,
    /// Where the body starts.
    pub(super) body_at: usize,
}

impl Raw {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}

/// What lowering needs to know beside the file itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'c> {
    /// What `annals.yaml` says.
    pub(super) config: &'c Config,
    /// The collections and their fields.
    pub(super) schema: &'c Schema,
    /// What references can lead to.
    pub(super) index: &'c Index,
    /// The files that records name.
    pub(super) files: &'c Files,
}

/// A record, what was wrong with its file, and what its file said for itself.
#[derive(Clone, Debug)]
pub(super) struct Lowered {
    /// The record.
    pub(super) record: Record,
    /// What was wrong.
    pub(super) findings: Vec<Finding>,
    /// Whether the file itself said who may see it.
    pub(super) says_visibility: bool,
    /// Whether the file itself told the state of an action.
    pub(super) says_state: bool,
}

/// How the body of a record of this collection is to be read.
pub(super) fn form(collection: &str) -> Form {
    if collection == "workshops" { Form::WriteUp } else { Form::Prose }
}

/// Understands a file.
pub(super) fn lower(raw: Raw, context: Context<'_>) -> Lowered {
    let Raw { file, id, entries, body, body_at } = raw;
    let mut front = Front::new(context, &file, &id, entries);
    let says_visibility = front.says("visibility");
    let says_state = front.says("state");
    let is_unread = unread_access::is_unread(&mut front, body.text(), body_at);
    let mut common = common::common(&mut front);
    if is_unread {
        common.access.visibility = Visibility::Private;
    }
    let kind = kind(&mut front, common.access.visibility);
    let mut fields = fields::fields(&mut front);
    if front.collection() == "errata" {
        others::place_erratum(&mut fields);
    }
    let Front { notes, dangling, .. } = front;
    let record = Record {
        title: common.title,
        summary: common.summary,
        access: common.access,
        participant: common.participant,
        aliases: common.aliases,
        updated: common.updated,
        airtable: common.airtable,
        fields,
        body,
        kind,
        source: Source { file, body_at, own_file: true },
        dangling,
        translated: None,
        id,
    };
    // Of a value that cannot be read, the record says nothing.
    let garbles = |one: Finding| match one.rule.severity {
        Severity::Error if *one.bearing() == Bearing::None => one.bears(Bearing::Garbles),
        _ => one,
    };
    let findings = notes.findings.into_iter().map(garbles).collect();
    Lowered { record, findings, says_visibility, says_state }
}

fn kind(front: &mut Front<'_>, visibility: Visibility) -> Kind {
    match front.collection() {
        "workshops" => Kind::Workshop(Box::new(workshop::workshop(front))),
        "papers" => Kind::Paper(Box::new(others::paper(front))),
        "topics" => Kind::Topic(Box::new(topic::topic(front))),
        "issues" => Kind::Issue(Box::new(issue::issue(front, visibility))),
        "actions" => Kind::Action(Box::new(action::action(front))),
        "artefacts" => Kind::Artefact(Box::new(others::artefact(front))),
        "milestones" => Kind::Milestone(Box::new(others::milestone(front))),
        "interests" => Kind::Interest(Box::new(others::interest(front))),
        "reports" => Kind::Report(Box::new(report::report(front))),
        "pages" => Kind::Page { order: front.integer("order") },
        _ => Kind::Plain,
    }
}
