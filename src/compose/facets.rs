//! Browsing by a field: each value and the records that have it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::order::{Order, fold, natural};
use super::slugs::{folder, free, numbered, short};
use super::standings::Standings;
use super::topics::Topics;
use crate::audience::Edition;
use crate::model::action::State;
use crate::model::date::Edtf;
use crate::model::id::Ref;
use crate::model::kinds::Kind;
use crate::model::record::Record;
use crate::model::schema::FieldType;
use crate::model::standing::Heading;
use crate::model::value::Value;

#[cfg(test)]
mod tests;

/// A field that readers can browse by.
#[derive(Debug)]
pub struct Facet {
    /// The field's key, `heading` for the headings of issues.
    pub key: Arc<str>,
    /// Its name for readers.
    pub label: String,
    /// Its part of the address: `tags/<slug>/index.html`.
    pub slug: String,
    /// Its values, most used first, then by label.
    pub terms: Vec<Term>,
}

/// A value of a facet.
#[derive(Debug)]
pub struct Term {
    /// The value as written, or the record's title where the value is a record.
    pub label: String,
    /// Its part of the address: `tags/<facet>/<slug>.html`; no two of a facet clash, whatever the
    /// case of their letters.
    pub slug: String,
    /// The record that the value is, where it is one.
    pub record: Option<usize>,
    /// The records that have it, sorted by collection and title.
    pub records: Vec<usize>,
    /// Whether the label is in the main language of the archive while another is spoken: no record that has
    /// the value says it in other words.
    pub is_foreign: bool,
}

impl Facet {
    /// The address of the facet's page.
    pub fn address(&self) -> String {
        format!("tags/{}/index.html", self.slug)
    }

    /// The address of the page of one of its terms.
    pub fn term_address(&self, term: &Term) -> String {
        format!("tags/{}/{}.html", self.slug, term.slug)
    }
}

/// The facets of an edition, in the order of the configuration; those without values are left out.
pub fn facets(edition: &Edition) -> Vec<Facet> {
    let standings = Standings::as_at(edition, edition.today());
    with(edition, &Order::of(edition), &standings, &Topics::of(edition))
}

pub(super) fn with(
    edition: &Edition,
    order: &Order,
    standings: &Standings<'_>,
    topics: &Topics,
) -> Vec<Facet> {
    let keys = keys(edition);
    let mut found: Vec<Found<'_>> = keys.iter().map(|_| Found::default()).collect();
    let place: BTreeMap<&str, usize> = keys.iter().enumerate().map(|(n, key)| (&**key, n)).collect();
    // Few archives browse by what only a kind's own shape refers to; the others need not look there.
    let by_reference: BTreeSet<&str> =
        place.keys().copied().filter(|key| *key != "topic" && is_reference(edition, key)).collect();
    for (index, record) in edition.records().iter().enumerate() {
        for field in &record.fields {
            // Where an issue stands is worked out, whatever somebody wrote beside it.
            let is_derived = &*field.key == "heading" && standings.heading(index).is_some();
            if let Some(&n) = place.get(&*field.key).filter(|_| !is_derived) {
                found[n].value(edition, index, &field.value);
            }
        }
        if let Some(&n) = place.get("heading")
            && let Some(heading) = standings.heading(index)
        {
            found[n].add(index, Words::Heading(heading));
        }
        if let Some((key, words)) = word_of_kind(record)
            && let Some(&n) = place.get(key)
        {
            found[n].add(index, words);
        }
        if !by_reference.is_empty() {
            for (key, link) in record.references() {
                if by_reference.contains(key)
                    && let Some(&n) = place.get(key)
                {
                    found[n].link(edition, index, link);
                }
            }
        }
    }
    if let Some(&n) = place.get("topic") {
        for view in &topics.views {
            for &index in view.records() {
                found[n].add(index, Words::Record(view.topic));
            }
        }
    }
    let mut taken = BTreeSet::new();
    keys.into_iter()
        .zip(found)
        .filter(|(_, found)| !found.terms.is_empty())
        .map(|(key, found)| Facet {
            label: label(edition, &key, &found),
            slug: free(&folder(&key), &mut taken),
            terms: found.into_terms(edition, order),
            key,
        })
        .collect()
}

