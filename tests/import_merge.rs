//! Several documents about one thing, in one run and in many, and what an import leaves alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::Site;

const WRITE_UP: &str = "# Write-up of the first workshop, 3 July 2018\n\n## Agreed actions\n\n| Action | Who |\n| --- | --- |\n| Action 1: Buy oil. | Town |\n| Action 2: Light the lamps. | Guild |\n\n## What was said\n\nMany people spoke, and all of them wanted more light on the roads.\n";
const SLIDES: &str = "# Town forum\n\nWorkshop one: 3 July 2018\n\n\n\n# Agenda\n\n- Welcome\n- Lamps\n\n\n\n# Purpose\n\n- Talk of lamps\n\n\n\n# Why lamps\n\n- Roads are dark\n\n\n\n# The plan\n\n- Four workshops\n";
const LOG: &str = "Number,Workshop,Action number,Action,Owner,Status,Date closed\n7,1,1,Buy oil,Town,Completed,2018-09-01\n8,,,Write to the bakers,Guild,Live,\n";

fn run(site: &Site, files: &[&str]) -> String {
    // In `short` what was recognised is not told.
    let recognised = site.run(&[&["import", "--dry-run"], files].concat()).stderr;
    let ran = site.run(&[&["--message-format", "short", "import"], files].concat());
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    format!("{recognised}{}{}", ran.stderr, ran.stdout)
}

/// Every record and the ledger.
fn state(site: &Site) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![site.root().join("content"), site.root().join(".annals")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(site.root()).unwrap().to_owned();
                found.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

fn forum() -> Site {
    Site::new().file("in/note.md", WRITE_UP).file("in/slides.md", SLIDES).file("in/log.csv", LOG)
}

#[test]
fn a_workshop_is_made_of_its_write_up_and_its_slides() {
    let site = forum();
    let told = run(&site, &["in"]);
    assert!(told.contains("remark[shared_record]"), "{told}");
    assert!(told.contains("an action log: 2 entries of the log, 1 joined to write-ups"), "{told}");
    assert!(told.contains("log entry 8 could not be joined to a write-up"), "{told}");
    let record = fs::read_to_string(site.root().join("content/workshops/2018-07-03-workshop-1.md")).unwrap();
    for wanted in [
        "agenda:\n- Welcome",
        "purpose:\n- Talk of lamps",
        "| **Action 1:** Buy oil.",
        "## From the slide pack",
        "- Four workshops",
    ] {
        assert!(record.contains(wanted), "{wanted}: {record}");
    }
    let log =
        fs::read_to_string(site.root().join("content/actions/2018-07-03-workshop-1-action-1.md")).unwrap();
    assert!(log.contains("log_number: 7") && log.contains("state: completed"), "{log}");
    assert!(run(&site, &["in"]).contains("0 new, 0 changed, 0 removed"));
}

#[test]
fn no_order_of_imports_makes_a_difference() {
    let wanted = forum();
    run(&wanted, &["in"]);
    for order in [["in/log.csv", "in/slides.md", "in/note.md"], ["in/note.md", "in/slides.md", "in/log.csv"]]
    {
        let site = forum();
        for file in order {
            run(&site, &[file]);
        }
        // What was imported before its write-up was known is joined when all are imported again.
        run(&site, &["in", "--prune"]);
        assert_eq!(state(&site), state(&wanted), "{order:?}");
        for file in order {
            let told = run(&site, &[file]);
            assert!(told.contains("0 new, 0 changed, 0 removed"), "{file}: {told}");
        }
    }
}

#[test]
fn what_a_mended_document_names_otherwise_is_left_over_until_it_is_pruned() {
    let site = forum();
    run(&site, &["in/log.csv"]);
    site.write("in/log.csv", LOG.replace("8,,,", "9,,,"));
    let told = run(&site, &["in/log.csv"]);
    assert!(told.contains("content/actions/log-008.md:1:1: warning[gone_upstream]"), "{told}");
    assert!(site.root().join("content/actions/log-008.md").exists());
    assert!(run(&site, &["in/log.csv", "--prune"]).contains("1 removed"));
    assert!(!site.root().join("content/actions/log-008.md").exists());
}

#[test]
fn what_was_edited_and_is_made_no_more_stays_and_is_told() {
    let site = forum();
    run(&site, &["in/log.csv"]);
    let path = site.root().join("content/actions/log-008.md");
    let edited = fs::read_to_string(&path).unwrap().replace("state: open", "state: open\nnote: They wrote.");
    site.write("content/actions/log-008.md", &edited);
    site.write("in/log.csv", LOG.replace("8,,,Write to the bakers,Guild,Live,\n", ""));
    for more in [&["in/log.csv"][..], &["in/log.csv", "--prune"]] {
        let told = run(&site, more);
        assert!(told.contains("content/actions/log-008.md:1:1: warning[gone_upstream]"), "{told}");
        assert!(told.contains("it was edited by hand, and stays"), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), edited);
    }
}

