//! What an editor mentions in a narrative: directives, cross-references and citations, with places.
//!
//! In: Markdown. Out: `Mention`s in the order of the text. The grammar is small and closed: there is
//! no expression, no loop and no template here, so content cannot compute. Code is left alone, and a
//! backslash before a mark takes its meaning away. What a mention leads to is not known here.
//!
//! ```text
//! directive  = "{{" name [ "(" [ argument { "," argument } ] ")" ] "}}"
//! argument   = [ name "=" ] ( '"' … '"' | "'" … "'" | word )
//! citation   = "[" item { ";" item } "]"      item = [ words ] [ "-" ] "@" key [ "," locator ]
//! in the text = "@" key [ " [" locator "]" ]   or a cross-reference:
//! reference  = "@" collection "/" slug [ "#" part ]  |  "@" ("fig" | "tbl" | "sec" | "p") ":" name
//! ```

mod directive;
mod scan;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use directive::{Argument, Directive};
pub use scan::mentions;

/// Something mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The bytes of the text that it takes up.
    pub at: Range<usize>,
    /// Whether it is a paragraph of its own.
    pub alone: bool,
    /// What is mentioned, or what is wrong with how it is written.
    pub what: Result<What, Malformed>,
}

/// What can be mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Something that the data says.
    Directive(Directive),
    /// Works, in brackets.
    Citation(Vec<Item>),
    /// A work, as a part of the sentence.
    InText(Item),
    /// A record or a part of one, as `<collection>/<slug>#<part>`.
    Record(String),
    /// A figure, a table, a section or a paragraph of the same report.
    Here(Part, String),
}

/// A work that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its key, or a record's name.
    pub key: String,
    /// Where in it, as written: `p. 9`.
    pub locator: Option<String>,
    /// Words before it: `see`.
    pub before: Option<String>,
    /// Whether its author was named already.
    pub only_year: bool,
}

/// What a cross-reference within a report leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A figure.
    Figure,
    /// A table.
    Table,
    /// A section or a chapter.
    Section,
    /// A numbered paragraph.
    Paragraph,
}

/// What is wrong with how something is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
}

impl Part {
    /// The mark before the name.
    pub fn prefix(self) -> &'static str {
        match self {
            Part::Figure => "fig",
            Part::Table => "tbl",
            Part::Section => "sec",
            Part::Paragraph => "p",
        }
    }
}
