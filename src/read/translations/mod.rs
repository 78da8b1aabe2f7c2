//! `slug.cy.md` beside `slug.md` → the record in Welsh.
//!
//! In: the files of records, read and not yet understood. Out: which of them are translations, of what
//! and into what; and, once the originals are understood, each translated record whole, so that every
//! rule of confidentiality that holds for the original holds for it. A name counts as a translation's
//! where it ends in a language of the archive. What is named for a record that is there, with something
//! else behind a full stop, is neither: it would be published whatever that record hides. So is what says
//! that it is a translation, and is not named like one. Any other name with a full stop in it is a record's.

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
use crate::diag::{Bearing, FieldPath, Finding, Rule, Spot};
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

/// Every record by its name in small letters, since many disks take capitals for the same.
type Names = BTreeMap<String, RecordId>;

/// What each file holds, by its name and the names of the others.
pub(super) fn told_apart(found: &[Found], config: &Config) -> Vec<Told> {
    let dotted = |id: &RecordId| id.slug().contains('.');
    if !found.iter().any(|file| dotted(&file.id)) {
        return found.iter().map(|_| Told::Record).collect();
    }
    let named = |file: &Found| (file.id.as_str().to_ascii_lowercase(), file.id.clone());
    let names: Names = found.iter().map(named).collect();
    found.iter().map(|file| told(file, &names, config)).collect()
}

fn told(file: &Found, names: &Names, config: &Config) -> Told {
    let id = &file.id;
    let Some((stem, language)) = id.slug().rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else {
        return Told::Record;
    };
    let of = RecordId::new(id.collection(), stem);
    let is_beside = names.get(&of.as_str().to_ascii_lowercase()) == Some(&of);
    let declared = config.languages.iter().skip(1).any(|known| known == language);
    let fault = |rule: &'static Rule, message: String, help: String| {
        Told::Faulty(Box::new(Finding::new(rule, &file.file, Spot::File, message).help(help)))
    };
    if declared && is_beside {
        return Told::Translation(Into { of, language: language.into() });
    }
    if declared {
        return fault(
            &rules::TRANSLATION_OF_NOTHING,
            format!("there is no `{of}` to translate"),
            format!("write `{stem}.md` first, or call the file by its record’s name"),
        );
    }
    let Some((beside, rest)) = named_for(id, names) else { return Told::Record };
    if rest.eq_ignore_ascii_case(config.main_language()) {
        return fault(
            &rules::TRANSLATION_INTO_UNKNOWN,
            format!("`{rest}` is the main language: its words stand in `{beside}.md`"),
            format!("put them there, and take this file out; other languages: {}", others(config)),
        );
    }
    let meant = config.languages.iter().skip(1).find(|known| known.eq_ignore_ascii_case(rest));
    fault(
        &rules::TRANSLATION_INTO_UNKNOWN,
        format!("`{rest}` is no language of this archive"),
        match meant {
            Some(meant) => format!("call the file `{beside}.{meant}.md`"),
            None => format!(
                "add it to `languages` in annals.yaml, or call the file otherwise, without `{beside}.` before it; known are {}",
                others(config)
            ),
        },
    )
}

/// The slug of a record that is there and that a name begins with, and what follows its full stop. Versions have
/// a number there: `plan-v1.1` is a paper beside `plan-v1`.
fn named_for<'f>(id: &'f RecordId, names: &Names) -> Option<(&'f str, &'f str)> {
    let slug = id.slug();
    let is_version =
        |rest: &str| rest.trim_start_matches(['v', 'V']).starts_with(|c: char| c.is_ascii_digit());
    let is_there = |stem: &str| {
        let name = RecordId::new(id.collection(), stem).as_str().to_ascii_lowercase();
        names.contains_key(&name)
    };
    let mut dots = slug.match_indices('.').map(|(at, _)| (&slug[..at], &slug[at + 1..]));
    dots.find(|(stem, rest)| !stem.is_empty() && !is_version(rest) && is_there(stem))
}

/// What is told of a record that says that it is a translation and is not named like one.
pub(super) fn unnamed(raw: &Raw, schema: &Schema) -> Option<Finding> {
    let is_slip = |key: &str| strsim::damerau_levenshtein(&lower::plain(key), FROM) <= 2;
    // Hardly any key begins so, which is seen at once.
    let begins = |key: &str| key.starts_with(['t', 'T']) || !key.is_ascii();
    let (key, value) = raw.entries.iter().find(|(key, _)| begins(key) && is_slip(key))?;
    let is_digest = value.as_text().is_some_and(|text| Source::parse(&text).is_some());
    let collection = schema.collection(raw.id.collection());
    let is_declared = collection.is_some_and(|collection| collection.field(key).is_some());
    if is_declared && !is_digest {
        return None;
    }
    let message = format!("`{key}` says that this is a translation, and the name of the file is none of one");
    let spot = Spot::Key(FieldPath::key(key.as_str()));
    let help = "call the file by its original and a language that `languages` in annals.yaml names, as in `custody-images.cy.md`";
    Some(
        Finding::new(&rules::TRANSLATION_OF_NOTHING, &raw.file, spot, message)
            .help(help)
            .bears(Bearing::LeavesOut),
    )
}

fn others(config: &Config) -> String {
    let others: Vec<&str> = config.languages.iter().skip(1).map(String::as_str).collect();
    if others.is_empty() { "none".to_owned() } else { super::notes::listed(&others) }
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
