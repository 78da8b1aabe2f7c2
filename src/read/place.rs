//! Findings → diagnostics: the fields and bytes that stages named become lines and columns.
//!
//! In: findings and the root. Out: diagnostics, sorted. Only files that have findings are read
//! again; one that cannot be read any more leaves its findings at line 1.
#![expect(clippy::disallowed_methods, reason = "read/ reads files")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::located::{self, Located, Place};
use super::split;
use crate::diag::{self, Diagnostic, Finding, Spot, Words};
use crate::source;

/// Gives findings their lines and columns, sorted by file, line, column and code; without those that only
/// follow from records that are left out.
pub(super) fn place(root: &Path, mut findings: Vec<Finding>) -> Vec<Diagnostic> {
    diag::hold_back(&mut findings);
    findings.sort_by(|a, b| a.file.cmp(&b.file));
    let findings = counted(findings);
    let mut diagnostics: Vec<Diagnostic> = findings
        .par_chunk_by(|a, b| a.file == b.file)
        .flat_map_iter(|findings| {
            let file = findings.first().map(|first| File::read(root, &first.file));
            findings.iter().filter_map(|finding| Some(file.as_ref()?.diagnostic(finding))).collect::<Vec<_>>()
        })
        .collect();
    diagnostics.sort_by(|a, b| {
        let key = |one: &Diagnostic| (one.line, one.column, one.code);
        (&a.file, key(a), &a.message).cmp(&(&b.file, key(b), &b.message))
    });
    diagnostics.dedup();
    diagnostics
}

