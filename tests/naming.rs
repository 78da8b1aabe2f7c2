//! Who is named in public and has not signed: in what forms, in which places, and when two are called alike.

use crate::harness::{Ran, Site};

/// A public archive with a workshop to which these came.
fn workshop(names: &str) -> Site {
    Site::new().record(
        "workshops/first",
        &format!("title: First\ndate: 2018-07-03\nnumber: 1\nparticipants: {{names: [{names}]}}"),
        "Words.",
    )
}

/// One to which this person came.
fn came(name: &str) -> Site {
    workshop(&format!("{{name: \"{name}\", group: Residents}}"))
}

fn check(site: &Site) -> Ran {
    site.run(&["--message-format", "short", "check", "--today", "2026-11-22"])
}

/// The findings of a rule.
fn found(site: &Site, rule: &str) -> Vec<String> {
    let rule = format!("[{rule}]");
    check(site).stderr.lines().filter(|line| line.contains(&rule)).map(str::to_owned).collect()
}

#[test]
fn a_person_is_found_however_the_list_has_the_name() {
    for name in [
        "Dr Quilla Zanetti",
        "Cllr Quilla Zanetti",
        "Quilla Zanetti MBE",
        "Quilla M. Zanetti",
        "Quilla Zanetti, Northmere Residents",
        "Quilla Zanetti - Chair",
        "Zanetti, Quilla",
        "Quilla Zanetti; Bo Marsh",
    ] {
        let site = came(name);
        for text in ["Quilla Zanetti said so.", "As Ms Zanetti said.", "By Q. Zanetti.", "Zanetti, Quilla"] {
            site.write("content/topics/zz.md", format!("---\ntitle: T\n---\n\n{text}\n"));
            assert_eq!(found(&site, "unsigned_name").len(), 1, "{name}: {text}");
        }
    }
    for (name, text) in [
        ("NPL – Northmere Parents League", "NPL spoke."),
        ("NPL – Northmere Parents League", "Northmere Parents League spoke."),
        ("River Trust, Northmere branch", "River Trust spoke."),
        ("Saint John's Trust", "St John’s Trust spoke."),
        ("Quilla Zanetti; Bo Marsh", "Mr Marsh spoke."),
    ] {
        let site = came(name).record("topics/zz", "title: T", text);
        assert_eq!(found(&site, "unsigned_name").len(), 1, "{name}: {text}");
    }
}

#[test]
fn a_family_that_is_a_common_word_stops_no_build() {
    let built = came("Ann Walker, Home Office")
        .record(
            "workshops/second",
            "title: Second\ndate: 2018-12-05\nparticipants: {names: [{name: \"Young, Will\"}, {name: Jo Street (Chair)}]}",
            "The Chair and the Home Office spoke.",
        )
        .record("topics/zz", "title: The Young Walker of Market Street", "A walker, A Walker’s Guide and young people. Price, Will and others.")
        .build();
    assert!(built.page("topics/zz.html").contains("Walker’s Guide"));
}

#[test]
fn a_family_name_alone_is_a_name_where_somebody_is_asked_for() {
    let site = came("Quilla Zanetti")
        .record(
            "issues/gate",
            "title: The gate\nhistory:\n- {on: 2018-07-03, discussed: true, positions: [{party: Zanetti, view: Shut}, {party: Q. Zanetti, view: Open}]}",
            "",
        );
    let told = found(&site, "named_position");
    assert_eq!(told.len(), 2, "{told:#?}");
    // Elsewhere the group stands in.
    let built = came("Quilla Zanetti")
        .record(
            "actions/count",
            "title: Count\nlog_number: 1\nresponsible: [Q. Zanetti, Zanetti, Town Hall]",
            "",
        )
        .record("milestones/map", "title: Map\nowner: Zanetti\ndue: 2031-01", "")
        .record(
            "issues/gate",
            "title: The gate\neditorial: {heading: outstanding, reason: It waits, by: Zanetti}",
            "",
        )
        .build();
    let waits = found(&built.site, "sign_off_incomplete");
    assert_eq!(waits.len(), 5, "{waits:#?}");
    for (path, bytes) in built.files() {
        assert!(!String::from_utf8_lossy(&bytes).to_lowercase().contains("zanetti"), "{path}");
    }
    // And where a write-up says who promised something.
    let site = Site::new().record(
        "workshops/first",
        "title: First\ndate: 2018-07-03\nnumber: 1\nparticipants: {names: [{name: Quilla Zanetti}]}",
        "Words.\n\n## Actions\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Count the Zanetti gates. | Zanetti |\n",
    );
    let told = found(&site, "unsigned_name");
    assert!(told.len() == 1 && told[0].contains("content/workshops/first.md:14:"), "{told:#?}");
}

