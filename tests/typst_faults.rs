//! Typst files of a site's own theme that cannot be used: each is a finding with the file, the line and the
//! page that was being made, nothing is published, and the site that was live stays. (Some ten seconds
//! unoptimised: each is tried by a build that sets a report.)

use crate::harness::Site;

const REPORT: &str = "title: R\nperiod: 2018-01/2018-12\ndate: 2019-01-31";

/// The file of the theme, what it says, and the place and words of the finding.
const BROKEN: &[(&str, &[u8], &str)] = &[
    (
        "report.typ",
        b"#let doc = json(\"data.json\")\n\n#colour\n",
        "report.typ:3:2: error[broken_template] unknown variable: colour",
    ),
    ("report.typ", b"\n#let x = (\n", "report.typ:2:10: error[broken_template] unclosed delimiter"),
    (
        "report.typ",
        b"\n#json(\"data.json\").titel\n",
        "report.typ:2:20: error[broken_template] dictionary does not contain key \"titel\"",
    ),
    ("report.typ", b"#import \"none.typ\": paper\n", "report.typ:1:9: error[broken_template] file not found"),
    (
        "report.typ",
        b"= A\n#image(\"none.png\", alt: \"None\")\n",
        "report.typ:2:8: error[broken_template] file not found",
    ),
    ("report.typ", b"#include \"report.typ\"\n", "report.typ:1:10: error[broken_template] cyclic import"),
    (
        "report.typ",
        b"#let f(n) = f(n + 1)\n#f(0)\n",
        "report.typ:1:13: error[broken_template] maximum function call depth exceeded",
    ),
    ("report.typ", b"#while true { }\n", "report.typ:1:8: error[broken_template] condition is always true"),
    (
        "report.typ",
        b"#let n = 1\n#while n > 0 { n += 1 }\n",
        "report.typ:2:2: error[broken_template] loop seems to be infinite",
    ),
    (
        "report.typ",
        b"#show heading: it => heading(it.body)\n= A\n",
        "error[broken_template] maximum show rule depth exceeded",
    ),
    ("report.typ", b"#let f() = context f()\n#f()\n", "error[broken_template] maximum"),
    ("report.typ", b"= A\n\xff\n", "report.typ:2:1: error[broken_template] this is not UTF-8"),
    // What fails is the program's own report.typ, by what the theme's paper.typ lacks.
    (
        "paper.typ",
        b"#let other = 1\n",
        "paper.typ:1:1: error[broken_template] report.typ:3:22: unresolved import",
    ),
];

#[test]
fn a_typst_file_that_cannot_be_used_is_a_finding_and_the_old_site_stays() {
    let site = Site::new()
        .file("annals.yaml", "title: T\ndefault_visibility: public\ntheme: mine\n")
        .file("themes/mine/README", "Ours.")
        .record("reports/r", REPORT, "It began.");
    let built = site.build();
    let before = built.files();
    let mut other = Vec::new();
    for (file, text, told) in BROKEN {
        built.site.write(&format!("themes/mine/{file}"), text);
        let ran = built.site.run(&["--message-format", "short", "build", "--today", "2026-11-22"]);
        if !(ran.status == 1 && ran.stderr.starts_with("themes/mine/") && ran.stderr.contains(told)) {
            other.push(format!("{told}: {}", ran.stderr));
        }
        assert!(built.files() == before, "{told}: the live site changed");
        assert!(!built.site.root().join("output/.public.staged").exists());
        std::fs::remove_file(built.site.root().join("themes/mine").join(file)).unwrap();
    }
    assert!(other.is_empty(), "{other:#?}");
    // The same of one report, and of a page that is not one.
    let (file, text, told) = BROKEN[0];
    built.site.write(&format!("themes/mine/{file}"), text);
    let ran = built.site.run(&["--message-format", "short", "report", "r", "--format", "pdf"]);
    assert!(ran.status == 1 && ran.stdout.is_empty() && ran.stderr.contains(told), "{}", ran.stderr);
    built.site.write("content/cases/a.md", "---\ntitle: A\n---\n\nText.\n");
    built.site.write("themes/mine/case.typ", "\n#colour");
    let human = built.site.run(&["build"]).stderr;
    assert!(human.contains("themes/mine/case.typ:2:2") && human.contains("2 | #colour"), "{human}");
    assert!(human.contains("the page that was being made is cases/a.pdf"), "{human}");
    assert!(human.contains("Nothing was published"), "{human}");
    // Nothing of the kind is asked for where there is to be no PDF.
    assert_eq!(built.site.run(&["build", "--no-pdf"]).status, 0);
}
