//! `annals explain`: why an issue stands where it stands.

use std::path::Path;

use anyhow::{Result, bail};
use jiff::civil;

use super::Status;
use super::print::{self, Show};
use crate::audience::{self, Audience};
use crate::model::id::RecordId;
use crate::model::words;
use crate::{read, render};

/// What was asked for.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The issue.
    pub id: &'a str,
    /// The day as at which it is explained; `None` for the day on which is looked.
    pub as_of: Option<civil::Date>,
    /// With whose eyes.
    pub audience: Audience,
}

/// Prints the event, the rule and the evidence. What may be seen is what may be seen today, as in a report of an
/// earlier year: what has been released since is cited.
///
/// # Errors
/// A fault of the world, or an issue that is not there.
pub fn run(root: &Path, asked: &Asked<'_>, today: civil::Date, show: Show) -> Result<Status> {
    let &Asked { id, as_of, audience } = asked;
    let as_of = as_of.unwrap_or(today);
    let reading = read::archive(root)?;
    // A terminal is spoken to in English, whatever the language of the site.
    let edition = audience::edition(&reading.archive, audience, today).speaking(&words::of_language("en"));
    let id = RecordId::parse(id).unwrap_or_else(|| RecordId::new("issues", id));
    let Some(index) = edition.index_of(&id) else {
        let near = print::nearest(id.as_str(), edition.records().iter().map(|record| record.id.as_str()));
        bail!("no issue {id} in the edition for {}{near}", audience.as_str());
    };
    let columns = show.columns.unwrap_or(usize::MAX);
    let Some(text) = render::explain::explain_within(columns, &edition, index, as_of) else {
        bail!("{id} is not an issue: only issues have a heading to explain");
    };
    print::result(text.trim_end());
    Ok(Status::Clean)
}
