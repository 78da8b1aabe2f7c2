//! The public site is the same, byte for byte, whether or not there is anything confidential behind
//! it.
//!
//! One archive is read, filtered, composed and rendered into memory, with and without secrets. There
//! is a secret for each place that can hold one, all of them canaries, so that none may be told either.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use annals::audience::{self, Audience};
use annals::model::access::Visibility;
use annals::model::id::RecordId;
use annals::model::lock::Lock;
use annals::publish::memory::{Kept, Memory};
use annals::render::theme::Theme;
use annals::{compose, read, render};
use proptest::prelude::*;
use tempfile::TempDir;

/// Which secrets an archive holds: a bit for each place.
#[derive(Clone, Copy)]
pub(crate) struct Secrets(pub(crate) u64);

/// How many places there are.
pub(crate) const PLACES: u32 = 50;

impl Secrets {
    /// Words that are there only with a secret.
    fn add(self, place: u32, words: &str) -> String {
        if self.has(place) { words.to_owned() } else { String::new() }
    }

    /// Words that are others without the secret.
    fn or<'w>(self, place: u32, with: &'w str, without: &'w str) -> &'w str {
        if self.has(place) { with } else { without }
    }

    fn has(self, place: u32) -> bool {
        self.0 >> place & 1 == 1
    }
}

/// The files of an archive by their paths.
pub(crate) fn texts(secrets: Secrets) -> BTreeMap<String, String> {
    let mut files = without_locks(secrets);
    let (public, members) = locks();
    files.insert("content/reports/2017.lock.yaml".to_owned(), public.clone());
    if secrets.has(42) {
        files.insert("content/reports/2017.members.lock.yaml".to_owned(), members.clone());
    }
    files
}

/// What the final report was frozen as for everybody, and what might be frozen of it for members.
fn locks() -> &'static (String, String) {
    static LOCKS: OnceLock<(String, String)> = OnceLock::new();
    LOCKS.get_or_init(|| {
        let archive = read::archive_with(folder(), &without_locks(Secrets(0))).unwrap().archive;
        let edition = audience::edition(&archive, Audience::Public, jiff::civil::date(2020, 1, 1));
        let site = compose::site(&edition);
        let report = RecordId::parse("reports/2017").unwrap();
        let is_final = |one: &compose::report::CompiledReport| edition.records()[one.record].id == report;
        let frozen = render::report::freeze(&site, site.reports().iter().position(is_final).unwrap());
        let lock = |file: &str, audience, frozen| {
            let lock = Lock { file: file.into(), report: report.clone(), audience, editions: vec![frozen] };
            read::lock_text(&lock).unwrap()
        };
        let mut closed = frozen.clone();
        closed.passages[1].text.push_str(" canary42");
        (
            lock("content/reports/2017.lock.yaml", Visibility::Public, frozen),
            lock("content/reports/2017.members.lock.yaml", Visibility::Members, closed),
        )
    })
}

