//! `slug.cy.md` beside `slug.md` → the record in Welsh.
//!
//! In: the files of records, read and not yet understood. Out: which of them are translations, of what
//! and into what; and, once the originals are understood, each translated record whole, so that every
//! rule of confidentiality that holds for the original holds for it. A name counts as a translation's
//! where it ends in a language of the archive, or in what looks like one and the original stands beside
//! it; any other name with a full stop in it is a record's.

mod begin;
mod merge;
pub(super) mod rules;
mod texts;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

pub use self::begin::Begun;
use self::begin::begun;
use self::merge::FROM;
use self::texts::Texts;
use super::actions::{self, Joins};
use super::faults;
use super::lower::{self, Context, Lowered, Raw};
use super::notes::Notes;
use super::walk::Found;
use super::yaml::Node;
use crate::diag::{FieldPath, Finding, Rule, Spot};
use crate::model::config::Config;
use crate::model::id::RecordId;
use crate::model::schema::Schema;
use crate::model::translation::{Source, Translated, Translation};

/// A file that holds a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Into {
    /// The record that it translates.
    pub(super) of: RecordId,
    /// The language.
    pub(super) language: Arc<str>,
}

/// What a file holds, by its name.
#[derive(Debug)]
pub(super) enum Told {
    /// A record.
    Record,
    /// A translation.
    Translation(Into),
    /// A translation that cannot be one.
    Faulty(Box<Finding>),
}

/// What each file holds, by its name and the names of the others.
pub(super) fn told_apart(found: &[Found], config: &Config) -> Vec<Told> {
    let dotted = |id: &RecordId| id.slug().contains('.');
    if !found.iter().any(|file| dotted(&file.id)) {
        return found.iter().map(|_| Told::Record).collect();
    }
    let names: BTreeSet<&str> = found.iter().map(|file| file.id.as_str()).collect();
    found.iter().map(|file| told(file, &names, config)).collect()
}

fn told(file: &Found, names: &BTreeSet<&str>, config: &Config) -> Told {
    let id = &file.id;
    let Some((stem, language)) = id.slug().rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else {
        return Told::Record;
    };
    let of = RecordId::new(id.collection(), stem);
    let is_beside = names.contains(of.as_str());
    let declared = config.languages.iter().skip(1).any(|known| known == language);
    let fault = |rule: &'static Rule, message: String, help: String| {
        Told::Faulty(Box::new(Finding::new(rule, &file.file, Spot::File, message).help(help)))
    };
    match (declared, is_beside) {
        (true, true) => Told::Translation(Into { of, language: language.into() }),
        (true, false) => fault(
            &rules::TRANSLATION_OF_NOTHING,
            format!("there is no `{of}` to translate"),
            format!("write `{stem}.md` first, or call the file by its record’s name"),
        ),
        (false, true) if language == config.main_language() => fault(
            &rules::TRANSLATION_INTO_UNKNOWN,
            format!("`{language}` is the main language: its words stand in `{stem}.md`"),
            format!("put them there, and take this file out; other languages: {}", others(config)),
        ),
        (false, true) if looks_like_one(language) => fault(
            &rules::TRANSLATION_INTO_UNKNOWN,
            format!("`{language}` is no language of this archive"),
            format!(
                "add it to `languages` in annals.yaml, or call the file otherwise; known are {}",
                others(config)
            ),
        ),
        (false, _) => Told::Record,
    }
}

fn others(config: &Config) -> String {
    let others: Vec<&str> = config.languages.iter().skip(1).map(String::as_str).collect();
    if others.is_empty() { "none".to_owned() } else { super::notes::listed(&others) }
}

/// Whether the end of a name is written as languages are: `cy`, `pt-BR`.
fn looks_like_one(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_word =
        |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(|first| first.len() == 2 && first.bytes().all(|byte| byte.is_ascii_lowercase()))
        && parts.all(is_word)
}

/// Translations and the originals that they need, while these are understood.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    files: Vec<(Into, Raw)>,
    originals: HashMap<RecordId, Raw>,
}

impl Waiting {
    /// Keeps what the translations need of the originals; of two for one language the first counts.
    pub(super) fn of(files: Vec<(Into, Raw)>, raws: &[Raw], findings: &mut Vec<Finding>) -> Self {
        let mut first: BTreeMap<(String, Arc<str>), Arc<str>> = BTreeMap::new();
        let mut kept = Vec::with_capacity(files.len());
        for (into, raw) in files {
            let name = (into.of.as_str().to_owned(), Arc::clone(&into.language));
            match first.get(&name) {
                Some(file) => {
                    let message =
                        format!("`{}` is translated into `{}` in `{file}` too", into.of, into.language);
                    findings.push(Finding::new(&faults::DUPLICATE_ID, &raw.file, Spot::File, message));
                }
                None => {
                    first.insert(name, Arc::clone(&raw.file));
                    kept.push((into, raw));
                }
            }
        }
        let wanted: BTreeSet<&str> = kept.iter().map(|(into, _)| into.of.as_str()).collect();
        let wanted = raws.iter().filter(|raw| wanted.contains(raw.id.as_str()));
        let originals = wanted.map(|raw| (raw.id.clone(), raw.clone())).collect();
        Waiting { files: kept, originals }
    }

