//! What the server shows at this moment.
//!
//! In: builds, one after another. Out: the newest good site, and what the newest build said. A state
//! is never changed: a new one takes its place.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::diag::{Diagnostic, Severity};
use crate::publish::memory::Kept;

use super::{Built, Part, served};

/// Which site is up, and how the last build went.
#[derive(Debug, Default)]
pub(super) struct State {
    /// How many builds there were.
    pub(super) builds: u64,
    /// The build that the site is of, from 1; it grows only when a byte of what a reader sees changed.
    pub(super) site: u64,
    /// The builds that last changed a page, by its path, and what any page may show: pictures, the look.
    pub(super) turned: Arc<BTreeMap<String, u64>>,
    pub(super) dressed: u64,
    /// The files of the site.
    pub(super) files: Arc<BTreeMap<String, Kept>>,
    /// Those of the last good site, where a page of the next one is shown already.
    pub(super) good: Option<Arc<BTreeMap<String, Kept>>>,
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
    /// Whether other pages may follow from those that are new.
    pub(super) is_begun: bool,
}

impl State {
    /// The state after one more build.
    pub(super) fn after(&self, built: Built) -> Self {
        let Built { files, findings, records, failure, took, part } = built;
        let builds = self.builds + 1;
        // What pages show is up already, since a moment: the reader stays, and waited no longer.
        let took = if part == Part::Rest && files.is_some() { self.took } else { took };
        let is_begun = part == Part::Saved;
        let last = State { builds, findings, failure, took, is_begun, ..State::default() };
        // What was shown of a change that came to nothing is taken back.
        let good = self.good.as_ref().unwrap_or(&self.files);
        let is_current = files.is_some();
        let files = files.map_or_else(|| Arc::clone(good), Arc::new);
        let good = (is_begun && is_current).then(|| Arc::clone(good));
        let records = if is_current { records } else { self.records };
        let (mut turned, mut dressed) = (Arc::clone(&self.turned), self.dressed);
        let mut is_equal = true;
        for path in changed(&self.files, &files) {
            is_equal = false;
            match path.ends_with(".html") {
                true => drop(Arc::make_mut(&mut turned).insert(path.clone(), builds)),
                false if is_shown(path) => dressed = builds,
                false => {}
            }
        }
        // The number stays when nothing on any page is new.
        let is_same = match (self.site > 0, part) {
            (false, _) => !is_current,
            (true, Part::Rest) => dressed != builds,
            (true, _) => is_equal,
        };
        let site = if is_same { self.site } else { builds };
        State { site, turned, dressed, files, good, records, is_current, ..last }
    }

    /// The build that last changed what a browser sees that asked for a path.
    pub(super) fn page(&self, path: &str) -> u64 {
        let page = served::page(&self.files, path);
        self.turned.get(&*page).copied().unwrap_or_default().max(self.dressed)
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
            (None, true) if self.is_begun => format!("Shown in {took}: what was saved; the rest follows"),
            (None, true) => {
                let files = plural(self.files.len(), "file");
                format!("Made in {took}: {}, {files}{found}", plural(self.records, "record"))
            }
            (None, false) if self.site == 0 => format!("Not made, after {took}{found}"),
            (None, false) => format!("Not made, after {took}{found}; the last good site stays up"),
        }
    }
}

/// What one site has otherwise than another: what is new in it, what is another there and what is gone.
fn changed<'f>(
    was: &'f BTreeMap<String, Kept>,
    now: &'f BTreeMap<String, Kept>,
) -> impl Iterator<Item = &'f String> {
    let new = now.iter().filter(|(path, kept)| was.get(*path) != Some(kept));
    new.chain(was.iter().filter(|(path, _)| !now.contains_key(*path))).map(|(path, _)| path)
}

/// Whether a file that is no page is seen on pages all the same. What search reads of its own accord is not.
fn is_shown(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_own = matches!(ending, "css" | "js" | "svg" | "png" | "jpg" | "jpeg" | "gif" | "webp");
    is_own && !path.starts_with("assets/search/")
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
            part: Part::Whole,
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
        let rest = Built { part: Part::Rest, took: Duration::from_secs(9), ..built(Some("and tables")) };
        let whole = first.after(rest);
        assert_eq!((whole.builds, whole.site, whole.is_current, whole.took), (2, 1, true, first.took));
        assert!(whole.files != first.files);
    }

    #[test]
    fn what_was_shown_of_a_faulty_change_is_taken_back() {
        let first = State::default().after(built(Some("one")));
        let saved = first.after(Built { part: Part::Saved, ..built(Some("two")) });
        assert_eq!((saved.page(""), saved.site, saved.is_current), (2, 2, true));
        assert_eq!(saved.in_words(), "Shown in 12 ms: what was saved; the rest follows");
        let again = saved.after(Built { part: Part::Saved, ..built(Some("three")) });
        let faulty = again.after(built(None));
        assert_eq!((faulty.page(""), faulty.is_current), (4, false));
        assert_eq!(faulty.files, first.files);
        assert_eq!(faulty.after(built(Some("four"))).good, None);
        let whole = saved.after(built(Some("two")));
        assert_eq!((whole.page(""), whole.site, whole.good), (2, 2, None));
    }

    #[test]
    fn a_page_turns_with_its_own_bytes_and_with_what_pages_share() {
        let site = |files: &[(&str, &str)]| {
            let file = |(path, text): &(&str, &str)| {
                ((*path).to_owned(), Kept::Bytes(text.as_bytes().to_vec().into()))
            };
            Built { files: Some(files.iter().map(file).collect()), ..built(None) }
        };
        let first = State::default().after(site(&[("a.html", "a"), ("b/index.html", "b"), ("x.css", "x")]));
        let second =
            first.after(site(&[("a.html", "A"), ("b/index.html", "b"), ("x.css", "x"), ("d.csv", "d")]));
        assert_eq!(["a.html", "b/", "b/index.html"].map(|path| second.page(path)), [2, 1, 1]);
        let gone = second.after(site(&[("b/index.html", "b"), ("x.css", "x"), ("404.html", "lost")]));
        assert_eq!([gone.page("a.html"), gone.page("b/")], [3, 1]);
        let rest = site(&[("b/index.html", "b"), ("x.css", "y"), ("404.html", "lost")]);
        let dressed = gone.after(Built { part: Part::Rest, ..rest });
        assert_eq!([dressed.page("a.html"), dressed.page("b/"), dressed.site], [4, 4, 4]);
    }

    #[test]
    fn a_first_build_that_fails_leaves_no_site() {
        let state = State::default().after(Built { failure: Some("no theme".to_owned()), ..built(None) });
        assert_eq!((state.site, state.files.len()), (0, 0));
        assert_eq!(state.in_words(), "Not made: no theme");
    }
}
