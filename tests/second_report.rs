//! What a report says of the time since the one before it: issues that were opened again, renamed, merged
//! and taken out; promises; a period that is still running; a report that does not say what it follows.

use crate::harness::{Built, Site};

const FIRST: &str = "title: First report\nperiod: 2021-09/2022-08\nedition: 1\nstatus: final";
const SECOND: &str =
    "title: Second report\nperiod: 2022-09/2023-08\nedition: 1\nstatus: draft\nprevious: first";

fn issue(title: &str, topic: &str, history: &str) -> String {
    format!("title: {title}\ntopic: {topic}\nraised: {{on: 2021-09-11}}\nhistory:\n{history}")
}

/// An assembly on water, with the report of its first year frozen.
fn assembly() -> Site {
    let site = Site::new()
        .record("topics/leakage", "title: Leakage\norder: 1", "")
        .record("topics/metering", "title: Metering\norder: 2", "")
        .record("topics/overflows", "title: Overflows\norder: 3", "")
        .record("workshops/one", "title: First\nnumber: 1\ndate: 2021-09-11", "A talk.")
        .record(
            "issues/districts",
            &issue(
                "Leakage by district?",
                "leakage",
                "- {on: 2021-09-11, at: workshops/one, agreement: agreed, work: not-started, evidence: [workshops/one#p-1]}\n\
                 - {on: 2021-09-28, work: done}",
            ),
            "",
        )
        .record("issues/half", &issue("How soon?", "leakage", "- {on: 2021-10-01, agreement: none-yet}"), "")
        .record(
            "issues/meters",
            &issue("Who pays?", "metering", "- {on: 2021-09-11, at: workshops/one, agreement: not-agreed, evidence: [workshops/one#p-1]}"),
            "",
        )
        .record("issues/bans", &issue("Who bans hoses?", "metering", "- {on: 2021-09-11, agreement: agreed}"), "")
        .record("issues/live", &issue("Live overflows?", "overflows", "- {on: 2021-09-11, agreement: agreed}"), "")
        .record("reports/first", FIRST, "The first year.");
    let frozen = site.run(&["report", "first", "--freeze", "--today", "2022-09-05"]);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    site.record("reports/second", SECOND, "The second year.")
}

/// A report as its readers see it, the records being in whatever state they are: the first one is a draft
/// of its next edition, so that nothing has to stand as it was.
fn told(site: &Site, report: &str, audience: &str, today: &str) -> String {
    site.write(
        "content/reports/first.md",
        format!(
            "---\n{}\n---\n\nThe first year.\n",
            FIRST.replace("edition: 1", "edition: 2").replace("final", "draft")
        ),
    );
    let asked = ["report", report, "--format", "md", "--audience", audience, "--today", today];
    let ran = site.run(&asked);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stdout
}

/// The lines of a report that have one of these words.
fn lines(report: &str, words: &[&str]) -> String {
    let has = |line: &&str| words.iter().any(|word| line.contains(word));
    report.lines().filter(has).collect::<Vec<_>>().join("\n")
}

fn add(site: &Site, issue: &str, entry: &str) {
    let path = site.root().join(format!("content/issues/{issue}.md"));
    let text = std::fs::read_to_string(&path).unwrap();
    site.write(
        &format!("content/issues/{issue}.md"),
        text.replace("\n---\n\n", &format!("\n- {entry}\n---\n\n")),
    );
}

