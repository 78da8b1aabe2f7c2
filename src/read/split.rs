//! Text of a record's file → where its front matter and its body are.
//!
//! In: text with its byte order mark cut and LF line ends. Out: byte ranges in that text. The
//! splitter is gray_matter with an engine that parses nothing. It fails silently where a fence is
//! missing and trims what it returns, so both fences are looked for first and both places are found
//! again in the source.

use std::ops::Range;

use gray_matter::engine::Engine;
use gray_matter::{Matter, ParsedEntity, Pod};

/// Where the two parts of a file are, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// The lines between the fences.
    pub(super) front: Range<usize>,
    /// From the first line of the body that is not empty to its last.
    pub(super) body: Range<usize>,
}

/// Why a file does not fall into two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsplit {
    /// The first line is not `---`.
    NoFrontMatter {
        /// The byte of a fence that would be the first line but for what stands before it.
        late_fence: Option<usize>,
    },
    /// No second `---` follows.
    Unclosed,
}

/// Finds front matter and body.
pub(super) fn split(text: &str) -> Result<Split, Unsplit> {
    let (front, rest) = fences(text)?;
    let parsed: ParsedEntity = matter().parse(text).map_err(|_| Unsplit::Unclosed)?;
    // gray_matter leaves out the last line end and the empty lines before the body.
    let end = text.strip_suffix('\n').map_or(text.len(), str::len);
    let start = end.saturating_sub(parsed.content.len()).max(rest.min(end));
    Ok(Split { front, body: start..end })
}

/// What to do about a text whose first line is no fence.
pub(super) fn unfenced(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default().trim();
    let is_dashes = first.chars().all(|letter| matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'));
    match !first.is_empty() && is_dashes {
        true => format!("the first line is `{first}`: write three hyphens there, `---`, and nothing else"),
        false => "start it with `---`, its fields (`title: …`), and `---` again".to_owned(),
    }
}

/// Splits, and leaves the parsing to serde_yaml.
struct Unparsed;

impl Engine for Unparsed {
    fn parse(_: &str) -> gray_matter::Result<Pod> {
        Ok(Pod::Null)
    }
}

fn matter() -> Matter<Unparsed> {
    let mut matter = Matter::new();
    // No line of text ends in this, so that no time is lost on excerpts.
    matter.excerpt_delimiter = Some("\n".to_owned());
    matter
}

/// The lines between the two fences, and where the line after the second one starts.
fn fences(text: &str) -> Result<(Range<usize>, usize), Unsplit> {
    let is_fence = |line: &str| line.trim_end() == "---";
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if !is_fence(first) || !first.ends_with('\n') {
        let blank = text.len() - text.trim_start().len();
        let late = text[blank..].split('\n').next().is_some_and(is_fence);
        return Err(match late && blank == 0 {
            true => Unsplit::Unclosed,
            false => Unsplit::NoFrontMatter { late_fence: late.then_some(blank) },
        });
    }
    let start = first.len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if is_fence(line) {
            return Ok((start..at, at + line.len()));
        }
        at += line.len();
    }
    Err(Unsplit::Unclosed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source;

    fn parts(text: &str) -> Result<(&str, &str), Unsplit> {
        split(text).map(|split| (&text[split.front], &text[split.body]))
    }

    #[test]
    fn finds_both_parts() {
        assert_eq!(parts("---\na: 1\n---\n\n\nBody\n\nmore\n"), Ok(("a: 1\n", "Body\n\nmore")));
        assert_eq!(parts("---\n\n\na: 1\n--- \nBody"), Ok(("\n\na: 1\n", "Body")));
        assert_eq!(parts("---\na: 1\n---"), Ok(("a: 1\n", "")));
        assert_eq!(parts("---\n---\n"), Ok(("", "")));
        assert_eq!(parts("---\n---\n---\n---\n"), Ok(("", "---\n---")));
    }

    #[test]
    fn says_what_is_missing() {
        assert_eq!(parts("Body\n"), Err(Unsplit::NoFrontMatter { late_fence: None }));
        assert_eq!(parts(""), Err(Unsplit::NoFrontMatter { late_fence: None }));
        assert_eq!(parts("\n\n---\na: 1\n---\n"), Err(Unsplit::NoFrontMatter { late_fence: Some(2) }));
        assert_eq!(parts("---\na: 1\n"), Err(Unsplit::Unclosed));
        assert_eq!(parts("---"), Err(Unsplit::Unclosed));
        assert_eq!(parts("----\na: 1\n----\n"), Err(Unsplit::NoFrontMatter { late_fence: None }));
        for first in ["----", "—", "--"] {
            let help = unfenced(&format!("{first}\na: 1\n"));
            assert_eq!(
                help,
                format!("the first line is `{first}`: write three hyphens there, `---`, and nothing else")
            );
        }
        assert!(unfenced("Body\n").starts_with("start it") && unfenced("").starts_with("start it"));
    }

    #[test]
    fn keeps_the_body_where_it_is() {
        let text = "---\na: 1\n---\n\n  indented\ttext  \n\n\n";
        let split = split(text).unwrap();
        assert_eq!(split.body.start, 14);
        assert_eq!(text[split.body].trim_end(), "  indented\ttext");
    }

    proptest! {
        #[test]
        fn offsets_are_right_whatever_is_written(
            mark in any::<bool>(),
            crlf in any::<bool>(),
            front in "([a-z]{1,5}: [^\\r\\n\\-]{0,8}\n|\n){0,5}",
            body in "([ -~é–\\t]{0,9}\n){0,6}",
        ) {
            let written = format!("---\n{front}---\n{body}");
            let mut bytes = if mark { "\u{feff}".to_owned() } else { String::new() };
            bytes.push_str(&if crlf { written.replace('\n', "\r\n") } else { written.clone() });
            let text = source::text(bytes.into_bytes()).unwrap();
            prop_assert_eq!(&text, &written);
            let split = split(&text).unwrap();
            prop_assert_eq!(&text[split.front], front.as_str());
            let wanted = body.trim_start_matches('\n');
            prop_assert_eq!(&text[split.body], wanted.strip_suffix('\n').unwrap_or(wanted));
        }

        #[test]
        fn never_panics(text in "(---|\n|\r|\u{feff}|[ -~é]|: ){0,40}") {
            let text = source::normalise(text);
            if let Ok(split) = split(&text) {
                prop_assert!(split.front.end <= split.body.start || split.body.is_empty());
                prop_assert!(text.is_char_boundary(split.body.start));
            }
        }
    }
}
