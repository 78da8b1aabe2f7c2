//! Every reference of a record with the path at which it is written.
//!
//! In: a record. Out: paths and references, the same ones as `Record::references` gives with the
//! bare key. Only findings need the path, so it is worked out here and not kept.

use crate::diag::{FieldPath, Step};
use crate::model::id::Ref;
use crate::model::kinds::{Kind, Named};
use crate::model::record::Record;
use crate::model::value::Value;

/// The references of a record, each with its path.
pub(super) fn with_paths(record: &Record) -> Vec<(FieldPath, &Ref)> {
    let mut found = Found { record, links: Vec::new() };
    for field in &record.fields {
        if let Value::Links(links) = &field.value {
            found.list(FieldPath::key(field.key.clone()), links.iter().map(Some));
        }
    }
    found.kind(&record.kind);
    found.links
}

struct Found<'r> {
    record: &'r Record,
    links: Vec<(FieldPath, &'r Ref)>,
}

impl<'r> Found<'r> {
    fn one(&mut self, path: FieldPath, link: Option<&'r Ref>) {
        self.links.extend(link.map(|link| (path, link)));
    }

    /// A list as it was written: items that are no references count, and so do those that dangle.
    fn list(&mut self, path: FieldPath, items: impl Iterator<Item = Option<&'r Ref>>) {
        let mut index = 0;
        for item in items {
            while self.dangles(&path, index) {
                index += 1;
            }
            self.one(path.clone().at(index), item);
            index += 1;
        }
    }

    fn dangles(&self, path: &FieldPath, index: usize) -> bool {
        self.record.dangling.iter().any(|dangling| {
            let rest = dangling.path.steps().strip_prefix(path.steps());
            rest.and_then(<[Step]>::first) == Some(&Step::Index(index))
        })
    }

    fn kind(&mut self, kind: &'r Kind) {
        let key = |key: &'static str| FieldPath::key(key);
        match kind {
            Kind::Plain | Kind::Page { .. } => {}
            Kind::Workshop(workshop) => {
                self.one(key("facilitator"), workshop.facilitator.as_ref());
                for (n, item) in workshop.agenda.iter().enumerate() {
                    self.list(key("agenda").at(n).then("papers"), item.papers.iter().map(Some));
                }
                self.list(key("papers"), workshop.papers.iter().map(Some));
                self.list(key("topics"), workshop.topics.iter().map(Some));
                self.list(key("sources"), workshop.sources.iter().map(Some));
            }
            Kind::Paper(paper) => {
                self.one(key("supersedes"), paper.supersedes.as_ref());
                self.one(key("workshop"), paper.workshop.as_ref());
                self.list(key("topics"), paper.topics.iter().map(Some));
            }
            Kind::Topic(topic) => {
                self.list(key("latest_document"), topic.latest_document.iter().map(named));
                self.list(key("stimulus_paper"), topic.stimulus_paper.iter().map(named));
                self.list(key("organisations"), topic.organisations.iter().map(Some));
            }
            Kind::Issue(issue) => self.issue(issue),
            Kind::Action(action) => {
                self.one(key("workshop"), action.workshop.as_ref());
                let parties = action.responsible.iter().map(|party| party.organisation.as_ref());
                self.list(key("responsible"), parties);
                self.one(key("topic"), action.topic.as_ref());
                self.list(key("artefact"), action.artefacts.iter().map(Some));
                self.list(key("evidence"), action.evidence.iter().map(Some));
            }
            Kind::Artefact(artefact) => {
                self.one(key("topic"), artefact.topic.as_ref());
                // Log numbers may stand among them, so their places in the list are not known.
                for link in &artefact.from_actions {
                    self.one(key("from_actions"), Some(link));
                }
                self.one(key("paper"), artefact.paper.as_ref());
                self.list(key("evidence"), artefact.evidence.iter().map(Some));
            }
            Kind::Milestone(milestone) => {
                self.one(key("repeats"), milestone.repeats.as_ref());
                self.one(key("source"), milestone.source.as_ref());
                self.list(key("evidence"), milestone.evidence.iter().map(Some));
            }
            Kind::Interest(interest) => {
                self.one(key("topic"), interest.topic.as_ref());
                self.list(key("issues"), interest.issues.iter().map(Some));
                self.one(key("source"), interest.source.as_ref());
            }
            Kind::Report(report) => {
                self.one(key("previous"), report.previous.as_ref());
                for (topic, _) in &report.topic_narratives {
                    self.one(key("topic_narratives").then(topic.id.slug()), Some(topic));
                }
            }
        }
    }

