//! Whether a document seems to be in English.
//!
//! In: its blocks. Out: a doubt where it is not: the words by which confidentiality, days, promises and
//! tables are known are English, and some of them Welsh, so that in another language they pass unread.

use std::sync::Arc;

use super::block::Block;
use super::rules::OTHER_LANGUAGE;
use crate::diag::{Finding, Spot};

/// Words without which no English text goes on for long. Those that other languages have too are left out.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "for", "with", "were", "be", "it", "by", "at", "from", "not", "are",
    "they", "has", "have", "this", "which", "will", "would",
];

/// Of a shorter text nothing can be told; of one in which no action was found, of one still shorter.
const FEWEST_WORDS: usize = 40;
const FEWEST_WITHOUT_ACTIONS: usize = 12;

/// How many words a text has, and how many of them are English for certain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    all: usize,
    english: usize,
}

/// Counts the words of a document.
pub(super) fn words(blocks: &[Block]) -> Words {
    let (mut all, mut english) = (0_usize, 0_usize);
    for block in blocks {
        let texts = block.cells().into_iter().flatten().map(String::as_str).chain([block.text()]);
        for word in texts.flat_map(|text| text.split(|letter: char| !letter.is_alphabetic())) {
            all += usize::from(!word.is_empty());
            english += usize::from(ENGLISH.contains(&&*word.to_lowercase()));
        }
    }
    Words { all, english }
}

/// The doubt about a document that does not seem to be in English.
pub(super) fn doubt(file: &Arc<str>, Words { all, english }: Words, has_actions: bool) -> Option<Finding> {
    let fewest = if has_actions { FEWEST_WORDS } else { FEWEST_WITHOUT_ACTIONS };
    // Of English prose a quarter and more are such words, of terse minutes a tenth.
    if all < fewest || english * 25 >= all {
        return None;
    }
    let message = "the document does not seem to be in English: what it says of who may see it, of days and of \
                   actions may have passed unread";
    Some(Finding::new(&OTHER_LANGUAGE, file, Spot::File, message).help(
        "look through the records: write `visibility: members` where the document asks for it, the date, and \
         `Action 1:` before each promise",
    ))
}

#[cfg(test)]
mod tests {
    use super::super::block;
    use super::*;

    fn doubted(text: &str, has_actions: bool) -> bool {
        doubt(&"x".into(), words(&block::read(text)), has_actions).is_some()
    }

    #[test]
    fn knows_english_however_terse() {
        let german = "# Protokoll\n\nVertraulich – nur für Mitglieder.\n\nDie Stadt kauft bis Mai neue Lampen und Öl.\n";
        assert!(doubted(german, false));
        assert!(!doubted(german, true), "a text so short may be all names");
        assert!(doubted(
            "Bydd y dref yn prynu lampau newydd erbyn mis Mai, a bydd yr urdd yn eu cynnau.",
            false
        ));
        let terse = "# Minutes\n\nPresent: Ann Lee, Jo Bloggs\n\n1. Lamps: town to buy oil by May\n2. Maps: guild checks them\n";
        assert!(!doubted(terse, false));
        assert!(!doubted("Namen", false), "of a word or two nothing can be told");
    }
}
