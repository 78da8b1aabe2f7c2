//! What must never be told, and the scan that sees to it: editions are made in memory, with the leak
//! scan before them, as `annals build` does on disk.

mod alarms;
mod apart;
mod attached;
mod canaries;
mod elsewhere;
mod own;
mod packed;
mod papers;
mod verbatim;
mod whole;

use std::collections::BTreeMap;
use std::path::Path;

use annals::audience::{Audience, edition, secrets};
use annals::diag::{Finding, Severity};
use annals::model::archive::Archive;
use annals::publish::memory::Kept;
use annals::publish::{Memory, Scan, Sink};
use annals::render::theme::Theme;
use annals::{compose, read, render};
use jiff::civil::date;

/// Every file of an edition, by its address, and what the scan found in them.
struct Made {
    files: BTreeMap<String, Vec<u8>>,
    findings: Vec<Finding>,
}

/// Makes an edition of the archive at a root. `fault` may change a file between the page that is made
/// and the scan, as a fault in the program would.
fn make(root: &Path, audience: Audience, fault: &(dyn Fn(&str, Vec<u8>) -> Vec<u8> + Sync)) -> Made {
    of(root, &archive(root), audience, fault)
}

/// The archive at a root, which has no errors.
fn archive(root: &Path) -> Archive {
    let read::Reading { archive, findings } = read::archive(root).unwrap();
    let errors: Vec<_> = findings.iter().filter(|found| found.rule.severity == Severity::Error).collect();
    let errors: Vec<_> = errors.iter().map(|found| format!("{}: {}", found.file, found.message)).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    archive
}

fn of(
    root: &Path,
    archive: &Archive,
    audience: Audience,
    fault: &(dyn Fn(&str, Vec<u8>) -> Vec<u8> + Sync),
) -> Made {
    let edition = edition(archive, audience, date(2026, 11, 22));
    let theme = Theme::load(read::theme_files(root, &edition.config().theme).unwrap()).unwrap();
    let secrets = secrets::secrets(archive, &edition, &theme.texts());
    let site = compose::site(&edition);
    let memory = Memory::default();
    let attachments = |path: &str| read::attachment(root, path);
    let scan = Scan::new(&memory, &secrets, &attachments, root);
    let faulty = Faulty { sink: &scan, fault, attachments: &attachments };
    render::site(&site, &theme, &faulty, &|_| {}).unwrap();
    let findings = scan.findings();
    let files = memory.into_files().into_iter().map(|(path, kept)| match kept {
        Kept::Bytes(bytes) => (path, bytes.to_vec()),
        Kept::CopyOf(from) => panic!("{from} went past the scan"),
    });
    Made { files: files.collect(), findings }
}

/// Makes the public edition as it is.
fn public(root: &Path) -> Made {
    make(root, Audience::Public, &|_, bytes| bytes)
}

struct Faulty<'s> {
    sink: &'s dyn Sink,
    fault: &'s (dyn Fn(&str, Vec<u8>) -> Vec<u8> + Sync),
    attachments: &'s (dyn Fn(&str) -> anyhow::Result<Vec<u8>> + Sync),
}

impl Sink for Faulty<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.sink.file(path, (self.fault)(path, bytes))
    }

    fn copy(&self, path: &str, from: &str) -> anyhow::Result<()> {
        let bytes = (self.attachments)(from)?;
        let made = (self.fault)(path, bytes.clone());
        if made == bytes { self.sink.copy(path, from) } else { self.sink.file(path, made) }
    }
}

/// What was found, a line each.
fn told(findings: &[Finding]) -> String {
    findings.iter().map(|found| format!("{} {}: {}\n", found.file, found.rule.code, found.message)).collect()
}
