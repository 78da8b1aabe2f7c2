//! Two editions of one archive → which words of the one are still in the language of the other.
//!
//! In: the edition in the main language, and the one in another language. Out: for each record of the
//! second whether nothing of it is translated, or which of its texts are not. Both are as their audience
//! sees them, so that this tells nothing of what neither shows.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::Edition;
use super::secrets::texts;
use crate::model::record::Record;

/// Which words of an edition are in the archive's main language; none where that is spoken.
#[derive(Clone, Debug, Default)]
pub(super) struct Foreign(Vec<Left>);

/// What of a record is not translated.
#[derive(Clone, Debug)]
pub(super) enum Left {
    All,
    These(BTreeSet<Box<str>>),
}

impl Foreign {
    /// Compares the two.
    pub(super) fn of(main: &Edition, other: &Edition) -> Self {
        let left = |record: &Arc<Record>| {
            let original = main.get(&record.id).filter(|_| record.translated.is_some());
            let Some(original) = original else { return Left::All };
            let (originals, now) = (texts(original), texts(record));
            if now.iter().all(|text| originals.contains(text)) {
                return Left::All;
            }
            Left::These(now.intersection(&originals).map(|text| Box::from(*text)).collect())
        };
        Foreign(other.records.par_iter().map(left).collect())
    }

    /// Whether these words of a record are.
    pub(super) fn has(&self, index: usize, words: &str) -> bool {
        match self.0.get(index) {
            None => false,
            Some(Left::All) => true,
            Some(Left::These(texts)) => texts.contains(words.trim()),
        }
    }

    /// All that of a record is.
    pub(super) fn of_record(&self, index: usize) -> Option<&Left> {
        self.0.get(index)
    }

    /// Whether all words of a record are.
    pub(super) fn is_all(&self, index: usize) -> bool {
        matches!(self.0.get(index), Some(Left::All))
    }
}
