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

/// A dialogue whose issue was listed as unresolved by the editors from the last day of 2021 to June 2022.
fn with_a_judgement_that_ran_out() -> Site {
    let report = |name: &str, more: &str| {
        format!("title: {name}\nperiod: {more}\nedition: 1\nstatus: draft\ndate: 2023-02-01")
    };
    let site = dialogue();
    let path = site.root().join("content/issues/judged.md");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("on: 2022-01-01}", "on: 2021-12-31, until: 2022-06-30}")).unwrap();
    site.record("reports/first", &report("First", "2021-01/2021-12"), "{{ figure(\"timeline\") }}").record(
        "reports/second",
        &report("Second", "2022-01/2022-12\nprevious: reports/first"),
        "x",
    )
}

#[test]
fn a_judgement_that_ran_out_reopens_nothing_and_is_told() {
    let site = with_a_judgement_that_ran_out();
    let ran = site.run(&["report", "second", "--format", "md", "--today", "2023-02-01"]);
    let report = &ran.stdout;
    assert!(
        report.contains(
            "one is back under the heading that the rule gives because a judgement of the editors ran out"
        ),
        "{report}{}",
        ran.stderr
    );
    assert!(report.contains("Back under the rule"), "{report}");
    let words = "Until 30 June 2022 the editor listed the issue as ‘discussed and not resolved’. That is over; the rule \
                 gives ‘outstanding’. Nobody lit one (A. Ed, 31 December 2021)";
    assert!(report.contains(words), "{report}");
    assert!(!report.contains("reopened") && !report.contains("another heading"), "{report}");
    let first = site.run(&["report", "first", "--format", "md", "--today", "2023-02-01"]).stdout;
    assert!(!first.contains("That is over"), "{first}");
    let told = site.run(&["explain", "judged", "--as-of", "2022-12-31", "--today", "2023-02-01"]);
    let words = told.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("listed it until 30 June 2022 as discussed and not resolved; that is over"),
        "{}{}",
        told.stdout,
        told.stderr
    );
    let built = site.build();
    let issue = built.page("issues/judged.html");
    assert!(issue.contains("That is over; the rule gives") && issue.contains("Nobody lit one"), "{issue}");
    let changes = built.page("changes.html");
    assert!(changes.contains("in the editors’ judgement"), "{changes}");
    assert!(changes.contains("<time datetime=\"2022-07-01\">"), "{changes}");
    let data: serde_json::Value = serde_json::from_str(&built.page("reports/second/report.json")).unwrap();
    let found = data["topics"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|topic| topic["issues"].as_array().into_iter().flatten())
        .find(|issue| issue["issue"] == "issues/judged");
    let of = found.unwrap_or_else(|| panic!("{data}"));
    assert_eq!(
        (&of["heading"], &of["move"], &of["editorial"]),
        (&"outstanding".into(), &"judgement-ran-out".into(), &serde_json::Value::Null)
    );
}

#[test]
fn the_months_of_a_period_add_up_with_judgements_to_the_headings_at_its_end() {
    let ran =
        with_a_judgement_that_ran_out().run(&["report", "first", "--format", "md", "--today", "2023-02-01"]);
    // Raised and discussed in June; listed as unresolved on the last day of December.
    assert!(ran.stdout.contains("| December 2021 | 0 | 0 | 1 |"), "{}{}", ran.stdout, ran.stderr);
}

#[test]
fn a_promise_that_is_printed_twice_was_kept_as_it_was_once() {
    let site = dialogue()
        .record("milestones/m1", "title: A list\nowner: Council\ndue: 2021-10\ndelivered: 2021-10-05", "")
        .record("milestones/m2", "title: A list\nowner: Council\ndue: 2021-10\nrepeats: milestones/m1", "");
    let ran = site.run(&["diff", "2021-09-30", "2021-12-31", "--today", "2023-01-10"]);
    assert_eq!(ran.stdout.matches("not yet due → came in time").count(), 2, "{}{}", ran.stdout, ran.stderr);
    let page = site.build().page("timetable.html");
    assert!(!page.contains("no-evidence"), "{page}");
}

