//! One report → its Word file, for comment.

use std::path::Path;

use anyhow::Result;

use super::told;
use crate::compose::Site;
use crate::diag::Finding;
use crate::read;
use crate::render::document::{self, Document, Lost, Pictures, Sheet};

/// The Word file of one report, and what it cannot show.
///
/// # Errors
/// A fault of the disk.
pub(in crate::commands) fn word(root: &Path, site: &Site, index: usize) -> Result<(Vec<u8>, Vec<Finding>)> {
    let file = &site.edition.record(site.reports()[index].record).source.file;
    let (document, pictures, not) = worded(root, site, index)?;
    let findings = not.iter().map(|one| told::lost(root, site, file, one)).collect();
    Ok((document::docx(&document, &pictures)?, findings))
}

/// What a Word file of one report says: what it cannot show stands there in words.
///
/// # Errors
/// A fault of the disk.
pub(in crate::commands) fn worded(
    root: &Path,
    site: &Site,
    index: usize,
) -> Result<(Document, Pictures, Vec<Lost>)> {
    let mut document = document::of_report(site, index);
    let (pictures, not) = document.show(Sheet::Word, &|path| read::attachment(root, path))?;
    Ok((document, pictures, not))
}
