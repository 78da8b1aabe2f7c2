//! What pages say is so: numbers and words that readers quote, held against the records.

use crate::harness::{Built, Site};

/// Text without markup and with single spaces.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        rest = rest[open..].find('>').map_or("", |close| &rest[open + close + 1..]);
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between two marks of a page, as text.
fn between(page: &str, from: &str, to: &str) -> String {
    let after = page.split_once(from).unwrap_or_else(|| panic!("no {from} in {page}")).1;
    text(after.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0)
}

const TABLE: &str = "A talk.\n\n| Action | Owner |\n| --- | --- |\n| **Action 1:** Count the gulls | HO |\n\
                     | **Action 2:** Feed the gulls | Harbour Office |\n";

fn meeting() -> Site {
    Site::new()
        .file(
            "annals.yaml",
            "title: T\ndefault_visibility: public\nglossary: {HO: Harbour Office, CSOs: Civil society}\n",
        )
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03\nupdated: 2026-11-20", TABLE)
}

#[test]
fn a_report_says_how_far_work_has_come_and_calls_no_silence_a_talk() {
    let issue = |title: &str, agreement: &str, work: &str| {
        format!(
            "title: {title}\nraised: {{on: 2018-07-03}}\nhistory:\n- {{on: 2018-07-03, at: workshops/one, discussed: true, \
             agreement: {agreement}, work: {work}, evidence: [workshops/one#p-1]}}"
        )
    };
    let built = meeting()
        .record("issues/a", &issue("A", "agreed", "in-progress"), "")
        .record("issues/b", &issue("B", "partly-agreed", "in-progress"), "")
        .record("issues/c", &issue("C", "agreed", "not-started"), "")
        .record("issues/d", &issue("D", "agreed", "no-evidence"), "")
        .record("issues/e", &issue("E", "none-yet", "no-evidence"), "")
        .record(
            "reports/first",
            "title: First report\nperiod: 2018-07/2019-07\nedition: 1\ndate: 2019-08-01",
            "",
        )
        .build();
    let report = text(&built.page("reports/first/index.html"));
    assert!(
        report.contains(
            "Of the five outstanding issues, four are agreed and their work is not shown to be done and one has been \
             discussed without an agreement. Of the four that are agreed, work is under way on two, work has not begun \
             on one and for one no evidence of work is published."
        ),
        "{report}"
    );
    assert!(
        report.contains(
            "For all of the five outstanding issues, no evidence of the last three months is published."
        ),
        "{report}"
    );
    assert!(!report.contains("wait for work") && !report.contains("still under discussion"), "{report}");
}

#[test]
fn who_writes_on_in_a_write_up_brings_no_promise_up_to_date() {
    let built = meeting()
        .record("actions/log-007", "title: Paint the pier\nlog_number: 7\nupdated: 2026-11-21", "")
        .build();
    let changes = built.page("changes.html");
    let entry = |title: &str, what: &str| {
        let entries = changes.split("<li").map(text);
        entries.filter(|entry| entry.contains(title) && entry.contains(what)).count()
    };
    assert_eq!(entry("Workshop 1", "Workshop brought up to date"), 1, "{changes}");
    assert_eq!(entry("Paint the pier", "Action brought up to date"), 1, "{changes}");
    assert_eq!(entry("the gulls", "brought up to date"), 0, "{changes}");
    assert!(!built.page("actions/feed.xml").contains("2026-11-20"), "the feed tells the day of the write-up");
    let action = built.page("actions/one-action-1.html");
    assert!(!text(&action).contains("20 November 2026"), "{action}");
}

#[test]
fn what_papers_state_is_no_part_of_what_the_records_show() {
    let built = meeting()
        .record(
            "topics/birds",
            "title: Birds\nrelated_actions: [7, 9, 12]\noutstanding_note: [None, The gulls come back]",
            "",
        )
        .record("issues/a", "title: Who feeds them?\ntopic: birds\nraised: {on: 2018-07-03}", "")
        .record("actions/log-007", "title: Paint the pier\nlog_number: 7", "")
        .build();
    let stated = "Stated in the papers: None; The gulls come back";
    for page in ["progress.html", "topics/birds.html", "data/progress.csv"] {
        let page = built.page(page);
        assert_eq!(text(&page).matches(stated).count(), 1, "{page}");
    }
    let topic = built.page("topics/birds.html");
    let said = "7, 9, 12 Numbers of the action log; 2 of them have no record here.";
    assert!(text(&topic.replace("</dd>", " ")).contains(said), "{topic}");
}

#[test]
fn the_home_page_counts_as_its_pages_do() {
    let built = meeting()
        .record("workshops/two", "title: Workshop 2\nnumber: 2\ndate: 2019-09-19\nstatus: planned", "")
        .record("milestones/guide", "title: A guide\ndue: 2019-09", "")
        .record("milestones/guide-again", "title: A guide\ndue: 2019-09\nrepeats: milestones/guide", "")
        .build();
    let home = built.page("index.html");
    let count = |address: &str| {
        let entry = home.split("<li>").find(|entry| {
            entry.contains(&format!("href=\"{address}\"><"))
                || entry.contains(&format!("<h3><a href=\"{address}\""))
        });
        between(entry.unwrap_or_else(|| panic!("no {address} in {home}")), "<div class=\"key\">", "</div>")
    };
    assert_eq!(count("timetable.html"), "1 promise");
    assert_eq!(count("workshops/index.html"), "2 workshops, 1 of them only announced");
    let list = text(&built.page("workshops/index.html"));
    assert!(list.contains("2 workshops, 1 of them only announced."), "{list}");
}

#[test]
fn one_owner_has_one_name_in_a_list() {
    let position = "{party: CSOs, view: Feed them}, {party: Residents, view: Do not}";
    let built: Built = meeting()
        .record(
            "issues/a",
            &format!(
                "title: Who feeds them?\nraised: {{on: 2018-07-03}}\nhistory:\n- {{on: 2018-07-03, at: workshops/one, \
                 discussed: true, agreement: not-agreed, evidence: [workshops/one#p-1], positions: [{position}]}}"
            ),
            "",
        )
        .record("reports/first", "title: First report\nperiod: 2018-07/2019-07\nedition: 1\ndate: 2019-08-01", "")
        .build();
    let owners = |page: &str| built.page(page).matches("Harbour Office</td>").count();
    assert_eq!((owners("actions/index.html"), owners("reports/first/index.html")), (2, 2));
    let workshop = built.page("workshops/one.html");
    assert_eq!(workshop.matches(" · Harbour Office").count(), 2, "{workshop}");
    // The page of the action has it as it was written.
    let action = built.page("actions/one-action-1.html");
    assert!(action.contains("HO (Harbour Office)"), "{action}");
    let issue = built.page("issues/a.html");
    assert!(
        issue.contains("<h3>Civil society (CSOs)</h3>") && issue.contains("<h3>Residents</h3>"),
        "{issue}"
    );
}
