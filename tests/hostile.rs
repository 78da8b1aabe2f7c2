//! Input that means ill: nothing is read or published that was not put into the archive to be published,
//! and whatever is in a file, a build ends soon, with a fault that says why.

use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::harness::{Ran, Site};

/// Builds with at most this processor time and memory; the findings, one a line.
fn bounded(site: &Site, command: &str) -> (i32, String, Duration) {
    let started = Instant::now();
    let limits = "ulimit -t 60; ulimit -v 3000000; exec \"$0\" \"$@\"";
    let ran = Command::new("sh")
        .args(["-c", limits, env!("CARGO_BIN_EXE_annals"), "--message-format", "short", command])
        .args(["--today", "2026-11-22"])
        .args(if command == "build" { &["--no-pdf"][..] } else { &[] })
        .current_dir(site.root())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ran.stderr).into_owned();
    (ran.status.code().unwrap_or(-1), told, started.elapsed())
}

fn checked(site: &Site) -> Ran {
    site.run(&["--message-format", "short", "build", "--no-pdf", "--today", "2026-11-22"])
}

/// What nobody but the machine may know.
const SECRET: &str = "AUTHORIZATION: basic c2VjcmV0";

#[test]
fn no_file_outside_what_is_published_is_read() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret");
    std::fs::write(&secret, format!("{SECRET}: [\n")).unwrap();
    for link in [
        "annals.yaml",
        "content/references.yaml",
        "content/works.bib",
        "content/reports/x.lock.yaml",
        "content/cases/link.md",
        "content/assets/plan.txt",
        "style.csl",
    ] {
        let site = Site::new()
            .file("annals.yaml", "title: T\ndefault_visibility: public\nreport: {style: style.csl}\n")
            .file(".git/config", SECRET)
            .record("cases/a", "title: A\nattachments: [/assets/plan.txt, /.git/config, ../../.git/config, /assets/../../.git/config, '/etc/passwd', '../cases/a.md']", "")
            .file("content/reports/x.md", "---\ntitle: X\nperiod: 2018/2019\n---\n")
            .file("content/assets/other.txt", "fine");
        let path = site.root().join(link);
        let _ = std::fs::remove_file(&path);
        symlink(&secret, &path).unwrap();
        for format in ["human", "json"] {
            let ran = site.run(&["--message-format", format, "build", "--no-pdf", "--no-search"]);
            assert_eq!(ran.status, 1, "{link}: {}", ran.stderr);
            assert!(!ran.stderr.contains("basic"), "{link} is shown:\n{}", ran.stderr);
        }
        assert!(!site.root().join("output/public").exists());
    }
}

#[test]
fn no_folder_of_records_is_the_repository_or_lies_behind_a_link() {
    let outside = Site::new().record("cases/sneaked", "title: Sneaked\nvisibility: public", "");
    let refused = |site: &Site, name: &str, rule: &str| {
        let ran = checked(site);
        assert!(ran.stderr.contains(rule), "{name}: {}", ran.stderr);
        assert!(!site.root().join("output/public/cases/sneaked.html").exists(), "{name}");
        ran.status
    };
    for content in ["../archive", "../../../../../../../../..", "content/.."] {
        let site = Site::new()
            .file("archive/annals.yaml", format!("title: T\ncontent: {content}\n"))
            .file("archive/content/cases/a.md", "---\ntitle: A\n---\n");
        let ran = site.run(&["--root", "archive", "check"]);
        assert!(ran.status == 1 && ran.stderr.contains("error[link_outside]"), "{content}: {}", ran.stderr);
    }
    let site = Site::new();
    symlink(outside.root().join("content"), site.root().join("content")).unwrap();
    assert_eq!(refused(&site, "content", "error[link_outside]"), 1);
    let site = Site::new().record("pages/a", "title: A", "");
    symlink(outside.root().join("content/cases"), site.root().join("content/cases")).unwrap();
    assert_eq!(refused(&site, "a collection", "content/cases:1:1: warning[stray_file]"), 0);
    let site = Site::new().file("annals.yaml", "title: T\ntheme: mine\n").record("pages/a", "title: A", "");
    std::fs::create_dir(site.root().join("themes")).unwrap();
    symlink(outside.root(), site.root().join("themes/mine")).unwrap();
    assert!(checked(&site).stderr.contains("themes/mine is a symbolic link that leads out of the archive"));
}

