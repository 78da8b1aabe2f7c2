//! Two documents and one record: what is added, what is a doubt, and that no order matters.

use super::*;
use crate::import::writer;
use crate::model::config::Config;

const WRITE_UP: &str = "---\ntitle: Note of the first workshop\nnumber: 1\ndate: 2018-07\nstatus: held\ntopics:\n- lamps\n---\n\n## Actions\n\n| Action | Owner |\n| --- | --- |\n| **Action 1:** Buy oil. | Town |\n| **Action 2:** Light the lamps. | Guild |\n\n## What was said\n\nMany people spoke, and all of them wanted light.[^1]\n\n[^1]: At length.\n";
const SLIDES: &str = "---\ntitle: Workshop 1, 3 July 2018\nnumber: 1\ndate: 2018-07-03\npurpose:\n- Talk of lamps\ntopics:\n- lamps\n- oil\n---\n\n## Welcome\n\nMany people **spoke**, and all of them wanted light.\n\n## The plan\n\n- Four workshops\n- A report[^1]\n\n[^1]: In May.\n";
const SECOND_NOTE: &str = "---\ntitle: Minutes\nnumber: 1\ndate: 2018-07-04\n---\n\n| Action | Owner |\n| --- | --- |\n| **Action 1:** Buy oil. | Bakers |\n| **Action 3:** Sweep. | Town |\n";

fn at(root: &Path) -> Folders {
    Folders::of(root, &Config::titled("T"))
}

fn schema() -> Schema {
    Schema::of(&Config::titled("T"))
}

fn sheet(id: &str, source: &str, kind: &str, text: &str) -> Sheet {
    let origin = Origin { source: source.into(), kind: kind.into(), ..Origin::default() };
    Sheet::of(RecordId::parse(id).unwrap(), text.to_owned(), origin)
}

fn write_up() -> Sheet {
    sheet("workshops/w", "note.docx", "write-up", WRITE_UP)
}

fn slides() -> Sheet {
    sheet("workshops/w", "slides.txt", "slides", SLIDES)
}

/// Imports one run after the other; what the last one told, and what it did.
fn import(root: &Path, runs: Vec<Vec<Sheet>>) -> (Vec<String>, writer::Figures) {
    let mut last = (Vec::new(), writer::Figures::default());
    for sheets in runs {
        let merged = merge(&at(root), &schema(), sheets, &Papers::new()).unwrap();
        let told = merged
            .doubts
            .iter()
            .map(|doubt| format!("{:?} {}: {}", doubt.spot, doubt.rule.code, doubt.message));
        let told = told.collect();
        last = (told, writer::plan(&at(root), merged.sheets, &merged.left, false).unwrap().write().unwrap());
    }
    last
}

fn text(root: &Path) -> String {
    String::from_utf8(on_disk(&root.join("content/workshops/w.md")).unwrap().unwrap()).unwrap()
}

