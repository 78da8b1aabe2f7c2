//! `word/document.xml` → passages, tracked changes, and the stretches that comments are on.
//!
//! Word cuts a line into runs where it likes, puts the ends of a comment into different paragraphs
//! or between them, and writes a change as many pieces: what belongs together is put together here.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::super::documents::docx::xml::{Element, Xml};
use super::answers::{Comment, value};
use super::{Passage, Remark, What};

/// Elements in which nothing stands that is part of the text, or stands twice.
const SKIPPED: [&str; 4] = ["drawing", "pict", "Fallback", "txbxContent"];
/// Elements that say how something looks.
const PROPERTIES: [&str; 6] = ["pPr", "rPr", "trPr", "tcPr", "tblPr", "sectPr"];

/// What was read so far.
#[derive(Default)]
pub(super) struct Reader {
    passages: Vec<Passage>,
    changes: Vec<Remark>,
    stretches: BTreeMap<String, Stretch>,
    looks: usize,
    /// The passage that is open.
    open: Option<Passage>,
    /// Bookmarks that stand between paragraphs, for the next one.
    bookmarks: Vec<String>,
    /// The rows that are open, innermost last: the first passage of each.
    rows: Vec<usize>,
    /// The changes that are open: whether text is deleted in it, who, and when.
    tracked: Vec<(bool, String, Option<String>)>,
    /// Whether the last change goes on: nothing that stays came since.
    goes_on: bool,
    skipping: usize,
    properties: usize,
    /// The passages that name notes, by the note.
    named: BTreeMap<String, usize>,
    /// The passage that names the note which is open.
    under: Option<usize>,
}

/// The stretch of text that a comment is on.
#[derive(Clone, Debug, Default)]
struct Stretch {
    first: usize,
    last: usize,
    is_open: bool,
    on: String,
    /// What of it is deleted.
    deleted: String,
}

impl Reader {
    /// Reads the text, and after it the notes.
    pub(super) fn read(&mut self, part: &str) -> Result<(), String> {
        let mut xml = Xml::of(part);
        while let Some(element) = xml.next()? {
            match element {
                Element::Open(name, _) if SKIPPED.contains(&&*name) => self.skipping += 1,
                Element::Close(name) if SKIPPED.contains(&&*name) => {
                    self.skipping = self.skipping.saturating_sub(1);
                }
                _ if self.skipping > 0 => {}
                Element::Open(name, attributes) => self.opens(&name, &attributes),
                Element::Close(name) => self.closes(&name),
                Element::Text(words) if xml.inside("t") || xml.inside("delText") => self.text(&words),
                Element::Text(_) => {}
            }
        }
        (self.under, self.skipping, self.properties) = (None, 0, 0);
        Ok(())
    }

    fn opens(&mut self, name: &str, attributes: &[(String, String)]) {
        let id = || value(attributes, "id").unwrap_or_default().to_owned();
        match name {
            _ if PROPERTIES.contains(&name) => self.properties += 1,
            _ if name.ends_with("PrChange") => self.looks += 1,
            _ if self.properties > 0 => {}
            "p" => {
                let bookmarks = std::mem::take(&mut self.bookmarks);
                self.open = Some(Passage { bookmarks, under: self.under, ..Passage::default() });
                self.goes_on = false;
            }
            "tr" => self.rows.push(self.passages.len()),
            "bookmarkStart" => {
                let name = value(attributes, "name").unwrap_or_default().to_owned();
                self.open.as_mut().map_or(&mut self.bookmarks, |open| &mut open.bookmarks).push(name);
            }
            "ins" | "moveTo" | "del" | "moveFrom" => {
                let author = value(attributes, "author").unwrap_or_default().to_owned();
                let date = value(attributes, "date").map(str::to_owned);
                self.tracked.push((matches!(name, "del" | "moveFrom"), author, date));
            }
            "commentRangeStart" => {
                let first = self.passages.len();
                let stretch = Stretch { first, last: first, is_open: true, ..Stretch::default() };
                self.stretches.insert(id(), stretch);
            }
            "commentRangeEnd" => {
                let last = self.here();
                if let Some(stretch) = self.stretches.get_mut(&id()) {
                    (stretch.is_open, stretch.last) = (false, last.max(stretch.first));
                }
            }
            "commentReference" => {
                let first = self.here();
                self.stretches.entry(id()).or_insert(Stretch { first, last: first, ..Stretch::default() });
            }
            "footnoteReference" | "endnoteReference" => {
                self.named.insert(format!("{}{}", &name[..name.len() - 9], id()), self.passages.len());
            }
            "footnote" | "endnote" => self.under = self.named.get(&format!("{name}{}", id())).copied(),
            "tab" => self.text("\t"),
            "br" | "cr" => self.text("\n"),
            "noBreakHyphen" => self.text("‑"),
            _ => {}
        }
    }

