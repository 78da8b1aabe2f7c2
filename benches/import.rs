//! `cargo bench --bench import`: importing a generated base of Airtable, as a user does.
//!
//! Prints, for 1,000 and 10,000 records (or the sizes given after `--`) of some 600 words in four
//! linked tables, the wall time and the user CPU time of a first import, which writes everything, and
//! of a second, which writes nothing. The median of the runs is shown.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    unreachable_pub,
    reason = "a benchmark stops where anything fails"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};

const RUNS: usize = 3;
const TABLES: &[&str] = &["cases", "components", "organisations", "sources"];
const WORDS: &[&str] = &[
    "access",
    "agreed",
    "archive",
    "assembly",
    "audit",
    "board",
    "case",
    "citizens",
    "code",
    "council",
    "data",
    "dialogue",
    "evidence",
    "forum",
    "housing",
    "issue",
    "meeting",
    "members",
    "notice",
    "of",
    "open",
    "paper",
    "people",
    "policy",
    "public",
    "question",
    "record",
    "rights",
    "scope",
    "the",
    "to",
    "transport",
    "was",
    "water",
];

fn main() {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    println!("records | MB of JSON | first: wall s | user CPU s | second: wall s | user CPU s");
    for records in sizes {
        measure(records);
    }
}

fn measure(records: usize) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let base = folder.path().join("base");
    let bytes = write(&base, records);
    let (mut first, mut second) = (vec![], vec![]);
    for run in 0..RUNS {
        let root = folder.path().join(format!("archive-{run}"));
        fs::create_dir_all(&root).unwrap();
        fs::write(root.join("annals.yaml"), "title: Imported\n").unwrap();
        first.push(import(&root, &base));
        second.push(import(&root, &base));
    }
    let (first, second) = (median(first), median(second));
    println!(
        "{records:7} | {:10.1} | {:13.2} | {:10.2} | {:14.2} | {:10.2}",
        bytes as f64 / 1e6,
        first.0,
        first.1,
        second.0,
        second.1
    );
}

/// Wall time and user CPU time of one import.
fn import(root: &Path, base: &Path) -> (Duration, Duration) {
    let before = user();
    let started = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_annals"))
        .args(["--quiet", "--root"])
        .arg(root)
        .arg("import")
        .arg(base)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    let elapsed = started.elapsed();
    assert!(status.success(), "the import failed");
    (elapsed, user() - before)
}

fn user() -> Duration {
    let time = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().user_time();
    Duration::new(time.tv_sec() as u64, time.tv_usec() as u32 * 1_000)
}

fn median(mut times: Vec<(Duration, Duration)>) -> (f64, f64) {
    times.sort_unstable();
    let (wall, user) = times[times.len() / 2];
    (wall.as_secs_f64(), user.as_secs_f64())
}

/// Writes the tables of a base; returns their size. The same bytes every time.
fn write(base: &Path, records: usize) -> usize {
    fs::create_dir_all(base).unwrap();
    let each = records / TABLES.len();
    let mut bytes = 0;
    for (t, table) in TABLES.iter().enumerate() {
        let mut json = String::from("{\"records\":[");
        for n in 0..each {
            if n > 0 {
                json.push(',');
            }
            let link = |to: usize, n: usize| format!("rec{to}{:013}", n % each);
            let _ = write!(
                json,
                "{{\"id\":\"{}\",\"createdTime\":\"2022-09-02T10:39:45.000Z\",\"fields\":{{\"Name\":\"{table} {n}\",\
                 \"summary\":\"{}\",\"organisation_link\":[\"{}\",\"{}\"],\"sources_link\":[\"{}\"],\
                 \"theme_tag\":[\"Health\",\"Water\"],\"start_year\":{},\"description\":\"# Problem and purpose\\n{}\\n\"}}}}",
                link(t, n),
                text(n, 40),
                link(2, n * 7),
                link(2, n * 11 + 1),
                link(3, n * 3),
                1990 + n % 30,
                text(n + 1, 560),
            );
        }
        json.push_str("]}");
        bytes += json.len();
        fs::write(base.join(format!("{table}.json")), json).unwrap();
    }
    bytes
}

fn text(seed: usize, words: usize) -> String {
    let mut text = String::with_capacity(words * 7);
    for n in 0..words {
        let pick = (seed.wrapping_mul(31) + n * n * 7 + n) % WORDS.len();
        text.push_str(WORDS[pick]);
        text.push_str(if n % 13 == 12 { ".\\n\\n" } else { " " });
    }
    text
}
