//! What render writes into.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use twox_hash::{XxHash3_128, xxhash3_128};

use crate::model::text::hex;

/// Takes files as they are made, from many threads at once.
pub trait Sink: Sync {
    /// Takes a file; the path is relative to the site's base, with `/` between its parts.
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()>;

    /// Takes a file that somebody else goes on reading.
    fn shared(&self, path: &str, bytes: &Arc<Vec<u8>>) -> anyhow::Result<()> {
        self.file(path, bytes.to_vec())
    }

    /// Takes a large file part by part, until there is no other: so that it need not be in memory as a whole.
    /// Parts are divided where nothing that is read together is torn apart.
    fn parts(&self, path: &str, next: Next<'_>) -> anyhow::Result<()> {
        let mut bytes = Vec::new();
        while let Some(part) = next()? {
            bytes.extend(part);
        }
        self.file(path, bytes)
    }

    /// Takes a copy of a file of the archive; `from` is relative to the archive's root.
    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()>;

    /// Takes the file that the last site has at this path once more, where it has one with this digest, and
    /// tells its bytes. Where it tells none the file has to be made.
    fn again(&self, _path: &str, _digest: &Digest) -> anyhow::Result<Option<Arc<Vec<u8>>>> {
        Ok(None)
    }

    /// The bytes of the file that the last site has at this path, where it has one with this digest. Nothing is
    /// taken by that.
    fn last(&self, _path: &str, _digest: &Digest) -> Option<Arc<Vec<u8>>> {
        None
    }
}

/// The next part of a file, as long as there is one.
pub type Next<'n> = &'n mut dyn FnMut() -> anyhow::Result<Option<Vec<u8>>>;

/// Whether something is what it was: its XXH3 in 128 bits. It guards against accidents, not against people:
/// whoever can write where digests are kept can write the pages themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 16]);

impl Digest {
    /// That of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Digest(XxHash3_128::oneshot(bytes).to_be_bytes())
    }

    /// That of a value, by all that it compares.
    pub fn of_hash(value: &(impl Hash + ?Sized)) -> Self {
        let mut out = Streamed(xxhash3_128::Hasher::new());
        value.hash(&mut out);
        Digest(out.0.finish_128().to_be_bytes())
    }

    /// That of a value, as its `Debug` tells it: all of it, where that is derived.
    pub fn of_value(value: &(impl std::fmt::Debug + ?Sized)) -> Self {
        let mut out = Streamed(xxhash3_128::Hasher::new());
        // Nothing that is written to fails.
        let _ = std::fmt::Write::write_fmt(&mut out, format_args!("{value:?}"));
        Digest(out.0.finish_128().to_be_bytes())
    }

    /// Its 32 hexadecimal digits.
    pub fn to_hex(self) -> String {
        hex(&self.0)
    }

    /// The digest that is written so.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
        if pairs.len() != bytes.len() || !rest.is_empty() {
            return None;
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            let value = |digit: u8| char::from(digit).to_digit(16).map(|value| value as u8);
            *byte = value(*high)? << 4 | value(*low)?;
        }
        Some(Digest(bytes))
    }
}

/// Digests what is written to it.
struct Streamed(xxhash3_128::Hasher);

impl std::fmt::Write for Streamed {
    fn write_str(&mut self, words: &str) -> std::fmt::Result {
        self.0.write(words.as_bytes());
        Ok(())
    }
}

impl Hasher for Streamed {
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    /// A part of it; nobody asks.
    fn finish(&self) -> u64 {
        self.0.finish_128() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_written_and_read() {
        let digest = Digest::of(b"abc");
        let hex = digest.to_hex();
        assert_eq!(hex, "06b05ab6733a618578af5f94892f3950");
        assert_eq!(Digest::from_hex(&hex), Some(digest));
        for wrong in ["", "ba78", &hex[..31], &hex.replace('b', "x"), &format!("{hex}00"), &"é".repeat(16)] {
            assert_eq!(Digest::from_hex(wrong), None, "{wrong}");
        }
        assert_eq!(Digest::of_value("a\n"), Digest::of(b"\"a\\n\""));
        assert_eq!(Digest::of_hash(&["a", "b"]), Digest::of_hash(&["a".to_owned(), "b".to_owned()]));
        assert_ne!(Digest::of_hash(&["a", "b"]), Digest::of_hash(&["ab", ""]));
        assert_ne!(Digest::of_value(&["a", "b"]), Digest::of_value(&["a\", \"b"]));
    }
}
