//! Inline markup of a page → lines of a document.
//!
//! In: nodes, and where their page stands. Out: `Inline`s: links by their whole address, statuses as
//! marks, white space as a reader sees it. A link that leads nowhere from paper is only its words.

use super::nodes::{Element, Node};
use crate::model::action::State;
use crate::model::record::Record;
use crate::model::standing::Heading;
use crate::render::document::tree::Inline;
use crate::render::files;

/// Where a page stands on the web, which links on it go out from, and whose files it shows.
#[derive(Clone, Copy)]
pub(super) struct Stand<'p> {
    /// The record whose page it is.
    pub(super) record: Option<&'p Record>,
    /// The site's address; none where nobody knows it.
    pub(super) base: Option<&'p str>,
    /// The page's, relative to it.
    pub(super) path: &'p str,
}

impl Stand<'_> {
    /// The whole address that a link leads to.
    fn address(self, href: &str) -> Option<String> {
        let scheme = href.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        if matches!(scheme.as_deref(), Some("http" | "https" | "mailto")) {
            return Some(href.to_owned());
        }
        let base = self.base?;
        if let Some(anchor) = href.strip_prefix('#') {
            return Some(format!("{base}{}#{anchor}", crate::compose::address::url(self.path)));
        }
        let mut folders: Vec<&str> = self.path.split('/').collect();
        folders.pop();
        let mut rest = href;
        while let Some(up) = rest.strip_prefix("../") {
            folders.pop();
            rest = up;
        }
        let folder: String =
            folders.iter().map(|folder| format!("{}/", crate::compose::address::url(folder))).collect();
        Some(format!("{base}{folder}{rest}"))
    }

    /// A picture: the file of the record that is published under its address.
    fn picture(self, element: &Element) -> Inline {
        let alt = element.get("alt").unwrap_or_default().to_owned();
        let src = element.get("src").unwrap_or_default().trim_start_matches("../");
        let mut files = self.record.iter().flat_map(|record| record.attachments());
        match files.find(|(_, _, file)| files::shown(file).as_deref() == Some(src)) {
            Some((_, _, file)) => Inline::picture(file, alt),
            None => Inline::lost(&alt),
        }
    }

    /// A line.
    pub(super) fn line(self, nodes: &[Node]) -> Vec<Inline> {
        let mut line = Vec::new();
        nodes.iter().for_each(|node| self.add(node, &mut line));
        trimmed(line)
    }

    fn add(self, node: &Node, line: &mut Vec<Inline>) {
        let element = match node {
            Node::Text(text) => return words(text, line),
            Node::Element(element) => element,
        };
        let inner = || {
            let mut inner = Vec::new();
            element.children.iter().for_each(|node| self.add(node, &mut inner));
            inner
        };
        match &*element.name {
            "br" => line.push(Inline::Break),
            // The number of a paragraph hangs in the margin on paper too, and is set there.
            "a" if element.is_of("num") => {}
            "a" => {
                let inner = inner();
                match element.get("href").and_then(|href| self.address(href)) {
                    Some(to) if !inner.is_empty() => line.push(Inline::Web { to, inner }),
                    _ => line.extend(inner),
                }
            }
            "em" | "i" | "cite" => line.push(Inline::Emphasis { inner: inner() }),
            "strong" | "b" => line.push(Inline::Strong { inner: inner() }),
            "del" | "s" => line.push(Inline::Struck { inner: inner() }),
            // A date never breaks over a line.
            "time" => line.push(Inline::text(element.words().replace(' ', "\u{a0}"))),
            "code" => line.push(Inline::Code { words: element.words() }),
            "img" => line.push(self.picture(element)),
            "span" if element.get("data-is").is_some() => line.push(status(element)),
            "span" if element.is_of("none") => line.push(Inline::Withheld { words: element.words() }),
            _ if element.get("data-withheld").is_some() => {
                line.push(Inline::Withheld { words: element.words() });
            }
            "sup" => {
                line.push(Inline::text(" ["));
                line.extend(inner());
                line.push(Inline::text("]"));
            }
            _ => line.extend(inner()),
        }
    }
}

/// The status that an element is a mark of, by its word in data.
pub(super) fn mark(element: &Element) -> Option<&'static str> {
    let is = element.get("data-is").unwrap_or_default();
    let known = Heading::ALL.iter().map(|one| one.as_str());
    let mut known = known.chain(State::ALL.iter().map(|one| one.as_str()));
    known.find(|known| *known == is)
}

fn status(element: &Element) -> Inline {
    let words = element.words();
    match mark(element) {
        Some(mark) => Inline::Mark { mark, words },
        None => Inline::Strong { inner: vec![Inline::text(words)] },
    }
}

/// Adds words; any white space is one space.
fn words(text: &str, line: &mut Vec<Inline>) {
    let mut out = String::with_capacity(text.len());
    let ends_open = match line.last() {
        None | Some(Inline::Break) => true,
        Some(Inline::Text { words }) => words.ends_with(' '),
        Some(_) => false,
    };
    let mut is_space = ends_open;
    for letter in text.chars() {
        // A no-break space is no white space of the markup.
        let space = letter.is_whitespace() && letter != '\u{a0}';
        if !(space && is_space) {
            out.push(if space { ' ' } else { letter });
        }
        is_space = space;
    }
    if out.is_empty() {
        return;
    }
    match line.last_mut() {
        Some(Inline::Text { words }) => words.push_str(&out),
        _ => line.push(Inline::text(out)),
    }
}

/// A line without white space at its end.
fn trimmed(mut line: Vec<Inline>) -> Vec<Inline> {
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Text { words } => {
                words.truncate(words.trim_end_matches(' ').len());
                if !words.is_empty() {
                    break;
                }
            }
            Inline::Break => {}
            _ => break,
        }
        line.pop();
    }
    line
}
