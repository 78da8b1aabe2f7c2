//! The pages of records whose texts were saved, before the whole site is made again.
//!
//! In: the site that is up with all that is known of it, and what changed. Out: these pages as the next site will
//! have them, made through the same edition and read by the same leak scan; none where one file alone cannot
//! tell. It is a first look: the site that is made next is the one that counts, and takes their place.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use super::outcome::Shown;
use crate::audience::{self, secrets::Secrets};
use crate::commands::stages::Seen;
use crate::compose::Site;
use crate::publish::memory::{Kept, Memory};
use crate::publish::{Scan, sink::Sink as _};
use crate::read;
use crate::render::{self, Extras, theme::Theme};
use crate::serve::{Changed, Part};

/// What is known of the site that is up.
#[derive(Clone, Copy)]
pub(super) struct Desk<'d> {
    pub(super) root: &'d Path,
    pub(super) shelf: &'d read::Shelf,
    pub(super) seen: &'d Seen,
    pub(super) secrets: &'d Secrets,
}

/// The site with the pages of the records that were saved; none where there is nothing that may be shown at once.
pub(super) fn pages(
    desk: Desk<'_>,
    site: Site<'_>,
    (theme, extras): (&Theme, &Extras<'_>),
    changed: &Changed,
    files: &BTreeMap<String, Kept>,
) -> Option<Shown> {
    let since = Some(Instant::now());
    let Desk { root, shelf, seen, secrets } = desk;
    // Nobody is shown one language without the others.
    if !extras.others.is_empty() {
        return None;
    }
    let records = read::retold(root, shelf, &seen.archive, changed);
    if records.is_empty() {
        return None;
    }
    let archive = seen.archive.clone().retold(&records);
    let edition = audience::retold(&seen.edition, &archive, &records)?;
    let indices: Vec<usize> = records.iter().filter_map(|record| edition.index_of(&record.id)).collect();
    let site = site.retold(&edition);
    let memory = Memory::default();
    let attachments = |path: &str| read::attachment(root, path);
    let scan = Scan::new(&memory, secrets, &attachments, root);
    // A template that fails is told of with the whole site.
    let pages = render::of_records(&site, theme, extras, &indices).ok()?;
    pages.into_iter().try_for_each(|(path, bytes)| scan.file(&path, bytes)).ok()?;
    if !scan.is_clean() {
        return None;
    }
    drop(scan);
    let saved = Some(memory.into_files()).filter(|saved| !saved.is_empty())?;
    let mut files = files.clone();
    files.extend(saved);
    Some(Shown { files, part: Part::Saved, since })
}
