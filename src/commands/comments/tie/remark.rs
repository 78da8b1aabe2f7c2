//! A remark as it stands in the file → the same in a listing, with its place; and what was changed
//! though nobody tracked it.

use std::collections::BTreeMap;

use super::Draft;
use crate::import::comments::{Passage, Remark as Said, Reviewed, What};
use crate::render::comments::{Listing, Remark};
use crate::render::document::{Place, said, sum};

impl Draft<'_> {
    /// A remark with its place.
    pub(super) fn remark(
        &self,
        remark: &Said,
        passages: &[Passage],
        places: &BTreeMap<&str, &Place>,
        base: usize,
    ) -> Remark {
        let (first, last) = (*remark.passages.start(), *remark.passages.end());
        let (kind, on, words, done, answers, removed, added) = match &remark.what {
            What::Comment { on, words, done, answers } => {
                let kind = if answers.is_some() { "reply" } else { "comment" };
                (kind, on.clone(), words.clone(), *done, *answers, String::new(), String::new())
            }
            What::Change { removed, added } => {
                ("change", String::new(), String::new(), false, None, removed.clone(), added.clone())
            }
        };
        let quoted = if on.is_empty() { &removed } else { &on };
        let spot = self.spot(first, passages, places, quoted);
        let end = self.spot(last, passages, places, "");
        let through = end.id.filter(|_| last > first && end.number != spot.number);
        Remark {
            file: self.file.to_string(),
            kind,
            author: remark.author.clone(),
            date: remark.date.clone(),
            spot,
            through,
            on,
            words,
            removed,
            added,
            done,
            answers: answers.map(|to| to + base),
        }
    }

    /// Passages that say something else than the draft did, though nobody tracked a change in them.
    pub(super) fn untracked(
        &self,
        reviewed: &Reviewed,
        places: &BTreeMap<&str, &Place>,
        listing: &mut Listing,
    ) {
        for (at, passage) in reviewed.passages.iter().enumerate() {
            let Some(was) = passage.bookmarks.iter().find_map(|name| said(name)) else { continue };
            if passage.number.is_none() || sum(&passage.sent) == was {
                continue;
            }
            let spot = self.spot(at, &reviewed.passages, places, "");
            let now = spot.id.as_deref().and_then(|id| self.places.iter().find(|place| place.name == id));
            let removed = now.filter(|place| place.sum == was).map(|place| place.words.clone());
            listing.remarks.push(Remark {
                file: self.file.to_string(),
                kind: "untracked",
                author: String::new(),
                date: None,
                spot,
                through: None,
                on: String::new(),
                words: String::new(),
                removed: removed.unwrap_or_default(),
                added: passage.sent.clone(),
                done: false,
                answers: None,
            });
        }
    }
}
