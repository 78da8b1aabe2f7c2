//! Document → PDF.
//!
//! In: a `Document`, its pictures and a theme. Out: bytes; or a fault of the site's own Typst files, with the line
//! of one; or every other fault that Typst or the standards name.

use anyhow::{anyhow, bail};
use sha2::{Digest as _, Sha256};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::world::{Desk, Fittings};
use super::{Prepared, coverage, pack};
use crate::model::text::hex;
use crate::render::broken::Broken;
use crate::render::document::Pictures;
use crate::render::document::tree::{Block, Document};
use crate::source;

/// Puts right what Typst would stumble over, and says what it was.
pub(super) fn prepare(mut document: Document, fittings: &Fittings) -> anyhow::Result<Prepared> {
    let missing = coverage::substitute(&mut document, &fittings.fonts);
    let wide = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.turned => {
            Some(table.columns.first().map_or_else(String::new, |first| first.label.clone()))
        }
        _ => None,
    });
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    hash.update(document.template);
    hash.update(serde_json::to_vec(&document)?);
    hash.update(fittings.sum);
    let key = hex(&hash.finalize()[..16]);
    Ok(Prepared { key, missing, wide: wide.collect(), document })
}

/// So many documents are set before what was remembered of one that is set is forgotten. What they have
/// in common, the templates and the words of every page, is used again by each and so never forgotten.
const REMEMBERED: usize = 8;

pub(super) fn typeset(
    document: &Document,
    fittings: &Fittings,
    pictures: &Pictures,
) -> anyhow::Result<Vec<u8>> {
    let desk = Desk::new(fittings, serde_json::to_vec(document)?, pictures, document.template)?;
    let set = typst::compile::<PagedDocument>(&desk);
    let result = match set.output {
        Ok(pages) => export(&desk, document, &pages),
        Err(faults) => Err(broken(&desk, &faults).unwrap_or_else(|| told(&desk, &faults))),
    };
    typst::comemo::evict(REMEMBERED);
    result
}

fn export(desk: &Desk, document: &Document, pages: &PagedDocument) -> anyhow::Result<Vec<u8>> {
    let stamp = document.stamp;
    let Some(day) = Datetime::from_ymd_hms(
        i32::from(stamp.year),
        stamp.month.unsigned_abs(),
        stamp.day.unsigned_abs(),
        0,
        0,
        0,
    ) else {
        bail!("{}-{}-{} is not a day", stamp.year, stamp.month, stamp.day);
    };
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|fault| anyhow!("the standards cannot be met together: {}", fault.message()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}, {}", document.archive, document.number)),
        creator: Smart::Custom(Some("Annals".to_owned())),
        timestamp: Some(Timestamp::new_utc(day)),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(pages, &options).map_err(|faults| told(desk, &faults))?;
    pack::packed(&bytes)
}

/// The fault of a theme that has Typst files of its own: the first one in such a file, else the first, which
/// then is told of one of those files, as a function that it should have.
fn broken(desk: &Desk, faults: &[SourceDiagnostic]) -> Option<anyhow::Error> {
    let own = desk.own_sources();
    let placed = |fault: &SourceDiagnostic| Some((place(desk, fault)?, words(fault)));
    let in_own = faults.iter().filter_map(placed).find(|((file, ..), _)| own.contains(file));
    let words = match in_own {
        Some(((file, row, column), words)) => format!("{words}\n --> {file}:{row}:{column}"),
        None => format!("{}\n --> {}:1:1", line(desk, faults.first()?), own.first()?),
    };
    Some(anyhow::Error::new(Broken(words)))
}

/// Every fault, one a line: `report.typ:12:3: …`.
fn told(desk: &Desk, faults: &[SourceDiagnostic]) -> anyhow::Error {
    anyhow!(faults.iter().map(|fault| line(desk, fault)).collect::<Vec<_>>().join("\n"))
}

fn line(desk: &Desk, fault: &SourceDiagnostic) -> String {
    match place(desk, fault) {
        Some((file, row, column)) => format!("{file}:{row}:{column}: {}", words(fault)),
        None => words(fault),
    }
}

/// The file, the line and the column of a fault.
fn place(desk: &Desk, fault: &SourceDiagnostic) -> Option<(String, usize, usize)> {
    let (range, file) = (desk.range(fault.span)?, fault.span.id()?);
    let text = desk.source(file).map(|source| source.text().to_owned()).unwrap_or_default();
    let (row, column) = source::line_and_column(&text, range.start);
    Some((file.vpath().get_without_slash().to_owned(), row, column))
}

fn words(fault: &SourceDiagnostic) -> String {
    fault.hints.iter().fold(fault.message.to_string(), |words, hint| format!("{words} ({})", hint.v))
}
