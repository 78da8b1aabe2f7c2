//! A site in several languages: its addresses, what is translated and what is not, what nobody may read, and
//! what a translation may not say.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use annals::audience::{self, Audience, Edition, secrets};
use annals::model::archive::Archive;
use annals::publish::memory::{Kept, Memory};
use annals::render::theme::Theme;
use annals::render::{Extras, Side};
use annals::{compose, read, render};
use tempfile::TempDir;

use crate::harness::{Built, Site};
use crate::interference::{SETTINGS, Secrets, texts};

const SETTINGS_OF_TWO: &str = "title: Open street\nsummary: Who may open it.\nlanguages: [en, cy]\n\
    default_visibility: public\nbase_url: https://example.org/street/\n\
    collections:\n  barriers: {label: Barriers, singular: barrier}\n\
    translations:\n  cy:\n    title: Y stryd agored\n    summary: Pwy gaiff ei hagor.\n    \
    collections: {barriers: {label: Rhwystrau, singular: rhwystr}}\n";

/// An archive in English and Welsh: some of it translated, some not.
fn street() -> Site {
    Site::new()
        .file("annals.yaml", SETTINGS_OF_TWO)
        .record("topics/street", "title: The street\norder: 1", "")
        .record("issues/barrier", "title: Who may open the barrier\ntopic: street\nsummary: Residents ask.\nhistory:\n- on: 2018-07-03\n  discussed: true\n  agreement: agreed\n  evidence: [papers/plan#p-2]\n  note: As asked.", "One.\n\nTwo with [the plan](../papers/plan.md).")
        .record("issues/lights", "title: Who pays for the lights\ntopic: street", "The lights.")
        .record("papers/plan", "title: The plan\ndate: 2018-07-01\nattachments: [plan.txt]", "First.\n\nSecond.")
        .file("content/papers/plan.txt", "A plan.")
        .record("barriers/north", "title: North", "The north one.")
        .record("pages/about", "title: About", "About this.")
        .record("issues/barrier.cy", "title: Pwy gaiff agor y rhwystr\nsummary: Mae trigolion yn gofyn.\nhistory:\n- note: Fel y gofynnwyd.", "Un.\n\nDau gyda'r [cynllun](../papers/plan.md).")
        .record("topics/street.cy", "title: Y stryd", "")
        .record("papers/plan.cy", "title: Y cynllun", "")
}

/// The value of an attribute wherever it stands.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    page.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The languages of which a page tells programs, and where each is.
fn alternates(page: &str) -> BTreeMap<String, String> {
    let links = page.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    links
        .filter_map(|rest| {
            let (language, rest) = rest.split_once("\" href=\"")?;
            Some((language.to_owned(), rest.split('"').next()?.to_owned()))
        })
        .collect()
}

