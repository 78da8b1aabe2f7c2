//! Final editions: frozen, changed and refused, corrected by an erratum, followed by the next one and
//! by the next report.

use crate::harness::{Built, Ran, Site};

/// The archive of a small dialogue with a final report, and one fact that members alone may see.
fn dialogue() -> Site {
    let issue = |title: &str, history: &str| {
        format!("title: {title}\nraised: {{on: 2018-07-03}}\nhistory:\n{history}")
    };
    Site::new()
        .record("workshops/one", "title: Workshop 1\nnumber: 1\ndate: 2018-07-03", "A talk.")
        .record(
            "issues/images",
            &issue(
                "Are images kept?",
                "- {on: 2018-07-03, at: workshops/one, discussed: true, agreement: not-agreed, evidence: [workshops/one#p-1]}\n\
                 - {on: 2018-12-01, agreement: agreed, work: done, note: Between members., visibility: members}",
            ),
            "",
        )
        .record(
            "issues/sharing",
            &issue(
                "Who may ask?",
                "- {on: 2018-07-03, at: workshops/one, discussed: true, agreement: agreed, work: in-progress, evidence: [workshops/one#p-1]}",
            ),
            "",
        )
        .record("papers/secret", "title: Kept until 2020\ndate: 2019-01-05\nembargo: 2020-01-01", "Later.")
        .record("reports/first", FIRST, "The year was short.\n\nIt had one meeting.")
}

const FIRST: &str =
    "title: First report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: final\ndate: 2019-08-01";

const LOCK: &str = "content/reports/first.lock.yaml";

fn freeze(site: &Site) -> Ran {
    site.run(&["report", "first", "--freeze", "--today", "2019-08-01"])
}

fn check(site: &Site) -> Ran {
    site.run(&["--message-format", "short", "check", "--today", "2026-11-22"])
}

fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let path_on_disk = site.root().join(path);
    let text = std::fs::read_to_string(&path_on_disk).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    site.write(path, text.replace(from, to));
}

fn paragraph(page: &str, number: u32) -> String {
    let start = page.find(&format!("id=\"p-{number}\"")).unwrap_or_else(|| panic!("no paragraph {number}"));
    let end = page[start..].find("</p>").map_or(page.len(), |end| start + end);
    page[start..end].to_owned()
}

#[test]
fn a_frozen_edition_has_an_address_of_its_own_and_is_left_alone_by_later_days() {
    let site = dialogue();
    let unfrozen = check(&site);
    assert!(unfrozen.stderr.contains("warning[edition_not_frozen]"), "{}", unfrozen.stderr);
    let frozen = freeze(&site);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    assert!(
        frozen.stdout.starts_with("content/reports/first.lock.yaml: edition 1 of reports/first for public: ")
    );
    // The embargo of a paper has been lifted since: nobody changed the edition.
    let checked = check(&site);
    assert!(!checked.stderr.contains("edition_"), "{}", checked.stderr);
    let built = site.build();
    let kept = built.page("reports/first/edition-1/index.html");
    assert!(kept.contains("It had one meeting."));
    assert!(kept.contains("data-issue=\"images\" data-heading=\"unresolved\""), "{kept}");
    // The paper is there now, and in no page of edition 1.
    assert!(built.page("papers/secret.html").contains("Later."));
    assert!(!built.page("reports/first/index.html").contains("Kept until 2020"));
    assert!(built.page("reports/first/index.html").contains("edition-1/index.html"));
    // Freezing again does nothing.
    let lock = std::fs::read(built.site.root().join(LOCK)).unwrap();
    let again = freeze(&built.site);
    assert!(again.stderr.contains("edition 1 was frozen on 2019-08-01"), "{}", again.stderr);
    assert_eq!(std::fs::read(built.site.root().join(LOCK)).unwrap(), lock);
}

#[test]
fn drafts_and_periods_that_have_not_ended_are_not_frozen() {
    let draft = dialogue().record("reports/first", &FIRST.replace("final", "draft"), "Text.");
    let refused = freeze(&draft);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("reports/first is a draft: write `status: final`"), "{}", refused.stderr);
    let early = dialogue().run(&["report", "first", "--freeze", "--today", "2019-07-30"]);
    assert!(early.stderr.contains("ends on 2019-07-31"), "{}", early.stderr);
}

