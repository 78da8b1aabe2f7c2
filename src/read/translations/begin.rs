//! A record → the file in which its translation begins.
//!
//! In: the record as written. Out: front matter with every key that holds words, empty, the words
//! themselves as comments above it, and the digest of what is to be translated. Nothing counts as
//! translated until somebody has written it. Writes no file.

use std::fmt::Write as _;

use super::super::lower::Raw;
use super::super::yaml::Node;
use super::merge::FROM;
use super::text;
use super::texts::Texts;
use crate::diag::FieldPath;

/// The file of a translation, as it begins.
#[derive(Debug)]
pub struct Begun {
    /// The file of the original.
    pub(crate) original: String,
    /// The text.
    pub(crate) text: String,
}

/// Begins a translation.
pub(in super::super) fn begun(raw: &Raw, texts: Texts<'_>) -> Begun {
    let mut out = format!("---\n{FROM}: \"{}\"\n", texts.source(raw));
    let pen = Pen { texts, collection: raw.id.collection() };
    let is_repeated = |key: &str, node: &Node| {
        key == "description" && node.as_text().is_some_and(|said| said.trim() == raw.body.text().trim())
    };
    for (key, node) in raw.entries.iter().filter(|(key, node)| !is_repeated(key, node)) {
        let path = FieldPath::key(key.as_str());
        if pen.has_words(node, &path) {
            pen.entry(key, node, &path, 0, &mut out);
        }
    }
    if raw.body.write_up().is_none() && !raw.body.is_empty() {
        out.push_str("#\n# To be translated below the second fence, paragraph by paragraph:\n#\n");
        comment(raw.body.text().trim(), "", &mut out);
    }
    out.push_str("---\n");
    Begun { original: raw.file.to_string(), text: out }
}

struct Pen<'t> {
    texts: Texts<'t>,
    collection: &'t str,
}

impl Pen<'_> {
    fn has_words(&self, node: &Node, path: &FieldPath) -> bool {
        match node {
            Node::List(items) => {
                items.iter().enumerate().any(|(n, item)| self.has_words(item, &path.clone().at(n)))
            }
            Node::Map(entries) => {
                entries.iter().any(|(key, value)| self.has_words(value, &path.clone().then(key.as_str())))
            }
            _ => text(node).is_some() && self.texts.may_be_translated(self.collection, path),
        }
    }

    /// A key, and what is to be written under it.
    fn entry(&self, key: &str, node: &Node, path: &FieldPath, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        match node {
            Node::Map(entries) => {
                let _ = writeln!(out, "{indent}{key}:");
                self.map(entries, path, depth + 1, out);
            }
            Node::List(items) => {
                let _ = writeln!(out, "{indent}{key}:");
                for (n, item) in items.iter().enumerate() {
                    self.item(item, &path.clone().at(n), depth + 1, out);
                }
            }
            _ => {
                comment(&text(node).unwrap_or_default(), &indent, out);
                let _ = writeln!(out, "{indent}{key}:");
            }
        }
    }

    fn map(&self, entries: &[(String, Node)], path: &FieldPath, depth: usize, out: &mut String) {
        for (key, value) in entries {
            let path = path.clone().then(key.as_str());
            if self.has_words(value, &path) {
                self.entry(key, value, &path, depth, out);
            }
        }
    }

    /// An entry of a list, which keeps its place whether or not there are words in it.
    fn item(&self, item: &Node, path: &FieldPath, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        if !self.has_words(item, path) {
            let _ = writeln!(out, "{indent}-");
            return;
        }
        match item {
            Node::Map(entries) => {
                let _ = writeln!(out, "{indent}-");
                self.map(entries, path, depth + 1, out);
            }
            _ => {
                comment(&text(item).unwrap_or_default(), &indent, out);
                let _ = writeln!(out, "{indent}-");
            }
        }
    }
}

/// The words of the original, as comments.
fn comment(text: &str, indent: &str, out: &mut String) {
    for line in text.lines() {
        let _ = writeln!(out, "{}", format!("{indent}# {line}").trim_end());
    }
}