/// The file that an address leads to from a page.
fn target(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split(['#', '?']).next().unwrap_or_default().split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn the_site_is_there_in_each_language_at_the_same_addresses() {
    let built = street().build();
    let files = built.files();
    let issue = built.page("cy/issues/barrier.html");
    assert!(issue.starts_with("<!doctype html>\n<html lang=\"cy\">"), "{issue}");
    assert!(issue.contains("<h1>Pwy gaiff agor y rhwystr</h1>"), "{issue}");
    assert!(issue.contains("Fel y gofynnwyd.") && issue.contains("Dau gyda'r"), "{issue}");
    assert!(!issue.contains("Residents ask") && !issue.contains("lang=\"en\">One"), "{issue}");
    // Facts are those of the original.
    assert!(
        issue.contains("datetime=\"2018-07-03\"") && issue.contains("../papers/plan.html#p-2"),
        "{issue}"
    );
    assert!(issue.contains("Y stryd agored"), "the archive's title");
    let english = built.page("issues/barrier.html");
    assert!(english.contains("<html lang=\"en\">") && !english.contains("rhwystr"), "{english}");
    assert!(built.page("cy/barriers/index.html").contains("<h1>Rhwystrau</h1>"));
    assert!(built.page("cy/issues/index.html").contains("<h1>Materion</h1>"));
    // What every language shares is there once.
    for path in files.keys().filter(|path| path.starts_with("cy/")) {
        let shared = [
            "cy/data/archive.json",
            "cy/assets/style.css",
            "cy/assets/files",
            "cy/robots.txt",
            "cy/_headers",
        ];
        assert!(!shared.iter().any(|start| path.starts_with(start)) && !path.ends_with(".csv"), "{path}");
    }
    for path in
        ["cy/search/index.json", "cy/assets/search/say.js", "cy/feed.xml", "cy/sitemap.xml", "cy/404.html"]
    {
        assert!(files.contains_key(path), "{path}");
    }
}

#[test]
fn each_page_leads_to_itself_in_the_other_languages_and_they_agree() {
    let built = street().build();
    let pages: BTreeMap<String, String> = built
        .files()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    let mut told = 0;
    for (path, page) in &pages {
        let side = path.strip_prefix("cy/");
        let switch =
            page.split("<nav class=\"languages\" aria-label=\"").nth(1).unwrap_or_else(|| panic!("{path}"));
        let switch = switch.split("</nav>").next().unwrap();
        assert!(
            switch.starts_with(if side.is_some() { "Ieithoedd" } else { "Languages" }),
            "{path}: {switch}"
        );
        assert_eq!(attributes(switch, "hreflang"), ["en", "cy"], "{path}");
        assert_eq!(attributes(switch, "lang"), ["en", "cy"], "{path}");
        assert_eq!(switch.matches("aria-current").count(), 1, "{path}");
        let all = alternates(page);
        if path.ends_with("404.html") {
            continue;
        }
        for href in attributes(switch, "href") {
            assert!(pages.contains_key(&target(path, href)), "{path}: {href} leads nowhere");
        }
        let Some(own) = all.get(if side.is_some() { "cy" } else { "en" }) else { continue };
        told += 1;
        assert_eq!(all.get("x-default"), all.get("en"), "{path}");
        let folder = path.strip_suffix("index.html").unwrap_or(path);
        assert_eq!(*own, format!("https://example.org/street/{folder}"), "{path}");
        let other = side.map_or_else(|| format!("cy/{path}"), str::to_owned);
        assert_eq!(alternates(&pages[&other]), all, "{path} and {other} disagree");
    }
    assert!(told > 30, "{told}");
    let map = built.page("cy/sitemap.xml");
    assert!(map.contains("<loc>https://example.org/street/cy/issues/barrier.html</loc>"), "{map}");
    assert!(map.contains("hreflang=\"en\" href=\"https://example.org/street/issues/barrier.html\""), "{map}");
    let robots = built.page("robots.txt");
    assert!(robots.contains("/street/sitemap.xml") && robots.contains("/street/cy/sitemap.xml"), "{robots}");
    let feed = built.page("cy/feed.xml");
    assert!(feed.contains("xml:lang=\"cy\"") && feed.contains("https://example.org/street/cy/"), "{feed}");
}

#[test]
fn every_link_leads_somewhere_in_each_language() {
    let built = street().build();
    let files = built.files();
    for (path, bytes) in &files {
        let Ok(page) = std::str::from_utf8(bytes) else { continue };
        if !path.ends_with(".html") || path.ends_with("404.html") {
            continue;
        }
        for href in attributes(page, "href").into_iter().chain(attributes(page, "src")) {
            let is_local = !href.contains(':') && !href.starts_with('#');
            if is_local {
                assert!(files.contains_key(&target(path, href)), "{path}: {href}");
            }
        }
    }
}

#[test]
fn what_is_not_translated_says_so_and_is_marked() {
    let built = street().build();
    let page = built.page("cy/issues/lights.html");
    assert!(page.contains("Heb ei gyfieithu eto") && page.contains("ynddi, Saesneg."), "{page}");
    assert!(page.contains("<h1><span lang=\"en\">Who pays for the lights</span></h1>"), "{page}");
    assert!(page.contains("<div lang=\"en\">"), "{page}");
    let list = built.page("cy/issues/index.html");
    assert!(list.contains("<span lang=\"en\">Who pays for the lights</span>"), "{list}");
    assert!(list.contains(">Pwy gaiff agor y rhwystr</a>"), "{list}");
    // Of a record in part: the title is Welsh, the text is not.
    let plan = built.page("cy/papers/plan.html");
    assert!(plan.contains("<h1>Y cynllun</h1>") && plan.contains("<div lang=\"en\">"), "{plan}");
    assert!(!plan.contains("Heb ei gyfieithu"), "{plan}");
    assert!(!built.page("issues/lights.html").contains("lang=\"en\">Who"));
    // A search in Welsh finds Welsh words.
    let terms = |folder: &str| {
        let of = |(path, bytes): (String, Vec<u8>)| {
            path.starts_with(folder).then(|| String::from_utf8_lossy(&bytes).into_owned())
        };
        built.files().into_iter().filter_map(of).collect::<String>()
    };
    assert!(terms("cy/search/words").contains("trigolion") && !terms("search/words").contains("trigolion"));
    // What programs are told is in the language of the record, in a frame of the other.
    for (page, language) in [("cy/issues/lights.html", "en"), ("cy/issues/barrier.html", "cy")] {
        let page = built.page(page);
        assert!(page.contains(&format!("\"inLanguage\":\"{language}\"")), "{page}");
        assert!(
            page.contains(&format!("name=\"citation_language\" content=\"{language}\""))
                && page.contains("\"name\":\"Hafan\""),
            "{page}"
        );
    }
}

#[test]
fn the_data_carry_the_translations() {
    let data = street().build().page("data/archive.json");
    let all: serde_json::Value = serde_json::from_str(&data).unwrap();
    let translations = all["translations"].as_array().unwrap();
    let of = |id: &str| translations.iter().find(|one| one["id"] == id).unwrap_or(&serde_json::Value::Null);
    let issue = of("issues/barrier");
    assert_eq!(issue["language"], "cy");
    assert_eq!(issue["address"], "cy/issues/barrier.html");
    assert_eq!(issue["title"], "Pwy gaiff agor y rhwystr");
    assert!(issue["topic"].is_null(), "facts are told once: {issue}");
    assert!(of("issues/lights").is_null());
}

#[test]
fn a_translation_grows_old_when_its_original_changes() {
    let site = street();
    let told = |site: &Site| site.run(&["--message-format", "json", "check", "--today", "2026-11-22"]).stderr;
    let digest = |site: &Site| {
        let said = told(site);
        let line =
            said.lines().find(|line| line.contains("issues/barrier.cy.md") && line.contains("outdated"));
        let help = line?.split("translated_from: \\\"").nth(1)?;
        Some(help.split('\\').next()?.to_owned())
    };
    let first = digest(&site).unwrap();
    let path = "content/issues/barrier.cy.md";
    let text = std::fs::read_to_string(site.root().join(path)).unwrap();
    site.write(path, text.replacen("---\n", &format!("---\ntranslated_from: \"{first}\"\n"), 1));
    assert_eq!(digest(&site), None, "{}", told(&site));
    let built = site.build();
    assert!(!built.page("cy/issues/barrier.html").contains("Mae'r gwreiddiol wedi newid"));
    // A date is no word; a word is.
    let original = "content/issues/barrier.md";
    let text = std::fs::read_to_string(built.site.root().join(original)).unwrap();
    built.site.write(original, text.replace("agreement: agreed", "agreement: not-agreed"));
    assert_eq!(digest(&built.site), None);
    built.site.write(original, text.replace("One.", "One, and more."));
    assert_ne!(digest(&built.site).unwrap(), first);
    let page = built.site.build().page("cy/issues/barrier.html");
    assert!(
        page.contains("<a hreflang=\"en\" href=\"../../issues/barrier.html\">Darllen y gwreiddiol</a>"),
        "{page}"
    );
}

#[test]
fn a_report_says_which_of_its_words_are_an_old_translation() {
    let site =
        street().record("reports/r", "title: Report\nperiod: 2018-07/2019-07\nstatus: draft", "Words.");
    let said = site.run(&["--message-format", "json", "check", "--today", "2026-11-22"]).stderr;
    let line = said.lines().find(|line| line.contains("issues/barrier.cy.md") && line.contains("outdated"));
    let from =
        line.unwrap().split("translated_from: \\\"").nth(1).unwrap().split('\\').next().unwrap().to_owned();
    let built = site.build();
    let told = |built: &Built| {
        let report = built.page("cy/reports/r/index.html");
        let data = built.page("data/archive.json");
        let record = data
            .lines()
            .find(|line| line.starts_with("{\"id\":\"issues/barrier\",\"language\":\"cy\""))
            .unwrap();
        (report.contains("gwreiddiol wedi newid"), record.contains("\"is_outdated\":true"))
    };
    assert_eq!(told(&built), (true, true));
    let path = "content/issues/barrier.cy.md";
    let text = std::fs::read_to_string(built.site.root().join(path)).unwrap();
    built.site.write(path, text.replacen("---\n", &format!("---\ntranslated_from: \"{from}\"\n"), 1));
    assert_eq!(told(&built.site.build()), (false, false));
}

#[test]
fn a_translation_says_words_and_nothing_else() {
    let site = street();
    for (code, id, front, body) in [
        ("translation_changes_facts", "issues/barrier.cy", "title: T\nvisibility: members", ""),
        ("translation_changes_facts", "issues/barrier.cy", "title: T\nembargo: 2030", ""),
        ("translation_changes_facts", "issues/barrier.cy", "history:\n- on: 2018-07-04", ""),
        ("translation_changes_facts", "issues/barrier.cy", "history: [{}, {}, {}, {}, {}]", ""),
        ("translation_changes_facts", "issues/lights.cy", "summary: Something new", ""),
        ("translation_differs", "issues/barrier.cy", "title: T", "Un."),
        ("translation_of_nothing", "issues/none.cy", "title: T", ""),
        ("translation_into_unknown", "issues/barrier.gd", "title: T", ""),
        ("translation_into_unknown", "issues/barrier.en", "title: T", ""),
    ] {
        let path = format!("content/{id}.md");
        let before = std::fs::read(site.root().join(&path)).ok();
        site.write(&path, format!("---\n{front}\n---\n\n{body}\n"));
        let ran = site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]);
        assert_eq!(ran.status, 1, "{front}\n{}", ran.stderr);
        assert!(
            ran.stderr.lines().any(|line| line.contains(code) && line.starts_with(&path)),
            "{code}: {}",
            ran.stderr
        );
        match before {
            Some(text) => site.write(&path, text),
            None => std::fs::remove_file(site.root().join(&path)).unwrap(),
        }
    }
    let ran = site.run(&["check", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("1 of 2 in `issues` have no translation into `cy`"), "{}", ran.stderr);
}

