//! A test for each way in which other generators told what they should not: the public edition of an
//! archive with confidential records, passages and entries in every place is compared, file by file,
//! with that of the same archive without them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use super::public;
use crate::harness::Site;

type Files = BTreeMap<String, Vec<u8>>;

/// An archive, with what is confidential or without.
fn archive(confidential: bool) -> Site {
    let closed = |text: &str| if confidential { text.to_owned() } else { String::new() };
    let mut site = Site::new().file(
        "annals.yaml",
        format!(
            "title: Test archive\nbase_url: https://example.org/archive/\ndefault_visibility: public\npage_size: 2\n\
             facets: [theme_tag, topic, heading]\n\
             collections:\n  cases:\n    fields:\n      contact: {{visibility: members}}\n{}",
            closed("  grudges: {label: Grudges, visibility: members}\n")
        ),
    );
    // Between every two records that can be seen stands one that cannot.
    for n in 0..6 {
        let secret = closed("contact: Zelda Quist\n");
        let link = closed(", secret-1");
        site = site.record(
            &format!("cases/case-{n}"),
            &format!("title: Case {n}\nstart_year: '20{}'\ntheme_tag: [Water]\nupdated: 2020-0{}-01\n{secret}sources_link: [open{link}]", 10 + n, n + 1),
            &format!("# What went on\n\nIt met {n} times.\n{}", closed("\n::: members\n\nZelda Quist objected.\n\n:::\n")),
        );
        if confidential {
            site = site.record(
                &format!("cases/case-{n}-quarrel"),
                &format!("title: Case {n} of Zelda Quist\nvisibility: {}\ntheme_tag: [Quarrels, Water]\nupdated: 2020-0{}-02\nsources_link: [open]\norganisation_link: [nobody-knows]\naliases: [quarrel/{n}]", ["members", "private"][n % 2], n + 1),
                "# What went on\n\nZelda Quist quarrelled.\n",
            );
        }
    }
    site = site
        .record("sources/open", "title: Open source", "")
        .record("topics/supply", "title: Supply\norder: 1", &format!("Open.\n{}", closed("\n::: private\n\nZelda Quist.\n\n:::\n")))
        .record(
            "workshops/2018-07-03-first",
            "title: First workshop\nnumber: 1\ndate: 2018-07-03",
            &format!("## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Publish the map. | Ministry |\n{}", closed("::: members\n| **Action 2:** Silence Zelda Quist. | Ministry |\n:::\n")),
        )
        .record(
            "issues/who-pays",
            &format!(
                "title: Who pays?\ntopic: supply\nraised: {{at: workshops/2018-07-03-first, on: 2018-07-03}}\nhistory:\n\
                 - {{on: 2018-07-03, discussed: true, agreement: agreed, work: not-started, evidence: ['workshops/2018-07-03-first#p-1']}}\n{}",
                closed("- {on: 2018-12-01, discussed: true, agreement: not-agreed, visibility: members, note: Zelda Quist refused}\n")
            ),
            "",
        )
        .record("reports/first", "title: Annual report\nperiod: 2018-01/2018-12\nedition: 1\nstatus: draft", "It began.");
    if confidential {
        let mut history = String::new();
        for month in 1..6 {
            let _ = writeln!(history, "- {{on: 2018-0{month}-01, discussed: true, agreement: not-agreed}}");
        }
        site = site
            .record("sources/secret-1", "title: Letter of Zelda Quist\nvisibility: members\nattachments: [/assets/zelda-quist.txt]\nupdated: 2020-06-01", "")
            .record("topics/strife", "title: Strife\norder: 0\nvisibility: members", "")
            .record("issues/may-she-speak", &format!("title: May Zelda Quist speak?\nvisibility: members\ntopic: supply\nhistory:\n{history}"), "")
            .record("grudges/first", "title: Zelda Quist again\ntheme_tag: [Quarrels]", "")
            .record("milestones/strife-report", "title: Report on Zelda Quist\nvisibility: members\ndue: 2018-03", "")
            .record("interests/of-zelda", "title: Interest of Zelda Quist\nvisibility: members\ntopic: supply", "")
            .record("pages/quist", "title: On Zelda Quist\nvisibility: private\norder: 0", "")
            .file("content/assets/zelda-quist.txt", "Zelda Quist");
    }
    site
}

