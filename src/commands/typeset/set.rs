//! One document → its PDF, or why there is none.

use anyhow::Result;

use super::Desk;
use super::told::told;
use crate::compose::Site;
use crate::diag::{Finding, Spot};
use crate::render::document::{Document, faults, pdf};
use crate::render::theme::Theme;
use crate::{publish, read};

/// Sets a document, the page of a record or one that is made of many.
///
/// # Errors
/// A fault of the disk.
pub(super) fn set(
    desk: Desk,
    site: &Site,
    theme: &Theme,
    record: Option<usize>,
    document: Document,
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<u8>>> {
    // What is made of many records has no file of its own; the settings stand for it.
    let record = record.map(|index| &site.edition.records()[index]);
    let (file, name) = record.map_or_else(
        || ("annals.yaml".into(), "actions".to_owned()),
        |one| (one.source.file.clone(), one.id.to_string()),
    );
    let prepared = pdf::prepare(document, theme)?;
    told(desk.root, site, &file, &prepared, findings);
    let kept = desk.kept.map(|folder| {
        let folder = folder.join(site.edition.audience().as_str()).join(name.replace('/', "."));
        folder.join(format!("{}.pdf", prepared.key))
    });
    if let Some(bytes) = kept.as_deref().and_then(read::kept) {
        return Ok(Some(bytes));
    }
    match pdf::typeset(&prepared, theme) {
        Ok(bytes) => {
            if let Some(file) = kept {
                // What cannot be kept is set again by the next build.
                let _ = publish::keep(&file, "", &bytes);
            }
            Ok(Some(bytes))
        }
        Err(fault) => {
            let message = format!("no PDF could be made of {name}");
            let fault = format!("{fault:#}");
            findings.push(Finding::new(&faults::REPORT_NOT_SET, &file, Spot::File, message).help(fault));
            Ok(None)
        }
    }
}
