//! The leak scan: every file on its way to a sink is read for what the edition must not tell.
//!
//! In: files as they are made, from many threads. Out: the same files in the sink behind, and, when all
//! are made, a finding for each secret that one of them tells. It reads what a reader could read: markup,
//! entities, escapes and compression are undone, attributes, comments, metadata and the name of the file
//! are read too. What is said in other words, or shown in a picture, it cannot see.

mod bytes;
mod drawn;
mod markup;
mod office;
mod package;
mod pdf;
mod remains;
mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use memchr::memmem;

use self::bytes::{Room, Seen};
use super::sink::{Digest, Next, Sink};
use crate::audience::secrets::{ADDRESS, Secret, Secrets, Trace, Words};
use crate::diag::{Finding, Rule, Severity, Spot};
use crate::spent::{self, Work};

/// What the scan finds.
pub static RULES: &[&Rule] = &[&LEAK, &MACHINE_PATH, &FILE_NOT_SEEN_INTO];

static LEAK: Rule = Rule {
    code: "leak",
    severity: Severity::Error,
    summary: "a file that was to be published tells what its audience may not see",
    explanation: "\
The edition was made without this text, and yet a finished file has it: a template, a theme or a fault in the program lets it through, or a file that is attached says it. Nothing was published; the site that was live stays. What the edition itself says elsewhere raises no alarm, nor does a number, a date or an everyday word.

```text
error[leak]: the title of `papers/draft-reply` would be published in cases/water.html
```

Look at the file that is named, and mend what puts the words there: the theme, the attachment, a setting. Where the words are no secret, say so in `annals.yaml`: `public: {words: [Town Hall]}`; an address as it stands in the finding: `public: {words: [papers/draft-reply]}`. What is said so is told of no record any more.
",
};

static MACHINE_PATH: Rule = Rule {
    code: "machine_path",
    severity: Severity::Error,
    summary: "a file that was to be published names a folder of the machine that built it",
    explanation: "\
A path such as `/home/jane/archive` tells who builds the site and how the machine is set up, and is of no use to a reader.

```text
error[machine_path]: assets/extra.css names the folder that the site was built in
```

Look where the file has it from: most often a file of the theme that was made by another program. Take the path out.
",
};

static FILE_NOT_SEEN_INTO: Rule = Rule {
    code: "file_not_seen_into",
    severity: Severity::Error,
    summary: "a file that was to be published cannot be searched for what its audience may not see",
    explanation: "\
There is something that must not be told, and nobody can say whether this file tells it: a package has a password, is broken, holds packages within packages within packages, or unpacks to more than can be read. Nothing was published; the site that was live stays. Where nothing is hidden, such a file raises no alarm.

```text
error[file_not_seen_into]: assets/files/a1b2c3/all-papers.zip holds a part that cannot be unpacked
```

Unpack it and attach the files that are in it, one by one.
",
};

/// Reads a file that a record names, as it is to be published, by its path below the archive's root.
pub type Attachments<'s> = &'s (dyn Fn(&str) -> Result<Vec<u8>> + Sync);

/// What one file that goes nowhere else tells of these secrets.
pub fn one(name: &str, bytes: &[u8], secrets: &Secrets, root: &Path) -> Vec<Finding> {
    let nothing = |path: &str| Err(anyhow::anyhow!("{path} is no part of {name}"));
    let memory = super::Memory::default();
    let scan = Scan::new(&memory, secrets, &nothing, root);
    scan.look(name, bytes);
    scan.findings()
}

/// A sink that reads what passes.
pub struct Scan<'s> {
    sink: &'s dyn Sink,
    secrets: &'s Secrets,
    attachments: Attachments<'s>,
    /// What finds a folder that no file may name.
    machine: Vec<memmem::Finder<'static>>,
    is_known: bool,
    /// For as many threads as read at once.
    rooms: Mutex<Vec<Room>>,
    traces: Mutex<BTreeMap<Trace, Files>>,
    paths: Mutex<BTreeSet<String>>,
    /// Files that could not be looked into, and why.
    doubts: Mutex<BTreeSet<(String, &'static str)>>,
}