#[test]
fn a_write_up_that_counts_its_actions_anew_is_doubted_at_import_and_at_check() {
    let site = forum();
    run(&site, &["in/note.md"]);
    let front =
        "---\ntitle: Buy the oil\nworkshop: 2018-07-03-workshop-1\nnumber: 1\nstate: completed\n---\n";
    site.write("content/actions/oil.md", front);
    let check = |site: &Site| site.run(&["--message-format", "short", "check"]).stderr;
    assert!(!check(&site).contains("another_promise"));
    let again = "| Action 1: Book the hall. | Town |\n| Action 2: Buy oil. | Town |\n| Action 3: Light the lamps. | Guild |\n";
    let note =
        WRITE_UP.replace("| Action 1: Buy oil. | Town |\n| Action 2: Light the lamps. | Guild |\n", again);
    site.write("in/note.md", note);
    let told = run(&site, &["in/note.md"]);
    assert!(
        told.contains(
            "warning[renumbered_action] action 2 of workshops/2018-07-03-workshop-1 was “Light the lamps.”"
        ),
        "{told}"
    );
    assert!(
        check(&site).contains("content/actions/oil.md:4:9: warning[another_promise]"),
        "{}",
        check(&site)
    );
}

#[test]
fn a_write_up_whose_date_was_put_right_is_doubted_edited_or_not() {
    for edit in ["", "\nA word of the editor.\n"] {
        let site = forum();
        run(&site, &["in/note.md"]);
        let old = "content/workshops/2018-07-03-workshop-1.md";
        let text = fs::read_to_string(site.root().join(old)).unwrap() + edit;
        site.write(old, text);
        site.write("in/note v2.md", WRITE_UP.replace("3 July", "4 July"));
        let told = run(&site, &["in/note v2.md"]);
        assert!(
            told.contains("content/workshops/2018-07-04-workshop-1.md:1:1: warning[same_meeting]"),
            "{told}"
        );
        let check = site.run(&["--message-format", "short", "check"]).stderr;
        assert!(check.contains("warning[workshop_number_twice]"), "{check}");
        assert!(!run(&site, &["in/note v2.md"]).contains("same_meeting"), "it is told when it is new");
    }
}

#[test]
fn a_state_in_a_table_of_a_write_up_goes_into_the_record_of_its_action() {
    let note = WRITE_UP
        .replace("| Action | Who |\n| --- | --- |", "| Action | Who | Status |\n| --- | --- | --- |")
        .replace("| Town |\n", "| Town | Completed |\n")
        .replace("| Guild |\n", "| Guild | parked |\n");
    let site = Site::new().file("in/note.md", note);
    let told = run(&site, &["in"]);
    let record =
        fs::read_to_string(site.root().join("content/actions/2018-07-03-workshop-1-action-1.md")).unwrap();
    assert!(record.contains("number: 1\nstate: completed\n"), "{record}");
    assert!(!site.root().join("content/actions/2018-07-03-workshop-1-action-2.md").exists());
    assert!(told.contains("action 1 is “Completed” in the table, which does not say since when"), "{told}");
    assert!(told.contains("“parked” of action 2 is no state that is known"), "{told}");
    assert!(run(&site, &["in"]).contains("0 new, 0 changed, 0 removed"));
}

#[test]
fn a_log_in_a_text_is_a_log_and_no_write_up() {
    let log = "# Action log\n\n| No | Action | Owner | Status |\n| --- | --- | --- | --- |\n| 1 | Publish the counts | Town | Live |\n| 2 | Write to the firm | Guild | Completed |\n";
    let site = Site::new().file("in/log.md", log);
    let told = run(&site, &["in"]);
    assert!(told.contains("an action log: 2 entries of the log"), "{told}");
    let record = fs::read_to_string(site.root().join("content/actions/log-002.md")).unwrap();
    assert!(record.contains("log_number: 2") && record.contains("state: completed"), "{record}");
    let minutes = log.replace("# Action log", "# Minutes of the meeting of 3 July 2018");
    let site = Site::new().file("in/log.md", minutes);
    assert!(run(&site, &["in"]).contains("a workshop write-up"));
}

#[test]
fn a_state_of_the_log_is_told_where_the_record_has_one_without_a_day() {
    let site = forum();
    site.write("content/actions/oil.md", "---\ntitle: Buy oil\nlog_number: 7\nstate: open\n---\n");
    let told = run(&site, &["in/log.csv"]);
    assert!(told.contains("warning[conflicting_documents] `state` of actions/oil is “open”"), "{told}");
    site.write(
        "content/actions/oil.md",
        "---\ntitle: Buy oil\nlog_number: 7\nstate: open\nstate_on: 2019-01\n---\n",
    );
    assert!(!run(&site, &["in/log.csv"]).contains("conflicting_documents"));
}

