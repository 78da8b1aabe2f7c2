//! Stories of a build: what comes out, what stays when the content is faulty, and who sees what.

use crate::harness::Site;

fn small() -> Site {
    Site::new()
        .record("cases/water", "title: A forum on water\nstart_year: '2018'\ntheme_tag: [Water]", "# What went on\nIt met.")
        .record("topics/supply", "title: Supply\norder: 1", "")
        .record(
            "workshops/2018-07-03-first",
            "title: First workshop\nnumber: 1\ndate: 2018-07-03",
            "## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Publish the map. | Ministry |",
        )
        .record(
            "issues/who-pays",
            "title: Who pays?\ntopic: supply\nraised: {at: workshops/2018-07-03-first, on: 2018-07-03}\nhistory:\n- {on: 2018-07-03, discussed: true, agreement: agreed, work: done, evidence: ['workshops/2018-07-03-first#p-1']}",
            "",
        )
        .record("reports/first", "title: Annual report\nperiod: 2018-01/2018-12\nedition: 1\nstatus: draft", "It began.")
}

#[test]
fn a_build_makes_the_addresses_of_the_contract() {
    let files = small().build().files();
    for path in [
        "index.html",
        "cases/index.html",
        "cases/water.html",
        "workshops/2018-07-03-first.html",
        "actions/index.html",
        "actions/2018-07-03-first-action-1.html",
        "issues/who-pays.html",
        "progress.html",
        "reports/first/index.html",
        "reports/first/report.json",
        "search.html",
        "changes.html",
        "data/index.html",
        "data/archive.json",
        "data/cases.csv",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "404.html",
        "assets/style.css",
    ] {
        assert!(files.contains_key(path), "no {path} among {:#?}", files.keys());
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let (first, second) = (small().build().files(), small().build().files());
    assert!(first == second, "two builds differ");
}

#[test]
fn a_fault_is_told_with_its_place_and_the_live_site_stays() {
    let built = small().build();
    let before = built.files();
    built.site.write("content/cases/broken.md", "---\ntitle: Broken\nsummary: [unclosed\n---\n");
    built.site.write("content/cases/other.md", "---\ntitle: Other\nvisibility: publc\n---\n");
    let ran = built.site.run(&["--message-format", "short", "build", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("content/cases/broken.md:"), "{}", ran.stderr);
    assert!(ran.stderr.contains("content/cases/other.md:3:"), "one fault hid another:\n{}", ran.stderr);
    assert!(built.files() == before, "the live site changed");
}

#[test]
fn what_nobody_marked_is_for_members() {
    let site = || {
        Site::new()
            .file("annals.yaml", "title: T\n")
            .record("cases/open", "title: Open case\nvisibility: public", "")
            .record("cases/hushed-matter", "title: Quiet case", "")
            .record("cases/own", "title: Private case\nvisibility: private", "")
    };
    let public = site().build();
    assert!(public.files().contains_key("cases/open.html"));
    for (path, bytes) in public.files() {
        let text = String::from_utf8_lossy(&bytes).into_owned() + &path;
        assert!(
            !text.contains("Quiet") && !text.contains("hushed-matter"),
            "{path} tells of a members' record"
        );
    }
    let members = site().build_for("members");
    assert!(members.files().contains_key("cases/hushed-matter.html"));
    for (path, bytes) in members.files() {
        assert!(
            !String::from_utf8_lossy(&bytes).contains("Private case"),
            "{path} tells of a private record"
        );
    }
    assert!(members.page("cases/open.html").contains("noindex"));
}

#[test]
fn json_findings_are_one_object_a_line() {
    let site = small().record("cases/odd", "title: Odd\nstart_yaer: 2018", "");
    let ran = site.run(&["--message-format", "json", "check", "--today", "2026-11-22"]);
    let lines: Vec<serde_json::Value> =
        ran.stderr.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let unknown = lines.iter().find(|finding| finding["code"] == "unknown_field").expect("no finding");
    assert_eq!(unknown["file"], "content/cases/odd.md");
    assert_eq!(unknown["line"], 3);
    assert!(unknown["help"].as_str().unwrap().contains("start_year"), "{unknown}");
}

#[test]
fn a_report_is_printed_in_every_form() {
    let site = small();
    let json = site.run(&["report", "first", "--format", "json", "--today", "2026-11-22"]);
    let report: serde_json::Value = serde_json::from_str(&json.stdout).expect(&json.stderr);
    assert_eq!(report["counts"]["resolved"], 1);
    assert!(site.run(&["report", "first", "--format", "md"]).stdout.contains("Who pays?"));
    assert!(site.run(&["report", "first"]).stdout.contains("data-issue=\"who-pays\""));
    let lost = site.run(&["report", "frist"]);
    assert_eq!(lost.status, 2);
    assert!(lost.stderr.contains("did you mean first?"), "{}", lost.stderr);
}

#[test]
fn an_issue_is_explained() {
    let site = small();
    let ran = site.run(&["explain", "who-pays", "--as-of", "2018-12-31"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("discussed and resolved"), "{}", ran.stdout);
    let before = site.run(&["explain", "issues/who-pays", "--as-of", "2018-07-02"]);
    assert!(before.stdout.contains("not yet raised, and so not yet discussed"), "{}", before.stdout);
}

#[test]
fn what_has_been_released_since_is_seen_of_a_day_before_it() {
    let site = small()
        .record("workshops/two", "title: Second\nnumber: 2\ndate: 2018-09-05", "They agreed.")
        .record(
            "papers/told",
            "title: What was told\ndate: 2018-09-05\nmarking: Members only\nvisibility: public\n\
             released: {by: The club, on: 2026-01-05, basis: \"Published in 2020.\"}",
            "They agreed.",
        )
        .record(
            "issues/late",
            "title: Late?\nraised: {on: 2018-09-05}\nhistory:\n- {on: 2018-09-05, at: workshops/two, agreement: agreed, \
             asserted_by: papers/told, evidence: [papers/told#p-1]}",
            "",
        )
        .record("reports/year", "title: Year\nperiod: 2018/2020\nstatus: draft", "A year.");
    let told = |asked: &[&str]| {
        let ran = site.run(&[&["explain", "late", "--audience", "public"], asked].concat());
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stdout
    };
    let then = told(&["--as-of", "2018-12-31", "--today", "2026-06-01"]);
    assert!(
        then.contains("Evidence     What was told") && then.contains("5 September 2018, three months"),
        "{then}"
    );
    // A report of a later day is none that the issue stood in by then.
    assert!(!then.contains("reports/year"), "{then}");
    let before = told(&["--as-of", "2018-12-31", "--today", "2026-01-01"]);
    assert!(before.contains("Evidence     none named"), "{before}");
    // A coarse date is one as everywhere: that by which something was so.
    assert_eq!(told(&["--as-of", "2018-12", "--today", "2026-06-01"]), then);
    let wrong = site.run(&["explain", "late", "--as-of", "soon"]);
    assert!(wrong.stderr.contains("not a date: write 2019-07-31, 2019-07 or 2019"), "{}", wrong.stderr);
}

#[test]
fn a_new_record_checks_clean() {
    let site = small();
    let ran = site.run(&["new", "issues", "Who may see the map?"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.trim().ends_with("content/issues/who-may-see-the-map.md"), "{}", ran.stdout);
    let check = site.run(&["check"]);
    assert_eq!(check.status, 0, "{}", check.stderr);
}

#[test]
fn a_new_record_in_a_misspelt_collection_is_refused() {
    let site = small();
    let ran = site.run(&["new", "issue", "Who may see the map?"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("there is no collection `issue`: did you mean `issues`?"), "{}", ran.stderr);
    assert!(!site.root().join("content/issue").exists());
    assert_eq!(site.run(&["new", "walks", "Along the river"]).status, 0);
}

#[test]
fn who_writes_a_title_for_a_name_is_told_the_name() {
    let site = Site::new().record("topics/overflows", "title: Storm overflows", "").record(
        "issues/who",
        "title: Who?\ntopic: storm overflows",
        "",
    );
    let ran = site.run(&["check"]);
    assert!(
        ran.stderr.contains("that is the title of `topics/overflows`: write `overflows`"),
        "{}",
        ran.stderr
    );
}

#[test]
fn no_archive_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let ran = Site::new().run(&["--root", folder.path().to_str().unwrap(), "check"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("no annals.yaml in"), "{}", ran.stderr);
}

#[test]
fn the_rules_are_listed_and_explained() {
    let site = Site::new();
    let list = site.run(&["rules"]).stdout;
    assert!(list.contains("dangling_link"), "{list}");
    let one = site.run(&["rules", "dangling_link"]).stdout;
    assert!(one.starts_with("dangling_link (warning)"), "{one}");
    assert_eq!(site.run(&["rules", "dangling_lnk"]).status, 2);
}