#[test]
fn a_translation_begins_with_the_words_of_its_original() {
    let site = street();
    let ran = site.run(&["new", "--translate", "cy", "issues/lights"]);
    assert_eq!(
        (ran.status, ran.stdout.trim_end().ends_with("content/issues/lights.cy.md")),
        (0, true),
        "{}",
        ran.stderr
    );
    let text = std::fs::read_to_string(site.root().join("content/issues/lights.cy.md")).unwrap();
    assert!(
        text.contains("# Who pays for the lights\ntitle:\n") && text.contains("# The lights.\n"),
        "{text}"
    );
    // As it is it translates nothing, and is not out of date.
    let ran = site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(!ran.stderr.contains("lights.cy.md"), "{}", ran.stderr);
    assert_eq!(site.run(&["new", "--translate", "cy", "issues/lights"]).status, 2);
    assert_eq!(site.run(&["new", "--translate", "gd", "issues/barrier"]).status, 2);
    assert_eq!(site.run(&["new", "--translate", "cy", "issues/none"]).status, 2);
    let ran = site.run(&["new", "--translate", "cy", "barriers/north"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
}

#[test]
fn a_site_in_one_language_knows_nothing_of_others() {
    let site = street();
    for path in ["issues/barrier", "topics/street", "papers/plan"] {
        std::fs::remove_file(site.root().join(format!("content/{path}.cy.md"))).unwrap();
    }
    let settings = "title: Open street\ndefault_visibility: public\n";
    let built = site.file("annals.yaml", settings).build();
    for (path, bytes) in built.files() {
        assert!(!path.starts_with("cy/") && !path.contains("languages"), "{path}");
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("hreflang") && !text.contains("class=\"languages\""), "{path}");
    }
}

#[test]
fn sites_made_again_are_those_of_a_clean_build() {
    let site = street();
    let build = |site: &Site, more: &[&str]| -> BTreeMap<String, Vec<u8>> {
        let mut asked = vec!["build", "--no-pdf", "--today", "2026-11-22"];
        asked.extend(more);
        let ran = site.run(&asked);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        Built::of(Site::at(site.root()), "public").files()
    };
    build(&site, &[]);
    let edits: [(&str, Option<&str>); 6] = [
        ("content/issues/lights.cy.md", Some("---\ntitle: Pwy sy'n talu\n---\n\nY goleuadau.\n")),
        ("content/issues/lights.cy.md", Some("---\ntitle: Pwy sydd yn talu\n---\n\nY goleuadau.\n")),
        ("content/issues/lights.md", Some("---\ntitle: Pwy sydd yn talu\n---\n\nOther lights.\n")),
        ("content/issues/barrier.cy.md", None),
        ("content/pages/about.cy.md", Some("---\ntitle: Amdanom\n---\n")),
        (
            "content/papers/plan.md",
            Some("---\ntitle: The plan\nvisibility: members\n---\n\nFirst.\n\nSecond.\n"),
        ),
    ];
    for (path, text) in edits {
        match text {
            Some(text) => site.write(path, text),
            None => std::fs::remove_file(site.root().join(path)).unwrap(),
        }
        if path == "content/papers/plan.md" {
            site.write(
                "content/issues/barrier.md",
                "---\ntitle: Who may open the barrier\n---\n\nOne.\n\nTwo.\n",
            );
        }
        let again = build(&site, &[]);
        let clean = build(&site, &["--no-cache"]);
        let other = again.iter().find(|(path, bytes)| clean.get(*path) != Some(bytes)).map(|(path, _)| path);
        assert!(again.len() == clean.len() && other.is_none(), "after {path}: {other:?}");
    }
}

/// What the archive of the secrets says in Welsh, secrets and all.
fn with_welsh(secrets: u64) -> BTreeMap<String, String> {
    let s =
        |place: u32, words: &str| if secrets >> place & 1 == 1 { words.to_owned() } else { String::new() };
    let or = |place: u32, with: &str, without: &str| {
        if secrets >> place & 1 == 1 { with.to_owned() } else { without.to_owned() }
    };
    let mut files = texts(Secrets(secrets));
    let mut file = |path: &str, text: String| drop(files.insert(path.to_owned(), text));
    file(
        "content/topics/street.cy.md",
        format!(
            "---\ntitle: Y stryd\nnarrative: |\n  Agored.\n{}---\n",
            s(29, "\n  ::: members\n  canary29 cudd\n  :::\n")
        ),
    );
    file(
        "content/issues/barrier.cy.md",
        format!(
            "---\ntitle: Pwy gaiff agor y rhwystr\nreplies:\n- {}\nhistory:\n-\n{}- positions:\n  - view: Agored.\n{}---\n",
            or(39, "{text: canary39 cudd}", "{}"),
            s(14, "- note: canary14 cudd\n"),
            s(15, "  - view: canary15 cudd\n"),
        ),
    );
    file(
        "content/cases/street.cy.md",
        format!(
            "---\ntitle: Stryd yr ysgol\nsummary: Stryd i blant.\nevaluation_details: {}\n{}---\n\nAchos gyda [phapur](../papers/plan.md), gan {}.\n{}{}\n<div>\nDiwedd.\n</div>\n",
            or(22, "canary22 cudd", "Yn hysbys i aelodau."),
            s(16, "notes: canary16 cudd\n"),
            or(5, "Canary Pump", "Others"),
            s(6, "\n::: members\ncanary6 cudd\n:::\n"),
            s(7, "\n::: private\ncanary7 cudd\n\n::: members\ncanary7\n:::\n\ncanary7\n:::\n"),
        ),
    );
    for place in [0, 2, 3] {
        if secrets >> place & 1 == 1 {
            file(
                &format!("content/papers/canary-{place}.cy.md"),
                format!(
                    "---\ntitle: canary{place} cudd\n---\n\ncanary{place} cudd am [yr achos](cases/street).\n"
                ),
            );
        }
    }
    if secrets >> 5 & 1 == 1 {
        file("content/organisations/canary-5.cy.md", "---\ntitle: Canary Pump\n---\n\nTestun.\n".to_owned());
    }
    files
}

/// The places of secrets that the Welsh texts hold too.
const PLACES: [u32; 12] = [0, 2, 3, 5, 6, 7, 14, 15, 16, 22, 29, 39];

fn folder() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("content/assets")).unwrap();
        let settings = format!("languages: [en, cy]\n{SETTINGS}");
        std::fs::write(folder.path().join("annals.yaml"), settings).unwrap();
        std::fs::write(folder.path().join("content/assets/open.txt"), "open").unwrap();
        std::fs::write(folder.path().join("content/assets/canary18.txt"), "canary18").unwrap();
        folder
    });
    folder.path()
}

