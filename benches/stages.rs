//! `cargo bench --bench stages`: where the time of a build goes, stage by stage, at 1,000 and
//! 10,000 generated records.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark stops where anything fails"
)]

mod generator;

use std::path::PathBuf;

use annals::audience::{Audience, edition};
use annals::publish::Sink;
use annals::render::theme::Theme;
use annals::{check, compose, read, render};
use divan::{Bencher, black_box};
use jiff::civil::date;

const SIZES: [usize; 2] = [1_000, 10_000];

fn main() {
    divan::main();
}

/// The generated archive of so many records, made once.
fn archive(records: usize) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("stages-{records}"));
    if !root.join("annals.yaml").exists() {
        let made = root.with_extension("new");
        let _ = std::fs::remove_dir_all(&made);
        generator::write(&made, records, 7);
        std::fs::rename(made, &root).unwrap();
    }
    root
}

/// Takes files and forgets them, so that only making them is measured.
struct Nowhere;

impl Sink for Nowhere {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        black_box((path, bytes));
        Ok(())
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        black_box((path, from));
        Ok(())
    }
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn a_read(bencher: Bencher, records: usize) {
    let root = archive(records);
    bencher.bench(|| read::archive(&root).unwrap());
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn b_check(bencher: Bencher, records: usize) {
    let reading = read::archive(&archive(records)).unwrap();
    bencher.bench(|| check::run(&reading.archive, date(2026, 11, 22)));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn c_edition(bencher: Bencher, records: usize) {
    let reading = read::archive(&archive(records)).unwrap();
    bencher.bench(|| edition(&reading.archive, Audience::Public, date(2026, 11, 22)));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn d_compose(bencher: Bencher, records: usize) {
    let reading = read::archive(&archive(records)).unwrap();
    let edition = edition(&reading.archive, Audience::Public, date(2026, 11, 22));
    bencher.bench(|| black_box(compose::site(&edition)).listings.len());
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn e_render(bencher: Bencher, records: usize) {
    let reading = read::archive(&archive(records)).unwrap();
    let edition = edition(&reading.archive, Audience::Public, date(2026, 11, 22));
    let site = compose::site(&edition);
    let theme = Theme::load(Vec::new()).unwrap();
    bencher.bench(|| render::site(&site, &theme, &Nowhere, &|_| {}).unwrap());
}
