//! Paragraphs that a reviewer took out though nobody tracked it.
//!
//! In: a draft that came back, and the places of the report. Out: a remark for each, with what it said where
//! the report is as it was.

use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use crate::import::comments::{Reviewed, left_out};
use crate::render::comments::{Listing, Remark, Since, Spot};
use crate::render::document::{Place, said};

impl Draft<'_> {
    /// Paragraphs that are not in the file any more, though nobody tracked that they were taken out: those
    /// whose number is missed in the row of numbers, and, where the report is what it was, those at the end.
    pub(super) fn taken_out(
        &self,
        reviewed: &Reviewed,
        places: &BTreeMap<&str, &Place>,
        listing: &mut Listing,
    ) {
        let marks: BTreeSet<&str> =
            reviewed.passages.iter().flat_map(|one| &one.bookmarks).map(String::as_str).collect();
        let is_missed = |place: &&Place| place.number.is_some() && !marks.contains(&*place.bookmark);
        let missed: Vec<&Place> = self.places.iter().filter(is_missed).collect();
        // With as many numbers as the draft had, the report of now has its places; else only gaps tell.
        let is_as_it_was = reviewed.passages.iter().all(|passage| {
            let place = passage.bookmarks.iter().find_map(|name| places.get(name.as_str()));
            let was = passage.bookmarks.iter().find_map(|name| said(name));
            passage.number.is_none()
                || place
                    .is_some_and(|place| place.number == passage.number && was == Some(place.sum.as_str()))
        });
        let numbers = reviewed.passages.iter().filter_map(|passage| passage.number.as_deref());
        let mut gone: Vec<(String, Option<&Place>)> = left_out(numbers)
            .into_iter()
            .map(|number| {
                let place = missed.iter().copied().find(|place| place.number.as_deref() == Some(&*number));
                (number, place.filter(|_| is_as_it_was))
            })
            .collect();
        for place in missed.iter().filter(|_| is_as_it_was && !marks.is_empty()) {
            let number = place.number.clone().unwrap_or_default();
            if !gone.iter().any(|(known, _)| *known == number) {
                gone.push((number, Some(place)));
            }
        }
        for (number, place) in gone {
            let source = place.and_then(|place| self.source(place, "", &place.words));
            listing.remarks.push(Remark {
                file: self.file.to_string(),
                kind: "untracked",
                author: String::new(),
                date: None,
                spot: Spot {
                    id: place.map(|place| place.name.clone()),
                    now: place.and_then(|place| place.number.clone()),
                    number: Some(number),
                    is_compiled: place.is_some() && source.is_none(),
                    source,
                    since: if place.is_some() { Since::Same } else { Since::Unknown },
                    is_below: false,
                },
                through: None,
                on: String::new(),
                words: String::new(),
                removed: place.map(|place| place.words.clone()).unwrap_or_default(),
                added: String::new(),
                done: false,
                answers: None,
            });
        }
    }
}
