//! The compiled annual report.

use crate::audience::Edition;

/// A report, compiled.
#[derive(Debug)]
pub struct CompiledReport {
    /// The report's record.
    pub record: usize,
}

/// The compiled reports of an edition, newest first.
pub fn reports(_edition: &Edition) -> Vec<CompiledReport> {
    Vec::new()
}
