//! Words that are taken out of a frozen edition: what its readers see, and what it is held against after that.

use crate::harness::{Built, Ran, Site};

const LOCK: &str = "content/reports/first.lock.yaml";

/// A dialogue of two workshops and two issues with a final report, frozen.
fn frozen() -> Site {
    let issue = |title: &str, agreement: &str, workshop: &str, view: &str| {
        format!(
            "title: {title}\nraised: {{on: 2018-07-03}}\nhistory:\n- {{on: 2018-07-03, at: {workshop}, discussed: true, \
             agreement: {agreement}, evidence: [{workshop}#p-1], positions: [{{party: Residents, view: {view}}}]}}"
        )
    };
    let site = Site::new()
        .file(
            "annals.yaml",
            "title: T\ndefault_visibility: public\nredaction_reasons: {personal-data: it named a private person}\n",
        )
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", "A talk of the day.")
        .record(
            "workshops/harbour",
            "title: Harbour meeting\nnumber: 2\ndate: 2018-09-03",
            "A walk.\n\n| Action | Owner |\n| --- | --- |\n| **Action 1:** Count the gulls | Council |\n",
        )
        .record("issues/parrots", &issue("Who keeps the parrots?", "not-agreed", "workshops/one", "No parrots"), "")
        .record("issues/gulls", &issue("Who counts the gulls?", "agreed", "workshops/harbour", "No gulls"), "")
        .record(
            "reports/first",
            "title: First report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: final\ndate: 2019-08-01",
            "Of all we heard, @issues/parrots was the loudest.\n\nMr Macaw wrote twice.",
        );
    let ran = site.run(&["report", "first", "--freeze", "--today", "2019-08-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    site
}

fn check(site: &Site) -> Ran {
    site.run(&["--message-format", "short", "check", "--today", "2026-11-22"])
}

fn withdraw(site: &Site, what: &str) -> Ran {
    let day = ["--today", "2021-03-01"];
    site.run(&[&["report", "first", "--withdraw", what, "--reason", "personal-data"], &day[..]].concat())
}

fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(site.root().join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    site.write(path, text.replace(from, to));
}

fn close(site: &Site, path: &str) {
    edit(site, path, "title:", "visibility: members\ntitle:");
}

/// Closes an issue that the report names, and takes its name out there.
fn close_parrots(site: &Site) {
    close(site, "content/issues/parrots.md");
    edit(site, "content/reports/first.md", "@issues/parrots", "one thing");
}

fn lock(site: &Site) -> String {
    std::fs::read_to_string(site.root().join(LOCK)).unwrap()
}

/// Where a word stands in what is published.
fn told(built: &Built, word: &str) -> Vec<String> {
    let is_in = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase().contains(word);
    let files = built.files();
    files
        .into_iter()
        .filter(|(path, bytes)| path.contains(word) || is_in(bytes))
        .map(|(path, _)| path)
        .collect()
}

#[test]
fn a_record_that_is_closed_after_an_edition_was_frozen_stops_the_build_and_says_what_helps() {
    let site = frozen();
    close(&site, "content/issues/parrots.md");
    let checked = check(&site);
    let errors: Vec<&str> = checked.stderr.lines().filter(|line| line.contains("error[")).collect();
    assert_eq!(
        errors,
        [
            "content/issues/parrots.md:2:13: error[edition_changed] edition 1 of `reports/first` tells of this record, and its readers may not see it any more",
            "content/reports/first.md:9:18: error[unresolved_reference] the public edition has no record `issues/parrots`"
        ]
    );
    let human = site.run(&["check"]).stderr;
    assert!(
        human.contains("`annals report first --withdraw issues/parrots --reason KEY` takes it out"),
        "{human}"
    );
    assert_eq!(site.run(&["build"]).status, 1);
    assert!(!site.root().join("output/public").exists());
}

#[test]
fn what_is_withdrawn_leaves_marks_and_its_numbers_and_is_told_nowhere() {
    let site = frozen();
    close_parrots(&site);
    let before = lock(&site);
    let seal = |lock: &str| {
        lock.lines().find_map(|line| line.trim().strip_prefix("seal: ").map(str::to_owned)).unwrap()
    };
    let ran = withdraw(&site, "issues/parrots");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(
        ran.stdout.starts_with(&format!("{LOCK}: withdrawn from edition 1: paragraph ")),
        "{}",
        ran.stdout
    );
    assert!(ran.stderr.contains("git keeps what the lock held before"), "{}", ran.stderr);
    let after = lock(&site);
    assert!(!after.to_lowercase().contains("parrots"), "{after}");
    assert!(after.contains(&format!("seal_before: {}", seal(&before))), "{after}");
    assert_ne!(seal(&before), seal(&after));
    // It is held against the records as it was with the issue, and says what it said.
    assert!(!check(&site).stderr.contains("edition_"), "{}", check(&site).stderr);
    let built = site.build();
    assert_eq!(told(&built, "parrots"), [""; 0]);
    let page = built.page("reports/first/edition-1/index.html");
    assert!(page.contains("Words were withdrawn from paragraphs "), "{page}");
    assert!(
        page.contains("on <time datetime=\"2021-03-01\">1 March 2021</time>: it named a private person."),
        "{page}"
    );
    assert!(page.contains(">Withdrawn issue</h"), "{page}");
    assert!(page.contains("[Withheld: it named a private person]"), "{page}");
    assert!(page.contains("data-issue=\"gulls\" data-heading=\"outstanding\""), "{page}");
    let json: serde_json::Value =
        serde_json::from_str(&built.page("reports/first/edition-1/report.json")).unwrap();
    assert_eq!(json["counts"]["unresolved"], 1);
    assert_eq!(json["withdrawn"][0]["on"], "2021-03-01");
    assert_eq!(json["withdrawn"][0]["reason"], "personal-data");
    // The table of editions knows it too.
    let table = built.page("data/editions.csv");
    assert!(
        table.contains(&format!(
            "2019-08-01,2019-07-31,{}+words.4,{}",
            env!("CARGO_PKG_VERSION"),
            seal(&after)
        )),
        "{table}"
    );
    assert!(table.contains(",0,1,1,0,1,reports/first/edition-1/index.html"), "{table}");
    let gone: Vec<_> =
        json["issues"].as_array().unwrap().iter().filter(|issue| issue["issue"].is_null()).collect();
    assert_eq!(gone.len(), 1);
    let number = gone[0]["paragraph"].as_str().unwrap();
    assert!(
        page.contains(&format!("<article id=\"withdrawn-{number}\" data-heading=\"unresolved\">")),
        "{page}"
    );
    assert!(page.contains(&format!("id=\"p-{number}\"")), "{page}");
}

#[test]
fn an_edition_with_marks_is_still_held_against_the_records() {
    let site = frozen();
    close_parrots(&site);
    assert_eq!(withdraw(&site, "issues/parrots").status, 0);
    edit(&site, "content/issues/gulls.md", "agreement: agreed", "agreement: not-agreed");
    let checked = check(&site).stderr;
    assert!(checked.contains("content/issues/gulls.md:5:3: error[edition_changed]"), "{checked}");
    edit(&site, "content/issues/gulls.md", "agreement: not-agreed", "agreement: agreed");
    edit(&site, "content/reports/first.md", "the loudest", "the last");
    let checked = check(&site).stderr;
    assert!(checked.contains("error[edition_changed]"), "{checked}");
}

#[test]
fn a_hand_in_a_lock_with_marks_is_told() {
    let site = frozen();
    assert_eq!(withdraw(&site, "issues/parrots").status, 0);
    edit(&site, LOCK, "reason: personal-data", "reason: principle");
    let checked = check(&site).stderr;
    assert!(checked.contains("error[edited_lock]"), "{checked}");
}

#[test]
fn a_withdrawn_record_whose_file_is_gone_is_a_remark() {
    let site = frozen();
    assert_eq!(withdraw(&site, "issues/parrots").status, 0);
    std::fs::remove_file(site.root().join("content/issues/parrots.md")).unwrap();
    edit(&site, "content/reports/first.md", "@issues/parrots", "one thing");
    let checked = check(&site);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    assert!(
        checked.stderr.contains(
            "remark[edition_reworded] edition 1 is not held against the records any more: one that was withdrawn from it is gone"
        ),
        "{}",
        checked.stderr
    );
    let built = site.build();
    assert_eq!(told(&built, "parrots"), [""; 0]);
}

#[test]
fn a_workshop_goes_with_its_actions() {
    let site = frozen();
    close(&site, "content/workshops/harbour.md");
    let checked = check(&site).stderr;
    let errors: Vec<&str> = checked.lines().filter(|line| line.contains("error[edition_changed]")).collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(withdraw(&site, "workshops/harbour").status, 0);
    let after = lock(&site);
    assert!(!after.to_lowercase().contains("harbour"), "{after}");
    assert!(!after.contains("Count the gulls"), "{after}");
    let checked = check(&site);
    assert!(!checked.stderr.contains("error["), "{}", checked.stderr);
    let built = site.build();
    assert_eq!(told(&built, "harbour"), [""; 0]);
}

#[test]
fn a_paragraph_and_words_are_withdrawn_too() {
    let site = frozen();
    let text = lock(&site);
    let at = text.find("Mr Macaw wrote twice").unwrap();
    let number = text[..at].rfind("number: '").map(|from| &text[from + 9..]).unwrap();
    let number = &number[..number.find('\'').unwrap()];
    assert_eq!(withdraw(&site, "Mr Macaw").status, 0);
    assert!(
        !lock(&site).contains("Macaw") && lock(&site).contains("[[withheld: personal-data]] wrote twice.")
    );
    assert!(!check(&site).stderr.contains("edition_"), "{}", check(&site).stderr);
    assert_eq!(withdraw(&site, &format!("p-{number}")).status, 0);
    assert!(!lock(&site).contains("wrote twice"));
    assert!(!check(&site).stderr.contains("edition_"), "{}", check(&site).stderr);
    // The words are gone from the report, too.
    edit(
        &site,
        "content/reports/first.md",
        "Mr Macaw wrote twice.",
        "[[redact: personal-data]]A man wrote.[[/redact]]",
    );
    let built = site.build();
    assert_eq!(told(&built, "macaw"), [""; 0]);
    assert!(built.page("reports/first/index.html").contains("withdrawn from paragraph "));
}

#[test]
fn the_next_report_does_not_tell_of_what_was_withdrawn() {
    let site = frozen().record(
        "reports/second",
        "title: Second report\nperiod: 2019-08/2020-07\nprevious: reports/first\nedition: 1\nstatus: draft",
        "We go on.",
    );
    close_parrots(&site);
    assert_eq!(withdraw(&site, "issues/parrots").status, 0);
    let built = site.build();
    assert_eq!(told(&built, "parrots"), [""; 0]);
    assert!(built.page("reports/second/index.html").contains("Who counts the gulls?"));
}

#[test]
fn words_are_withdrawn_as_whole_words() {
    let site = frozen();
    let before = lock(&site);
    let refused = withdraw(&site, "Mac");
    assert_eq!(refused.stderr, "annals: no edition of reports/first tells of Mac\n");
    assert_eq!(lock(&site), before);
    assert_eq!(withdraw(&site, "Macaw").status, 0);
    assert!(lock(&site).contains("Mr [[withheld: personal-data]] wrote twice."));
    // What is left of them in other letters is told, as nothing else would show it.
    let site = frozen();
    let ran = withdraw(&site, "gulls");
    assert!(
        ran.stderr.contains(" still has it with other capitals, spaces or marks, or in an address"),
        "{}",
        ran.stderr
    );
}

#[test]
fn an_older_edition_that_tells_of_a_closed_record_is_told_of_too() {
    let site = frozen();
    close_parrots(&site);
    edit(&site, "content/reports/first.md", "edition: 1", "edition: 2");
    // The second edition is signed without the issue, which the first one has.
    site.write("held.yaml", lock(&site));
    let lock_file = site.root().join(LOCK);
    std::fs::remove_file(&lock_file).unwrap();
    assert_eq!(site.run(&["report", "first", "--freeze", "--today", "2019-09-01"]).status, 0);
    let (first, second) = (std::fs::read_to_string(site.root().join("held.yaml")).unwrap(), lock(&site));
    let editions = second.split_once("editions:\n").unwrap().1;
    std::fs::remove_file(site.root().join("held.yaml")).unwrap();
    site.write(LOCK, format!("{first}{editions}"));
    let checked = check(&site).stderr;
    let errors: Vec<&str> = checked.lines().filter(|line| line.contains("error[")).collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].contains("edition 1 of `reports/first` tells of this record"), "{errors:?}");
    assert_eq!(withdraw(&site, "issues/parrots").status, 0);
    assert!(!check(&site).stderr.contains("error["), "{}", check(&site).stderr);
}

