//! What changed between two states, and what may not: `annals diff` and `annals check --against`.

use std::process::Command;

use crate::harness::Site;

/// An archive in a git repository of its own, with one commit.
fn repository() -> Site {
    let site = Site::new()
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", "A talk.")
        .record(
            "issues/images",
            "title: Are images kept?\nraised: {on: 2018-07-03}\nhistory:\n\
             - {on: 2018-07-03, at: workshops/one, discussed: true, agreement: agreed, work: in-progress, evidence: [workshops/one#p-1]}\n\
             - {on: 2018-12-05, discussed: true, agreement: agreed, work: done, evidence: [workshops/one#p-1]}",
            "",
        )
        .record("papers/secret", "title: A quiet paper\nvisibility: members\ndate: 2018-08-01", "Text.");
    git(&site, &["init", "--quiet", "--initial-branch=main"]);
    commit(&site, "First");
    site
}

fn git(site: &Site, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(site.root())
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(arguments);
    let done = git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").output().unwrap();
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn commit(site: &Site, message: &str) {
    git(site, &["add", "--all"]);
    git(site, &["commit", "--quiet", "--message", message]);
}

fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(site.root().join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    site.write(path, text.replace(from, to));
}

const ISSUE: &str = "content/issues/images.md";

fn against(site: &Site) -> (i32, String) {
    let ran = site.run(&["--message-format", "short", "check", "--today", "2020-01-01", "--against", "HEAD"]);
    let told =
        ran.stderr.lines().filter(|line| line.contains("history_rewritten")).collect::<Vec<_>>().join("\n");
    (ran.status, told)
}

#[test]
fn a_past_entry_may_be_added_to_and_not_rewritten() {
    let site = repository();
    assert_eq!(against(&site), (0, String::new()));
    edit(&site, ISSUE, "agreement: agreed, work: in-progress", "agreement: not-agreed, work: in-progress");
    let (status, told) = against(&site);
    assert_eq!(status, 1);
    assert_eq!(
        told,
        "content/issues/images.md:5:3: error[history_rewritten] the entry of 2018-07-03 was changed: `agreement`"
    );
    // The same with an entry that says so is a correction.
    edit(
        &site,
        ISSUE,
        "work: done, evidence: [workshops/one#p-1]}",
        "work: done, evidence: [workshops/one#p-1]}\n- {on: 2019-02-01, corrects: 2018-07-03, discussed: true, agreement: not-agreed, evidence: [workshops/one#p-1]}",
    );
    assert_eq!(against(&site), (0, String::new()));
}

#[test]
fn one_correction_is_of_one_entry() {
    let site = repository().record(
        "issues/twice",
        "title: Twice?\nraised: {on: 2018-07-03}\nhistory:\n\
         - {on: 2018-07-03, at: workshops/one, discussed: true, agreement: agreed, evidence: [workshops/one#p-1]}\n\
         - {on: 2018-07-03, discussed: true, agreement: not-agreed, evidence: [workshops/one#p-1]}",
        "",
    );
    commit(&site, "Two on a day");
    let twice = "content/issues/twice.md";
    edit(&site, twice, "agreement: agreed", "agreement: none-yet");
    edit(&site, twice, "agreement: not-agreed", "agreement: partly-agreed");
    let correction = "- {on: 2019-02-01, corrects: 2018-07-03, discussed: true, agreement: none-yet, evidence: [workshops/one#p-1]}\n---";
    let text = std::fs::read_to_string(site.root().join(twice)).unwrap();
    let (front, body) = text.rsplit_once("---").unwrap();
    site.write(twice, format!("{front}{correction}{body}"));
    let (status, told) = against(&site);
    assert_eq!((status, told.lines().count()), (1, 1), "{told}");
}

#[test]
fn an_entry_or_an_issue_that_is_gone_is_told_with_its_place() {
    let site = repository();
    let text = std::fs::read_to_string(site.root().join(ISSUE)).unwrap();
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains("2018-12-05")).collect();
    site.write(ISSUE, kept.join("\n") + "\n");
    assert_eq!(
        against(&site).1,
        "content/issues/images.md:5:3: error[history_rewritten] the entry of 2018-12-05 was taken out"
    );
    std::fs::remove_file(site.root().join(ISSUE)).unwrap();
    assert_eq!(
        against(&site).1,
        "content/issues/images.md:1:1: error[history_rewritten] `issues/images` is gone, and its history with it"
    );
}

