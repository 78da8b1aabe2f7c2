//! What hayagriva prints → spans of words.
//!
//! In: its tree of elements. Out: words with their slant and where they lead, neighbours of one kind
//! joined. Nothing is escaped here.

use hayagriva::citationberg::{FontStyle, FontWeight};
use hayagriva::{Elem, ElemChild, ElemChildren, ElemMeta, Formatting};

/// Words of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub words: String,
    /// Whether they are slanted.
    pub italic: bool,
    /// Whether they are bold.
    pub bold: bool,
    /// Where they lead on the web.
    pub url: Option<String>,
    /// The work of the citation that they stand for, by its place in the citation.
    pub item: Option<usize>,
}

impl Span {
    /// Words without any mark.
    pub fn plain(words: &str) -> Self {
        Span { words: words.to_owned(), ..Span::default() }
    }
}

/// The spans of a tree of elements.
pub(super) fn spans(children: &ElemChildren) -> Vec<Span> {
    let mut spans = Vec::new();
    children.0.iter().for_each(|child| add(child, None, &mut spans));
    spans
}

/// The spans of one element.
pub(super) fn of_child(child: &ElemChild) -> Vec<Span> {
    let mut spans = Vec::new();
    add(child, None, &mut spans);
    spans
}

fn add(child: &ElemChild, item: Option<usize>, spans: &mut Vec<Span>) {
    match child {
        ElemChild::Text(text) => push(spans, span(&text.text, text.formatting, item)),
        ElemChild::Link { text, url } => {
            push(spans, Span { url: safe(url), ..span(&text.text, text.formatting, item) });
        }
        // Marks for Typst mean nothing here: they are words.
        ElemChild::Markup(words) => push(spans, Span { item, ..Span::plain(words) }),
        ElemChild::Elem(Elem { children, meta, .. }) => {
            let item = match meta {
                Some(ElemMeta::Entry(n)) => Some(*n),
                _ => item,
            };
            children.0.iter().for_each(|child| add(child, item, spans));
        }
        ElemChild::Transparent { .. } => {}
    }
}

fn span(words: &str, formatting: Formatting, item: Option<usize>) -> Span {
    Span {
        words: words.to_owned(),
        italic: formatting.font_style == FontStyle::Italic,
        bold: formatting.font_weight == FontWeight::Bold,
        url: None,
        item,
    }
}

fn safe(url: &str) -> Option<String> {
    let lower = url.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then(|| url.to_owned())
}

fn push(spans: &mut Vec<Span>, span: Span) {
    if span.words.is_empty() {
        return;
    }
    match spans.last_mut() {
        Some(last)
            if (last.italic, last.bold, &last.url, last.item)
                == (span.italic, span.bold, &span.url, span.item) =>
        {
            last.words.push_str(&span.words);
        }
        _ => spans.push(span),
    }
}
