//! What had to be put right in a PDF → findings at the lines that it comes from.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::compose::Site;
use crate::diag::{Finding, Rule, Spot};
use crate::read;
use crate::render::document::pdf::Prepared;
use crate::render::document::{Lost, faults};

/// What had to be put right, with the records it is in.
pub(super) fn told(
    root: &Path,
    site: &Site,
    own: &Arc<str>,
    prepared: &Prepared,
    findings: &mut Vec<Finding>,
) {
    let files: BTreeSet<&Arc<str>> =
        site.edition.records().iter().map(|record| &record.source.file).collect();
    for letter in &prepared.missing {
        let message = format!("no font of the PDF has the character U+{:04X}", u32::from(*letter));
        let help = "type another one, or put a font that has it in the theme’s folder fonts/";
        let mut places: Vec<(&Arc<str>, Spot)> = files
            .iter()
            .filter_map(|file| Some((*file, Spot::Byte(read::spot(root, file, &letter.to_string())?))))
            .collect();
        if places.is_empty() {
            places.push((own, Spot::File));
        }
        findings.extend(
            places
                .into_iter()
                .map(|(file, spot)| finding(&faults::MISSING_GLYPH, file, spot, &message, help)),
        );
    }
    for head in &prepared.wide {
        // A table that was made of records is turned too, but nobody can make two of it.
        let Some(byte) = read::spot(root, own, &format!("| {head}")) else { continue };
        let spot = Spot::Byte(byte);
        let message = format!("the table that begins with `{head}` is too wide for a page");
        let help = "it is set turned and in small type; make two of it, or turn its rows into columns";
        findings.push(finding(&faults::WIDE_TABLE, own, spot, &message, help));
    }
}

/// A picture that could not be shown, with the place at which a record shows it.
pub(super) fn lost(root: &Path, site: &Site, own: &Arc<str>, lost: &Lost) -> Finding {
    let shown = |file: &Arc<str>| read::spot(root, file, &format!("]({})", lost.written)).map(|at| at + 2);
    let others = site.edition.records().iter().map(|record| &record.source.file);
    let found = [own].into_iter().chain(others).find_map(|file| Some((file, Spot::Byte(shown(file)?))));
    let (file, spot) = found.unwrap_or((own, Spot::File));
    let message = format!("`{}` cannot be shown: {}", lost.written, lost.why);
    let help = "its words stand in its place; put the whole file there, or save it as PNG or JPEG";
    finding(&faults::PICTURE_NOT_SET, file, spot, &message, help)
}

fn finding(rule: &'static Rule, file: &Arc<str>, spot: Spot, message: &str, help: &str) -> Finding {
    Finding::new(rule, file, spot, message).help(help)
}
