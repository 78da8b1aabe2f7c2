//! Figures that are drawn: what stands where, with the same numbers as a table.
//!
//! In: a scope. Out: a `Chart`: shapes and words on a sheet as wide as its reader's, so that page,
//! print and PDF draw the same. Places across are shares of the width, places down are pixels: words
//! keep their size on a phone. Nothing depends on colour: each look has a shape or a pattern too.

mod ages;
mod flow;
mod headings;
mod stacks;
mod timeline;

use jiff::civil;

use super::scope::Scope;
use super::tree::Table;
use crate::model::action::State;
use crate::model::standing::Heading;

/// The figures there are.
pub const KINDS: [&str; 4] = ["actions", "flow", "headings", "timeline"];

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Its number, in the order of the document; 0 before the report is numbered.
    pub number: u32,
    /// Its anchor.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The same in a sentence or two, for those who do not see it.
    pub description: String,
    /// The day as at which it holds.
    pub as_of: civil::Date,
    /// How high it is, in pixels.
    pub height: u32,
    /// What is drawn, in order.
    pub shapes: Vec<Shape>,
    /// The same numbers.
    pub table: Table,
}

/// A share of the width, in hundredths of a per cent.
pub type Share = u32;

/// The whole width.
pub const WHOLE: Share = 10_000;

/// Something drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A stretch of a bar.
    Bar {
        /// How it looks.
        look: Look,
        /// Where it starts.
        x: Share,
        /// How wide it is.
        width: Share,
        /// Its upper edge.
        y: u32,
        /// How high it is.
        height: u32,
    },
    /// A mark at a point.
    Mark {
        /// How it looks.
        look: Look,
        /// Its middle.
        x: Share,
        /// Its middle.
        y: u32,
    },
    /// A hair line.
    Rule {
        /// From where.
        from: (Share, u32),
        /// To where.
        to: (Share, u32),
    },
    /// Words.
    Words {
        /// What they are tied to.
        x: Share,
        /// Their base line.
        y: u32,
        /// Which end of them is at `x`.
        end: End,
        /// Whether they are small and grey.
        small: bool,
        /// The words.
        words: String,
    },
}

/// Which end of words is tied to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Their start.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    Last,
}

/// How something looks: what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A heading.
    Heading(Heading),
    /// The state of an action.
    State(State),
    /// A meeting.
    Meeting,
    /// Something that is not told apart.
    Plain,
}

impl Look {
    /// The word in markup.
    pub fn as_str(self) -> &'static str {
        match self {
            Look::Heading(heading) => heading.as_str(),
            Look::State(state) => state.as_str(),
            Look::Meeting => "meeting",
            Look::Plain => "plain",
        }
    }
}

/// A figure of a kind; `None` where there is nothing to show.
pub(super) fn chart(scope: &Scope<'_>, kind: &str) -> Option<Chart> {
    match kind {
        "headings" => headings::chart(scope),
        "timeline" => timeline::chart(scope),
        "actions" => ages::chart(scope),
        "flow" => flow::chart(scope),
        _ => None,
    }
}

fn words(x: Share, y: u32, end: End, small: bool, words: impl Into<String>) -> Shape {
    Shape::Words { x, y, end, small, words: words.into() }
}