#[test]
fn an_old_address_names_nobody() {
    let site = came("Quilla Zanetti").record("topics/zz", "title: T\naliases: [people/quilla-zanetti]", "");
    let told = found(&site, "unsigned_name");
    assert!(told.len() == 1 && told[0].contains("zz.md:3:"), "{told:#?}");
}

#[test]
fn words_that_may_mean_two_need_the_word_of_both() {
    let site = |signed: &str| {
        workshop("{name: Ann Walker}, {name: Bo Walker}, {name: Northmere Parents League, known_as: [NPL]}, {name: Northern Police League, known_as: [NPL]}")
            .record("topics/zz", &format!("title: T\nsign_off: [{signed}]"), "Ms Walker and NPL said that.")
    };
    let (ann, bo) = ("{who: Ann Walker, on: 2019-01-01}", "{who: Bo Walker, on: 2019-01-01}");
    let (north, police) =
        ("{who: Northmere Parents League, on: 2019-01-01}", "{who: Northern Police League, on: 2019-01-01}");
    for (signed, count) in [
        (format!("{ann}, {north}"), 2),
        (format!("{bo}, {police}"), 2),
        (format!("{ann}, {bo}, {police}"), 1),
        ("{who: NPL, on: 2019-01-01}, {who: Ms Walker, on: 2019-01-01}".to_owned(), 2),
        (format!("{ann}, {bo}, {north}, {police}"), 0),
    ] {
        let told = found(&site(&signed), "unsigned_name");
        assert_eq!(told.len(), count, "{signed}: {told:#?}");
        if count == 2 {
            assert!(told[0].contains("may be `Ann Walker` or `Bo Walker`"), "{}", told[0]);
        }
    }
    // A name in full is its own.
    let site = site(ann).file(
        "content/topics/zz.md",
        format!("---\ntitle: T\nsign_off: [{ann}]\n---\n\nAnn Walker said that.\n"),
    );
    assert_eq!(found(&site, "unsigned_name"), Vec::<String>::new());
}

#[test]
fn consent_that_is_not_given_yet_is_none() {
    let reply = |reply: &str| {
        Site::new().record("issues/gate", &format!("title: The gate\nreplies:\n- {{party: Town Hall, asked: 2019-01-01, text: Canary words, {reply}}}"), "")
    };
    for (said, is_shown) in [
        ("signed_off: 2019-02-01", true),
        ("signed_off: 2031-02-01", false),
        ("signed_off: 2019-02-01, declined: true", false),
    ] {
        let built = reply(said).build();
        let shown = built.files().iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Canary"));
        assert_eq!(shown, is_shown, "{said}");
        assert_eq!(found(&built.site, "sign_off_incomplete").is_empty(), is_shown, "{said}");
    }
    for (signed, faults) in [
        ("{who: Quilla Zanetti, on: 2019-01-01, for: being named here}", 0),
        ("{who: Quilla Zanetti}", 0),
        ("{who: Quilla Zanetti, on: }", 2),
        ("{who: Quilla Zanetti, on: 2019-01-01, for: participants.names}", 2),
        ("{who: Quilla Zanetti, on: 2019-01-01, for: \"history[0].note\"}", 2),
        ("{who: Quilla Zanetti, on: 2019-01-01, for: refused}", 2),
        ("{who: Quilla Zanetti, on: 2019-01-01, for: the members' edition only}", 2),
    ] {
        let site = Site::new().record(
            "workshops/first",
            &format!("title: First\ndate: 2018-07-03\nparticipants: {{names: [{{name: Quilla Zanetti}}]}}\nsign_off: [{signed}]"),
            "Quilla Zanetti came.",
        );
        let ran = check(&site);
        let errors: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("error[")).collect();
        assert_eq!(errors.len(), faults, "{signed}: {}", ran.stderr);
    }
    let paper = |on: &str| {
        Site::new()
            .record(
                "papers/plan",
                &format!("title: Canary plan\nreleased: {{by: Town Hall, on: {on}, basis: agreed}}"),
                "Words.",
            )
            .build()
    };
    assert!(!paper("2031-01-01").files().keys().any(|path| path.contains("papers/plan")));
    assert!(paper("2019-01-01").page("papers/plan.html").contains("Canary"));
}

