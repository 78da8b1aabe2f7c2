//! A document as an accessible PDF: PDF/UA-1 and PDF/A-2a in one file.
//!
//! In: a `Document` and the theme's Typst files. Out: bytes that depend on these alone, and what had
//! to be put right to set it. Needs the cargo feature `pdf`; without it everything here says how to
//! get it. Reads no disk and no network, and refuses Typst's packages.

#[cfg(feature = "pdf")]
mod breaks;
#[cfg(feature = "pdf")]
mod coverage;
#[cfg(feature = "pdf")]
mod export;
#[cfg(feature = "pdf")]
mod pack;
#[cfg(feature = "pdf")]
mod places;
#[cfg(feature = "pdf")]
mod world;

use std::collections::BTreeSet;

use super::tree::Document;
use crate::render::theme::Theme;

/// How to get a program that makes PDF.
pub const HOW: &str = "this program was built without PDF: `cargo install annals --features pdf` adds it";

/// Whether this program can make PDF.
pub const fn is_available() -> bool {
    cfg!(feature = "pdf")
}

/// A document that is ready to be typeset.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// What the PDF depends on, in short: a document that has the same need not be set again.
    pub key: String,
    /// The characters that no font has, for which something else will be set.
    pub missing: BTreeSet<char>,
    /// What stands in the head of each table that is too wide for the page.
    pub wide: Vec<String>,
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only Typst reads it"))]
    document: Document,
}

/// Makes a document ready to be typeset.
///
/// # Errors
/// None that content can cause; no PDF in this program.
#[cfg(feature = "pdf")]
pub fn prepare(document: Document, theme: &Theme) -> anyhow::Result<Prepared> {
    export::prepare(document, theme)
}

/// Typesets a document.
///
/// # Errors
/// A fault in the theme's `report.typ`, with its line; a fault that PDF/UA or PDF/A names; no PDF in
/// this program.
#[cfg(feature = "pdf")]
pub fn typeset(prepared: &Prepared, theme: &Theme) -> anyhow::Result<Vec<u8>> {
    export::typeset(&prepared.document, theme)
}

/// Says how to get a program that makes PDF.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn prepare(_: Document, _: &Theme) -> anyhow::Result<Prepared> {
    anyhow::bail!(HOW)
}

/// Says how to get a program that makes PDF.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn typeset(_: &Prepared, _: &Theme) -> anyhow::Result<Vec<u8>> {
    anyhow::bail!(HOW)
}
