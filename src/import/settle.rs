//! Everything that was named → a plan in which all of it is joined.
//!
//! In: what was asked for. Out: what was found, and the plan. A document is joined to what the archive
//! knows, and that may be in a document that is imported in the same run; so documents are read again
//! with what came out of the others, until nothing changes. A second import then writes nothing.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use super::documents;
use super::gather::{Asked, Document, Gathered, gather};
use super::recognise::Form;
use super::writer::{self, Plan};
use crate::diag::Severity;
use crate::model::config::Config;
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
    force: bool,
) -> Result<Settled> {
    let schema = Schema::of(config);
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
            Ok(documents::read(&document.file, &document.bytes, form, records))
        };
        let mut found = gather(root, config, &schema, asked, &others)?;
        if found.doubts.iter().any(|doubt| doubt.rule.severity == Severity::Error) {
            return Ok(Settled { found, plan: None });
        }
        let plan = writer::plan(root, std::mem::take(&mut found.sheets), &[], force)?;
        // Tables alone are joined in one go; only documents may need another round.
        let now = if joined.get() && round < MOST_ROUNDS { plan.texts() } else { BTreeMap::new() };
        if now.is_empty() || now == texts {
            return Ok(Settled { found, plan: Some(plan) });
        }
        texts = now;
    }
}