/// From so many bytes on, what was needed for a file is not kept for the next.
const LARGE: usize = 4 << 20;

/// In which files something was found: the first few by name, and how many.
#[derive(Debug, Default)]
struct Files {
    first: BTreeSet<String>,
    count: usize,
}

impl<'s> Scan<'s> {
    /// A scan of everything that goes to a sink. `root` is the archive's folder, which no file may name.
    pub fn new(sink: &'s dyn Sink, secrets: &'s Secrets, attachments: Attachments<'s>, root: &Path) -> Self {
        // A folder right below `/` is as good as any word; what is in it is not.
        let root = root.to_string_lossy().into_owned();
        let deep = root.matches('/').count() >= 2;
        let below = ["content", "themes", "output", "annals.yaml"].map(|name| format!("{root}/{name}"));
        let machine = if deep { vec![root] } else { below.to_vec() };
        Scan {
            sink,
            secrets,
            attachments,
            machine: machine.iter().map(|folder| memmem::Finder::new(folder).into_owned()).collect(),
            is_known: false,
            rooms: Mutex::default(),
            traces: Mutex::default(),
            paths: Mutex::default(),
            doubts: Mutex::default(),
        }
    }

    /// The same, where the last site was read for the very same secrets and nothing was found: what is taken
    /// from it once more is not read again.
    #[must_use]
    pub fn knowing(mut self, is_known: bool) -> Self {
        self.is_known = is_known;
        self
    }

    /// Whether nothing has been found so far, not even what a second look might clear.
    pub fn is_clean(&self) -> bool {
        self.traces.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
            && self.paths.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
            && self.doubts.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// What was found, in no particular order; empty where the site may be published.
    pub fn findings(self) -> Vec<Finding> {
        let mut traces = self.traces.into_inner().unwrap_or_else(PoisonError::into_inner);
        let confirmed = self.secrets.confirmed(traces.keys().copied().collect());
        traces.retain(|trace, _| confirmed.contains(trace));
        // One finding a secret, however many words of it were met.
        let mut leaks: BTreeMap<String, (&Secret, Files)> = BTreeMap::new();
        for (trace, files) in &traces {
            for secret in self.secrets.of(*trace) {
                let key = format!("{}\n{:?}\n{}", secret.file, secret.spot, secret.what);
                leaks.entry(key).or_insert_with(|| (secret, Files::default())).1.join(files);
            }
        }
        let mut findings: Vec<Finding> =
            leaks.into_values().map(|(secret, files)| leak(secret, &files)).collect();
        let paths = self.paths.into_inner().unwrap_or_else(PoisonError::into_inner);
        findings.extend(paths.into_iter().map(|path| {
            let message = format!("{path} names the folder that the site was built in");
            let help = "take the path out of what the file is made from";
            Finding::new(&MACHINE_PATH, &"annals.yaml".into(), Spot::File, message).help(help)
        }));
        let doubts = self.doubts.into_inner().unwrap_or_else(PoisonError::into_inner);
        findings.extend(doubts.into_iter().map(|(path, what)| {
            let message = format!("{path} holds {what}, and nobody can say what it tells");
            let help = "unpack it and attach the files that are in it, one by one";
            Finding::new(&FILE_NOT_SEEN_INTO, &"annals.yaml".into(), Spot::File, message).help(help)
        }));
        findings
    }

    fn look(&self, path: &str, bytes: &[u8]) {
        spent::on(Work::Scan, || self.search(path, bytes));
    }

    fn search(&self, path: &str, bytes: &[u8]) {
        if self.machine.iter().any(|folder| folder.find(bytes).is_some()) {
            self.paths.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        }
        if self.secrets.is_empty() {
            return;
        }
        let mut found = BTreeSet::new();
        let mut take = |words: &mut Words| {
            self.secrets.find(words.finish(), &mut |trace| {
                found.insert(trace);
            });
            words.clear();
        };
        let mut name = Words::default();
        name.text(path);
        take(&mut name);
        let room = || self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let mut at_hand = room().pop().unwrap_or_default();
        let verbatim = self.secrets.verbatim();
        let mut seen = Seen::of(verbatim, &mut at_hand, &mut take);
        bytes::read(path, bytes, &mut seen);
        let doubts = seen.doubts;
        if !doubts.is_empty() {
            let doubts = doubts.into_iter().map(|what| (path.to_owned(), what));
            self.doubts.lock().unwrap_or_else(PoisonError::into_inner).extend(doubts);
        }
        // The words of a very large file are more than any other needs; and after a finding nothing was read
        // before, so that each file that tells something is named.
        if found.is_empty() && bytes.len() < LARGE {
            room().push(at_hand);
        }
        if found.is_empty() {
            return;
        }
        let mut traces = self.traces.lock().unwrap_or_else(PoisonError::into_inner);
        for trace in found {
            traces.entry(trace).or_default().add(path);
        }
    }
}

impl Sink for Scan<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<()> {
        self.look(path, &bytes);
        self.sink.file(path, bytes)
    }