#[test]
fn what_a_coarse_date_says_of_silence_is_the_least() {
    let site = dialogue().record(
        "reports/first",
        "title: First\nperiod: 2021-01/2022-12\nedition: 1\nstatus: draft\ndate: 2023-02-01",
        "x",
    );
    let path = site.root().join("content/issues/placed.md");
    let text = std::fs::read_to_string(&path).unwrap().replace("{on: 2021-06-15, at", "{on: 2021, at");
    std::fs::write(&path, text).unwrap();
    let ran = site.run(&["report", "first", "--format", "md", "--today", "2023-02-01"]);
    let words = "is of 2021, at least 12 months before 31 December 2022.";
    assert!(ran.stdout.contains(words), "{}{}", ran.stdout, ran.stderr);
    let all = "For all of the three issues that are neither resolved nor set aside, no evidence";
    assert!(ran.stdout.contains(all), "{}", ran.stdout);
}

#[test]
fn tables_are_numbered_where_they_show_a_number() {
    let typed = "Who came:\n\n| Who | March |\n| --- | ---: |\n| Members | 12 |\n";
    let site = dialogue().record(
        "reports/first",
        "title: First\nperiod: 2021-01/2021-12\nedition: 1\nstatus: draft\ndate: 2022-02-01",
        typed,
    );
    let ran = site.run(&["report", "first", "--format", "md", "--today", "2022-02-01"]);
    let first = ran.stdout.split_once("*Table ").map(|(_, rest)| rest.split('.').next());
    assert_eq!(first, Some(Some("1")), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("| Who | March |\n| --- | --: |"), "{}", ran.stdout);
}

#[test]
fn what_was_promised_after_a_report_is_no_related_action_unless_the_matrix_names_it() {
    let report = "title: First\nperiod: 2021-01/2021-12\nedition: 1\nstatus: draft\ndate: 2022-02-01";
    let told = |related: &str| {
        let topic = format!("title: Lamps\norder: 1\nnarrative: Two stand.{related}");
        let site = dialogue()
            .record("topics/lamps", &topic, "")
            .record(
                "actions/log-1",
                "title: Old\nlog_number: 1\ntopic: lamps\nraised: 2021-06-15\nstate: ongoing",
                "",
            )
            .record(
                "actions/log-2",
                "title: New\nlog_number: 2\ntopic: lamps\nraised: 2022-01-01\nstate: ongoing",
                "",
            )
            .record("reports/first", report, "x");
        let ran = site.run(&["report", "first", "--format", "md", "--today", "2022-02-01"]);
        let line = ran.stdout.lines().find(|line| line.contains("Related actions"));
        line.unwrap_or_else(|| panic!("{}{}", ran.stdout, ran.stderr)).to_owned()
    };
    assert!(told("").contains("Log 1") && !told("").contains("Log 2"), "{}", told(""));
    assert!(told("\nrelated_actions: '2'").contains(", Log 2"), "{}", told("\nrelated_actions: '2'"));
}

#[test]
fn a_topic_whose_name_is_misspelt_is_told_once() {
    let site = dialogue().record("issues/capital", "title: Where?\nTopic: lamps", "");
    let told = site.run(&["check", "--message-format", "short"]);
    let told = format!("{}{}", told.stdout, told.stderr);
    assert!(told.contains("capital.md:3:1: warning[unknown_field]"), "{told}");
    assert!(told.contains("unplaced.md:1:1: warning[issue_without_topic]"), "{told}");
    assert!(!told.contains("capital.md:1:1"), "{told}");
    // A field that the archive declares is meant.
    let site = dialogue()
        .file("annals.yaml", "title: Lamps\ndefault_visibility: public\ncollections: {issues: {fields: {topics: {type: text}}}}\n")
        .record("issues/own", "title: Where?\ntopics: lamps", "");
    let told = site.run(&["check", "--message-format", "short"]);
    let told = format!("{}{}", told.stdout, told.stderr);
    assert!(told.contains("own.md:1:1: warning[issue_without_topic]"), "{told}");
}
