//! `annals diff`: what changed between two days, two editions of a report, or two git revisions.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use jiff::civil;

use super::{Status, print, report};
use crate::audience::{self, Audience, Edition};
use crate::cli::DiffFormat;
use crate::compose::diff::{self, Diff, State};
use crate::model::date::Date;
use crate::model::erratum;
use crate::model::id::RecordId;
use crate::model::lock::Frozen;
use crate::model::words;
use crate::read;
use crate::render::diff::{Sides, markdown, text};

/// What was asked for.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The one before: a day, `SLUG#edition-1`, or a revision.
    pub from: &'a str,
    /// The one after, in the same terms; `.` is the working folder.
    pub to: &'a str,
    /// With whose eyes.
    pub audience: Audience,
    /// As text or Markdown.
    pub format: DiffFormat,
}

/// Prints the difference.
///
/// # Errors
/// A fault of the world, or a side that is not there.
pub fn run(root: &Path, asked: &Asked<'_>, today: civil::Date) -> Result<Status> {
    let day = |side: &str| side.contains('-').then(|| side.parse::<Date>().ok()).flatten();
    let (from, to, found) = match (day(asked.from), day(asked.to)) {
        (Some(from), Some(to)) => {
            (from.in_words(), to.in_words(), days(root, asked.audience, from.latest(), to.latest())?)
        }
        (None, None) if asked.from.contains("#edition-") => {
            (asked.from.to_owned(), asked.to.to_owned(), editions(root, asked, today)?)
        }
        (None, None) => (asked.from.to_owned(), folder(asked.to), revisions(root, asked, today)?),
        _ => bail!("one of {} and {} is a day and the other is not", asked.from, asked.to),
    };
    let audience = if asked.audience == Audience::Public { "everybody" } else { "members" };
    let sides = Sides { from: &from, to: &to, audience };
    let told = if asked.format == DiffFormat::Md { markdown(&found, sides) } else { text(&found, sides) };
    print::result(told.trim_end());
    Ok(Status::Clean)
}

fn folder(side: &str) -> String {
    if side == "." { "the working folder".to_owned() } else { side.to_owned() }
}

fn days(root: &Path, audience: Audience, from: civil::Date, to: civil::Date) -> Result<Diff> {
    let archive = read::archive(root)?.archive;
    let [before, after] = [from, to].map(|day| in_english(audience::edition(&archive, audience, day)));
    let state = |edition, day| State { edition, day, by_date: true };
    Ok(diff::between(state(&before, from), state(&after, to)))
}

/// A terminal is spoken to in English, whatever the language of the site.
fn in_english(edition: Edition) -> Edition {
    edition.speaking(&words::of_language("en"))
}

fn revisions(root: &Path, asked: &Asked<'_>, day: civil::Date) -> Result<Diff> {
    let read = |side: &str| if side == "." { read::archive(root) } else { read::revision(root, side) };
    let before = in_english(audience::edition(&read(asked.from)?.archive, asked.audience, day));
    let after = in_english(audience::edition(&read(asked.to)?.archive, asked.audience, day));
    let state = |edition| State { edition, day, by_date: false };
    Ok(diff::between(state(&before), state(&after)))
}

fn editions(root: &Path, asked: &Asked<'_>, today: civil::Date) -> Result<Diff> {
    let archive = read::archive(root)?.archive;
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
