//! What does not stand in a document for whoever reads it, of Word or of the web: words that are struck out or hidden, and
//! what no words are, pictures.
//!
//! In: the words of a document as they are read. Out: a doubt for each paragraph in which some were left
//! out, with those words; of hidden ones only how many they are, since whoever sent the document may not
//! know that they are there.

use super::doubts::{Doubts, quoted};
use super::rules::{HIDDEN_TEXT, LEFT_OUT_PICTURE, STRUCK_OUT};

/// What was left out so far.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    open: Paragraph,
    /// Paragraphs that a box interrupts, the innermost last.
    waiting: Vec<Paragraph>,
    left: Vec<(usize, Paragraph)>,
}

/// What was left out of one paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    struck: String,
    hidden: String,
    pictures: usize,
}

/// So many letters of what was struck out are told.
const LONGEST_TOLD: usize = 160;

impl Unseen {
    /// Words that are struck out.
    pub(super) fn struck(&mut self, words: &str) {
        self.open.struck.push_str(words);
    }

    /// Words that are hidden.
    pub(super) fn hidden(&mut self, words: &str) {
        self.open.hidden.push_str(words);
    }

    /// An element begins: what stands in two of them is not one word.
    pub(super) fn gap(&mut self) {
        self.open.struck.push(' ');
        self.open.hidden.push(' ');
    }

    /// A picture.
    pub(super) fn picture(&mut self) {
        self.open.pictures += 1;
    }

    /// A box begins in the middle of the open paragraph.
    pub(super) fn open_box(&mut self) {
        self.waiting.push(std::mem::take(&mut self.open));
    }

    /// The box ends.
    pub(super) fn close_box(&mut self) {
        self.open = self.waiting.pop().unwrap_or_default();
    }

    /// The paragraph at a line ends.
    pub(super) fn paragraph(&mut self, line: usize) {
        let open = std::mem::take(&mut self.open);
        let is_some = |words: &str| !words.trim().is_empty();
        if is_some(&open.struck) || is_some(&open.hidden) || open.pictures > 0 {
            self.left.push((line, open));
        }
    }

    /// Tells all of it.
    pub(super) fn tell(&self, doubts: &mut Doubts) {
        for (line, Paragraph { struck, hidden, pictures }) in &self.left {
            if !struck.trim().is_empty() {
                let message = format!("{} is struck out, and is left out", quoted(struck, LONGEST_TOLD));
                let help =
                    "if it still holds, take the line through it off in the document, and import it again";
                doubts.with_help(*line, &STRUCK_OUT, message, help);
            }
            if !hidden.trim().is_empty() {
                let words = match hidden.split_whitespace().count() {
                    1 => "a word is hidden".to_owned(),
                    count => format!("{count} words are hidden"),
                };
                let message = format!("{words} here, and left out");
                let help = "look at them in the program that made the document; delete them before you pass it on, \
                            or show them and import it again";
                doubts.with_help(*line, &HIDDEN_TEXT, message, help);
            }
            if *pictures > 0 {
                let message = match pictures {
                    1 => "a picture is left out".to_owned(),
                    count => format!("{count} pictures are left out"),
                };
                let help = "if it shows words, such as a sheet of a flip chart, write them into the record";
                doubts.with_help(*line, &LEFT_OUT_PICTURE, message, help);
            }
        }
    }
}
