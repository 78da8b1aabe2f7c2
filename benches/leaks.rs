//! `cargo bench --bench leaks`: what the leak scan costs of a whole build.
//!
//! Prints, for 1,000 and 10,000 records (or the sizes given after `--`), of which a third is for
//! members only, the user CPU time and the wall time of public builds without and with the scan, by
//! turns in one run, and the ratio of the medians. Without anything confidential the scan looks only for
//! paths of the machine; that is the last column.
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
use annals::{check, compose, read, render};
use jiff::civil::date;
use nix::sys::resource::{UsageWho, getrusage};

const RUNS: usize = 5;

fn main() {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    println!(
        "records | CPU s without | with | ratio | wall s without | with | ratio | nothing closed: CPU ratio"
    );
    for records in sizes {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let (open, closed) = (folder.path().join("open"), folder.path().join("closed"));
        generator::write(&open, records, 7);
        generator::write(&closed, records, 7);
        close_a_third(&closed.join("content"));
        let (cpu, wall) = measure(&closed, folder.path());
        let (nothing, _) = measure(&open, folder.path());
        println!(
            "{records:7} | {:13.2} | {:4.2} | {:5.3} | {:14.2} | {:4.2} | {:5.3} | {:.3}",
            cpu.0,
            cpu.1,
            cpu.1 / cpu.0,
            wall.0,
            wall.1,
            wall.1 / wall.0,
            nothing.1 / nothing.0
        );
    }
}

/// Marks every third record as for members only.
fn close_a_third(content: &Path) {
    for (n, entry) in walkdir::WalkDir::new(content).sort_by_file_name().into_iter().enumerate() {
        let entry = entry.unwrap();
        if n % 3 == 0 && entry.file_type().is_file() {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            std::fs::write(entry.path(), text.replacen("---\n", "---\nvisibility: members\n", 1)).unwrap();
        }
    }
}

/// Medians without and with the scan: of CPU seconds, and of seconds on the wall.
fn measure(root: &Path, folder: &Path) -> ((f64, f64), (f64, f64)) {
    let mut times = [(vec![], vec![]), (vec![], vec![])];
    for run in 0..=RUNS {
        for (scanned, (cpu, wall)) in times.iter_mut().enumerate() {
            let output = folder.join(format!("output-{run}-{scanned}"));
            let (before, started) = (user(), Instant::now());
            build(root, &output, scanned == 1);
            // The first run warms the disk cache and is not counted.
            if run > 0 {
                wall.push(started.elapsed());
                cpu.push(user() - before);
            }
        }
    }
    let [(cpu, wall), (cpu_scanned, wall_scanned)] = times;
    ((median(cpu), median(cpu_scanned)), (median(wall), median(wall_scanned)))
}

fn build(root: &Path, output: &Path, scanned: bool) {
    let archive = read::archive(root).unwrap().archive;
    check::run(&archive, date(2026, 11, 22));
    let edition = edition(&archive, Audience::Public, date(2026, 11, 22));
    let theme = Theme::load(Vec::new()).unwrap();
    let folder = Folder::begin(output, "public").unwrap();
    if scanned {
        let secrets = secrets::secrets(&archive, &edition, &theme.texts());
        drop(archive);
        let site = compose::site(&edition);
        let attachments = |path: &str| read::attachment(root, path);
        let scan = Scan::new(&folder, &secrets, &attachments, root);
        render::site(&site, &theme, &scan, &|_| {}).unwrap();
        let findings = scan.findings();
        assert!(findings.is_empty(), "a false alarm: {:?}", findings.first());
    } else {
        drop(archive);
        let site = compose::site(&edition);
        render::site(&site, &theme, &folder, &|_| {}).unwrap();
    }
    folder.finish().unwrap();
}

fn user() -> Duration {
    let time = getrusage(UsageWho::RUSAGE_SELF).unwrap().user_time();
    Duration::new(time.tv_sec() as u64, time.tv_usec() as u32 * 1_000)
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}
