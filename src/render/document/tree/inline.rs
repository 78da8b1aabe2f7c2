//! The pieces of a line, and a line without its marks.

use serde::Serialize;

use super::Block;
use crate::render::document::Picture;

/// A piece of a line.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Inline {
    /// Plain words.
    Text {
        /// The words.
        words: String,
    },
    /// Stressed.
    Emphasis {
        /// What is stressed.
        inner: Vec<Inline>,
    },
    /// Strongly stressed.
    Strong {
        /// What is stressed.
        inner: Vec<Inline>,
    },
    /// Struck out.
    Struck {
        /// What is struck out.
        inner: Vec<Inline>,
    },
    /// Computer text.
    Code {
        /// The text.
        words: String,
    },
    /// A link to the web.
    Web {
        /// The whole address.
        to: String,
        /// The words that lead there.
        inner: Vec<Inline>,
    },
    /// A link within the document.
    Here {
        /// The label.
        to: String,
        /// The words that lead there.
        inner: Vec<Inline>,
    },
    /// A status: a shape and a word.
    Mark {
        /// The word in data.
        mark: &'static str,
        /// The word in the text.
        words: String,
    },
    /// A footnote.
    Note {
        /// Its number.
        number: u32,
        /// What it says; nothing where it was named before.
        blocks: Vec<Block>,
    },
    /// Something that is withheld here.
    Withheld {
        /// What stands in its place.
        words: String,
    },
    /// A picture.
    Picture(Box<Picture>),
    /// A new line.
    Break,
}

impl Inline {
    /// Plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Inline::Text { words: words.into() }
    }
}

/// The words of a line, without its marks.
pub(in crate::render::document) fn plain(line: &[Inline]) -> String {
    let mut text = String::new();
    add_plain(line, &mut text);
    text
}

fn add_plain(line: &[Inline], text: &mut String) {
    for piece in line {
        match piece {
            Inline::Text { words }
            | Inline::Code { words }
            | Inline::Mark { words, .. }
            | Inline::Withheld { words } => text.push_str(words),
            Inline::Emphasis { inner }
            | Inline::Strong { inner }
            | Inline::Struck { inner }
            | Inline::Web { inner, .. }
            | Inline::Here { inner, .. } => add_plain(inner, text),
            Inline::Note { number, .. } => text.push_str(&number.to_string()),
            // What it shows is said beside the line, not in it.
            Inline::Picture(_) => {}
            Inline::Break => text.push('\n'),
        }
    }
}
