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

/// Prints the event, the rule and the evidence.
///
/// # Errors
/// A fault of the world, or an issue that is not there.
pub fn run(root: &Path, id: &str, as_of: civil::Date, audience: Audience, show: Show) -> Result<Status> {
    let reading = read::archive(root)?;
    // A terminal is spoken to in English, whatever the language of the site.
    let edition = audience::edition(&reading.archive, audience, as_of).speaking(&words::of_language("en"));
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
