//! What the write-up of a workshop holds: actions, discussion rows, and mentions of actions.

use std::ops::Range;
use std::sync::Arc;

/// What was found in a write-up.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WriteUp {
    /// The actions, by number.
    pub actions: Vec<WrittenAction>,
    /// The rows of all discussion tables, in the order of the text; the N-th has the anchor `q-N`.
    pub rows: Vec<DiscussionRow>,
    /// Every place that names an action by its number, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// An action as a write-up words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAction {
    /// Its number in the write-up.
    pub number: u32,
    /// Its wordings, Markdown, in the order of the text; the list of actions first where there is
    /// one. Wordings that are the same but for space and markup stand once.
    pub wordings: Vec<Wording>,
    /// Who is responsible, each party apart, look-alike letters folded.
    pub responsible: Vec<WrittenParty>,
    /// The cell or bracket that says who is responsible.
    pub responsible_at: Option<Range<usize>>,
}

/// One wording of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The words after `Action N:`, Markdown.
    pub text: String,
    /// Where they stand.
    pub at: Range<usize>,
}

/// A responsible party as a write-up names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenParty {
    /// The name with look-alike letters folded.
    pub name: Arc<str>,
    /// The letters as written, where folding changed them.
    pub written: Option<Arc<str>>,
}

/// A row of a discussion table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscussionRow {
    /// What was asked or said, Markdown.
    pub question: String,
    /// What was answered or promised, Markdown; empty where the write-up gives none.
    pub response: String,
    /// The index, in the outline, of the heading above it.
    pub section: Option<usize>,
    /// The numbers of the actions it names.
    pub actions: Vec<u32>,
    /// Where the row stands.
    pub at: Range<usize>,
}

/// A place that names an action by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The number.
    pub number: u32,
    /// The words `Action N`.
    pub at: Range<usize>,
}

impl WriteUp {
    /// Reads the body of a workshop.
    pub fn read(_text: &str) -> Self {
        WriteUp::default()
    }
}