#[test]
fn names_that_some_disk_refuses_are_told_with_their_place() {
    let long = "x".repeat(240);
    for (id, more) in [
        ("cases/con", ""),
        ("NUL/a", ""),
        ("cases/aux.2018", ""),
        (&*format!("cases/{long}"), ""),
        ("index.html/a", ""),
        ("robots.txt/a", ""),
        ("Search/a", ""),
        ("issues/feed", ""),
        ("cases/a", "\naliases: [old.html/x]"),
        ("cases/a", "\naliases: [con]"),
        ("cases/a", "\naliases: [.git/hooks/x]"),
        ("cases/a", "\naliases: ['../../x']"),
        ("cases/a", &*format!("\naliases: [{long}]")),
    ] {
        let ran = checked(&Site::new().record(id, &format!("title: A{more}"), ""));
        assert!(ran.status == 1 && ran.stderr.contains("error[bad_name]"), "{id}{more}: {}", ran.stderr);
    }
    let two = Site::new().record("cases/a", "title: A", "").record("Cases/b", "title: B", "");
    let ran = checked(&two);
    assert!(
        ran.stderr.contains("is the name of the collection `Cases` too, but for the case"),
        "{}",
        ran.stderr
    );
    // The longest name that is taken fits with all that is put behind it.
    let table = "| Action | Responsible |\n| --- | --- |\n| **Action 1:** Go. | Town |";
    Site::new()
        .record(&format!("workshops/{}", "x".repeat(200)), "title: A\ndate: 2018-07-03", table)
        .build();
}

/// A value of front matter, and the fault it is.
fn told_of_field(field: &str) -> String {
    let (status, told, _) =
        bounded(&Site::new().record("cases/a", &format!("title: A\n{field}"), ""), "check");
    assert_eq!(status, 1, "{told}");
    told
}

#[test]
fn yaml_that_would_grow_or_nest_without_end_is_refused() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..12 {
        let alias = format!("*a{}, ", n - 1).repeat(9);
        bomb.push_str(&format!("a{n}: &a{n} [{alias}*a{}]\n", n - 1));
    }
    let long = format!("s: &s \"{}\"\nl_tag: [{}]", "x".repeat(200_000), "*s, ".repeat(2000));
    for (field, place) in [
        (bomb, "a.md:8:30: error[too_large] written out, the values have more than 8 MB here"),
        (long, ": error[too_large] written out, the values have more than 8 MB here"),
        (
            format!("x: {}", "[".repeat(1_000_000)),
            ": error[too_large] values are nested more than 100 deep here",
        ),
        (format!("x: {}", "{a: ".repeat(100_000)), ": error[too_large] values are nested more than 100 deep"),
        (
            format!("x:\n  {}a", "- ".repeat(100_000)),
            ": error[too_large] values are nested more than 100 deep",
        ),
        (
            format!("theme_tag: [{}]", (0..101).map(|n| format!("t{n}, ")).collect::<String>()),
            "101 tags: at most 100",
        ),
        (format!("theme_tag: [{}]", "t, ".repeat(1_000_000)), "has 1000000 entries: more than 10000"),
        (format!("summary: '{}'", "x".repeat(300_000)), ": error[too_large] the line has more than 256 kB"),
    ] {
        let told = told_of_field(&field);
        assert!(told.contains(place), "{}…: {}", &field[..40], &told[..told.len().min(400)]);
    }
}

#[test]
fn files_without_end_are_refused() {
    for file in ["content/cases/a.md", "content/references.yaml", "annals.yaml"] {
        let site = Site::new().file(file, vec![b'x'; 100_000_000]);
        let (status, told, took) = bounded(&site, "check");
        assert!(
            status == 1 && told.contains("error[too_large] the file has more than 8 MB"),
            "{file}: {told}"
        );
        assert!(took < Duration::from_secs(10), "{took:?}");
    }
}

#[test]
fn markdown_that_would_nest_without_end_is_refused() {
    let bold: String = (0..3_000).map(|n| format!("<b id=x{n}>")).collect();
    for (body, told) in [
        ("<div>\n".repeat(5_000), "nested more than 100 deep"),
        (format!("{}a", "> ".repeat(5_000)), "nested more than 100 deep"),
        (format!("<p>{bold}{}", "<p>a".repeat(3_000)), "nested more than 100 deep"),
        (format!("<b {}>x</b>", "a=1 ".repeat(20_000)), "a tag has more than 10 kB"),
        ("x".repeat(300_000), "the line has more than 256 kB"),
    ] {
        let site = Site::new().record("cases/a", "title: A", &body);
        let (status, found, _) = bounded(&site, "build");
        assert!(status == 1 && found.contains("content/cases/a.md:") && found.contains(told), "{found}");
    }
}

