//! Whole sites, looked at as a reader's browser, a crawler and a spreadsheet would: every page has
//! one h1 and whole markup, every link leads somewhere, feed and sitemap are XML, tables read back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use annals::audience::{Audience, edition};
use annals::publish::memory::{Kept, Memory};
use annals::render::theme::Theme;
use annals::{compose, read, render};
use jiff::civil::date;

use crate::harness::Site;

/// The files of a site, made in memory.
pub(crate) fn made(root: &Path, audience: Audience) -> BTreeMap<String, Vec<u8>> {
    let archive = read::archive(root).unwrap().archive;
    let edition = edition(&archive, audience, date(2026, 11, 22));
    let site = compose::site(&edition);
    let memory = Memory::default();
    let theme = Theme::load(Vec::new()).unwrap();
    let summary = render::site(&site, &theme, &memory, &|_| {}).unwrap();
    let files = memory.into_files();
    assert_eq!(summary.files as usize, files.len(), "a file was made twice, or not counted");
    assert_eq!(summary.pages, render::pages(&site));
    files
        .into_iter()
        .map(|(path, kept)| match kept {
            Kept::Bytes(bytes) => (path, bytes.to_vec()),
            Kept::CopyOf(_) => (path, Vec::new()),
        })
        .collect()
}

fn real() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// An archive with every oddity at once.
pub(crate) fn odd() -> Site {
    Site::new()
        .file("annals.yaml", "title: \"Odd & <small>\"\ndefault_visibility: public\nfacets: [theme_tag, start_year, heading]\npage_size: 2\nglossary: {CSO: Civil society organisation}\n")
        .record(
            "cases/one",
            "title: 'One & <b>only</b>'\nstart_year: '2018'\ntheme_tag: [\"A/B & C\", a/b & c, Ünïcode]\nlink: javascript:alert(1)\naliases: [old/one, was/one/]\nunheard_of: {deep: [1, {two: 3}]}\norganisation_link: [home, missing-item]",
            "# Top\n\nSee [two](two.md#p-1), [gone](../cases/gone.md), [away](https://example.com/?a=1&b=2).[^1]\n\n\
             <script>x()</script>\n\n| a | b |\n|---|---|\n| =1+1 | 2 |\n\n## Main\n\n## Cite\n\n[^1]: A note.",
        )
        .record("cases/two", "title: Two\nstart_year: 2019\nend_year: 2020\ntheme_tag: [A/B & C]", "Only text.")
        .record("cases/three", "title: '=HYPERLINK(1)'\nsummary: '-x, \"quoted\"'\ntheme_tag: [A/B & C]", "")
        .record("organisations/home", "title: Home", "")
        .record("walks/first", "title: First walk\nlength: 3", "### Deep\n\n##### Deeper\n\nText.")
        .record("workshops/2018", "title: Workshop\nnumber: 1\ndate: 2018-07-03", "## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** HO to *write*. | HO |\n| **Action 2:** CSOs to read. | CSOs |\n\n## Talk\n\n| Discussion or question | Response or action |\n| --- | --- |\n| Why? | See action 1 |\n")
        .record("topics/t", "title: T\nrelated_actions: 2, 3\nnarrative: On [the case](cases/one).", "")
        .record("issues/q", "title: Why?\ntopic: t\nraised: {at: workshops/2018, on: 2018-07-03}\nactions: [2018-action-1]\nhistory:\n- {on: 2018-07-03, at: workshops/2018, discussed: true, agreement: agreed, work: not-started, positions: [{party: HO, view: Yes.}, {party: CSOs, view: No.}], evidence: [workshops/2018#q-1, workshops/2018#action-1]}", "")
        .record("milestones/m", "title: Plan\ndue: 2019-09", "")
        .record("papers/p", "title: Paper\nkind: stimulus\ndate: 2018-08\nworkshop: 2018\nupdated: 2020-01-02", "")
        .record("reports/r", "title: Report\nperiod: 2018-07/2019-07\nstatus: draft\neditors: [{name: A. Editor}]", "Words.")
        .record("pages/about", "title: About", "See [progress](/progress.html).")
}

