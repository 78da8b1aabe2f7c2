//! Elements of an HTML document whose words are not seen, or have a line through them.
//!
//! In: tags as they come. Out: whether what comes next stands under such an element. Only tokens are read,
//! so an element that is never closed ends where the one around it does, or, as browsers have it, where
//! the next of its kind begins.

use html5ever::tokenizer::Tag;

use super::attribute;

/// The element that covers what comes, if there is one.
#[derive(Debug, Default)]
pub(super) struct Cover {
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    name: String,
    /// Whether its words are struck out; else they are hidden.
    struck: bool,
    /// How many elements of its own name are open in it, itself among them.
    depth: usize,
    /// How many elements are open in it that end by a tag of their own.
    inner: usize,
}

/// Elements without an end.
const VOID: &[&str] =
    &["br", "hr", "img", "input", "link", "meta", "col", "area", "base", "embed", "source", "wbr"];

/// Elements that never go on without a tag that ends them.
const ENDED: &[&str] = &[
    "ul",
    "ol",
    "dl",
    "table",
    "div",
    "section",
    "article",
    "blockquote",
    "main",
    "header",
    "footer",
    "figure",
    "aside",
    "form",
    "pre",
    "address",
];

impl Cover {
    /// Whether what is covered is struck out (`true`) or hidden; `None` where nothing covers the words.
    pub(super) fn strikes(&self) -> Option<bool> {
        self.open.as_ref().map(|open| open.struck)
    }

    /// Whether a tag stands under the cover; one that ends the cover does not.
    pub(super) fn is_over(&mut self, name: &str, opens: bool) -> bool {
        let Some(open) = &mut self.open else { return false };
        if open.inner == 0 && ends(&open.name, name, opens) {
            self.open = None;
            return false;
        }
        if name == open.name {
            open.depth = if opens { open.depth + 1 } else { open.depth.saturating_sub(1) };
            if open.depth == 0 {
                self.open = None;
                return false;
            }
        } else if ENDED.contains(&name) {
            if !opens && open.inner == 0 {
                // The element around it ends, and so does this one, which nobody closed.
                self.open = None;
                return false;
            }
            open.inner = if opens { open.inner + 1 } else { open.inner - 1 };
        }
        true
    }

    /// Begins a cover where an element that opens is one.
    pub(super) fn begin(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if self.open.is_some() || VOID.contains(&name) || tag.self_closing {
            return;
        }
        let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase();
        let style: String = style.chars().filter(|letter| !letter.is_whitespace()).collect();
        let is_hidden = attribute(tag, "hidden").is_some()
            || ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|rule| style.contains(rule));
        let struck = matches!(name, "del" | "s" | "strike") || style.contains("line-through");
        if is_hidden || struck {
            self.open = Some(Open { name: name.to_owned(), struck: !is_hidden, depth: 1, inner: 0 });
        }
    }
}

/// Whether a tag ends an element that nobody closes, or an element in a line that was forgotten.
fn ends(open: &str, name: &str, opens: bool) -> bool {
    match open {
        "p" if opens => name == "p" || name == "li" || name.starts_with('h') || ENDED.contains(&name),
        "li" if opens => name == "li",
        "td" | "th" => {
            matches!((name, opens), ("td" | "th" | "tr", true) | ("tr" | "tbody" | "thead", false))
        }
        "tr" => matches!((name, opens), ("tr", true) | ("tbody" | "thead", false)),
        "dt" | "dd" if opens => matches!(name, "dt" | "dd"),
        "span" | "a" | "b" | "strong" | "i" | "em" | "u" | "font" | "small" | "label" => {
            !opens
                && matches!(name, "p" | "li" | "td" | "th" | "tr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
        }
        _ => false,
    }
}
