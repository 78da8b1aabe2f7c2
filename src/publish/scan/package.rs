//! Word, Excel, PowerPoint, OpenDocument, EPUB and ZIP files → the words in their parts.
//!
//! In: a package. Out: the words of each part, and of its name; a package or a PDF in it is read too. What
//! cannot be unpacked, is very large or lies too deep is told: nobody knows what it says.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::bytes::{self, Seen};
use super::office;
use crate::audience::secrets::Words;

/// The most that is read of a part.
const LARGEST: u64 = 256 << 20;

/// The most that is read of all parts of a file, those of packages in it too.
pub(super) const ROOM: u64 = 2 << 30;

/// How deep packages may lie in one another.
const DEEPEST: usize = 6;

/// Reads every word of a package.
pub(super) fn read(package: &[u8], seen: &mut Seen<'_>) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(package)) else {
        return bytes::raw(package, seen);
    };
    if seen.depth == DEEPEST {
        return seen.doubt("packages in packages, deeper than can be followed");
    }
    seen.depth += 1;
    bytes::raw(archive.comment(), seen);
    for n in 0..archive.len() {
        let part = archive.by_index(n).ok().and_then(|part| Some((part.name().ok()?.into_owned(), part)));
        let Some((name, part)) = part else {
            seen.doubt(
                "a part that cannot be unpacked: it has a password, or is packed in a way that is not known",
            );
            continue;
        };
        let mut words = Words::default();
        words.text(&name);
        seen.take(&mut words);
        let most = LARGEST.min(seen.left);
        let mut content = Vec::new();
        let is_whole = part.take(most + 1).read_to_end(&mut content).is_ok();
        if content.len() as u64 > most {
            seen.doubt("more than can be unpacked");
        } else if !is_whole {
            seen.doubt("a part that is broken");
        }
        seen.left = seen.left.saturating_sub(content.len() as u64);
        match std::str::from_utf8(&content) {
            Ok(xml) if office::is_part(&name) => office::read(xml, seen),
            _ => bytes::read(&name, &content, seen),
        }
    }
    seen.depth -= 1;
}