fn archive(secrets: u64) -> Archive {
    read::archive_with(folder(), &with_welsh(secrets)).unwrap().archive
}

/// The public editions of both languages.
fn editions(archive: &Archive) -> (Edition, Archive, Edition) {
    let today = jiff::civil::date(2020, 1, 1);
    let main = audience::edition(archive, Audience::Public, today);
    let welsh = archive.speaking("cy");
    let other = audience::in_language(&main, &welsh);
    (main, welsh, other)
}

/// Every file of the public site in both languages.
fn site(secrets: u64) -> BTreeMap<String, String> {
    let (main, _, other) = editions(&archive(secrets));
    let welsh = Theme::of_site(Vec::new(), "cy").unwrap();
    let other = other.speaking(welsh.words());
    let (site, other) = (compose::site(&main), compose::site(&other));
    let sides = [Side { site: &other, theme: &welsh }];
    let extras = Extras { others: &sides, ..Extras::default() };
    let sink = Memory::default();
    render::site_with(&site, &Theme::load(Vec::new()).unwrap(), &extras, &sink, &|_| {}).unwrap();
    let text = |kept: Kept| match kept {
        Kept::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Kept::CopyOf(path) => path,
    };
    sink.into_files().into_iter().map(|(path, kept)| (path, text(kept))).collect()
}

