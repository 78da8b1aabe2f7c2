//! What pages say of themselves to programs: one thing, in every vocabulary, on every page.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use annals::audience::Audience;
use serde_json::Value;

use crate::pages::{made, odd};

/// The `content` of every `meta` by its name or property, and the `href` of every `link` by its rel.
#[derive(Debug, Default)]
struct Head {
    said: BTreeMap<String, Vec<String>>,
    linked: BTreeMap<String, Vec<String>>,
    data: Value,
}

impl Head {
    fn of(page: &str) -> Self {
        let head = page.split("</head>").next().unwrap();
        let mut found = Head::default();
        for tag in head.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap();
            let value = |name: &str| {
                let from = tag.split(&format!(" {name}=\"")).nth(1)?;
                Some(plain(from.split('"').next()?))
            };
            if let (true, Some(name), Some(content)) =
                (tag.starts_with("meta "), value("name").or(value("property")), value("content"))
            {
                found.said.entry(name).or_default().push(content);
            }
            if let (true, Some(rel), Some(href)) = (tag.starts_with("link "), value("rel"), value("href")) {
                found.linked.entry(rel).or_default().push(href);
            }
        }
        let json = head.split("<script type=\"application/ld+json\">").nth(1).expect("JSON-LD on every page");
        found.data = serde_json::from_str(json.split("</script>").next().unwrap()).expect("JSON");
        found
    }

    fn one(&self, name: &str) -> Option<&str> {
        let all = self.said.get(name)?;
        assert_eq!(all.len(), 1, "{name} is said {} times", all.len());
        Some(&all[0])
    }

    fn all(&self, name: &str) -> Vec<&str> {
        self.said.get(name).into_iter().flatten().map(String::as_str).collect()
    }

    fn link(&self, rel: &str) -> Option<&str> {
        self.linked.get(rel)?.first().map(String::as_str)
    }

    fn text(&self, pointer: &str) -> Option<&str> {
        self.data.pointer(pointer)?.as_str()
    }
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The value of a line of BibTeX, RIS or the like on a page.
fn after<'p>(page: &'p str, mark: &str) -> Option<&'p str> {
    page.split(mark).nth(1)?.split('\n').next()
}

