//! A report tells what was on record by its day: a discussion that was announced later, a publication that was
//! put off later and what the matrix said later are of a later report, and no change of a frozen edition.

use annals::model::lock::Lock;
use annals::read;
use serde_json::Value;

use crate::harness::Site;

const TOPIC: &str = "title: Images\nnarrative: A draft is due.\nnext_discussion: [2019-09]\n\
                     outstanding_note: [Who pays for it]\nlatest_document: [A first draft]";

/// A dialogue with a report of its first year.
fn dialogue() -> Site {
    Site::new()
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", "A talk.")
        .record("topics/images", TOPIC, "")
        .record(
            "issues/kept",
            "title: Are images kept?\ntopic: images\nnext_discussion: 2019-09-11\nraised: {on: 2018-07-03}\n\
             history:\n- {on: 2018-07-03, at: workshops/one, discussed: true, agreement: none-yet, \
             evidence: [workshops/one#p-1]}",
            "",
        )
        .record("milestones/map", "title: A map\nowner: Board\ndue: 2019-10", "")
        .record(
            "reports/first",
            &report("First", "2018-07/2019-07", "\nstatus: final\ndate: 2019-08-01"),
            "x",
        )
}

fn report(title: &str, period: &str, more: &str) -> String {
    format!("title: {title} report\nperiod: {period}\nedition: 1{more}")
}

