//! The front matter of one file while it is being understood: values are taken out of it by key.
//!
//! In: the ordered map as written. Out: typed values; what is left in the end are the fields that
//! nobody computes with. A value that cannot be read is noted and kept to be shown as it is.

use std::sync::Arc;

use super::super::faults;
use super::super::messy;
use super::super::notes::Notes;
use super::super::references::Target;
use super::super::yaml::Node;
use super::Context;
use crate::diag::{FieldPath, Step};
use crate::model::date::Date;
use crate::model::id::{RecordId, Ref};
use crate::model::kinds::Named;
use crate::model::record::{Dangling, Unresolved};

/// Front matter, and what was found in it.
#[derive(Debug)]
pub(super) struct Front<'c> {
    /// What is known of the rest of the archive.
    pub(super) context: Context<'c>,
    /// The record's name.
    pub(super) id: RecordId,
    /// What is wrong.
    pub(super) notes: Notes,
    /// References that lead nowhere.
    pub(super) dangling: Vec<Dangling>,
    /// Values that could not be read, to be shown as they are.
    pub(super) kept: Vec<(String, Node)>,
    entries: Vec<(String, Node)>,
}

impl<'c> Front<'c> {
    /// The front matter of a file.
    pub(super) fn new(
        context: Context<'c>,
        file: &Arc<str>,
        id: &RecordId,
        entries: Vec<(String, Node)>,
    ) -> Self {
        let notes = Notes::on(file);
        Front { context, id: id.clone(), notes, dangling: Vec::new(), kept: Vec::new(), entries }
    }

    /// The collection the record is in.
    pub(super) fn collection(&self) -> &str {
        self.id.collection()
    }