#[test]
fn an_issue_that_was_agreed_and_reopened_is_told_as_both() {
    let site = assembly();
    add(&site, "districts", "{on: 2022-11-12, at: workshops/one, agreement: none-yet, work: in-progress}");
    let report = told(&site, "second", "members", "2023-09-01");
    insta::assert_snapshot!(lines(&report, &["reopened at", "nothing is agreed"]), @r"
    | It was discussed, and nothing is agreed. | **outstanding** discussion to continue | 1 |
    **¶19** Agreed at [Workshop 1](../../workshops/one.html) on 11 September 2021, and reopened at [Workshop 1](../../workshops/one.html) on 12 November 2022; no agreement is on record since then.
    ");
    let explained = site.run(&["explain", "districts"]).stdout;
    assert!(explained.contains("Agreed at Workshop 1 on 11 September 2021, and reopened"), "{explained}");
    // The entry that decides does not say that nothing was discussed.
    let site = site.build();
    let page = site.page("issues/districts.html");
    let last = page.split("id=\"event-3\"").nth(1).unwrap();
    assert!(!last.contains("not discussed"), "{last}");
}

#[test]
fn a_renamed_issue_is_followed_and_one_that_is_gone_is_told() {
    let site = assembly();
    let moved = |from: &str, to: &str, with: &str| {
        let old = site.root().join(format!("content/issues/{from}.md"));
        let text = std::fs::read_to_string(&old).unwrap();
        std::fs::remove_file(old).unwrap();
        site.write(&format!("content/issues/{to}.md"), text.replacen("---\n", &format!("---\n{with}\n"), 1));
    };
    moved("live", "live-overflows", "aliases: [issues/live]");
    let renamed = told(&site, "second", "public", "2023-09-01");
    insta::assert_snapshot!(lines(&renamed, &["raised by now", "Live overflows?]("]), @r"
    **¶5** The report before this one, [First report](../first/index.html), speaks as at 31 August 2022. Of the five issues raised by now, three are still outstanding and two are otherwise unchanged.
    | [Live overflows?](#issue-live-overflows) | **outstanding** | **outstanding** | Still outstanding after 23 months |
    ");

    // One is merged into another, and one is taken out.
    std::fs::remove_file(site.root().join("content/issues/half.md")).unwrap();
    std::fs::remove_file(site.root().join("content/issues/bans.md")).unwrap();
    moved("meters", "meters", "aliases: [/issues/bans.html]");
    let [public, members] =
        ["public", "members"].map(|audience| told(&site, "second", audience, "2023-09-01"));
    insta::assert_snapshot!(lines(&public, &["raised by now", "| [", "not among"]), @r"
    **¶6** The report before this one, [First report](../first/index.html), speaks as at 31 August 2022. Of the three issues raised by now, one is still outstanding and two are otherwise unchanged. Two issues of that report are no longer published: [How soon?](../first/edition-1/index.html#p-16) (then **outstanding**) and [Who bans hoses?](../first/edition-1/index.html#p-19) (then **outstanding**, now part of [Who pays?](../../issues/meters.html)).
    | [Leakage by district?](#issue-districts) | **resolved** | **resolved** | Unchanged |
    | [Who pays?](#issue-meters) | **unresolved** | **unresolved** | Still not resolved after 23 months |
    | [Live overflows?](#issue-live-overflows) | **outstanding** | **outstanding** | Still outstanding after 23 months |
    | [How soon?](../first/edition-1/index.html#p-16) | **outstanding** | No longer published | Where it went is not told |
    | [Who bans hoses?](../first/edition-1/index.html#p-19) | **outstanding** | No longer published | Now part of [Who pays?](../../issues/meters.html) |
    ");
    insta::assert_snapshot!(lines(&members, &["raised by now", "| [How soon"]), @r"
    **¶6** The report before this one, [First report](../first/index.html), speaks as at 31 August 2022. Of the three issues raised by now, one is still outstanding and two are otherwise unchanged. Two issues of that report are no longer on record: [How soon?](../first/edition-1/index.html#p-16) (then **outstanding**) and [Who bans hoses?](../first/edition-1/index.html#p-19) (then **outstanding**, now part of [Who pays?](../../issues/meters.html)).
    | [How soon?](../first/edition-1/index.html#p-16) | **outstanding** | No longer on record | Where it went is not told |
    ");
    let built = site.build();
    let page = built.page("issues/live-overflows.html");
    assert!(page.contains("First report, edition 1"), "the report before knows it by its old name: {page}");
    assert!(built.page("reports/second/index.html").contains("no longer published"));
}

#[test]
fn what_is_gone_is_said_in_the_same_words_whether_members_still_have_it() {
    let [with, without] = [true, false].map(|kept| {
        // What was published once is no secret; the leak scan asks the editors to say so.
        let site = assembly().file(
            "annals.yaml",
            "title: Test archive\ndefault_visibility: public\npublic: {words: [\"How soon?\"]}\n",
        );
        let path = site.root().join("content/issues/half.md");
        let text = std::fs::read_to_string(&path).unwrap();
        match kept {
            true => {
                site.write("content/issues/half.md", text.replacen("---\n", "---\nvisibility: members\n", 1))
            }
            false => std::fs::remove_file(path).unwrap(),
        }
        told(&site, "second", "public", "2023-09-01")
    });
    assert!(with.contains("One issue of that report is no longer published"), "{with}");
    assert_eq!(with, without);
}

#[test]
fn where_most_is_outstanding_names_no_single_issue_and_cuts_no_tie() {
    let site = assembly();
    add(&site, "districts", "{on: 2022-11-12, agreement: agreed, work: in-progress}");
    let most = |site: &Site| lines(&told(site, "second", "members", "2023-09-01"), &["Most is"]);
    insta::assert_snapshot!(most(&site), @"**¶3** Most is outstanding under [Leakage](../../topics/leakage.html) (two).");
    let site = site
        .record("issues/more", &issue("More?", "leakage", "- {on: 2021-09-11, agreement: agreed}"), "")
        .record("issues/mains", &issue("Mains?", "overflows", "- {on: 2021-09-11, agreement: agreed}"), "")
        .record("issues/dials", &issue("Dials?", "metering", "- {on: 2021-09-11, agreement: agreed}"), "");
    insta::assert_snapshot!(most(&site), @"**¶3** Most is outstanding under [Leakage](../../topics/leakage.html) (three), [Metering](../../topics/metering.html) (two) and [Overflows](../../topics/overflows.html) (two).");
}

#[test]
fn a_workshop_that_was_only_planned_is_something_that_did_not_come() {
    let site =
        assembly().record("workshops/two", "title: Second\nnumber: 2\ndate: 2023-05-20\nstatus: planned", "");
    let report = told(&site, "second", "members", "2023-09-01");
    insta::assert_snapshot!(lines(&report, &["promised", "only that", "only as planned"]), @r"
    **¶7** Of what was promised for the time since, one is not on record or not closed.
    | [Workshop 2](../../workshops/two.html) | 20 May 2023 | on record only as planned |
    **¶15** ‘No evidence’ of work is not the same as ‘not started’: it says that nothing on record shows whether the work was done. What is recorded shows what was said and promised; it does not by itself show that a promise had the effect that was hoped for.
    **¶25** No publication had been promised.
    **¶27** One workshop falls in the period; the record says only that it was planned.
    ");
}

#[test]
fn a_report_that_does_not_say_what_it_follows_is_not_called_the_first() {
    let site = assembly().record("reports/second", &SECOND.replace("\nprevious: first", ""), "Alone.");
    let report = told(&site, "second", "members", "2023-09-01");
    insta::assert_snapshot!(lines(&report, &["does not name", "first report,"]), @"**¶5** This report does not name the one before it, so that nothing in it is compared with an earlier one. Within its period no issue moved to another heading.");
    assert!(told(&site, "first", "members", "2023-09-01").contains("This is the first report"));
}

#[test]
fn a_period_that_is_still_running_is_told_as_far_as_it_has_come() {
    let site = assembly().record("reports/second", &SECOND.replace("draft", "final"), "So far.");
    let report = told(&site, "second", "members", "2023-02-01");
    insta::assert_snapshot!(lines(&report, &["¶1*", "As at:", "had not ended"]), @r"
    - **As at:** 1 February 2023
    **¶1** So far, as at 1 February 2023, five issues have been raised in the dialogue; the period of this report is not over. One was discussed and resolved, one was discussed and not resolved, three are outstanding and none was set aside as out of scope.
    **¶16** The period had not ended when this report was compiled: it speaks as at 1 February 2023, and holds what was on record then.
    ");
    assert!(!report.contains("31 August 2023"), "{report}");
    // A figure that has nothing to show yet is no fault of who asks for it.
    site.write(
        "content/reports/third.md",
        "---\ntitle: Third\nperiod: 2020/2030\n---\n\n{{ figure(\"headings\") }}\n",
    );
    let third = told(&site, "third", "members", "2021-01-01");
    assert!(third.contains("There is nothing to show here so far."), "{third}");
    std::fs::remove_file(site.root().join("content/reports/third.md")).unwrap();
    // It can be frozen no earlier than on the day after, and the help says so.
    let frozen = site.run(&["report", "second", "--freeze", "--today", "2023-02-01"]);
    assert_eq!(frozen.status, 2, "{}", frozen.stderr);
    assert!(frozen.stderr.contains("what is still to come cannot be frozen"), "{}", frozen.stderr);
    let checked = site.run(&["check", "--today", "2023-02-01"]).stderr;
    insta::assert_snapshot!(lines(&checked, &["its period ends"]), @"  = help: its period ends on 2023-08-31: write `status: draft` until then; after it run `annals report second --freeze`, and commit what it writes");
    site.run(&["build", "--today", "2023-02-01", "--no-pdf"]);
    let home = Built::of(site, "public").page("index.html");
    assert!(home.contains("So far, as at"), "{home}");
}

#[test]
fn the_public_is_told_what_is_published_and_members_what_is_recorded() {
    let site = assembly();
    let seen = |audience: &str| {
        let report = told(&site, "second", audience, "2023-09-01");
        lines(&report, &["¶3*", "vidence that", "No evidence", "The histories"])
    };
    insta::assert_snapshot!(seen("public"), @r"
    **¶3** For one of the four issues that are neither resolved nor set aside, no evidence of the last three months is published and for three none is published at all.
    **¶14** The histories of the issues hold six entries by then; as evidence two name a passage and for four none is published.
    **¶15** ‘No evidence’ of work is not the same as ‘not started’: it says that nothing on record shows whether the work was done. What is recorded shows what was said and promised; it does not by itself show that a promise had the effect that was hoped for.
    - The last evidence that is published is of 11 September 2021, 23 months before 31 August 2023.
    - No evidence is published.
    - The last evidence that is published is of 11 September 2021, 23 months before 31 August 2023.
    - No evidence is published.
    - No evidence is published.
    ");
    insta::assert_snapshot!(seen("members"), @r"
    **¶3** For one of the four issues that are neither resolved nor set aside, no evidence has been recorded for three months or longer and for three none has been recorded at all.
    **¶14** The histories of the issues hold six entries by then; as evidence two name a passage and four name none.
    **¶15** ‘No evidence’ of work is not the same as ‘not started’: it says that nothing on record shows whether the work was done. What is recorded shows what was said and promised; it does not by itself show that a promise had the effect that was hoped for.
    - No evidence has been recorded since 11 September 2021, 23 months before 31 August 2023.
    - No evidence has been recorded.
    - No evidence has been recorded since 11 September 2021, 23 months before 31 August 2023.
    - No evidence has been recorded.
    - No evidence has been recorded.
    ");
}

#[test]
fn one_and_all_are_told_in_words_that_fit() {
    let site = assembly()
        .record("topics/bills", "title: Bills\norder: 4", "")
        .record("issues/bills", "title: Who pays bills?\ntopic: bills\nraised: {on: 2021-09-11}", "")
        .record("actions/one", "title: Ask\nworkshop: workshops/one\nnumber: 1", "")
        .record("actions/two", "title: Tell\nworkshop: workshops/one\nnumber: 2", "")
        .record("milestones/map", "title: Map\ndue: 2022-10-01", "")
        .record("milestones/plan", "title: Plan\ndue: 2022-11-01\ndelivered: 2022-10-30", "")
        .record(
            "reports/second",
            SECOND,
            "{{ issues(heading=\"set-aside\") }}\n\n{{ issues(heading=\"resolved\", topic=\"bills\") }}",
        )
        .record("reports/third", "title: Third\nperiod: 2024\nprevious: second\nstatus: draft", "");
    let report = told(&site, "second", "members", "2023-09-01");
    let words = ["discussed it", "still not closed", "fallen due", "No issue"];
    insta::assert_snapshot!(lines(&report, &words), @r"
    **¶4** No issue is set aside.
    **¶5** No issue under [Bills](../../topics/bills.html) is resolved.
    **¶7** Two actions were carried over from the period before; both are still not closed.
    **¶25** One issue has been raised; it is outstanding. No meeting is on record that discussed it.
    **¶29** The timetable has two publications. By 31 August 2023 both had fallen due: one came in time and for one nothing shows that it came.
    ");
    let third = told(&site, "third", "members", "2025-01-01");
    insta::assert_snapshot!(lines(&third, &["Period:"]), @"- **Period:** 2024");
}

#[test]
fn editions_of_two_reports_are_told_apart() {
    let site = assembly();
    let ran = site.run(&["diff", "first#edition-1", "second", "--today", "2023-09-01"]);
    insta::assert_snapshot!(lines(&ran.stdout, &["paragraph 1 of"]), @"    paragraph 1 of edition 1 of “First report”, paragraph 1 of edition 1 of “Second report”");
}

#[test]
fn in_welsh_one_is_one_and_clauses_stand_in_a_row() {
    let site = assembly().file("annals.yaml", "title: Archif\ndefault_visibility: public\nlanguages: [cy]\n");
    add(&site, "districts", "{on: 2022-11-12, at: workshops/one, agreement: none-yet, work: in-progress}");
    let report = told(&site, "second", "members", "2023-09-01");
    insta::assert_snapshot!(lines(&report, &["¶1*", "hailagorwyd"]), @r"
    **¶1** Erbyn 31 Awst 2023, roedd 5 mater wedi'u codi yn y ddeialog. Ni chafodd yr un ei drafod a'i ddatrys, cafodd 1 ei drafod heb ei ddatrys, mae 4 yn weddill, ni roddwyd yr un o'r neilltu fel un y tu allan i'r cwmpas.
    **¶19** Cytunwyd yn ystod [Gweithdy 1](../../workshops/one.html) ar 11 Medi 2021, ac fe'i hailagorwyd yn ystod [Gweithdy 1](../../workshops/one.html) ar 12 Tachwedd 2022; nid oes cytundeb ar gofnod ers hynny.
    ");
    assert!(!report.contains("yn Gweithdy"), "{report}");
    assert!(!report.contains(" a mae ") && !report.contains(" a ni "), "{report}");
}

#[test]
fn a_discussion_that_was_none_is_told_nowhere_as_one() {
    let entered =
        "- {on: 2021-09-11, at: workshops/one, agreement: agreed, work: done, evidence: [workshops/one#p-1]}";
    let none = "- {on: 2022-03-01, corrects: 2021-09-11, discussed: false, agreement: none-yet, work: no-evidence, \
                note: It was another question., evidence: [workshops/one#p-1]}";
    let site = |history: &str| {
        Site::new()
            .record("topics/leakage", "title: Leakage\norder: 1", "")
            .record("workshops/one", "title: First\nnumber: 1\ndate: 2021-09-11", "A talk.")
            .record("issues/drips", &issue("What of drips?", "leakage", history), "")
            .record("reports/first", "title: First report\nperiod: 2021-09/2022-08\nstatus: draft", "A year.")
    };
    let before = site(entered).build();
    assert!(before.page("workshops/one.html").contains("id=\"_discussed\""));
    assert!(before.page("topics/leakage.html").contains("../workshops/one.html"));
    let after = site(&format!("{entered}\n{none}")).build();
    assert!(!after.page("workshops/one.html").contains("id=\"_discussed\""));
    assert!(!after.page("topics/leakage.html").contains("../workshops/one.html"));
    let report = after.page("reports/first/index.html");
    assert!(
        report.contains("takes that back") && report.contains("no discussion of it is on record"),
        "{report}"
    );
    let ran = after.site.run(&["report", "first", "--format", "json"]);
    assert!(ran.stdout.contains("\"not yet discussed\""), "{}", ran.stdout);
}
