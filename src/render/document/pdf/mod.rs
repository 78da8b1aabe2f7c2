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

#[cfg(feature = "pdf")]
pub use world::Fittings;

use std::collections::BTreeSet;

use super::picture::{Lost, Pictures, Sheet};
use super::tree::Document;
#[cfg(not(feature = "pdf"))]
use crate::render::theme::Theme;

/// How to get a program that makes PDF.
pub const HOW: &str = "this program was built without PDF: `cargo install annals --features pdf` adds it";

/// Whether this program can make PDF.
pub const fn is_available() -> bool {
    cfg!(feature = "pdf")
}

/// What documents of one theme are set with.
#[cfg(not(feature = "pdf"))]
#[derive(Debug)]
pub struct Fittings;

#[cfg(not(feature = "pdf"))]
impl Fittings {
    /// Nothing: this program makes no PDF.
    ///
    /// # Errors
    /// None.
    pub fn of(_: &Theme) -> anyhow::Result<Self> {
        Ok(Fittings)
    }
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
    document: Document,
}

impl Prepared {
    /// Looks at the bytes of its pictures, which `read` gets by the path in the archive. What is no
    /// picture is left as its words, and the document is another one than before, with a key of its own.
    ///
    /// # Errors
    /// What `read` says.
    pub fn show(
        &mut self,
        fittings: &Fittings,
        read: &dyn Fn(&str) -> anyhow::Result<Vec<u8>>,
    ) -> anyhow::Result<(Pictures, Vec<Lost>)> {
        let (pictures, lost) = self.document.show(Sheet::Pdf, read)?;
        self.mend(fittings, &lost);
        Ok((pictures, lost))
    }

    /// Leaves the words of every picture: why, is told of each.
    pub fn lose(&mut self, fittings: &Fittings, why: &str) -> Vec<Lost> {
        let lost = self.document.lose(why);
        self.mend(fittings, &lost);
        lost
    }

    fn mend(&mut self, fittings: &Fittings, lost: &[Lost]) {
        if lost.is_empty() {
            return;
        }
        let names: Vec<&str> = lost.iter().map(|one| &*one.written).collect();
        self.key = format!("{}-{}", self.key, super::sum(&names.join(" ")));
        // The words that stand there now have not been set before.
        #[cfg(feature = "pdf")]
        self.missing.extend(coverage::substitute(&mut self.document, &fittings.fonts));
        #[cfg(not(feature = "pdf"))]
        let _ = fittings;
    }
}

/// Makes a document ready to be typeset.
///
/// # Errors
/// None that content can cause; no PDF in this program.
#[cfg(feature = "pdf")]
pub fn prepare(document: Document, fittings: &Fittings) -> anyhow::Result<Prepared> {
    export::prepare(document, fittings)
}

/// Typesets a document with its pictures.
///
/// # Errors
/// A fault in the theme's `report.typ`, with its line; a fault that PDF/UA or PDF/A names; no PDF in
/// this program.
#[cfg(feature = "pdf")]
pub fn typeset(prepared: &Prepared, fittings: &Fittings, pictures: &Pictures) -> anyhow::Result<Vec<u8>> {
    export::typeset(&prepared.document, fittings, pictures)
}

/// Forgets what one document left behind for the next: nothing more is to be set.
#[cfg(feature = "pdf")]
pub fn finish() {
    typst::comemo::evict(0);
}

/// Does nothing: there is nothing to forget.
#[cfg(not(feature = "pdf"))]
pub fn finish() {}

/// Says how to get a program that makes PDF.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn prepare(_: Document, _: &Fittings) -> anyhow::Result<Prepared> {
    anyhow::bail!(HOW)
}

/// Says how to get a program that makes PDF.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn typeset(_: &Prepared, _: &Fittings, _: &Pictures) -> anyhow::Result<Vec<u8>> {
    anyhow::bail!(HOW)
}
