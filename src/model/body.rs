//! What is written below the front matter: Markdown, and the outline that everything agrees on.
//!
//! The outline names the parts that evidence can point at, so anchors are decided here once:
//! rendering, checking and compiling look them up by the byte at which a part starts.

use std::ops::Range;
use std::sync::Arc;

use super::write_up::WriteUp;

/// A body in Markdown, with what can be pointed at in it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Body {
    text: Arc<str>,
    outline: Outline,
    write_up: Option<Arc<WriteUp>>,
}

/// The parts of a body.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outline {
    /// Headings in the order of the text.
    pub headings: Vec<Section>,
    /// Numbered passages in the order of the text: every top-level paragraph, every top-level list
    /// item and every table body row. The N-th has the anchor `p-N`, N from 1.
    pub passages: Vec<Range<usize>>,
    /// Bytes at which an image without alternative text starts.
    pub images_without_text: Vec<usize>,
    /// How many words a reader sees.
    pub words: usize,
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its level as written, 1 to 6.
    pub level: u8,
    /// Its words, without markup.
    pub title: String,
    /// Its anchor, without `#`; each once in a body.
    pub anchor: Arc<str>,
    /// The byte at which it starts.
    pub at: usize,
}

/// How a body is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As prose.
    Prose,
    /// As the write-up of a workshop: actions and discussion rows are looked for.
    WriteUp,
}

impl Body {
    /// Reads a body.
    pub fn new(text: &str, form: Form) -> Self {
        let write_up = match form {
            Form::Prose => None,
            Form::WriteUp => Some(Arc::new(WriteUp::read(text))),
        };
        Body { text: text.into(), outline: Outline::of(text), write_up }
    }

    /// The Markdown, with LF line ends.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to read in it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// What can be pointed at in it.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// What a write-up holds; `None` for prose.
    pub fn write_up(&self) -> Option<&WriteUp> {
        self.write_up.as_deref()
    }

    /// By how many levels headings go down on a page whose one H1 is the title.
    pub fn shift(&self) -> u8 {
        let top = self.outline.headings.iter().map(|heading| heading.level).min();
        u8::from(top == Some(1))
    }

    /// Whether the body has a part of this name: a heading, `p-N`, or, in a write-up, `action-N`
    /// and `q-N`.
    pub fn has_part(&self, part: &str) -> bool {
        let number = |prefix: &str| part.strip_prefix(prefix).and_then(|rest| rest.parse::<usize>().ok());
        if let Some(n) = number("p-")
            && (1..=self.outline.passages.len()).contains(&n)
        {
            return true;
        }
        if let Some(write_up) = &self.write_up {
            if let Some(n) = number("q-")
                && (1..=write_up.rows.len()).contains(&n)
            {
                return true;
            }
            if let Some(n) = number("action-")
                && write_up.actions.iter().any(|action| action.number as usize == n)
            {
                return true;
            }
        }
        self.outline.headings.iter().any(|heading| &*heading.anchor == part)
    }
}

impl Outline {
    fn of(_text: &str) -> Self {
        Outline::default()
    }
}
