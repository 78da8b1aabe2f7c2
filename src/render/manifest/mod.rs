//! What a site was made from and what each of its pages came to, so that the next build makes again only the
//! pages that could be others now.
//!
//! In: a site. Out: a manifest, which is kept beside the live site and says nothing but digests and the
//! addresses of pages. A page is a function of the records that were looked at while it was made
//! (`audience::reads` notes each, so that no page can forget one) and of what all pages share, which is told
//! here. Where neither changed, the page is the one that the last site has, as long as its bytes are. A
//! manifest that is of another program, cut short or edited is no manifest: everything is then made.

mod again;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

pub(crate) use self::again::{Again, Finished};
use super::press::Press;
use super::search::Came;
use super::theme::Theme;
use super::{Before, Extras};
use crate::audience::reads::{Read, Reads};
use crate::compose::Site;
use crate::publish::sink::Digest;

/// What a site was made from, and what its pages came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// What all pages share: settings, the theme, the order of things, the program.
    shared: Digest,
    /// The words of the compiled reports.
    reports: Digest,
    /// Each record, by its index.
    records: Vec<Digest>,
    pages: BTreeMap<String, Page>,
    /// The index of the search, where the site has one.
    search: Option<Came>,
    /// Those of the same site in other languages.
    others: BTreeMap<String, Manifest>,
}

/// What a page came to, and what was looked at for it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Page {
    bytes: Digest,
    reads: Reads,
}

/// As it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    shared: String,
    reports: String,
    records: Vec<String>,
    pages: BTreeMap<String, (String, Vec<i64>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    search: Option<(String, BTreeMap<String, String>)>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    others: BTreeMap<String, Written>,
}

impl Manifest {
    /// What a site is made from; its pages are to come. Of another program, or of another version of it,
    /// nothing is taken over.
    pub(crate) fn of(before: Before<'_>, press: &Press, theme: &Theme, extras: &Extras<'_>) -> Self {
        let site = press.site;
        let edition = site.edition;
        let known = |index: usize| {
            let was = before.records.get(index)?;
            let is_same = Arc::ptr_eq(was, edition.record(index)) || was == edition.record(index);
            before.last.filter(|_| is_same)?.records.get(index).copied()
        };
        // What is not translated is marked.
        let is_main = edition.config().is_main();
        let digest = |index: usize| {
            let record = Digest::of_hash(&**edition.record(index));
            if is_main { record } else { Digest::of_value(&(record, edition.left(index))) }
        };
        let of = |index: usize| known(index).unwrap_or_else(|| digest(index));
        let records: Vec<Digest> = (0..edition.count()).into_par_iter().map(of).collect();
        let ids: Vec<_> = edition.ids().collect();
        let works = edition.works();
        let said = (before.program, edition.audience(), edition.today(), edition.config(), edition.schema());
        let sizes: Vec<_> = extras.pdfs.iter().map(|(address, bytes)| (address, bytes.len())).collect();
        let shared = [
            Digest::of_value(&said),
            Digest::of_value(&(ids, edition.withheld(), edition.locks().collect::<Vec<_>>())),
            Digest::of_value(&(works.all(), works.style())),
            Digest::of_value(&(sizes, extras.search, press.citations())),
            Digest::of_value(&site.bones()),
            theme.digest(),
            Digest::of_value(&press.languages),
        ];
        let shared = Digest::of_value(&shared);
        let reports = reports(site);
        Manifest { shared, reports, records, pages: BTreeMap::new(), search: None, others: BTreeMap::new() }
    }

    /// The same, where what all pages share was made from these, too.
    pub(crate) fn sharing(mut self, reads: &Reads) -> Self {
        let read: Vec<_> = reads.iter().map(|read| self.read(read)).collect();
        self.shared = Digest::of_value(&(self.shared, read));
        self
    }

    /// Whether something at this address is a page that may be taken over.
    pub fn has_page(&self, path: &str) -> bool {
        let within = |(language, other): (&String, &Manifest)| {
            let path = path.strip_prefix(&**language)?.strip_prefix('/')?;
            other.has_page(path).then_some(())
        };
        self.pages.contains_key(path) || self.others.iter().any(|other| within(other).is_some())
    }

    /// What was looked at, as it was.
    fn read(&self, read: Read) -> Digest {
        match read {
            Read::Record(index) => self.records[index as usize],
            Read::Every => Digest::of_hash(&self.records),
            Read::Reports => self.reports,
        }
    }

    /// The manifest of the same site in another language.
    pub(crate) fn of_language(&self, language: &str) -> Option<&Manifest> {
        self.others.get(language)
    }

    /// Adds that of the same site in another language.
    pub(crate) fn beside(&mut self, language: &str, other: Manifest) {
        self.others.insert(language.to_owned(), other);
    }

    /// As it is kept: its own digest in a line, then the rest as JSON.
    ///
    /// # Errors
    /// None that content can cause.
    pub fn to_bytes(&self) -> anyhow::Result<Vec<u8>> {
        let json = serde_json::to_vec(&self.written())?;
        let mut bytes = format!("annals manifest {FORMAT} {}\n", Digest::of(&json).to_hex()).into_bytes();
        bytes.extend(json);
        Ok(bytes)
    }