/// What a page holds that others can point at, and what it points at.
#[derive(Default)]
struct Page {
    ids: BTreeSet<String>,
    links: Vec<String>,
    faults: Vec<String>,
}

/// Reads a page as strictly as we print it: tags in order, attributes quoted, ids once.
fn read_page(text: &str) -> Page {
    const VOID: [&str; 8] = ["meta", "link", "br", "hr", "img", "input", "rect", "path"];
    let mut page = Page::default();
    let mut open: Vec<String> = Vec::new();
    let mut h1 = 0;
    let mut rest = text.strip_prefix("<!doctype html>").unwrap_or(text);
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            match open.pop() {
                Some(last) if last == name => {}
                last => page.faults.push(format!("</{name}> closes {last:?}")),
            }
            continue;
        }
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        h1 += usize::from(name == "h1");
        let mut attributes = &tag[name.len()..];
        while let Some(equals) = attributes.find("=\"") {
            let key = attributes[..equals].trim().rsplit(' ').next().unwrap_or_default().to_owned();
            let value = &attributes[equals + 2..];
            let close = value.find('"').unwrap_or(value.len());
            let (value, after) = (&value[..close], &value[(close + 1).min(value.len())..]);
            attributes = after;
            let value = value.replace("&amp;", "&");
            match &*key {
                "id" if !page.ids.insert(value.clone()) => {
                    page.faults.push(format!("id {value} stands twice"))
                }
                "href" | "src" if name != "link" || tag.contains("stylesheet") => page.links.push(value),
                "style" => page.faults.push("inline style".to_owned()),
                key if key.starts_with("on") => page.faults.push(format!("handler {key}")),
                _ => {}
            }
        }
        // Data for programs is no script: nothing runs it. The page of search alone has a script, a file
        // of its own, and works without it.
        let is_data = tag.contains("type=\"application/ld+json\"");
        let module = tag.starts_with("script type=\"module\" src=\"assets/");
        if name == "script" && !is_data && !module || name == "style" {
            page.faults.push(format!("<{name}>"));
        }
        if !VOID.contains(&&*name) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    if !open.is_empty() {
        page.faults.push(format!("left open: {open:?}"));
    }
    if h1 != 1 {
        page.faults.push(format!("{h1} h1"));
    }
    page
}

/// Everything that is wrong with the links and the markup of a site.
pub(crate) fn faults(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (&**path, read_page(std::str::from_utf8(bytes).unwrap())))
        .collect();
    let mut faults = Vec::new();
    for (path, page) in &pages {
        faults.extend(page.faults.iter().map(|fault| format!("{path}: {fault}")));
        for link in &page.links {
            if link.contains(':') {
                continue;
            }
            let (to, part) = link.split_once('#').map_or((&**link, None), |(to, part)| (to, Some(part)));
            let target = match (*path, to) {
                (_, "") => Some((*path).to_owned()),
                ("404.html", to) => {
                    to.strip_prefix("/open-space/").or(to.strip_prefix('/')).map(str::to_owned)
                }
                (_, to) => follow(path, to),
            };
            // A search is asked for in its address.
            let target = target.map(|to| to.split_once('?').map_or(to.clone(), |(page, _)| page.to_owned()));
            let Some(target) = target else {
                faults.push(format!("{path}: {link} is no way within the site"));
                continue;
            };
            if !files.contains_key(&target) {
                faults.push(format!("{path}: {link} leads to no file"));
            } else if let (Some(part), Some(target)) = (part, pages.get(&*target))
                && !target.ids.contains(part)
            {
                faults.push(format!("{path}: {link} leads to no such part"));
            }
        }
    }
    faults
}

fn follow(from: &str, to: &str) -> Option<String> {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in to.split('/') {
        match step {
            ".." => {
                folders.pop()?;
            }
            "" | "." => return None,
            step => folders.push(step),
        }
    }
    Some(folders.join("/"))
}

