//! `annals comments`: what reviewers said of a draft, tied to what it is about.

mod tie;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use jiff::civil;

use super::print::{self, Show};
use super::{Status, report, typeset};
use crate::audience::{self, Audience};
use crate::cli::CommentsFormat;
use crate::import::comments::{self, Reviewed};
use crate::render::comments::{Listing, json, markdown, text};
use crate::render::document;
use crate::{compose, read};
use tie::Draft;

/// What was asked for.
#[derive(Debug)]
pub struct Asked {
    /// The Word files that came back.
    pub files: Vec<PathBuf>,
    /// The report, where the files do not name it.
    pub report: Option<String>,
    /// For whom the draft was made, where the files do not say.
    pub audience: Option<Audience>,
    /// As what.
    pub format: CommentsFormat,
}

/// Lists the remarks of one or more Word files.
///
/// # Errors
/// A fault of the world: a file that is not there; a report that is not there.
pub fn run(root: &Path, asked: &Asked, today: civil::Date, show: Show) -> Result<Status> {
    let archive = read::archive(root)?.archive;
    let (mut listing, mut faults) = (Listing::default(), Vec::new());
    for file in &asked.files {
        let name: Arc<str> = file.to_string_lossy().into();
        let reviewed = match comments::read(&name, &comments::bytes(file)?) {
            Ok(reviewed) => reviewed,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        let edition = audience::edition(&archive, audience_of(asked, &reviewed), today);
        let site = compose::site(&edition);
        let (named, number) = tie::named(asked.report.as_deref(), &reviewed);
        let places = match &named {
            Some(slug) => {
                let index = report::find(&site, slug)?;
                (listing.report, listing.edition) = (Some(format!("reports/{slug}")), number);
                document::places(&typeset::worded(root, &site, index)?.0)
            }
            None => {
                let help = "name it with --report, so that remarks can be tied to its paragraphs";
                print::notice(show, &format!("{name} does not say which report it is a draft of: {help}"));
                Vec::new()
            }
        };
        let draft = Draft { root, edition: &edition, file: &name, places: &places };
        draft.tie(reviewed, &mut listing);
    }
    let status = print::findings(root, faults, false, show);
    let told = match asked.format {
        CommentsFormat::Text => text(&listing),
        CommentsFormat::Json => json(&listing)?,
        CommentsFormat::Md => markdown(&listing),
    };
    print::result(told.trim_end());
    Ok(status)
}

fn audience_of(asked: &Asked, reviewed: &Reviewed) -> Audience {
    let stated = || (reviewed.audience.as_deref() == Some("public")).then_some(Audience::Public);
    asked.audience.or_else(stated).unwrap_or(Audience::Members)
}
