//! Stories of who sees what: faults that must hide and stop, days on which something opens, names,
//! numbers, marks, and folders of records.

use crate::harness::{Built, Site};

/// Every byte of a site as text, to look for what must not be there.
fn all(built: &Built) -> String {
    built
        .files()
        .iter()
        .map(|(path, bytes)| format!("{path}\n{}\n", String::from_utf8_lossy(bytes)))
        .collect()
}

const CASE: &str = "content/cases/street.md";

#[test]
fn what_cannot_be_understood_stays_hidden_and_stops_the_build() {
    let built = Site::new().record("cases/street", "title: The street", "Open words.").build();
    let before = all(&built);
    for (fault, text) in [
        ("unknown_word", "---\ntitle: T\nvisibility: publik\n---\n\nsecret\n"),
        ("broken_mark", "---\ntitle: T\n---\n\nA.\n\n::: members\nsecret\n"),
        ("broken_mark", "---\ntitle: T\n---\n\n::: editors\nsecret\n:::\n"),
        ("broken_mark", "---\ntitle: T\n---\n\n[[redact: x]]secret\n\n::: members\nsecret[[/redact]]\n:::\n"),
        ("broken_mark", "---\ntitle: T\nsummary: >\n  A.\n  ::: members\n  secret\n  :::\n---\n"),
        ("broken_mark", "---\ntitle: T\nsummary: >\n  A.\n  ::: memebrs\n  secret\n  :::\n---\n"),
        ("broken_mark", "---\ntitle: T\nsummary: \"A.\n  ::: members\n  secret\n  :::\"\n---\n"),
        ("broken_mark", "---\ntitle: T\nodd: A.\n  :::members\n  secret\n---\n"),
        ("broken_mark", "---\ntitle: T\n---\n\nA.\n\n**::: members**\nsecret\n"),
        ("broken_mark", "---\ntitle: T\n---\n\nA.\n\n[[r\u{435}dact: x]]secret[[/redact]]\n"),
        ("broken_mark", "---\ntitle: T\n\"o [[redact: x]]secret[[/redact]]\": A.\n---\n"),
        ("bad_date", "---\ntitle: T\nembargo: le 3 juillet 2031\n---\n\nsecret\n"),
        ("bad_date", "---\ntitle: T\nembargo: 03/07/2031\n---\n\nsecret\n"),
        ("wrong_type", "---\ntitle: T\ndraft: perhaps\n---\n\nsecret\n"),
        ("unknown_word", "---\ntitle: T\nattachments: [{file: x.pdf, visibility: memebrs}]\n---\n\nsecret\n"),
        ("unknown_word", "---\ntitle: T\nsumary: x\nredact: [{field: summary, reason: x}]\n---\n\nsecret\n"),
        ("unsigned_name", "---\ntitle: T\n---\n\nsecret Society asked.\n"),
    ] {
        if fault == "unsigned_name" {
            let declared = "---\ntitle: Secret Society\nparticipant: true\n---\n";
            built.site.write("content/organisations/declared.md", declared);
        }
        built.site.write(CASE, text);
        let ran = built.site.run(&["--message-format", "short", "build", "--today", "2026-11-22"]);
        assert_eq!(ran.status, 1, "{text}\n{}", ran.stderr);
        let place = ran.stderr.lines().find(|line| line.contains(fault)).unwrap_or_default();
        assert!(place.starts_with("content/cases/street.md:"), "{text}\n{}", ran.stderr);
        assert_eq!(all(&built), before, "{text}");
    }
}

#[test]
fn an_embargo_lifts_on_its_day() {
    let site = Site::new().record("cases/street", "title: The street", "See [it](later.md).").record(
        "cases/later",
        "title: Zebra crossing\nembargo: 2030-12",
        "Zebras.",
    );
    let files = |day: &str| {
        assert_eq!(site.run(&["build", "--today", day]).status, 0);
        std::fs::read_to_string(site.root().join("output/public/data/archive.json")).unwrap()
    };
    assert!(!files("2030-12-30").to_lowercase().contains("zebra"));
    assert!(!files("2030-12-30").contains("later"));
    assert!(files("2030-12-31").contains("Zebra crossing"));
}

