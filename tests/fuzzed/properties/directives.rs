//! The narrative of a report: citations and directives, through the whole pipeline.

use super::archive;

/// Holds of any text.
pub fn hold(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let report = format!("---\ntitle: X\nperiod: 2018-01/2018-12\n---\n\n{text}");
    let reading = archive::reading("content/reports/x.md", report.as_bytes());
    archive::rendered(reading, archive::holds);
}
