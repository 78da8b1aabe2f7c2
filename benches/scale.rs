//! `cargo bench --bench scale`: whole builds of generated archives, as a user runs them.
//!
//! Prints, for 1,000 and 10,000 records (or the sizes given after `--`), the user CPU time, the
//! wall time, the peak memory, and the wall time beside a `cp -r` of the finished site in the same
//! run. Every run gets a fresh output folder; the median of the runs is shown.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    unreachable_pub,
    reason = "a benchmark stops where anything fails"
)]

mod generator;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};

const RUNS: usize = 5;

fn main() {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    sizes.sort_unstable();
    println!(
        "records | user CPU s | system s | wall s | cp -r s | wall ÷ cp | ms CPU a record | peak MB so far | files | MB"
    );
    for records in sizes {
        measure(records);
    }
}

fn measure(records: usize) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let root = folder.path().join("archive");
    generator::write(&root, records, 7);
    let (mut user, mut system, mut wall, mut copy) = (vec![], vec![], vec![], vec![]);
    let (mut files, mut bytes) = (0, 0);
    for run in 0..=RUNS {
        let output = folder.path().join(format!("output-{run}"));
        let before = times();
        let started = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_annals"))
            .args(["--quiet", "--root"])
            .arg(&root)
            .args(["build", "--today", "2026-11-22", "--no-search", "--no-pdf", "--output"])
            .arg(&output)
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap();
        let elapsed = started.elapsed();
        let after = times();
        assert!(status.success(), "the build of {records} records failed");
        let started = Instant::now();
        Command::new("cp")
            .arg("-r")
            .arg(&output)
            .arg(folder.path().join(format!("copy-{run}")))
            .status()
            .unwrap();
        let copied = started.elapsed();
        // The first run warms the disk cache and is not counted.
        if run > 0 {
            user.push(after.0 - before.0);
            system.push(after.1 - before.1);
            wall.push(elapsed);
            copy.push(copied);
        }
        (files, bytes) = size(&output);
    }
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss() as f64 / 1e3;
    let (user, system, wall, copy) = (median(user), median(system), median(wall), median(copy));
    println!(
        "{records:7} | {user:10.2} | {system:8.2} | {wall:6.2} | {copy:7.2} | {:9.2} | {:15.3} | {peak:14.0} | {files:5} | {:.1}",
        wall / copy,
        user / records as f64 * 1e3,
        bytes as f64 / 1e6
    );
}

/// User and system time of all children so far.
fn times() -> (Duration, Duration) {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let duration =
        |time: nix::sys::time::TimeVal| Duration::new(time.tv_sec() as u64, time.tv_usec() as u32 * 1_000);
    (duration(usage.user_time()), duration(usage.system_time()))
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

fn size(folder: &Path) -> (usize, u64) {
    let mut found = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let (files, bytes) = match entry.metadata().unwrap() {
            folder if folder.is_dir() => size(&entry.path()),
            file => (1, file.len()),
        };
        found = (found.0 + files, found.1 + bytes);
    }
    found
}
