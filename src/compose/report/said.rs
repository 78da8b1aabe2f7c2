//! A line of a report → its words alone, as they are read aloud, and in which language.
//!
//! In: a line and the catalogue. Out: text, whole or in pieces of one language each.

use super::tree::Inline;
use crate::model::words::{Words, args};

/// What stands in place of something that is withheld.
pub fn withheld(words: &Words, reason: &str) -> String {
    match reason {
        "" => words.say("withheld-mark").to_owned(),
        reason => words.fill("withheld-mark-because", args![reason = reason]),
    }
}

/// The words of a line, without its marks.
pub fn plain(words: &Words, line: &[Inline]) -> String {
    let mut text = String::new();
    tell(words, line, None, &mut |_, said| text.push_str(said));
    text
}

/// Words, and their language where it is not the report's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The language.
    pub lang: Option<String>,
    /// The words.
    pub words: String,
}

/// The same, in pieces of one language each.
pub fn said(words: &Words, line: &[Inline]) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    tell(words, line, None, &mut |lang, said| match all.last_mut() {
        Some(last) if last.lang.as_deref() == lang => last.words.push_str(said),
        _ => all.push(Said { lang: lang.map(str::to_owned), words: said.to_owned() }),
    });
    all
}

fn tell(words: &Words, line: &[Inline], lang: Option<&str>, told: &mut dyn FnMut(Option<&str>, &str)) {
    for piece in line {
        match piece {
            Inline::Text(said) | Inline::Code(said) => told(lang, said),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Struck(inner)
            | Inline::Title(inner)
            | Inline::Link(inner, _) => tell(words, inner, lang, told),
            Inline::Spoken(lang, inner) => tell(words, inner, Some(lang), told),
            Inline::Date(date) => told(None, &words.date(*date)),
            Inline::Heading(heading) => told(None, words.named("heading-full", heading.as_str())),
            Inline::State(state) => told(None, words.named("state", state.as_str())),
            Inline::Outcome(outcome) => told(None, &outcome.said(words)),
            Inline::Note(number, _) => told(lang, &format!("[{number}]")),
            Inline::Withheld(_, reason) => told(None, &withheld(words, reason)),
            Inline::Picture(picture) => told(lang, &picture.alt),
            Inline::Break => told(lang, "\n"),
        }
    }
}
