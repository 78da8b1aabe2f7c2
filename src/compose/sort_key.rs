//! What a record is sorted by, by the key of a field: the words of `order` in `annals.yaml`.

use std::cmp::Ordering;

use super::order::{Order, fold, natural};
use crate::audience::Edition;
use crate::model::action::State;
use crate::model::date::{Date, Edtf};
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::value::{Data, Value};

/// A value to sort by. Values of one field are normally of one sort; should they not be, numbers
/// stand before dates and dates before words.
#[derive(Clone, Debug)]
pub(super) enum SortKey {
    Number(f64),
    Date(Date),
    Words(String),
}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (SortKey::Number(a), SortKey::Number(b)) => a.total_cmp(b),
            (SortKey::Date(a), SortKey::Date(b)) => a.cmp(b),
            (SortKey::Words(a), SortKey::Words(b)) => natural(a, b),
            (a, b) => a.rank().cmp(&b.rank()),
        }
    }
}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for SortKey {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for SortKey {}

impl SortKey {
    fn rank(&self) -> u8 {
        match self {
            SortKey::Number(_) => 0,
            SortKey::Date(_) => 1,
            SortKey::Words(_) => 2,
        }
    }

    fn words(text: &str) -> Self {
        SortKey::Words(fold(text))
    }
}

/// What a record has under a key; `None` where it has nothing to sort by.
pub(super) fn sort_key(edition: &Edition, order: &Order, index: usize, key: &str) -> Option<SortKey> {
    let record = edition.record(index);
    let count = |number: Option<u32>| number.map(|number| SortKey::Number(f64::from(number)));
    let place = |link: &Option<Ref>| {
        let topic = edition.index_of(&link.as_ref()?.id)?;
        Some(SortKey::Number(f64::from(order.topic(topic)?)))
    };
    let words = |text: Option<&str>| text.map(SortKey::words);
    match (key, &record.kind) {
        ("title", _) => Some(SortKey::Number(f64::from(order.title(index)))),
        ("id" | "slug", _) => words(Some(record.id.slug())),
        ("updated", _) => record.updated.map(SortKey::Date),
        ("topic", Kind::Topic(_)) => order.topic(index).map(|place| SortKey::Number(f64::from(place))),
        ("topic", Kind::Issue(issue)) => place(&issue.topic),
        ("topic", Kind::Action(action)) => place(&action.topic),
        ("topic", Kind::Artefact(artefact)) => place(&artefact.topic),
        ("topic", Kind::Interest(interest)) => place(&interest.topic),
        ("order", Kind::Topic(topic)) => topic.order.map(|order| SortKey::Number(order as f64)),
        ("order", Kind::Page { order }) => order.map(|order| SortKey::Number(order as f64)),
        ("number", Kind::Workshop(workshop)) => count(workshop.number),
        ("number", Kind::Action(action)) => count(action.number),
        ("log_number", Kind::Action(action)) => count(action.log_number),
        ("state", Kind::Action(action)) => {
            State::ALL.iter().position(|state| *state == action.state).map(|n| SortKey::Number(n as f64))
        }
        ("due", Kind::Action(action)) => action.due.map(SortKey::Date),
        ("reference", Kind::Paper(paper)) => words(paper.reference.as_deref()),
        ("version", Kind::Paper(paper)) => words(paper.version.as_deref()),
        ("kind", Kind::Paper(paper)) => words(paper.kind.as_deref()),
        ("reference", Kind::Artefact(artefact)) => words(artefact.reference.as_deref()),
        ("owner", Kind::Milestone(milestone)) => words(milestone.owner.as_deref()),
        ("delivered", Kind::Milestone(milestone)) => milestone.delivered.map(SortKey::Date),
        ("missed", Kind::Milestone(milestone)) => milestone.missed.map(SortKey::Date),
        ("period", Kind::Report(report)) => {
            report.period.and_then(|period| period.to.or(period.from)).map(SortKey::Date)
        }
        ("edition", Kind::Report(report)) => Some(SortKey::Number(f64::from(report.edition))),
        ("date" | "raised" | "due" | "registered_on" | "state_on", kind) if !matches!(kind, Kind::Plain) => {
            record.date().map(SortKey::Date)
        }
        _ => match record.field(key) {
            Some(value) => of_value(edition, order, value),
            None if key == "date" => record.date().map(SortKey::Date),
            None => None,
        },
    }
}

fn of_value(edition: &Edition, order: &Order, value: &Value) -> Option<SortKey> {
    Some(match value {
        Value::Text(text) | Value::Markdown(text) | Value::Url(text) | Value::Email(text) => {
            SortKey::words(text)
        }
        Value::Number(text) => match text.trim().parse::<f64>() {
            Ok(number) => SortKey::Number(number),
            Err(_) => SortKey::words(text),
        },
        Value::Tags(tags) => SortKey::words(tags.first()?),
        Value::Links(links) => {
            let first = edition.index_of(&links.first()?.id)?;
            SortKey::Number(f64::from(order.title(first)))
        }
        Value::Year(year) => SortKey::Number(f64::from(*year)),
        Value::Date(Edtf::Date(date)) => SortKey::Date(*date),
        Value::Date(Edtf::Interval(interval)) => SortKey::Date(interval.from.or(interval.to)?),
        Value::Boolean(yes) => SortKey::Number(f64::from(u8::from(*yes))),
        Value::Attachments(files) => SortKey::words(&files.first()?.name),
        Value::Other(Data::Integer(number)) => SortKey::Number(*number as f64),
        Value::Other(Data::Float(number)) => SortKey::Number(*number),
        Value::Other(Data::Text(text)) => SortKey::words(text),
        Value::Other(_) => return None,
    })
}