/// Looks at every page; returns how many are a record's, and how many are a report's.
fn agree(files: &BTreeMap<String, Vec<u8>>, has_address: bool) -> (usize, usize) {
    let (mut records, mut reports) = (0, 0);
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        if page.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let head = Head::of(page);
        let title = head.one("dcterms.title").unwrap_or_else(|| panic!("{path} has no title"));
        assert_eq!(head.one("og:title"), Some(title), "{path}");
        assert_eq!(head.text("/name"), Some(title), "{path}");
        assert_eq!(head.one("dcterms.license"), head.text("/license"), "{path}");
        assert_eq!(head.one("dcterms.language"), head.text("/inLanguage"), "{path}");
        assert_eq!(head.one("dcterms.publisher"), head.text("/publisher/name"), "{path}");
        if path != "404.html" {
            let address = head.link("canonical");
            assert_eq!(address.is_some(), has_address, "{path}");
            for said in
                [head.one("og:url"), head.one("dcterms.identifier"), head.text("/url"), head.text("/@id")]
            {
                assert_eq!(said, address, "{path}");
            }
        }
        let Some(cited) = head.one("citation_title") else { continue };
        records += 1;
        assert_eq!(cited, title, "{path}");
        // Who.
        let authors = head.all("citation_author");
        assert!(!authors.is_empty(), "{path} has no author");
        assert_eq!(head.all("dcterms.creator"), authors, "{path}");
        let named: Vec<&str> =
            head.data["author"].as_array().unwrap().iter().map(|who| who["name"].as_str().unwrap()).collect();
        assert_eq!(named, authors, "{path}");
        let of_ris: BTreeSet<String> =
            page.split("\nAU  - ").skip(1).map(|rest| plain(rest.split('\n').next().unwrap())).collect();
        assert_eq!(of_ris, authors.iter().map(|who| (*who).to_owned()).collect(), "{path}: RIS");
        // When.
        let date = head.one("dcterms.date").unwrap_or_else(|| panic!("{path} has no date"));
        assert_eq!(head.one("citation_publication_date").unwrap().replace('/', "-"), date, "{path}");
        assert_eq!(head.text("/datePublished"), Some(date), "{path}");
        let year = &date[..4];
        assert_eq!(after(page, "\nPY  - "), Some(year), "{path}: RIS");
        assert_eq!(after(page, "\n  year = {").map(|rest| &rest[..4]), Some(year), "{path}: BibTeX");
        // What it is called in other formats.
        assert_eq!(after(page, "\nTI  - ").map(plain).as_deref(), Some(title), "{path}: RIS");
        assert_eq!(head.link("cite-as"), head.link("canonical"), "{path}");
        assert_eq!(head.link("license"), head.one("dcterms.license"), "{path}");
        // Where it is.
        let address = head.link("canonical");
        assert_eq!(head.one("citation_public_url"), address, "{path}");
        assert_eq!(after(page, "\nUR  - ").map(plain).as_deref(), address, "{path}: RIS");
        let bibtex = after(page, "\n  url = {").map(|rest| plain(rest.trim_end_matches(['}', ','])));
        assert_eq!(bibtex.as_deref(), address, "{path}: BibTeX");
        let csl = page.split("<h3>CSL-JSON</h3>\n<pre>").nth(1).unwrap().split("</pre>").next().unwrap();
        let csl: Value = serde_json::from_str(&plain(csl)).unwrap();
        assert_eq!(csl[0]["URL"].as_str(), address, "{path}: CSL-JSON");
        // Which version.
        let version = head.one("dcterms.hasVersion");
        assert_eq!(head.text("/version"), version, "{path}");
        let number = version.map(|version| format!("edition {version}"));
        assert_eq!(head.one("citation_technical_report_number"), number.as_deref(), "{path}");
        assert_eq!(head.text("/reportNumber"), number.as_deref(), "{path}");
        assert_eq!(version.is_some(), head.text("/@type") == Some("Report"), "{path}");
        reports += usize::from(version.is_some());
    }
    (records, reports)
}

#[test]
fn every_page_says_one_thing_in_every_vocabulary() {
    let real = made(Path::new(env!("CARGO_MANIFEST_DIR")), Audience::Public);
    let (records, reports) = agree(&real, true);
    assert!(records >= 200 && reports >= 1, "{records} records, {reports} reports");
    let (records, reports) = agree(&made(odd().root(), Audience::Public), false);
    assert!(records >= 10 && reports == 1, "{records} records, {reports} reports");
    let licensed = odd().file("annals.yaml", "title: Odd\ndefault_visibility: public\nlicence: CC-BY-4.0\npublisher: A body\nbase_url: https://example.org/odd/\n");
    let (records, reports) = agree(&made(licensed.root(), Audience::Public), true);
    assert!(records >= 10 && reports == 1, "{records} records, {reports} reports");
}