#[test]
fn a_changed_issue_is_refused_by_the_number_of_its_paragraph() {
    let site = dialogue();
    assert_eq!(freeze(&site).status, 0);
    edit(&site, "content/issues/sharing.md", "work: in-progress", "work: done");
    let refused = check(&site);
    assert_eq!(refused.status, 1);
    let told: Vec<&str> = refused.stderr.lines().filter(|line| line.contains("edition_changed")).collect();
    assert!(
        told[0].starts_with("content/issues/sharing.md:5:3: error[edition_changed] paragraph "),
        "{told:?}"
    );
    assert!(told[0].contains(" of edition 1 has changed: “Who may ask?”"), "{told:?}");
    assert!(told[1].starts_with("content/reports/first.md:"), "{told:?}");
    let human = site.run(&["check"]);
    assert!(human.stderr.contains("start edition 2 in the report and tell what was wrong in an erratum"));
    // Nothing is published.
    assert_eq!(site.run(&["build", "--today", "2026-11-22"]).status, 1);
    assert!(!site.root().join("output/public/index.html").exists());
}

#[test]
fn a_changed_word_of_the_editors_is_refused() {
    let site = dialogue();
    assert_eq!(freeze(&site).status, 0);
    edit(&site, "content/reports/first.md", "It had one meeting.", "It had two meetings.");
    let refused = check(&site).stderr;
    assert!(
        refused.contains(
            "of edition 1 has other words; it said “It had one meeting.”, and says “It had two meetings.”"
        ),
        "{refused}"
    );
    assert!(!refused.contains("is gone") && !refused.contains("is new"), "{refused}");
    edit(&site, "content/reports/first.md", "status: final", "status: draft");
    let refused = check(&site).stderr;
    assert!(refused.contains("edition 1 is frozen, so it is no draft any more"), "{refused}");
}

/// The archive after edition 1 was frozen, an issue was corrected and edition 2 was written.
fn second_edition() -> Site {
    let site = dialogue();
    assert_eq!(freeze(&site).status, 0);
    edit(&site, "content/issues/sharing.md", "work: in-progress", "work: done");
    edit(&site, "content/reports/first.md", "edition: 1", "edition: 2");
    edit(&site, "content/reports/first.md", "It had one meeting.", "It had a meeting.");
    site.record(
        "errata/sharing",
        "title: Sharing was done\ncorrects: reports/first#issue-sharing\nedition: 1\ndate: 2019-09-02\n\
         wrong: The work was said to be under way.\ncause: A letter came late.\ncorrection: The work was done.",
        "",
    )
}

#[test]
fn a_second_edition_leaves_the_first_where_it_was_with_its_erratum() {
    let site = second_edition();
    let frozen = site.run(&["report", "first", "--freeze", "--today", "2026-11-22"]);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    let checked = check(&site);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    let built = site.build();
    let first = built.page("reports/first/edition-1/index.html");
    let second = built.page("reports/first/edition-2/index.html");
    let newest = built.page("reports/first/index.html");
    assert!(first.contains("It had one meeting.") && !first.contains("It had a meeting."));
    assert!(second.contains("It had a meeting.") && newest.contains("It had a meeting."));
    assert!(first.contains("data-issue=\"sharing\" data-heading=\"outstanding\""));
    assert!(newest.contains("data-issue=\"sharing\" data-heading=\"resolved\""));
    // The erratum stands at its paragraph of edition 1, in the lists, and leads back.
    let at = first.find("<strong>Erratum</strong>").unwrap();
    assert!(first[..at].rfind("data-issue=\"sharing\"") > first[..at].rfind("data-issue=\"images\""));
    assert!(first.contains("The work was said to be under way."));
    let number = newest.split("edition-1/index.html#p-").nth(1).unwrap().split('"').next().unwrap();
    assert!(newest.contains(&format!("Paragraph {number} of edition 1")), "{number}");
    assert!(paragraph_with(&first, "sharing").contains(&format!("id=\"p-{number}\"")));
    let erratum = built.page("errata/sharing.html");
    assert!(erratum.contains("../reports/first/edition-1/index.html#issue-sharing"), "{erratum}");
    assert!(first.contains("../../../errata/sharing.html"));
    // Every paragraph of edition 1 still has an address on the newest page or leads on from it.
    let lock = std::fs::read_to_string(built.site.root().join(LOCK)).unwrap();
    for id in lock.lines().filter_map(|line| line.trim().strip_prefix("id: account-")) {
        assert!(newest.contains(&format!("id=\"account-{id}\"")), "account-{id} leads nowhere");
    }
    assert!(newest.contains("of edition 1</a>"), "no way on to what is gone");
}

