//! The last site that the server made, and what the next may take from it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::audience::secrets::Secrets;
use crate::model::record::Record;
use crate::publish::memory::{Kept, Memory};
use crate::render::Before;
use crate::render::manifest::Manifest;

/// The last site, where there was one.
#[derive(Debug, Default)]
pub(super) struct Last(Option<Made>);

#[derive(Debug)]
struct Made {
    manifest: Manifest,
    /// The records that it was made from.
    records: Vec<Arc<Record>>,
    /// What its files were read for.
    secrets: Secrets,
    files: BTreeMap<String, Kept>,
}

impl Last {
    /// A site without findings becomes the last one.
    pub(super) fn set(
        &mut self,
        manifest: Manifest,
        records: Vec<Arc<Record>>,
        secrets: Secrets,
        files: BTreeMap<String, Kept>,
    ) {
        self.0 = Some(Made { manifest, records, secrets, files });
    }

    /// A sink that knows its files.
    pub(super) fn memory(&self) -> Memory {
        Memory::after(self.0.as_ref().map(|last| last.files.clone()).unwrap_or_default())
    }

    /// What is to be known of it to make the next one.
    pub(super) fn before(&self) -> Before<'_> {
        let records = self.0.as_ref().map_or(&[][..], |last| &last.records);
        Before { program: "", last: self.0.as_ref().map(|last| &last.manifest), records }
    }

    /// Whether its files were read for the very same secrets.
    pub(super) fn was_read_for(&self, secrets: &Secrets) -> bool {
        self.0.as_ref().is_some_and(|last| last.secrets.are_those_of(secrets))
    }

    /// New pages with what there is beside them as it was: what a reader can be shown before the rest is
    /// there. None where there was no site.
    pub(super) fn with_pages(&self, mut pages: BTreeMap<String, Kept>) -> Option<BTreeMap<String, Kept>> {
        let last = self.0.as_ref()?;
        for (path, kept) in last.files.iter().filter(|(path, _)| !last.manifest.has_page(path)) {
            pages.entry(path.clone()).or_insert_with(|| kept.clone());
        }
        Some(pages)
    }
}
