//! Several documents that make one record → one text of it, the same in whatever order they come.
//!
//! In: the sheets of a run, and what the ledger knows of earlier ones. Out: one sheet a record: the
//! fuller one as it is, with what the others have and it lacks; a finding at every value on which
//! they disagree; and the records that a document made before and does not make now. What each
//! document said goes into the ledger, so that it can be imported again alone. Two tables, or two
//! records with different numbers or ids, are not one thing: that is a `same_name` error.

mod body;
mod front;
mod place;

pub(super) use front::plain;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use serde_yaml::Mapping;

use super::airtable::{exported, faults};
use super::documents::doubts::quoted;
use super::documents::rules::{CONFLICTING_DOCUMENTS, SHARED_RECORD};
use super::earlier;
use super::folders::Folders;
use super::ledger::{Entry, Ledger, Origin, Part, sha256};
use super::writer::{Sheet, on_disk, path_of};
use super::yaml_out;
use crate::diag::{Finding, Spot};
use crate::model::id::RecordId;
use crate::model::schema::Schema;

/// One sheet a record.
#[derive(Debug, Default)]
pub struct Merged {
    /// The sheets, by record.
    pub sheets: Vec<Sheet>,
    /// What the documents disagree on.
    pub doubts: Vec<Finding>,
    /// Records that nothing but documents of this run made before, and that they do not make now.
    pub left: Vec<RecordId>,
    /// Of those, records that were edited by hand since: they stay, and are told.
    pub kept: Vec<RecordId>,
}

/// The texts of the documents of a run, by what the ledger calls each: what findings call it, and its
/// words.
pub type Papers = BTreeMap<String, (Arc<str>, String)>;

/// Merges the sheets of a run with each other and with what the ledger knows.
///
/// # Errors
/// A fault of the disk, a ledger that cannot be understood.
pub fn merge(folders: &Folders, schema: &Schema, sheets: Vec<Sheet>, papers: &Papers) -> Result<Merged> {
    let ledger = Ledger::read(folders)?;
    let sources: BTreeSet<String> = sheets.iter().map(|sheet| sheet.origin.source.clone()).collect();
    let mut by_id: BTreeMap<RecordId, Vec<Sheet>> = BTreeMap::new();
    for sheet in sheets {
        by_id.entry(sheet.id.clone()).or_default().push(sheet);
    }
    let mut merged = Merged::default();
    for (path, entry) in &ledger.records {
        let Some(id) = folders.record_of(path).filter(|id| !by_id.contains_key(id)) else { continue };
        let (gone, kept): (Vec<_>, Vec<_>) =
            entry.origins().partition(|origin| sources.contains(&origin.source));
        if !gone.is_empty() && kept.is_empty() {
            match on_disk(&folders.root.join(path))? {
                Some(found) if sha256(&found) == entry.sha256 => merged.left.push(id),
                // What was edited is the editor's own by now: only the editor can say what becomes of it.
                Some(_) => merged.kept.push(id),
                None => {}
            }
        } else if !gone.is_empty() {
            // The others still say something of it: it is made of them alone.
            by_id.insert(id, Vec::new());
        }
    }
    for (id, own) in by_id {
        let path = folders.place(&id, &ledger);
        let entry = ledger.records.get(&path);
        Record { file: folders.root.join(&path), schema, papers, id: &id, entry }.merge(
            own,
            &sources,
            &mut merged,
        )?;
    }
    for sheet in merged.sheets.iter_mut().filter(|sheet| sheet.id.collection() == "actions") {
        if let Some(text) = with_earlier(&folders.root.join(folders.place(&sheet.id, &ledger)), sheet)? {
            sheet.text = text;
        }
    }
    Ok(merged)
}

/// The text of an action with the states that it had in the archive, where there are any.
fn with_earlier(file: &Path, sheet: &Sheet) -> Result<Option<String>> {
    let Some(found) = on_disk(file)? else { return Ok(None) };
    let found = String::from_utf8_lossy(&found);
    let read = |text: &str| {
        let (front, body) = exported::front(text)?;
        Some((serde_yaml::from_str::<Mapping>(front).ok()?, body.trim_matches('\n').to_owned()))
    };
    let Some(((stands, _), (mut front, body))) = read(&found).zip(read(&sheet.text)) else { return Ok(None) };
    let before = front.clone();
    earlier::keep(&mut front, &stands);
    Ok(if front == before { None } else { yaml_out::record(&front, &body).ok() })
}

/// A record that is being merged.
struct Record<'a> {
    file: PathBuf,
    schema: &'a Schema,
    papers: &'a Papers,
    id: &'a RecordId,
    entry: Option<&'a Entry>,
}