fn without_locks(secrets: Secrets) -> BTreeMap<String, String> {
    let s = secrets;
    let mut files = BTreeMap::new();
    let mut file = |path: &str, text: String| files.insert(path.to_owned(), text);
    file(
        "content/topics/street.md",
        format!(
            "---\ntitle: The street\nnarrative: |\n  Open.\n{}---\n",
            s.add(29, "\n  ::: members\n  canary29\n  :::\n"),
        ),
    );
    file(
        "content/papers/plan.md",
        "---\ntitle: The plan\nvisibility: public\ndate: 2018-07-01\n---\n\nOne.\n\nTwo.\n".to_owned(),
    );
    file(
        "content/workshops/first.md",
        format!(
            "---\ntitle: First meeting\nnumber: 1\ndate: 2018-07-03\nplace: {}\npapers: [plan{}]\nparticipants:\n  count: 24\n  groups:\n  - {{group: Civil society organisations, count: 20}}\n  - {{group: Others, count: {}}}\n  names:\n  - {{name: Open Friends, group: Civil society organisations}}\n{}{}sign_off:\n- {{who: Open Friends, on: 2018-08-01, for: being named}}\n{}---\n\n## Talk\n\nFirst words.\n\n{}See [below](#p-{}) and {}.\n{}\n## After\n\nLast words by [[redact: privacy]]{}[[/redact]].\n\n## Actions from the workshop\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Show the plan | Town Hall |\n{}| **Action 3:** Count the cars | Town Hall |\n",
            s.or(17, "canary17", "Hall"),
            s.add(19, ", canary-0"),
            s.or(28, "2", "3"),
            s.add(11, "  - {name: Canary Eleven, group: Civil society organisations}\n"),
            s.add(32, "  - {name: Canary Society, group: Civil society organisations}\n"),
            s.add(12, "- {who: Canary Twelve, on: 2018-08-01, for: canary12}\n"),
            s.add(10, "::: members\n## Canary ten\n\ncanary10\n\n- canary10\n:::\n\n"),
            s.or(10, "5", "3"),
            s.or(20, "[it](../papers/canary-0.md)", "it"),
            s.add(8, "\n<!-- canary8 -->\n"),
            s.or(21, "Canary Twenty-one and more", "A parent"),
            s.add(9, "::: members\n| **Action 2:** canary9 | Canary Nine |\n:::\n"),
        ),
    );
    file(
        "content/workshops/second.md",
        format!(
            "---\ntitle: Second meeting\nnumber: 2\ndate: {}\nredact: [{{field: date, reason: privacy}}]\n---\n\n## Actions from the workshop\n\n| Action | Responsible |\n| --- | --- |\n| **Action 1:** Ask the school | Town Hall |\n",
            s.or(44, "2019-02-17", "2019-03-16"),
        ),
    );
    for (place, name, number, who) in [
        (45, "first-action-1", 1, "visibility: members"),
        (46, "canary-46", 3, "visibility: public\nembargo: 2031"),
    ] {
        if s.has(place) {
            let said = format!(
                "---\ntitle: canary{place}\nworkshop: first\nnumber: {number}\n{who}\nstate: completed\nstate_on: 2019-01-01\n---\n\ncanary{place}\n"
            );
            file(&format!("content/actions/{name}.md"), said);
        }
    }
    file("content/issues/barrier.md", format!(
        "---\ntitle: Who may open the barrier\ntopic: street\nactions: [first-action-3]\nraised: {{at: workshops/first, on: 2018-07-03}}\nreplies:\n- party: Town Hall\n  asked: 2019-02-01\n  received: 2019-03-01\n{}history:\n- on: 2018-07-03\n  at: workshops/first\n  discussed: true\n  agreement: partly-agreed\n  evidence: [workshops/first#p-1]\n{}- on: 2019-01-10\n  work: in-progress\n{}  evidence: [papers/plan#p-2{}]\n  positions:\n  - {{party: Town Hall, view: Open.}}\n{}---\n",
        s.add(39, "  text: canary39\n"),
        s.add(14, "- on: 2018-12-05\n  visibility: members\n  agreement: not-agreed\n  work: done\n  note: canary14\n"),
        s.add(30, "  at: papers/canary-0\n"),
        s.add(30, ", papers/canary-0#p-1"),
        s.add(15, "  - {party: Canary Fifteen, view: canary15, visibility: members}\n"),
    ));
    file(
        "content/actions/log-004.md",
        format!(
            "---\ntitle: Paint the lines\nlog_number: 4\nresponsible: {}\ntopic: street\n---\n",
            s.or(32, "[Canary Society]", "[Civil society organisations]"),
        ),
    );
    file(
        "content/interests/lights.md",
        format!(
            "---\ntitle: Lights\ntopic: street\ngroup: Civil society organisations\n{}---\n",
            s.add(13, "registered_by: Canary Thirteen\n"),
        ),
    );
    file(
        "content/cases/street.md",
        format!(
            "---\ntitle: The school street\nsummary: A street.\nstart_year: 2018\ntheme_tag: [traffic]\nlocation_link: [england]\nlink: {}\nairtable_id: {}\nevaluation_details: {}\nredact: [{{field: evaluation_details, reason: privacy}}]\n{}attachments:\n- /assets/open.txt\n{}---\n\nA case with [a paper]({}), at {}.\n{}{}\n<div>\n<a\n  href=\"{}\">The</a> end.\n</div>\n{}",
            s.or(
                38,
                "https://example.org/street/papers/canary-38.html",
                "https://example.org/street/papers/none.html"
            ),
            s.or(23, "reccanary23AAAAAA", "recopenAAAAAAAAAA"),
            s.or(22, "canary22", "Known to members."),
            s.add(16, "notes: canary16\n"),
            s.add(18, "- {file: /assets/canary18.txt, visibility: members}\n"),
            s.or(34, "../papers/canary-34.md", "../papers/no-such-paper.md"),
            s.or(
                36,
                "<HTTP://Example.org/street/papers/canary-36.html>",
                "<https://example.org/street/papers/none.html>"
            ),
            s.add(6, "\n::: members\ncanary6\n:::\n")
                + &s.add(47, "\n::: members\nSee[^canary] [it][canary].\n:::\n\n[^canary]: canary47\n\n[canary]: https://canary.example\n"),
            s.add(7, "\n::: private\ncanary7\n\n::: members\ncanary7\n:::\n\ncanary7\n:::\n"),
            s.or(37, "../papers/&#99;anary-37.html", "../papers/none.html"),
            s.add(49, "\n[comment]: <> (canary49)\n"),
        ),
    );
    file("content/locations/england.md", "---\ntitle: England\n---\n".to_owned());
    file(
        "content/reports/2018.md",
        format!(
            "---\ntitle: Annual report\nperiod: 2018-07/2019-07\nstatus: draft\n---\n\n## Summary\n\nWhat was said.\n{}",
            s.add(41, "\n::: members\nAs shown [@unseen, p. 2].\n:::\n")
                + &s.add(48, "\n::: members\nAs said.[^canary]\n:::\n\n[^canary]: canary48\n"),
        ),
    );
    // A work is published where somebody cites it, and where it can be read that somebody does.
    file(
        "content/references.yaml",
        "unseen:\n  type: report\n  title: Work of canary41\n  author: Canary, C.\n  date: 2018\n".to_owned(),
    );
    file(
        "content/reports/2017.md",
        "---\ntitle: The year before\nperiod: 2017-07/2018-07\nstatus: final\n---\n\nThe barrier was new.\n\n@issues/barrier was asked of @papers/plan#p-2.\n"
            .to_owned(),
    );
    for (place, front) in [
        (0, "visibility: members"),
        (1, "visibility: private"),
        (2, "visibility: public\ndraft: true"),
        (3, "visibility: public\nembargo: 2031"),
        (4, "visibility: public\nmarking: Members only"),
        (24, "topics: [street]\ncase_link: [street]\nworkshop: first"),
        (25, "theme_tag: [canary25, traffic]"),
        (26, "aliases: [old/canary26.html]"),
        (31, "updated: 2019-12-31\ndate: 2019-12-31"),
        (43, "visibility: members\nstart_year: '2018'\ntheme_tag: [traffic]\nlocation_link: [england]"),
        (
            40,
            "visibility: members\ncorrects: reports/2017#p-1\nedition: 1\nwrong: canary40\ncorrection: canary40",
        ),
        (35, "visibility: public\nreleased: {by: A, on: 2031, basis: later}\nmarking: Members only"),
    ] {
        if s.has(place) {
            let text = format!(
                "---\ntitle: canary{place}\n{front}\n---\n\ncanary{place} on [the case](cases/street).\n"
            );
            let collection = match place {
                40 => "errata",
                43 => "cases",
                _ => "papers",
            };
            file(&format!("content/{collection}/canary-{place}.md"), text);
        }
    }
    if s.has(5) {
        file(
            "content/organisations/canary-5.md",
            "---\ntitle: Canary Five\nparticipant: {group: Others, known_as: [CF5]}\n---\n\nText.\n"
                .to_owned(),
        );
    }
    if s.has(27) {
        file(
            "content/canaries/one.md",
            "---\ntitle: canary27\nvisibility: members\ntheme_tag: [traffic]\n---\n\ncanary27\n".to_owned(),
        );
    }
    if s.has(33) {
        file(
            "private/papers/canary-33.md",
            "---\ntitle: canary33\ncase_link: [street]\n---\n\ncanary33\n".to_owned(),
        );
    }
    files
}

