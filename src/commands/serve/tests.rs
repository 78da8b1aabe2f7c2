//! What is shown at once beside what the whole site comes to.
#![expect(clippy::disallowed_methods, reason = "a test writes what is served")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::date;
use proptest::prelude::*;

use super::made::Making;
use crate::audience::Audience;
use crate::publish::memory::Kept;
use crate::serve::{Built, Changed, Part};

const CASE: &str = "content/cases/water.md";

/// An archive with what a page can look at: links both ways, a term, a name, something closed, a write-up.
fn archive() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let settings = "title: T\ndefault_visibility: public\nglossary: {ICO: Information Commissioner}\n\
                    facets: [theme_tag]\n";
    let closed = "---\ntitle: Behind doors\nvisibility: members\n---\n\n\
                  The minister told the three of us over tea that the second tender was already lost.\n";
    for (file, text) in [
        ("annals.yaml", settings),
        (CASE, "---\ntitle: Water\ntheme_tag: [Rivers]\n---\n\nThe first text.\n"),
        ("content/cases/fire.md", "---\ntitle: Fire\ntheme_tag: [Rivers]\n---\n\nSee [[cases/water]].\n"),
        ("content/cases/doors.md", closed),
        ("content/workshops/one.md", "---\ntitle: One\ndate: 2019-05-01\n---\n\nWe met.\n"),
        ("content/reports/2020.md", "---\ntitle: Report\nperiod: 2019-01-01/2020-12-31\n---\n\nWe report.\n"),
    ] {
        write(folder.path(), file, text);
    }
    folder
}

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn making(root: &Path, audience: Audience) -> Making {
    Making::new(root.to_owned(), audience, false, false)
}

/// What is shown of an archive in one round in which a file is saved: before and after.
fn round(making: &mut Making, file: &str, text: &str) -> (Vec<Built>, Vec<Built>) {
    let shown = RefCell::new((Vec::new(), Vec::new()));
    let is_saved = std::cell::Cell::new(false);
    let root = making.root.clone();
    making.round(
        date(2020, 1, 1),
        "http://127.0.0.1:8000/",
        &|built| match is_saved.get() {
            true => shown.borrow_mut().1.push(built),
            false => shown.borrow_mut().0.push(built),
        },
        &|| {
            is_saved.set(true);
            write(&root, file, text);
            Changed::from([std::path::absolute(root.join(file)).unwrap(), root.join(".saved.swp")])
        },
    );
    shown.into_inner()
}

/// Why there is no site, where there is none.
fn told(built: &[Built]) -> String {
    let last = built.last().unwrap();
    let findings = last.findings.iter().map(|found| format!("{}: {}\n", found.file, found.message));
    if last.files.is_some() { String::new() } else { findings.chain(last.failure.clone()).collect() }
}

