//! A document as an accessible PDF: PDF/UA-1 and PDF/A-2a in one file.
//!
//! In: a `Document` and the theme's Typst files. Out: bytes that depend on these alone, and what had
//! to be put right to set it. Needs the cargo feature `pdf`; without it everything here says how to
//! get it. Reads no disk and no network, and refuses Typst's packages.

#[cfg(feature = "pdf")]
mod coverage;
#[cfg(feature = "pdf")]
mod export;
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

/// A document that was typeset.
#[derive(Clone, Debug)]
pub struct Typeset {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The characters that no font has, for which something else was set.
    pub missing: BTreeSet<char>,
}

/// Typesets a document.
///
/// # Errors
/// A fault in the theme's `report.typ`, with its line; a fault that PDF/UA or PDF/A names; no PDF in
/// this program.
#[cfg(feature = "pdf")]
pub fn typeset(document: Document, theme: &Theme) -> anyhow::Result<Typeset> {
    export::typeset(document, theme)
}

/// Says how to get a program that makes PDF.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn typeset(_: Document, _: &Theme) -> anyhow::Result<Typeset> {
    anyhow::bail!(HOW)
}
