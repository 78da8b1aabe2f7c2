//! The sentence on a record as `annals.yaml` words it: what it can name, and what is told where it cannot be made.

use std::fs;

use crate::harness::Site;

const SETTINGS: &str = "title: Street\nbase_url: https://example.org/\ncollections:\n  \
                        cases: {visibility: public, sentence: SENTENCE}\n  \
                        organisations: {visibility: public}\n";

/// An archive of two cases with this template.
fn cases(sentence: &str) -> Site {
    let site = Site::new();
    site.write("annals.yaml", SETTINGS.replace("SENTENCE", sentence));
    site.write("content/organisations/council.md", "---\ntitle: Town & Council\n---\n");
    site.write(
        "content/cases/one.md",
        "---\ntitle: The crossing\nsummary: A *short* word.\nstart_year: 2018\nobjectives_tag: [Consultation, Advice]\n\
         organisation_link: [organisations/council]\n---\n\nText.\n",
    );
    site.write("content/cases/two.md", "---\ntitle: The lamps\n---\n\nText.\n");
    site
}

fn read(site: &Site, path: &str) -> String {
    fs::read_to_string(site.root().join(path)).unwrap()
}

#[test]
fn a_sentence_of_ones_own_stands_on_the_page_and_in_what_it_says_to_programs() {
    let site = cases(
        "'{{ title }}{% if start_year %}, begun in {{ start_year }}{% endif %}{% if organisation_link %} by \
         {{ organisation_link }}{% endif %}: {{ objectives_tag | default(value=\"nothing\") }}. {{ summary }}'",
    );
    let ran = site.run(&["build", "--no-pdf", "--today", "2026-11-23"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let one = read(&site, "output/public/cases/one.html");
    let said = "The crossing, begun in 2018 by Town &amp; Council: Consultation and Advice. A short word.";
    assert!(one.matches(said).count() >= 2, "on the page and in its description: {one}");
    assert!(read(&site, "output/public/cases/index.html").contains("The lamps: ."));
    let two = read(&site, "output/public/cases/two.html");
    assert!(two.contains("The lamps: .") && !two.contains("begun in"), "{two}");
}

#[test]
fn a_sentence_that_tells_of_what_is_hidden_is_a_leak() {
    let site = cases("This follows the Plan of the northern toll");
    site.write(
        "content/papers/toll.md",
        "---\ntitle: Plan of the northern toll\nvisibility: members\n---\n\nText.\n",
    );
    let ran = site.run(&["build", "--no-pdf", "--today", "2026-11-23", "--message-format", "short"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("the title of `papers/toll` would be published in cases/"), "{}", ran.stderr);
}

#[test]
fn a_sentence_that_cannot_be_made_is_told_at_its_line() {
    for (sentence, message) in [
        ("'{{ title'", "the sentence of `cases` is no template: "),
        ("'{{ titel }} began'", "the sentence of `cases` cannot be made of cases/one: "),
    ] {
        let site = cases(sentence);
        for command in ["check", "build"] {
            let ran = site.run(&[command, "--today", "2026-11-23", "--message-format", "short"]);
            assert_eq!(ran.status, 1, "{sentence}: {}", ran.stderr);
            assert!(ran.stderr.contains("annals.yaml:4:"), "{}", ran.stderr);
            assert!(ran.stderr.contains(message), "{}", ran.stderr);
        }
        assert!(!site.root().join("output/public").exists());
    }
}

#[test]
fn a_sentence_names_nothing_that_its_edition_does_not_hold() {
    let site = cases("'{{ title }} by {{ organisation_link }}.'");
    site.write("content/organisations/council.md", "---\ntitle: Town Council\nvisibility: members\n---\n");
    let ran = site.run(&["build", "--no-pdf", "--today", "2026-11-23"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(read(&site, "output/public/cases/one.html").contains("The crossing by ."));
}
