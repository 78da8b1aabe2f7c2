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

/// What an audience may see of an archive, which will be at an address.
pub(super) fn seen(archive: Archive, audience: Audience, today: Date, address: Option<&str>) -> Seen {
    let read = archive.clone();
    let archive = address.into_iter().fold(archive, Archive::at);
    let edition = audience::edition(&archive, audience, today);
    Seen { read, archive, edition, today }
}

impl Seen {
    /// The site of the edition.
    pub(super) fn composed(&self, root: &Path) -> Composed<'_> {
        let (mut findings, (site, dressed)) = rayon::join(
            || [check::run(&self.read, self.today), frozen::faults(&self.read)].concat(),
            || rayon::join(|| compose::site(&self.edition), || self.dressed(root)),
        );
        findings.extend(site.reports().iter().flat_map(|report| report.faults.clone()));
        Composed { site, dressed, findings }
    }

    fn dressed(&self, root: &Path) -> Result<(Theme, Secrets)> {
        let theme = Theme::load(read::theme_files(root, &self.edition.config().theme)?)?;
        let secrets = secrets::secrets(&self.archive, &self.edition, &theme.texts());
        Ok((theme, secrets))
    }
}
