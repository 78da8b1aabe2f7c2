//! Pages → the index that the page of search reads: files that any static host can serve.
//!
//! In: each page of a record as it is finished, and the site. Out, below `search/`:
//! `index.json` (what there is and how it lies), `words-N.txt` (where each term stands),
//! `text-B-N.txt` (the texts, for passages), `cards-N.txt` (title, address, date, status),
//! `by-<filter>.txt` and `dates.txt`. All of it is plain text, so that the leak scan reads it as it
//! reads a page, and none of it says more than the pages do. The same site gives the same bytes,
//! whatever the number of threads. docs/content/reference/search-and-facets.md tells the forms; `themes/default/assets/search/`
//! reads them.

mod code;
mod columns;
mod last;
mod lines;
mod passages;
mod terms;
mod texts;
mod words;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use self::last::Last;
use self::terms::Terms;
use self::texts::Texts;
use crate::compose::Site;
use crate::publish::sink::{Digest, Sink};
use crate::spent::{self, Work};

/// The file that says how the others lie.
const CONTENTS: &str = "search/index.json";

/// What an index came to: enough for the next to be made of it, where most pages are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Came {
    /// The documents in their order, with their titles.
    pub(crate) documents: Digest,
    /// Its files.
    pub(crate) files: BTreeMap<String, Digest>,
}

/// The terms of a text, in order.
pub(super) fn terms_of(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    words::each(text, &mut |term| terms.push(term.to_owned()));
    terms
}

/// The index, while pages are made.
pub(crate) struct Index<'s> {
    site: &'s Site<'s>,
    documents: Digest,
    made: Made<'s>,
    marks: AtomicU64,
    files: Mutex<BTreeMap<String, Digest>>,
}

/// What an index is made from.
enum Made<'s> {
    /// Every page.
    Pages(Terms, Texts),
    /// That of the last site, and the pages that are others.
    Last(Last<'s>),
}

#[derive(Serialize)]
struct Contents<'s> {
    /// Changes when anything in the index does, so that no file of an older one is taken from a cache.
    version: String,
    documents: usize,
    parts: u32,
    cards: usize,
    /// Words that are passed over.
    common: &'s [&'s str],
    kinds: Vec<Kind<'s>>,
    filters: Vec<Filter<'s>>,
    /// The documents that have more than one part, as steps, each with how many it has.
    split: String,
    /// For each block of texts, its number of files, and for each of these its number of parts.
    texts: String,
    /// The first term of each file of terms.
    words: Vec<String>,
}

#[derive(Serialize)]
struct Kind<'s> {
    key: &'s str,
    label: &'s str,
    one: &'s str,
    documents: usize,
}

#[derive(Serialize)]
struct Filter<'s> {
    key: &'s str,
    label: &'s str,
    values: usize,
}

impl<'s> Index<'s> {
    /// An index of a site, with nothing in it yet.
    pub(crate) fn new(site: &'s Site<'s>) -> Self {
        let titles = site.search.documents.iter().map(|record| &site.edition.record(*record).title);
        let documents = Digest::of_value(&(&site.search.documents, titles.collect::<Vec<_>>()));
        let made = Made::Pages(Terms::new(), Texts::new(site.search.documents.len()));
        Index { site, documents, made, marks: AtomicU64::new(0), files: Mutex::default() }
    }

    /// The same index, made of that of the last site, where there is one of the same documents: only pages that
    /// are others are then read.
    #[must_use]
    pub(crate) fn after(mut self, came: Option<&'s Came>, sink: &dyn Sink) -> Self {
        let came = came.filter(|came| came.documents == self.documents);
        if let Some(last) = came.and_then(|came| spent::on(Work::Search, || Last::read(came, sink))) {
            self.made = Made::Last(last);
        }
        self
    }

    /// Takes the finished page of a record, and whether it is that of the last site.
    pub(crate) fn read(
        &self,
        record: usize,
        html: &[u8],
        is_kept: bool,
        sink: &dyn Sink,
    ) -> anyhow::Result<()> {
        let is_known = is_kept && matches!(self.made, Made::Last(_));
        if is_known { Ok(()) } else { spent::on(Work::Search, || self.take(record, html, sink)) }
    }

    fn take(&self, record: usize, html: &[u8], sink: &dyn Sink) -> anyhow::Result<()> {
        let document = self.site.search.document(record);
        let parts = texts::parts(&passages::passages(std::str::from_utf8(html)?));
        let (terms, texts) = match &self.made {
            Made::Pages(terms, texts) => (terms, texts),
            Made::Last(last) => {
                last.take(document, parts);
                return Ok(());
            }
        };
        for (part, lines) in parts.iter().enumerate() {
            let part = u16::try_from(part).unwrap_or(u16::MAX);
            terms.add(document, part, self.title(document), lines);
        }
        texts.add(document, parts, &self.marking(sink))
    }