#[test]
fn the_whole_says_the_same_as_its_pages() {
    let real = made(Path::new(env!("CARGO_MANIFEST_DIR")), Audience::Public);
    let text = |path: &str| String::from_utf8(real[path].clone()).unwrap();
    let home = Head::of(&text("index.html"));
    let cff: BTreeMap<String, serde_yaml::Value> = serde_yaml::from_str(&text("CITATION.cff")).unwrap();
    let crate_: Value = serde_json::from_str(&text("ro-crate-metadata.json")).unwrap();
    let package: Value = serde_json::from_str(&text("data/datapackage.json")).unwrap();
    let root = crate_["@graph"].as_array().unwrap().iter().find(|entity| entity["@id"] == "./").unwrap();
    let title = home.one("dcterms.title");
    assert_eq!(cff["title"].as_str(), title);
    assert_eq!(root["name"].as_str(), title);
    assert_eq!(package["title"].as_str(), title);
    assert_eq!(root["license"]["@id"].as_str(), home.one("dcterms.license"));
    assert_eq!(package["licenses"][0]["path"].as_str(), home.one("dcterms.license"));
    assert_eq!(
        cff.get("license").and_then(serde_yaml::Value::as_str),
        package["licenses"][0]["name"].as_str()
    );
    let day = Some("2026-11-22");
    assert_eq!(cff["date-released"].as_str(), day);
    assert_eq!(root["datePublished"].as_str(), day);
    assert_eq!(package["created"].as_str().map(|created| &created[..10]), day);
    let publisher = home.one("dcterms.publisher");
    assert!(publisher.is_some());
    assert_eq!(cff["authors"][0]["name"].as_str(), publisher);
    assert_eq!(package["contributors"][0]["title"].as_str(), publisher);
    let entity = |id: &Value| {
        let found: Vec<&Value> =
            crate_["@graph"].as_array().unwrap().iter().filter(|entity| entity["@id"] == *id).collect();
        assert_eq!(found.len(), 1, "{id}");
        found[0].clone()
    };
    for role in ["author", "publisher"] {
        assert_eq!(entity(&root[role]["@id"])["name"].as_str(), publisher, "{role}");
    }
    let base = home.link("canonical");
    assert!(base.is_some());
    for address in [cff["url"].as_str(), root["url"].as_str(), package["homepage"].as_str()] {
        assert_eq!(address, base);
    }
    // Whoever is on a page of the whole finds its description; the pages of records lead to the whole.
    assert_eq!(home.link("describedby"), Some("ro-crate-metadata.json"));
    let data = Head::of(&text("data/index.html"));
    assert_eq!(data.link("describedby"), Some("../ro-crate-metadata.json"));
    let (_, page) = real
        .iter()
        .find(|(path, _)| {
            path.starts_with("cases/") && path.ends_with(".html") && !path.ends_with("index.html")
        })
        .unwrap();
    let case = Head::of(std::str::from_utf8(page).unwrap());
    assert_eq!(case.link("describedby"), None);
    assert_eq!(case.link("collection"), base);
    // Every file of data is described by both, and stands where they say.
    let on_disk: BTreeSet<&str> = real.keys().filter_map(|path| path.strip_prefix("data/")).collect();
    let tables: BTreeSet<&str> =
        on_disk.iter().copied().filter(|name| name.ends_with(".csv") || *name == "archive.json").collect();
    assert!(
        tables.contains("relations.csv") && tables.contains("records.csv") && tables.contains("progress.csv")
    );
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.iter().map(|one| one["path"].as_str().unwrap()).collect::<BTreeSet<_>>(), tables);
    let parts: BTreeSet<&str> =
        root["hasPart"].as_array().unwrap().iter().map(|part| part["@id"].as_str().unwrap()).collect();
    for name in tables.iter().copied().chain(["datapackage.json", "SHA256SUMS"]) {
        let id = format!("data/{name}");
        assert!(parts.contains(&*id), "{id} is no part of the crate");
        assert_eq!(
            entity(&Value::from(&*id))["contentSize"].as_str(),
            Some(&*real[&id].len().to_string()),
            "{id}"
        );
    }
    // The newest report, as its page says it.
    let preferred = &cff["preferred-citation"];
    let address = preferred["url"].as_str().unwrap();
    let path = address.strip_prefix(cff["url"].as_str().unwrap()).unwrap();
    let report = Head::of(&text(&format!("{path}index.html")));
    assert_eq!(preferred["title"].as_str(), report.one("citation_title"));
    assert_eq!(preferred["number"].as_str(), report.one("citation_technical_report_number"));
    // What nobody signed says so.
    assert_eq!(preferred["status"].as_str(), Some("in-preparation"));
    let authors = preferred["authors"].as_sequence().unwrap().iter().map(|who| who["name"].as_str().unwrap());
    assert_eq!(authors.collect::<Vec<_>>(), report.all("citation_author"));
}

