//! How far a file says what a text says, whatever the format of the file writes in its own way.
//!
//! In: a file and a text, each from a place on. Out: how many bytes both have in common, as far as the format has them
//! as they stand; and what it writes for the byte of the text that comes next. Whoever reads the file takes all that is
//! told here to be between words.

use memchr::memchr;
use wide::u8x16;

/// How a format has the text of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In parts, with marks of its own between them.
    Parts,
    /// As a whole, with a backslash before some of its bytes.
    Backslash,
    /// As a whole in a cell with quotation marks around it, where it doubles those within.
    Quoted,
}

impl Way {
    /// Whether a text stands in a file from its first word to its last, with nothing between them.
    #[inline]
    pub(super) fn is_whole(self) -> bool {
        self != Way::Parts
    }

    /// How many of these bytes stand before the first that means something else than itself.
    #[inline]
    pub(super) fn plain(self, bytes: &[u8]) -> usize {
        let other = match self {
            Way::Parts => Some(0),
            Way::Backslash => memchr(b'\\', bytes),
            Way::Quoted => memchr(b'"', bytes),
        };
        other.unwrap_or(bytes.len())
    }

    /// Whether a file begins with what this format writes for the byte that a text begins with: how many bytes of the
    /// file and of the text that are.
    #[inline]
    pub(super) fn escape(self, file: &[u8], text: &[u8]) -> Option<(usize, usize)> {
        let (written, meant) = (file.first_chunk()?, text.first()?);
        let is_it = match self {
            Way::Parts => false,
            Way::Quoted => written == b"\"\"" && *meant == b'"',
            Way::Backslash => matches!(
                (written, meant),
                (b"\\n", b'\n') | (b"\\t", b'\t') | (b"\\\"", b'"') | (b"\\\\", b'\\')
            ),
        };
        is_it.then_some((written.len(), 1))
    }
}

/// How many bytes two texts have in common from their start on.
#[inline]
pub(super) fn alike(one: &[u8], other: &[u8]) -> usize {
    let (ones, others) = (one.as_chunks::<16>().0, other.as_chunks::<16>().0);
    let mut at = 0;
    for (one, other) in ones.iter().zip(others) {
        let differ = !u8x16::new(*one).simd_eq(u8x16::new(*other)).to_bitmask() & 0xFFFF;
        if differ != 0 {
            return at + differ.trailing_zeros() as usize;
        }
        at += 16;
    }
    let rest = one.iter().zip(other).skip(at);
    at + rest.take_while(|(one, other)| one == other).count()
}
