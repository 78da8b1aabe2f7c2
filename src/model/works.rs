//! The works that narratives may cite, and the style in which they are cited.
//!
//! In: entries of a bibliography, as `read/` understood them. Out: `Works`. A work is printed only
//! where a text cites it; records are cited as they are and do not stand here.

use std::fmt;
use std::sync::Arc;

use hayagriva::Entry;
use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::IndependentStyle;

/// What can be cited beside records, and how.
#[derive(Clone, Default)]
pub struct Works {
    entries: Vec<Work>,
    style: Style,
}

/// A work, and where it is written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// What it is.
    pub entry: Entry,
    /// The file, relative to the root.
    pub file: Arc<str>,
    /// The line of its key, from 1.
    pub line: usize,
}

/// The style of citations.
#[derive(Clone, Debug)]
pub enum Style {
    /// One that comes with the program.
    Known(ArchivedStyle),
    /// The site's own.
    Own(Arc<IndependentStyle>),
}

impl Default for Style {
    fn default() -> Self {
        Style::Known(ArchivedStyle::HarvardCiteThemRight)
    }
}

impl Style {
    /// The style of this name: one of the common short names, or the name of a CSL style.
    pub fn named(name: &str) -> Option<Self> {
        let known = match name.trim() {
            "harvard" => ArchivedStyle::HarvardCiteThemRight,
            "chicago" => ArchivedStyle::ChicagoAuthorDate,
            "mhra" => ArchivedStyle::ModernHumanitiesResearchAssociationNotes,
            other => ArchivedStyle::by_name(other)?,
        };
        Some(Style::Known(known))
    }

    /// The names of every style that comes with the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let short = ["harvard", "chicago", "apa", "mhra"];
        short.into_iter().chain(ArchivedStyle::all().iter().flat_map(|style| style.names()).copied())
    }
}

impl Works {
    /// These works in this style; of two with one key the first counts.
    pub fn new(mut entries: Vec<Work>, style: Style) -> Self {
        entries.sort_by(|a, b| a.entry.key().cmp(b.entry.key()));
        entries.dedup_by(|later, first| later.entry.key() == first.entry.key());
        Works { entries, style }
    }

    /// The work of this key.
    pub fn get(&self, key: &str) -> Option<&Work> {
        self.entries.binary_search_by(|work| work.entry.key().cmp(key)).ok().map(|n| &self.entries[n])
    }

    /// Every work, sorted by key.
    pub fn all(&self) -> &[Work] {
        &self.entries
    }

    /// The style in which they are cited.
    pub fn style(&self) -> &Style {
        &self.style
    }
}

impl fmt::Debug for Works {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.entries.iter().map(|work| work.entry.key())).finish()
    }
}