/// The keys to browse by: those of the configuration, else every tag field there is, the year of
/// the start, topic and heading.
fn keys(edition: &Edition) -> Vec<Arc<str>> {
    let mut keys: Vec<Arc<str>> = edition.config().facets.clone();
    if keys.is_empty() {
        let written: BTreeSet<&Arc<str>> = edition
            .records()
            .iter()
            .flat_map(|record| &record.fields)
            .filter(|field| field.key.ends_with("_tag") || matches!(field.value, Value::Tags(_)))
            .map(|field| &field.key)
            .collect();
        let declared = edition.schema().collections().iter().flat_map(|collection| &collection.fields);
        keys.extend(
            declared
                .filter(|field| field.kind == FieldType::Tag || field.key.ends_with("_tag"))
                .map(|field| Arc::clone(&field.key))
                .filter(|key| written.contains(key)),
        );
        keys.extend(written.into_iter().cloned());
        keys.extend(["start_year", "topic", "heading"].map(Arc::from));
    }
    let mut seen = BTreeSet::new();
    keys.retain(|key| seen.insert(Arc::clone(key)));
    keys
}

/// Whether a kind's own shape refers to records under this key.
fn is_reference(edition: &Edition, key: &str) -> bool {
    edition.schema().collections().iter().filter_map(|collection| collection.field(key)).any(
        |field| matches!(field.kind, FieldType::Shape(shape) if shape.contains("reference") || shape == "parties"),
    )
}

/// The one word by which records of a kind can be told apart.
fn word_of_kind(record: &Record) -> Option<(&'static str, Words<'_>)> {
    match &record.kind {
        Kind::Action(action) => Some(("state", Words::State(action.state))),
        Kind::Paper(paper) => paper.kind.as_deref().map(|kind| ("kind", Words::Kind(kind))),
        Kind::Milestone(milestone) => {
            milestone.owner.as_deref().map(|owner| ("owner", Words::Written(owner.into())))
        }
        _ => None,
    }
}

