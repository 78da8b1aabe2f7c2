//! The search of a site that is made again: where most pages are the same its index is made of the last one, and
//! is that of a clean build, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use annals::audience::{self, Audience};
use annals::publish::Memory;
use annals::publish::memory::Kept;
use annals::publish::sink::{Digest, Sink};
use annals::render::manifest::Manifest;
use annals::render::theme::Theme;
use annals::render::{Before, Extras};
use annals::{compose, read, render};
use proptest::prelude::*;

use crate::harness::Site;

/// More than two blocks of texts.
const RECORDS: usize = 140;

type Files = BTreeMap<String, Kept>;

/// A sink that counts how often the last index is looked at.
struct Counted {
    memory: Memory,
    looked: AtomicUsize,
}

impl Sink for Counted {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.memory.file(path, bytes)
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        self.memory.copy(path, from)
    }

    fn again(&self, path: &str, digest: &Digest) -> anyhow::Result<Option<Arc<Vec<u8>>>> {
        self.memory.again(path, digest)
    }

    fn last(&self, path: &str, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.looked.fetch_add(1, Ordering::Relaxed);
        self.memory.last(path, digest)
    }
}

/// A site with these texts, made after another or clean; and how often that one's index was looked at.
fn made(texts: &[String], last: Option<&(Vec<u8>, Files)>) -> ((Vec<u8>, Files), usize) {
    let settings = tempfile::tempdir().unwrap();
    fs::write(settings.path().join("annals.yaml"), "title: Words\ndefault_visibility: public\n").unwrap();
    let record = |(n, text): (usize, &String)| {
        (format!("content/cases/c{n:03}.md"), format!("---\ntitle: Case {n}\n---\n\n{text}\n"))
    };
    let texts = texts.iter().enumerate().map(record).collect();
    let archive = read::archive_with(settings.path(), &texts).unwrap().archive;
    let edition = audience::edition(&archive, Audience::Public, jiff::civil::date(2020, 1, 1));
    let site = compose::site(&edition);
    let theme = Theme::load(Vec::new()).unwrap();
    let memory = last.map(|(_, files)| Memory::after(files.clone())).unwrap_or_default();
    let sink = Counted { memory, looked: AtomicUsize::new(0) };
    let before = last.map(|(manifest, _)| Manifest::from_bytes(manifest).unwrap());
    let before = Before { program: "test", last: before.as_ref(), records: &[] };
    let (_, manifest) =
        render::site_again(&site, &theme, &Extras::default(), before, &sink, &|_| {}, None).unwrap();
    ((manifest.to_bytes().unwrap(), sink.memory.into_files()), sink.looked.into_inner())
}

/// A text of so many words, some under headings: one that is long has several parts.
fn text(words: usize, seed: usize) -> String {
    let word = |n: usize| match (seed * 31 + n * 7) % 41 {
        0 => format!("\n\n## Heading {n}\n\n"),
        1 => format!("rare{seed}x{n} "),
        2 => "@\n".to_owned(),
        other => format!("word{other} "),
    };
    (0..words).map(word).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_texts_are_others_the_index_is_that_of_a_clean_build(
        edits in prop::collection::vec(
            prop::collection::vec((0..RECORDS, prop_oneof![0usize..60, 0usize..6000], 0usize..1000), 1..5),
            1..4,
        ),
    ) {
        let mut texts: Vec<String> = (0..RECORDS).map(|n| text(20, n)).collect();
        let (mut last, _) = made(&texts, None);
        for edits in edits {
            for (record, words, seed) in edits {
                texts[record] = text(words, seed);
            }
            let (again, looked) = made(&texts, Some(&last));
            let (clean, none) = made(&texts, None);
            prop_assert!(looked > 0 && none == 0, "every page was read");
            for (path, kept) in &clean.1 {
                prop_assert!(again.1.get(path) == Some(kept), "{} is another", path);
            }
            prop_assert_eq!(again.1.len(), clean.1.len());
            prop_assert!(again.0 == clean.0, "the manifests differ");
            last = again;
        }
    }
}

#[test]
fn an_index_of_which_a_file_was_edited_or_is_gone_is_made_anew() {
    let site = Site::new();
    for n in 0..24 {
        site.write(&format!("content/cases/c{n}.md"), format!("---\ntitle: Case {n}\n---\n\nText {n}.\n"));
    }
    let build = || {
        let ran = site.run(&["build", "--no-pdf", "--today", "2026-11-22"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let read = |file: &str| fs::read(site.root().join("output/public/search").join(file)).unwrap();
        ["index.json", "words-0.txt", "text-0-0.txt"].map(read)
    };
    let first = build();
    assert_eq!(build(), first);
    for file in ["index.json", "words-0.txt", "text-0-0.txt"] {
        let path = site.root().join("output/public/search").join(file);
        fs::write(&path, "edited in its place").unwrap();
        assert_eq!(build(), first, "{file} stayed as it was edited");
        fs::remove_file(&path).unwrap();
        assert_eq!(build(), first, "{file} stayed away");
    }
    site.write("content/cases/c7.md", "---\ntitle: Case 7\n---\n\nA heron stood there.\n");
    let told = build();
    assert!(String::from_utf8_lossy(&told[1]).contains("heron "));
    assert!(String::from_utf8_lossy(&told[2]).contains("A heron stood there."));
}
