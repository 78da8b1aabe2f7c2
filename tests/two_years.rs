//! Two years of the real archive, as its editors live through them: a draft, a final edition, a change
//! that it refuses, a second edition with an erratum, and the report of the time after.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::harness::{Built, Ran, Site};

const REPORT: &str = "content/reports/2018-2019.md";
const CREEP: &str = "content/issues/mission-creep.md";

fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(site.root().join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    site.write(path, text.replacen(from, to, 1));
}

/// Adds an entry to the history of an issue, which is the last of its fields.
fn enter(site: &Site, issue: &str, entry: &str) {
    let path = format!("content/issues/{issue}.md");
    let text = std::fs::read_to_string(site.root().join(&path)).unwrap();
    let (front, body) = text.rsplit_once("---").unwrap();
    let indent = if front.contains("\nhistory:\n  - ") { "  " } else { "" };
    site.write(&path, format!("{front}{indent}- {entry}\n---{body}"));
}

fn freeze(site: &Site, day: &str) -> Ran {
    site.run(&["report", "2018-2019", "--freeze", "--today", day])
}

fn check(site: &Site) -> Ran {
    site.run(&["--message-format", "short", "check", "--today", "2026-11-22"])
}

fn counts(built: &Built, report: &str) -> Vec<u64> {
    let json: Value = serde_json::from_str(&built.page(&format!("reports/{report}/report.json"))).unwrap();
    ["resolved", "unresolved", "outstanding", "set_aside"]
        .map(|heading| json["counts"][heading].as_u64().unwrap())
        .to_vec()
}

/// What each issue did since the report before, by its slug.
fn moves(built: &Built, report: &str) -> BTreeMap<String, String> {
    let json: Value = serde_json::from_str(&built.page(&format!("reports/{report}/report.json"))).unwrap();
    let topics = json["topics"].as_array().unwrap();
    let issues = topics.iter().flat_map(|topic| topic["issues"].as_array().unwrap());
    issues
        .map(|issue| {
            let slug = issue["issue"].as_str().unwrap().trim_start_matches("issues/").to_owned();
            (slug, issue["move"].as_str().unwrap().to_owned())
        })
        .collect()
}