#[test]
fn what_cannot_be_withdrawn_is_refused_and_the_lock_stays() {
    let site = frozen();
    let before = lock(&site);
    let refused = withdraw(&site, "issues/nothing");
    assert_eq!(
        (refused.status, &*refused.stderr),
        (2, "annals: no edition of reports/first tells of issues/nothing\n")
    );
    let reason = site.run(&["report", "first", "--withdraw", "issues/parrots", "--reason", "personal-date"]);
    assert_eq!(reason.status, 2);
    assert_eq!(
        reason.stderr,
        "annals: no reason personal-date under `redaction_reasons` in annals.yaml; did you mean personal-data?\n"
    );
    let members = site.run(&[
        "report",
        "first",
        "--withdraw",
        "issues/parrots",
        "--reason",
        "personal-data",
        "--audience",
        "members",
    ]);
    assert_eq!(
        members.stderr,
        "annals: reports/first was not frozen for members: no edition of it is kept\n"
    );
    let silent = site.run(&["report", "first", "--withdraw", "issues/parrots"]);
    assert!(silent.stderr.contains("--reason <KEY>"), "{}", silent.stderr);
    assert_eq!(lock(&site), before);
    // What is still to be read elsewhere is told.
    assert!(withdraw(&site, "issues/parrots").stderr.contains("is still in the edition for public"));
}

#[test]
fn a_bare_number_and_the_name_of_a_record_alone_are_asked_about() {
    let site = frozen().record("topics/the-sea-birds", "title: Sea birds", "");
    let before = lock(&site);
    let ran = withdraw(&site, "4");
    assert_ne!(ran.status, 0);
    assert!(ran.stderr.contains("the paragraph of this number is `p-4`"), "{}", ran.stderr);
    let ran = withdraw(&site, "the-sea-birds");
    assert!(ran.stderr.contains("the record is `topics/the-sea-birds`"), "{}", ran.stderr);
    assert_eq!(lock(&site), before);
}
