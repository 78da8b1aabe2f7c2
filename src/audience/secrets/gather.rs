//! What is in an archive and not in an edition of it → secrets.
//!
//! In: the archive and the edition. Out: secrets with their places, and the forms of each (`forms`).

use std::cell::LazyCell;
use std::sync::Arc;

use rayon::prelude::*;

use super::forms::{Forms, Known};
use super::runs::{RUN, halves};
use super::tells::{self, At, Sort};
use super::words::Words;
use super::{Edition, Other, Secret};
use crate::diag::{FieldPath, Spot, Step};
use crate::model::archive::Archive;
use crate::model::config::{CollectionConfig, Config};
use crate::model::participants;
use crate::model::passages::{self, Mark};
use crate::model::record::Record;

/// What the name of a record is called, which is the address of its page.
pub const ADDRESS: &str = "the address";

/// Secrets of a part of the archive, and the forms in which each may be written.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) secrets: Vec<Secret>,
    /// By the numbers of these.
    pub(super) forms: Forms,
    said: Said,
}

/// What was said of secrets so far: a few fields have most of them.
#[derive(Debug, Default)]
struct Said(Vec<Arc<str>>);

/// Everything that is in an archive and not in its edition, in the order of the archive; then what its
/// other languages say of that. In parts, as copies of all would take longer than to find it.
pub(super) fn gather(archive: &Archive, edition: &Edition, others: &[Other<'_>]) -> Vec<Found> {
    let mut found = vec![of_config(archive.config(), edition.config())];
    found.extend(of_records(archive, edition, |_| true));
    for (archive, edition) in others {
        // The others are told already.
        found.extend(of_records(archive, edition, |record| record.translated.is_some()));
    }
    found
}

/// How many records are looked at in the same room.
const AT_ONCE: usize = 64;

fn of_records(archive: &Archive, edition: &Edition, wanted: impl Fn(&Record) -> bool + Sync) -> Vec<Found> {
    let of_some = |records: &[Arc<Record>]| {
        let mut found = Found::default();
        for record in records.iter().filter(|record| wanted(record)) {
            match edition.get(&record.id) {
                Some(seen) if Arc::ptr_eq(seen, record) => {}
                seen => found.record(record, seen.map(|seen| &**seen), edition),
            }
        }
        found
    };
    archive.records().par_chunks(AT_ONCE).map(of_some).collect()
}

impl Found {
    /// Takes a text, if it has a form to be looked for.
    fn add(&mut self, text: &str, sort: Sort, known: &Known<'_>, secret: impl FnOnce(&mut Said) -> Secret) {
        if self.forms.add(self.secrets.len() as u32, text, sort, known) {
            self.secrets.push(secret(&mut self.said));
        }
    }

    fn record(&mut self, record: &Record, seen: Option<&Record>, edition: &Edition) {
        let up_to = edition.audience().up_to();
        let mut known = Texts::default();
        match seen {
            Some(seen) => tells::record(seen, &mut |_, _, text| known.all.push(text)),
            None => self.name(record),
        }
        // Of a text that is seen with a link less, all but the place of the link is no secret. Most records are
        // seen whole but for a link in a field.
        let texts = known.all.clone();
        let words: Known<'_> = LazyCell::new(Box::new(move || {
            let (mut words, mut read) = (Vec::new(), Words::default());
            for text in texts {
                words.extend(halves(read.quickly(text)));
                words.push(0);
            }
            words
        }));
        tells::record(record, &mut |at, sort, text| {
            if text.trim().is_empty() || known.has(text) {
                return;
            }
            // What somebody withheld on purpose is looked for as a name is, by fewer letters than a value.
            let root = at.first().and_then(|step| if let At::Key(key) = step { Some(*key) } else { None });
            let is_withheld = record.access.redactions.iter().any(|one| one.path.root() == root);
            let sort = if is_withheld && is_short(text) && root.is_some() { Sort::Name } else { sort };
            let mut add = |part: &str, sort: Sort, byte: usize| {
                self.add(part, sort, &words, |said| Secret {
                    record: Some(record.id.clone()),
                    what: said.what(at, sort),
                    file: Arc::clone(&record.source.file),
                    spot: spot(record, at, byte),
                });
            };
            // Of a text of which a part is seen, the other parts are secret.
            let is_marked = passages::may_hide(text);
            if is_marked {
                for range in passages::hidden(text, up_to) {
                    let part = text.get(range.clone()).unwrap_or_default();
                    add(part, if is_short(part) { Sort::Name } else { sort }, range.start);
                }
            }
            let mut is_left = |mark| known.has(&passages::visible(text, up_to, mark).text);
            if !(is_marked && (is_left(Mark::Markdown) || is_left(Mark::Plain))) {
                add(text, sort, 0);
                // Who takes part is looked for by other forms of the name too, as the check of names does.
                if sort == Sort::Name && is_participant(at)
                    || record.participant.is_some() && matches!(at, [At::Key("title")])
                {
                    participants::written(text).iter().for_each(|form| add(form, Sort::Name, 0));
                }
            }
        });
    }

    /// The name of a record that is hidden as a whole: its address, and what links to it say.
    fn name(&mut self, record: &Record) {
        let (id, slug) = (record.id.as_str(), record.id.slug());
        let n = self.secrets.len() as u32;
        let mut add = |text: &str, sort| self.forms.tight(n, text, sort);
        add(id, Sort::Code);
        let number = slug.strip_prefix("page-");
        if !number.is_some_and(|n| n.bytes().all(|byte| byte.is_ascii_digit())) {
            let sort = if slug.contains('-') { Sort::Code } else { Sort::Address };
            add(&format!("{slug}.html"), sort);
        }
        add(slug, Sort::Address);
        self.secrets.push(Secret {
            record: Some(record.id.clone()),
            what: self.said.of([ADDRESS, "", ""]),
            file: Arc::clone(&record.source.file),
            spot: if record.source.own_file { Spot::File } else { Spot::Byte(record.source.body_at) },
        });
    }
}

