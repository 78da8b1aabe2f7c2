//! The leak scan keeps still about what the site says by its addresses and by the words of the program.

use annals::audience::Audience;

use super::{make, told};
use crate::harness::Site;

fn site() -> Site {
    Site::new()
        .record("locations/northmere", "title: Northmere", "")
        .record("topics/walking-and-cycling", "title: Walking and cycling", "Words.")
        .record("pages/about", "title: About", "See [the places](../locations/northmere.md).")
        .record("cases/a", "title: A\ntheme_tag: [Open water]\nlocation_link: [northmere]", "")
        .record(
            "issues/b",
            "title: B\ntopic: walking-and-cycling\nhistory:\n- {on: 2018-07-03, discussed: true, agreement: none-yet}",
            "",
        )
        .record("reports/2018", "title: Report\nperiod: 2018-01/2018-12\nstatus: draft", "It began.")
}

#[test]
fn a_hidden_record_may_have_the_slug_of_any_page() {
    let mut site = site()
        .record("organisations/northmere", "title: Harcastle\nvisibility: members", "")
        .record("papers/walking-and-cycling", "title: Harcastle\nvisibility: members", "");
    for slug in [
        "about",
        "timetable",
        "progress",
        "changes",
        "relations",
        "timeline",
        "codebook",
        "lineage",
        "cite",
        "outstanding",
        "public",
        "creator",
        "open-water",
        "withheld",
        "search",
        "records",
    ] {
        site = site.record(&format!("papers/{slug}"), "title: Harcastle\nvisibility: members", "");
    }
    let built = site.build();
    assert!(built.page("locations/northmere.html").contains("Northmere"));
}

#[test]
fn a_hidden_record_may_be_called_as_the_interface_speaks() {
    let mut site = site();
    for (n, title) in ["Cite this page", "What links here", "Nothing recorded"].into_iter().enumerate() {
        site =
            site.record(&format!("papers/hidden-{n}"), &format!("title: {title}\nvisibility: members"), "");
    }
    site.build();
}

#[test]
fn its_own_address_is_still_a_secret_and_can_be_said_to_be_none() {
    let site = site().record("organisations/northmere", "title: Harcastle\nvisibility: members", "");
    let leaked = |said: &str| {
        site.write("annals.yaml", format!("title: Test archive\ndefault_visibility: public\n{said}"));
        let made = make(site.root(), Audience::Public, &|path, bytes| match path {
            "index.html" => [bytes, b"<a href=\"organisations/northmere.html\">x</a>".to_vec()].concat(),
            _ => bytes,
        });
        (told(&made.findings), made.findings.iter().filter_map(|one| one.help.clone()).collect::<String>())
    };
    let (found, help) = leaked("");
    assert!(found.contains("leak: the address of `organisations/northmere`"), "{found}");
    assert!(help.contains("`public: {words: [organisations/northmere]}`"), "{help}");
    assert_eq!(leaked("public: {words: [organisations/northmere]}\n").0, "");
}
