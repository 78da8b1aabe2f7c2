//! The tree of a document, as the theme's `report.typ` reads it from `data.json`.
//!
//! Names in data are those of the fields, in kebab-case; every node says in `is` what it is. Words
//! are plain text: nothing in them is markup for Typst or Word, whatever they look like.

mod inline;

use serde::Serialize;

use crate::diag::FieldPath;
use crate::model::id::Ref;
use crate::model::words::Words;
pub(super) use inline::{Inline, plain};

/// What a layout says of itself.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Said {
    /// `Table`, before a number.
    pub table: String,
    /// `Figure`, before a number.
    pub figure: String,
    /// `Contents`.
    pub contents: String,
    /// `How to cite`.
    pub cite: String,
}

impl Said {
    /// In the words of a catalogue.
    pub(super) fn of(words: &Words) -> Self {
        let say = |key: &str| words.say(key).to_owned();
        Said {
            table: say("paper-table"),
            figure: say("paper-figure"),
            contents: say("paper-contents"),
            cite: say("how-to-cite"),
        }
    }
}

/// A document: its title page, and what stands in it.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Document {
    /// What kind of thing it is: `Annual report`.
    pub kind: String,
    /// The archive's title.
    pub archive: String,
    /// Its own title.
    pub title: String,
    /// Its title for the head of a page.
    pub short: String,
    /// Its language, as in `en`.
    pub language: String,
    /// The region of that language, as in `GB`.
    pub region: Option<String>,
    /// Its edition and status: `First edition, draft`.
    pub standing: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// By what it is known, as in `reports/2018-2019, edition 1`.
    pub number: String,
    /// Its date in words.
    pub date: Option<String>,
    /// The day that stands in the file as that of its making.
    pub stamp: Stamp,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// A sentence or two on it.
    pub lede: Vec<Inline>,
    /// What stands on the title page.
    pub facts: Vec<Fact>,
    /// How to cite it.
    pub cite: Vec<Inline>,
    /// For whom it was made, in data.
    pub audience: &'static str,
    /// What must be said on every page: that it is for members alone.
    pub notice: Option<String>,
    /// What a layout says of itself, in the document's language.
    pub words: Said,
    /// Whether it has a title page and contents, as a long one does.
    pub long: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// The theme's file that lays it out; `report.typ` where it is empty.
    #[serde(skip)]
    pub template: &'static str,
}

/// A day.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Stamp {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: i8,
    /// The day, from 1.
    pub day: i8,
}

impl Default for Stamp {
    fn default() -> Self {
        Stamp { year: 1970, month: 1, day: 1 }
    }
}

/// A label and what it is the label of.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// One line each.
    pub values: Vec<Vec<Inline>>,
}

/// What stands in a document, in its order.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Block {
    /// A heading; `level` counts from 1, below the title.
    Heading(Heading),
    /// Who speaks from here on.
    Voice {
        /// `records`, `editors` or `matrix`.
        voice: &'static str,
        /// The same in words.
        words: String,
    },
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list; the number it starts from where it is numbered.
    List {
        /// The first number.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// Words of another.
    Quote {
        /// What they said.
        blocks: Vec<Block>,
    },
    /// Text to be set as it is.
    Verbatim {
        /// The text.
        words: String,
    },
    /// A table.
    Table(Table),
    /// Issues by heading, drawn as bars.
    Bars(Bars),
    /// A figure that is drawn, with its numbers.
    Chart(Chart),
    /// What each party said.
    Positions {
        /// One each; empty where nobody said anything.
        positions: Vec<Position>,
    },
    /// An editor's judgement.
    Judgement {
        /// What was overruled, why, by whom and when.
        words: Vec<Inline>,
    },
    /// Short statements, each with a label.
    Facts {
        /// The statements.
        facts: Vec<Fact>,
    },
    /// What happened, oldest first.
    History {
        /// One each.
        events: Vec<Event>,
    },
    /// Words and what they mean.
    Terms {
        /// One each.
        terms: Vec<Term>,
    },
    /// The works that the document rests on.
    References {
        /// One each.
        works: Vec<Work>,
    },
    /// Something that is withheld.
    Withheld {
        /// How much and why.
        words: String,
    },
}

