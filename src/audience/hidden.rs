//! Fields that `annals.yaml` keeps for some → records without them.
//!
//! In: a record, and the configuration. Out: the record without the fields of its collection that are
//! above the audience, whether they are shown as values or computed with.

use super::rewrite::Rewrite;
use crate::model::access::Visibility;
use crate::model::action::{Action, State};
use crate::model::config::Config;
use crate::model::issue::Issue;
use crate::model::kinds::{
    Artefact, Interest, Kind, Milestone, Paper, Participants, Report, Topic, Workshop,
};
use crate::model::record::Record;

/// Whether the bodies of a collection are hidden: where they are declared to be, or where the
/// description is, which a body repeats.
pub(super) fn hides_body(config: &Config, collection: &str, up_to: Visibility) -> bool {
    config.collection(collection).is_some_and(|said| {
        said.fields.iter().any(|(key, field)| {
            matches!(&**key, "description" | "body")
                && field.visibility.is_some_and(|visibility| visibility > up_to)
        })
    })
}

/// Drops the fields that are above the audience.
pub(super) fn hide(record: &mut Record, to: &mut Rewrite<'_>) {
    let up_to = to.up_to();
    let Some(said) = to.sight.archive.config().collection(record.id.collection()) else { return };
    for (key, field) in &said.fields {
        if field.visibility.is_some_and(|visibility| visibility > up_to) {
            hide_field(record, key, to);
            to.changed = true;
        }
    }
}

/// Drops one field, whether it is shown as a value or computed with.
pub(super) fn hide_field(record: &mut Record, key: &str, to: &Rewrite<'_>) {
    record.fields.retain(|field| *field.key != *key);
    match key {
        // A record must be called something.
        "title" => {
            if let Some(title) = to.sight.title_instead(&record.id) {
                record.title = title;
            }
        }
        "summary" => record.summary = None,
        "released" => record.access.release = None,
        "sign_off" => record.access.sign_offs.clear(),
        "aliases" => record.aliases.clear(),
        "updated" => record.updated = None,
        "table" | "airtable_id" | "airtable_createdTime" => record.airtable = None,
        key => hide_own(&mut record.kind, key),
    }
}

fn hide_own(kind: &mut Kind, key: &str) {
    match kind {
        Kind::Plain => {}
        Kind::Page { order } => {
            if key == "order" {
                *order = None;
            }
        }
        Kind::Workshop(it) => hide_workshop(it, key),
        Kind::Paper(it) => hide_paper(it, key),
        Kind::Topic(it) => hide_topic(it, key),
        Kind::Issue(it) => hide_issue(it, key),
        Kind::Action(it) => hide_action(it, key),
        Kind::Artefact(it) => hide_artefact(it, key),
        Kind::Milestone(it) => hide_milestone(it, key),
        Kind::Interest(it) => hide_interest(it, key),
        Kind::Report(it) => hide_report(it, key),
    }
}

fn hide_workshop(it: &mut Workshop, key: &str) {
    match key {
        "number" => it.number = None,
        "date" => it.date = None,
        "status" => it.planned = false,
        "place" => it.place = None,
        "facilitator" => it.facilitator = None,
        "purpose" => it.purpose.clear(),
        "agenda" => it.agenda.clear(),
        "papers" => it.papers.clear(),
        "topics" => it.topics.clear(),
        "sources" => it.sources.clear(),
        "participants" => it.participants = Participants::default(),
        _ => {}
    }
}

fn hide_paper(it: &mut Paper, key: &str) {
    match key {
        "reference" => it.reference = None,
        "version" => it.version = None,
        "date" => it.date = None,
        "kind" => it.kind = None,
        "marking" => it.marking = None,
        "supersedes" => it.supersedes = None,
        "workshop" => it.workshop = None,
        "topics" => it.topics.clear(),
        _ => {}
    }
}