/// The folder with the settings and the attachments, which are the same for all.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("annals.yaml", SETTINGS);
        write("content/assets/open.txt", "open");
        write("content/assets/canary18.txt", "canary18");
        folder
    });
    folder.path()
}

pub(crate) const SETTINGS: &str = "\
title: School street
default_visibility: public
base_url: https://example.org/street/
facets: [theme_tag, topic, heading, start_year, case_link]
facet_pairs: [[theme_tag, start_year]]
redaction_reasons: {privacy: A private person could be recognised}
content: [content, {path: private, optional: true}]
collections:
  papers: {visibility: members}
  workshops: {fields: {place: {visibility: members}}}
  cases: {fields: {notes: {visibility: members}}}
";

/// Every file of a site, by its path; of a copied file the path that it is copied from.
fn site(secrets: Secrets, audience: Audience) -> BTreeMap<String, Vec<u8>> {
    let archive = read::archive_with(folder(), &texts(secrets)).unwrap().archive;
    let edition = audience::edition(&archive, audience, jiff::civil::date(2020, 1, 1));
    let (site, sink) = (compose::site(&edition), Memory::default());
    render::site(&site, &Theme::load(Vec::new()).unwrap(), &sink, &|_| {}).unwrap();
    let bytes = |kept: Kept| match kept {
        Kept::Bytes(bytes) => bytes.to_vec(),
        Kept::CopyOf(path) => path.into_bytes(),
    };
    sink.into_files().into_iter().map(|(path, kept)| (path, bytes(kept))).collect()
}

