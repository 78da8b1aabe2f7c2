//! `&Edition` → `Site`: addresses, pages, listings, facets, the compiled report, numbering.
//!
//! HTML, PDF, search and data must agree, so everything that they share is decided once, here.
//! Nothing here knows HTML, and nothing here sees the archive.

pub mod address;
pub mod backlinks;
pub mod changes;
pub mod facets;
pub mod listing;
pub mod matrix;
pub mod register;
pub mod report;
pub mod sentence;
pub mod timetable;

use crate::audience::Edition;

/// Everything that is to be published for one audience, decided and in order.
///
/// Records are named by their index in `edition.records()`.
#[derive(Debug)]
pub struct Site<'e> {
    /// What may be seen.
    pub edition: &'e Edition,
    /// Where everything is.
    pub addresses: address::Addresses,
    /// The collections that have records, in the order of the schema, unknown ones last.
    pub listings: Vec<listing::Listing>,
    /// The facets of the configuration that have values.
    pub facets: Vec<facets::Facet>,
    /// What links to what.
    pub backlinks: backlinks::Backlinks,
    /// Every action, in the order of the register.
    pub register: register::Register,
    /// The progress matrix; `None` where there are no topics.
    pub matrix: Option<matrix::Matrix>,
    /// The timetable; `None` where there are no milestones.
    pub timetable: Option<timetable::Timetable>,
    /// The compiled reports, newest first.
    pub reports: Vec<report::CompiledReport>,
    /// What changed, newest first.
    pub changes: Vec<changes::Change>,
}

/// Composes the site of an edition.
pub fn site(edition: &Edition) -> Site<'_> {
    let addresses = address::Addresses::of(edition);
    Site {
        listings: listing::listings(edition),
        facets: facets::facets(edition),
        backlinks: backlinks::Backlinks::of(edition),
        register: register::Register::of(edition),
        matrix: matrix::Matrix::of(edition),
        timetable: timetable::Timetable::of(edition),
        reports: report::reports(edition),
        changes: changes::changes(edition),
        addresses,
        edition,
    }
}
