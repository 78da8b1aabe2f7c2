//! What held on an earlier day: reports of earlier years, frozen or not, tell of the states that actions had then, of
//! the judgements that editors had made, and of what was due.

use std::fs;

use crate::harness::{Ran, Site};

const SURVEY: &str = "actions/one-action-1";

/// Two years of a dialogue with a report each, and an action that is open.
fn forum() -> Site {
    let issue = "title: Who maps?\nraised: {on: 2021-03-10}\nactions: [one-action-1]\nhistory:\n\
                 - {on: 2021-03-10, at: workshops/one, agreement: agreed, work: in-progress, \
                 evidence: [workshops/one#p-1]}";
    let report = |year: i32, more: &str| {
        format!(
            "title: Report {year}\nperiod: {year}-01/{year}-12\nedition: 1\nstatus: final\ndate: {}-02-01{more}",
            year + 1
        )
    };
    Site::new()
        .record(
            "workshops/one",
            "title: Workshop 1\nnumber: 1\ndate: 2021-03-10",
            "A talk.\n\n| Action | Responsible | By when |\n| --- | --- | --- |\n\
             | **Action 1:** Survey | Company | 1 March 2022 |\n| **Action 2:** Map | Council | |\n",
        )
        .record("issues/maps", issue, "")
        .record("reports/2021", &report(2021, ""), "One year.")
        .record("reports/2022", &report(2022, "\nprevious: 2021"), "Another year.")
}

fn action(site: &Site, states: &str) {
    site.write(
        &format!("content/{SURVEY}.md"),
        format!("---\ntitle: Survey\nworkshop: one\nnumber: 1\n{states}\n---\n"),
    );
}

