//! The members' edition: marked on every page, closed to search engines, never where the public is.

use crate::harness::Site;

fn site() -> Site {
    Site::new()
        .file(
            "annals.yaml",
            "title: Test archive\nbase_url: https://example.org/archive/\ndefault_visibility: public\nfacets: [theme_tag]\n",
        )
        .record("cases/a", "title: A\naliases: [old/a]\ntheme_tag: [Water]", "# What went on\nIt met.")
        .record("topics/supply", "title: Supply", "")
        .record("milestones/one", "title: One\ndue: 2019-01", "")
        .record("reports/first", "title: Annual report\nperiod: 2018-01/2018-12\nedition: 1", "It began.")
        .record("papers/b", "title: B\nvisibility: members", "Closed.")
}

#[test]
fn every_page_says_that_it_is_for_members() {
    let built = site().build_for("members");
    let mut pages = 0;
    for (path, bytes) in built.files().into_iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8(bytes).unwrap();
        assert!(page.contains("<strong>Members’ edition.</strong>"), "{path} is not marked");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path} may be indexed");
        assert!(!page.contains("rel=\"canonical\""), "{path} tells an address");
        pages += 1;
    }
    assert!(pages > 12, "{pages} pages");
    assert!(built.page("robots.txt").contains("Disallow: /\n"));
    for path in ["feed.xml", "sitemap.xml", "data/archive.json", "data/datapackage.json"] {
        assert!(!built.page(path).contains("example.org"), "{path} names the public address");
    }
}

#[test]
fn it_has_an_address_of_its_own() {
    let site = site().file(
        "annals.yaml",
        "title: T\ndefault_visibility: public\npublic: {base_url: 'https://example.org/'}\nmembers: {base_url: 'https://members.example.org/a'}\n",
    );
    let members = site.build_for("members");
    assert!(members.page("feed.xml").contains("https://members.example.org/a/feed.xml"));
    assert_eq!(members.site.run(&["build", "--today", "2026-11-22"]).status, 0);
    let public = std::fs::read_to_string(members.site.root().join("output/public/feed.xml")).unwrap();
    assert!(public.contains("https://example.org/feed.xml") && !public.contains("members.example.org"));
}

#[test]
fn it_never_goes_where_the_public_edition_is() {
    let site = site();
    assert_eq!(site.run(&["build", "--today", "2026-11-22", "--output", "www"]).status, 0);
    for arguments in [
        ["--output", "output/public"],
        ["--output", "www/public"],
        ["--base-url", "https://example.org/archive/"],
        ["--base-url", "https://EXAMPLE.org/archive/for-members"],
    ] {
        let ran = site.run(&[&["build", "--audience", "members"][..], &arguments].concat());
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("the members’ edition would"), "{}", ran.stderr);
        assert!(!site.root().join(arguments[1]).join("members").exists());
    }
}