#[test]
fn every_page_is_whole_and_every_link_leads_somewhere() {
    let odd = odd();
    for (root, audience) in
        [(odd.root(), Audience::Public), (real(), Audience::Public), (real(), Audience::Members)]
    {
        let faults = faults(&made(root, audience));
        assert!(
            faults.is_empty(),
            "{} faults, of which\n{}",
            faults.len(),
            faults[..faults.len().min(40)].join("\n")
        );
    }
}

#[test]
fn the_checker_finds_faults() {
    let page = |text: &str| read_page(&format!("<h1>x</h1>{text}")).faults;
    assert!(page("<p id=\"a\"><b>x</b></p>").is_empty());
    for text in [
        "<p>",
        "<p></b>",
        "<h1>y</h1>",
        "<i id=\"a\"></i><i id=\"a\"></i>",
        "<p style=\"x\"></p>",
        "<script></script>",
    ] {
        assert!(!page(text).is_empty(), "{text}");
    }
    assert_eq!(follow("a/b.html", "../../c"), None);
    assert_eq!(follow("a/b.html", "../c/d.html").as_deref(), Some("c/d.html"));
}

#[test]
fn feed_and_sitemap_are_xml() {
    for audience in [Audience::Public, Audience::Members] {
        let files = made(real(), audience);
        for path in ["feed.xml", "sitemap.xml"] {
            let mut reader = quick_xml::Reader::from_reader(&*files[path]);
            reader.config_mut().check_end_names = true;
            let mut entries = 0;
            loop {
                match reader.read_event().unwrap_or_else(|fault| panic!("{path}: {fault}")) {
                    quick_xml::events::Event::Eof => break,
                    quick_xml::events::Event::Start(tag) => {
                        entries += usize::from(matches!(tag.name().as_ref(), "entry" | "url"));
                    }
                    _ => {}
                }
            }
            assert!(entries > 10, "{path} has {entries} entries");
        }
        let robots = String::from_utf8(files["robots.txt"].clone()).unwrap();
        assert_eq!(robots.contains("Disallow: /\n"), audience == Audience::Members);
    }
}

#[test]
fn tables_read_back_and_hold_no_formula() {
    let files = made(odd().root(), Audience::Public);
    let mut table = csv::Reader::from_reader(&*files["data/cases.csv"]);
    let head = table.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|column| column == name).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 3);
    let of = |id: &str, name: &str| {
        rows.iter().find(|row| &row[column("id")] == id).map(|row| row[column(name)].to_owned()).unwrap()
    };
    assert_eq!(of("cases/three", "title"), "'=HYPERLINK(1)");
    assert_eq!(of("cases/three", "summary"), "'-x, \"quoted\"");
    assert_eq!(of("cases/one", "title"), "One & <b>only</b>");
    assert_eq!(of("cases/one", "unheard_of"), "{\"deep\":[1,{\"two\":3}]}");
    assert!(of("cases/one", "body").starts_with("# Top"));

    let archive: serde_json::Value = serde_json::from_slice(&files["data/archive.json"]).unwrap();
    let records = archive["records"].as_array().unwrap();
    assert_eq!(records.iter().filter(|record| record["collection"] == "cases").count(), 3);
    let issue = records.iter().find(|record| record["id"] == "issues/q").unwrap();
    assert_eq!(issue["heading"], "outstanding");
    assert_eq!(issue["history"][0]["positions"][1]["party"], "CSOs");
    let package: serde_json::Value = serde_json::from_slice(&files["data/datapackage.json"]).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let path = format!("data/{}", resource["path"].as_str().unwrap());
        assert_eq!(resource["bytes"], files[&path].len(), "{path}");
    }
}