    fn shared(&self, path: &str, bytes: &Arc<Vec<u8>>) -> Result<()> {
        self.look(path, bytes);
        self.sink.shared(path, bytes)
    }

    fn parts(&self, path: &str, next: Next<'_>) -> Result<()> {
        self.sink.parts(path, &mut || {
            let part = next()?;
            part.iter().for_each(|bytes| self.look(path, bytes));
            Ok(part)
        })
    }

    fn copy(&self, path: &str, from: &str) -> Result<()> {
        self.file(path, (self.attachments)(from)?)
    }

    fn again(&self, path: &str, digest: &Digest) -> Result<Option<Arc<Vec<u8>>>> {
        let kept = self.sink.again(path, digest)?;
        if let Some(bytes) = kept.as_deref().filter(|_| !self.is_known) {
            self.look(path, bytes);
        }
        Ok(kept)
    }

    fn last(&self, path: &str, digest: &Digest) -> Option<Arc<Vec<u8>>> {
        self.sink.last(path, digest)
    }
}

impl std::fmt::Debug for Scan<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Scan").field("traces", &self.traces).finish_non_exhaustive()
    }
}

/// How many files a finding names.
const NAMED: usize = 3;

impl Files {
    fn add(&mut self, path: &str) {
        self.count += 1;
        self.first.insert(path.to_owned());
        self.trim();
    }

    fn join(&mut self, other: &Files) {
        // The same file may tell a secret in several ways: the count is of files, at least.
        self.count = self.count.max(other.count);
        self.first.extend(other.first.iter().cloned());
        self.count = self.count.max(self.first.len());
        self.trim();
    }

    fn trim(&mut self) {
        while self.first.len() > NAMED {
            self.first.pop_last();
        }
    }
}

fn leak(secret: &Secret, files: &Files) -> Finding {
    let mut message = secret.what.to_string();
    if let Some(record) = &secret.record {
        let _ = write!(message, " of `{record}`");
    }
    let names: Vec<&str> = files.first.iter().map(String::as_str).collect();
    let _ = write!(message, " would be published in {}", names.join(", "));
    let more = files.count.saturating_sub(files.first.len());
    if more > 0 {
        let _ = write!(message, " and {more} more {}", if more == 1 { "file" } else { "files" });
    }
    let words = match &secret.record {
        Some(record) if &*secret.what == ADDRESS => record.as_str(),
        _ => "...",
    };
    let help = format!(
        "mend what puts it there; if it is no secret, say so under `public: {{words: [{words}]}}` in annals.yaml"
    );
    // The line is the secret, and the log of a build is read by more people than the archive.
    let mut finding = Finding::new(&LEAK, &secret.file, secret.spot.clone(), message).help(help);
    finding.show("");
    finding
}