#[test]
fn markdown_that_is_only_odd_is_built_in_time() {
    // Where a parser that goes back and forth takes hours: each of these, in one archive. (About ten
    // seconds unoptimised: they are as large as a bad parser needs them to be to show it.)
    let odd = [
        "[",
        "![",
        "*a ",
        "_a __b ",
        "**a*",
        "`a``",
        "<",
        "<?x ",
        "<![CDATA[",
        "&amp",
        "\\",
        "[a](",
        "[a](<",
        "[a](b \"",
        "[a][",
        "[^1]",
        "~a",
        "^a",
        "|",
        "&#x41",
        "{{ ",
        "http://a ",
        "See Action 1, ",
        "AB ",
    ];
    let mut site = Site::new();
    for (n, piece) in odd.iter().enumerate() {
        let body = piece.repeat(20_000 / piece.len());
        let text = body.replace('\\', "\\\\").replace('"', "\\\"");
        site = site.record(&format!("cases/c{n}"), &format!("title: A\ndescription: \"{text}\""), &body);
    }
    let rows = format!("| a | b |\n| - | - |\n{}", "| x | y |\n".repeat(100_000));
    site = site.record("cases/rows", "title: A", &rows);
    let (status, told, took) = bounded(&site, "build");
    assert_eq!(status, 0, "{told}");
    assert!(took < Duration::from_secs(60), "{took:?}");
}

#[test]
fn a_citation_style_that_never_ends_is_refused() {
    let calls = |from: usize, to: usize, times: usize| {
        format!("<macro name=\"m{from}\">{}</macro>", format!("<text macro=\"m{to}\"/>").repeat(times))
    };
    for (macros, told) in [
        (calls(0, 0, 1), "the macro `m0` calls itself"),
        (calls(0, 1, 1) + &calls(1, 0, 1), "calls itself"),
        ((0..30).map(|n| calls(n, n + 1, 2)).collect(), "more than 100000 elements"),
        (format!("{}{}", "<group>".repeat(20_000), "</group>".repeat(20_000)), "nested more than 100 deep"),
        (
            format!("<info {}/>", (0..80_000).map(|n| format!("a{n}='' ")).collect::<String>()),
            "a tag has more",
        ),
    ] {
        let style = format!(
            "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\"><info><title>T</title>\
             <id>x</id><updated>2020-01-01T00:00:00+00:00</updated></info>{macros}\
             <citation><layout><text macro=\"m0\"/></layout></citation></style>"
        );
        let site = Site::new()
            .file("annals.yaml", "title: T\ndefault_visibility: public\nreport: {style: s.csl}\n")
            .file("s.csl", style)
            .record("papers/p", "title: P", "Text.")
            .record("reports/r", "title: R\nperiod: 2018-01/2018-12", "Said [@papers/p].");
        let (status, found, _) = bounded(&site, "build");
        assert!(status == 1 && found.contains("annals.yaml:3:") && found.contains(told), "{told}: {found}");
    }
}

/// (Some ten seconds unoptimised: ten thousand citations are set before there is one too many.)
#[test]
fn a_report_that_repeats_itself_without_end_is_refused() {
    let actions: String = (1..=300).map(|n| format!("| **Action {n}:** Go. | HO |\n")).collect();
    let table = format!("| Action | Responsible |\n| --- | --- |\n{actions}");
    for (text, told) in [
        (
            "{{ actions() }}\n\n".repeat(5_000),
            "r.md:138:1: error[bad_directive] with this directive the lists",
        ),
        ("{{ figure(headings) }}\n\n".repeat(5_000), "have more than 20000 rows"),
        (
            "[@papers/p, p. 3] ".repeat(11_000),
            "r.md:6:180001: error[bad_directive] from here on the report cites more",
        ),
        (format!("[{}]", ["@papers/p"; 20_000].join("; ")), "cites more than 10000 works"),
        ("{{ x }} ".repeat(6_000), "there is no directive `x`"),
        ("@issues/none ".repeat(5_000), "[unresolved_reference]"),
    ] {
        let site = Site::new()
            .record("workshops/w", "title: W\ndate: 2018-07-03\nnumber: 1", &table)
            .record("papers/p", "title: P\ndate: 2018-07-03", "Text.")
            .record("issues/i", "title: I\nraised: {at: workshops/w, on: 2018-07-03}", "Text.")
            .record("reports/r", "title: R\nperiod: 2018-01/2018-12", &text);
        let (status, found, took) = bounded(&site, "build");
        assert_eq!(status, 1);
        assert!(found.contains(told), "{}…: {}", &text[..20], &found[..found.len().min(400)]);
        assert!(took < Duration::from_secs(60), "{}…: {took:?}", &text[..20]);
    }
}

