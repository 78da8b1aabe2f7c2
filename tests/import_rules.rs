//! Every doubt of the importers against two folders of documents: `tests/rules/<code>/bad/in` raises it
//! when it is imported, `good/in` does not.
//!
//! `expected.txt` is as in `rules.rs`, and is blessed in the same way.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use annals::diag::{Diagnostic, Rule};
use annals::import::gather::Asked;
use annals::import::settle::{Hand, Settled, settle};
use annals::import::{airtable, documents};
use annals::read;

/// What a fixture of documents alone cannot raise, and the story that does.
const TOLD_ELSEWHERE: &[&str] = &[
    // tests/import_merge.rs and tests/import_airtable.rs: they need an import before.
    "deleted_by_hand",
    "edited_by_hand",
    "gone_upstream",
    // tests/pull.rs: they need a server.
    "attachment_not_fetched",
    "misnamed_download",
];

/// The doubts that have fixtures.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let all = documents::rules::RULES.iter().chain(airtable::faults::RULES).copied();
    all.filter(|rule| !TOLD_ELSEWHERE.contains(&rule.code))
}

fn folder(rule: &Rule, side: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(rule.code).join(side)
}

/// What importing the folder `in` of a fixture tells; nothing is written.
fn told(root: &Path) -> Vec<Diagnostic> {
    let (config, mut findings) = read::settings(root).unwrap();
    let asked = Asked { files: vec![root.join("in")], ..Asked::default() };
    let Settled { found, .. } = settle(root, &config, &asked, None, Hand::default()).unwrap();
    findings.extend(found.doubts);
    read::place(root, findings)
}

fn printed<'d>(found: impl IntoIterator<Item = &'d Diagnostic>) -> String {
    found.into_iter().fold(String::new(), |mut lines, found| {
        let Diagnostic { code, severity, message, file, line, column, .. } = found;
        writeln!(lines, "{file}:{line}:{column} {severity} {code} {message}").unwrap();
        lines
    })
}

#[test]
fn the_bad_documents_of_every_doubt_raise_it_where_expected() {
    let mut wrong = String::new();
    for rule in rules() {
        let found = told(&folder(rule, "bad"));
        let found = printed(found.iter().filter(|found| found.code == rule.code));
        let expected = folder(rule, "expected.txt");
        if std::env::var_os("ANNALS_BLESS").is_some() {
            std::fs::write(&expected, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        if found.is_empty() || found != expected {
            writeln!(wrong, "{}\n--- expected\n{expected}--- found\n{found}", rule.code).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_good_documents_of_every_doubt_do_not_raise_it() {
    let mut wrong = String::new();
    for rule in rules() {
        let found = told(&folder(rule, "good"));
        wrong += &printed(found.iter().filter(|found| found.code == rule.code));
    }
    assert!(wrong.is_empty(), "{wrong}");
}
