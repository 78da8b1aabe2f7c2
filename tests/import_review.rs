//! The list of doubts as an editor gets it: short on a terminal, and a checklist that keeps its ticks.

use std::fs;

use crate::harness::Site;

const NOTE: &str = "# Minutes of the transport panel, workshop 4\n\n12 March 2020\n\n| Action | Who |\n| --- | --- |\n| Action 1: Count cyclists. | НО |\n| Action 2: Share the data. | НО |\n| Action 3: Draw a map. | |\n";

#[test]
fn the_terminal_says_the_same_doubt_once() {
    let ran = Site::new().file("note.md", NOTE).run(&["import", "note.md"]);
    insta::assert_snapshot!(ran.stderr, @r"
    note.md: a workshop write-up: 3 actions, 3 mentions of actions
      to decide:
        line 9: nobody is named as responsible for “Action 3: Draw a map.” [doubtful_owner]
      done, to look over:
        lines 7, 8: the owner “НО” has Cyrillic Н (U+041D) and О (U+041E); read as “HO” [folded_letters]
    1 to decide, 1 to look over; --review FILE writes them as a checklist, --message-format short lists each
    ");
    let ran = Site::new().file("note.md", NOTE).run(&["--message-format", "short", "import", "note.md"]);
    assert_eq!(ran.stderr.lines().count(), 3, "{}", ran.stderr);
}

#[test]
fn the_checklist_is_the_same_again_and_keeps_what_was_ticked() {
    let site = Site::new().file("note.md", NOTE);
    let import = ["import", "note.md", "--review", "review.md"];
    assert_eq!(site.run(&import).status, 0);
    let path = site.root().join("review.md");
    let first = fs::read_to_string(&path).unwrap();
    assert!(
        first.contains("- [ ] **note.md:9** nobody is named as responsible for “Action 3: Draw a map.”\n"),
        "{first}"
    );
    assert!(first.contains("Made: `content/workshops/2020-03-12-workshop-4.md`."), "{first}");
    assert!(site.run(&import).stdout.starts_with("0 new"));
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    let ticked = first.replace("- [ ] **note.md:9**", "- [x] **note.md:9**");
    site.write("review.md", &ticked);
    site.run(&import);
    assert_eq!(fs::read_to_string(&path).unwrap(), ticked);
    site.write("review.md", "# Shopping\n");
    let ran = site.run(&import);
    assert!(ran.status == 2 && ran.stderr.contains("is no review"), "{}", ran.stderr);
}

#[test]
fn with_an_error_there_is_no_checklist() {
    let site = Site::new().file("note.md", NOTE).file("cases.json", "{\"records\": [");
    let ran = site.run(&["import", "note.md", "cases.json", "--review", "review.md"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(!site.root().join("review.md").exists() && !site.root().join("content").exists());
}