fn frozen() -> Site {
    let site = dialogue();
    let ran = site.run(&["report", "first", "--freeze", "--today", "2019-08-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    site
}

fn edit(site: &Site, id: &str, from: &str, to: &str) {
    let path = format!("content/{id}.md");
    let text = std::fs::read_to_string(site.root().join(&path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    site.write(&path, text.replacen(from, to, 1));
}

/// What is told of the frozen edition, a line each.
fn told(site: &Site) -> String {
    let ran = site.run(&["--message-format", "short", "check", "--today", "2020-09-01"]);
    ran.stderr.lines().filter(|line| line.contains("edition_")).collect::<Vec<_>>().join("\n")
}

fn markdown(site: &Site, slug: &str) -> String {
    site.run(&["report", slug, "--format", "md", "--today", "2021-09-01"]).stdout
}

/// What the second year brings, with the days on which it was said.
fn second_year(site: Site) -> Site {
    edit(
        &site,
        "topics/images",
        "next_discussion: [2019-09]",
        "next_discussion: [2019-09, {on: 2020-12, announced: 2020-06-10}]",
    );
    edit(
        &site,
        "topics/images",
        "narrative: A draft is due.",
        "narrative:\n- {text: A draft is due., until: 2020-05-31}\n- {text: The draft is out., on: 2020-06-01}",
    );
    edit(
        &site,
        "issues/kept",
        "next_discussion: 2019-09-11",
        "next_discussion: [2019-09-11, {on: 2020-11-05, announced: 2019-09-20}]",
    );
    edit(
        &site,
        "milestones/map",
        "due: 2019-10",
        "due: 2020-12\nearlier: [{due: 2019-10, until: 2019-11-30}]",
    );
    site
}

#[test]
fn what_is_announced_and_put_off_later_is_no_change_of_a_frozen_edition() {
    let site = second_year(frozen());
    assert_eq!(told(&site), "");
    // Without the day on which it was said, it is; and the help says how to give it.
    for (id, from, to) in [
        ("issues/kept", "{on: 2020-11-05, announced: 2019-09-20}", "{on: 2020-11-05, announced: 2019-07-20}"),
        ("milestones/map", "earlier: [{due: 2019-10, until: 2019-11-30}]\n", ""),
        ("topics/images", ", announced: 2020-06-10", ""),
        ("topics/images", "text: A draft is due.", "text: A draft is overdue."),
    ] {
        let site = second_year(frozen());
        edit(&site, id, from, to);
        assert!(told(&site).contains("error[edition_changed]"), "{id}: {from}");
        let human = site.run(&["check", "--today", "2020-09-01"]).stderr.replace("\n", " ");
        let words = human.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("`announced:` in `next_discussion`, `earlier:` in a milestone"), "{words}");
    }
}

#[test]
fn each_report_tells_what_was_so_by_its_own_day() {
    let site = second_year(dialogue())
        .record("reports/second", &report("Second", "2019-08/2020-07", "\nprevious: first"), "")
        .record("reports/early", &report("Early", "2019-08/2019-08", ""), "");
    let first = markdown(&site, "first");
    for said in ["A draft is due.", "announced for September 2019.", "11 September 2019"] {
        assert!(first.contains(said), "no {said} in {first}");
    }
    for later in ["The draft is out", "December 2020", "5 November 2020", "Put off"] {
        assert!(!first.contains(later), "{later} in {first}");
    }
    let second = markdown(&site, "second");
    for said in [
        "The draft is out.",
        "announced for December 2020.",
        "5 November 2020",
        "**not yet due**. Put off from October 2019",
    ] {
        assert!(second.contains(said), "no {said} in {second}");
    }
    assert!(!second.contains("A draft is due."), "{second}");
    // What was put off before its day is not told as missing on it.
    assert!(!second.contains("Discussion of: Are images kept?"), "{second}");
    let built = site.build();
    let page = built.page("milestones/map.html");
    assert!(page.contains("Put off from") && page.contains("December 2020"), "{page}");
    assert!(built.page("timetable.html").contains("Put off from October 2019"));
}

#[test]
fn the_words_of_the_matrix_are_of_no_report_before_their_day() {
    let site = dialogue().record("reports/early", &report("Early", "2018-07/2018-12", ""), "");
    // Words without a day are told in every report, which says so.
    let early = markdown(&site, "early");
    assert!(
        early.contains("where it bears no date, it is as it stood when the report was compiled"),
        "{early}"
    );
    assert!(early.contains("A draft is due.") && early.contains("announced for September 2019"), "{early}");
    edit(
        &site,
        "topics/images",
        "narrative: A draft is due.",
        "narrative: [{text: A draft is due., on: 2019-07-11}]",
    );
    let (early, first) = (markdown(&site, "early"), markdown(&site, "first"));
    assert!(first.contains("A draft is due.") && first.contains("Who pays for it"), "{first}");
    for later in ["A draft is due.", "announced for September 2019", "What the progress matrix says"] {
        assert!(!early.contains(later), "{later} in {early}");
    }
    assert_eq!(site.run(&["check", "--today", "2021-09-01"]).status, 0);
}

#[test]
fn what_bears_no_day_is_said_to_bear_none() {
    let site = dialogue()
        .record("artefacts/map", "title: Map of the bridge\nreference: A1", "")
        .record("artefacts/plan", "title: Plan\nreference: A2\ndate: 2019-02-01", "")
        .record("papers/loose", "title: A loose sheet", "Words.")
        .record("actions/log-001", "title: Write\nlog_number: 1\nstate: open", "");
    let told = markdown(&site, "first");
    for said in [
        "One artefact is on record for the period: what an action produced. For one artefact besides no record tells \
         when it came",
        "For one of them no record says when it was made",
        "One of the workshops and papers bears no date",
    ] {
        assert!(told.contains(said), "no “{said}” in {told}");
    }
    assert!(told.find("A2, Plan") < told.find("A1, Map of the bridge"), "{told}");
}

#[test]
fn the_matrix_is_in_the_report() {
    let site = dialogue()
        .record("topics/wells", "title: Wells\noutstanding_note: [How deep they are]", "")
        .record("topics/bare", "title: Bare", "");
    let told = markdown(&site, "first");
    for said in [
        "### What the progress matrix says",
        "- **Key outstanding issues**: Who pays for it",
        "- **Latest document**: A first draft",
        "- **Key outstanding issues**: How deep they are",
        "No issue under this topic is on record here; what the progress matrix names as outstanding stands below.",
    ] {
        assert!(told.contains(said), "no “{said}” in {told}");
    }
    // The narrative stands above, where the editors wrote none of their own.
    assert!(!told.contains("**Narrative**"), "{told}");
    assert_eq!(told.matches("What the progress matrix says").count(), 2, "{told}");
    let built = site.build();
    let page = built.page("reports/first/index.html");
    assert!(page.contains("<dt>Key outstanding issues</dt><dd>How deep they are</dd>"), "{page}");
    let json: Value = serde_json::from_str(&built.page("reports/first/report.json")).unwrap();
    let of = |slug: &str| {
        let topics = json["topics"].as_array().unwrap();
        topics.iter().find(|topic| topic["topic"] == slug).unwrap()["matrix"].clone()
    };
    assert_eq!(
        of("wells"),
        serde_json::json!([{"attribute": "Key outstanding issues", "says": ["How deep they are"]}])
    );
    assert_eq!(of("bare"), Value::Null);
    // The matrix is kept for today: what an edition said of it stays, and its editors go on.
    let site = frozen();
    edit(&site, "topics/images", "A first draft", "A second draft");
    assert!(told_only_reworded(&site), "{}", self::told(&site));
}

fn told_only_reworded(site: &Site) -> bool {
    let told = told(site);
    told.contains("remark[edition_reworded]") && !told.contains("error[")
}

#[test]
fn an_edition_of_before_the_matrix_was_in_it_stands() {
    let site = frozen();
    let mut lock = Lock::clone(&read::archive(site.root()).unwrap().archive.locks()[0]);
    let edition = &mut lock.editions[0];
    edition.program = "0.1.0".to_owned();
    let before = edition.passages.len();
    edition.passages.retain(|one| !one.id.ends_with("progress-matrix"));
    assert_eq!(edition.passages.len(), before - 1);
    site.write("content/reports/first.lock.yaml", read::lock_text(&lock).unwrap());
    assert!(told_only_reworded(&site), "{}", told(&site));
    edit(&site, "topics/images", "narrative: A draft is due.", "narrative: A draft is out.");
    assert!(told(&site).contains("error[edition_changed]"), "{}", told(&site));
}

#[test]
fn everybody_is_told_of_what_is_published_and_never_that_there_was_nothing() {
    let closed = "\nvisibility: members";
    let site = Site::new()
        .record("topics/images", "title: Images", "")
        .record(
            "issues/kept",
            &format!("title: Kept?\ntopic: images\nraised: {{on: 2018-07-03}}{closed}"),
            "",
        )
        .record("milestones/map", &format!("title: A map\ndue: 2019-06{closed}"), "")
        .record("papers/one", &format!("title: One\ndate: 2019-01-01{closed}"), "Words.")
        .record("artefacts/a", &format!("title: A\ndate: 2019-01-01{closed}"), "")
        .record("workshops/w", &format!("title: W\ndate: 2019-01-01{closed}"), "")
        .record("reports/first", &report("First", "2018-07/2019-07", ""), "x");
    let told = markdown(&site, "first");
    for said in [
        "By 31 July 2019 no issue had been raised that is published here.",
        "No promise of a publication is published here.",
        "No issue under this topic is published here.",
        "No paper of the period is published here.",
        "No artefact of the period is published here.",
        "No workshop of the period is published here.",
        "On 31 July 2019 no action was on record that is published here.",
        "No interest is published here.",
    ] {
        assert!(told.contains(said), "no “{said}” in {told}");
    }
    for denied in ["had been promised", "is on record.", "no issue had been raised."] {
        assert!(!told.contains(denied), "{denied} in {told}");
    }
    let members = site.run(&["report", "first", "--audience", "members", "--format", "md"]).stdout;
    assert!(members.contains("No interest is on record."), "{members}");
}

#[test]
fn what_comes_before_its_day_has_not_fallen_due() {
    let site = dialogue()
        .record("milestones/early", "title: Early\ndue: 2022-12\ndelivered: 2019-03-01", "")
        .record("milestones/kept", "title: Kept\ndue: 2019-04\ndelivered: 2019-04-01", "");
    let told = markdown(&site, "first");
    let said = "The timetable has three publications. By 31 July 2019 one of them had fallen due: one came in time. \
                One came before it was due.";
    assert!(told.contains(said), "{told}");
}

#[test]
fn a_report_without_an_issue_has_no_table_of_issues() {
    let site = Site::new().record("reports/first", &report("First", "2018-07/2019-06", ""), "x").record(
        "reports/second",
        &report("Second", "2019-07/2020-06", "\nprevious: first"),
        "x",
    );
    let told = markdown(&site, "second");
    assert!(!told.contains("where it stood then"), "{told}");
}

#[test]
fn an_action_can_be_found_in_the_registers() {
    let action = "title: Write\nlog_number: 1\nraised: 2019-01-02\nstate: completed\nstate_on: 2019-03-04";
    let built = dialogue().record("actions/log-001", action, "").build();
    let report = built.page("reports/first/index.html");
    let row = "<tr id=\"table-actions-log-001\" data-action=\"actions/log-001\" data-state=\"completed\">";
    assert!(report.contains(row), "{report}");
    let register = built.page("actions/index.html");
    let row = "<tr id=\"action-log-001\" data-action=\"actions/log-001\" data-state=\"completed\">";
    assert!(register.contains(row), "{register}");
}