#[test]
fn the_marks_of_the_contract_are_there() {
    let files = made(odd().root(), Audience::Public);
    let page = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    assert!(page("cases/index.html").contains("<ul class=\"records\">\n<li data-id=\"cases/"));
    assert!(page("issues/q.html").contains("data-issue=\"q\" data-heading=\"outstanding\""));
    assert!(
        page("workshops/2018.html")
            .contains("<li id=\"action-1\" data-action=\"actions/2018-action-1\" data-state=\"open\">")
    );
    assert!(
        page("workshops/2018.html").contains("See <a href=\"../actions/2018-action-1.html\">action 1</a>")
    );
    let term = page("tags/theme_tag/index.html");
    assert!(term.contains("<ul class=\"terms\">") && term.contains("data-count=\"3\""), "{term}");
    assert!(page("cases/two.html").contains("<section class=\"backlinks\""));
    assert!(page("cases/two.html").contains("<dl class=\"summary-list\">"));
    assert!(page("topics/t.html").contains("<section data-topic=\"t\""));
    assert!(page("old/one.html").contains("http-equiv=\"refresh\" content=\"0; url=../cases/one.html\""));
    assert!(page("was/one/index.html").contains("url=../../cases/one.html"));
    assert!(files.contains_key("tags/theme_tag/a-b-c/page-2.html"), "{:?}", files.keys());
    assert!(page("404.html").contains("href=\"/assets/style.css\""));
}

#[test]
fn the_edition_for_members_says_so_on_every_page() {
    for (path, bytes) in made(real(), Audience::Members) {
        let Ok(page) = String::from_utf8(bytes) else { continue };
        let holds = match &*path {
            "_headers" => page.contains("X-Robots-Tag: noindex, nofollow"),
            "data/datapackage.json" | "ro-crate-metadata.json" | "feed.xml" | "feed.json" => {
                page.contains("must not be passed on")
            }
            _ => true,
        };
        assert!(holds, "{path}: {page}");
        if path.ends_with(".html") {
            assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
            assert!(page.contains("class=\"banner\"") || page.contains("http-equiv=\"refresh\""), "{path}");
        }
    }
}

#[test]
fn threads_change_nothing() {
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let alone = one.install(|| made(real(), Audience::Public));
    let together = made(real(), Audience::Public);
    assert!(alone == together);
}

#[test]
fn the_tables_join() {
    let files = made(odd().root(), Audience::Public);
    let rows = |path: &str| -> Vec<csv::StringRecord> {
        csv::Reader::from_reader(&*files[path]).records().map(Result::unwrap).collect()
    };
    let ids: Vec<String> = rows("data/records.csv").iter().map(|row| row[0].to_owned()).collect();
    let relations = rows("data/relations.csv");
    assert!(relations.iter().any(|row| &row[0] == "issues/q" && &row[1] == "topic" && &row[2] == "topics/t"));
    for row in &relations {
        assert!(ids.contains(&row[0].to_owned()) && ids.contains(&row[2].to_owned()), "{row:?}");
    }
    // Keys to other tables hold ids of those tables, each whole.
    let package: serde_json::Value = serde_json::from_slice(&files["data/datapackage.json"]).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let path_of = |name: &str| {
        let found = resources.iter().find(|resource| resource["name"] == name).unwrap();
        format!("data/{}", found["path"].as_str().unwrap())
    };
    let mut keys = 0;
    for resource in resources {
        let Some(of) = resource["schema"]["foreignKeys"].as_array() else { continue };
        for key in of {
            let known: Vec<String> = rows(&path_of(key["reference"]["resource"].as_str().unwrap()))
                .iter()
                .map(|row| row[0].to_owned())
                .collect();
            let path = path_of(resource["name"].as_str().unwrap());
            let head = csv::Reader::from_reader(&*files[&path]).headers().unwrap().clone();
            let at = head.iter().position(|name| name == key["fields"][0].as_str().unwrap()).unwrap();
            for row in rows(&path).iter().filter(|row| !row[at].is_empty()) {
                assert!(known.contains(&row[at].to_owned()), "{path}: {}", &row[at]);
                keys += 1;
            }
        }
    }
    assert!(keys > 10, "{keys} keys");
}

