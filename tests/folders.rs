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
    let alone = "title: T\ncontent: [{path: content, public_repository: true}]\n";
    let site = both().file("site/log.csv", log).file("site/annals.yaml", alone);
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

/// The files in `content/` and in the private folder beside it, save those that were there at first.
fn records(site: &Site) -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["site/content", "private"] {
        for entry in walkdir::WalkDir::new(site.root().join(folder)).sort_by_file_name().into_iter().flatten()
        {
            let path = entry.path().strip_prefix(site.root()).unwrap().to_string_lossy().into_owned();
            if entry.file_type().is_file() && !path.contains("/cases/") && !path.contains("/papers/") {
                found.push(path);
            }
        }
    }
    found
}

fn import(site: &Site, more: &[&str]) -> crate::harness::Ran {
    site.run(&[&["--root", "site", "--message-format", "short", "import"], more].concat())
}

fn text(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.root().join(path)).unwrap_or_else(|_| panic!("{path} is not there"))
}

const LOG: &str =
    "No,Action,Owner,Status\n1,Mend the zebra crossing,Town,Live\n2,Paint the lamps,Town,Live\n";

/// Where actions are public, an archive into which a log of two was imported, and the first moved aside.
fn moved() -> Site {
    let settings = "title: T\ncontent: [{path: content, public_repository: true}, {path: ../private, optional: true}]\n\
                    collections: {cases: {visibility: public}, actions: {visibility: public}}\n";
    let site = both().file("site/annals.yaml", settings).file("site/log.csv", LOG);
    let first = import(&site, &["site/log.csv"]);
    assert!(first.stdout.contains("2 new"), "{}", first.stdout);
    assert_eq!(records(&site), ["site/content/actions/log-001.md", "site/content/actions/log-002.md"]);
    std::fs::create_dir(site.root().join("private/actions")).unwrap();
    let (from, to) = ("site/content/actions/log-001.md", "private/actions/log-001.md");
    std::fs::rename(site.root().join(from), site.root().join(to)).unwrap();
    site
}

#[test]
fn a_record_that_was_moved_aside_is_known_and_changed_where_it_lies() {
    let site = moved();
    let kept =
        ["site/content/actions/log-002.md", "private/.annals/imported.json", "private/actions/log-001.md"];
    let same = import(&site, &["site/log.csv"]);
    assert!(same.stdout.contains("0 new, 0 changed, 0 removed, 2 as they were"), "{}", same.stdout);
    assert_eq!(records(&site), kept);
    // What is remembered of it lies where it does.
    let (open, closed) =
        (text(&site, "site/.annals/imported.json"), text(&site, "private/.annals/imported.json"));
    assert!(open.contains("\"content/actions/log-002.md\"") && !open.contains("log-001"), "{open}");
    assert!(closed.contains("\"actions/log-001.md\"") && !closed.contains("log-002"), "{closed}");
    // What is new of it goes there, from the same document and from the next one.
    site.write("site/log.csv", LOG.replace("zebra", "zebra and pelican"));
    let changed = import(&site, &["site/log.csv"]);
    assert!(changed.stdout.contains("0 new, 1 changed"), "{}", changed.stdout);
    assert!(text(&site, kept[2]).contains("pelican"));
    site.write(
        "site/next.csv",
        "No,Action,Owner,Status,Updated\n1,Mend the zebra and pelican crossing,Town,Completed,2020-03-01\n",
    );
    let next = import(&site, &["site/next.csv"]);
    assert!(next.stdout.contains("0 new, 1 changed"), "{}{}", next.stdout, next.stderr);
    assert!(text(&site, kept[2]).contains("completed"), "{}", text(&site, kept[2]));
    assert!(next.stderr.contains("../private/actions/log-001.md"), "{}", next.stderr);
    assert!(!next.stderr.contains("content/actions/log-001.md"), "{}", next.stderr);
    assert_eq!(records(&site), kept);
    // An edit is kept there; giving it up writes it there; a record deleted there is made again there.
    site.write(kept[2], text(&site, kept[2]).replace("pelican", "toucan"));
    site.write("site/log.csv", LOG.replace("zebra", "puffin"));
    let edited = import(&site, &["site/log.csv"]);
    assert!(
        edited.stderr.contains("../private/actions/log-001.md:1:1: warning[edited_by_hand]"),
        "{}",
        edited.stderr
    );
    assert_eq!(import(&site, &["site/log.csv", "--force"]).status, 0);
    assert_eq!(records(&site), kept);
    assert!(!text(&site, kept[2]).contains("toucan"));
    std::fs::remove_file(site.root().join(kept[2])).unwrap();
    assert!(import(&site, &["site/log.csv"]).stdout.contains("1 not made again"));
    assert_eq!(import(&site, &["site/log.csv", "--force"]).status, 0);
    assert_eq!(records(&site), kept);
}

