//! Records under another name: whoever follows the old one gets there, and what was frozen still stands.

use crate::harness::Site;

/// A dialogue with a frozen report; then each kind of record gets another name, and says which it had.
fn renamed(hidden: &str) -> Site {
    let action = "title: Draw a map\nworkshop: one\nnumber: 2\nstate: open";
    let issue = "title: Are images kept?\ntopic: images\nraised: {at: workshops/one, on: 2018-07-03}\nhistory:\n\
                 - {on: 2018-07-03, at: workshops/one, discussed: true, agreement: agreed, work: done, evidence: [workshops/one#p-1]}";
    let workshop = "title: Workshop 1\nnumber: 1\ndate: 2018-07-03";
    let write_up = "A talk.\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Draw a plan | Board |\n\
                    | **Action 2:** Draw a map | Board |\n";
    let site = Site::new()
        .record("workshops/one", &format!("{workshop}{hidden}"), write_up)
        .record("actions/map", action, "")
        .record("topics/images", "title: Images", "")
        .record("issues/kept", issue, "")
        .record(
            "reports/first",
            "title: First report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: final\ndate: 2019-08-01",
            "The year was short. See @issues/kept.",
        );
    let ran = site.run(&["report", "first", "--freeze", "--today", "2019-08-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for old in ["workshops/one", "topics/images", "issues/kept"] {
        std::fs::remove_file(site.root().join(format!("content/{old}.md"))).unwrap();
    }
    site.record("workshops/first", &format!("{workshop}\naliases: [workshops/one]{hidden}"), write_up)
        .record("topics/pictures", "title: Images\naliases: [topics/images.html]", "")
        .record("issues/pictures-kept", &format!("{issue}\naliases: [issues/kept]"), "")
        .record(
            "reports/first",
            "title: First report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: final\ndate: 2019-08-01",
            "The year was short. See @issues/pictures-kept.",
        )
}

#[test]
fn every_old_address_leads_on_and_the_frozen_edition_stands() {
    let site = renamed("");
    let checked = site.run(&["--message-format", "short", "check", "--today", "2020-09-01"]);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    assert!(!checked.stderr.contains("edition_") && !checked.stderr.contains("alias"), "{}", checked.stderr);
    let built = site.build();
    // A promise of the write-up moves with its workshop, whether or not it has a file.
    for (old, now) in [
        ("actions/one-action-1", "first-action-1.html"),
        ("actions/one-action-2", "map.html"),
        ("actions/first-action-2", "map.html"),
        ("workshops/one", "first.html"),
        ("topics/images", "pictures.html"),
        ("issues/kept", "pictures-kept.html"),
    ] {
        let page = built.page(&format!("{old}.html"));
        assert!(page.contains(&format!("url={now}\"")), "{old}: {page}");
    }
    // Who has the tables alone finds them too.
    let table = built.page("data/renamed.csv");
    assert!(table.contains("topics/images.html,topics/pictures\r\n"), "{table}");
    assert!(table.contains("workshops/one.html,workshops/first\r\n"), "{table}");
    // A reader's program follows no page that leads on.
    for end in ["xml", "json"] {
        let (old, now) = (format!("issues/kept.{end}"), format!("issues/pictures-kept.{end}"));
        assert_eq!(built.page(&old), built.page(&now));
    }
    let kept = built.page("reports/first/edition-1/index.html");
    for way in ["../../../workshops/first.html#p-1", "../../../actions/first-action-1.html"] {
        assert!(kept.contains(&format!("href=\"{way}\"")), "no way to {way} in {kept}");
    }
    // The issue still says where it stood in the report that knew it by its old name.
    let issue = built.page("issues/pictures-kept.html");
    assert!(issue.contains("reports/first/edition-1/index.html#p-"), "{issue}");
    let data = built.page("reports/first/edition-1/report.json");
    assert!(data.contains("\"workshops/one#p-1\""), "{data}");
}

#[test]
fn the_old_name_of_a_workshop_that_is_not_public_is_not_told_by_its_actions() {
    let site = Site::new()
        .record(
            "workshops/first",
            "title: Workshop 1\nnumber: 1\ndate: 2018-07-03\nvisibility: members\naliases: [workshops/canary]",
            "| Action | Responsible |\n| --- | --- |\n| **Action 1:** Draw a plan | Board |\n",
        )
        .record(
            "actions/plan",
            "title: A plan\nworkshop: first\nnumber: 1\nvisibility: public\nstate: open",
            "",
        );
    let built = site.build();
    assert!(built.page("actions/plan.html").contains("A plan"));
    for (path, bytes) in built.files() {
        assert!(!path.contains("canary") && !String::from_utf8_lossy(&bytes).contains("canary"), "{path}");
    }
}