/// The texts of a record as the edition has it.
#[derive(Default)]
struct Texts<'r> {
    all: Vec<&'r str>,
    /// Where the one stands that is asked for next, if those are asked for in order.
    next: usize,
}

impl Texts<'_> {
    fn has(&mut self, text: &str) -> bool {
        let is_it = |known: &&str| *known == text;
        let is_next = self.all.get(self.next).is_some_and(is_it);
        let at = if is_next { Some(self.next) } else { self.all.iter().position(is_it) };
        self.next = at.map_or(self.next, |at| at + 1);
        at.is_some()
    }
}

/// Whether participants are named at a place.
fn is_participant(at: &[At<'_>]) -> bool {
    matches!(at, [At::Key("participants"), At::Key("names"), ..] | [At::Key("registered_by" | "participant")])
}

fn is_short(text: &str) -> bool {
    text.split_whitespace().count() < RUN
}

impl Said {
    /// What of a record stands at a place.
    fn what(&mut self, at: &[At<'_>], sort: Sort) -> Arc<str> {
        match (at, sort) {
            ([At::Key("title")], _) => self.of(["the title", "", ""]),
            ([At::Body], _) => self.of(["a passage", "", ""]),
            (_, Sort::File) => self.of(["the name of an attachment", "", ""]),
            _ => {
                let key =
                    at.iter().rev().find_map(|step| if let At::Key(key) = step { Some(*key) } else { None });
                self.of(["the field `", key.unwrap_or_default(), "`"])
            }
        }
    }

    /// What these make together, written once.
    fn of(&mut self, parts: [&str; 3]) -> Arc<str> {
        let [first, second, third] = parts;
        let is_it = |said: &&Arc<str>| {
            let rest = said.strip_prefix(first).and_then(|rest| rest.strip_prefix(second));
            rest == Some(third)
        };
        if let Some(said) = self.0.iter().find(is_it) {
            return Arc::clone(said);
        }
        let said: Arc<str> = parts.concat().into();
        self.0.push(Arc::clone(&said));
        said
    }
}

fn spot(record: &Record, at: &[At<'_>], byte: usize) -> Spot {
    let steps = at.iter().filter_map(|step| match step {
        At::Key(key) => Some(Step::Key((*key).into())),
        At::Item(n) => Some(Step::Index(*n)),
        At::Body => None,
    });
    let steps: Vec<Step> = steps.collect();
    if steps.is_empty() || !record.source.own_file {
        return Spot::Byte(record.source.body_at + byte);
    }
    Spot::Field(FieldPath::from_steps(steps))
}

/// What `annals.yaml` says of collections and fields that the edition does not know, and of the base
/// that the records come from, which no edition tells.
fn of_config(all: &Config, seen: &Config) -> Found {
    let mut found = Found::default();
    let mut add = |path: &FieldPath, text: &str, sort: Sort| {
        found.add(text, sort, &Known::new(Box::new(Vec::new)), |said| Secret {
            record: None,
            what: said.of(["the setting", "", ""]),
            file: "annals.yaml".into(),
            spot: Spot::Field(path.clone()),
        });
    };
    for (name, said) in &all.collections {
        let path = FieldPath::key("collections").then(Arc::clone(name));
        let known = seen.collection(name);
        let CollectionConfig { visibility: _, label, singular, sentence, order: _, fields } = said;
        if known.is_none() {
            add(&path, name, Sort::Address);
            label.iter().chain(singular).for_each(|text| add(&path, text, Sort::Title));
            sentence.iter().for_each(|text| add(&path, text, Sort::Prose));
        }
        for (key, field) in fields {
            if known.is_some_and(|known| known.fields.iter().any(|(shown, _)| shown == key)) {
                continue;
            }
            let path = path.clone().then("fields").then(Arc::clone(key));
            field.label.iter().for_each(|text| add(&path, text, Sort::Value));
            add(&path, key, Sort::Value);
        }
    }
    for (language, spoken) in &all.translations {
        let seen = seen.translations.iter().find(|(known, _)| known == language).map(|(_, seen)| seen);
        for (name, labels) in &spoken.collections {
            let known = seen.and_then(|seen| seen.collections.iter().find(|(known, _)| known == name));
            let path = FieldPath::key("translations").then(language.as_str());
            let path = path.then("collections").then(Arc::clone(name));
            if known.is_none() {
                labels.label.iter().chain(&labels.singular).for_each(|text| add(&path, text, Sort::Title));
            }
            let is_known =
                |key: &str| known.is_some_and(|(_, seen)| seen.fields.iter().any(|(shown, _)| shown == key));
            for (key, label) in labels.fields.iter().filter(|(key, _)| !is_known(key)) {
                add(&path.clone().then("fields").then(key.as_str()), label, Sort::Value);
            }
        }
    }
    if let Some(airtable) = &all.airtable {
        let path = FieldPath::key("airtable");
        airtable.base.iter().for_each(|text| add(&path, text, Sort::Code));
        for (name, table) in &airtable.tables {
            let path = path.clone().then("tables").then(Arc::clone(name));
            table.table.iter().chain(&table.view).for_each(|text| add(&path, text, Sort::Value));
            table.fields.iter().for_each(|(field, _)| add(&path, field, Sort::Value));
        }
    }
    found
}
