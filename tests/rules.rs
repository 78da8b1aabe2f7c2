//! Every rule against its two fixtures: `tests/rules/<code>/bad` has the fault, `good` has not.
//!
//! `expected.txt` beside them says what the rule finds in `bad`, one
//! `file:line:column severity code message` a line. `ANNALS_BLESS=1 cargo test` writes it anew: read
//! what changed before you keep it.
#![expect(clippy::disallowed_methods, reason = "fixtures are read and, when asked for, written")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use annals::audience::{self, Audience};
use annals::check::{self, CHECKS, Check};
use annals::commands::{self, typeset::Desk};
use annals::compose;
use annals::diag::{Diagnostic, Rule, Severity};
use annals::read;
use annals::render::document::{faults, pdf};
use annals::render::theme::Theme;

/// The day on which the fixtures are looked at.
fn today() -> jiff::civil::Date {
    jiff::civil::date(2020, 1, 1)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn rules() -> Vec<&'static Rule> {
    let compiled = compose::report::RULES.iter().copied();
    let listed = CHECKS.iter().map(|check| check.rule).chain(read::faults::RULES.iter().copied());
    listed.chain(compiled).chain(faults::RULES.iter().copied().filter(|_| pdf::is_available())).collect()
}

/// Whether a rule is about what a PDF is set from, which only typesetting finds.
fn is_typeset(rule: &str) -> bool {
    faults::RULES.iter().any(|one| one.code == rule)
}

/// What typesetting the fixture of such a rule finds.
fn typeset(rule: &str, root: &Path) -> Vec<Diagnostic> {
    let mut found = diagnostics(root);
    if is_typeset(rule) {
        let archive = read::archive(root).unwrap().archive;
        let edition = audience::edition(&archive, Audience::Public, today());
        let theme = Theme::load(read::theme_files(root, &edition.config().theme).unwrap()).unwrap();
        let fittings = pdf::Fittings::of(&theme).unwrap();
        let desk = Desk { root, kept: None, fittings: &fittings };
        let (_, set) = commands::typeset::all(desk, &compose::site(&edition), &theme, &|_, _| {}).unwrap();
        found.extend(read::place(root, set));
    }
    found
}

fn diagnostics(root: &Path) -> Vec<Diagnostic> {
    let reading = read::archive(root).unwrap();
    let mut findings = reading.findings;
    findings.extend(check::run(&reading.archive, today()));
    let seen_by = |audience| audience::edition(&reading.archive, audience, today());
    findings.extend(compose::report::findings(&seen_by(Audience::Members), &seen_by(Audience::Public)));
    read::place(root, findings)
}

fn printed<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> String {
    let mut lines = String::new();
    for found in diagnostics {
        let Diagnostic { code, severity, message, file, line, column, .. } = found;
        writeln!(lines, "{file}:{line}:{column} {severity} {code} {message}").unwrap();
    }
    lines
}

#[test]
fn the_bad_fixture_of_every_rule_has_its_fault_where_expected() {
    let mut wrong = String::new();
    for rule in rules() {
        let folder = root().join(rule.code);
        let found = typeset(rule.code, &folder.join("bad"));
        let found = printed(found.iter().filter(|found| found.code == rule.code));
        let expected = folder.join("expected.txt");
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
fn the_good_fixture_of_every_rule_is_without_that_fault_and_any_worse() {
    let mut wrong = String::new();
    for rule in rules() {
        let found = typeset(rule.code, &root().join(rule.code).join("good"));
        let faults =
            found.iter().filter(|found| found.code == rule.code || found.severity > Severity::Remark);
        let faults = printed(faults);
        if !faults.is_empty() {
            writeln!(wrong, "{}\n{faults}", rule.code).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_fixture_belongs_to_a_rule_and_every_code_is_used_once() {
    let codes: Vec<&str> = rules().iter().map(|rule| rule.code).collect();
    let codes: Vec<&str> =
        codes.into_iter().chain(crate::import_rules::rules().map(|rule| rule.code)).collect();
    let once: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(once.len(), codes.len(), "{codes:?}");
    for folder in std::fs::read_dir(root()).unwrap() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        if is_typeset(&name) {
            continue;
        }
        assert!(once.contains(&*name), "tests/rules/{name} is the fixture of no rule");
    }
}

#[test]
fn every_rule_file_is_in_the_list_under_its_own_name() {
    let listed: BTreeSet<String> = CHECKS.iter().map(|check| format!("{}.rs", check.rule.code)).collect();
    let mut written = BTreeSet::new();
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check")).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        if text.contains("static CHECK: Check") {
            written.insert(path.file_name().unwrap().to_str().unwrap().to_owned());
            assert!(text.lines().count() <= 120, "{} is longer than a rule should be", path.display());
        }
    }
    assert_eq!(listed, written);
}

#[test]
fn every_finding_says_what_to_do() {
    let mut helpless = String::new();
    for Check { rule, .. } in CHECKS {
        let found = diagnostics(&root().join(rule.code).join("bad"));
        let same = found.iter().filter(|found| found.code == rule.code);
        helpless += &printed(same.filter(|found| found.message.ends_with('.') || found.help.is_none()));
    }
    assert!(helpless.is_empty(), "these say not what to do, or end in a full stop:\n{helpless}");
}