fn paragraph_with<'p>(page: &'p str, issue: &str) -> &'p str {
    let start = page.find(&format!("data-issue=\"{issue}\"")).unwrap();
    let end = page[start..].find("</article>").unwrap();
    &page[start..start + end]
}

#[test]
fn nothing_of_the_members_is_in_what_is_frozen_for_everybody() {
    let site = dialogue();
    assert_eq!(freeze(&site).status, 0);
    let lock = std::fs::read_to_string(site.root().join(LOCK)).unwrap();
    assert!(!lock.contains("Between members"), "{lock}");
    let members =
        site.run(&["report", "first", "--freeze", "--audience", "members", "--today", "2019-08-01"]);
    assert_eq!(members.status, 0, "{}", members.stderr);
    let lock = std::fs::read_to_string(site.root().join("content/reports/first.members.lock.yaml")).unwrap();
    assert!(lock.contains("Between members"));
    let public = site.build();
    let everything: Vec<u8> = public.files().into_values().flatten().collect();
    assert!(!String::from_utf8_lossy(&everything).contains("Between members"));
    let members = public.site.build_for("members");
    assert!(members.page("reports/first/edition-1/index.html").contains("Between members"));
    // The public site is the same whether or not there is a lock for members.
    let Built { site, .. } = members;
    let with = site.build().files();
    let site = dialogue();
    assert_eq!(freeze(&site).status, 0);
    assert_eq!(site.build().files(), with);
}

#[test]
fn a_lock_that_was_edited_or_cut_is_refused() {
    let site = dialogue();
    assert_eq!(freeze(&site).status, 0);
    edit(&site, LOCK, "It had one meeting.", "It had ten meetings.");
    let refused = check(&site);
    assert_eq!(refused.status, 1);
    assert!(
        refused.stderr.contains("error[edited_lock] paragraph 5 of edition 1 was edited by hand"),
        "{}",
        refused.stderr
    );
    site.write(LOCK, "report: reports/first\naudience: public\neditions: []\n");
    let refused = check(&site);
    assert!(
        refused.stderr.contains("error[broken_lock] the lock cannot be read: it holds no edition"),
        "{}",
        refused.stderr
    );
}

#[test]
fn the_next_report_tells_what_moved_since_and_what_did_not_come() {
    let site = dialogue()
        .record("actions/log-001", "title: Write to members\nlog_number: 1\nstate: open\ndue: 2019-10-01", "")
        .record("milestones/guide", "title: A guide\ndue: 2019-09\nowner: The office", "")
        .record("milestones/plan", "title: A plan\ndue: 2019-10\nmissed: 2019-11-04\nowner: The office", "")
        .record("issues/new", "title: Who pays?\nraised: {on: 2019-09-11}\nnext_discussion: 2019-11", "");
    assert_eq!(freeze(&site).status, 0);
    // After the report: sharing is done, images are agreed and wait for work.
    edit(
        &site,
        "content/issues/sharing.md",
        "evidence: [workshops/one#p-1]}",
        "evidence: [workshops/one#p-1]}\n- {on: 2019-10-02, discussed: true, agreement: agreed, work: done}",
    );
    let site = site.record(
        "reports/second",
        "title: Second report\nperiod: 2019-08/2019-12\nedition: 1\nstatus: draft\nprevious: reports/first",
        "",
    );
    let built = site.build();
    let page = built.page("reports/second/index.html");
    let json: serde_json::Value = serde_json::from_str(&built.page("reports/second/report.json")).unwrap();
    let mut moves: Vec<String> = json["topics"][0]["issues"]
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| format!("{} {}", issue["issue"].as_str().unwrap(), issue["move"].as_str().unwrap()))
        .collect();
    moves.sort();
    assert_eq!(moves, ["issues/images unchanged", "issues/new new", "issues/sharing resolved"]);
    for words in [
        "One action was carried over",
        "id=\"table-promised\"",
        "A guide",
        "A plan",
        "Discussion of: Who pays?",
    ] {
        assert!(page.contains(words), "no {words}");
    }
    assert!(paragraph(&page, 2).contains("outstanding"), "{}", paragraph(&page, 2));
}

