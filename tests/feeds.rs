//! Feeds as a reader's program takes them: of the site, of each collection, of each issue; Atom and JSON Feed
//! say the same, with ids that last, and every page leads to those that are there.

use std::collections::BTreeSet;
use std::path::Path;

use annals::audience::Audience;
use serde_json::Value;

use crate::harness::Site;
use crate::pages::made;

/// What stands in each element of this name, in order.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let found = xml.split(&open).skip(1).map(|rest| rest.split(&close).next().unwrap().to_owned());
    found.collect()
}

#[test]
fn atom_and_json_say_the_same_of_the_site_each_collection_and_each_issue() {
    let files = made(Path::new(env!("CARGO_MANIFEST_DIR")), Audience::Public);
    let (mut collections, mut issues) = (0, 0);
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".xml") && *path != "sitemap.xml") {
        let xml = std::str::from_utf8(bytes).unwrap();
        let other = path.replace(".xml", ".json");
        let json: Value = serde_json::from_slice(&files[&other]).unwrap();
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1", "{other}");
        let items = json["items"].as_array().unwrap();
        let of_items =
            |key: &str| -> Vec<&str> { items.iter().map(|item| item[key].as_str().unwrap()).collect() };
        // The first id, title and day are those of the feed.
        let (ids, days) = (texts(xml, "id"), texts(xml, "updated"));
        assert_eq!(ids[1..], of_items("id"), "{path}");
        assert_eq!(days[1..], of_items("date_modified"), "{path}");
        assert_eq!(texts(xml, "title").len(), items.len() + 1, "{path}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path} has an id twice");
        assert!(days[1..].is_sorted_by(|a, b| a >= b), "{path} is not newest first: {days:?}");
        for day in &days {
            assert!(day.len() == 20 && day.ends_with("T00:00:00Z"), "{path}: {day}");
        }
        assert!(
            xml.contains("rel=\"self\"") && json["feed_url"].as_str().unwrap().ends_with(&other),
            "{path}"
        );
        // The page that it follows leads to it.
        if let Some(folder) = path.strip_suffix("/feed.xml") {
            collections += 1;
            assert!(files.contains_key(&format!("{folder}/index.html")), "{path}");
        } else if path.starts_with("issues/") {
            issues += 1;
            let page = String::from_utf8_lossy(&files[&path.replace(".xml", ".html")]).into_owned();
            let name = path.rsplit('/').next().unwrap();
            assert!(page.contains(&format!("href=\"{name}\"")), "{path}");
        }
    }
    assert!(collections > 10 && issues > 80, "{collections} collections, {issues} issues");
}

#[test]
fn an_issue_of_which_nothing_is_known_yet_has_a_feed_too() {
    let built = Site::new().record("issues/new", "title: Who will ask?", "").build();
    let page = built.page("issues/new.html");
    assert!(page.contains("href=\"new.xml\"") && page.contains("href=\"new.json\""), "{page}");
    for path in ["issues/new.xml", "issues/new.json", "issues/feed.xml", "feed.xml"] {
        assert!(built.files().contains_key(path), "no {path}");
    }
}

#[test]
fn who_follows_the_feed_learns_that_an_edition_was_signed_and_that_it_was_wrong() {
    let site = Site::new()
        .file("annals.yaml", "title: T\ndefault_visibility: public\nbase_url: https://example.org/t/\n")
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", "A talk.")
        .record(
            "reports/r",
            "title: Report\nperiod: 2018-07/2019-07\nstatus: final\ndate: 2019-08-01",
            "Words.",
        );
    let frozen = site.run(&["report", "r", "--freeze", "--today", "2019-08-05"]);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    site.write(
        "content/errata/a-slip.md",
        "---\ntitle: A slip\ncorrects: reports/r\nedition: 1\ndate: 2019-09-01\nwrong: That.\ncorrection: This.\n---\n",
    );
    let files = made(site.root(), Audience::Public);
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    for path in ["feed.xml", "feed.json", "changes.html"] {
        let told = text(path);
        assert!(
            told.contains("Edition 1 of the report signed") && told.contains("reports/r/edition-1/"),
            "{path}: {told}"
        );
        assert!(told.contains("Erratum: something in a report was wrong"), "{path}: {told}");
    }
    assert!(text("errata/feed.xml").contains("2019-09-01T00:00:00Z"), "{}", text("errata/feed.xml"));
}
