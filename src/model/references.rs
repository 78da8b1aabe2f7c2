//! Every reference that a record makes, with the key of the field that makes it.
//!
//! One place knows where references can stand, so that backlinks, the audience filter and `check`
//! agree on it.

use super::id::Ref;
use super::kinds::{Kind, Named};
use super::record::Record;
use super::value::Value;

/// The references of a record in the order of its fields.
pub(super) fn of(record: &Record) -> Vec<(&str, &Ref)> {
    let mut found = Vec::new();
    for field in &record.fields {
        if let Value::Links(links) = &field.value {
            found.extend(links.iter().map(|link| (&*field.key, link)));
        }
    }
    kind(&record.kind, &mut found);
    found
}

fn kind<'r>(kind: &'r Kind, found: &mut Vec<(&'r str, &'r Ref)>) {
    let mut add = |key: &'static str, links: &mut dyn Iterator<Item = &'r Ref>| {
        found.extend(links.map(|link| (key, link)));
    };
    let named = |list: &'r [Named]| {
        list.iter().filter_map(|item| match item {
            Named::Record(link) => Some(link),
            Named::Words(_) => None,
        })
    };
    match kind {
        Kind::Plain | Kind::Page { .. } => {}
        Kind::Workshop(workshop) => {
            add("facilitator", &mut workshop.facilitator.iter());
            add("agenda", &mut workshop.agenda.iter().flat_map(|item| &item.papers));
            add("papers", &mut workshop.papers.iter());
            add("topics", &mut workshop.topics.iter());
            add("sources", &mut workshop.sources.iter());
        }
        Kind::Paper(paper) => {
            add("supersedes", &mut paper.supersedes.iter());
            add("workshop", &mut paper.workshop.iter());
            add("topics", &mut paper.topics.iter());
        }
        Kind::Topic(topic) => {
            add("latest_document", &mut named(&topic.latest_document));
            add("stimulus_paper", &mut named(&topic.stimulus_paper));
            add("organisations", &mut topic.organisations.iter());
        }
        Kind::Issue(issue) => {
            add("topic", &mut issue.topic.iter());
            add("raised", &mut issue.raised_at.iter());
            add("actions", &mut issue.actions.iter());
            add("related", &mut issue.related.iter());
            for event in &issue.history {
                add("at", &mut event.at.iter());
                add("asserted_by", &mut event.asserted_by.iter());
                add("evidence", &mut event.evidence.iter());
            }
        }
        Kind::Action(action) => {
            add("workshop", &mut action.workshop.iter());
            add(
                "responsible",
                &mut action.responsible.iter().filter_map(|party| party.organisation.as_ref()),
            );
            add("topic", &mut action.topic.iter());
            add("artefact", &mut action.artefacts.iter());
            add("evidence", &mut action.evidence.iter());
        }
        Kind::Artefact(artefact) => {
            add("topic", &mut artefact.topic.iter());
            add("from_actions", &mut artefact.from_actions.iter());
            add("paper", &mut artefact.paper.iter());
            add("evidence", &mut artefact.evidence.iter());
        }
        Kind::Milestone(milestone) => {
            add("repeats", &mut milestone.repeats.iter());
            add("source", &mut milestone.source.iter());
            add("evidence", &mut milestone.evidence.iter());
        }
        Kind::Interest(interest) => {
            add("topic", &mut interest.topic.iter());
            add("issues", &mut interest.issues.iter());
            add("source", &mut interest.source.iter());
        }
        Kind::Report(report) => {
            add("previous", &mut report.previous.iter());
            add("topic_narratives", &mut report.topic_narratives.iter().map(|(topic, _)| topic));
        }
    }
}
