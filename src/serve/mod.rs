//! The live server: a site in memory, answered for on the loopback, made again when a file changes.
//!
//! In: what makes the site, what to watch, a port. Out: answers to a browser on this machine, and to
//! nobody else. It writes nothing to disk, and knows no record and no page: it hands out the files of
//! `publish::Memory` as they are, but for one line in each page that tells the browser when to look
//! again. A faulty edit leaves the last good site up, and its faults are shown over it.

#[cfg(not(feature = "serve"))]
mod absent;
#[cfg(feature = "serve")]
mod http;
#[cfg(feature = "serve")]
mod served;
#[cfg(feature = "serve")]
mod server;
#[cfg(feature = "serve")]
mod state;
#[cfg(feature = "serve")]
mod status;
#[cfg(feature = "serve")]
mod watch;

#[cfg(not(feature = "serve"))]
pub use self::absent::run;
#[cfg(feature = "serve")]
pub use self::server::run;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

use crate::diag::Diagnostic;
use crate::publish::memory::Kept;

/// The port that is tried first where none is asked for.
pub const PORT: u16 = 8_000;

/// What one build came to.
#[derive(Debug)]
pub struct Built {
    /// The files of the site; `None` where faults left it unmade.
    pub files: Option<BTreeMap<String, Kept>>,
    /// What was found, errors and warnings.
    pub findings: Vec<Diagnostic>,
    /// How many records the edition has, where it got that far.
    pub records: usize,
    /// Why there is no site where no finding says so: a folder, the theme.
    pub failure: Option<String>,
    /// How long it took.
    pub took: Duration,
    /// How much of it is new.
    pub part: Part,
}

/// How much of a site is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The pages that were saved; what else of the site follows from them is still to be made.
    Saved,
    /// All of it, or all its pages.
    Whole,
    /// What programs read (search, tables, feeds); the pages are up already.
    Rest,
}

/// The files that changed, as far as the watcher named them.
pub type Changed = BTreeSet<PathBuf>;

/// Makes a site at an address and shows it, part by part where it can; then waits until something changes,
/// and may show what came of that before it is asked to make the site again.
pub type Round<'s> = dyn FnMut(&str, &dyn Fn(Built), &dyn Fn() -> Changed) + Send + 's;

/// What a server is asked for.
pub struct Asked<'s> {
    /// The port; one that is free where it is `None` and the usual one is taken.
    pub port: Option<u16>,
    /// What the site is, in a few words, as in `the public edition`.
    pub what: String,
    /// The folders that are to be watched now, and whether with all that is below them.
    pub watched: Box<dyn Fn() -> Vec<(PathBuf, bool)> + Send>,
    /// Makes the site, again and again.
    pub round: Box<Round<'s>>,
    /// Is told once where the site is, and after each build what it came to.
    pub tell: &'s (dyn Fn(&str, &[Diagnostic]) + Sync),
}

impl std::fmt::Debug for Asked<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Asked").field("port", &self.port).field("what", &self.what).finish_non_exhaustive()
    }
}
