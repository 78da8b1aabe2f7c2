//! Remarks on a draft → the places they are on, as these are in the report now.
//!
//! In: a draft that came back, and the places of the report. Out: remarks in a listing. A remark on
//! something that has no name of its own belongs to the nearest named place above it.

mod remark;
mod spot;
mod taken_out;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::audience::Edition;
use crate::import::comments::Reviewed;
use crate::render::comments::{Listing, Since};
use crate::render::document::Place;

/// A draft, and what its report is now.
pub(super) struct Draft<'d> {
    pub(super) root: &'d Path,
    pub(super) edition: &'d Edition,
    pub(super) file: &'d Arc<str>,
    pub(super) places: &'d [Place],
}

/// The report that a draft is of, and its edition.
pub(super) fn named(asked: Option<&str>, reviewed: &Reviewed) -> (Option<String>, Option<u32>) {
    let (report, edition) =
        match reviewed.number.as_deref().and_then(|number| number.split_once(", edition ")) {
            Some((report, edition)) => (Some(report), edition.parse().ok()),
            None => (None, None),
        };
    let slug = asked.or(report.filter(|report| report.starts_with("reports/")));
    (slug.map(|slug| slug.trim_start_matches("reports/").to_owned()), edition)
}

impl Draft<'_> {
    /// Ties the remarks of a draft.
    pub(super) fn tie(&self, reviewed: Reviewed, listing: &mut Listing) {
        let by_bookmark: BTreeMap<&str, &Place> =
            self.places.iter().map(|place| (place.bookmark.as_str(), place)).collect();
        let base = listing.remarks.len();
        for remark in &reviewed.remarks {
            let made = self.remark(remark, &reviewed.passages, &by_bookmark, base);
            listing.remarks.push(made);
        }
        self.untracked(&reviewed, &by_bookmark, listing);
        self.taken_out(&reviewed, &by_bookmark, listing);
        let mut seen: BTreeSet<Option<String>> = listing.changed.iter().map(|spot| spot.id.clone()).collect();
        for at in 0..reviewed.passages.len() {
            if self.names(&reviewed.passages[at], &by_bookmark).is_none() {
                continue;
            }
            let spot = self.spot(at, &reviewed.passages, &by_bookmark, "");
            if matches!(spot.since, Since::Changed | Since::Gone) && seen.insert(spot.id.clone()) {
                listing.changed.push(spot);
            }
        }
        listing.looks += reviewed.looks;
    }
}