#[test]
fn small_numbers_are_told_nowhere() {
    let front = "title: First meeting\nnumber: 1\ndate: 2018-07-03\nparticipants:\n  count: 24\n  groups:\n  \
                 - {group: Societies, count: 21}\n  - {group: Regulators, count: 3}";
    let built = Site::new()
        .record("workshops/first", front, "Words.")
        .record("components/talk", "title: Talk\nnumber_of_participants: '4'", "Words.")
        .build();
    let page = built.page("workshops/first.html");
    assert!(page.contains("Regulators: fewer than 5") && !page.contains("24 in all"), "{page}");
    for file in ["data/archive.json", "data/workshops.csv"] {
        let data = built.page(file);
        assert!(data.contains("fewer than 5") && !data.contains("24") && data.contains("21"), "{data}");
    }
    assert!(built.page("components/talk.html").contains("fewer than 5"));
    assert!(!built.page("data/components.csv").contains(",4,"));
}

#[test]
fn a_sum_does_not_tell_what_its_groups_leave() {
    let workshop = |groups: &str| {
        format!("title: A meeting\ndate: 2018-07-03\nparticipants:\n  count: 24\n  groups: [{groups}]")
    };
    let built = Site::new()
        .record(
            "workshops/without",
            &workshop("{group: Societies, count: 20}, {group: Regulators}"),
            "Words.",
        )
        .record("workshops/besides", &workshop("{group: Societies, count: 21}"), "Words.")
        .record("workshops/enough", &workshop("{group: Societies, count: 19}, {group: Regulators}"), "Words.")
        .build();
    for page in ["workshops/without.html", "workshops/besides.html"] {
        let page = built.page(page);
        assert!(page.contains("The sum is not given") && !page.contains("24 in all"), "{page}");
    }
    assert!(built.page("workshops/enough.html").contains("24 in all"));
    for file in ["data/archive.json", "data/workshops.csv"] {
        assert_eq!(built.page(file).matches("24").count(), 1, "{}", built.page(file));
    }
}

#[test]
fn a_promise_does_not_tell_the_title_of_its_owner_that_is_kept_back() {
    let site = |config: &str, redact: &str| {
        Site::new()
            .file(
                "annals.yaml",
                format!(
                    "title: T\ndefault_visibility: public\nredaction_reasons: {{p: Principle}}\n{config}"
                ),
            )
            .record("organisations/zz", &format!("title: Zanzibar League\n{redact}"), "")
            .record("actions/log-001", "title: Count\nlog_number: 1\nresponsible: [organisations/zz]", "")
            .build()
    };
    let redacted = site("", "redact: [{field: title, reason: p}]");
    let hidden = site("collections: {organisations: {fields: {title: {visibility: members}}}}\n", "");
    for (built, instead) in [(redacted, "[withheld]"), (hidden, "Organisation")] {
        let told: Vec<_> = built
            .files()
            .into_iter()
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Zanzibar"))
            .map(|(path, _)| path)
            .collect();
        assert!(told.is_empty(), "{told:?}");
        assert!(
            built.page("actions/log-001.html").contains(instead),
            "{}",
            built.page("actions/log-001.html")
        );
    }
}

#[test]
fn names_are_found_in_the_keys_of_maps_and_behind_titles_of_two_words() {
    let findings = |body: &str, more: &str| {
        let names = "participants:\n  names:\n  - {name: Chief Constable Zelda Quibble, group: Police}\n  - {name: Quokka Zimmer Trust, group: Users}\n  - {name: Justice Zebraland, group: Users}";
        let site = Site::new().record(
            "workshops/first",
            &format!("title: First\nnumber: 1\ndate: 2018-07-03\n{names}\n{more}"),
            body,
        );
        site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]).stderr
    };
    assert!(!findings("Words.", "").contains("unsigned_name"));
    for (body, more) in [
        ("Also Zelda Quibble spoke.", ""),
        ("Ms Quibble spoke.", ""),
        ("Chief Constable Quibble spoke.", ""),
        ("Judge Quibble spoke.", ""),
        ("PC Quibble spoke.", ""),
        ("Justice Zebraland spoke.", ""),
        ("See www.justicezebraland.org.", ""),
        ("Words.", "votes: {Quokka Zimmer Trust: against}"),
    ] {
        let found = findings(body, more);
        assert!(found.contains("unsigned_name"), "{body} {more}: {found}");
    }
}

