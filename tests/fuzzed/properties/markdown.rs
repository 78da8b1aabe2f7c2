//! The body of a case, through the whole pipeline: nothing of it runs on a page.

use super::archive;

/// Holds of any text.
pub fn hold(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let reading = archive::reading("content/cases/x.md", format!("---\ntitle: X\n---\n\n{text}").as_bytes());
    archive::rendered(reading, archive::holds);
}