#[test]
fn a_draft_is_frozen_corrected_and_followed() {
    // The draft, from July 2018 to July 2019.
    let site = Site::real();
    let draft = site.run(&["report", "2018-2019", "--format", "md", "--today", "2026-11-22"]);
    assert_eq!(draft.status, 0, "{}", draft.stderr);
    assert!(draft.stdout.contains("draft"), "{}", &draft.stdout[..500]);
    assert!(freeze(&site, "2026-11-22").stderr.contains("is a draft"), "a draft was frozen");

    // Final and frozen, but not as at a day on which its readers could not see what it cites.
    edit(&site, REPORT, "status: draft", "status: final");
    let early = freeze(&site, "2019-08-01");
    assert!(
        early.status == 1 && early.stderr.contains("unknown_work"),
        "a hole was frozen: {}",
        early.stderr
    );
    let frozen = freeze(&site, "2026-11-22");
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    let checked = check(&site);
    assert!(checked.status == 0 && !checked.stderr.contains("edition_"), "{}", checked.stderr);

    // An issue that is changed is refused, with the number of its paragraph.
    edit(&site, CREEP, "agreement: none-yet", "agreement: not-agreed");
    let refused = check(&site);
    assert_eq!(refused.status, 1);
    let place = "content/issues/mission-creep.md:9:3: error[edition_changed] paragraph ";
    assert!(refused.stderr.contains(place), "{}", refused.stderr);
    assert_eq!(site.run(&["build", "--today", "2026-11-22", "--no-pdf"]).status, 1);

    // A second edition says so, with an erratum on the first.
    edit(&site, REPORT, "edition: 1", "edition: 2");
    let site = site.record(
        "errata/mission-creep",
        "title: The limits of use were in dispute\ncorrects: reports/2018-2019#issue-mission-creep\n\
         edition: 1\ndate: 2019-09-20\nwrong: The question was listed as still in discussion.\n\
         cause: A note of the workshop came in late.\ncorrection: It was discussed and not agreed.\n\
         visibility: public",
        "",
    );
    let second = freeze(&site, "2026-11-22");
    assert_eq!(second.status, 0, "{}", second.stderr);

    // The time after: one question is settled, one is opened again, one is new.
    enter(
        &site,
        "audit-trail",
        "{on: 2019-11-05, discussed: true, agreement: agreed, work: done, evidence: [papers/outputs-and-progress-v1-0#p-24]}",
    );
    enter(
        &site,
        "pia-wording",
        "{on: 2019-11-05, discussed: true, agreement: not-agreed, evidence: [papers/outputs-and-progress-v1-0#p-24]}",
    );
    let site = site
        .record(
            "issues/drones",
            "title: May pictures from drones be searched?\ntopic: governance\nvisibility: public\n\
             raised: {at: workshops/2019-09-11-workshop, on: 2019-09-11}",
            "",
        )
        .record(
            "reports/2019",
            "title: To the end of 2019\nperiod: 2019-08/2019-12\nstatus: draft\nvisibility: public\n\
             previous: reports/2018-2019",
            "Since July @issues/audit-trail was settled (see @fig:moves).",
        );
    let checked = check(&site);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    let built = site.build();

    // Every edition stays as it was, and the erratum is at its place.
    let (first, newest) =
        (built.page("reports/2018-2019/edition-1/index.html"), built.page("reports/2018-2019/index.html"));
    assert!(first.contains("data-issue=\"mission-creep\" data-heading=\"outstanding\""));
    assert!(newest.contains("data-issue=\"mission-creep\" data-heading=\"unresolved\""));
    let at = first.find("<strong>Erratum</strong>").unwrap();
    assert!(first[..at].rfind("data-issue=\"mission-creep\"") > first[..at].rfind("</article>"));
    assert!(built.page("errata/mission-creep.html").contains("reports/2018-2019/edition-1/index.html#"));
    let frozen: Value = serde_json::from_str(&built.page("reports/2018-2019/edition-1/report.json")).unwrap();
    assert_eq!(frozen["counts"]["outstanding"], 66);
    assert_eq!(frozen["issues"].as_array().unwrap().len(), 81);
    assert_eq!(frozen["seal"].as_str().unwrap().len(), 64);

    // What each edition and report counts: the second edition moved one question, the year after three.
    assert_eq!(counts(&built, "2018-2019"), [14, 1, 65, 1]);
    assert_eq!(counts(&built, "2019"), [14, 2, 65, 1]);
    let moves = moves(&built, "2019");
    assert_eq!(
        (&*moves["audit-trail"], &*moves["pia-wording"], &*moves["drones"]),
        ("resolved", "reopened", "new")
    );
    // Since edition 2, and not since edition 1.
    assert_eq!(moves["mission-creep"], "unchanged");
    let of = |what: &str| moves.values().filter(|word| *word == what).count();
    assert_eq!((of("resolved"), of("reopened"), of("new"), of("moved"), of("shifted")), (1, 1, 1, 0, 0));
    assert_eq!((of("still-outstanding"), of("unchanged"), moves.len()), (64, 15, 82));
    let page = built.page("reports/2019/index.html");
    for words in [
        "Of the 82 issues raised by now, one is new, one was resolved, one was reopened, 64 are still outstanding and 15 are otherwise unchanged.",
        "id=\"figure-moves\"",
        "Where the issues stood in the report before, and where they stand now",
        "id=\"table-promised\"",
    ] {
        assert!(page.contains(words), "no {words}");
    }

    // Why, and in which report it stood where.
    let explained = built.site.run(&["explain", "mission-creep", "--as-of", "2026-11-22"]).stdout;
    let line = |words: &str| explained.split_whitespace().collect::<Vec<_>>().join(" ").contains(words);
    assert!(line("In report outstanding as at 31 July 2019, in"), "{explained}");
    assert!(
        line("(reports/2018-2019#edition-1/p-") && line("(reports/2018-2019#edition-2/p-"),
        "{explained}"
    );
    assert!(
        line("discussed and not resolved as at 31 December 2019, in To the end of 2019 (reports/2019)"),
        "{explained}"
    );
    let issue = built.page("issues/mission-creep.html");
    assert!(issue.contains("reports/2018-2019/edition-1/index.html#p-"), "{issue}");
    let diff =
        built.site.run(&["diff", "2018-2019#edition-1", "2018-2019#edition-2", "--today", "2026-11-22"]);
    assert!(diff.stdout.contains("66 → 65"), "{}", diff.stdout);
}