    fn written(&self) -> Written {
        let page = |page: &Page| (page.bytes.to_hex(), page.reads.iter().map(number).collect());
        let search = |came: &Came| {
            let files = came.files.iter().map(|(path, digest)| (path.clone(), digest.to_hex()));
            (came.documents.to_hex(), files.collect())
        };
        Written {
            shared: self.shared.to_hex(),
            reports: self.reports.to_hex(),
            records: self.records.iter().map(|digest| digest.to_hex()).collect(),
            pages: self.pages.iter().map(|(path, made)| (path.clone(), page(made))).collect(),
            search: self.search.as_ref().map(search),
            others: self.others.iter().map(|(language, other)| (language.clone(), other.written())).collect(),
        }
    }

    /// The manifest that was kept so; none where a byte of it is another one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (first, json) = bytes.split_at_checked(memchr::memchr(b'\n', bytes)? + 1)?;
        let digest = std::str::from_utf8(first).ok()?.strip_prefix("annals manifest ")?;
        let digest = digest.strip_prefix(&format!("{FORMAT} "))?.trim_end();
        if Digest::from_hex(digest)? != Digest::of(json) {
            return None;
        }
        Manifest::of_written(serde_json::from_slice(json).ok()?)
    }

    fn of_written(written: Written) -> Option<Self> {
        let Written { shared, reports, records, pages, search, others } = written;
        let records: Vec<Digest> = records.iter().map(|hex| Digest::from_hex(hex)).collect::<Option<_>>()?;
        let page = |(bytes, reads): (String, Vec<i64>)| {
            let reads = reads.into_iter().map(|number| read(number, records.len())).collect::<Option<_>>()?;
            Some(Page { bytes: Digest::from_hex(&bytes)?, reads: Reads::these(reads) })
        };
        let pages = pages.into_iter().map(|(path, made)| Some((path, page(made)?))).collect::<Option<_>>()?;
        let others =
            others.into_iter().map(|(language, other)| Some((language, Manifest::of_written(other)?)));
        let others = others.collect::<Option<_>>()?;
        let (shared, reports) = (Digest::from_hex(&shared)?, Digest::from_hex(&reports)?);
        let search = match search {
            Some((documents, files)) => {
                let file = |(path, hex): (String, String)| Some((path, Digest::from_hex(&hex)?));
                let files = files.into_iter().map(file).collect::<Option<_>>()?;
                Some(Came { documents: Digest::from_hex(&documents)?, files })
            }
            None => None,
        };
        Some(Manifest { shared, reports, records, pages, search, others })
    }
}

/// The version of the form.
const FORMAT: u32 = 3;

/// What was looked at, as a number: a record by its index.
fn number(read: Read) -> i64 {
    match read {
        Read::Record(index) => i64::from(index),
        Read::Every => -1,
        Read::Reports => -2,
    }
}

fn read(number: i64, records: usize) -> Option<Read> {
    match number {
        -1 => Some(Read::Every),
        -2 => Some(Read::Reports),
        index => u32::try_from(index).ok().filter(|index| (*index as usize) < records).map(Read::Record),
    }
}

/// The words of the compiled reports.
fn reports(site: &Site) -> Digest {
    let each: Vec<Digest> = site.reports().par_iter().map(Digest::of_value).collect();
    Digest::of_value(&each)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(page: Page) -> Manifest {
        let digest = |text: &str| Digest::of(text.as_bytes());
        Manifest {
            shared: digest("another"),
            reports: digest("reports"),
            records: vec![digest("a"), digest("b")],
            pages: BTreeMap::from([("b.html".to_owned(), page)]),
            search: None,
            others: BTreeMap::new(),
        }
    }

    fn manifest() -> Manifest {
        let digest = |text: &str| Digest::of(text.as_bytes());
        let reads = Reads::these(vec![Read::Record(1), Read::Reports, Read::Every]);
        let page = Page { bytes: digest("page"), reads };
        Manifest {
            shared: digest("shared"),
            reports: digest("reports"),
            records: vec![digest("a"), digest("b")],
            pages: BTreeMap::from([("a.html".to_owned(), page.clone())]),
            search: Some(Came {
                documents: digest("documents"),
                files: BTreeMap::from([("search/index.json".to_owned(), digest("index"))]),
            }),
            others: BTreeMap::from([("cy".to_owned(), other(page))]),
        }
    }

    #[test]
    fn a_manifest_reads_back_and_a_broken_one_is_none() {
        let bytes = manifest().to_bytes().unwrap();
        assert_eq!(Manifest::from_bytes(&bytes), Some(manifest()));
        for at in 0..bytes.len() {
            let mut broken = bytes.clone();
            broken[at] ^= 1;
            assert_eq!(Manifest::from_bytes(&broken), None, "byte {at}");
            assert_eq!(Manifest::from_bytes(&bytes[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn a_number_beyond_the_records_is_no_record() {
        assert_eq!(read(1, 2), Some(Read::Record(1)));
        assert_eq!([read(2, 2), read(-3, 2), read(i64::MAX, 2)], [None; 3]);
        assert_eq!([read(-1, 0), read(-2, 0)], [Some(Read::Every), Some(Read::Reports)]);
    }
}
