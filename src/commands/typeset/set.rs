//! One document → its PDF, or why there is none.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use super::Desk;
use super::told::{lost, told};
use crate::compose::Site;
use crate::diag::{Finding, Spot};
use crate::render::broken;
use crate::render::document::pdf::{self, Prepared};
use crate::render::document::{Document, Lost, Pictures, faults};
use crate::{publish, read};

/// Sets a document, the page of a record or one that is made of many, which is to stand at this address.
///
/// # Errors
/// A fault of the disk.
pub(super) fn set(
    desk: Desk,
    site: &Site,
    (address, record): (&str, Option<usize>),
    document: Document,
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<u8>>> {
    // What is made of many records has no file of its own; the settings stand for it.
    let record = record.map(|index| site.edition.record(index));
    let file: Arc<str> = record.map_or_else(|| "annals.yaml".into(), |one| one.source.file.clone());
    let name = address.trim_end_matches(".pdf").trim_end_matches("/report").trim_end_matches("/index");
    let kept = |prepared: &Prepared| -> Option<PathBuf> {
        let folder = desk.kept?.join(name.replace('/', "."));
        Some(folder.join(format!("{}.pdf", prepared.key)))
    };
    let earlier = |prepared: &Prepared| kept(prepared).as_deref().and_then(read::kept);
    let mut prepared = pdf::prepare(document, desk.fittings)?;
    told(desk.root, site, &file, &prepared, findings);
    if let Some(bytes) = earlier(&prepared) {
        return Ok(Some(bytes));
    }
    let mut tell = |not: &[Lost]| findings.extend(not.iter().map(|one| lost(desk.root, site, &file, one)));
    let (pictures, not) = prepared.show(desk.fittings, &|path| read::attachment(desk.root, path))?;
    tell(&not);
    if let Some(bytes) = earlier(&prepared).filter(|_| !not.is_empty()) {
        return Ok(Some(bytes));
    }
    let mut made = pdf::typeset(&prepared, desk.fittings, &pictures);
    if let Err(fault) = &made
        && !pictures.is_empty()
    {
        // A picture that can be read and not be set must not cost the words around it.
        let not = prepared.lose(desk.fittings, &format!("{fault:#}"));
        // Else it is no fault of theirs.
        made = pdf::typeset(&prepared, desk.fittings, &Pictures::new());
        if made.is_ok() {
            tell(&not);
        }
    }
    match made {
        Ok(bytes) => {
            if let Some(file) = kept(&prepared) {
                // What cannot be kept is set again by the next build.
                let _ = publish::keep(&file, "", &bytes);
            }
            Ok(Some(bytes))
        }
        Err(fault) => {
            if let Some(folder) = kept(&prepared).as_deref().and_then(Path::parent) {
                // What an earlier build said may not be for these readers any more.
                publish::keep_only(folder, &BTreeSet::new());
            }
            let fault = fault.context(format!("it cannot make the page {address}"));
            findings.push(broken::finding(&fault, &site.edition.config().theme).unwrap_or_else(|| {
                let message = format!("no PDF could be made of {name}");
                let fault = fault.root_cause().to_string();
                Finding::new(&faults::REPORT_NOT_SET, &file, Spot::File, message).help(fault)
            }));
            Ok(None)
        }
    }
}
