//! `annals diff`: what changed between two days, two editions of a report, or two git revisions.

mod sides;

use std::path::Path;

use anyhow::{Result, bail};
use jiff::civil;

use super::Status;
use super::print::{self, Show};
use crate::audience::Audience;
use crate::cli::DiffFormat;
use crate::model::date::Date;
use crate::render::diff::{Sides, markdown, text};
use sides::{Unread, days, editions, revisions};

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

/// Prints the difference; where a record of a side cannot be read, that in its place: it would be told as gone.
///
/// # Errors
/// A fault of the world, or a side that is not there.
pub fn run(root: &Path, asked: &Asked<'_>, today: civil::Date, show: Show) -> Result<Status> {
    let mut unread = Unread { root, findings: Vec::new() };
    let told = told(&mut unread, asked, today)?;
    if unread.findings.is_empty() {
        print::result(told.trim_end());
        return Ok(Status::Clean);
    }
    Ok(print::findings(root, unread.findings, false, show))
}

fn told(sides: &mut Unread<'_>, asked: &Asked<'_>, today: civil::Date) -> Result<String> {
    let day = |side: &str| side.contains('-').then(|| side.parse::<Date>().ok()).flatten();
    let (from, to, found) = match (day(asked.from), day(asked.to)) {
        (Some(from), Some(to)) => {
            (from.in_words(), to.in_words(), days(sides, asked.audience, from.latest(), to.latest())?)
        }
        (None, None) if asked.from.contains("#edition-") => {
            (asked.from.to_owned(), asked.to.to_owned(), editions(sides, asked, today)?)
        }
        (None, None) => (asked.from.to_owned(), folder(asked.to), revisions(sides, asked, today)?),
        _ => bail!("one of {} and {} is a day and the other is not", asked.from, asked.to),
    };
    let audience = if asked.audience == Audience::Public { "everybody" } else { "members" };
    let sides = Sides { from: &from, to: &to, audience };
    Ok(if asked.format == DiffFormat::Md { markdown(&found, sides) } else { text(&found, sides) })
}

fn folder(side: &str) -> String {
    if side == "." { "the working folder".to_owned() } else { side.to_owned() }
}
