//! `word/comments.xml` and `word/commentsExtended.xml` → the comments by id, with who replied to whom.
//!
//! Word ties a reply to its comment by the id of the last paragraph of each; other programs write
//! no such file, and then every comment stands for itself.

use std::collections::BTreeMap;

use super::super::documents::docx::xml::{Element, Xml};

/// A comment as it stands in its own part of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Comment {
    /// Its id, by which the text refers to it.
    pub(super) id: String,
    pub(super) author: String,
    pub(super) date: Option<String>,
    pub(super) words: String,
    pub(super) done: bool,
    /// The id of the comment it replies to.
    pub(super) answers: Option<String>,
    /// The id of its last paragraph.
    paragraph: String,
}

/// The comments in the order of the file.
pub(super) fn read(comments: &str, threads: &str) -> Result<Vec<Comment>, String> {
    let mut found = written(comments)?;
    let mut done = BTreeMap::new();
    let mut parents = BTreeMap::new();
    let mut xml = Xml::of(threads);
    while let Some(element) = xml.next()? {
        if let Element::Open(name, attributes) = element
            && name == "commentEx"
        {
            let Some(paragraph) = value(&attributes, "paraId") else { continue };
            if value(&attributes, "done").is_some_and(|done| matches!(done, "1" | "true")) {
                done.insert(paragraph.to_owned(), ());
            }
            if let Some(parent) = value(&attributes, "paraIdParent") {
                parents.insert(paragraph.to_owned(), parent.to_owned());
            }
        }
    }
    let ids: BTreeMap<String, String> =
        found.iter().map(|comment| (comment.paragraph.clone(), comment.id.clone())).collect();
    for comment in &mut found {
        comment.done = done.contains_key(&comment.paragraph);
        let parent = parents.get(&comment.paragraph).and_then(|parent| ids.get(parent));
        comment.answers = parent.filter(|parent| **parent != comment.id).cloned();
    }
    Ok(found)
}

fn written(comments: &str) -> Result<Vec<Comment>, String> {
    let mut found: Vec<Comment> = Vec::new();
    let mut open: Option<Comment> = None;
    let mut xml = Xml::of(comments);
    while let Some(element) = xml.next()? {
        match element {
            Element::Open(name, attributes) => match (&*name, &mut open) {
                ("comment", open) => {
                    *open = Some(Comment {
                        id: value(&attributes, "id").unwrap_or_default().to_owned(),
                        author: value(&attributes, "author").unwrap_or_default().to_owned(),
                        date: value(&attributes, "date").map(str::to_owned),
                        ..Comment::default()
                    });
                }
                ("p", Some(comment)) => {
                    comment.paragraph = value(&attributes, "paraId").unwrap_or_default().to_owned();
                    if !comment.words.is_empty() {
                        comment.words.push('\n');
                    }
                }
                ("br" | "cr", Some(comment)) => comment.words.push('\n'),
                ("tab", Some(comment)) if xml.inside("r") => comment.words.push(' '),
                _ => {}
            },
            Element::Close(name) if name == "comment" => found.extend(open.take()),
            Element::Text(words) if xml.inside("t") => {
                if let Some(comment) = &mut open {
                    comment.words.push_str(&words);
                }
            }
            Element::Close(_) | Element::Text(_) => {}
        }
    }
    found.iter_mut().for_each(|comment| comment.words = comment.words.trim().to_owned());
    Ok(found)
}

/// The value of an attribute, by its local name.
pub(super) fn value<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}
