//! Faults in content: what a stage found, and where.
//!
//! In: nothing. Out: `Finding` (a fault at a spot in a file, as the stages report it) and
//! `Diagnostic` (the same with its line and column, as `read::place` makes it).
//! This file prints nothing and reads nothing: a stage names the field or the byte, and only when
//! there is something to print is the file read again to learn the line.

use std::fmt;
use std::sync::Arc;

/// How grave a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; never fails a build.
    Remark,
    /// Probably wrong; fails a build under `--strict`.
    Warning,
    /// Wrong; exit status 1 and the site that was live stays.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Severity::Remark => "remark",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// One step on the way to a value in a YAML document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The value of this key.
    Key(Arc<str>),
    /// The item at this index, from 0.
    Index(usize),
}

/// The way to a value in front matter or configuration, as in `history[1].evidence[0]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath(Vec<Step>);

impl FieldPath {
    /// The path to a top-level key.
    pub fn key(key: impl Into<Arc<str>>) -> Self {
        FieldPath(vec![Step::Key(key.into())])
    }

    /// A path from its steps.
    pub fn from_steps(steps: Vec<Step>) -> Self {
        FieldPath(steps)
    }

    /// This path, one key deeper.
    #[must_use]
    pub fn then(mut self, key: impl Into<Arc<str>>) -> Self {
        self.0.push(Step::Key(key.into()));
        self
    }

    /// This path, at an item of the list it leads to.
    #[must_use]
    pub fn at(mut self, index: usize) -> Self {
        self.0.push(Step::Index(index));
        self
    }

    /// The steps, outermost first.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The outermost key, if there is one.
    pub fn root(&self) -> Option<&str> {
        match self.0.first() {
            Some(Step::Key(key)) => Some(key),
            _ => None,
        }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if n == 0 => write!(out, "{key}")?,
                Step::Key(key) => write!(out, ".{key}")?,
                Step::Index(index) => write!(out, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Where in a file a fault is, in the terms of the stage that found it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// The value of a field; where the field is absent, the nearest thing above it that is there.
    Field(FieldPath),
    /// The key of a field (for a field that should not be there).
    Key(FieldPath),
    /// A byte of the file's text, counted after a byte order mark is cut and line ends are made LF.
    Byte(usize),
    /// A line and a column, both from 1, the column in characters.
    Line(usize, usize),
    /// Words, where it is known only that they stand there: a text that was cut for an audience has
    /// other bytes than its file. They are looked for in a field, or else below the front matter.
    Words(Box<Words>),
}

/// Words that are known to stand somewhere in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    /// The field they stand in; none for the body.
    pub field: Option<FieldPath>,
    /// The words.
    pub words: String,
    /// How often they stand there before.
    pub nth: usize,
}

/// A kind of fault: what `annals rules` lists. Named for the fault, so that "allow `dangling_link`"
/// reads well.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, as in `dangling_link`.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub summary: &'static str,
    /// Why it matters and how to mend it, Markdown, with an example of the fault.
    pub explanation: &'static str,
}

/// A fault, where a stage saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of fault.
    pub rule: &'static Rule,
    /// The file, relative to the root, with `/` between its parts.
    pub file: Arc<str>,
    /// Where in the file.
    pub spot: Spot,
    /// What is wrong here, in a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What few have: boxed, since a finding is what many functions fail with.
    more: Option<Box<More>>,
}

/// What only some findings have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct More {
    shown: Option<Box<str>>,
    bearing: Bearing,
}

/// What a finding has to do with records that a fault of their own keeps from being read, or from being seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Bearing {
    /// Nothing.
    #[default]
    None,
    /// Because of it the record of its file is not among the others.
    LeavesOut,
    /// Because of it this record is not among the others under its name: `issues/lamps`; `issues/` for all of them.
    Misplaces(Arc<str>),
    /// It says that this record is not there: `issues/lamps`.
    Misses(Arc<str>),
    /// It says that something is not there, or counts what is: any record might bear on it.
    Counts,
    /// Because of it the record of its file lacks something that its editor wrote.
    Garbles,
    /// It says that what the records say together is another thing than it was: a word of any might bear on it.
    Compares,
}