#[test]
fn kinds_have_types_of_their_own() {
    let odd = made(odd().root(), Audience::Public);
    let of = |path: &str| Head::of(std::str::from_utf8(&odd[path]).unwrap());
    assert_eq!(of("workshops/2018.html").text("/mainEntity/@type"), Some("Event"));
    assert_eq!(of("workshops/2018.html").text("/mainEntity/startDate"), Some("2018-07-03"));
    let action = of("actions/2018-action-1.html");
    assert_eq!(action.text("/mainEntity/actionStatus"), Some("https://schema.org/PotentialActionStatus"));
    assert_eq!(of("papers/p.html").text("/mainEntity/@type"), Some("Article"));
    assert_eq!(of("data/index.html").text("/@type"), Some("Dataset"));
    assert_eq!(of("papers/p.html").text("/breadcrumb/itemListElement/1/name"), Some("Papers"));
    // No title ends the element it is printed in.
    let case = std::str::from_utf8(&odd["cases/one.html"]).unwrap();
    assert!(!case.contains("<b>only"), "a title is markup");
}

#[test]
fn a_final_edition_is_one_work_wherever_it_is_told_of() {
    let site = odd()
        .file("annals.yaml", "title: Odd\ndefault_visibility: public\nbase_url: https://example.org/odd/\n")
        .record("cases/one", "title: One", "")
        .record(
            "reports/r",
            "title: Report\nperiod: 2018-07/2019-07\ndate: 2019-08-01\nstatus: final\n\
             editors: [{name: A. Editor, orcid: 0000-0002-1825-0097}]",
            "Words.",
        );
    let frozen = site.run(&["report", "r", "--freeze"]);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    let stays = "https://example.org/odd/reports/r/edition-1/";
    let files = made(site.root(), Audience::Public);
    let (_, reports) = agree(&files, true);
    assert_eq!(reports, 2, "the report and its edition");
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    for page in ["reports/r/index.html", "reports/r/edition-1/index.html"] {
        let head = Head::of(&text(page));
        assert_eq!(head.link("canonical"), Some(stays), "{page}");
        assert_eq!(head.one("dcterms.date"), Some("2019-08-01"), "{page}");
        assert_eq!(head.text("/author/0/@id"), Some("https://orcid.org/0000-0002-1825-0097"), "{page}");
        assert!(text(page).contains(&format!("Available at: <a href=\"{stays}\">")), "{page}");
    }
    let cff: serde_yaml::Value = serde_yaml::from_str(&text("CITATION.cff")).unwrap();
    assert_eq!(cff["preferred-citation"]["url"].as_str(), Some(stays));
    assert_eq!(cff["preferred-citation"]["status"], serde_yaml::Value::Null);
    // A later draft is not what is to be cited.
    let draft = "---\ntitle: Draft\nperiod: 2019-08/2020-07\nstatus: draft\nprevious: r\n---\n\nMore.\n";
    site.write("content/reports/s.md", draft);
    let files = made(site.root(), Audience::Public);
    let cff: serde_yaml::Value = serde_yaml::from_slice(&files["CITATION.cff"]).unwrap();
    assert_eq!(cff["preferred-citation"]["url"].as_str(), Some(stays));
    std::fs::remove_file(site.root().join("content/reports/s.md")).unwrap();

    // With a second edition the first is what it was, whoever edits the second.
    let report = "content/reports/r.md";
    let second = std::fs::read_to_string(site.root().join(report)).unwrap();
    let second =
        second.replace("status: final", "status: final\nedition: 2").replace("A. Editor", "B. Writer");
    site.write(report, second);
    let frozen = site.run(&["report", "r", "--freeze"]);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    let files = made(site.root(), Audience::Public);
    assert_eq!(agree(&files, true).1, 3);
    let head = |path: &str| Head::of(std::str::from_utf8(&files[path]).unwrap());
    let first = head("reports/r/edition-1/index.html");
    assert_eq!((first.link("canonical"), first.all("citation_author")), (Some(stays), vec!["A. Editor"]));
    assert_eq!(first.one("dcterms.hasVersion"), Some("1"));
    let newest = head("reports/r/index.html");
    assert_eq!(newest.link("canonical"), Some("https://example.org/odd/reports/r/edition-2/"));
    assert_eq!(newest.all("citation_author"), ["B. Writer"]);
}