#[test]
fn what_an_import_makes_for_members_goes_where_not_everybody_reads() {
    let log = format!("{LOG}3,Count the gulls,Town,Live\n");
    let site = both().file("site/log.csv", log).file("site/review.md", "");
    let settings =
        text(&site, "site/annals.yaml").replace("cases: {", "actions: {visibility: public}, cases: {");
    site.write("site/annals.yaml", settings);
    let minutes = "# Minutes of workshop 1, 3 July 2018\n\nThis document is to be viewed only by members.\n\n\
                   ## Actions\n\n| Action | Owner |\n| --- | --- |\n| **Action 1:** Buy oil. | Town |\n";
    site.write("site/minutes.md", minutes);
    std::fs::remove_file(site.root().join("site/review.md")).unwrap();
    let ran = import(&site, &["site/log.csv", "site/minutes.md", "--review", "review.md"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let wanted = [
        "site/content/actions/log-001.md",
        "site/content/actions/log-002.md",
        "site/content/actions/log-003.md",
    ];
    let found = records(&site);
    assert_eq!(found[..3], wanted, "{found:?}");
    assert!(found[3..].iter().all(|path| path.starts_with("private/")), "{found:?}");
    assert!(found.iter().any(|path| path.starts_with("private/workshops/")), "{found:?}");
    assert!(!ran.stderr.contains("confidential_in_public_repository"), "{}", ran.stderr);
    let review = text(&site, "review.md");
    assert!(
        review.contains("`../private/workshops/") && review.contains("`content/actions/log-001.md`"),
        "{review}"
    );
    let again = import(&site, &["site/log.csv", "site/minutes.md"]);
    assert!(again.stdout.contains("0 new, 0 changed"), "{}", again.stdout);
    // Without the private folder nothing is made, since what lies there would be made before everybody.
    std::fs::rename(site.root().join("private"), site.root().join("away")).unwrap();
    for more in [&["--dry-run"][..], &["--force"], &[]] {
        let lost = import(&site, &[&["site/minutes.md"], more].concat());
        assert_eq!(lost.status, 2, "{}", lost.stdout);
        assert!(lost.stderr.contains("../private is not there: make it, or check it out"), "{}", lost.stderr);
    }
    assert_eq!(records(&site), wanted);
}

#[test]
fn a_new_record_that_names_one_for_members_is_made_beside_it() {
    let slides = "# Town forum\n\nWorkshop one: 3 July 2018\n\n\n\n# Agenda\n\n- Welcome\n- 2 papers\n  - Oil\n  - Wicks\n\n\n\n\
                  # Purpose\n\n- Talk of lamps\n\n\n\n# Why lamps\n\n- Roads are dark\n\n\n\n# The plan\n\n- Four workshops\n";
    let site = both().file("site/slides.md", slides);
    let settings =
        text(&site, "site/annals.yaml").replace("cases: {", "workshops: {visibility: public}, cases: {");
    site.write("site/annals.yaml", settings);
    let ran = import(&site, &["site/slides.md"]);
    assert!(ran.stdout.starts_with("3 new"), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(
        records(&site),
        ["private/.annals/imported.json", "private/workshops/2018-07-03-workshop-1.md"]
    );
    assert!(!site.root().join("site/content/papers").exists());
    let checked = site.run(&["--root", "site", "--message-format", "short", "check"]);
    assert!(!checked.stderr.contains("private_reference"), "{}", checked.stderr);
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