#[test]
fn checksums_are_those_of_the_files() {
    use sha2::{Digest, Sha256};
    let files = made(odd().root(), Audience::Public);
    let sums = String::from_utf8(files["data/SHA256SUMS"].clone()).unwrap();
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        let made: String = Sha256::digest(&files[&format!("data/{name}")])
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(sum, made, "{name}");
    }
    assert!(sums.lines().count() > 8, "{sums}");
    let described: serde_json::Value = serde_json::from_slice(&files["ro-crate-metadata.json"]).unwrap();
    for entity in described["@graph"].as_array().unwrap() {
        if let Some(sum) = entity["sha256"].as_str() {
            assert!(sums.contains(sum) || entity["@id"] == "data/SHA256SUMS", "{entity}");
        }
    }
}

#[test]
fn dates_hold_together_on_pages_and_are_plain_in_what_programs_read() {
    let files = made(real(), Audience::Public);
    let held = |path: &str| String::from_utf8_lossy(&files[path]).contains("\u{a0}20");
    for path in ["reports/2018-2019/index.html", "issues/custody-images-after-acquittal.html"] {
        assert!(held(path), "{path}");
    }
    for (path, bytes) in files.iter().filter(|(path, _)| !path.ends_with(".html") && !path.ends_with(".docx"))
    {
        let text = String::from_utf8_lossy(bytes);
        assert!(path.starts_with("files/") || !text.contains('\u{a0}'), "{path}");
    }
}

#[test]
fn every_page_says_how_to_cite_it() {
    let files = made(real(), Audience::Public);
    let mut without = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        let is_old_address = page.contains("http-equiv=\"refresh\"");
        let cited = page.matches("class=\"cite\"").count();
        let formats = ["@online{", "@report{"].iter().any(|bibtex| page.contains(bibtex))
            && page.contains("ER  - ")
            && page.contains("date-parts");
        // The page of a report's citations has one for each paragraph too.
        let (least, most) = if path.ends_with("/cite.html") { (100, 1_000) } else { (1, 1) };
        if path != "404.html" && !is_old_address && (!(least..=most).contains(&cited) || !formats) {
            without.push(path);
        }
    }
    assert!(without.is_empty(), "{without:#?}");
    assert!(!String::from_utf8_lossy(&files["404.html"]).contains("class=\"cite\""));
}

#[test]
fn by_when_an_action_is_due_is_taken_from_the_write_up_as_a_date_or_in_its_words() {
    let table = "## Actions\n\n| Action | Responsible | By when |\n| --- | --- | --- |\n\
        | **Action 1:** HO to write. | HO | 15 October 2018 |\n\
        | **Action 2:** HO to ask. | HO | the *next* workshop |\n\
        | **Action 3:** HO to read. | HO | |\n";
    let site = Site::new()
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", table)
        .record("actions/asked", "title: To ask\nworkshop: one\nnumber: 2\nnote: They wrote twice.", "");
    let checked = site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]);
    assert!(checked.stderr.contains("overdue_action"), "{}", checked.stderr);
    let built = site.build();
    let due = |page: &str| {
        let page = built.page(page);
        let after = page.split("<dt>Due</dt><dd>").nth(1).unwrap();
        after.split("</dd>").next().unwrap().to_owned()
    };
    assert_eq!(due("actions/one-action-1.html"), "<time datetime=\"2018-10-15\">15 October 2018</time>");
    assert_eq!(due("actions/asked.html"), "the <em>next</em> workshop (as written)");
    assert_eq!(due("actions/one-action-3.html"), "<span class=\"none\">No date was set</span>");
    assert!(built.page("actions/asked.html").contains("They wrote twice."));
    let workshop = built.page("workshops/one.html");
    assert!(workshop.contains("due the <em>next</em> workshop (as written)"), "{workshop}");
    assert!(workshop.contains("due <time datetime=\"2018-10-15\">"), "{workshop}");
    assert!(built.page("data/actions.csv").contains("due_as_written"));
}
