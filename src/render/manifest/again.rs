//! Making a site again: a page that cannot be another one is taken from the last site.
//!
//! In: the manifest of the last build, if there is one, and that of this one. Out: each page, from the last
//! site or made; when all are there, the manifest of this build.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Came, Digest, Manifest, Page};
use crate::audience::reads::{self, Read};
use crate::publish::sink::Sink;

/// A site that is made again.
#[derive(Debug)]
pub(crate) struct Again<'m> {
    now: Manifest,
    last: Option<Last<'m>>,
    pages: Mutex<BTreeMap<String, Page>>,
    kept: AtomicUsize,
}

/// A page, and whether it is the last site's.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) bytes: Arc<Vec<u8>>,
    pub(crate) is_kept: bool,
}

/// What is known of the last build, where what all pages share is as it was then.
#[derive(Debug)]
struct Last<'m> {
    manifest: &'m Manifest,
    /// Whether each record is as it was.
    is_same: Vec<bool>,
    are_all_same: bool,
}

impl<'m> Again<'m> {
    /// A site that is made from this, after one that was made from that.
    pub(crate) fn new(now: Manifest, last: Option<&'m Manifest>) -> Self {
        let last = last.filter(|last| last.shared == now.shared && last.records.len() == now.records.len());
        let last = last.map(|manifest| {
            let is_same: Vec<bool> = manifest.records.iter().zip(&now.records).map(|(a, b)| a == b).collect();
            Last { manifest, are_all_same: is_same.iter().all(|same| *same), is_same }
        });
        Again { now, last, pages: Mutex::default(), kept: AtomicUsize::new(0) }
    }

    /// A page: the last site's, or as it is made, and then handed to the sink.
    pub(crate) fn page(
        &self,
        path: &str,
        sink: &dyn Sink,
        make: impl FnOnce() -> anyhow::Result<String>,
    ) -> anyhow::Result<Finished> {
        if let Some(page) = self.last.as_ref().and_then(|last| last.page(path, &self.now))
            && let Some(bytes) = sink.again(path, &page.bytes)?
        {
            self.kept.fetch_add(1, Ordering::Relaxed);
            self.note(path, page.clone());
            return Ok(Finished { bytes, is_kept: true });
        }
        let (made, reads) = reads::of(make);
        let bytes = Arc::new(made?.into_bytes());
        self.note(path, Page { bytes: Digest::of(&bytes), reads });
        sink.shared(path, &bytes)?;
        Ok(Finished { bytes, is_kept: false })
    }

    /// The index of the last site's search, where no more than one in eight of these pages has to be made: with
    /// more of them, what was has to be read as much as what is.
    pub(crate) fn searched<'p>(&self, pages: impl Iterator<Item = &'p str>) -> Option<&'m Came> {
        let last = self.last.as_ref()?;
        let (mut all, mut made) = (0, 0);
        for path in pages {
            all += 1;
            made += usize::from(last.page(path, &self.now).is_none());
        }
        last.manifest.search.as_ref().filter(|_| made * 8 <= all)
    }

    fn note(&self, path: &str, page: Page) {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), page);
    }

    /// The manifest of what was made, with what the index came to, and how many pages were taken from the last
    /// site.
    pub(crate) fn finish(self, search: Option<Came>) -> (Manifest, usize) {
        let pages = self.pages.into_inner().unwrap_or_else(PoisonError::into_inner);
        (Manifest { pages, search, ..self.now }, self.kept.into_inner())
    }
}

impl Last<'_> {
    /// What a page came to, where nothing that was looked at for it is another now.
    fn page(&self, path: &str, now: &Manifest) -> Option<&Page> {
        let page = self.manifest.pages.get(path)?;
        let is_same = |read: Read| match read {
            Read::Record(index) => self.is_same.get(index as usize).copied().unwrap_or(false),
            Read::Every => self.are_all_same,
            Read::Reports => self.manifest.reports == now.reports,
        };
        page.reads.iter().all(is_same).then_some(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::Memory;

    fn manifest(shared: &str, records: [&str; 3]) -> Manifest {
        let digest = |text: &str| Digest::of(text.as_bytes());
        let records = records.map(digest).to_vec();
        Manifest {
            shared: digest(shared),
            reports: digest(""),
            records,
            pages: BTreeMap::new(),
            search: None,
            others: BTreeMap::new(),
        }
    }

    /// Makes a page that looks at these after one that looked at the first two records; whether it was
    /// taken from the last site.
    fn is_kept(shared: &str, records: [&str; 3]) -> bool {
        let first = Again::new(manifest("x", ["a", "b", "c"]), None);
        let memory = Memory::default();
        let looks = || {
            reads::note(Read::Record(0));
            reads::note(Read::Record(1));
            Ok("made".to_owned())
        };
        first.page("p.html", &memory, looks).unwrap();
        let last = first.finish(None).0;
        let memory = Memory::after(memory.into_files());
        let second = Again::new(manifest(shared, records), Some(&last));
        let page = second.page("p.html", &memory, || Ok("made anew".to_owned())).unwrap();
        let (now, kept) = second.finish(None);
        assert_eq!((kept == 1, page.is_kept), (page.is_kept, page.bytes.as_slice() == b"made"));
        assert_eq!(now.pages["p.html"].bytes, Digest::of(&page.bytes));
        kept == 1
    }

    #[test]
    fn a_page_is_made_again_where_something_that_it_looked_at_is_another() {
        assert!(is_kept("x", ["a", "b", "c"]));
        assert!(is_kept("x", ["a", "b", "other"]));
        assert!(!is_kept("x", ["a", "other", "c"]));
        assert!(!is_kept("y", ["a", "b", "c"]));
    }
}
