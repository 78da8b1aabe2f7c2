//! What is in an archive and not in an edition of it → secrets, and the forms in which each may be
//! written.
//!
//! In: the archive and the edition. Out: secrets with their places, and runs of words or short phrases
//! for each. Whether a phrase is too common to be looked for is decided elsewhere.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::bits::Hashes;
use super::plain::{BREAK, has_the_same_words, plain};
use super::runs::{self, RUN, halves};
use super::sections::sections;
use super::tells::{self, At, Sort};
use super::words::{Word, Words};
use super::{Edition, Other, Secret};
use crate::diag::{FieldPath, Spot, Step};
use crate::model::archive::Archive;
use crate::model::config::{CollectionConfig, Config};
use crate::model::passages::{self, Mark};
use crate::model::record::Record;
use crate::model::text;

/// A secret and the forms in which it may be written.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) secret: Secret,
    pub(super) forms: Forms,
}

/// The forms in which a text may be written.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Those that are known by runs of their words: as much as is kept of these.
    pub(super) long: Vec<Vec<u32>>,
    /// The others.
    pub(super) short: Vec<Form>,
}

/// One form.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) words: Vec<Word>,
    pub(super) sort: Sort,
    /// Whether what stands between the words counts.
    pub(super) tight: bool,
}

/// Everything that is in an archive and not in its edition, in the order of the archive; then what its
/// other languages say of that. In parts, as copies of all would take longer than to find it.
pub(super) fn gather(archive: &Archive, edition: &Edition, others: &[Other<'_>]) -> Vec<Vec<Found>> {
    let every = |_: &&Arc<Record>| true;
    let mut found = vec![of_config(archive.config(), edition.config())];
    found.extend(of_records(archive, edition, every));
    for (archive, edition) in others {
        // The others are told already.
        found.extend(of_records(archive, edition, |record| record.translated.is_some()));
    }
    found
}

fn of_records(
    archive: &Archive,
    edition: &Edition,
    wanted: impl Fn(&&Arc<Record>) -> bool + Sync,
) -> Vec<Vec<Found>> {
    archive
        .records()
        .par_iter()
        .filter(|record| wanted(record))
        .map(|record| match edition.get(&record.id) {
            Some(seen) if Arc::ptr_eq(seen, record) => Vec::new(),
            seen => of_record(record, seen.map(|seen| &**seen), edition),
        })
        .collect()
}

fn of_record(record: &Record, seen: Option<&Record>, edition: &Edition) -> Vec<Found> {
    let mut found = Vec::new();
    let up_to = edition.audience().up_to();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    match seen {
        Some(seen) => tells::record(seen, &mut |_, _, text| {
            known.insert(text);
        }),
        None => found.extend(name(record)),
    }
    // Of a text that is seen with a link less, all but the place of the link is no secret. Most records are seen
    // whole but for a link in a field.
    let runs: Known<'_> = LazyCell::new(Box::new(|| {
        let mut runs = Hashes::default();
        known.iter().for_each(|text| runs.extend(runs::runs(&Words::of(text))));
        runs
    }));
    tells::record(record, &mut |at, sort, text| {
        if text.trim().is_empty() || known.contains(text) {
            return;
        }
        // What somebody withheld on purpose is looked for as a name is, by fewer letters than a value.
        let root = at.first().and_then(|step| if let At::Key(key) = step { Some(*key) } else { None });
        let is_withheld = record.access.redactions.iter().any(|one| one.path.root() == root);
        let sort = if is_withheld && is_short(text) && root.is_some() { Sort::Name } else { sort };
        let mut add = |words: &str, sort: Sort, byte: usize| {
            let forms = forms(words, sort, &runs);
            if !(forms.long.is_empty() && forms.short.is_empty()) {
                let secret = Secret {
                    record: Some(record.id.clone()),
                    what: what(at, sort),
                    file: Arc::clone(&record.source.file),
                    spot: spot(record, at, byte),
                };
                found.push(Found { secret, forms });
            }
        };
        // Of a text of which a part is seen, the other parts are secret.
        let is_marked = passages::has_marks(text);
        if is_marked {
            for range in passages::hidden(text, up_to) {
                let words = text.get(range.clone()).unwrap_or_default();
                add(words, if is_short(words) { Sort::Name } else { sort }, range.start);
            }
        }
        let is_left = |mark| known.contains(&*passages::visible(text, up_to, mark).text);
        if !(is_marked && (is_left(Mark::Markdown) || is_left(Mark::Plain))) {
            add(text, sort, 0);
        }
    });
    found
}

