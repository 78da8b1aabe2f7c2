//! What the writer does to files, and what it leaves.

use super::*;
use crate::model::config::Config;

fn at(root: &Path) -> Folders {
    Folders::of(root, &Config::titled("T"))
}

fn sheet(id: &str, text: &str) -> Sheet {
    Sheet::of(RecordId::parse(id).unwrap(), text.to_owned(), Origin::table("cases.json"))
}

fn import(root: &Path, sheets: &[(&str, &str)], force: bool) -> Figures {
    let sheets = sheets.iter().map(|(id, text)| sheet(id, text)).collect();
    plan(&at(root), sheets, &[], force).unwrap().write().unwrap()
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

#[test]
fn writes_once_and_then_nothing() {
    let root = tempfile::tempdir().unwrap();
    let sheets = [("cases/a", "one\n"), ("cases/b", "two\n")];
    assert_eq!(import(root.path(), &sheets, false), Figures { new: 2, ..Figures::default() });
    let made = |path| fs::metadata(root.path().join(path)).unwrap().modified().unwrap();
    let before = [made("content/cases/a.md"), made(super::super::ledger::LEDGER)];
    assert_eq!(import(root.path(), &sheets, false), Figures { same: 2, ..Figures::default() });
    assert_eq!([made("content/cases/a.md"), made(super::super::ledger::LEDGER)], before);
    assert_eq!(import(root.path(), &[("cases/a", "new\n")], false).changed, 1);
    assert_eq!(read(root.path(), "content/cases/a.md"), "new\n");
}

#[test]
fn leaves_what_was_edited_by_hand() {
    let root = tempfile::tempdir().unwrap();
    import(root.path(), &[("cases/a", "one\n")], false);
    fs::write(root.path().join("content/cases/a.md"), "mine\n").unwrap();
    fs::write(root.path().join("content/cases/hand.md"), "made by hand\n").unwrap();
    let same = plan(&at(root.path()), vec![sheet("cases/a", "one\n")], &[], false).unwrap();
    assert_eq!(same.fates().collect::<Vec<_>>(), [("content/cases/a.md", Fate::Edited { news: false })]);
    assert!(same.by_hand().is_empty(), "there is nothing new to take over");
    let sheets = vec![sheet("cases/a", "two\n"), sheet("cases/hand", "two\n")];
    let plan = plan(&at(root.path()), sheets, &[], false).unwrap();
    assert_eq!(plan.by_hand().len(), 2);
    insta::assert_snapshot!(plan.kept_out().unwrap(), @r"
    --- a/content/cases/a.md
    +++ b/content/cases/a.md
    @@ -1 +1 @@
    -mine
    +two
    --- a/content/cases/hand.md
    +++ b/content/cases/hand.md
    @@ -1 +1 @@
    -made by hand
    +two
    ");
    assert_eq!(plan.write().unwrap(), Figures { edited: 2, ..Figures::default() });
    assert_eq!(read(root.path(), "content/cases/a.md"), "mine\n");
    assert_eq!(import(root.path(), &[("cases/a", "two\n")], true).changed, 1);
    assert_eq!(read(root.path(), "content/cases/a.md"), "two\n");
}

#[test]
fn shows_before_it_writes() {
    let root = tempfile::tempdir().unwrap();
    import(root.path(), &[("cases/a", "one\n"), ("cases/gone", "x\n")], false);
    let gone = [RecordId::new("cases", "gone"), RecordId::new("cases", "never-imported")];
    let sheets = vec![sheet("cases/a", "one\ntwo\n"), sheet("cases/b", "new\n")];
    let plan = plan(&at(root.path()), sheets, &gone, false).unwrap();
    insta::assert_snapshot!(plan.diff().unwrap(), @r"
    --- a/content/cases/a.md
    +++ b/content/cases/a.md
    @@ -1 +1,2 @@
     one
    +two
    --- /dev/null
    +++ b/content/cases/b.md
    @@ -0,0 +1 @@
    +new
    --- a/content/cases/gone.md
    +++ /dev/null
    @@ -1 +0,0 @@
    -x
    ");
    assert_eq!(read(root.path(), "content/cases/a.md"), "one\n", "a plan writes nothing");
    assert_eq!(plan.write().unwrap(), Figures { new: 1, changed: 1, removed: 1, ..Figures::default() });
    assert!(!root.path().join("content/cases/gone.md").exists());
}

#[test]
fn never_removes_an_edited_record() {
    let root = tempfile::tempdir().unwrap();
    import(root.path(), &[("cases/a", "one\n")], false);
    fs::write(root.path().join("content/cases/a.md"), "mine\n").unwrap();
    let plan = plan(&at(root.path()), Vec::new(), &[RecordId::new("cases", "a")], false).unwrap();
    assert_eq!(plan.by_hand().len(), 1);
    assert_eq!(plan.write().unwrap().edited, 1);
    assert_eq!(read(root.path(), "content/cases/a.md"), "mine\n");
}

#[test]
fn leaves_nothing_half_done() {
    let root = tempfile::tempdir().unwrap();
    import(root.path(), &[("cases/a", "one\n")], false);
    // Where `b.md` should go there is a folder, so nothing of the run may be written.
    fs::create_dir_all(root.path().join("content/cases/b.md")).unwrap();
    let sheets = vec![sheet("cases/a", "two\n"), sheet("cases/c", "new\n")];
    let plan = plan(&at(root.path()), sheets, &[], false).unwrap();
    let id = RecordId::new("cases", "b");
    let stuck =
        Step { id, path: "content/cases/b.md".into(), fate: Fate::New, text: "x".into(), entry: None };
    let plan = Plan { steps: plan.steps.into_iter().chain([stuck]).collect(), ..plan };
    let fault = plan.write().unwrap_err().to_string();
    assert!(fault.contains("is a folder"), "{fault}");
    assert_eq!(read(root.path(), "content/cases/a.md"), "one\n");
    let left: Vec<_> =
        WalkDir::new(root.path().join("content/cases")).sort_by_file_name().into_iter().collect();
    let left: Vec<_> = left.into_iter().map(|entry| entry.unwrap().file_name().to_owned()).collect();
    assert_eq!(left, ["cases", "a.md", "b.md"]);
}

#[test]
fn sweeps_what_an_interrupted_import_left() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("content/cases")).unwrap();
    let left = root.path().join("content/cases/.a.md.importing");
    fs::write(&left, "ha").unwrap();
    import(root.path(), &[("cases/b", "b\n")], false);
    assert!(!left.exists());
}

#[test]
fn refuses_two_texts_for_one_record_and_bad_names() {
    let root = tempfile::tempdir().unwrap();
    let twice = plan(&at(root.path()), vec![sheet("cases/a", "1"), sheet("cases/a", "2")], &[], false);
    assert!(twice.unwrap_err().to_string().contains("both make cases/a"));
    for id in ["cases/..", "../x", "assets/x", "cases/a b"] {
        assert!(plan(&at(root.path()), vec![sheet(id, "1")], &[], false).is_err(), "{id}");
    }
}

#[test]
fn what_was_deleted_by_hand_stays_so() {
    let root = tempfile::tempdir().unwrap();
    import(root.path(), &[("cases/a", "one\n"), ("cases/b", "two\n")], false);
    fs::remove_file(root.path().join("content/cases/a.md")).unwrap();
    let figures = import(root.path(), &[("cases/a", "new\n"), ("cases/b", "two\n")], false);
    assert_eq!(figures, Figures { same: 1, deleted: 1, ..Figures::default() });
    assert!(!root.path().join("content/cases/a.md").exists());
    assert!(figures.to_string().ends_with(", 1 not made again since they were deleted by hand"));
    // Another document may speak of it: that is news.
    let other = Sheet {
        origin: Origin { kind: "slides".into(), ..Origin::table("x.txt") },
        ..sheet("cases/a", "x\n")
    };
    let again = plan(&at(root.path()), vec![other], &[], false).unwrap();
    assert_eq!(again.figures().new, 1);
    assert_eq!(import(root.path(), &[("cases/a", "new\n")], true).new, 1);
}
