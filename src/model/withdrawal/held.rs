//! An edition with withdrawals, held against the records.
//!
//! In: an archive, an edition, and what a report would say now. Out: the records that were withdrawn and those
//! that should be, the archive as it was with them, and what would be said with the same words taken out. None
//! of it is ever published: it is what a frozen edition is compared with.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::{Out, PLAIN, Withdrawal, Withdrawn, digest};
use crate::model::access::Visibility;
use crate::model::alias;
use crate::model::archive::Archive;
use crate::model::id::RecordId;
use crate::model::kinds::Kind;
use crate::model::lock::{Frozen, Lock, Passage};
use crate::model::record::Record;

/// The records that were withdrawn from an edition, by their names of now; `None` where one is not there any
/// more.
pub fn records<'a>(archive: &'a Archive, frozen: &Frozen) -> Option<Vec<&'a Arc<Record>>> {
    let entries = frozen.withdrawn.iter().filter_map(|entry| Some((entry, entry.record.as_deref()?)));
    let found = |(entry, sum): (&Withdrawal, &str)| {
        let is_it = |id: &RecordId| digest(&entry.before, id) == sum;
        let base = archive.config().base_url.as_deref();
        archive
            .records()
            .iter()
            .find(|record| is_it(&record.id) || alias::names(&record.aliases, base).iter().any(is_it))
    };
    entries.map(found).collect()
}

/// The record that is meant by a name; none where neither an archive nor a lock has it: then they are words, as
/// `and/or` is.
pub fn named(name: &str, archive: &Archive, lock: &Lock) -> Option<RecordId> {
    let is_told = |id: &RecordId| lock.editions.iter().any(|frozen| frozen.names().contains(id));
    RecordId::parse(name).filter(|id| archive.get(id).is_some() || is_told(id))
}

/// Records, with the actions of the workshops among them, which go where these do.
fn with_actions<'a>(archive: &'a Archive, records: Vec<&'a Arc<Record>>) -> Vec<&'a Arc<Record>> {
    let is_among = |id: &RecordId| records.iter().any(|record| record.id == *id);
    let is_of_one = |record: &&Arc<Record>| match &record.kind {
        Kind::Action(action) => {
            action.workshop.as_ref().is_some_and(|workshop| is_among(&workshop.id)) && !is_among(&record.id)
        }
        _ => false,
    };
    let actions: Vec<_> = archive.records().iter().filter(is_of_one).collect();
    [records, actions].concat()
}

/// The records that an edition tells of and that its readers may not see any more, but for the actions of
/// workshops that are among them: each once, with the last edition that does.
pub fn closed<'a>(archive: &'a Archive, lock: &'a Lock) -> Vec<(&'a Frozen, &'a Arc<Record>)> {
    let mut found: Vec<(&Frozen, &Arc<Record>)> = Vec::new();
    for frozen in lock.editions.iter().rev() {
        for record in closed_since(archive, lock.audience, frozen) {
            if !found.iter().any(|(_, known)| known.id == record.id) {
                found.push((frozen, record));
            }
        }
    }
    found
}

fn closed_since<'a>(archive: &'a Archive, audience: Visibility, frozen: &Frozen) -> Vec<&'a Arc<Record>> {
    let named = frozen.names();
    let is_closed = |record: &&Arc<Record>| record.access.visibility > audience && named.contains(&record.id);
    let closed: Vec<&Arc<Record>> = archive.records().iter().filter(is_closed).collect();
    let of_another = |record: &&&Arc<Record>| match &record.kind {
        Kind::Action(action) => {
            let workshop = action.workshop.as_ref();
            workshop.is_some_and(|workshop| closed.iter().any(|other| other.id == workshop.id))
        }
        _ => false,
    };
    closed.iter().filter(|record| !of_another(record)).copied().collect()
}

