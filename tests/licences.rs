//! What the program is made of may be used as it is: no copyleft, nothing that nobody looked at.
//!
//! `cargo metadata` says under which terms each crate comes; only what this machine would build is
//! asked for, so that nothing has to be fetched.

use std::process::Command;

/// The terms that are fine. MPL-2.0 is, as long as the crate is used unchanged.
const FINE: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn every_crate_comes_under_terms_that_are_fine() {
    let host = if cfg!(target_os = "macos") { "aarch64-apple-darwin" } else { "x86_64-unknown-linux-gnu" };
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let ran = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let used: Vec<&str> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|node| node["id"].as_str())
        .collect();
    let packages = metadata["packages"].as_array().unwrap();
    let packages: Vec<_> = packages
        .iter()
        .filter(|package| package["id"].as_str().is_some_and(|id| used.contains(&id)))
        .collect();
    assert!(packages.len() > 100, "{} packages", packages.len());
    let others: Vec<String> = packages
        .iter()
        .filter(|package| !package["license"].as_str().is_some_and(is_fine))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(others.is_empty(), "look at the terms of {others:#?}");
}

/// Whether one may choose terms that are fine: all of what is joined by AND, any of what is by OR.
fn is_fine(terms: &str) -> bool {
    let flat = terms.replace('/', " OR ");
    let mut words = flat.replace('(', " ( ").replace(')', " ) ");
    while words.contains("  ") {
        words = words.replace("  ", " ");
    }
    either(&mut words.split(' ').filter(|word| !word.is_empty()).peekable())
}

fn either<'t, I: Iterator<Item = &'t str>>(words: &mut std::iter::Peekable<I>) -> bool {
    let mut fine = both(words);
    while words.next_if_eq(&"OR").is_some() {
        fine = both(words) || fine;
    }
    fine
}

fn both<'t, I: Iterator<Item = &'t str>>(words: &mut std::iter::Peekable<I>) -> bool {
    let mut fine = one(words);
    while words.next_if_eq(&"AND").is_some() {
        fine = one(words) && fine;
    }
    fine
}

fn one<'t, I: Iterator<Item = &'t str>>(words: &mut std::iter::Peekable<I>) -> bool {
    let Some(word) = words.next() else { return false };
    if word == "(" {
        let fine = either(words);
        return words.next() == Some(")") && fine;
    }
    match words.next_if_eq(&"WITH") {
        Some(_) => FINE.contains(&format!("{word} WITH {}", words.next().unwrap_or_default()).as_str()),
        None => FINE.contains(&word),
    }
}

#[test]
fn terms_are_read_as_they_are_meant() {
    assert!(is_fine("MIT OR Apache-2.0") && is_fine("Unlicense/MIT") && is_fine("GPL-3.0 OR MIT"));
    assert!(is_fine("(MIT OR Apache-2.0) AND Unicode-3.0") && is_fine("Apache-2.0 WITH LLVM-exception"));
    assert!(
        !is_fine("GPL-3.0") && !is_fine("MIT AND GPL-3.0") && !is_fine("(MIT AND EUPL-1.2)") && !is_fine("")
    );
}