/// Takes out what only follows from records that are left out, or of which a word could not be read, and says
/// how much that was. It is told again when they can be read, if it is so then.
pub fn hold_back(findings: &mut Vec<Finding>) -> usize {
    let of = |one: &Finding| (*one.bearing() == Bearing::LeavesOut).then(|| Arc::clone(&one.file));
    let left_out: Vec<Arc<str>> = findings.iter().filter_map(of).collect();
    // A slip in a name that is a warning does not hold back an error: the site would be made.
    let misplaced: Vec<(Arc<str>, &'static Rule)> = findings
        .iter()
        .filter_map(|one| match one.bearing() {
            Bearing::Misplaces(id) => Some((Arc::clone(id), one.rule)),
            _ => None,
        })
        .collect();
    let is_misplaced = |one: &Finding, id: Option<&str>| {
        misplaced.iter().any(|(place, rule)| {
            let is_it = |id: &str| id == &**place || place.ends_with('/') && id.starts_with(&**place);
            // Two slips of a kind have nothing to do with each other.
            let may_follow = rule.severity == Severity::Error || one.rule.severity < Severity::Error;
            may_follow && rule.code != one.rule.code && id.is_none_or(is_it)
        })
    };
    let is_of = |file: &str, id: &str| {
        file.strip_suffix(".md")
            .and_then(|file| file.strip_suffix(id))
            .is_some_and(|folder| folder.ends_with('/'))
    };
    let is_garbled = findings.iter().any(|one| *one.bearing() == Bearing::Garbles);
    let before = findings.len();
    findings.retain(|one| match one.bearing() {
        Bearing::None | Bearing::LeavesOut | Bearing::Misplaces(_) | Bearing::Garbles => true,
        Bearing::Misses(id) => !left_out.iter().any(|file| is_of(file, id)) && !is_misplaced(one, Some(id)),
        Bearing::Counts => left_out.is_empty() && !is_misplaced(one, None),
        Bearing::Compares => left_out.is_empty() && !is_garbled && !is_misplaced(one, None),
    });
    before - findings.len()
}

impl Finding {
    /// A fault of this kind at this spot.
    pub fn new(rule: &'static Rule, file: &Arc<str>, spot: Spot, message: impl Into<String>) -> Self {
        Finding { rule, file: Arc::clone(file), spot, message: message.into(), help: None, more: None }
    }

    /// The same with a word of help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The words at fault, where the file's own lines do not show them: a paragraph of a Word document,
    /// a row of a spreadsheet.
    pub fn shown(&self) -> Option<&str> {
        self.more.as_ref()?.shown.as_deref()
    }

    /// Shows these words in the place of the file's line.
    pub fn show(&mut self, words: impl Into<Box<str>>) {
        self.more.get_or_insert_default().shown = Some(words.into());
    }

    /// What it has to do with records that are left out.
    pub fn bearing(&self) -> &Bearing {
        self.more.as_ref().map_or(&Bearing::None, |more| &more.bearing)
    }

    /// The same, with what it has to do with records that are left out.
    #[must_use]
    pub fn bears(mut self, bearing: Bearing) -> Self {
        if bearing != Bearing::None {
            self.more.get_or_insert_default().bearing = bearing;
        }
        self
    }

    /// The same, of a record that is not there.
    #[must_use]
    pub fn missing(self, id: &str) -> Self {
        self.bears(Bearing::Misses(id.into()))
    }

    /// The same, of something that no record has, or that is counted.
    #[must_use]
    pub fn counting(self) -> Self {
        self.bears(Bearing::Counts)
    }
}

/// A fault with its place, ready to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The file, relative to the root.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters of the line are at fault, at least 1.
    pub width: usize,
    /// The text of that line, without its end; empty where the file could not be read again.
    pub source: String,
}
