//! Small archives for the tests of this room.

use std::sync::Arc;

use crate::audience::{self, Audience, Edition};
use crate::model::access::{Access, Visibility};
use crate::model::archive::Archive;
use crate::model::body::{Body, Form};
use crate::model::config::Config;
use crate::model::id::{RecordId, Ref};
use crate::model::issue::{Agreement, Event, Issue, Work, carry_over};
use crate::model::kinds::Kind;
use crate::model::record::{Record, Source};
use crate::model::schema::Schema;
use crate::model::value::{Field, Value};

pub(in crate::audience) fn id(name: &str) -> RecordId {
    RecordId::parse(name).unwrap()
}

pub(in crate::audience) fn link(text: &str) -> Ref {
    let (name, part) = text.split_once('#').map_or((text, None), |(name, part)| (name, Some(part.into())));
    Ref { id: id(name), part }
}

/// A public record with nothing in it.
pub(in crate::audience) fn record(name: &str) -> Record {
    Record {
        id: id(name),
        title: "A record".to_owned(),
        summary: None,
        access: Access {
            visibility: Visibility::Public,
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
        fields: Vec::new(),
        body: Body::new("", Form::Prose),
        kind: Kind::Plain,
        source: Source { file: format!("content/{name}.md").into(), body_at: 0, own_file: true },
        dangling: Vec::new(),
        translated: None,
    }
}

pub(in crate::audience) fn with_body(mut record: Record, text: &str) -> Record {
    let form = if record.id.collection() == "workshops" { Form::WriteUp } else { Form::Prose };
    record.body = Body::new(text, form);
    record
}

pub(in crate::audience) fn field(mut record: Record, key: &str, value: Value) -> Record {
    record.fields.push(Field { key: key.into(), value, declared: true });
    record
}

pub(in crate::audience) fn reference(record: Record, to: &[&str]) -> Record {
    field(record, "a_link", Value::Links(to.iter().map(|to| link(to)).collect()))
}

pub(in crate::audience) fn event(on: &str, agreement: Option<Agreement>, work: Option<Work>) -> Event {
    Event {
        on: on.parse().unwrap(),
        at: None,
        discussed: true,
        stated_discussed: Some(true),
        agreement: agreement.unwrap_or(Agreement::NoneYet),
        work: work.unwrap_or(Work::NoEvidence),
        stated_agreement: agreement,
        stated_work: work,
        positions: Vec::new(),
        asserted_by: None,
        evidence: Vec::new(),
        note: None,
        visibility: Visibility::Public,
        own: Visibility::Public,
        corrects: None,
    }
}

pub(in crate::audience) fn issue(name: &str, mut history: Vec<Event>) -> Record {
    carry_over(&mut history);
    let issue = Issue {
        topic: None,
        raised_at: None,
        raised_on: None,
        actions: Vec::new(),
        related: Vec::new(),
        next_discussion: Vec::new(),
        history,
        editorial: Vec::new(),
        replies: Vec::new(),
    };
    Record { kind: Kind::Issue(Box::new(issue)), ..record(name) }
}

pub(in crate::audience) fn archive(records: Vec<Record>) -> Archive {
    configured(records, |_| {})
}

pub(in crate::audience) fn configured(records: Vec<Record>, change: impl FnOnce(&mut Config)) -> Archive {
    let mut config = Config::titled("A dialogue");
    change(&mut config);
    let schema = Schema::of(&config);
    Archive::new(config, schema, records)
}

pub(in crate::audience) fn public(archive: &Archive, today: &str) -> Edition {
    audience::edition(archive, Audience::Public, today.parse().unwrap())
}

pub(in crate::audience) fn members(archive: &Archive, today: &str) -> Edition {
    audience::edition(archive, Audience::Members, today.parse().unwrap())
}

/// The records of an edition as text, but for what is never published.
pub(in crate::audience) fn told(edition: &Edition) -> String {
    let records: Vec<Record> = edition.records().iter().map(|record| Record::clone(record)).collect();
    let records: Vec<Record> = records
        .into_iter()
        .map(|record| Record {
            source: Source { file: Arc::clone(&record.source.file), body_at: 0, own_file: true },
            ..record
        })
        .collect();
    format!("{records:#?}{:#?}{:#?}", edition.config(), edition.withheld())
}
