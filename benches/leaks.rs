//! `cargo bench --bench leaks`: what the leak scan costs of a whole build.
//!
//! A build is what `annals build` does from nothing: it reads, checks, filters, composes, makes pages, data,
//! feeds and what the next build wants to know, reads all of it for leaks, and writes it to a folder; with
//! search, as it is unless told otherwise, and without. Its cost is the time of the processors, user and
//! system. What of it is the scan is taken in the same build, thread by thread, from gathering what is closed to
//! what was found: machines that others share are off by more from one build to the next than a scan takes. The
//! aim is a share of at most 0.15.
//!
//! Prints the median share for 1,000 and 10,000 records (or the sizes given after `--`), of which nothing, a
//! tenth or a third is for members only. Where nothing is, the scan looks only for paths of the machine.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    unreachable_pub,
    reason = "a benchmark stops where anything fails"
)]

mod generator;

use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use annals::audience::{Audience, edition, secrets};
use annals::publish::sink::{Digest, Next, Sink};
use annals::publish::{Folder, Scan};
use annals::render::theme::Theme;
use annals::render::{Before, Extras};
use annals::{check, compose, read, render};
use jiff::civil::date;
use nix::sys::resource::{UsageWho, getrusage};
use nix::time::{ClockId, clock_gettime};

const RUNS: usize = 5;

/// One record in so many is closed; 0 for none.
const CLOSED: [usize; 3] = [0, 10, 3];

// As the program has it: with another one all else costs a fifth more, and the scan does not.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    println!("records | closed    | search | CPU s | of that, scan | share");
    for records in sizes {
        for (every, search) in CLOSED.into_iter().flat_map(|every| [(every, true), (every, false)]) {
            let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
            let root = folder.path().join("archive");
            generator::write(&root, records, 7);
            close(&root.join("content"), every);
            let output = outputs(folder.path());
            let (whole, scan) = measure(&root, output.path(), search);
            let closed = if every == 0 { "none".to_owned() } else { format!("1 in {every}") };
            println!(
                "{records:7} | {closed:9} | {:6} | {whole:5.2} | {scan:13.2} | {:.3}",
                if search { "yes" } else { "no" },
                scan / whole,
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

/// CPU seconds of the build with the median share of the scan: of the whole of it, and of the scan.
fn measure(root: &Path, folder: &Path, search: bool) -> (f64, f64) {
    let mut builds = Vec::new();
    for run in 0..=RUNS {
        let output = folder.join(format!("output-{run}"));
        let before = cpu();
        let scan = build(root, &output, search);
        let whole = cpu() - before;
        std::fs::remove_dir_all(&output).unwrap();
        // The first run warms the disk cache and is not counted.
        if run > 0 {
            builds.push((whole.as_secs_f64(), scan.as_secs_f64()));
        }
    }
    builds.sort_unstable_by(|one, other| (one.1 / one.0).total_cmp(&(other.1 / other.0)));
    builds[builds.len() / 2]
}

/// Builds a site; tells what of it the scan took.
fn build(root: &Path, output: &Path, search: bool) -> Duration {
    let archive = read::archive(root).unwrap().archive;
    check::run(&archive, date(2026, 11, 22));
    let edition = edition(&archive, Audience::Public, date(2026, 11, 22));
    let theme = Theme::load(Vec::new()).unwrap();
    let folder = Folder::begin(output, "public").unwrap();
    let extras = Extras { search, ..Extras::default() };
    let before = Before { program: "", last: None, records: edition.records() };
    // Nothing else runs meanwhile.
    let started = cpu();
    let secrets = secrets::secrets(&archive, &edition, &theme.texts());
    let gathered = cpu() - started;
    drop(archive);
    let site = compose::site(&edition);
    let attachments = |path: &str| read::attachment(root, path);
    let spent = AtomicU64::new(0);
    let behind = Turn { sink: &folder, to: Part::Rest, spent: &spent };
    let scan = Scan::new(&behind, &secrets, &attachments, root);
    let front = Turn { sink: &scan, to: Part::Scan, spent: &spent };
    render::site_again(&site, &theme, &extras, before, &front, &|_| {}, None).unwrap();
    let started = cpu();
    let findings = scan.findings();
    assert!(findings.is_empty(), "a false alarm: {:?}", findings.first());
    drop(secrets);
    let told = cpu() - started;
    folder.finish().unwrap();
    gathered + Duration::from_nanos(spent.into_inner()) + told
}

/// What a thread is at.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Scan,
    Rest,
}

thread_local! {
    /// What this thread is at, and since when by its own clock.
    static AT: Cell<(Part, Duration)> = const { Cell::new((Part::Rest, Duration::ZERO)) };
}

/// A sink that says what its thread is at while the one behind it works.
struct Turn<'t> {
    sink: &'t dyn Sink,
    to: Part,
    spent: &'t AtomicU64,
}

impl Turn<'_> {
    fn turned<T>(&self, to: Part, work: impl FnOnce() -> T) -> T {
        let before = self.turn(to);
        let done = work();
        self.turn(before);
        done
    }

    /// Turns to a part, and puts down what was spent until now; tells what the thread was at.
    fn turn(&self, to: Part) -> Part {
        let now = Duration::from(clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).unwrap());
        let (part, since) = AT.replace((to, now));
        if part == Part::Scan {
            self.spent.fetch_add((now - since).as_nanos() as u64, Ordering::Relaxed);
        }
        part
    }
}

impl Sink for Turn<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.turned(self.to, || self.sink.file(path, bytes))
    }

    fn shared(&self, path: &str, bytes: &Arc<Vec<u8>>) -> anyhow::Result<()> {
        self.turned(self.to, || self.sink.shared(path, bytes))
    }

    fn parts(&self, path: &str, next: Next<'_>) -> anyhow::Result<()> {
        // Who asks for the next part is not who makes it.
        let other = if self.to == Part::Scan { Part::Rest } else { Part::Scan };
        self.turned(self.to, || self.sink.parts(path, &mut || self.turned(other, &mut *next)))
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        self.turned(self.to, || self.sink.copy(path, from))
    }

    fn again(&self, path: &str, digest: &Digest) -> anyhow::Result<Option<Arc<Vec<u8>>>> {
        self.turned(self.to, || self.sink.again(path, digest))
    }
}

/// What this process has used of the processors so far.
fn cpu() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_SELF).unwrap();
    let duration =
        |time: nix::sys::time::TimeVal| Duration::new(time.tv_sec() as u64, time.tv_usec() as u32 * 1_000);
    duration(usage.user_time()) + duration(usage.system_time())
}
