//! What the fuzzer asks of every text, asked again of the texts of which it did not hold once, and of a few others:
//! `fuzz/` is a workspace of its own, which needs a nightly toolchain; what it asks is compiled here too.
//! (Some seconds unoptimised: some texts are made into whole sites.)

mod properties;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use properties::{directives, front_matter, importers, markdown, passages, query, settings, write_up};

/// What a target asks of any bytes.
type Hold = fn(&[u8]);

/// Each target, and what it asks.
const TARGETS: [(&str, Hold); 8] = [
    ("directives", directives::hold),
    ("front_matter", front_matter::hold),
    ("importers", importers::hold),
    ("markdown", markdown::hold),
    ("passages", passages::hold),
    ("query", query::hold),
    ("settings", settings::hold),
    ("write_up", write_up::hold),
];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn what_failed_once_holds() {
    let write_up = fs::read(here("tests/fixtures/write-up.md")).unwrap();
    for (target, hold) in TARGETS {
        let folder = here("tests/fixtures/fuzz").join(target);
        let found = if folder.is_dir() { names(&folder) } else { BTreeSet::new() };
        for name in found {
            eprintln!("{target}: {name}");
            hold(&fs::read(folder.join(name)).unwrap());
        }
        eprintln!("{target}: nothing, and a write-up");
        hold(b"");
        hold(&write_up);
    }
    properties::archive::clear();
}

#[test]
fn every_target_is_built_and_recorded() {
    let manifest = fs::read_to_string(here("fuzz/Cargo.toml")).unwrap();
    let readme = fs::read_to_string(here("README.md")).unwrap();
    let files = names(&here("fuzz/targets"));
    let expected: BTreeSet<String> = TARGETS.iter().map(|(target, _)| format!("{target}.rs")).collect();
    assert_eq!(files, expected);
    for (target, _) in TARGETS {
        let file = fs::read_to_string(here("fuzz/targets").join(format!("{target}.rs"))).unwrap();
        assert!(file.contains(&format!("properties::{target}::hold(bytes)")), "{file}");
        assert!(
            manifest.contains(&format!("name = \"{target}\"\npath = \"targets/{target}.rs\"")),
            "{target}"
        );
        assert!(readme.contains(&format!("| `{target}` |")), "README.md does not say what came of {target}");
    }
    let fixtures = here("tests/fixtures/fuzz");
    let kept = if fixtures.is_dir() { names(&fixtures) } else { BTreeSet::new() };
    for folder in kept {
        assert!(TARGETS.iter().any(|(target, _)| *target == folder), "there is no target {folder}");
    }
}
