//! Word, Excel, PowerPoint, OpenDocument, EPUB and ZIP files → the words in their parts.
//!
//! In: a package. Out: the words of each part, and of its name. A part that cannot be unpacked, or is
//! very large, is passed over.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::bytes::{self, Seen};
use crate::audience::secrets::Words;

/// The most that is read of a part.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads every word of a package.
pub(super) fn read(package: &[u8], seen: &mut Seen<'_>) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(package)) else {
        return bytes::raw(package, seen);
    };
    for n in 0..archive.len() {
        let Ok(part) = archive.by_index(n) else { continue };
        let Ok(name) = part.name().map(std::borrow::Cow::into_owned) else { continue };
        let mut words = Words::default();
        words.text(&name);
        seen.take(&mut words);
        let mut content = Vec::new();
        if part.take(LARGEST).read_to_end(&mut content).is_ok() && !content.starts_with(b"PK\x03\x04") {
            bytes::read(&name, &content, seen);
        }
    }
}