    fn title(&self, document: u32) -> &'s str {
        &self.site.edition.record(self.site.search.documents[document as usize]).title
    }

    /// Writes what is left, when all pages are made; tells what it came to.
    pub(crate) fn finish(self, sink: &dyn Sink) -> anyhow::Result<Came> {
        spent::on(Work::Search, || self.write(sink))
    }

    fn write(mut self, sink: &dyn Sink) -> anyhow::Result<Came> {
        let search = &self.site.search;
        let made = std::mem::replace(&mut self.made, Made::Pages(Terms::new(), Texts::new(0)));
        let marks = self.marking(sink);
        let (layout, files) = match made {
            Made::Pages(terms, texts) => {
                let layout = texts.into_layout();
                let files = terms.into_files(&last::firsts(&layout.parts));
                (layout, files)
            }
            Made::Last(last) => last.finish(|document| self.title(document), &marks)?,
        };
        let words = files.iter().map(|(term, _)| term.clone()).collect();
        for (n, (_, text)) in files.into_iter().enumerate() {
            marks.file(&words_address(n), text.into_bytes())?;
        }
        columns::cards(self.site, &marks)?;
        columns::dates(self.site, &marks)?;
        search.filters.iter().try_for_each(|filter| columns::filter(self.site, filter, &marks))?;
        let contents = Contents {
            version: format!("{:016x}", self.marks.load(Ordering::Relaxed)),
            documents: search.documents.len(),
            parts: layout.parts.iter().sum(),
            cards: columns::CARDS,
            common: &words::COMMON,
            kinds: search.kinds.iter().map(Kind::of).collect(),
            filters: search.filters.iter().map(Filter::of).collect(),
            split: split(&layout.parts),
            texts: lying(&layout.blocks),
            words,
        };
        marks.file(CONTENTS, serde_json::to_vec(&contents)?)?;
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Came { documents: self.documents, files })
    }

    fn marking<'a>(&'a self, sink: &'a dyn Sink) -> Marks<'a> {
        Marks { sink, marks: &self.marks, files: &self.files }
    }
}

impl<'s> Kind<'s> {
    fn of(kind: &'s crate::compose::search::Kind) -> Self {
        Kind {
            key: &kind.collection,
            label: &kind.label,
            one: &kind.singular,
            documents: kind.documents.len(),
        }
    }
}

impl<'s> Filter<'s> {
    fn of(filter: &'s crate::compose::search::Filter) -> Self {
        Filter { key: &filter.parameter, label: &filter.label, values: filter.values.len() }
    }
}

/// The address of a file of terms.
fn words_address(n: usize) -> String {
    format!("search/words-{n}.txt")
}

fn split(parts: &[u32]) -> String {
    let (mut out, mut last) = (String::new(), 0);
    for (document, count) in (0u32..).zip(parts) {
        if *count != 1 {
            code::number(document - last, &mut out);
            code::number(*count, &mut out);
            last = document;
        }
    }
    out
}

fn lying(blocks: &[Vec<u32>]) -> String {
    let mut out = String::new();
    for files in blocks {
        code::number(files.len() as u32, &mut out);
        files.iter().for_each(|parts| code::number(*parts, &mut out));
    }
    out
}

/// A sink that notes every file that passes, and adds up a mark of each: the sum depends on no order.
struct Marks<'a> {
    sink: &'a dyn Sink,
    marks: &'a AtomicU64,
    files: &'a Mutex<BTreeMap<String, Digest>>,
}

impl Marks<'_> {
    fn note(&self, path: &str, bytes: &[u8], digest: Digest) {
        self.marks.fetch_add(mark(path.as_bytes()).wrapping_mul(mark(bytes) | 1), Ordering::Relaxed);
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), digest);
    }
}

impl Sink for Marks<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.note(path, &bytes, Digest::of(&bytes));
        self.sink.file(path, bytes)
    }

    fn again(&self, path: &str, digest: &Digest) -> anyhow::Result<Option<Arc<Vec<u8>>>> {
        let kept = self.sink.again(path, digest)?;
        kept.iter().for_each(|bytes| self.note(path, bytes, *digest));
        Ok(kept)
    }

    fn last(&self, path: &str, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.sink.last(path, digest)
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        self.sink.copy(path, from)
    }
}

/// FNV-1a over words of eight bytes: fast, and the same everywhere.
fn mark(bytes: &[u8]) -> u64 {
    let step = |mark: u64, word: u64| (mark ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
    let (words, rest) = bytes.as_chunks::<8>();
    let mark = words.iter().fold(0xcbf2_9ce4_8422_2325, |mark, word| step(mark, u64::from_le_bytes(*word)));
    rest.iter().fold(mark, |mark, byte| step(mark, u64::from(*byte)))
}
