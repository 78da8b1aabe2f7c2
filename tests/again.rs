//! A site that is made again after another is the one that a clean build makes, byte for byte, whatever was
//! edited, deleted, renamed, hidden, set or themed in between; and it makes only what could have changed.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::OnceLock;

use annals::audience::{self, Audience};
use annals::publish::memory::{Kept, Memory};
use annals::render::manifest::Manifest;
use annals::render::theme::Theme;
use annals::render::{Before, Extras, Summary};
use annals::{compose, read, render};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::harness::Site;
use crate::interference::{PLACES, SETTINGS, Secrets, texts};

type Files = BTreeMap<String, Vec<u8>>;

/// Something that is done to an archive between two builds. A file is named by a number.
#[derive(Clone, Copy, Debug)]
enum Edit {
    /// Shows or hides some things, someone's name or words: a bit for each place.
    Hide(u64),
    Word(usize),
    Title(usize),
    Delete(usize),
    Rename(usize),
    Add(usize),
    /// What `annals.yaml` says.
    Settings(usize),
    Theme(usize),
    Search,
    Day,
    Audience,
}

/// An archive with all that was done to it.
#[derive(Clone, Debug, Default)]
struct State {
    secrets: u64,
    edits: Vec<Edit>,
    settings: usize,
    theme: usize,
    no_search: bool,
    days: i8,
    is_for_members: bool,
}

impl State {
    fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Hide(places) => self.secrets ^= places,
            Edit::Settings(n) => self.settings = n % SETTINGS_OF.len(),
            Edit::Theme(n) => self.theme = n % THEMES.len(),
            Edit::Search => self.no_search ^= true,
            Edit::Day => self.days += 1,
            Edit::Audience => self.is_for_members ^= true,
            edit => self.edits.push(edit),
        }
    }

    /// The records, as they are after all edits.
    fn texts(&self) -> BTreeMap<String, String> {
        let mut files = texts(Secrets(self.secrets));
        for (n, edit) in self.edits.iter().enumerate() {
            let nth = |of: usize| {
                let records = || files.keys().filter(|path| path.ends_with(".md"));
                records().nth(of % records().count()).unwrap().clone()
            };
            match *edit {
                Edit::Word(of) => {
                    files.get_mut(&nth(of)).unwrap().push_str(&format!("\n\nA word more, {n}.\n"))
                }
                Edit::Title(of) => {
                    let path = nth(of);
                    let new = files[&path].replacen("title: ", &format!("title: New {n} "), 1);
                    files.insert(path, new);
                }
                Edit::Delete(of) if files.len() > 9 => {
                    files.remove(&nth(of));
                }
                Edit::Rename(of) => {
                    let path = nth(of);
                    let text = files.remove(&path).unwrap();
                    files.insert(path.replace(".md", "-renamed.md"), text);
                }
                Edit::Add(of) => {
                    let text = format!("---\ntitle: Case {of}\ntheme_tag: [Traffic, T{of}]\n---\n\nText.\n");
                    files.insert(format!("content/cases/added-{of}.md"), text);
                }
                _ => {}
            }
        }
        files
    }

    /// Makes the site, after another or clean.
    fn made(&self, last: Option<&Last>) -> (Last, Summary) {
        let archive = read::archive_with(folder(self.settings), &self.texts()).unwrap().archive;
        let audience = if self.is_for_members { Audience::Members } else { Audience::Public };
        let today = jiff::civil::date(2020, 1, 1 + self.days.rem_euclid(28));
        let edition = audience::edition(&archive, audience, today);
        let site = compose::site(&edition);
        let theme = THEMES[self.theme].map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let theme = Theme::load(theme.into_iter().collect()).unwrap();
        let sink = Memory::after(last.map(|last| last.files.clone()).unwrap_or_default());
        let extras = Extras { search: !self.no_search, ..Extras::default() };
        // What is kept on disk is what is read back.
        let before = last.map(|last| Manifest::from_bytes(&last.manifest).unwrap());
        let before = Before { program: "test", last: before.as_ref(), records: &[] };
        // As a server does it, and as a build does.
        let shown: Option<&dyn Fn()> = if self.edits.len() % 2 == 1 { Some(&|| {}) } else { None };
        let (summary, manifest) =
            render::site_again(&site, &theme, &extras, before, &sink, &|_| {}, shown).unwrap();
        (Last { manifest: manifest.to_bytes().unwrap(), files: sink.into_files() }, summary)
    }
}

