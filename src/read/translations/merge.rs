//! A record and its translation → the record with the words of the translation in place of its own.
//!
//! In: both as written. Out: the front matter and the body of the whole record, which lowering then
//! understands as it does any other, and findings on everything in the translation that is no words: a
//! translation changes no fact, adds nothing, and hides as much as its original.

use super::super::lower::Raw;
use super::super::notes::Notes;
use super::super::yaml::Node;
use super::rules;
use super::texts::Texts;
use crate::diag::{FieldPath, Finding, Spot};
use crate::model::body::Body;
use crate::model::passages;

/// The key that says what a translation was made from.
pub(super) const FROM: &str = "translated_from";

/// The whole record in the translation's words.
pub(super) fn merged(original: &Raw, translation: &Raw, texts: Texts<'_>, notes: &mut Notes) -> Raw {
    let mut merge = Merge { texts, collection: original.id.collection(), notes };
    let mut entries = original.entries.clone();
    for (key, value) in translation.entries.iter().filter(|(key, _)| key != FROM) {
        let path = FieldPath::key(key.as_str());
        match entries.iter_mut().find(|(known, _)| known == key) {
            Some((_, node)) => merge.put(node, value, &path),
            None if value.is_nothing() => {}
            None => merge.nothing_there(&path),
        }
    }
    let body = body(original, translation, notes);
    repeat(original, translation, &body, &mut entries);
    Raw {
        file: std::sync::Arc::clone(&translation.file),
        id: original.id.clone(),
        entries,
        body,
        body_at: translation.body_at,
    }
}

struct Merge<'m> {
    texts: Texts<'m>,
    collection: &'m str,
    notes: &'m mut Notes,
}

impl Merge<'_> {
    fn put(&mut self, node: &mut Node, other: &Node, path: &FieldPath) {
        match (&mut *node, other) {
            (_, Node::Null) => {}
            (Node::Map(entries), Node::Map(others)) => {
                for (key, value) in others {
                    let path = path.clone().then(key.as_str());
                    match entries.iter_mut().find(|(known, _)| known == key) {
                        Some((_, node)) => self.put(node, value, &path),
                        None if value.is_nothing() => {}
                        None => self.nothing_there(&path),
                    }
                }
            }
            // A history only ever grows at its end: what came after the translation is in the language of the
            // original, and the digest of the translation tells that it is behind.
            (Node::List(items), Node::List(others))
                if items.len() == others.len()
                    || others.len() < items.len() && *path == FieldPath::key("history") =>
            {
                for (n, (item, other)) in items.iter_mut().zip(others).enumerate() {
                    self.put(item, other, &path.clone().at(n));
                }
            }
            (Node::List(items), Node::List(others)) => {
                let message =
                    format!("`{path}` has {} entries here and {} in the original", others.len(), items.len());
                let help = "keep every entry in its place: `{}` or an empty one leaves it as it is";
                self.notes.fault_help(&rules::TRANSLATION_CHANGES_FACTS, path, message, help);
            }
            // What is written twice changes nothing.
            (one, other) if *one == *other => {}
            _ if !self.texts.may_be_translated(self.collection, path) => self.no_words(path),
            (one, Node::Text(_)) if one.as_text().is_some() => self.words(node, other, path),
            (_, other) => {
                let message =
                    format!("`{path}` is {} here and something else in the original", other.in_words());
                self.notes.fault(&rules::TRANSLATION_CHANGES_FACTS, path, message);
            }
        }
    }

    fn words(&mut self, node: &mut Node, other: &Node, path: &FieldPath) {
        let frame = |node: &Node| passages::frame(&node.as_text().unwrap_or_default());
        if frame(node) != frame(other) {
            let message = format!(
                "`{path}` has other marks than in the original: {}",
                told(&frame(node), &frame(other))
            );
            self.notes.fault_help(&rules::TRANSLATION_DIFFERS, path, message, MARKS);
            return;
        }
        *node = other.clone();
    }

    fn no_words(&mut self, path: &FieldPath) {
        let (message, help) = match self.collection {
            "reports" => (
                "a report stays in the language in which it is signed".to_owned(),
                "take this file out: the report is shown as it is, with a word on its language".to_owned(),
            ),
            collection => (
                format!("`{path}` is not words: a translation takes it from the original"),
                format!("take it out; what {collection} say in words: {}", self.texts.listed(collection)),
            ),
        };
        let spot = Spot::Key(path.clone());
        let finding = Finding::new(&rules::TRANSLATION_CHANGES_FACTS, &self.notes.file, spot, message);
        self.notes.findings.push(finding.help(help));
    }

    fn nothing_there(&mut self, path: &FieldPath) {
        if !self.texts.may_be_translated(self.collection, path) {
            return self.no_words(path);
        }
        let message = format!("`{path}` is not in the original: a translation adds nothing");
        let spot = Spot::Key(path.clone());
        let finding = Finding::new(&rules::TRANSLATION_CHANGES_FACTS, &self.notes.file, spot, message);
        self.notes.findings.push(finding.help("write it into the original first, or take it out here"));
    }
}