/// A heading.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    /// From 1, below the title.
    pub level: u8,
    /// Its label, where something leads here.
    pub id: Option<String>,
    /// Its words.
    pub words: String,
    /// Where its words lead.
    pub link: Option<String>,
    /// The status it is of.
    pub mark: Option<&'static str>,
    /// Whether it stands in the contents.
    pub listed: bool,
    /// What names it for good.
    #[serde(skip)]
    pub tag: Option<Tag>,
}

/// What names a place in a document for good, in a draft for comment, and what it was made from. The
/// theme does not see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Its lasting name: that of a numbered paragraph, or of what belongs to one.
    pub name: String,
    /// The record it was written in, or is about; none where it was compiled from many.
    pub source: Option<Ref>,
    /// The field it stands in, where that is known.
    pub field: Option<FieldPath>,
}

impl Tag {
    /// A name, and the record that the place was made from.
    pub fn new(name: impl Into<String>, source: Option<Ref>) -> Self {
        Tag { name: name.into(), source, field: None }
    }
}

/// A paragraph.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Paragraph {
    /// Its number, to stand in the margin.
    pub number: Option<String>,
    /// Its label, where something leads here.
    pub id: Option<String>,
    /// What names it for good.
    #[serde(skip)]
    pub tag: Option<Tag>,
    /// Its words.
    pub words: Vec<Inline>,
}

/// A table; the first cell of a row is its head.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// Its number; none where it bears no caption.
    pub number: Option<u32>,
    /// Its label, where something leads here.
    pub id: Option<String>,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Whether it has so many columns that it must be turned to fit the page.
    pub turned: bool,
    /// What names it for good.
    #[serde(skip)]
    pub tag: Option<Tag>,
    /// The same of each row that was made from a record.
    #[serde(skip)]
    pub row_tags: Vec<Option<Tag>>,
}

/// A figure that is drawn.
#[derive(Clone, Debug, Serialize)]
pub struct Chart {
    /// Its number.
    pub number: u32,
    /// Its label, where something leads here.
    pub id: Option<String>,
    /// What it shows.
    pub caption: String,
    /// The same in sentences, for those who do not see it.
    pub alt: String,
    /// The drawing.
    pub svg: String,
    /// The same numbers, under no caption of their own.
    pub table: Table,
    /// What names it for good.
    #[serde(skip)]
    pub tag: Option<Tag>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// What it holds.
    pub label: String,
    /// Whether it holds numbers.
    pub numbers: bool,
    /// Its share of the width.
    pub share: usize,
}

/// Issues by heading.
#[derive(Clone, Debug, Serialize)]
pub struct Bars {
    /// Its number.
    pub number: u32,
    /// Its label, where something leads here.
    pub id: Option<String>,
    /// What it shows.
    pub caption: String,
    /// The same in sentences, for those who do not see it.
    pub alt: String,
    /// The statuses, in the order of the counts.
    pub statuses: Vec<Status>,
    /// One bar each, the one for all last.
    pub bars: Vec<Bar>,
    /// The same numbers, under no number of their own.
    pub table: Table,
    /// What names it for good.
    #[serde(skip)]
    pub tag: Option<Tag>,
}

/// A status, by its word in data and in the text.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    /// In data.
    pub mark: &'static str,
    /// In the text.
    pub words: String,
}

/// A bar.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// How many of each status.
    pub counts: Vec<usize>,
    /// How many in all.
    pub total: usize,
}

/// What a party said.
#[derive(Clone, Debug, Serialize)]
pub struct Position {
    /// The party.
    pub party: String,
    /// Its view; empty where none is on record.
    pub view: Vec<Inline>,
    /// Where and when.
    pub place: Vec<Inline>,
    /// What names it for good.
    #[serde(skip)]
    pub tag: Option<Tag>,
}

/// An entry of a history.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// When, in words.
    pub on: String,
    /// Where the issue stood after it.
    pub mark: &'static str,
    /// The same in words.
    pub status: String,
    /// What happened.
    pub words: Vec<Inline>,
    /// What names it for good.
    #[serde(skip)]
    pub tag: Option<Tag>,
}

/// A word and what it means.
#[derive(Clone, Debug, Serialize)]
pub struct Term {
    /// The word.
    pub term: String,
    /// What it means.
    pub words: Vec<Inline>,
}

/// A work that the document rests on.
#[derive(Clone, Debug, Serialize)]
pub struct Work {
    /// Its label, where something leads here.
    pub id: Option<String>,
    /// Who made it, when, what it is called, and what of it is cited.
    pub words: Vec<Inline>,
}
