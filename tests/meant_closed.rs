//! Stories of what somebody meant to keep closed, and wrote so that no program reads it: the build stops, and the
//! site that was live stays as it was.

use crate::harness::{Built, Site};

const SETTINGS: &str = "title: T\ndefault_visibility: members\nlanguages: [en, cy]\n\
                        collections:\n  cases: {visibility: public}\n  barriers: {visibility: public, fields: \
                        {embargo_office: {label: Office}}}\n";

/// An archive with a record in a collection that the program knows and in one that it does not.
fn live() -> Built {
    Site::new()
        .file("annals.yaml", SETTINGS)
        .record("cases/street", "title: The street", "Open words.")
        .record("barriers/gate", "title: The gate", "Open words.")
        .record("cases/closed", "title: Closed\nvisibility: members", "Hidden words.")
        .build()
}

/// Writes a file, asks for a site, and takes the file out again: every one of these stops the build at that file
/// with that fault, and leaves the site as it was.
fn stops(built: &Built, fault: &str, path: &str, text: &str) {
    let before = (built.files(), std::fs::read(built.site.root().join(path)).ok());
    built.site.write(path, text);
    let ran = built.site.run(&["--message-format", "short", "build", "--today", "2026-11-22", "--no-pdf"]);
    assert_eq!(ran.status, 1, "{path}\n{text}\n{}", ran.stderr);
    let told = ran.stderr.lines().any(|line| line.contains(fault) && line.starts_with(path));
    assert!(told, "{fault} is not told of {path}\n{text}\n{}", ran.stderr);
    assert!(built.files() == before.0, "{text}");
    // Nor would it stand in a site that was made all the same.
    let archive = annals::read::archive(built.site.root()).unwrap().archive;
    let day = jiff::civil::date(2026, 11, 22);
    let edition = annals::audience::edition(&archive, annals::audience::Audience::Public, day);
    let is_secret = |title: &str| title.contains("Secret");
    assert!(!edition.records().iter().any(|record| is_secret(&record.title)), "{path}\n{text}");
    match before.1 {
        Some(text) => built.site.write(path, text),
        None => std::fs::remove_file(built.site.root().join(path)).unwrap(),
    }
}

#[test]
fn a_key_of_access_with_a_slip_in_it_hides_the_record_and_stops_the_build() {
    let built = live();
    for key in [
        "visiblity: members",
        "Visibility: members",
        "v\u{456}sibility: members",
        "visib\u{ad}ility: members",
        "embrago: 2031-01-01",
        "embargo_until: 2031-01-01",
        "embargoed: 2031-01-01",
        "Embargo: 2031",
        "Draft: true",
        "is_draft: true",
        "redacted: [{field: summary, reason: x}]",
        "Sign-off: [{who: A}]",
        "Released: {by: A, on: 2031-01-01, basis: x}",
        "Marking: Members only",
        "marking: Members only",
        "private: true",
        "confidential: yes",
        "published: false",
        "audience: members",
        "meta: {visibility: members}",
        "<<: {visibility: members}",
        "visibility:",
        "embargo:",
        "draft: ''",
    ] {
        for collection in ["cases", "barriers"] {
            let text = format!("---\ntitle: Secret words\n{key}\n---\n\nSecret.\n");
            stops(&built, "unread_access", &format!("content/{collection}/new.md"), &text);
        }
    }
}

#[test]
fn a_key_of_access_below_the_front_matter_hides_the_record_and_stops_the_build() {
    let built = live();
    // What says nothing in the settings closes, too.
    let blank = SETTINGS.replacen("visibility: public", "visibility: ", 1);
    stops(&built, "wrong_type", "annals.yaml", &blank);
    for below in [
        "visibility: members\n\nWords.",
        "**Visibility:** members\n\nWords.",
        "---\nvisibility: members\n---\n\nWords.",
        "---\ntitle: Again\nembargo: 2031-01-01\n---\n\nWords.",
        "visibility: members\n---\nWords.",
    ] {
        let text = format!("---\ntitle: Secret words\n---\n\n{below}\n");
        stops(&built, "unread_access", "content/cases/new.md", &text);
    }
}