#[test]
fn a_thousand_faults_of_one_kind_are_enough() {
    let site = Site::new().record("cases/a", "title: A", &"[[/redact]] ".repeat(20_000));
    let (status, told, _) = bounded(&site, "check");
    assert_eq!(status, 1);
    assert_eq!(told.lines().filter(|line| line.contains("broken_mark")).count(), 1_000);
    assert!(told.contains("19000 more like it in this file"));
}

#[test]
fn a_theme_that_cannot_be_used_is_a_finding_and_the_old_site_stays() {
    let site = Site::new()
        .record("cases/a", "title: A", "")
        .file("annals.yaml", "title: T\ndefault_visibility: public\ntheme: mine\n");
    std::fs::create_dir_all(site.root().join("themes/mine")).unwrap();
    let built = site.build();
    let before = built.files();
    let template = |name: &str| format!("themes/mine/templates/{name}");
    for (texts, told) in [
        (
            &[("record.html", "\n{{ page.nothing.at }}")][..],
            "record.html:2:9: error[broken_template] Field `nothing` is not",
        ),
        (&[("record.html", "{% if %}")], "record.html:1:7: error[broken_template] Found `%}`"),
        (
            &[("record.html", "{% include \"none.html\" %}")],
            "record.html:1:12: error[broken_template] Unknown template",
        ),
        (
            &[("record.html", "{% extends \"none.html\" %}")],
            "record.html:1:1: error[broken_template] Template",
        ),
        (
            &[("record.html", "{% include \"record.html\" %}")],
            "record.html:1:1: error[broken_template] Circular include",
        ),
        (
            &[
                ("record.html", "{% include \"parts/b.html\" %}"),
                ("parts/b.html", "{% include \"record.html\" %}"),
            ],
            "error[broken_template] Circular include",
        ),
        (
            &[("record.html", "{% extends \"record.html\" %}")],
            "record.html:1:1: error[broken_template] Circular extend",
        ),
        (
            &[("record.html", "{% for i in range(end=900000000) %}x{% endfor %}")],
            "record.html:1:13: error[broken_template] Function",
        ),
    ] {
        for (name, text) in texts {
            built.site.write(&template(name), text);
        }
        let ran = checked(&built.site);
        assert!(ran.status == 1 && ran.stderr.contains(told), "{told}: {}", ran.stderr);
        assert!(built.files() == before, "{told}: the live site changed");
        assert!(!built.site.root().join("output/.public.staged").exists());
        std::fs::remove_dir_all(built.site.root().join("themes/mine/templates")).unwrap();
    }
    // The same of one report, in whatever form.
    built.site.write("content/reports/r.md", "---\ntitle: R\nperiod: 2018-01/2018-12\n---\n\nIt began.\n");
    for (name, text, told) in [
        (
            "report.html",
            "\n{{ page.nothing.at }}",
            "report.html:2:9: error[broken_template] Field `nothing` is not",
        ),
        ("base.html", "{% if %}", "base.html:1:7: error[broken_template] Found `%}`"),
        (
            "base.html",
            "{% include \"base.html\" %}",
            "base.html:1:1: error[broken_template] Circular include",
        ),
        ("report.html", "{% extends \"none.html\" %}", "report.html:1:1: error[broken_template] Template"),
    ] {
        built.site.write(&template(name), text);
        let ran = built.site.run(&["--message-format", "short", "report", "r", "--format", "html"]);
        assert!(
            ran.status == 1 && ran.stdout.is_empty() && ran.stderr.contains(told),
            "{told}: {}",
            ran.stderr
        );
        std::fs::remove_dir_all(built.site.root().join("themes/mine/templates")).unwrap();
    }
    built.site.write(&template("report.html"), "{{ page.nothing }}");
    let human = built.site.run(&["report", "r", "--format", "html"]).stderr;
    assert!(human.contains("the page that was being made is reports/r/index.html"), "{human}");
    std::fs::remove_file(built.site.root().join(template("report.html"))).unwrap();
    built.site.write(&template("record.html"), "{{ page.nothing }}");
    let human = built.site.run(&["build", "--no-pdf"]).stderr;
    assert!(human.contains("the page that was being made is cases/a.html"), "{human}");
    built.site.write("annals.yaml", "title: T\ntheme: gone\n");
    assert!(checked(&built.site).stderr.contains("annals.yaml:2:8: error[missing_theme]"));
}