#[test]
fn a_record_that_was_renamed_is_the_same_one() {
    let site = repository();
    let rename = |from: &str, to: &str| {
        let text = std::fs::read_to_string(site.root().join(format!("content/{from}.md"))).unwrap();
        std::fs::remove_file(site.root().join(format!("content/{from}.md"))).unwrap();
        site.write(
            &format!("content/{to}.md"),
            text.replacen("title:", &format!("aliases: [{from}]\ntitle:"), 1),
        );
    };
    rename("issues/images", "issues/custody");
    rename("workshops/one", "workshops/first");
    assert_eq!(against(&site), (0, String::new()));
    let diff = site.run(&["diff", "HEAD", ".", "--today", "2020-01-01"]).stdout;
    assert!(diff.contains("it was called `issues/images`"), "{diff}");
    assert!(
        !diff.contains("gone") && !diff.contains("new:") && !diff.contains("an entry of its history"),
        "{diff}"
    );
    // Behind a new name the past may no more be rewritten.
    edit(
        &site,
        "content/issues/custody.md",
        "agreement: agreed, work: done",
        "agreement: not-agreed, work: done",
    );
    assert_eq!(
        against(&site).1,
        "content/issues/custody.md:7:3: error[history_rewritten] the entry of 2018-12-05 was changed: `agreement`"
    );
    edit(&site, "content/issues/custody.md", "aliases: [issues/images]\n", "");
    assert!(against(&site).1.contains("`issues/images` is gone"), "{}", against(&site).1);
}