fn freeze(site: &Site) {
    for (year, day) in [("2021", "2022-02-01"), ("2022", "2023-02-01")] {
        let ran = site.run(&["report", year, "--freeze", "--today", day]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
    }
}

fn check(site: &Site) -> Ran {
    site.run(&["--message-format", "short", "check", "--today", "2025-06-01"])
}

/// What is told of the frozen editions.
fn of_editions(site: &Site) -> String {
    let told = check(site).stderr;
    told.lines().filter(|line| line.contains("edition_")).collect::<Vec<_>>().join("\n")
}

fn report(site: &Site, slug: &str) -> String {
    site.run(&["report", slug, "--format", "md", "--today", "2025-06-01"]).stdout
}

#[test]
fn what_becomes_of_an_action_after_a_report_was_frozen_is_no_change_of_it() {
    let states = [
        "state: completed\nstate_on: 2025-01-10",
        "state: closed\nstate_on: 2025-01-10",
        "state: ongoing\nstate_on: 2025-01-10",
    ];
    let befores = [
        "",
        "state: open\nstate_on: 2021-03-10",
        "state: in-progress\nstate_on: 2022-05-01",
        "state: completed\nstate_on: 2021-08-01",
    ];
    for before in befores {
        let site = forum();
        if !before.is_empty() {
            action(&site, before);
        }
        freeze(&site);
        for state in states.iter().chain(&["state: open\nstate_on: 2025-03-01"]) {
            action(&site, state);
            assert_eq!(of_editions(&site), "", "{before} → {state}");
            assert_eq!(site.run(&["build", "--today", "2025-06-01"]).status, 0);
        }
    }
}

#[test]
fn what_hangs_on_no_unknown_state_is_compared_all_the_same() {
    let site = forum();
    freeze(&site);
    action(&site, "state: completed\nstate_on: 2025-01-10");
    assert_eq!(of_editions(&site), "");
    // The other row of the same table, and the issue that names the action.
    let text = fs::read_to_string(site.root().join("content/workshops/one.md")).unwrap();
    site.write("content/workshops/one.md", text.replace("** Map", "** Chart"));
    assert!(of_editions(&site).contains("error[edition_changed]"), "{}", of_editions(&site));
    site.write("content/workshops/one.md", text);
    let issue = fs::read_to_string(site.root().join("content/issues/maps.md")).unwrap();
    site.write("content/issues/maps.md", issue.replace("agreement: agreed", "agreement: not-agreed"));
    assert!(of_editions(&site).contains("issues/maps.md"), "{}", of_editions(&site));
    site.write("content/issues/maps.md", issue);
    // Where the states are told, they are held against the edition.
    action(
        &site,
        "state: completed\nstate_on: 2025-01-10\nearlier: [{state: open, on: 2021-03-10}, \
         {state: in-progress, on: 2022-05-01}]",
    );
    let told = of_editions(&site);
    assert!(told.contains("reports/2022.md") && told.contains("error[edition_changed]"), "{told}");
    assert!(!told.contains("reports/2021.md"), "{told}");
    action(&site, "state: completed\nstate_on: 2025-01-10\nearlier: [{state: open, on: 2021-03-10}]");
    assert_eq!(of_editions(&site), "");
    assert!(!check(&site).stderr.contains("untold_state"), "{}", check(&site).stderr);
}

#[test]
fn a_report_tells_the_state_of_its_own_day_and_says_where_it_is_not_known() {
    let site = forum();
    action(
        &site,
        "state: completed\nstate_on: 2025-01-10\nearlier:\n- {state: open, on: 2021-03-10}\n\
         - {state: Live, on: 2021-05}\n- {state: in-progress, on: 2022-05-01}",
    );
    let (first, second) = (report(&site, "2021"), report(&site, "2022"));
    assert!(first.contains("two are open"), "{first}");
    assert!(second.contains("one is open and one is in progress"), "{second}");
    assert!(second.contains("| **open** | **in progress** | 1 May 2022 |"), "{second}");
    let diff = site.run(&["diff", "2021-12-31", "2022-12-31"]).stdout;
    assert!(diff.contains("open → in progress"), "{diff}");
    action(&site, "state: completed\nstate_on: 2025-01-10");
    let second = report(&site, "2022");
    assert!(second.contains("one is open and one is not stated"), "{second}");
    assert!(!second.contains("two are open"), "{second}");
    let told = check(&site).stderr;
    assert!(
        told.contains(
            "content/actions/one-action-1.md:6:11: remark[untold_state] no record tells how it stood on 31 December \
             2022, of which a report tells: it is completed since 10 January 2025, and what it was before is not said"
        ),
        "{told}"
    );
    // An action that was open when it is first told of was so from the start.
    action(&site, "state: open\nstate_on: 2025-01-10");
    assert!(report(&site, "2022").contains("two are open"), "{}", report(&site, "2022"));
}

#[test]
fn a_log_that_comes_again_keeps_the_states_that_it_had() {
    let log = |status: &str, on: &str| {
        format!(
            "Number,Workshop,Action number,Action,Owner,Status,Date closed\n7,1,1,Survey,Company,{status},{on}\n"
        )
    };
    let site = forum();
    let file = || fs::read_to_string(site.root().join(format!("content/{SURVEY}.md"))).unwrap_or_default();
    let path = site.root().join("content/actions/2021-03-10-action-1.md");
    assert!(!path.exists());
    for (status, on) in
        [("In progress", "2022-05-01"), ("Completed", "2025-01-10"), ("Completed", "2025-01-10")]
    {
        site.write("in/log.csv", log(status, on));
        let ran = site.run(&["import", "in/log.csv"]);
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    }
    let text = file();
    assert!(
        text.contains(
            "state: completed\nstate_on: 2025-01-10\nearlier:\n- state: open\n  on: 2021-03-10\n\
             - state: in-progress\n  on: 2022-05-01\n"
        ),
        "{text}"
    );
    let again = site.run(&["import", "in/log.csv"]);
    assert!(again.stdout.contains("0 new, 0 changed"), "{}{}", again.stdout, again.stderr);
    assert_eq!(text, file());
    assert!(report(&site, "2022").contains("| **open** | **in progress** | 1 May 2022 |"));
}

#[test]
fn readers_and_re_users_see_the_states_that_an_action_had() {
    let site = forum();
    action(
        &site,
        "state: completed\nstate_on: 2025-01-10\nearlier: [{state: open, on: 2021-03-10}, {state: in-progress, on: 2022-05-01}]",
    );
    let built = site.build();
    let page = built.page(&format!("{SURVEY}.html"));
    assert!(page.contains("Earlier states") && page.contains("1 May 2022"), "{page}");
    let data = built.page("data/archive.json");
    assert!(data.contains(
        r#""earlier":[{"state":"open","on":"2021-03-10"},{"state":"in-progress","on":"2022-05-01"}]"#
    ));
    let changes = built.page("changes.html");
    assert!(changes.contains("1 May 2022"), "{changes}");
}

#[test]
fn what_is_due_on_the_last_day_of_a_report_is_told_in_the_next_one() {
    let site = forum().record("milestones/leaks", "title: Leak report\ndue: 2021-12", "").record(
        "milestones/floods",
        "title: Flood report\ndue: 2022-12-31",
        "",
    );
    site.write(
        "content/workshops/one.md",
        "---\ntitle: Workshop 1\nnumber: 1\ndate: 2021-03-10\n---\n\nA talk.\n\n\
         | Action | Responsible | By when |\n| --- | --- | --- |\n\
         | **Action 1:** Survey | Company | 31 December 2021 |\n| **Action 2:** Map | Council | 31 December 2022 |\n",
    );
    let report = report(&site, "2022");
    let promised = report.split("Promised since the report before").nth(1).unwrap();
    let promised = promised.split("\n## ").next().unwrap();
    assert!(promised.contains("Leak report") && promised.contains("action 1"), "{promised}");
    // As at the last day of a year, what is due on that day is neither missing nor late.
    assert!(!promised.contains("Flood report") && !promised.contains("action 2"), "{promised}");
}

const JUDGED: &str =
    "editorial: {heading: outstanding, reason: They wrote afterwards., by: A. Editor, on: 2021-12-01";

/// The issue with this added to its front matter.
fn issue(site: &Site, more: &str) {
    let history = "title: Who maps?\nraised: {on: 2021-03-10}\nhistory:\n\
                   - {on: 2021-03-10, at: workshops/one, agreement: not-agreed, evidence: [workshops/one#p-1]}\n";
    site.write("content/issues/maps.md", format!("---\n{history}{more}\n---\n"));
}

#[test]
fn a_judgement_of_the_editors_ends_and_another_one_follows_it() {
    let site = forum();
    issue(&site, &format!("{JUDGED}}}"));
    freeze(&site);
    let agreed = "- {on: 2023-05-10, at: workshops/one, agreement: agreed, work: done, evidence: [workshops/one#p-1]}\n";
    issue(&site, &format!("{agreed}{JUDGED}}}"));
    let outlived = "warning[judgement_outlived] the judgement of 1 December 2021, “outstanding”, holds over what was \
                    recorded for 10 May 2023";
    assert!(check(&site).stderr.contains(outlived), "{}", check(&site).stderr);
    let stands = |day: &str| {
        let told = site.run(&["explain", "maps", "--as-of", day]).stdout;
        told.lines().find(|line| line.contains("Editor")).map(str::to_owned)
    };
    issue(&site, &format!("{agreed}{JUDGED}, until: 2023-05-09}}"));
    assert_eq!(of_editions(&site), "");
    assert!(!check(&site).stderr.contains("judgement_outlived"), "{}", check(&site).stderr);
    assert!(stands("2022-12-31").unwrap().contains("They wrote afterwards."));
    assert!(stands("2023-05-09").is_some());
    assert!(
        stands("2023-05-10").unwrap().contains("listed it until 9 May 2023 as outstanding; that is over")
    );
    let one = JUDGED.trim_start_matches("editorial: ");
    issue(
        &site,
        &format!(
            "{agreed}editorial:\n- {one}}}\n- {{heading: unresolved, reason: They went back on it., by: B. Editor, \
             on: 2023-06-01}}"
        ),
    );
    assert_eq!(of_editions(&site), "");
    assert!(!check(&site).stderr.contains("judgement_outlived"), "{}", check(&site).stderr);
    assert!(stands("2022-12-31").unwrap().contains("They wrote afterwards."));
    assert!(stands("2024-12-31").unwrap().contains("They went back on it."));
    let built = site.build();
    let data = built.page("data/archive.json");
    assert!(data.contains(r#""editorial":[{"heading":"outstanding""#), "{data}");
}

#[test]
fn a_heading_that_was_put_right_did_not_move() {
    let site = forum();
    issue(&site, "");
    let right = "- {on: 2022-03-01, corrects: 2021-03-10, agreement: partly-agreed, work: not-started, \
                 evidence: [workshops/one#p-1]}\n";
    issue(&site, right);
    let report = report(&site, "2022");
    assert!(
        report.contains("Partly agreed at [Workshop 1](../../workshops/one.html) on 10 March 2021 (as corrected on 1 March 2022)"),
        "{report}"
    );
    assert!(report.contains("one was under a wrong heading in that report and is put right"), "{report}");
    assert!(report.contains("| Corrected |") && !report.contains("| Moved |"), "{report}");
}
