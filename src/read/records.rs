//! The whole way from `content/` to an archive, step by step.
//!
//! In: the root. Out: an archive and findings. Every file is read and parsed on its own, in parallel;
//! then names are gathered, so that references can be resolved; then every file is understood, in
//! parallel again; then the actions that write-ups hold join the others.
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use rayon::prelude::*;

use super::attachments::Files;
use super::file::Unfit;
use super::lower::{Context, Lowered, Raw};
use super::notes::Notes;
use super::references::Index;
use super::shelf::Shelf;
use super::split::{Split, Unsplit};
use super::translations::{self, Told, Waiting};
use super::walk::Found;
use super::yaml::{self, Node, Repeated};
use super::{
    Reading, accessibility, actions, config, conflict, cut, faults, file, locks, loose, lower, nesting,
    split, theme, walk, words, works,
};
use crate::diag::{Bearing, FieldPath, Finding, Rule, Spot};
use crate::model::accessibility::PAGE;
use crate::model::archive::Archive;
use crate::model::body::Body;
use crate::model::config::Config;
use crate::model::id::RecordId;
use crate::model::lock::Lock;
use crate::model::schema::Schema;
use crate::source;
use crate::spent::{self, Work};

/// Reads an archive from the disk, these texts in the place of the files of their names.
pub(super) fn archive(root: &Path, over: &Texts) -> anyhow::Result<Reading> {
    on_disk(root, over, None)
}

/// Reads an archive from the disk, and what has not changed from a shelf.
pub(super) fn archive_again(root: &Path, shelf: &mut Shelf) -> anyhow::Result<Reading> {
    on_disk(root, &Texts::new(), Some(shelf))
}

fn on_disk(root: &Path, over: &Texts, shelf: Option<&mut Shelf>) -> anyhow::Result<Reading> {
    let mut findings = Vec::new();
    let config = settings(root, &mut findings)?;
    findings.extend(theme::missing(root, &config.theme));
    findings.extend(words::missing(root, &config));
    let (found, odd) = walk::walk(root, &config.roots)?;
    findings.extend(odd);
    let locks = locks::on_disk(root, &config.roots, over, &mut findings)?;
    understood(root, config, found, over, shelf, locks, findings)
}

/// Reads an archive that is in these texts alone; no attachment of it is there.
pub(super) fn archive_of(texts: &Texts) -> anyhow::Result<Reading> {
    let mut notes = Notes::on(&config::FILE.into());
    let written = texts.get(config::FILE).with_context(|| format!("there is no {}", config::FILE))?;
    let config = config::read(written, &mut notes);
    let mut findings = notes.findings;
    let locks = locks::in_texts(texts, &mut findings);
    understood(Path::new(NOWHERE), config, Vec::new(), texts, None, locks, findings)
}

/// A folder that is not there.
pub(super) const NOWHERE: &str = "/nonexistent";