    fn issue(&mut self, issue: &'r crate::model::issue::Issue) {
        let key = |key: &'static str| FieldPath::key(key);
        self.one(key("topic"), issue.topic.as_ref());
        self.one(key("raised").then("at"), issue.raised_at.as_ref());
        self.list(key("actions"), issue.actions.iter().map(Some));
        self.list(key("related"), issue.related.iter().map(Some));
        for (n, event) in issue.history.iter().enumerate() {
            let at = key("history").at(n);
            self.one(at.clone().then("at"), event.at.as_ref());
            self.one(at.clone().then("asserted_by"), event.asserted_by.as_ref());
            self.list(at.then("evidence"), event.evidence.iter().map(Some));
        }
    }
}

fn named(item: &Named) -> Option<&Ref> {
    match item {
        Named::Record(link) => Some(link),
        Named::Words(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::access::{Access, Visibility};
    use crate::model::body::Body;
    use crate::model::id::RecordId;
    use crate::model::kinds::{AgendaItem, Topic, Workshop};
    use crate::model::record::{Dangling, Source, Unresolved};
    use crate::model::value::Field;

    fn record(kind: Kind, dangling: &[FieldPath]) -> Record {
        let dangling = dangling.iter().map(|path| Dangling {
            path: path.clone(),
            written: "lost".to_owned(),
            why: Unresolved::NotAReference,
        });
        Record {
            id: RecordId::new("a", "b"),
            title: "B".to_owned(),
            summary: None,
            access: Access {
                visibility: Visibility::Members,
                embargo: None,
                release: None,
                sign_offs: Vec::new(),
                redactions: Vec::new(),
                draft: false,
            },
            participant: None,
            aliases: Vec::new(),
            updated: None,
            airtable: None,
            fields: vec![Field {
                key: Arc::from("case_link"),
                value: Value::Links(vec![to("one")]),
                declared: true,
            }],
            body: Body::default(),
            kind,
            source: Source { file: Arc::from("content/a/b.md"), body_at: 0, own_file: true },
            dangling: dangling.collect(),
            translated: None,
        }
    }

    fn to(slug: &str) -> Ref {
        Ref::to(RecordId::new("papers", slug))
    }

    fn told(record: &Record) -> Vec<String> {
        with_paths(record).into_iter().map(|(path, link)| format!("{path} {}", link.id.slug())).collect()
    }

    #[test]
    fn counts_what_dangles_and_what_is_words() {
        let papers = FieldPath::key("papers");
        let agenda = vec![AgendaItem { time: None, item: "X".to_owned(), papers: vec![to("three")] }];
        let workshop = Workshop { papers: vec![to("one"), to("two")], agenda, ..Workshop::default() };
        let lost = [papers.clone().at(0), papers.at(2)];
        assert_eq!(
            told(&record(Kind::Workshop(Box::new(workshop)), &lost)),
            ["case_link[0] one", "agenda[0].papers[0] three", "papers[1] one", "papers[3] two"]
        );
        let stimulus_paper = vec![Named::Words("a talk".to_owned()), Named::Record(to("one"))];
        let topic = Topic { stimulus_paper, ..Topic::default() };
        assert_eq!(
            told(&record(Kind::Topic(Box::new(topic)), &[])),
            ["case_link[0] one", "stimulus_paper[1] one"]
        );
    }

    #[test]
    fn finds_the_references_that_the_record_tells() {
        let workshop = Workshop { papers: vec![to("one")], topics: vec![to("two")], ..Workshop::default() };
        let record = record(Kind::Workshop(Box::new(workshop)), &[]);
        let links: Vec<&Ref> = with_paths(&record).into_iter().map(|(_, link)| link).collect();
        let told: Vec<&Ref> = record.references().into_iter().map(|(_, link)| link).collect();
        assert_eq!(links, told);
    }
}
