//! The tree of a compiled report: chapters, blocks and inline text, with no word on how they look.
//!
//! HTML, Markdown, PDF and DOCX are drawn from this tree alike. Records are named by their index in
//! `edition.records()` or by a `Ref`; everything that a hand wrote bears the voice it speaks in, and
//! everything else was derived from records and says from which.

use std::fmt;

use jiff::civil;

use crate::compose::timetable::Outcome;
use crate::model::action::State;
use crate::model::date::Date;
use crate::model::id::Ref;
use crate::model::standing::Heading;
use crate::model::value::Attachment;
use crate::model::words::Words;

use super::chart::Chart;
use super::entry::Entry;

pub use super::said::{plain, withheld};

/// The name of the section that shows what the progress matrix says of a topic.
pub fn matrix_of(topic: &str) -> String {
    format!("topic-{topic}{MATRIX}")
}

/// Whether a name is that of such a section: an editor's own “The progress matrix” is none.
pub fn is_matrix(id: &str) -> bool {
    let topic = id.strip_prefix("topic-").and_then(|rest| rest.strip_suffix(MATRIX));
    topic.is_some_and(|topic| !topic.is_empty())
}

const MATRIX: &str = "-progress-matrix";

/// A chapter: one of the parts of a report, in the order of DOMAIN.md §4.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Its number, from 1.
    pub number: u32,
    /// Its anchor; each once in a report.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The language of the title, where it is not the report's.
    pub lang: Option<String>,
    /// Which part of the report it is.
    pub part: Part,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// The parts of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The counts, and a summary in words.
    Summary,
    /// What the editors wrote on the period.
    Account,
    /// What changed since the report before.
    Changes,
    /// How the report was made, and the rule.
    Method,
    /// A topic, by its record.
    Topic(usize),
    /// The issues that have no topic.
    NoTopic,
    /// The register of actions for the period.
    Actions,
    /// The timetable as at the date of the report.
    Timetable,
    /// The interests that members registered.
    Interests,
    /// Workshops, papers and artefacts of the period.
    Documents,
    /// Who took part.
    Participants,
    /// What is withheld.
    Withheld,
    /// Initialisms.
    Glossary,
    /// The sources that the report rests on.
    References,
    /// Corrections.
    Errata,
}

/// A stretch of a chapter under a heading of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its anchor; each once in a report.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The language of the title, where it is not the report's.
    pub lang: Option<String>,
    /// Where it holds the issues under one heading: the heading and how many there are.
    pub heading: Option<(Heading, usize)>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// What stands in a chapter.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A section.
    Section(Section),
    /// A numbered paragraph.
    Paragraph(Paragraph),
    /// Words that bear no number of their own: in a list item, under a table.
    Plain(Vec<Inline>),
    /// A list; the number it starts from where it is numbered.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Words of another.
    Quote(Vec<Block>),
    /// Text to be set as it is.
    Verbatim(String),
    /// A table.
    Table(Table),
    /// Issues by heading, to be drawn as bars.
    Figure(Figure),
    /// A figure that is drawn, with its numbers as a table.
    Chart(Box<Chart>),
    /// An issue.
    Issue(Box<Entry>),
    /// Words and what they mean.
    Terms(Vec<(String, Vec<Inline>)>),
    /// The works that the report rests on.
    References(Vec<Reference>),
    /// Something that is withheld, with the reason and how often.
    Withheld(String, usize),
    /// A note of a narrative, by the number that stands in the text.
    Note(u32, Vec<Block>),
}

/// A numbered paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Its number, in the order of the document.
    pub number: Number,
    /// Its lasting name: `issue-<slug>`, `<chapter>-<name>` where it is derived, and
    /// `<chapter>-<first 8 hex digits of SHA-256 of its text>` where the editors wrote it.
    pub id: String,
    /// Who speaks.
    pub voice: Voice,
    /// The record it was written in, or is about.
    pub source: Option<Ref>,
    /// Its words.
    pub content: Vec<Inline>,
    /// Lists, quotations and tables that belong to it.
    pub more: Vec<Block>,
}

/// Who speaks in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// Derived from the records by the program.
    Records,
    /// Written by the editors of the report.
    Editors,
    /// Taken from the progress matrix.
    Matrix,
}

