//! What a document leaves open, or asks to be kept: it is told to the editor, and nothing of it is published
//! or lost without a word.

use std::fs;
use std::io::{Cursor, Write};

use crate::harness::Site;

/// A Word document of these paragraphs, with a foot on its pages.
fn word(paragraphs: &[&str], foot: &str) -> Vec<u8> {
    let p = |inner: &str| format!("<w:p>{inner}</w:p>");
    let t = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body: String = paragraphs
        .iter()
        .map(|text| p(&if text.starts_with('<') { (*text).to_owned() } else { t(text) }))
        .collect();
    let title = "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Minutes of the town forum</w:t></w:r></w:p>";
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{title}{body}</w:body></w:document>");
    let foot = format!("<w:ftr xmlns:w=\"w\">{}</w:ftr>", p(&t(foot)));
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", &document), ("word/footer1.xml", &foot)] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The settings of an archive whose workshops and actions anybody may see.
const OPEN: &str =
    "title: Town forum\ncollections:\n  workshops: {visibility: public}\n  actions: {visibility: public}\n";

#[test]
fn a_write_up_with_members_only_at_the_foot_of_its_pages_is_not_published() {
    let note = word(&["12 March 2020", "The lamps are dark."], "MEMBERS ONLY – do not publish");
    let site = Site::new().file("annals.yaml", OPEN).file("note.docx", note);
    let ran = site.run(&["import", "note.docx"]);
    insta::assert_snapshot!(ran.stderr, @r"
    note.docx: a workshop write-up
      done, to look over:
        line 1: “MEMBERS ONLY – do not publish” at the foot of the pages sets `visibility: members` [marked_document]
    0 to decide, 1 to look over; --review FILE writes them as a checklist, --message-format short lists each
    ");
    let built = site.build();
    assert!(!built.files().keys().any(|path| path.contains("2020-03-12")), "{:?}", built.files().keys());
}

#[test]
fn both_wordings_of_a_tracked_change_are_to_decide() {
    let changed = "<w:r><w:t xml:space=\"preserve\">The firm </w:t></w:r><w:del><w:r><w:delText>refused</w:delText></w:r></w:del><w:ins><w:r><w:t>declined</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> to say.</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>";
    let site = Site::new().file("note.docx", word(&["12 March 2020", changed], ""));
    let ran = site.run(&["import", "note.docx"]);
    insta::assert_snapshot!(ran.stderr, @r"
    note.docx: a workshop write-up
      to decide:
        line 3: a comment stands at “The firm declined to say.”, and is left out (paragraph 3) [commented_passage]
        line 3: changed under tracked changes: it read “The firm refused to say.”, and is imported as “The firm declined to say.” (paragraph 3) [tracked_change]
    2 to decide, 0 to look over; --review FILE writes them as a checklist, --message-format short lists each
    ");
}

#[test]
fn a_log_with_two_rows_of_heads_is_read_by_the_lower_one() {
    let log = "The log,,,\nAction,,Who / when,\nNo.,Action,Owner,Due\n1,Mend the lamps,Town,2020-04-01\n2,Owner,Town,\n3,17,Town,\n";
    let site = Site::new().file("log.csv", log);
    let ran = site.run(&["import", "log.csv"]);
    insta::assert_snapshot!(ran.stderr, @r"
    log.csv: an action log: 3 entries of the log, 0 joined to write-ups, 3 not joined
      to decide:
        line 5: log entry 2 has the name of a column for its words, “Owner” [uncertain_value]
        line 6: log entry 3 has a number for its words, “17” [uncertain_value]
      done, to look over:
        line 2: the row “Action | Who / when” above the heads is left out [left_out]
        lines 4–6: an entry of the action log that could not be joined to a write-up [unjoined_action]
    2 to decide, 4 to look over; --review FILE writes them as a checklist, --message-format short lists each
    ");
    let record = fs::read_to_string(site.root().join("content/actions/log-001.md")).unwrap();
    insta::assert_snapshot!(record, @r"
    ---
    title: Mend the lamps
    log_number: 1
    responsible:
    - Town
    due: 2020-04-01
    ---
    ");
}

#[test]
fn a_meeting_that_the_archive_does_not_have_stays_in_the_note() {
    let log = "No,Meeting,Action,Status\n1,Assembly 9,Mend the lamps,Live\n2,Assembly 1,Buy oil,Live\n";
    let site = Site::new()
        .record(
            "workshops/first",
            "title: First assembly\nnumber: 1\ndate: 2020-03-12\nvisibility: public",
            "",
        )
        .file("log.csv", log);
    let ran = site.run(&["import", "log.csv"]);
    insta::assert_snapshot!(ran.stderr, @r"
    log.csv: an action log: 2 entries of the log, 0 joined to write-ups, 2 not joined
      to decide:
        line 2: the archive has no workshop “Assembly 9”; kept in the note [uncertain_value]
      done, to look over:
        lines 2, 3: an entry of the action log that could not be joined to a write-up [unjoined_action]
    1 to decide, 2 to look over; --review FILE writes them as a checklist, --message-format short lists each
    ");
    let record =
        |name: &str| fs::read_to_string(site.root().join(format!("content/actions/{name}.md"))).unwrap();
    assert!(record("log-001").contains("note: 'Workshop in the log: Assembly 9.'"), "{}", record("log-001"));
    assert!(record("log-002").contains("workshop: workshops/first\n"), "{}", record("log-002"));
}

#[test]
fn a_mail_gives_its_subject_and_its_notes_and_not_its_head() {
    let mail = "From: Secretariat <office@example.org>\nTo: members\nDate: Mon, 7 Feb 2022 09:12:00 +0000\nSubject: Re: Notes of workshop 2, 5 February 2022\n\nDear all,\n\nhere are the notes of the second workshop.\n\nActions\n1. Count the wells (Town)\n2. Buy oil (Guild)\n\nBest, Ann\n";
    let site = Site::new().file("mail.txt", mail);
    let ran = site.run(&["import", "mail.txt"]);
    insta::assert_snapshot!(ran.stderr, @r"
    mail.txt: a workshop write-up: 2 actions
      done, to look over:
        lines 1, 14: a part of the document that was left out on purpose [left_out]
    0 to decide, 2 to look over; --review FILE writes them as a checklist, --message-format short lists each
    ");
    let path = site.root().join("content/workshops/2022-02-05-workshop-2.md");
    insta::assert_snapshot!(fs::read_to_string(path).unwrap(), @r"
    ---
    title: Notes of workshop 2, 5 February 2022
    number: 2
    date: 2022-02-05
    status: held
    ---

    Dear all,

    here are the notes of the second workshop.

    ## Actions

    1. Count the wells (Town)
    2. Buy oil (Guild)
    ");
}

#[test]
fn the_day_of_a_mail_is_a_doubt_and_a_request_for_confidence_closes_the_record() {
    let mail = "From: Ann\nSent: 07 February 2022 09:12\nTo: members\nSubject: Notes of the lamp talk\n\nAction 1: Town to buy oil by 1 May 2022.\nAction 2: Guild to light it.\n\nPlease keep this one confidential.\n";
    let site = Site::new().file("annals.yaml", OPEN).file("mail.txt", mail);
    let ran = site.run(&["import", "mail.txt"]);
    insta::assert_snapshot!(ran.stderr, @r"
    mail.txt: a workshop write-up: 2 actions, 2 mentions of actions
      to decide:
        line 4: nothing in the mail says when the meeting was; 7 February 2022 is the day on which it was sent [doubtful_date]
        line 6: action 1 says “by 1 May 2022”, which is not read as the day it is due [doubtful_date]
        line 6: nobody is named as responsible for action 1 [doubtful_owner]
        line 7: nobody is named as responsible for action 2 [doubtful_owner]
      done, to look over:
        line 1: the head of the mail is left out (from, sent, to) [left_out]
        line 9: “Please keep this one confidential.” sets `visibility: members` [marked_document]
    4 to decide, 2 to look over; --review FILE writes them as a checklist, --message-format short lists each
    ");
    let path = site.root().join("content/workshops/2022-02-07-workshop.md");
    insta::assert_snapshot!(fs::read_to_string(path).unwrap(), @r"
    ---
    title: Notes of the lamp talk
    date: 2022-02-07
    status: held
    visibility: members
    ---

    Sent: 7 February 2022

    **Action 1:** Town to buy oil by 1 May 2022.

    **Action 2:** Guild to light it.

    Please keep this one confidential.
    ");
}

#[test]
fn an_item_with_a_comma_that_a_grid_view_quotes_is_one_name() {
    let table = "Name,organisation_link\nLamps,\"Town hall, \"\"Dept for Oil, Gas\"\"\"\n";
    let site = Site::new()
        .record("organisations/town-hall", "title: Town hall\nvisibility: public", "")
        .file("Cases-Grid view.csv", table);
    assert_eq!(site.run(&["import", "Cases-Grid view.csv"]).status, 0);
    let ran = site.run(&["--message-format", "short", "check"]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("dangling_link")).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    content/cases/lamps.md:6:3: warning[dangling_link] there is no record `organisations/Dept for Oil, Gas`
    ");
}