const TWO: &str = "title: T\ndefault_visibility: public\nlanguages: [en, cy]\n";

#[test]
fn a_name_is_found_as_its_language_changes_it() {
    let site =
        workshop("{name: Cymdeithas Rhieni Northmere}, {name: جمعية مقدمي الرعاية}").file("annals.yaml", TWO);
    for text in [
        "Ysgrifennodd y cyngor at Gymdeithas Rhieni Northmere.",
        "Daeth Chymdeithas Rhieni Northmere yn ôl.",
        "Gyda ac yng Nghymdeithas Rhieni Northmere.",
        "قالت وجمعية مقدمي الرعاية",
    ] {
        site.write("content/topics/zz.md", format!("---\ntitle: T\n---\n\n{text}\n"));
        assert_eq!(found(&site, "unsigned_name").len(), 1, "{text}");
    }
}

#[test]
fn a_participant_is_known_by_the_names_of_each_language() {
    let site = Site::new()
        .file("annals.yaml", TWO)
        .record("organisations/carers", "title: Northmere Carers Society\nparticipant: {group: Carers}", "")
        .record("organisations/carers.cy", "title: Cymdeithas Gofalwyr Northmere", "")
        .record("topics/zz", "title: The street", "The Cymdeithas Gofalwyr Northmere spoke.")
        .record(
            "topics/zz.cy",
            "title: Y stryd",
            "Siaradodd Northmere Carers Society, a Chymdeithas Gofalwyr Northmere.",
        );
    let told = found(&site, "unsigned_name");
    assert!(
        told.len() == 3 && told.iter().filter(|line| line.contains("zz.cy.md")).count() == 2,
        "{told:#?}"
    );
}

#[test]
fn a_name_in_any_field_of_a_translation_is_told_there() {
    let site = workshop("{name: Cymdeithas Rhieni Northmere, group: Users}")
        .file("annals.yaml", TWO)
        .record(
            "issues/gate",
            "title: The gate\nhistory:\n- {on: 2018-07-03, discussed: true, note: We look again., positions: [{party: Town Hall, view: No money.}]}",
            "",
        )
        .record(
            "issues/gate.cy",
            "title: Y giât\nhistory:\n- note: Bydd Cymdeithas Rhieni Northmere yn edrych eto.\n  positions:\n  - view: Dim arian i Cymdeithas Rhieni Northmere.",
            "",
        )
        .record("topics/street", "title: The street\nnarrative: Of it.", "")
        .record("topics/street.cy", "title: Y stryd\nnarrative: O Cymdeithas Rhieni Northmere.", "");
    let told = found(&site, "unsigned_name");
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told.iter().all(|line| line.contains(".cy.md:")), "{told:#?}");
}