    fn closes(&mut self, name: &str) {
        match name {
            _ if PROPERTIES.contains(&name) => self.properties = self.properties.saturating_sub(1),
            _ if self.properties > 0 => {}
            "p" => self.passages.extend(self.open.take()),
            "tr" => {
                let Some(first) = self.rows.pop() else { return };
                // What names the row stands in its first cell.
                let row = self.passages.get_mut(first..).unwrap_or_default();
                let Some((first, rest)) = row.split_first_mut() else { return };
                rest.iter_mut()
                    .filter(|cell| cell.bookmarks.is_empty())
                    .for_each(|cell| cell.bookmarks.clone_from(&first.bookmarks));
            }
            "ins" | "moveTo" | "del" | "moveFrom" => {
                self.tracked.pop();
            }
            _ => {}
        }
    }

    /// The passage that is open, or else the last one.
    fn here(&self) -> usize {
        if self.open.is_some() { self.passages.len() } else { self.passages.len().saturating_sub(1) }
    }

    fn text(&mut self, words: &str) {
        let at = self.passages.len();
        let Some(open) = &mut self.open else { return };
        let is_deleted = self.tracked.iter().any(|(is_deleted, ..)| *is_deleted);
        if !is_deleted {
            open.words.push_str(words);
        }
        if self.tracked.is_empty() || is_deleted {
            open.sent.push_str(words);
        }
        for stretch in self.stretches.values_mut().filter(|stretch| stretch.is_open) {
            if stretch.last != at && !stretch.on.is_empty() {
                stretch.on.push('\n');
            }
            stretch.last = at;
            if is_deleted { &mut stretch.deleted } else { &mut stretch.on }.push_str(words);
        }
        let Some((_, author, date)) = self.tracked.last() else {
            self.goes_on &= words.is_empty();
            return;
        };
        if !self.goes_on || self.changes.last().is_none_or(|last| last.author != *author) {
            self.changes.push(Remark {
                passages: at..=at,
                author: author.clone(),
                date: date.clone(),
                what: What::Change { removed: String::new(), added: String::new() },
            });
        }
        self.goes_on = true;
        if let Some(Remark { what: What::Change { removed, added }, .. }) = self.changes.last_mut() {
            if is_deleted { removed } else { added }.push_str(words);
        }
    }

    /// The passages, and what was said of them in the order of the document: a comment before what
    /// replies to it, and before the changes of its passage.
    pub(super) fn finish(mut self, comments: Vec<Comment>) -> (Vec<Passage>, Vec<Remark>, usize) {
        self.passages.iter_mut().for_each(number);
        let last = self.passages.len().saturating_sub(1);
        let of = |comment: &Comment| -> Stretch {
            let root = comment.answers.as_ref().unwrap_or(&comment.id);
            let known = self.stretches.get(root).or(self.stretches.get(&comment.id));
            known.cloned().unwrap_or_default()
        };
        let mut remarks: Vec<(usize, Option<String>, Remark)> = Vec::new();
        for comment in &comments {
            let Stretch { first, last: end, on, deleted, .. } = of(comment);
            let on = if on.trim().is_empty() { deleted } else { on };
            let passages: RangeInclusive<usize> = first.min(last)..=end.min(last);
            let what = What::Comment {
                on: on
                    .lines()
                    .map(|line| unnumbered(line).1)
                    .collect::<Vec<_>>()
                    .join("\n")
                    .trim()
                    .to_owned(),
                words: comment.words.clone(),
                done: comment.done,
                answers: None,
            };
            let (author, date) = (comment.author.clone(), comment.date.clone());
            remarks.push((first, Some(comment.id.clone()), Remark { passages, author, date, what }));
        }
        let is_something = |change: &Remark| match &change.what {
            What::Change { removed, added } => removed != added,
            What::Comment { .. } => true,
        };
        let changes = self.changes.into_iter().filter(is_something);
        remarks.extend(changes.map(|change| (*change.passages.start(), None, change)));
        // The sort is stable, and comments came first.
        remarks.sort_by_key(|(first, ..)| *first);
        let at: BTreeMap<String, usize> =
            remarks.iter().enumerate().filter_map(|(n, (_, id, _))| Some((id.clone()?, n))).collect();
        let parents = comments.iter().filter_map(|one| Some((one.id.clone(), one.answers.clone()?)));
        let parents: BTreeMap<String, String> = parents.collect();
        let remarks = remarks.into_iter().map(|(_, id, mut remark)| {
            if let What::Comment { answers, .. } = &mut remark.what {
                let parent = id.and_then(|id| parents.get(&id));
                *answers = parent.and_then(|parent| at.get(parent)).copied();
            }
            remark
        });
        (self.passages, remarks.collect(), self.looks)
    }
}

/// Takes the number off the words that follow it.
fn number(passage: &mut Passage) {
    for (words, is_sent) in [(&mut passage.sent, true), (&mut passage.words, false)] {
        let (Some(number), rest) = unnumbered(words) else { continue };
        if is_sent {
            passage.number = Some(number.to_owned());
        }
        *words = rest.to_owned();
    }
}

/// The number that stands before words, and the words.
fn unnumbered(words: &str) -> (Option<&str>, &str) {
    let Some((before, rest)) = words.split_once('\t') else { return (None, words) };
    let number = before.trim();
    let is_number = number.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    if number.is_empty() || !is_number { (None, words) } else { (Some(number), rest) }
}
