//! Golden sites: `tests/golden/<site>/in` is built, and every file must be as in `out`.
//!
//! After a change that is meant, run the tests with `ANNALS_BLESS=1`, and read the difference.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::Site;

fn golden_sites() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut sites: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    sites.sort();
    sites
}

#[test]
fn sites_are_as_they_were() {
    let bless = std::env::var_os("ANNALS_BLESS").is_some();
    let sites = golden_sites();
    assert!(!sites.is_empty());
    for folder in sites {
        for audience in ["public", "members"] {
            let built = Site::copy_of(&folder.join("in")).build_for(audience);
            let out = folder.join("out").join(audience);
            if bless {
                let _ = fs::remove_dir_all(&out);
                for (path, bytes) in built.files() {
                    fs::create_dir_all(out.join(&path).parent().unwrap()).unwrap();
                    fs::write(out.join(path), bytes).unwrap();
                }
            }
            compare(&folder, &out, &built.files());
        }
    }
}

fn compare(site: &Path, out: &Path, made: &std::collections::BTreeMap<String, Vec<u8>>) {
    let name = site.file_name().unwrap().to_string_lossy();
    let expected: Vec<String> = walk(out, out);
    let found: Vec<String> = made.keys().cloned().collect();
    assert_eq!(found, expected, "{name}: the list of files");
    for (path, bytes) in made {
        let expected = fs::read(out.join(path)).unwrap();
        if *bytes != expected {
            let (made, expected) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&expected));
            let at = made.lines().zip(expected.lines()).position(|(a, b)| a != b).unwrap_or(0);
            panic!(
                "{name}: {path} differs at line {}:\n  expected {:?}\n  made     {:?}\nrun with ANNALS_BLESS=1 if that is meant",
                at + 1,
                expected.lines().nth(at),
                made.lines().nth(at),
            );
        }
    }
}

fn walk(base: &Path, folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk(base, &path));
        } else {
            found.push(path.strip_prefix(base).unwrap().to_string_lossy().replace('\\', "/"));
        }
    }
    found.sort();
    found
}
