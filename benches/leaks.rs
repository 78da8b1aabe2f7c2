//! `cargo bench --bench leaks`: what the leak scan costs of a whole build.
//!
//! A build is what `annals build` does from nothing: it reads, checks, filters, composes, makes pages, data,
//! feeds and what the next build wants to know, reads all of it for leaks, and writes it to a folder; with
//! search, as it is unless told otherwise, and without. Its cost is the time of the processors, user and
//! system. The share of the scan, gathering the secrets included, is what a build without it is cheaper by:
//! (with − without) / with, of the cheapest of nine builds each, by turns in one run: what else a machine does
//! only adds to a build, by more than a tenth where others share it. The aim is at most 0.15.
//!
//! Prints it for 1,000 and 10,000 records (or the sizes given after `--`), of which nothing, a tenth or a
//! third is for members only. Where nothing is, the scan looks only for paths of the machine.
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
use std::time::{Duration, Instant};

use annals::audience::{Audience, edition, secrets};
use annals::publish::{Folder, Scan};
use annals::render::theme::Theme;
use annals::render::{Before, Extras};
use annals::{check, compose, read, render};
use jiff::civil::date;
use nix::sys::resource::{UsageWho, getrusage};

const RUNS: usize = 9;

/// One record in so many is closed; 0 for none.
const CLOSED: [usize; 3] = [0, 10, 3];

fn main() {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    println!("records | closed    | search | CPU s without | with  | share | wall s without | with");
    for records in sizes {
        for (every, search) in CLOSED.into_iter().flat_map(|every| [(every, true), (every, false)]) {
            let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
            let root = folder.path().join("archive");
            generator::write(&root, records, 7);
            close(&root.join("content"), every);
            let output = outputs(folder.path());
            let (cpu, wall) = measure(&root, output.path(), search);
            let closed = if every == 0 { "none".to_owned() } else { format!("1 in {every}") };
            println!(
                "{records:7} | {closed:9} | {:6} | {:13.2} | {:5.2} | {:5.3} | {:14.2} | {:.2}",
                if search { "yes" } else { "no" },
                cpu.0,
                cpu.1,
                (cpu.1 - cpu.0) / cpu.1,
                wall.0,
                wall.1
            );
        }
    }
}

/// Where the sites are written: in memory, where the system has such a place. What a disk takes for thousands of
/// new files depends on what was deleted from it minutes ago; without it a build is cheaper and the share larger.
fn outputs(folder: &Path) -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    tempfile::tempdir_in(if memory.is_dir() { memory } else { folder }).unwrap()
}

/// Marks one record in so many as for members only.
fn close(content: &Path, every: usize) {
    for (n, entry) in walkdir::WalkDir::new(content).sort_by_file_name().into_iter().enumerate() {
        let entry = entry.unwrap();
        if every > 0 && n % every == 0 && entry.file_type().is_file() {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            std::fs::write(entry.path(), text.replacen("---\n", "---\nvisibility: members\n", 1)).unwrap();
        }
    }
}

/// The least without and with the scan: of CPU seconds, and of seconds on the wall.
fn measure(root: &Path, folder: &Path, search: bool) -> ((f64, f64), (f64, f64)) {
    let mut times = [(vec![], vec![]), (vec![], vec![])];
    for run in 0..=RUNS {
        for (scanned, (used, wall)) in times.iter_mut().enumerate() {
            let output = folder.join(format!("output-{run}-{scanned}"));
            let (before, started) = (cpu(), Instant::now());
            build(root, &output, scanned == 1, search);
            let (after, elapsed) = (self::cpu(), started.elapsed());
            std::fs::remove_dir_all(&output).unwrap();
            // The first run warms the disk cache and is not counted.
            if run > 0 {
                wall.push(elapsed);
                used.push(after - before);
            }
        }
    }
    let [(cpu, wall), (cpu_scanned, wall_scanned)] = times;
    ((least(cpu), least(cpu_scanned)), (least(wall), least(wall_scanned)))
}

fn build(root: &Path, output: &Path, scanned: bool, search: bool) {
    let archive = read::archive(root).unwrap().archive;
    check::run(&archive, date(2026, 11, 22));
    let edition = edition(&archive, Audience::Public, date(2026, 11, 22));
    let theme = Theme::load(Vec::new()).unwrap();
    let folder = Folder::begin(output, "public").unwrap();
    let extras = Extras { search, ..Extras::default() };
    let before = Before { program: "", last: None, records: edition.records() };
    if scanned {
        let secrets = secrets::secrets(&archive, &edition, &theme.texts());
        drop(archive);
        let site = compose::site(&edition);
        let attachments = |path: &str| read::attachment(root, path);
        let scan = Scan::new(&folder, &secrets, &attachments, root);
        render::site_again(&site, &theme, &extras, before, &scan, &|_| {}, None).unwrap();
        let findings = scan.findings();
        assert!(findings.is_empty(), "a false alarm: {:?}", findings.first());
    } else {
        drop(archive);
        let site = compose::site(&edition);
        render::site_again(&site, &theme, &extras, before, &folder, &|_| {}, None).unwrap();
    }
    folder.finish().unwrap();
}

/// What this process has used of the processors so far.
fn cpu() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_SELF).unwrap();
    let duration =
        |time: nix::sys::time::TimeVal| Duration::new(time.tv_sec() as u64, time.tv_usec() as u32 * 1_000);
    duration(usage.user_time()) + duration(usage.system_time())
}

fn least(times: Vec<Duration>) -> f64 {
    times.into_iter().min().unwrap_or_default().as_secs_f64()
}