/// At most so many findings of one kind in one file; the last of them says how many more there are.
fn counted(findings: Vec<Finding>) -> Vec<Finding> {
    let mut counts: BTreeMap<(Arc<str>, &'static str), (usize, usize)> = BTreeMap::new();
    let key = |one: &Finding| (Arc::clone(&one.file), one.rule.code);
    for one in &findings {
        counts.entry(key(one)).or_default().0 += 1;
    }
    let shown = findings.into_iter().filter_map(|mut one| {
        let (all, met) = counts.get_mut(&key(&one))?;
        *met += 1;
        if *met == MOST && *all > MOST {
            one.message = format!("{}; {} more like it in this file", one.message, *all - MOST);
        }
        (*met <= MOST).then_some(one)
    });
    shown.collect()
}

/// The line of a file at which a spot is.
pub(super) fn line(root: &Path, file: &Arc<str>, spot: &Spot) -> usize {
    File::read(root, file).at(spot).line
}

/// A file that is read again, and the places of its values.
struct File {
    text: String,
    /// The bytes at which its lines start.
    lines: Vec<usize>,
    located: Option<Located>,
    /// How many lines stand above the YAML.
    above: usize,
}

/// Whether a file starts as those do that are packed: Word documents, spreadsheets, PDF, pictures.
fn is_packed(bytes: &[u8]) -> bool {
    const STARTS: &[&[u8]] =
        &[b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b"];
    STARTS.iter().any(|start| bytes.starts_with(start))
}

/// How many findings of one kind in one file are told one by one.
const MOST: usize = 1_000;
/// Larger files are not read again.
const LARGEST: u64 = 64 * 1024 * 1024;
/// The longest line that is shown whole, in characters.
const LONGEST: usize = 1_000;

impl File {
    fn read(root: &Path, file: &Arc<str>) -> Self {
        let path = root.join(&**file);
        // What is too large to be read as text is not read for the sake of showing a line of it.
        // Nor is a link read: what it leads to may be a file that nobody put into the archive.
        let found = std::fs::symlink_metadata(&path);
        let is_small = found.is_ok_and(|found| found.is_file() && found.len() <= LARGEST);
        let bytes = if is_small { std::fs::read(&path).unwrap_or_default() } else { Vec::new() };
        // Lines of a file that is no text say nothing to anybody.
        let is_text = !bytes.contains(&0) && !is_packed(&bytes);
        let bytes = if is_text { bytes } else { Vec::new() };
        let text = source::normalise(String::from_utf8_lossy(&bytes).into_owned());
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let (yaml, above) = match split::split(&text) {
            _ if file.ends_with(".yaml") || file.ends_with(".yml") => (0..text.len(), 0),
            Ok(split) => (split.front, 1),
            Err(_) => (0..0, 0),
        };
        let located = located::locate(&text[yaml]);
        File { text, lines, located, above }
    }

    /// A line as it may be shown: of one that fills pages (a table in JSON), only the beginning.
    fn line(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|n| self.lines.get(n)).copied().unwrap_or(self.text.len());
        let end = self.lines.get(number).map_or(self.text.len(), |next| next - 1);
        let line = self.text.get(start..end).unwrap_or_default();
        let most = line.char_indices().nth(LONGEST).map_or(line.len(), |(at, _)| at);
        &line[..most]
    }

    /// The place of words that stand in a field or in the body; that of the field or the body where
    /// they cannot be found.
    fn words(&self, field: Option<Place>, words: &str, nth: usize) -> Place {
        let start = match &field {
            Some(place) => place.line.checked_sub(1).and_then(|n| self.lines.get(n)).copied(),
            None => split::split(&self.text).ok().map(|split| split.body.start),
        };
        let start = start.unwrap_or(0);
        let rest = self.text.get(start..).unwrap_or_default();
        let mut all = rest.match_indices(words).map(|(at, _)| at).take(nth.saturating_add(1));
        match all.by_ref().last() {
            Some(at) => {
                let (line, column) = self.line_and_column(start + at);
                let width = words.lines().next().map(|line| line.chars().count());
                Place { line, column, width }
            }
            None => field.unwrap_or_else(|| {
                let (line, column) = self.line_and_column(start);
                Place { line, column, width: None }
            }),
        }
    }

    /// The same as `source::line_and_column`, for a text whose lines are counted.
    fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.lines.partition_point(|start| *start <= byte).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or(0);
        (line, self.text[start..byte].chars().count() + 1)
    }

    /// The place of a spot.
    fn at(&self, spot: &Spot) -> Place {
        let start = Place { line: 1, column: 1, width: None };
        let in_yaml = |found: Option<Place>| match found {
            Some(place) => Place { line: place.line + self.above, ..place },
            None => start,
        };
        let located = self.located.as_ref();
        match spot {
            Spot::File => Place { width: Some(1), ..start },
            Spot::Field(path) => in_yaml(located.and_then(|located| located.value(path.steps()))),
            Spot::Key(path) => in_yaml(located.and_then(|located| located.key(path.steps()))),
            Spot::Byte(byte) => {
                let (line, column) = self.line_and_column(*byte);
                Place { line, column, width: None }
            }
            // A parser may find its fault where the text ends, and call that the line after the last.
            Spot::Line(line, _) if *line > self.lines.len() && !self.text.is_empty() => {
                let (line, column) = self.line_and_column(self.text.len());
                Place { line, column, width: None }
            }
            Spot::Line(line, column) => Place { line: *line, column: *column, width: None },
            Spot::Words(words) => {
                let Words { field, words, nth } = &**words;
                let field = field
                    .as_ref()
                    .map(|path| in_yaml(located.and_then(|located| located.value(path.steps()))));
                self.words(field, words, *nth)
            }
        }
    }

    fn diagnostic(&self, finding: &Finding) -> Diagnostic {
        let place = self.at(&finding.spot);
        let source = finding.shown().unwrap_or_else(|| self.line(place.line));
        let rest = source.trim_end().chars().count().saturating_sub(place.column.saturating_sub(1));
        Diagnostic {
            code: finding.rule.code,
            severity: finding.rule.severity,
            message: finding.message.clone(),
            help: finding.help.clone(),
            file: Arc::clone(&finding.file),
            line: place.line,
            column: place.column,
            width: place.width.unwrap_or(rest).clamp(1, rest.max(1)),
            source: source.to_owned(),
        }
    }
}
