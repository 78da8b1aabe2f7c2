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
mod passages;
mod terms;
mod texts;
mod words;

use std::sync::atomic::{AtomicU64, Ordering};

use serde::Serialize;

use self::terms::Terms;
use self::texts::Texts;
use crate::compose::Site;
use crate::publish::sink::Sink;
use crate::spent::{self, Work};

/// The terms of a text, in order.
pub(super) fn terms_of(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    words::each(text, &mut |term| terms.push(term.to_owned()));
    terms
}

/// The index, while pages are made.
pub(crate) struct Index<'s> {
    site: &'s Site<'s>,
    terms: Terms,
    texts: Texts,
    marks: AtomicU64,
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
        let documents = site.search.documents.len();
        Index { site, terms: Terms::new(), texts: Texts::new(documents), marks: AtomicU64::new(0) }
    }

    /// Takes the finished page of a record.
    pub(crate) fn read(&self, record: usize, html: &str, sink: &dyn Sink) -> anyhow::Result<()> {
        spent::on(Work::Search, || self.take(record, html, sink))
    }

    fn take(&self, record: usize, html: &str, sink: &dyn Sink) -> anyhow::Result<()> {
        let document = self.site.search.document(record);
        let title = &self.site.edition.record(record).title;
        let parts = texts::parts(&passages::passages(html));
        for (part, lines) in parts.iter().enumerate() {
            self.terms.add(document, u16::try_from(part).unwrap_or(u16::MAX), title, lines);
        }
        self.texts.add(document, parts, &self.marking(sink))
    }

    /// Writes what is left, when all pages are made.
    pub(crate) fn finish(self, sink: &dyn Sink) -> anyhow::Result<()> {
        spent::on(Work::Search, || self.write(sink))
    }

    fn write(self, sink: &dyn Sink) -> anyhow::Result<()> {
        let search = &self.site.search;
        let layout = self.texts.into_layout();
        let mut first = Vec::with_capacity(layout.parts.len());
        let mut parts = 0;
        for count in &layout.parts {
            first.push(parts);
            parts += count;
        }
        let files = self.terms.into_files(&first);
        let marks = Marks { sink, marks: &self.marks };
        let words = files.iter().map(|(term, _)| term.clone()).collect();
        for (n, (_, text)) in files.into_iter().enumerate() {
            marks.file(&format!("search/words-{n}.txt"), text.into_bytes())?;
        }
        columns::cards(self.site, &marks)?;
        columns::dates(self.site, &marks)?;
        search.filters.iter().try_for_each(|filter| columns::filter(self.site, filter, &marks))?;
        let contents = Contents {
            version: format!("{:016x}", self.marks.load(Ordering::Relaxed)),
            documents: search.documents.len(),
            parts,
            cards: columns::CARDS,
            common: &words::COMMON,
            kinds: search.kinds.iter().map(Kind::of).collect(),
            filters: search.filters.iter().map(Filter::of).collect(),
            split: split(&layout.parts),
            texts: lying(&layout.blocks),
            words,
        };
        sink.file("search/index.json", serde_json::to_vec(&contents)?)
    }

    fn marking<'a>(&'a self, sink: &'a dyn Sink) -> Marks<'a> {
        Marks { sink, marks: &self.marks }
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

/// A sink that adds up a mark of every file that passes: the sum depends on no order.
struct Marks<'a> {
    sink: &'a dyn Sink,
    marks: &'a AtomicU64,
}

impl Sink for Marks<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.marks.fetch_add(mark(path.as_bytes()).wrapping_mul(mark(&bytes) | 1), Ordering::Relaxed);
        self.sink.file(path, bytes)
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
