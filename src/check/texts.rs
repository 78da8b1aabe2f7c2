//! Every text of a record that editors write and readers may see, with where it is written.
//!
//! In: a record. Out: texts, each with its place; the path of a field is made only when it is asked
//! for. References, dates and words of a fixed list are not texts.

use super::each;
use crate::diag::{FieldPath, Spot};
use crate::model::issue::Issue;
use crate::model::kinds::{Kind, Topic};
use crate::model::record::Record;
use crate::model::value::Value;

/// Where a text stands.
pub(super) enum Place<'r> {
    /// In the body.
    Body(&'r Record),
    /// In a field.
    Field(FieldPath),
}

impl Place<'_> {
    /// The spot of a byte of the text; a field is pointed at as a whole.
    pub(super) fn spot(&self, at: usize) -> Spot {
        match self {
            Place::Body(record) => super::each::body_spot(record, at),
            Place::Field(path) => Spot::Field(path.clone()),
        }
    }
}

/// Shows the texts of a record, and where those stand that are asked for.
pub(super) fn each<'r>(record: &'r Record, wanted: fn(&str) -> bool) -> Vec<(Place<'r>, &'r str)> {
    let mut found = Found { wanted, texts: Vec::new() };
    if record.source.own_file && (found.wanted)(record.body.text()) {
        found.texts.push((Place::Body(record), record.body.text()));
    }
    found.take("title", Some(&record.title));
    found.take("summary", record.summary.as_deref());
    for field in &record.fields {
        if let Value::Text(text) | Value::Markdown(text) = &field.value {
            found.at(text, || FieldPath::key(field.key.clone()));
        }
    }
    found.kind(&record.kind);
    found.texts
}

struct Found<'r> {
    wanted: fn(&str) -> bool,
    texts: Vec<(Place<'r>, &'r str)>,
}

impl<'r> Found<'r> {
    fn at(&mut self, text: &'r str, path: impl FnOnce() -> FieldPath) {
        if (self.wanted)(text) {
            self.texts.push((Place::Field(path()), text));
        }
    }

    fn take(&mut self, key: &'static str, text: Option<&'r str>) {
        if let Some(text) = text {
            self.at(text, || FieldPath::key(key));
        }
    }

    fn list(&mut self, key: &'static str, texts: &'r [String]) {
        for (n, text) in texts.iter().enumerate() {
            self.at(text, || FieldPath::key(key).at(n));
        }
    }

    fn kind(&mut self, kind: &'r Kind) {
        match kind {
            Kind::Workshop(workshop) => {
                self.take("place", workshop.place.as_deref());
                self.list("purpose", &workshop.purpose);
                for (n, item) in workshop.agenda.iter().enumerate() {
                    self.at(&item.item, || FieldPath::key("agenda").at(n));
                }
            }
            Kind::Topic(topic) => self.topic(topic),
            Kind::Issue(issue) => self.issue(issue),
            Kind::Action(action) => self.take("note", action.note.as_deref()),
            Kind::Milestone(milestone) => {
                self.take("objective", milestone.objective.as_deref());
                self.take("doubt", milestone.doubt.as_deref());
            }
            Kind::Report(report) => {
                self.take("independence", report.independence.as_deref());
                for (topic, text) in &report.topic_narratives {
                    self.at(text, || FieldPath::key("topic_narratives").then(topic.id.slug()));
                }
            }
            Kind::Plain | Kind::Paper(_) | Kind::Artefact(_) | Kind::Interest(_) | Kind::Page { .. } => {}
        }
    }

    fn topic(&mut self, topic: &'r Topic) {
        self.take("document_purpose", topic.document_purpose.as_deref());
        for (n, one) in topic.narrative.iter().enumerate() {
            let path = || FieldPath::key("narrative");
            self.at(
                &one.text,
                || if topic.narrative.len() == 1 { path() } else { path().at(n).then("text") },
            );
        }
        self.take("key_change_log", topic.key_change_log.as_deref());
        self.take("last_discussion_note", topic.last_discussion_note.as_deref());
        self.list("outstanding_note", &topic.outstanding_note);
        for (n, one) in topic.next_discussion.iter().enumerate() {
            if let Some(note) = &one.note {
                self.at(note, || FieldPath::key("next_discussion").at(n).then("note"));
            }
        }
    }

    fn issue(&mut self, issue: &'r Issue) {
        for (n, event) in issue.history.iter().enumerate() {
            let here = || FieldPath::key("history").at(n);
            if let Some(note) = &event.note {
                self.at(note, || here().then("note"));
            }
            for (m, position) in event.positions.iter().enumerate() {
                self.at(&position.view, || here().then("positions").at(m).then("view"));
            }
        }
        for (n, editorial) in issue.editorial.iter().enumerate() {
            self.at(&editorial.reason, || each::judgement(issue, n).then("reason"));
        }
        for (n, reply) in issue.replies.iter().enumerate() {
            if let Some(text) = &reply.text {
                self.at(text, || FieldPath::key("replies").at(n).then("text"));
            }
        }
    }
}
