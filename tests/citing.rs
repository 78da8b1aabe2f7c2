//! How a reader cites one paragraph of a report: in words and in three formats, draft and final.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::{Built, Site};

fn dialogue(status: &str, style: &str) -> Site {
    Site::new()
        .file(
            "annals.yaml",
            format!(
                "title: Test archive\ndefault_visibility: public\nbase_url: https://example.org/a/\n\
                 report: {{style: {style}}}\n"
            ),
        )
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", "A talk.")
        .record(
            "issues/images",
            "title: Are images kept?\nraised: {on: 2018-07-03}\nhistory:\n\
             - {on: 2018-07-03, at: workshops/one, discussed: true, agreement: not-agreed, evidence: [workshops/one#p-1]}",
            "",
        )
        .record(
            "reports/first",
            &format!(
                "title: First report\nperiod: 2018-07/2019-07\nstatus: {status}\ndate: 2019-08-01\n\
                 editors: [{{name: A. Editor}}, {{name: B. Writer}}]"
            ),
            "The year was short & *plain*.\n\nIt had one meeting.",
        )
}

/// The numbers in the margin of a page.
fn numbers(page: &str) -> Vec<String> {
    let marks = page.split(" class=\"num pin\" href=\"cite.html#p-").skip(1);
    marks.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// The address of each paragraph in the file of each format, and whether the page of citations has an
/// entry for it.
fn addresses(built: &Built, folder: &str) -> Vec<String> {
    let page = built.page(&format!("{folder}cite.html"));
    let numbers = numbers(&built.page(&format!("{folder}index.html")));
    assert!(numbers.len() > 8, "{numbers:?}");
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
    let bib = built.page(&format!("{folder}citations.bib"));
    let ris = built.page(&format!("{folder}citations.ris"));
    let csl: Value = serde_json::from_str(&built.page(&format!("{folder}citations.json"))).unwrap();
    let csl = csl.as_array().unwrap();
    let urls = |text: &str, mark: &str| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.strip_prefix(mark));
        lines.map(|url| url.trim_end_matches(['}', ',']).to_owned()).collect()
    };
    let found = urls(&bib, "  url = {");
    assert_eq!(urls(&ris, "UR  - "), found);
    assert_eq!(csl.iter().map(|item| item["URL"].as_str().unwrap().to_owned()).collect::<Vec<_>>(), found);
    // The whole report comes first.
    assert_eq!(found.len(), numbers.len() + 1);
    let keys: BTreeSet<&str> = bib.lines().filter_map(|line| line.strip_prefix("@report{")).collect();
    assert_eq!(keys.len(), found.len(), "a key stands twice");
    for (number, url) in numbers.iter().zip(&found[1..]) {
        let entry = page.split(&format!("<section class=\"cite\" id=\"p-{number}\">")).nth(1).unwrap();
        let entry = entry.split("</section>").next().unwrap();
        for words in [
            &format!("<a href=\"index.html#p-{number}\">Paragraph {number}</a>"),
            &format!("Available at: <a href=\"{url}\">"),
            &format!("  url = {{{url}}}"),
            &format!("UR  - {url}"),
            &format!(", paragraph {number}"),
            &format!("2019, para. {number})"),
        ] {
            assert!(entry.contains(words), "paragraph {number} has no {words} in {entry}");
        }
        // The address is of a place that is there.
        let anchor = url.split('#').nth(1).unwrap();
        let (_, path) = url.split('#').next().unwrap().split_once("/a/").unwrap();
        assert!(built.page(&format!("{path}index.html")).contains(&format!("id=\"{anchor}\"")), "{url}");
    }
    found
}

#[test]
fn each_paragraph_of_a_draft_is_cited_by_its_lasting_name() {
    let built = dialogue("draft", "harvard").build();
    let found = addresses(&built, "reports/first/");
    assert_eq!(found[0], "https://example.org/a/reports/first/");
    assert!(found.iter().any(|url| url.ends_with("reports/first/#issue-images")), "{found:?}");
    assert!(found.iter().all(|url| !url.contains("#p-")), "a number of a draft is no address: {found:?}");
    let page = built.page("reports/first/cite.html");
    for words in [
        "<p class=\"note\">Are images kept?</p>",
        "<p class=\"note\">The year was short &amp; plain.</p>",
        "A. Editor and B. Writer (2019) <cite>First report</cite>, first edition, draft, paragraph ",
        "  note = {First edition, draft, paragraph ",
    ] {
        assert!(page.contains(words), "no {words} in {page}");
    }
    assert!(!built.page("sitemap.xml").contains("cite.html"));
}

#[test]
fn each_paragraph_of_a_final_edition_is_cited_by_its_number_where_it_stays() {
    let site = dialogue("final", "harvard");
    let frozen = site.run(&["report", "first", "--freeze", "--today", "2019-08-01"]);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    let lock = std::fs::read_to_string(site.root().join("content/reports/first.lock.yaml")).unwrap();
    assert!(lock.contains("https://example.org/a/reports/first/edition-1/"), "{lock}");
    let built = site.build();
    let found = addresses(&built, "reports/first/");
    // What is told of it later, its errata, is a part of the report and not of the edition.
    let (errata, edition) = found.split_last().unwrap();
    assert_eq!(errata, "https://example.org/a/reports/first/#errata-none");
    assert!(edition[1..].iter().all(|url| url.contains("/first/edition-1/#p-")), "{found:?}");
    assert_eq!(addresses(&built, "reports/first/edition-1/"), edition);
    // What stays as it is does not change with the day on which the site is built.
    let bib = built.page("reports/first/citations.bib");
    assert!(!bib.contains("urldate") && bib.contains("note = {First edition, paragraph 1}"), "{bib}");
}

#[test]
fn the_words_are_those_of_the_chosen_style() {
    for (style, words) in [
        ("apa", "(A. Editor &amp; B. Writer, 2019, para. 1)"),
        ("chicago", "(A. Editor and B. Writer 2019, para. 1)"),
        ("mhra", "<cite>First Report</cite>, first edition, draft, paragraph 1 (2019)"),
    ] {
        let page = dialogue("draft", style).build().page("reports/first/cite.html");
        let one = page.split("id=\"p-1\"").nth(1).unwrap();
        assert!(one.contains(words), "{style}: {one}");
    }
}
