//! What is said in one place holds in another: numbers that are given twice, and days that are told of a thing.

use crate::harness::{Built, Site};

fn dialogue() -> Site {
    let site = Site::new()
        .file("annals.yaml", "title: Lamps\ndefault_visibility: public\n")
        .record("topics/lamps", "title: Lamps\norder: 1", "")
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2021-06-15", "A walk along the quay.");
    let issue = |title: &str, more: &str| {
        format!(
            "title: {title}\nraised: {{on: 2021-06-15}}\nhistory:\n- {{on: 2021-06-15, at: workshops/one, discussed: true, \
             agreement: agreed, work: in-progress, evidence: [workshops/one#p-1]}}{more}"
        )
    };
    site.record("issues/placed", &issue("Which lamps?", "\ntopic: lamps"), "")
        .record("issues/unplaced", &issue("Whose lamps?", ""), "")
        .record(
            "issues/judged",
            &issue(
                "When?",
                "\ntopic: lamps\neditorial: {heading: unresolved, reason: Nobody lit one, by: A. Ed, on: 2022-01-01}",
            ),
            "",
        )
}

fn built(site: Site) -> Built {
    site.build()
}

#[test]
fn the_rows_of_the_topics_are_all_issues_that_are_counted() {
    let home = built(dialogue()).page("index.html");
    let row = |name: &str| {
        let (_, rest) = home
            .split_once(&format!("{name}</th>"))
            .or_else(|| home.split_once(&format!("{name}</a></th>")))?;
        rest.split_once("</tr>").map(|(row, _)| row.matches("class=\"n\">1</td>").count())
    };
    assert_eq!((row("Lamps"), row("Without a topic")), (Some(2), Some(1)), "{home}");
    // Where each has its topic, there is no such row.
    let site = dialogue();
    std::fs::remove_file(site.root().join("content/issues/unplaced.md")).unwrap();
    assert!(!built(site).page("index.html").contains("Without a topic"));
}

#[test]
fn a_judgement_is_of_the_day_on_which_it_was_made() {
    let page = built(dialogue()).page("issues/judged.html");
    assert!(page.contains("as at <time datetime=\"2022-01-01\">1 January 2022</time>"), "{page}");
}

#[test]
fn an_action_of_the_period_is_new_to_who_compares_its_ends() {
    let site = dialogue()
        .record("actions/log-1", "title: Old\nlog_number: 1\nraised: 2021-06-15\nstate: ongoing", "")
        .record("actions/log-2", "title: New\nlog_number: 2\nraised: 2022-01-01\nstate: ongoing", "");
    let ran = site.run(&["diff", "2021-12-31", "2022-12-31", "--today", "2023-01-10"]);
    assert!(ran.stdout.contains("+ actions/log-2"), "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stdout.contains("+ actions/log-1"), "{}", ran.stdout);
}

#[test]
fn what_came_on_the_day_of_the_report_for_which_it_was_promised_had_fallen_due() {
    let site = dialogue()
        .record("milestones/m", "title: A list\nowner: Council\ndue: 2021-12-31\ndelivered: 2021-12-31", "")
        .record(
            "reports/first",
            "title: First\nperiod: 2021-01/2021-12\nedition: 1\nstatus: draft\ndate: 2022-02-01",
            "x",
        );
    let ran = site.run(&["report", "first", "--format", "md", "--today", "2022-02-01"]);
    assert!(ran.stdout.contains("By 31 December 2021 it had fallen due"), "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stdout.contains("before it was due"), "{}", ran.stdout);
    // What came after that day is not known by then, and nothing had fallen due.
    let path = site.root().join("content/milestones/m.md");
    let text =
        std::fs::read_to_string(&path).unwrap().replace("delivered: 2021-12-31", "delivered: 2022-01-05");
    std::fs::write(&path, text).unwrap();
    let late = site.run(&["report", "first", "--format", "md", "--today", "2022-02-01"]);
    assert!(
        late.stdout.contains("By 31 December 2021 it had not fallen due."),
        "{}{}",
        late.stdout,
        late.stderr
    );
    // How long ago something was said is reckoned from the day as at which the report speaks.
    assert!(ran.stdout.contains("15 June 2021, six months before 31 December 2021."), "{}", ran.stdout);
}
