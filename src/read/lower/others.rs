//! Papers, artefacts, milestones and interests: kinds whose fields are few and plain.
//!
//! In: front matter. Out: what is particular to the kind.

use super::super::messy;
use super::super::raw;
use super::super::yaml::Node;
use super::common::listed;
use super::front::Front;
use crate::diag::FieldPath;
use crate::model::announced::PutOff;
use crate::model::erratum;
use crate::model::id::Ref;
use crate::model::kinds::{Artefact, Interest, Milestone, Paper};
use crate::model::value::{Field, Value};

/// Takes a paper's own keys out of the front matter.
pub(super) fn paper(front: &mut Front<'_>) -> Paper {
    Paper {
        reference: front.text("reference").map(Into::into),
        version: front.text("version").map(Into::into),
        date: front.day("date"),
        kind: front.text("kind").map(Into::into),
        marking: front.text("marking"),
        supersedes: front.reference("supersedes", Some("papers")),
        workshop: front.reference("workshop", Some("workshops")),
        topics: front.references("topics", Some("topics")),
    }
}

/// Takes an artefact's own keys out of the front matter.
pub(super) fn artefact(front: &mut Front<'_>) -> Artefact {
    let (from_log, from_actions) = from_actions(front);
    Artefact {
        reference: front.text("reference").map(Into::into),
        from_log,
        from_actions,
        topic: front.reference("topic", Some("topics")),
        paper: front.reference("paper", Some("papers")),
        date: front.day("date"),
        evidence: front.references("evidence", None),
    }
}

/// Numbers are those of the action log, anything else is a reference.
fn from_actions(front: &mut Front<'_>) -> (Vec<u32>, Vec<Ref>) {
    let Some(value) = front.take("from_actions") else { return (Vec::new(), Vec::new()) };
    let (mut numbers, mut actions) = (Vec::new(), Vec::new());
    for (n, item) in value.into_items().iter().enumerate() {
        let path = FieldPath::key("from_actions").at(n);
        let Some(text) = item.as_text() else {
            front.notes.wrong_type(&path, item, "a number of the action log, or a reference");
            continue;
        };
        for name in text.split(',').filter(|name| !name.trim().is_empty()) {
            match messy::integer(name).map(u32::try_from) {
                Some(Ok(number)) => numbers.push(number),
                _ => actions.extend(front.resolve(&path, name, Some("actions"))),
            }
        }
    }
    (numbers, actions)
}

/// Takes a milestone's own keys out of the front matter.
pub(super) fn milestone(front: &mut Front<'_>) -> Milestone {
    Milestone {
        owner: front.text("owner"),
        with: front.text("with"),
        due: front.day("due"),
        earlier: earlier(front),
        delivered: front.day("delivered"),
        missed: front.day("missed"),
        objective: front.text("objective"),
        repeats: front.reference("repeats", Some("milestones")),
        doubt: front.text("doubt"),
        source: front.source(),
        evidence: front.references("evidence", None),
    }
}

/// What it was promised for before it was put off: one without its last day would be so on every day.
fn earlier(front: &mut Front<'_>) -> Vec<PutOff> {
    let Some(value) = front.take("earlier") else { return Vec::new() };
    let one = |(n, item): (usize, &Node)| {
        let path = FieldPath::key("earlier").at(n);
        let raw::PutOff { due, until, .. } = front.notes.shape(&path, item)?;
        let missing = [("due", due.is_none()), ("until", until.is_none())];
        let missing: Vec<_> = missing.into_iter().filter_map(|(key, absent)| absent.then_some(key)).collect();
        let (Some(due), Some(until)) = (due, until) else {
            front.notes.incomplete(&path, &missing);
            return None;
        };
        let due = front.notes.date(&path.clone().then("due"), &due)?;
        Some(PutOff { due, until: front.notes.date(&path.then("until"), &until)? })
    };
    listed(value).iter().enumerate().filter_map(one).collect()
}

/// Takes an interest's own keys out of the front matter.
pub(super) fn interest(front: &mut Front<'_>) -> Interest {
    Interest {
        topic: front.reference("topic", Some("topics")),
        registered_by: registered_by(front),
        registered_on: front.day("registered_on"),
        group: front.text("group").map(Into::into),
        issues: front.references("issues", Some("issues")),
        source: front.source(),
    }
}

/// Who registered an interest. A value that cannot be read is not kept to be shown: it may name
/// somebody who has not signed that off.
fn registered_by(front: &mut Front<'_>) -> Option<String> {
    let value = front.take("registered_by")?;
    match front.joined("registered_by", value) {
        Ok(text) => Some(text),
        Err(value) => {
            front.notes.wrong_type(&FieldPath::key("registered_by"), &value, "text");
            None
        }
    }
}

impl Front<'_> {
    /// The document that facts come from: a paper where only a slug is given, else any record.
    fn source(&mut self) -> Option<Ref> {
        let value = self.take("source")?;
        match value.as_text() {
            Some(text) => self.resolve(&FieldPath::key("source"), &text, Some("papers")),
            None => {
                self.keep("source", value, "one reference");
                None
            }
        }
    }
}

/// Tells, in the place that an erratum corrects, which edition it is a place of: `reports/x#p-14` and
/// `edition: 1` together are `reports/x#edition-1/p-14`.
pub(super) fn place_erratum(fields: &mut [Field]) {
    let edition = fields.iter().find_map(|field| match &field.value {
        Value::Number(number) if &*field.key == "edition" => number.trim().parse::<u32>().ok(),
        _ => None,
    });
    let Some(edition) = edition else { return };
    for field in fields.iter_mut().filter(|field| &*field.key == "corrects") {
        let Value::Links(links) = &mut field.value else { continue };
        for link in links.iter_mut().filter(|link| erratum::place(link.part.as_deref()).0.is_none()) {
            link.part = Some(match &link.part {
                Some(part) => format!("edition-{edition}/{part}").into(),
                None => format!("edition-{edition}").into(),
            });
        }
    }
}
