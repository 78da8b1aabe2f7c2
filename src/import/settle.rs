//! Everything that was named → a plan in which all of it is joined.
//!
//! In: what was asked for. Out: what was found, and the plan. A document is joined to what the archive
//! knows, and that may be in a document that is imported in the same run; so documents are read again
//! with what came out of the others, until nothing changes. A second import then writes nothing.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use super::airtable::faults::GONE_UPSTREAM;
use super::documents;
use super::folders::Folders;
use super::gather::{Asked, Document, Gathered, gather};
use super::held;
use super::merge;
use super::moved;
use super::recognise::Form;
use super::writer::{self, Plan, path_of};
use crate::diag::{Finding, Severity, Spot};
use crate::model::config::Config;
use crate::model::id::RecordId;
use crate::model::schema::Schema;
use crate::read;

/// What a run would do.
#[derive(Debug)]
pub struct Settled {
    /// What was found; its sheets are in the plan.
    pub found: Gathered,
    /// What would be written; none where something is wrong, and nothing may be.
    pub plan: Option<Plan>,
}

/// How far a run may go with what is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hand {
    /// Whether records go that their documents do not make any more.
    pub prune: bool,
    /// Whether records that were edited or deleted by hand are written all the same.
    pub force: bool,
}

/// Joins reach no further than this: from a log to a write-up to a topic.
const MOST_ROUNDS: usize = 4;

/// Reads everything that was asked for.
///
/// # Errors
/// A file that is not there or may not be read.
pub fn settle(
    root: &Path,
    config: &Config,
    asked: &Asked<'_>,
    form: Option<Form>,
    Hand { prune, force }: Hand,
) -> Result<Settled> {
    let schema = Schema::of(config);
    let folders = Folders::of(root, config);
    let mut texts = BTreeMap::new();
    let mut round = 0;
    loop {
        round += 1;
        let (known, joined) = (OnceCell::new(), Cell::new(false));
        let others = |document: Document<'_>| {
            if known.get().is_none() {
                let _ = known.set(read::archive_with(root, &texts)?.archive);
            }
            joined.set(true);
            let records = known.get().map_or(&[][..], |known| known.records());
            Ok(documents::read(&document.file, document.bytes, form, records))
        };
        let mut found = gather(&folders, config, &schema, asked, &others)?;
        let is_faulty =
            |found: &Gathered| found.doubts.iter().any(|doubt| doubt.rule.severity == Severity::Error);
        if is_faulty(&found) {
            return Ok(Settled { found, plan: None });
        }
        let merge::Merged { sheets, doubts, left, kept } =
            merge::merge(&folders, &schema, std::mem::take(&mut found.sheets), &found.papers)?;
        found.doubts.extend(doubts);
        if is_faulty(&found) {
            return Ok(Settled { found, plan: None });
        }
        if !prune {
            found.doubts.extend(left.iter().map(left_behind));
        }
        found.doubts.extend(kept.iter().map(left_edited));
        found.doubts.extend(held::doubts(&folders, &sheets, &found.papers)?);
        let plan = writer::plan(&folders, sheets, if prune { &left } else { &[] }, force)?;
        // Tables alone are joined in one go; only documents may need another round.
        let now = if joined.get() && round < MOST_ROUNDS { plan.texts() } else { BTreeMap::new() };
        if now.is_empty() || now == texts {
            if let Some(after) = known.get().filter(|_| !texts.is_empty()) {
                let before = read::archive_with(root, &BTreeMap::new())?.archive;
                found.doubts.extend(moved::doubts(before.records(), after.records()));
            }
            return Ok(Settled { found, plan: Some(plan) });
        }
        texts = now;
    }
}

fn left_behind(id: &RecordId) -> Finding {
    let message = format!("the documents that made {id} do not make it any more");
    Finding::new(&GONE_UPSTREAM, &path_of(id).into(), Spot::File, message)
        .help("delete the record, or import with --prune to remove it and its like; an edit keeps it")
}

fn left_edited(id: &RecordId) -> Finding {
    let message =
        format!("the documents that made {id} do not make it any more; it was edited by hand, and stays");
    Finding::new(&GONE_UPSTREAM, &path_of(id).into(), Spot::File, message).help(
        "find out why it is gone: delete the record if it was taken back, or if another one is in its place now \
         take over there what you wrote",
    )
}
