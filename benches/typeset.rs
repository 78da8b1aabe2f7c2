//! `cargo bench --bench typeset --features pdf`: reports of about 20 and 200 pages as PDF, and a hundred
//! cases of 640 words, on every core, as a first build sets them.
//!
//! Prints for each the pages, the time to typeset it in this process (the fonts are read once before),
//! and the size of the file. The reports are as dense with links as the real one: each issue with two
//! positions, a history of two entries and the passages that bear them out.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark stops where anything fails"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use annals::audience::{self, Audience};
use annals::render::document::pdf::{self, Fittings};
use annals::render::document::{self, Pictures};
use annals::render::theme::Theme;
use annals::{compose, read};

const RUNS: usize = 3;

fn main() {
    println!("issues | pages | s, median of {RUNS} | MB");
    // The first one reads the fonts.
    measure(2, false);
    for issues in [40, 580] {
        measure(issues, true);
    }
    measure_cases();
}

fn measure(issues: usize, shown: bool) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), issues);
    let archive = read::archive(folder.path()).unwrap().archive;
    let edition = audience::edition(&archive, Audience::Public, jiff::civil::date(2026, 11, 22));
    let site = compose::site(&edition);
    let theme = Theme::load(Vec::new()).unwrap();
    let fittings = Fittings::of(&theme).unwrap();
    let (mut times, mut bytes) = (Vec::new(), Vec::new());
    for _ in 0..if shown { RUNS } else { 1 } {
        let started = Instant::now();
        let prepared = pdf::prepare(document::of_report(&site, 0), &fittings).unwrap();
        bytes = pdf::typeset(&prepared, &fittings, &Pictures::new()).unwrap();
        // The next run must not profit from this one.
        pdf::finish();
        times.push(started.elapsed());
    }
    times.sort_unstable();
    if shown {
        let pages = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
        let time = times[times.len() / 2].as_secs_f64();
        println!("{issues:6} | {pages:5} | {time:14.2} | {:.2}", bytes.len() as f64 / 1e6);
    }
}

fn measure_cases() {
    const CASES: usize = 100;
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| filed(folder.path(), name, text);
    file("annals.yaml", SETTINGS);
    for case in 0..CASES {
        let passages: String = (0..13)
            .map(|n| {
                let head = if n % 3 == 0 { format!("## Part {n}\n\n") } else { String::new() };
                let passage = format!("Of {}, somebody said something. ", words(case * 13 + n)).repeat(4);
                format!("{head}{passage}\n\n")
            })
            .collect();
        let front = format!("title: Case number {case}\nsummary: A case.\nstart_year: 2018");
        file(&format!("content/cases/case-{case}.md"), &format!("---\n{front}\n---\n\n{passages}"));
    }
    let archive = read::archive(folder.path()).unwrap().archive;
    let edition = audience::edition(&archive, Audience::Public, jiff::civil::date(2026, 11, 22));
    let site = compose::site(&edition);
    let theme = Theme::load(Vec::new()).unwrap();
    let fittings = Fittings::of(&theme).unwrap();
    let bytes = AtomicUsize::new(0);
    let started = Instant::now();
    annals::render::papers(&site, &theme, &|_, _, document| {
        let prepared = pdf::prepare(document, &fittings)?;
        let made = pdf::typeset(&prepared, &fittings, &Pictures::new())?;
        bytes.fetch_add(made.len(), Ordering::Relaxed);
        Ok(())
    })
    .unwrap();
    let (time, bytes) = (started.elapsed().as_secs_f64(), bytes.into_inner());
    println!("{CASES} cases and a register: {time:.2} s, {:.2} MB", bytes as f64 / 1e6);
}

const SETTINGS: &str =
    "title: Benchmark\ndefault_visibility: public\nbase_url: https://example.org/archive/\n";

fn filed(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn write(root: &Path, issues: usize) {
    let file = |name: &str, text: String| filed(root, name, &text);
    file("annals.yaml", SETTINGS.to_owned());
    let mut body = String::new();
    for n in 1..=400 {
        write!(body, "Passage {n} of the write-up, in which somebody said something.\n\n").unwrap();
    }
    for (slug, date) in [("first", "2018-07-03"), ("second", "2019-02-26")] {
        file(
            &format!("content/workshops/{slug}.md"),
            format!("---\ntitle: The {slug} workshop\ndate: {date}\n---\n\n{body}"),
        );
    }
    for topic in 0..7 {
        file(&format!("content/topics/topic-{topic}.md"), format!("---\ntitle: Topic number {topic}\n---\n"));
    }
    for n in 0..issues {
        let words = words(n);
        let (topic, first, second) = (n % 7, n % 400 + 1, n * 7 % 400 + 1);
        file(
            &format!("content/issues/issue-{n}.md"),
            format!(
                "---\ntitle: What will become of {words}?\ntopic: topic-{topic}\nhistory:\n\
                 - on: 2018-07-03\n  at: workshops/first\n  discussed: true\n  agreement: none-yet\n  work: not-started\n  \
                 positions:\n  - {{party: Board, view: The board holds that {words} come first}}\n  \
                 - {{party: Members, view: Members hold that {words} may wait}}\n  evidence: [workshops/first#p-{first}]\n  \
                 note: The write-up has the words of both on {words}.\n\
                 - on: 2019-02-26\n  at: workshops/second\n  discussed: true\n  agreement: partly-agreed\n  work: in-progress\n  \
                 evidence: [workshops/second#p-{second}, workshops/second#p-{first}]\n  asserted_by: workshops/second\n---\n"
            ),
        );
    }
    let narrative: String = (0..issues / 4)
        .map(|n| format!("In paragraph {n} the editors weigh {}, and more. ", words(n)).repeat(4) + "\n\n")
        .collect();
    file(
        "content/reports/report.md",
        format!(
            "---\ntitle: A report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: draft\ndate: 2019-07-31\n---\n\n{narrative}"
        ),
    );
}

/// Words that differ from one issue to the next, as those of real ones do.
fn words(n: usize) -> String {
    const SUBJECTS: [&str; 11] = [
        "custody images",
        "access logs",
        "audit trails",
        "data quality rules",
        "retention periods",
        "training records",
        "matching thresholds",
        "sharing agreements",
        "impact assessments",
        "review boards",
        "public notices",
    ];
    const PLACES: [&str; 7] = [
        "in the north",
        "of small forces",
        "held abroad",
        "from before 2007",
        "of witnesses",
        "at the border",
        "on devices",
    ];
    format!("{} and {} {}", SUBJECTS[n % 11], SUBJECTS[(n / 11 + n + 3) % 11], PLACES[n % 7])
}