    /// Whether something is written under a key.
    pub(super) fn says(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, value)| name == key && !value.is_nothing())
    }

    /// The keys that are written, with the values that were not taken yet.
    pub(super) fn entries(&self) -> &[(String, Node)] {
        &self.entries
    }

    /// The keys that are written, taken or not.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }

    /// Whether there is a value at a path, or for `body` a body to be. Asked before values are taken.
    pub(super) fn has(&self, path: &FieldPath) -> bool {
        let mut steps = path.steps().iter();
        let Some(Step::Key(root)) = steps.next() else { return false };
        if &**root == "body" {
            return steps.next().is_none();
        }
        let Some((_, value)) = self.entries.iter().find(|(name, _)| **name == **root) else { return false };
        let mut here = value;
        // What was taken already, or is blank.
        if matches!(here, Node::Null) {
            return steps.next().is_none();
        }
        for step in steps {
            let next = match (step, here) {
                (Step::Key(key), Node::Map(entries)) => {
                    entries.iter().find(|(name, _)| **name == **key).map(|(_, value)| value)
                }
                (Step::Index(n), Node::List(items)) => items.get(*n),
                (Step::Index(0), Node::Null) => None,
                (Step::Index(0), _) => Some(here),
                _ => None,
            };
            let Some(next) = next else { return false };
            here = next;
        }
        true
    }

    /// Whether what is written under a key is a map, or a list that holds one.
    pub(super) fn is_mapped(&self, key: &str) -> bool {
        let written = self.entries.iter().find(|(name, _)| name == key).map(|(_, value)| value);
        match written {
            Some(Node::Map(_)) => true,
            Some(Node::List(items)) => items.iter().any(|item| matches!(item, Node::Map(_))),
            _ => false,
        }
    }

    /// Takes what is written under a key; `None` where that is nothing.
    pub(super) fn take(&mut self, key: &str) -> Option<Node> {
        let (_, value) = self.entries.iter_mut().find(|(name, _)| name == key)?;
        let value = std::mem::replace(value, Node::Null);
        (!value.is_nothing()).then_some(value)
    }

    /// Takes everything that was not taken yet, in the order written.
    pub(super) fn rest(&mut self) -> Vec<(String, Node)> {
        let mut rest = std::mem::take(&mut self.entries);
        rest.retain(|(_, value)| !value.is_nothing());
        rest
    }

    /// Notes that a value is not of its type, and keeps it to be shown as it is.
    pub(super) fn keep(&mut self, key: &str, value: Node, wanted: &str) {
        self.notes.wrong_type(&FieldPath::key(key), &value, wanted);
        self.kept.push((key.to_owned(), value));
    }

    /// A text; the items of a list are joined, which is remarked on.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        let value = self.take(key)?;
        match self.joined(key, value) {
            Ok(text) => Some(text),
            Err(value) => {
                self.keep(key, value, "text");
                None
            }
        }
    }

    /// A value as text, the items of a list joined; the value itself where it is no text.
    pub(super) fn joined(&mut self, key: &str, value: Node) -> Result<String, Node> {
        match value {
            Node::Text(text) => Ok(text),
            Node::List(items) if items.len() > 1 => {
                match items
                    .iter()
                    .filter(|item| !item.is_nothing())
                    .map(Node::as_text)
                    .collect::<Option<Vec<_>>>()
                {
                    Some(texts) => {
                        if texts.len() > 1 {
                            let message = format!("`{key}` is a list, and one text is asked for");
                            self.notes.fault(&faults::LIST_AS_TEXT, &FieldPath::key(key), message);
                        }
                        Ok(texts.join("; "))
                    }
                    None => Err(Node::List(items)),
                }
            }
            other => other.as_text().ok_or(other),
        }
    }

    /// A list of texts; one text is a list of one.
    pub(super) fn texts(&mut self, key: &str) -> Vec<String> {
        let items = match self.take(key) {
            None => return Vec::new(),
            // Prose may well start with a bracket: a text is not looked into for a list.
            Some(Node::Text(text)) => return vec![text],
            Some(other) => other.into_items(),
        };
        let mut texts = Vec::with_capacity(items.len());
        for (n, item) in items.iter().enumerate() {
            match item.as_text() {
                Some(text) => texts.push(text),
                None => self.notes.wrong_type(&FieldPath::key(key).at(n), item, "text"),
            }
        }
        texts
    }

    /// A whole number.
    pub(super) fn integer(&mut self, key: &str) -> Option<i64> {
        let value = self.take(key)?;
        let number = value.as_text().and_then(|text| messy::integer(&text));
        if number.is_none() {
            self.keep(key, value, "a whole number");
        }
        number
    }

    /// A whole number from 0.
    pub(super) fn count(&mut self, key: &str) -> Option<u32> {
        let value = self.take(key)?;
        let number =
            value.as_text().and_then(|text| messy::integer(&text)).and_then(|n| u32::try_from(n).ok());
        if number.is_none() {
            self.keep(key, value, "a whole number from 0");
        }
        number
    }

    /// A date.
    pub(super) fn day(&mut self, key: &str) -> Option<Date> {
        let value = self.take(key)?;
        let Some(text) = value.as_text() else {
            self.keep(key, value, "a date");
            return None;
        };
        let date = self.notes.date(&FieldPath::key(key), &text);
        if date.is_none() {
            self.kept.push((key.to_owned(), value));
        }
        date
    }

    /// One of a few words.
    pub(super) fn word<T>(
        &mut self,
        key: &str,
        words: &[&str],
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.take(key)?;
        let Some(text) = value.as_text() else {
            self.keep(key, value, "a word");
            return None;
        };
        let word = self.notes.word(&FieldPath::key(key), &text, words, parse);
        if word.is_none() {
            self.kept.push((key.to_owned(), value));
        }
        word
    }

    /// A reference to a record of a collection, or of any.
    pub(super) fn reference(&mut self, key: &str, collection: Option<&str>) -> Option<Ref> {
        let value = self.take(key)?;
        let Some(text) = value.as_text() else {
            self.keep(key, value, "one reference");
            return None;
        };
        let path = FieldPath::key(key);
        let found = self.resolve(&path, &text, collection)?;
        self.must_be_in(&path, &found, collection);
        Some(found)
    }

    /// References to records of a collection, or of any.
    pub(super) fn references(&mut self, key: &str, collection: Option<&str>) -> Vec<Ref> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let found = self.references_in(&FieldPath::key(key), value, collection);
        for (path, link) in &found {
            self.must_be_in(path, link, collection);
        }
        found.into_iter().map(|(_, link)| link).collect()
    }

    /// The references in a value, each with its place: a list, a list as text, names between commas. An
    /// item of a list is one name with a comma in it, unless records of the names between them are there.
    pub(super) fn references_in(
        &mut self,
        path: &FieldPath,
        value: Node,
        collection: Option<&str>,
    ) -> Vec<(FieldPath, Ref)> {
        let mut found = Vec::new();
        let is_list = matches!(value, Node::List(_));
        for (n, item) in value.into_items().into_iter().enumerate() {
            let path = path.clone().at(n);
            let Some(text) = item.as_text() else {
                self.notes.wrong_type(&path, &item, "a reference");
                continue;
            };
            let mut names: Vec<&str> = text.split(',').filter(|name| !name.trim().is_empty()).collect();
            let is_known =
                |name: &&str| matches!(self.context.index.resolve(name, collection), Target::Record(_));
            if is_list && names.len() > 1 && !names.iter().any(is_known) {
                names = vec![text.as_str()];
            }
            for name in names {
                if let Some(link) = self.resolve(&path, name, collection) {
                    found.push((path.clone(), link));
                }
            }
        }
        found
    }

    /// The references in texts that were read with a shape.
    pub(super) fn references_at(&mut self, path: &FieldPath, written: &[String]) -> Vec<Ref> {
        let value = Node::List(written.iter().cloned().map(Node::Text).collect());
        self.references_in(path, value, None).into_iter().map(|(_, link)| link).collect()
    }

    /// The papers in texts that were read with a shape.
    pub(super) fn papers_at(&mut self, path: &FieldPath, written: &[String]) -> Vec<Ref> {
        let value = Node::List(written.iter().cloned().map(Node::Text).collect());
        self.references_in(path, value, Some("papers")).into_iter().map(|(_, link)| link).collect()
    }

    /// Documents, each a reference or words.
    pub(super) fn documents(&mut self, key: &str, collection: &str) -> Vec<Named> {
        let mut named = Vec::new();
        for (n, text) in self.texts(key).into_iter().enumerate() {
            // Words have spaces or capitals in them; a name has not.
            if text.contains(char::is_whitespace) || !text.contains(['/', '-']) && !text.starts_with("rec") {
                match self.context.index.resolve(&text, Some(collection)) {
                    Target::Record(link) => named.push(Named::Record(link)),
                    _ => named.push(Named::Words(text)),
                }
            } else if let Some(link) = self.resolve(&FieldPath::key(key).at(n), &text, Some(collection)) {
                named.push(Named::Record(link));
            }
        }
        named
    }

    /// Resolves one reference; one that leads nowhere is written down.
    pub(super) fn resolve(&mut self, path: &FieldPath, text: &str, collection: Option<&str>) -> Option<Ref> {
        match self.context.index.resolve(text, collection) {
            Target::Record(link) => Some(link),
            Target::Unread => {
                self.dangle(path, text, Unresolved::Unread);
                None
            }
            Target::Nowhere(why) => {
                self.dangle(path, text, why);
                None
            }
        }
    }

    /// Writes down a reference that leads nowhere.
    pub(super) fn dangle(&mut self, path: &FieldPath, text: &str, why: Unresolved) {
        self.dangling.push(Dangling { path: path.clone(), written: text.trim().to_owned(), why });
    }

    fn must_be_in(&mut self, path: &FieldPath, link: &Ref, collection: Option<&str>) {
        if let Some(collection) = collection
            && link.id.collection() != collection
        {
            let message = format!("`{link}` is not a record of `{collection}`");
            self.notes.fault(&faults::WRONG_COLLECTION, path, message);
        }
    }
}
