//! Which words of a record a translator translates, and the digest of them.
//!
//! In: the front matter and the body as written. Out: whether the text at a path is words (a title, a
//! note) and no fact (a name, a date, a code, a value to browse by); every such text; and what of it
//! everybody may read, digested apart from the rest, so that the public edition depends on nothing that
//! it does not show.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::super::lower::Raw;
use super::super::yaml::Node;
use crate::diag::{FieldPath, Step};
use crate::model::access::Visibility;
use crate::model::config::Config;
use crate::model::passages::{self, Mark};
use crate::model::schema::{FieldType, Schema};
use crate::model::text::hex;
use crate::model::translation::Source;

/// The words among the fields that the program computes with, by collection; lists are looked through.
const OF_KINDS: &[(&str, &[&str])] = &[
    ("actions", &["note"]),
    ("issues", &["history.note", "history.positions.view", "editorial.reason", "replies.text"]),
    ("milestones", &["objective", "doubt"]),
    (
        "topics",
        &[
            "short_title",
            "document_purpose",
            "narrative",
            "narrative.text",
            "key_change_log",
            "stated_last_discussion",
            "last_discussion_note",
            "next_discussion.note",
            "outstanding_note",
        ],
    ),
    ("workshops", &["place", "purpose", "agenda", "agenda.item"]),
];

/// What is known of the words of an archive's records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'c> {
    pub(super) config: &'c Config,
    pub(super) schema: &'c Schema,
}

/// A text that may be translated.
#[derive(Debug)]
struct Text {
    at: String,
    words: String,
    is_open: bool,
}

impl Texts<'_> {
    /// Whether the text at a path is words.
    pub(super) fn may_be_translated(self, collection: &str, path: &FieldPath) -> bool {
        // A report is signed in one language.
        if collection == "reports" {
            return false;
        }
        let keys = keys(path);
        if let ["title" | "summary"] = keys[..] {
            return true;
        }
        let written = keys.join(".");
        if OF_KINDS.iter().any(|(name, paths)| *name == collection && paths.contains(&&*written)) {
            return true;
        }
        let [key] = keys[..] else { return false };
        let spec = self.schema.collection(collection).and_then(|known| known.field(key));
        let kind = spec.map(|spec| spec.kind.clone()).or_else(|| FieldType::by_convention(key));
        matches!(kind, Some(FieldType::Text | FieldType::Markdown))
            && !self.config.facets.iter().any(|facet| **facet == *key)
    }

    /// Where there are words in a record, as a reader is told.
    pub(super) fn listed(self, collection: &str) -> String {
        let of_kind = OF_KINDS.iter().filter(|(name, _)| *name == collection);
        let mut keys: Vec<String> = ["title", "summary"].map(str::to_owned).to_vec();
        keys.extend(of_kind.flat_map(|(_, paths)| paths.iter().map(|path| (*path).to_owned())));
        let fields = self.schema.collection(collection).into_iter().flat_map(|known| &known.fields);
        let may_be = |key: &str| self.may_be_translated(collection, &FieldPath::key(key));
        keys.extend(
            fields.map(|field| field.key.to_string()).filter(|key| may_be(key) && !key.contains('.')),
        );
        keys.dedup();
        super::super::notes::listed(&keys.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// What a translation of this record would be made from.
    pub(super) fn source(self, raw: &Raw) -> Source {
        let mut texts = Vec::new();
        for (key, node) in &raw.entries {
            let is_open = !is_redacted(raw, key) && !self.is_hidden(raw, key);
            self.gather(raw, FieldPath::key(key.as_str()), node, is_open, &mut texts);
        }
        // The order of the fields in the file is of no matter.
        texts.sort_by(|a: &Text, b| a.at.cmp(&b.at));
        let body = raw.body.text().trim();
        let is_open =
            !is_redacted(raw, "body") && !self.is_hidden(raw, "body") && !self.is_hidden(raw, "description");
        texts.push(Text { at: String::new(), words: body.to_owned(), is_open });
        let (mut open, mut closed, mut is_closed) = (Sha256::new(), Sha256::new(), false);
        for Text { at, words, is_open } in &texts {
            let shown = passages::visible(words, Visibility::Public, Mark::Markdown).text;
            if *is_open {
                [at, "\0", shown.trim(), "\0"].iter().for_each(|part| open.update(part));
            }
            if !is_open || *shown != **words {
                is_closed = true;
                [at, "\0", words, "\0"].iter().for_each(|part| closed.update(part));
            }
        }
        let digits = |sum: Sha256| -> Arc<str> { hex(&sum.finalize()[..6]).into() };
        Source { open: digits(open), closed: is_closed.then(|| digits(closed)) }
    }

    fn gather(self, raw: &Raw, path: FieldPath, node: &Node, is_open: bool, texts: &mut Vec<Text>) {
        match node {
            Node::List(items) => {
                for (n, item) in items.iter().enumerate() {
                    self.gather(raw, path.clone().at(n), item, is_open, texts);
                }
            }
            Node::Map(entries) => {
                // An entry of a history, or a position in it, may be for some.
                let said = entries.iter().find(|(key, _)| key == "visibility");
                let is_public = said
                    .is_none_or(|(_, level)| level.as_text().is_some_and(|level| level.trim() == "public"));
                // The public sees a reply once it is signed off.
                let is_reply = path.root() == Some("replies");
                let is_signed = entries.iter().any(|(key, value)| key == "signed_off" && !value.is_nothing());
                let is_public = is_public && (!is_reply || is_signed);
                for (key, value) in entries {
                    self.gather(raw, path.clone().then(key.as_str()), value, is_open && is_public, texts);
                }
            }
            _ => {
                if let Some(words) = node.as_text()
                    && self.may_be_translated(raw.id.collection(), &path)
                {
                    // An entry that is for some is counted by nobody else: places are not told.
                    texts.push(Text { at: keys(&path).join("."), words, is_open });
                }
            }
        }
    }

    /// Whether `annals.yaml` keeps a field from the public.
    fn is_hidden(self, raw: &Raw, key: &str) -> bool {
        self.config.collection(raw.id.collection()).is_some_and(|said| {
            let is_closed = |level: Option<Visibility>| level.is_some_and(|level| level > Visibility::Public);
            said.fields.iter().any(|(known, field)| **known == *key && is_closed(field.visibility))
        })
    }
}

/// The keys on the way to a text, without the places in lists.
fn keys(path: &FieldPath) -> Vec<&str> {
    path.steps().iter().filter_map(word).collect()
}

/// Whether a record withholds a field, or a part of it.
fn is_redacted(raw: &Raw, key: &str) -> bool {
    let redactions = raw.get("redact").cloned().map(Node::into_items).unwrap_or_default();
    let mut fields = redactions.iter().filter_map(|one| one.text_of("field").or_else(|| one.as_text()));
    fields.any(|field| field.split(['.', '[']).next() == Some(key))
}

fn word(step: &Step) -> Option<&str> {
    match step {
        Step::Key(key) => Some(key),
        Step::Index(_) => None,
    }
}
