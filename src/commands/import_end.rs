//! How an import and a pull end: the plan shown or carried out, and what there is to review.

use std::path::Path;

use anyhow::Result;

use super::print::{self, Show};
use super::{Status, place};
use crate::cli::MessageFormat::Human;
use crate::diag::Finding;
use crate::import::airtable::attachments::Attachments;
use crate::import::folders::{Copied, Folders};
use crate::import::review::{Review, Told};
use crate::import::writer;
use crate::read;

/// What the end of an import or a pull needs beside its plan.
#[derive(Default)]
pub(super) struct End<'a> {
    /// The attachments of the base.
    pub(super) attachments: Option<Attachments>,
    /// What the documents were recognised as.
    pub(super) told: Vec<Told>,
    /// Published files to copy.
    pub(super) copies: Vec<Copied>,
    /// Where the checklist of doubts goes.
    pub(super) review: Option<&'a Path>,
    /// Whether only to show what would change.
    pub(super) dry_run: bool,
}

/// Shows what a plan would change, or carries it out; then what there is to review.
///
/// # Errors
/// A fault of the disk.
pub(super) fn finish(
    folders: &Folders,
    mut plan: writer::Plan,
    mut findings: Vec<Finding>,
    End { attachments, mut copies, told, review, dry_run }: End<'_>,
    show: Show,
) -> Result<Status> {
    let root = &*folders.root;
    let exposed = place::exposed(root, &mut plan)?;
    findings.extend(plan.by_hand());
    findings.extend(exposed);
    folders.name(&mut findings, &plan.places());
    if show.format == Human {
        place::gathered(&mut findings);
    }
    let kept_out = plan.kept_out()?;
    let list = Review::of(told, &read::place(root, findings.clone()), &plan.places());
    // First, since a file that is no review is told before anything is written.
    if let Some(path) = review {
        list.write(path)?;
    }
    let figures = if dry_run {
        print::result(plan.diff()?.trim_end());
        plan.figures()
    } else {
        copies.extend(attachments.iter().flat_map(Attachments::copies));
        copies.iter_mut().for_each(|copied| copied.to = plan.folders_for(&copied.file));
        folders.copy(&copies)?;
        attachments.iter().try_for_each(|attachments| attachments.leave(&copies))?;
        plan.write()?
    };
    if show.format == Human {
        print::told(&list.summary());
    } else {
        print::findings(root, findings, false, show);
    }
    if !kept_out.is_empty() {
        print::notice(show, &format!("Not written over records that were edited by hand:\n{kept_out}"));
    }
    print::notice(show, &closing(list.counts(), review));
    if dry_run {
        print::notice(show, &format!("Nothing was written. Without --dry-run: {figures}"));
    } else {
        print::result(&figures.to_string());
    }
    Ok(Status::Clean)
}

/// How many doubts there are, and where each can be read.
fn closing((decide, look): (usize, usize), review: Option<&Path>) -> String {
    match (decide + look, review) {
        (0, _) => "No doubts.".to_owned(),
        (_, Some(path)) => format!("{decide} to decide, {look} to look over: {}", path.display()),
        (_, None) => format!(
            "{decide} to decide, {look} to look over; --review FILE writes them as a checklist, --message-format short lists each"
        ),
    }
}
