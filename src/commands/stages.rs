//! From an archive to a composed site and what it must not tell: the stages that `build` and `serve` share.
//!
//! In: an archive as it was read, an audience, a day, perhaps an address. Out: the edition; then its site,
//! theme and secrets, and every finding of the content. What does not wait for each other is done at once.
//! Nothing is printed, and nothing decided: whether findings stop a build is for the command to say.

use std::path::Path;

use anyhow::Result;
use jiff::civil::Date;

use super::frozen;
use crate::audience::secrets::{self, Secrets};
use crate::audience::{self, Audience, Edition};
use crate::compose::{self, Site};
use crate::diag::Finding;
use crate::model::archive::Archive;
use crate::render::theme::Theme;
use crate::{check, read};

/// An archive and what of it an audience may see.
#[derive(Debug)]
pub(super) struct Seen {
    /// As it was read: what is checked.
    read: Archive,
    /// As it is published.
    archive: Archive,
    pub(super) edition: Edition,
    today: Date,
}

/// A site, and what belongs to it.
#[derive(Debug)]
pub(super) struct Composed<'e> {
    pub(super) site: Site<'e>,
    /// The theme, and what the site must not tell.
    pub(super) dressed: Result<(Theme, Secrets)>,
    /// What is wrong with the content.
    pub(super) findings: Vec<Finding>,
}

/// What an audience may see of an archive, which will be at an address, in the words of the site's theme; and
/// the theme.
pub(super) fn seen(
    root: &Path,
    archive: Archive,
    audience: Audience,
    today: Date,
    address: Option<&str>,
) -> (Seen, Result<Theme>) {
    let read = archive.clone();
    let archive = address.into_iter().fold(archive, Archive::at);
    let edition = audience::edition(&archive, audience, today);
    let files = read::theme_files(root, &edition.config().theme);
    let theme = files.and_then(|files| Theme::of_site(files, edition.language()));
    let edition = match &theme {
        Ok(theme) => edition.speaking(theme.words()),
        Err(_) => edition,
    };
    (Seen { read, archive, edition, today }, theme)
}

impl Seen {
    /// The site of the edition.
    pub(super) fn composed(&self, theme: Result<Theme>) -> Composed<'_> {
        let secrets = |theme: Theme| {
            let secrets = secrets::secrets(&self.archive, &self.edition, &theme.texts());
            (theme, secrets)
        };
        let (mut findings, (site, dressed)) = rayon::join(
            || [check::run(&self.read, self.today), frozen::faults(&self.read)].concat(),
            || rayon::join(|| compose::site(&self.edition), || theme.map(secrets)),
        );
        findings.extend(site.reports().iter().flat_map(|report| report.faults.clone()));
        Composed { site, dressed, findings }
    }
}