#[test]
fn an_entry_with_an_empty_visibility_stays_hidden() {
    for entry in [
        "history: [{on: 2019-01-01, work: done, visibility: , note: Zebra}]",
        "history: [{on: 2019-01-01, work: done, positions: [{party: Users, visibility: ~, view: Zebra}]}]",
    ] {
        let site = Site::new().record("issues/one", &format!("title: One\n{entry}"), "Words.");
        let ran = site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]);
        assert!(ran.stderr.contains("unread_access"), "{}", ran.stderr);
        assert!(ran.stderr.contains("`visibility` says nothing"), "{}", ran.stderr);
        let shown = site.run(&["--today", "2026-11-22", "explain", "issues/one", "--audience", "public"]);
        assert!(!shown.stdout.contains("Zebra"), "{}", shown.stdout);
    }
}

#[test]
fn a_position_that_is_withheld_is_named_nowhere() {
    let with = |redact: &str| {
        let names = "participants: {names: [{name: Quokka Zimmer Trust, group: Users}]}";
        let history = "history: [{on: 2019-01-01, discussed: true, positions: [{party: Quokka Zimmer Trust, view: Against it}]}]";
        Site::new()
            .file("annals.yaml", "title: T\ndefault_visibility: public\nredaction_reasons: {p: Principle}\n")
            .record(
                "workshops/first",
                &format!("title: First\nnumber: 1\ndate: 2018-07-03\n{names}"),
                "Words.",
            )
            .record("issues/one", &format!("title: One\n{history}\n{redact}"), "Words.")
    };
    let found = with("").run(&["--message-format", "short", "check", "--today", "2026-11-22"]).stderr;
    assert!(found.contains("named_position"), "{found}");
    for path in ["history[0].positions[0]", "history[0].positions[0].party", "history[0]", "history"] {
        let built = with(&format!("redact: [{{field: \"{path}\", reason: p}}]")).build();
        let told =
            built.files().into_iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Quokka"));
        assert!(told.is_none(), "{path}: {:?}", told.map(|(at, _)| at));
    }
}

#[test]
fn participants_are_named_where_they_signed() {
    let site = || {
        Site::new()
            .file(
                "annals.yaml",
                "title: T\ndefault_visibility: public\nglossary: {FB: Friends of the Bicycle}\n",
            )
            .record(
                "organisations/bicycle",
                "title: Friends of the Bicycle\nparticipant: {group: A society}",
                "",
            )
            .record(
                "actions/log-001",
                "title: Count\nlog_number: 1\nresponsible: [organisations/bicycle]",
                "",
            )
            .record(
                "cases/street",
                "title: The street\norganisation_link: [bicycle]\n\
                 sign_off: [{who: FB, on: 2019-06-01, for: [p-2]}]",
                "First.\n\nThe Friends of the Bicycle spoke.",
            )
    };
    let built = site().build();
    let page = built.page("cases/street.html");
    assert!(
        page.contains("Friends of the Bicycle spoke") && !page.contains("organisations/bicycle"),
        "{page}"
    );
    assert!(built.page("actions/log-001.html").contains("A society"));
    assert!(!built.page("actions/log-001.html").contains("Bicycle"));
    assert!(!built.files().keys().any(|path| path.contains("bicycle") || path.contains("sign-offs")));
    let ran = built.site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]);
    assert!(ran.stderr.contains("waits for sign-off"), "{}", ran.stderr);
    // In its first passage it is not named with its consent.
    built.site.write(
        CASE,
        "---\ntitle: The street\nsign_off: [{who: FB, on: 2019, for: [p-2]}]\n---\n\nFB’s word.\n\nOn FB.\n",
    );
    let ran = built.site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]);
    let errors: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("unsigned_name")).collect();
    assert_eq!(errors.len(), 1, "{}", ran.stderr);
    assert!(errors[0].starts_with("content/cases/street.md:6:1:"), "{}", errors[0]);
    let ledger = site().build_for("members").page("sign-offs.html");
    assert!(
        ledger.contains("only p-2")
            && ledger.contains("2019-06-01")
            && ledger.contains("nothing of this record")
    );
}