/// Twelve sites of some hundred pages each in two languages: ten seconds, unoptimised.
#[test]
fn what_is_confidential_leaves_the_site_in_each_language_as_it_is() {
    let without = site(0);
    assert!(without["cy/issues/barrier.html"].contains("Agored."), "{}", without["cy/issues/barrier.html"]);
    assert!(without["cy/cases/street.html"].contains("Achos gyda"), "{}", without["cy/cases/street.html"]);
    let all = PLACES.iter().fold(0, |all, place| all | 1u64 << place);
    for places in PLACES.iter().map(|place| 1u64 << place).chain([all]) {
        let with = site(places);
        for (path, text) in &with {
            let tells = text.to_lowercase().lines().find(|line| line.contains("canary")).map(str::to_owned);
            assert!(tells.is_none() && !path.contains("canary"), "{places:b}: {path} tells {tells:?}");
        }
        let names = |site: &BTreeMap<String, String>| site.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&with), names(&without), "{places:b}");
        for (path, text) in &with {
            let lines = text.lines().zip(without[path].lines()).find(|(a, b)| a != b);
            assert!(*text == without[path], "{places:b}: {path}: {lines:?}");
        }
    }
}

#[test]
fn what_a_translation_was_made_from_tells_nothing_that_is_confidential() {
    let open = |secrets: u64| -> Vec<String> {
        let archive = archive(secrets);
        let shown = archive.translations().iter().filter(|one| !one.record.id.as_str().contains("canary"));
        shown.map(|one| format!("{} {}", one.record.id, one.now.open)).collect()
    };
    let without = open(0);
    assert_eq!(without.len(), 3);
    for place in PLACES {
        assert_eq!(open(1 << place), without, "{place}");
    }
}

