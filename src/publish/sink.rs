//! What render writes into.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

/// Takes files as they are made, from many threads at once.
pub trait Sink: Sync {
    /// Takes a file; the path is relative to the site's base, with `/` between its parts.
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()>;

    /// Takes a copy of a file of the archive; `from` is relative to the archive's root.
    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()>;

    /// Takes the file that the last site has at this path once more, where it has one with this digest, and
    /// tells its bytes. Where it tells none the file has to be made.
    fn again(&self, _path: &str, _digest: &Digest) -> anyhow::Result<Option<Arc<Vec<u8>>>> {
        Ok(None)
    }
}

/// The SHA-256 of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest([u8; 32]);

impl Digest {
    /// That of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Digest(Sha256::digest(bytes).into())
    }

    /// That of a value, as its `Debug` tells it: all of it, where that is derived.
    pub fn of_value(value: &(impl std::fmt::Debug + ?Sized)) -> Self {
        let mut out = Words(Sha256::new());
        // Nothing that is written to fails.
        let _ = std::fmt::Write::write_fmt(&mut out, format_args!("{value:?}"));
        Digest(out.0.finalize().into())
    }

    /// Its 64 hexadecimal digits.
    pub fn to_hex(self) -> String {
        self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(digit).collect()
    }

    /// The digest that is written so.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let mut bytes = [0; 32];
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

fn digit(value: u8) -> char {
    char::from_digit(u32::from(value), 16).unwrap_or_default()
}

/// Digests what is written to it.
struct Words(Sha256);

impl std::fmt::Write for Words {
    fn write_str(&mut self, words: &str) -> std::fmt::Result {
        self.0.update(words);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_written_and_read() {
        let digest = Digest::of(b"abc");
        let hex = digest.to_hex();
        assert_eq!(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(Digest::from_hex(&hex), Some(digest));
        for wrong in ["", "ba78", &hex[..63], &hex.replace('b', "x"), &format!("{hex}00"), &"é".repeat(32)] {
            assert_eq!(Digest::from_hex(wrong), None, "{wrong}");
        }
        assert_eq!(Digest::of_value("a\n"), Digest::of(b"\"a\\n\""));
        assert_ne!(Digest::of_value(&["a", "b"]), Digest::of_value(&["a\", \"b"]));
    }
}
