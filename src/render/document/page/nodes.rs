//! The markup of a page → a tree of elements and text.
//!
//! In: markup that this program printed, so that every element that is not empty by nature is closed.
//! Out: the nodes of its `main`. Elements that are for the web alone are left out.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// An element or a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

/// Elements that never have anything in them.
const EMPTY: [&str; 6] = ["br", "hr", "img", "input", "wbr", "col"];
/// Elements that paper has no use for.
const LEFT_OUT: [&str; 9] =
    ["nav", "script", "style", "form", "button", "template", "input", "svg", "noscript"];

impl Element {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is of a class.
    pub(super) fn is_of(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Every element of this name in it, however deep.
    pub(super) fn all<'e>(&'e self, name: &str, found: &mut Vec<&'e Element>) {
        for element in self.elements() {
            if element.name == name {
                found.push(element);
            } else {
                element.all(name, found);
            }
        }
    }

    /// Its words.
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        add(&self.children, &mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn add(nodes: &[Node], words: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => words.push_str(text),
            Node::Element(element) => add(&element.children, words),
        }
    }
}

/// The nodes of the `main` of a page.
pub(super) fn main(page: &str) -> Element {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(page));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut open = tokenizer.sink.0.into_inner();
    // What was left open ends with the page.
    while open.len() > 1 {
        close(&mut open);
    }
    let root = open.pop().unwrap_or_default();
    let mut found = Vec::new();
    root.all("main", &mut found);
    let found = found.first().map(|main| (*main).clone());
    found.unwrap_or(root)
}

/// The elements that are open, the root first.
struct Sink(RefCell<Vec<Element>>);

impl Default for Sink {
    fn default() -> Self {
        Sink(RefCell::new(vec![Element::default()]))
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut open = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => {
                if let Some(last) = open.last_mut() {
                    last.children.push(Node::Text(text.to_string()));
                }
            }
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let is_empty = tag.self_closing || EMPTY.contains(&&*tag.name);
                open.push(element(tag));
                if is_empty {
                    close(&mut open);
                }
            }
            // An end without a start is nobody's.
            Token::TagToken(tag) if open.iter().skip(1).any(|element| *element.name == *tag.name) => {
                while open.last().is_some_and(|last| *last.name != *tag.name) {
                    close(&mut open);
                }
                close(&mut open);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn element(tag: Tag) -> Element {
    let attributes = tag.attrs.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
    Element { name: tag.name.to_string(), attributes: attributes.collect(), children: Vec::new() }
}

fn close(open: &mut Vec<Element>) {
    let Some(element) = open.pop() else { return };
    if LEFT_OUT.contains(&&*element.name) {
        return;
    }
    match open.last_mut() {
        Some(outer) => outer.children.push(Node::Element(element)),
        None => open.push(element),
    }
}

pub(super) fn verbatim(element: &Element) -> String {
    fn add(nodes: &[Node], words: &mut String) {
        for node in nodes {
            match node {
                Node::Text(text) => words.push_str(text),
                Node::Element(element) => add(&element.children, words),
            }
        }
    }
    let mut words = String::new();
    add(&element.children, &mut words);
    words.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_main_part_and_leaves_out_what_is_for_the_web() {
        let main = main(
            "<body><p>no</p><main class=\"a b\"><p>One<br>two &amp; <b>three</b></p><nav>no</nav></main></body>",
        );
        assert!(main.is_of("b") && main.words() == "Onetwo & three");
        assert_eq!(main.elements().count(), 1);
    }

    #[test]
    fn wrong_nesting_does_no_harm() {
        assert_eq!(main("<main><ul><li>a</b><li>b</ul>c").words(), "abc");
        assert_eq!(main("</main>").words(), "");
    }
}