fn both() -> &'static (Files, Files) {
    static BOTH: OnceLock<(Files, Files)> = OnceLock::new();
    BOTH.get_or_init(|| {
        let files = |confidential| {
            let site = archive(confidential);
            let made = public(site.root());
            assert!(made.findings.is_empty(), "{}", super::told(&made.findings));
            made.files
        };
        (files(true), files(false))
    })
}

/// The file is there, says what it should, and says the same with and without confidential records.
fn is_silent(path: &str, says: &str) {
    let (with, without) = both();
    let text = |files: &Files| {
        String::from_utf8_lossy(
            files.get(path).unwrap_or_else(|| panic!("no {path} among {:#?}", files.keys())),
        )
        .into_owned()
    };
    let (with, without) = (text(with), text(without));
    assert!(with.contains(says), "{path} does not say {says:?}:\n{with}");
    assert!(with == without, "{path} differs:\n{with}\n---\n{without}");
}

#[test]
fn the_list_of_files() {
    let (with, without) = both();
    assert!(
        with.keys().eq(without.keys()),
        "{:#?}",
        with.keys().filter(|path| !without.contains_key(*path)).collect::<Vec<_>>()
    );
}

#[test]
fn every_byte() {
    let (with, without) = both();
    let differ: Vec<_> =
        with.iter().filter(|(path, bytes)| without.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert!(differ.is_empty(), "{differ:#?}");
    for (path, bytes) in with {
        let text = String::from_utf8_lossy(bytes).to_lowercase() + path;
        assert!(!text.contains("zelda") && !text.contains("quist") && !text.contains("quarrel"), "{path}");
    }
}

#[test]
fn the_data_that_search_is_made_of() {
    is_silent("data/archive.json", "\"cases/case-3\"");
}

#[test]
fn the_feed() {
    is_silent("feed.xml", "<title>Case 5</title>");
}

#[test]
fn the_sitemap() {
    is_silent("sitemap.xml", "cases/case-0.html");
}

#[test]
fn counts_of_tags() {
    is_silent("tags/theme_tag/index.html", "data-count=\"6\"");
    is_silent("tags/index.html", "");
}

#[test]
fn values_of_facets_that_nothing_visible_has() {
    let (with, _) = both();
    assert!(with.contains_key("tags/theme_tag/water.html"));
    assert!(
        !with.keys().any(|path| path.contains("quarrels") || path.contains("strife")),
        "{:#?}",
        with.keys()
    );
}

#[test]
fn backlinks_and_their_counts() {
    is_silent("sources/open.html", "class=\"backlinks\"");
}

#[test]
fn previous_and_next() {
    for n in 0..6 {
        is_silent(&format!("cases/case-{n}.html"), &format!("Case {n}"));
    }
}

#[test]
fn pages_of_a_list_and_their_numbers() {
    for path in
        ["cases/index.html", "cases/page-2.html", "cases/page-3.html", "tags/theme_tag/water/page-3.html"]
    {
        is_silent(path, "Case");
    }
    assert!(!both().0.contains_key("cases/page-4.html"));
}

#[test]
fn the_page_of_changes() {
    is_silent("changes.html", "Case 5");
}

#[test]
fn the_a_to_z() {
    is_silent("search.html", "Case 0");
}

#[test]
fn the_page_that_is_not_there() {
    is_silent("404.html", "There is no page");
}

#[test]
fn the_progress_matrix() {
    is_silent("progress.html", "Supply");
    is_silent("data/progress.csv", "Supply");
}

#[test]
fn tables_and_their_description() {
    for path in ["data/cases.csv", "data/issues.csv", "data/actions.csv", "data/sources.csv"] {
        is_silent(path, "title");
    }
    is_silent("data/datapackage.json", "\"cases\"");
    is_silent("data/index.html", "archive.json");
}

#[test]
fn the_report_and_its_counts() {
    is_silent("reports/first/report.json", "\"outstanding\": 1");
    is_silent("reports/first/index.html", "Who pays?");
}

#[test]
fn the_register_of_actions() {
    is_silent("actions/index.html", "Publish the map");
}

#[test]
fn redirects_of_old_addresses() {
    assert!(!both().0.keys().any(|path| path.starts_with("quarrel")));
}

#[test]
fn the_home_page_and_its_figures() {
    is_silent("index.html", "Test archive");
}

#[test]
fn raw_copies_of_what_was_read() {
    let raw = |path: &&String| {
        [".md", ".yaml", ".yml", ".lock", ".json~"].iter().any(|ending| path.ends_with(ending))
    };
    assert_eq!(both().0.keys().filter(raw).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn attachments_of_hidden_records() {
    let (with, _) = both();
    assert!(!with.keys().any(|path| path.starts_with("assets/files/")), "{:#?}", with.keys());
    // A file that a visible record names too is published, under the name that this record gives it.
    let site = Site::new()
        .record("cases/a", "title: A\nattachments: [{file: /assets/x.txt, name: open.txt}]", "")
        .record(
            "cases/b",
            "title: B\nvisibility: members\nattachments: [{file: /assets/x.txt, name: zelda-quist.txt}]",
            "",
        )
        .file("content/assets/x.txt", "Nothing.");
    let made = public(site.root());
    let copies: Vec<_> = made.files.keys().filter(|path| path.starts_with("assets/files/")).collect();
    assert!(copies.len() == 1 && copies[0].ends_with("/open.txt"), "{copies:?}");
}

#[test]
fn output_of_an_earlier_build() {
    let built = Site::new()
        .record("cases/a", "title: A", "")
        .record("cases/b", "title: Zelda Quist\naliases: [z]", "Zelda Quist.")
        .build();
    assert!(built.files().contains_key("cases/b.html") && built.files().contains_key("z.html"));
    built.site.write(
        "content/cases/b.md",
        "---\ntitle: Zelda Quist\nvisibility: members\naliases: [z]\n---\n\nZelda Quist.\n",
    );
    let ran = built.site.run(&["build", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for (path, bytes) in built.files() {
        assert!(
            !String::from_utf8_lossy(&bytes).contains("Zelda") && path != "z.html" && path != "cases/b.html",
            "{path}"
        );
    }
    // What is linked to unchanged files is the same as what a first build makes.
    let fresh = built.site.run(&["build", "--today", "2026-11-22", "--output", "fresh"]);
    assert_eq!(fresh.status, 0, "{}", fresh.stderr);
    for (path, bytes) in built.files() {
        assert!(
            std::fs::read(built.site.root().join("fresh/public").join(&path)).unwrap() == bytes,
            "{path}"
        );
    }
}

#[test]
fn messages_of_faults() {
    // A template that fails, a warning about a hidden record: neither is printed on a page.
    let site = archive(true);
    let ran = site.run(&["build", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("nobody-knows"), "the fault is told on standard error:\n{}", ran.stderr);
    for path in both().0.keys() {
        let text = std::fs::read(site.root().join("output/public").join(path)).unwrap();
        assert!(!String::from_utf8_lossy(&text).contains("nobody-knows"), "{path}");
    }
    site.write("themes/default/templates/404.html", "{{ page.nothing.at_all }}");
    let ran = site.run(&["build", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("error[broken_template]"), "{}", ran.stderr);
    let kept = std::fs::read_to_string(site.root().join("output/public/404.html")).unwrap();
    assert!(kept.contains("There is no page"), "{kept}");
}