fn understood(
    root: &Path,
    mut config: Config,
    mut found: Vec<Found>,
    over: &Texts,
    mut shelf: Option<&mut Shelf>,
    locks: Vec<Lock>,
    mut findings: Vec<Finding>,
) -> anyhow::Result<Reading> {
    // 1. Where everything may stand.
    let schema = Schema::of(&config);
    // 2. Every file, split and parsed, on its own.
    lay_over(&mut found, root, &config, over);
    let read = match &mut shelf {
        Some(shelf) => shelf.read(&found)?,
        None => found.par_iter().map(|file| raw(file, over)).collect::<anyhow::Result<Vec<_>>>()?,
    };
    // 3. The names of everything that can be referred to.
    let mut index = Index::default();
    let mut raws = Vec::with_capacity(read.len());
    let mut translated = Vec::new();
    let told = translations::told_apart(&found, &config);
    for ((file, Read { raw, findings: noted }), told) in found.iter().zip(read).zip(told) {
        findings.extend(noted);
        match (told, raw) {
            (Told::Record, Some(raw)) => match translations::unnamed(&raw, &schema) {
                Some(finding) => {
                    findings.push(finding);
                    index.add_unread(raw.id);
                }
                None => raws.push(raw),
            },
            (Told::Record, None) => index.add_unread(file.id.clone()),
            (Told::Translation(into), raw) => translated.extend(raw.map(|raw| (into, raw))),
            (Told::Faulty(finding), _) => findings.push(*finding),
        }
    }
    let raws = name(raws, &mut index, &mut findings);
    let waiting = Waiting::of(translated, &raws, &mut findings);
    let joins = actions::Joins::of(&raws, &mut index, &mut findings);
    // 4. Every file understood, on its own.
    let files = Files::of(root, &config.roots);
    let context = Context { config: &config, schema: &schema, index: &index, files: &files };
    let mut lowered: Vec<Lowered> = match &mut shelf {
        Some(shelf) => shelf.lowered(raws, context),
        None => {
            let lowered = |raw| spent::on(Work::Parse, || lower::lower(raw, context));
            raws.into_par_iter().map(lowered).collect()
        }
    };
    // 5. The actions that write-ups hold.
    let alone = actions::extract(&mut lowered, &joins, &index, &config);
    // 6. The same records in other languages.
    let translations = match waiting.is_empty() {
        true => Vec::new(),
        false => waiting.understood(&mut lowered, &joins, context, &mut findings),
    };
    if let Some(fault) = files.fault() {
        return Err(fault);
    }
    index.suggest(lowered.iter_mut().flat_map(|one| &mut one.record.dangling));
    let mut records = Vec::with_capacity(lowered.len());
    for one in lowered {
        findings.extend(one.findings);
        records.push(one.record);
    }
    loose::attached(&mut findings, &records);
    // 7. The works that narratives cite, and what was measured of the pages.
    let works = works::works(root, over, &config, &mut findings)?;
    let has_page = records.iter().any(|record| record.id.as_str() == PAGE);
    config.measured =
        accessibility::measured(root, over, config.accessibility.as_deref(), has_page, &mut findings);
    let archive =
        Archive::new(config, schema, records).with_locks(locks).citing(works).told_again(translations);
    let archive = archive.with_alone(alone);
    Ok(Reading { archive, findings })
}

/// The file in which the translation of a record begins.
pub(super) fn translation(root: &Path, of: &RecordId) -> anyhow::Result<Option<translations::Begun>> {
    let config = settings(root, &mut Vec::new())?;
    let (found, _) = walk::walk(root, &config.roots)?;
    let Some(file) = found.iter().find(|file| file.id == *of) else { return Ok(None) };
    let Some(raw) = raw(file, &Texts::new())?.raw else { return Ok(None) };
    Ok(Some(translations::begin(&raw, &config, &Schema::of(&config))))
}

/// Reads the settings.
pub(super) fn settings(root: &Path, findings: &mut Vec<Finding>) -> anyhow::Result<Config> {
    let mut notes = Notes::on(&config::FILE.into());
    let bytes = match file::bytes(&root.join(config::FILE), root, file::LARGEST)? {
        Ok(bytes) => bytes,
        Err(unfit) => {
            findings.push(unfit.finding(&notes.file));
            return Ok(Config::titled("Untitled archive"));
        }
    };
    let config = match source::text(bytes) {
        Ok(text) => config::read(&text, &mut notes),
        Err(place) => {
            notes.findings.push(not_utf8(&notes.file, place));
            Config::titled("Untitled archive")
        }
    };
    findings.append(&mut notes.findings);
    Ok(config)
}

/// What a file holds, where it could be read, and what is wrong with it.
#[derive(Clone, Debug)]
pub(super) struct Read {
    raw: Option<Raw>,
    findings: Vec<Finding>,
}

impl Read {
    /// The name of the record, where the file could be read.
    pub(super) fn id(&self) -> Option<&RecordId> {
        self.raw.as_ref().map(|raw| &raw.id)
    }

    /// What the file holds, where it could be read and nothing is wrong with it.
    pub(super) fn sound(self) -> Option<Raw> {
        self.raw.filter(|_| self.findings.is_empty())
    }
}

/// Texts by the path of their file below the root, which are read in the place of those on disk.
pub(super) type Texts = BTreeMap<String, String>;