#[test]
fn what_the_settings_say_names_nobody() {
    let settings =
        |more: &str| format!("title: T\ndefault_visibility: public\nlanguages: [en, cy]\n{more}\n");
    let site = came("Quilla Zanetti").record("topics/zz", "title: T", "An EIA and the QZ of it.");
    for (more, count) in [
        ("summary: By Quilla Zanetti.", 1),
        ("redaction_reasons: {r: Quilla Zanetti asked}", 1),
        ("glossary: {EIA: Assessment by Quilla Zanetti}", 1),
        ("glossary: {UNUSED: Assessment by Quilla Zanetti}", 0),
        ("collections: {topics: {label: Topics of Quilla Zanetti}}", 1),
        ("collections: {topics: {fields: {narrative: {label: Quilla Zanetti says}}}}", 1),
        ("collections: {topics: {sentence: Led by Quilla Zanetti}}", 1),
        ("collections: {topics: {visibility: private, sentence: Led by Quilla Zanetti}}", 0),
        ("translations: {cy: {summary: Gan Quilla Zanetti}}", 1),
        ("translations: {cy: {collections: {topics: {label: Quilla Zanetti}}}}", 1),
        ("publisher: Friends of the Gate", 0),
    ] {
        site.write("annals.yaml", settings(more));
        let told = found(&site, "unsigned_name");
        let here = told.iter().filter(|line| line.starts_with("annals.yaml:4:")).count();
        assert_eq!((told.len(), here), (count, count), "{more}: {told:#?}");
    }
}

#[test]
fn the_leak_scan_looks_for_the_forms_that_the_check_looks_for() {
    let foot = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/themes/default/templates/parts/foot.html"
    ))
    .unwrap();
    for said in ["Quilla Zanetti", "Ms Zanetti", "Zanetti, Quilla"] {
        let site = came("Dr Quilla Zanetti MBE").file(
            "themes/default/templates/parts/foot.html",
            format!("{foot}\n<p>Thanks to {said} for all.</p>\n"),
        );
        let ran = site.run(&["build", "--no-pdf", "--today", "2026-11-22"]);
        assert!(ran.status == 1 && ran.stderr.contains("leak"), "{said}: {}", ran.stderr);
    }
}

#[test]
fn a_log_that_others_read_names_nothing_of_the_folder_for_members() {
    let site = Site::new()
        .file(
            "annals.yaml",
            "title: T\ndefault_visibility: public\ncontent: [{path: content, public_repository: true}, {path: priv, optional: true}]\n",
        )
        .file("priv/issues/canary-slug.md", "---\ntitle: Canary\nvisibility: members\naliases: [issues/old-one]\n---\n")
        .file("priv/actions/canary-act.md", "---\ntitle: Canary act\nlog_number: 7\nvisibility: members\n---\n")
        .file(
            "priv/workshops/canary-ws.md",
            "---\ntitle: Canary ws\nvisibility: members\nparticipants: {names: [{name: Ann Walker, group: Canary group}, {name: Bo Walker}]}\n---\n\nWords.\n",
        )
        .record(
            "topics/pub",
            "title: Pub\nissue_link: [canary-slog]\naliases: [issues/old-one]\nother_link: [workshops/canary-ws#p-9]",
            "[a](../issues/canary-slg.md).\n\nMs Walker.",
        )
        .record("actions/pub", "title: Pub act\nlog_number: 7", "");
    for format in ["human", "short", "json", "github"] {
        let ran = site.run_in("true", &["--message-format", format, "check", "--today", "2026-11-22"]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
        for line in ran.stderr.lines().filter(|line| !line.contains("priv/")) {
            // What somebody wrote in the folder for everybody may be quoted there.
            let line = line
                .replace("canary-slog", "")
                .replace("canary-slg", "")
                .replace("other_link: [workshops/canary-ws#p-9]", "");
            assert!(!line.to_lowercase().contains("canary") && !line.contains("Walker"), "{format}: {line}");
        }
        assert!(ran.stderr.contains("content/topics/pub.md"), "{}", ran.stderr);
    }
    assert!(check(&site).stderr.contains("`Ann Walker` or `Bo Walker`"));
}
