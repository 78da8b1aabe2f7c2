//! The ordinary work of a second year, and the edition that was frozen in the first: what came on record since
//! is no change of it, what it says is held against the records all the same.

use annals::model::lock::{Form, Lock};
use annals::read;

use crate::harness::{Ran, Site};

/// A dialogue with a final report of its first year, frozen on 1 August 2019.
fn frozen() -> Site {
    let site = unfrozen();
    let ran = site.run(&["report", "first", "--freeze", "--today", "2019-08-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    site
}

fn unfrozen() -> Site {
    let issue = |title: &str, topic: &str, part: &str| {
        format!(
            "title: {title}\ntopic: {topic}\nraised: {{on: 2018-07-03}}\nhistory:\n\
             - {{on: 2018-07-03, at: workshops/one, discussed: true, agreement: agreed, work: in-progress, \
             evidence: [workshops/one#{part}]}}"
        )
    };
    Site::new()
        .record(
            "workshops/one",
            "title: Workshop 1\nnumber: 1\ndate: 2018-07-03",
            "A talk.\n\nThe **Board** will look.\n\n| Action | Responsible |\n| --- | --- |\n\
             | **Action 1:** Draw a map | Board |\n",
        )
        .record("workshops/two", "title: Workshop 2\nnumber: 2\ndate: 2019-11-05", "Another talk.")
        .record("topics/images", "title: Images", "")
        .record("topics/sharing", "title: Sharing", "")
        .record("issues/kept", &issue("Are images kept?", "images", "p-2"), "")
        .record("issues/asked", &issue("Who may ask?", "sharing", "p-1"), "")
        .record("issues/quiet", &(issue("What was quiet?", "images", "p-1") + "\nvisibility: members"), "")
        .record("milestones/map", "title: A map\nowner: Board\ndue: 2019-06", "")
        .record(
            "reports/first",
            "title: First report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: final\ndate: 2019-08-01",
            "The year was short. See @issues/kept and [@workshops/one].",
        )
}

fn run(site: &Site) -> Ran {
    site.run(&["--message-format", "short", "check", "--today", "2020-09-01"])
}

/// What is told of the frozen edition, a line each.
fn told(site: &Site) -> String {
    let is_of_it = |line: &&str| ["edition_", "cited_"].iter().any(|code| line.contains(code));
    run(site).stderr.lines().filter(is_of_it).collect::<Vec<_>>().join("\n")
}

fn edit(site: &Site, id: &str, from: &str, to: &str) {
    let path = format!("content/{id}.md");
    let text = std::fs::read_to_string(site.root().join(&path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    site.write(&path, text.replacen(from, to, 1));
}

#[test]
fn what_came_on_record_since_is_no_change_of_a_frozen_edition() {
    let site = frozen()
        .record("topics/wells", "title: Wells", "")
        .record(
            "issues/wells",
            "title: Who digs wells?\ntopic: wells\nraised: {at: workshops/two, on: 2019-11-05}",
            "",
        )
        .record("milestones/wells", "title: A map of wells\ndue: 2020-12", "")
        .record("artefacts/map", "title: The map\nreference: A1\ndate: 2019-12-01", "")
        .record(
            "actions/one-action-1",
            "title: Draw a map\nworkshop: one\nnumber: 1\nstate: completed\nstate_on: 2019-12-01\n\
             artefact: [map]",
            "",
        );
    edit(
        &site,
        "issues/quiet",
        "visibility: members",
        "visibility: public\nreleased: {by: All, on: 2020-03-01, basis: Agreed}",
    );
    edit(&site, "workshops/two", "Another talk.", "Another [[redact: r]]long[[/redact]] talk.");
    assert_eq!(told(&site), "");
    // Where it can be told that it was promised by then, the edition lacks it.
    edit(&site, "milestones/wells", "due: 2020-12", "due: 2020-12\nsource: workshops/one");
    assert!(
        told(&site).contains("error[edition_changed] edition 1 says something else in "),
        "{}",
        told(&site)
    );
    // What its readers could have read then, without a date that is later, is a change, until the record says so.
    let site = frozen().record("milestones/old", "title: An old promise\ndue: 2019-01", "");
    let human = site.run(&["check", "--today", "2020-09-01"]).stderr;
    assert!(
        human.contains(
            "a record that came after 1 August 2019 stays out of the edition with `embargo: 2019-08-02` in it"
        ),
        "{human}"
    );
    edit(&site, "milestones/old", "due:", "embargo: 2019-08-02\ndue:");
    assert_eq!(told(&site), "");
}

#[test]
fn an_embargo_keeps_a_new_record_out_of_what_members_signed_too() {
    let site = unfrozen();
    let ran = site.run(&["report", "first", "--freeze", "--audience", "members", "--today", "2019-08-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let site = site.record("milestones/old", "title: An old promise\ndue: 2019-01", "");
    assert!(told(&site).contains("error[edition_changed]"), "{}", told(&site));
    edit(&site, "milestones/old", "due:", "embargo: 2019-08-02\ndue:");
    assert_eq!(told(&site), "");
}

#[test]
fn a_topic_under_another_title_and_an_issue_under_another_topic_are_worded_otherwise() {
    let site = frozen();
    edit(&site, "topics/sharing", "title: Sharing", "title: Sharing of pictures");
    edit(&site, "issues/kept", "topic: images", "topic: sharing");
    assert_eq!(
        told(&site),
        "content/issues/kept.md:3:8: remark[edition_reworded] edition 1 of `reports/first` has this issue under `topics/images`\n\
         content/topics/sharing.md:2:8: remark[edition_reworded] edition 1 of `reports/first` calls this topic “Sharing”"
    );
    // What is withheld in the meeting itself is counted otherwise now, and that is all.
    let site = frozen();
    edit(&site, "workshops/one", "Draw a map", "Draw a [[redact: r]]map[[/redact]]");
    edit(&site, "workshops/one", "| Board |", "| Board |\n\nA [[redact: r]]word[[/redact]].");
    let found = told(&site);
    assert!(found.contains("remark[edition_reworded] paragraph "), "{found}");
}

#[test]
fn a_change_of_what_was_said_is_told_beside_what_came_since() {
    let site = frozen().record("topics/wells", "title: Wells", "");
    edit(&site, "issues/asked", "agreement: agreed", "agreement: not-agreed");
    let found = told(&site);
    assert!(found.starts_with("content/issues/asked.md:6:3: error[edition_changed] paragraph "), "{found}");
    assert!(!found.contains("Wells") && !found.contains("issues/kept"), "{found}");
    let site = frozen();
    std::fs::remove_file(site.root().join("content/issues/asked.md")).unwrap();
    assert!(told(&site).contains("is gone: “Who may ask?”"), "{}", told(&site));
}

#[test]
fn a_passage_that_is_cited_and_is_another_one_now_is_told() {
    let site = frozen();
    let lock = std::fs::read_to_string(site.root().join("content/reports/first.lock.yaml")).unwrap();
    assert!(lock.contains("cited:\n  - passage: workshops/one#p-1\n"), "{lock}");
    // What is new below the others moves none of them, and another emphasis is no other word.
    edit(&site, "workshops/one", "The **Board** will look.", "The Board will *look*.\n\nIt rained.");
    assert_eq!(told(&site), "");
    edit(&site, "workshops/one", "A talk.", "A talk.\n\nIt was hot.");
    assert_eq!(
        told(&site),
        "content/workshops/one.md:9:1: warning[cited_passage_changed] `workshops/one#p-2`, cited as evidence by \
         edition 1 of `reports/first`, is another passage now: it was “The Board will look.”, and is “It was hot.”"
    );
    let human = site.run(&["check", "--today", "2020-09-01"]).stderr;
    assert!(human.contains("what was cited stands at `#p-3` now: put what is new below"), "{human}");
    // What had to be withheld is withheld on purpose.
    edit(&site, "workshops/one", "It was hot.\n\nThe Board", "The [[redact: r]]Board[[/redact]]");
    assert!(!told(&site).contains("cited_"), "{}", told(&site));
}

#[test]
fn what_only_follows_from_a_word_that_cannot_be_read_waits() {
    for (from, to, code) in [
        ("agreement: agreed", "agreement: agred", "unknown_word"),
        ("- {on: 2018-07-03", "- {on: 3 July 2018", "bad_date"),
    ] {
        let site = frozen();
        edit(&site, "issues/asked", from, to);
        let ran = run(&site);
        assert!(ran.status == 1 && ran.stderr.contains(code), "{}", ran.stderr);
        assert!(!ran.stderr.contains("edition_"), "{}", ran.stderr);
        assert_eq!(site.run(&["build", "--today", "2020-09-01"]).status, 1);
    }
    // A link that leads nowhere is only a warning: the error stays, and says where to begin.
    let site = frozen();
    edit(&site, "issues/asked", "workshops/one#p-1", "workshops/won#p-1");
    let human = site.run(&["check", "--today", "2020-09-01"]);
    assert_eq!(human.status, 1);
    assert!(
        human.stderr.contains("mend first the link in this file that leads nowhere; else"),
        "{}",
        human.stderr
    );
}

#[test]
fn an_edition_that_another_version_froze_in_other_words_stands_as_long_as_it_says_the_same() {
    let site = frozen();
    let mut lock = Lock::clone(&read::archive(site.root()).unwrap().archive.locks()[0]);
    let edition = &mut lock.editions[0];
    edition.program = "0.0.1".to_owned();
    for passage in edition.passages.iter_mut().filter(|one| matches!(one.form, Form::Issue(_))) {
        assert!(passage.text.contains("Discussed"), "{}", passage.text);
        passage.text = passage.text.replace("Discussed", "Talked about");
    }
    site.write("content/reports/first.lock.yaml", read::lock_text(&lock).unwrap());
    let found = told(&site);
    assert!(found.contains("remark[edition_reworded]") && !found.contains("error["), "{found}");
    // What was agreed is another matter.
    edit(&site, "issues/asked", "agreement: agreed", "agreement: not-agreed");
    let found = told(&site);
    assert!(found.contains("issues/asked.md") && found.contains("error[edition_changed]"), "{found}");
}
