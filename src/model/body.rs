//! What is written below the front matter: Markdown, and the parts of it that can be pointed at.
//!
//! In: the text of a body. Out: `Body`, which holds the text, its outline and, for a workshop, what
//! its write-up holds. It does not render: that walks the same text again.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, TagEnd};

use super::access::Visibility;
pub use super::outline::{Outline, Section};
use super::passages::{self, Mark};
use super::text;
use super::write_up::WriteUp;

/// A body in Markdown, with what can be pointed at in it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Body {
    text: Arc<str>,
    outline: Arc<Outline>,
    write_up: Option<Arc<WriteUp>>,
}

/// Everything else in it follows from its text and from how that was read.
impl Hash for Body {
    fn hash<H: Hasher>(&self, to: &mut H) {
        self.text.hash(to);
        self.form().hash(to);
    }
}

/// How a body is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// As prose.
    Prose,
    /// As the write-up of a workshop: actions and discussion rows are looked for.
    WriteUp,
}

impl Body {
    /// Reads a body.
    pub fn new(text: &str, form: Form) -> Self {
        // The marks around passages for some are no passages; without them the text is read as its
        // widest audience does, and every place is told in the text as it was written.
        let visible = passages::visible(text, Visibility::Private, Mark::Markdown);
        let place = |range: &Range<usize>| visible.source(range);
        let write_up = match form {
            Form::Prose => None,
            Form::WriteUp => Some(Arc::new(WriteUp::read(&visible.text).placed(&place))),
        };
        let outline = Arc::new(Outline::of(&visible.text).placed(&place));
        Body { text: text.into(), outline, write_up }
    }

    /// How the body was read.
    pub fn form(&self) -> Form {
        if self.write_up.is_some() { Form::WriteUp } else { Form::Prose }
    }

    /// The Markdown, with LF line ends.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, for whoever keeps it longer than the body.
    pub fn shared(&self) -> &Arc<str> {
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

    /// The words of a passage (`p-N`), or of a row or an action of a write-up, without markup and with white
    /// space made even; `None` where it has none of this name.
    pub fn words_of(&self, part: &str) -> Option<String> {
        Some(runs(&self.source_of(part)?).concat()).map(|said| even(&said))
    }

    /// The longest stretch of such a passage that stands in the file as it is read, without markup between.
    pub fn stretch_of(&self, part: &str) -> Option<String> {
        runs(&self.source_of(part)?).into_iter().max_by_key(String::len).map(|run| run.trim().to_owned())
    }

    fn source_of(&self, part: &str) -> Option<Cow<'_, str>> {
        let number = |prefix: &str| part.strip_prefix(prefix).and_then(|rest| rest.parse::<usize>().ok());
        if let Some(n) = number("p-") {
            let at = self.outline.passages.get(n.checked_sub(1)?)?;
            return self.text.get(at.clone()).map(Cow::Borrowed);
        }
        let write_up = self.write_up.as_ref()?;
        if let Some(n) = number("q-") {
            let row = write_up.rows.get(n.checked_sub(1)?)?;
            return Some(Cow::Owned(format!("{}\n\n{}", row.question, row.response)));
        }
        let n = number("action-")?;
        let action = write_up.actions.iter().find(|action| action.number as usize == n)?;
        let wordings: Vec<&str> = action.wordings.iter().map(|wording| &*wording.text).collect();
        Some(Cow::Owned(wordings.join("\n\n")))
    }
}

/// What a reader sees of Markdown, as it stands together; a row of a table has `|` between its cells.
fn runs(markdown: &str) -> Vec<String> {
    let events = Parser::new_ext(markdown, text::markdown()).filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(words.into_string()),
        Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
            Some(" ".to_owned())
        }
        _ => None,
    });
    events.collect()
}

fn even(said: &str) -> String {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    said.trim_matches(['|', ' ']).to_owned()
}