#[test]
fn words_for_members_are_not_frozen_into_a_public_repository() {
    let settings =
        "title: T\ndefault_visibility: public\ncontent: [{path: content, public_repository: true}]\n";
    let site = dialogue().file("annals.yaml", settings);
    let asked = ["report", "first", "--freeze", "--audience", "members", "--today", "2019-08-01"];
    let refused = site.run(&asked);
    assert_eq!(refused.status, 2, "{}", refused.stderr);
    assert!(refused.stderr.contains("a public repository’s"), "{}", refused.stderr);
    assert!(!site.root().join("content/reports/first.members.lock.yaml").exists());
    assert_eq!(freeze(&site).status, 0);
    // With a private folder beside it they go there, and are read from there.
    let both = "title: T\ndefault_visibility: public\n\
                content: [{path: content, public_repository: true}, {path: private, optional: true}]\n";
    let site = site
        .file("annals.yaml", both)
        .file("private/papers/note.md", "---\ntitle: A note\nvisibility: members\n---\n");
    let frozen = site.run(&asked);
    assert_eq!(frozen.status, 0, "{}", frozen.stderr);
    assert!(site.root().join("private/reports/first.members.lock.yaml").exists(), "{}", frozen.stdout);
    assert!(!site.root().join("content/reports/first.members.lock.yaml").exists());
    assert!(!check(&site).stderr.contains("lock"), "{}", check(&site).stderr);
    assert!(site.run(&asked).stderr.contains("edition 1 was frozen on"));
    let members = site.build_for("members");
    assert!(members.page("reports/first/edition-1/index.html").contains("Between members"));
    // Two locks of one report cannot both be right.
    let lock = std::fs::read(members.site.root().join("private/reports/first.members.lock.yaml")).unwrap();
    members.site.write("content/reports/first.members.lock.yaml", lock);
    assert!(check(&members.site).stderr.contains("is the lock of the same report"));
}