fn hide_topic(it: &mut Topic, key: &str) {
    match key {
        "order" => it.order = None,
        "short_title" => it.short_title = None,
        "document_purpose" => it.document_purpose = None,
        "narrative" => it.narrative.clear(),
        "latest_document" => it.latest_document.clear(),
        "key_change_log" => it.key_change_log = None,
        "stated_last_discussion" => it.stated_last_discussion = None,
        "last_discussion_note" => it.last_discussion_note = None,
        "next_discussion" => it.next_discussion.clear(),
        "outstanding_note" => it.outstanding_note.clear(),
        "stimulus_paper" => it.stimulus_paper.clear(),
        "related_actions" => it.related_actions.clear(),
        "organisations" => it.organisations.clear(),
        _ => {}
    }
}

fn hide_issue(it: &mut Issue, key: &str) {
    match key {
        "topic" => it.topic = None,
        "raised" => (it.raised_at, it.raised_on) = (None, None),
        "actions" => it.actions.clear(),
        "related" => it.related.clear(),
        "next_discussion" => it.next_discussion.clear(),
        "history" => it.history.clear(),
        "editorial" => it.editorial.clear(),
        "replies" => it.replies.clear(),
        _ => {}
    }
}

fn hide_action(it: &mut Action, key: &str) {
    match key {
        "workshop" => it.workshop = None,
        "number" => it.number = None,
        "log_number" => it.log_number = None,
        "raised" => it.raised = None,
        "responsible" => it.responsible.clear(),
        // The day of a state, which the write-up gives where nobody states one, would tell that there is one, and
        // what it was before would tell of what it is.
        "state" => (it.state, it.state_on, it.earlier) = (State::default(), None, Vec::new()),
        "state_on" => (it.state_on, it.earlier) = (None, Vec::new()),
        "earlier" => it.earlier.clear(),
        "due" => (it.due, it.due_as_written) = (None, None),
        "artefact" => it.artefacts.clear(),
        "topic" => it.topic = None,
        "evidence" => it.evidence.clear(),
        "note" => it.note = None,
        _ => {}
    }
}

fn hide_artefact(it: &mut Artefact, key: &str) {
    match key {
        "reference" => it.reference = None,
        "from_actions" => {
            it.from_log.clear();
            it.from_actions.clear();
        }
        "topic" => it.topic = None,
        "paper" => it.paper = None,
        "date" => it.date = None,
        "evidence" => it.evidence.clear(),
        _ => {}
    }
}

fn hide_milestone(it: &mut Milestone, key: &str) {
    match key {
        "owner" => it.owner = None,
        "with" => it.with = None,
        // What it was promised for before would tell that there is a day.
        "due" => (it.due, it.earlier) = (None, Vec::new()),
        "earlier" => it.earlier.clear(),
        "delivered" => it.delivered = None,
        "missed" => it.missed = None,
        "objective" => it.objective = None,
        "repeats" => it.repeats = None,
        "doubt" => it.doubt = None,
        "source" => it.source = None,
        "evidence" => it.evidence.clear(),
        _ => {}
    }
}

fn hide_interest(it: &mut Interest, key: &str) {
    match key {
        "topic" => it.topic = None,
        "registered_by" => it.registered_by = None,
        "registered_on" => it.registered_on = None,
        "group" => it.group = None,
        "issues" => it.issues.clear(),
        "source" => it.source = None,
        _ => {}
    }
}

fn hide_report(it: &mut Report, key: &str) {
    match key {
        "period" => it.period = None,
        "edition" => it.edition = 1,
        "status" => it.is_final = false,
        "date" => it.date = None,
        "editors" => it.editors.clear(),
        "commissioned_by" => it.commissioned_by = None,
        "independence" => it.independence = None,
        "previous" => it.previous = None,
        "topic_narratives" => it.topic_narratives.clear(),
        "counts" => it.typed_counts.clear(),
        _ => {}
    }
}