#[test]
fn a_log_with_a_column_of_states_for_each_meeting_tells_the_newest() {
    let log = "No,Action,Owner,Status Mar 2021,Status Apr 2022,Status May 2023,Update\n1,Publish the counts,Town,Live,Live,Completed,Sent\n,,,,,,to all of them\n";
    let site = Site::new().file("in/log.csv", log);
    let told = run(&site, &["in"]);
    assert!(told.contains("3 columns of states; “Status May 2023” is read"), "{told}");
    assert!(told.contains("in/log.csv:3:1: warning[split_cell]"), "{told}");
    let record = fs::read_to_string(site.root().join("content/actions/log-001.md")).unwrap();
    assert!(record.contains("state: completed\nstate_on: 2023-05\n"), "{record}");
    assert!(record.contains("Status Apr 2022: Live.") && record.contains("to all of them."), "{record}");
}

#[test]
fn a_record_that_was_deleted_stays_deleted() {
    let site = forum();
    run(&site, &["in"]);
    fs::remove_file(site.root().join("content/actions/log-008.md")).unwrap();
    let told = run(&site, &["in"]);
    assert!(told.contains("content/actions/log-008.md:1:1: remark[deleted_by_hand]"), "{told}");
    assert!(!site.root().join("content/actions/log-008.md").exists());
    assert!(run(&site, &["in", "--force"]).contains("1 new"));
}

#[test]
fn a_renamed_copy_is_the_same_document() {
    let site = forum();
    run(&site, &["in/note.md"]);
    fs::rename(site.root().join("in/note.md"), site.root().join("in/note (final).md")).unwrap();
    assert!(run(&site, &["in/note (final).md"]).contains("0 new, 0 changed, 0 removed"));
    let before = state(&site);
    site.write("in/note.md", WRITE_UP);
    let told = run(&site, &["in/note.md", "in/note (final).md"]);
    assert!(told.contains("in/note (final).md: the same document as in/note.md, byte for byte"), "{told}");
    assert_eq!(state(&site), before);
    // Once it is edited it is the document of that name.
    site.write("in/note (final).md", WRITE_UP.replace("Buy oil", "Buy wicks"));
    let told = run(&site, &["in/note (final).md"]);
    assert!(told.contains("Buy wicks") || told.contains("conflicting_documents"), "{told}");
}

#[test]
fn a_disagreement_stands_at_its_line_of_the_document() {
    let site = Site::new()
        .file("in/a.md", WRITE_UP)
        .file("in/b.md", WRITE_UP.replace("| Guild |", "| Town |").replace("more light", "light"));
    let told = run(&site, &["in"]);
    assert!(
        told.contains(
            "in/b.md:8:1: warning[conflicting_documents] `Action 2` of workshops/2018-07-03-workshop-1 is"
        ),
        "{told}"
    );
}

#[test]
fn an_entry_without_a_number_is_joined_by_its_words() {
    let log = "Workshop,Action,Owner,Status\n1,Buy oil.,Town,Completed\n1,Buy wicks,Town,Live\n";
    let site = Site::new().file("in/note.md", WRITE_UP).file("in/log.csv", log);
    let told = run(&site, &["in"]);
    assert!(told.contains("in/log.csv:2:1: remark[joined_by_words]"), "{told}");
    assert!(told.contains("in/log.csv:3:1: remark[unjoined_action]"), "{told}");
    let file = site.root().join("content/actions/2018-07-03-workshop-1-action-1.md");
    assert!(fs::read_to_string(file).unwrap().contains("state: completed"));
    assert!(run(&site, &["in"]).contains("0 new, 0 changed, 0 removed"));
}

/// The real documents, one after the other in any order, make what they make together.
#[test]
fn the_real_documents_make_the_same_records_in_any_order() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = ["../shared/seeds", "../../shared/seeds"].map(|place| here.join(place));
    let Some(seeds) = places.iter().find(|place| place.is_dir()) else { return };
    let mut files: Vec<String> = fs::read_dir(seeds)
        .unwrap()
        .map(|entry| entry.unwrap().path().to_string_lossy().into_owned())
        .collect();
    files.sort();
    let all: Vec<&str> = files.iter().map(String::as_str).collect();
    let wanted = Site::new();
    run(&wanted, &all);
    let (upwards, downwards) = (Site::new(), Site::new());
    for file in &all {
        run(&upwards, &[file]);
    }
    for file in all.iter().rev() {
        run(&downwards, &[file]);
    }
    for site in [&upwards, &downwards] {
        run(site, &all);
        assert_eq!(state(site), state(&wanted));
        assert!(run(site, &all).contains("0 new, 0 changed, 0 removed"));
    }
}

#[test]
fn every_doubt_is_in_the_catalogue_and_every_form_can_be_named() {
    let site = Site::new();
    let listed = site.run(&["rules"]).stdout;
    for rule in annals::import::documents::rules::RULES.iter().chain(annals::import::airtable::faults::RULES)
    {
        assert!(
            listed.lines().any(|line| line.split_whitespace().next() == Some(rule.code)),
            "{}",
            rule.code
        );
    }
    let told = site.run(&["rules", "split_cell"]).stdout;
    assert!(told.contains("a page break cut in two"), "{told}");
    let help = site.run(&["import", "--help"]).stdout;
    for form in annals::import::recognise::Form::ALL {
        assert!(help.contains(form.as_str()), "{}: {help}", form.as_str());
    }
}