#[test]
fn a_revision_that_is_not_there_cannot_be_asked() {
    let site = repository();
    let ran = site.run(&["check", "--against", "nowhere"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("git knows no revision nowhere here"), "{}", ran.stderr);
    let ran = site.run(&["check", "--against", "--output=/tmp/x"]);
    assert_eq!(ran.status, 2);
    let ran = Site::new().run(&["diff", "HEAD", "."]);
    assert_eq!(ran.status, 2, "{}", ran.stdout);
}

#[test]
fn a_merge_is_told_as_the_public_will_see_it() {
    let site = repository();
    edit(&site, ISSUE, "work: done", "work: in-progress");
    edit(&site, "content/papers/secret.md", "A quiet paper", "A quieter paper");
    let site = site.record("papers/open", "title: An open paper\ndate: 2019-01-01", "Text.");
    commit(&site, "Second");
    let told = site.run(&["diff", "HEAD~1", "HEAD", "--format", "md", "--today", "2020-01-01"]);
    assert_eq!(told.status, 0, "{}", told.stderr);
    for words in [
        "## What changes for everybody: HEAD\\~1 → HEAD",
        "| resolved | 1 | 0 |",
        "**Are images kept?** (`issues/images`): discussed and resolved → outstanding",
        "an entry of its history was changed or taken out",
        "- new: **An open paper** (`papers/open`)",
    ] {
        assert!(told.stdout.contains(words), "no {words} in\n{}", told.stdout);
    }
    assert!(!told.stdout.contains("quiet"), "{}", told.stdout);
    let members = site.run(&["diff", "HEAD~1", "HEAD", "--audience", "members"]);
    assert!(members.stdout.contains("its title was “A quiet paper”"), "{}", members.stdout);
    // What is not committed is in the working folder.
    site.write("content/papers/open.md", "---\ntitle: A shut paper\n---\n\nText.\n");
    let folder = site.run(&["diff", "HEAD", "."]);
    assert!(folder.stdout.contains("its title was “An open paper”"), "{}", folder.stdout);
}

#[test]
fn works_are_read_from_revisions_too() {
    let site = repository().record(
        "reports/first",
        "title: First report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: draft",
        "As was shown [@moss2020] and said [@sand2019].",
    );
    let moss = "moss2020:\n  type: report\n  title: On moss\n  author: Moss, M.\n  date: 2020\n";
    let bib = |year: u16| {
        format!("@book{{sand2019,\n title = {{On sand}}, author = {{Sand, S.}}, year = {year}\n}}\n")
    };
    site.write(
        "content/references.yaml",
        format!("{moss}unused:\n  type: book\n  title: Told to nobody\n  date: 2001\n"),
    );
    site.write("content/more.bib", bib(2019));
    commit(&site, "Works");
    site.write("content/more.bib", bib(2018));
    site.write(
        "content/references.yaml",
        format!("{moss}unused:\n  type: book\n  title: Still to nobody\n  date: 2001\n"),
    );
    commit(&site, "Another year");
    let told = site.run(&["diff", "HEAD~1", "HEAD", "--today", "2020-01-01"]);
    assert_eq!(told.status, 0, "{}", told.stderr);
    assert!(told.stdout.contains("Works cited (1)\n~ sand2019\n    On sand\n"), "{}", told.stdout);
    assert!(!told.stdout.contains("nobody") && !told.stdout.contains("moss"), "{}", told.stdout);
    let came = site.run(&["diff", "HEAD~2", "HEAD", "--today", "2020-01-01"]);
    assert!(came.stdout.contains("+ moss2020\n    On moss"), "{}", came.stdout);
    // A work that is in none of the files is no fault of another's revision.
    assert_eq!(
        site.run(&["diff", "HEAD", ".", "--today", "2020-01-01"]).stdout.matches("Nothing changed.").count(),
        1
    );
}

#[test]
fn two_days_are_told_apart_by_what_was_on_record() {
    let site = repository();
    let told = site.run(&["diff", "2018-07-31", "2018-12-31"]);
    assert!(
        told.stdout.starts_with("From 31 July 2018 to 31 December 2018, as everybody may see it\n"),
        "{}",
        told.stdout
    );
    assert!(told.stdout.contains("outstanding → discussed and resolved"), "{}", told.stdout);
    assert!(told.stdout.contains("entry of 5 December 2018: agreed, work done"), "{}", told.stdout);
    let nothing = site.run(&["diff", "2018-07-31", "2018-08-31"]);
    assert!(nothing.stdout.ends_with("Nothing changed.\n"), "{}", nothing.stdout);
    let members = site.run(&["diff", "2018-07-31", "2018-08-31", "--audience", "members"]);
    assert!(members.stdout.contains("+ papers/secret"), "{}", members.stdout);
    assert_eq!(site.run(&["diff", "2018-07-31", "HEAD"]).status, 2);
}

#[test]
fn a_page_tells_positions_as_at_its_own_day_and_marks_what_came_later() {
    let history = "title: Barrier\ntopic: street\nnext_discussion: 2019-01-15\nhistory:\n\
        - {on: 2018-07-03, discussed: true, positions: [{party: Town Hall, view: It stays open.}]}\n\
        - {on: 2019-02-26, discussed: true, positions: [{party: Town Hall, view: It stays shut.}, {party: League, view: So be it.}]}";
    let site =
        Site::new().record("topics/street", "title: The street", "").record("issues/barrier", history, "");
    let page = |today: &str| {
        let ran = site.run(&["build", "--no-pdf", "--today", today]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let page = std::fs::read_to_string(site.root().join("output/public/issues/barrier.html")).unwrap();
        let label = if today < "2019-01-16" {
            "<dt>Next discussion</dt>"
        } else {
            "<dt>Discussion announced for</dt>"
        };
        assert!(page.contains(label), "{page}");
        let (_, rest) = page.split_once("id=\"_positions\"").unwrap();
        let (positions, history) = rest.split_once("id=\"_history\"").unwrap();
        let later = history.matches("Of a later day than this page").count();
        (positions.to_owned(), later, ran.stderr)
    };
    let (then, later, said) = page("2018-12-31");
    assert!(then.contains("It stays open.") && !then.contains("shut") && !then.contains("League"), "{then}");
    assert_eq!(later, 1);
    assert!(
        said.contains("warning[dated_in_future]: `2019-02-26` has not come yet, as at 2018-12-31"),
        "{said}"
    );
    let (now, later, said) = page("2019-02-26");
    assert!(!now.contains("It stays open.") && now.contains("shut") && now.contains("League"), "{now}");
    assert!(later == 0 && !said.contains("dated_in_future"), "{said}");
}

#[test]
fn an_address_that_is_none_and_a_folder_of_records_build_nothing() {
    let site = Site::new().record("cases/a", "title: A", "");
    for address in ["example.org/archive", "foo", "https://"] {
        let ran = site.run(&["build", "--no-pdf", "--base-url", address]);
        assert_eq!(ran.status, 2, "{}", ran.stderr);
        assert!(
            ran.stderr.contains("is not the address of a site, as in `https://example.org/archive/`"),
            "{}",
            ran.stderr
        );
        assert!(!site.root().join("output").exists());
    }
    let ran = site.run(&["build", "--no-pdf", "--output", "content/cases"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("among the records of `content`: choose another --output"), "{}", ran.stderr);
    assert_eq!(std::fs::read_dir(site.root().join("content/cases")).unwrap().count(), 1);
}

#[test]
fn a_record_that_cannot_be_read_is_not_told_as_gone() {
    let site = repository();
    edit(&site, ISSUE, "title: Are images kept?", "title: Are images: kept?");
    commit(&site, "A slip");
    for (from, to) in [("HEAD~1", "HEAD"), ("HEAD", "."), ("2018-12-31", "2019-12-31")] {
        let ran = site.run(&["--message-format", "short", "diff", from, to, "--today", "2020-01-01"]);
        assert_eq!((ran.status, &*ran.stdout), (1, ""), "{from} {to}");
        assert!(
            ran.stderr.contains("content/issues/images.md:") && ran.stderr.contains("bad_yaml"),
            "{}",
            ran.stderr
        );
    }
    let ran = site.run(&["--message-format", "short", "diff", "HEAD~1", "HEAD"]);
    assert!(ran.stderr.contains("error[bad_yaml] in HEAD: "), "{}", ran.stderr);
}

#[test]
fn a_citation_that_leads_to_another_passage_is_told_at_the_citation() {
    let site = repository();
    edit(&site, "content/workshops/one.md", "A talk.", "It rained.\n\nA talk.");
    let ran = site.run(&["--message-format", "short", "check", "--today", "2020-01-01", "--against", "HEAD"]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("cited_passage_changed")).collect();
    assert_eq!(told.len(), 2, "{}", ran.stderr);
    assert!(
        told[0].ends_with(
            "`workshops/one#p-1`, cited here, is another passage now: it was “A talk.”, and is “It rained.”"
        ) && told[0].starts_with("content/issues/images.md:5:"),
        "{told:?}"
    );
    // Who cites what was cited at its new place is told nothing; nor does another name of the record matter.
    edit(&site, "content/workshops/one.md", "It rained.\n\nA talk.", "A talk.");
    edit(&site, "content/workshops/one.md", "number: 1", "number: 1\naliases: [workshops/one]");
    let text = std::fs::read_to_string(site.root().join("content/workshops/one.md")).unwrap();
    std::fs::remove_file(site.root().join("content/workshops/one.md")).unwrap();
    site.write("content/workshops/first.md", text.replace("A talk.", "A long talk."));
    let ran = site.run(&["--message-format", "short", "check", "--today", "2020-01-01", "--against", "HEAD"]);
    assert!(
        ran.stderr.contains("`workshops/first#p-1`, cited here, is another passage now"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_shallow_clone_is_told_as_one() {
    let site = repository();
    site.write("content/pages/more.md", "---\ntitle: More\n---\n\nMore.\n");
    commit(&site, "More");
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", site.root().display());
    git(
        &site,
        &["clone", "--quiet", "--depth", "1", &from, &clone.path().join("shallow").display().to_string()],
    );
    let shallow = Site::at(&clone.path().join("shallow"));
    let ran = shallow.run(&["check", "--against", "HEAD^1"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("this clone is shallow") && ran.stderr.contains("fetch-depth: 0"),
        "{}",
        ran.stderr
    );
}
