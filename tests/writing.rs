//! Writing a report: directives, cross-references, citations, figures and initialisms.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::Site;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the real archive.
fn real() -> Site {
    let mut files = Vec::new();
    gather(&root().join("content"), &mut files);
    let mut site = Site::new();
    for file in ["annals.yaml", "accessibility.json"] {
        site = site.file(file, fs::read(root().join(file)).unwrap());
    }
    for file in files {
        let path = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        site.write(&path, fs::read(&file).unwrap());
    }
    site
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}

const ISSUE: &str = "topic: streets\nraised: {on: 2018-07-03}\nhistory:\n- {on: 2018-12-05, discussed: true, \
                     agreement: agreed, work: done, evidence: [workshops/first#p-1]}";

/// A small dialogue with one report of this body.
fn dialogue(body: &str) -> Site {
    Site::new()
        .record("topics/streets", "title: Streets\norder: 1", "")
        .record("workshops/first", "title: First meeting\nnumber: 1\ndate: 2018-07-03", "The PNC was shown.")
        .record("issues/width", &format!("title: How wide?\n{ISSUE}"), "")
        .record("issues/secret", &format!("title: Canary\nvisibility: members\n{ISSUE}"), "")
        .record("sources/study", "title: A study of streets\nlink: https://example.org/study", "")
        .record("reports/one", "title: The first year\nperiod: 2018-07/2019-07\nedition: 1", body)
}