fn without(audience: Audience) -> &'static BTreeMap<String, Vec<u8>> {
    static PUBLIC: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    static MEMBERS: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    let cell = if audience == Audience::Public { &PUBLIC } else { &MEMBERS };
    cell.get_or_init(|| site(Secrets(0), audience))
}

/// The first line that tells two sites apart.
fn difference(secrets: Secrets) -> Option<String> {
    let (with, without) = (site(secrets, Audience::Public), without(Audience::Public));
    for (path, bytes) in &with {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        if let Some(line) = text.lines().find(|line| line.contains("canary")) {
            return Some(format!("{path} tells {line}"));
        }
        if path.contains("canary") {
            return Some(format!("there is a file {path}"));
        }
    }
    let paths = |site: &BTreeMap<String, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
    if paths(&with) != paths(without) {
        return Some(format!("{:?} against {:?}", paths(&with), paths(without)));
    }
    let (path, bytes) = with.iter().find(|(path, bytes)| without[*path] != **bytes)?;
    let (one, other) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&without[path]));
    let lines = one.lines().zip(other.lines()).find(|(a, b)| a != b);
    Some(format!("{path}: {lines:?}"))
}

#[test]
fn each_secret_alone_leaves_the_public_site_as_it_is() {
    let told: Vec<String> = (0..PLACES)
        .filter_map(|place| Some(format!("{place}: {}\n", difference(Secrets(1 << place))?)))
        .collect();
    assert!(told.is_empty(), "{}", told.concat());
}

#[test]
fn the_secrets_are_there_for_those_who_may_see_them() {
    // What is private, and what members see no differently.
    let unseen = [1, 4, 7, 8, 19, 20, 23, 28, 30, 34, 35, 36, 37, 38];
    for place in (0..PLACES).filter(|place| !unseen.contains(place)) {
        let members = site(Secrets(1 << place), Audience::Members);
        assert!(members != *without(Audience::Members), "members see nothing of {place}");
    }
    let public = without(Audience::Public);
    for path in [
        "reports/2017/edition-1/index.html",
        "reports/2017/edition-1/report.json",
        "reports/2017/edition-1/citations.bib",
        "search/index.json",
        "papers/feed.xml",
        "issues/barrier.xml",
        "data/records.csv",
        "data/relations.csv",
        "data/editions.csv",
        "ro-crate-metadata.json",
        "tags/theme_tag/traffic/start_year/2018.html",
        "timeline.html",
        "map.html",
        "lineage.html",
        "cases/street.html",
        "withheld.html",
        "reports/2018/report.json",
        "data/archive.json",
    ] {
        assert!(public.contains_key(path), "{path}: {:?}", public.keys());
    }
    assert!(!public.contains_key("sign-offs.html"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_secrets_leave_the_public_site_as_it_is(secrets in 0u64..1 << PLACES) {
        let told = difference(Secrets(secrets));
        prop_assert!(told.is_none(), "{}", told.unwrap_or_default());
    }
}