struct Last {
    manifest: Vec<u8>,
    files: BTreeMap<String, Kept>,
}

/// The first thing that tells two sites apart.
fn difference(one: &Last, other: &Last) -> Option<String> {
    let missing = |a: &Last, b: &Last| a.files.keys().find(|path| !b.files.contains_key(*path)).cloned();
    if let Some(path) = missing(one, other).or_else(|| missing(other, one)) {
        return Some(format!("{path} is in one only"));
    }
    let (path, kept) = one.files.iter().find(|(path, kept)| other.files[*path] != **kept)?;
    let text = |kept: &Kept| match kept {
        Kept::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Kept::CopyOf(path) => path.clone(),
    };
    let (a, b) = (text(kept), text(&other.files[path]));
    Some(format!("{path}: {:?}", a.lines().zip(b.lines()).find(|(a, b)| a != b)))
}

const SETTINGS_OF: [(&str, &str); 4] = [
    ("", ""),
    ("School street", "The street"),
    ("facets: [theme_tag, ", "page_size: 2\nfacets: ["),
    ("private person could be recognised}", "person could be recognised}\nglossary: {CCTV: Cameras}"),
];

const THEMES: [Option<(&str, &str)>; 3] = [
    None,
    Some(("templates/404.html", "<main>Lost</main>")),
    Some(("templates/parts/foot.html", "<footer>Another</footer>")),
];

/// The folder with these settings, and the attachments.
fn folder(settings: usize) -> &'static Path {
    static FOLDERS: [OnceLock<TempDir>; SETTINGS_OF.len()] = [const { OnceLock::new() }; SETTINGS_OF.len()];
    let made = || {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = SETTINGS_OF[settings];
        assert!(SETTINGS.contains(from), "{from}");
        fs::create_dir_all(folder.path().join("content/assets")).unwrap();
        fs::write(folder.path().join("annals.yaml"), SETTINGS.replacen(from, to, 1)).unwrap();
        fs::write(folder.path().join("content/assets/open.txt"), "open").unwrap();
        fs::write(folder.path().join("content/assets/canary18.txt"), "canary18").unwrap();
        folder
    };
    FOLDERS[settings].get_or_init(made).path()
}

/// Builds after each of these edits, and compares with a clean build; how many pages were kept in all.
fn story(edits: &[Edit]) -> Result<usize, String> {
    let mut state = State::default();
    let (mut last, _) = state.made(None);
    let mut kept = 0;
    for (n, edit) in edits.iter().enumerate() {
        state.edit(*edit);
        let (again, summary) = state.made(Some(&last));
        let (clean, _) = state.made(None);
        if let Some(difference) = difference(&again, &clean) {
            return Err(format!("after {:?}: {difference}", &edits[..=n]));
        }
        if again.manifest != clean.manifest {
            return Err(format!("after {:?}: the manifests differ", &edits[..=n]));
        }
        kept += summary.kept;
        last = again;
    }
    Ok(kept)
}

/// Every kind of edit, and back again where it can be undone. (Two sites for each of fifteen edits: ten
/// seconds, unoptimised.)
#[test]
fn after_each_kind_of_edit_the_site_is_that_of_a_clean_build() {
    let mut edits = vec![Edit::Word(0), Edit::Settings(2), Edit::Word(4), Edit::Theme(2), Edit::Theme(0)];
    edits.extend([Edit::Search, Edit::Title(2), Edit::Audience, Edit::Day, Edit::Word(7), Edit::Add(1)]);
    edits.extend([Edit::Rename(3), Edit::Delete(5), Edit::Settings(3), Edit::Title(6)]);
    assert!(story(&edits).unwrap() > 0, "nothing was ever kept");
}

