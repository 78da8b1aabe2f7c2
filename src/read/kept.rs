//! What an earlier run kept, and where a text stands in the files of records.
//!
//! In: paths. Out: bytes, or the byte at which a text begins. A file that cannot be read is as one
//! that is not there: what was kept is made again, and a finding without a place is told of the file.
#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

use std::path::Path;

use crate::source;

/// A file that an earlier run kept, if it is there.
pub(super) fn file(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

/// The byte of a file's text at which `words` first stand, as `Spot::Byte` counts.
pub(super) fn spot(root: &Path, file: &str, words: &str) -> Option<usize> {
    source::text(std::fs::read(root.join(file)).ok()?).ok()?.find(words)
}