/// What to do about marks that differ.
const MARKS: &str = "a translation hides what its original hides: put the same marks around the same words";

/// The first mark that differs.
fn told(original: &[String], translation: &[String]) -> String {
    let differ = |n: &usize| original.get(*n) != translation.get(*n);
    let n = (0..original.len().max(translation.len())).find(differ).unwrap_or_default();
    let word = |mark: Option<&String>| mark.map_or("none".to_owned(), |mark| format!("`{mark}`"));
    format!("{} here, {} there", word(translation.get(n)), word(original.get(n)))
}

/// The body: the translation's, where it has the same parts as the original's.
fn body(original: &Raw, translation: &Raw, notes: &mut Notes) -> Body {
    let (own, other) = (&original.body, &translation.body);
    if other.is_empty() {
        return own.clone();
    }
    let mut fault = |message: String, help: &str| {
        let spot = Spot::Byte(translation.body_at);
        notes.findings.push(Finding::new(&rules::TRANSLATION_DIFFERS, &notes.file, spot, message).help(help));
    };
    if own.write_up().is_some() {
        fault(
            "the write-up of a meeting is not translated: actions and agreements are read from its words"
                .to_owned(),
            "translate its title, summary, purpose and agenda, and leave the text below empty",
        );
        return own.clone();
    }
    if original.id.collection() == "reports" {
        fault("a report stays in the language in which it is signed".to_owned(), "take this file out");
        return own.clone();
    }
    let (frame, others) = (passages::frame(own.text()), passages::frame(other.text()));
    if frame != others {
        fault(format!("the text has other marks than the original: {}", told(&frame, &others)), MARKS);
        return own.clone();
    }
    let levels =
        |body: &Body| body.outline().headings.iter().map(|heading| heading.level).collect::<Vec<_>>();
    let parts = |body: &Body| (body.outline().passages.len(), levels(body));
    if parts(own) != parts(other) {
        let count = |body: &Body| format!("{} passages and {} headings", parts(body).0, levels(body).len());
        let differs = if parts(own).0 == parts(other).0 && levels(own).len() == levels(other).len() {
            "the headings have other levels than those of the original".to_owned()
        } else {
            format!("the text has {} and the original {}", count(other), count(own))
        };
        fault(
            differs,
            "keep each paragraph, list item, table row and heading: they are cited by their number",
        );
        return own.clone();
    }
    other.clone()
}

/// A description that the body repeats is translated once.
fn repeat(original: &Raw, translation: &Raw, body: &Body, entries: &mut [(String, Node)]) {
    let said = original.get("description").and_then(Node::as_text);
    let is_repeated = said.is_some_and(|said| said.trim() == original.body.text().trim());
    if is_repeated
        && translation.get("description").is_none_or(Node::is_nothing)
        && let Some((_, node)) = entries.iter_mut().find(|(key, _)| key == "description")
    {
        *node = Node::Text(body.text().to_owned());
    }
}
