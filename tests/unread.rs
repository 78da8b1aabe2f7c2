//! One record that cannot be read, or that nobody may see because of a slip: what is told is that slip, with what
//! to do about it, and nothing of what only follows from it.

use std::collections::BTreeSet;
use std::path::Path;

use annals::audience::{self, Audience};
use annals::commands::frozen;
use annals::diag::Diagnostic;
use annals::{check, compose, read};

use crate::harness::Site;

/// Everything that `annals check` finds.
fn found(root: &Path) -> Vec<Diagnostic> {
    let today = jiff::civil::date(2026, 11, 22);
    let read::Reading { archive, mut findings } = read::archive(root).unwrap();
    findings.extend(check::run(&archive, today));
    findings.extend(frozen::faults(&archive));
    let seen_by = |audience| audience::edition(&archive, audience, today);
    findings.extend(compose::report::findings(&seen_by(Audience::Members), &seen_by(Audience::Public)));
    read::place(root, findings)
}

/// The archive that `annals init` writes.
fn started() -> Site {
    let site = Site::new();
    let ran = site.run(&["init", "forum"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    Site::copy_of(&site.root().join("forum"))
}

fn records(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for folder in std::fs::read_dir(root.join("content")).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Breaks each record in turn, and gathers what is then told of other files.
fn follow_ups(site: &Site, slip: impl Fn(&str) -> Vec<u8>) -> String {
    let words = |one: &Diagnostic| format!("{} {} {}", one.file, one.code, one.message);
    let before: BTreeSet<String> = found(site.root()).iter().map(words).collect();
    let mut told = String::new();
    for path in records(site.root()) {
        let text = std::fs::read_to_string(site.root().join(&path)).unwrap();
        site.write(&path, slip(&text));
        let after = found(site.root());
        site.write(&path, &text);
        assert!(after.iter().any(|one| *one.file == *path && one.help.is_some()), "{path}: {after:?}");
        for one in after.iter().filter(|one| *one.file != *path && !before.contains(&words(one))) {
            told += &format!("{path}: {}\n", words(one));
        }
    }
    told
}

#[test]
fn a_record_that_cannot_be_read_is_told_and_not_what_follows_from_it() {
    let forum = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/forum/in");
    for site in [started(), Site::copy_of(&forum)] {
        let no_yaml = follow_ups(&site, |text| text.replacen("title:", "\ttitle:", 1).into_bytes());
        let latin_1 = follow_ups(&site, |text| [text.as_bytes(), b"Caf\xe9\n"].concat());
        let for_nobody =
            follow_ups(&site, |text| text.replacen("title:", "embargo: 2019-02-31\ntitle:", 1).into_bytes());
        assert_eq!(format!("{no_yaml}{latin_1}{for_nobody}"), "");
    }
}

#[test]
fn what_has_nothing_to_do_with_it_is_told_all_the_same() {
    let site = started();
    site.write("content/locations/northmere.md", "---\n\ttitle: Northmere\n---\n");
    let report = std::fs::read_to_string(site.root().join("content/reports/2024.md")).unwrap();
    site.write("content/reports/2024.md", report + "\nSee @issues/nowhere, and {{ cuont() }}.\n");
    let ran = site.run(&["--message-format", "short", "check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("there is no record `issues/nowhere`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("there is no directive `cuont`"), "{}", ran.stderr);
}

#[test]
fn a_slip_is_told_once_with_what_to_do_and_the_rest_waits() {
    let site = started();
    let path = "content/issues/footway-on-both-sides.md";
    let text = std::fs::read_to_string(site.root().join(path)).unwrap();
    let title = text.lines().nth(1).unwrap();
    site.write(path, text.replacen(title, "title Footways", 1));
    let ran = site.run(&["check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains(" --> content/issues/footway-on-both-sides.md:2:1"), "{}", ran.stderr);
    assert!(ran.stderr.contains("help: a key has a colon after it: `title: Footways`"), "{}", ran.stderr);
    assert!(!ran.stderr.contains(" at line "), "{}", ran.stderr);
    assert!(ran.stderr.contains("held back that may only follow"), "{}", ran.stderr);
    assert!(ran.stderr.contains(": 1 error, 0 warnings, "), "{}", ran.stderr);
    for follow_up in ["unknown_facet", "there is no record", "nothing to show"] {
        assert!(!ran.stderr.contains(follow_up), "{follow_up}: {}", ran.stderr);
    }
}

#[test]
fn a_misnamed_file_is_told_and_not_what_follows_from_it() {
    let path = "content/issues/footway-on-both-sides.md";
    for (name, cause) in [
        ("issues/Footway on both sides.md", "cannot be the name of a record"),
        ("issues/2024/footway-on-both-sides.md", "a record in a folder inside a collection"),
        ("issue/footway-on-both-sides.md", "`issue` is no collection that is known"),
    ] {
        let site = started();
        let to = site.root().join("content").join(name);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::rename(site.root().join(path), to).unwrap();
        let ran = site.run(&["--message-format", "short", "check"]);
        assert_eq!(ran.status, 1);
        assert!(ran.stderr.contains(cause), "{}", ran.stderr);
        for follow_up in ["unknown_facet", "there is no record", "nothing to show"] {
            assert!(!ran.stderr.contains(follow_up), "{name}, {follow_up}: {}", ran.stderr);
        }
    }
    // What is a warning only keeps no error back.
    let site = started();
    std::fs::rename(site.root().join(path), site.root().join(format!("{path}.txt"))).unwrap();
    let ran = site.run(&["--message-format", "short", "check"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("stray_file") && !ran.stderr.contains("unknown_facet"), "{}", ran.stderr);
    assert!(ran.stderr.contains("error[unresolved_reference]"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("dangling_link"), "{}", ran.stderr);
}

#[test]
fn a_collection_whose_records_cannot_be_read_is_not_taken_for_a_misspelt_one() {
    let said = "title: T\ncollections: {paper: {label: Sheets}}\n";
    let site = Site::new().file("annals.yaml", said).record("paper/a4", "title: [A4", "").record(
        "papers/plan",
        "title: P",
        "",
    );
    let told = |site: &Site| site.run(&["--message-format", "short", "check"]).stderr;
    let unread = told(&site);
    assert!(unread.contains("bad_yaml") && !unread.contains("unknown_collection"), "{unread}");
    std::fs::remove_file(site.root().join("content/paper/a4.md")).unwrap();
    assert!(told(&site).contains("unknown_collection"));
}
