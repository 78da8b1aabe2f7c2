//! What an edition says word for word is not read in its files: a secret beside it, or within, is found all
//! the same.

use annals::audience::secrets::{Secrets, secrets};
use annals::audience::{Audience, edition};
use annals::publish::{Memory, Scan, Sink};
use jiff::civil::date;

use super::{archive, told};
use crate::harness::Site;

/// A paragraph of the edition.
const SAID: &str = "Members of the forum walked along the harbour wall in the rain and counted every place where \
                    water came through it, then met in the old custom house to talk about who should pay for the \
                    pumps and who had promised, years before, that none would ever be wanted.";

/// What a hidden record says: by itself, before the first words of the paragraph, and behind its last.
const HIDDEN: &str = "Mistress Quill told the clerk privately that her ledger had been burned on purpose";
const BEFORE: &str = "quietly seven sealed envelopes reached our office";
const BEHIND: &str = "except by those whose brother sells them";
const NAME: &str = "Morwenna Harcastle";

fn hidden() -> (Site, Secrets) {
    let first = words(SAID)[..7].join(" ");
    let last = words(SAID)[words(SAID).len() - 7..].join(" ");
    let closed = |title: &str| format!("title: {title}\nvisibility: members");
    let site = Site::new()
        .record("cases/wall", "title: The wall", SAID)
        .record("papers/one", &closed(NAME), HIDDEN)
        .record("papers/two", &closed("Envelopes that came"), &format!("{BEFORE} {first}"))
        .record("papers/three", &closed("A brother who sells"), &format!("{last} {BEHIND}"));
    let archive = archive(site.root());
    let public = edition(&archive, Audience::Public, date(2026, 11, 22));
    let secrets = secrets(&archive, &public, &[]);
    (site, secrets)
}

fn words(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}

/// What is found where these lines are written in each kind of file.
fn found(site: &Site, secrets: &Secrets, lines: &[&str]) -> Vec<String> {
    let html: Vec<String> = lines.iter().map(|line| format!("<p id=\"p-1\">{line}</p>\n")).collect();
    let files = [
        ("a.html", format!("<main>\n{}</main>\n", html.concat())),
        ("a.json", format!("{{\"id\":\"a\",\"body\":\"# On it\\n\\n{}\"}}", lines.join("\\n\\n"))),
        ("a.csv", format!("id,body\n1,\"{}\"\n", lines.join("\n\n"))),
        ("a.txt", format!("@\n-p-1\t{}\n", lines.join("\n"))),
        ("a.md", lines.join("\n\n")),
        ("a.css", lines.join("\n")),
    ];
    let found = files.into_iter().map(|(name, text)| {
        let (memory, nothing) = (Memory::default(), |path: &str| Err(anyhow::anyhow!("{path}")));
        let scan = Scan::new(&memory, secrets, &nothing, site.root());
        scan.file(name, text.into_bytes()).unwrap();
        told(&scan.findings())
    });
    found.collect()
}

fn is_told(site: &Site, secrets: &Secrets, lines: &[&str], file: &str) {
    for told in found(site, secrets, lines) {
        assert!(told.contains(file) && told.lines().count() == 1, "{lines:?}: {told}");
    }
}

#[test]
fn what_the_edition_says_is_no_finding() {
    let (site, secrets) = hidden();
    for lines in [vec![SAID], vec![SAID, SAID], vec!["Before it.", SAID, "Behind it."]] {
        assert!(found(&site, &secrets, &lines).iter().all(String::is_empty));
    }
}

#[test]
fn a_secret_is_found_at_any_place_of_it() {
    let (site, secrets) = hidden();
    let said = words(SAID);
    for place in 0..=said.len() {
        for secret in [HIDDEN, NAME] {
            let line = [&said[..place], &words(secret), &said[place..]].concat().join(" ");
            is_told(&site, &secrets, &[&line], "papers/one.md");
            is_told(&site, &secrets, &[SAID, &line, SAID], "papers/one.md");
        }
    }
    is_told(&site, &secrets, &[SAID, NAME, SAID], "papers/one.md");
}

#[test]
fn a_secret_that_goes_on_with_it_is_found() {
    let (site, secrets) = hidden();
    for count in 1..=7 {
        let before = words(BEFORE)[7 - count..].join(" ");
        is_told(&site, &secrets, &[&before, SAID], "papers/two.md");
        is_told(&site, &secrets, &[SAID, &before, SAID], "papers/two.md");
        is_told(&site, &secrets, &[&format!("{before} {SAID}")], "papers/two.md");
        let behind = words(BEHIND)[..count].join(" ");
        is_told(&site, &secrets, &[SAID, &behind], "papers/three.md");
        is_told(&site, &secrets, &[SAID, &behind, SAID], "papers/three.md");
        is_told(&site, &secrets, &[&format!("{SAID} {behind}")], "papers/three.md");
    }
}

#[test]
fn a_tag_that_tells_a_secret_is_found_in_each_file() {
    let (site, secrets) = hidden();
    let (memory, nothing) = (Memory::default(), |path: &str| Err(anyhow::anyhow!("{path}")));
    let scan = Scan::new(&memory, &secrets, &nothing, site.root());
    let page = |title: &str| {
        format!("<p class=\"lede\">It.</p><p title=\"{title}\">It.</p><p title=\"{title}\">It.</p>")
            .into_bytes()
    };
    for name in ["a", "b", "c", "d"] {
        scan.file(&format!("{name}-clean.html"), page("The wall")).unwrap();
        scan.file(&format!("{name}.html"), page(NAME)).unwrap();
    }
    let told = told(&scan.findings());
    assert!(told.ends_with("would be published in a.html, b.html, c.html and 1 more file\n"), "{told}");
}