impl Record<'_> {
    fn merge(&self, own: Vec<Sheet>, sources: &BTreeSet<String>, merged: &mut Merged) -> Result<()> {
        if let Some(fault) = self.twice(&own) {
            merged.doubts.push(fault);
            merged.sheets.extend(own.into_iter().next());
            return Ok(());
        }
        let (earlier, edited) = self.earlier(&own, sources)?;
        let by_hand = earlier.iter().any(|part| part.origin == by_hand());
        if earlier.is_empty() && own.len() == 1 {
            merged.sheets.extend(own);
            return Ok(());
        }
        let own = own.into_iter().map(|sheet| Part { origin: sheet.origin, text: sheet.text });
        let mut parts: Vec<Part> = own.chain(earlier).collect();
        parts.sort_by(|a, b| a.origin.source.cmp(&b.origin.source));
        let Some((text, base, conflicts)) = self.blend(&parts) else {
            let names =
                parts.iter().map(|part| part.origin.source.as_str()).collect::<Vec<_>>().join(" and ");
            let message =
                format!("{names} both make {}, and one of them has no front matter to merge", self.id);
            merged.doubts.push(self.finding(&faults::SAME_NAME, 1, message));
            return Ok(());
        };
        if let Some(different) = conflicts.iter().find(|conflict| conflict.is_identity) {
            merged.doubts.push(self.different(different));
            return Ok(());
        }
        if edited {
            // How far an action got is news also where an editor wrote a state without its day.
            let states = conflicts.iter().filter(|conflict| conflict.key == "state");
            merged.doubts.extend(states.map(|conflict| self.conflict(&text, conflict)));
        } else {
            merged.doubts.extend(self.told(&text, &parts, &base, &conflicts));
        }
        parts.retain(|part| !part.text.is_empty());
        let parts = if parts.len() > 1 && !by_hand { parts } else { Vec::new() };
        merged.sheets.push(Sheet { id: self.id.clone(), text, origin: base, parts, onto_hand: by_hand });
        Ok(())
    }

    /// Two sheets of this run that cannot be one record: two tables, or two of one document.
    fn twice(&self, own: &[Sheet]) -> Option<Finding> {
        let (n, sheet) = own
            .iter()
            .enumerate()
            .find(|(n, sheet)| own.iter().take(*n).any(|before| before.origin.is_same(&sheet.origin)))?;
        let before = own.iter().take(n).find(|before| before.origin.is_same(&sheet.origin))?;
        let file: Arc<str> = sheet.origin.source.as_str().into();
        let message = format!("{} and {} both make {}", before.origin.source, file, self.id);
        Some(
            Finding::new(&faults::SAME_NAME, &file, Spot::File, message)
                .help("import one of them, or give one of the two records another title"),
        )
    }

    /// What other documents said of it before, and whether it was edited by hand since.
    fn earlier(&self, own: &[Sheet], sources: &BTreeSet<String>) -> Result<(Vec<Part>, bool)> {
        let replaced = |origin: &Origin| {
            sources.contains(&origin.source) || own.iter().any(|sheet| sheet.origin.is_same(origin))
        };
        if let Some(entry) = self.entry
            && entry.parts.is_empty()
            && replaced(&entry.origin)
        {
            // An import of the same document again: nothing to merge, and nothing to read.
            return Ok((Vec::new(), false));
        }
        let Some(found) = on_disk(&self.file)? else { return Ok((Vec::new(), false)) };
        let found = String::from_utf8_lossy(&found).into_owned();
        let Some(entry) = self.entry else {
            // Made by hand: documents add to it, tables are the record itself.
            let is_text = own.iter().any(|sheet| !sheet.origin.is_table());
            let parts = if is_text { vec![Part { origin: by_hand(), text: found }] } else { Vec::new() };
            return Ok((parts, true));
        };
        let edited = entry.sha256 != sha256(found.as_bytes());
        if !entry.parts.is_empty() {
            let kept = entry.parts.iter().filter(|part| !replaced(&part.origin)).cloned();
            return Ok((kept.collect(), edited));
        }
        let origin = if edited { by_hand() } else { entry.origin.clone() };
        Ok((vec![Part { origin, text: found }], edited))
    }

    /// One text of several, the origin it rests on, and what they disagree on.
    fn blend(&self, parts: &[Part]) -> Option<(String, Origin, Vec<Conflict>)> {
        let mut read = Vec::with_capacity(parts.len());
        for part in parts {
            let (front, body) = exported::front(&part.text)?;
            let front: Mapping = serde_yaml::from_str(front).ok()?;
            read.push((&part.origin, front, body.trim_matches('\n')));
        }
        // What is written by hand comes first; a progress paper is followed in its latest edition;
        // otherwise the fuller one is the base.
        let by_day = self.id.collection() == "topics";
        let weight = |front: &Mapping, body: &str| {
            body.len() + serde_yaml::to_string(front).map_or(0, |text| text.len())
        };
        read.sort_by_key(|(origin, front, body)| {
            let day = if by_day { origin.day.clone() } else { String::new() };
            (
                **origin != by_hand(),
                std::cmp::Reverse(day),
                std::cmp::Reverse(weight(front, body)),
                origin.source.clone(),
            )
        });
        let mut all = read.into_iter();
        let (base, mut front, body) = all.next()?;
        let mut body = body.to_owned();
        let mut conflicts = Vec::new();
        for (origin, other, other_body) in all {
            let later = by_day && !origin.day.is_empty() && origin.day < base.day;
            let pair = Pair { base, other: origin, later };
            let schema = self.schema.collection(self.id.collection());
            let added = front::add(&mut front, other, schema, pair, &mut conflicts);
            body = body::add(&body, other_body, added.as_deref(), self.id, pair, &mut conflicts);
        }
        let text = yaml_out::record(&front, &body).ok()?;
        Some((text, base.clone(), conflicts))
    }

    /// What an editor has to know of a merged record, each at the line of the record it is about.
    fn told(&self, text: &str, parts: &[Part], base: &Origin, conflicts: &[Conflict]) -> Vec<Finding> {
        let others: Vec<&str> = parts
            .iter()
            .filter(|part| part.origin != *base)
            .map(|part| part.origin.source.as_str())
            .collect();
        let message = format!(
            "the record rests on {}; what {} adds to it was added",
            base.source,
            others.join(" and ")
        );
        let mut told = vec![
            self.finding(&SHARED_RECORD, 1, message)
                .help("nothing to do, unless the documents are about different things"),
        ];
        for conflict in conflicts.iter().filter(|conflict| !conflict.settled) {
            told.push(self.conflict(text, conflict));
        }
        let settled: BTreeSet<&str> =
            conflicts.iter().filter(|conflict| conflict.settled).map(|conflict| &*conflict.key).collect();
        if let (false, Some(first)) = (settled.is_empty(), told.first_mut()) {
            let keys: Vec<&str> = settled.into_iter().collect();
            first
                .message
                .push_str(&format!("; where they differ the later one is followed: {}", keys.join(", ")));
        }
        told
    }

    /// A value on which two documents disagree, at its line of the document that is not followed; at
    /// that of the record where the document is not of this run, or its words are not found.
    fn conflict(&self, text: &str, conflict: &Conflict) -> Finding {
        let Conflict { key, kept, other, pair: (kept_in, other_in), .. } = conflict;
        let message = format!(
            "`{key}` of {} is {} in {kept_in} and {} in {other_in}; the former stands in the record",
            self.id,
            quoted(kept, 120),
            quoted(other, 120)
        );
        let found =
            self.papers.get(other_in).and_then(|(file, paper)| Some((file, place::line(paper, key, other)?)));
        let finding = match found {
            Some((file, line)) => Finding::new(&CONFLICTING_DOCUMENTS, file, Spot::Line(line, 1), message),
            None => {
                let line = text.lines().position(|line| {
                    line.starts_with(&format!("{key}:")) || line.contains(&format!("**{key}:**"))
                });
                self.finding(&CONFLICTING_DOCUMENTS, line.map_or(1, |line| line + 1), message)
            }
        };
        finding.help(format!("compare the documents, and mend `{}` if the latter is right", path_of(self.id)))
    }

    fn different(&self, conflict: &Conflict) -> Finding {
        let Conflict { key, kept, other, pair: (kept_in, other_in), .. } = conflict;
        let file: Arc<str> = other_in.as_str().into();
        let message = format!(
            "{kept_in} and {other_in} both make {}, and are about two things: `{key}` is {} in one and {} in the other",
            self.id,
            quoted(kept, 60),
            quoted(other, 60)
        );
        Finding::new(&faults::SAME_NAME, &file, Spot::File, message)
            .help("import one of them, or give one of the two records another title")
    }

    fn finding(&self, rule: &'static crate::diag::Rule, line: usize, message: String) -> Finding {
        Finding::new(rule, &path_of(self.id).into(), Spot::Line(line, 1), message)
    }
}

/// Where the text of a record that somebody wrote or edited comes from.
fn by_hand() -> Origin {
    Origin { source: "the record as it was edited".to_owned(), kind: "hand".to_owned(), ..Origin::default() }
}

/// Two documents that are being merged.
#[derive(Clone, Copy)]
struct Pair<'a> {
    base: &'a Origin,
    other: &'a Origin,
    /// Whether the base is followed because it is the later one.
    later: bool,
}

/// A value on which two documents disagree.
#[derive(Debug)]
struct Conflict {
    /// The field, or the action.
    key: String,
    kept: String,
    other: String,
    /// The documents, that of the kept value first.
    pair: (String, String),
    /// Whether it shows that the two are not about one thing.
    is_identity: bool,
    /// Whether it is no doubt, since the later document is followed.
    settled: bool,
}

impl Pair<'_> {
    fn conflict(&self, key: &str, kept: String, other: String) -> Conflict {
        let pair = (self.base.source.clone(), self.other.source.clone());
        Conflict { key: key.to_owned(), kept, other, pair, is_identity: false, settled: self.later }
    }
}

#[cfg(test)]
mod tests;
