//! What links to a record that much links to, and when records last changed, as a reader and a crawler see it.

use std::collections::BTreeMap;
use std::process::Command;

use crate::harness::Site;

/// A workshop at which so many issues were raised, each with a passage as evidence.
fn workshop(issues: usize) -> Site {
    let mut site = Site::new()
        .record("workshops/w", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", "One.\n\nTwo.")
        .record("topics/t", "title: Topic", "")
        .record("papers/p", "title: Paper\ndate: 2018-08\nworkshop: w", "");
    for n in 0..issues {
        let front = format!(
            "title: Question {n}?\ntopic: t\nraised: {{at: workshops/w, on: 2018-07-03}}\nhistory:\n- {{on: 2018-07-03, at: workshops/w, discussed: true, agreement: none-yet, work: not-started, evidence: ['workshops/w#p-2']}}"
        );
        site = site.record(&format!("issues/q-{n}"), &front, "");
    }
    site
}

#[test]
fn few_issues_stand_on_the_page_of_their_workshop_and_are_not_said_twice() {
    let built = workshop(2).build();
    let page = built.page("workshops/w.html");
    // In their list and as evidence, with the passage.
    assert_eq!(page.matches(">Question 0?</a>").count(), 2, "{page}");
    assert!(page.contains("Question 0?</a> (on <a href=\"#p-2\">"), "{page}");
    assert!(page.contains("The issues and papers above link here too."), "{page}");
    assert!(!built.files().contains_key("workshops/w/links.html"));
    let topic = built.page("topics/t.html");
    let below = topic.split("class=\"backlinks\"").nth(1).unwrap();
    assert!(below.contains("The issues above link here.") && !below.contains("Question 0?"), "{topic}");
}

#[test]
fn many_issues_have_a_page_of_their_own_that_leads_back() {
    let built = workshop(30).build();
    let page = built.page("workshops/w.html");
    assert!(page.contains("<a href=\"w/links.html#_raised\">30 issues</a>: 30 outstanding."), "{page}");
    assert!(page.contains("<a href=\"w/links.html#_links-1\">Evidence in issues</a> (30)"), "{page}");
    assert!(!page.contains(">Question 0?</a>"), "{page}");
    let links = built.page("workshops/w/links.html");
    for n in 0..30 {
        assert_eq!(links.matches(&format!(">Question {n}?</a>")).count(), 2, "{n}");
    }
    assert!(links.contains("(on <a href=\"../w.html#p-2\">"), "{links}");
    assert!(links.contains("<h1><a href=\"../w.html\">Workshop 1</a></h1>"), "{links}");
    assert!(built.page("sitemap.xml").contains("workshops/w/links.html"));
}

/// Runs git in the archive, on a day.
fn git(site: &Site, day: &str, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(site.root())
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(arguments);
    git.env("GIT_COMMITTER_DATE", format!("{day}T12:00:00Z")).env_remove("GIT_DIR");
    assert!(git.output().unwrap().status.success(), "git {arguments:?}");
}

/// Every file of the public site, built as it is.
fn files(site: Site) -> BTreeMap<String, Vec<u8>> {
    site.build().files()
}

/// Cases in a repository, with this behind two of them; what is behind the second came later.
fn cases(first: &str, second: &str) -> Site {
    let site = Site::new()
        .record("cases/a", "title: A", "First.")
        .record("cases/b", "title: B\nupdated: 2019-01-01", "First.")
        .record("cases/c", "title: C", &format!("Seen.\n{first}"))
        .record("cases/d", "title: D\nupdated: 2019-02", "");
    git(&site, "2020-01-01", &["init", "--quiet"]);
    git(&site, "2020-01-01", &["add", "annals.yaml", "content"]);
    git(&site, "2020-01-01", &["commit", "--quiet", "--message=first"]);
    site.write("content/cases/d.md", format!("---\ntitle: D\nupdated: 2019-02\n---\n\n{second}"));
    git(&site, "2020-02-02", &["commit", "--quiet", "--all", "--allow-empty", "--message=second"]);
    site
}

#[test]
fn commits_tell_nothing_of_what_is_hidden() {
    let plain = files(cases("", ""));
    let hidden = files(cases("\n::: members\nNot seen.\n:::\n", "<!-- Not seen. -->\n"));
    for (path, bytes) in &plain {
        assert!(hidden.get(path) == Some(bytes), "{path} tells of it");
    }
    assert_eq!(hidden.len(), plain.len());
    // A site that was made of no repository at all is the same, too.
    let apart = cases("", "");
    std::fs::remove_dir_all(apart.root().join(".git")).unwrap();
    assert!(files(apart) == plain);
}

#[test]
fn the_sitemap_has_the_day_that_a_record_gives_else_none() {
    let built = cases("", "").build();
    let sitemap = built.page("sitemap.xml");
    let day = |name: &str| {
        let of = sitemap.split("<url>").find(|url| url.contains(&format!("/cases/{name}.html"))).unwrap();
        let said = of.split("<lastmod>").nth(1).map_or("-", |rest| rest.split('<').next().unwrap());
        format!("{name} {said}")
    };
    assert_eq!(["a", "b", "c", "d"].map(day), ["a -", "b 2019-01-01", "c -", "d 2019-02"]);
}

#[test]
fn a_field_that_is_called_like_what_is_worked_out_is_exported_beside_it() {
    let built = Site::new()
        .record("topics/sea", "title: The sea", "")
        .record(
            "issues/gulls",
            "title: Gulls\ntopic: sea\nheading: resolved\nrule: ours\nid: X1\ncollection: museum\naddress: 12 High Street\nraised: {on: 2018-07-03}",
            "",
        )
        .build();
    let archive: serde_json::Value = serde_json::from_str(&built.page("data/archive.json")).unwrap();
    let issue =
        archive["records"].as_array().unwrap().iter().find(|record| record["title"] == "Gulls").unwrap();
    for (key, value) in [
        ("id", "issues/gulls"),
        ("collection", "issues"),
        ("heading", "outstanding"),
        ("own_id", "X1"),
        ("own_collection", "museum"),
        ("own_heading", "resolved"),
        ("own_rule", "ours"),
        ("own_address", "12 High Street"),
        ("address", "issues/gulls.html"),
    ] {
        assert_eq!(issue[key], value, "{key}");
    }
    let table = built.page("data/issues.csv");
    let head = table.lines().next().unwrap();
    for column in ["own_id", "own_heading", "own_address"] {
        assert_eq!(head.split(',').filter(|name| *name == column).count(), 1, "{head}");
    }
    let terms = built.page("tags/heading/index.html");
    assert!(
        terms.contains("data-term=\"outstanding\"") && !terms.contains("data-term=\"resolved\""),
        "{terms}"
    );
}
