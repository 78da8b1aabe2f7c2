//! Stories of an archive whose public repository has a private one beside it: where records are
//! written, and what a log that others read says of faults in the private one.

use crate::harness::Site;

/// A public repository in `site/`, a private one beside it in `private/`.
fn both() -> Site {
    Site::new()
        .file(
            "site/annals.yaml",
            "title: T\ncontent: [{path: content, public_repository: true}, {path: ../private, optional: true}]\n\
             collections: {cases: {visibility: public}}\n",
        )
        .file("site/content/cases/open.md", "---\ntitle: Open\n---\n\nWords.\n")
        .file("private/papers/closed.md", "---\ntitle: Zebra crossing\n---\n\nWords.\n")
}

#[test]
fn a_new_record_for_members_goes_where_not_everybody_reads() {
    let site = both();
    let closed = site.run(&["--root", "site", "new", "papers", "A letter"]);
    assert_eq!(closed.status, 0, "{}", closed.stderr);
    assert!(site.root().join("private/papers/a-letter.md").exists(), "{}", closed.stdout);
    assert_eq!(closed.stderr, "");
    // What is public goes to the first folder, which the command says is open.
    let open = site.run(&["--root", "site", "new", "cases", "A street"]);
    assert!(site.root().join("site/content/cases/a-street.md").exists(), "{}", open.stdout);
    assert!(open.stderr.contains("a record for members belongs in ../private/"), "{}", open.stderr);
    // Without the private checkout nothing is written anywhere.
    std::fs::remove_dir_all(site.root().join("private")).unwrap();
    let lost = site.run(&["--root", "site", "new", "papers", "Another letter"]);
    assert_eq!(lost.status, 2, "{}", lost.stdout);
    assert!(lost.stderr.contains("../private is not there"), "{}", lost.stderr);
    assert!(!site.root().join("private").exists());
    // With one folder that everybody reads, the command says what that means.
    let settings = "title: T\ncontent: [{path: content, public_repository: true}]\n";
    site.write("site/annals.yaml", settings);
    let alone = site.run(&["--root", "site", "new", "papers", "Another letter"]);
    assert!(alone.stderr.contains("papers are for members"), "{}", alone.stderr);
}

#[test]
fn records_go_to_the_folder_that_the_settings_name() {
    let site = Site::new()
        .file("annals.yaml", "title: T\ncontent: records\n")
        .file("records/cases/a.md", "---\ntitle: A\n---\n")
        .file("log.csv", "No,Action,Owner,Status\n1,Go,Town,Live\n");
    assert_eq!(site.run(&["new", "cases", "B"]).status, 0);
    assert!(site.root().join("records/cases/b.md").exists());
    let refused = site.run(&["import", "log.csv"]);
    assert_eq!(refused.status, 2, "{}", refused.stdout);
    assert!(refused.stderr.contains("imports write to content/, which `content`"), "{}", refused.stderr);
    assert!(!site.root().join("content").exists());
}

#[test]
fn an_import_says_what_it_puts_before_everybody() {
    let log = "No,Action,Owner,Status\n1,Go,Town,Live\n";
    let site = both().file("site/log.csv", log);
    for dry_run in [true, false] {
        let mut asked = vec!["--root", "site", "--message-format", "short", "import", "site/log.csv"];
        asked.extend(dry_run.then_some("--dry-run"));
        let told = site.run(&asked).stderr;
        let warning = "warning[confidential_in_public_repository] a record that is not for the public lies";
        assert!(told.contains(&format!("content/actions/log-001.md:1:1: {warning}")), "{told}");
        assert!(!told.contains("cases/open.md"), "{told}");
    }
    // Where actions are public, there is nothing to say.
    let settings =
        "title: T\ndefault_visibility: public\ncontent: [{path: content, public_repository: true}]\n";
    let site = both().file("site/log.csv", log).file("site/annals.yaml", settings);
    let told = site.run(&["--root", "site", "import", "site/log.csv"]).stderr;
    assert!(!told.contains("confidential_in"), "{told}");
}

#[test]
fn a_log_that_others_read_does_not_quote_the_private_folder() {
    let faulty =
        "---\ntitle: Zebra crossing\ntopic: zebra-topic\nvisibility: zebra\n---\n\nSee [it](zebras.md).\n";
    let site = both().file("private/papers/closed.md", faulty);
    let told = |ci: &str, format: &str| {
        let ran = site.run_in(ci, &["--root", "site", "--message-format", format, "check"]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
        ran.stderr
    };
    for (ci, format) in [("true", "human"), ("1", "short"), ("true", "json"), ("", "github")] {
        let told = told(ci, format);
        assert!(!told.contains("zebra"), "{told}");
        assert!(told.contains("unknown_word") && told.contains("../private/papers/closed.md"), "{told}");
    }
    // On a machine of one's own everything is said.
    assert!(told("", "human").contains("visibility: zebra"));
    assert!(told("false", "short").contains("zebra"));
    // What lies in the public repository is quoted as ever: everybody can read it there.
    site.write("site/content/cases/open.md", "---\ntitle: Open\nvisibility: giraffe\n---\n");
    assert!(told("true", "human").contains("visibility: giraffe"));
}
