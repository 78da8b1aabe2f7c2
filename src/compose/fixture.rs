//! Small editions for the unit tests of this room: records made in memory, every field a default.
//!
//! The one file here that names the whole archive, because an edition can be made from nothing else.

#[cfg(test)]
use std::sync::Arc;

use jiff::civil;

use crate::audience::{self, Audience, Edition};
use crate::model::access::{Access, Visibility};
use crate::model::action::Action;
use crate::model::archive::Archive;
use crate::model::body::{Body, Form};
use crate::model::config::Config;
use crate::model::date::Date;
use crate::model::id::{RecordId, Ref};
use crate::model::issue::{Agreement, Event, Issue, Work};
use crate::model::kinds::{Kind, Topic, Workshop};
use crate::model::record::{Record, Source};
use crate::model::schema::Schema;
use crate::model::value::{Field, Value};

/// An archive in the making.
pub(super) struct Fixture {
    pub(super) config: Config,
    records: Vec<Record>,
}

impl Fixture {
    pub(super) fn new() -> Self {
        let mut config = Config::titled("A dialogue");
        config.default_visibility = Visibility::Public;
        Fixture { config, records: Vec::new() }
    }

    pub(super) fn with(mut self, record: Record) -> Self {
        self.records.push(record);
        self
    }

    pub(super) fn configured(mut self, change: impl FnOnce(&mut Config)) -> Self {
        change(&mut self.config);
        self
    }

    pub(super) fn edition(self, today: &str) -> Edition {
        let schema = Schema::of(&self.config);
        let archive = Archive::new(self.config, schema, self.records);
        audience::edition(&archive, Audience::Public, day(today))
    }
}

/// A record of fields and a body.
pub(super) fn record(name: &str, title: &str) -> Record {
    Record {
        id: id(name),
        title: title.to_owned(),
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
        body: Body::default(),
        kind: Kind::Plain,
        source: Source { file: format!("content/{name}.md").into(), body_at: 0, own_file: true },
        dangling: Vec::new(),
        translated: None,
    }
}

/// A record of a kind.
pub(super) fn of_kind(name: &str, title: &str, kind: Kind) -> Record {
    Record { kind, ..record(name, title) }
}

pub(super) fn topic(name: &str, title: &str, order: Option<i64>) -> Record {
    of_kind(name, title, Kind::Topic(Box::new(Topic { order, ..Topic::default() })))
}

pub(super) fn workshop(name: &str, title: &str, on: &str) -> Record {
    let workshop = Workshop { date: Some(date(on)), ..Workshop::default() };
    of_kind(name, title, Kind::Workshop(Box::new(workshop)))
}

pub(super) fn action(name: &str, title: &str, action: Action) -> Record {
    of_kind(name, title, Kind::Action(Box::new(action)))
}

/// An issue of a topic, raised on a day.
pub(super) fn issue(name: &str, topic: Option<&str>, raised: Option<&str>, history: Vec<Event>) -> Record {
    let issue = Issue {
        topic: topic.map(link),
        raised_at: None,
        raised_on: raised.map(date),
        actions: Vec::new(),
        related: Vec::new(),
        next_discussion: Vec::new(),
        history,
        editorial: Vec::new(),
        replies: Vec::new(),
    };
    of_kind(name, id(name).slug(), Kind::Issue(Box::new(issue)))
}

/// A discussion on a day, perhaps at a workshop.
pub(super) fn event(on: &str, at: Option<&str>, agreement: Agreement, work: Work) -> Event {
    Event {
        on: date(on),
        at: at.map(link),
        discussed: true,
        agreement,
        work,
        stated_agreement: Some(agreement),
        stated_work: Some(work),
        stated_discussed: Some(true),
        positions: Vec::new(),
        asserted_by: None,
        evidence: Vec::new(),
        note: None,
        visibility: Visibility::Public,
        own: Visibility::Public,
        corrects: None,
    }
}

impl Record {
    pub(super) fn field_of(mut self, key: &str, value: Value) -> Self {
        self.fields.push(Field { key: key.into(), value, declared: true });
        self
    }

    pub(super) fn tagged(self, key: &str, tags: &[&str]) -> Self {
        self.field_of(key, Value::Tags(tags.iter().map(|&tag| Arc::from(tag)).collect()))
    }

    pub(super) fn linked(self, key: &str, to: &[&str]) -> Self {
        self.field_of(key, Value::Links(to.iter().map(|to| link(to)).collect()))
    }

    pub(super) fn saying(mut self, markdown: &str) -> Self {
        let form = if matches!(self.kind, Kind::Workshop(_)) { Form::WriteUp } else { Form::Prose };
        self.body = Body::new(markdown, form);
        self
    }

    pub(super) fn alias(mut self, alias: &str) -> Self {
        self.aliases.push(alias.into());
        self
    }

    /// Changes what is particular to its kind.
    pub(super) fn but(mut self, change: impl FnOnce(&mut Kind)) -> Self {
        change(&mut self.kind);
        self
    }
}

pub(super) fn id(name: &str) -> RecordId {
    RecordId::parse(name).unwrap()
}

/// A reference written as `collection/slug#part`.
pub(super) fn link(written: &str) -> Ref {
    match written.split_once('#') {
        Some((name, part)) => Ref { id: id(name), part: Some(part.into()) },
        None => Ref::to(id(written)),
    }
}

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn day(text: &str) -> civil::Date {
    text.parse().unwrap()
}

/// The names of records by their indices.
pub(super) fn names(edition: &Edition, indices: &[usize]) -> Vec<String> {
    indices.iter().map(|&index| edition.record(index).id.as_str().to_owned()).collect()
}