/// The archive in which an audience may see these records, to be compared with what it could see.
#[must_use]
pub fn restored(archive: &Archive, audience: Visibility, records: &[&Arc<Record>]) -> Archive {
    let records = with_actions(archive, records.to_vec());
    let shown = |record: &&Arc<Record>| {
        let mut shown = Record::clone(record);
        shown.access.visibility = audience;
        if let Kind::Issue(issue) = &mut shown.kind {
            for event in &mut issue.history {
                event.visibility = event.own.max(audience);
                event.positions.iter_mut().for_each(|one| one.visibility = one.own.max(audience));
            }
        }
        Arc::new(shown)
    };
    archive.clone().retold(&records.iter().map(shown).collect::<Vec<_>>())
}

/// What the records say now, as far as it is held against an edition with withdrawals: with the same out of it.
/// `records` are those that were withdrawn.
pub fn as_withdrawn(frozen: &Frozen, now: &mut [Passage], records: &[&Arc<Record>]) {
    for record in records {
        Out::new(Withdrawn::Record(&record.id, Some(&record.title)), "", now).of_passages(now);
    }
    let touched: BTreeSet<&String> = frozen.withdrawn.iter().flat_map(|entry| &entry.passages).collect();
    let named: BTreeSet<&String> = frozen.passages.iter().map(|passage| &passage.id).collect();
    for then in frozen.passages.iter().filter(|then| touched.contains(&then.id)) {
        // A paragraph of the editors is named by its words: with others, it is the one of this number.
        let of_number =
            |now: &Passage| now.number.is_some() && now.number == then.number && !named.contains(&now.id);
        let is_it = |now: &&mut Passage| now.form == then.form && (now.id == then.id || of_number(now));
        let Some(now) = now.iter_mut().find(is_it) else { continue };
        now.id.clone_from(&then.id);
        if fits(then.title.as_deref().unwrap_or_default(), now.title.as_deref().unwrap_or_default()) {
            now.title.clone_from(&then.title);
        }
        if fits(&then.text, &now.text) {
            now.text.clone_from(&then.text);
        }
    }
}

/// Whether a text could have been this one, with anything in the place of its marks.
fn fits(then: &str, now: &str) -> bool {
    if is_mark(then) || then == now {
        return true;
    }
    let lines = |text: &str| text.lines().count();
    lines(then) == lines(now) && then.lines().zip(now.lines()).all(|(then, now)| line_fits(then, now))
}

fn is_mark(text: &str) -> bool {
    marks(text).first() == Some(&(0..text.len()))
}

/// The marks of a text, of either form.
fn marks(text: &str) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (open, close) in [("[[withheld", "]]"), (PLAIN, "")] {
        let mut from = 0;
        while let Some(at) = text[from..].find(open).map(|found| from + found) {
            let Some(end) = text[at + open.len()..].find(close) else { break };
            from = at + open.len() + end + close.len();
            // `[withheld]` is a part of `[[withheld]]`.
            if !marks.iter().any(|mark| mark.contains(&at)) {
                marks.push(at..from);
            }
        }
    }
    marks.sort_by_key(|mark| mark.start);
    marks
}

fn line_fits(then: &str, now: &str) -> bool {
    let marks = marks(then);
    if marks.is_empty() {
        return then == now;
    }
    // The cells of a row went with the first.
    if then.starts_with('|') && now.starts_with('|') {
        return true;
    }
    let mut rest = now;
    let mut from = 0;
    for (n, at) in marks.iter().enumerate() {
        let Some(piece) = then.get(from..at.start) else { return false };
        rest = match rest.find(piece) {
            Some(found) if n > 0 || found == 0 => &rest[found + piece.len()..],
            _ => return false,
        };
        from = at.end;
    }
    then.get(from..).is_some_and(|last| rest.ends_with(last))
}

/// What was perhaps meant by words that are a number, or the name of a record without its collection.
pub fn meant(words: &str, archive: &Archive) -> Option<String> {
    if words.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!(
            "the paragraph of this number is `p-{words}`; words that hold it have others beside them"
        ));
    }
    // A name of one word may be meant as a word.
    let is_slug = words.contains('-');
    let of = archive.records().iter().find(|record| is_slug && record.id.slug() == words)?;
    Some(format!("the record is `{}`", of.id))
}
