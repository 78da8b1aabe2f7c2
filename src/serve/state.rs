//! What the server shows at this moment.
//!
//! In: builds, one after another. Out: the newest good site, and what the newest build said. A state
//! is never changed: a new one takes its place.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::diag::{Diagnostic, Severity};
use crate::publish::memory::Kept;

use super::Built;

/// Which site is up, and how the last build went.
#[derive(Debug, Default)]
pub(super) struct State {
    /// How many builds there were.
    pub(super) builds: u64,
    /// The build that the site is of, from 1; it grows only when a byte of what a reader sees changed.
    pub(super) site: u64,
    /// The files of the site.
    pub(super) files: Arc<BTreeMap<String, Kept>>,
    /// What the last build found.
    pub(super) findings: Vec<Diagnostic>,
    /// Why the last build made no site, where no finding says so.
    pub(super) failure: Option<String>,
    /// Whether the last build made the site that is up.
    pub(super) is_current: bool,
    /// How many records the last build that made one had.
    pub(super) records: usize,
    /// How long the last build took.
    pub(super) took: Duration,
}

impl State {
    /// The state after one more build.
    pub(super) fn after(&self, built: Built) -> Self {
        let Built { files, findings, records, failure, took, is_rest } = built;
        let builds = self.builds + 1;
        // What pages show is up already, since a moment: the reader stays, and waited no longer.
        let took = if is_rest && files.is_some() { self.took } else { took };
        let last = State { builds, findings, failure, took, ..State::default() };
        match files {
            // The browser stays where it is when nothing on any page is new.
            Some(files) if files == *self.files && self.site > 0 => {
                State { site: self.site, files: Arc::clone(&self.files), is_current: true, records, ..last }
            }
            Some(files) if is_rest => {
                State { site: self.site, files: Arc::new(files), is_current: true, records, ..last }
            }
            Some(files) => State { site: builds, files: Arc::new(files), is_current: true, records, ..last },
            None => State {
                site: self.site,
                files: Arc::clone(&self.files),
                is_current: false,
                records: self.records,
                ..last
            },
        }
    }

    /// How the last build went, in a line.
    pub(super) fn in_words(&self) -> String {
        let count = |severity| self.findings.iter().filter(|finding| finding.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let plural =
            |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        let took = format!("{:.0} ms", self.took.as_secs_f64() * 1e3);
        let found = match (errors, warnings) {
            (0, 0) => String::new(),
            (0, _) => format!(", {}", plural(warnings, "warning")),
            _ => format!(", {}, {}", plural(errors, "error"), plural(warnings, "warning")),
        };
        match (&self.failure, self.is_current) {
            (Some(failure), _) => format!("Not made: {failure}"),
            (None, true) => {
                let files = plural(self.files.len(), "file");
                format!("Made in {took}: {}, {files}{found}", plural(self.records, "record"))
            }
            (None, false) if self.site == 0 => format!("Not made, after {took}{found}"),
            (None, false) => format!("Not made, after {took}{found}; the last good site stays up"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(page: Option<&str>) -> Built {
        let files = page.map(|page| {
            BTreeMap::from([("index.html".to_owned(), Kept::Bytes(page.as_bytes().to_vec().into()))])
        });
        Built {
            files,
            findings: Vec::new(),
            records: 3,
            failure: None,
            took: Duration::from_millis(12),
            is_rest: false,
        }
    }

    #[test]
    fn the_last_good_site_stays_and_only_a_new_one_has_a_new_number() {
        let first = State::default().after(built(Some("one")));
        assert_eq!((first.builds, first.site, first.is_current), (1, 1, true));
        let same = first.after(built(Some("one")));
        assert_eq!((same.builds, same.site, same.is_current), (2, 1, true));
        let faulty = same.after(built(None));
        assert_eq!((faulty.builds, faulty.site, faulty.is_current), (3, 1, false));
        assert_eq!(faulty.files, first.files);
        assert_eq!(faulty.in_words(), "Not made, after 12 ms; the last good site stays up");
        let mended = faulty.after(built(Some("two")));
        assert_eq!((mended.builds, mended.site), (4, 4));
        assert_eq!(mended.in_words(), "Made in 12 ms: 3 records, 1 file");
    }

    #[test]
    fn what_is_added_to_pages_that_are_up_moves_no_reader() {
        let first = State::default().after(built(Some("one")));
        let rest = Built { is_rest: true, took: Duration::from_secs(9), ..built(Some("and tables")) };
        let whole = first.after(rest);
        assert_eq!((whole.builds, whole.site, whole.is_current, whole.took), (2, 1, true, first.took));
        assert!(whole.files != first.files);
    }

    #[test]
    fn a_first_build_that_fails_leaves_no_site() {
        let state = State::default().after(Built { failure: Some("no theme".to_owned()), ..built(None) });
        assert_eq!((state.site, state.files.len()), (0, 0));
        assert_eq!(state.in_words(), "Not made: no theme");
    }
}
