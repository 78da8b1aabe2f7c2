//! The index of the last site → that of a site of which most pages are the same.
//!
//! In: what the last index came to, its files, and the texts of the pages that are others. Out: the same files as
//! if every page had been read. What did not change is known by the digests that the manifest keeps: a file that
//! is gone or edited makes the last index useless, and every page is read. Nothing else is kept for it: an index
//! is published, and says no more than its pages do.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use rayon::prelude::*;
use serde::Deserialize;

use super::lines::{self, File, Found};
use super::texts::{self, BLOCK, Layout};
use super::{CONTENTS, Came, code, terms};
use crate::publish::sink::Sink;

/// The index of the last site, and the documents of this one that are others.
pub(super) struct Last<'l> {
    came: &'l Came,
    layout: Layout,
    words: Vec<Arc<Vec<u8>>>,
    changed: Mutex<BTreeMap<u32, Vec<String>>>,
}

/// What of `index.json` says how the rest lies.
#[derive(Deserialize)]
struct Lies {
    documents: usize,
    split: String,
    texts: String,
    words: Vec<String>,
}

/// A document that is another one: its title, and its parts as they were and are.
struct Change<'c> {
    document: u32,
    title: &'c str,
    was: Vec<String>,
    now: &'c [String],
}

impl<'l> Last<'l> {
    /// The index of the last site; none where a file of it is not as it was left.
    pub(super) fn read(came: &'l Came, sink: &dyn Sink) -> Option<Self> {
        let file = |path: &str| sink.last(path, came.files.get(path)?);
        let lies: Lies = serde_json::from_slice(&file(CONTENTS)?).ok()?;
        let words =
            (0..lies.words.len()).map(|n| file(&super::words_address(n))).collect::<Option<Vec<_>>>()?;
        let layout = Layout { parts: parts(&lies)?, blocks: blocks(&lies.texts)? };
        let counts = layout.blocks.iter().enumerate();
        let files: Vec<String> = counts
            .flat_map(|(block, files)| (0..files.len()).map(move |n| texts::address(block, n)))
            .collect();
        let is_there = files.par_iter().all(|path| file(path).is_some());
        is_there.then(|| Last { came, layout, words, changed: Mutex::default() })
    }

    /// Takes the parts of a document that is another one.
    pub(super) fn take(&self, document: u32, parts: Vec<String>) {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).insert(document, parts);
    }

    /// Writes the texts; tells how they lie, and the files of terms. `title` is that of a document.
    pub(super) fn finish<'t>(
        self,
        title: impl Fn(u32) -> &'t str,
        sink: &dyn Sink,
    ) -> anyhow::Result<(Layout, Vec<File>)> {
        let Last { came, layout, words, changed } = self;
        let changed = changed.into_inner().unwrap_or_else(PoisonError::into_inner);
        let each = layout.blocks.par_iter().enumerate().map(|(block, files)| {
            let here = (block * BLOCK) as u32..((block + 1) * BLOCK) as u32;
            let there = Block { came, sink, block, files: files.len() };
            match changed.range(here).next() {
                None => there.taken().map(|()| (files.clone(), Vec::new())),
                Some(_) => there.written(&layout.parts, &changed),
            }
        });
        let each = each.collect::<anyhow::Result<Vec<_>>>()?;
        let (blocks, were): (Vec<_>, Vec<_>) = each.into_iter().unzip();
        let mut parts = layout.parts.clone();
        let changes = were.into_iter().flatten().filter_map(|(document, was)| {
            let now = changed.get(&document)?;
            *parts.get_mut(document as usize)? = now.len() as u32;
            Some(Change { document, title: title(document), was, now })
        });
        let changes: Vec<Change<'_>> = changes.collect();
        let files = rewritten(&words, &layout.parts, &parts, &changes).context(ANOTHER)?;
        Ok((Layout { parts, blocks }, files))
    }
}

/// What is said where the files of the last site change while the next is made of them.
const ANOTHER: &str = "the search of the last site was changed while this one was made: build again";

/// The texts of documents that lie together.
struct Block<'b> {
    came: &'b Came,
    sink: &'b dyn Sink,
    block: usize,
    files: usize,
}

/// How many parts each file of a block has, and documents that are others as they were.
type Written = (Vec<u32>, Vec<(u32, Vec<String>)>);