#[test]
fn the_words_of_hidden_translations_are_looked_for_in_every_file() {
    for (place, words) in [(0, "canary0 cudd"), (6, "canary6 cudd"), (29, "canary29 cudd")] {
        let archive = archive(1 << place);
        let (main, welsh, other) = editions(&archive);
        let secrets = secrets::of_languages(&archive, &main, &[(&welsh, &other)], &[]);
        let mut found = 0;
        secrets.find(&secrets::Words::of(&format!("before {words} after")), &mut |_| found += 1);
        assert!(found > 0, "{words} is not looked for");
    }
}

#[test]
fn an_entry_that_came_after_the_translation_is_in_the_language_of_the_original() {
    let history =
        "history:\n- {on: 2018-07-03, discussed: true, agreement: not-agreed, note: Nobody agreed.}";
    let site = Site::new()
        .file("annals.yaml", "title: T\nlanguages: [en, cy]\ndefault_visibility: public\n")
        .record("topics/sea", "title: The sea", "")
        .record(
            "issues/gulls",
            &format!("title: Gulls\ntopic: sea\n{history}\n- {{on: 2019-07-03, agreement: agreed, note: All agreed.}}"),
            "",
        )
        .record("issues/gulls.cy", "title: Gwylanod\nhistory:\n- {note: Ni chytunodd neb.}", "");
    let built = site.build();
    let page = built.page("cy/issues/gulls.html");
    assert!(page.contains("Ni chytunodd neb.") && page.contains("All agreed."), "{page}");
    // One that is longer than the original's says what nobody recorded.
    let longer = "title: Gwylanod\nhistory: [{note: Un.}, {note: Dau.}, {note: Tri.}]";
    let site = built.site.record("issues/gulls.cy", longer, "");
    let checked = site.run(&["--message-format", "short", "check"]).stderr;
    assert!(
        checked
            .contains("error[translation_changes_facts] `history` has 3 entries here and 2 in the original"),
        "{checked}"
    );
}

#[test]
fn an_old_address_leads_on_in_every_language() {
    let built = Site::new()
        .file("annals.yaml", "title: T\nlanguages: [en, cy]\ndefault_visibility: public\n")
        .record("topics/sea", "title: The sea\naliases: [topics/ocean]", "")
        .build();
    assert!(built.page("topics/ocean.html").contains("sea.html"));
    assert!(built.page("cy/topics/ocean.html").contains("sea.html"));
}