#[test]
fn the_fuller_one_is_the_base_and_the_other_adds_what_it_lacks() {
    let root = tempfile::tempdir().unwrap();
    let (told, _) = import(root.path(), vec![vec![write_up(), slides()]]);
    insta::assert_snapshot!(text(root.path()), @r"
    ---
    title: Note of the first workshop
    number: 1
    date: 2018-07-03
    status: held
    topics:
    - lamps
    - oil
    purpose:
    - Talk of lamps
    ---

    ## Actions

    | Action | Owner |
    | --- | --- |
    | **Action 1:** Buy oil. | Town |
    | **Action 2:** Light the lamps. | Guild |

    ## What was said

    Many people spoke, and all of them wanted light.[^1]

    [^1]: At length.

    ## From the slide pack

    ### The plan

    - Four workshops
    - A report[^other-1]

    [^other-1]: In May.
    ");
    insta::assert_debug_snapshot!(told, @r#"
    [
        "Line(1, 1) shared_record: the record rests on note.docx; what slides.txt adds to it was added",
    ]
    "#);
}

#[test]
fn no_order_and_no_number_of_runs_makes_a_difference() {
    let wanted = tempfile::tempdir().unwrap();
    import(wanted.path(), vec![vec![slides(), write_up()]]);
    let ledger = Ledger::read(&at(wanted.path())).unwrap();
    for runs in [
        vec![vec![write_up()], vec![slides()]],
        vec![vec![slides()], vec![write_up()]],
        vec![vec![slides()], vec![write_up()], vec![slides()], vec![slides(), write_up()]],
    ] {
        let root = tempfile::tempdir().unwrap();
        import(root.path(), runs);
        assert_eq!(text(root.path()), text(wanted.path()));
        assert_eq!(Ledger::read(&at(root.path())).unwrap(), ledger);
        for again in [vec![write_up()], vec![slides()], vec![write_up(), slides()]] {
            let (_, figures) = import(root.path(), vec![again]);
            assert_eq!(figures, writer::Figures { same: 1, ..writer::Figures::default() });
        }
    }
}

#[test]
fn a_document_that_is_imported_anew_takes_its_own_place_only() {
    let root = tempfile::tempdir().unwrap();
    let mended = SLIDES.replace("A report", "Two reports");
    let mended = sheet("workshops/w", "slides.txt", "slides", &mended);
    import(root.path(), vec![vec![write_up()], vec![slides()], vec![mended]]);
    let text = text(root.path());
    assert!(text.contains("- Two reports") && !text.contains("- A report"), "{text}");
    assert!(text.contains("**Action 2:** Light the lamps."), "{text}");
}

#[test]
fn what_they_disagree_on_is_a_doubt_at_its_line() {
    let root = tempfile::tempdir().unwrap();
    let second = sheet("workshops/w", "minutes.txt", "write-up", SECOND_NOTE);
    let first = WRITE_UP.replace("date: 2018-07\n", "date: 2018-07-03\n");
    let first = sheet("workshops/w", "note.docx", "write-up", &first);
    let (told, _) = import(root.path(), vec![vec![first, second]]);
    insta::assert_debug_snapshot!(told, @r#"
    [
        "Line(1, 1) shared_record: the record rests on note.docx; what minutes.txt adds to it was added",
        "Line(4, 1) conflicting_documents: `date` of workshops/w is “2018-07-03” in note.docx and “2018-07-04” in minutes.txt; the former stands in the record",
        "Line(14, 1) conflicting_documents: `Action 1` of workshops/w is “Action 1: Buy oil. – Town” in note.docx and “Action 1: Buy oil. – Bakers” in minutes.txt; the former stands in the record",
    ]
    "#);
    assert!(text(root.path()).contains("| **Action 3:** Sweep. | Town |"));
}

#[test]
fn records_of_two_things_are_an_error_and_so_are_two_tables() {
    let root = tempfile::tempdir().unwrap();
    let other = sheet("workshops/w", "slides.txt", "slides", &SLIDES.replace("number: 1", "number: 2"));
    let merged = merge(&at(root.path()), &schema(), vec![write_up(), other], &Papers::new()).unwrap();
    assert_eq!(merged.doubts[0].rule.code, "same_name");
    assert!(merged.doubts[0].message.contains("`number` is “1” in one and “2”"), "{:?}", merged.doubts);
    let table = |source| sheet("cases/a", source, "", "---\ntitle: A\n---\n");
    let merged =
        merge(&at(root.path()), &schema(), vec![table("cases.json"), table("cases.csv")], &Papers::new())
            .unwrap();
    assert_eq!(merged.doubts[0].message, "cases.json and cases.csv both make cases/a");
    // In a later run a new export takes the place of the one before.
    import(root.path(), vec![vec![table("cases.json")]]);
    let merged = merge(&at(root.path()), &schema(), vec![table("cases.csv")], &Papers::new()).unwrap();
    assert!(merged.doubts.is_empty() && merged.sheets[0].parts.is_empty());
}

#[test]
fn an_edit_stays_and_is_shown_what_could_be_added() {
    let root = tempfile::tempdir().unwrap();
    import(root.path(), vec![vec![write_up()]]);
    let path = root.path().join("content/workshops/w.md");
    let edited = WRITE_UP.replace("Many people", "Some people");
    writer_test_write(&path, &edited);
    let merged = merge(&at(root.path()), &schema(), vec![slides()], &Papers::new()).unwrap();
    assert!(merged.doubts.is_empty(), "the edit settles what they disagree on: {:?}", merged.doubts);
    let plan = writer::plan(&at(root.path()), merged.sheets, &[], false).unwrap();
    let kept_out = plan.kept_out().unwrap();
    assert!(kept_out.contains("+## From the slide pack") && !kept_out.contains("\n-##"), "{kept_out}");
    assert_eq!(plan.write().unwrap().edited, 1);
    assert_eq!(text(root.path()), edited);
    // Forced, the additions are written, and the edit is not lost.
    let merged = merge(&at(root.path()), &schema(), vec![slides()], &Papers::new()).unwrap();
    writer::plan(&at(root.path()), merged.sheets, &[], true).unwrap().write().unwrap();
    let text = text(root.path());
    assert!(text.contains("Some people") && text.contains("- Four workshops"), "{text}");
}

#[test]
fn the_stricter_visibility_and_the_later_state_hold() {
    let root = tempfile::tempdir().unwrap();
    let log = "---\ntitle: Buy oil\nvisibility: public\nlog_number: 3\nstate: completed\nstate_on: 2019-07\nnote: Bought.\n---\n";
    let paper = "---\ntitle: Oil is to be bought\nvisibility: members\nlog_number: 3\nstate: open\nstate_on: 2018-07\nevidence:\n- papers/p\nnote: Listed as live in the paper.\n---\n";
    let log = sheet("actions/log-003", "log.csv", "action-log", log);
    let paper = sheet("actions/log-003", "paper.txt", "progress", paper);
    import(root.path(), vec![vec![log], vec![paper]]);
    let text = on_disk(&root.path().join("content/actions/log-003.md")).unwrap().unwrap();
    insta::assert_snapshot!(String::from_utf8(text).unwrap(), @r"
    ---
    title: Oil is to be bought
    visibility: members
    log_number: 3
    state: completed
    state_on: 2019-07
    earlier:
    - state: open
      on: 2018-07
    evidence:
    - papers/p
    note: Listed as live in the paper. Bought.
    ---

    Also worded: Buy oil
    ");
}

#[test]
fn what_a_document_makes_no_more_is_left_over() {
    let root = tempfile::tempdir().unwrap();
    let issue =
        |slug: &str| sheet(&format!("issues/{slug}"), "note.docx", "write-up", "---\ntitle: Why\n---\n");
    import(root.path(), vec![vec![issue("a"), issue("b"), issue("c"), write_up()], vec![slides()]]);
    writer_test_write(&root.path().join("content/issues/c.md"), "---\ntitle: Mine\n---\n");
    let merged = merge(&at(root.path()), &schema(), vec![issue("a")], &Papers::new()).unwrap();
    assert_eq!(merged.left, [RecordId::new("issues", "b")]);
    assert_eq!(merged.kept, [RecordId::new("issues", "c")], "an edited record stays, and is told");
    // The slides still speak of the workshop, so that it is made of them alone.
    let workshop = merged.sheets.iter().find(|sheet| sheet.id.collection() == "workshops").unwrap();
    assert!(
        workshop.text.contains("Four workshops") && !workshop.text.contains("Buy oil"),
        "{}",
        workshop.text
    );
}

#[expect(clippy::disallowed_methods, reason = "a test edits a record")]
fn writer_test_write(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}
