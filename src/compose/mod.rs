//! `&Edition` → `Site`: addresses, pages, listings, facets, the compiled report, numbering.
//!
//! HTML, PDF, search and data must agree, so everything that they share is decided once, here.
//! Nothing here knows HTML, and nothing here sees what the edition does not hold.

pub mod a_to_z;
pub mod address;
pub mod backlinks;
pub mod changes;
pub mod citing;
pub mod diff;
pub mod errata;
pub mod facets;
pub mod home;
pub mod lineage;
pub mod links;
pub mod listing;
pub mod matrix;
pub mod neighbours;
pub mod order;
pub mod pairs;
pub mod phrases;
pub mod register;
pub mod report;
pub mod search;
pub mod sentence;
pub mod sign_offs;
mod slugs;
mod sort_key;
pub mod standings;
pub mod threads;
pub mod timeline;
pub mod timetable;
pub mod topics;
pub mod workshops;

use crate::audience::Edition;
use crate::audience::reads::{self, Read};

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
    /// Browsing by two facets at once.
    pub pairs: Vec<pairs::Pair>,
    /// What links to what.
    pub backlinks: backlinks::Backlinks,
    /// What stands before and after each record.
    pub neighbours: neighbours::Neighbours,
    /// Every action, in the order of the register.
    pub register: register::Register,
    /// What came of each action.
    pub lineages: lineage::Lineages,
    /// The line from each question to its outcome, and what stands on none.
    pub threads: threads::Threads,
    /// Where every issue stands as at the edition's day.
    pub standings: standings::Standings<'e>,
    /// The topics in their order, and what belongs to each.
    pub topics: topics::Topics,
    /// The workshops by date, and what belongs to each.
    pub workshops: workshops::Workshops<'e>,
    /// The progress matrix; `None` where there are no topics.
    pub matrix: Option<matrix::Matrix>,
    /// What happened when; `None` where next to nothing is dated.
    pub timeline: Option<timeline::Timeline>,
    /// The timetable; `None` where there are no milestones.
    pub timetable: Option<timetable::Timetable>,
    /// The compiled reports, newest first; reached by `reports`, which notes that somebody looked.
    reports: Vec<report::CompiledReport>,
    /// What changed, newest first.
    pub changes: Vec<changes::Change>,
    /// Every record by the first letter of its title.
    pub a_to_z: Vec<a_to_z::Letter>,
    /// What can be searched, and what it can be filtered by.
    pub search: search::Search,
    /// Who signed what; empty in the public edition.
    pub sign_offs: sign_offs::SignOffs,
}

impl Site<'_> {
    /// The compiled reports, newest first. They hold the words of many records: a page that looks into one
    /// depends on all of them.
    pub fn reports(&self) -> &[report::CompiledReport] {
        reads::note(Read::Reports);
        &self.reports
    }

    /// All that is decided here, but for the words of records and of reports: where everything is, in what
    /// order, what leads to what. It is the same as long as it reads the same.
    pub fn bones(&self) -> impl std::fmt::Debug {
        let Site { edition: _, addresses, listings, facets, pairs, backlinks, neighbours, .. } = self;
        let Site { register, lineages, threads, standings, topics, workshops, matrix, .. } = self;
        let Site { timeline, timetable, reports, changes, a_to_z, search, sign_offs, .. } = self;
        let reports: Vec<usize> = reports.iter().map(|report| report.record).collect();
        let workshops: Vec<_> = workshops.views.iter().map(workshops::WorkshopView::bones).collect();
        let standings: Vec<_> = standings.headings().collect();
        (
            (addresses, listings, facets, pairs, backlinks, neighbours, register),
            (lineages, threads, standings, topics, workshops, matrix, timeline),
            (timetable, reports, changes, a_to_z, search, sign_offs),
        )
    }

    /// The same site of an edition in which only the texts of records are others: what is decided here by those
    /// texts (what they link to, above all) is as it was.
    pub fn retold<'s>(self, edition: &'s Edition) -> Site<'s>
    where
        Self: 's,
    {
        let site: Site<'s> = self;
        Site { edition, ..site }
    }

    /// The index, in `reports`, of the report that is compiled from a record.
    pub fn report_of(&self, record: usize) -> Option<usize> {
        self.reports.iter().position(|report| report.record == record)
    }

    /// The record of the newest report.
    pub fn newest_report(&self) -> Option<usize> {
        self.reports.first().map(|report| report.record)
    }
}

/// Composes the site of an edition.
pub fn site(edition: &Edition) -> Site<'_> {
    // What several parts sort and look up by is made once and lent to them.
    let order = order::Order::of(edition);
    let register = register::Register::of(edition);
    let listings = listing::in_order(edition, &order, &register);
    let places = listing::places(edition, &listings);
    let standings = standings::Standings::as_at(edition, edition.today());
    let topics = topics::Topics::with(edition, &order, &register, &places);
    let workshops = workshops::Workshops::with(edition, &order, &register, &places);
    let lineages = lineage::Lineages::of(edition, &register, &topics, &places);
    let facets = facets::with(edition, &order, &standings, &topics);
    Site {
        threads: threads::Threads::of(edition, &register, &topics, &lineages, &standings),
        addresses: address::Addresses::of(edition),
        backlinks: backlinks::Backlinks::with(edition, &order),
        neighbours: neighbours::Neighbours::of(edition, &listings, &workshops),
        lineages,
        matrix: matrix::Matrix::with(edition, &register, &standings, &topics),
        timeline: timeline::Timeline::with(edition, &order),
        timetable: timetable::Timetable::of(edition),
        reports: report::reports(edition),
        changes: changes::with(edition, &order),
        a_to_z: a_to_z::with(edition, &order),
        sign_offs: sign_offs::SignOffs::of(edition),
        pairs: pairs::pairs(edition.config(), &facets, edition.count()),
        search: search::Search::of(edition, &listings, &facets),
        facets,
        listings,
        register,
        standings,
        topics,
        workshops,
        edition,
    }
}

#[cfg(test)]
mod fixture;
