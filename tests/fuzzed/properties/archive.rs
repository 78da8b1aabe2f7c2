//! An archive with one text in it, on a disk in memory: read, checked, filtered, composed and rendered.

use std::path::PathBuf;
use std::sync::LazyLock;

use annals::audience::{Audience, edition};
use annals::publish::memory::{Kept, Memory};
use annals::read::{self, Reading};
use annals::render::{self, Extras, theme::Theme};
use annals::{check, compose};
use jiff::civil::{Date, date};

/// `fuzz/run` says where, and clears it away.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let shared = PathBuf::from("/dev/shm");
    let memory = if shared.is_dir() { shared } else { std::env::temp_dir() };
    let own = || memory.join(format!("annals-fuzz-{}", std::process::id()));
    let root = std::env::var_os("ANNALS_FUZZ_FOLDER").map_or_else(own, PathBuf::from);
    for folder in ["cases", "issues", "workshops", "topics", "reports"] {
        std::fs::create_dir_all(root.join("content").join(folder)).unwrap();
    }
    for (file, text) in FILES {
        std::fs::write(root.join(file), text).unwrap();
    }
    root
});

const FILES: [(&str, &str); 5] = [
    (
        "annals.yaml",
        "title: T\nbase_url: https://example.org/a/\ndefault_visibility: public\nfacets: [theme_tag]\n",
    ),
    ("content/topics/t.md", "---\ntitle: T\n---\n"),
    (
        "content/workshops/w.md",
        "---\ntitle: W\ndate: 2018-07-03\nnumber: 1\n---\n\nWe met.\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Go. | HO |\n",
    ),
    (
        "content/issues/i.md",
        "---\ntitle: I\ntopic: t\nhistory:\n- {on: 2018-07-03, at: workshops/w, discussed: true, agreement: agreed, evidence: [workshops/w#p-1]}\n---\n",
    ),
    (
        "content/cases/secret.md",
        "---\ntitle: CANARY behind closed doors\nvisibility: members\n---\n\nCANARY told by nobody.\n",
    ),
];

static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::load(Vec::new()).unwrap());

/// The day of every build.
pub fn today() -> Date {
    date(2026, 11, 22)
}

/// The archive with this file in it.
pub fn reading(file: &str, text: &[u8]) -> Reading {
    std::fs::write(ROOT.join(file), text).unwrap();
    read::archive(&ROOT).unwrap()
}

/// The archive as it was before that file.
pub fn again(file: &str) {
    match FILES.iter().find(|(name, _)| *name == file) {
        Some((_, text)) => std::fs::write(ROOT.join(file), text).unwrap(),
        None => std::fs::remove_file(ROOT.join(file)).unwrap(),
    }
}

/// Clears it away.
pub fn clear() {
    std::fs::remove_dir_all(&*ROOT).unwrap();
}

/// Checks, filters, composes and renders; every finding has a place in its file, and the pages of both
/// audiences go to `look`.
pub fn rendered(reading: Reading, look: impl Fn(Audience, &str, &str)) {
    let Reading { archive, mut findings } = reading;
    findings.extend(check::run(&archive, today()));
    for diagnostic in read::place(&ROOT, findings) {
        assert!(diagnostic.line > 0 && diagnostic.column > 0, "{diagnostic:?}");
        let Ok(text) = std::fs::read(ROOT.join(&*diagnostic.file)) else { continue };
        // As YAML and editors count them: a carriage return by itself ends a line too.
        let ends = |n: usize| matches!((text[n], text.get(n + 1)), (b'\n', _) | (b'\r', None) | (b'\r', Some(0..=9 | 11..)));
        let lines = 1 + (0..text.len()).filter(|n| ends(*n)).count();
        assert!(diagnostic.line <= lines, "{diagnostic:?}");
    }
    for audience in [Audience::Public, Audience::Members] {
        let edition = edition(&archive, audience, today());
        let site = compose::site(&edition);
        let memory = Memory::default();
        let extras = Extras { search: true, ..Extras::default() };
        render::site_with(&site, &THEME, &extras, &memory, &|_| ()).unwrap();
        for (path, kept) in memory.into_files() {
            if let (Kept::Bytes(bytes), true) = (kept, !path.starts_with("assets/")) {
                look(audience, &path, &String::from_utf8_lossy(&bytes));
            }
        }
    }
}

/// Nothing on a page runs that the theme did not put there, and nothing tells what is for members.
pub fn holds(audience: Audience, path: &str, text: &str) {
    assert!(audience == Audience::Members || !text.contains("CANARY"), "{path}: {text}");
    if !path.ends_with(".html") {
        return;
    }
    for (at, _) in text.match_indices('<') {
        let tag = text[at + 1..].split('>').next().unwrap_or_default();
        let name = tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is_own = tag.contains("src=\"") && tag.contains("assets/") || tag.contains("application/ld+json");
        assert!(!name.eq_ignore_ascii_case("script") || is_own, "{path}: <{tag}>");
        // (Drawings are the theme's own: what they hold is looked at as every other tag is.)
        for bad in ["iframe", "object", "embed", "base", "style", "math", "noscript", "template"] {
            assert!(!name.eq_ignore_ascii_case(bad), "{path}: <{tag}>");
        }
        if text[at + 1..].starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            assert!(!has_handler(tag), "{path}: <{tag}>");
        }
    }
}

/// Whether a tag has an attribute whose name begins with `on`, or an address that runs. (All that is
/// printed is quoted with `"`.)
fn has_handler(tag: &str) -> bool {
    let mut outside = String::new();
    for (n, part) in tag.split('"').enumerate() {
        if n % 2 == 0 {
            outside.push_str(part);
            outside.push(' ');
        } else if part.trim_start().to_ascii_lowercase().starts_with("javascript:") {
            return !outside.ends_with("content= ");
        }
    }
    let names = outside.split_whitespace().skip(1);
    names.into_iter().any(|name| name.to_ascii_lowercase().starts_with("on") && name.contains('='))
}