    /// Whether there is nothing to translate.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The translated records; `lowered` are the originals, already joined with the actions of write-ups.
    /// A participant is known by its name in every language.
    pub(super) fn understood(
        self,
        lowered: &mut [Lowered],
        joins: &Joins,
        context: Context<'_>,
        findings: &mut Vec<Finding>,
    ) -> Vec<Translation> {
        let texts = Texts { config: context.config, schema: context.schema };
        let originals = &self.originals;
        let understand = |(into, raw): &(Into, Raw)| {
            let original = originals.get(&into.of)?;
            let mut notes = Notes::on(&raw.file);
            let from = from(raw, &mut notes);
            let whole = merge::merged(original, raw, texts, &mut notes);
            let now = texts.source(original);
            let Lowered { mut record, says_visibility, says_state, .. } = lower::lower(whole, context);
            // What the original says of references that lead nowhere is said there.
            record.dangling.clear();
            let made = Lowered { record, findings: notes.findings, says_visibility, says_state };
            Some((into.language.clone(), Arc::clone(&original.file), from, now, made))
        };
        let made: Vec<_> = self.files.par_iter().filter_map(understand).collect();
        let (mut heads, mut records) = (Vec::new(), Vec::new());
        for (language, original, from, now, mut one) in made {
            findings.append(&mut one.findings);
            heads.push((language, original, from, now));
            records.push(one);
        }
        join(&mut records, &heads, lowered, joins, context);
        name(&mut records, lowered);
        heads
            .into_iter()
            .zip(records)
            .map(|((language, original, from, now), Lowered { mut record, .. })| {
                let is_outdated = from.as_ref().is_none_or(|from| from.open != now.open);
                let is_outdated_within = from.as_ref() != Some(&now);
                record.translated = Some(Translated { is_outdated, is_outdated_within });
                Translation { language, record: Arc::new(record), original, from, now }
            })
            .collect()
    }
}

/// What a translation says that it was made from.
fn from(raw: &Raw, notes: &mut Notes) -> Option<Source> {
    let said = raw.get(FROM).filter(|node| !node.is_nothing())?;
    let from = said.as_text().and_then(|text| Source::parse(&text));
    if from.is_none() {
        let message = format!("`{FROM}` is the start of a digest, 12 digits of 0 to 9 and a to f");
        notes.fault_help(
            &faults::WRONG_TYPE,
            &FieldPath::key(FROM),
            message,
            "`annals check` says which; write it in quotes",
        );
    }
    from
}

/// Joins translated actions with what the write-ups say of them.
fn join<T>(
    records: &mut [Lowered],
    heads: &[(Arc<str>, T, Option<Source>, Source)],
    lowered: &[Lowered],
    joins: &Joins,
    context: Context<'_>,
) {
    let is_action = |one: &Lowered| one.record.id.collection() == "actions";
    if !records.iter().any(is_action) {
        return;
    }
    let workshops: Vec<&Lowered> =
        lowered.iter().filter(|one| one.record.body.write_up().is_some()).collect();
    let languages: BTreeSet<&str> = heads.iter().map(|(language, ..)| &**language).collect();
    for language in languages {
        let of: Vec<usize> =
            (0..records.len()).filter(|n| *heads[*n].0 == *language && is_action(&records[*n])).collect();
        let mut some: Vec<Lowered> = of.iter().map(|n| records[*n].clone()).collect();
        some.extend(workshops.iter().map(|one| (*one).clone()));
        actions::extract(&mut some, joins, context.index, context.config);
        of.into_iter().zip(some).for_each(|(n, one)| records[n] = one);
    }
}

/// Lets every participant be known by its name in each language.
fn name(records: &mut [Lowered], lowered: &mut [Lowered]) {
    let mut titles: BTreeMap<String, BTreeSet<Arc<str>>> = BTreeMap::new();
    for one in records.iter().filter(|one| one.record.participant.is_some()) {
        titles.entry(one.record.id.as_str().to_owned()).or_default().insert(one.record.title.as_str().into());
    }
    if titles.is_empty() {
        return;
    }
    for one in lowered.iter().filter(|one| one.record.participant.is_some()) {
        if let Some(all) = titles.get_mut(one.record.id.as_str()) {
            all.insert(one.record.title.as_str().into());
        }
    }
    for one in lowered.iter_mut().chain(records) {
        let (title, id) = (one.record.title.clone(), one.record.id.as_str());
        if let (Some(all), Some(declared)) = (titles.get(id), &mut one.record.participant) {
            let others = all.iter().filter(|other| ***other != *title && !declared.known_as.contains(other));
            let others: Vec<Arc<str>> = others.cloned().collect();
            declared.known_as.extend(others);
        }
    }
}

/// The file in which a translation of a record begins.
pub(super) fn begin(raw: &Raw, config: &Config, schema: &Schema) -> Begun {
    begun(raw, Texts { config, schema })
}

/// A text of the front matter, where it is one.
fn text(node: &Node) -> Option<String> {
    node.as_text().filter(|text| !text.trim().is_empty())
}