#[test]
fn a_party_answers_beside_what_is_said_of_it() {
    let replies = "replies:\n\
                   - {party: Town Hall, asked: 2019-06-01, received: 2019-06-20, text: The key came in May., signed_off: 2019-06-21}\n\
                   - {party: Parents, asked: 2019-06-01, received: 2019-06-28, text: We still have no key.}\n\
                   - {party: Wardens, asked: 2019-06-01, declined: true}\n\
                   - {party: Neighbours, asked: 2019-06-01}";
    let site = || {
        dialogue().record(
            "issues/key",
            &format!("title: Who has a key?\nraised: {{on: 2018-07-03}}\n{replies}"),
            "",
        )
    };
    let built = site().build();
    let page = built.page("issues/key.html");
    let report = built.page("reports/first/index.html");
    for text in [&page, &report] {
        assert!(text.contains("The key came in May."), "{text}");
        // What its author has not signed is for members, and that there is something is told.
        assert!(!text.contains("no key"), "{text}");
        assert!(["Town Hall", "Parents", "Wardens", "Neighbours"].iter().all(|party| text.contains(party)));
    }
    let json: serde_json::Value = serde_json::from_str(&built.page("reports/first/report.json")).unwrap();
    let issues =
        json["topics"].as_array().unwrap().iter().flat_map(|topic| topic["issues"].as_array().unwrap());
    let states: Vec<&str> = issues
        .filter(|issue| issue["issue"] == "issues/key")
        .flat_map(|issue| issue["replies"].as_array().unwrap())
        .map(|reply| reply["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["signed-off", "received", "declined", "asked"]);
    let explained = site().run(&["explain", "key", "--as-of", "2019-07-31"]).stdout;
    assert!(explained.contains("Reply        Town Hall: "), "{explained}");
    let members = site().build_for("members");
    assert!(members.page("issues/key.html").contains("We still have no key."));
}

/// It sets PDF four times, which takes a debug build some seconds.
#[cfg(feature = "pdf")]
#[test]
fn an_edition_has_a_pdf_of_its_own_that_later_ones_leave_alone() {
    let site = dialogue();
    assert_eq!(freeze(&site).status, 0);
    let build = || {
        let ran = site.run(&["build", "--today", "2026-11-22", "--no-search"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
    };
    let folder = site.root().join("output/public/reports/first");
    let pdf = |path: &str| std::fs::read(folder.join(path)).unwrap_or_else(|_| panic!("no {path}"));
    let words = |path: &str| {
        let ran = std::process::Command::new("pdftotext").arg(folder.join(path)).arg("-").output().unwrap();
        String::from_utf8(ran.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    build();
    let (first, text) = (pdf("edition-1/report.pdf"), words("edition-1/report.pdf"));
    for said in [
        "These are the words of edition 1 as they were frozen on 1 August 2019.",
        "First edition",
        "reports/first, edition 1",
        "It had one meeting.",
        "Who may ask?",
    ] {
        assert!(text.contains(said), "no {said} in {text}");
    }
    assert!(!text.contains("The newest edition") && !text.contains("Cite By"), "{text}");
    assert_eq!(text.matches("Test archive (2019) First report").count(), 1, "{text}");
    let page = std::fs::read_to_string(folder.join("edition-1/index.html")).unwrap();
    assert!(page.contains("<a href=\"report.pdf\">For print (PDF, "), "{page}");

    // Where the program would now say it otherwise, readers are given what was frozen on paper too.
    let settings = std::fs::read_to_string(site.root().join("annals.yaml")).unwrap();
    site.write("annals.yaml", format!("{settings}glossary: {{HO: Home Office}}\n"));
    build();
    assert_eq!(pdf("report.pdf"), pdf("edition-1/report.pdf"));
    site.write("annals.yaml", settings);

    // A second edition changes nothing in the file of the first, which is not set again.
    let kept = || {
        let folder = site.root().join("output/.pdf/public/reports.first.edition-1");
        let file = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap();
        (file.file_name(), file.metadata().unwrap().modified().unwrap())
    };
    build();
    let before = kept();
    edit(&site, "content/reports/first.md", "one meeting.", "two meetings.");
    edit(&site, "content/reports/first.md", "edition: 1", "edition: 2");
    let second = site.run(&["report", "first", "--freeze", "--today", "2019-09-01"]);
    assert_eq!(second.status, 0, "{}", second.stderr);
    build();
    assert!(pdf("edition-1/report.pdf") == first, "the file of the first edition has changed");
    assert_eq!(kept(), before);
    assert!(words("edition-2/report.pdf").contains("two meetings"));
}

#[test]
fn an_edition_leads_to_nothing_that_was_closed_since() {
    let site = dialogue();
    assert_eq!(freeze(&site).status, 0);
    let made = || crate::pages::made(site.root(), annals::audience::Audience::Public);
    let text = |files: &std::collections::BTreeMap<String, Vec<u8>>, path: &str| {
        String::from_utf8(files[path].clone()).unwrap()
    };
    let pages = ["reports/first/edition-1/index.html", "reports/first/edition-1/report.json"];
    let before = made();
    assert!(pages.iter().all(|path| text(&before, path).contains("workshops/one")));
    edit(&site, "content/workshops/one.md", "number: 1", "number: 1\nvisibility: members");
    let after = made();
    for path in pages {
        assert!(!text(&after, path).contains("workshops/one"), "{path}: {}", text(&after, path));
    }
}

#[test]
fn an_edition_for_members_is_not_signed_while_it_counts_drafts() {
    let settings = "title: T\ndefault_visibility: public\n";
    let report = "title: First report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: final";
    let made = || {
        Site::new()
            .file("annals.yaml", settings)
            .record("issues/gulls", "title: Who counts the gulls?\nraised: {on: 2018-07-03}\ndraft: true", "")
            .record("issues/later", "title: Who counts the terns?\nraised: {on: 2019-09-03}\ndraft: true", "")
            .record("reports/first", report, "A year.")
    };
    let freeze = |site: &Site, audience: &str| {
        site.run(&["report", "first", "--freeze", "--audience", audience, "--today", "2019-08-01"])
    };
    let site = made();
    let refused = freeze(&site, "members");
    assert_ne!(refused.status, 0, "{}", refused.stdout);
    let told = &refused.stderr;
    assert!(told.contains("`issues/gulls` is a draft, and the report for members counts it"), "{told}");
    assert!(told.contains("counts issues that are drafts"), "{told}");
    assert!(!site.root().join("content/reports/first.members.lock.yaml").exists());
    // What is raised after the period is of another report.
    site.write(
        "content/issues/gulls.md",
        "---\ntitle: Who counts the gulls?\nraised: {on: 2018-07-03}\n---\n",
    );
    let signed = freeze(&site, "members");
    assert_eq!(signed.status, 0, "{}", signed.stderr);
    assert!(!signed.stderr.contains("draft_in_report"), "{}", signed.stderr);
    // The public edition has no drafts.
    let public = freeze(&made(), "public");
    assert_eq!(public.status, 0, "{}", public.stderr);
}

#[test]
fn who_names_a_report_that_is_not_there_is_told_those_that_are() {
    let site = Site::new().record(
        "reports/annual-report-july-2018-to-july-2019",
        "title: Annual report\nperiod: 2018-07/2019-07\nedition: 1\nstatus: draft\nvisibility: public",
        "A year.",
    );
    let asked = site.run(&["report", "2018-2019"]);
    assert_eq!(asked.status, 2, "{}", asked.stdout);
    assert!(asked.stderr.contains("; there is annual-report-july-2018-to-july-2019"), "{}", asked.stderr);
}