fn is_short(text: &str) -> bool {
    text.split_whitespace().count() < RUN
}

/// The name of a record that is hidden as a whole: its address, and what links to it say.
fn name(record: &Record) -> Option<Found> {
    let (id, slug) = (record.id.as_str(), record.id.slug());
    let tight = |text: &str| Form { words: Words::of(text), sort: Sort::Code, tight: true };
    let mut short = vec![tight(id)];
    let is_page = slug.strip_prefix("page-").is_some_and(|n| n.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_page {
        let sort = if slug.contains('-') { Sort::Code } else { Sort::Address };
        short.push(Form { sort, ..tight(&format!("{slug}.html")) });
    }
    short.push(Form { sort: Sort::Address, ..tight(slug) });
    let secret = Secret {
        record: Some(record.id.clone()),
        what: "the address".to_owned(),
        file: Arc::clone(&record.source.file),
        spot: if record.source.own_file { Spot::File } else { Spot::Byte(record.source.body_at) },
    };
    Some(Found { secret, forms: Forms { short, ..Forms::default() } })
}

/// The runs of words that are no secret, for whoever asks.
type Known<'k> = LazyCell<Hashes, Box<dyn FnOnce() -> Hashes + 'k>>;

/// The forms in which a text may be written: as it stands, as a reader sees its Markdown, and as the
/// address made of it. Of long ones, only what has other runs of words than these.
fn forms(text: &str, sort: Sort, known: &Known<'_>) -> Forms {
    let tight = matches!(sort, Sort::Address | Sort::Code);
    let mut forms = Forms::default();
    let mut add = |words: Vec<Word>, tight: bool| {
        if words.len() >= RUN && !tight {
            let long = halves(&words);
            if !forms.long.contains(&long) {
                forms.long.push(long);
            }
        } else if !words.is_empty() && forms.short.iter().all(|form| form.words != words) {
            forms.short.push(Form { words, sort, tight });
        }
    };
    match sort {
        Sort::Address => {
            let text = text.trim_matches('/');
            add(Words::of(text.strip_suffix(".html").unwrap_or(text)), tight);
        }
        Sort::Prose => prose(text, known).into_iter().for_each(|words| add(words, tight)),
        Sort::File => {
            let name = text.rsplit('/').next().unwrap_or(text);
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            add(Words::of(stem), false);
            add(Words::of(&text::slug(stem)), false);
        }
        Sort::Title | Sort::Name | Sort::Value | Sort::Code => add(Words::of(text), tight),
    }
    forms
}

/// The words of each section of a passage, as they stand and, where a reader sees others, as those.
fn prose(text: &str, known: &Known<'_>) -> Vec<Vec<Word>> {
    let (mut forms, mut count) = (Vec::new(), 0);
    for words in sections(text).into_iter().map(Words::of) {
        count += words.len();
        match words.len() < RUN || known.is_empty() {
            true => forms.push(words.to_vec()),
            false => forms.extend(runs::beyond(known, &words)),
        }
    }
    if count < RUN || !has_the_same_words(text) {
        let whole = Words::of(text);
        let known = known.iter().copied().chain(runs::runs(&whole)).collect();
        for words in plain(text).split(BREAK).map(Words::of) {
            match words.len() < RUN {
                true => forms.push(words.to_vec()),
                false => forms.extend(runs::beyond(&known, &words)),
            }
        }
    }
    forms
}

fn what(at: &[At<'_>], sort: Sort) -> String {
    match (at, sort) {
        ([At::Key("title")], _) => "the title".to_owned(),
        ([At::Body], _) => "a passage".to_owned(),
        (_, Sort::File) => "the name of an attachment".to_owned(),
        _ => {
            let key =
                at.iter().rev().find_map(|step| if let At::Key(key) = step { Some(*key) } else { None });
            format!("the field `{}`", key.unwrap_or_default())
        }
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
fn of_config(all: &Config, seen: &Config) -> Vec<Found> {
    let mut found = Vec::new();
    let mut add = |path: &FieldPath, text: &str, sort: Sort| {
        let forms = forms(text, sort, &Known::new(Box::new(Hashes::default)));
        if !(forms.long.is_empty() && forms.short.is_empty()) {
            let file = "annals.yaml".into();
            let what = "the setting".to_owned();
            found.push(Found {
                secret: Secret { record: None, what, file, spot: Spot::Field(path.clone()) },
                forms,
            });
        }
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