impl Voice {
    /// The word in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Voice::Records => "records",
            Voice::Editors => "editors",
            Voice::Matrix => "matrix",
        }
    }
}

/// The number of a paragraph: `12`, or `2.1` where they are counted by chapter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// The chapter, where numbers begin anew in each.
    pub chapter: Option<u32>,
    /// The number, from 1; 0 before the report is numbered.
    pub n: u32,
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.chapter {
            Some(chapter) => write!(out, "{chapter}.{}", self.n),
            None => write!(out, "{}", self.n),
        }
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Strongly stressed.
    Strong(Vec<Inline>),
    /// Struck out.
    Struck(Vec<Inline>),
    /// Computer text.
    Code(String),
    /// The title of a work.
    Title(Vec<Inline>),
    /// A link.
    Link(Vec<Inline>, Target),
    /// A date, as coarse as it was written.
    Date(Date),
    /// A heading as a mark of status.
    Heading(Heading),
    /// The state of an action as a mark of status.
    State(State),
    /// How a promise was kept, as a mark of status.
    Outcome(Outcome),
    /// A note at the end, by its number; whether it is named here for the first time.
    Note(u32, bool),
    /// Something that is withheld here: the key of the reason, and the reason in words.
    Withheld(String, String),
    /// Words in another language than the report's.
    Spoken(String, Vec<Inline>),
    /// A picture.
    Picture(Box<Picture>),
    /// A new line.
    Break,
}

/// A picture: what it shows, in words, and the file that the record names.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The record's attachment.
    pub attachment: Attachment,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A record of the edition, or a part of one.
    Record(Ref),
    /// An anchor of this report.
    Here(String),
    /// An address elsewhere.
    Web(String),
}

/// A table; the first cell of a row is its head.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its number, in the order of the document; 0 before the report is numbered.
    pub number: u32,
    /// Its anchor.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub label: String,
    /// Whether it holds numbers.
    pub numbers: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The record it was made from.
    pub record: Option<Ref>,
    /// Its cells, as many as there are columns.
    pub cells: Vec<Vec<Inline>>,
}

/// Issues by heading, one bar a topic and one for all.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its number, in the order of the document; 0 before the report is numbered.
    pub number: u32,
    /// Its anchor.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The same in a sentence, for those who do not see it.
    pub description: String,
    /// The day as at which it holds.
    pub as_of: civil::Date,
    /// One bar each.
    pub bars: Vec<Bar>,
    /// All of them together.
    pub total: Bar,
}

/// A bar of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// The language of the label, where it is not the report's.
    pub lang: Option<String>,
    /// The record it stands for.
    pub record: Option<Ref>,
    /// How many issues stand under each heading, in the order of `Heading::ALL`.
    pub counts: [usize; 4],
}

impl Bar {
    /// How many issues there are in all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// A work that the report rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Its anchor.
    pub id: String,
    /// The work's record, where it is one of the archive's.
    pub record: Option<Ref>,
    /// Who made it, when, and what it is called.
    pub words: Vec<Inline>,
    /// The passages that are cited, as links; empty where it is cited as a whole.
    pub passages: Vec<Inline>,
}

impl Paragraph {
    /// A paragraph that was derived from records; `name` makes its id.
    pub(super) fn derived(name: &str, content: Vec<Inline>) -> Self {
        Paragraph {
            number: Number::default(),
            id: name.to_owned(),
            voice: Voice::Records,
            source: None,
            content,
            more: Vec::new(),
        }
    }
}

impl Table {
    /// An empty table; the labels of its columns are messages `column-…`, and one that starts with `#` holds
    /// numbers.
    pub(super) fn new(words: &Words, id: &str, caption: impl Into<String>, columns: &[&str]) -> Self {
        let columns = columns
            .iter()
            .map(|key| {
                let name = key.strip_prefix('#');
                let label = words.named("column", name.unwrap_or(key)).to_owned();
                Column { label, numbers: name.is_some() }
            })
            .collect();
        Table { number: 0, id: id.to_owned(), caption: caption.into(), columns, rows: Vec::new() }
    }
}
