//! The tags of markup: the words in them, but for tags that were read a moment ago.
//!
//! In: tags as they are written. Out: whether one was read before, in this file or in one without a finding:
//! what heads a page, the ways through the site and the marks of paragraphs are the same on all pages, and
//! what is in a tag is read by itself.

use crate::audience::secrets::Words;

/// What was read of tags.
#[derive(Debug, Default)]
pub(super) struct Tags {
    /// The words in them.
    pub(super) words: Words,
    /// Hashes, each at a place that it shares with others: the last one stays.
    known: Vec<u64>,
}

/// How many are known, as a power of two: as many as pages share, and many times more.
const PLACES: u32 = 11;

impl Tags {
    /// Whether a tag was read before; from now on it was.
    pub(super) fn knows(&mut self, tag: &[u8]) -> bool {
        let Some(hash) = hash(tag) else { return false };
        self.known.resize(1 << PLACES, 0);
        let known = self.known.get_mut((hash >> (64 - PLACES)) as usize);
        known.is_some_and(|known| std::mem::replace(known, hash) == hash)
    }
}

/// Stands for a tag of eight bytes or more. XXH3, which is asked of long pieces, made the whole scan a tenth slower
/// where it was asked of each of a hundred short tags a page.
fn hash(tag: &[u8]) -> Option<u64> {
    let mixed = |all: u64, eight: &[u8; 8]| {
        (all ^ u64::from_le_bytes(*eight)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
    };
    let last = tag.last_chunk()?;
    Some(mixed(tag.as_chunks().0.iter().fold(tag.len() as u64, mixed), last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_when_it_comes_again() {
        let mut tags = Tags::default();
        for tag in ["<a href=\"x.html\"", "<a href=\"y.html\"", "<p class=\"lede\"", "<p id=\"p-1\""] {
            assert!(!tags.knows(tag.as_bytes()) && tags.knows(tag.as_bytes()), "{tag}");
        }
    }
}