#[test]
fn fields_that_only_sound_like_it_are_fields() {
    let front = "title: The gate\ndrafted_by: Town Hall\nreleased_by: Town Hall\nrelease_date: 2019-07-01\n\
                 embargo_office: Town Hall\ndrafts: [one, two]\nparking: none\nrelated: one\nmembers: 24\n\
                 access: private\nprivate: a school\nembargo_reason: none";
    let words =
        "Visibility: poor, since it rained.\n\n---\n\nDraft: we agreed.\n\n```yaml\nvisibility: members\n```";
    let built = live();
    built.site.write("content/barriers/gate.md", format!("---\n{front}\n---\n\n{words}\n"));
    let built = built.site.build();
    assert!(built.page("barriers/gate.html").contains("Drafted by"));
}

#[test]
fn what_is_named_for_a_record_or_says_that_it_is_a_translation_is_never_a_record() {
    let built = live();
    let text = "---\ntitle: Secret words\n---\n\nSecret.\n";
    for name in [
        "closed.CY",
        "closed.Cy",
        "closed.cym",
        "closed.welsh",
        "closed.cy_GB",
        "closed.cy.draft",
        "Closed.cy",
        "closed.members",
    ] {
        let fault = if name == "Closed.cy" { "translation_of_nothing" } else { "translation_into_unknown" };
        stops(&built, fault, &format!("content/cases/{name}.md"), text);
    }
    let text = "---\ntranslated_from: \"3f9a1c77b0e2\"\ntitle: Secret words\n---\n\nSecret.\n";
    for (name, text) in [
        ("elsewhere.gd", text.to_owned()),
        ("closed-cy", text.to_owned()),
        ("other", text.replace("translated_from", "Translated_From")),
    ] {
        stops(&built, "translation_of_nothing", &format!("content/cases/{name}.md"), &text);
    }
    // Versions of a paper are papers, and a place is called as it is.
    let built = built
        .site
        .record("cases/plan-v1", "title: The plan", "One.")
        .record("cases/plan-v1.1", "title: The plan again", "Two.")
        .record("cases/example.co.uk", "title: A company", "Three.")
        .build();
    assert!(built.page("cases/plan-v1.1.html").contains("The plan again"));
}

#[test]
fn a_file_that_is_half_merged_is_not_published() {
    let built = live();
    let both =
        "<<<<<<< HEAD\nIt was [[redact: x]]Secret[[/redact]].\n=======\nIt was Secret.\n>>>>>>> notes\n";
    let path = "content/cases/street.md";
    stops(&built, "conflict_marker", path, &format!("---\ntitle: Secret words\n---\n\nWords.\n\n{both}"));
    let inner = both.replace('\n', "\n  ");
    stops(
        &built,
        "conflict_marker",
        path,
        &format!("---\ntitle: Secret words\nsummary: |\n  {inner}\n---\n\nWords.\n"),
    );
    stops(&built, "conflict_marker", path, &format!("{both}---\ntitle: Secret words\n---\n\nWords.\n"));
    stops(&built, "conflict_marker", "annals.yaml", &format!("{SETTINGS}{both}"));
    stops(&built, "conflict_marker", "content/reports/2018.lock.yaml", both);
    // One may write about them, and a letter quotes a letter.
    let words = format!("Words.\n\n```text\n{both}```");
    built
        .site
        .record("cases/git", "title: On git", &words)
        .record("cases/letter", "title: A letter", ">>>>>>> She wrote it.")
        .build();
}

#[test]
fn blocks_that_other_programs_hide_stop_the_build() {
    let built = live();
    for block in [
        "```members\nSecret\n```",
        "~~~private\nSecret\n~~~",
        "> [!MEMBERS]\n> Secret",
        "!!! members\n    Secret",
    ] {
        let text = format!("---\ntitle: The street\n---\n\nWords.\n\n{block}\n");
        let before = built.files();
        built.site.write("content/cases/street.md", &text);
        let ran = built.site.run(&["--message-format", "short", "build", "--no-pdf"]);
        assert!(ran.status == 1 && ran.stderr.contains("broken_mark"), "{block}\n{}", ran.stderr);
        assert!(built.files() == before);
    }
}

#[test]
fn a_site_without_a_record_does_not_take_the_place_of_one_with_some() {
    let built = live();
    let before = built.files();
    std::fs::rename(built.site.root().join("content"), built.site.root().join("away")).unwrap();
    let ran = built.site.run(&["--message-format", "short", "build", "--no-pdf"]);
    assert!(ran.status == 1 && ran.stderr.contains("missing_root"), "{}", ran.stderr);
    assert!(built.files() == before);
    built.site.write("annals.yaml", format!("{SETTINGS}content: [{{path: content, optional: true}}]\n"));
    let ran = built.site.run(&["build", "--no-pdf"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
}
