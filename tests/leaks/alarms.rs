//! The leak scan: which faults it catches, and when it keeps still.

use std::path::Path;

use annals::audience::Audience;

use super::{make, public, told};
use crate::harness::Site;

const PASSAGE: &str =
    "The panel heard in private that the second tender was withdrawn over a dispute about money.";

fn site() -> Site {
    Site::new()
        .record("cases/water", "title: A forum on water\nstart_year: '2018'\ntheme_tag: [Water]\nattachments: [/assets/plan.png, /assets/table.csv]", "# What went on\nIt met in spring.")
        .record("topics/supply", "title: Supply\norder: 1", "")
        .record("reports/first", "title: Annual report\nperiod: 2018-01/2018-12\nedition: 1\nstatus: draft", "It began.")
        .record("papers/tender-note", "title: Why Harcastle withdrew\nvisibility: members\naliases: [old/tender]\nairtable_id: recTENDER00012345", PASSAGE)
        .file("content/assets/plan.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        .file("content/assets/table.csv", "a,b\n")
}

/// A secret as it would be written in each kind of file, so that a search for it as it stands would
/// miss it.
fn leaked(path: &str, bytes: Vec<u8>) -> Vec<u8> {
    let split = PASSAGE.replace("second tender", "sec<em>ond</em> ten&#100;er");
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let leak = match ending {
        "html" => format!("<p>{split}</p></body>"),
        "xml" => format!("<!-- {split} --></feed>"),
        "json" => {
            format!("{{\"x\":\"{}\"}}", PASSAGE.replace(' ', "\\u0020").replace("heard", "he\\u0061rd"))
        }
        "csv" => format!("\"{}\"\r\n", PASSAGE.replace("private", "\"\"private\"\"").to_uppercase()),
        _ => PASSAGE.to_owned(),
    };
    [bytes, leak.into_bytes()].concat()
}

#[test]
fn a_site_without_faults_raises_no_alarm() {
    for audience in [Audience::Public, Audience::Members] {
        let made = make(site().root(), audience, &|_, bytes| bytes);
        assert_eq!(told(&made.findings), "");
    }
}

#[test]
fn what_ends_one_row_of_a_table_is_not_read_on_into_the_next() {
    let site = Site::new()
        .record(
            "cases/case-1",
            "title: First",
            "It met twice a year by the water. See [another case](cases/case-2).",
        )
        .record("cases/case-2", "title: Case 2\nvisibility: members", "Nothing to be told.")
        .record("cases/case-3", "title: Third", "Words.");
    let made = make(site.root(), Audience::Public, &|_, bytes| bytes);
    let table = String::from_utf8_lossy(&made.files["data/cases.csv"]);
    assert!(table.contains("See another case."), "{table}");
    assert_eq!(told(&made.findings), "");
}

#[test]
fn a_secret_is_seen_in_every_kind_of_file() {
    let site = site();
    let paths: Vec<String> = public(site.root()).files.into_keys().collect();
    let kinds = [
        "index.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "data/archive.json",
        "data/cases.csv",
        "reports/first/report.json",
        "assets/style.css",
        "data/datapackage.json",
    ];
    assert!(kinds.iter().all(|kind| paths.iter().any(|path| path == kind)), "{paths:#?}");
    assert!(
        paths.iter().any(|path| path.ends_with("/plan.png"))
            && paths.iter().any(|path| path.ends_with("/table.csv"))
    );
    for target in &paths {
        let made = make(site.root(), Audience::Public, &|path, bytes| {
            if path == target { leaked(path, bytes) } else { bytes }
        });
        let found = told(&made.findings);
        assert!(
            found.starts_with("content/papers/tender-note.md leak: a passage of `papers/tender-note`"),
            "{target}: {found}"
        );
        assert!(found.trim_end().ends_with(&format!("would be published in {target}")), "{target}: {found}");
    }
}

#[test]
fn every_sort_of_secret_is_seen() {
    let site = site();
    for (leak, what) in [
        ("<h1>Why Har&#x63;astle withdrew</h1>", "the title"),
        ("<a href=\"papers/tender-note.html\">x</a>", "the address"),
        ("<a href=\"../old/tender.html\">x</a>", "the field `aliases`"),
        ("<i data-x=recTENDER00012345>", "the field `airtable_id`"),
        ("<p>the second tender was withdrawn over a dispute", "a passage"),
    ] {
        let made = make(site.root(), Audience::Public, &|path, bytes| {
            if path == "index.html" { [bytes, leak.as_bytes().to_vec()].concat() } else { bytes }
        });
        assert!(
            told(&made.findings).contains(&format!("leak: {what} of")),
            "{leak}: {}",
            told(&made.findings)
        );
    }
}

#[test]
fn an_address_that_is_a_word_is_a_leak_in_an_address_and_none_in_a_sentence() {
    let site = site().record("papers/beside", "title: Of the second tender\nvisibility: members", "Closed.");
    let made = |target: &str, words: &str| {
        let made = make(site.root(), Audience::Public, &|path, bytes| match path == target {
            true => [bytes, words.as_bytes().to_vec()].concat(),
            false => bytes,
        });
        told(&made.findings)
    };
    for (file, words) in [
        ("index.html", "<p>It stands beside the road. Beside it, a tree.</p>"),
        ("index.html", "<meta name=description content=\"a road, and beside it a tree\">"),
        ("data/archive.json", "{\"text\": \"beside the road\"}"),
        ("data/cases.csv", "1,\"a tree beside, and more\"\r\n"),
        ("feed.xml", "<title>Beside the road</title>"),
    ] {
        assert_eq!(made(file, words), "", "{file}: {words}");
    }
    for (file, words) in [
        ("index.html", "<a href=\"papers/beside.html\">x</a>"),
        ("index.html", "<a href=\"beside.html\">x</a>"),
        ("index.html", "<img src=\"assets/beside.png\">"),
        ("index.html", "<section id=\"beside\">"),
        ("data/archive.json", "{\"beside\": {\"count\": 1}}"),
        ("data/archive.json", "{\"id\":\"beside\"}"),
        ("data/cases.csv", "1,beside,2\r\n"),
        ("feed.xml", "<id>https://example.org/papers/beside</id>"),
        ("robots.txt", "papers/beside\n"),
    ] {
        assert!(made(file, words).contains("the address of `papers/beside`"), "{file}: {words}");
    }
}

#[test]
fn a_file_is_not_named_for_a_hidden_record() {
    let site = site().record("papers/beside", "title: Of the second tender\nvisibility: members", "Closed.");
    let archive = super::archive(site.root());
    let edition = annals::audience::edition(&archive, Audience::Public, jiff::civil::date(2026, 11, 22));
    let secrets = annals::audience::secrets::secrets(&archive, &edition, &[]);
    for (name, count) in [("papers/beside.html", 1), ("assets/beside.png", 1), ("papers/besides.html", 0)] {
        let found = annals::publish::scan::one(name, b"<p>Nothing.</p>", &secrets, site.root());
        assert_eq!(found.len(), count, "{name}: {}", told(&found));
    }
}

#[test]
fn a_leak_fails_the_build_and_the_live_site_stays() {
    let built = site().build();
    let before = built.files();
    let foot = "<footer class=\"colophon\"><p>Why <b>Harcastle</b> withdrew</p></footer>\n";
    built.site.write("themes/default/templates/parts/foot.html", foot);
    let ran = built.site.run(&["--message-format", "short", "build", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    let line = ran.stderr.lines().find(|line| line.contains("[leak]")).expect(&ran.stderr);
    assert!(
        line.starts_with("content/papers/tender-note.md:2:8: error[leak] the title of `papers/tender-note` would be published in 404.html, "),
        "{line}"
    );
    assert!(line.contains(" more files"), "{line}");
    // To people neither the line is shown in which it stands: they may not be alone with the log.
    let human = built.site.run(&["build", "--today", "2026-11-22"]).stderr;
    assert!(human.contains("content/papers/tender-note.md:2:8") && !human.contains("Harcastle"), "{human}");
    assert!(built.files() == before, "the live site changed");
    assert!(!built.site.root().join("output/.public.staged").exists(), "what leaked was left on the disk");
    // What is said to be public is.
    built.site.write(
        "annals.yaml",
        "title: Test archive\ndefault_visibility: public\npublic: {words: [Why Harcastle withdrew]}\n",
    );
    assert_eq!(built.site.run(&["build", "--today", "2026-11-22"]).status, 0);
}

#[test]
fn an_unchanged_file_is_scanned_all_the_same() {
    // The theme says what is not yet a secret; then it becomes one, and no byte of the page changes.
    let foot = "<footer class=\"colophon\"><p>Why Harcastle withdrew</p></footer>\n";
    let open = "title: Why Harcastle withdrew\nvisibility: public";
    let built = site()
        .file("themes/default/templates/parts/foot.html", foot)
        .record("papers/tender-note", open, PASSAGE)
        .build();
    let front = "---\ntitle: Why Harcastle withdrew\nvisibility: members\n---\n\n";
    built.site.write("content/papers/tender-note.md", format!("{front}{PASSAGE}\n"));
    let ran = built.site.run(&["--message-format", "short", "build", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("404.html"), "{}", ran.stderr);
}

#[test]
fn no_file_names_a_folder_of_the_machine() {
    let site = site();
    let css = format!(".a::before {{ content: \"made in {}/themes\" }}\n", site.root().display());
    site.write("themes/default/assets/extra.css", css);
    let ran = site.run(&["--message-format", "short", "build", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("error[machine_path] assets/extra.css names the folder"), "{}", ran.stderr);
}

#[test]
fn a_report_that_is_printed_alone_is_scanned_too() {
    let foot = "<footer class=\"colophon\"><p>Why Harcastle withdrew</p></footer>\n";
    let site = site().file("themes/default/templates/parts/foot.html", foot);
    let ran = site.run(&["--message-format", "short", "report", "first", "--today", "2026-11-22"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("would be published in first.html"), "{}", ran.stderr);
    assert_eq!(site.run(&["report", "first", "--format", "json"]).status, 0);
}

#[test]
fn the_rules_of_the_scan_are_explained() {
    let site = Site::new();
    let list = site.run(&["rules"]).stdout;
    for code in ["leak", "machine_path"] {
        assert!(list.contains(code), "{list}");
        assert!(site.run(&["rules", code]).stdout.starts_with(&format!("{code} (error)")));
    }
}

#[test]
fn the_real_archive_raises_no_alarm() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for audience in [Audience::Public, Audience::Members] {
        let made = make(root, audience, &|_, bytes| bytes);
        assert_eq!(told(&made.findings), "");
    }
}

#[test]
fn the_real_archive_with_a_third_of_it_closed_raises_no_alarm() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| std::fs::read(root.join(file)).unwrap();
    let site = Site::new()
        .file("annals.yaml", read("annals.yaml"))
        .file("accessibility.json", read("accessibility.json"));
    let mut closed = Vec::new();
    for (n, entry) in walkdir::WalkDir::new(root.join("content")).sort_by_file_name().into_iter().enumerate()
    {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
        let mut text = std::fs::read(entry.path()).unwrap();
        if n % 3 == 0 && path.ends_with(".md") && !path.contains("/reports/") {
            let kept: String = String::from_utf8(text)
                .unwrap()
                .lines()
                .filter(|line| !line.starts_with("visibility:"))
                .map(|line| format!("{line}\n"))
                .collect();
            text = kept.replacen("---\n", "---\nvisibility: members\n", 1).into_bytes();
            closed.push(path.clone());
        }
        site.write(&path, text);
    }
    assert!(closed.len() > 30, "{}", closed.len());
    let made = public(site.root());
    assert_eq!(told(&made.findings), "");
}
