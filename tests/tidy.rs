//! The house is tidy: headers, lengths, who may import whom, and words that may not be said.

use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms a room may import, beside `diag`, `source` and `spent`; the table of the house.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("read", &["model"]),
    ("check", &["model"]),
    ("audience", &["model"]),
    ("compose", &["model", "audience"]),
    ("render", &["model", "audience", "compose", "publish::sink"]),
    ("publish", &["model", "audience::secrets"]),
    ("import", &["model", "read"]),
    ("serve", &["publish::memory", "render::html"]),
];

fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    gather(&src, &mut found);
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_file_has_a_header() {
    let without: Vec<_> =
        sources().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(name, _)| name).collect();
    assert!(without.is_empty(), "these files have no //! header: {without:#?}");
}

#[test]
fn no_file_is_over_400_lines() {
    let long: Vec<_> = sources()
        .into_iter()
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > 400)
        .collect();
    assert!(long.is_empty(), "these files are too long: {long:#?}");
}

#[test]
fn commands_are_thin() {
    let thick: Vec<_> = sources()
        .into_iter()
        .filter(|(name, _)| name.starts_with("commands/") && name != "commands/print.rs")
        // Those of a command are none.
        .filter(|(name, _)| !name.ends_with("/tests.rs"))
        .map(|(name, text)| (name, text.lines().filter(|line| !line.trim_start().starts_with("//")).count()))
        .filter(|(_, lines)| *lines > 80)
        .collect();
    assert!(thick.is_empty(), "these commands do too much: {thick:#?}");
}

#[test]
fn rooms_import_only_what_the_house_allows() {
    let mut faults = Vec::new();
    for (name, text) in sources() {
        let Some((room, _)) = name.split_once('/') else { continue };
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(known, _)| *known == room) else { continue };
        let production = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in production.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (at, _) in line.match_indices("crate::") {
                let path = &line[at + "crate::".len()..];
                let own = [room, "diag", "source", "spent"];
                let fits = |to: &str| {
                    path.strip_prefix(to).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                };
                if !own.iter().any(|to| fits(to)) && !allowed.iter().any(|to| fits(to)) {
                    faults.push(format!("{name}: {}", line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "imports against the table of the house: {faults:#?}");
}

#[test]
fn composing_and_rendering_never_see_the_archive() {
    let seen: Vec<_> = sources()
        .into_iter()
        .filter(|(name, _)| name.starts_with("compose/") || name.starts_with("render/"))
        .filter(|(_, text)| {
            let production = text.split("#[cfg(test)]").next().unwrap_or_default();
            production.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| {
                line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == "Archive")
            })
        })
        .map(|(name, _)| name)
        .collect();
    assert!(seen.is_empty(), "these files name the Archive: {seen:#?}");
}

/// What is looked at for a page is noted on one thread: a page that is made on several would be kept when it is
/// another.
#[test]
fn no_page_is_made_on_several_threads() {
    let of_pages = |name: &str| name.starts_with("render/view/") || name.starts_with("render/report/");
    let spread: Vec<_> = sources()
        .into_iter()
        .filter(|(name, text)| of_pages(name) && (text.contains("rayon") || text.contains("par_iter")))
        .map(|(name, _)| name)
        .collect();
    assert!(spread.is_empty(), "these make pages on several threads: {spread:?}");
}

#[test]
fn the_model_knows_no_format() {
    let serialised: Vec<_> = sources()
        .into_iter()
        .filter(|(name, _)| name.starts_with("model/"))
        .filter(|(_, text)| text.contains("serde") || text.contains("std::fs"))
        .map(|(name, _)| name)
        .filter(|name| name != "model/mod.rs")
        .collect();
    assert!(serialised.is_empty(), "the model knows a format or the disk: {serialised:#?}");
}

/// What is packed compiles without what is left out of the package (`exclude` in Cargo.toml).
#[test]
fn nothing_that_is_packed_is_made_of_what_is_left_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let (_, rest) = manifest.split_once("\nexclude = [").unwrap();
    let left_out: Vec<&str> = rest.split(']').next().unwrap().split('"').skip(1).step_by(2).collect();
    assert!(left_out.contains(&"/fuzz"), "{left_out:?}");
    let mut files = Vec::new();
    ["src", "tests", "benches"].iter().for_each(|folder| gather(&root.join(folder), &mut files));
    let mut faults = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        for opening in ["#[path = \"", "include_str!(\"", "include_bytes!(\""] {
            for named in text.split(opening).skip(1).filter_map(|rest| rest.split('"').next()) {
                let inner = left_out.iter().any(|one| named.trim_start_matches("../").starts_with(&one[1..]));
                if named.starts_with("../") && inner {
                    faults.push(format!("{} is made of {named}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
