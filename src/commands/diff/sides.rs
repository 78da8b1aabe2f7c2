//! The sides of a comparison as they are read, and what of them cannot be.
//!
//! In: the root and what was asked for. Out: what changed between the sides; the findings are kept for whoever
//! asks whether they could be compared at all.

use std::path::Path;

use anyhow::{Context as _, Result};
use jiff::civil;

use super::super::report;
use super::Asked;
use crate::audience::{self, Audience, Edition};
use crate::compose::diff::{self, Diff, State};
use crate::diag::{Bearing, Finding, Spot};
use crate::model::archive::Archive;
use crate::model::erratum;
use crate::model::id::RecordId;
use crate::model::lock::Frozen;
use crate::model::words;
use crate::read;

/// The sides as they are read, and what of them could not be.
pub(super) struct Unread<'a> {
    pub(super) root: &'a Path,
    pub(super) findings: Vec<Finding>,
}

impl Unread<'_> {
    /// The archive in the working folder (`.`), or in a revision.
    pub(super) fn archive(&mut self, side: &str) -> Result<Archive> {
        let of_now = side == ".";
        let read::Reading { archive, findings } =
            if of_now { read::archive(self.root)? } else { read::revision(self.root, side)? };
        let left_out = findings.into_iter().filter(|one| *one.bearing() == Bearing::LeavesOut);
        self.findings.extend(left_out.map(|mut one| {
            if !of_now {
                // The lines of a revision are not those of the file on disk.
                one.spot = Spot::File;
                one.message = format!("in {side}: {}", one.message);
            }
            one
        }));
        Ok(archive)
    }
}

pub(super) fn days(
    sides: &mut Unread<'_>,
    audience: Audience,
    from: civil::Date,
    to: civil::Date,
) -> Result<Diff> {
    let archive = sides.archive(".")?;
    let [before, after] = [from, to].map(|day| in_english(audience::edition(&archive, audience, day)));
    let state = |edition, day| State { edition, day, by_date: true };
    Ok(diff::between(state(&before, from), state(&after, to)))
}

/// A terminal is spoken to in English, whatever the language of the site.
fn in_english(edition: Edition) -> Edition {
    edition.speaking(&words::of_language("en"))
}

pub(super) fn revisions(sides: &mut Unread<'_>, asked: &Asked<'_>, day: civil::Date) -> Result<Diff> {
    let mut seen = |side: &str| -> Result<Edition> {
        Ok(in_english(audience::edition(&sides.archive(side)?, asked.audience, day)))
    };
    let (before, after) = (seen(asked.from)?, seen(asked.to)?);
    let state = |edition| State { edition, day, by_date: false };
    Ok(diff::between(state(&before), state(&after)))
}

pub(super) fn editions(sides: &mut Unread<'_>, asked: &Asked<'_>, today: civil::Date) -> Result<Diff> {
    let archive = sides.archive(".")?;
    let edition = audience::edition(&archive, asked.audience, today);
    let frozen = |side: &str| -> Result<Frozen> {
        let (slug, part) = side.split_once('#').unwrap_or((side, ""));
        let id = RecordId::new("reports", slug.trim_start_matches("reports/"));
        let Some(number) = erratum::place(Some(part)).0 else { return report::as_it_is(&edition, slug) };
        let frozen = edition.lock_of(&id).and_then(|lock| lock.edition(number)).cloned();
        frozen.with_context(|| format!("edition {number} of {id} is not frozen"))
    };
    Ok(diff::editions(&frozen(asked.from)?, &frozen(asked.to)?))
}
