//! What was changed under tracked changes, and commented on, and nobody has settled.
//!
//! In: the words of a Word document as they are read, and what is open around them. Out: a doubt for each
//! passage, with the wording before and the wording now. What a comment says is not told: it was
//! meant for those who worked on the document, and a review may be kept beside the records.

use std::collections::BTreeMap;

use super::super::doubts::{Doubts, quoted};
use super::super::rules::{COMMENTED_PASSAGE, TRACKED_CHANGE};

/// The changes and comments of a document.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// The words of the open paragraph before anything was changed, and as they are now.
    before: String,
    now: String,
    /// How many marks are open under which words were struck out, and put in.
    striking: usize,
    adding: usize,
    /// Whether any word of the open paragraph was.
    changed: bool,
    /// The words under each comment that is open.
    open: BTreeMap<String, String>,
    /// The words under each comment whose mark is still to come.
    closed: BTreeMap<String, String>,
    /// The passages that comments of the open paragraph stand at.
    marks: Vec<String>,
    /// Paragraphs that a box interrupts, the innermost last: their words and marks so far.
    waiting: Vec<(String, String, bool, Vec<String>)>,
    edits: Vec<Edit>,
    comments: Vec<Comment>,
}

/// A paragraph that was changed.
#[derive(Debug)]
struct Edit {
    line: usize,
    before: String,
    now: String,
}

/// A passage that was commented on.
#[derive(Debug)]
struct Comment {
    line: usize,
    passage: String,
}

/// So many letters of a wording are told.
const LONGEST_TOLD: usize = 160;

impl Changes {
    /// An element starts; `id`: its own, where it has one.
    pub(super) fn open(&mut self, name: &str, id: Option<&str>) {
        let id = id.unwrap_or_default();
        match name {
            "del" | "moveFrom" => self.striking += 1,
            "ins" | "moveTo" => self.adding += 1,
            "commentRangeStart" => {
                self.open.insert(id.to_owned(), String::new());
            }
            "commentRangeEnd" => {
                if let Some(words) = self.open.remove(id) {
                    self.closed.insert(id.to_owned(), words);
                }
            }
            "commentReference" => {
                let words = self.closed.remove(id).or_else(|| self.open.remove(id)).unwrap_or_default();
                self.marks.push(words);
            }
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn close(&mut self, name: &str) {
        match name {
            "del" | "moveFrom" => self.striking = self.striking.saturating_sub(1),
            "ins" | "moveTo" => self.adding = self.adding.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether the elements that are skipped, so many of them, are all there because words were struck out.
    pub(super) fn strikes(&self, skipped: usize) -> bool {
        self.striking == skipped
    }

    /// Words that were struck out.
    pub(super) fn struck(&mut self, words: &str) {
        self.before.push_str(words);
        self.changed = true;
    }

    /// Words that are there.
    pub(super) fn words(&mut self, words: &str) {
        self.now.push_str(words);
        if self.adding == 0 {
            self.before.push_str(words);
        } else {
            self.changed |= !words.trim().is_empty();
        }
        self.open.values_mut().for_each(|under| under.push_str(words));
    }

    /// A box begins in the middle of the open paragraph.
    pub(super) fn open_box(&mut self) {
        let take = std::mem::take::<String>;
        let (before, now) = (take(&mut self.before), take(&mut self.now));
        let (changed, marks) = (std::mem::take(&mut self.changed), std::mem::take(&mut self.marks));
        self.waiting.push((before, now, changed, marks));
    }

    /// The box ends.
    pub(super) fn close_box(&mut self) {
        (self.before, self.now, self.changed, self.marks) = self.waiting.pop().unwrap_or_default();
    }

    /// The paragraph at a line ends.
    pub(super) fn paragraph(&mut self, line: usize) {
        let flat = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (before, now) = (flat(std::mem::take(&mut self.before)), flat(std::mem::take(&mut self.now)));
        for passage in std::mem::take(&mut self.marks) {
            let passage = flat(passage);
            let passage = if passage.is_empty() { now.clone() } else { passage };
            self.comments.push(Comment { line, passage });
        }
        if std::mem::take(&mut self.changed) && before != now {
            self.edits.push(Edit { line, before, now });
        }
        // A comment may go over several paragraphs.
        self.open.values_mut().for_each(|under| under.push(' '));
    }

    /// Tells each of them.
    pub(super) fn tell(&self, doubts: &mut Doubts) {
        for Edit { line, before, now } in &self.edits {
            let (old, new) = (part(before, now), part(now, before));
            let message = match (before.is_empty(), now.is_empty()) {
                (true, _) => {
                    format!("{} was put in under tracked changes, and is imported", quoted(now, LONGEST_TOLD))
                }
                (_, true) => {
                    format!(
                        "{} was struck out under tracked changes, and is left out",
                        quoted(before, LONGEST_TOLD)
                    )
                }
                _ => format!(
                    "changed under tracked changes: it read {}, and is imported as {}",
                    quoted(old, LONGEST_TOLD),
                    quoted(new, LONGEST_TOLD)
                ),
            };
            doubts.with_help(
                *line,
                &TRACKED_CHANGE,
                message,
                "find out which wording was agreed, and write that one",
            );
        }
        for Comment { line, passage } in &self.comments {
            let message = format!("a comment stands at {}, and is left out", quoted(passage, LONGEST_TOLD));
            let help =
                "open the document and read it: it may ask for other words, or for these to stay unpublished";
            doubts.with_help(*line, &COMMENTED_PASSAGE, message, help);
        }
    }
}

/// The sentences of a paragraph from the first to the last that another wording of it has in other words.
fn part<'t>(text: &'t str, other: &str) -> &'t str {
    let stops = |text: &'t str| text.match_indices(". ").map(|(at, _)| at + 2).collect::<Vec<_>>();
    let same_at_start = text.char_indices().zip(other.chars()).find(|((_, a), b)| a != b);
    let first = same_at_start.map_or(text.len().min(other.len()), |((at, _), _)| at);
    let same_at_end = text.char_indices().rev().zip(other.chars().rev()).take_while(|((_, a), b)| a == b);
    let last = same_at_end.last().map_or(text.len(), |((at, _), _)| at).max(first);
    let start = stops(text).into_iter().rfind(|stop| *stop <= first).unwrap_or(0);
    let end = stops(text).into_iter().find(|stop| *stop > last).unwrap_or(text.len());
    let found = text.get(start..end).unwrap_or(text).trim();
    if found.is_empty() { text } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_sentences_that_changed() {
        let before = "It was late. The firm refused to say. All went home.";
        let now = "It was late. The firm declined to say. All went home.";
        assert_eq!(part(before, now), "The firm refused to say.");
        assert_eq!(part(now, before), "The firm declined to say.");
        assert_eq!(part("One. Two. Three.", "One. Three."), "Two.");
        assert_eq!(part("é", ""), "é");
    }
}