/// The values of a facet and the records that have them, by index.
#[derive(Default)]
struct Found<'e> {
    terms: BTreeMap<Words<'e>, Vec<usize>>,
    first: Option<usize>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Words<'e> {
    /// A year is the same value as a text that says it.
    Written(Cow<'e, str>),
    Record(usize),
    Heading(Heading),
    State(State),
    /// What a paper was for.
    Kind(&'e str),
    Boolean(bool),
}

impl<'e> Found<'e> {
    fn add(&mut self, index: usize, words: Words<'e>) {
        self.first.get_or_insert(index);
        let records = self.terms.entry(words).or_default();
        if records.last() != Some(&index) {
            records.push(index);
        }
    }

    fn year(&mut self, index: usize, year: i16) {
        self.add(index, Words::Written(year.to_string().into()));
    }

    fn link(&mut self, edition: &Edition, index: usize, link: &Ref) {
        if let Some(to) = edition.index_of(&link.id) {
            self.add(index, Words::Record(to));
        }
    }

    fn value(&mut self, edition: &Edition, index: usize, value: &'e Value) {
        match value {
            Value::Tags(tags) => tags.iter().for_each(|tag| self.add(index, Words::Written((&**tag).into()))),
            Value::Links(links) => links.iter().for_each(|link| self.link(edition, index, link)),
            Value::Year(year) => self.year(index, *year),
            Value::Date(Edtf::Date(date)) => self.year(index, date.year()),
            Value::Date(Edtf::Interval(interval)) => {
                if let Some(date) = interval.from.or(interval.to) {
                    self.year(index, date.year());
                }
            }
            Value::Text(text) | Value::Number(text) if !text.trim().is_empty() => {
                self.add(index, Words::Written(text.trim().into()));
            }
            Value::Boolean(yes) => self.add(index, Words::Boolean(*yes)),
            // Prose, addresses and files are no values to browse by.
            _ => {}
        }
    }

    fn into_terms(self, edition: &Edition, order: &Order) -> Vec<Term> {
        let mut terms: Vec<Term> = self
            .terms
            .into_iter()
            .map(|(words, mut records)| {
                records.sort_by_key(|&index| order.shelf(index));
                records.dedup();
                Term {
                    label: words.label(edition),
                    slug: words.slug(edition),
                    record: words.record(),
                    is_foreign: words.is_foreign(edition, &records),
                    records,
                }
            })
            .collect();
        // Slugs are given in the order of the labels, so that they do not depend on how often a
        // value is used; who is first with a slug keeps it plain.
        terms.sort_by(|a, b| {
            (&a.label, &a.slug, &a.records, a.record).cmp(&(&b.label, &b.slug, &b.records, b.record))
        });
        let mut taken = BTreeSet::from(["index".to_owned()]);
        let plain: Vec<bool> = terms.iter().map(|term| taken.insert(term.slug.clone())).collect();
        let mut next = BTreeMap::new();
        for (term, _) in terms.iter_mut().zip(plain).filter(|(_, plain)| !plain) {
            term.slug = numbered(&term.slug, &mut taken, &mut next);
        }
        let mut terms: Vec<(String, Term)> =
            terms.into_iter().map(|term| (fold(&term.label), term)).collect();
        terms.sort_by(|(a_key, a), (b_key, b)| {
            b.records
                .len()
                .cmp(&a.records.len())
                .then_with(|| natural(a_key, b_key))
                .then_with(|| a.label.cmp(&b.label))
        });
        terms.into_iter().map(|(_, term)| term).collect()
    }
}

impl Words<'_> {
    /// The record that it is.
    fn record(&self) -> Option<usize> {
        if let Words::Record(index) = self { Some(*index) } else { None }
    }

    fn label(&self, edition: &Edition) -> String {
        let words = edition.words();
        match self {
            Words::Written(text) => text.clone().into_owned(),
            Words::Record(index) => edition.record(*index).title.clone(),
            Words::Heading(heading) => capital(words.named("heading-full", heading.as_str())),
            Words::State(state) => words.named("state", state.as_str()).to_owned(),
            Words::Kind(kind) => words.find("kind", kind).unwrap_or(kind).to_owned(),
            Words::Boolean(yes) => words.say(if *yes { "yes" } else { "no" }).to_owned(),
        }
    }

    /// Whether its label is in the main language while another is spoken.
    fn is_foreign(&self, edition: &Edition, records: &[usize]) -> bool {
        let is_left = |text: &str| {
            text.contains(char::is_alphabetic) && records.iter().all(|&index| edition.is_foreign(index, text))
        };
        match self {
            Words::Written(text) => is_left(text),
            Words::Record(index) => edition.is_foreign(*index, &edition.record(*index).title),
            Words::Kind(kind) => edition.words().find("kind", kind).is_none() && is_left(kind),
            Words::Heading(_) | Words::State(_) | Words::Boolean(_) => false,
        }
    }

    /// The part of the address it asks for: records and headings have names of their own.
    fn slug(&self, edition: &Edition) -> String {
        match self {
            Words::Written(text) => short(text),
            Words::Record(index) => short(edition.record(*index).id.slug()),
            Words::Heading(heading) => heading.as_str().to_owned(),
            // An address is the same in every language.
            Words::State(state) => short(state.in_words()),
            Words::Kind(kind) => short(kind),
            Words::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        }
    }
}

fn label(edition: &Edition, key: &str, found: &Found<'_>) -> String {
    match key {
        "topic" => edition.words().say("topic").to_owned(),
        "heading" => edition.words().say("heading").to_owned(),
        // What kind of record it is, is another question.
        "kind" if found.first.is_some_and(|first| matches!(edition.record(first).kind, Kind::Paper(_))) => {
            edition.words().named("fact", "kind-of-paper").to_owned()
        }
        _ => {
            let collection = found.first.map_or("", |index| edition.record(index).id.collection());
            edition.schema().field_label(collection, key)
        }
    }
}

/// A text with its first letter a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