impl Block<'_> {
    /// Takes its files from the last site.
    fn taken(&self) -> anyhow::Result<()> {
        (0..self.files).try_for_each(|n| {
            let path = texts::address(self.block, n);
            let digest = self.came.files.get(&path).context(ANOTHER)?;
            self.sink.again(&path, digest)?.map(drop).context(ANOTHER)
        })
    }

    /// Writes it anew.
    fn written(&self, parts: &[u32], changed: &BTreeMap<u32, Vec<String>>) -> anyhow::Result<Written> {
        let file = |n: usize| {
            let path = texts::address(self.block, n);
            let bytes = self.sink.last(&path, self.came.files.get(&path)?)?;
            String::from_utf8(bytes.to_vec()).ok()
        };
        let files = (0..self.files).map(file).collect::<Option<Vec<_>>>().context(ANOTHER)?;
        let mut there = files.iter().flat_map(|file| texts::parts_of(file));
        let (mut now, mut were) = (Vec::new(), Vec::new());
        for (document, count) in (0u32..).zip(parts).skip(self.block * BLOCK).take(BLOCK) {
            let was: Vec<&str> = there.by_ref().take(*count as usize).collect();
            match changed.get(&document) {
                Some(parts) => {
                    now.extend(parts.iter().map(String::as_str));
                    were.push((document, was.into_iter().map(str::to_owned).collect()));
                }
                None => now.extend(was),
            }
        }
        let written = texts::files(now.into_iter());
        let counts = written.iter().map(|(_, parts)| *parts).collect();
        for (n, (text, _)) in written.into_iter().enumerate() {
            self.sink.file(&texts::address(self.block, n), text.into_bytes())?;
        }
        Ok((counts, were))
    }
}

/// The files of terms, of those of the last site and what is another in some documents; none where they cannot
/// be read.
fn rewritten(words: &[Arc<Vec<u8>>], were: &[u32], are: &[u32], changes: &[Change<'_>]) -> Option<Vec<File>> {
    let (old, new) = (firsts(were), firsts(are));
    let gone: BTreeSet<u32> = changes.iter().map(|change| change.document).collect();
    // What was found in a part, where it is now; none where its document is another.
    let moved = |part: u32| {
        let document = old.partition_point(|first| *first <= part).checked_sub(1)?;
        (!gone.contains(&(document as u32))).then(|| part - old[document] + new[document])
    };
    let mut edits: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for change in changes {
        let touched = |parts: &[String], edits: &mut BTreeMap<String, Vec<Found>>, first: Option<u32>| {
            for (part, lines) in (0u32..).zip(parts) {
                terms::levels(change.title, lines, &mut |term, level| {
                    let edit = edits.entry(term.to_owned()).or_default();
                    edit.extend(first.map(|first| (level, first + part)));
                });
            }
        };
        touched(&change.was, &mut edits, None);
        touched(change.now, &mut edits, Some(new[change.document as usize]));
    }
    let are_moved = were != are;
    let mut edits = edits.into_iter().peekable();
    let mut out: Vec<Cow<'_, str>> = Vec::new();
    for file in words {
        for line in std::str::from_utf8(file).ok()?.split_inclusive('\n') {
            let term = lines::term(line);
            while let Some((other, found)) = edits.next_if(|(other, _)| other.as_str() < term) {
                out.extend(written(&other, found).map(Cow::Owned));
            }
            let edit = edits.next_if(|(other, _)| other.as_str().cmp(term) == Ordering::Equal);
            if edit.is_none() && !are_moved {
                out.push(Cow::Borrowed(line));
                continue;
            }
            let kept = lines::found(line)?.into_iter();
            let mut found: Vec<Found> =
                kept.filter_map(|(level, part)| Some((level, moved(part)?))).collect();
            found.extend(edit.into_iter().flat_map(|(_, found)| found));
            out.extend(written(term, found).map(Cow::Owned));
        }
    }
    out.extend(edits.filter_map(|(term, found)| written(&term, found)).map(Cow::Owned));
    Some(lines::files(out.iter().map(|line| &**line)))
}

/// The line of a term; none where no part has it any more.
fn written(term: &str, mut found: Vec<Found>) -> Option<String> {
    found.sort_unstable_by_key(|(level, part)| (Reverse(*level), *part));
    (!found.is_empty()).then(|| lines::line(term, found.into_iter()))
}

/// The number of each document's first part.
pub(super) fn firsts(parts: &[u32]) -> Vec<u32> {
    let firsts = parts.iter().scan(0, |sum, parts| {
        let first = *sum;
        *sum += parts;
        Some(first)
    });
    firsts.collect()
}

/// How many parts each document has.
fn parts(lies: &Lies) -> Option<Vec<u32>> {
    let mut parts = vec![1; lies.documents];
    let (mut rest, mut document) = (&*lies.split, 0u32);
    while !rest.is_empty() {
        document = document.checked_add(code::taken(&mut rest)?)?;
        *parts.get_mut(document as usize)? = code::taken(&mut rest)?;
    }
    Some(parts)
}

/// For each block of texts, how many parts each of its files has.
fn blocks(texts: &str) -> Option<Vec<Vec<u32>>> {
    let (mut rest, mut blocks) = (texts, Vec::new());
    while !rest.is_empty() {
        let files = code::taken(&mut rest)?;
        blocks.push((0..files).map(|_| code::taken(&mut rest)).collect::<Option<_>>()?);
    }
    Some(blocks)
}