/// Eleven places at a time: shown, then hidden.
#[test]
fn what_is_shown_or_hidden_is_shown_or_hidden_again() {
    let some = |n: u32| (0..PLACES).filter(|place| place % 4 == n).fold(0, |all, place| all | 1 << place);
    let edits: Vec<Edit> = (0..4).flat_map(|n| [Edit::Hide(some(n)), Edit::Hide(some(n))]).collect();
    story(&edits).unwrap();
    story(&[Edit::Audience, Edit::Hide(some(1)), Edit::Hide(some(2)), Edit::Hide(some(1))]).unwrap();
}

#[test]
fn a_word_in_one_record_makes_few_pages_again() {
    let mut state = State::default();
    let (last, summary) = state.made(None);
    assert_eq!(summary.kept, 0);
    let (_, summary) = state.made(Some(&last));
    assert_eq!(summary.made, 2, "only what tells of the data is made where nothing changed");
    let cases = state.texts().keys().position(|path| path.contains("/cases/")).unwrap();
    state.edit(Edit::Word(cases));
    let (_, summary) = state.made(Some(&last));
    assert!(summary.made > 2 && summary.kept > summary.made, "{summary:?}");
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => (0..PLACES).prop_map(|place| Edit::Hide(1 << place)),
        4 => (0usize..64).prop_map(Edit::Word),
        2 => (0usize..64).prop_map(Edit::Title),
        1 => (0usize..64).prop_map(Edit::Delete),
        1 => (0usize..64).prop_map(Edit::Rename),
        1 => (0usize..8).prop_map(Edit::Add),
        1 => (0usize..4).prop_map(Edit::Settings),
        1 => (0usize..3).prop_map(Edit::Theme),
        1 => Just(Edit::Search),
        1 => Just(Edit::Day),
        1 => Just(Edit::Audience),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_site_is_that_of_a_clean_build(edits in prop::collection::vec(edit(), 1..5)) {
        let told = story(&edits);
        prop_assert!(told.is_ok(), "{}", told.unwrap_err());
    }
}

/// An archive of a few cases, one of them with a word that members alone may read.
fn cases() -> Site {
    let site = Site::new().record("papers/plan", "title: Plan", "See [one](../cases/c1.md).");
    for n in 0..12 {
        site.write(&format!("content/cases/c{n}.md"), format!("---\ntitle: Case {n}\n---\n\nText {n}.\n"));
    }
    site
}

/// Builds into `output`; what it said, and the files of the site.
fn build(site: &Site, more: &[&str]) -> (String, Files) {
    let mut asked = vec!["build", "--no-pdf", "--today", "2026-11-22", "--timings"];
    asked.extend(more);
    let ran = site.run(&asked);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let mut files = Files::new();
    gather(&site.root().join("output/public"), "", &mut files);
    (ran.stderr, files)
}

fn gather(folder: &Path, at: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{at}{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => gather(&entry.path(), &format!("{path}/"), files),
            false => drop(files.insert(path, fs::read(entry.path()).unwrap())),
        }
    }
}

#[test]
fn a_build_tells_where_its_time_went() {
    let site = cases();
    let (said, _) = build(&site, &["--no-cache"]);
    for kind in ["read", "parse", "markdown", "templates", "views", "data", "search", "scan", "write"] {
        let line = said.lines().find(|line| line.starts_with(&format!("  {kind} ")));
        assert!(line.is_some_and(|line| line.ends_with(" %")), "{kind}: {said}");
    }
    let ran = site.run(&["build", "--no-pdf", "--today", "2026-11-22"]);
    assert!(!ran.stderr.contains(" ms "), "{}", ran.stderr);
}

/// How many pages a build says that it made and kept.
fn pages(said: &str) -> (usize, usize) {
    let line = said.lines().find(|line| line.starts_with("pages ")).unwrap_or_else(|| panic!("{said}"));
    let numbers: Vec<usize> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    (numbers[0], numbers[1])
}

/// The site is that of a build that knows of no other.
fn is_clean(site: &Site, files: &Files) {
    let (_, clean) = build(site, &["--no-cache"]);
    assert!(*files == clean, "not the site of a clean build");
}