fn page(files: &BTreeMap<String, Kept>, path: &str) -> String {
    match &files[path] {
        Kept::Bytes(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        other @ Kept::CopyOf(_) => panic!("{other:?}"),
    }
}

/// Saves a text; the page that is shown at once, if one is, and the page that the whole site has.
fn saved(audience: Audience, file: &str, text: &str) -> (Option<String>, Option<String>) {
    let folder = archive();
    let mut making = making(folder.path(), audience);
    let (before, after) = round(&mut making, file, text);
    assert_eq!(told(&before), "");
    assert!(after.iter().all(|built| built.part == Part::Saved) && after.len() < 2);
    let page_of = format!("{}.html", file.strip_prefix("content/").unwrap().strip_suffix(".md").unwrap());
    let at_once = after.into_iter().next().map(|built| page(&built.files.unwrap(), &page_of));
    let (whole, _) = round(&mut making, "unseen.txt", "");
    let whole = whole.into_iter().next_back().unwrap().files.map(|files| page(&files, &page_of));
    (at_once, whole)
}

fn case(text: &str) -> String {
    format!("---\ntitle: Water\ntheme_tag: [Rivers]\n---\n\n{text}\n")
}

#[test]
fn a_saved_text_is_shown_at_once_as_the_whole_site_will_have_it() {
    for text in [
        "The second text.",
        "See [[cases/fire]], the [first](fire.md#top) of them. ICO is told.",
        "## A heading\n\nOf it.[^1]\n\n[^1]: A note.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
        "Before.\n\n::: members\nBetween us alone.\n:::\n\nAfter.",
        "",
    ] {
        for audience in [Audience::Public, Audience::Members] {
            let (at_once, whole) = saved(audience, CASE, &case(text));
            assert!(whole.is_some());
            assert_eq!(at_once, whole, "{text}");
            assert!(audience == Audience::Members || !whole.unwrap().contains("Between us"), "{text}");
        }
    }
}

#[test]
fn what_one_file_cannot_tell_waits_for_the_whole_site() {
    let write_up = "---\ntitle: One\ndate: 2019-05-01\n---\n\nWe met again.\n";
    let report = "---\ntitle: Report\nperiod: 2019-01-01/2020-12-31\n---\n\nWe report more.\n";
    let leak =
        case("He said that the minister told the three of us over tea that the second tender was lost.");
    for (file, text) in [
        (CASE, "---\ntitle: Waters\ntheme_tag: [Rivers]\n---\n\nAnother title.\n"),
        (CASE, "---\ntitle: Water\ntheme_tag: [Rivers]\nvisibility: members\n---\n\nClosed now.\n"),
        (CASE, "---\ntitle: [Water\n---\n\nA fault.\n"),
        // Nothing is another: the same text.
        (CASE, &case("The first text.")),
        // That something is withheld is counted on other pages.
        (CASE, &case("By [[redact: a name]]Jane[[/redact]].")),
        (CASE, &leak),
        ("content/cases/doors.md", "---\ntitle: Behind doors\nvisibility: members\n---\n\nOf another.\n"),
        ("content/workshops/one.md", write_up),
        ("content/reports/2020.md", report),
        ("content/cases/new.md", "---\ntitle: New\n---\n\nNew.\n"),
        ("annals.yaml", "title: Another\ndefault_visibility: public\n"),
    ] {
        let folder = archive();
        let (before, after) = round(&mut making(folder.path(), Audience::Public), file, text);
        assert_eq!(told(&before), "");
        assert!(after.is_empty(), "{file}: {text}");
    }
}

#[test]
fn a_checkout_waits_for_the_whole_site_and_a_faulty_archive_shows_nothing() {
    let folder = archive();
    let mut making = making(folder.path(), Audience::Public);
    let shown = RefCell::new(Vec::new());
    let many = || {
        write(folder.path(), CASE, &case("Checked out."));
        (0..9)
            .map(|n| folder.path().join(format!("content/cases/c{n}.md")))
            .chain([folder.path().join(CASE)])
            .collect()
    };
    making.round(date(2020, 1, 1), "http://127.0.0.1/", &|built| shown.borrow_mut().push(built), &many);
    assert_eq!(shown.borrow().len(), 1);
    write(folder.path(), "content/cases/fire.md", "---\ntitle: [Fire\n---\n");
    let (before, after) = round(&mut making, CASE, &case("After a fault."));
    assert!(before.last().unwrap().files.is_none() && after.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is written in a text: what is shown at once, if anything is, is what the whole site says.
    #[test]
    fn what_is_shown_at_once_is_what_the_whole_site_says(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("[[cases/fire]]".to_owned()),
                Just("\n\n::: members\nhidden\n:::\n\n".to_owned()),
                Just("\n\n# Heading\n\n".to_owned()),
                Just("[link](fire.md \"title\")".to_owned()),
                Just("\n- item\n- item\n".to_owned()),
                Just("<b onclick=x>raw</b>".to_owned()),
                Just("\n:::\n".to_owned()),
                Just("[[redact: why]]x[[/redact]]".to_owned()),
                "[ -~é\n]{0,30}",
            ],
            0..8,
        )
    ) {
        let (at_once, whole) = saved(Audience::Public, CASE, &case(&parts.concat()));
        if let (Some(at_once), Some(whole)) = (at_once, whole) {
            prop_assert_eq!(at_once, whole);
        }
    }
}
