//! The search index and the pages of facets, of archives as they come: what is indexed, what is not,
//! and values that nobody expected.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{Built, Site};

/// The texts of the index, file by file.
fn index(built: &Built) -> BTreeMap<String, String> {
    let of_search = |path: &String| path.starts_with("search/") && !path.ends_with(".html");
    let files = built.files().into_iter().filter(|(path, _)| of_search(path));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn dialogue() -> Site {
    Site::new()
        .record("cases/one", "title: Harbour & pier\nstart_year: 2017\ntheme_tag: [Water]", "# What went on\n\nPeople met at the quay.\n\n::: members\nThe lighthouse is haunted.\n:::\n")
        .record("workshops/w", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", "## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** HO to dredge the basin. | HO |\n")
        .record("papers/secret", "title: Smuggled goods\nvisibility: members\ndate: 2018-08", "Contraband.")
        .record("reports/r", "title: Report\nperiod: 2018-07/2019-07\nstatus: draft\neditors: [{name: A. Editor}]", "The tide turned.")
}

#[test]
fn the_index_has_every_record_with_its_passages_and_anchors() {
    let files = index(&dialogue().build());
    let texts: String =
        files.iter().filter(|(path, _)| path.contains("/text-")).map(|(_, text)| &**text).collect();
    assert!(texts.contains("-p-1\tPeople met at the quay."), "{texts}");
    assert!(texts.contains("-action-1\tHO to dredge the basin."), "{texts}");
    assert!(
        texts.lines().any(|line| line.starts_with("-p-") && line.contains("The tide turned.")),
        "{texts}"
    );
    let words = &files["search/words-0.txt"];
    for term in ["quay", "dredge", "tide", "harbour"] {
        assert!(words.contains(&format!("\n{term} ")), "{term} is missing in {words}");
    }
    let cards = &files["search/cards-0.txt"];
    assert!(cards.contains("Harbour & pier\tcases/one.html\t2017\t2017\t\t\n"), "{cards}");
    assert!(files["search/index.json"].contains("\"documents\":4"), "{}", files["search/index.json"]);
    assert_eq!(files["search/by-theme_tag.txt"].lines().count(), 1);
    assert_eq!(files["search/by-year.txt"].lines().count(), 2);
}

#[test]
fn the_index_holds_nothing_that_its_audience_may_not_see() {
    let public: String = index(&dialogue().build()).into_values().collect();
    for word in ["lighthouse", "haunted", "contraband", "smuggled", "Smuggled"] {
        assert!(!public.contains(word), "{word} is in the public index");
    }
    let members: String = index(&dialogue().build_for("members")).into_values().collect();
    assert!(members.contains("lighthouse") && members.contains("contraband"));
}

#[test]
fn without_search_there_is_no_index_no_script_and_no_link_to_it() {
    let site = dialogue();
    let ran = site.run(&["build", "--today", "2026-11-22", "--no-pdf", "--no-search"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let output = site.root().join("output/public");
    assert!(!output.join("search/index.json").exists() && !output.join("search").exists());
    assert!(!output.join("assets/search.js").exists() && !output.join("assets/search").exists());
    let page = |path: &str| std::fs::read_to_string(output.join(path)).unwrap();
    let search = page("search.html");
    assert!(!search.contains("<form") && !search.contains("<script type=\"module\""), "{search}");
    assert!(search.contains("aria-label=\"Letters\"") && search.contains("Harbour &amp; pier"));
    assert!(!page("cases/index.html").contains("search.html?"));
}

/// Values that differ by case alone, that hold what addresses and markup reserve, and long ones.
fn awkward() -> Vec<String> {
    let mut values: Vec<String> = [
        "Data/sharing",
        "data/sharing",
        "DATA/SHARING",
        "Data sharing",
        "\"Quoted\" & <b>bold</b>",
        "it’s 'single'",
        "🚓",
        "🚑",
        "…",
        "index",
        "page-2",
        "a?b#c%20d",
        "../../up",
        "=HYPERLINK(1)",
        "C:\\dir",
        "tab\there",
    ]
    .map(str::to_owned)
    .to_vec();
    values.push("long ".repeat(60).trim_end().to_owned());
    values.push("x".repeat(300));
    values.push(format!("{}y", "x".repeat(299)));
    values
}

pub(crate) fn awkward_site() -> (Site, Vec<String>) {
    let values = awkward();
    let list = |values: &[String]| {
        values
            .iter()
            .map(|value| format!("\n- {}", serde_json::to_string(value).unwrap()))
            .collect::<String>()
    };
    let site = Site::new()
        .file(
            "annals.yaml",
            "title: Odd values\ndefault_visibility: public\nfacets: [theme_tag, methods_tag, start_year]\n",
        )
        .record(
            "cases/all",
            &format!(
                "title: All of them\nstart_year: 2018\ntheme_tag:{}\nmethods_tag:{}",
                list(&values),
                list(&values[..4])
            ),
            "Text.",
        )
        .record(
            "cases/one",
            &format!("title: One of them\nstart_year: '2018'\ntheme_tag:{}", list(&values[..1])),
            "Text.",
        )
        .record("walks/one", "title: A walk\nstart_year: '2018'", "Text.");
    (site, values)
}

#[test]
fn each_awkward_value_has_one_page_of_its_own_and_is_escaped() {
    let (site, values) = awkward_site();
    let built = site.build();
    let files = built.files();
    let pages: BTreeSet<&String> = files
        .keys()
        .filter(|path| path.starts_with("tags/theme_tag/") && path.matches('/').count() == 2)
        .collect();
    assert_eq!(pages.len(), values.len() + 1, "{pages:#?}");
    let folded: BTreeSet<String> = pages.iter().map(|path| path.to_lowercase()).collect();
    assert_eq!(folded.len(), pages.len(), "two pages are one where case does not count");
    assert!(pages.iter().all(|path| path.rsplit('/').next().unwrap().len() <= 100), "{pages:#?}");
    let facet = built.page("tags/theme_tag/index.html");
    assert_eq!(facet.matches("<li data-term=").count(), values.len());
    assert!(facet.contains("&quot;Quoted&quot; &amp; &lt;b&gt;bold&lt;/b&gt;") && !facet.contains("<b>bold"));
    // Each is counted right, and its page has its own words as title.
    for (value, count) in values.iter().zip(std::iter::once(2).chain(std::iter::repeat(1))) {
        let title = format!("<h1>{}</h1>", escaped(value));
        let of: Vec<&&String> =
            pages.iter().filter(|path| String::from_utf8_lossy(&files[**path]).contains(&title)).collect();
        assert_eq!(of.len(), 1, "{value:?} has the pages {of:?}");
        let page = String::from_utf8_lossy(&files[*of[0]]).into_owned();
        assert_eq!(page.matches("<li data-id=").count(), count, "of {value:?}");
    }
    // A record leads to the page of each of its values.
    let record = built.page("cases/all.html");
    for path in pages.iter().filter(|path| !path.ends_with("/index.html")) {
        assert!(record.contains(&format!("href=\"../{path}\"")), "{path} is not linked");
    }
    // A year is one value, however it was written.
    assert!(built.page("tags/start_year/index.html").contains("data-term=\"2018\" data-count=\"3\""));
}

fn escaped(text: &str) -> String {
    let text = text.replace('\t', " ");
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[test]
fn values_that_meet_have_a_page_with_the_right_count_that_both_lead_to() {
    let built = Site::new()
        .file("annals.yaml", "title: T\ndefault_visibility: public\nfacets: [theme_tag, methods_tag, topic]\npage_size: 2\nfacet_pairs: [[theme_tag, methods_tag]]\n")
        .record("cases/a", "title: A\ntheme_tag: [Water, Fire]\nmethods_tag: [Jury]", "")
        .record("cases/b", "title: B\ntheme_tag: [Water]\nmethods_tag: [Jury, Poll]", "")
        .record("cases/c", "title: C\ntheme_tag: [Water]\nmethods_tag: [Jury]", "")
        .build();
    let page = built.page("tags/theme_tag/water/methods_tag/jury.html");
    assert!(page.contains("<h1>Water, Jury</h1>") && page.contains("3 cases."), "{page}");
    assert_eq!(page.matches("<li class=\"bare\" data-id=").count(), 3);
    assert!(built.page("tags/theme_tag/water/methods_tag/poll.html").contains("1 case."));
    assert!(!built.files().contains_key("tags/theme_tag/fire/methods_tag/poll.html"));
    assert!(
        built.page("tags/theme_tag/water.html").contains("href=\"water/methods_tag/jury.html\">Jury (3)</a>")
    );
    let jury = built.page("tags/methods_tag/jury.html");
    assert!(jury.contains("href=\"../theme_tag/fire/methods_tag/jury.html\">Fire (1)</a>"), "{jury}");
    assert!(page.contains("search.html?theme_tag=water&amp;methods_tag=jury"), "{page}");
}

#[test]
fn a_pair_that_names_no_facet_is_told() {
    let site = Site::new()
        .file("annals.yaml", "title: T\ndefault_visibility: public\nfacets: [theme_tag]\nfacet_pairs: [[theme_tag, theme_tags], [theme_tag]]\n")
        .record("cases/a", "title: A\ntheme_tag: [Water]", "");
    let ran = site.run(&["--message-format", "short", "check"]);
    assert!(
        ran.stderr.contains("annals.yaml:4:27")
            && ran.stderr.contains("`theme_tags` is none of the `facets`"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("two different facets"), "{}", ran.stderr);
}