/// Adds the files of texts that are not on disk yet.
fn lay_over(found: &mut Vec<Found>, root: &Path, config: &Config, over: &Texts) {
    if over.is_empty() {
        return;
    }
    let known: BTreeSet<_> = found.iter().map(|file| Arc::clone(&file.file)).collect();
    for path in over.keys().filter(|path| !known.contains(path.as_str())) {
        let of = config.root_of(path).map_or("content", |of| &of.path);
        let name = path.strip_prefix(of).and_then(|path| path.strip_prefix('/')?.strip_suffix(".md"));
        let id = name.and_then(RecordId::parse);
        found.extend(id.map(|id| Found { path: root.join(path), file: path.as_str().into(), id }));
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
}

fn raw(found: &Found, over: &Texts) -> anyhow::Result<Read> {
    let bytes = match over.get(&*found.file) {
        Some(text) => text.clone().into_bytes(),
        // No link is among what the walk finds.
        None => match spent::on(Work::Read, || file::plain(&found.path, file::LARGEST))? {
            Ok(bytes) => bytes,
            Err(unfit) => return Ok(unread(found, unfit)),
        },
    };
    Ok(of_bytes(found, bytes))
}

/// What the bytes of a file hold. They and its name are all that this depends on.
pub(super) fn of_bytes(found: &Found, bytes: Vec<u8>) -> Read {
    let mut notes = Notes::on(&found.file);
    let raw = spent::on(Work::Parse, || understand(found, bytes, &mut notes));
    if raw.is_none() {
        notes.leave_out(0);
    }
    Read { raw, findings: notes.findings }
}

/// A file that is not read, and why.
pub(super) fn unread(found: &Found, unfit: Unfit) -> Read {
    Read { raw: None, findings: vec![unfit.finding(&found.file).bears(Bearing::LeavesOut)] }
}

fn understand(found: &Found, bytes: Vec<u8>, notes: &mut Notes) -> Option<Raw> {
    let file = &found.file;
    let mut fault = |rule: &'static Rule, spot: Spot, message: &str, help: &str| {
        notes.findings.push(Finding::new(rule, file, spot, message).help(help));
    };
    let text = match source::text(bytes) {
        Ok(text) => without_controls(text),
        Err(place) => {
            notes.findings.push(not_utf8(file, place));
            return None;
        }
    };
    let parts = split::split(&text);
    if let Some(at) = half_merged(&text, parts.as_ref().ok()) {
        notes.findings.push(conflict::finding(file, Spot::Byte(at)));
        return None;
    }
    let parts = match parts {
        Ok(parts) => parts,
        Err(Unsplit::Unclosed) => {
            let help = "put `---` on a line of its own below the last field";
            let message = "the front matter that starts here does not end";
            fault(&faults::UNCLOSED_FRONT_MATTER, Spot::Byte(0), message, help);
            return None;
        }
        Err(Unsplit::NoFrontMatter { late_fence: Some(at) }) => {
            let message = "the front matter does not start on the first line";
            fault(&faults::NO_FRONT_MATTER, Spot::Byte(at), message, "take out the empty lines above it");
            return None;
        }
        Err(Unsplit::NoFrontMatter { late_fence: None }) => {
            let help = split::unfenced(&text);
            fault(&faults::NO_FRONT_MATTER, Spot::Byte(0), "the file has no front matter", &help);
            return None;
        }
    };
    // The fence is one line.
    let parsed = match yaml::parse(&text[parts.front.clone()], 1) {
        Ok(parsed) => parsed,
        Err(fault) => {
            notes.findings.push(fault.finding(file, 1));
            return None;
        }
    };
    repeated(&parsed.repeated, 1, notes);
    notes.findings.extend(cut::findings(&text[parts.front.clone()], file, 1));
    let entries = match parsed.node {
        Node::Map(entries) => entries,
        other => {
            let message = format!("the front matter is {}, not a map of keys and values", other.in_words());
            let finding = Finding::new(&faults::BAD_YAML, file, Spot::Line(2, 1), message);
            notes.findings.push(finding.help("write each field as `key: value` on a line of its own"));
            return None;
        }
    };
    let fields = yaml::texts(&entries).filter_map(|(key, text)| {
        let (_, message) = nesting::excess(text)?;
        Some((Spot::Field(FieldPath::key(key)), message))
    });
    let body_at = parts.body.start;
    let body = nesting::excess(&text[parts.body.clone()]).map(|(at, what)| (Spot::Byte(body_at + at), what));
    if let Some((spot, message)) = fields.chain(body).next() {
        notes.findings.push(Finding::new(&faults::TOO_LARGE, file, spot, message).help(TOO_LARGE));
        return None;
    }
    let body = Body::new(&text[parts.body.clone()], lower::form(found.id.collection()));
    Some(Raw { file: Arc::clone(file), id: found.id.clone(), entries, body, body_at: parts.body.start })
}

