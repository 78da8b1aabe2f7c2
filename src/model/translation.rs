//! A record's words in another language than the archive's main one.
//!
//! In: the record with the words of its translation in place of its own, and what the translation says it
//! was made from. Out: whether the original has changed since. Which words may be translated, and what is
//! digested, is decided in `read::translations`.

use std::sync::Arc;

use super::record::Record;

/// A record in another language.
#[derive(Clone, Debug, PartialEq)]
pub struct Translation {
    /// The language, as `annals.yaml` names it.
    pub language: Arc<str>,
    /// The record with the words of the translation in place of its own; its file is the translation's.
    pub record: Arc<Record>,
    /// The file of the original.
    pub original: Arc<str>,
    /// What the translation says that it was made from.
    pub from: Option<Source>,
    /// What the original says now.
    pub now: Source,
}

impl Translation {
    /// Whether the original has changed since, or nobody said what the translation was made from.
    pub fn is_outdated(&self) -> bool {
        self.from.as_ref() != Some(&self.now)
    }
}

/// What a translation was made from: digests of what everybody may read, and of the rest where there is some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The first 12 hexadecimal digits of SHA-256 of the words for everybody.
    pub open: Arc<str>,
    /// The same of the words that are not for everybody.
    pub closed: Option<Arc<str>>,
}

/// How many digits of a digest are written.
const DIGITS: usize = 12;

impl Source {
    /// The source that is written so: `3f9a1c77b0e2`, or `3f9a1c77b0e2+90ab12cd34ef`.
    pub fn parse(text: &str) -> Option<Self> {
        let digest = |text: &str| {
            let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            (text.len() == DIGITS && text.bytes().all(is_digit)).then(|| Arc::from(text))
        };
        Some(match text.trim().split_once('+') {
            Some((open, closed)) => Source { open: digest(open)?, closed: Some(digest(closed)?) },
            None => Source { open: digest(text.trim())?, closed: None },
        })
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.open)?;
        self.closed.iter().try_for_each(|closed| write!(out, "+{closed}"))
    }
}

/// What a record says of its being a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Translated {
    /// Whether what everybody may read of the original is another since.
    pub is_outdated: bool,
    /// Whether the rest of it is; the edition for everybody does not know.
    pub is_outdated_within: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_written_and_read() {
        for text in ["3f9a1c77b0e2", "3f9a1c77b0e2+90ab12cd34ef"] {
            assert_eq!(Source::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["", "3f9a", "3F9A1C77B0E2", "3f9a1c77b0e2+", "+3f9a1c77b0e2", "3f9a1c77b0e2 90ab12cd34ef"]
        {
            assert_eq!(Source::parse(text), None, "{text}");
        }
    }
}
