//! The place of a passage: what names it, what became of it since, and where it was written.

use std::collections::BTreeMap;

use super::Draft;
use crate::diag::Spot as FileSpot;
use crate::import::comments::Passage;
use crate::read;
use crate::render::comments::{Since, Spot};
use crate::render::document::{Place, said, sum};

/// So many words are enough to look for where they were written.
const ENOUGH: usize = 4;

impl Draft<'_> {
    /// The bookmark that names a passage: one of ours, or else one that the report does not have
    /// (any more).
    pub(super) fn names<'p>(&self, passage: &'p Passage, places: &BTreeMap<&str, &Place>) -> Option<&'p str> {
        let names = || passage.bookmarks.iter().map(String::as_str).filter(|name| !name.starts_with('_'));
        let known = names().find(|name| places.contains_key(name));
        // A name of ours has what it says beside it; other bookmarks are the reviewer's own.
        let ours = || passage.bookmarks.iter().any(|name| said(name).is_some());
        known.or_else(|| names().next().filter(|_| ours()))
    }

    /// The place of a passage; `quoted` are the words of it that are meant.
    pub(super) fn spot(
        &self,
        at: usize,
        passages: &[Passage],
        places: &BTreeMap<&str, &Place>,
        quoted: &str,
    ) -> Spot {
        let mut here = at;
        let (mut number, mut name) = (None, None);
        while let Some(passage) = passages.get(here) {
            name = name.or(self.names(passage, places).map(|name| (name, here)));
            number = number.or(passage.number.clone().map(|number| (number, here)));
            if name.is_some() && number.is_some() {
                break;
            }
            let Some(before) = passage.under.or(here.checked_sub(1)) else { break };
            here = before;
        }
        let number_at = number.as_ref().map(|(_, at)| *at);
        let mut spot = Spot {
            is_below: number_at.or(name.map(|(_, at)| at)) != Some(at),
            number: number.map(|(number, _)| number),
            ..Spot::default()
        };
        let Some((name, named_at)) = name else { return spot };
        let Some(place) = places.get(name) else {
            (spot.id, spot.since) = (Some(name.replace('_', "-")), Since::Gone);
            return spot;
        };
        let was = passages[named_at].bookmarks.iter().find_map(|name| said(name));
        let is_same = was.map_or_else(|| sum(&passages[named_at].sent) == place.sum, |was| was == place.sum);
        spot.id = Some(place.name.clone());
        spot.since = if is_same { Since::Same } else { Since::Changed };
        let has_own = number_at == Some(named_at);
        spot.now = if has_own { place.number.clone() } else { self.number_above(place) };
        let words = if named_at == at { place.words.as_str() } else { passages[at].sent.as_str() };
        spot.source = self.source(place, quoted, words);
        spot.is_compiled = spot.source.is_none();
        spot
    }

    /// The number of the paragraph that a place stands below.
    fn number_above(&self, place: &Place) -> Option<String> {
        let at = self.places.iter().position(|known| known.name == place.name)?;
        self.places[..=at].iter().rev().find_map(|place| place.number.clone())
    }

    /// Where the place was written: the line of the words that were quoted, else that of its field,
    /// else that of what it says, else the file's first.
    pub(super) fn source(&self, place: &Place, quoted: &str, words: &str) -> Option<(String, usize)> {
        let record = self.edition.get(&place.source.as_ref()?.id)?;
        let file = &record.source.file;
        let is_enough = quoted.split_whitespace().count() >= ENOUGH;
        let line = is_enough
            .then(|| read::quoted(self.root, file, quoted))
            .flatten()
            .or_else(|| Some(read::line(self.root, file, &FileSpot::Field(place.field.clone()?))))
            .or_else(|| read::quoted(self.root, file, words));
        Some((file.to_string(), line.unwrap_or(1)))
    }
}