#[test]
fn a_name_is_found_however_markup_splits_it() {
    let errors = |body: &str| {
        let site = Site::new()
            .record(
                "organisations/canary",
                "title: Canary Justice Trust\nparticipant: {group: A society, known_as: [CJT]}",
                "",
            )
            .record("cases/street", "title: The street", body);
        let ran = site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]);
        ran.stderr
            .lines()
            .filter(|line| line.contains("unsigned_name"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for body in [
        "[Canary](https://e.org) Justice Trust",
        "**Can**ary Justice Trust",
        "Can<b>ary</b> Justice Trust",
        "**C**JT",
        "&#67;anary Justice Trust",
        "Can&shy;ary Justice Trust",
        "Can<wbr>ary Justice Trust",
        "Canary[^1] Justice Trust\n\n[^1]: A note.",
        "Canary [[redact: principle]]x[[/redact]]Justice Trust",
        "<abbr title=\"Canary Justice Trust\">x</abbr>",
        "<span id=\"canary-justice-trust\">x</span>",
        "C.J.T.",
        "#CanaryJusticeTrust",
        "[x](https://canaryjusticetrust.org/)",
    ] {
        let errors = errors(body);
        assert_eq!(errors.len(), 1, "{body}: {errors:#?}");
        assert!(errors[0].starts_with("content/cases/street.md:5:"), "{body}: {}", errors[0]);
    }
    for body in [
        "A canary. [Justice](https://e.org) and trust.",
        "A canary.\n\n[Justice](x) and trust.",
        "Sections C, J and T.",
        "A [canary](https://e.org/cjt) in the mine.",
    ] {
        assert_eq!(errors(body), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn an_owner_is_named_where_the_write_up_was_signed() {
    let workshop = |sign_off: &str| {
        Site::new()
            .record("organisations/bicycle", "title: Friends of the Bicycle\nparticipant: {group: A society}", "")
            .record(
                "workshops/first",
                &format!("title: First\ndate: 2018-07-03\nnumber: 1\n{sign_off}"),
                "Words.\n\n## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Count. | Friends of the Bicycle |\n",
            )
            .record("actions/count", "title: Count the cars\nworkshop: first\nnumber: 1\ntopic: none", "")
    };
    for (sign_off, named) in [
        ("sign_off: [{who: Friends of the Bicycle, on: 2019-06-01, for: being named}]", true),
        ("sign_off: [{who: Friends of the Bicycle, on: 2019-06-01, for: [p-2]}]", true),
        ("sign_off: [{who: Friends of the Bicycle, on: 2031-06-01, for: [p-2]}]", false),
    ] {
        let site = workshop(sign_off);
        if named {
            let built = site.build();
            for page in ["actions/count.html", "workshops/first.html", "actions/index.html"] {
                assert!(built.page(page).contains("Friends of the Bicycle"), "{sign_off}: {page}");
            }
            let ledger = built.site.build_for("members").page("sign-offs.html");
            assert!(!ledger.contains("A society"), "{ledger}");
        } else {
            let ran = site.run(&["build", "--today", "2026-11-22"]);
            assert!(ran.status == 1 && ran.stderr.contains("unsigned_name"), "{}", ran.stderr);
        }
    }
}

#[test]
fn one_participant_may_be_called_by_several_names() {
    let built = Site::new()
        .record(
            "organisations/bicycle",
            "title: Friends of the Bicycle\nparticipant: {group: A society, known_as: [FB]}\n\
             sign_off: [{who: FB, on: 2019-06-01, for: [archive]}]",
            "",
        )
        .record(
            "workshops/first",
            "title: First\ndate: 2018-07-03\nparticipants: {names: [{name: FB, group: Societies}]}",
            "The Friends of the Bicycle came.",
        )
        .build();
    assert!(built.page("organisations/bicycle.html").contains("Friends of the Bicycle"));
    let page = built.page("workshops/first.html");
    assert!(page.contains("FB (Societies)") && page.contains("Friends of the Bicycle came"), "{page}");
}

#[test]
fn what_is_withheld_leaves_a_mark_and_is_counted() {
    let settings = "title: T\ndefault_visibility: public\nredaction_reasons: {privacy: A private person}\n";
    let front = "title: The street\nevaluation_details: Zebra.\nlead_organisation: Zebra house\nredact:\n\
                 - {field: evaluation_details, reason: privacy}\n- {field: lead_organisation, reason: privacy}";
    let site = || {
        Site::new()
            .file("annals.yaml", settings)
            .record("cases/street", front, "By [[redact: privacy]]Zebra[[/redact]].")
            .record(
                "workshops/first",
                "title: First\nplace: Zebra hall\ndate: 2018-07-03\nredact: [{field: place, reason: privacy}]",
                "Words.",
            )
    };
    let built = site().build();
    assert!(!all(&built).to_lowercase().contains("zebra"));
    let page = built.page("cases/street.html");
    assert_eq!(page.matches("[Withheld: A private person]").count(), 3, "{page}");
    let place = built.page("workshops/first.html");
    assert!(place.contains("<dt>Place</dt><dd><span class=\"withheld\""), "{place}");
    let register = built.page("withheld.html");
    assert!(register.contains("4 passages or fields") && register.contains("The street (3)"), "{register}");
    assert!(page.contains("withheld.html"));
    let members = site().build_for("members");
    assert!(members.page("cases/street.html").matches("Zebra").count() >= 3);
    assert!(!members.files().contains_key("withheld.html"));
}

#[test]
fn a_marked_paper_is_public_with_its_release_and_says_so() {
    let release = "released: {by: Town Hall, on: 2020-08-01, basis: published on its website}";
    let built = Site::new()
        .record("papers/plan", &format!("title: Plan\nmarking: Members only\n{release}"), "Words.")
        .build();
    let page = built.page("papers/plan.html");
    assert!(
        page.contains("<dt>Released</dt><dd>By Town Hall on") && page.contains("published on its website"),
        "{page}"
    );
}

#[test]
fn records_may_lie_in_several_folders() {
    let site = Site::new()
        .file(
            "site/annals.yaml",
            "title: T\ndefault_visibility: public\ncontent: [{path: content, public_repository: true}, {path: ../private, optional: true}]\n",
        )
        .file("site/content/cases/open.md", "---\ntitle: Open\n---\n\nWords.\n")
        .file("private/assets/map.txt", "map")
        .file("private/cases/closed.md", "---\ntitle: Zebra\nattachments: [/assets/map.txt]\n---\n\nOn [open](open.md).\n");
    let ran = site.run(&["--root", "site", "build", "--today", "2026-11-22"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let output = site.root().join("site/output/public");
    assert!(
        std::fs::read_to_string(output.join("cases/closed.html")).unwrap().contains("cases/open.html")
            || std::fs::read_to_string(output.join("cases/closed.html")).unwrap().contains("open.html")
    );
    // Faults are told in their own folder, and one name is not given twice.
    site.write("private/cases/bad.md", "---\ntitle: Bad\nvisibility: pubic\n---\n");
    site.write("private/cases/open.md", "---\ntitle: Open again\n---\n");
    site.write(
        "site/content/cases/open.md",
        "---\ntitle: Open\nx_link: [cases/closed]\n---\n\nOn [it](closed.md).\n",
    );
    let ran = site.run(&["--root", "site", "--message-format", "short", "check", "--today", "2026-11-22"]);
    for said in [
        "../private/cases/bad.md:3:13",
        "../private/cases/open.md:1:1",
        "`cases/open` is in `content/cases/open.md` too",
        "content/cases/open.md:3:",
        "content/cases/open.md:6:",
    ] {
        assert!(ran.stderr.contains(said), "{said}\n{}", ran.stderr);
    }
    assert_eq!(ran.stderr.matches("private_reference").count(), 2, "{}", ran.stderr);
    // Without the private checkout the rest is whole.
    std::fs::remove_dir_all(site.root().join("private")).unwrap();
    site.write("site/content/cases/open.md", "---\ntitle: Open\n---\n\nWords.\n");
    assert_eq!(site.run(&["--root", "site", "build", "--today", "2026-11-22"]).status, 0);
    assert!(!output.join("cases/closed.html").exists());
}

#[test]
fn a_mark_that_yaml_joined_to_other_words_is_told_at_its_line() {
    let site = Site::new().record(
        "cases/street",
        "title: The street\nsummary: >-\n  Open.\n  ::: members\n  It was costed.\n  :::\n  After.",
        "Words.",
    );
    let told = site.run(&["check", "--today", "2026-11-22"]).stderr;
    insta::assert_snapshot!(told.split("\n\n").next().unwrap_or_default(), @r"
    error[broken_mark]: the mark of a passage has no line of its own, so the rest is hidden
     --> content/cases/street.md:5:3
      |
    5 |   ::: members
      |   ^^^^^^^^^^^
      |
      = help: give it one; in YAML write `|` in place of `>` or quotes, which join lines
    ");
}

#[test]
fn the_day_of_a_meeting_that_is_withheld_is_told_by_no_promise() {
    let write_up = "| Action | Responsible |\n| --- | --- |\n| **Action 1:** Ask the school | Town Hall |\n";
    let body = format!("## Actions from the workshop\n\n{write_up}");
    let site = |settings: &str, front: &str| {
        Site::new().file("annals.yaml", format!("title: T\ndefault_visibility: public\n{settings}")).record(
            "workshops/autumn",
            &format!("title: Autumn\nnumber: 1\ndate: 2025-11-17\n{front}"),
            &body,
        )
    };
    for (settings, front) in [
        ("redaction_reasons: {p: A reason}\n", "redact: [{field: date, reason: p}]"),
        ("collections: {workshops: {fields: {date: {visibility: members}}}}\n", ""),
    ] {
        let told = all(&site(settings, front).build());
        assert!(told.contains("Ask the school"));
        assert!(!told.contains("2025-11-17") && !told.contains("17 November"), "{settings}");
    }
    assert!(all(&site("", "").build()).contains("17 November 2025"));
}

#[test]
fn the_day_of_an_entry_is_withheld_with_the_entry_or_not_at_all() {
    let site = Site::new().record(
        "issues/barrier",
        "title: The barrier\nhistory: [{on: 2024-05-06, work: done}]\nredact: [{field: 'history[0].on', reason: p}]",
        "Words.",
    );
    let ran = site.run(&["--message-format", "short", "check", "--today", "2026-11-22"]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("unknown_word")).collect();
    insta::assert_snapshot!(told.join("\n"), @"content/issues/barrier.md:4:18: error[unknown_word] the day of an entry cannot be withheld by itself: `history[0].on`");
}

#[test]
fn what_a_closed_file_says_of_a_promise_leaves_the_promise_as_it_is() {
    let site = || {
        Site::new()
            .record(
                "workshops/first",
                "title: First meeting\nnumber: 1\ndate: 2018-07-03",
                "## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Ask the school | Town Hall |\n\nSee [it](../actions/first-action-1.md).\n",
            )
            .record("issues/barrier", "title: The barrier\nactions: [first-action-1]", "Words.")
    };
    let without = site().build().files();
    assert!(without.contains_key("actions/first-action-1.html"));
    for who in ["visibility: members", "visibility: private", "draft: true", "embargo: 2031"] {
        for name in ["first-action-1", "secret-log-7"] {
            let front = format!(
                "title: Secret words\nworkshop: first\nnumber: 1\nlog_number: 7\nstate: completed\nstate_on: 2019-01-01\n{who}"
            );
            let with = site().record(&format!("actions/{name}"), &front, "Secret.").build().files();
            let other: Vec<_> =
                with.iter().filter(|(path, bytes)| without.get(*path) != Some(*bytes)).collect();
            assert!(other.is_empty() && with.len() == without.len(), "{who}, {name}: {other:?}");
        }
    }
    let front = "title: Our words\nworkshop: first\nnumber: 1\nvisibility: members";
    let members = site().record("actions/first-action-1", front, "Ours.").build_for("members");
    assert!(members.page("actions/first-action-1.html").contains("Our words"));
}

#[test]
fn a_hidden_state_is_told_by_no_day() {
    let site = |state: &str| {
        Site::new()
            .file(
                "annals.yaml",
                "title: Test archive\ndefault_visibility: public\ncollections: {actions: {fields: {state: {visibility: members}}}}\n",
            )
            .record(
                "workshops/first",
                "title: First meeting\nnumber: 1\ndate: 2018-07-03",
                "## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Ask the school | Town Hall |\n",
            )
            .record("actions/first-action-1", &format!("title: Ask\nworkshop: first\nnumber: 1\n{state}"), "")
    };
    let without = site("").build().files();
    for state in ["state: completed", "state: completed\nstate_on: 2019-01-01", "state: open"] {
        let with = site(state).build().files();
        let other: Vec<_> = with.iter().filter(|(path, bytes)| without.get(*path) != Some(*bytes)).collect();
        assert!(other.is_empty() && with.len() == without.len(), "{state}: {other:?}");
    }
    assert!(
        site("state: completed")
            .build_for("members")
            .page("actions/first-action-1.html")
            .contains("Completed")
    );
}

#[test]
fn a_report_explains_the_initialisms_that_its_readers_meet() {
    let site = |more: &str| {
        Site::new()
            .file(
                "annals.yaml",
                format!("title: T\ndefault_visibility: public\nglossary: {{SS: School street{more}}}\n"),
            )
            .record("cases/street", "title: The SS", "Words.")
            .record("papers/closed", "title: XQZ\nvisibility: members", "Of XQZ.")
            .record("reports/2018", "title: Annual report\nperiod: 2018-07/2019-07\nstatus: draft", "Words.")
    };
    let with = site(", XQZ: Secret operation").build();
    assert_eq!(with.files(), site("").build().files());
    assert!(with.page("reports/2018/index.html").contains("School street"));
}
