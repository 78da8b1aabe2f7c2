//! The accessibility statement: what was measured is told as the results say, in the languages of the
//! interface, and nothing is claimed where nothing was measured.

use serde_json::{Value, json};

use crate::harness::Site;

const PAGE: &str = "pages/accessibility.html";

/// An archive with a statement, which speaks a language and may have results.
fn archive(language: &str, results: Option<&Value>) -> Site {
    let settings = format!("title: T\ndefault_visibility: public\nlanguages: [{language}]\n");
    let site = Site::new().file("annals.yaml", &settings).record(
        "pages/accessibility",
        "title: Accessibility",
        "## Our aim\n\nWords.",
    );
    match results {
        Some(results) => site
            .file("annals.yaml", format!("{settings}accessibility: checks/results.json\n"))
            .file("checks/results.json", results.to_string()),
        None => site,
    }
}

fn results() -> Value {
    json!({
        "measured": "2026-11-22", "standard": "WCAG 2.2", "levels": ["A", "AA"],
        "tools": {"axe-core": "4.10.3", "Chromium": "140"}, "schemes": ["light", "dark"], "widths": [320, 1280],
        "rules": 41, "pages": {"home": "index.html", "planned-workshop": "workshops/w.html"}, "elsewhere": 12,
        "violations": [], "undecided": [], "overflowing": [],
        "gaps": [{"what": {"en": "Nobody tried it & told us.", "cy": "Ni roddodd neb gynnig arni."},
                  "why": {"en": "There was no time."}}]
    })
}

/// The words of a page, without its tags.
fn words(page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let texts = main.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_is_claimed_where_nothing_was_measured() {
    let page = archive("en", None).build().page(PAGE);
    assert!(page.contains("Our aim") && !page.contains("measured") && !page.contains("WCAG"), "{page}");
    // Nor by an archive out of nothing.
    let site = Site::new();
    let ran = site.run(&["init", "new"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let settings = std::fs::read_to_string(site.root().join("new/annals.yaml")).unwrap();
    assert!(!settings.lines().any(|line| line.starts_with("accessibility:")), "{settings}");
}

#[test]
fn what_was_measured_is_told_as_the_results_say() {
    let page = archive("en", Some(&results())).build().page(PAGE);
    let told = words(&page);
    for sentence in [
        "On 22 November 2026 2 pages of this archive, one of every kind, were held by machine against WCAG 2.2, level A and AA, with Chromium 140 and axe-core 4.10.3.",
        "So were 12 pages of a small archive that has what this one has not.",
        "41 rules were applied, in light colours and in dark ones. None of them was broken.",
        "No page has to be scrolled sideways in a window of 320 and 1280 pixels.",
        "The kinds of page that were looked at: home, planned workshop.",
        "Nobody tried it &amp; told us. There was no time.",
    ] {
        assert!(told.contains(sentence), "{sentence}: {told}");
    }
    let contents = page.split("class=\"contents\"").nth(1).unwrap().split("</nav>").next().unwrap();
    for place in ["#our-aim", "#_measured", "#_gaps"] {
        assert!(contents.contains(&format!("href=\"{place}\"")), "{place}: {contents}");
    }
}

#[test]
fn a_broken_rule_is_told_and_not_hidden() {
    let mut results = results();
    results["violations"] =
        json!([{"rule": "color-contrast", "asks": "Elements must have <enough> contrast", "pages": 3}]);
    results["undecided"] = json!([{"rule": "target-size", "asks": "Targets are large enough", "pages": 1}]);
    results["overflowing"] = json!(["issues/index.html"]);
    results["schemes"] = json!(["light"]);
    let told = words(&archive("en", Some(&results)).build().page(PAGE));
    for sentence in [
        "41 rules were applied, in light colours. One of them was broken.",
        "color-contrast Elements must have &lt;enough&gt; contrast 3",
        "On one rule the machine could not decide everywhere: a person has to look.",
        "target-size Targets are large enough 1",
        "In windows of 320 and 1280 pixels one page has to be scrolled sideways.",
    ] {
        assert!(told.contains(sentence), "{sentence}: {told}");
    }
    assert!(!told.contains("None of them"), "{told}");
}

#[test]
fn the_statement_speaks_welsh_and_marks_what_does_not() {
    let page = archive("cy", Some(&results())).build().page(PAGE);
    let told = words(&page);
    assert!(told.contains("Ar 22 Tachwedd 2026 profwyd 2 dudalen o&#39;r archif hon"), "{told}");
    assert!(
        told.contains("Ni thorrwyd yr un ohonynt.") && told.contains("Ni roddodd neb gynnig arni."),
        "{told}"
    );
    assert!(page.contains("<span lang=\"en\">There was no time.</span>"), "{page}");
}

#[test]
fn results_that_are_not_there_are_a_fault_and_nothing_is_published() {
    let told = |site: &Site| {
        let ran = site.run(&["--message-format", "short", "build", "--no-pdf"]);
        assert!(ran.status == 1 && !site.root().join("output/public").exists(), "{}", ran.stderr);
        ran.stderr
    };
    let site = archive("en", None);
    for (file, fault) in
        [("none.json", "there is no file"), ("../x.json", "lies outside"), ("/etc/passwd", "lies outside")]
    {
        site.write("annals.yaml", format!("title: T\naccessibility: {file}\n"));
        let told = told(&site);
        assert!(told.contains("annals.yaml:2:16: error[unread_results]") && told.contains(fault), "{told}");
    }
    site.write("annals.yaml", "title: T\naccessibility: x.json\n");
    site.write("x.json", "{\n  \"measured\": 3,\n");
    assert!(told(&site).starts_with("x.json:2:15: error[unread_results] invalid type"));
    site.write("x.json", results().to_string());
    std::fs::remove_file(site.root().join("content/pages/accessibility.md")).unwrap();
    assert!(told(&site).contains("there is no page `pages/accessibility`"));
}

/// Held to the file as the browser's tests write it (`tests/browser/site.test.js`).
#[test]
fn the_real_statement_says_what_the_committed_results_say() {
    let built = Site::real().build();
    let results: Value =
        serde_json::from_slice(&std::fs::read(built.site.root().join("accessibility.json")).unwrap())
            .unwrap();
    let told = words(&built.page(PAGE));
    let pages = results["pages"].as_object().unwrap();
    assert!(pages.len() > 25, "{} pages", pages.len());
    let files = built.files();
    for (kind, address) in pages {
        assert!(told.contains(&kind.replace('-', " ")), "{kind}");
        let address = address.as_str().unwrap();
        assert!(files.contains_key(address), "{address} was measured and is no page");
        // Whoever hides a record must not find its address here.
        assert!(["index.html", PAGE].contains(&address) || !told.contains(address), "{address}");
    }
    for gap in results["gaps"].as_array().unwrap() {
        for words in [&gap["what"]["en"], &gap["why"]["en"]] {
            assert!(told.contains(words.as_str().unwrap()), "{words}");
        }
        for language in ["en", "cy"] {
            assert!(gap["what"][language].is_string() && gap["why"][language].is_string(), "{gap}");
        }
    }
    let figures = [&results["rules"], &results["elsewhere"]].map(Value::to_string);
    for words in figures.iter().map(String::as_str).chain([results["tools"]["axe-core"].as_str().unwrap()]) {
        assert!(told.contains(words), "{words}");
    }
    assert_eq!(results["violations"], json!([]), "a rule is broken");
}
