//! From an archive to a composed site and what it must not tell: the stages that `build` and `serve` share.
//!
//! In: an archive as it was read, an audience, a day, perhaps an address. Out: the edition; then its site,
//! theme and secrets, and every finding of the content. What does not wait for each other is done at once.
//! Nothing is printed, and nothing decided: whether findings stop a build is for the command to say.

use std::path::Path;

use anyhow::Result;
use jiff::civil::Date;

use super::frozen;
use super::languages::{self, Other, Themes};
use crate::audience::secrets::{self, Secrets};
use crate::audience::{self, Audience, Edition};
use crate::compose::{self, Site};
use crate::diag::Finding;
use crate::model::archive::Archive;
use crate::render::{own_sentence, theme::Theme, unread};
use crate::{check, read};

/// An archive and what of it an audience may see, in every language of it.
#[derive(Debug)]
pub(super) struct Seen {
    /// As it was read: what is checked.
    read: Archive,
    /// As it is published.
    pub(super) archive: Archive,
    pub(super) edition: Edition,
    others: Vec<Other>,
    /// What of its theme nothing reads.
    unread: Vec<Finding>,
    today: Date,
}

/// A site, and what belongs to it.
#[derive(Debug)]
pub(super) struct Composed<'e> {
    pub(super) site: Site<'e>,
    /// The same in other languages.
    pub(super) others: Vec<Site<'e>>,
    /// The themes, and what the site must not tell.
    pub(super) dressed: Result<(Themes, Secrets)>,
    /// What is wrong with the content.
    pub(super) findings: Vec<Finding>,
}

/// What an audience may see of an archive, which will be at an address, in the words of the site's theme; and
/// the theme, in each language.
pub(super) fn seen(
    root: &Path,
    archive: Archive,
    audience: Audience,
    today: Date,
    address: Option<&str>,
) -> (Seen, Result<Themes>) {
    let read = archive.clone();
    let archive = address.into_iter().fold(archive, Archive::at);
    let edition = audience::edition(&archive, audience, today);
    let others = Other::all(&archive, &edition);
    let files = read::theme_files(root, &edition.config().theme);
    let config = edition.config();
    let unread =
        files.iter().flat_map(|files| unread::unread(files, &config.theme, &config.languages)).collect();
    let (edition, others, themes) = languages::dressed(edition, others, files);
    (Seen { read, archive, edition, others, unread, today }, themes)
}

impl Seen {
    /// The site of the edition.
    pub(super) fn composed<'s>(&'s self, themes: Result<Themes>) -> Composed<'s> {
        let secrets = |themes: Themes| {
            let own = std::iter::once(&themes.0).chain(&themes.1).flat_map(Theme::texts);
            let others: Vec<_> = self.others.iter().map(|other| (&other.archive, &other.edition)).collect();
            let own: Vec<&str> = own.collect();
            let secrets = secrets::of_languages(&self.archive, &self.edition, &others, &own);
            (themes, secrets)
        };
        let sites =
            || (compose::site(&self.edition), self.others.iter().map(Other::site).collect::<Vec<_>>());
        let (mut findings, ((site, others), dressed)) = rayon::join(
            || [check::run(&self.read, self.today), frozen::faults(&self.read)].concat(),
            || rayon::join(sites, || themes.map(secrets)),
        );
        findings.extend(site.reports().iter().flat_map(|report| report.faults.clone()));
        findings.extend(self.unread.iter().cloned().chain(own_sentence::faults(&self.edition)));
        Composed { site, others, dressed, findings }
    }
}