fn markdown(site: &Site) -> String {
    let ran = site.run(&["report", "one", "--format", "md", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stdout
}

#[test]
fn the_example_of_the_readme_compiles() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let section = readme.split("\n## Writing a report\n").nth(1).unwrap();
    let example = section.split("```markdown\n").nth(1).unwrap().split("```").next().unwrap();
    let site = real();
    let report = fs::read_to_string(site.root().join("content/reports/2018-2019.md")).unwrap();
    let front = report.split("\n---\n").next().unwrap();
    site.write("content/reports/2018-2019.md", format!("{front}\n---\n\n{example}\n"));
    let ran = site.run(&["report", "2018-2019", "--format", "md", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let account = ran.stdout.split("## The editors’ account").nth(1).unwrap();
    let account = account.split("\n## ").next().unwrap();
    for left in ["{{", "}}", "@fig", "@tbl", "@sec", "@papers", "@issues", "\u{e000}"] {
        assert!(!account.contains(left), "{left} is left over:\n{account}");
    }
    for stands in [
        "([Figure 2](#figure-ages), [Table 1](#table-open))",
        "| Promised |",
        "| What was promised |",
        "‘Method’",
        "Workshop 1, passage 3",
    ] {
        assert!(account.contains(stands), "no {stands}:\n{account}");
    }
    // Every directive and every figure of the table is there.
    for name in ["count", "issues", "issue", "actions", "figure"] {
        assert!(section.contains(&format!("| `{{{{ {name}(")), "{name} is not in the table");
    }
}

#[test]
fn the_data_speak_and_follow_the_audience() {
    let site = dialogue("There {{ count(noun=\"yes\") }} here. {{ count(heading=\"resolved\") }} is done.");
    assert!(markdown(&site).contains("There one issue here. One is done."));
    let ran = site.run(&["report", "one", "--format", "md", "--audience", "members"]);
    assert!(ran.stdout.contains("There two issues here. Two is done."), "{}", ran.stdout);
}

#[test]
fn a_directive_does_not_reach_outside_the_edition() {
    for mention in ["See @issues/secret.", "{{ issue(\"secret\") }}", "As said [@issues/secret]."] {
        let site = dialogue(mention);
        let ran = site.run(&["build", "--today", "2026-11-22"]);
        assert_eq!(ran.status, 1, "{mention}");
        assert!(ran.stderr.contains("secret") && !ran.stderr.contains("Canary"), "{}", ran.stderr);
        assert!(!site.root().join("output/public").exists());
        let ran = site.run(&["build", "--today", "2026-11-22", "--audience", "members"]);
        assert_eq!(ran.status, 0, "{mention}: {}", ran.stderr);
    }
    let body = "{{ count() }} of {{ count(noun=yes) }}.\n\n{{ issues() }}\n\n{{ figure(\"headings\") }}\n\n{{ figure(timeline) }}";
    let without = dialogue(body);
    fs::remove_file(without.root().join("content/issues/secret.md")).unwrap();
    assert_eq!(markdown(&dialogue(body)), markdown(&without));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let site = dialogue(
        "Two issues are resolved.\n\nSee {{ cuont() }}, @issues/wdith, [@kane2019] and @fig:haedings.",
    );
    let ran = site.run(&["check", "--message-format", "short"]);
    assert_eq!(ran.status, 1);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("reports/one.md")).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    content/reports/one.md:7:1: error[typed_count_disagrees] `Two issues` is typed, and the count of resolved issues is 1
    content/reports/one.md:9:5: error[bad_directive] there is no directive `cuont`
    content/reports/one.md:9:20: error[unresolved_reference] there is no record `issues/wdith`
    content/reports/one.md:9:35: error[unknown_work] there is no work `kane2019`
    content/reports/one.md:9:51: error[unresolved_reference] this report has no figure `haedings`
    ");
}

#[test]
fn works_are_cited_in_the_style_that_is_asked_for() {
    let works = "kane2019:\n  type: book\n  title: Streets <b>and</b> schools\n  author: Kane, Anna\n  publisher: Press\n  date: 2019\n";
    let body = "As said [see @kane2019, p. 9; @sources/study] and by @kane2019 [p. 3].";
    let mut told = String::new();
    for style in ["harvard", "chicago", "apa", "mhra"] {
        let site = dialogue(body).file("content/references.yaml", works).file(
            "annals.yaml",
            format!("title: Test archive\ndefault_visibility: public\nreport: {{style: {style}}}\n"),
        );
        let text = markdown(&site);
        let line = text.lines().find(|line| line.contains("As said")).unwrap();
        told.push_str(&format!("{style}: {line}\n"));
        let references = text.split("## References").nth(1).unwrap().split("\n## ").next().unwrap();
        told.push_str(references.trim());
        told.push('\n');
        told.push_str(&text.lines().filter(|line| line.starts_with("[^")).collect::<Vec<_>>().join("\n"));
        told.push('\n');
    }
    for line in [
        "harvard: **¶2** As said ([*A study of streets*, no date](#ref-sources-study); see [Kane, 2019, p. 9](#ref-kane2019)) and by [Kane (2019, p. 3)](#ref-kane2019).",
        "- *[A study of streets](../../sources/study.html)* (no date). Available at: [https://example.org/study](https://example.org/study).",
        "- *[First meeting](../../workshops/first.html)* (2018). Record of the meeting. 3 July 2018. Cited: [passage 1](../../workshops/first.html#p-1).",
        "- Kane, A. (2019) *Streets \\<b>and\\</b> schools*. Press.",
        "chicago: **¶2** As said (see [Kane 2019, 9](#ref-kane2019); [*A Study of Streets*, n.d.](#ref-sources-study)) and by [Kane (2019, 3)](#ref-kane2019).",
        "- *[A Study of Streets](../../sources/study.html)*. n.d. [https://example.org/study](https://example.org/study).",
        "apa: **¶2** As said ([A Study of Streets, n.d.](#ref-sources-study); see [Kane, 2019, p. 9](#ref-kane2019)) and by [Kane (2019, p. 3)](#ref-kane2019).",
        "mhra: **¶2** As said[^1] and by [Kane](#ref-kane2019)[^2].",
        "- Kane, Anna, *Streets \\<b>and\\</b> Schools* (Press, 2019)",
        "[^2]: [Kane, *Streets \\<b>and\\</b> Schools*, p. 3](#ref-kane2019).",
    ] {
        assert!(told.lines().any(|told| told == line), "no line {line}\n{told}");
    }
    let html = dialogue(body).file("content/references.yaml", works).build().page("reports/one/index.html");
    assert!(html.contains("Streets &lt;b&gt;and&lt;/b&gt; schools"), "{html}");
    assert!(html.contains("<a href=\"#ref-kane2019\">"), "{html}");
    assert!(html.contains("id=\"ref-kane2019\""), "{html}");
}

#[test]
fn a_bibtex_file_is_read_too_and_a_style_of_ones_own() {
    let site = dialogue("As said [@lowe2018].").file(
        "content/more.bib",
        "@book{lowe2018,\n  title = {Walking},\n  author = {Lowe, Ben},\n  publisher = {Press},\n  year = {2018}\n}\n",
    );
    assert!(
        markdown(&site).contains("As said [(Lowe, 2018)](#ref-lowe2018)") || markdown(&site).contains("Lowe")
    );
    let style = "<?xml version=\"1.0\" encoding=\"utf-8\"?><style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" \
                 version=\"1.0\"><info><title>House</title><id>house</id><updated>2026-01-01T00:00:00+00:00</updated></info>\
                 <citation><layout prefix=\"{\" suffix=\"}\"><text variable=\"title\"/></layout></citation>\
                 <bibliography><layout><text variable=\"title\"/></layout></bibliography></style>";
    let site = site.file("styles/house.csl", style).file(
        "annals.yaml",
        "title: Test archive\ndefault_visibility: public\nreport: {style: styles/house.csl}\n",
    );
    let text = markdown(&site);
    assert!(text.contains("{") && text.contains("Walking"), "{text}");
}

#[test]
fn initialisms_are_spelt_out_at_first_use() {
    let site = dialogue("The PNC and the PNC.").file(
        "annals.yaml",
        "title: Test archive\ndefault_visibility: public\nglossary: {PNC: Police National Computer}\n",
    );
    assert!(markdown(&site).contains("The PNC (Police National Computer) and the PNC."));
    let built = site.build();
    let page = built.page("workshops/first.html");
    assert!(page.contains("The <abbr title=\"Police National Computer\">PNC</abbr> was shown."), "{page}");
    let report = built.page("reports/one/index.html");
    assert!(report.contains("The PNC (Police National Computer) and the PNC."), "{report}");
}

#[test]
fn every_record_says_how_to_cite_it() {
    let built = dialogue("Words.")
        .file("annals.yaml", "title: Test archive\ndefault_visibility: public\npublisher: The editors\nbase_url: https://example.org/a/\n")
        .build();
    let page = built.page("issues/width.html");
    let cite = page.split("class=\"cite\"").nth(1).unwrap().split("</section>").next().unwrap();
    for part in [
        "The editors (2026) <cite>How wide?</cite>",
        "<a href=\"https://example.org/a/issues/width.html\">https://example.org/a/issues/width.html</a> (Accessed: 22\u{a0}November\u{a0}2026)",
        "@online{issues-width,\n  author = {{The editors}},\n  title = {How wide?},",
        "TY  - ELEC\nAU  - The editors\nTI  - How wide?",
        "\"author\":[{\"literal\":\"The editors\"}]",
    ] {
        assert!(cite.contains(part), "no {part}:\n{cite}");
    }
    let report = built.page("reports/one/index.html");
    let cite = report.split("class=\"cite\"").nth(1).unwrap().split("</section>").next().unwrap();
    for part in [
        "<cite>The first year</cite>, first edition, draft",
        "para. 1)",
        "<a href=\"cite.html\">how to cite each paragraph</a>",
        "@report{",
    ] {
        assert!(cite.contains(part), "no {part}:\n{cite}");
    }
}

#[test]
fn a_year_that_stands_alone_stands_in_brackets() {
    let site = dialogue("Lowe asked for it [-@lowe2018], and Lowe [-@lowe2018, p. 3; -@kane2019] again.").file(
        "content/more.bib",
        "@book{lowe2018,\n  title = {Walking},\n  author = {Lowe, Ben},\n  publisher = {Press},\n  year = {2018}\n}\n\
         @book{kane2019,\n  title = {Streets},\n  author = {Kane, Anna},\n  publisher = {Press},\n  year = {2019}\n}\n",
    );
    let text = markdown(&site);
    let line = text.lines().find(|line| line.contains("Lowe asked")).unwrap_or_default();
    assert!(line.ends_with("Lowe asked for it ([2018](#ref-lowe2018)), and Lowe ([2018, p. 3](#ref-lowe2018); [2019](#ref-kane2019)) again."), "{line}");
}

#[test]
fn a_paragraph_is_led_to_by_the_name_that_its_editor_gave_it() {
    let site =
        dialogue("Our aims\nare *three*. {#aims}\n\n- one\n\nThey are those of @p:aims. {#what's this}\n");
    let text = markdown(&site);
    assert!(text.contains("are *three*.\n"), "{text}");
    assert!(text.contains("They are those of [paragraph 2](#p-aims). {#what"), "{text}");
    let page = site.build().page("reports/one/index.html");
    assert!(page.contains("id=\"p-aims\"") && page.contains("href=\"#p-aims\""), "{page}");
    let ran = dialogue("As @p:aimz has it.\n\nThe aims. {#aims}").run(&["check"]);
    assert!(ran.stderr.contains("did you mean `@p:aims`?"), "{}{}", ran.stdout, ran.stderr);
    let ran = dialogue("As @p:aims has it.").run(&["check"]);
    assert!(
        ran.stderr.contains("name the paragraph by `{#name}` at its end"),
        "{}{}",
        ran.stdout,
        ran.stderr
    );
}