/// The byte of the first mark of a merge that is not done.
fn half_merged(text: &str, parts: Option<&Split>) -> Option<usize> {
    let Some(Split { front, body }) = parts else { return conflict::first(text) };
    let below = || conflict::first_in_body(&text[body.clone()]).map(|at| body.start + at);
    conflict::first_in_front(&text[front.clone()]).map(|at| front.start + at).or_else(below)
}

/// The text with a space for every control character: one byte for one byte, so that every place stays what it
/// is. Hardly any text has one, which is seen without a look at every letter.
fn without_controls(text: String) -> String {
    let is_control = |byte: u8| byte.is_ascii_control() && byte != b'\n' && byte != b'\t';
    // Not `any`: that would stop at each byte to ask.
    let has_one = text.bytes().fold(0, |found, byte| found | u8::from(is_control(byte)));
    match has_one != 0 {
        true => text.replace(|letter: char| letter.is_ascii() && is_control(letter as u8), " "),
        false => text,
    }
}

const TOO_LARGE: &str = "divide it, close what is opened, or attach it as a file of its own";

/// Notes keys that stand twice, in a file whose YAML has so many lines above it.
pub(super) fn repeated(repeated: &[Repeated], lines_above: usize, notes: &mut Notes) {
    for Repeated { key, line, column } in repeated {
        let spot = Spot::Line(line + lines_above, *column);
        let message = format!("`{key}` stands here a second time; the first one counts");
        notes.findings.push(Finding::new(&faults::DUPLICATE_KEY, &notes.file, spot, message));
    }
}

fn not_utf8(file: &Arc<str>, place: source::NotUtf8) -> Finding {
    let spot = Spot::Line(place.line, place.column);
    let message = "the file is not UTF-8 text from here on";
    Finding::new(&faults::NOT_UTF8, file, spot, message).help("save it again with the encoding UTF-8")
}

/// Puts the names of records into the index; of two that have one name the first stays.
fn name(raws: Vec<Raw>, index: &mut Index, findings: &mut Vec<Finding>) -> Vec<Raw> {
    let mut names: HashMap<String, (RecordId, Arc<str>)> = HashMap::with_capacity(raws.len());
    let mut kept = Vec::with_capacity(raws.len());
    for raw in raws {
        match names.get(&raw.id.as_str().to_ascii_lowercase()) {
            Some((first, file)) => {
                let message = match *first == raw.id {
                    true => format!("`{first}` is in `{file}` too"),
                    false => {
                        format!("`{}` is the name of `{first}` too, but for the case of its letters", raw.id)
                    }
                };
                findings.push(Finding::new(&faults::DUPLICATE_ID, &raw.file, Spot::File, message));
                if *first != raw.id {
                    index.add_unread(raw.id);
                }
            }
            None => {
                let named = (raw.id.clone(), Arc::clone(&raw.file));
                names.insert(raw.id.as_str().to_ascii_lowercase(), named);
                kept.push(raw);
            }
        }
    }
    index.add_ids(kept.iter().map(|raw| raw.id.clone()));
    for raw in &kept {
        let text = |key: &str| raw.get(key).and_then(Node::as_text);
        if let Some(airtable_id) =
            text("airtable_id").map(|id| id.trim().to_owned()).filter(|id| !id.is_empty())
            && let Some(holder) = index.add_airtable_id(&airtable_id, &raw.id)
        {
            let message = format!("`{holder}` has the Airtable id `{airtable_id}` too");
            let spot = Spot::Field(FieldPath::key("airtable_id"));
            findings.push(Finding::new(&faults::DUPLICATE_ID, &raw.file, spot, message));
        }
        for alias in raw.get("aliases").cloned().map(Node::into_items).unwrap_or_default() {
            if let Some(alias) = alias.as_text() {
                index.add_alias(alias.trim(), &raw.id);
            }
        }
        if raw.id.collection() == "organisations"
            && let Some(title) = text("title")
        {
            index.add_organisation(&title, &raw.id);
        }
    }
    kept
}