#[test]
fn what_becomes_closed_goes_from_the_public_site() {
    let site = cases();
    let (said, _) = build(&site, &[]);
    assert_eq!(pages(&said).1, 0, "{said}");
    let (said, files) = build(&site, &[]);
    assert_eq!(pages(&said).0, 2, "{said}");
    assert!(files.contains_key("cases/c1.html"));
    site.write("content/cases/c1.md", "---\ntitle: Case canary\nvisibility: members\n---\n\nText 1.\n");
    site.write("content/papers/plan.md", "---\ntitle: Plan\n---\n\nSee it.\n");
    let (_, files) = build(&site, &[]);
    assert!(!files.contains_key("cases/c1.html"), "a page stayed");
    is_clean(&site, &files);
    build(&site, &["--audience", "members"]);
    let made = fs::read_to_string(site.root().join("output/.public.made")).unwrap();
    assert!(!made.contains("c1.html") && !made.contains("canary"), "the public manifest tells of it");
    let members = fs::read_to_string(site.root().join("output/.members.made")).unwrap();
    assert!(members.contains("cases/c1.html"));
}

#[test]
fn a_word_makes_the_pages_that_print_it_and_no_others() {
    let site = cases();
    build(&site, &[]);
    let inode = |path: &str| fs::metadata(site.root().join("output/public").join(path)).unwrap().ino();
    let (one, other) = (inode("cases/c1.html"), inode("cases/c2.html"));
    site.write("content/cases/c1.md", "---\ntitle: Case 1\n---\n\nAnother text.\n");
    let (said, files) = build(&site, &[]);
    assert!(pages(&said).1 > 10, "{said}");
    assert!(String::from_utf8_lossy(&files["cases/c1.html"]).contains("Another text."));
    assert!(inode("cases/c1.html") != one && inode("cases/c2.html") == other);
    is_clean(&site, &files);
}

#[test]
fn what_is_edited_in_the_site_or_in_the_manifest_is_made_anew() {
    let site = cases();
    let (_, first) = build(&site, &[]);
    let page = site.root().join("output/public/cases/c3.html");
    fs::write(&page, "edited in its place").unwrap();
    fs::remove_file(site.root().join("output/public/cases/c4.html")).unwrap();
    let elsewhere = site.root().join("elsewhere.html");
    fs::write(&elsewhere, &first["cases/c5.html"]).unwrap();
    let link = site.root().join("output/public/cases/c5.html");
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
    let (said, files) = build(&site, &[]);
    assert!(files == first, "an edit in the site stayed");
    assert!(!fs::symlink_metadata(&link).unwrap().is_symlink(), "a link was published");
    assert!(pages(&said).1 > 10, "{said}");
    let note = site.root().join("output/.public.made");
    let kept = fs::read(&note).unwrap();
    for broken in [&kept[..kept.len() / 2], b"", b"annals manifest 1 x\n{}", b"\xff"] {
        fs::write(&note, broken).unwrap();
        let (said, files) = build(&site, &[]);
        assert!(said.contains("What the last build left cannot be used"), "{said}");
        assert!(files == first && pages(&said).1 == 0);
        assert_eq!(fs::read(&note).unwrap(), kept);
    }
    fs::remove_file(&note).unwrap();
    let (said, files) = build(&site, &[]);
    assert!(files == first && !said.contains("cannot be used"), "{said}");
    let (said, _) = build(&site, &["--base-url", "https://example.org/"]);
    assert_eq!(pages(&said).1, 0, "another address is on every page");
}

#[test]
fn a_kept_page_that_tells_a_new_secret_is_not_published() {
    let site =
        cases().record("papers/told", "title: Told", "The canary sings at seven in the small hall upstairs.");
    build(&site, &[]);
    // The public page stays what it was; what it says has become what another record hides.
    site.write("themes/default/templates/404.html", "<main>Meet Hortensia Quillfeather there</main>");
    build(&site, &[]);
    site.write("content/people/h.md", "---\ntitle: Hortensia Quillfeather\nvisibility: members\n---\n\nX.\n");
    let ran = site.run(&["build", "--no-pdf", "--today", "2026-11-22"]);
    assert!(site.root().join("output/public/404.html").exists());
    let clean = site.run(&["build", "--no-pdf", "--today", "2026-11-22", "--no-cache"]);
    assert_eq!((ran.status, ran.stderr), (clean.status, clean.stderr));
}
